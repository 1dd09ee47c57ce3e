//! Generated files on disk: writes what changed, removes what is no longer made, and touches nothing else.

use std::collections::{BTreeSet, HashSet};
use std::ffi::OsStr;
use std::io::{self, Read};
use std::path::{Path, PathBuf};
use std::{fs, process};

use similar::TextDiff;

use crate::GeneratedFile;
use crate::manifest::MANIFEST_HEADER;
use crate::text::HEADER;

/// The one file that is not Rust.
const MANIFEST: &str = "Cargo.toml";

/// Why files could not be written or compared. Each names the path.
#[derive(thiserror::Error, Debug)]
pub enum FilesError {
    /// Something else stands where a generated file must go; nothing was written.
    #[error(
        "{} was not written by schemactl, so it is not overwritten: move it away, or generate into another folder",
        path.display()
    )]
    NotOurs { path: PathBuf },
    #[error("cannot read {}: {source}", path.display())]
    Read { path: PathBuf, source: io::Error },
    #[error("cannot write {}: {source}", path.display())]
    Write { path: PathBuf, source: io::Error },
    #[error("cannot remove {}: {source}", path.display())]
    Remove { path: PathBuf, source: io::Error },
}

/// What [`write()`] did; paths are relative to the folder.
#[derive(Clone, PartialEq, Eq, Default, Debug)]
pub struct Outcome {
    pub written: Vec<PathBuf>,
    pub unchanged: Vec<PathBuf>,
    pub removed: Vec<PathBuf>,
}

/// A file that is not what generation makes now.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Stale {
    /// Relative to the folder.
    pub path: PathBuf,
    pub kind: StaleKind,
    /// Unified diff from what is there to what should be.
    pub diff: String,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum StaleKind {
    Missing,
    Differs,
    /// It was generated once, and no longer is.
    Leftover,
}

/// Brings a folder to what was generated.
///
/// A file is replaced in one step (written beside, then renamed), and only when its bytes differ; a folder that is not
/// there yet comes as a whole in one step. Files that
/// begin with [`HEADER`] and are not among `files` are removed, with folders that this leaves empty; so two
/// generations must not share a folder, nor one lie inside the other's.
///
/// # Errors
/// When a path is taken by something that schemactl did not write (then nothing at all was changed), or the
/// file system refuses.
pub fn write(out_dir: &Path, files: &[GeneratedFile]) -> Result<Outcome, FilesError> {
    let mut outcome = Outcome::default();
    if let Err(error) = fs::symlink_metadata(out_dir)
        && error.kind() == io::ErrorKind::NotFound
        && let Some(name) = out_dir.file_name()
        && !files.is_empty()
    {
        create(out_dir, name, files)?;
        outcome.written.extend(files.iter().map(|file| file.path.clone()));
        return Ok(outcome);
    }
    let mut changed = Vec::new();
    for file in files {
        let path = out_dir.join(&file.path);
        match present(&path)? {
            Some(text) if text == file.text => outcome.unchanged.push(file.path.clone()),
            Some(text) if !is_ours(&text) => return Err(FilesError::NotOurs { path }),
            _ => changed.push(file),
        }
    }
    let leftovers = leftovers(out_dir, files)?;
    let mut made = BTreeSet::new();
    for file in changed {
        let path = out_dir.join(&file.path);
        make_parent(&path, &mut made)?;
        replace(&path, &file.text)?;
        outcome.written.push(file.path.clone());
    }
    for path in leftovers {
        let whole = out_dir.join(&path);
        fs::remove_file(&whole).map_err(|source| FilesError::Remove { path: whole.clone(), source })?;
        remove_empty_parents(out_dir, &whole);
        outcome.removed.push(path);
    }
    Ok(outcome)
}

/// Compares a folder with what was generated, and changes nothing.
///
/// # Errors
/// When the file system refuses.
pub fn check(out_dir: &Path, files: &[GeneratedFile]) -> Result<Vec<Stale>, FilesError> {
    let mut stale = Vec::new();
    for file in files {
        let found = present(&out_dir.join(&file.path))?;
        let kind = match &found {
            None => StaleKind::Missing,
            Some(text) if *text != file.text => StaleKind::Differs,
            Some(_) => continue,
        };
        let found = found.unwrap_or_default();
        stale.push(Stale { path: file.path.clone(), kind, diff: diff(&file.path, &found, &file.text) });
    }
    for path in leftovers(out_dir, files)? {
        let found = present(&out_dir.join(&path))?.unwrap_or_default();
        let diff = diff(&path, &found, "");
        stale.push(Stale { path, kind: StaleKind::Leftover, diff });
    }
    stale.sort_by(|left, right| left.path.cmp(&right.path));
    Ok(stale)
}

fn diff(path: &Path, found: &str, wanted: &str) -> String {
    let path = path.display().to_string().replace('\\', "/");
    let name = |side: char, text: &str| {
        if text.is_empty() { "/dev/null".to_owned() } else { format!("{side}/{path}") }
    };
    TextDiff::from_lines(found, wanted)
        .unified_diff()
        .header(&name('a', found), &name('b', wanted))
        .to_string()
}

fn is_ours(text: &str) -> bool {
    matches!(text.lines().next(), Some(HEADER | MANIFEST_HEADER))
}

/// Takes `Cargo.toml` out of `files` where another stands that is not ours: a crate that somebody wrote keeps it.
/// True when that was so.
///
/// # Errors
/// When the file system refuses.
pub fn keep_manifest(out_dir: &Path, files: &mut Vec<GeneratedFile>) -> Result<bool, FilesError> {
    let theirs = present(&out_dir.join(MANIFEST))?.is_some_and(|text| !is_ours(&text));
    if theirs {
        files.retain(|file| file.path != Path::new(MANIFEST));
    }
    Ok(theirs)
}

