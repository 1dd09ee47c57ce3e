// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use bigdecimal::BigDecimal;
use futures_core::future::BoxFuture;
use sqlx::{FromRow, PgExecutor};
use sqlx::postgres::PgRow;
use sqlx::postgres::types::PgRange;
use time::{OffsetDateTime, PrimitiveDateTime};

use crate::types::{Label, Short};
use super::super::support::{AnyRow, Query, Record, RowReader};

/// What `sums()` gives.
#[derive(Debug, Clone, PartialEq, Default)]
#[doc(alias = "database")]
#[must_use]
pub struct TotalsRow {
    pub word: Option<Short>,
    pub price: Option<BigDecimal>,
    pub at: Option<OffsetDateTime>,
    pub shifts: Option<PgRange<PrimitiveDateTime>>,
}

impl Record for TotalsRow {
    fn read<'r>(row: &mut impl RowReader<'r>) -> Result<Self, sqlx::Error> {
        Ok(Self {
            word: row.column("word")?,
            price: row.column("price")?,
            at: row.finite("at")?,
            shifts: row.finite_range("shifts")?,
        })
    }
}

impl<'r> FromRow<'r, PgRow> for TotalsRow {
    fn from_row(row: &'r PgRow) -> Result<Self, sqlx::Error> {
        Record::read(&mut AnyRow::new(row))
    }
}

/// Calls the function `public.sums`.
pub fn totals<'e, 'q>(
    db: impl PgExecutor<'e>,
    words: impl Into<Option<&'q [Short]>>,
    tags: impl Into<Option<&'q [Label]>>,
) -> BoxFuture<'e, Result<Vec<TotalsRow>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT word, price, at, shifts FROM public.sums($1::character varying[], ",
        "$2::text[])",
    ))
    .bind(words.into())
    .bind(tags.into())
    .fetch_all(db)
}
