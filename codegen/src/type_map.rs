//! Which Rust types read which PostgreSQL types: the table of facts behind models and their verification.
//!
//! Every line was read off sqlx 0.9 (`sqlx::postgres::types`): a type is listed where sqlx can decode it.

/// What is known about one PostgreSQL type.
#[derive(PartialEq, Eq, Debug)]
pub struct TypeFact {
    /// `pg_type.typname`.
    pub postgres: &'static str,
    /// The type that generated code uses, with its whole path.
    pub rust: &'static str,
    /// The other types that sqlx decodes it to; `_` stands for any type.
    pub accepted: &'static [&'static str],
    /// The Cargo feature of sqlx that `rust` needs.
    pub feature: Option<&'static str>,
    /// `rust` implements `Serialize` and `Deserialize`.
    pub serde: bool,
    /// sqlx reads an array whose elements are a domain over this type. For the other types it compares the
    /// array type itself, and refuses.
    pub domain_elements: bool,
    /// sqlx declares what it writes as this very type, and not as another with the same binary form.
    pub declared: bool,
}

const fn fact(postgres: &'static str, rust: &'static str, accepted: &'static [&'static str]) -> TypeFact {
    TypeFact { postgres, rust, accepted, feature: None, serde: true, domain_elements: false, declared: true }
}

impl TypeFact {
    const fn feature(self, feature: &'static str) -> Self {
        Self { feature: Some(feature), ..self }
    }

    const fn no_serde(self) -> Self {
        Self { serde: false, ..self }
    }

    const fn domain_elements(self) -> Self {
        Self { domain_elements: true, ..self }
    }

    const fn declared_otherwise(self) -> Self {
        Self { declared: false, ..self }
    }
}

const TEXT: &[&str] = &[
    "&str",
    "Box<str>",
    "std::sync::Arc<str>",
    "std::rc::Rc<str>",
    "std::borrow::Cow<str>",
    "sqlx::types::Text<_>",
    "sqlx::postgres::types::PgCiText",
];
const BYTES: &[&str] =
    &["&[u8]", "[u8; 0]", "Box<[u8]>", "std::sync::Arc<[u8]>", "std::rc::Rc<[u8]>", "std::borrow::Cow<[u8]>"];
const JSON: &[&str] = &[
    "sqlx::types::Json<_>",
    "sqlx::types::JsonValue",
    "&serde_json::value::RawValue",
    "&sqlx::types::JsonRawValue",
];
const NETWORK: &[&str] = &["std::net::IpAddr", "ipnet::IpNet"];
const DATE_TIME: &[&str] =
    &["chrono::DateTime<chrono::FixedOffset>", "chrono::DateTime<chrono::Local>", "time::OffsetDateTime"];
const TIME_TZ: &[&str] =
    &["sqlx::postgres::types::PgTimeTz", "sqlx::postgres::types::PgTimeTz<time::Time, time::UtcOffset>"];
const TIMESTAMP_RANGE: &[&str] = &["sqlx::postgres::types::PgRange<time::PrimitiveDateTime>"];
const TIMESTAMPTZ_RANGE: &[&str] = &[
    "sqlx::postgres::types::PgRange<chrono::DateTime<chrono::FixedOffset>>",
    "sqlx::postgres::types::PgRange<chrono::DateTime<chrono::Local>>",
    "sqlx::postgres::types::PgRange<time::OffsetDateTime>",
];

