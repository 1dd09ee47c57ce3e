// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

/// A value of the domain `public."from"`: `text`; `NOT NULL`.
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
pub struct From(pub String);

impl std::convert::From<String> for From {
    fn from(value: String) -> Self {
        Self(value)
    }
}

impl std::convert::From<From> for String {
    fn from(value: From) -> Self {
        value.0
    }
}

impl std::convert::From<&str> for From {
    fn from(value: &str) -> Self {
        Self(value.to_owned())
    }
}
