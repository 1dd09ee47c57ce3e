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

#[test]
fn a_run_with_nothing_to_do_mends_what_somebody_changed() {
    let folder = tempfile::tempdir().unwrap();
    let builder = migration(folder.path(), "CREATE TABLE users (id integer PRIMARY KEY);");
    // Not below the migrations, or what is generated would be an input.
    let out = tempfile::tempdir().unwrap();
    let builder = builder.out_dir(out.path().join("schema"));
    let first = builder.generate().unwrap();
    let again = builder.generate().unwrap();
    assert_eq!((again.written.len(), again.unchanged.len()), (0, first.written.len()));

    let row = out.path().join("schema/models/users.rs");
    let text = fs::read_to_string(&row).unwrap();
    fs::remove_file(&row).unwrap();
    assert_eq!(builder.generate().unwrap().written, [Path::new("models/users.rs")]);
    fs::write(&row, text.replace("i32", "i64")).unwrap();
    assert_eq!(builder.generate().unwrap().written, [Path::new("models/users.rs")]);
    assert_eq!(fs::read_to_string(&row).unwrap(), text);

    // Settings are inputs, too.
    let settings = schemactl_codegen::Settings::parse("pages = false").unwrap();
    let without = builder.settings(settings.layout(schemactl_codegen::Layout::Module)).generate().unwrap();
    assert!(without.removed.contains(&Path::new("pages/users.rs").to_path_buf()), "{without:?}");
}

#[test]
fn a_build_script_compiles_neither_a_runtime_nor_a_driver() {
    let lock = fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/../Cargo.lock")).unwrap();
    let dependencies = |package: &str| -> Vec<String> {
        let entry = lock
            .split("[[package]]")
            .find(|entry| entry.contains(&format!("name = \"{package}\"\n")))
            .unwrap_or_default();
        let list = entry.split_once("dependencies = [").map_or("", |(_, list)| list);
        let names = list.lines().filter_map(|line| line.trim().strip_prefix('"'));
        names.filter_map(|name| name.split(['"', ' ']).next()).map(str::to_owned).collect()
    };
    // The lock lists what tests need, too; nothing of that is a runtime either.
    let mut seen = vec!["schemactl-codegen".to_owned()];
    let mut at = 0;
    while at < seen.len() {
        for name in dependencies(&seen[at]) {
            if !seen.contains(&name) {
                seen.push(name);
            }
        }
        at += 1;
    }
    assert!(seen.len() > 5, "{seen:?}");
    for forbidden in ["tokio", "sqlx", "sqlx-core", "async-std", "futures-core", "schemactl-live"] {
        assert!(!seen.iter().any(|name| name == forbidden), "{forbidden} is compiled for build scripts");
    }
}
