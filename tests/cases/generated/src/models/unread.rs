// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

/// A row of `public.unread`, which has no primary key.
///
/// Left out, because nothing can read them:
///
/// - `body` (`tsvector`): sqlx has no Rust type for it.
///
/// There is no store: no column has a Rust type.
#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize, sqlx::FromRow)]
pub struct Unread {}
