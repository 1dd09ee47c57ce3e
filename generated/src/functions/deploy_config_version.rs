// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use sqlx::PgExecutor;
use uuid::Uuid;

/// Puts an approved version in force in place of the one that is. SQLSTATE SC004.
///
/// Calls the function `public.deploy_config_version`.
pub async fn deploy_config_version(
    db: impl PgExecutor<'_>,
    p_version_id: impl Into<Option<Uuid>>,
    p_user_id: impl Into<Option<Uuid>>,
) -> Result<(), sqlx::Error> {
    sqlx::query("SELECT public.deploy_config_version($1::uuid, $2::uuid)")
    .bind(p_version_id.into())
    .bind(p_user_id.into())
    .execute(db)
    .await?;
    Ok(())
}
