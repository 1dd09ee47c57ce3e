// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use futures_core::future::BoxFuture;
use sqlx::PgExecutor;
use uuid::Uuid;

use super::super::support::Query;

/// Rejects a version that is proposed, or approved and not deployed. SQLSTATE SC004.
///
/// Calls the function `public.reject_config_version`.
///
/// The schema's default of `p_reason` is `NULL`.
pub fn reject_config_version<'e, 'q>(
    db: impl PgExecutor<'e>,
    p_version_id: impl Into<Option<Uuid>>,
    p_reason: impl Into<Option<&'q str>>,
) -> BoxFuture<'e, Result<(), sqlx::Error>> {
    Query::new("SELECT public.reject_config_version($1::uuid, $2::text)")
        .bind(p_version_id.into())
        .bind(p_reason.into())
        .execute(db)
}
