// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use chrono::{DateTime, Utc};
use sqlx::PgExecutor;
use uuid::Uuid;

/// Stores or replaces a value; returns when it expires, by the limits of the cache.
///
/// Calls the function `public.put_cache_entry`.
///
/// The schema's default of `p_ttl_seconds` is `NULL`.
/// The schema's default of `p_invalidation_tags` is `'{}'`.
/// The schema's default of `p_dependency_keys` is `'{}'`.
pub async fn put_cache_entry(
    db: impl PgExecutor<'_>,
    p_configuration_id: impl Into<Option<Uuid>>,
    p_cache_key: impl Into<Option<&str>>,
    p_value: impl Into<Option<&[u8]>>,
    p_ttl_seconds: impl Into<Option<i32>>,
    p_invalidation_tags: impl Into<Option<&[String]>>,
    p_dependency_keys: impl Into<Option<&[String]>>,
) -> Result<Option<DateTime<Utc>>, sqlx::Error> {
    sqlx::query_scalar(concat!(
        "SELECT public.put_cache_entry($1::uuid, $2::text, $3::bytea, $4::integer, ",
        "$5::text[], $6::text[])",
    ))
    .bind(p_configuration_id.into())
    .bind(p_cache_key.into())
    .bind(p_value.into())
    .bind(p_ttl_seconds.into())
    .bind(p_invalidation_tags.into())
    .bind(p_dependency_keys.into())
    .fetch_one(db)
    .await
}
