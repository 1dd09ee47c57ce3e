// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use super::super::domains::Share;

/// A value of the domain `public.small_share`: `public.share`; `CHECK (VALUE < 10)`.
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
pub struct SmallShare(pub Share);

impl From<Share> for SmallShare {
    fn from(value: Share) -> Self {
        Self(value)
    }
}

impl From<SmallShare> for Share {
    fn from(value: SmallShare) -> Self {
        value.0
    }
}
