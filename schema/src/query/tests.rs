//! Queries against what a server said of them (`cases/`), and what a rename does to their text.

use std::fmt::Write as _;

use expect_test::{Expect, expect};
use proptest::prelude::*;

use super::{Analysis, CatalogScope, Environment, Form, analyse, parse};
use crate::catalog::names::quote_identifier;
use crate::catalog::{Catalog, ObjectId};
use crate::expression::tree::{Ident, TextRange};
use crate::expression::typing::Nullability;
use crate::replay::replay_text;

fn catalog(setup: &str) -> Catalog {
    let (_, replayed) = replay_text("setup.sql", setup);
    assert!(replayed.diagnostics.is_empty(), "{:?}", replayed.diagnostics);
    replayed.catalog
}

fn scope(catalog: &Catalog) -> CatalogScope<'_> {
    CatalogScope::new(catalog, vec!["public".into()])
}

fn analysed(catalog: &Catalog, text: &str) -> Analysis {
    let query = parse(text).unwrap_or_else(|error| panic!("{error}: {text}"));
    analyse(&query, &scope(catalog), &Environment::default())
        .unwrap_or_else(|refusal| panic!("{refusal}: {text}"))
}

/// The columns of a view, as `cases/judge.sql` writes them, and those that are said to hold no null.
fn judged(scope: &CatalogScope<'_>, text: &str) -> (String, Vec<usize>) {
    let Ok(query) = parse(text) else { return ("! 42601".to_owned(), Vec::new()) };
    let found = match analyse(&query, scope, &Environment::default()) {
        Ok(found) => found,
        Err(refusal) => return (format!("! {}", refusal.sqlstate), Vec::new()),
    };
    let mut count = 0;
    let columns = loop {
        let names: Vec<Ident> = (1..=count)
            .map(|at| Ident { text: format!("a{at}").into(), range: TextRange::new(0, 0) })
            .collect();
        match found.view_columns(&names, query.range) {
            Ok(columns) => break columns,
            Err(refusal) if refusal.sqlstate == "42701" && count < 100 => count += 1,
            Err(refusal) => return (format!("! {}", refusal.sqlstate), Vec::new()),
        }
    };
    let mut out = String::new();
    let mut not_null = Vec::new();
    for (at, column) in columns.iter().enumerate() {
        if column.nullability == Nullability::NotNull {
            not_null.push(at + 1);
        }
        let ty = column.ty.as_ref().map_or_else(|| "?".to_owned(), |ty| ty.print().replace("public.", ""));
        let comma = if at == 0 { "" } else { ", " };
        write!(out, "{comma}{} {ty}", quote_identifier(&column.name)).unwrap();
        if let Some(collation) = &column.collation {
            write!(out, " collate {collation}").unwrap();
        }
    }
    (if out.is_empty() { "(none)".to_owned() } else { out }, not_null)
}

#[test]
fn a_server_gives_the_same_columns_and_refuses_the_same_queries() {
    let catalog = catalog(include_str!("cases/setup.sql"));
    let scope = scope(&catalog);
    let queries: Vec<&str> =
        include_str!("cases/queries.sql").split(";\n").filter(|query| !query.trim().is_empty()).collect();
    let expected: Vec<&str> = include_str!("cases/expected.txt").lines().collect();
    assert_eq!(queries.len(), expected.len(), "expected.txt must be made anew");
    let mut wrong = Vec::new();
    for (query, expected) in queries.iter().zip(&expected) {
        let (columns, nulls) = expected.split_once(" -- nulls in").unwrap_or((expected, ""));
        let (found, not_null) = judged(&scope, query);
        if found != columns {
            wrong.push(format!("{query}\n  server: {columns}\n  here:   {found}"));
        }
        let seen = |place: &usize| nulls.split(' ').any(|seen| seen == place.to_string());
        if let Some(place) = not_null.iter().find(|place| seen(place)) {
            wrong.push(format!("{query}\n  column {place} holds a null"));
        }
    }
    assert!(wrong.is_empty(), "{} of {}:\n{}", wrong.len(), queries.len(), wrong.join("\n"));
}

