// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use sqlx::FromRow;
use sqlx::postgres::PgRow;

use crate::types::{Marks, Scores};
use super::super::support::{AnyRow, Change, Record, RowReader, some};

/// A row of `public.scores`; primary key: `id`.
#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
#[doc(alias = "database")]
#[non_exhaustive]
pub struct Score {
    /// `integer NOT NULL`
    pub id: i32,
    /// `integer[] NOT NULL`
    pub of_games: Scores,
    /// `public.marks`
    pub marks: Option<Marks>,
}

impl Record for Score {
    fn read<'r>(row: &mut impl RowReader<'r>) -> Result<Self, sqlx::Error> {
        Ok(Self {
            id: row.column("id")?,
            of_games: row.column("of_games")?,
            marks: row.column("marks")?,
        })
    }
}

impl<'r> FromRow<'r, PgRow> for Score {
    fn from_row(row: &'r PgRow) -> Result<Self, sqlx::Error> {
        Record::read(&mut AnyRow::new(row))
    }
}

/// A row to be inserted into `public.scores`; it comes back as [`Score`].
#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
#[doc(alias = "database")]
pub struct NewScore {
    /// `integer NOT NULL`
    pub id: i32,
    /// `integer[] NOT NULL`
    pub of_games: Scores,
    /// `public.marks`
    #[serde(default)]
    pub marks: Option<Marks>,
}

impl NewScore {
    /// A row with what must be given; of the other columns, those with a default get it and the rest are NULL.
    #[must_use]
    pub fn new(id: i32, of_games: Scores) -> Self {
        Self {
            id,
            of_games,
            marks: None,
        }
    }

    /// Sets `marks`.
    #[must_use]
    pub fn with_marks(mut self, marks: Marks) -> Self {
        self.marks = Some(marks);
        self
    }
}

/// A partial update of [`Score`]: only what is set here is written. `..Default::default()` leaves the rest.
#[derive(Debug, Clone, PartialEq, Default, serde::Serialize, serde::Deserialize)]
#[doc(alias = "database")]
pub struct ScorePatch {
    /// `integer[] NOT NULL`
    #[serde(default, skip_serializing_if = "Option::is_none", deserialize_with = "some")]
    pub of_games: Option<Scores>,
    /// `public.marks`
    #[serde(default, skip_serializing_if = "Change::is_leave")]
    pub marks: Change<Marks>,
}
