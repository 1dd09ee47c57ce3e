// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use futures_core::future::BoxFuture;
use sqlx::PgExecutor;
use uuid::Uuid;

use super::super::support::Query;

/// A session setting as uuid, such as app.user_id, app.session_id or app.request_id; NULL if not set.
///
/// Calls the function `public.app_setting_uuid`.
pub fn app_setting_uuid<'e, 'q>(
    db: impl PgExecutor<'e>,
    p_name: impl Into<Option<&'q str>>,
) -> BoxFuture<'e, Result<Option<Uuid>, sqlx::Error>> {
    Query::new("SELECT public.app_setting_uuid($1::text)")
        .bind(p_name.into())
        .fetch_value(db)
}
