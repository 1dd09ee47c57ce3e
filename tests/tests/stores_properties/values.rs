//! A value of each SQL type from a number: small numbers make plain values, so that what proptest shrinks gets plainer.

use chrono::{DateTime, Days, NaiveDate, SecondsFormat, TimeDelta, Utc};
use schemactl_schema::catalog::{Catalog, DataType, TypeBase, TypeKind};
use serde_json::{Map, Value, json};
use uuid::Uuid;

/// What values a type has.
#[derive(Clone, Debug)]
pub(super) enum Kind {
    Bool,
    /// From least to greatest.
    Int(i64, i64),
    /// Digits before and behind the point.
    Numeric(u32, u32),
    /// At most so many characters.
    Text(usize),
    /// Exactly so many, as `char(n)` fills up with blanks.
    Char(usize),
    Bytes,
    Uuid,
    Time,
    Date,
    Inet,
    Json,
    Interval,
    Enum(Vec<String>),
    Domain(String, Box<Kind>),
    List(Box<Kind>),
    Composite(Vec<(String, Kind)>),
}

impl Kind {
    pub(super) fn of(catalog: &Catalog, ty: &DataType) -> Self {
        if ty.is_array() {
            return Self::List(Box::new(Self::of(catalog, &ty.element())));
        }
        let modifier = |at: usize| ty.modifiers.get(at).and_then(|text| text.parse::<u32>().ok());
        match &ty.base {
            TypeBase::User(id) => match &catalog.types[*id].kind {
                TypeKind::Enum(labels) => {
                    Self::Enum(labels.iter().map(|label| label.name.to_string()).collect())
                }
                TypeKind::Domain(domain) => Self::Domain(
                    catalog.types[*id].name.to_string(),
                    Box::new(Self::of(catalog, &domain.base)),
                ),
                TypeKind::Composite(attributes) => Self::Composite(
                    attributes
                        .iter()
                        .map(|attribute| (attribute.name.to_string(), Self::of(catalog, &attribute.ty)))
                        .collect(),
                ),
                other => panic!("no values for {other:?}"),
            },
            _ => match ty.builtin_name().unwrap_or_default() {
                "bool" => Self::Bool,
                "int2" => Self::Int(i16::MIN.into(), i16::MAX.into()),
                "int4" => Self::Int(i32::MIN.into(), i32::MAX.into()),
                "int8" => Self::Int(i64::MIN, i64::MAX),
                "numeric" => {
                    let (precision, scale) = (modifier(0).unwrap_or(20), modifier(1).unwrap_or(0));
                    Self::Numeric(precision - scale, scale)
                }
                "text" => Self::Text(200),
                "varchar" => Self::Text(modifier(0).unwrap_or(200) as usize),
                "bpchar" => Self::Char(modifier(0).unwrap_or(1) as usize),
                "bytea" => Self::Bytes,
                "uuid" => Self::Uuid,
                "timestamptz" => Self::Time,
                "date" => Self::Date,
                "inet" => Self::Inet,
                "jsonb" => Self::Json,
                "interval" => Self::Interval,
                other => panic!("no values for {other}"),
            },
        }
    }
}

/// Numbers that follow from one (SplitMix64); from 0 follow zeros.
pub(super) struct Numbers(u64);

impl Numbers {
    pub(super) fn from(seed: u64) -> Self {
        Self(seed)
    }

    pub(super) fn next(&mut self) -> u64 {
        if self.0 == 0 {
            return 0;
        }
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15).max(1);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    /// Below `end`.
    pub(super) fn below(&mut self, end: usize) -> usize {
        (self.next() % end.max(1) as u64) as usize
    }
}

/// Characters that something between here and the table might trip over.
const LETTERS: [&str; 24] = [
    "a", "b", "Z", "0", "9", " ", "'", "\"", "\\", ",", "{", "}", "(", ")", "\n", "\t", "%", "$1", "é", "ß",
    "漢", "🦀", ":", "NULL",
];

fn text(numbers: &mut Numbers, most: usize) -> String {
    let wanted = if numbers.below(16) == 1 { most.min(300) } else { numbers.below(most.min(12) + 1) };
    let mut out = String::new();
    let mut length = 0;
    while length < wanted {
        let piece = LETTERS[numbers.below(LETTERS.len())];
        if length + piece.chars().count() > wanted {
            break;
        }
        length += piece.chars().count();
        out.push_str(piece);
    }
    out
}

/// As JSON; the years are of four digits, so that texts sort as times.
pub(super) fn time(micros: i64) -> Value {
    let time: DateTime<Utc> = DateTime::from_timestamp_micros(micros).unwrap();
    json!(time.to_rfc3339_opts(SecondsFormat::Micros, true))
}

