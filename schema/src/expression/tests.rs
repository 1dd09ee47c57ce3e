//! What the reader makes of expressions, which names it finds, and that nothing makes it panic.

use expect_test::{Expect, expect};
use proptest::prelude::*;

use super::tree::{Expr, ExprKind};
use super::{names, parse};

/// The tree as nested prefix notation: enough to see what binds to what.
fn sketch(expression: &Expr) -> String {
    let word = match &expression.kind {
        ExprKind::Column { path, .. } => return path.texts().join("."),
        ExprKind::Number(text) => return text.to_string(),
        ExprKind::String(text) => return format!("'{text}'"),
        ExprKind::Boolean(value) => return value.to_string(),
        ExprKind::Null => return "null".into(),
        ExprKind::Keyword(word, _) => return format!("{word:?}"),
        ExprKind::Call(call) => call.function.texts().join("."),
        ExprKind::Unary { operator, .. }
        | ExprKind::Binary { operator, .. }
        | ExprKind::Quantified { operator, .. } => operator.name.to_string(),
        ExprKind::And(_) => "and".into(),
        ExprKind::Or(_) => "or".into(),
        ExprKind::Not(_) => "not".into(),
        ExprKind::Cast { ty, .. } => format!("::{}{}", ty.path.name(), "[]".repeat(ty.dimensions as usize)),
        ExprKind::Field { field, .. } => format!(".{}", field.text),
        ExprKind::Is { test, negated, .. } => format!("is{} {test:?}", if *negated { " not" } else { "" }),
        other => format!("{other:?}").split([' ', '(', '{']).next().unwrap_or("").to_lowercase(),
    };
    let mut below = Vec::new();
    expression.each_child(&mut |child| below.push(sketch(child)));
    format!("({word} {})", below.join(" "))
}

#[track_caller]
fn check_tree(text: &str, expected: &Expect) {
    let read = match parse(text) {
        Ok(tree) => sketch(&tree),
        Err(error) => format!("error at {}: {error}", error.range.start),
    };
    expected.assert_eq(&read);
}

#[track_caller]
fn check_names(text: &str, expected: &Expect) {
    let found: Vec<_> = match names(text) {
        Ok(found) => found
            .iter()
            .map(|name| format!("{:?} {} = {}", name.kind, name.path.join("."), &text[name.range.range()]))
            .collect(),
        Err(error) => vec![error.to_string()],
    };
    expected.assert_eq(&found.join("\n"));
}

#[test]
fn operators_bind_as_in_postgresql() {
    check_tree("a + b * c ^ d::int - -1", &expect!["(- (+ a (* b (^ c (::int4 d)))) (- 1))"]);
    check_tree("NOT a = b AND c OR d IS NULL", &expect!["(or (and (not (= a b)) c) (is Null d))"]);
    check_tree("a || b LIKE c || 'x' = true", &expect!["(= (like (|| a b) (|| c 'x')) true)"]);
    check_tree("a <-> b < c", &expect!["(< (<-> a b) c)"]);
    check_tree("a -> 'b' ->> 'c' = 'd'", &expect!["(= (->> (-> a 'b') 'c') 'd')"]);
    check_tree("a < b < c", &expect!["error at 6: syntax error at or near \"<\""]);
    check_tree("x BETWEEN 1 AND 2 AND y", &expect!["(and (between x 1 2) y)"]);
    check_tree("a = ANY (b) IS TRUE", &expect!["(is True (= a b))"]);
    check_tree("-2 ^ 2", &expect!["(^ (- 2) 2)"]);
    check_tree("a AT TIME ZONE 'UTC' > b", &expect!["(> (pg_catalog.timezone 'UTC' a) b)"]);
    check_tree("a OPERATOR(pg_catalog.~~) b", &expect!["(~~ a b)"]);
}