/// The text of a file, or `None` when nothing is there. Bytes that are not UTF-8 are not ours, and are read
/// as text that is not.
fn present(path: &Path) -> Result<Option<String>, FilesError> {
    match fs::symlink_metadata(path) {
        Ok(found) if !found.is_file() => Err(FilesError::NotOurs { path: path.to_path_buf() }),
        Ok(_) => match fs::read(path) {
            Ok(bytes) => Ok(Some(String::from_utf8_lossy(&bytes).into_owned())),
            Err(source) => Err(FilesError::Read { path: path.to_path_buf(), source }),
        },
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(source) => Err(FilesError::Read { path: path.to_path_buf(), source }),
    }
}

/// Makes a folder that is not there, with all files: beside its place, then moved there, so that nobody sees a part of
/// it.
fn create(out_dir: &Path, name: &OsStr, files: &[GeneratedFile]) -> Result<(), FilesError> {
    let failed = |source| FilesError::Write { path: out_dir.to_path_buf(), source };
    // A rename does not make the parents.
    let mut made = BTreeSet::new();
    make_parent(out_dir, &mut made)?;
    let mut name = name.to_owned();
    name.push(format!(".{}.tmp", process::id()));
    let beside = out_dir.with_file_name(name);
    // Left by a process of the same number that was killed.
    drop(fs::remove_dir_all(&beside));
    let mut fill = || {
        for file in files {
            let path = beside.join(&file.path);
            make_parent(&path, &mut made)?;
            fs::write(&path, &file.text).map_err(|source| FilesError::Write { path, source })?;
        }
        fs::rename(&beside, out_dir).map_err(failed)
    };
    let done = fill();
    if done.is_err() {
        // The first error is the one to tell; a folder left beside harms nothing.
        drop(fs::remove_dir_all(&beside));
    }
    done
}

/// Makes the folder that a file lies in, if it was not `made` before.
fn make_parent(path: &Path, made: &mut BTreeSet<PathBuf>) -> Result<(), FilesError> {
    if let Some(parent) = path.parent()
        && !made.contains(parent)
    {
        fs::create_dir_all(parent)
            .map_err(|source| FilesError::Write { path: path.to_path_buf(), source })?;
        made.insert(parent.to_path_buf());
    }
    Ok(())
}

fn replace(path: &Path, text: &str) -> Result<(), FilesError> {
    let failed = |source| FilesError::Write { path: path.to_path_buf(), source };
    // The process is in the name because cargo and an editor may run one build script at the same time.
    let beside = path.with_extension(format!("rs.{}.tmp", process::id()));
    let done = fs::write(&beside, text).and_then(|()| fs::rename(&beside, path));
    done.map_err(|source| {
        // The first error is the one to tell; a file left beside harms nothing.
        drop(fs::remove_file(&beside));
        failed(source)
    })
}

/// Files that an earlier generation wrote and this one does not make, sorted.
fn leftovers(out_dir: &Path, files: &[GeneratedFile]) -> Result<Vec<PathBuf>, FilesError> {
    let wanted: HashSet<&Path> = files.iter().map(|file| file.path.as_path()).collect();
    let mut found = Vec::new();
    let mut folders = vec![PathBuf::new()];
    while let Some(folder) = folders.pop() {
        let whole = out_dir.join(&folder);
        let failed = |source| FilesError::Read { path: whole.clone(), source };
        let entries = match fs::read_dir(&whole) {
            Ok(entries) => entries,
            Err(error) if error.kind() == io::ErrorKind::NotFound && folder.as_os_str().is_empty() => break,
            Err(source) => return Err(failed(source)),
        };
        for entry in entries {
            let entry = entry.map_err(failed)?;
            let kind = entry.file_type().map_err(failed)?;
            let path = folder.join(entry.file_name());
            if kind.is_dir() {
                // Neither what Cargo builds nor what git keeps.
                let hidden = entry.file_name().as_encoded_bytes().starts_with(b".");
                if !hidden && !entry.path().join("CACHEDIR.TAG").exists() {
                    folders.push(path);
                }
            } else if kind.is_file()
                && (path.extension().is_some_and(|extension| extension == "rs")
                    || path == Path::new(MANIFEST))
                && !wanted.contains(path.as_path())
                && begins_with_header(&entry.path())?
            {
                found.push(path);
            }
        }
    }
    found.sort();
    Ok(found)
}

fn begins_with_header(path: &Path) -> Result<bool, FilesError> {
    let failed = |source| FilesError::Read { path: path.to_path_buf(), source };
    let mut start = Vec::with_capacity(HEADER.len() + 1);
    let file = fs::File::open(path).map_err(failed)?;
    let length = HEADER.len().max(MANIFEST_HEADER.len()) as u64 + 1;
    file.take(length).read_to_end(&mut start).map_err(failed)?;
    let line = start.split(|byte| *byte == b'\n').next().unwrap_or_default();
    Ok(line.len() < start.len() && (line == HEADER.as_bytes() || line == MANIFEST_HEADER.as_bytes()))
}

/// Removes the folders above a removed file that are empty now; the first that is not ends it.
fn remove_empty_parents(out_dir: &Path, path: &Path) {
    let mut folder = path.parent();
    while let Some(parent) = folder {
        if parent == out_dir || !parent.starts_with(out_dir) || fs::remove_dir(parent).is_err() {
            return;
        }
        folder = parent.parent();
    }
}
