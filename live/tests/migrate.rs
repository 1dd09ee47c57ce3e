//! Up, down and status of real databases, in golang-migrate's books and beside it.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]

mod common;

use std::sync::Mutex;
use std::time::Duration;

use common::database;
use schemactl_live::migrate::{self, MigrateOptions, Progress, State, Steps};
use schemactl_live::{LiveError, ShadowDatabase};
use schemactl_schema::migrations::MigrationSet;
use sqlx::postgres::PgConnection;
use sqlx::{AssertSqlSafe, Connection};

const THREE: &[(&str, &str)] = &[
    ("1_users.up.sql", "CREATE TABLE users (id int PRIMARY KEY);"),
    ("1_users.down.sql", "DROP TABLE users;"),
    ("2_posts.up.sql", "CREATE TABLE posts (id int REFERENCES users);"),
    ("2_posts.down.sql", "DROP TABLE posts;"),
    ("3_index.up.sql", "CREATE INDEX CONCURRENTLY posts_id ON posts (id);"),
    ("3_index.down.sql", "DROP INDEX CONCURRENTLY posts_id;"),
];

fn set(files: &[(&str, &str)]) -> MigrationSet {
    MigrationSet::from_texts(files.iter().copied()).0
}

async fn up(database: &ShadowDatabase, set: &MigrationSet, steps: Steps) -> Result<Vec<String>, LiveError> {
    let done = migrate::up(&database.url, set, steps, &MigrateOptions::default(), &mut |_| ()).await?;
    Ok(done.iter().map(|done| format!("{} {} {}", done.direction, done.version, done.name)).collect())
}

async fn down(database: &ShadowDatabase, set: &MigrationSet, steps: Steps) -> Result<Vec<String>, LiveError> {
    let done = migrate::down(&database.url, set, steps, &MigrateOptions::default(), &mut |_| ()).await?;
    Ok(done.iter().map(|done| format!("{} {} {}", done.direction, done.version, done.name)).collect())
}

async fn ask(connection: &mut PgConnection, sql: &str) -> String {
    sqlx::query_scalar(AssertSqlSafe(sql.to_owned())).fetch_one(connection).await.unwrap()
}

/// The row of golang-migrate's table: `2`, `2 dirty`, `-` when there is none.
async fn recorded(database: &ShadowDatabase) -> String {
    let mut connection = database.connect().await.unwrap();
    let row = "SELECT coalesce(max(version || CASE WHEN dirty THEN ' dirty' ELSE '' END), '-') FROM public.schema_migrations";
    ask(&mut connection, row).await
}

async fn relations(database: &ShadowDatabase) -> String {
    let mut connection = database.connect().await.unwrap();
    let names = "SELECT coalesce(string_agg(relname, ' ' ORDER BY relname), '') FROM pg_class \
                 WHERE relnamespace = 'public'::regnamespace AND relname NOT LIKE 'schema_migrations%'";
    ask(&mut connection, names).await
}

#[tokio::test]
async fn up_and_down_to_empty() {
    let (database, set) = (database("up_down").await, set(THREE));
    assert_eq!(up(&database, &set, Steps::Only(2)).await.unwrap(), ["up 1 users", "up 2 posts"]);
    assert_eq!(recorded(&database).await, "2");
    assert_eq!(up(&database, &set, Steps::All).await.unwrap(), ["up 3 index"]);
    assert_eq!(up(&database, &set, Steps::All).await.unwrap(), [""; 0]);
    assert_eq!(recorded(&database).await, "3");
    assert_eq!(relations(&database).await, "posts posts_id users users_pkey");
    assert_eq!(down(&database, &set, Steps::Only(1)).await.unwrap(), ["down 3 index"]);
    assert_eq!(recorded(&database).await, "2");
    assert_eq!(down(&database, &set, Steps::All).await.unwrap(), ["down 2 posts", "down 1 users"]);
    assert_eq!((recorded(&database).await.as_str(), relations(&database).await.as_str()), ("-", ""));
    assert_eq!(down(&database, &set, Steps::All).await.unwrap(), [""; 0]);
}

