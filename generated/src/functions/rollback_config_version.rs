// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use futures_core::future::BoxFuture;
use sqlx::PgExecutor;
use uuid::Uuid;

use super::super::support::Query;

/// Takes the version that is in force out of force and returns to the one before, whose id it returns; NULL = there was none and the key now has no value. SQLSTATE SC011.
///
/// Calls the function `public.rollback_config_version`.
pub fn rollback_config_version<'e, 'q>(
    db: impl PgExecutor<'e>,
    p_config_key: impl Into<Option<&'q str>>,
    p_user_id: impl Into<Option<Uuid>>,
) -> BoxFuture<'e, Result<Option<Uuid>, sqlx::Error>> {
    Query::new("SELECT public.rollback_config_version($1::text, $2::uuid)")
        .bind(p_config_key.into())
        .bind(p_user_id.into())
        .fetch_value(db)
}
