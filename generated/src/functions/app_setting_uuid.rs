// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use sqlx::PgExecutor;
use uuid::Uuid;

/// A session setting as uuid, such as app.user_id, app.session_id or app.request_id; NULL if not set.
///
/// Calls the function `public.app_setting_uuid`.
pub async fn app_setting_uuid(
    db: impl PgExecutor<'_>,
    p_name: impl Into<Option<&str>>,
) -> Result<Option<Uuid>, sqlx::Error> {
    sqlx::query_scalar("SELECT public.app_setting_uuid($1::text)")
    .bind(p_name.into())
    .fetch_one(db)
    .await
}
