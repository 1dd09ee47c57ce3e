//! What PostgreSQL makes of migration files, and where it points when it refuses one.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]

mod common;

use common::database;
use expect_test::{Expect, expect};
use schemactl_live::LiveError;
use schemactl_live::replay::{Replayed, replay};
use schemactl_schema::diagnostic::{Style, render};
use schemactl_schema::migrations::MigrationSet;
use sqlx::AssertSqlSafe;
use sqlx::postgres::PgConnection;

async fn run(
    name: &str,
    files: &[(&str, &str)],
) -> (PgConnection, MigrationSet, Result<Replayed, LiveError>) {
    let mut connection = database(name).await.connect().await.unwrap();
    let (set, _) = MigrationSet::from_texts(files.iter().copied());
    let result = replay(&mut connection, &set).await;
    (connection, set, result)
}

async fn ask(connection: &mut PgConnection, sql: &str) -> String {
    sqlx::query_scalar(AssertSqlSafe(sql.to_owned())).fetch_one(connection).await.unwrap()
}

/// The refusal of the only file, as people see it.
async fn check(name: &str, text: &str, expected: Expect) {
    let (mut connection, set, result) = run(name, &[("1_a.up.sql", text)]).await;
    let error = result.unwrap_err();
    let finding = error.finding().unwrap_or_else(|| panic!("{error}"));
    expected.assert_eq(&(render(finding, &set.sources, Style::Plain) + "\n"));
    // The connection is fit for use, and outside of any transaction: there PostgreSQL refuses a savepoint.
    let outside = sqlx::raw_sql("SAVEPOINT a").execute(&mut connection).await.unwrap_err();
    assert_eq!(outside.as_database_error().unwrap().code().as_deref(), Some("25P01"));
}

