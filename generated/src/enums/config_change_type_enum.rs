// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use serde::{Deserialize, Deserializer, Serialize, Serializer};
use sqlx::{Postgres, Type};
use sqlx::postgres::{PgHasArrayType, PgTypeInfo};

use super::super::UnknownLabel;

/// The enum `public.config_change_type_enum`; its variants are in the server's order.
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
#[sqlx(type_name = "public.config_change_type_enum", rename_all = "snake_case")]
pub enum ConfigChangeTypeEnum {
    Create,
    Update,
    Delete,
    Rollback,
}

impl ConfigChangeTypeEnum {
    /// Every value, in the server's order.
    pub const ALL: [Self; 4] = [Self::Create, Self::Update, Self::Delete, Self::Rollback];

    /// The label, as PostgreSQL writes it.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Create => "create",
            Self::Update => "update",
            Self::Delete => "delete",
            Self::Rollback => "rollback",
        }
    }
}

impl std::fmt::Display for ConfigChangeTypeEnum {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.pad(self.as_str())
    }
}

impl std::str::FromStr for ConfigChangeTypeEnum {
    type Err = UnknownLabel;

    fn from_str(label: &str) -> Result<Self, UnknownLabel> {
        match label {
            "create" => Ok(Self::Create),
            "update" => Ok(Self::Update),
            "delete" => Ok(Self::Delete),
            "rollback" => Ok(Self::Rollback),
            _ => Err(UnknownLabel::new("public.config_change_type_enum", label)),
        }
    }
}

impl Type<Postgres> for ConfigChangeTypeEnum {
    fn type_info() -> PgTypeInfo {
        PgTypeInfo::with_name("public.config_change_type_enum")
    }

    fn compatible(ty: &PgTypeInfo) -> bool {
        [
            Self::type_info(),
            PgTypeInfo::with_name("config_change_type_enum"),
        ].contains(ty)
    }
}

impl PgHasArrayType for ConfigChangeTypeEnum {
    fn array_type_info() -> PgTypeInfo {
        PgTypeInfo::array_of("public.config_change_type_enum")
    }

    fn array_compatible(ty: &PgTypeInfo) -> bool {
        [
            Self::array_type_info(),
            PgTypeInfo::array_of("config_change_type_enum"),
        ].contains(ty)
    }
}

impl Serialize for ConfigChangeTypeEnum {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_str(self.as_str())
    }
}

impl<'de> Deserialize<'de> for ConfigChangeTypeEnum {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        UnknownLabel::read(from)
    }
}
