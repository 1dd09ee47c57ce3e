use sqlx::FromRow;
use sqlx::postgres::PgRow;

use super::super::support::{AnyRow, Record, RowReader};

/// A row of the materialized view `public.totals`.
#[derive(Debug, Clone, PartialEq)]
pub struct Total {
    /// `text`
    pub name: String,
    /// `bigint`
    pub people: i64,
}

impl Record for Total {
    fn read<'r>(row: &mut impl RowReader<'r>) -> Result<Self, sqlx::Error> {
        Ok(Self {
            name: row.column("name")?,
            people: row.column("people")?,
        })
    }
}

impl<'r> FromRow<'r, PgRow> for Total {
    fn from_row(row: &'r PgRow) -> Result<Self, sqlx::Error> {
        Record::read(&mut AnyRow::new(row))
    }
}
