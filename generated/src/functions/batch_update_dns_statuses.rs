// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use sqlx::PgExecutor;
use uuid::Uuid;

use super::super::enums::DomainDnsStatusEnum;

/// As batch_update_dns_results(), from arrays of one length and for checks that kept no records; reasons may be NULL as a whole. Returns how many domains it found and updated.
///
/// Calls the function `public.batch_update_dns_statuses`.
///
/// The schema's default of `p_reasons` is `NULL`.
pub async fn batch_update_dns_statuses(
    db: impl PgExecutor<'_>,
    p_campaign_id: impl Into<Option<Uuid>>,
    p_domain_ids: impl Into<Option<&[i64]>>,
    p_statuses: impl Into<Option<&[DomainDnsStatusEnum]>>,
    p_reasons: impl Into<Option<&[String]>>,
) -> Result<Option<i32>, sqlx::Error> {
    sqlx::query_scalar(concat!(
        "SELECT public.batch_update_dns_statuses($1::uuid, $2::bigint[], ",
        "$3::public.domain_dns_status_enum[], $4::text[])",
    ))
    .bind(p_campaign_id.into())
    .bind(p_domain_ids.into())
    .bind(p_statuses.into())
    .bind(p_reasons.into())
    .fetch_one(db)
    .await
}
