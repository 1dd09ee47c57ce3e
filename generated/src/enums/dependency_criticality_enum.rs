// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use serde::{Deserialize, Deserializer, Serialize, Serializer};
use sqlx::{Postgres, Type};
use sqlx::postgres::{PgHasArrayType, PgTypeInfo};

use super::super::UnknownLabel;

/// The enum `public.dependency_criticality_enum`; its variants are in the server's order.
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
#[sqlx(type_name = "public.dependency_criticality_enum", rename_all = "snake_case")]
pub enum DependencyCriticalityEnum {
    Optional,
    Degrading,
    Essential,
}

impl DependencyCriticalityEnum {
    /// Every value, in the server's order.
    pub const ALL: [Self; 3] = [Self::Optional, Self::Degrading, Self::Essential];

    /// The label, as PostgreSQL writes it.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Optional => "optional",
            Self::Degrading => "degrading",
            Self::Essential => "essential",
        }
    }
}

impl std::fmt::Display for DependencyCriticalityEnum {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.pad(self.as_str())
    }
}

impl std::str::FromStr for DependencyCriticalityEnum {
    type Err = UnknownLabel;

    fn from_str(label: &str) -> Result<Self, UnknownLabel> {
        match label {
            "optional" => Ok(Self::Optional),
            "degrading" => Ok(Self::Degrading),
            "essential" => Ok(Self::Essential),
            _ => Err(UnknownLabel::new("public.dependency_criticality_enum", label)),
        }
    }
}

impl Type<Postgres> for DependencyCriticalityEnum {
    fn type_info() -> PgTypeInfo {
        PgTypeInfo::with_name("public.dependency_criticality_enum")
    }

    fn compatible(ty: &PgTypeInfo) -> bool {
        [
            Self::type_info(),
            PgTypeInfo::with_name("dependency_criticality_enum"),
        ].contains(ty)
    }
}

impl PgHasArrayType for DependencyCriticalityEnum {
    fn array_type_info() -> PgTypeInfo {
        PgTypeInfo::array_of("public.dependency_criticality_enum")
    }

    fn array_compatible(ty: &PgTypeInfo) -> bool {
        [
            Self::array_type_info(),
            PgTypeInfo::array_of("dependency_criticality_enum"),
        ].contains(ty)
    }
}

impl Serialize for DependencyCriticalityEnum {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_str(self.as_str())
    }
}

impl<'de> Deserialize<'de> for DependencyCriticalityEnum {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        UnknownLabel::read(from)
    }
}
