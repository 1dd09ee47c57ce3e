// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use serde::{Deserialize, Deserializer, Serialize, Serializer};
use sqlx::{Postgres, Type};
use sqlx::postgres::{PgHasArrayType, PgTypeInfo};

use super::super::UnknownLabel;

/// The enum `public.service_type_enum`; its variants are in the server's order.
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
#[sqlx(type_name = "public.service_type_enum", rename_all = "snake_case")]
pub enum ServiceTypeEnum {
    Api,
    Worker,
    Scheduler,
    Gateway,
    Database,
    Cache,
    External,
}

impl ServiceTypeEnum {
    /// Every value, in the server's order.
    pub const ALL: [Self; 7] = [
        Self::Api,
        Self::Worker,
        Self::Scheduler,
        Self::Gateway,
        Self::Database,
        Self::Cache,
        Self::External,
    ];

    /// The label, as PostgreSQL writes it.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Api => "api",
            Self::Worker => "worker",
            Self::Scheduler => "scheduler",
            Self::Gateway => "gateway",
            Self::Database => "database",
            Self::Cache => "cache",
            Self::External => "external",
        }
    }
}

impl std::fmt::Display for ServiceTypeEnum {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.pad(self.as_str())
    }
}

impl std::str::FromStr for ServiceTypeEnum {
    type Err = UnknownLabel;

    fn from_str(label: &str) -> Result<Self, UnknownLabel> {
        match label {
            "api" => Ok(Self::Api),
            "worker" => Ok(Self::Worker),
            "scheduler" => Ok(Self::Scheduler),
            "gateway" => Ok(Self::Gateway),
            "database" => Ok(Self::Database),
            "cache" => Ok(Self::Cache),
            "external" => Ok(Self::External),
            _ => Err(UnknownLabel::new("public.service_type_enum", label)),
        }
    }
}

impl Type<Postgres> for ServiceTypeEnum {
    fn type_info() -> PgTypeInfo {
        PgTypeInfo::with_name("public.service_type_enum")
    }

    fn compatible(ty: &PgTypeInfo) -> bool {
        [Self::type_info(), PgTypeInfo::with_name("service_type_enum")].contains(ty)
    }
}

impl PgHasArrayType for ServiceTypeEnum {
    fn array_type_info() -> PgTypeInfo {
        PgTypeInfo::array_of("public.service_type_enum")
    }

    fn array_compatible(ty: &PgTypeInfo) -> bool {
        [Self::array_type_info(), PgTypeInfo::array_of("service_type_enum")].contains(ty)
    }
}

impl Serialize for ServiceTypeEnum {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_str(self.as_str())
    }
}

impl<'de> Deserialize<'de> for ServiceTypeEnum {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        UnknownLabel::read(from)
    }
}
