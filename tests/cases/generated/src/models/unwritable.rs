// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use sqlx::FromRow;
use sqlx::postgres::PgRow;

use super::super::support::{AnyRow, Record, RowReader};

/// A row of `public.unwritable`; primary key: `id`.
///
/// Left out, because nothing can read them:
///
/// - `body` (`tsvector`): sqlx has no Rust type for it.
#[derive(Debug, Clone, PartialEq)]
pub struct Unwritable {
    /// `integer NOT NULL`
    pub id: i32,
}

impl Record for Unwritable {
    fn read<'r>(row: &mut impl RowReader<'r>) -> Result<Self, sqlx::Error> {
        Ok(Self {
            id: row.column("id")?,
        })
    }
}

impl<'r> FromRow<'r, PgRow> for Unwritable {
    fn from_row(row: &'r PgRow) -> Result<Self, sqlx::Error> {
        Record::read(&mut AnyRow::new(row))
    }
}
