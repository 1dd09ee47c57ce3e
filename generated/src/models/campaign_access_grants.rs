// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use chrono::{DateTime, Utc};
use ipnetwork::IpNetwork;
use uuid::Uuid;

use super::super::enums::{AccessGrantKindEnum, PhaseTypeEnum};

/// Access to campaigns given to users other than the owner.
///
/// A row of `public.campaign_access_grants`; primary key: `id`.
#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize, sqlx::FromRow)]
pub struct CampaignAccessGrant {
    /// `uuid NOT NULL DEFAULT gen_random_uuid()`
    pub id: Uuid,
    /// `uuid NOT NULL`
    pub campaign_id: Uuid,
    /// `uuid NOT NULL`
    pub grantee_id: Uuid,
    /// `public.access_grant_kind_enum NOT NULL`
    pub grant_kind: AccessGrantKindEnum,
    /// Phases the grant is limited to; NULL = all.
    ///
    /// `public.phase_type_enum[]`
    pub permitted_phases: Option<Vec<PhaseTypeEnum>>,
    /// Addresses or networks the grant may be used from; NULL = any.
    ///
    /// `inet[]`
    pub allowed_addresses: Option<Vec<IpNetwork>>,
    /// `uuid NOT NULL`
    pub granted_by: Uuid,
    /// `timestamp with time zone NOT NULL DEFAULT now()`
    pub granted_at: DateTime<Utc>,
    /// NULL = until revoked.
    ///
    /// `timestamp with time zone`
    pub expires_at: Option<DateTime<Utc>>,
    /// `timestamp with time zone`
    pub revoked_at: Option<DateTime<Utc>>,
    /// `uuid`
    pub revoked_by: Option<Uuid>,
    /// `text`
    pub revoke_reason: Option<String>,
    /// `uuid`
    pub delegated_from_id: Option<Uuid>,
    /// 0 = given by the owner; otherwise one more than the grant it was delegated from.
    ///
    /// `smallint NOT NULL DEFAULT 0`
    pub delegation_depth: i16,
}
