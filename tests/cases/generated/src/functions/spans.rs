// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use chrono::{DateTime, NaiveDate, Utc};
use futures_core::future::BoxFuture;
use sqlx::{FromRow, PgExecutor};
use sqlx::postgres::PgRow;
use sqlx::postgres::types::PgRange;

use super::super::support::{AnyRow, Query, Record, RowReader};

/// What `spans()` gives.
#[derive(Debug, Clone, PartialEq)]
pub struct SpansRow {
    pub during: Option<PgRange<NaiveDate>>,
    pub until: Option<DateTime<Utc>>,
}

impl Record for SpansRow {
    fn read<'r>(row: &mut impl RowReader<'r>) -> Result<Self, sqlx::Error> {
        Ok(Self {
            during: row.finite_range("during")?,
            until: row.finite("until")?,
        })
    }
}

impl<'r> FromRow<'r, PgRow> for SpansRow {
    fn from_row(row: &'r PgRow) -> Result<Self, sqlx::Error> {
        Record::read(&mut AnyRow::new(row))
    }
}

/// Calls the function `public.spans`.
pub fn spans<'e>(
    db: impl PgExecutor<'e>,
    argument_1: impl Into<Option<bool>>,
) -> BoxFuture<'e, Result<SpansRow, sqlx::Error>> {
    Query::new("SELECT during, until FROM public.spans($1::boolean)")
        .bind(argument_1.into())
        .fetch_one(db)
}
