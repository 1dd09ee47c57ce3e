// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use serde::{Deserialize, Deserializer, Serialize, Serializer};
use sqlx::{Postgres, Type};
use sqlx::postgres::{PgHasArrayType, PgTypeInfo};

use super::super::UnknownLabel;

/// The enum `public.domain_dns_status_enum`; its variants are in the server's order.
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
#[sqlx(type_name = "public.domain_dns_status_enum", rename_all = "snake_case")]
pub enum DomainDnsStatusEnum {
    Pending,
    Ok,
    Error,
    Timeout,
}

impl DomainDnsStatusEnum {
    /// Every value, in the server's order.
    pub const ALL: [Self; 4] = [Self::Pending, Self::Ok, Self::Error, Self::Timeout];

    /// The label, as PostgreSQL writes it.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Pending => "pending",
            Self::Ok => "ok",
            Self::Error => "error",
            Self::Timeout => "timeout",
        }
    }
}

impl std::fmt::Display for DomainDnsStatusEnum {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.pad(self.as_str())
    }
}

impl std::str::FromStr for DomainDnsStatusEnum {
    type Err = UnknownLabel;

    fn from_str(label: &str) -> Result<Self, UnknownLabel> {
        match label {
            "pending" => Ok(Self::Pending),
            "ok" => Ok(Self::Ok),
            "error" => Ok(Self::Error),
            "timeout" => Ok(Self::Timeout),
            _ => Err(UnknownLabel::new("public.domain_dns_status_enum", label)),
        }
    }
}

impl Type<Postgres> for DomainDnsStatusEnum {
    fn type_info() -> PgTypeInfo {
        PgTypeInfo::with_name("public.domain_dns_status_enum")
    }

    fn compatible(ty: &PgTypeInfo) -> bool {
        [Self::type_info(), PgTypeInfo::with_name("domain_dns_status_enum")].contains(ty)
    }
}

impl PgHasArrayType for DomainDnsStatusEnum {
    fn array_type_info() -> PgTypeInfo {
        PgTypeInfo::array_of("public.domain_dns_status_enum")
    }

    fn array_compatible(ty: &PgTypeInfo) -> bool {
        [
            Self::array_type_info(),
            PgTypeInfo::array_of("domain_dns_status_enum"),
        ].contains(ty)
    }
}

impl Serialize for DomainDnsStatusEnum {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_str(self.as_str())
    }
}

impl<'de> Deserialize<'de> for DomainDnsStatusEnum {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        UnknownLabel::read(from)
    }
}
