//! Expressions as people write them against what a server printed for them (`cases/expressions.txt`).

use proptest::prelude::*;

use super::{Scope, UserFunction, UserType, UserTypeKind, Verdict, compare, compare_as};

/// The schema of `cases/subject.sql`.
struct Subject {
    columns: Vec<(String, String)>,
    /// In a domain's constraint, its base type.
    value: Option<String>,
}

impl Scope for Subject {
    fn column_type(&self, path: &[&str]) -> Option<String> {
        let name = match path {
            [name] | ["probed", name] | ["public", "probed", name] => *name,
            _ => return None,
        };
        if name == "value" && self.value.is_some() {
            return self.value.clone();
        }
        self.columns.iter().find(|(column, _)| column == name).map(|(_, ty)| ty.clone())
    }

    fn user_type(&self, path: &[&str]) -> Option<UserType> {
        let ([name] | ["public", name]) = path else { return None };
        let kind = match *name {
            "mood" => UserTypeKind::Enum,
            "score" => UserTypeKind::Domain("smallint".into()),
            "email" => UserTypeKind::Domain("text".into()),
            "pair" => {
                UserTypeKind::Composite(vec![("a".into(), "integer".into()), ("b".into(), "text".into())])
            }
            _ => return None,
        };
        Some(UserType { name: format!("public.{name}"), kind })
    }

    fn functions(&self, path: &[&str]) -> Vec<UserFunction> {
        let ([name] | ["public", name]) = path else { return Vec::new() };
        let (arguments, result, defaults) = match *name {
            "digest_of" => (vec!["jsonb"], "bytea", 0),
            "label" => (vec!["text", "integer"], "text", 1),
            _ => return Vec::new(),
        };
        vec![UserFunction {
            name: format!("public.{name}"),
            arguments: arguments.into_iter().map(str::to_owned).collect(),
            result: result.into(),
            defaults,
            variadic: false,
            volatile: false,
        }]
    }

    fn relation(&self, path: &[&str]) -> Option<String> {
        matches!(path, ["ids"] | ["public", "ids"]).then(|| "public.ids".into())
    }
}

struct Case {
    kind: String,
    written: String,
    printed: String,
    reprinted: Option<String>,
}

fn cases() -> (Vec<Case>, Vec<(String, String)>) {
    let mut cases = Vec::new();
    let mut columns = Vec::new();
    for line in include_str!("cases/expressions.txt").lines().filter(|line| !line.starts_with('#')) {
        let fields: Vec<String> = line.split('\t').map(|field| field.replace('␤', "\n")).collect();
        match &*fields {
            [word, name, ty] if word == "column" => columns.push((name.clone(), ty.clone())),
            [kind, written, printed, rest @ ..] => cases.push(Case {
                kind: kind.clone(),
                written: written.clone(),
                printed: printed.clone(),
                reprinted: rest.first().cloned(),
            }),
            _ => panic!("not a case: {line}"),
        }
    }
    (cases, columns)
}

/// What a kind of case says about the place: the type expected and the type of `VALUE`.
fn place(kind: &str) -> (Option<&str>, Option<String>) {
    match kind.split_once(' ') {
        Some(("domain", base)) => (Some("boolean"), Some(base.to_owned())),
        Some((_, ty)) => (Some(ty), None),
        None if kind == "index" => (None, None),
        None => (Some("boolean"), None),
    }
}

fn scope(columns: &[(String, String)], kind: &str) -> Subject {
    Subject { columns: columns.to_vec(), value: place(kind).1 }
}

