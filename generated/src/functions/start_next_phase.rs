// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use futures_core::future::BoxFuture;
use sqlx::PgExecutor;
use uuid::Uuid;

use super::super::enums::PhaseTypeEnum;
use super::super::support::Query;

/// Starts the next phase and returns it; NULL if none is left. A phase that is not configured is refused in full-sequence mode (SQLSTATE SC011) and skipped otherwise. Part of starting and advancing a campaign.
///
/// Calls the function `public.start_next_phase`.
pub fn start_next_phase<'e>(
    db: impl PgExecutor<'e>,
    p_campaign_id: impl Into<Option<Uuid>>,
) -> BoxFuture<'e, Result<Option<PhaseTypeEnum>, sqlx::Error>> {
    Query::new("SELECT public.start_next_phase($1::uuid)")
        .bind(p_campaign_id.into())
        .fetch_value(db)
}
