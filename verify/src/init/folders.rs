//! The folders of a project in which migrations or generated code may be.

use std::fs;
use std::path::{Path, PathBuf};

/// How deep below the project's folder it is looked: `crates/database/src/schema`.
const DEPTH: usize = 4;

/// The folders below a folder, relative to it, those nearer to it before, else by name. Left out are hidden ones, what
/// build tools fill, and what cannot be read.
pub(super) fn below(folder: &Path) -> Vec<PathBuf> {
    let mut found = vec![PathBuf::new()];
    let mut level = 0;
    for _ in 0..DEPTH {
        let end = found.len();
        for at in level..end {
            let mut inner: Vec<PathBuf> = fs::read_dir(folder.join(&found[at]))
                .into_iter()
                .flatten()
                .flatten()
                .filter(|entry| entry.file_type().is_ok_and(|kind| kind.is_dir()))
                .filter(|entry| {
                    let name = entry.file_name();
                    let hidden = name.as_encoded_bytes().starts_with(b".");
                    !hidden && name != "node_modules" && !entry.path().join("CACHEDIR.TAG").exists()
                })
                .map(|entry| found[at].join(entry.file_name()))
                .collect();
            inner.sort();
            found.extend(inner);
        }
        level = end;
    }
    found.remove(0);
    found
}
