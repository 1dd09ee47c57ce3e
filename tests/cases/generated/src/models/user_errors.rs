// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

/// A row of `public.user_errors`; primary key: `id`.
#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize, sqlx::FromRow)]
pub struct UserError {
    /// `integer NOT NULL`
    pub id: i32,
}

/// A row to be inserted into `public.user_errors`; what comes back is a [`UserError`].
#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct NewUserError2 {
    /// `integer NOT NULL`
    pub id: i32,
}

impl NewUserError2 {
    /// A row of what has neither a default nor NULL; the rest is the schema's.
    #[must_use]
    pub fn new(id: i32) -> Self {
        Self {
            id,
        }
    }
}
