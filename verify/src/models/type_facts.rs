//! Which Rust types a value of a PostgreSQL type decodes into with sqlx, without loss and without a cast.
//!
//! Facts of sqlx 0.9 (`Type<Postgres>::compatible`). A type that is missing here has no mapping in sqlx.

use super::rust_type::RustType;

/// PostgreSQL's internal name, and the Rust types by their last segments. `<_>` stands for any argument.
/// The first is the one that the generator writes.
#[rustfmt::skip]
const BUILTIN: &[(&str, &[&str])] = &[
    ("bit", BITS),
    ("bool", &["bool"]),
    ("box", &["PgBox"]),
    ("bpchar", TEXT),
    ("bytea", &["Vec<u8>", "Box<[u8]>", "[u8]", "Bytes"]),
    ("char", &["i8"]),
    ("cidr", &["IpNetwork", "IpNet", "IpAddr"]),
    ("circle", &["PgCircle"]),
    ("date", &["NaiveDate", "Date"]),
    ("daterange", &["PgRange<NaiveDate>", "PgRange<Date>"]),
    ("float4", &["f32"]),
    ("float8", &["f64"]),
    ("inet", &["IpNetwork", "IpNet", "IpAddr"]),
    ("int2", &["i16"]),
    ("int4", &["i32"]),
    ("int4range", &["PgRange<i32>"]),
    ("int8", &["i64"]),
    ("int8range", &["PgRange<i64>"]),
    ("interval", &["PgInterval"]),
    ("json", &["Value", "Json<_>", "Box<RawValue>"]),
    ("jsonb", &["Value", "Json<_>", "Box<RawValue>"]),
    ("line", &["PgLine"]),
    ("lseg", &["PgLSeg"]),
    ("macaddr", &["MacAddress"]),
    ("money", &["PgMoney"]),
    ("name", TEXT),
    ("numeric", &["Decimal", "BigDecimal"]),
    ("numrange", &["PgRange<Decimal>", "PgRange<BigDecimal>"]),
    ("oid", &["Oid"]),
    ("path", &["PgPath"]),
    ("point", &["PgPoint"]),
    ("polygon", &["PgPolygon"]),
    ("text", TEXT),
    ("time", &["NaiveTime", "Time"]),
    ("timestamp", &["NaiveDateTime", "PrimitiveDateTime"]),
    ("timestamptz", &["DateTime<Utc>", "DateTime<Local>", "DateTime<FixedOffset>", "OffsetDateTime"]),
    ("timetz", &["PgTimeTz", "PgTimeTz<NaiveTime, FixedOffset>", "PgTimeTz<Time, UtcOffset>"]),
    ("tsrange", &["PgRange<NaiveDateTime>", "PgRange<PrimitiveDateTime>"]),
    ("tstzrange", &["PgRange<DateTime<Utc>>", "PgRange<DateTime<Local>>", "PgRange<OffsetDateTime>"]),
    ("uuid", &["Uuid", "Hyphenated", "Simple"]),
    ("varbit", BITS),
    ("varchar", TEXT),
];

const TEXT: &[&str] = &["String", "Box<str>", "Cow<str>", "str"];
const BITS: &[&str] = &["BitVec"];

/// Types of extensions that PostgreSQL ships in `contrib`.
const EXTENSION: &[(&str, &[&str])] = &[
    ("citext", &["String", "PgCiText", "Box<str>", "Cow<str>", "str"]),
    ("cube", &["PgCube"]),
    ("hstore", &["PgHstore"]),
    ("lquery", &["PgLQuery"]),
    ("ltree", &["PgLTree"]),
];

/// Rust types that are well known and decode no PostgreSQL type at all.
const FOREIGN: &[&str] = &[
    "u8",
    "u16",
    "u32",
    "u64",
    "u128",
    "i128",
    "usize",
    "isize",
    "char",
    "SystemTime",
    "Instant",
    "Duration",
];

/// The Rust types that a built-in type decodes into; `None` when sqlx has none.
pub(super) fn builtin(name: &str) -> Option<&'static [&'static str]> {
    BUILTIN.binary_search_by(|entry| entry.0.cmp(name)).ok().map(|at| BUILTIN[at].1)
}

/// The same for a type that an extension brings.
pub(super) fn extension(name: &str) -> Option<&'static [&'static str]> {
    EXTENSION.iter().find(|entry| entry.0 == name).map(|entry| entry.1)
}

/// Whether `ty` is one of `accepted`.
pub(super) fn fits(accepted: &[&str], ty: &RustType) -> bool {
    let printed = ty.to_string();
    accepted.iter().any(|pattern| match pattern.strip_suffix("<_>") {
        Some(name) => ty.name() == Some(name),
        None => *pattern == printed,
    })
}

/// Whether the type's meaning is known, so that not to fit is a mismatch and not a gap in knowledge.
pub(super) fn is_known(ty: &RustType) -> bool {
    if let Some(element) = ty.element() {
        return is_known(element);
    }
    let Some(name) = ty.name() else { return matches!(ty, RustType::Tuple(_)) };
    let names = |pattern: &str| pattern.split('<').next() == Some(name);
    FOREIGN.contains(&name)
        || BUILTIN.iter().chain(EXTENSION).any(|(_, accepted)| accepted.iter().any(|p| names(p)))
}

/// Whether the type is a binary floating point number.
pub(super) fn is_float(ty: &RustType) -> bool {
    matches!(ty.name(), Some("f32" | "f64"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_is_sorted_and_names_types_that_postgresql_has() {
        assert!(BUILTIN.is_sorted_by(|a, b| a.0 < b.0));
        for (name, _) in BUILTIN {
            assert!(schemactl_schema::catalog::builtin_type(name).is_some(), "{name}");
        }
    }
}
