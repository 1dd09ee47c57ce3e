// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use sqlx::PgExecutor;
use uuid::Uuid;

use super::super::models::ConfigVersion;

/// First step of all that moves a configuration version.
///
/// Calls the function `public.lock_config_version`.
pub async fn lock_config_version(
    db: impl PgExecutor<'_>,
    p_version_id: impl Into<Option<Uuid>>,
) -> Result<Option<ConfigVersion>, sqlx::Error> {
    sqlx::query_as(concat!(
        "SELECT id, config_key, version_number, config_value, value_hash, change_type, ",
        "change_reason, status, validation_status, validation_errors, ",
        "previous_version_id, proposed_by, approved_by, approved_at, rejected_at, ",
        "deployed_by, deployed_at, withdrawn_at, created_at, updated_at",
        " FROM public.lock_config_version($1::uuid) AS found WHERE NOT found IS NULL",
    ))
    .bind(p_version_id.into())
    .fetch_optional(db)
    .await
}
