// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use sqlx::PgExecutor;

use super::super::domains::Sha256Digest;

/// SHA-256 of the canonical text of a document: jsonb orders keys and drops duplicates and white space.
///
/// Calls the function `public.jsonb_sha256`.
pub async fn jsonb_sha256(
    db: impl PgExecutor<'_>,
    p_document: impl Into<Option<&serde_json::Value>>,
) -> Result<Option<Sha256Digest>, sqlx::Error> {
    sqlx::query_scalar("SELECT public.jsonb_sha256($1::jsonb)")
    .bind(p_document.into())
    .fetch_one(db)
    .await
}