fn json_value(numbers: &mut Numbers, depth: u32) -> Value {
    match numbers.below(if depth == 0 { 5 } else { 7 }) {
        0 => json!({}),
        1 => json!(text(numbers, 20)),
        2 => json!(numbers.next() as i64),
        3 => json!(numbers.below(2) == 1),
        4 => json!((numbers.next() as i32) as f64 / 8.0),
        5 => (0..numbers.below(4)).map(|_| json_value(numbers, depth - 1)).collect(),
        _ => object(numbers, depth - 1),
    }
}

fn object(numbers: &mut Numbers, depth: u32) -> Value {
    let mut members = Map::new();
    for _ in 0..numbers.below(4) {
        members.insert(text(numbers, 8), json_value(numbers, depth));
    }
    Value::Object(members)
}

/// A value that the type itself takes, never NULL.
pub(super) fn value(kind: &Kind, numbers: &mut Numbers) -> Value {
    match kind {
        Kind::Bool => json!(numbers.below(2) == 1),
        Kind::Int(least, greatest) => match numbers.below(8) {
            1 => json!(least),
            2 => json!(greatest),
            3 => json!((numbers.next() as i8).clamp(i8::MIN, i8::MAX)),
            _ => {
                let width = (*greatest as i128) - (*least as i128) + 1;
                json!((i128::from(numbers.next() as i64).rem_euclid(width) + i128::from(*least)) as i64)
            }
        },
        Kind::Numeric(before, behind) => {
            let digits = (*before + *behind).min(18);
            let number = match numbers.below(8) {
                1 => 10_u64.pow(digits) - 1,
                2 => 0,
                _ => numbers.next() % 10_u64.pow(digits),
            };
            json!(rust_decimal::Decimal::from_i128_with_scale(i128::from(number), *behind).to_string())
        }
        Kind::Text(most) => json!(text(numbers, *most)),
        Kind::Char(length) => {
            json!((0..*length).map(|_| ["A", "z", "7", "é"][numbers.below(4)]).collect::<String>())
        }
        Kind::Bytes => (0..numbers.below(40)).map(|_| json!(numbers.next() as u8)).collect(),
        Kind::Uuid => json!(Uuid::from_u64_pair(numbers.next(), numbers.next())),
        Kind::Time => {
            // The years 1000 to 8999, to the microsecond, most of them near.
            let (least, greatest) = (-30_610_224_000_000_000_i64, 221_845_391_999_999_999_i64);
            let micros = match numbers.below(8) {
                1 => least,
                2 => greatest,
                3 => least + (numbers.next() % (greatest - least) as u64) as i64,
                _ => 1_500_000_000_000_000 + (numbers.next() % 400_000_000_000_000) as i64,
            };
            time(micros)
        }
        Kind::Date => {
            let day = NaiveDate::from_ymd_opt(1000, 1, 1).unwrap() + Days::new(numbers.next() % 3_000_000);
            json!(day)
        }
        Kind::Inet => {
            let (bits, most) = (numbers.next(), if numbers.below(2) == 0 { 32 } else { 128 });
            let prefix = if numbers.below(2) == 0 { most } else { numbers.below(most + 1) };
            let address = if most == 32 {
                std::net::Ipv4Addr::from(bits as u32).to_string()
            } else {
                std::net::Ipv6Addr::from((u128::from(bits) << 64) | u128::from(numbers.next())).to_string()
            };
            json!(format!("{address}/{prefix}"))
        }
        Kind::Json => object(numbers, 2),
        Kind::Interval => json!({
            "months": numbers.below(12_000),
            "days": numbers.below(100),
            "microseconds": numbers.next() % 86_400_000_000,
        }),
        Kind::Enum(labels) => json!(labels[numbers.below(labels.len())]),
        Kind::Domain(name, base) => match name.as_str() {
            "percentage" | "score" => {
                json!(
                    rust_decimal::Decimal::from_i128_with_scale(numbers.below(10_001) as i128, 2).to_string()
                )
            }
            "sha256_digest" => (0..32).map(|_| json!(numbers.next() as u8)).collect(),
            "generator_alphabet" => {
                let chosen = numbers.next() | 1;
                let all = "abcdefghijklmnopqrstuvwxyz0123456789-";
                json!(
                    all.chars()
                        .enumerate()
                        .filter(|(at, _)| chosen >> at & 1 == 1)
                        .map(|(_, c)| c)
                        .collect::<String>()
                )
            }
            _ => value(base, numbers),
        },
        Kind::List(element) => (0..numbers.below(4)).map(|_| value(element, numbers)).collect(),
        Kind::Composite(attributes) => {
            let mut members = Map::new();
            for (name, kind) in attributes {
                let null = numbers.below(4) == 1;
                members.insert(name.clone(), if null { Value::Null } else { value(kind, numbers) });
            }
            Value::Object(members)
        }
    }
}

/// The time some microseconds later.
pub(super) fn later(text: &Value, micros: i64) -> Value {
    let at: DateTime<Utc> = serde_json::from_value(text.clone()).unwrap();
    time((at + TimeDelta::microseconds(micros)).timestamp_micros())
}
