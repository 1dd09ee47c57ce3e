//! The table of types against a real server: what it says sqlx decodes, sqlx decodes; what it says sqlx
//! refuses, sqlx refuses.

use std::collections::BTreeSet;

use schemactl_codegen::type_map::{self, TypeFact};
use schemactl_live::{Shadow, ShadowOptions};
use sqlx::postgres::PgRow;
use sqlx::postgres::types::{
    Oid, PgBox, PgCiText, PgCircle, PgCube, PgHstore, PgInterval, PgLQuery, PgLSeg, PgLTree, PgLine, PgMoney,
    PgPath, PgPoint, PgPolygon, PgRange, PgTimeTz,
};
use sqlx::types::chrono::{DateTime, FixedOffset, Local, NaiveDate, NaiveDateTime, NaiveTime, Utc};
use sqlx::types::ipnetwork::IpNetwork;
use sqlx::types::{Decimal, Json, JsonValue, Text, Uuid};
use sqlx::{AssertSqlSafe, PgConnection, Row};

/// Facts whose Rust type needs a feature of sqlx that this workspace does not build.
const NOT_BUILT: &[&str] = &["macaddr", "bit", "varbit"];

fn fact(name: &str) -> &'static TypeFact {
    type_map::builtin(name).or_else(|| type_map::extension(name)).expect("the table has the type")
}

/// Whether the table lists a Rust type for a PostgreSQL type.
fn lists(name: &str, written: &str) -> bool {
    let fact = fact(name);
    [fact.rust].iter().chain(fact.accepted).any(|listed| {
        let listed = last_words(listed);
        match listed.strip_suffix("<_>") {
            Some(generic) => last_words(written).split('<').next() == Some(generic),
            None => listed == last_words(written),
        }
    })
}

/// `chrono::DateTime<chrono::Utc>` → `DateTime<Utc>`.
fn last_words(path: &str) -> String {
    let mut out = String::new();
    for c in path.chars().filter(|c| !c.is_whitespace()) {
        out.push(c);
        if out.ends_with("::") {
            let word = |c: char| !c.is_alphanumeric() && c != '_' && c != ':';
            out.truncate(out.rfind(word).map_or(0, |at| at + 1));
        }
    }
    out
}

async fn row(connection: &mut PgConnection, expression: &str) -> PgRow {
    sqlx::query(AssertSqlSafe(format!("SELECT {expression}")))
        .fetch_one(connection)
        .await
        .unwrap_or_else(|error| panic!("{expression}: {error}"))
}

/// Each line: the type, a value of it, and Rust types that must read the value and an array of it.
macro_rules! reads {
    ($connection:expr, $done:expr; $($name:literal, $value:literal => $($ty:ty),+;)*) => {$(
        let value = row($connection, &format!("{}::{}", $value, sql_name($name))).await;
        let list = row($connection, &format!("ARRAY[{}::{}]", $value, sql_name($name))).await;
        $(
            assert!(lists($name, stringify!($ty)), "the table does not list {} for {}", stringify!($ty), $name);
            value.try_get::<$ty, _>(0)
                .unwrap_or_else(|error| panic!("{} as {}: {error}", $name, stringify!($ty)));
            list.try_get::<Vec<$ty>, _>(0)
                .unwrap_or_else(|error| panic!("{}[] as Vec<{}>: {error}", $name, stringify!($ty)));
        )+
        $done.insert($name);
    )*};
}

/// Each line: the type, a value of it, and Rust types that must not read it.
macro_rules! refuses {
    ($connection:expr; $($name:literal, $value:literal => $($ty:ty),+;)*) => {$(
        let value = row($connection, &format!("{}::{}", $value, sql_name($name))).await;
        $(
            assert!(!lists($name, stringify!($ty)), "the table lists {} for {}", stringify!($ty), $name);
            assert!(value.try_get::<$ty, _>(0).is_err(), "{} reads as {}", $name, stringify!($ty));
        )+
    )*};
}

fn sql_name(name: &str) -> &str {
    if name == "char" { "\"char\"" } else { name }
}

