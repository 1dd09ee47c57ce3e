// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use chrono::{DateTime, Utc};
use rust_decimal::Decimal;
use sqlx::FromRow;
use sqlx::postgres::PgRow;

use super::super::support::{AnyRow, Change, Record, RowReader};

/// A row of `public.entries`; primary key: `id`.
#[derive(Debug, Clone, PartialEq)]
pub struct Entry {
    /// `bigint NOT NULL`
    pub id: i64,
    /// `text`
    pub label: Option<String>,
    /// `integer`
    pub rank: Option<i32>,
    /// `numeric(10,2)`
    pub score: Option<Decimal>,
    /// `double precision NOT NULL`
    pub weight: f64,
    /// `text NOT NULL`
    pub name: String,
    /// `timestamp with time zone`
    pub happened: Option<DateTime<Utc>>,
    /// `character(3) NOT NULL`
    pub code: String,
}

impl Record for Entry {
    fn read<'r>(row: &mut impl RowReader<'r>) -> Result<Self, sqlx::Error> {
        Ok(Self {
            id: row.column("id")?,
            label: row.column("label")?,
            rank: row.column("rank")?,
            score: row.column("score")?,
            weight: row.column("weight")?,
            name: row.column("name")?,
            happened: row.finite("happened")?,
            code: row.column("code")?,
        })
    }
}

impl<'r> FromRow<'r, PgRow> for Entry {
    fn from_row(row: &'r PgRow) -> Result<Self, sqlx::Error> {
        Record::read(&mut AnyRow::new(row))
    }
}

/// A row to be inserted into `public.entries`; it comes back as [`Entry`].
#[derive(Debug, Clone, PartialEq)]
pub struct NewEntry {
    /// `bigint NOT NULL`
    pub id: i64,
    /// `text`
    pub label: Option<String>,
    /// `integer`
    pub rank: Option<i32>,
    /// `numeric(10,2)`
    pub score: Option<Decimal>,
    /// `double precision NOT NULL`
    pub weight: f64,
    /// `text NOT NULL`
    pub name: String,
    /// `timestamp with time zone`
    pub happened: Option<DateTime<Utc>>,
    /// `character(3) NOT NULL`
    pub code: String,
}

impl NewEntry {
    /// A row with what must be given; of the other columns, those with a default get it and the rest are NULL.
    #[must_use]
    pub fn new(
        id: i64,
        weight: f64,
        name: impl Into<String>,
        code: impl Into<String>,
    ) -> Self {
        Self {
            id,
            label: None,
            rank: None,
            score: None,
            weight,
            name: name.into(),
            happened: None,
            code: code.into(),
        }
    }

    /// Sets `label`.
    #[must_use]
    pub fn with_label(mut self, label: impl Into<String>) -> Self {
        self.label = Some(label.into());
        self
    }

    /// Sets `rank`.
    #[must_use]
    pub fn with_rank(mut self, rank: i32) -> Self {
        self.rank = Some(rank);
        self
    }

    /// Sets `score`.
    #[must_use]
    pub fn with_score(mut self, score: Decimal) -> Self {
        self.score = Some(score);
        self
    }

    /// Sets `happened`.
    #[must_use]
    pub fn with_happened(mut self, happened: DateTime<Utc>) -> Self {
        self.happened = Some(happened);
        self
    }
}

/// A partial update of [`Entry`]: only what is set here is written. `..Default::default()` leaves the rest.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct EntryPatch {
    /// `text`
    pub label: Change<String>,
    /// `integer`
    pub rank: Change<i32>,
    /// `numeric(10,2)`
    pub score: Change<Decimal>,
    /// `double precision NOT NULL`
    pub weight: Option<f64>,
    /// `text NOT NULL`
    pub name: Option<String>,
    /// `timestamp with time zone`
    pub happened: Change<DateTime<Utc>>,
    /// `character(3) NOT NULL`
    pub code: Option<String>,
}
