//! What lies in a folder of migrations: its files with their place below it, each read when it is asked for.

use std::cell::OnceCell;
use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use crate::diagnostic::{Diagnostic, Rule};
use crate::rules;

use super::kind::Kind;
use super::reading;

/// Folders deeper than this are not looked into: a link may lead in a circle.
const DEEPEST: usize = 8;

/// More files than any folder of migrations has; a wrong folder was named.
const MOST_FILES: usize = 200_000;

/// Fewer files than this are read sooner than a thread is started.
const FILES_WORTH_A_THREAD: usize = 40;

/// With fewer files than this, one thread beside the caller's is enough. How many processors there are is not asked
/// then: the answer takes a dozen system calls.
const FILES_WORTH_MANY: usize = 1000;

/// Never migrations, and large.
const PASSED_OVER: &[&str] = &["node_modules", "target", "vendor", "__pycache__"];

/// The files of one folder, in the order of their paths.
#[derive(Debug)]
pub(super) struct Folder {
    pub(super) path: PathBuf,
    /// The path names one file.
    pub(super) single: bool,
    pub(super) files: Vec<File>,
    /// Folders that could not be looked into.
    pub(super) findings: Vec<Diagnostic>,
}

/// A file, not yet read.
#[derive(Debug)]
pub(super) struct File {
    /// As it can be opened.
    pub(super) path: PathBuf,
    /// Below the folder, with `/`.
    pub(super) below: String,
    pub(super) kind: Kind,
    /// Its folder says that it is a file: no link, no pipe.
    regular: bool,
    text: OnceCell<Result<String, Box<Diagnostic>>>,
}

impl File {
    fn new(path: PathBuf, below: String, text: OnceCell<Result<String, Box<Diagnostic>>>) -> Self {
        Self { path, below, kind: Kind::NotSql, regular: false, text }
    }

    /// Reads it, if it is SQL, and sees what kind it is.
    fn look(&mut self) {
        self.kind = Kind::of(self);
    }

    /// The last part of the path.
    pub(super) fn name(&self) -> &str {
        self.below.rsplit('/').next().unwrap_or(&self.below)
    }

    /// The folder it lies in, by its last name; `None` directly below the folder of migrations.
    pub(super) fn parent(&self) -> Option<&str> {
        let (parents, _) = self.below.rsplit_once('/')?;
        parents.rsplit('/').next()
    }

    /// How many folders lie between.
    pub(super) fn depth(&self) -> usize {
        self.below.matches('/').count()
    }

    /// An SQL file, whatever the case of its ending.
    pub(super) fn is_sql(&self) -> bool {
        is_sql(self.name())
    }

    pub(super) fn text(&self) -> Result<&str, &Diagnostic> {
        match self.text.get_or_init(|| reading::read(&self.path, self.regular)) {
            Ok(text) => Ok(text),
            Err(finding) => Err(finding),
        }
    }
}

impl Folder {
    /// Lists a folder with all below it, or takes one file. Hidden files and editors' copies are not there.
    pub(super) fn open(path: &Path) -> Result<Self, Box<Diagnostic>> {
        let mut folder = Self::unread(path)?;
        folder.look();
        Ok(folder)
    }

    /// The same without reading any file, so their kinds are not known.
    pub(super) fn unread(path: &Path) -> Result<Self, Box<Diagnostic>> {
        let mut folder =
            Self { path: path.to_path_buf(), single: false, files: Vec::new(), findings: Vec::new() };
        if fs::metadata(path).is_ok_and(|meta| meta.is_file()) {
            let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
            folder.single = true;
            folder.files.push(File::new(path.to_path_buf(), name, OnceCell::new()));
        } else {
            folder.list(path, "", 0)?;
        }
        Ok(folder)
    }

    /// Reads the files, side by side where there are many: opening them takes longer than anything else done to them.
    fn look(&mut self) {
        let most = self.files.len() / FILES_WORTH_A_THREAD;
        if most < 2 {
            self.files.iter_mut().for_each(File::look);
            return;
        }
        let threads = match self.files.len() {
            0..FILES_WORTH_MANY => 2,
            _ => std::thread::available_parallelism().map_or(1, std::num::NonZero::get).min(most),
        };
        let mut parts = {
            let size = self.files.len().div_ceil(threads);
            self.files.chunks_mut(size)
        };
        let first = parts.next();
        std::thread::scope(|scope| {
            for part in parts {
                scope.spawn(move || part.iter_mut().for_each(File::look));
            }
            first.into_iter().flatten().for_each(File::look);
        });
    }

