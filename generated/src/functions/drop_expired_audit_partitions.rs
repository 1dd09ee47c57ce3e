// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use chrono::{DateTime, Utc};
use futures_core::future::BoxFuture;
use sqlx::PgExecutor;

use super::super::support::Query;

/// Drops partitions of the audit log whose retention has run out for every class in them, and clears up to so many expired rows from the default partition; returns how many partitions it dropped. To be called every day or so.
///
/// Calls the function `public.drop_expired_audit_partitions`.
///
/// The schema's default of `p_as_of` is `now()`.
/// The schema's default of `p_limit` is `10000`.
pub fn drop_expired_audit_partitions<'e>(
    db: impl PgExecutor<'e>,
    p_as_of: impl Into<Option<DateTime<Utc>>>,
    p_limit: impl Into<Option<i32>>,
) -> BoxFuture<'e, Result<Option<i32>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT public.drop_expired_audit_partitions($1::timestamp with time zone, ",
        "$2::integer)",
    ))
    .bind(p_as_of.into())
    .bind(p_limit.into())
    .fetch_value(db)
}
