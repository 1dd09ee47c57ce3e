//! The reference schema, and what holds for any schema.

use std::path::Path;
use std::time::{Duration, Instant};

use schemactl_live::introspect::{Introspected, introspect};
use schemactl_live::replay::replay;
use schemactl_schema::dump::dump;
use schemactl_schema::migrations::MigrationSet;
use sqlx::AssertSqlSafe;
use sqlx::postgres::PgConnection;

use crate::{common, read, rendering, text};

async fn reference_schema(database: &str) -> PgConnection {
    let (set, findings) = MigrationSet::read(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../migrations"));
    assert!(findings.is_empty(), "{findings:?}");
    let mut connection = common::database(database).await.connect().await.unwrap();
    if let Err(error) = replay(&mut connection, &set).await {
        panic!("{}: {error}", common::shadow().await.version());
    }
    connection
}

/// The law of the round trip: what is read, written as SQL and loaded again reads the same.
pub(crate) async fn comes_back_the_same(first: &Introspected, copy: &str) {
    let sql = dump(&first.catalog);
    let not_written: Vec<_> = sql.lines().filter(|line| line.starts_with("-- not written")).collect();
    assert!(not_written.is_empty(), "{not_written:?}\n{sql}");
    let mut connection = common::database(copy).await.connect().await.unwrap();
    if let Err(error) = sqlx::raw_sql(AssertSqlSafe(sql.clone())).execute(&mut connection).await {
        panic!("{error}\n{sql}");
    }
    let second = introspect(&mut connection).await.unwrap();
    // PostgreSQL drops parentheses between ANDs when it reads its own print: that is no difference.
    // The number of an array's dimensions means nothing, and is not part of any type's text.
    let facts = |catalog| rendering::render(catalog).replace(" (2 dimensions)", "").replace(['(', ')'], "");
    let (first, second) = (facts(&first.catalog), facts(&second.catalog));
    for (a, b) in first.lines().zip(second.lines()) {
        assert_eq!(a, b);
    }
    assert_eq!(first, second);
}

#[tokio::test]
async fn the_reference_schema_is_read_without_findings_and_comes_back_the_same() {
    let mut connection = reference_schema("reference").await;
    let read = introspect(&mut connection).await.unwrap();
    assert_eq!(read.diagnostics, []);
    assert!(read.catalog.tables().count() >= 45);
    comes_back_the_same(&read, "reference_copy").await;
}

#[tokio::test]
async fn reading_does_not_slow_down_with_the_number_of_tables() {
    let mut connection = reference_schema("reference_time").await;
    let mut best = Duration::MAX;
    for _ in 0..5 {
        let start = Instant::now();
        introspect(&mut connection).await.unwrap();
        best = best.min(start.elapsed());
    }
    // Ten times what a slow machine needs: a query a table would be far above it.
    assert!(best < Duration::from_secs(1), "{best:?}");
    eprintln!("the reference schema is read in {best:?}");
}

#[tokio::test]
async fn nothing_is_left_behind() {
    let (mut connection, first) =
        read("twice", "SET search_path = pg_catalog; CREATE TABLE public.t (a int)").await;
    let second = introspect(&mut connection).await.unwrap();
    assert_eq!(text(&first), text(&second));
    let path: String = sqlx::query_scalar("SHOW search_path").fetch_one(&mut connection).await.unwrap();
    assert_eq!(path, "pg_catalog");
    let outside = sqlx::raw_sql("SAVEPOINT a").execute(&mut connection).await.unwrap_err();
    assert_eq!(outside.as_database_error().unwrap().code().as_deref(), Some("25P01"));
}