#[tokio::test]
async fn the_table_is_golang_migrates() {
    let database = database("table").await;
    up(&database, &set(&THREE[..2]), Steps::All).await.unwrap();
    let columns = "SELECT string_agg(format('%s %s %s', attname, atttypid::regtype, attnotnull), ', ' ORDER BY attnum) \
                   FROM pg_attribute WHERE attrelid = 'public.schema_migrations'::regclass AND attnum > 0";
    let mut connection = database.connect().await.unwrap();
    assert_eq!(ask(&mut connection, columns).await, "version bigint t, dirty boolean t");
    // Its own name and schema, as golang-migrate takes them from the URL.
    sqlx::raw_sql("CREATE SCHEMA \"my books\"").execute(&mut connection).await.unwrap();
    let url = format!(
        "{}&x-migrations-table-quoted=true&x-migrations-table=%22my%20books%22.%22v%22",
        database.url
    );
    let only = set(&[("7_x.up.sql", "SELECT 1")]);
    migrate::up(&url, &only, Steps::All, &MigrateOptions::default(), &mut |_| ()).await.unwrap();
    assert_eq!(ask(&mut connection, "SELECT version::text FROM \"my books\".v").await, "7");
}

#[tokio::test]
async fn status_says_what_is_applied_and_changes_nothing() {
    let (database, set) = (database("status").await, set(THREE));
    let options = MigrateOptions::default();
    let states = |status: &migrate::Status| status.migrations.iter().map(|one| one.state).collect::<Vec<_>>();
    let before = migrate::status(&database.url, &set, &options).await.unwrap();
    assert_eq!(states(&before), [State::Pending; 3]);
    let mut connection = database.connect().await.unwrap();
    assert_eq!(ask(&mut connection, "SELECT (to_regclass('schema_migrations') IS NULL)::text").await, "true");
    up(&database, &set, Steps::Only(2)).await.unwrap();
    let after = migrate::status(&database.url, &set, &options).await.unwrap();
    assert_eq!(states(&after), [State::Applied, State::Applied, State::Pending]);
    assert_eq!((after.recorded.version, after.recorded.dirty, after.known), (Some(2), false, true));
    let shorter = MigrationSet::from_texts(THREE[..2].iter().copied()).0;
    assert!(!migrate::status(&database.url, &shorter, &options).await.unwrap().known);
    let error = up(&database, &shorter, Steps::All).await.unwrap_err().to_string();
    assert!(error.starts_with("the database is at version 2, and "), "{error}");
}

#[tokio::test]
async fn a_failure_in_a_transaction_leaves_the_version_clean() {
    let database = database("clean").await;
    let set = set(&[
        ("1_a.up.sql", "CREATE TABLE a (x int);"),
        ("2_b.up.sql", "CREATE TABLE b (x int);\nSELECT nope;"),
    ]);
    let error = up(&database, &set, Steps::All).await.unwrap_err();
    let finding = error.finding().unwrap();
    assert_eq!(set.sources.place(finding.places[0].0).to_string(), "2_b.up.sql:2:8");
    let state = "nothing of this file took effect: \"public\".\"schema_migrations\" stays at version 1";
    assert_eq!(finding.why.as_deref(), Some(state));
    assert_eq!((recorded(&database).await.as_str(), relations(&database).await.as_str()), ("1", "a"));
}

