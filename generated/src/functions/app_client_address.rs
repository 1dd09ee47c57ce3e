// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use futures_core::future::BoxFuture;
use ipnetwork::IpNetwork;
use sqlx::PgExecutor;

use super::super::support::Query;

/// The session setting app.client_address; NULL if not set.
///
/// Calls the function `public.app_client_address`.
pub fn app_client_address<'e>(
    db: impl PgExecutor<'e>,
) -> BoxFuture<'e, Result<Option<IpNetwork>, sqlx::Error>> {
    Query::new("SELECT public.app_client_address()").fetch_value(db)
}
