// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use sqlx::PgExecutor;
use uuid::Uuid;

/// Approves a proposed version that passed validation. SQLSTATE SC004, SC011.
///
/// Calls the function `public.approve_config_version`.
pub async fn approve_config_version(
    db: impl PgExecutor<'_>,
    p_version_id: impl Into<Option<Uuid>>,
    p_user_id: impl Into<Option<Uuid>>,
) -> Result<(), sqlx::Error> {
    sqlx::query("SELECT public.approve_config_version($1::uuid, $2::uuid)")
    .bind(p_version_id.into())
    .bind(p_user_id.into())
    .execute(db)
    .await?;
    Ok(())
}
