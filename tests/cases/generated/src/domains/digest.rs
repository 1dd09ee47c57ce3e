// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

/// A value of the domain `public.digest`: `bytea`; `CHECK (octet_length(VALUE) = 32)`.
///
/// Whether the value is legal is the server's to say, when it is written.
#[derive(
    Debug,
    Clone,
    PartialEq,
    Eq,
    Hash,
    serde::Serialize,
    serde::Deserialize,
    sqlx::Type
)]
#[serde(transparent)]
#[sqlx(transparent)]
pub struct Digest(pub Vec<u8>);

impl From<Vec<u8>> for Digest {
    fn from(value: Vec<u8>) -> Self {
        Self(value)
    }
}

impl From<Digest> for Vec<u8> {
    fn from(value: Digest) -> Self {
        value.0
    }
}
