//! `--shadow`: migrations whose effect only a server knows.

use crate::project::Project;

/// What it makes depends on what only a server knows: that it has two tablespaces.
const PARTITIONS: &str = "\
CREATE TABLE events (at date NOT NULL, body text) PARTITION BY RANGE (at);
DO $$
DECLARE year int;
BEGIN
    FOR year IN SELECT * FROM generate_series(2020, 2019 + (SELECT count(*)::int FROM pg_tablespace)) LOOP
        EXECUTE format('CREATE TABLE %I PARTITION OF events FOR VALUES FROM (%L) TO (%L)',
                       'events_' || year, year || '-01-01', year + 1 || '-01-01');
    END LOOP;
END $$;
CREATE INDEX ON events_2020 (body);
";

#[test]
fn dump_and_generate_hold_what_a_built_string_made() {
    let project = Project::with_migration(PARTITIONS);
    let without = project.run(&["dump"]);
    assert!(!without.stdout.contains("events_2020 PARTITION OF"), "{}", without.all());
    let run = project.run(&["dump", "--shadow"]).ok();
    assert!(run.stdout.contains("events_2020"), "{}", run.all());
    assert!(run.stdout.contains("CREATE INDEX events_2020_body_idx"), "{}", run.all());
    assert!(!run.stdout.contains("OWNER TO"), "nobody named an owner: {}", run.stdout);
    assert!(!run.stderr.contains("warning["), "{}", run.stderr);
    assert!(run.stderr.contains("info[statement-resolved]"), "{}", run.stderr);
    assert!(run.stderr.contains("migrations/000001_first.up.sql:5:5"), "{}", run.stderr);
    assert_eq!(run.stdout, project.run(&["dump", "--shadow"]).ok().stdout);
    assert_eq!(project.run(&["dump", "--shadow", "-q"]).ok().stderr.matches("running").count(), 0);

    project.run(&["generate", "--shadow"]).ok();
    assert!(project.read("generated/src/models/events.rs").contains("pub struct Event"));
    project.run(&["generate", "--shadow", "--check"]).ok();
}

#[test]
fn report_check_and_diff_follow_the_server() {
    let project = Project::with_migration(PARTITIONS);
    let report = project.run(&["report", "--shadow"]).ok();
    assert!(report.stdout.contains("catalog: that of"), "{}", report.all());
    assert!(report.stdout.contains("known from a throw-away"), "{}", report.all());
    assert!(report.stdout.contains("events_2020") || report.stdout.contains("events – "), "{}", report.all());
    project.run(&["check", "--shadow"]).ok();
    // What a built string made has the place of its statement, and a later statement that of its own.
    project.write("other.sql", b"");
    let missing = project.run(&["diff", "migrations", "sql:other.sql", "--shadow"]);
    assert!(missing.stdout.contains("events_2020"), "{}", missing.stdout);
    assert!(missing.stdout.contains("migrations/000001_first.up.sql:2:1"), "{}", missing.stdout);
    let same = project.run(&["diff", "migrations", "shadow", "--shadow"]).ok();
    assert_eq!(same.stdout, "");
}

#[test]
fn what_the_server_refuses_is_the_finding() {
    let project = Project::with_migration(
        "CREATE TABLE t (a int);\nDO $$ BEGIN EXECUTE 'DROP ' || 'TABLE u' || left(current_user, 0); END $$;\n",
    );
    let run = project.run(&["dump", "--shadow"]);
    assert_eq!((run.status, run.stdout.as_str()), (1, ""), "{}", run.stderr);
    assert!(run.stderr.contains("table \"u\" does not exist (SQLSTATE 42P01)"), "{}", run.stderr);
    assert!(run.stderr.contains("migrations/000001_first.up.sql:2:1"), "{}", run.stderr);
    let report = project.run(&["report", "--shadow", "--against", "none"]);
    assert_eq!(report.status, 1, "{}", report.all());
}

#[test]
fn a_missing_server_is_said() {
    let project = Project::with_migration(PARTITIONS);
    let output =
        project.command().args(["dump", "--shadow"]).env("SCHEMACTL_PG_BIN", "/nowhere").output().unwrap();
    assert_eq!(output.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&output.stderr).contains("/nowhere"));
}
