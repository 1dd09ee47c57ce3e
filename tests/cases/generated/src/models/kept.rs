// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use chrono::{DateTime, Utc};
use sqlx::FromRow;
use sqlx::postgres::PgRow;

use super::super::support::{AnyRow, Record, RowReader};

/// A row of the materialized view `public.kept`.
#[derive(Debug, Clone, PartialEq)]
pub struct Kept {
    /// `public.citext`
    pub name: String,
    /// `timestamp with time zone`
    pub taken_at: DateTime<Utc>,
}

impl Record for Kept {
    fn read<'r>(row: &mut impl RowReader<'r>) -> Result<Self, sqlx::Error> {
        Ok(Self {
            name: row.column("name")?,
            taken_at: row.finite("taken_at")?,
        })
    }
}

impl<'r> FromRow<'r, PgRow> for Kept {
    fn from_row(row: &'r PgRow) -> Result<Self, sqlx::Error> {
        Record::read(&mut AnyRow::new(row))
    }
}
