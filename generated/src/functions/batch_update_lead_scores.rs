// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use futures_core::future::BoxFuture;
use rust_decimal::Decimal;
use sqlx::PgExecutor;
use uuid::Uuid;

use super::super::enums::DomainLeadStatusEnum;
use super::super::support::Query;

/// Takes over the verdicts of the analysis, from arrays of one length; a score may be NULL. Returns how many domains it found and updated.
///
/// Calls the function `public.batch_update_lead_scores`.
pub fn batch_update_lead_scores<'e, 'q>(
    db: impl PgExecutor<'e>,
    p_campaign_id: impl Into<Option<Uuid>>,
    p_domain_ids: impl Into<Option<&'q [i64]>>,
    p_statuses: impl Into<Option<&'q [DomainLeadStatusEnum]>>,
    p_scores: impl Into<Option<&'q [Decimal]>>,
) -> BoxFuture<'e, Result<Option<i32>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT public.batch_update_lead_scores($1::uuid, $2::bigint[], ",
        "$3::public.domain_lead_status_enum[], $4::numeric[])",
    ))
    .bind(p_campaign_id.into())
    .bind(p_domain_ids.into())
    .bind(p_statuses.into())
    .bind(p_scores.into())
    .fetch_value(db)
}
