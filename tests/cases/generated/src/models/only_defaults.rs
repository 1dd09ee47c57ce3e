// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use sqlx::FromRow;
use sqlx::postgres::PgRow;

use super::super::support::{AnyRow, Record, RowReader};

/// A row of `public.only_defaults`; primary key: `id`.
#[derive(Debug, Clone, PartialEq)]
pub struct OnlyDefault {
    /// `bigint NOT NULL GENERATED ALWAYS AS IDENTITY`
    pub id: i64,
}

impl Record for OnlyDefault {
    fn read<'r>(row: &mut impl RowReader<'r>) -> Result<Self, sqlx::Error> {
        Ok(Self {
            id: row.column("id")?,
        })
    }
}

impl<'r> FromRow<'r, PgRow> for OnlyDefault {
    fn from_row(row: &'r PgRow) -> Result<Self, sqlx::Error> {
        Record::read(&mut AnyRow::new(row))
    }
}

/// A row to be inserted into `public.only_defaults`; it comes back as [`OnlyDefault`].
#[derive(Debug, Clone, PartialEq, Default)]
pub struct NewOnlyDefault {}
