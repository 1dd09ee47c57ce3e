// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

/// A row of `public.wide_key`; primary key: `one`, `two`, `three`, `four`, `five`, `six`, `seven`, `eight`.
#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize, sqlx::FromRow)]
pub struct WideKey {
    /// `text NOT NULL`
    pub one: String,
    /// `text NOT NULL`
    pub two: String,
    /// `text NOT NULL`
    pub three: String,
    /// `text NOT NULL`
    pub four: String,
    /// `text NOT NULL`
    pub five: String,
    /// `text NOT NULL`
    pub six: String,
    /// `text NOT NULL`
    pub seven: String,
    /// `text NOT NULL`
    pub eight: String,
}

/// A row to be inserted into `public.wide_key`; what comes back is a [`WideKey`].
#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct NewWideKey {
    /// `text NOT NULL`
    pub one: String,
    /// `text NOT NULL`
    pub two: String,
    /// `text NOT NULL`
    pub three: String,
    /// `text NOT NULL`
    pub four: String,
    /// `text NOT NULL`
    pub five: String,
    /// `text NOT NULL`
    pub six: String,
    /// `text NOT NULL`
    pub seven: String,
    /// `text NOT NULL`
    pub eight: String,
}

impl NewWideKey {
    /// A row of what has neither a default nor NULL; the rest is the schema's.
    #[allow(clippy::too_many_arguments)]
    #[must_use]
    pub fn new(
        one: impl Into<String>,
        two: impl Into<String>,
        three: impl Into<String>,
        four: impl Into<String>,
        five: impl Into<String>,
        six: impl Into<String>,
        seven: impl Into<String>,
        eight: impl Into<String>,
    ) -> Self {
        Self {
            one: one.into(),
            two: two.into(),
            three: three.into(),
            four: four.into(),
            five: five.into(),
            six: six.into(),
            seven: seven.into(),
            eight: eight.into(),
        }
    }
}
