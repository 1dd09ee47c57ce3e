// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use serde::{Deserialize, Deserializer, Serialize, Serializer};
use sqlx::{Postgres, Type};
use sqlx::postgres::{PgHasArrayType, PgTypeInfo};

use super::super::UnknownLabel;

/// The enum `public.resource_unit_enum`; its variants are in the server's order.
#[derive(
    Debug,
    Clone,
    Copy,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Hash,
    sqlx::Encode,
    sqlx::Decode
)]
#[sqlx(type_name = "public.resource_unit_enum", rename_all = "snake_case")]
pub enum ResourceUnitEnum {
    Millicores,
    Bytes,
    BytesPerSecond,
    OperationsPerSecond,
    Count,
}

impl ResourceUnitEnum {
    /// Every value, in the server's order.
    pub const ALL: [Self; 5] = [
        Self::Millicores,
        Self::Bytes,
        Self::BytesPerSecond,
        Self::OperationsPerSecond,
        Self::Count,
    ];

    /// The label, as PostgreSQL writes it.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Millicores => "millicores",
            Self::Bytes => "bytes",
            Self::BytesPerSecond => "bytes_per_second",
            Self::OperationsPerSecond => "operations_per_second",
            Self::Count => "count",
        }
    }
}

impl std::fmt::Display for ResourceUnitEnum {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.pad(self.as_str())
    }
}

impl std::str::FromStr for ResourceUnitEnum {
    type Err = UnknownLabel;

    fn from_str(label: &str) -> Result<Self, UnknownLabel> {
        match label {
            "millicores" => Ok(Self::Millicores),
            "bytes" => Ok(Self::Bytes),
            "bytes_per_second" => Ok(Self::BytesPerSecond),
            "operations_per_second" => Ok(Self::OperationsPerSecond),
            "count" => Ok(Self::Count),
            _ => Err(UnknownLabel::new("public.resource_unit_enum", label)),
        }
    }
}

impl Type<Postgres> for ResourceUnitEnum {
    fn type_info() -> PgTypeInfo {
        PgTypeInfo::with_name("public.resource_unit_enum")
    }

    fn compatible(ty: &PgTypeInfo) -> bool {
        [Self::type_info(), PgTypeInfo::with_name("resource_unit_enum")].contains(ty)
    }
}

impl PgHasArrayType for ResourceUnitEnum {
    fn array_type_info() -> PgTypeInfo {
        PgTypeInfo::array_of("public.resource_unit_enum")
    }

    fn array_compatible(ty: &PgTypeInfo) -> bool {
        [
            Self::array_type_info(),
            PgTypeInfo::array_of("resource_unit_enum"),
        ].contains(ty)
    }
}

impl Serialize for ResourceUnitEnum {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_str(self.as_str())
    }
}

impl<'de> Deserialize<'de> for ResourceUnitEnum {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        UnknownLabel::read(from)
    }
}
