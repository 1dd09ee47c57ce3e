// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use futures_core::future::BoxFuture;
use sqlx::{FromRow, PgExecutor};
use sqlx::postgres::PgRow;
use uuid::Uuid;

use super::super::support::{AnyRow, Query, Record, RowReader};

/// What `campaign_keyword_analytics()` gives.
#[derive(Debug, Clone, PartialEq)]
pub struct CampaignKeywordAnalyticsRow {
    pub keyword_set_id: Option<Uuid>,
    pub keyword_set_name: Option<String>,
    pub domains_hit: Option<i64>,
    pub leads: Option<i64>,
}

impl Record for CampaignKeywordAnalyticsRow {
    fn read<'r>(row: &mut impl RowReader<'r>) -> Result<Self, sqlx::Error> {
        Ok(Self {
            keyword_set_id: row.column("keyword_set_id")?,
            keyword_set_name: row.column("keyword_set_name")?,
            domains_hit: row.column("domains_hit")?,
            leads: row.column("leads")?,
        })
    }
}

impl<'r> FromRow<'r, PgRow> for CampaignKeywordAnalyticsRow {
    fn from_row(row: &'r PgRow) -> Result<Self, sqlx::Error> {
        Record::read(&mut AnyRow::new(row))
    }
}

/// How many domains, and how many leads among them, each keyword set of a campaign has hit.
///
/// Calls the function `public.campaign_keyword_analytics`.
pub fn campaign_keyword_analytics<'e>(
    db: impl PgExecutor<'e>,
    p_campaign_id: impl Into<Option<Uuid>>,
) -> BoxFuture<'e, Result<Vec<CampaignKeywordAnalyticsRow>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT keyword_set_id, keyword_set_name, domains_hit, leads FROM ",
        "public.campaign_keyword_analytics($1::uuid)",
    ))
    .bind(p_campaign_id.into())
    .fetch_all(db)
}
