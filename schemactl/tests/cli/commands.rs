//! What each command prints when all is well.

use expect_test::expect;

use crate::project::Project;

const USERS: &str = "\
CREATE TYPE role AS ENUM ('admin', 'user');
CREATE TABLE users (
    id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    email text NOT NULL UNIQUE,
    role role NOT NULL DEFAULT 'user'
);
";

#[test]
fn dump_is_sql_that_loads_and_the_same_every_time() {
    let project = Project::with_migration(USERS);
    let first = project.run(&["dump"]).ok().stdout;
    assert_eq!(first, project.run(&["dump"]).ok().stdout);
    expect![[r#"
        SET client_encoding = 'UTF8';
        SET standard_conforming_strings = on;
        SET check_function_bodies = false;
        SET client_min_messages = warning;
        SET search_path = public;

        CREATE TYPE public.role AS ENUM (
            'admin',
            'user'
        );

        CREATE TABLE public.users (
            id    uuid DEFAULT gen_random_uuid() NOT NULL,
            email text NOT NULL,
            role  public.role DEFAULT 'user' NOT NULL
        );

        ALTER TABLE ONLY public.users
            ADD CONSTRAINT users_pkey PRIMARY KEY (id);

        ALTER TABLE ONLY public.users
            ADD CONSTRAINT users_email_key UNIQUE (email);
    "#]]
    .assert_eq(&first);
    // The dump, read again, is the same schema.
    project.write("dump.sql", first.as_bytes());
    let run = project.run(&["diff", "migrations", "sql:dump.sql"]).ok();
    assert_eq!(run.stdout, "");
}

#[test]
fn generate_writes_once_and_check_sees_every_change() {
    let project = Project::with_migration(USERS);
    project.run(&["generate", "--out", "src/db"]).ok();
    let second = project.run(&["generate", "--out", "src/db"]).ok();
    assert!(second.stderr.starts_with("0 written, 0 removed"), "{}", second.stderr);
    project.run(&["generate", "--check", "--out", "src/db"]).ok();

    let model = project.read("src/db/models/users.rs");
    project
        .write("src/db/models/users.rs", model.replace("email: String", "email: Option<String>").as_bytes());
    let stale = project.run(&["generate", "--check", "--out", "src/db"]);
    assert_eq!(stale.status, 1);
    assert!(
        stale.stdout.contains("-    pub email: Option<String>,\n+    pub email: String,"),
        "{}",
        stale.stdout
    );
    project.run(&["generate", "--out", "src/db"]).ok();
    assert_eq!(project.read("src/db/models/users.rs"), model);
}

#[test]
fn diff_of_a_schema_with_itself_says_nothing() {
    let project = Project::with_migration(USERS);
    for right in ["migrations", "migrations:migrations", "shadow"] {
        let run = project.run(&["diff", "migrations", right]).ok();
        assert_eq!(run.stdout, "", "{right}");
    }
}

#[test]
fn diff_says_what_differs_and_sql_cures_it() {
    let project = Project::with_migration(USERS);
    project.write("old.sql", USERS.replace("email text NOT NULL", "email varchar(99)").as_bytes());
    let run = project.run(&["diff", "migrations", "sql:old.sql"]);
    assert_eq!(run.status, 1);
    expect![[r#"
        error[schema-attribute-differs]: the type of column public.users.email is `text` in migrations, but
          `character varying(99)` in old.sql
         --> migrations/000001_first.up.sql:4:5
          |
        4 |     email text NOT NULL UNIQUE,
          |     ^^^^^^^^^^^^^^^^^^^^^^^^^^ set here in migrations
          |
         ::: old.sql:4:5
          |
        4 |     email varchar(99) UNIQUE,
          |     ------------------------ set here in old.sql

        error[schema-attribute-differs]: column public.users.email is not null in migrations, but not in
          old.sql
         --> migrations/000001_first.up.sql:4:16
          |
        4 |     email text NOT NULL UNIQUE,
          |                ^^^^^^^^ set here in migrations
          |
         ::: old.sql:4:5
          |
        4 |     email varchar(99) UNIQUE,
          |     ------------------------ set here in old.sql

    "#]]
    .assert_eq(&run.stdout);
    let cure = project.run(&["diff", "migrations", "sql:old.sql", "--sql"]);
    assert_eq!(cure.status, 1);
    expect![[r#"
        SET check_function_bodies = false;
        SET search_path = public;

        BEGIN;
        ALTER TABLE public.users ALTER COLUMN email SET DATA TYPE text;
        ALTER TABLE public.users ALTER COLUMN email SET NOT NULL;

        COMMIT;
    "#]]
    .assert_eq(&cure.stdout);
}

#[test]
fn report_comes_as_text_markdown_and_json() {
    let project = Project::with_migration(USERS);
    let text = project.run(&["report", "--against", "none"]).ok();
    assert!(text.stdout.contains("Database schema validation report"), "{}", text.stdout);
    assert!(!text.stdout.contains('\u{1b}'), "no colour where nobody looks");
    let coloured = project.run(&["report", "--against", "none", "--color", "always"]).ok();
    assert!(coloured.stdout.contains('\u{1b}'));
    let markdown = project.run(&["report", "--against", "none", "--format", "markdown"]).ok();
    assert!(markdown.stdout.starts_with("# "), "{}", markdown.stdout);
    let json = project.run(&["report", "--against", "none", "--format", "json"]).ok();
    let json: serde_json::Value = serde_json::from_str(&json.stdout).unwrap();
    assert_eq!(json["statistics"]["tables"], 1);
    assert!(json["findings"].is_array());
}

#[test]
fn check_is_the_report_and_the_generated_files() {
    let project = Project::with_migration(USERS);
    project.run(&["generate"]).ok();
    project.run(&["check", "--against", "shadow"]).ok();
    project.write("generated/src/models/users.rs", b"// @generated by nobody\n");
    let run = project.run(&["check", "--against", "none"]);
    assert_eq!(run.status, 1, "{}", run.all());
}

#[test]
fn closed_pipes_are_no_error() {
    let project = Project::with_migration(USERS);
    let program = env!("CARGO_BIN_EXE_schemactl");
    let output = std::process::Command::new("sh")
        .args(["-c", "set -o pipefail 2>/dev/null; \"$0\" report --against none --format json | head -c 1 >/dev/null; echo \"${PIPESTATUS:-0}\"", program])
        .current_dir(project.path())
        .output()
        .unwrap();
    assert_eq!(String::from_utf8_lossy(&output.stderr), "");
}

#[test]
fn completions_and_help_are_there() {
    let project = Project::new(&[]);
    let completions = project.run(&["completions", "bash"]).ok().stdout;
    for word in ["_schemactl", "--shadow", "lock", "--check"] {
        assert!(completions.contains(word), "{word}");
    }
    for command in ["dump", "generate", "report", "check", "diff", "lock"] {
        let help = project.run(&[command, "--help"]).ok().stdout;
        assert!(help.contains("Examples:") && help.contains("shadow"), "{command}: {help}");
    }
    assert!(project.run(&["--help"]).ok().stdout.contains("Examples:"));
    assert!(project.run(&["diff", "--help"]).ok().stdout.contains("schemactl diff migrations shadow"));
    assert_eq!(project.run(&["nonsense"]).status, 2);
}

#[test]
fn findings_are_wrapped_to_the_width() {
    let project = Project::with_migration(USERS);
    project.write("old.sql", USERS.replace("email text NOT NULL", "email varchar(99) NOT NULL").as_bytes());
    let arguments = ["diff", "migrations", "sql:old.sql"];
    let narrow = project.command().args(arguments).env("COLUMNS", "40").output().unwrap();
    let narrow = String::from_utf8(narrow.stdout).unwrap();
    expect![[r#"
        error[schema-attribute-differs]: the
          type of column public.users.email is
          `text` in migrations, but `character
          varying(99)` in old.sql
         --> migrations/000001_first.up.sql:4:5
          |
        4 |     email text NOT NULL UNIQUE,
          |     ^^^^^^^^^^^^^^^^^^^^^^^^^^ set here in migrations
          |
         ::: old.sql:4:5
          |
        4 |     email varchar(99) NOT NULL UNIQUE,
          |     --------------------------------- set here in old.sql

    "#]]
    .assert_eq(&narrow);
}
