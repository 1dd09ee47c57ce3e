// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use chrono::{DateTime, Utc};
use sqlx::FromRow;
use sqlx::postgres::PgRow;
use uuid::Uuid;

use super::super::domains::Sha256Digest;
use super::super::support::{AnyRow, Change, OrDefault, Record, RowReader};

/// State of a campaign after a given event, so that replay need not begin at the first.
///
/// A row of `public.campaign_state_snapshots`; primary key: `id`.
#[derive(Debug, Clone, PartialEq)]
pub struct CampaignStateSnapshot {
    /// `uuid NOT NULL DEFAULT gen_random_uuid()`
    pub id: Uuid,
    /// `uuid NOT NULL`; refers to `public.lead_generation_campaigns`
    pub campaign_id: Uuid,
    /// The last event that state_data includes; 0 = none.
    ///
    /// `bigint NOT NULL`; `CHECK (last_event_sequence >= 0)`
    pub last_event_sequence: i64,
    /// `jsonb NOT NULL`; `CHECK (jsonb_typeof(state_data) = 'object')`
    pub state_data: serde_json::Value,
    /// `public.sha256_digest NOT NULL GENERATED ALWAYS AS (public.jsonb_sha256(state_data)) STORED`
    pub checksum: Sha256Digest,
    /// `boolean NOT NULL DEFAULT true`
    pub is_valid: bool,
    /// `text`
    pub invalid_reason: Option<String>,
    /// `timestamp with time zone NOT NULL DEFAULT now()`
    pub created_at: DateTime<Utc>,
}

impl Record for CampaignStateSnapshot {
    fn read<'r>(row: &mut impl RowReader<'r>) -> Result<Self, sqlx::Error> {
        Ok(Self {
            id: row.column("id")?,
            campaign_id: row.column("campaign_id")?,
            last_event_sequence: row.column("last_event_sequence")?,
            state_data: row.column("state_data")?,
            checksum: row.column("checksum")?,
            is_valid: row.column("is_valid")?,
            invalid_reason: row.column("invalid_reason")?,
            created_at: row.finite("created_at")?,
        })
    }
}

impl<'r> FromRow<'r, PgRow> for CampaignStateSnapshot {
    fn from_row(row: &'r PgRow) -> Result<Self, sqlx::Error> {
        Record::read(&mut AnyRow::new(row))
    }
}

/// A row to be inserted into `public.campaign_state_snapshots`; it comes back as [`CampaignStateSnapshot`].
#[derive(Debug, Clone, PartialEq)]
pub struct NewCampaignStateSnapshot {
    /// `uuid NOT NULL DEFAULT gen_random_uuid()`
    pub id: OrDefault<Uuid>,
    /// `uuid NOT NULL`; refers to `public.lead_generation_campaigns`
    pub campaign_id: Uuid,
    /// `bigint NOT NULL`; `CHECK (last_event_sequence >= 0)`
    pub last_event_sequence: i64,
    /// `jsonb NOT NULL`; `CHECK (jsonb_typeof(state_data) = 'object')`
    pub state_data: serde_json::Value,
    /// `boolean NOT NULL DEFAULT true`
    pub is_valid: OrDefault<bool>,
    /// `text`
    pub invalid_reason: Option<String>,
    /// `timestamp with time zone NOT NULL DEFAULT now()`
    pub created_at: OrDefault<DateTime<Utc>>,
}

impl NewCampaignStateSnapshot {
    /// A row with what must be given; of the other columns, those with a default get it and the rest are NULL.
    #[must_use]
    pub fn new(
        campaign_id: Uuid,
        last_event_sequence: i64,
        state_data: serde_json::Value,
    ) -> Self {
        Self {
            id: OrDefault::Default,
            campaign_id,
            last_event_sequence,
            state_data,
            is_valid: OrDefault::Default,
            invalid_reason: None,
            created_at: OrDefault::Default,
        }
    }

    /// Sets `id`.
    #[must_use]
    pub fn with_id(mut self, id: Uuid) -> Self {
        self.id = OrDefault::Value(id);
        self
    }

    /// Sets `is_valid`.
    #[must_use]
    pub fn with_is_valid(mut self, is_valid: bool) -> Self {
        self.is_valid = OrDefault::Value(is_valid);
        self
    }

    /// Sets `invalid_reason`.
    #[must_use]
    pub fn with_invalid_reason(mut self, invalid_reason: impl Into<String>) -> Self {
        self.invalid_reason = Some(invalid_reason.into());
        self
    }

    /// Sets `created_at`.
    #[must_use]
    pub fn with_created_at(mut self, created_at: DateTime<Utc>) -> Self {
        self.created_at = OrDefault::Value(created_at);
        self
    }
}

/// A partial update of [`CampaignStateSnapshot`]: only what is set here is written. `..Default::default()` leaves the rest.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct CampaignStateSnapshotPatch {
    /// `uuid NOT NULL`; refers to `public.lead_generation_campaigns`
    pub campaign_id: Option<Uuid>,
    /// `bigint NOT NULL`; `CHECK (last_event_sequence >= 0)`
    pub last_event_sequence: Option<i64>,
    /// `jsonb NOT NULL`; `CHECK (jsonb_typeof(state_data) = 'object')`
    pub state_data: Option<serde_json::Value>,
    /// `boolean NOT NULL DEFAULT true`
    pub is_valid: Option<bool>,
    /// `text`
    pub invalid_reason: Change<String>,
    /// `timestamp with time zone NOT NULL DEFAULT now()`
    pub created_at: Option<DateTime<Utc>>,
}
