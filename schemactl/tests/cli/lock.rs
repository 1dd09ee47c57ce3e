//! `schemactl.lock`: made once where a server is, used everywhere else.

use crate::project::{Project, Run};

const PARTITIONS: &str = "\
CREATE TABLE events (at date NOT NULL, body text) PARTITION BY RANGE (at);
DO $$
DECLARE year int;
BEGIN
    FOR year IN SELECT y FROM generate_series(2020, 2021) y WHERE length(version()) > 0 LOOP
        EXECUTE format('CREATE TABLE %I PARTITION OF events FOR VALUES FROM (%L) TO (%L)',
                       'events_' || year, year || '-01-01', year + 1 || '-01-01');
    END LOOP;
END $$;
";

const UP: &str = "migrations/000001_first.up.sql";
const LOCK: &str = "migrations/schemactl.lock";

/// A run on a machine without PostgreSQL.
fn without_server(project: &Project, arguments: &[&str]) -> Run {
    Run::of(&project.command().args(arguments).env("SCHEMACTL_PG_BIN", "/nowhere").output().unwrap())
}

#[test]
fn a_lock_stands_for_the_server() {
    let project = Project::with_migration(PARTITIONS);
    let run = project.run(&["lock"]).ok();
    assert!(run.stderr.ends_with("wrote migrations/schemactl.lock\n"), "{}", run.stderr);
    let text = project.read(LOCK);
    assert!(text.contains("-- made on: PostgreSQL 1"), "{text}");
    assert!(text.contains(" 000001_first.up.sql\n"), "{text}");
    assert!(text.contains("-- from: 000001_first.up.sql:2\ttable\tpublic.events_2020\n"), "{text}");
    assert!(text.contains("events_2021"), "{text}");
    let again = project.run(&["lock"]).ok();
    assert!(again.stderr.ends_with("migrations/schemactl.lock is up to date\n"), "{}", again.stderr);
    assert_eq!(project.read(LOCK), text);
    project.run(&["lock", "--check"]).ok();

    let shadow = project.run(&["dump", "--shadow"]).ok();
    let locked = without_server(&project, &["dump"]).ok();
    assert_eq!(locked.stdout, shadow.stdout);
    assert!(locked.stderr.contains("schemactl.lock (PostgreSQL 1"), "{}", locked.stderr);
    without_server(&project, &["generate"]).ok();
    let check = without_server(&project, &["check", "--against", "none"]).ok();
    assert!(!check.stdout.contains("statement-not-understood"), "{}", check.stdout);
    let same = project.run(&["diff", "migrations", "shadow"]).ok();
    assert_eq!(same.stdout, "");
    // Places are the migration's, not the lock's.
    project.write("other.sql", b"");
    let missing = without_server(&project, &["diff", "migrations", "sql:other.sql"]);
    assert!(missing.stdout.contains("events_2020"), "{}", missing.stdout);
    assert!(missing.stdout.contains("migrations/000001_first.up.sql:2:1"), "{}", missing.stdout);
    assert!(!missing.stdout.contains("schemactl.lock"), "{}", missing.stdout);
    let report = without_server(&project, &["report", "--against", "none"]).ok();
    assert!(report.stdout.contains("schemactl.lock (PostgreSQL 1"), "{}", report.stdout);
}

#[test]
fn a_lock_that_does_not_fit_is_an_error_that_says_what_to_run() {
    let project = Project::with_migration(PARTITIONS);
    project.run(&["lock"]).ok();
    let text = project.read(LOCK);

    project.write(UP, PARTITIONS.replace("body text", "body bytea").as_bytes());
    let run = without_server(&project, &["check", "--against", "none"]);
    assert_eq!(run.status, 1);
    assert!(
        run.stdout.contains("error[lock-stale]: 000001_first.up.sql has changed since the lock was made"),
        "{}",
        run.stdout
    );
    assert!(run.stdout.contains("migrations/schemactl.lock:6:1"), "{}", run.stdout);
    assert!(run.stdout.contains("run `schemactl lock`"), "{}", run.stdout);
    assert_eq!(project.run(&["lock", "--check"]).status, 1);
    assert_eq!(project.read(LOCK), text);
    assert_eq!(without_server(&project, &["generate"]).status, 1);
    assert_eq!(without_server(&project, &["dump"]).status, 1);

    // Line breaks are git's business.
    project.write(UP, PARTITIONS.replace('\n', "\r\n").as_bytes());
    project.write(LOCK, text.replace('\n', "\r\n").as_bytes());
    without_server(&project, &["check", "--against", "none"]).ok();

    project.write(UP, PARTITIONS.as_bytes());
    project.write("migrations/000002_more.up.sql", b"CREATE TABLE more (a int);\n");
    let run = without_server(&project, &["check", "--against", "none"]);
    assert!(run.stdout.contains("000002_more.up.sql was not there when the lock was made"), "{}", run.stdout);
    assert!(run.stdout.contains("migrations/000002_more.up.sql:1:1"), "{}", run.stdout);
    project.run(&["lock"]).ok();
    without_server(&project, &["check", "--against", "none"]).ok();

    std::fs::remove_file(project.path().join("migrations/000002_more.up.sql")).unwrap();
    let run = without_server(&project, &["check", "--against", "none"]);
    assert!(
        run.stdout.contains("the lock was made with 000002_more.up.sql, which is not there"),
        "{}",
        run.stdout
    );

    project.write(LOCK, text.replace("events_2021", "events_2022").as_bytes());
    let run = without_server(&project, &["check", "--against", "none"]);
    assert!(run.stdout.contains("it was edited, or merged by hand"), "{}", run.stdout);
    project.write(LOCK, text.replace("-- format: 1", "-- format: 9").as_bytes());
    let run = without_server(&project, &["check", "--against", "none"]);
    assert!(run.stdout.contains("the lock has format 9"), "{}", run.stdout);
}

#[test]
fn no_lock_is_made_where_none_is_needed() {
    let project = Project::with_migration(PARTITIONS);
    project.run(&["lock"]).ok();
    project.write(UP, b"CREATE TABLE t (a int PRIMARY KEY);\n");
    assert_eq!(without_server(&project, &["lock", "--check"]).status, 1);
    let run = without_server(&project, &["lock"]).ok();
    assert!(run.stderr.starts_with("removed migrations/schemactl.lock"), "{}", run.stderr);
    assert!(!project.path().join(LOCK).exists());
    without_server(&project, &["lock"]).ok();
    without_server(&project, &["lock", "--check"]).ok();
}

#[test]
fn what_the_server_refuses_makes_no_lock() {
    let project =
        Project::with_migration("DO $$ BEGIN EXECUTE 'DROP TABLE ' || current_database(); END $$;\n");
    let run = project.run(&["lock"]);
    assert_eq!(run.status, 1, "{}", run.all());
    assert!(run.stderr.contains("error[statement-refused]"), "{}", run.stderr);
    assert!(!project.path().join(LOCK).exists());
}

#[test]
fn a_file_of_another_is_not_overwritten() {
    let project = Project::with_migration(PARTITIONS);
    project.write(LOCK, b"mine\n");
    let run = project.run(&["lock"]);
    assert_eq!(run.status, 2, "{}", run.all());
    assert_eq!(project.read(LOCK), "mine\n");
}
