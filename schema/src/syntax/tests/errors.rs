//! What is refused: where, and in whose words.

use expect_test::{Expect, expect};

use crate::diagnostic::Diagnostic;
use crate::source::{FileId, Sources};
use crate::syntax::parse_file;

/// Each diagnostic as `offset message (sqlstate): help`.
#[track_caller]
fn check(text: &str, expected: &Expect) {
    let (_, diagnostics) = parse_file(FileId(0), text);
    let lines: Vec<_> = diagnostics.iter().map(line).collect();
    expected.assert_eq(&lines.join("\n"));
}

fn line(diagnostic: &Diagnostic) -> String {
    let at = diagnostic.places.first().map_or(0, |(span, _)| span.start);
    let state = diagnostic.sqlstate.as_deref().unwrap_or("-");
    format!("{at} {} ({state}) {}", diagnostic.message, diagnostic.help.as_deref().unwrap_or(""))
}

#[test]
fn a_bad_statement_is_told_and_the_next_is_read() {
    let text = "CREATE TABLE a (id int,); CREATE TABLE b (id int); FOO; DROP TABLE";
    let (parsed, _) = parse_file(FileId(0), text);
    assert_eq!(parsed.len(), 1);
    check(
        text,
        &expect![[r#"
            23 syntax error at or near ")" (42601) expected LIKE or a name
            51 syntax error at or near "FOO" (42601) expected CREATE, ALTER, TRUNCATE, REFRESH, DROP, IMPORT, COMMENT, REASSIGN or another of 53
            66 syntax error at end of input (42601) expected IF or a name"#]],
    );
}

#[test]
fn words_that_are_reserved_are_no_names() {
    check(
        "CREATE TABLE user (id int)",
        &expect![[r#"13 syntax error at or near "user" (42601) expected IF or a name"#]],
    );
    check(
        "CREATE TABLE t (left int)",
        &expect![[r#"16 syntax error at or near "left" (42601) expected LIKE or a name"#]],
    );
    check(
        "CREATE TABLE t (a)",
        &expect![
            "18 syntax error at end of input (42601) expected USING, WITH, WITHOUT, ON, TABLESPACE or AS"
        ],
    );
}

#[test]
fn the_parsers_own_words() {
    check(
        "ALTER TABLE t ADD CHECK (a) DEFERRABLE",
        &expect!["28 CHECK constraints cannot be marked DEFERRABLE (0A000) "],
    );
    check(
        "CREATE TRIGGER t AFTER INSERT OR INSERT ON x EXECUTE FUNCTION f()",
        &expect!["33 duplicate trigger events specified (42601) "],
    );
    check("CREATE TABLE t (a int NOT DEFERRABLE)", &expect!["22 misplaced NOT DEFERRABLE clause (42601) "]);
    check(
        "CREATE TABLE a.b.c.d (a int)",
        &expect!["13 improper qualified name (too many dotted names): a.b.c.d (42601) "],
    );
}

#[test]
fn default_takes_the_short_expression_only() {
    check(
        "CREATE TABLE t (a timestamptz DEFAULT now() AT TIME ZONE 'utc')",
        &expect![[
            r#"44 syntax error at or near "AT" (42601) expected COLLATE, NOT, DEFERRABLE, INITIALLY, ENFORCED, CONSTRAINT, NULL, DEFAULT or another of 15"#
        ]],
    );
}

#[test]
fn brackets_must_match() {
    check("CREATE VIEW v AS SELECT (1]", &expect![[r#"26 syntax error at or near "]" (42601) "#]]);
    check(
        "CREATE TABLE t (a int CHECK (f(1)",
        &expect!["33 syntax error at end of input (42601) expected )"],
    );
}

#[test]
fn what_is_never_closed_is_told_at_its_opening() {
    check(
        "SELECT 1; CREATE FUNCTION f() RETURNS int LANGUAGE sql AS $$ SELECT 1;",
        &expect!["58 unterminated dollar-quoted string (42601) close it where it should end"],
    );
    check("SELECT 1 /* x", &expect!["9 unterminated /* comment (42601) close it where it should end"]);
    check(
        "COPY t FROM stdin;\nSELECT 1;",
        &expect![[
            r"0 the data of COPY FROM stdin has no end (-) end the data with a line that holds \. alone"
        ]],
    );
}

#[test]
fn a_diagnostic_renders_at_its_token() {
    let mut sources = Sources::new();
    let text = "CREATE TABLE t (\n  a int NOT NUL\n);";
    let file = sources.add("m.sql", text.into());
    let (_, diagnostics) = parse_file(file, text);
    assert_eq!(sources.place(diagnostics[0].places[0].0).to_string(), "m.sql:2:13");
}
