// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use sqlx::PgExecutor;
use uuid::Uuid;

/// Releases a lock; false = it was released or taken over before.
///
/// Calls the function `public.release_config_lock`.
pub async fn release_config_lock(
    db: impl PgExecutor<'_>,
    p_lock_id: impl Into<Option<Uuid>>,
) -> Result<Option<bool>, sqlx::Error> {
    sqlx::query_scalar("SELECT public.release_config_lock($1::uuid)")
    .bind(p_lock_id.into())
    .fetch_one(db)
    .await
}
