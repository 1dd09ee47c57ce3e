//! Which Rust files hold models: all below the generator's folder, and those that the settings name.

use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use globset::GlobBuilder;
use schemactl_schema::diagnostic::Diagnostic;

use super::Author;
use crate::config::Config;
use crate::rules;

/// Folders that hold no sources whatever the pattern.
const NOT_SOURCES: &[&str] = &["target", "node_modules"];

/// The files in order: the generator's, then those of each pattern; each once, sorted by path within.
pub(super) fn find(config: &Config, findings: &mut Vec<Diagnostic>) -> Vec<(PathBuf, Author)> {
    let mut found: Vec<(PathBuf, Author)> = Vec::new();
    let generated = config.generated_dir();
    let mut files = Vec::new();
    walk(&generated, &mut files, findings);
    files.sort();
    let rust = |path: &PathBuf| path.extension().is_some_and(|extension| extension == "rs");
    found.extend(files.into_iter().filter(rust).map(|path| (path, Author::Generator)));
    for pattern in &config.models.rust {
        let mut matched = matching(config, pattern, findings);
        matched.sort();
        for path in matched {
            if !found.iter().any(|(other, _)| *other == path) {
                found.push((path, Author::People));
            }
        }
    }
    found
}

fn matching(config: &Config, pattern: &str, findings: &mut Vec<Diagnostic>) -> Vec<PathBuf> {
    if !pattern.contains(['*', '?', '[', '{']) {
        // A plain path is opened whether it is there or not, so that its absence is an error of reading.
        return vec![config.resolve(Path::new(pattern))];
    }
    let glob = match GlobBuilder::new(pattern).literal_separator(true).build() {
        Ok(glob) => glob.compile_matcher(),
        Err(error) => {
            findings.push(
                Diagnostic::new(
                    &rules::MODEL_PATTERN_EMPTY,
                    format!("`{pattern}` is not a pattern: {}", error.kind()),
                )
                .subject(pattern)
                .help("`*` matches within one folder, `**` any number of folders"),
            );
            return Vec::new();
        }
    };
    let fixed: PathBuf = Path::new(pattern)
        .components()
        .take_while(|part| !part.as_os_str().to_string_lossy().contains(['*', '?', '[', '{']))
        .collect();
    let start = config.resolve(&fixed);
    let mut files = Vec::new();
    walk(if start.as_os_str().is_empty() { Path::new(".") } else { &start }, &mut files, findings);
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

/// All files below a folder. A folder that is not there holds none.
fn walk(folder: &Path, files: &mut Vec<PathBuf>, findings: &mut Vec<Diagnostic>) {
    let unreadable = |error: &std::io::Error| {
        Diagnostic::new(
            &rules::MODEL_FILE_UNREADABLE,
            format!("the folder {} cannot be read: {error}", folder.display()),
        )
        .subject(folder.display().to_string())
    };
    let entries = match std::fs::read_dir(folder) {
        Ok(entries) => entries,
        Err(error) if matches!(error.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory) => return,
        Err(error) => return findings.push(unreadable(&error)),
    };
    for entry in entries {
        let entry = match entry {
            Ok(entry) => entry,
            Err(error) => {
                findings.push(unreadable(&error));
                continue;
            }
        };
        let name = entry.file_name();
        let name = name.to_string_lossy();
        // A link is not followed: it could lead back up.
        match entry.file_type() {
            Ok(kind) if kind.is_dir() && !name.starts_with('.') && !NOT_SOURCES.contains(&&*name) => {
                walk(&entry.path(), files, findings);
            }
            Ok(kind) if kind.is_file() => files.push(entry.path()),
            _ => {}
        }
    }
}
