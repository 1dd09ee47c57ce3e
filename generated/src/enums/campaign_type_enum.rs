// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use serde::{Deserialize, Deserializer, Serialize, Serializer};
use sqlx::{Postgres, Type};
use sqlx::postgres::{PgHasArrayType, PgTypeInfo};

use super::super::UnknownLabel;

/// The enum `public.campaign_type_enum`; its variants are in the server's order.
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
#[sqlx(type_name = "public.campaign_type_enum", rename_all = "snake_case")]
pub enum CampaignTypeEnum {
    LeadGeneration,
    DomainGeneration,
    DnsValidation,
    HttpKeywordValidation,
}

impl CampaignTypeEnum {
    /// Every value, in the server's order.
    pub const ALL: [Self; 4] = [
        Self::LeadGeneration,
        Self::DomainGeneration,
        Self::DnsValidation,
        Self::HttpKeywordValidation,
    ];

    /// The label, as PostgreSQL writes it.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::LeadGeneration => "lead_generation",
            Self::DomainGeneration => "domain_generation",
            Self::DnsValidation => "dns_validation",
            Self::HttpKeywordValidation => "http_keyword_validation",
        }
    }
}

impl std::fmt::Display for CampaignTypeEnum {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.pad(self.as_str())
    }
}

impl std::str::FromStr for CampaignTypeEnum {
    type Err = UnknownLabel;

    fn from_str(label: &str) -> Result<Self, UnknownLabel> {
        match label {
            "lead_generation" => Ok(Self::LeadGeneration),
            "domain_generation" => Ok(Self::DomainGeneration),
            "dns_validation" => Ok(Self::DnsValidation),
            "http_keyword_validation" => Ok(Self::HttpKeywordValidation),
            _ => Err(UnknownLabel::new("public.campaign_type_enum", label)),
        }
    }
}

impl Type<Postgres> for CampaignTypeEnum {
    fn type_info() -> PgTypeInfo {
        PgTypeInfo::with_name("public.campaign_type_enum")
    }

    fn compatible(ty: &PgTypeInfo) -> bool {
        [Self::type_info(), PgTypeInfo::with_name("campaign_type_enum")].contains(ty)
    }
}

impl PgHasArrayType for CampaignTypeEnum {
    fn array_type_info() -> PgTypeInfo {
        PgTypeInfo::array_of("public.campaign_type_enum")
    }

    fn array_compatible(ty: &PgTypeInfo) -> bool {
        [
            Self::array_type_info(),
            PgTypeInfo::array_of("campaign_type_enum"),
        ].contains(ty)
    }
}

impl Serialize for CampaignTypeEnum {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_str(self.as_str())
    }
}

impl<'de> Deserialize<'de> for CampaignTypeEnum {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        UnknownLabel::read(from)
    }
}
