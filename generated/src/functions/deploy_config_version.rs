// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use futures_core::future::BoxFuture;
use sqlx::PgExecutor;
use uuid::Uuid;

use super::super::support::Query;

/// Puts an approved version in force in place of the one that is. SQLSTATE SC004.
///
/// Calls the function `public.deploy_config_version`.
pub fn deploy_config_version<'e>(
    db: impl PgExecutor<'e>,
    p_version_id: impl Into<Option<Uuid>>,
    p_user_id: impl Into<Option<Uuid>>,
) -> BoxFuture<'e, Result<(), sqlx::Error>> {
    Query::new("SELECT public.deploy_config_version($1::uuid, $2::uuid)")
        .bind(p_version_id.into())
        .bind(p_user_id.into())
        .execute(db)
}
