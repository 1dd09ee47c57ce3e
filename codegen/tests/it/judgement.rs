//! How types that people wrote by hand are judged against a column.

use crate::support::Fixture;
use schemactl_codegen::type_map::{BUILTIN, EXTENSION, NEVER_DECODED, RANGE_OF_SUBTYPE, builtin};
use schemactl_codegen::{Judgement, Names, rust_type};
use schemactl_schema::catalog::builtin_type;

#[track_caller]
fn check(column: &str, written: &str, expected: Judgement) {
    let mut fixture = Fixture::default();
    fixture.enumeration("mood", &["sad"]);
    fixture.enumeration("role", &["admin"]);
    fixture.composite("pair", &[("a", "int4")]);
    let (names, _) = Names::of(&fixture.catalog);
    let ty = rust_type(&fixture.catalog, &fixture.data_type(column).0).unwrap();
    let found = ty.judge(&names, &syn::parse_str(written).unwrap());
    assert_eq!(found, expected, "{written} for {column}");
}

#[test]
fn the_generated_type_is_the_same_however_its_path_is_written() {
    for (column, written) in [
        ("uuid", "Uuid"),
        ("uuid", "uuid::Uuid"),
        ("uuid", "sqlx::types::Uuid"),
        ("timestamptz", "DateTime<Utc>"),
        ("timestamptz", "chrono::DateTime<chrono::Utc>"),
        ("timestamptz", "sqlx::types::chrono::DateTime<Utc>"),
        ("jsonb", "serde_json::Value"),
        ("jsonb", "Value"),
        ("text", "std::string::String"),
        ("bytea", "Vec<u8>"),
        ("interval", "PgInterval"),
        ("tstzrange", "PgRange<DateTime<Utc>>"),
        ("mood", "Mood"),
        ("mood", "crate::enums::Mood"),
        ("text[]", "Vec<String>"),
        ("mood[]", "Vec<Mood>"),
        ("pair", "composites::Pair"),
    ] {
        check(column, written, Judgement::Same);
    }
}

#[test]
fn other_types_that_sqlx_decodes_are_accepted() {
    for (column, written) in [
        ("timestamptz", "time::OffsetDateTime"),
        ("timestamptz", "DateTime<FixedOffset>"),
        ("text", "Box<str>"),
        ("text", "Arc<str>"),
        ("text", "Cow<'a, str>"),
        ("text", "&'a str"),
        ("jsonb", "Json<Anything>"),
        ("jsonb", "sqlx::types::Json<Vec<Thing>>"),
        ("jsonb", "JsonValue"),
        ("numeric", "BigDecimal"),
        ("int4", "std::num::NonZeroI32"),
        ("inet", "IpAddr"),
        ("bytea", "[u8; 32]"),
        ("uuid", "Box<Uuid>"),
        ("text[]", "Vec<Option<String>>"),
        ("int4[]", "[i32; 3]"),
    ] {
        check(column, written, Judgement::Accepted);
    }
}

#[test]
fn types_that_sqlx_refuses_are_told_from_types_nobody_knows() {
    for (column, written) in [
        ("int8", "i32"),
        ("int4", "u32"),
        ("timestamptz", "NaiveDateTime"),
        ("timestamp", "DateTime<Utc>"),
        ("numeric", "f64"),
        ("mood", "String"),
        ("mood", "Role"),
        ("mood", "Pair"),
        ("text", "Mood"),
        ("uuid", "String"),
        ("text[]", "String"),
        ("text", "Vec<String>"),
        ("text[]", "Vec<i32>"),
        ("interval", "std::time::Duration"),
    ] {
        check(column, written, Judgement::Refused);
    }
    for (column, written) in [
        ("int8", "UserId"),
        ("uuid", "crate::ids::Uuid"),
        ("text[]", "Vec<Tag>"),
        ("mood", "Feeling"),
        ("text", "impl Into<String>"),
    ] {
        check(column, written, Judgement::Unknown);
    }
}

#[test]
fn the_table_names_types_that_exist() {
    for fact in BUILTIN {
        assert!(builtin_type(fact.postgres).is_some(), "{}", fact.postgres);
        assert!(std::ptr::eq(builtin(fact.postgres).unwrap(), fact), "{} stands twice", fact.postgres);
    }
    for fact in BUILTIN.iter().chain(EXTENSION) {
        for text in fact.accepted.iter().chain([&fact.rust]) {
            assert!(syn::parse_str::<syn::Type>(text).is_ok(), "{text}");
        }
    }
    for text in NEVER_DECODED {
        assert!(syn::parse_str::<syn::Type>(text).is_ok(), "{text}");
    }
    for (subtype, range) in RANGE_OF_SUBTYPE {
        assert!(builtin(subtype).is_some() && builtin(range).is_some(), "{subtype}");
    }
}
