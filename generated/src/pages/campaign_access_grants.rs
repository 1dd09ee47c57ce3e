// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

//! The orders of `public.campaign_access_grants`.
//!
//! Left out:
//!
//! - pages by `campaign_access_grants_in_force_key`: it holds only some of the rows.
//! - pages by `campaign_access_grants_delegated_idx`: it holds only some of the rows.
//! - pages by `campaign_access_grants_expiry_idx`: it holds only some of the rows.

use chrono::{DateTime, Utc};
use uuid::Uuid;

use super::super::models::CampaignAccessGrant;
use super::super::support::{Key, KeyReader, KeyWriter, Order, Pages};

const SELECT: &str = concat!(
    "SELECT id, campaign_id, grantee_id, grant_kind, permitted_phases, ",
    "allowed_addresses, granted_by, granted_at, expires_at, revoked_at, revoked_by, ",
    "revoke_reason, delegated_from_id, delegation_depth",
    " FROM public.campaign_access_grants",
);

/// A position in the order of `campaign_access_grants_pkey`: `id`.
#[derive(Debug, Clone, PartialEq)]
pub struct ById {
    pub id: Uuid,
}

impl Order for ById {
    type Row = CampaignAccessGrant;

    const NAME: &'static str = "public.campaign_access_grants by_id";
    const SELECT: &'static str = SELECT;
    const KEYS: &'static [Key] = &[
        Key::ascending("id", "uuid"),
    ];

    fn position(row: &CampaignAccessGrant) -> Self {
        Self {
            id: row.id,
        }
    }

    fn keys<'k>(&'k self, to: &mut impl KeyWriter<'k>) {
        to.key(Some(self.id));
    }

    fn read(from: &mut KeyReader) -> Option<Self> {
        Some(Self {
            id: from.key()?,
        })
    }
}

/// Pages over all rows: `id`.
pub fn by_id() -> Pages<ById> {
    Pages::new()
}

/// A position in the order of `campaign_access_grants_campaign_idx`: `campaign_id, granted_at DESC, id DESC`.
#[derive(Debug, Clone, PartialEq)]
pub struct ByCampaignIdAndGrantedAtAndId {
    pub campaign_id: Uuid,
    pub granted_at: DateTime<Utc>,
    pub id: Uuid,
}

impl Order for ByCampaignIdAndGrantedAtAndId {
    type Row = CampaignAccessGrant;

    const NAME: &'static str = "public.campaign_access_grants by_campaign_id_and_granted_at_and_id";
    const SELECT: &'static str = SELECT;
    const KEYS: &'static [Key] = &[
        Key::ascending("campaign_id", "uuid"),
        Key::descending("granted_at", "timestamp with time zone"),
        Key::descending("id", "uuid"),
    ];

    fn position(row: &CampaignAccessGrant) -> Self {
        Self {
            campaign_id: row.campaign_id,
            granted_at: row.granted_at,
            id: row.id,
        }
    }

    fn keys<'k>(&'k self, to: &mut impl KeyWriter<'k>) {
        to.key(Some(self.campaign_id));
        to.key(Some(self.granted_at));
        to.key(Some(self.id));
    }

    fn read(from: &mut KeyReader) -> Option<Self> {
        Some(Self {
            campaign_id: from.key()?,
            granted_at: from.key()?,
            id: from.key()?,
        })
    }
}

/// Pages over all rows: `campaign_id, granted_at DESC, id DESC`.
pub fn by_campaign_id_and_granted_at_and_id() -> Pages<ByCampaignIdAndGrantedAtAndId> {
    Pages::new()
}

/// Pages over the rows with this `campaign_id`: `granted_at DESC, id DESC`.
pub fn of_campaign_id_by_granted_at_and_id(
    campaign_id: Uuid,
) -> Pages<ByCampaignIdAndGrantedAtAndId> {
    Pages::new().fix(Some(campaign_id))
}

/// Pages over the rows with this `campaign_id`, `granted_at`: `id DESC`.
pub fn of_campaign_id_and_granted_at_by_id(
    campaign_id: Uuid,
    granted_at: DateTime<Utc>,
) -> Pages<ByCampaignIdAndGrantedAtAndId> {
    Pages::new().fix(Some(campaign_id)).fix(Some(granted_at))
}

/// A position in the order of `campaign_access_grants_grantee_idx`: `grantee_id, granted_at DESC, id DESC`.
#[derive(Debug, Clone, PartialEq)]
pub struct ByGranteeIdAndGrantedAtAndId {
    pub grantee_id: Uuid,
    pub granted_at: DateTime<Utc>,
    pub id: Uuid,
}

impl Order for ByGranteeIdAndGrantedAtAndId {
    type Row = CampaignAccessGrant;

    const NAME: &'static str = "public.campaign_access_grants by_grantee_id_and_granted_at_and_id";
    const SELECT: &'static str = SELECT;
    const KEYS: &'static [Key] = &[
        Key::ascending("grantee_id", "uuid"),
        Key::descending("granted_at", "timestamp with time zone"),
        Key::descending("id", "uuid"),
    ];

    fn position(row: &CampaignAccessGrant) -> Self {
        Self {
            grantee_id: row.grantee_id,
            granted_at: row.granted_at,
            id: row.id,
        }
    }

    fn keys<'k>(&'k self, to: &mut impl KeyWriter<'k>) {
        to.key(Some(self.grantee_id));
        to.key(Some(self.granted_at));
        to.key(Some(self.id));
    }

    fn read(from: &mut KeyReader) -> Option<Self> {
        Some(Self {
            grantee_id: from.key()?,
            granted_at: from.key()?,
            id: from.key()?,
        })
    }
}

/// Pages over all rows: `grantee_id, granted_at DESC, id DESC`.
pub fn by_grantee_id_and_granted_at_and_id() -> Pages<ByGranteeIdAndGrantedAtAndId> {
    Pages::new()
}

/// Pages over the rows with this `grantee_id`: `granted_at DESC, id DESC`.
pub fn of_grantee_id_by_granted_at_and_id(
    grantee_id: Uuid,
) -> Pages<ByGranteeIdAndGrantedAtAndId> {
    Pages::new().fix(Some(grantee_id))
}

/// Pages over the rows with this `grantee_id`, `granted_at`: `id DESC`.
pub fn of_grantee_id_and_granted_at_by_id(
    grantee_id: Uuid,
    granted_at: DateTime<Utc>,
) -> Pages<ByGranteeIdAndGrantedAtAndId> {
    Pages::new().fix(Some(grantee_id)).fix(Some(granted_at))
}
