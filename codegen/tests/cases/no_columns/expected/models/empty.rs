use sqlx::FromRow;
use sqlx::postgres::PgRow;

use super::super::support::{AnyRow, Record, RowReader};

/// A row of `public.empty`, which has no primary key.
///
/// There is no store: no column has a Rust type.
#[derive(Debug, Clone, PartialEq)]
pub struct Empty {}

impl Record for Empty {
    fn read<'r>(_: &mut impl RowReader<'r>) -> Result<Self, sqlx::Error> {
        Ok(Self {})
    }
}

impl<'r> FromRow<'r, PgRow> for Empty {
    fn from_row(row: &'r PgRow) -> Result<Self, sqlx::Error> {
        Record::read(&mut AnyRow::new(row))
    }
}
