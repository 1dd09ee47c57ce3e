// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use super::super::enums::Mood;

/// A value of the domain `public.late_mood`: `public.mood`; `CHECK (VALUE <> '+')`.
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
pub struct LateMood(pub Mood);

impl From<Mood> for LateMood {
    fn from(value: Mood) -> Self {
        Self(value)
    }
}

impl From<LateMood> for Mood {
    fn from(value: LateMood) -> Self {
        value.0
    }
}
