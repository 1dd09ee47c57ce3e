// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use sqlx::FromRow;
use sqlx::postgres::PgRow;

use super::super::support::{AnyRow, Record, RowReader};

/// A row of `public.unread`, which has no primary key.
///
/// Left out, because nothing can read them:
///
/// - `body` (`tsvector`): sqlx has no Rust type for it.
///
/// There is no store: no column has a Rust type.
#[derive(Debug, Clone, PartialEq)]
pub struct Unread {}

impl Record for Unread {
    fn read<'r>(_: &mut impl RowReader<'r>) -> Result<Self, sqlx::Error> {
        Ok(Self {})
    }
}

impl<'r> FromRow<'r, PgRow> for Unread {
    fn from_row(row: &'r PgRow) -> Result<Self, sqlx::Error> {
        Record::read(&mut AnyRow::new(row))
    }
}
