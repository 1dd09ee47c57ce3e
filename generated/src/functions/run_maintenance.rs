// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use futures_core::future::BoxFuture;
use sqlx::PgExecutor;

use super::super::support::Query;

/// All upkeep with default retention, in batches that are committed one by one; so it must be CALLed outside a transaction. At most p_max_batches per task: what is left is for the next run.
///
/// Calls the procedure `public.run_maintenance`.
///
/// The schema's default of `p_batch_size` is `1000`.
/// The schema's default of `p_max_batches` is `100`.
pub fn run_maintenance<'e>(
    db: impl PgExecutor<'e>,
    p_batch_size: impl Into<Option<i32>>,
    p_max_batches: impl Into<Option<i32>>,
) -> BoxFuture<'e, Result<(), sqlx::Error>> {
    Query::new("CALL public.run_maintenance($1::integer, $2::integer)")
        .bind(p_batch_size.into())
        .bind(p_max_batches.into())
        .execute(db)
}
