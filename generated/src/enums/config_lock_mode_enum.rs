// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use serde::{Deserialize, Deserializer, Serialize, Serializer};
use sqlx::{Postgres, Type};
use sqlx::postgres::{PgHasArrayType, PgTypeInfo};

use super::super::UnknownLabel;

/// The enum `public.config_lock_mode_enum`; its variants are in the server's order.
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
#[sqlx(type_name = "public.config_lock_mode_enum", rename_all = "snake_case")]
pub enum ConfigLockModeEnum {
    Shared,
    Exclusive,
}

impl ConfigLockModeEnum {
    /// Every value, in the server's order.
    pub const ALL: [Self; 2] = [Self::Shared, Self::Exclusive];

    /// The label, as PostgreSQL writes it.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Shared => "shared",
            Self::Exclusive => "exclusive",
        }
    }
}

impl std::fmt::Display for ConfigLockModeEnum {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.pad(self.as_str())
    }
}

impl std::str::FromStr for ConfigLockModeEnum {
    type Err = UnknownLabel;

    fn from_str(label: &str) -> Result<Self, UnknownLabel> {
        match label {
            "shared" => Ok(Self::Shared),
            "exclusive" => Ok(Self::Exclusive),
            _ => Err(UnknownLabel::new("public.config_lock_mode_enum", label)),
        }
    }
}

impl Type<Postgres> for ConfigLockModeEnum {
    fn type_info() -> PgTypeInfo {
        PgTypeInfo::with_name("public.config_lock_mode_enum")
    }

    fn compatible(ty: &PgTypeInfo) -> bool {
        [Self::type_info(), PgTypeInfo::with_name("config_lock_mode_enum")].contains(ty)
    }
}

impl PgHasArrayType for ConfigLockModeEnum {
    fn array_type_info() -> PgTypeInfo {
        PgTypeInfo::array_of("public.config_lock_mode_enum")
    }

    fn array_compatible(ty: &PgTypeInfo) -> bool {
        [
            Self::array_type_info(),
            PgTypeInfo::array_of("config_lock_mode_enum"),
        ].contains(ty)
    }
}

impl Serialize for ConfigLockModeEnum {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_str(self.as_str())
    }
}

impl<'de> Deserialize<'de> for ConfigLockModeEnum {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        UnknownLabel::read(from)
    }
}
