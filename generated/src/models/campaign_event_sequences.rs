// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use sqlx::FromRow;
use sqlx::postgres::PgRow;
use uuid::Uuid;

use super::super::support::{AnyRow, OrDefault, Record, RowReader};

/// Head of each campaign's event log. Its row lock makes the sequence gap-free and visible in order of commit, which no SEQUENCE can promise.
///
/// A row of `public.campaign_event_sequences`; primary key: `campaign_id`.
#[derive(Debug, Clone, PartialEq)]
pub struct CampaignEventSequence {
    /// `uuid NOT NULL`; refers to `public.lead_generation_campaigns`
    pub campaign_id: Uuid,
    /// `bigint NOT NULL DEFAULT 0`; `CHECK (last_sequence >= 0)`
    pub last_sequence: i64,
}

impl Record for CampaignEventSequence {
    fn read<'r>(row: &mut impl RowReader<'r>) -> Result<Self, sqlx::Error> {
        Ok(Self {
            campaign_id: row.column("campaign_id")?,
            last_sequence: row.column("last_sequence")?,
        })
    }
}

impl<'r> FromRow<'r, PgRow> for CampaignEventSequence {
    fn from_row(row: &'r PgRow) -> Result<Self, sqlx::Error> {
        Record::read(&mut AnyRow::new(row))
    }
}

/// A row to be inserted into `public.campaign_event_sequences`; it comes back as [`CampaignEventSequence`].
#[derive(Debug, Clone, PartialEq)]
pub struct NewCampaignEventSequence {
    /// `uuid NOT NULL`; refers to `public.lead_generation_campaigns`
    pub campaign_id: Uuid,
    /// `bigint NOT NULL DEFAULT 0`; `CHECK (last_sequence >= 0)`
    pub last_sequence: OrDefault<i64>,
}

impl NewCampaignEventSequence {
    /// A row with what must be given; of the other columns, those with a default get it and the rest are NULL.
    #[must_use]
    pub fn new(campaign_id: Uuid) -> Self {
        Self {
            campaign_id,
            last_sequence: OrDefault::Default,
        }
    }

    /// Sets `last_sequence`.
    #[must_use]
    pub fn with_last_sequence(mut self, last_sequence: i64) -> Self {
        self.last_sequence = OrDefault::Value(last_sequence);
        self
    }
}

/// A partial update of [`CampaignEventSequence`]: only what is set here is written. `..Default::default()` leaves the rest.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct CampaignEventSequencePatch {
    /// `bigint NOT NULL DEFAULT 0`; `CHECK (last_sequence >= 0)`
    pub last_sequence: Option<i64>,
}
