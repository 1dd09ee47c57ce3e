// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use crate::types::Span;

/// A value of the domain `public.pause`: `interval`.
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
pub struct Pause(pub Span);

impl From<Span> for Pause {
    fn from(value: Span) -> Self {
        Self(value)
    }
}

impl From<Pause> for Span {
    fn from(value: Pause) -> Self {
        value.0
    }
}
