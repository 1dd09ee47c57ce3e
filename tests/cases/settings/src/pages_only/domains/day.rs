// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use chrono::NaiveDate;

/// A value of the domain `public.day`: `date`.
///
/// Whether the value is legal is the server's to say, when it is written.
#[derive(
    Debug,
    Clone,
    Copy,
    PartialEq,
    Eq,
    Hash,
    serde::Serialize,
    serde::Deserialize,
    sqlx::Type
)]
#[serde(transparent)]
#[sqlx(transparent)]
pub struct Day(pub NaiveDate);

impl From<NaiveDate> for Day {
    fn from(value: NaiveDate) -> Self {
        Self(value)
    }
}

impl From<Day> for NaiveDate {
    fn from(value: Day) -> Self {
        value.0
    }
}
