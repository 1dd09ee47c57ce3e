use sqlx::FromRow;
use sqlx::postgres::PgRow;

/// A row of `public.vectors`, which has no primary key.
///
/// Left out, because nothing can read them:
///
/// - `words` (`tsvector`): sqlx has no Rust type for it.
///
/// There is no store: no column has a Rust type.
#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct Vector {}

impl<'r> FromRow<'r, PgRow> for Vector {
    fn from_row(_: &'r PgRow) -> Result<Self, sqlx::Error> {
        Ok(Self {})
    }
}
