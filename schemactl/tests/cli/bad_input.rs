//! Input that is wrong: each a clear message with its place, the right exit status, and nothing lost.

use expect_test::{Expect, expect};

use crate::project::Project;

#[track_caller]
fn check(project: &Project, arguments: &[&str], expected: &Expect) {
    let run = project.run(arguments);
    assert!(!run.stderr.contains("panicked"), "{}", run.stderr);
    expected.assert_eq(&run.all());
}

#[test]
fn missing_folder() {
    check(
        &Project::new(&[]),
        &["dump"],
        &expect![[r#"
        status 2
        error[migration-folder-missing]: the folder migrations does not exist
         |
         = help: create it, or name the folder of your migrations with `--migrations DIR`

    "#]],
    );
}

#[test]
fn empty_folder() {
    check(
        &Project::new(&[("migrations/README.md", "nothing here")]),
        &["dump"],
        &expect![[r#"
        status 2
        error[migration-folder-empty]: migrations holds no migration
         |
         = note: without migrations there is nothing to build a schema from
         = help: add a file named `NNNNNN_name.up.sql` or `NNNNNN_name.down.sql`, or name another folder

    "#]],
    );
}

#[test]
fn two_files_with_one_number() {
    let project = Project::new(&[
        ("migrations/1_a.up.sql", "CREATE TABLE a (id int);"),
        ("migrations/1_a.down.sql", "DROP TABLE a;"),
        ("migrations/1_b.up.sql", "CREATE TABLE b (id int);"),
        ("migrations/1_b.down.sql", "DROP TABLE b;"),
    ]);
    check(
        &project,
        &["generate"],
        &expect![[r#"
            status 0
            warning[migration-version-duplicate]: version 1 is taken by migrations/1_a.up.sql and
              migrations/1_b.up.sql
             --> migrations/1_b.up.sql:1:1
              |
            1 | CREATE TABLE b (id int);
              | ^ this one
              |
             ::: migrations/1_a.up.sql:1:1
              |
            1 | CREATE TABLE a (id int);
              | - and this one have the same number
              |
              = note: their order is not defined, and a database that has one of them never gets the other
              = help: give the newer of them the next free number; `a` stays if it was released

            warning[migration-version-duplicate]: version 1 is taken by migrations/1_a.down.sql and
              migrations/1_b.down.sql
             --> migrations/1_b.down.sql:1:1
              |
            1 | DROP TABLE b;
              | ^ this one
              |
             ::: migrations/1_a.down.sql:1:1
              |
            1 | DROP TABLE a;
              | - and this one have the same number
              |
              = note: their order is not defined, and a database that has one of them never gets the other
              = help: give the newer of them the next free number; `a` stays if it was released

            wrote generated/src/errors/a.rs
            wrote generated/src/errors/b.rs
            wrote generated/src/errors/mod.rs
            wrote generated/src/lib.rs
            wrote generated/src/models/a.rs
            wrote generated/src/models/b.rs
            wrote generated/src/models/mod.rs
            wrote generated/src/stores/a.rs
            wrote generated/src/stores/b.rs
            wrote generated/src/stores/mod.rs
            wrote generated/src/support/change.rs
            wrote generated/src/support/copy.rs
            wrote generated/src/support/cursor.rs
            wrote generated/src/support/declared.rs
            wrote generated/src/support/exact.rs
            wrote generated/src/support/mod.rs
            wrote generated/src/support/page.rs
            wrote generated/src/support/query.rs
            wrote generated/src/support/row.rs
            wrote generated/src/support/violated.rs
            wrote generated/src/support/write.rs
            21 written, 0 removed, 0 unchanged
            there is no Cargo.toml for it yet: `schemactl generate --crate NAME --out FOLDER` writes a whole crate
        "#]],
    );
}

#[test]
fn gap() {
    let project = Project::new(&[
        ("migrations/000001_a.up.sql", "CREATE SEQUENCE a;"),
        ("migrations/000001_a.down.sql", "DROP SEQUENCE a;"),
        ("migrations/000003_c.up.sql", "CREATE SEQUENCE c;"),
        ("migrations/000003_c.down.sql", "DROP SEQUENCE c;"),
    ]);
    check(
        &project,
        &["generate", "--check", "--out", "out", "--quiet"],
        &expect![[r#"
            status 1
            --- /dev/null
            +++ b/mod.rs
            @@ -0,0 +1,2 @@
            +// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.
            +// Schema 3956a69655912b27, settings 9941a814b3318a2f
            warning[migration-version-gap]: version 2 is missing between 1 and 3
             --> migrations/000003_c.up.sql:1:1
              |
            1 | CREATE SEQUENCE c;
              | ^ no file stands before this one
              |
             ::: migrations/000001_a.up.sql:1:1
              |
            1 | CREATE SEQUENCE a;
              | - the last before the gap
              |
              = note: a file may have been forgotten in a commit or lost in a merge
              = help: add the forgotten file, or renumber the later ones if no database has run them

        "#]],
    );
}

#[test]
fn syntax_error_and_the_statements_around_it() {
    let project = Project::with_migration(
        "CREATE TABLE a (id int);\nCREATE TABLE b (id int,, x text);\nCREATE TABLE c (id int);\n",
    );
    let run = project.run(&["dump"]);
    assert_eq!(run.status, 1);
    assert!(run.stdout.contains("public.a") && run.stdout.contains("public.c"), "{}", run.stdout);
    expect![[r#"
        error[syntax-error]: syntax error at or near "," (SQLSTATE 42601)
         --> migrations/000001_first.up.sql:2:24
          |
        2 | CREATE TABLE b (id int,, x text);
          |                        ^
          |
          = help: expected LIKE or a name

    "#]]
    .assert_eq(&run.stderr);
}

#[test]
fn not_utf8() {
    let project = Project::with_migration("CREATE TABLE a (id int);\n");
    project.write("migrations/000002_b.up.sql", b"-- caf\xe9\nCREATE TABLE b (id int);\n");
    project.write("migrations/000002_b.down.sql", b"DROP TABLE b;\n");
    let run = project.run(&["dump"]);
    assert_eq!(run.status, 1);
    assert!(run.stdout.contains("public.a"), "{}", run.stdout);
    expect![[r#"
        error[migration-file-unreadable]: migrations/000002_b.up.sql is not UTF-8: byte 6, on line 1
         |
         = note: what its statements do to the schema is unknown
         = help: save it as UTF-8

    "#]]
    .assert_eq(&run.stderr);
}

#[test]
fn unterminated_dollar_quote() {
    let project = Project::with_migration(
        "CREATE TABLE a (id int);\nCREATE FUNCTION f() RETURNS int LANGUAGE sql AS $$\nSELECT 1;\n",
    );
    let run = project.run(&["dump"]);
    assert_eq!(run.status, 1);
    assert!(run.stdout.contains("public.a"), "{}", run.stdout);
    expect![[r#"
        error[unterminated]: unterminated dollar-quoted string (SQLSTATE 42601)
         --> migrations/000001_first.up.sql:2:49
          |
        2 | CREATE FUNCTION f() RETURNS int LANGUAGE sql AS $$
          |                                                 ^^
          |
          = note: everything up to the end of the file is taken for a part of it
          = help: close it where it should end

    "#]]
    .assert_eq(&run.stderr);
}

#[test]
fn table_created_twice() {
    let project = Project::new(&[
        ("migrations/000001_a.up.sql", "CREATE TABLE users (id int);"),
        ("migrations/000001_a.down.sql", "DROP TABLE users;"),
        ("migrations/000002_b.up.sql", "-- again\nCREATE TABLE users (id int);"),
        ("migrations/000002_b.down.sql", "DROP TABLE users;"),
    ]);
    check(
        &project,
        &["generate"],
        &expect![[r#"
        status 1
        error[statement-refused]: relation "users" already exists (SQLSTATE 42P07)
         --> migrations/000002_b.up.sql:2:14
          |
        2 | CREATE TABLE users (id int);
          |              ^^^^^
          |
         ::: migrations/000001_a.up.sql:1:1
          |
        1 | CREATE TABLE users (id int);
          | --------------------------- made here first

        nothing written: the migrations have errors
    "#]],
    );
}

#[test]
fn unknown_type() {
    let project = Project::with_migration(
        "CREATE TYPE mood AS ENUM ('ok');\nCREATE TABLE a (\n    id int,\n    feels moods NOT NULL\n);\n",
    );
    check(
        &project,
        &["generate"],
        &expect![[r#"
        status 1
        error[statement-refused]: type "moods" does not exist (SQLSTATE 42704)
         --> migrations/000001_first.up.sql:4:11
          |
        4 |     feels moods NOT NULL
          |           ^^^^^
          |
          = help: there is a type "mood"

        nothing written: the migrations have errors
    "#]],
    );
}

#[test]
fn unreachable_database() {
    let project = Project::with_migration("CREATE TABLE a (id int);\n");
    let url = "postgres://app:s3cret@127.0.0.1:1/app";
    let run = project.run(&["diff", "migrations", url]);
    assert!(!run.all().contains("s3cret"), "{}", run.all());
    expect![[r#"
        status 2
        error: no server answers at postgres://app:***@127.0.0.1:1/app: Connection refused (os error 111)
        help: start it, or correct the host and the port of the URL
    "#]]
    .assert_eq(&run.all());
    for arguments in [vec!["report", "--against", url], vec!["migrate", "up", "--database-url", url]] {
        let run = project.run(&arguments);
        assert_eq!(run.status, 2);
        assert!(!run.all().contains("s3cret"), "{}", run.all());
    }
}

#[test]
fn no_server_binaries() {
    let project = Project::with_migration("CREATE TABLE a (id int);\n");
    let output = project
        .command()
        .args(["diff", "migrations", "shadow"])
        .env("SCHEMACTL_PG_BIN", "/nowhere/bin")
        .output()
        .unwrap();
    expect![[r#"
        status 2
        error: /nowhere/bin has no postgres
        help: SCHEMACTL_PG_BIN must be the folder that holds `postgres` and `initdb`, such as /usr/lib/postgresql/17/bin
    "#]].assert_eq(&crate::project::Run::of(&output).all());
}

#[test]
fn sides_and_servers_that_are_none() {
    let project = Project::with_migration("CREATE TABLE a (id int);\n");
    check(
        &project,
        &["diff", "migrations", "mysql://root:pw@localhost/x"],
        &expect![[r#"
        status 2
        error: `mysql://root:***@localhost/x` is no schema to compare
        help: write migrations, migrations:DIR, shadow, shadow:DIR, sql:FILE, or a postgres:// URL
    "#]],
    );
    check(
        &project,
        &["report", "--against", "http://x"],
        &expect![[r#"
        status 2
        error: `http://x` is no server
        help: --against takes auto, shadow, none, or a postgres:// URL
    "#]],
    );
    check(
        &project,
        &["diff", "migrations", "sql:nothing.sql"],
        &expect![[r#"
        status 2
        error: nothing.sql cannot be read: No such file or directory (os error 2)
    "#]],
    );
}

#[test]
fn settings_that_are_wrong() {
    let project = Project::with_migration("CREATE TABLE a (id int);\n");
    project.write("schemactl.toml", b"migrations = \"migrations\"\n[generate]\noutput = \"src\"\n");
    check(
        &project,
        &["dump"],
        &expect![[r#"
            status 2
            error[settings-invalid]: unknown setting `output`
             --> schemactl.toml:3:1
              |
            3 | output = "src"
              | ^^^^^^
              |
              = note: it can be `out`, `crate`, `layout`, `datetime`, `numeric`, `version_column`, `stores`,
                      `pages`, `functions`, `serde`, `include`, `exclude`, `types`, `rename`, `derive`,
                      `attributes`, `dependencies`

        "#]],
    );
}

#[test]
fn a_server_that_refuses_a_migration_names_its_line() {
    // Nobody can know offline that the body is wrong: the server does.
    let project = Project::with_migration(
        "CREATE TABLE a (id int);\nCREATE FUNCTION f() RETURNS int LANGUAGE sql\nAS $$ SELECT nothing FROM a $$;\n",
    );
    check(
        &project,
        &["diff", "migrations", "shadow"],
        &expect![[r#"
        status 2
        error[statement-refused]: column "nothing" does not exist (SQLSTATE 42703)
         --> migrations/000001_first.up.sql:3:14
          |
        3 | AS $$ SELECT nothing FROM a $$;
          |              ^^^^^^^

    "#]],
    );
}