#[tokio::test]
async fn a_failure_without_a_transaction_stays_dirty_until_somebody_has_looked() {
    let database = database("dirty").await;
    let set = set(&[
        ("1_a.up.sql", "CREATE TABLE a (x int);"),
        ("2_b.up.sql", "CREATE INDEX CONCURRENTLY i ON a (x);\nCREATE INDEX CONCURRENTLY j ON a (y);"),
        ("2_b.down.sql", "DROP INDEX i;"),
    ]);
    let error = up(&database, &set, Steps::All).await.unwrap_err();
    let finding = error.finding().unwrap();
    assert_eq!(finding.message, "column \"y\" does not exist");
    let why = finding.why.as_deref().unwrap();
    assert!(why.contains("1 of its 2 statements took effect") && why.contains("version 2, dirty"), "{why}");
    let help = finding.help.as_deref().unwrap();
    assert!(
        help.contains("UPDATE \"public\".\"schema_migrations\" SET version = VERSION, dirty = false"),
        "{help}"
    );
    assert_eq!((recorded(&database).await.as_str(), relations(&database).await.as_str()), ("2 dirty", "a i"));

    for refused in [up(&database, &set, Steps::All).await, down(&database, &set, Steps::All).await] {
        let text = refused.unwrap_err().to_string();
        assert!(text.starts_with("the database is dirty: a migration to version 2 began"), "{text}");
    }
    let status = migrate::status(&database.url, &set, &MigrateOptions::default()).await.unwrap();
    assert_eq!(status.migrations[1].state, State::Dirty);

    // After a repair by hand it goes on.
    let mut connection = database.connect().await.unwrap();
    sqlx::raw_sql("ALTER TABLE a ADD y int; DROP INDEX i").execute(&mut connection).await.unwrap();
    migrate::force(&database.url, Some(1), &MigrateOptions::default(), &mut |_| ()).await.unwrap();
    assert_eq!(up(&database, &set, Steps::All).await.unwrap(), ["up 2 b"]);
    assert_eq!((recorded(&database).await.as_str(), relations(&database).await.as_str()), ("2", "a i j"));
}

#[tokio::test]
async fn a_dirty_way_down_to_nothing_is_written_as_golang_migrate_does() {
    let database = database("dirty_down").await;
    let set = set(&[
        ("1_a.up.sql", "CREATE TABLE a (x int)"),
        ("1_a.down.sql", "-- no-transaction\nDROP TABLE nope"),
    ]);
    up(&database, &set, Steps::All).await.unwrap();
    down(&database, &set, Steps::All).await.unwrap_err();
    assert_eq!(recorded(&database).await, "-1 dirty");
    migrate::force(&database.url, None, &MigrateOptions::default(), &mut |_| ()).await.unwrap();
    assert_eq!(recorded(&database).await, "-");
}

#[tokio::test]
async fn two_processes_exclude_each_other() {
    let (database, set) = (database("two").await, set(THREE));
    // Both at once: each migration is run by exactly one of them.
    let (one, other) = tokio::join!(up(&database, &set, Steps::All), up(&database, &set, Steps::All));
    let mut both = [one.unwrap(), other.unwrap()].concat();
    both.sort();
    assert_eq!(both, ["up 1 users", "up 2 posts", "up 3 index"]);
    assert_eq!(recorded(&database).await, "3");
}

#[tokio::test]
async fn golang_migrates_lock_is_waited_for() {
    let (database, set) = (database("locked").await, set(THREE));
    let options = MigrateOptions { lock_timeout: Duration::from_millis(1), ..MigrateOptions::default() };
    // What golang-migrate's command line and its library lock for this database, schema and table.
    for name in ["/locked", "locked"] {
        let key = golang_key(&format!("public\0schema_migrations\0{name}"));
        let mut other = database.connect().await.unwrap();
        ask(&mut other, &format!("SELECT pg_advisory_lock({key})::text")).await;
        let heard = Mutex::new(Vec::new());
        let mut progress = |event: Progress<'_>| {
            if let Progress::Waiting { holder } = event {
                heard.lock().unwrap().push(holder.to_owned());
            }
        };
        let error = migrate::up(&database.url, &set, Steps::All, &options, &mut progress).await.unwrap_err();
        let pid = ask(&mut other, "SELECT pg_backend_pid()::text").await;
        let text = error.to_string();
        assert!(text.contains(&format!("is running: process {pid} (postgres, schemactl)")), "{text}");
        assert_eq!(heard.lock().unwrap().len(), 1);
        other.close().await.unwrap();
    }
    assert_eq!(up(&database, &set, Steps::All).await.unwrap().len(), 3);
}

/// CRC-32 bit by bit, times golang-migrate's salt: written anew, so that the test does not repeat the code.
fn golang_key(text: &str) -> u32 {
    let mut crc = u32::MAX;
    for byte in text.bytes() {
        crc ^= u32::from(byte);
        for _ in 0..8 {
            crc = if crc & 1 == 1 { crc >> 1 ^ 0xedb8_8320 } else { crc >> 1 };
        }
    }
    (!crc).wrapping_mul(1_486_364_155)
}

