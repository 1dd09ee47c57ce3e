// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use serde::{Deserialize, Deserializer, Serialize, Serializer};
use sqlx::{Postgres, Type};
use sqlx::postgres::{PgHasArrayType, PgTypeInfo};

use super::super::UnknownLabel;

/// The enum `public.phase_type_enum`; its variants are in the server's order.
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
#[sqlx(type_name = "public.phase_type_enum", rename_all = "snake_case")]
pub enum PhaseTypeEnum {
    DomainGeneration,
    DnsValidation,
    HttpKeywordValidation,
    Analysis,
}

impl PhaseTypeEnum {
    /// Every value, in the server's order.
    pub const ALL: [Self; 4] = [
        Self::DomainGeneration,
        Self::DnsValidation,
        Self::HttpKeywordValidation,
        Self::Analysis,
    ];

    /// The label, as PostgreSQL writes it.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::DomainGeneration => "domain_generation",
            Self::DnsValidation => "dns_validation",
            Self::HttpKeywordValidation => "http_keyword_validation",
            Self::Analysis => "analysis",
        }
    }
}

impl std::fmt::Display for PhaseTypeEnum {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.pad(self.as_str())
    }
}

impl std::str::FromStr for PhaseTypeEnum {
    type Err = UnknownLabel;

    fn from_str(label: &str) -> Result<Self, UnknownLabel> {
        match label {
            "domain_generation" => Ok(Self::DomainGeneration),
            "dns_validation" => Ok(Self::DnsValidation),
            "http_keyword_validation" => Ok(Self::HttpKeywordValidation),
            "analysis" => Ok(Self::Analysis),
            _ => Err(UnknownLabel::new("public.phase_type_enum", label)),
        }
    }
}

impl Type<Postgres> for PhaseTypeEnum {
    fn type_info() -> PgTypeInfo {
        PgTypeInfo::with_name("public.phase_type_enum")
    }

    fn compatible(ty: &PgTypeInfo) -> bool {
        [Self::type_info(), PgTypeInfo::with_name("phase_type_enum")].contains(ty)
    }
}

impl PgHasArrayType for PhaseTypeEnum {
    fn array_type_info() -> PgTypeInfo {
        PgTypeInfo::array_of("public.phase_type_enum")
    }

    fn array_compatible(ty: &PgTypeInfo) -> bool {
        [Self::array_type_info(), PgTypeInfo::array_of("phase_type_enum")].contains(ty)
    }
}

impl Serialize for PhaseTypeEnum {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_str(self.as_str())
    }
}

impl<'de> Deserialize<'de> for PhaseTypeEnum {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        UnknownLabel::read(from)
    }
}
