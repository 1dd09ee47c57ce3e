//! Cases in `cases/`: folders, files, blocks, and expected output.

use std::path::{Path, PathBuf};

/// The folders below `cases/<area>`, sorted.
///
/// # Panics
/// When there is none: a test of nothing must not pass.
pub fn folders(area: &str) -> Vec<PathBuf> {
    entries(area, Path::is_dir)
}

/// The `.sql` files of `cases/<area>`, sorted.
///
/// # Panics
/// When there is none.
pub fn files(area: &str) -> Vec<PathBuf> {
    entries(area, |path| path.extension().is_some_and(|extension| extension == "sql"))
}

fn entries(area: &str, wanted: impl Fn(&Path) -> bool) -> Vec<PathBuf> {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("cases").join(area);
    let mut found: Vec<PathBuf> = std::fs::read_dir(&folder)
        .unwrap_or_else(|error| panic!("{}: {error}", folder.display()))
        .filter_map(|entry| entry.ok().map(|entry| entry.path()))
        .filter(|path| wanted(path))
        .collect();
    found.sort();
    assert!(!found.is_empty(), "{} has no cases", folder.display());
    found
}

/// The blocks of a text that begin with `-- <directive> name`: name and SQL.
pub fn blocks(text: &str, directive: &str) -> Vec<(String, String)> {
    let mut found: Vec<(String, String)> = Vec::new();
    for line in text.lines() {
        let name = line.strip_prefix("-- ").and_then(|comment| comment.strip_prefix(directive));
        match (name, found.last_mut()) {
            (Some(name), _) => found.push((name.trim().to_owned(), String::new())),
            (None, Some((_, sql))) => {
                sql.push_str(line);
                sql.push('\n');
            }
            (None, None) => {}
        }
    }
    found
}

/// Compares with a committed file; with `UPDATE_EXPECT=1` writes it.
///
/// # Errors
/// The first line that differs.
pub fn expect_file(path: &Path, actual: &str) -> Result<(), libtest_mimic::Failed> {
    if std::env::var_os("UPDATE_EXPECT").is_some() {
        std::fs::write(path, actual)?;
        return Ok(());
    }
    let expected = std::fs::read_to_string(path).unwrap_or_default();
    if expected == actual {
        return Ok(());
    }
    let line = expected.lines().zip(actual.lines()).take_while(|(left, right)| left == right).count() + 1;
    Err(format!("{}:{line}: not what is expected; UPDATE_EXPECT=1 writes\n{actual}", path.display()).into())
}
