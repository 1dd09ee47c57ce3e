// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

/// A value of the domain `public.email`: `character varying(40)`; `CHECK (VALUE LIKE '%@%')`.
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
pub struct Email(pub String);

impl From<String> for Email {
    fn from(value: String) -> Self {
        Self(value)
    }
}

impl From<Email> for String {
    fn from(value: Email) -> Self {
        value.0
    }
}

impl From<&str> for Email {
    fn from(value: &str) -> Self {
        Self(value.to_owned())
    }
}
