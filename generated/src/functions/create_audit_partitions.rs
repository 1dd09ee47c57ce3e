// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use chrono::NaiveDate;
use futures_core::future::BoxFuture;
use sqlx::PgExecutor;

use super::super::support::Query;

/// Makes the partitions of so many months from that day's on, unless they are there, and moves rows of those months out of the default partition; returns how many months it made. To be called every week or so.
///
/// Calls the function `public.create_audit_partitions`.
///
/// The schema's default of `p_from` is `(now() AT TIME ZONE 'UTC')::date`.
/// The schema's default of `p_months` is `3`.
pub fn create_audit_partitions<'e>(
    db: impl PgExecutor<'e>,
    p_from: impl Into<Option<NaiveDate>>,
    p_months: impl Into<Option<i32>>,
) -> BoxFuture<'e, Result<Option<i32>, sqlx::Error>> {
    Query::new(
        "SELECT public.create_audit_partitions($1::date, $2::integer)",
    )
    .bind(p_from.into())
    .bind(p_months.into())
    .fetch_value(db)
}
