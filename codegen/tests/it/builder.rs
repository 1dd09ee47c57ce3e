//! What a build script gets: an up-to-date folder, or the migrations' errors with their places.

use std::fs;
use std::path::Path;

use schemactl_codegen::{BuildError, Builder};
use schemactl_schema::migrations::MigrationSet;
use schemactl_schema::replay::replay_text;
use schemactl_schema::resolve::lock::{self, Content};

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
    assert!(written.contains(&"mod.rs") && written.contains(&"models/users.rs"), "{written:?}");
    let again = builder.generate().unwrap();
    assert_eq!((again.written.len(), again.unchanged.len()), (0, written.len()));
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

#[test]
fn what_only_a_server_knows_is_read_from_the_lock() {
    let folder = tempfile::tempdir().unwrap();
    let opaque = "DO $$ BEGIN EXECUTE 'CREATE TABLE ' || current_database() || ' (a integer)'; END $$;";
    let builder = migration(folder.path(), opaque);
    let (set, _) = MigrationSet::read(folder.path());
    let (_, server) = replay_text("server.sql", "CREATE TABLE shop (id integer PRIMARY KEY);");
    let content = Content { catalog: &server.catalog, version: "15.1", missing: &[], touched: &[] };
    let path = lock::path_of(&set, &set.sources);
    fs::write(&path, lock::text_of(&set, &set.sources, content)).unwrap();
    let outcome = builder.generate().unwrap();
    assert!(outcome.written.contains(&Path::new("models/shop.rs").to_path_buf()), "{outcome:?}");

    fs::write(folder.path().join("000001_first.up.sql"), "CREATE TABLE other (id integer);").unwrap();
    let error = builder.generate().unwrap_err().to_string();
    assert!(error.contains("has changed since the lock was made"), "{error}");
    assert!(error.contains("schemactl lock"), "{error}");
}
