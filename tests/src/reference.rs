//! The reference schema of this repository on a throw-away server.

use std::path::PathBuf;

use schemactl_live::{Shadow, ShadowDatabase, ShadowOptions, replay};
use schemactl_schema::diagnostic::{Style, render};
use schemactl_schema::migrations::MigrationSet;

/// The repository's root folder.
pub fn root() -> PathBuf {
    let tests = PathBuf::from(env!("CARGO_MANIFEST_DIR"));
    tests.parent().map_or_else(|| tests.clone(), PathBuf::from)
}

/// The repository's migrations.
///
/// # Panics
/// When they have findings: then no test of them means anything.
pub fn migrations() -> MigrationSet {
    let (set, findings) = MigrationSet::read(&root().join("migrations"));
    let text: Vec<String> =
        findings.iter().map(|finding| render(finding, &set.sources, Style::Plain)).collect();
    assert!(text.is_empty(), "{}", text.join("\n"));
    set
}

/// A server with the reference schema in a database called `reference`, to be cloned.
///
/// # Panics
/// When the server cannot be started or refuses a migration.
pub async fn server() -> (Shadow, ShadowDatabase) {
    let shadow = Shadow::start(&ShadowOptions::default()).await.unwrap_or_else(|error| panic!("{error}"));
    let database = shadow.database("reference").await.unwrap_or_else(|error| panic!("{error}"));
    let set = migrations();
    let mut connection = database.connect().await.unwrap_or_else(|error| panic!("{error}"));
    if let Err(error) = replay::replay(&mut connection, &set).await {
        match error.finding() {
            Some(finding) => panic!("{}", render(finding, &set.sources, Style::Plain)),
            None => panic!("{error}"),
        }
    }
    (shadow, database)
}
