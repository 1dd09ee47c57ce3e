// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use futures_core::future::BoxFuture;
use sqlx::PgExecutor;
use uuid::Uuid;

use super::super::support::Query;

/// Takes a snapshot after the latest event, unless there is one; returns its id.
///
/// Calls the function `public.snapshot_campaign_state`.
pub fn snapshot_campaign_state<'e>(
    db: impl PgExecutor<'e>,
    p_campaign_id: impl Into<Option<Uuid>>,
) -> BoxFuture<'e, Result<Option<Uuid>, sqlx::Error>> {
    Query::new("SELECT public.snapshot_campaign_state($1::uuid)")
        .bind(p_campaign_id.into())
        .fetch_value(db)
}
