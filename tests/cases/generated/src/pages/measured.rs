// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

//! The orders of `public.measured`.
//!
//! Left out:
//!
//! - pages by `measured_lower_idx`: it holds only some of the rows.

use chrono::{DateTime, Utc};

use super::super::models::Measured;
use super::super::support::{Key, KeyReader, KeyWriter, Order, Pages};

const SELECT: &str = concat!(
    "SELECT x, y, name, taken_at, note",
    " FROM public.measured",
);

/// A position in the order of `measured_pkey`: `x, y`.
#[derive(Debug, Clone, PartialEq)]
pub struct ByXAndY {
    pub x: f64,
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

    fn keys<'k>(&'k self, to: &mut impl KeyWriter<'k>) {
        to.float(Some(self.x));
        to.float(Some(self.y));
    }

    fn read(from: &mut KeyReader) -> Option<Self> {
        Some(Self {
            x: from.float()?,
            y: from.float()?,
        })
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
#[derive(Debug, Clone, PartialEq)]
pub struct ByNote {
    pub note: Option<String>,
    pub x: f64,
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

    fn keys<'k>(&'k self, to: &mut impl KeyWriter<'k>) {
        to.key(self.note.as_ref());
        to.float(Some(self.x));
        to.float(Some(self.y));
    }

    fn read(from: &mut KeyReader) -> Option<Self> {
        Some(Self {
            note: from.key()?,
            x: from.float()?,
            y: from.float()?,
        })
    }
}

/// Pages over all rows: `note, x, y`.
pub fn by_note() -> Pages<ByNote> {
    Pages::new()
}

/// A position in the order of `measured_mixed_idx`: `note DESC NULLS LAST, taken_at, name, x, y`.
///
/// Ties are broken by `x`, `y`.
#[derive(Debug, Clone, PartialEq)]
pub struct ByNoteAndTakenAtAndName {
    pub note: Option<String>,
    pub taken_at: DateTime<Utc>,
    pub name: String,
    pub x: f64,
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

    fn keys<'k>(&'k self, to: &mut impl KeyWriter<'k>) {
        to.key(self.note.as_ref());
        to.key(Some(self.taken_at));
        to.key(Some(&self.name));
        to.float(Some(self.x));
        to.float(Some(self.y));
    }

    fn read(from: &mut KeyReader) -> Option<Self> {
        Some(Self {
            note: from.key()?,
            taken_at: from.key()?,
            name: from.key()?,
            x: from.float()?,
            y: from.float()?,
        })
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
