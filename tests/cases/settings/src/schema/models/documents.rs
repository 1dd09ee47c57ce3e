// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use sqlx::FromRow;
use sqlx::postgres::PgRow;

use crate::types::{Lsn, Vector};
use super::super::support::{AnyRow, Change, Record, RowReader};

/// A row of `public.documents`; primary key: `position`.
///
/// Left out, because nothing can read them:
///
/// - `bodies` (`tsvector[]`): sqlx does not recognise its elements inside an array.
#[derive(Debug, Clone, PartialEq)]
#[doc(alias = "database")]
#[non_exhaustive]
pub struct Document {
    /// `pg_lsn NOT NULL`
    pub position: Lsn,
    /// `tsvector NOT NULL`
    pub body: Vector,
    /// `pg_lsn`; refers to `public.documents`
    pub previous: Option<Lsn>,
}

impl Record for Document {
    fn read<'r>(row: &mut impl RowReader<'r>) -> Result<Self, sqlx::Error> {
        Ok(Self {
            position: row.column("position")?,
            body: row.column("body")?,
            previous: row.column("previous")?,
        })
    }
}

impl<'r> FromRow<'r, PgRow> for Document {
    fn from_row(row: &'r PgRow) -> Result<Self, sqlx::Error> {
        Record::read(&mut AnyRow::new(row))
    }
}

/// A row to be inserted into `public.documents`; it comes back as [`Document`].
#[derive(Debug, Clone, PartialEq)]
#[doc(alias = "database")]
pub struct NewDocument {
    /// `pg_lsn NOT NULL`
    pub position: Lsn,
    /// `tsvector NOT NULL`
    pub body: Vector,
    /// `pg_lsn`; refers to `public.documents`
    pub previous: Option<Lsn>,
}

impl NewDocument {
    /// A row with what must be given; of the other columns, those with a default get it and the rest are NULL.
    #[must_use]
    pub fn new(position: Lsn, body: Vector) -> Self {
        Self {
            position,
            body,
            previous: None,
        }
    }

    /// Sets `previous`.
    #[must_use]
    pub fn with_previous(mut self, previous: Lsn) -> Self {
        self.previous = Some(previous);
        self
    }
}

/// A partial update of [`Document`]: only what is set here is written. `..Default::default()` leaves the rest.
#[derive(Debug, Clone, PartialEq, Default)]
#[doc(alias = "database")]
pub struct DocumentPatch {
    /// `tsvector NOT NULL`
    pub body: Option<Vector>,
    /// `pg_lsn`; refers to `public.documents`
    pub previous: Change<Lsn>,
}
