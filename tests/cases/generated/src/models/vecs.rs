// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use sqlx::FromRow;
use sqlx::postgres::PgRow;

use super::super::support::{AnyRow, Change, Record, RowReader};

/// A row of `public.vecs`; primary key: `id`.
#[derive(Debug, Clone, PartialEq)]
pub struct Vec {
    /// `integer NOT NULL`
    pub id: i32,
    /// `text[] NOT NULL`
    pub parts: std::vec::Vec<String>,
    /// `integer`; refers to `public.vecs`
    pub parent: Option<i32>,
}

impl Record for Vec {
    fn read<'r>(row: &mut impl RowReader<'r>) -> Result<Self, sqlx::Error> {
        Ok(Self {
            id: row.column("id")?,
            parts: row.column("parts")?,
            parent: row.column("parent")?,
        })
    }
}

impl<'r> FromRow<'r, PgRow> for Vec {
    fn from_row(row: &'r PgRow) -> Result<Self, sqlx::Error> {
        Record::read(&mut AnyRow::new(row))
    }
}

/// A row to be inserted into `public.vecs`; it comes back as [`Vec`].
#[derive(Debug, Clone, PartialEq)]
pub struct NewVec {
    /// `integer NOT NULL`
    pub id: i32,
    /// `text[] NOT NULL`
    pub parts: std::vec::Vec<String>,
    /// `integer`; refers to `public.vecs`
    pub parent: Option<i32>,
}

impl NewVec {
    /// A row with what must be given; of the other columns, those with a default get it and the rest are NULL.
    #[must_use]
    pub fn new(id: i32, parts: std::vec::Vec<String>) -> Self {
        Self {
            id,
            parts,
            parent: None,
        }
    }

    /// Sets `parent`.
    #[must_use]
    pub fn with_parent(mut self, parent: i32) -> Self {
        self.parent = Some(parent);
        self
    }
}

/// A partial update of [`Vec`]: only what is set here is written. `..Default::default()` leaves the rest.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct VecPatch {
    /// `text[] NOT NULL`
    pub parts: Option<std::vec::Vec<String>>,
    /// `integer`; refers to `public.vecs`
    pub parent: Change<i32>,
}
