// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use sqlx::PgExecutor;
use uuid::Uuid;

/// What `reserve_domain_offsets()` gives.
#[derive(Debug, Clone, PartialEq, sqlx::FromRow)]
pub struct ReserveDomainOffsetsRow {
    pub first_offset: Option<i64>,
    pub end_offset: Option<i64>,
}

/// Hands out up to so many offsets of the generator, each once among all campaigns of its configuration: first_offset up to but without end_offset. No row = none are left.
///
/// Calls the function `public.reserve_domain_offsets`.
pub async fn reserve_domain_offsets(
    db: impl PgExecutor<'_>,
    p_campaign_id: impl Into<Option<Uuid>>,
    p_count: impl Into<Option<i64>>,
) -> Result<Vec<ReserveDomainOffsetsRow>, sqlx::Error> {
    sqlx::query_as(concat!(
        "SELECT first_offset, end_offset FROM public.reserve_domain_offsets($1::uuid, ",
        "$2::bigint)",
    ))
    .bind(p_campaign_id.into())
    .bind(p_count.into())
    .fetch_all(db)
    .await
}
