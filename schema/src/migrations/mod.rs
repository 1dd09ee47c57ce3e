//! Finds, names and orders the migration files of a folder.
//!
//! The folder is read once, as a whole: [`MigrationSet::read`] gives every migration it could make out
//! beside a finding for everything it could not. One bad file never hides another.

mod layout;
mod reading;

use std::collections::{BTreeMap, BTreeSet};
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use crate::diagnostic::{Diagnostic, Rule, Severity};
use crate::rules;
use crate::source::{FileId, Sources, Span};

pub use layout::{Direction, Layout};
pub use reading::MAX_FILE_BYTES;

/// The migrations of one folder, oldest first, with the text of their files.
#[derive(Clone, Debug)]
pub struct MigrationSet {
    /// The folder as it was given: a relative path stays relative.
    pub dir: PathBuf,
    /// Every file that was read, up and down.
    pub sources: Sources,
    /// Ordered by version, then by name (two of one version are a finding, but neither is lost).
    pub migrations: Vec<Migration>,
    /// Whether reading made no finding that is an error. A set with errors may lack a migration: it can be
    /// looked at, and must not be run on a database that matters.
    pub whole: bool,
}

/// One step of the schema's history.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Migration {
    /// The number in the file's name; never above what PostgreSQL's `bigint` holds.
    pub version: u64,
    /// What stands between the number and the direction: `create_users` of `000001_create_users.up.sql`.
    pub name: String,
    pub up: FileId,
    /// `None` when there is no down file, or it could not be read.
    pub down: Option<FileId>,
}

impl Migration {
    /// The file that runs in a direction.
    pub fn file(&self, direction: Direction) -> Option<FileId> {
        match direction {
            Direction::Up => Some(self.up),
            Direction::Down => self.down,
        }
    }
}

impl MigrationSet {
    /// Reads a folder of golang-migrate style files: `NNNNNN_name.up.sql`, `NNNNNN_name.down.sql`.
    ///
    /// The set is empty when the folder cannot be read; the findings say why.
    pub fn read(dir: &Path) -> (Self, Vec<Diagnostic>) {
        Self::read_as(dir, Layout::GolangMigrate)
    }

    /// Reads a folder whose files are named in another tool's way.
    pub fn read_as(dir: &Path, layout: Layout) -> (Self, Vec<Diagnostic>) {
        let mut reader = Reader::new(layout);
        let migrations = match list(dir) {
            Ok(entries) => reader.read(dir, entries.into_iter().map(|path| (path, None))),
            Err(finding) => {
                reader.findings.push(*finding);
                Vec::new()
            }
        };
        reader.finish(dir, migrations)
    }

    /// A set of files that are in memory: their names and texts, in any order. For tests, and for callers whose
    /// migrations are embedded.
    pub fn from_texts<'a>(files: impl IntoIterator<Item = (&'a str, &'a str)>) -> (Self, Vec<Diagnostic>) {
        let dir = Path::new("");
        let mut reader = Reader::new(Layout::GolangMigrate);
        let files = files.into_iter().map(|(name, text)| (PathBuf::from(name), Some(text.to_owned())));
        let migrations = reader.read(dir, files);
        reader.finish(dir, migrations)
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

    /// Where a version stands in [`Self::migrations`].
    pub fn position(&self, version: u64) -> Option<usize> {
        self.migrations.iter().position(|migration| migration.version == version)
    }

    /// A finding about this set's files as text for people.
    pub fn render(&self, finding: &Diagnostic, style: crate::diagnostic::Style) -> String {
        crate::diagnostic::render(finding, &self.sources, style)
    }
}

/// A file whose name was understood. `text` is `None` when its content could not be used.
struct Named {
    name: String,
    path: PathBuf,
    text: Option<FileId>,
}

#[derive(Default)]
struct Sides {
    up: Vec<Named>,
    down: Vec<Named>,
}

struct Reader {
    layout: Layout,
    sources: Sources,
    findings: Vec<Diagnostic>,
}

impl Reader {
    fn new(layout: Layout) -> Self {
        Self { layout, sources: Sources::new(), findings: Vec::new() }
    }

    fn finish(self, dir: &Path, migrations: Vec<Migration>) -> (MigrationSet, Vec<Diagnostic>) {
        let whole = self.findings.iter().all(|finding| finding.severity != Severity::Error);
        let set = MigrationSet { dir: dir.to_path_buf(), sources: self.sources, migrations, whole };
        (set, self.findings)
    }

