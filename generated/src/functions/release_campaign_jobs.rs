// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use futures_core::future::BoxFuture;
use sqlx::PgExecutor;
use uuid::Uuid;

use super::super::support::Query;

/// Lets the jobs of a campaign be claimed; part of starting and resuming it.
///
/// Calls the function `public.release_campaign_jobs`.
pub fn release_campaign_jobs<'e>(
    db: impl PgExecutor<'e>,
    p_campaign_id: impl Into<Option<Uuid>>,
) -> BoxFuture<'e, Result<Option<i32>, sqlx::Error>> {
    Query::new("SELECT public.release_campaign_jobs($1::uuid)")
        .bind(p_campaign_id.into())
        .fetch_value(db)
}
