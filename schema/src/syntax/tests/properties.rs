//! What holds for any text.

use proptest::prelude::*;

use crate::source::FileId;
use crate::syntax::keywords::KEYWORDS;
use crate::syntax::kinds::KINDS;
use crate::syntax::parse_file;

/// Words, signs and constants in any order, often beginning as a statement does.
fn soup() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        4 => (0..KEYWORDS.len()).prop_map(|at| KEYWORDS[at].0.to_owned()),
        2 => (0..KINDS.len()).prop_map(|at| format!("; {}", KINDS[at].words.replace(['[', ']', '{', '}', '|'], " "))),
        6 => prop::sample::select(vec![
            "(", ")", "[", "]", ",", ".", ";", ":", "::", ":=", "=>", "..", "=", "-", "+", "*", "%", "<>", "$1", "1",
            "1.5", "'s'", "E'\\", "$$b$$", "\"q\"", "U&\"q\"", "U&'\\00e9'", "--", "/*", "*/", "\\x", "é", "a", "b", "t",
            "\n", "'", "\"", "int", "numeric(3,2)", "COPY t FROM stdin;",
        ])
        .prop_map(str::to_owned),
    ];
    prop::collection::vec(piece, 0..30).prop_map(|pieces| pieces.join(" "))
}

fn check(text: &str) {
    let (parsed, diagnostics) = parse_file(FileId(0), text);
    let mut end = 0;
    for parsed in &parsed {
        assert!(parsed.span.start >= end && parsed.span.end > parsed.span.start);
        assert!(text.get(parsed.span.range()).is_some());
        end = parsed.span.end;
    }
    for diagnostic in &diagnostics {
        let (span, _) = diagnostic.places[0];
        assert!(text.get(span.range()).is_some() || span.end as usize > text.len());
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1000))]

    #[test]
    fn token_soup_never_panics(text in soup()) {
        check(&text);
    }

    #[test]
    fn arbitrary_text_never_panics(text in "\\PC{0,80}") {
        check(&text);
    }

    #[test]
    fn a_statement_cut_anywhere_never_panics(kind in 0..VALID.len(), at in 0usize..400) {
        let text = VALID[kind];
        let cut = (0..=at.min(text.len())).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0);
        check(&text[..cut]);
    }
}

/// Long statements to cut.
const VALID: &[&str] = &[
    "CREATE TABLE s.t (a int PRIMARY KEY DEFAULT nextval('x'::regclass) CHECK (a > 0), b numeric(3,2)[] NOT NULL, \
     CONSTRAINT x FOREIGN KEY (a, b) REFERENCES o (c, d) ON DELETE SET NULL (a) DEFERRABLE INITIALLY DEFERRED, \
     EXCLUDE USING gist (r WITH &&) WHERE (a > 1)) PARTITION BY RANGE (a, lower(b) COLLATE \"C\" text_ops)",
    "CREATE OR REPLACE FUNCTION f(IN a int DEFAULT 1, VARIADIC b text[] = '{}') RETURNS TABLE (x int, y t.c%TYPE) \
     LANGUAGE sql STABLE SET search_path TO a, b SECURITY DEFINER BEGIN ATOMIC SELECT CASE WHEN a THEN b END; END",
    "CREATE CONSTRAINT TRIGGER t AFTER INSERT OR UPDATE OF a, b ON s.t FROM o DEFERRABLE INITIALLY DEFERRED FOR EACH \
     ROW WHEN (OLD.* IS DISTINCT FROM NEW.*) EXECUTE FUNCTION f('a', 1, b)",
    "GRANT SELECT (a, b), INSERT ON TABLE t, s.u TO PUBLIC, r WITH GRANT OPTION GRANTED BY CURRENT_USER",
];

#[test]
fn nesting_costs_no_stack() {
    let deep = |open: &str, close: &str| format!("{}1{}", open.repeat(100_000), close.repeat(100_000));
    for text in [
        format!("CREATE VIEW v AS SELECT {}", deep("(", ")")),
        format!("CREATE TABLE t (a int DEFAULT {})", deep("(", ")")),
        format!("CREATE TABLE t (a int CHECK ({}))", deep("numeric(", ")")),
        format!("CREATE TABLE t (a {})", deep("numeric(", ")")),
        format!("ALTER TABLE t ALTER a SET DEFAULT {}", deep("x::a(", ")")),
        format!("ALTER TABLE t ALTER a SET DEFAULT {}", deep("CASE WHEN ", " END")),
        format!("CREATE FUNCTION f() RETURNS int RETURN {}", deep("ARRAY[", "]")),
        deep("(", ")"),
        "CREATE SCHEMA a ".repeat(100_000),
    ] {
        check(&text);
    }
}

#[test]
fn time_grows_with_the_text_only() {
    // Each of these would take minutes if it cost the square of its length.
    for piece in [
        "CREATE RULE r AS ON SELECT TO t DO (;",
        "CREATE FUNCTION f() BEGIN ATOMIC ;",
        "COPY t FROM stdin;\n",
        "x::",
        "a.",
        "NOT ",
        "CREATE TABLE t (a int);",
        "'a'\n",
        "DEFAULT (",
    ] {
        check(&piece.repeat(10_000));
        check(&format!("ALTER TABLE t ALTER a SET DEFAULT {}", piece.repeat(10_000)));
    }
}
