//! A live database: migrated by us, changed by hand, and a password that is wrong.

use expect_test::expect;
use schemactl_live::{Shadow, ShadowOptions};
use sqlx::Executor;

use crate::project::{Project, Run};

fn runtime() -> tokio::runtime::Runtime {
    tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap()
}

#[test]
fn a_manual_alter_is_named_with_the_line_that_set_the_attribute() {
    let project = Project::new(&[
        (
            "migrations/000001_users.up.sql",
            "CREATE TABLE users (\n    id int PRIMARY KEY,\n    email text\n);\n",
        ),
        ("migrations/000001_users.down.sql", "DROP TABLE users;\n"),
        (
            "migrations/000002_email.up.sql",
            "-- everybody has one\nALTER TABLE users ALTER COLUMN email SET NOT NULL;\n",
        ),
        ("migrations/000002_email.down.sql", "ALTER TABLE users ALTER COLUMN email DROP NOT NULL;\n"),
    ]);
    runtime().block_on(async {
        let shadow = Shadow::start(&ShadowOptions::default()).await.unwrap();
        let database = shadow.database("live").await.unwrap();
        let url = database.url.clone();
        let status = project.run(&["migrate", "status", "--database-url", &url]);
        assert_eq!((status.status, status.stdout.as_str()), (1, "pending  000001_users\npending  000002_email\n"));
        project.run(&["migrate", "up", "--database-url", &url]).ok();
        let status = project.run(&["migrate", "status", "--database-url", &url]).ok();
        assert_eq!(status.stdout, "applied  000001_users\napplied  000002_email\n");
        let same = project.run(&["diff", "migrations", &url]).ok();
        assert_eq!(same.stdout, "");

        let mut connection = database.connect().await.unwrap();
        connection.execute("ALTER TABLE users ALTER COLUMN email DROP NOT NULL").await.unwrap();
        // Wide: the URL is not always of one length.
        let drift = project.command().args(["diff", "migrations", &url]).env("COLUMNS", "500").output();
        let drift = Run::of(&drift.unwrap());
        assert_eq!(drift.status, 1);
        expect![[r#"
            error[schema-attribute-differs]: column public.users.email is not null in migrations, but not in database postgres://…
             --> migrations/000002_email.up.sql:2:19
              |
            2 | ALTER TABLE users ALTER COLUMN email SET NOT NULL;
              |                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ set here in migrations

        "#]].assert_eq(&drift.stdout.replace(&url, "postgres://…"));
        let report = project.run(&["report", "--against", &url]);
        assert_eq!(report.status, 1, "{}", report.all());

        project.run(&["migrate", "down", "--all", "--database-url", &url]).ok();
        let status = project.run(&["migrate", "status", "--database-url", &url]);
        assert_eq!(status.stdout, "pending  000001_users\npending  000002_email\n");
    });
}

#[test]
fn a_wrong_password_is_told_and_never_shown() {
    let project = Project::with_migration("CREATE TABLE a (id int);\n");
    let folder = tempfile::Builder::new().permissions(world_readable(0o755)).tempdir().unwrap();
    let hba = folder.path().join("pg_hba.conf");
    std::fs::write(&hba, "local all postgres trust\nlocal all all scram-sha-256\n").unwrap();
    std::fs::set_permissions(&hba, world_readable(0o644)).unwrap();
    let settings = vec![("hba_file".to_owned(), hba.display().to_string())];
    runtime().block_on(async {
        let shadow = Shadow::start(&ShadowOptions { settings, ..ShadowOptions::default() }).await.unwrap();
        let database = shadow.database("live").await.unwrap();
        let mut connection = database.connect().await.unwrap();
        connection.execute("CREATE ROLE app LOGIN PASSWORD 'right'").await.unwrap();
        let socket = shadow.socket_dir().unwrap().display().to_string().replace('/', "%2F");
        for command in [vec!["diff", "migrations"], vec!["report", "--against"]] {
            let url = format!("postgres://app:wr0ng@{socket}/live");
            let run = project.run(&[command, vec![&url]].concat());
            assert_eq!(run.status, 2, "{}", run.all());
            assert!(!run.all().contains("wr0ng"), "{}", run.all());
            assert!(run.stderr.contains("28P01"), "{}", run.stderr);
        }
        let url = format!("postgres://app:right@{socket}/live");
        let run = project.run(&["diff", "migrations", &url]);
        assert_eq!(run.status, 1, "{}", run.all());
        assert!(!run.all().contains("right@"), "{}", run.all());
    });
}

fn world_readable(mode: u32) -> std::fs::Permissions {
    std::os::unix::fs::PermissionsExt::from_mode(mode)
}
