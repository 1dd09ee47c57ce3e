use sqlx::FromRow;
use sqlx::postgres::PgRow;

use super::super::support::column;

/// A row of `public.needed`; primary key: `id`.
///
/// Left out, because nothing can read them:
///
/// - `words` (`tsvector`): sqlx has no Rust type for it.
#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct Needed {
    /// `integer NOT NULL`
    pub id: i32,
}

impl<'r> FromRow<'r, PgRow> for Needed {
    fn from_row(row: &'r PgRow) -> Result<Self, sqlx::Error> {
        Ok(Self {
            id: column(row, 0, "id")?,
        })
    }
}
