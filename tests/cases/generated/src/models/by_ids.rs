// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

/// A row of `public.by_ids`; primary key: `id`.
#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize, sqlx::FromRow)]
pub struct ById {
    /// `integer NOT NULL`
    pub id: i32,
}

/// A row to be inserted into `public.by_ids`; what comes back is a [`ById`].
#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct NewById {
    /// `integer NOT NULL`
    pub id: i32,
}

impl NewById {
    /// A row of what has neither a default nor NULL; the rest is the schema's.
    #[must_use]
    pub fn new(id: i32) -> Self {
        Self {
            id,
        }
    }
}
