// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use sqlx::FromRow;
use sqlx::postgres::PgRow;

use super::super::super::support::column;

/// A row of `audit.tmp_copy`; primary key: `id`.
#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct TmpCopy {
    /// `bigint NOT NULL`
    pub id: i64,
}

impl<'r> FromRow<'r, PgRow> for TmpCopy {
    fn from_row(row: &'r PgRow) -> Result<Self, sqlx::Error> {
        Ok(Self {
            id: column(row, 0, "id")?,
        })
    }
}

/// A row to be inserted into `audit.tmp_copy`; what comes back is a [`TmpCopy`].
#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct NewTmpCopy {
    /// `bigint NOT NULL`
    pub id: i64,
}

impl NewTmpCopy {
    /// A row of what has neither a default nor NULL; the rest is the schema's.
    #[must_use]
    pub fn new(id: i64) -> Self {
        Self {
            id,
        }
    }
}
