// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use futures_core::future::BoxFuture;
use sqlx::PgExecutor;
use uuid::Uuid;

use super::super::support::Query;

/// Releases a lock; false = it was released or taken over before.
///
/// Calls the function `public.release_config_lock`.
pub fn release_config_lock<'e>(
    db: impl PgExecutor<'e>,
    p_lock_id: impl Into<Option<Uuid>>,
) -> BoxFuture<'e, Result<Option<bool>, sqlx::Error>> {
    Query::new("SELECT public.release_config_lock($1::uuid)")
        .bind(p_lock_id.into())
        .fetch_value(db)
}