#[test]
fn what_the_server_prints_equals_what_was_written() {
    let (cases, columns) = cases();
    assert!(cases.len() > 300);
    let mut wrong = Vec::new();
    for case in &cases {
        let scope = scope(&columns, &case.kind);
        let expected = place(&case.kind).0;
        let forms: Vec<&String> = [&case.written, &case.printed].into_iter().chain(&case.reprinted).collect();
        for left in &forms {
            for right in &forms {
                let found = compare_as(left, right, &scope, expected);
                if found != Verdict::Equal {
                    wrong.push(format!("{found:?} ({}): {left}   <>   {right}", case.kind));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{} of {}:\n{}", wrong.len(), cases.len(), wrong.join("\n"));
}

/// Pairs of columns of one type, and casts that change a column's values.
const OTHER_COLUMNS: &[(&str, &str)] =
    &[("i4", "i4b"), ("i8", "i8b"), ("t", "t2"), ("b", "b2"), ("d", "d2"), ("tz", "tz2"), ("mood", "mood2")];
const CASTS: &[(&str, &str)] = &[
    ("integer", "::smallint"),
    ("bigint", "::integer"),
    ("numeric", "::integer"),
    ("numeric(5,2)", "::numeric(5,1)"),
    ("double precision", "::real"),
    ("text", "::varchar(3)"),
    ("character varying", "::varchar(3)"),
    ("character varying(20)", "::char(20)"),
    ("timestamp with time zone", "::date::timestamptz"),
    ("jsonb", "::text::jsonb"),
    ("public.mood", "::text"),
    ("text[]", "::varchar(3)[]"),
];
const OPERATORS: &[(&str, &str)] = &[
    ("=", "<>"),
    ("<>", "="),
    ("<", "<="),
    ("<=", "<"),
    (">", ">="),
    (">=", ">"),
    ("+", "-"),
    ("*", "/"),
    ("/", "*"),
    ("~", "~*"),
    ("!~", "~"),
    ("->>", "->"),
    ("@>", "<@"),
    ("&&", "@>"),
    ("||", "<"),
];
const WORDS: &[(&str, &str)] = &[
    ("and", "OR"),
    ("or", "AND"),
    ("like", "ILIKE"),
    ("ilike", "LIKE"),
    ("any", "ALL"),
    ("all", "ANY"),
    ("true", "false"),
    ("false", "true"),
    ("lower", "upper"),
    ("now", "clock_timestamp"),
    ("coalesce", "greatest"),
    ("symmetric", ""),
];

/// Expressions that are one step away and mean something else.
fn mutants(text: &str, columns: &[(String, String)]) -> Vec<String> {
    use crate::syntax::lexer::{Lexer, TokenKind};
    let mut found = Vec::new();
    for token in Lexer::new(text) {
        let word = token.text(text);
        let (before, after) = (&text[..token.start as usize], &text[token.end as usize..]);
        let mut put = |new: String| found.push(format!("{before}{new}{after}"));
        let replacement = |table: &[(&str, &'static str)], word: &str| {
            table.iter().find(|(old, _)| *old == word).map(|(_, new)| (*new).to_owned())
        };
        match token.kind {
            TokenKind::Integer => put(format!("{word}7")),
            TokenKind::Float => put(format!("3{word}")),
            TokenKind::String if word.len() > 2 => put(other_string(word)),
            TokenKind::Operator => replacement(OPERATORS, word).into_iter().for_each(put),
            TokenKind::Word => {
                let lower = word.to_ascii_lowercase();
                if lower == "is" || lower == "not" {
                    let next = after.trim_start().to_ascii_lowercase();
                    if lower == "is" && !next.starts_with("not") {
                        put("IS NOT".into());
                    } else if lower == "not" {
                        put(String::new());
                    }
                }
                replacement(WORDS, &lower).into_iter().for_each(&mut put);
                let column = columns.iter().find(|(name, _)| *name == lower);
                // A column and not a function of the same name.
                let free = !after.starts_with(['(', ':']) && !before.ends_with([':', '.']);
                if let Some((_, ty)) = column.filter(|_| free) {
                    replacement(OTHER_COLUMNS, &lower).into_iter().for_each(&mut put);
                    if let Some(cast) = replacement(CASTS, ty) {
                        put(format!("({word}{cast})"));
                    }
                }
            }
            _ => {}
        }
    }
    found.extend(shorter(text));
    found
}

/// A string constant of another value: another first digit, so that dates stay dates, or one more letter.
fn other_string(word: &str) -> String {
    match word.find(|character: char| character.is_ascii_digit()) {
        Some(at) => {
            let digit = word.as_bytes()[at] - b'0';
            format!("{}{}{}", &word[..at], (digit + 1) % 10, &word[at + 1..])
        }
        None => format!("'q{}", &word[1..]),
    }
}

/// The expression without one of the terms of its outermost `AND`, `OR` or list.
fn shorter(text: &str) -> Vec<String> {
    use super::tree::ExprKind;
    let Ok(tree) = super::parse(text) else { return Vec::new() };
    let (ExprKind::And(items)
    | ExprKind::Or(items)
    | ExprKind::In { list: items, .. }
    | ExprKind::Array(items)) = &tree.kind
    else {
        return Vec::new();
    };
    let ranges: Vec<_> = items.iter().map(|item| item.range.range()).collect();
    ranges
        .windows(2)
        .flat_map(|pair| {
            let (first, second) = (&pair[0], &pair[1]);
            [
                format!("{}{}", &text[..first.start], &text[second.start..]),
                format!("{}{}", &text[..first.end], &text[second.end..]),
            ]
        })
        .collect()
}

#[test]
fn what_means_something_else_is_never_equal() {
    let (cases, columns) = cases();
    // These mean the same after all: the constant fits both lengths, and the place converts to its type anyway.
    let harmless = ["'x'::varchar(57)", "(i8::integer)"];
    let mut wrong = Vec::new();
    let (mut different, mut undecidable) = (0, Vec::new());
    for case in &cases {
        let scope = scope(&columns, &case.kind);
        for mutant in mutants(&case.written, &columns) {
            let found = compare_as(&mutant, &case.printed, &scope, place(&case.kind).0);
            assert_eq!(found, compare_as(&case.printed, &mutant, &scope, place(&case.kind).0), "{mutant}");
            match found {
                Verdict::Equal if harmless.contains(&&*mutant) => {}
                Verdict::Equal => wrong.push(format!("({}) {mutant}   ==   {}", case.kind, case.printed)),
                Verdict::Different => different += 1,
                Verdict::Undecidable => {
                    undecidable.push(format!("({}) {mutant}  ??  {}", case.kind, case.printed));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}:\n{}", wrong.len(), wrong.join("\n"));
    // What is left are expressions that a server would refuse.
    assert!(
        undecidable.len() * 20 < different,
        "{} {different}:\n{}",
        undecidable.len(),
        undecidable.join("\n")
    );
}

#[test]
fn what_needs_a_server_is_undecidable() {
    let columns = cases().1;
    for line in include_str!("cases/undecidable.txt").lines().filter(|line| !line.starts_with('#')) {
        let fields: Vec<&str> = line.split('\t').collect();
        let [kind, written, printed] = *fields else { panic!("not a case: {line}") };
        let found = compare_as(written, printed, &scope(&columns, kind), place(kind).0);
        assert_eq!(found, Verdict::Undecidable, "{line}");
    }
}

#[track_caller]
fn check(left: &str, right: &str, expected: Verdict) {
    let columns = cases().1;
    let scope = scope(&columns, "check");
    assert_eq!(compare(left, right, &scope), expected, "{left}   {right}");
    assert_eq!(compare(right, left, &scope), expected, "{right}   {left}");
}

#[test]
fn order_matters_only_where_a_term_can_fail() {
    check("i4 > 0 AND t = 'a'", "t = 'a' AND i4 > 0", Verdict::Equal);
    check("i4 <> 0 AND 1 / i4 > 0", "1 / i4 > 0 AND i4 <> 0", Verdict::Undecidable);
    check("t IN ('a', 'b')", "t = 'b' OR t = 'a'", Verdict::Equal);
    check("random() IN (1, 2)", "random() = 1 OR random() = 2", Verdict::Different);
}

#[test]
fn names_that_cannot_be_resolved_are_undecidable_not_different() {
    check(
        "similarity(t, 'x') > 0.5",
        "(public.similarity(t, 'x'::text) > (0.5)::real)",
        Verdict::Undecidable,
    );
    check("similarity(t, 'x') > 0.5", "similarity(t2, 'x') > 0.5", Verdict::Different);
    check(
        "missing IN ('a', 'b')",
        "(missing = ANY (ARRAY['a'::public.x, 'b'::public.x]))",
        Verdict::Undecidable,
    );
    check("t % 'x'", "(t OPERATOR(public.%) 'x'::text)", Verdict::Undecidable);
    check("EXISTS (SELECT 1)", "EXISTS  ( select 1 )", Verdict::Equal);
    check("EXISTS (SELECT 1)", "(EXISTS ( SELECT 1 AS \"?column?\"))", Verdict::Undecidable);
    check("xmlelement(name a) IS NULL", "xmlelement(name b) IS NULL", Verdict::Undecidable);
}

#[test]
fn a_cast_that_changes_nothing_does_not_count_and_any_other_does() {
    check("v20::varchar(20) = 'a'", "v20 = 'a'", Verdict::Equal);
    check("v20::varchar(5) = 'a'", "v20 = 'a'", Verdict::Different);
    check("i8::integer = 1", "i8 = 1", Verdict::Different);
    check("'a'::varchar(1) = t", "'a' = t", Verdict::Equal);
    check("'ab'::varchar(1) = t", "'ab' = t", Verdict::Different);
    check("n = 1.0", "n = 1.00", Verdict::Undecidable);
    check("tz < now()", "tz < CURRENT_TIMESTAMP", Verdict::Equal);
    check("tz < now()", "tz < clock_timestamp()", Verdict::Different);
}

#[test]
fn deep_and_wide_expressions_are_compared_without_harm() {
    let deep = format!("{}b{}", "NOT (".repeat(100), ")".repeat(100));
    check(&deep, &deep, Verdict::Equal);
    let sum = format!("i4{}", " + i4".repeat(100));
    check(&sum, &format!("{sum} - i4"), Verdict::Different);
    // Every level writes its operand twice.
    let doubling =
        format!("b{}", " IN (b, b2)) IN (b2, b".repeat(20)).replacen('b', &format!("{}b", "(".repeat(20)), 1)
            + ")";
    check(&doubling, &doubling, Verdict::Equal);
    for (before, inside, after) in [
        ("lower(", "t", ")"),
        ("coalesce(", "t", ", 'x')"),
        ("ARRAY[", "1", "]"),
        ("CASE WHEN ", "b", " THEN b END"),
        ("CASE ", "i4", " WHEN 1 THEN 2 END"),
        ("ia[", "1", "]"),
        ("(", "b", " IS NULL)"),
        ("(b AND NOT ", "b", ")"),
        ("(", "b", " BETWEEN b AND b2)"),
        ("(", "t", "::text::varchar(5))"),
        ("CAST(", "t", " AS public.email)"),
    ] {
        let nested = format!("{}{inside}{}", before.repeat(40), after.repeat(40));
        assert!(super::parse(&nested).is_ok(), "{nested}");
        check(&nested, &nested, Verdict::Equal);
    }
    let long = format!("t IN ('x'{})", ", 'y'".repeat(5000));
    check(&long, &long, Verdict::Equal);
}

proptest! {
    #[test]
    fn every_text_equals_itself_and_sides_do_not_matter(words in proptest::collection::vec(
        proptest::sample::select(vec![
            "i4", "t", "v20", "mood", "(", ")", "[", "]", ",", "::text", "::integer", "'x'", "'5'", "1", "2.5", "+", "||",
            "=", "<>", "NOT", "IN", "IS", "NULL", "BETWEEN", "AND", "OR", "CASE", "WHEN", "THEN", "END", "ELSE", "ANY",
            "ARRAY[", "lower(", "coalesce(", "LIKE", "now()", "-", "'{a}'", "jb", "->>", "ta", "AT TIME ZONE",
        ]), 1..9), at in 0_usize..9, other in proptest::sample::select(vec!["i8", "'y'", "7", ")", "OR", "<"])) {
        let columns = cases().1;
        let scope = scope(&columns, "check");
        let text = words.join(" ");
        prop_assert_eq!(compare(&text, &text, &scope), Verdict::Equal);
        let mut changed = words.clone();
        let at = at % changed.len();
        changed[at] = other;
        let changed = changed.join(" ");
        prop_assert_eq!(compare(&text, &changed, &scope), compare(&changed, &text, &scope));
    }
}
