// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use sqlx::FromRow;
use sqlx::postgres::PgRow;
use uuid::Uuid;

use super::super::support::{AnyRow, Record, RowReader};

/// Single proxies a campaign rotates through when it names no pool.
///
/// A row of `public.http_keyword_campaign_proxies`; primary key: `campaign_id`, `proxy_id`.
#[derive(Debug, Clone, PartialEq)]
pub struct HttpKeywordCampaignProxy {
    /// `uuid NOT NULL`; refers to `public.http_keyword_campaign_params`
    pub campaign_id: Uuid,
    /// `uuid NOT NULL`; refers to `public.proxies`
    pub proxy_id: Uuid,
}

impl Record for HttpKeywordCampaignProxy {
    fn read<'r>(row: &mut impl RowReader<'r>) -> Result<Self, sqlx::Error> {
        Ok(Self {
            campaign_id: row.column("campaign_id")?,
            proxy_id: row.column("proxy_id")?,
        })
    }
}

impl<'r> FromRow<'r, PgRow> for HttpKeywordCampaignProxy {
    fn from_row(row: &'r PgRow) -> Result<Self, sqlx::Error> {
        Record::read(&mut AnyRow::new(row))
    }
}

/// A row to be inserted into `public.http_keyword_campaign_proxies`; it comes back as [`HttpKeywordCampaignProxy`].
#[derive(Debug, Clone, PartialEq)]
pub struct NewHttpKeywordCampaignProxy {
    /// `uuid NOT NULL`; refers to `public.http_keyword_campaign_params`
    pub campaign_id: Uuid,
    /// `uuid NOT NULL`; refers to `public.proxies`
    pub proxy_id: Uuid,
}

impl NewHttpKeywordCampaignProxy {
    /// A row with what must be given; of the other columns, those with a default get it and the rest are NULL.
    #[must_use]
    pub fn new(campaign_id: Uuid, proxy_id: Uuid) -> Self {
        Self {
            campaign_id,
            proxy_id,
        }
    }
}
