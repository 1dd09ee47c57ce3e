// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use sqlx::PgExecutor;
use uuid::Uuid;

/// Takes the version that is in force out of force and returns to the one before, whose id it returns; NULL = there was none and the key now has no value. SQLSTATE SC011.
///
/// Calls the function `public.rollback_config_version`.
pub async fn rollback_config_version(
    db: impl PgExecutor<'_>,
    p_config_key: impl Into<Option<&str>>,
    p_user_id: impl Into<Option<Uuid>>,
) -> Result<Option<Uuid>, sqlx::Error> {
    sqlx::query_scalar("SELECT public.rollback_config_version($1::text, $2::uuid)")
    .bind(p_config_key.into())
    .bind(p_user_id.into())
    .fetch_one(db)
    .await
}
