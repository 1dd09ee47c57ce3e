//! Servers that come and go: nothing of them may stay, and nobody else may reach them.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]

mod common;

use std::io::{BufRead as _, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use common::{database, shadow};
use schemactl_live::{LiveError, Shadow, ShadowOptions, redact_url};
use sqlx::postgres::PgConnection;
use sqlx::{AssertSqlSafe, Connection};

async fn show(connection: &mut PgConnection, sql: &str) -> String {
    sqlx::query_scalar(AssertSqlSafe(sql.to_owned())).fetch_one(connection).await.unwrap()
}

#[tokio::test]
async fn databases_are_empty_utf8_and_of_locale_c() {
    let mut connection = database("empty").await.connect().await.unwrap();
    let facts = "SELECT pg_encoding_to_char(encoding) || ' ' || datcollate || ' ' || datctype \
                 FROM pg_database WHERE datname = current_database()";
    assert_eq!(show(&mut connection, facts).await, "UTF8 C C");
    let tables = "SELECT count(*)::text FROM pg_class c JOIN pg_namespace n ON n.oid = relnamespace \
                  WHERE nspname = 'public'";
    assert_eq!(show(&mut connection, tables).await, "0");
    assert_eq!(show(&mut connection, "SHOW server_version_num").await, shadow().await.version().to_string());
}

#[tokio::test]
async fn a_clone_holds_what_its_template_holds() {
    let template = database("template").await;
    let mut connection = template.connect().await.unwrap();
    sqlx::raw_sql("CREATE TABLE t AS SELECT 'here'::text AS a").execute(&mut connection).await.unwrap();
    connection.close().await.unwrap();
    let clone = shadow().await.clone_database("template", "a \"clone\"").await.unwrap();
    let mut connection = schemactl_live::connect(&clone.url).await.unwrap();
    assert_eq!(
        show(&mut connection, "SELECT current_database() || ' ' || a FROM t").await,
        "a \"clone\" here"
    );
    shadow().await.drop_database("a \"clone\"").await.unwrap();
    let gone = schemactl_live::connect(&clone.url).await.unwrap_err().to_string();
    assert!(gone.contains(r#"database "a "clone"" does not exist"#), "{gone}");
}

#[tokio::test]
async fn only_a_socket_in_a_private_folder() {
    use std::os::unix::fs::{MetadataExt as _, PermissionsExt as _};
    let shadow = shadow().await;
    let dir = shadow.socket_dir().unwrap();
    let meta = dir.metadata().unwrap();
    assert_eq!(meta.permissions().mode() & 0o777, 0o700);
    assert_ne!(meta.uid(), 0, "PostgreSQL must not run as root");
    let socket = dir.join(".s.PGSQL.5432");
    assert!(socket.exists() && socket.as_os_str().len() <= 103);
    let mut connection = database("private").await.connect().await.unwrap();
    assert_eq!(show(&mut connection, "SHOW listen_addresses").await, "");
    assert_eq!(show(&mut connection, "SHOW wal_level").await, "logical");
    assert_eq!(
        show(
            &mut connection,
            "SELECT count(*)::text FROM pg_hba_file_rules WHERE type <> 'local' AND auth_method <> 'reject'"
        )
        .await,
        "0"
    );
}

#[tokio::test]
async fn dropping_stops_the_server_and_removes_its_folder() {
    let own = Shadow::start(&ShadowOptions::default()).await.unwrap();
    let dir = own.socket_dir().unwrap().to_path_buf();
    let pid = server_pid(&dir);
    assert!(runs(&pid));
    drop(own);
    assert!(!dir.exists());
    assert!(!runs(&pid));
}

#[tokio::test]
async fn settings_are_passed_on_and_a_server_that_cannot_start_shows_its_log() {
    let with = |name: &str, value: &str| ShadowOptions {
        settings: vec![(name.to_owned(), value.to_owned())],
        ..ShadowOptions::default()
    };
    let own = Shadow::start(&with("work_mem", "7MB")).await.unwrap();
    let mut connection = own.database("a").await.unwrap().connect().await.unwrap();
    assert_eq!(show(&mut connection, "SHOW work_mem").await, "7MB");
    let error = Shadow::start(&with("shared_preload_libraries", "no_such_library")).await.unwrap_err();
    let text = error.to_string();
    assert!(matches!(error, LiveError::StartFailed { .. }), "{text}");
    assert!(text.contains("could not access file \"no_such_library\""), "{text}");
}

#[tokio::test]
async fn no_server_there_is_an_error_with_the_remedy() {
    let options = ShadowOptions { bin_dir: Some("/nonexistent/bin".into()), ..ShadowOptions::default() };
    let text = Shadow::start(&options).await.unwrap_err().to_string();
    assert!(text.contains("/nonexistent/bin has no postgres\nhelp: SCHEMACTL_PG_BIN must be"), "{text}");
}

#[tokio::test]
async fn a_borrowed_server_is_left_as_it_was() {
    let host = database("host").await;
    let options = ShadowOptions { url: Some(host.url.clone()), ..ShadowOptions::default() };
    let borrowed = Shadow::start(&options).await.unwrap();
    let template = borrowed.database("a").await.unwrap();
    let clone = borrowed.clone_database("a", "b").await.unwrap();
    assert!(
        template.name.starts_with("schemactl_shadow_") && template.name.ends_with("_a"),
        "{}",
        template.name
    );
    let mut inside = schemactl_live::connect(&clone.url).await.unwrap();
    assert_eq!(show(&mut inside, "SELECT current_database()").await, clone.name);
    // Somebody is still connected: it is dropped all the same.
    drop(borrowed);
    let mut connection = host.connect().await.unwrap();
    let left = format!(
        "SELECT count(*)::text FROM pg_database WHERE datname IN ('{}', '{}')",
        template.name, clone.name
    );
    assert_eq!(show(&mut connection, &left).await, "0");
}

#[tokio::test]
async fn what_a_killed_process_started_is_removed() {
    let mut child = Command::new(std::env::current_exe().unwrap())
        .args(["--ignored", "--exact", "--nocapture", "a_process_to_kill"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let lines = BufReader::new(child.stdout.take().unwrap()).lines();
    let dir =
        lines.map(Result::unwrap).find_map(|line| line.split_once("dir=").map(|(_, dir)| PathBuf::from(dir)));
    let dir = dir.unwrap();
    let pid = server_pid(&dir);
    assert!(runs(&pid));
    child.kill().unwrap();
    child.wait().unwrap();
    let deadline = Instant::now() + Duration::from_secs(10);
    while dir.exists() || runs(&pid) {
        assert!(Instant::now() < deadline, "{} is still there", dir.display());
        std::thread::yield_now();
    }
}

#[tokio::test]
#[ignore = "the child of what_a_killed_process_started_is_removed"]
async fn a_process_to_kill() {
    let own = Shadow::start(&ShadowOptions::default()).await.unwrap();
    println!("dir={}", own.socket_dir().unwrap().display());
    // Nothing is ever written there: waits until it is killed.
    std::io::stdin().read_line(&mut String::new()).unwrap();
}

#[test]
fn processes_that_race_for_the_first_start_make_one_template() {
    use std::os::unix::fs::PermissionsExt as _;
    let cache = tempfile::Builder::new().prefix("schemactl-race-").tempdir_in("/tmp").unwrap();
    std::fs::set_permissions(cache.path(), std::fs::Permissions::from_mode(0o711)).unwrap();
    let start = || {
        Command::new(std::env::current_exe().unwrap())
            .args(["--ignored", "--exact", "a_process_to_kill"])
            .env("XDG_CACHE_HOME", cache.path())
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .spawn()
            .unwrap()
    };
    let racers = [start(), start(), start()];
    for mut racer in racers {
        assert!(racer.wait().unwrap().success());
    }
    let made: Vec<_> = std::fs::read_dir(cache.path().join("schemactl"))
        .unwrap()
        .map(|entry| entry.unwrap().file_name())
        .collect();
    assert_eq!(made.len(), 1, "{made:?}");
}

#[tokio::test]
async fn refusals_name_the_server_and_never_the_password() {
    // A server with a role that needs a password: its own rules of access, in a file the server can read.
    let rules = tempfile::Builder::new().prefix("schemactl-hba-").tempfile_in("/tmp").unwrap();
    std::fs::write(rules.path(), "local all bob scram-sha-256\nlocal all postgres trust\n").unwrap();
    readable(rules.path());
    let settings = vec![("hba_file".to_owned(), rules.path().display().to_string())];
    let own = Shadow::start(&ShadowOptions { settings, ..ShadowOptions::default() }).await.unwrap();
    let database = own.database("app").await.unwrap();
    let mut connection = database.connect().await.unwrap();
    sqlx::raw_sql("CREATE ROLE bob LOGIN CREATEDB PASSWORD 'right:pass@word'")
        .execute(&mut connection)
        .await
        .unwrap();
    let at = |who: &str, name: &str| {
        database.url.replace("postgres@localhost:5432/app", &format!("{who}@localhost:5432/{name}"))
    };
    schemactl_live::connect(&at("bob:right%3Apass%40word", "app")).await.unwrap();

    let error = schemactl_live::connect(&at("bob:wr0ng", "app")).await.unwrap_err();
    let text = format!("{error} {error:?}");
    assert!(matches!(error, LiveError::Refused { .. }), "{text}");
    assert!(text.contains("password authentication failed for user \"bob\" (SQLSTATE 28P01)"), "{text}");
    assert!(text.contains("bob:***@localhost:5432/app") && !text.contains("wr0ng"), "{text}");

    let error = schemactl_live::connect(&at("bob:right%3Apass%40word", "none")).await.unwrap_err();
    let text = format!("{error} {error:?}");
    assert!(matches!(error, LiveError::DatabaseMissing { .. }), "{text}");
    assert!(text.contains("createdb") && !text.contains("pass%40word"), "{text}");

    // A borrowed server keeps the secret in its own texts too.
    let url = Some(at("bob:right%3Apass%40word", "app"));
    let borrowed = Shadow::start(&ShadowOptions { url, ..ShadowOptions::default() }).await.unwrap();
    assert!(!format!("{borrowed:?}").contains("pass%40word"));
    let made = borrowed.database("x").await.unwrap();
    assert!(redact_url(&made.url).contains("bob:***@"));
    assert!(!format!("{made:?}").contains("pass"), "{made:?}");
}

#[tokio::test]
async fn nobody_answers() {
    let error = schemactl_live::connect("postgres://bob:s3cret@127.0.0.1:1/app").await.unwrap_err();
    let text = error.to_string();
    assert!(matches!(error, LiveError::Unreachable { .. }), "{text}");
    assert!(
        text.starts_with("no server answers at postgres://bob:***@127.0.0.1:1/app: Connection refused"),
        "{text}"
    );
    // A listener that accepts and says nothing.
    let silent = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let url = format!("postgres://bob:s3cret@{}/app", silent.local_addr().unwrap());
    let error =
        schemactl_live::connection::connect_within(&url, Duration::from_millis(50)).await.unwrap_err();
    assert!(matches!(error, LiveError::Timeout { .. }), "{error}");
}

fn server_pid(dir: &Path) -> String {
    let file = std::fs::read_to_string(dir.join("data/postmaster.pid")).unwrap();
    file.lines().next().unwrap().to_owned()
}

/// Whether a process runs; one that has ended and was not collected yet does not.
fn runs(pid: &str) -> bool {
    std::fs::read_to_string(format!("/proc/{pid}/stat")).is_ok_and(|stat| !stat.contains(") Z "))
}

fn readable(path: &Path) {
    use std::os::unix::fs::PermissionsExt as _;
    std::fs::set_permissions(path, std::fs::Permissions::from_mode(0o644)).unwrap();
}
