use sqlx::FromRow;
use sqlx::postgres::PgRow;

use super::super::support::{AnyRow, Record, RowReader};

/// A row of `public.vectors`, which has no primary key.
///
/// Left out, because nothing can read them:
///
/// - `words` (`tsvector`): sqlx has no Rust type for it.
///
/// There is no store: no column has a Rust type.
#[derive(Debug, Clone, PartialEq)]
pub struct Vector {}

impl Record for Vector {
    fn read<'r>(_: &mut impl RowReader<'r>) -> Result<Self, sqlx::Error> {
        Ok(Self {})
    }
}

impl<'r> FromRow<'r, PgRow> for Vector {
    fn from_row(row: &'r PgRow) -> Result<Self, sqlx::Error> {
        Record::read(&mut AnyRow::new(row))
    }
}