#[test]
fn casts_and_typed_constants() {
    check_tree("x::character varying(10)[] = 'a'::\"char\"", &expect!["(= (::varchar[] x) (::char 'a'))"]);
    check_tree(
        "timestamp(3) with time zone '2020-01-01' > timestamp",
        &expect!["(> (::timestamptz '2020-01-01') timestamp)"],
    );
    check_tree(
        "interval '1' day to second - time '10:00'",
        &expect!["(- (::interval '1') (::time '10:00'))"],
    );
    check_tree("'x'::public.mood", &expect!["(::mood 'x')"]);
    check_tree("CAST(a AS double precision)", &expect!["(::float8 a)"]);
    check_tree("(x).y[1]", &expect!["(subscript (.y x) 1)"]);
}

#[test]
fn forms_of_the_grammar_are_calls() {
    check_tree("EXTRACT(epoch FROM x)", &expect!["(pg_catalog.extract 'epoch' x)"]);
    check_tree("trim(both 'x' from y)", &expect!["(pg_catalog.btrim y 'x')"]);
    check_tree("position('a' in b)", &expect!["(pg_catalog.position b 'a')"]);
    check_tree("substring(a for 3)", &expect!["(pg_catalog.substring a 1 3)"]);
    check_tree("substring(a, 1, 3)", &expect!["(substring a 1 3)"]);
    check_tree("xmlelement(name a)", &expect!["error at 0: the form XMLELEMENT is not read"]);
}

#[test]
fn every_name_has_its_place() {
    check_names(
        "nextval('public.\"S\"'::regclass) + f(OLD.x, t.y) + 'a'::public.mood(3)[] COLLATE \"C\"",
        &expect![[r#"
            Function { arguments: 1 } nextval = nextval
            RelationLiteral public.S = 'public."S"'
            Type regclass = regclass
            Function { arguments: 2 } f = f
            Column old.x = OLD.x
            Column t.y = t.y
            Type public.mood = public.mood
            Collation C = "C""#]],
    );
    check_names(
        "EXISTS (SELECT 1 FROM t) AND \"A\" OPERATOR(public.=) (b).c AND d.* IS NOT NULL AND currval('s') = 1",
        &expect![[r#"
            Query  = SELECT 1 FROM t
            Column A = "A"
            Operator public.= = OPERATOR(public.=)
            Column b = b
            Field c = c
            AllColumns d = d
            Function { arguments: 1 } currval = currval
            RelationLiteral s = 's'"#]],
    );
}

#[test]
fn depth_is_bounded() {
    for text in [
        "(".repeat(100_000),
        "a || ".repeat(100_000),
        "-".repeat(3) + &"NOT ".repeat(100_000),
        "x[".repeat(9999),
    ] {
        assert!(parse(&text).is_err());
    }
    // Forms that can be told from calls only late are not read twice on every level.
    for form in ["substring(", "overlay(", "varchar(", "time(", "interval(", "trim("] {
        let _ = parse(&format!("{}a, 1{}", form.repeat(60), ")".repeat(60)));
    }
    // Long is not deep.
    let list = format!("x IN ({}1) OR {}y", "1, ".repeat(50_000), "x = 1 OR ".repeat(50_000));
    assert!(parse(&list).is_ok());
}

proptest! {
    #[test]
    fn no_text_makes_it_panic(text in "\\PC{0,60}") {
        let _ = names(&text);
    }

    #[test]
    fn no_sequence_of_words_makes_it_panic(words in proptest::collection::vec(
        proptest::sample::select(vec![
            "a", "(", ")", "[", "]", ",", ".", "::", "'x'", "1", "+", "NOT", "IN", "IS", "NULL", "BETWEEN", "AND",
            "CASE", "WHEN", "THEN", "END", "ELSE", "interval", "time", "zone", "AT", "ANY", "=", "SELECT", "extract",
            "substring", "FROM", "FOR", "ROW", "ARRAY", "OVER", "double", "precision", "char", "varying", "*", "$1",
            "COLLATE", "LIKE", "ESCAPE", "trim", "both", "OPERATOR", "DISTINCT", "U&\"x\"", "uescape", ":", "=>",
        ]), 0..14)) {
        let _ = names(&words.join(" "));
    }
}
