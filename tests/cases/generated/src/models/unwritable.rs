// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

/// A row of `public.unwritable`; primary key: `id`.
///
/// Left out, because nothing can read them:
///
/// - `body` (`tsvector`): sqlx has no Rust type for it.
#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize, sqlx::FromRow)]
pub struct Unwritable {
    /// `integer NOT NULL`
    pub id: i32,
}
