// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use sqlx::FromRow;
use sqlx::postgres::PgRow;

use super::super::support::{AnyRow, Record, RowReader};

/// A row of `public.wide_key`; primary key: `one`, `two`, `three`, `four`, `five`, `six`, `seven`, `eight`.
#[derive(Debug, Clone, PartialEq)]
pub struct WideKey {
    /// `text NOT NULL`
    pub one: String,
    /// `text NOT NULL`
    pub two: String,
    /// `text NOT NULL`
    pub three: String,
    /// `text NOT NULL`
    pub four: String,
    /// `text NOT NULL`
    pub five: String,
    /// `text NOT NULL`
    pub six: String,
    /// `text NOT NULL`
    pub seven: String,
    /// `text NOT NULL`
    pub eight: String,
}

impl Record for WideKey {
    fn read<'r>(row: &mut impl RowReader<'r>) -> Result<Self, sqlx::Error> {
        Ok(Self {
            one: row.column("one")?,
            two: row.column("two")?,
            three: row.column("three")?,
            four: row.column("four")?,
            five: row.column("five")?,
            six: row.column("six")?,
            seven: row.column("seven")?,
            eight: row.column("eight")?,
        })
    }
}

impl<'r> FromRow<'r, PgRow> for WideKey {
    fn from_row(row: &'r PgRow) -> Result<Self, sqlx::Error> {
        Record::read(&mut AnyRow::new(row))
    }
}

/// A row to be inserted into `public.wide_key`; it comes back as [`WideKey`].
#[derive(Debug, Clone, PartialEq)]
pub struct NewWideKey {
    /// `text NOT NULL`
    pub one: String,
    /// `text NOT NULL`
    pub two: String,
    /// `text NOT NULL`
    pub three: String,
    /// `text NOT NULL`
    pub four: String,
    /// `text NOT NULL`
    pub five: String,
    /// `text NOT NULL`
    pub six: String,
    /// `text NOT NULL`
    pub seven: String,
    /// `text NOT NULL`
    pub eight: String,
}

impl NewWideKey {
    /// A row with what must be given; of the other columns, those with a default get it and the rest are NULL.
    #[allow(clippy::too_many_arguments)]
    #[must_use]
    pub fn new(
        one: impl Into<String>,
        two: impl Into<String>,
        three: impl Into<String>,
        four: impl Into<String>,
        five: impl Into<String>,
        six: impl Into<String>,
        seven: impl Into<String>,
        eight: impl Into<String>,
    ) -> Self {
        Self {
            one: one.into(),
            two: two.into(),
            three: three.into(),
            four: four.into(),
            five: five.into(),
            six: six.into(),
            seven: seven.into(),
            eight: eight.into(),
        }
    }
}