/// The types that PostgreSQL ships. What is not listed, sqlx cannot read.
#[rustfmt::skip]
pub static BUILTIN: &[TypeFact] = &[
    fact("bool", "bool", &[]),
    fact("int2", "i16", &["std::num::NonZeroI16", "std::num::NonZero<i16>"]),
    fact("int4", "i32", &["std::num::NonZeroI32", "std::num::NonZero<i32>"]),
    fact("int8", "i64", &["std::num::NonZeroI64", "std::num::NonZero<i64>"]),
    fact("float4", "f32", &[]),
    fact("float8", "f64", &[]),
    fact("numeric", "rust_decimal::Decimal", &["bigdecimal::BigDecimal"]).feature("rust_decimal"),
    fact("money", "sqlx::postgres::types::PgMoney", &[]).no_serde(),
    fact("text", "String", TEXT).domain_elements(),
    fact("varchar", "String", TEXT).domain_elements().declared_otherwise(),
    fact("bpchar", "String", TEXT).domain_elements().declared_otherwise(),
    fact("name", "String", TEXT).domain_elements().declared_otherwise(),
    fact("char", "i8", &[]),
    fact("bytea", "Vec<u8>", BYTES),
    fact("date", "chrono::NaiveDate", &["time::Date"]).feature("chrono"),
    fact("time", "chrono::NaiveTime", &["time::Time"]).feature("chrono"),
    fact("timetz", "sqlx::postgres::types::PgTimeTz<chrono::NaiveTime, chrono::FixedOffset>", TIME_TZ).feature("chrono").no_serde(),
    fact("timestamp", "chrono::NaiveDateTime", &["time::PrimitiveDateTime"]).feature("chrono"),
    fact("timestamptz", "chrono::DateTime<chrono::Utc>", DATE_TIME).feature("chrono"),
    fact("interval", "sqlx::postgres::types::PgInterval", &[]).no_serde(),
    fact("uuid", "uuid::Uuid", &[]).feature("uuid"),
    fact("json", "serde_json::Value", JSON).feature("json").domain_elements().declared_otherwise(),
    fact("jsonb", "serde_json::Value", JSON).feature("json").domain_elements(),
    fact("inet", "ipnetwork::IpNetwork", NETWORK).feature("ipnetwork"),
    fact("cidr", "ipnetwork::IpNetwork", NETWORK).feature("ipnetwork").declared_otherwise(),
    fact("macaddr", "mac_address::MacAddress", &[]).feature("mac_address").no_serde(),
    fact("bit", "bit_vec::BitVec", &[]).feature("bit-vec").no_serde().declared_otherwise(),
    fact("varbit", "bit_vec::BitVec", &[]).feature("bit-vec").no_serde(),
    fact("oid", "sqlx::postgres::types::Oid", &[]).no_serde(),
    fact("int4range", "sqlx::postgres::types::PgRange<i32>", &[]).no_serde(),
    fact("int8range", "sqlx::postgres::types::PgRange<i64>", &[]).no_serde(),
    fact("numrange", "sqlx::postgres::types::PgRange<rust_decimal::Decimal>", &["sqlx::postgres::types::PgRange<bigdecimal::BigDecimal>"]).feature("rust_decimal").no_serde(),
    fact("daterange", "sqlx::postgres::types::PgRange<chrono::NaiveDate>", &["sqlx::postgres::types::PgRange<time::Date>"]).feature("chrono").no_serde(),
    fact("tsrange", "sqlx::postgres::types::PgRange<chrono::NaiveDateTime>", TIMESTAMP_RANGE).feature("chrono").no_serde(),
    fact("tstzrange", "sqlx::postgres::types::PgRange<chrono::DateTime<chrono::Utc>>", TIMESTAMPTZ_RANGE).feature("chrono").no_serde(),
    fact("point", "sqlx::postgres::types::PgPoint", &[]).no_serde(),
    fact("line", "sqlx::postgres::types::PgLine", &[]).no_serde(),
    fact("lseg", "sqlx::postgres::types::PgLSeg", &[]).no_serde(),
    fact("box", "sqlx::postgres::types::PgBox", &[]).no_serde(),
    fact("path", "sqlx::postgres::types::PgPath", &[]).no_serde(),
    fact("polygon", "sqlx::postgres::types::PgPolygon", &[]).no_serde(),
    fact("circle", "sqlx::postgres::types::PgCircle", &[]).no_serde(),
];

