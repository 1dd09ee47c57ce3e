// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

/// A value of the domain `public."some"`: `integer`.
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
pub struct Some(pub i32);

impl From<i32> for Some {
    fn from(value: i32) -> Self {
        Self(value)
    }
}

impl From<Some> for i32 {
    fn from(value: Some) -> Self {
        value.0
    }
}
