// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use chrono::{DateTime, Utc};
use futures_core::future::BoxFuture;
use sqlx::PgExecutor;
use uuid::Uuid;

use super::super::support::Query;

/// Stores or replaces a value; returns when it expires, by the limits of the cache.
///
/// Calls the function `public.put_cache_entry`.
///
/// The schema's default of `p_ttl_seconds` is `NULL`.
/// The schema's default of `p_invalidation_tags` is `'{}'`.
/// The schema's default of `p_dependency_keys` is `'{}'`.
pub fn put_cache_entry<'e, 'q>(
    db: impl PgExecutor<'e>,
    p_configuration_id: impl Into<Option<Uuid>>,
    p_cache_key: impl Into<Option<&'q str>>,
    p_value: impl Into<Option<&'q [u8]>>,
    p_ttl_seconds: impl Into<Option<i32>>,
    p_invalidation_tags: impl Into<Option<&'q [String]>>,
    p_dependency_keys: impl Into<Option<&'q [String]>>,
) -> BoxFuture<'e, Result<Option<DateTime<Utc>>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT public.put_cache_entry($1::uuid, $2::text, $3::bytea, $4::integer, ",
        "$5::text[], $6::text[]) AS value",
    ))
    .bind(p_configuration_id.into())
    .bind(p_cache_key.into())
    .bind(p_value.into())
    .bind(p_ttl_seconds.into())
    .bind(p_invalidation_tags.into())
    .bind(p_dependency_keys.into())
    .fetch_finite(db)
}
