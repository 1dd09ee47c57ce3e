// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use futures_core::future::BoxFuture;
use sqlx::PgExecutor;
use uuid::Uuid;

use super::super::support::Query;

/// Takes over an array of {domain_id, status, reason, status_code, final_url, response_headers, page_title, content_snippet, content_hash (hex), content_length, ad_hoc_keywords_found, matches: \[{keyword_set_id, keywords}\], response_time_ms, persona_id, proxy_id}; all but the first two may be left out. Returns how many domains it found and updated.
///
/// Calls the function `public.batch_update_http_results`.
pub fn batch_update_http_results<'e, 'q>(
    db: impl PgExecutor<'e>,
    p_campaign_id: impl Into<Option<Uuid>>,
    p_results: impl Into<Option<&'q serde_json::Value>>,
) -> BoxFuture<'e, Result<Option<i32>, sqlx::Error>> {
    Query::new(
        "SELECT public.batch_update_http_results($1::uuid, $2::jsonb)",
    )
    .bind(p_campaign_id.into())
    .bind(p_results.into())
    .fetch_value(db)
}
