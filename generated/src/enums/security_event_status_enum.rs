// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use serde::{Deserialize, Deserializer, Serialize, Serializer};
use sqlx::{Postgres, Type};
use sqlx::postgres::{PgHasArrayType, PgTypeInfo};

use super::super::UnknownLabel;

/// The enum `public.security_event_status_enum`; its variants are in the server's order.
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
#[sqlx(type_name = "public.security_event_status_enum", rename_all = "snake_case")]
pub enum SecurityEventStatusEnum {
    Open,
    Investigating,
    Resolved,
    FalsePositive,
}

impl SecurityEventStatusEnum {
    /// Every value, in the server's order.
    pub const ALL: [Self; 4] = [
        Self::Open,
        Self::Investigating,
        Self::Resolved,
        Self::FalsePositive,
    ];

    /// The label, as PostgreSQL writes it.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Investigating => "investigating",
            Self::Resolved => "resolved",
            Self::FalsePositive => "false_positive",
        }
    }
}

impl std::fmt::Display for SecurityEventStatusEnum {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.pad(self.as_str())
    }
}

impl std::str::FromStr for SecurityEventStatusEnum {
    type Err = UnknownLabel;

    fn from_str(label: &str) -> Result<Self, UnknownLabel> {
        match label {
            "open" => Ok(Self::Open),
            "investigating" => Ok(Self::Investigating),
            "resolved" => Ok(Self::Resolved),
            "false_positive" => Ok(Self::FalsePositive),
            _ => Err(UnknownLabel::new("public.security_event_status_enum", label)),
        }
    }
}

impl Type<Postgres> for SecurityEventStatusEnum {
    fn type_info() -> PgTypeInfo {
        PgTypeInfo::with_name("public.security_event_status_enum")
    }

    fn compatible(ty: &PgTypeInfo) -> bool {
        [
            Self::type_info(),
            PgTypeInfo::with_name("security_event_status_enum"),
        ].contains(ty)
    }
}

impl PgHasArrayType for SecurityEventStatusEnum {
    fn array_type_info() -> PgTypeInfo {
        PgTypeInfo::array_of("public.security_event_status_enum")
    }

    fn array_compatible(ty: &PgTypeInfo) -> bool {
        [
            Self::array_type_info(),
            PgTypeInfo::array_of("security_event_status_enum"),
        ].contains(ty)
    }
}

impl Serialize for SecurityEventStatusEnum {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_str(self.as_str())
    }
}

impl<'de> Deserialize<'de> for SecurityEventStatusEnum {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        UnknownLabel::read(from)
    }
}