/// The facts that stand before those of [`BUILTIN`] where `datetime = "time"`.
#[rustfmt::skip]
pub static TIME: &[TypeFact] = &[
    fact("date", "time::Date", &["chrono::NaiveDate"]).feature("time"),
    fact("time", "time::Time", &["chrono::NaiveTime"]).feature("time"),
    fact("timetz", "sqlx::postgres::types::PgTimeTz<time::Time, time::UtcOffset>", &["sqlx::postgres::types::PgTimeTz"]).feature("time").no_serde(),
    fact("timestamp", "time::PrimitiveDateTime", &["chrono::NaiveDateTime"]).feature("time"),
    fact("timestamptz", "time::OffsetDateTime", &["chrono::DateTime<chrono::Utc>"]).feature("time"),
    fact("daterange", "sqlx::postgres::types::PgRange<time::Date>", &[]).feature("time").no_serde(),
    fact("tsrange", "sqlx::postgres::types::PgRange<time::PrimitiveDateTime>", &[]).feature("time").no_serde(),
    fact("tstzrange", "sqlx::postgres::types::PgRange<time::OffsetDateTime>", &[]).feature("time").no_serde(),
];

/// The facts that stand before those of [`BUILTIN`] where `numeric = "bigdecimal"`.
#[rustfmt::skip]
pub static BIGDECIMAL: &[TypeFact] = &[
    fact("numeric", "bigdecimal::BigDecimal", &["rust_decimal::Decimal"]).feature("bigdecimal"),
    fact("numrange", "sqlx::postgres::types::PgRange<bigdecimal::BigDecimal>", &[]).feature("bigdecimal").no_serde(),
];

/// Types of extensions that `contrib` ships, by their name.
pub static EXTENSION: &[TypeFact] = &[
    fact("citext", "String", TEXT).domain_elements().declared_otherwise(),
    fact("hstore", "sqlx::postgres::types::PgHstore", &[]).no_serde(),
    fact("ltree", "sqlx::postgres::types::PgLTree", &[]).no_serde(),
    fact("lquery", "sqlx::postgres::types::PgLQuery", &[]).no_serde(),
    fact("cube", "sqlx::postgres::types::PgCube", &[]).no_serde(),
];

/// The range type that PostgreSQL ships for a subtype: sqlx reads any range over that subtype as it.
pub const RANGE_OF_SUBTYPE: &[(&str, &str)] = &[
    ("int4", "int4range"),
    ("int8", "int8range"),
    ("numeric", "numrange"),
    ("date", "daterange"),
    ("timestamp", "tsrange"),
    ("timestamptz", "tstzrange"),
];

/// Types of the standard library and of chrono that people write for columns and that sqlx decodes from no
/// PostgreSQL type.
pub const NEVER_DECODED: &[&str] = &[
    "u8",
    "u16",
    "u32",
    "u64",
    "u128",
    "usize",
    "i128",
    "isize",
    "char",
    "std::time::SystemTime",
    "std::time::Duration",
    "std::path::PathBuf",
    "std::net::Ipv4Addr",
    "std::net::Ipv6Addr",
    "chrono::Duration",
    "chrono::TimeDelta",
    "time::Duration",
];

/// The fact about a built-in type, by its internal name.
pub fn builtin(name: &str) -> Option<&'static TypeFact> {
    BUILTIN.iter().find(|fact| fact.postgres == name)
}

/// The features of sqlx for types that people put in the place of those of the table, by the beginnings of their paths.
const FEATURES: &[(&str, &str)] =
    &[("sqlx::types::Json", "json"), ("std::net::IpAddr", "ipnetwork"), ("ipnet::", "ipnet")];

/// The Cargo feature of sqlx that a Rust type needs, as far as it is known.
pub(crate) fn feature(rust: &str) -> Option<&'static str> {
    let known = by_rust(rust).and_then(|fact| fact.feature);
    known.or_else(|| FEATURES.iter().find(|(start, _)| rust.starts_with(start)).map(|(_, feature)| *feature))
}

