use sqlx::FromRow;
use sqlx::postgres::PgRow;

use super::super::support::{AnyRow, Record, RowReader};

/// A row of `public.documents`; primary key: `id`.
///
/// Left out, because nothing can read them:
///
/// - `words` (`tsvector`): sqlx has no Rust type for it.
#[derive(Debug, Clone, PartialEq)]
pub struct Document {
    /// `integer NOT NULL`
    pub id: i32,
    /// `text NOT NULL`
    pub body: String,
}

impl Record for Document {
    fn read<'r>(row: &mut impl RowReader<'r>) -> Result<Self, sqlx::Error> {
        Ok(Self {
            id: row.column("id")?,
            body: row.column("body")?,
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
pub struct NewDocument {
    /// `integer NOT NULL`
    pub id: i32,
    /// `text NOT NULL`
    pub body: String,
}

impl NewDocument {
    /// A row with what must be given; of the other columns, those with a default get it and the rest are NULL.
    #[must_use]
    pub fn new(id: i32, body: impl Into<String>) -> Self {
        Self {
            id,
            body: body.into(),
        }
    }
}

/// A partial update of [`Document`]: only what is set here is written. `..Default::default()` leaves the rest.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct DocumentPatch {
    /// `text NOT NULL`
    pub body: Option<String>,
}