const SHOP: &str = "CREATE SCHEMA app;
    CREATE TABLE users (id bigint PRIMARY KEY, name text NOT NULL, mail text);
    CREATE TABLE app.orders (id bigint PRIMARY KEY, user_id bigint NOT NULL, total numeric(10,2));
    CREATE SEQUENCE seq;
    CREATE FUNCTION f(integer) RETURNS integer LANGUAGE sql AS 'SELECT 1';";

/// The text with every name of a user's object as it is after a rename that adds `2` to each.
#[track_caller]
fn check_print(text: &str, expected: &Expect) {
    let catalog = catalog(SHOP);
    let settled = analysed(&catalog, text).settle(text);
    let printed = settled.print(&|object, form| {
        let name = |name: &str| format!("{name}2");
        match (object, form) {
            (ObjectId::Column(id), _) => name(&catalog.columns[id].name),
            (ObjectId::Relation(id), Form::Bare) => name(&catalog.relations[id].name),
            (object, _) => name(&catalog.printed_name(object)),
        }
    });
    expected.assert_eq(&printed);
}

#[test]
fn renames_are_seen_through_and_output_names_stay() {
    check_print(
        "SELECT id, u.name, mail AS m FROM users u",
        &expect!["SELECT id2 AS id, u.name2 AS name, mail2 AS m FROM public.users2 u"],
    );
    check_print(
        "SELECT users.id FROM users WHERE mail IS NULL ORDER BY id",
        &expect!["SELECT users2.id2 AS id FROM public.users2 WHERE mail2 IS NULL ORDER BY id"],
    );
    check_print(
        "SELECT o.* FROM app.orders o",
        &expect!["SELECT o.id2 AS id, o.user_id2 AS user_id, o.total2 AS total FROM app.orders2 o"],
    );
    check_print(
        "SELECT *, 1 AS one FROM users",
        &expect![
            "SELECT users2.id2 AS id, users2.name2 AS name, users2.mail2 AS mail, 1 AS one FROM public.users2"
        ],
    );
    check_print(
        "SELECT s.id FROM (SELECT id, name FROM users) s GROUP BY s.id",
        &expect!["SELECT s.id FROM (SELECT id2 AS id, name2 AS name FROM public.users2) s GROUP BY s.id"],
    );
    check_print(
        "SELECT f(1), nextval('seq'), 'users'::regclass FROM users GROUP BY name",
        &expect![
            "SELECT public.f2(1) AS f, nextval('public.seq2'), 'public.users2'::regclass FROM public.users2 GROUP BY name2"
        ],
    );
    check_print(
        "TABLE users",
        &expect!["SELECT users2.id2 AS id, users2.name2 AS name, users2.mail2 AS mail FROM public.users2"],
    );
}

#[test]
fn natural_joins_are_fixed() {
    let catalog = catalog(SHOP);
    let text = "SELECT name FROM users NATURAL LEFT JOIN app.orders";
    expect!["SELECT name FROM users  LEFT JOIN app.orders USING (id)"]
        .assert_eq(&analysed(&catalog, text).settle(text).text);
}

#[track_caller]
fn check_refusal(text: &str, expected: &Expect) {
    let catalog = catalog(SHOP);
    let query = parse(text).unwrap();
    let refusal = analyse(&query, &scope(&catalog), &Environment::default()).unwrap_err();
    let place = &text[refusal.range.range()];
    expected.assert_eq(&format!("{} {}: {place}", refusal.sqlstate, refusal.message));
}

