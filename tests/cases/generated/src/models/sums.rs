// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use sqlx::FromRow;
use sqlx::postgres::PgRow;

use super::super::support::{AnyRow, Record, RowReader};

/// A row of the view `public.sums`.
#[derive(Debug, Clone, PartialEq)]
pub struct Sum {
    /// `double precision`
    pub x: f64,
    /// `bigint`
    pub n: i64,
    /// `double precision`
    pub sum: f64,
}

impl Record for Sum {
    fn read<'r>(row: &mut impl RowReader<'r>) -> Result<Self, sqlx::Error> {
        Ok(Self {
            x: row.column("x")?,
            n: row.column("n")?,
            sum: row.column("sum")?,
        })
    }
}

impl<'r> FromRow<'r, PgRow> for Sum {
    fn from_row(row: &'r PgRow) -> Result<Self, sqlx::Error> {
        Record::read(&mut AnyRow::new(row))
    }
}
