// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use super::super::enums::CampaignStatusEnum;

/// The moves a campaign may make; a trigger refuses every other (SQLSTATE SC001).
///
/// A row of `public.campaign_status_transitions`; primary key: `from_status`, `to_status`.
#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize, sqlx::FromRow)]
pub struct CampaignStatusTransition {
    /// `public.campaign_status_enum NOT NULL`
    pub from_status: CampaignStatusEnum,
    /// `public.campaign_status_enum NOT NULL`
    pub to_status: CampaignStatusEnum,
    /// `text NOT NULL`
    pub description: String,
}
