// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

/// A value of the domain `public.word`: `character varying(20)`.
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
pub struct Word(pub String);

impl From<String> for Word {
    fn from(value: String) -> Self {
        Self(value)
    }
}

impl From<Word> for String {
    fn from(value: Word) -> Self {
        value.0
    }
}

impl From<&str> for Word {
    fn from(value: &str) -> Self {
        Self(value.to_owned())
    }
}
