// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use futures_core::future::BoxFuture;
use sqlx::PgExecutor;
use uuid::Uuid;

use super::super::support::Query;

/// Makes the phases that the type of the campaign calls for, unless they are there; returns how many it made.
///
/// Calls the function `public.initialize_campaign_phases`.
pub fn initialize_campaign_phases<'e>(
    db: impl PgExecutor<'e>,
    p_campaign_id: impl Into<Option<Uuid>>,
) -> BoxFuture<'e, Result<Option<i32>, sqlx::Error>> {
    Query::new("SELECT public.initialize_campaign_phases($1::uuid)")
        .bind(p_campaign_id.into())
        .fetch_value(db)
}
