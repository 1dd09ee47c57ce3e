// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use sqlx::FromRow;
use sqlx::postgres::PgRow;

use super::super::support::{AnyRow, Change, Record, RowReader};

/// A row of `public.user_patches`; primary key: `id`.
#[derive(Debug, Clone, PartialEq)]
pub struct UserPatch {
    /// `integer NOT NULL`
    pub id: i32,
    /// `integer`
    pub a: Option<i32>,
}

impl Record for UserPatch {
    fn read<'r>(row: &mut impl RowReader<'r>) -> Result<Self, sqlx::Error> {
        Ok(Self {
            id: row.column("id")?,
            a: row.column("a")?,
        })
    }
}

impl<'r> FromRow<'r, PgRow> for UserPatch {
    fn from_row(row: &'r PgRow) -> Result<Self, sqlx::Error> {
        Record::read(&mut AnyRow::new(row))
    }
}

/// A row to be inserted into `public.user_patches`; it comes back as [`UserPatch`].
#[derive(Debug, Clone, PartialEq)]
pub struct NewUserPatch2 {
    /// `integer NOT NULL`
    pub id: i32,
    /// `integer`
    pub a: Option<i32>,
}

impl NewUserPatch2 {
    /// A row with what must be given; of the other columns, those with a default get it and the rest are NULL.
    #[must_use]
    pub fn new(id: i32) -> Self {
        Self {
            id,
            a: None,
        }
    }

    /// Sets `a`.
    #[must_use]
    pub fn with_a(mut self, a: i32) -> Self {
        self.a = Some(a);
        self
    }
}

/// A partial update of [`UserPatch`]: only what is set here is written. `..Default::default()` leaves the rest.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct UserPatchPatch {
    /// `integer`
    pub a: Change<i32>,
}
