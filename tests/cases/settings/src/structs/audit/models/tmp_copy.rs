// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use sqlx::FromRow;
use sqlx::postgres::PgRow;

use super::super::super::support::{AnyRow, Record, RowReader};

/// A row of `audit.tmp_copy`; primary key: `id`.
#[derive(Debug, Clone, PartialEq)]
pub struct TmpCopy {
    /// `bigint NOT NULL`
    pub id: i64,
}

impl Record for TmpCopy {
    fn read<'r>(row: &mut impl RowReader<'r>) -> Result<Self, sqlx::Error> {
        Ok(Self {
            id: row.column("id")?,
        })
    }
}

impl<'r> FromRow<'r, PgRow> for TmpCopy {
    fn from_row(row: &'r PgRow) -> Result<Self, sqlx::Error> {
        Record::read(&mut AnyRow::new(row))
    }
}

/// A row to be inserted into `audit.tmp_copy`; it comes back as [`TmpCopy`].
#[derive(Debug, Clone, PartialEq)]
pub struct NewTmpCopy {
    /// `bigint NOT NULL`
    pub id: i64,
}

impl NewTmpCopy {
    /// A row with what must be given; of the other columns, those with a default get it and the rest are NULL.
    #[must_use]
    pub fn new(id: i64) -> Self {
        Self {
            id,
        }
    }
}
