//! Which Rust files hold models: all below the generator's folder, and those that the settings name.

use std::collections::BTreeSet;
use std::fs::DirEntry;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use globset::{GlobBuilder, GlobMatcher};
use schemactl_schema::diagnostic::Diagnostic;
use schemactl_schema::source::FileId;

use super::Author;
use crate::config::{Config, Setting};
use crate::rules;

/// Folders that hold no sources whatever the pattern.
const NOT_SOURCES: &[&str] = &["target", "node_modules"];

/// The files in order: the generator's, then those of each pattern; each once, sorted by path within.
///
/// `settings` is the file of the settings among the sources.
pub(super) fn find(
    config: &Config,
    settings: Option<FileId>,
    findings: &mut Vec<Diagnostic>,
) -> Vec<(PathBuf, Author)> {
    let mut found: Vec<(PathBuf, Author)> = Vec::new();
    // One file may have several paths, by links: the first one names it.
    let mut seen: BTreeSet<PathBuf> = BTreeSet::new();
    let mut is_new = |path: &Path| seen.insert(path.canonicalize().unwrap_or_else(|_| path.to_path_buf()));
    let rust = |path: &PathBuf| path.extension().is_some_and(|extension| extension == "rs");
    for path in below(&config.generated_sources(), findings).into_iter().filter(rust) {
        if is_new(&path) {
            found.push((path, Author::Generator));
        }
    }
    for pattern in &config.models.rust {
        let made = findings.len();
        let matched = matching(config, pattern, findings);
        if let (Some(written), Some(file)) = (&config.written, settings)
            && let Some(place) = written.place(file, Setting::Rust(pattern))
        {
            for finding in findings.iter_mut().skip(made).filter(|finding| finding.places.is_empty()) {
                finding.places.push((place, String::new()));
            }
        }
        for path in matched {
            if is_new(&path) {
                found.push((path, Author::People));
            }
        }
    }
    found
}

/// Whether a file's path or pattern can be understood.
///
/// # Errors
/// What is wrong with it, in words.
pub(crate) fn check_pattern(pattern: &str) -> Result<(), String> {
    if is_pattern(pattern) { glob(pattern).map(drop) } else { Ok(()) }
}

fn is_pattern(text: &str) -> bool {
    text.contains(['*', '?', '[', '{'])
}

fn glob(pattern: &str) -> Result<GlobMatcher, String> {
    match GlobBuilder::new(pattern).literal_separator(true).build() {
        Ok(glob) => Ok(glob.compile_matcher()),
        Err(error) => Err(error.kind().to_string()),
    }
}

fn matching(config: &Config, pattern: &str, findings: &mut Vec<Diagnostic>) -> Vec<PathBuf> {
    if !is_pattern(pattern) {
        // A plain path is opened whether it is there or not, so that its absence is an error of reading.
        return vec![config.resolve(Path::new(pattern))];
    }
    let glob = match glob(pattern) {
        Ok(glob) => glob,
        // Settings from a file cannot hold such a pattern; those that a program makes can.
        Err(cause) => {
            findings.push(
                Diagnostic::new(
                    &rules::MODEL_PATTERN_EMPTY,
                    format!("`{pattern}` is not a pattern: {cause}"),
                )
                .subject(pattern)
                .help("`*` matches within one folder, `**` any number of folders"),
            );
            return Vec::new();
        }
    };
    let fixed: PathBuf = Path::new(pattern)
        .components()
        .take_while(|part| !is_pattern(&part.as_os_str().to_string_lossy()))
        .collect();
    let start = config.resolve(&fixed);
    let files = below(if start.as_os_str().is_empty() { Path::new(".") } else { &start }, findings);
    let matched: Vec<PathBuf> = files
        .into_iter()
        .filter_map(|path| {
            let path = path.strip_prefix("./").map(Path::to_path_buf).unwrap_or(path);
            let base = config.resolve(Path::new(""));
            let relative = path.strip_prefix(&base).unwrap_or(&path);
            glob.is_match(relative).then_some(path)
        })
        .collect();
    if matched.is_empty() {
        findings.push(
            Diagnostic::new(&rules::MODEL_PATTERN_EMPTY, format!("`{pattern}` matches no file"))
                .subject(pattern)
                .why("the models that it was to name are not checked")
                .help("correct `[models] rust` in schemactl.toml"),
        );
    }
    matched
}

/// All files below a folder, sorted. A folder that is not there holds none.
fn below(folder: &Path, findings: &mut Vec<Diagnostic>) -> Vec<PathBuf> {
    let mut walk = Walk { seen: BTreeSet::new(), files: Vec::new(), findings };
    walk.folder(folder);
    walk.files.sort();
    walk.files
}

/// A way through folders that enters each of them once, however many links lead to it.
struct Walk<'a> {
    seen: BTreeSet<PathBuf>,
    files: Vec<PathBuf>,
    findings: &'a mut Vec<Diagnostic>,
}

impl Walk<'_> {
    fn folder(&mut self, folder: &Path) {
        let canonical = folder.canonicalize().unwrap_or_else(|_| folder.to_path_buf());
        if !self.seen.insert(canonical) {
            return;
        }
        let entries = match std::fs::read_dir(folder) {
            Ok(entries) => entries,
            Err(error) if matches!(error.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory) => return,
            Err(error) => return self.unreadable(folder, &error),
        };
        let mut folders = Vec::new();
        for entry in entries {
            match entry.and_then(|entry| Ok((entry.file_type()?.is_symlink(), entry))) {
                Ok((is_link, entry)) => self.entry(&entry, is_link, &mut folders),
                Err(error) => self.unreadable(folder, &error),
            }
        }
        // What lies here is entered by its own name before any link to it is.
        folders.sort();
        for (_, path) in folders {
            self.folder(&path);
        }
    }

    fn entry(&mut self, entry: &DirEntry, is_link: bool, folders: &mut Vec<(bool, PathBuf)>) {
        let name = entry.file_name();
        let name = name.to_string_lossy();
        let path = entry.path();
        // Follows a link, unlike the entry's own type.
        match std::fs::metadata(&path) {
            Ok(target) if target.is_dir() => {
                if !name.starts_with('.') && !NOT_SOURCES.contains(&&*name) {
                    folders.push((is_link, path));
                }
            }
            Ok(target) if target.is_file() => self.files.push(path),
            Ok(_) => {}
            // A link to nowhere counts when it is named like a source; `.#x.rs` is what an editor leaves.
            Err(error) => {
                if path.extension().is_some_and(|extension| extension == "rs") && !name.starts_with('.') {
                    self.unreadable(&path, &error);
                }
            }
        }
    }

    fn unreadable(&mut self, path: &Path, error: &std::io::Error) {
        self.findings.push(
            Diagnostic::new(
                &rules::MODEL_FILE_UNREADABLE,
                format!("{} cannot be read: {error}", path.display()),
            )
            .subject(path.display().to_string())
            .why("the models that it may hold are not checked")
            .help("correct it, or `[models] rust` in schemactl.toml"),
        );
    }
}
