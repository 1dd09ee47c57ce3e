// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use sqlx::PgExecutor;
use uuid::Uuid;

/// What `campaign_keyword_analytics()` gives.
#[derive(Debug, Clone, PartialEq, sqlx::FromRow)]
pub struct CampaignKeywordAnalyticsRow {
    pub keyword_set_id: Option<Uuid>,
    pub keyword_set_name: Option<String>,
    pub domains_hit: Option<i64>,
    pub leads: Option<i64>,
}

/// How many domains, and how many leads among them, each keyword set of a campaign has hit.
///
/// Calls the function `public.campaign_keyword_analytics`.
pub async fn campaign_keyword_analytics(
    db: impl PgExecutor<'_>,
    p_campaign_id: impl Into<Option<Uuid>>,
) -> Result<Vec<CampaignKeywordAnalyticsRow>, sqlx::Error> {
    sqlx::query_as(concat!(
        "SELECT keyword_set_id, keyword_set_name, domains_hit, leads FROM ",
        "public.campaign_keyword_analytics($1::uuid)",
    ))
    .bind(p_campaign_id.into())
    .fetch_all(db)
    .await
}
