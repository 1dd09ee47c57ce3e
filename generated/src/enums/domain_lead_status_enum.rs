// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use serde::{Deserialize, Deserializer, Serialize, Serializer};
use sqlx::{Postgres, Type};
use sqlx::postgres::{PgHasArrayType, PgTypeInfo};

use super::super::UnknownLabel;

/// The enum `public.domain_lead_status_enum`; its variants are in the server's order.
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
#[sqlx(type_name = "public.domain_lead_status_enum", rename_all = "snake_case")]
pub enum DomainLeadStatusEnum {
    Pending,
    Match,
    NoMatch,
    Error,
    Timeout,
}

impl DomainLeadStatusEnum {
    /// Every value, in the server's order.
    pub const ALL: [Self; 5] = [
        Self::Pending,
        Self::Match,
        Self::NoMatch,
        Self::Error,
        Self::Timeout,
    ];

    /// The label, as PostgreSQL writes it.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Pending => "pending",
            Self::Match => "match",
            Self::NoMatch => "no_match",
            Self::Error => "error",
            Self::Timeout => "timeout",
        }
    }
}

impl std::fmt::Display for DomainLeadStatusEnum {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.pad(self.as_str())
    }
}

impl std::str::FromStr for DomainLeadStatusEnum {
    type Err = UnknownLabel;

    fn from_str(label: &str) -> Result<Self, UnknownLabel> {
        match label {
            "pending" => Ok(Self::Pending),
            "match" => Ok(Self::Match),
            "no_match" => Ok(Self::NoMatch),
            "error" => Ok(Self::Error),
            "timeout" => Ok(Self::Timeout),
            _ => Err(UnknownLabel::new("public.domain_lead_status_enum", label)),
        }
    }
}

impl Type<Postgres> for DomainLeadStatusEnum {
    fn type_info() -> PgTypeInfo {
        PgTypeInfo::with_name("public.domain_lead_status_enum")
    }

    fn compatible(ty: &PgTypeInfo) -> bool {
        [
            Self::type_info(),
            PgTypeInfo::with_name("domain_lead_status_enum"),
        ].contains(ty)
    }
}

impl PgHasArrayType for DomainLeadStatusEnum {
    fn array_type_info() -> PgTypeInfo {
        PgTypeInfo::array_of("public.domain_lead_status_enum")
    }

    fn array_compatible(ty: &PgTypeInfo) -> bool {
        [
            Self::array_type_info(),
            PgTypeInfo::array_of("domain_lead_status_enum"),
        ].contains(ty)
    }
}

impl Serialize for DomainLeadStatusEnum {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_str(self.as_str())
    }
}

impl<'de> Deserialize<'de> for DomainLeadStatusEnum {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        UnknownLabel::read(from)
    }
}
