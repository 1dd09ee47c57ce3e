//! The committed crates are what generation makes of their SQL now, byte for byte.

use std::path::Path;

use schemactl_codegen::manifest::whole_crate;
use schemactl_codegen::settings::{Project, parse_toml};
use schemactl_codegen::{GeneratedFile, Settings, files, generate};
use schemactl_schema::diagnostic::Severity;
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
    hold(&folder.join("schema.sql"), &Settings::default(), &folder.join("src"));
}

#[test]
fn the_trees_of_all_settings_are_fresh() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/cases/settings");
    for tree in ["schema", "structs", "stores_only", "pages_only"] {
        let path = folder.join(tree).with_extension("toml");
        let settings = parse_toml(&path, &std::fs::read_to_string(&path).unwrap()).unwrap();
        hold(&folder.join("schema.sql"), &settings, &folder.join("src").join(tree));
    }
}

#[test]
fn the_whole_crate_is_fresh() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/cases/whole_crate");
    let settings = Project::load(&folder).unwrap().generate;
    let (set, _) = MigrationSet::read(&folder.join("migrations"));
    let replayed = replay(&set);
    assert_eq!(replayed.diagnostics, []);
    let (made, mut findings) = generate(&replayed.catalog, &settings);
    let (made, more) = whole_crate(settings.crate_name.as_deref().unwrap(), made, &settings);
    findings.extend(more);
    findings.retain(|finding| finding.severity > Severity::Info);
    assert_eq!(findings, []);
    compare(&made, &folder.join(settings.folder()));
}

/// A folder must hold what generation makes of a file of SQL; with `UPDATE_EXPECT=1` it is written.
#[track_caller]
fn hold(sql: &Path, settings: &Settings, out: &Path) {
    let (_, replayed) = replay_text("schema.sql", &std::fs::read_to_string(sql).unwrap());
    assert_eq!(replayed.diagnostics, []);
    let (made, findings) = generate(&replayed.catalog, settings);
    assert!(findings.iter().all(|finding| finding.code != "setting-unmatched"), "{findings:#?}");
    compare(&made, out);
}

#[track_caller]
fn compare(made: &[GeneratedFile], out: &Path) {
    if std::env::var_os("UPDATE_EXPECT").is_some() {
        files::write(out, made).unwrap();
    }
    let stale = files::check(out, made).unwrap();
    let diffs: String = stale.iter().map(|stale| stale.diff.as_str()).collect();
    assert!(stale.is_empty(), "UPDATE_EXPECT=1 writes what is made now; it would change:\n{diffs}");
}