    /// Files that are in memory.
    pub(super) fn of_texts<'a>(files: impl IntoIterator<Item = (&'a str, &'a str)>) -> Self {
        let mut files: Vec<_> = files
            .into_iter()
            .filter(|(name, _)| !hidden(name.rsplit('/').next().unwrap_or(name)))
            .map(|(name, text)| {
                File::new(PathBuf::from(name), name.to_owned(), OnceCell::from(Ok(text.to_owned())))
            })
            .collect();
        files.sort_by(|a, b| a.below.cmp(&b.below));
        let mut folder = Self { path: PathBuf::new(), single: false, files, findings: Vec::new() };
        folder.look();
        folder
    }

    fn list(&mut self, path: &Path, below: &str, depth: usize) -> Result<(), Box<Diagnostic>> {
        let mut names = Vec::new();
        for entry in fs::read_dir(path).map_err(|error| refused(path, &error))? {
            let entry = entry.map_err(|error| refused(path, &error))?;
            // What a link leads to must be asked for; of all else the folder itself says what it is.
            let (is_folder, regular) = match entry.file_type() {
                Ok(kind) if !kind.is_symlink() => (kind.is_dir(), kind.is_file()),
                _ => (fs::metadata(entry.path()).is_ok_and(|meta| meta.is_dir()), false),
            };
            names.push((entry.file_name(), is_folder, regular));
        }
        names.sort();
        for (name, is_folder, regular) in names {
            let (child, name) = (path.join(&name), name.to_string_lossy().into_owned());
            if hidden(&name) {
                continue;
            }
            let inner = if below.is_empty() { name.clone() } else { format!("{below}/{name}") };
            // A folder that is called like a migration was meant to be one; reading says what it is.
            if is_folder && !is_sql(&name) {
                if depth < DEEPEST
                    && !PASSED_OVER.contains(&name.as_str())
                    && let Err(finding) = self.list(&child, &inner, depth + 1)
                {
                    self.findings.push(*finding);
                }
            } else if self.files.len() < MOST_FILES {
                self.files.push(File { regular, ..File::new(child, inner, OnceCell::new()) });
            } else if self.files.len() == MOST_FILES {
                return Err(Box::new(
                    Diagnostic::new(
                        &rules::FOLDER_MISSING,
                        format!("{} holds more than {MOST_FILES} files", self.path.display()),
                    )
                    .subject(self.path.display().to_string())
                    .help("name the folder that holds the migrations and nothing else"),
                ));
            }
        }
        Ok(())
    }

    /// The folders directly below that hold SQL somewhere.
    pub(super) fn folders_with_sql(&self) -> Vec<&str> {
        let mut names: Vec<&str> = self
            .files
            .iter()
            .filter(|file| file.is_sql())
            .filter_map(|file| Some(file.below.split_once('/')?.0))
            .collect();
        names.dedup();
        names
    }

    /// The folder below of that name becomes the folder.
    pub(super) fn enter(&mut self, name: &str) {
        let prefix = format!("{name}/");
        self.path.push(name);
        let files = std::mem::take(&mut self.files);
        self.files = files
            .into_iter()
            .filter_map(|mut file| {
                file.below = file.below.strip_prefix(&prefix)?.to_owned();
                file.kind = Kind::of(&file);
                Some(file)
            })
            .collect();
    }
}

fn is_sql(name: &str) -> bool {
    name.len()
        .checked_sub(4)
        .and_then(|at| name.as_bytes().get(at..))
        .is_some_and(|end| end.eq_ignore_ascii_case(b".sql"))
}

fn hidden(name: &str) -> bool {
    name.starts_with('.') || name.ends_with('~')
}

fn refused(dir: &Path, error: &std::io::Error) -> Box<Diagnostic> {
    let finding = |rule: &Rule, message: String, help: &str| {
        Box::new(Diagnostic::new(rule, message).subject(dir.display().to_string()).help(help))
    };
    match error.kind() {
        ErrorKind::NotFound => finding(
            &rules::FOLDER_MISSING,
            format!("the folder {} does not exist", dir.display()),
            "create it, or name the folder of your migrations with `--migrations DIR`",
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
    }
}
