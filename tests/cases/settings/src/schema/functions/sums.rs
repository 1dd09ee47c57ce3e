// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use bigdecimal::BigDecimal;
use sqlx::PgExecutor;
use sqlx::postgres::types::PgRange;
use time::{OffsetDateTime, PrimitiveDateTime};

use crate::types::{Label, Short};

/// What `sums()` gives.
#[derive(Debug, Clone, PartialEq, sqlx::FromRow)]
pub struct SumsRow {
    pub word: Option<Short>,
    pub price: Option<BigDecimal>,
    pub at: Option<OffsetDateTime>,
    pub shifts: Option<PgRange<PrimitiveDateTime>>,
}

/// Calls the function `public.sums`.
pub async fn sums(
    db: impl PgExecutor<'_>,
    words: impl Into<Option<&[Short]>>,
    tags: impl Into<Option<&[Label]>>,
) -> Result<Vec<SumsRow>, sqlx::Error> {
    sqlx::query_as(concat!(
        "SELECT word, price, at, shifts FROM public.sums($1::character varying[], ",
        "$2::text[])",
    ))
    .bind(words.into())
    .bind(tags.into())
    .fetch_all(db)
    .await
}
