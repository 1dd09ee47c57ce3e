//! Introspection: SQL in, the catalog that is read back as text out.
#![allow(clippy::unwrap_used, reason = "a test fails by it")]
#![allow(clippy::needless_raw_string_hashes, reason = "expect-test writes them")]

#[path = "../common/mod.rs"]
mod common;
mod relations;
mod rendering;
mod routines;
mod schema_objects;
mod whole_schemas;

use std::fmt::Write as _;

use expect_test::Expect;
use schemactl_live::introspect::{Introspected, introspect};
use sqlx::AssertSqlSafe;
use sqlx::postgres::PgConnection;

/// Runs SQL in a new database of this name and reads the schema.
async fn read(database: &str, sql: &str) -> (PgConnection, Introspected) {
    let mut connection = common::database(database).await.connect().await.unwrap();
    sqlx::raw_sql(AssertSqlSafe(sql.to_owned())).execute(&mut connection).await.unwrap();
    let read = introspect(&mut connection).await.unwrap();
    (connection, read)
}

/// The catalog, less the line of the schema `public`, and the findings.
fn text(read: &Introspected) -> String {
    let mut text = rendering::render(&read.catalog);
    if let Some(rest) = text.strip_prefix("schema public\n") {
        text = rest.to_owned();
    }
    for finding in &read.diagnostics {
        writeln!(text, "{}: {}", finding.code, finding.message).unwrap();
    }
    text
}

/// Reads a schema, compares its text, and, where the catalog can hold all of it, holds the law of the round trip.
async fn check(database: &str, sql: &str, expected: Expect) {
    let (_connection, read) = read(database, sql).await;
    expected.assert_eq(&text(&read));
    if read.diagnostics.is_empty() {
        whole_schemas::comes_back_the_same(&read, &format!("{database}_copy")).await;
    }
}

/// Says so when a test is left out because the server is too old for it.
async fn server_is_at_least(major: u32) -> bool {
    let version = common::shadow().await.version() / 10_000;
    if version < major {
        eprintln!("left out: the server is PostgreSQL {version}, not {major}");
    }
    version >= major
}
