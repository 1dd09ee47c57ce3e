//! A down file has to undo its own up file: that a later one drops the table is no excuse.

use std::fmt::Write as _;

use expect_test::{Expect, expect};

use super::*;
use crate::test_schema::lines;

/// Findings a line, then the report's lines. Migrations are pairs of an up and a down file; `-` is no file.
#[track_caller]
fn check(migrations: &[(&str, &str)], expected: &Expect) {
    let files: Vec<(String, &str)> = migrations
        .iter()
        .enumerate()
        .flat_map(|(at, (up, down))| {
            let name = |side: &str| format!("{:06}_m.{side}.sql", at + 1);
            [(name("up"), *up), (name("down"), *down)]
        })
        .filter(|(_, text)| *text != "-")
        .collect();
    let (set, _) = MigrationSet::from_texts(files.iter().map(|(name, text)| (name.as_str(), *text)));
    let undone = run(&set);
    let mut told = lines(&undone.findings, &set.sources);
    for line in undone.lines(|finding| finding.severity) {
        writeln!(told, "{} {}", line.verdict.sign(), line.cells[0]).unwrap();
    }
    expected.assert_eq(&told);
}

const TABLE: (&str, &str) = ("CREATE TABLE t (a int, b text);", "DROP TABLE t;");

#[test]
fn what_is_given_back_holds() {
    check(
        &[
            TABLE,
            (
                "ALTER TABLE t ADD COLUMN c int DEFAULT 1; CREATE INDEX ON t (c); ALTER TABLE t ALTER a SET NOT NULL;",
                "ALTER TABLE t ALTER a DROP NOT NULL; ALTER TABLE t DROP COLUMN c;",
            ),
        ],
        &expect![[r"
            ✅ 2 down files (3 statements), each run right after its up file, give back the schema of before
        "]],
    );
}

#[test]
fn a_down_file_that_does_nothing_is_seen_though_an_earlier_one_drops_the_table() {
    check(
        &[
            TABLE,
            (
                "ALTER TABLE t ADD COLUMN c int;\nCREATE INDEX i ON t (a);\nALTER TABLE t ALTER b SET DEFAULT 'x';\n",
                "SELECT 1;",
            ),
        ],
        &expect![[r"
            Warning migration-down-leaves: the down file of 000002_m does not take all back: the default of column public.t.b is `'x'` and was absent; column public.t.c stays; index public.i stays [000002_m.up.sql:3:15 000002_m.up.sql:1:26 000002_m.up.sql:2:1]
            ⚠ down files: the down file of 000002_m does not take all back: the default of column public.t.b is `'x'` and was absent; column public.t.c stays; index public.i stays
        "]],
    );
    check(
        &[TABLE, ("COMMENT ON TABLE t IS 'x';", "SELECT 1;")],
        &expect![[r"
        Warning migration-down-leaves: the down file of 000002_m does not take all back: the comment of table public.t is `x` and was absent [000002_m.up.sql:1:1]
        ⚠ down files: the down file of 000002_m does not take all back: the comment of table public.t is `x` and was absent
    "]],
    );
}

#[test]
fn what_was_taken_away_is_to_come_back() {
    check(
        &[
            TABLE,
            ("SELECT 1;\nALTER TABLE t DROP COLUMN b;", "SELECT 1;"),
            ("ALTER TABLE t ADD COLUMN c int NOT NULL;", "DROP TABLE t;"),
        ],
        &expect![[r"
            Warning migration-down-leaves: the down file of 000002_m does not take all back: column public.t.b is gone [000002_m.up.sql:2:1]
            Warning migration-down-leaves: the down file of 000003_m does not take all back: table public.t is gone [000003_m.up.sql:1:1]
            ⚠ down files: the down file of 000002_m does not take all back: column public.t.b is gone (and 1 more)
        "]],
    );
}

#[test]
fn what_postgres_cannot_undo_is_information() {
    check(
        &[
            (
                "CREATE TYPE mood AS ENUM ('glad'); CREATE TABLE t (a int, b text);",
                "DROP TABLE t; DROP TYPE mood;",
            ),
            ("ALTER TYPE mood ADD VALUE 'sad' BEFORE 'glad';", "SELECT 1;"),
            ("ALTER TABLE t DROP COLUMN a;", "ALTER TABLE t ADD COLUMN a int;"),
            ("ALTER TABLE t ADD CHECK (b > '') NOT VALID;", "ALTER TABLE t DROP CONSTRAINT t_b_check;"),
            ("ALTER TABLE t VALIDATE CONSTRAINT t_b_check;", "SELECT 1;"),
        ],
        &expect![[r"
            Info migration-down-leaves: 000002_m cannot be undone in full: value 'sad' of type public.mood cannot be removed [000002_m.up.sql:1:1]
            Info migration-down-leaves: 000003_m cannot be undone in full: the column order of table public.t is `b, a` and was `a, b` [000003_m.up.sql:1:1]
            Info migration-down-leaves: 000005_m cannot be undone in full: constraint public.t.t_b_check is validated [000005_m.up.sql:1:15]
            ✅ 5 down files (6 statements), each run right after its up file, give back the schema of before, but for what the findings of information say
        "]],
    );
}

#[test]
fn a_down_file_that_is_refused_right_after_its_up_file() {
    check(
        &[TABLE, ("CREATE INDEX i ON t (a);", "DROP INDEX j;")],
        &expect![[r#"
        Error migration-down-refused: the down file of 000002_m is refused: index "j" does not exist [000002_m.down.sql:1:12]
        ❌ down files: the down file of 000002_m is refused: index "j" does not exist
    "#]],
    );
}

#[test]
fn what_cannot_be_tried_is_said() {
    check(
        &[TABLE, ("CREATE INDEX i ON t (a);", "-")],
        &expect![[r"
        ✅ 1 down file (1 statement), run right after its up file, gives back the schema of before
        – down files: 1 migration has none
    "]],
    );
    check(
        &[("CREATE TABLE t (a int);", "-")],
        &expect![[r"
        – down files: 1 migration has none
    "]],
    );
    check(
        &[TABLE, ("CREATE INDEX i ON nowhere (a);", "DROP INDEX i;"), ("SELECT 1;", "SELECT 1;")],
        &expect![[r"
        ✅ 1 down file (1 statement), run right after its up file, gives back the schema of before
        – down files: 2 are not tried, because not every statement of the up file of 000002_m could be applied
    "]],
    );
    check(
        &[TABLE, ("DO $$ BEGIN EXECUTE 'CREATE TABLE ' || current_user || ' (a int)'; END $$;", "SELECT 1;")],
        &expect![[r"
            ✅ 1 down file (1 statement), run right after its up file, gives back the schema of before
            – down files: that of 000002_m is not compared: a statement is not understood
        "]],
    );
}
