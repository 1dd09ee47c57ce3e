// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use sqlx::FromRow;
use sqlx::postgres::PgRow;
use uuid::Uuid;

use super::super::support::{AnyRow, Record, RowReader};

/// Keyword sets a campaign looks for.
///
/// A row of `public.http_keyword_campaign_keyword_sets`; primary key: `campaign_id`, `keyword_set_id`.
#[derive(Debug, Clone, PartialEq)]
pub struct HttpKeywordCampaignKeywordSet {
    /// `uuid NOT NULL`; refers to `public.http_keyword_campaign_params`
    pub campaign_id: Uuid,
    /// `uuid NOT NULL`; refers to `public.keyword_sets`
    pub keyword_set_id: Uuid,
}

impl Record for HttpKeywordCampaignKeywordSet {
    fn read<'r>(row: &mut impl RowReader<'r>) -> Result<Self, sqlx::Error> {
        Ok(Self {
            campaign_id: row.column("campaign_id")?,
            keyword_set_id: row.column("keyword_set_id")?,
        })
    }
}

impl<'r> FromRow<'r, PgRow> for HttpKeywordCampaignKeywordSet {
    fn from_row(row: &'r PgRow) -> Result<Self, sqlx::Error> {
        Record::read(&mut AnyRow::new(row))
    }
}

/// A row to be inserted into `public.http_keyword_campaign_keyword_sets`; it comes back as [`HttpKeywordCampaignKeywordSet`].
#[derive(Debug, Clone, PartialEq)]
pub struct NewHttpKeywordCampaignKeywordSet {
    /// `uuid NOT NULL`; refers to `public.http_keyword_campaign_params`
    pub campaign_id: Uuid,
    /// `uuid NOT NULL`; refers to `public.keyword_sets`
    pub keyword_set_id: Uuid,
}

impl NewHttpKeywordCampaignKeywordSet {
    /// A row with what must be given; of the other columns, those with a default get it and the rest are NULL.
    #[must_use]
    pub fn new(campaign_id: Uuid, keyword_set_id: Uuid) -> Self {
        Self {
            campaign_id,
            keyword_set_id,
        }
    }
}
