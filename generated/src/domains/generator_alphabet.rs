// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

/// Characters a generator draws from, in the order it counts in. Each once: a repeated one would yield the same name twice.
///
/// A value of the domain `public.generator_alphabet`: `character varying(64)`; `CHECK (VALUE ~ '^[a-z0-9-]+$')`; `CHECK (VALUE !~ '(.).*\1')`.
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
pub struct GeneratorAlphabet(pub String);

impl From<String> for GeneratorAlphabet {
    fn from(value: String) -> Self {
        Self(value)
    }
}

impl From<GeneratorAlphabet> for String {
    fn from(value: GeneratorAlphabet) -> Self {
        value.0
    }
}

impl From<&str> for GeneratorAlphabet {
    fn from(value: &str) -> Self {
        Self(value.to_owned())
    }
}
