// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use ipnetwork::IpNetwork;
use sqlx::PgExecutor;

/// The session setting app.client_address; NULL if not set.
///
/// Calls the function `public.app_client_address`.
pub async fn app_client_address(
    db: impl PgExecutor<'_>,
) -> Result<Option<IpNetwork>, sqlx::Error> {
    sqlx::query_scalar("SELECT public.app_client_address()")
    .fetch_one(db)
    .await
}