#[test]
fn refusals_point_at_what_is_wrong() {
    check_refusal("SELECT nam FROM users", &expect![[r#"42703 column "nam" does not exist: nam"#]]);
    check_refusal(
        "SELECT id FROM users, app.orders",
        &expect![[r#"42702 column reference "id" is ambiguous: id"#]],
    );
    check_refusal("SELECT 1 FROM user_s", &expect![[r#"42P01 relation "user_s" does not exist: user_s"#]]);
    check_refusal(
        "SELECT name, count(*) FROM users",
        &expect![[
            r#"42803 column "users.name" must appear in the GROUP BY clause or be used in an aggregate function: name"#
        ]],
    );
    check_refusal(
        "SELECT 1 + name FROM users",
        &expect![[r#"42883 operator does not exist: integer + text: 1 + name"#]],
    );
    check_refusal(
        "SELECT 1 WHERE 'maybe'",
        &expect![[r#"22P02 invalid input syntax for type boolean: "maybe": 'maybe'"#]],
    );
}

#[test]
fn what_an_unknown_extension_may_bring_is_not_refused() {
    let catalog = catalog("CREATE EXTENSION citext; CREATE TABLE t (a integer);");
    assert!(
        analyse(&parse("SELECT st_area(a) FROM t").unwrap(), &scope(&catalog), &Environment::default())
            .is_err_and(|refusal| refusal.certain)
    );
    let (_, replayed) = replay_text("a.sql", "CREATE EXTENSION postgis; CREATE TABLE t (a integer);");
    let found = analysed(&replayed.catalog, "SELECT st_area(a), a FROM t");
    assert_eq!(found.columns[0].ty, None);
    assert_eq!(found.unresolved[0].what, "function st_area(integer)");
    let query = parse("SELECT * FROM spatial_ref_sys").unwrap();
    let refusal = analyse(&query, &scope(&replayed.catalog), &Environment::default()).unwrap_err();
    assert!(!refusal.certain);
}

#[test]
fn a_primary_key_that_grouping_relies_on_is_a_dependency() {
    let catalog = catalog(SHOP);
    let found = analysed(&catalog, "SELECT name, count(*) FROM users GROUP BY id");
    assert!(matches!(*found.dependencies, [ObjectId::Constraint(_)]));
    assert!(analysed(&catalog, "SELECT id, count(*) FROM users GROUP BY id").dependencies.is_empty());
}

#[test]
fn depth_is_bounded_and_errors_do_not_hide() {
    for open in ["(SELECT ", "SELECT * FROM (SELECT 1 FROM (", "((", "WITH a AS (", "SELECT (SELECT ("] {
        assert!(parse(&open.repeat(50_000)).is_err());
    }
    let nested = format!("{}SELECT 1{}", "SELECT * FROM (".repeat(24), ") s".repeat(24));
    let catalog = catalog(SHOP);
    assert_eq!(analysed(&catalog, &nested).columns.len(), 1);
    let long = format!("SELECT 1{}", " UNION ALL SELECT 1".repeat(5_000));
    assert_eq!(analysed(&catalog, &long).columns.len(), 1);
    let joins = format!(
        "SELECT 1 FROM users a0{}",
        (1..500).fold(String::new(), |mut out, at| {
            write!(out, " JOIN users a{at} ON a{at}.id = a0.id").unwrap();
            out
        })
    );
    assert_eq!(analysed(&catalog, &joins).columns.len(), 1);
    assert!(parse("SELECT 1 FROM t WHERE EXISTS (SELECT 1 FROM)").is_err());
    assert!(parse("MERGE INTO t USING s ON true WHEN MATCHED THEN DELETE").unwrap_err().unread);
}

#[test]
fn what_follows_a_parenthesis_tells_whether_it_holds_a_query() {
    for text in [
        "SELECT ((SELECT 1) + 1)",
        "SELECT ((SELECT 1))",
        "((SELECT 1) UNION (SELECT 2)) ORDER BY 1",
        "SELECT 1 WHERE 1 IN ((SELECT 1), 2)",
        "SELECT * FROM ((SELECT 1) a CROSS JOIN (SELECT 2) b)",
    ] {
        assert!(parse(text).is_ok(), "{text}");
    }
}

proptest! {
    #[test]
    fn no_words_make_it_panic(
        words in proptest::collection::vec(
            proptest::sample::select(vec![
                "SELECT", "FROM", "users", "u", "id", "name", "*", ",", "(", ")", "JOIN", "ON", "USING", "WITH", "AS",
                "UNION", "ALL", "GROUP BY", "count", "'x'", "1", "=", "+", ".", "ORDER BY", "LIMIT", "VALUES", "x",
                "LATERAL", "NATURAL", "LEFT", "ROW", "ARRAY", "[", "]", "::", "integer", "CASE", "WHEN", "THEN", "END",
                "IN", "EXISTS", "TABLE", "DISTINCT", "generate_series", "unnest", "RECURSIVE", "WHERE", "NULL", "f",
            ]),
            0..24,
        )
    ) {
        let catalog = catalog(SHOP);
        let text = words.join(" ");
        if let Ok(query) = parse(&text)
            && let Ok(found) = analyse(&query, &scope(&catalog), &Environment::default())
        {
            found.settle(&text).print(&|_, _| "n".to_owned());
        }
    }
}
