// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use sqlx::PgExecutor;

use super::super::enums::ProjectionStatusEnum;

/// Notes an error of a projection, which counts as failed after so many in a row; returns its status.
///
/// Calls the function `public.record_projection_error`.
///
/// The schema's default of `p_max_errors` is `5`.
pub async fn record_projection_error(
    db: impl PgExecutor<'_>,
    p_projection_name: impl Into<Option<&str>>,
    p_error: impl Into<Option<&str>>,
    p_max_errors: impl Into<Option<i32>>,
) -> Result<Option<ProjectionStatusEnum>, sqlx::Error> {
    sqlx::query_scalar(
        "SELECT public.record_projection_error($1::text, $2::text, $3::integer)",
    )
    .bind(p_projection_name.into())
    .bind(p_error.into())
    .bind(p_max_errors.into())
    .fetch_one(db)
    .await
}
