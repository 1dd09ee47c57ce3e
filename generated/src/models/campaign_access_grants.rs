// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use chrono::{DateTime, Utc};
use ipnetwork::IpNetwork;
use sqlx::FromRow;
use sqlx::postgres::PgRow;
use uuid::Uuid;

use super::super::enums::{AccessGrantKindEnum, PhaseTypeEnum};
use super::super::support::{AnyRow, Change, OrDefault, Record, RowReader};

/// Access to campaigns given to users other than the owner.
///
/// A row of `public.campaign_access_grants`; primary key: `id`.
#[derive(Debug, Clone, PartialEq)]
pub struct CampaignAccessGrant {
    /// `uuid NOT NULL DEFAULT gen_random_uuid()`
    pub id: Uuid,
    /// `uuid NOT NULL`; refers to `public.lead_generation_campaigns`
    pub campaign_id: Uuid,
    /// `uuid NOT NULL`; refers to `public.users`
    pub grantee_id: Uuid,
    /// `public.access_grant_kind_enum NOT NULL`
    pub grant_kind: AccessGrantKindEnum,
    /// Phases the grant is limited to; NULL = all.
    ///
    /// `public.phase_type_enum[]`; `CHECK (cardinality(permitted_phases) > 0 AND array_position(permitted_phases, NULL) IS NULL)`
    pub permitted_phases: Option<Vec<PhaseTypeEnum>>,
    /// Addresses or networks the grant may be used from; NULL = any.
    ///
    /// `inet[]`; `CHECK (cardinality(allowed_addresses) > 0 AND array_position(allowed_addresses, NULL) IS NULL)`
    pub allowed_addresses: Option<Vec<IpNetwork>>,
    /// `uuid NOT NULL`; refers to `public.users`
    pub granted_by: Uuid,
    /// `timestamp with time zone NOT NULL DEFAULT now()`
    pub granted_at: DateTime<Utc>,
    /// NULL = until revoked.
    ///
    /// `timestamp with time zone`
    pub expires_at: Option<DateTime<Utc>>,
    /// `timestamp with time zone`
    pub revoked_at: Option<DateTime<Utc>>,
    /// `uuid`; refers to `public.users`
    pub revoked_by: Option<Uuid>,
    /// `text`
    pub revoke_reason: Option<String>,
    /// `uuid`; refers to `public.campaign_access_grants`
    pub delegated_from_id: Option<Uuid>,
    /// 0 = given by the owner; otherwise one more than the grant it was delegated from.
    ///
    /// `smallint NOT NULL DEFAULT 0`
    pub delegation_depth: i16,
}

impl Record for CampaignAccessGrant {
    fn read<'r>(row: &mut impl RowReader<'r>) -> Result<Self, sqlx::Error> {
        Ok(Self {
            id: row.column("id")?,
            campaign_id: row.column("campaign_id")?,
            grantee_id: row.column("grantee_id")?,
            grant_kind: row.column("grant_kind")?,
            permitted_phases: row.column("permitted_phases")?,
            allowed_addresses: row.column("allowed_addresses")?,
            granted_by: row.column("granted_by")?,
            granted_at: row.finite("granted_at")?,
            expires_at: row.finite("expires_at")?,
            revoked_at: row.finite("revoked_at")?,
            revoked_by: row.column("revoked_by")?,
            revoke_reason: row.column("revoke_reason")?,
            delegated_from_id: row.column("delegated_from_id")?,
            delegation_depth: row.column("delegation_depth")?,
        })
    }
}

impl<'r> FromRow<'r, PgRow> for CampaignAccessGrant {
    fn from_row(row: &'r PgRow) -> Result<Self, sqlx::Error> {
        Record::read(&mut AnyRow::new(row))
    }
}

/// A row to be inserted into `public.campaign_access_grants`; it comes back as [`CampaignAccessGrant`].
#[derive(Debug, Clone, PartialEq)]
pub struct NewCampaignAccessGrant {
    /// `uuid NOT NULL DEFAULT gen_random_uuid()`
    pub id: OrDefault<Uuid>,
    /// `uuid NOT NULL`; refers to `public.lead_generation_campaigns`
    pub campaign_id: Uuid,
    /// `uuid NOT NULL`; refers to `public.users`
    pub grantee_id: Uuid,
    /// `public.access_grant_kind_enum NOT NULL`
    pub grant_kind: AccessGrantKindEnum,
    /// `public.phase_type_enum[]`; `CHECK (cardinality(permitted_phases) > 0 AND array_position(permitted_phases, NULL) IS NULL)`
    pub permitted_phases: Option<Vec<PhaseTypeEnum>>,
    /// `inet[]`; `CHECK (cardinality(allowed_addresses) > 0 AND array_position(allowed_addresses, NULL) IS NULL)`
    pub allowed_addresses: Option<Vec<IpNetwork>>,
    /// `uuid NOT NULL`; refers to `public.users`
    pub granted_by: Uuid,
    /// `timestamp with time zone NOT NULL DEFAULT now()`
    pub granted_at: OrDefault<DateTime<Utc>>,
    /// `timestamp with time zone`
    pub expires_at: Option<DateTime<Utc>>,
    /// `timestamp with time zone`
    pub revoked_at: Option<DateTime<Utc>>,
    /// `uuid`; refers to `public.users`
    pub revoked_by: Option<Uuid>,
    /// `text`
    pub revoke_reason: Option<String>,
    /// `uuid`; refers to `public.campaign_access_grants`
    pub delegated_from_id: Option<Uuid>,
    /// `smallint NOT NULL DEFAULT 0`
    pub delegation_depth: OrDefault<i16>,
}