    /// Makes migrations of files; one without a text is read from the disk.
    fn read(&mut self, dir: &Path, files: impl Iterator<Item = (PathBuf, Option<String>)>) -> Vec<Migration> {
        let mut versions: BTreeMap<u64, Sides> = BTreeMap::new();
        for (path, text) in files {
            self.take(path, text, &mut versions);
        }
        if versions.is_empty() {
            let help = if self.findings.iter().any(|finding| finding.code == rules::NAME_UNKNOWN.code) {
                format!("rename the files to {}", self.layout.pattern())
            } else {
                format!("add a file named {}, or name another folder", self.layout.pattern())
            };
            let message = format!("{} holds no migration", dir.display());
            self.findings.push(
                Diagnostic::new(&rules::FOLDER_EMPTY, message)
                    .subject(dir.display().to_string())
                    .why("without migrations there is nothing to build a schema from")
                    .help(help),
            );
            return Vec::new();
        }
        let mut migrations = Vec::new();
        for (version, sides) in &versions {
            self.duplicates(*version, &sides.up);
            self.duplicates(*version, &sides.down);
            self.pair(*version, sides, &mut migrations);
        }
        self.gaps(&versions);
        self.downs(&versions);
        migrations
    }

    /// Names one entry of the folder and reads it, or says why not.
    fn take(&mut self, path: PathBuf, text: Option<String>, versions: &mut BTreeMap<u64, Sides>) {
        let Some(file_name) = path.file_name().map(|name| name.to_string_lossy().into_owned()) else {
            return;
        };
        let named = match self.layout.parse(&file_name) {
            Ok(Some(named)) => named,
            Ok(None) => return,
            Err(reason) => {
                let message = format!("{} is not read: {}", path.display(), reason.cause);
                self.findings.push(
                    Diagnostic::new(&rules::NAME_UNKNOWN, message)
                        .subject(path.display().to_string())
                        .why(reason.why)
                        .help(format!("name it {}, or move it out of the folder", self.layout.pattern())),
                );
                return;
            }
        };
        let text = match text.map_or_else(|| reading::read(&path), Ok) {
            Ok(text) => Some(self.sources.add(&path, text)),
            Err(finding) => {
                self.findings.push(*finding);
                None
            }
        };
        let sides = versions.entry(named.version).or_default();
        let side = match named.direction {
            Direction::Up => &mut sides.up,
            Direction::Down => &mut sides.down,
        };
        side.push(Named { name: named.name, path, text });
    }

    fn duplicates(&mut self, version: u64, files: &[Named]) {
        let [first, second, ..] = files else { return };
        let paths: Vec<_> = files.iter().map(|file| file.path.display().to_string()).collect();
        let mut finding = Diagnostic::new(
            &rules::VERSION_DUPLICATE,
            format!("version {version} is taken by {}", paths.join(" and ")),
        )
        .subject(second.path.display().to_string())
        .why("their order is not defined, and a database that has one of them never gets the other")
        .help(format!(
            "give the newer of them the next free number; `{}` stays if it was released",
            first.name
        ));
        for (at, file) in files.iter().rev().enumerate() {
            if let Some(id) = file.text {
                let label = if at == 0 { "this one" } else { "and this one have the same number" };
                finding = finding.label(Span::new(id, 0, 0), label);
            }
        }
        self.findings.push(finding);
    }

    /// Puts ups and downs of one version together: by name where it can be, else by version alone, as
    /// golang-migrate does.
    fn pair(&mut self, version: u64, sides: &Sides, migrations: &mut Vec<Migration>) {
        let mut taken = BTreeSet::new();
        for up in &sides.up {
            let by_name = sides.down.iter().position(|down| down.name == up.name);
            let down = by_name.or_else(|| (sides.up.len() == 1 && !sides.down.is_empty()).then_some(0));
            taken.extend(down);
            let Some(id) = up.text else { continue };
            migrations.push(Migration {
                version,
                name: up.name.clone(),
                up: id,
                down: down.and_then(|at| sides.down.get(at)).and_then(|down| down.text),
            });
        }
        for (at, down) in sides.down.iter().enumerate() {
            if taken.contains(&at) || (at > 0 && !sides.up.is_empty()) {
                continue;
            }
            let mut finding =
                Diagnostic::new(&rules::UP_MISSING, format!("{} has no up file", down.path.display()))
                    .subject(down.path.display().to_string())
                    .why("it undoes something that is never done")
                    .help(format!(
                        "add {}, or remove this file",
                        self.layout.file(version, &down.name, true)
                    ));
            if let Some(id) = down.text {
                finding = finding.at(Span::new(id, 0, 0));
            }
            self.findings.push(finding);
        }
    }

