//! Long histories take time in proportion to their length: each of these takes minutes, or all memory, where a statement
//! looks at all that stand before it.

use std::fmt::Write as _;

use schemactl_schema::diagnostic::{Style, render};
use schemactl_schema::{dump, replay};

const STATEMENTS: usize = 1_000;

/// Replays `first` and many of `more`, in which `#` is a number; gives the dump and the rendered findings.
fn run(first: &str, more: &str) -> (String, String) {
    let mut text = first.to_owned();
    for number in 0..STATEMENTS {
        // Writing to a String cannot fail.
        let _ = writeln!(text, "{}", more.replace('#', &number.to_string()));
    }
    let (sources, replayed) = replay::replay_text("long.sql", &text);
    let findings =
        replayed.diagnostics.iter().map(|finding| render(finding, &sources, Style::Plain) + "\n").collect();
    (dump::dump(&replayed.catalog), findings)
}

#[test]
fn what_everything_depends_on_is_not_searched() {
    let (dump, findings) =
        run("CREATE TABLE t (id int PRIMARY KEY);", "CREATE TABLE u# (id int REFERENCES t);");
    assert_eq!((findings.as_str(), dump.matches("FOREIGN KEY").count()), ("", STATEMENTS));
}

#[test]
fn savepoints_that_nothing_goes_back_to_cost_nothing() {
    let (dump, findings) =
        run("CREATE TABLE t (id int); BEGIN;", "SAVEPOINT s; ALTER TABLE t ADD COLUMN c# int;");
    // The block has no end, so it rolls back.
    assert_eq!((findings.as_str(), dump.matches(" cN").count()), ("", 0));
}

#[test]
fn a_savepoint_that_is_gone_back_to_brings_the_catalog_back() {
    let text = "BEGIN; CREATE TABLE a (); SAVEPOINT s; CREATE TABLE b (); SAVEPOINT s; CREATE TABLE c ();
                ROLLBACK TO s; RELEASE s; CREATE TABLE d (); ROLLBACK TO s; CREATE TABLE e (); COMMIT;";
    let (_, replayed) = replay::replay_text("s.sql", text);
    assert_eq!(replayed.diagnostics, []);
    let names: Vec<_> = replayed.catalog.relations.iter().map(|(_, relation)| &*relation.name).collect();
    assert_eq!(names, ["a", "e"]);
}

#[test]
fn findings_are_shown_with_their_lines_alone() {
    let (_, findings) = run("", "DROP TABLE t#;");
    assert_eq!(findings.matches("does not exist").count(), STATEMENTS);
    assert!(findings.contains("1000 | DROP TABLE t999;"));
}