impl NewCampaignAccessGrant {
    /// A row with what must be given; of the other columns, those with a default get it and the rest are NULL.
    #[must_use]
    pub fn new(
        campaign_id: Uuid,
        grantee_id: Uuid,
        grant_kind: AccessGrantKindEnum,
        granted_by: Uuid,
    ) -> Self {
        Self {
            id: OrDefault::Default,
            campaign_id,
            grantee_id,
            grant_kind,
            permitted_phases: None,
            allowed_addresses: None,
            granted_by,
            granted_at: OrDefault::Default,
            expires_at: None,
            revoked_at: None,
            revoked_by: None,
            revoke_reason: None,
            delegated_from_id: None,
            delegation_depth: OrDefault::Default,
        }
    }

    /// Sets `id`.
    #[must_use]
    pub fn with_id(mut self, id: Uuid) -> Self {
        self.id = OrDefault::Value(id);
        self
    }

    /// Sets `permitted_phases`.
    #[must_use]
    pub fn with_permitted_phases(
        mut self,
        permitted_phases: Vec<PhaseTypeEnum>,
    ) -> Self {
        self.permitted_phases = Some(permitted_phases);
        self
    }

    /// Sets `allowed_addresses`.
    #[must_use]
    pub fn with_allowed_addresses(mut self, allowed_addresses: Vec<IpNetwork>) -> Self {
        self.allowed_addresses = Some(allowed_addresses);
        self
    }

    /// Sets `granted_at`.
    #[must_use]
    pub fn with_granted_at(mut self, granted_at: DateTime<Utc>) -> Self {
        self.granted_at = OrDefault::Value(granted_at);
        self
    }

    /// Sets `expires_at`.
    #[must_use]
    pub fn with_expires_at(mut self, expires_at: DateTime<Utc>) -> Self {
        self.expires_at = Some(expires_at);
        self
    }

    /// Sets `revoked_at`.
    #[must_use]
    pub fn with_revoked_at(mut self, revoked_at: DateTime<Utc>) -> Self {
        self.revoked_at = Some(revoked_at);
        self
    }

    /// Sets `revoked_by`.
    #[must_use]
    pub fn with_revoked_by(mut self, revoked_by: Uuid) -> Self {
        self.revoked_by = Some(revoked_by);
        self
    }

    /// Sets `revoke_reason`.
    #[must_use]
    pub fn with_revoke_reason(mut self, revoke_reason: impl Into<String>) -> Self {
        self.revoke_reason = Some(revoke_reason.into());
        self
    }

    /// Sets `delegated_from_id`.
    #[must_use]
    pub fn with_delegated_from_id(mut self, delegated_from_id: Uuid) -> Self {
        self.delegated_from_id = Some(delegated_from_id);
        self
    }

    /// Sets `delegation_depth`.
    #[must_use]
    pub fn with_delegation_depth(mut self, delegation_depth: i16) -> Self {
        self.delegation_depth = OrDefault::Value(delegation_depth);
        self
    }
}

/// A partial update of [`CampaignAccessGrant`]: only what is set here is written. `..Default::default()` leaves the rest.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct CampaignAccessGrantPatch {
    /// `uuid NOT NULL`; refers to `public.lead_generation_campaigns`
    pub campaign_id: Option<Uuid>,
    /// `uuid NOT NULL`; refers to `public.users`
    pub grantee_id: Option<Uuid>,
    /// `public.access_grant_kind_enum NOT NULL`
    pub grant_kind: Option<AccessGrantKindEnum>,
    /// `public.phase_type_enum[]`; `CHECK (cardinality(permitted_phases) > 0 AND array_position(permitted_phases, NULL) IS NULL)`
    pub permitted_phases: Change<Vec<PhaseTypeEnum>>,
    /// `inet[]`; `CHECK (cardinality(allowed_addresses) > 0 AND array_position(allowed_addresses, NULL) IS NULL)`
    pub allowed_addresses: Change<Vec<IpNetwork>>,
    /// `uuid NOT NULL`; refers to `public.users`
    pub granted_by: Option<Uuid>,
    /// `timestamp with time zone NOT NULL DEFAULT now()`
    pub granted_at: Option<DateTime<Utc>>,
    /// `timestamp with time zone`
    pub expires_at: Change<DateTime<Utc>>,
    /// `timestamp with time zone`
    pub revoked_at: Change<DateTime<Utc>>,
    /// `uuid`; refers to `public.users`
    pub revoked_by: Change<Uuid>,
    /// `text`
    pub revoke_reason: Change<String>,
    /// `uuid`; refers to `public.campaign_access_grants`
    pub delegated_from_id: Change<Uuid>,
    /// `smallint NOT NULL DEFAULT 0`
    pub delegation_depth: Option<i16>,
}
