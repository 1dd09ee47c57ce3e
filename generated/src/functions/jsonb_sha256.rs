// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use futures_core::future::BoxFuture;
use sqlx::PgExecutor;

use super::super::domains::Sha256Digest;
use super::super::support::Query;

/// SHA-256 of the canonical text of a document: jsonb orders keys and drops duplicates and white space.
///
/// Calls the function `public.jsonb_sha256`.
pub fn jsonb_sha256<'e, 'q>(
    db: impl PgExecutor<'e>,
    p_document: impl Into<Option<&'q serde_json::Value>>,
) -> BoxFuture<'e, Result<Option<Sha256Digest>, sqlx::Error>> {
    Query::new("SELECT public.jsonb_sha256($1::jsonb)")
        .bind(p_document.into())
        .fetch_value(db)
}
