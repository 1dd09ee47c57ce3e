// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use futures_core::future::BoxFuture;
use sqlx::PgExecutor;
use uuid::Uuid;

use super::super::enums::DomainDnsStatusEnum;
use super::super::support::Query;

/// As batch_update_dns_results(), from arrays of one length and for checks that kept no records; reasons may be NULL as a whole. Returns how many domains it found and updated.
///
/// Calls the function `public.batch_update_dns_statuses`.
///
/// The schema's default of `p_reasons` is `NULL`.
pub fn batch_update_dns_statuses<'e, 'q>(
    db: impl PgExecutor<'e>,
    p_campaign_id: impl Into<Option<Uuid>>,
    p_domain_ids: impl Into<Option<&'q [i64]>>,
    p_statuses: impl Into<Option<&'q [DomainDnsStatusEnum]>>,
    p_reasons: impl Into<Option<&'q [String]>>,
) -> BoxFuture<'e, Result<Option<i32>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT public.batch_update_dns_statuses($1::uuid, $2::bigint[], ",
        "$3::public.domain_dns_status_enum[], $4::text[])",
    ))
    .bind(p_campaign_id.into())
    .bind(p_domain_ids.into())
    .bind(p_statuses.into())
    .bind(p_reasons.into())
    .fetch_value(db)
}
