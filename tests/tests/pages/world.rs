//! The server with the schema of `cases/pages`, and rows of few values, so that there are ties and NULLs.

use std::path::PathBuf;

use chrono::DateTime;
use rust_decimal::Decimal;
use schemactl_codegen::{Layout, Settings};
use schemactl_live::{Shadow, ShadowOptions};
use schemactl_schema::migrations::MigrationSet;
use schemactl_schema::replay;
use sqlx::postgres::PgConnection;

use super::generated::models::NewEntry;

fn folder() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("cases/pages")
}

pub(super) struct World {
    _shadow: Shadow,
    pub(super) connection: PgConnection,
}

impl World {
    pub(super) async fn start() -> Self {
        let shadow = Shadow::start(&ShadowOptions::default()).await.unwrap();
        let database = shadow.database("pages").await.unwrap();
        let mut connection = database.connect().await.unwrap();
        let (set, _) = MigrationSet::read(&folder());
        schemactl_live::replay::replay(&mut connection, &set).await.unwrap();
        Self { _shadow: shadow, connection }
    }
}

/// A row of seven bytes: each chooses a value of a column.
pub(super) fn entry(id: i64, bytes: &[u8]) -> NewEntry {
    let chosen = |at: usize, of: usize| bytes[at] as usize % of;
    NewEntry {
        id,
        label: [None, Some("a"), Some("B"), Some("ä")][chosen(0, 4)].map(str::to_owned),
        rank: [None, Some(-1), Some(0), Some(7)][chosen(1, 4)],
        score: [None, Some(Decimal::new(0, 0)), Some(Decimal::new(150, 2)), Some(Decimal::new(-15, 1))]
            [chosen(2, 4)],
        weight: match bytes[3] {
            0 | 5 => 0.0,
            1 => -0.0,
            2 | 6 => f64::NAN,
            3 => f64::INFINITY,
            4 => f64::NEG_INFINITY,
            // Most of these have 17 digits.
            byte => f64::from_bits(0x3ff0_0000_0000_0000 + u64::from(byte) * 0x0000_1234_5678_9abd),
        },
        name: ["", "a", "A", "ä"][chosen(4, 4)].to_owned(),
        happened: [None, Some(1), Some(1_700_000_000_000_001), Some(-62_135_596_800_000_000)][chosen(5, 4)]
            .and_then(DateTime::from_timestamp_micros),
        code: ["abc", "a  ", "b", "ä"][chosen(6, 4)].to_owned(),
    }
}

/// Compares the committed tree with what generation makes now; with `UPDATE_EXPECT=1` writes it.
pub(super) fn tree_is_up_to_date() {
    let out = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/pages/generated");
    let (set, _) = MigrationSet::read(&folder());
    let (files, findings) = schemactl_codegen::generate(
        &replay::replay(&set).catalog,
        &Settings::default().layout(Layout::Module),
    );
    assert!(findings.is_empty(), "{findings:?}");
    if std::env::var_os("UPDATE_EXPECT").is_some() {
        schemactl_codegen::files::write(&out, &files).unwrap();
    }
    let stale = schemactl_codegen::files::check(&out, &files).unwrap();
    assert!(
        stale.is_empty(),
        "UPDATE_EXPECT=1 writes what is made now, as does schemactl generate --migrations tests/cases/pages --out \
         tests/tests/pages/generated: {stale:?}"
    );
}
