// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

//! The orders of `public.measured`.
//!
//! Left out:
//!
//! - pages by `measured_lower_idx`: it holds only some of the rows.

use chrono::{DateTime, Utc};
use sqlx::error::BoxDynError;
use sqlx::postgres::PgArguments;

use super::super::models::Measured;
use super::super::support::{Key, Order, Pages, exact};

const SELECT: &str = concat!(
    "SELECT x, y, name, taken_at, note",
    " FROM public.measured",
);

/// A position in the order of `measured_pkey`: `x, y`.
#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct ByXAndY {
    #[serde(with = "exact")]
    pub x: f64,
    #[serde(with = "exact")]
    pub y: f64,
}

impl Order for ByXAndY {
    type Row = Measured;

    const NAME: &'static str = "public.measured by_x_and_y";
    const SELECT: &'static str = SELECT;
    const KEYS: &'static [Key] = &[
        Key::ascending("x", "double precision"),
        Key::ascending("y", "double precision"),
    ];

    fn position(row: &Measured) -> Self {
        Self {
            x: row.x,
            y: row.y,
        }
    }

    fn is_null(&self, _: usize) -> bool {
        false
    }

    fn bind(&self, key: usize, arguments: &mut PgArguments) -> Result<(), BoxDynError> {
        use sqlx::Arguments as _;

        match key {
            0 => arguments.add(self.x),
            1 => arguments.add(self.y),
            _ => Ok(()),
        }
    }
}

/// Pages over all rows: `x, y`.
pub fn by_x_and_y() -> Pages<ByXAndY> {
    Pages::new()
}

/// Pages over the rows with this `x`: `y`.
pub fn of_x_by_y(x: f64) -> Pages<ByXAndY> {
    Pages::new().fix(Some(x))
}

/// A position in the order of `measured_note_key`: `note, x, y`.
///
/// Ties are broken by `x`, `y`.
#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct ByNote {
    pub note: Option<String>,
    #[serde(with = "exact")]
    pub x: f64,
    #[serde(with = "exact")]
    pub y: f64,
}

impl Order for ByNote {
    type Row = Measured;

    const NAME: &'static str = "public.measured by_note";
    const SELECT: &'static str = SELECT;
    const KEYS: &'static [Key] = &[
        Key::ascending("note", "text").nullable(),
        Key::ascending("x", "double precision"),
        Key::ascending("y", "double precision"),
    ];

    fn position(row: &Measured) -> Self {
        Self {
            note: row.note.clone(),
            x: row.x,
            y: row.y,
        }
    }

    fn is_null(&self, key: usize) -> bool {
        match key {
            0 => self.note.is_none(),
            _ => false,
        }
    }

    fn bind(&self, key: usize, arguments: &mut PgArguments) -> Result<(), BoxDynError> {
        use sqlx::Arguments as _;

        match key {
            0 => arguments.add(&self.note),
            1 => arguments.add(self.x),
            2 => arguments.add(self.y),
            _ => Ok(()),
        }
    }
}

/// Pages over all rows: `note, x, y`.
pub fn by_note() -> Pages<ByNote> {
    Pages::new()
}

/// A position in the order of `measured_mixed_idx`: `note DESC NULLS LAST, taken_at, name, x, y`.
///
/// Ties are broken by `x`, `y`.
#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct ByNoteAndTakenAtAndName {
    pub note: Option<String>,
    pub taken_at: DateTime<Utc>,
    pub name: String,
    #[serde(with = "exact")]
    pub x: f64,
    #[serde(with = "exact")]
    pub y: f64,
}

impl Order for ByNoteAndTakenAtAndName {
    type Row = Measured;

    const NAME: &'static str = "public.measured by_note_and_taken_at_and_name";
    const SELECT: &'static str = SELECT;
    const KEYS: &'static [Key] = &[
        Key::descending("note", "text").nulls_last().nullable(),
        Key::ascending("taken_at", "timestamp with time zone"),
        Key::ascending("name", "public.citext").collate(r#" COLLATE "C""#),
        Key::ascending("x", "double precision"),
        Key::ascending("y", "double precision"),
    ];

    fn position(row: &Measured) -> Self {
        Self {
            note: row.note.clone(),
            taken_at: row.taken_at,
            name: row.name.clone(),
            x: row.x,
            y: row.y,
        }
    }

    fn is_null(&self, key: usize) -> bool {
        match key {
            0 => self.note.is_none(),
            _ => false,
        }
    }

    fn bind(&self, key: usize, arguments: &mut PgArguments) -> Result<(), BoxDynError> {
        use sqlx::Arguments as _;

        match key {
            0 => arguments.add(&self.note),
            1 => arguments.add(self.taken_at),
            2 => arguments.add(&self.name),
            3 => arguments.add(self.x),
            4 => arguments.add(self.y),
            _ => Ok(()),
        }
    }
}

/// Pages over all rows: `note DESC NULLS LAST, taken_at, name, x, y`.
pub fn by_note_and_taken_at_and_name() -> Pages<ByNoteAndTakenAtAndName> {
    Pages::new()
}

/// Pages over the rows with this `note`: `taken_at, name, x, y`.
pub fn of_note_by_taken_at_and_name(
    note: Option<String>,
) -> Pages<ByNoteAndTakenAtAndName> {
    Pages::new().fix(note)
}

/// Pages over the rows with this `note`, `taken_at`: `name, x, y`.
pub fn of_note_and_taken_at_by_name(
    note: Option<String>,
    taken_at: DateTime<Utc>,
) -> Pages<ByNoteAndTakenAtAndName> {
    Pages::new().fix(note).fix(Some(taken_at))
}
