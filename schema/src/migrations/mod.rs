//! Finds, names and orders the migration files of a folder, in the layout of the tool that wrote them.
//!
//! The folder is read once, as a whole: [`MigrationSet::read`] gives every migration it could make out
//! beside a finding for everything it could not. One bad file never hides another, and a file of SQL that is
//! not read is always said.

mod assemble;
mod detect;
mod folder;
mod kind;
pub mod layout;
mod layouts;
mod pieces;
mod reading;
mod sections;
mod version;

use std::path::{Path, PathBuf};

use crate::diagnostic::{Diagnostic, Severity};
use crate::source::{FileId, Sources};

use assemble::Assembler;
use folder::Folder;
pub use layout::{Direction, Layout};
use pieces::Pieces;
pub use pieces::Transaction;
pub use reading::MAX_FILE_BYTES;
pub use version::Version;

/// The migrations of one folder, oldest first, with the text of their files.
#[derive(Clone, Debug)]
pub struct MigrationSet {
    /// The folder, or the one file, as it was given: a relative path stays relative.
    pub dir: PathBuf,
    /// How the folder was read.
    pub layout: Layout,
    /// Every file that was read, up and down. A file that holds both in sections is there twice, each time with the
    /// other lines blank, so that an id means one direction and places are true.
    pub sources: Sources,
    /// Ordered by version, then by path (two of one version are a finding, but neither is lost).
    pub migrations: Vec<Migration>,
    /// Whether reading made no finding that is an error. A set with errors may lack a migration: it can be
    /// looked at, and must not be run on a database that matters.
    pub whole: bool,
}

/// One step of the schema's history.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Migration {
    /// What its tool orders it by.
    pub version: Version,
    /// What its file's name says beside the version: `create_users` of `000001_create_users.up.sql`.
    pub name: String,
    pub up: FileId,
    /// `None` when there is nothing that undoes it, or it could not be read.
    pub down: Option<FileId>,
    /// What the tool's own means say; statements that PostgreSQL refuses in a transaction are not looked for here.
    pub up_transaction: Transaction,
    pub down_transaction: Transaction,
}

impl Migration {
    /// The text that runs in a direction.
    pub fn file(&self, direction: Direction) -> Option<FileId> {
        match direction {
            Direction::Up => Some(self.up),
            Direction::Down => self.down,
        }
    }

    /// Whether what runs in a direction asks to run outside a transaction.
    pub fn transaction(&self, direction: Direction) -> Transaction {
        match direction {
            Direction::Up => self.up_transaction,
            Direction::Down => self.down_transaction,
        }
    }
}

/// The files that [`MigrationSet::read`] looks at, in the order of their paths, none of them read: for who wants to know
/// whether one has changed. Links are followed; what a link leads to may be no file, or absent.
///
/// `None` when the folder, or one below it, cannot be listed; reading tells why.
pub fn files_of(dir: &Path) -> Option<Vec<PathBuf>> {
    let folder = Folder::unread(dir).ok()?;
    folder.findings.is_empty().then(|| folder.files.into_iter().map(|file| file.path).collect())
}

impl MigrationSet {
    /// Reads a folder, or one file, in the layout that it shows by itself.
    ///
    /// The set is empty when the folder cannot be read; the findings say why.
    pub fn read(dir: &Path) -> (Self, Vec<Diagnostic>) {
        Self::read_as(dir, None)
    }

    /// Reads a folder in the layout that the caller insists on; `None` finds it.
    pub fn read_as(dir: &Path, layout: Option<Layout>) -> (Self, Vec<Diagnostic>) {
        match Folder::open(dir) {
            Ok(folder) => Self::of(dir, folder, layout),
            Err(finding) => {
                let set = Self {
                    dir: dir.to_path_buf(),
                    layout: layout.unwrap_or(Layout::GolangMigrate),
                    sources: Sources::new(),
                    migrations: Vec::new(),
                    whole: false,
                };
                (set, vec![*finding])
            }
        }
    }

    /// A set of files that are in memory: their names (with `/` for folders) and texts, in any order. For tests, and
    /// for callers whose migrations are embedded.
    pub fn from_texts<'a>(files: impl IntoIterator<Item = (&'a str, &'a str)>) -> (Self, Vec<Diagnostic>) {
        Self::of(Path::new(""), Folder::of_texts(files), None)
    }

    fn of(dir: &Path, mut folder: Folder, layout: Option<Layout>) -> (Self, Vec<Diagnostic>) {
        let mut findings = std::mem::take(&mut folder.findings);
        detect::descend(&mut folder, &mut findings);
        let found = layout.map(Layout::facts).or_else(|| detect::detect(&folder));
        let facts = found.unwrap_or(Layout::GolangMigrate.facts());
        let mut pieces = Pieces::new(&folder);
        (facts.take)(&folder, &mut pieces);
        let mut assembler = Assembler::new(facts, findings);
        let migrations = assembler.assemble(&folder, pieces);
        let Assembler { sources, findings, .. } = assembler;
        let whole = findings.iter().all(|finding| finding.severity != Severity::Error);
        (Self { dir: dir.to_path_buf(), layout: facts.layout, sources, migrations, whole }, findings)
    }

    /// The up files, oldest first.
    pub fn up_files(&self) -> Vec<FileId> {
        self.migrations.iter().map(|migration| migration.up).collect()
    }

    /// Moves the files into `sources`, for work on several sets at once. The findings of the set move along.
    pub fn move_into(&mut self, sources: &mut Sources, findings: &mut [Diagnostic]) {
        let offset = sources.absorb(std::mem::take(&mut self.sources));
        let moved = |file: &mut FileId| file.0 += offset;
        for migration in &mut self.migrations {
            moved(&mut migration.up);
            migration.down.iter_mut().for_each(moved);
        }
        for finding in findings {
            finding.places.iter_mut().for_each(|(span, _)| moved(&mut span.file));
        }
    }

    /// Where the version of a number stands in [`Self::migrations`].
    pub fn position(&self, version: u64) -> Option<usize> {
        self.migrations.iter().position(|migration| migration.version.as_number() == Some(version))
    }

    /// A finding about this set's files as text for people.
    pub fn render(&self, finding: &Diagnostic, style: crate::diagnostic::Style) -> String {
        crate::diagnostic::render(finding, &self.sources, style)
    }
}

#[cfg(test)]
mod tests;
