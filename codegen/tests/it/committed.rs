//! The committed crate `generated/` is what generation makes of `migrations/` now, byte for byte.

use std::path::Path;

use schemactl_codegen::{Settings, files, generate};
use schemactl_schema::migrations::MigrationSet;
use schemactl_schema::replay::replay;

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
