/// A row of `public.needed`; primary key: `id`.
///
/// Left out, because nothing can read them:
///
/// - `words` (`tsvector`): sqlx has no Rust type for it.
#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize, sqlx::FromRow)]
pub struct Needed {
    /// `integer NOT NULL`
    pub id: i32,
}
