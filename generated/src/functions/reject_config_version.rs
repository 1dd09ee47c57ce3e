// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use sqlx::PgExecutor;
use uuid::Uuid;

/// Rejects a version that is proposed, or approved and not deployed. SQLSTATE SC004.
///
/// Calls the function `public.reject_config_version`.
///
/// The schema's default of `p_reason` is `NULL`.
pub async fn reject_config_version(
    db: impl PgExecutor<'_>,
    p_version_id: impl Into<Option<Uuid>>,
    p_reason: impl Into<Option<&str>>,
) -> Result<(), sqlx::Error> {
    sqlx::query("SELECT public.reject_config_version($1::uuid, $2::text)")
    .bind(p_version_id.into())
    .bind(p_reason.into())
    .execute(db)
    .await?;
    Ok(())
}
