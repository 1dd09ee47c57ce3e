// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use serde::{Deserialize, Deserializer, Serialize, Serializer};
use sqlx::{Postgres, Type};
use sqlx::postgres::{PgHasArrayType, PgTypeInfo};

use super::super::UnknownLabel;

/// The enum `public.dependency_type_enum`; its variants are in the server's order.
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
#[sqlx(type_name = "public.dependency_type_enum", rename_all = "snake_case")]
pub enum DependencyTypeEnum {
    Synchronous,
    Asynchronous,
    SharedData,
    Configuration,
}

impl DependencyTypeEnum {
    /// Every value, in the server's order.
    pub const ALL: [Self; 4] = [
        Self::Synchronous,
        Self::Asynchronous,
        Self::SharedData,
        Self::Configuration,
    ];

    /// The label, as PostgreSQL writes it.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Synchronous => "synchronous",
            Self::Asynchronous => "asynchronous",
            Self::SharedData => "shared_data",
            Self::Configuration => "configuration",
        }
    }
}

impl std::fmt::Display for DependencyTypeEnum {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.pad(self.as_str())
    }
}

impl std::str::FromStr for DependencyTypeEnum {
    type Err = UnknownLabel;

    fn from_str(label: &str) -> Result<Self, UnknownLabel> {
        match label {
            "synchronous" => Ok(Self::Synchronous),
            "asynchronous" => Ok(Self::Asynchronous),
            "shared_data" => Ok(Self::SharedData),
            "configuration" => Ok(Self::Configuration),
            _ => Err(UnknownLabel::new("public.dependency_type_enum", label)),
        }
    }
}

impl Type<Postgres> for DependencyTypeEnum {
    fn type_info() -> PgTypeInfo {
        PgTypeInfo::with_name("public.dependency_type_enum")
    }

    fn compatible(ty: &PgTypeInfo) -> bool {
        [Self::type_info(), PgTypeInfo::with_name("dependency_type_enum")].contains(ty)
    }
}

impl PgHasArrayType for DependencyTypeEnum {
    fn array_type_info() -> PgTypeInfo {
        PgTypeInfo::array_of("public.dependency_type_enum")
    }

    fn array_compatible(ty: &PgTypeInfo) -> bool {
        [
            Self::array_type_info(),
            PgTypeInfo::array_of("dependency_type_enum"),
        ].contains(ty)
    }
}

impl Serialize for DependencyTypeEnum {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_str(self.as_str())
    }
}

impl<'de> Deserialize<'de> for DependencyTypeEnum {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        UnknownLabel::read(from)
    }
}