    /// Numbers that are missing between two files. Timestamps have no neighbours, so they have no gaps.
    fn gaps(&mut self, versions: &BTreeMap<u64, Sides>) {
        let numbers: Vec<u64> =
            versions.keys().copied().filter(|version| self.layout.is_sequential(*version)).collect();
        let step = stride(&numbers);
        for pair in numbers.windows(2) {
            let [before, after] = [pair[0], pair[1]];
            let (first, last) = (before + step, after - step);
            if first > last {
                continue;
            }
            let missing = if first == last {
                format!("version {first} is missing")
            } else {
                format!("versions {first} to {last} are missing")
            };
            let mut finding =
                Diagnostic::new(&rules::VERSION_GAP, format!("{missing} between {before} and {after}"))
                    .why("a file may have been forgotten in a commit or lost in a merge")
                    .help("add the forgotten file, or renumber the later ones if no database has run them");
            for (version, label) in
                [(after, "no file stands before this one"), (before, "the last before the gap")]
            {
                let file = versions.get(&version).and_then(|sides| sides.up.first().or(sides.down.first()));
                if let Some(file) = file {
                    finding = finding.subject(file.path.display().to_string());
                    if let Some(id) = file.text {
                        finding = finding.label(Span::new(id, 0, 0), label);
                    }
                }
            }
            self.findings.push(finding);
        }
    }

    /// Ups that cannot be undone. A folder without any down file is one decision, so it is one finding.
    fn downs(&mut self, versions: &BTreeMap<u64, Sides>) {
        let ups: Vec<_> = versions
            .iter()
            .flat_map(|(version, sides)| {
                let alone = |up: &&Named| {
                    !(sides.down.iter().any(|down| down.name == up.name)
                        || sides.up.len() == 1 && !sides.down.is_empty())
                };
                sides.up.iter().filter(alone).map(|up| (*version, up))
            })
            .collect();
        let none_at_all = versions.values().all(|sides| sides.down.is_empty());
        if let ([(_, first), _, ..], true) = (ups.as_slice(), none_at_all) {
            let message = format!("none of {} migrations has a down file", ups.len());
            self.down_missing(
                message,
                first,
                "add down files, or go on without: only `migrate down` needs them",
            );
            return;
        }
        for (version, up) in ups {
            let message = format!("{} has no down file", up.path.display());
            let help = format!("add {}", self.layout.file(version, &up.name, false));
            self.down_missing(message, up, &help);
        }
    }

    fn down_missing(&mut self, message: String, up: &Named, help: &str) {
        let mut finding = Diagnostic::new(&rules::DOWN_MISSING, message)
            .subject(up.path.display().to_string())
            .why("it cannot be undone")
            .help(help);
        if let Some(id) = up.text {
            finding = finding.at(Span::new(id, 0, 0));
        }
        self.findings.push(finding);
    }
}

/// The distance between neighbours: 1, or what teams use who leave room on purpose (10, 20, 30).
fn stride(numbers: &[u64]) -> u64 {
    let steps = numbers.windows(2).map(|pair| pair[1] - pair[0]);
    let common = steps.fold(0, greatest_common_divisor);
    if common > 0 && common % 10 == 0 { common } else { 1 }
}

fn greatest_common_divisor(a: u64, b: u64) -> u64 {
    if b == 0 { a } else { greatest_common_divisor(b, a % b) }
}

/// The entries of the folder, in the order of their names.
fn list(dir: &Path) -> Result<Vec<PathBuf>, Box<Diagnostic>> {
    let finding = |rule: &Rule, message: String, help: &str| {
        Box::new(Diagnostic::new(rule, message).subject(dir.display().to_string()).help(help))
    };
    let refused = |error: std::io::Error| match error.kind() {
        ErrorKind::NotFound => finding(
            &rules::FOLDER_MISSING,
            format!("the folder {} does not exist", dir.display()),
            "create it, or name the folder of your migrations with `--migrations DIR`",
        ),
        ErrorKind::NotADirectory => finding(
            &rules::FOLDER_MISSING,
            format!("{} is a file, not a folder", dir.display()),
            "name the folder that holds the migrations",
        ),
        ErrorKind::PermissionDenied => finding(
            &rules::FOLDER_MISSING,
            format!("the folder {} must not be read by this user", dir.display()),
            "grant this user read and search permission on it",
        ),
        _ => finding(
            &rules::FOLDER_MISSING,
            format!("the folder {} cannot be read: {error}", dir.display()),
            "name the folder that holds the migrations",
        ),
    };
    let mut entries = Vec::new();
    for entry in std::fs::read_dir(dir).map_err(refused)? {
        entries.push(dir.join(entry.map_err(refused)?.file_name()));
    }
    entries.sort();
    Ok(entries)
}

#[cfg(test)]
mod tests;
