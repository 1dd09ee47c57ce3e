use sqlx::FromRow;
use sqlx::postgres::PgRow;

use super::super::support::{AnyRow, Record, RowReader};

/// Who may vote.
///
/// A row of the view `public.adults`.
#[derive(Debug, Clone, PartialEq)]
pub struct Adult {
    /// `integer`
    pub id: i32,
    /// `text`
    pub name: String,
    /// `integer`
    pub next_age: i32,
}

impl Record for Adult {
    fn read<'r>(row: &mut impl RowReader<'r>) -> Result<Self, sqlx::Error> {
        Ok(Self {
            id: row.column("id")?,
            name: row.column("name")?,
            next_age: row.column("next_age")?,
        })
    }
}

impl<'r> FromRow<'r, PgRow> for Adult {
    fn from_row(row: &'r PgRow) -> Result<Self, sqlx::Error> {
        Record::read(&mut AnyRow::new(row))
    }
}
