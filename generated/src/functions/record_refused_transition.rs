// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use futures_core::future::BoxFuture;
use sqlx::PgExecutor;
use uuid::Uuid;

use super::super::enums::CampaignStatusEnum;
use super::super::support::Query;

/// Notes that a move was refused. For the caller to use in a new transaction: the refusal rolled its own back.
///
/// Calls the function `public.record_refused_transition`.
pub fn record_refused_transition<'e, 'q>(
    db: impl PgExecutor<'e>,
    p_campaign_id: impl Into<Option<Uuid>>,
    p_to_status: impl Into<Option<CampaignStatusEnum>>,
    p_reason: impl Into<Option<&'q str>>,
) -> BoxFuture<'e, Result<Option<i64>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT public.record_refused_transition($1::uuid, ",
        "$2::public.campaign_status_enum, $3::text)",
    ))
    .bind(p_campaign_id.into())
    .bind(p_to_status.into())
    .bind(p_reason.into())
    .fetch_value(db)
}
