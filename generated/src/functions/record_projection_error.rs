// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use futures_core::future::BoxFuture;
use sqlx::PgExecutor;

use super::super::enums::ProjectionStatusEnum;
use super::super::support::Query;

/// Notes an error of a projection, which counts as failed after so many in a row; returns its status.
///
/// Calls the function `public.record_projection_error`.
///
/// The schema's default of `p_max_errors` is `5`.
pub fn record_projection_error<'e, 'q>(
    db: impl PgExecutor<'e>,
    p_projection_name: impl Into<Option<&'q str>>,
    p_error: impl Into<Option<&'q str>>,
    p_max_errors: impl Into<Option<i32>>,
) -> BoxFuture<'e, Result<Option<ProjectionStatusEnum>, sqlx::Error>> {
    Query::new(
        "SELECT public.record_projection_error($1::text, $2::text, $3::integer)",
    )
    .bind(p_projection_name.into())
    .bind(p_error.into())
    .bind(p_max_errors.into())
    .fetch_value(db)
}