#[tokio::test]
async fn the_table_of_types_holds_on_a_server() {
    let shadow = Shadow::start(&ShadowOptions::default()).await.unwrap_or_else(|error| panic!("{error}"));
    let database = shadow.database("type_map").await.unwrap_or_else(|error| panic!("{error}"));
    let mut connection = database.connect().await.unwrap_or_else(|error| panic!("{error}"));
    let connection = &mut connection;
    for extension in ["citext", "hstore", "ltree", "cube"] {
        sqlx::query(AssertSqlSafe(format!("CREATE EXTENSION {extension}")))
            .execute(&mut *connection)
            .await
            .unwrap_or_else(|error| panic!("{extension}: {error}"));
    }
    let mut done = BTreeSet::new();
    reads! { &mut *connection, done;
        "bool", "true" => bool;
        "int2", "1" => i16;
        "int4", "1" => i32;
        "int8", "1" => i64;
        "float4", "1.5" => f32;
        "float8", "1.5" => f64;
        "numeric", "1.50" => Decimal;
        "money", "1.5" => PgMoney;
        "text", "'a'" => String, Box<str>, Text<String>, PgCiText;
        "varchar", "'a'" => String, Box<str>;
        "bpchar", "'a'" => String;
        "name", "'a'" => String;
        "char", "'a'" => i8;
        "bytea", "'\\x01'" => Vec<u8>;
        "date", "'2024-02-29'" => NaiveDate;
        "time", "'12:00'" => NaiveTime;
        "timetz", "'12:00+01'" => PgTimeTz<NaiveTime, FixedOffset>;
        "timestamp", "'2024-02-29 12:00'" => NaiveDateTime;
        "timestamptz", "'2024-02-29 12:00+01'" => DateTime<Utc>, DateTime<FixedOffset>, DateTime<Local>;
        "interval", "'1 month 2 days'" => PgInterval;
        "uuid", "gen_random_uuid()" => Uuid;
        "json", "'{}'" => JsonValue, Json<JsonValue>;
        "jsonb", "'{}'" => JsonValue, Json<JsonValue>;
        "inet", "'10.0.0.1'" => IpNetwork, std::net::IpAddr;
        "cidr", "'10.0.0.1/32'" => IpNetwork, std::net::IpAddr;
        "oid", "1" => Oid;
        "int4range", "'[1,2)'" => PgRange<i32>;
        "int8range", "'[1,2)'" => PgRange<i64>;
        "numrange", "'[1,2)'" => PgRange<Decimal>;
        "daterange", "'[2024-01-01,2024-02-01)'" => PgRange<NaiveDate>;
        "tsrange", "'[2024-01-01,2024-02-01)'" => PgRange<NaiveDateTime>;
        "tstzrange", "'[2024-01-01,2024-02-01)'" => PgRange<DateTime<Utc>>;
        "point", "'(1,2)'" => PgPoint;
        "line", "'{1,2,3}'" => PgLine;
        "lseg", "'[(1,2),(3,4)]'" => PgLSeg;
        "box", "'(1,2),(3,4)'" => PgBox;
        "path", "'[(1,2),(3,4)]'" => PgPath;
        "polygon", "'((1,2),(3,4),(5,0))'" => PgPolygon;
        "circle", "'<(1,2),3>'" => PgCircle;
        "citext", "'a'" => String, PgCiText;
        "hstore", "'a=>1'" => PgHstore;
        "ltree", "'a.b'" => PgLTree;
        "lquery", "'a.*'" => PgLQuery;
        "cube", "'(1,2)'" => PgCube;
    }
    let known: BTreeSet<_> =
        type_map::BUILTIN.iter().chain(type_map::EXTENSION).map(|fact| fact.postgres).collect();
    let left: Vec<_> = known.difference(&done).filter(|name| !NOT_BUILT.contains(name)).collect();
    assert!(left.is_empty(), "not tried: {left:?}");

    refuses! { &mut *connection;
        "int8", "1" => i32, String;
        "int4", "1" => i64, i16;
        "numeric", "1.5" => f64, String;
        "uuid", "gen_random_uuid()" => String;
        "timestamptz", "now()" => NaiveDateTime;
        "timestamp", "now()" => DateTime<Utc>;
        "jsonb", "'{}'" => String;
        "inet", "'10.0.0.1'" => String;
    }
}

#[tokio::test]
async fn domains_and_ranges_inside_arrays_are_read_where_the_table_says_so() {
    let shadow = Shadow::start(&ShadowOptions::default()).await.unwrap_or_else(|error| panic!("{error}"));
    let database = shadow.database("type_map_arrays").await.unwrap_or_else(|error| panic!("{error}"));
    let mut connection = database.connect().await.unwrap_or_else(|error| panic!("{error}"));
    for statement in [
        "CREATE DOMAIN word AS text",
        "CREATE DOMAIN document AS jsonb",
        "CREATE DOMAIN share AS numeric(5,2)",
        "CREATE DOMAIN number AS integer",
        "CREATE DOMAIN digest AS bytea",
        "CREATE DOMAIN words AS text[]",
        "CREATE TYPE price_range AS RANGE (subtype = numeric)",
    ] {
        sqlx::query(statement).execute(&mut connection).await.unwrap_or_else(|error| panic!("{error}"));
    }
    let row = row(
        &mut connection,
        "1.5::share, 'a'::word, '{a}'::words, '[1,2)'::price_range, ARRAY['a'::word], ARRAY['{}'::document], \
         ARRAY[1.5::share], ARRAY[1::number], ARRAY['x'::digest], ARRAY['[1,2)'::price_range]",
    )
    .await;
    // A column of a domain is described by its base type.
    assert!(row.try_get::<Decimal, _>(0).is_ok());
    assert!(row.try_get::<String, _>(1).is_ok());
    assert!(row.try_get::<Vec<String>, _>(2).is_ok());
    assert!(row.try_get::<PgRange<Decimal>, _>(3).is_ok());
    for (name, read) in [
        ("text", row.try_get::<Vec<String>, _>(4).is_ok()),
        ("jsonb", row.try_get::<Vec<JsonValue>, _>(5).is_ok()),
        ("numeric", row.try_get::<Vec<Decimal>, _>(6).is_ok()),
        ("int4", row.try_get::<Vec<i32>, _>(7).is_ok()),
        ("bytea", row.try_get::<Vec<Vec<u8>>, _>(8).is_ok()),
    ] {
        assert_eq!(read, fact(name).domain_elements, "an array of a domain over {name}");
    }
    assert!(row.try_get::<Vec<PgRange<Decimal>>, _>(9).is_err());
}
