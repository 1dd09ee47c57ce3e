// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use futures_core::future::BoxFuture;
use sqlx::PgExecutor;
use uuid::Uuid;

use super::super::enums::ConfigValidationStatusEnum;
use super::super::support::Query;

/// Notes the outcome of validation: an array of errors, empty = passed.
///
/// Calls the function `public.validate_config_version`.
///
/// The schema's default of `p_errors` is `'[]'`.
pub fn validate_config_version<'e, 'q>(
    db: impl PgExecutor<'e>,
    p_version_id: impl Into<Option<Uuid>>,
    p_errors: impl Into<Option<&'q serde_json::Value>>,
) -> BoxFuture<'e, Result<Option<ConfigValidationStatusEnum>, sqlx::Error>> {
    Query::new(
        "SELECT public.validate_config_version($1::uuid, $2::jsonb)",
    )
    .bind(p_version_id.into())
    .bind(p_errors.into())
    .fetch_value(db)
}
