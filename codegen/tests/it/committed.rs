//! The committed crates are what generation makes of their SQL now, byte for byte.

use std::path::Path;

use schemactl_codegen::{Settings, files, generate};
use schemactl_schema::migrations::MigrationSet;
use schemactl_schema::replay::{replay, replay_text};

#[test]
fn the_committed_crate_is_fresh() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap_or(Path::new("."));
    let (set, _) = MigrationSet::read(&root.join("migrations"));
    let (made, _) = generate(&replay(&set).catalog, &Settings::default());
    assert!(made.len() > 1, "the migrations gave nothing to generate");
    let stale = files::check(&root.join("generated/src"), &made).unwrap();
    let diffs: String = stale.iter().map(|stale| stale.diff.as_str()).collect();
    assert!(
        stale.is_empty(),
        "run `cargo run -p schemactl-codegen --example regenerate`; it would change:\n{diffs}"
    );
}

#[test]
fn the_crate_of_rare_types_and_names_is_fresh() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/cases/generated");
    let (_, replayed) =
        replay_text("schema.sql", &std::fs::read_to_string(folder.join("schema.sql")).unwrap());
    assert_eq!(replayed.diagnostics, []);
    let (made, _) = generate(&replayed.catalog, &Settings::default());
    if std::env::var_os("UPDATE_EXPECT").is_some() {
        files::write(&folder.join("src"), &made).unwrap();
    }
    let stale = files::check(&folder.join("src"), &made).unwrap();
    let diffs: String = stale.iter().map(|stale| stale.diff.as_str()).collect();
    assert!(stale.is_empty(), "UPDATE_EXPECT=1 writes what is made now; it would change:\n{diffs}");
}
