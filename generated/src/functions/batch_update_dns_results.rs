// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use futures_core::future::BoxFuture;
use sqlx::PgExecutor;
use uuid::Uuid;

use super::super::support::Query;

/// Takes over an array of {domain_id, status, reason, a_records, aaaa_records, cname_records, mx_records: \[{preference, exchange}\], ns_records, txt_records, response_time_ms, persona_id}; all but the first two may be left out. Returns how many domains it found and updated.
///
/// Calls the function `public.batch_update_dns_results`.
pub fn batch_update_dns_results<'e, 'q>(
    db: impl PgExecutor<'e>,
    p_campaign_id: impl Into<Option<Uuid>>,
    p_results: impl Into<Option<&'q serde_json::Value>>,
) -> BoxFuture<'e, Result<Option<i32>, sqlx::Error>> {
    Query::new(
        "SELECT public.batch_update_dns_results($1::uuid, $2::jsonb)",
    )
    .bind(p_campaign_id.into())
    .bind(p_results.into())
    .fetch_value(db)
}
