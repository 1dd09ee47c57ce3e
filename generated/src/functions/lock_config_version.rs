// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use futures_core::future::BoxFuture;
use sqlx::PgExecutor;
use uuid::Uuid;

use super::super::models::ConfigVersion;
use super::super::support::Query;

/// First step of all that moves a configuration version.
///
/// Calls the function `public.lock_config_version`.
pub fn lock_config_version<'e>(
    db: impl PgExecutor<'e>,
    p_version_id: impl Into<Option<Uuid>>,
) -> BoxFuture<'e, Result<Option<ConfigVersion>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT id, config_key, version_number, config_value, value_hash, change_type, ",
        "change_reason, status, validation_status, validation_errors, ",
        "previous_version_id, proposed_by, approved_by, approved_at, rejected_at, ",
        "deployed_by, deployed_at, withdrawn_at, created_at, updated_at",
        " FROM public.lock_config_version($1::uuid) AS found WHERE NOT found IS NULL",
    ))
    .bind(p_version_id.into())
    .fetch_optional(db)
}
