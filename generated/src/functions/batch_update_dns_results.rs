// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use sqlx::PgExecutor;
use uuid::Uuid;

/// Takes over an array of {domain_id, status, reason, a_records, aaaa_records, cname_records, mx_records: \[{preference, exchange}\], ns_records, txt_records, response_time_ms, persona_id}; all but the first two may be left out. Returns how many domains it found and updated.
///
/// Calls the function `public.batch_update_dns_results`.
pub async fn batch_update_dns_results(
    db: impl PgExecutor<'_>,
    p_campaign_id: impl Into<Option<Uuid>>,
    p_results: impl Into<Option<&serde_json::Value>>,
) -> Result<Option<i32>, sqlx::Error> {
    sqlx::query_scalar(
        "SELECT public.batch_update_dns_results($1::uuid, $2::jsonb)",
    )
    .bind(p_campaign_id.into())
    .bind(p_results.into())
    .fetch_one(db)
    .await
}
