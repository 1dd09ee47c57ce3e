// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

/// A row of `audit.tmp_copy`; primary key: `id`.
#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize, sqlx::FromRow)]
pub struct TmpCopy {
    /// `bigint NOT NULL`
    pub id: i64,
}

/// A row to be inserted into `audit.tmp_copy`; what comes back is a [`TmpCopy`].
#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct NewTmpCopy {
    /// `bigint NOT NULL`
    pub id: i64,
}

impl NewTmpCopy {
    /// A row of what has neither a default nor NULL; the rest is the schema's.
    #[must_use]
    pub fn new(id: i64) -> Self {
        Self {
            id,
        }
    }
}