#[tokio::test]
async fn an_error_points_at_its_word_after_characters_of_several_bytes() {
    check(
        "bytes",
        "-- größer als 🐘\nCREATE TABLE t (a int); /* é */ SELECT 'ßß🐘', nope\n  FROM t;",
        expect![[r#"
            error[statement-refused]: column "nope" does not exist (SQLSTATE 42703)
             --> 1_a.up.sql:2:47
              |
            2 | CREATE TABLE t (a int); /* é */ SELECT 'ßß🐘', nope
              |                                                ^^^^
        "#]],
    )
    .await;
}

#[tokio::test]
async fn an_error_without_a_position_points_at_its_statement() {
    check(
        "whole",
        "SELECT 1;\nCREATE TABLE t (a int);\n\nCREATE TABLE t (b int);\n",
        expect![[r#"
            error[statement-refused]: relation "t" already exists (SQLSTATE 42P07)
             --> 1_a.up.sql:4:1
              |
            4 | CREATE TABLE t (b int);
              | ^^^^^^^^^^^^^^^^^^^^^^
        "#]],
    )
    .await;
}

#[tokio::test]
async fn hints_details_and_contexts_are_passed_on() {
    check(
        "hint",
        "CREATE TABLE t (name text); SELECT nam FROM t;",
        expect![[r#"
            error[statement-refused]: column "nam" does not exist (SQLSTATE 42703)
             --> 1_a.up.sql:1:36
              |
            1 | CREATE TABLE t (name text); SELECT nam FROM t;
              |                                    ^^^
              |
              = help: Perhaps you meant to reference the column "t.name".
        "#]],
    )
    .await;
    check(
        "detail",
        "CREATE TABLE t (a int PRIMARY KEY);\nINSERT INTO t VALUES (1), (1);",
        expect![[r#"
            error[statement-refused]: duplicate key value violates unique constraint "t_pkey" (SQLSTATE 23505)
             --> 1_a.up.sql:2:1
              |
            2 | INSERT INTO t VALUES (1), (1);
              | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
              |
              = note: Key (a)=(1) already exists.
        "#]],
    )
    .await;
    check(
        "context",
        "DO $$ BEGIN\n  EXECUTE 'SELECT nope';\nEND $$;",
        expect![[r#"
            error[statement-refused]: column "nope" does not exist (SQLSTATE 42703)
             --> 1_a.up.sql:1:1
              |
            1 | DO $$ BEGIN
              | ^^^^^^^^^^^
              |
              = note: in the query: SELECT nope
                      context: PL/pgSQL function inline_code_block line 2 at EXECUTE
        "#]],
    )
    .await;
}

#[tokio::test]
async fn a_syntax_error_at_the_end_and_a_deferred_constraint() {
    check(
        "end",
        "CREATE TABLE t (a int",
        expect![[r#"
            error[statement-refused]: syntax error at end of input (SQLSTATE 42601)
             --> 1_a.up.sql:1:22
              |
            1 | CREATE TABLE t (a int
              |                      ^
        "#]],
    )
    .await;
    check(
        "deferred",
        "CREATE TABLE t (a int PRIMARY KEY, b int REFERENCES t DEFERRABLE INITIALLY DEFERRED);\n\
         INSERT INTO t VALUES (1, 2);",
        expect![[r#"
            error[statement-refused]: at COMMIT: insert or update on table "t" violates foreign key constraint "t_b_fkey" (SQLSTATE 23503)
             --> 1_a.up.sql:1:1
              |
            1 | CREATE TABLE t (a int PRIMARY KEY, b int REFERENCES t DEFERRABLE INITIALLY DEFERRED);
              | ^
              |
              = note: Key (b)=(2) is not present in table "t".
        "#]],
    )
    .await;
}

#[tokio::test]
async fn what_a_server_cannot_run_is_refused_before_anything_is_sent() {
    check(
        "psql",
        "CREATE TABLE t (a int);\n\\i other.sql\n",
        expect![[r#"
            error[migration-not-runnable]: this is a command of psql, which a server does not know
             --> 1_a.up.sql:2:1
              |
            2 | \i other.sql
              | ^^^^^^^^^^^^
              |
              = note: migrations are sent to the server statement by statement, without psql
              = help: write SQL instead: an included file's statements, a variable's value
        "#]],
    )
    .await;
    check(
        "open",
        "BEGIN;\nCREATE TABLE t (a int);\n",
        expect![[r#"
            error[migration-not-runnable]: this transaction is never ended in this file
             --> 1_a.up.sql:1:1
              |
            1 | BEGIN;
              | ^^^^^
              |
              = note: what it does would be rolled back when the connection closes
              = help: remove BEGIN (a migration runs in a transaction anyway), or add COMMIT
        "#]],
    )
    .await;
}

#[tokio::test]
async fn a_file_is_all_or_nothing_and_those_before_it_stay() {
    let files = [
        ("1_a.up.sql", "CREATE TABLE a (x int);"),
        ("2_b.up.sql", "CREATE TABLE b (x int); CREATE TABLE a (x int);"),
    ];
    let (mut connection, set, result) = run("atomic", &files).await;
    let error = result.unwrap_err();
    let finding = error.finding().unwrap();
    assert_eq!(set.sources.place(finding.places[0].0).to_string(), "2_b.up.sql:1:25");
    assert_eq!(finding.sqlstate.as_deref(), Some("42P07"));
    assert_eq!(
        ask(&mut connection, "SELECT to_regclass('a')::text || coalesce(to_regclass('b')::text, '')").await,
        "a"
    );
}

#[tokio::test]
async fn statements_that_refuse_a_transaction_run_without_one() {
    let concurrently = "CREATE INDEX CONCURRENTLY i ON a (x);\nCREATE INDEX CONCURRENTLY j ON a (x);";
    let files = [
        ("1_a.up.sql", "CREATE TABLE a (x int);"),
        ("2_b.up.sql", concurrently),
        ("3_c.up.sql", "-- no-transaction\nCREATE TABLE c (x int);\nSELECT 1/0;"),
    ];
    let (mut connection, set, result) = run("outside", &files).await;
    let error = result.unwrap_err();
    assert_eq!(set.sources.place(error.finding().unwrap().places[0].0).to_string(), "3_c.up.sql:3:1");
    // The table before the failure stays, because the file asked for no transaction.
    let there = "SELECT string_agg(relname, ' ' ORDER BY relname) FROM pg_class WHERE relnamespace = 'public'::regnamespace";
    assert_eq!(ask(&mut connection, there).await, "a c i j");
}

#[tokio::test]
async fn own_transactions_dumps_and_data() {
    let dump = "\\restrict abc\nSET search_path = '';\nBEGIN;\nCREATE TABLE public.a (x int, y text);\n\
                COPY public.a (x, y) FROM stdin;\n1\ta;b'c\n2\t\\N\n\\.\nCOMMIT;\n\\unrestrict abc\n";
    let files = [
        ("1_a.up.sql", dump),
        ("2_b.up.sql", "BEGIN;\nCREATE TABLE b (x int);\nCOMMIT;"),
        // The search path of the first file is gone.
        ("3_c.up.sql", "CREATE TABLE c AS SELECT current_schema() AS s, (SELECT count(*) FROM a) AS n;"),
    ];
    let (mut connection, _, result) = run("dumps", &files).await;
    let replayed = result.unwrap();
    assert_eq!((replayed.files, replayed.statements), (3, 7));
    assert_eq!(ask(&mut connection, "SELECT s || ' ' || n FROM c").await, "public 2");
}

#[tokio::test]
async fn rows_that_are_sent_back_are_passed_over() {
    let text = "SELECT * FROM generate_series(1, 1000);\nCREATE TABLE a (x int);\nINSERT INTO a VALUES (1) RETURNING x;";
    let (_, _, result) = run("rows", &[("1_a.up.sql", text)]).await;
    assert_eq!(result.unwrap().statements, 3);
    check(
        "copy_out",
        "CREATE TABLE a (x int);\nCOPY (SELECT 1) TO STDOUT;",
        expect![[r#"
        error[migration-not-runnable]: this statement sends data to a client that waits for none
         --> 1_a.up.sql:2:1
          |
        2 | COPY (SELECT 1) TO STDOUT;
          | ^^^^^^^^^^^^^^^^^^^^^^^^^
          |
          = note: a migration changes a database; nobody reads what it prints
          = help: remove it, or export the data with psql
    "#]],
    )
    .await;
}

#[tokio::test]
async fn remarks_of_the_server_are_collected() {
    let text = "CREATE TABLE a (x int);\nCREATE TABLE IF NOT EXISTS a (x int);\nDO $$BEGIN RAISE WARNING 'careful'; END$$;";
    let (_, set, result) = run("remarks", &[("1_a.up.sql", text)]).await;
    let remarks: Vec<_> = result
        .unwrap()
        .notices
        .iter()
        .map(|notice| {
            format!("{} {}: {}", set.sources.place(notice.places[0].0), notice.code, notice.message)
        })
        .collect();
    assert_eq!(
        remarks,
        [
            "1_a.up.sql:2:1 server-notice: relation \"a\" already exists, skipping",
            "1_a.up.sql:3:1 server-warning: careful"
        ]
    );
}
