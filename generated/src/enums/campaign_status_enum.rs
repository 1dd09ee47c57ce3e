// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use serde::{Deserialize, Deserializer, Serialize, Serializer};
use sqlx::{Postgres, Type};
use sqlx::postgres::{PgHasArrayType, PgTypeInfo};

use super::super::UnknownLabel;

/// The enum `public.campaign_status_enum`; its variants are in the server's order.
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
#[sqlx(type_name = "public.campaign_status_enum", rename_all = "snake_case")]
pub enum CampaignStatusEnum {
    Draft,
    Running,
    Paused,
    Completed,
    Failed,
    Cancelled,
    Archived,
}

impl CampaignStatusEnum {
    /// Every value, in the server's order.
    pub const ALL: [Self; 7] = [
        Self::Draft,
        Self::Running,
        Self::Paused,
        Self::Completed,
        Self::Failed,
        Self::Cancelled,
        Self::Archived,
    ];

    /// The label, as PostgreSQL writes it.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Draft => "draft",
            Self::Running => "running",
            Self::Paused => "paused",
            Self::Completed => "completed",
            Self::Failed => "failed",
            Self::Cancelled => "cancelled",
            Self::Archived => "archived",
        }
    }
}

impl std::fmt::Display for CampaignStatusEnum {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.pad(self.as_str())
    }
}

impl std::str::FromStr for CampaignStatusEnum {
    type Err = UnknownLabel;

    fn from_str(label: &str) -> Result<Self, UnknownLabel> {
        match label {
            "draft" => Ok(Self::Draft),
            "running" => Ok(Self::Running),
            "paused" => Ok(Self::Paused),
            "completed" => Ok(Self::Completed),
            "failed" => Ok(Self::Failed),
            "cancelled" => Ok(Self::Cancelled),
            "archived" => Ok(Self::Archived),
            _ => Err(UnknownLabel::new("public.campaign_status_enum", label)),
        }
    }
}

impl Type<Postgres> for CampaignStatusEnum {
    fn type_info() -> PgTypeInfo {
        PgTypeInfo::with_name("public.campaign_status_enum")
    }

    fn compatible(ty: &PgTypeInfo) -> bool {
        [Self::type_info(), PgTypeInfo::with_name("campaign_status_enum")].contains(ty)
    }
}

impl PgHasArrayType for CampaignStatusEnum {
    fn array_type_info() -> PgTypeInfo {
        PgTypeInfo::array_of("public.campaign_status_enum")
    }

    fn array_compatible(ty: &PgTypeInfo) -> bool {
        [
            Self::array_type_info(),
            PgTypeInfo::array_of("campaign_status_enum"),
        ].contains(ty)
    }
}

impl Serialize for CampaignStatusEnum {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_str(self.as_str())
    }
}

impl<'de> Deserialize<'de> for CampaignStatusEnum {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        UnknownLabel::read(from)
    }
}
