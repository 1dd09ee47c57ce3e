// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use sqlx::PgExecutor;
use uuid::Uuid;

use super::super::enums::ConfigValidationStatusEnum;

/// Notes the outcome of validation: an array of errors, empty = passed.
///
/// Calls the function `public.validate_config_version`.
///
/// The schema's default of `p_errors` is `'[]'`.
pub async fn validate_config_version(
    db: impl PgExecutor<'_>,
    p_version_id: impl Into<Option<Uuid>>,
    p_errors: impl Into<Option<&serde_json::Value>>,
) -> Result<Option<ConfigValidationStatusEnum>, sqlx::Error> {
    sqlx::query_scalar(
        "SELECT public.validate_config_version($1::uuid, $2::jsonb)",
    )
    .bind(p_version_id.into())
    .bind(p_errors.into())
    .fetch_one(db)
    .await
}