/// The first fact whose Rust type this is.
pub fn by_rust(path: &str) -> Option<&'static TypeFact> {
    BUILTIN.iter().chain(EXTENSION).chain(TIME).chain(BIGDECIMAL).find(|fact| fact.rust == path)
}

/// The fact about a type of an extension, by its name.
pub fn extension(name: &str) -> Option<&'static TypeFact> {
    EXTENSION.iter().find(|fact| fact.postgres == name)
}

/// Types without an order that a unique B-tree index could use.
const UNORDERED: &[&str] = &["json", "point", "line", "lseg", "box", "path", "polygon", "circle", "lquery"];

/// Rust types of the table that implement `Copy`; a range does when its bounds do.
const COPY: &[&str] = &[
    "bool",
    "i8",
    "i16",
    "i32",
    "i64",
    "f32",
    "f64",
    "rust_decimal::Decimal",
    "chrono::NaiveDate",
    "chrono::NaiveTime",
    "chrono::NaiveDateTime",
    "chrono::DateTime<chrono::Utc>",
    "time::Date",
    "time::Time",
    "time::PrimitiveDateTime",
    "time::OffsetDateTime",
    "uuid::Uuid",
    "ipnetwork::IpNetwork",
    "ipnet::IpNet",
    "std::net::IpAddr",
    "mac_address::MacAddress",
    "sqlx::postgres::types::PgInterval",
    "sqlx::postgres::types::PgMoney",
    "sqlx::postgres::types::Oid",
    "sqlx::postgres::types::PgTimeTz<chrono::NaiveTime, chrono::FixedOffset>",
    "sqlx::postgres::types::PgTimeTz<time::Time, time::UtcOffset>",
];

/// Rust types of the table that do not implement both `Eq` and `Hash`; no range does.
const NOT_HASHED: &[&str] = &[
    "f32",
    "f64",
    "serde_json::Value",
    "sqlx::postgres::types::PgMoney",
    "sqlx::postgres::types::PgTimeTz<chrono::NaiveTime, chrono::FixedOffset>",
    "sqlx::postgres::types::PgTimeTz<time::Time, time::UtcOffset>",
    "sqlx::postgres::types::PgPoint",
    "sqlx::postgres::types::PgLine",
    "sqlx::postgres::types::PgLSeg",
    "sqlx::postgres::types::PgBox",
    "sqlx::postgres::types::PgPath",
    "sqlx::postgres::types::PgPolygon",
    "sqlx::postgres::types::PgCircle",
    "sqlx::postgres::types::PgHstore",
    "sqlx::postgres::types::PgLTree",
    "sqlx::postgres::types::PgLQuery",
    "sqlx::postgres::types::PgCube",
];

/// The type of a range's bounds.
fn bounds(rust: &str) -> Option<&str> {
    rust.strip_prefix("sqlx::postgres::types::PgRange<")?.strip_suffix('>')
}

pub(crate) fn is_ordered(fact: &TypeFact) -> bool {
    !UNORDERED.contains(&fact.postgres)
}

pub(crate) fn is_copy(fact: &TypeFact) -> bool {
    is_copied(fact.rust)
}

/// Whether a Rust type is known to implement `Copy`.
pub(crate) fn is_copied(rust: &str) -> bool {
    COPY.contains(&bounds(rust).unwrap_or(rust))
}

/// Types that people put in the place of those of the table, and that implement `Eq` and `Hash`.
const HASHED: &[&str] = &["ipnet::IpNet", "std::net::IpAddr", "Box<str>"];

/// Whether a Rust type that is not of the table is known to implement `Eq` and `Hash`.
pub(crate) fn is_hashed(rust: &str) -> bool {
    HASHED.contains(&rust)
}

pub(crate) fn is_hashable(fact: &TypeFact) -> bool {
    bounds(fact.rust).is_none() && !NOT_HASHED.contains(&fact.rust)
}

/// sqlx 0.9 has an array of each type of the table.
pub(crate) fn has_array(_fact: &TypeFact) -> bool {
    true
}
