//! What a build script gets: an up-to-date folder, or the migrations' errors with their places.

use std::fs;
use std::path::Path;

use schemactl_codegen::{BuildError, Builder};

fn migration(folder: &Path, sql: &str) -> Builder {
    fs::write(folder.join("000001_first.up.sql"), sql).unwrap();
    fs::write(folder.join("000001_first.down.sql"), "SELECT 1;").unwrap();
    Builder::new().migrations(folder).out_dir(folder.join("out"))
}

#[test]
fn a_folder_of_migrations_becomes_a_module_tree_once() {
    let folder = tempfile::tempdir().unwrap();
    let builder = migration(folder.path(), "CREATE TABLE users (id integer PRIMARY KEY);");
    let outcome = builder.generate().unwrap();
    let written: Vec<_> = outcome.written.iter().map(|path| path.to_str().unwrap()).collect();
    assert_eq!(written, ["mod.rs", "models/mod.rs", "models/users.rs"]);
    let outcome = builder.generate().unwrap();
    assert_eq!((outcome.written.len(), outcome.unchanged.len()), (0, 3));
}

#[test]
fn errors_of_the_migrations_are_told_and_nothing_is_written() {
    let folder = tempfile::tempdir().unwrap();
    let error = migration(folder.path(), "CREATE TABLE users (id nonsense);").generate().unwrap_err();
    assert!(matches!(error, BuildError::Migrations { .. }));
    assert!(error.to_string().contains("000001_first.up.sql:1"), "{error}");
    assert!(!folder.path().join("out").exists());
    let error = Builder::new().migrations("no such folder").out_dir("out").generate().unwrap_err();
    assert!(error.to_string().contains("no such folder"), "{error}");
}
