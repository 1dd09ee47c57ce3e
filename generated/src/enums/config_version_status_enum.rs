// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use serde::{Deserialize, Deserializer, Serialize, Serializer};
use sqlx::{Postgres, Type};
use sqlx::postgres::{PgHasArrayType, PgTypeInfo};

use super::super::UnknownLabel;

/// deployed = in force; superseded = was in force until a later version was deployed; rolled_back = taken out of force.
///
/// The enum `public.config_version_status_enum`; its variants are in the server's order.
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
#[sqlx(type_name = "public.config_version_status_enum", rename_all = "snake_case")]
pub enum ConfigVersionStatusEnum {
    Proposed,
    Approved,
    Rejected,
    Deployed,
    Superseded,
    RolledBack,
}

impl ConfigVersionStatusEnum {
    /// Every value, in the server's order.
    pub const ALL: [Self; 6] = [
        Self::Proposed,
        Self::Approved,
        Self::Rejected,
        Self::Deployed,
        Self::Superseded,
        Self::RolledBack,
    ];

    /// The label, as PostgreSQL writes it.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Proposed => "proposed",
            Self::Approved => "approved",
            Self::Rejected => "rejected",
            Self::Deployed => "deployed",
            Self::Superseded => "superseded",
            Self::RolledBack => "rolled_back",
        }
    }
}

impl std::fmt::Display for ConfigVersionStatusEnum {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.pad(self.as_str())
    }
}

impl std::str::FromStr for ConfigVersionStatusEnum {
    type Err = UnknownLabel;

    fn from_str(label: &str) -> Result<Self, UnknownLabel> {
        match label {
            "proposed" => Ok(Self::Proposed),
            "approved" => Ok(Self::Approved),
            "rejected" => Ok(Self::Rejected),
            "deployed" => Ok(Self::Deployed),
            "superseded" => Ok(Self::Superseded),
            "rolled_back" => Ok(Self::RolledBack),
            _ => Err(UnknownLabel::new("public.config_version_status_enum", label)),
        }
    }
}

impl Type<Postgres> for ConfigVersionStatusEnum {
    fn type_info() -> PgTypeInfo {
        PgTypeInfo::with_name("public.config_version_status_enum")
    }

    fn compatible(ty: &PgTypeInfo) -> bool {
        [
            Self::type_info(),
            PgTypeInfo::with_name("config_version_status_enum"),
        ].contains(ty)
    }
}

impl PgHasArrayType for ConfigVersionStatusEnum {
    fn array_type_info() -> PgTypeInfo {
        PgTypeInfo::array_of("public.config_version_status_enum")
    }

    fn array_compatible(ty: &PgTypeInfo) -> bool {
        [
            Self::array_type_info(),
            PgTypeInfo::array_of("config_version_status_enum"),
        ].contains(ty)
    }
}

impl Serialize for ConfigVersionStatusEnum {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_str(self.as_str())
    }
}

impl<'de> Deserialize<'de> for ConfigVersionStatusEnum {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        UnknownLabel::read(from)
    }
}
