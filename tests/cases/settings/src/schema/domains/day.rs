// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use time::Date;

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
    sqlx::Type,
    PartialOrd
)]
#[doc(alias = "database")]
#[serde(transparent)]
#[sqlx(transparent)]
pub struct Day(pub Date);

impl From<Date> for Day {
    fn from(value: Date) -> Self {
        Self(value)
    }
}

impl From<Day> for Date {
    fn from(value: Day) -> Self {
        value.0
    }
}