#[tokio::test]
async fn a_file_may_clear_the_session_change_the_role_and_drop_the_books() {
    let database = database("rough").await;
    let set = set(&[
        ("1_a.up.sql", "CREATE ROLE rough; SET ROLE rough; SET search_path = '';"),
        ("2_b.up.sql", "DISCARD ALL;"),
        ("3_c.up.sql", "SELECT pg_advisory_unlock_all(); CREATE TABLE c (x int); RESET ALL;"),
        ("3_c.down.sql", "DROP SCHEMA public CASCADE; CREATE SCHEMA public;"),
    ]);
    assert_eq!(up(&database, &set, Steps::All).await.unwrap().len(), 3);
    assert_eq!((recorded(&database).await.as_str(), relations(&database).await.as_str()), ("3", "c"));
    assert_eq!(down(&database, &set, Steps::Only(1)).await.unwrap(), ["down 3 c"]);
    assert_eq!((recorded(&database).await.as_str(), relations(&database).await.as_str()), ("2", ""));
}

#[tokio::test]
async fn nothing_is_begun_that_cannot_be_gone_through_with() {
    let database = database("plan").await;
    let files = [
        ("1_a.up.sql", "CREATE TABLE a (x int)"),
        ("2_b.up.sql", "CREATE TABLE b (x int)"),
        ("2_b.down.sql", "DROP TABLE b"),
    ];
    let whole = set(&files);
    up(&database, &whole, Steps::All).await.unwrap();
    let error = down(&database, &whole, Steps::All).await.unwrap_err().to_string();
    assert!(error.starts_with("1_a cannot be undone: it has no down file; nothing was run"), "{error}");
    assert_eq!(relations(&database).await, "a b");
    // A folder with errors may lack a migration.
    let broken = set(&[files[0], ("1_twice.up.sql", "")]);
    assert!(matches!(up(&database, &broken, Steps::All).await, Err(LiveError::SetBroken { .. })));
}

#[tokio::test]
async fn progress_tells_each_step() {
    let (database, set) = (database("progress").await, set(&THREE[..4]));
    let told = Mutex::new(Vec::new());
    let mut progress = |event: Progress<'_>| {
        told.lock().unwrap().push(match event {
            Progress::Waiting { .. } => "waiting".to_owned(),
            Progress::Started { version, name, direction } => format!("{direction} {version} {name} …"),
            Progress::Finished(done) => format!("{} statement(s)", done.statements),
        });
    };
    migrate::up(&database.url, &set, Steps::All, &MigrateOptions::default(), &mut progress).await.unwrap();
    assert_eq!(*told.lock().unwrap(), ["up 1 users …", "1 statement(s)", "up 2 posts …", "1 statement(s)"]);
}

#[tokio::test]
async fn what_the_tool_says_about_transactions_is_followed() {
    let database = database("transactions_said").await;
    let set = set(&[(
        "1_a.sql",
        "-- migrate:up transaction:false\nCREATE TABLE a (id int);\nSELECT 1/0;\n-- migrate:down\nDROP TABLE a;\n",
    )]);
    let refusal = up(&database, &set, Steps::All).await.unwrap_err();
    // Its first statement took effect, and the place is that of the whole file.
    let finding = refusal.finding().unwrap();
    assert!(finding.why.as_ref().unwrap().contains("1 of its 2 statements took effect"), "{finding:?}");
    assert_eq!(set.sources.place(finding.places[0].0).to_string(), "1_a.sql:3:1");
}

#[tokio::test]
async fn versions_that_the_table_cannot_hold_are_refused_before_anything_runs() {
    let database = database("versions_refused").await;
    let set = set(&[("V1.2__a.sql", "CREATE TABLE a (id int);")]);
    let refusal = up(&database, &set, Steps::All).await.unwrap_err();
    assert_eq!(
        refusal.to_string().lines().next().unwrap(),
        "1.2 a cannot be run: golang-migrate's table keeps one number, and this version of the flyway layout is no \
         number that fits bigint"
    );
}
