// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use sqlx::FromRow;
use sqlx::postgres::PgRow;

use super::super::support::{AnyRow, Change, Record, RowReader};

/// A row of `public.steps`; primary key: `id`.
#[derive(Debug, Clone, PartialEq)]
pub struct Step {
    /// `integer NOT NULL`
    pub id: i32,
    /// `integer`; refers to `public.steps`
    pub before_id: Option<i32>,
    /// `text`; unique
    pub cache_key: Option<String>,
    /// `text`
    pub name: Option<String>,
}

impl Record for Step {
    fn read<'r>(row: &mut impl RowReader<'r>) -> Result<Self, sqlx::Error> {
        Ok(Self {
            id: row.column("id")?,
            before_id: row.column("before_id")?,
            cache_key: row.column("cache_key")?,
            name: row.column("name")?,
        })
    }
}

impl<'r> FromRow<'r, PgRow> for Step {
    fn from_row(row: &'r PgRow) -> Result<Self, sqlx::Error> {
        Record::read(&mut AnyRow::new(row))
    }
}

/// A row to be inserted into `public.steps`; it comes back as [`Step`].
#[derive(Debug, Clone, PartialEq)]
pub struct NewStep {
    /// `integer NOT NULL`
    pub id: i32,
    /// `integer`; refers to `public.steps`
    pub before_id: Option<i32>,
    /// `text`; unique
    pub cache_key: Option<String>,
    /// `text`
    pub name: Option<String>,
}

impl NewStep {
    /// A row with what must be given; of the other columns, those with a default get it and the rest are NULL.
    #[must_use]
    pub fn new(id: i32) -> Self {
        Self {
            id,
            before_id: None,
            cache_key: None,
            name: None,
        }
    }

    /// Sets `before_id`.
    #[must_use]
    pub fn with_before_id(mut self, before_id: i32) -> Self {
        self.before_id = Some(before_id);
        self
    }

    /// Sets `cache_key`.
    #[must_use]
    pub fn with_cache_key(mut self, cache_key: impl Into<String>) -> Self {
        self.cache_key = Some(cache_key.into());
        self
    }

    /// Sets `name`.
    #[must_use]
    pub fn with_name(mut self, name: impl Into<String>) -> Self {
        self.name = Some(name.into());
        self
    }
}

/// A partial update of [`Step`]: only what is set here is written. `..Default::default()` leaves the rest.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct StepPatch {
    /// `integer`; refers to `public.steps`
    pub before_id: Change<i32>,
    /// `text`; unique
    pub cache_key: Change<String>,
    /// `text`
    pub name: Change<String>,
}
