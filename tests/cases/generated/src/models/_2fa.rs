// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use sqlx::FromRow;
use sqlx::postgres::PgRow;

use super::super::support::{AnyRow, Change, Record, RowReader};

/// A row of `public."2fa"`; primary key: `1st`.
#[derive(Debug, Clone, PartialEq)]
pub struct _2fa2 {
    /// `integer NOT NULL`
    pub _1st: i32,
    /// `integer`; unique
    pub größe: Option<i32>,
    /// `text`; unique
    pub 用户: Option<String>,
    /// `text`
    pub a_b_2: Option<String>,
    /// `text`
    pub a_b: Option<String>,
    /// `text`
    pub _note: Option<String>,
    /// `text`
    pub note: Option<String>,
    /// `text`
    pub self_: Option<String>,
    /// `text`
    pub self_2: Option<String>,
}

impl Record for _2fa2 {
    fn read<'r>(row: &mut impl RowReader<'r>) -> Result<Self, sqlx::Error> {
        Ok(Self {
            _1st: row.column("1st")?,
            größe: row.column("Größe")?,
            用户: row.column("用户")?,
            a_b_2: row.column("a b")?,
            a_b: row.column("a_b")?,
            _note: row.column("_note")?,
            note: row.column("note")?,
            self_: row.column("self")?,
            self_2: row.column("Self")?,
        })
    }
}

impl<'r> FromRow<'r, PgRow> for _2fa2 {
    fn from_row(row: &'r PgRow) -> Result<Self, sqlx::Error> {
        Record::read(&mut AnyRow::new(row))
    }
}

/// A row to be inserted into `public."2fa"`; it comes back as [`_2fa2`].
#[derive(Debug, Clone, PartialEq)]
pub struct New2fa2 {
    /// `integer NOT NULL`
    pub _1st: i32,
    /// `integer`; unique
    pub größe: Option<i32>,
    /// `text`; unique
    pub 用户: Option<String>,
    /// `text`
    pub a_b_2: Option<String>,
    /// `text`
    pub a_b: Option<String>,
    /// `text`
    pub _note: Option<String>,
    /// `text`
    pub note: Option<String>,
    /// `text`
    pub self_: Option<String>,
    /// `text`
    pub self_2: Option<String>,
}

impl New2fa2 {
    /// A row with what must be given; of the other columns, those with a default get it and the rest are NULL.
    #[must_use]
    pub fn new(_1st: i32) -> Self {
        Self {
            _1st,
            größe: None,
            用户: None,
            a_b_2: None,
            a_b: None,
            _note: None,
            note: None,
            self_: None,
            self_2: None,
        }
    }

    /// Sets `Größe`.
    #[must_use]
    pub fn with_größe(mut self, größe: i32) -> Self {
        self.größe = Some(größe);
        self
    }

    /// Sets `用户`.
    #[must_use]
    pub fn with_用户(mut self, 用户: impl Into<String>) -> Self {
        self.用户 = Some(用户.into());
        self
    }

    /// Sets `a b`.
    #[must_use]
    pub fn with_a_b_2(mut self, a_b_2: impl Into<String>) -> Self {
        self.a_b_2 = Some(a_b_2.into());
        self
    }

    /// Sets `a_b`.
    #[must_use]
    pub fn with_a_b(mut self, a_b: impl Into<String>) -> Self {
        self.a_b = Some(a_b.into());
        self
    }

    /// Sets `_note`.
    #[must_use]
    pub fn with_note_2(mut self, _note: impl Into<String>) -> Self {
        self._note = Some(_note.into());
        self
    }

    /// Sets `note`.
    #[must_use]
    pub fn with_note(mut self, note: impl Into<String>) -> Self {
        self.note = Some(note.into());
        self
    }

    /// Sets `self`.
    #[must_use]
    pub fn with_self(mut self, self_: impl Into<String>) -> Self {
        self.self_ = Some(self_.into());
        self
    }

    /// Sets `Self`.
    #[must_use]
    pub fn with_self_2(mut self, self_2: impl Into<String>) -> Self {
        self.self_2 = Some(self_2.into());
        self
    }
}

/// A partial update of [`_2fa2`]: only what is set here is written. `..Default::default()` leaves the rest.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct _2fa2Patch {
    /// `integer`; unique
    pub größe: Change<i32>,
    /// `text`; unique
    pub 用户: Change<String>,
    /// `text`
    pub a_b_2: Change<String>,
    /// `text`
    pub a_b: Change<String>,
    /// `text`
    pub _note: Change<String>,
    /// `text`
    pub note: Change<String>,
    /// `text`
    pub self_: Change<String>,
    /// `text`
    pub self_2: Change<String>,
}
