// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use sqlx::FromRow;
use sqlx::postgres::PgRow;
use uuid::Uuid;

use super::super::support::{AnyRow, Record, RowReader};

/// HTTP personas a campaign rotates through.
///
/// A row of `public.http_keyword_campaign_personas`; primary key: `campaign_id`, `persona_id`.
#[derive(Debug, Clone, PartialEq)]
pub struct HttpKeywordCampaignPersona {
    /// `uuid NOT NULL`; refers to `public.http_keyword_campaign_params`
    pub campaign_id: Uuid,
    /// `uuid NOT NULL`; refers to `public.personas`
    pub persona_id: Uuid,
}

impl Record for HttpKeywordCampaignPersona {
    fn read<'r>(row: &mut impl RowReader<'r>) -> Result<Self, sqlx::Error> {
        Ok(Self {
            campaign_id: row.column("campaign_id")?,
            persona_id: row.column("persona_id")?,
        })
    }
}

impl<'r> FromRow<'r, PgRow> for HttpKeywordCampaignPersona {
    fn from_row(row: &'r PgRow) -> Result<Self, sqlx::Error> {
        Record::read(&mut AnyRow::new(row))
    }
}

/// A row to be inserted into `public.http_keyword_campaign_personas`; it comes back as [`HttpKeywordCampaignPersona`].
#[derive(Debug, Clone, PartialEq)]
pub struct NewHttpKeywordCampaignPersona {
    /// `uuid NOT NULL`; refers to `public.http_keyword_campaign_params`
    pub campaign_id: Uuid,
    /// `uuid NOT NULL`; refers to `public.personas`
    pub persona_id: Uuid,
}

impl NewHttpKeywordCampaignPersona {
    /// A row with what must be given; of the other columns, those with a default get it and the rest are NULL.
    #[must_use]
    pub fn new(campaign_id: Uuid, persona_id: Uuid) -> Self {
        Self {
            campaign_id,
            persona_id,
        }
    }
}
