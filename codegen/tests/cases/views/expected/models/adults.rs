use sqlx::FromRow;
use sqlx::postgres::PgRow;

use super::super::support::column;

/// Who may vote.
///
/// A row of the view `public.adults`.
#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct Adult {
    /// `integer`
    pub id: i32,
    /// `text`
    pub name: String,
    /// `integer`
    pub next_age: i32,
}

impl<'r> FromRow<'r, PgRow> for Adult {
    fn from_row(row: &'r PgRow) -> Result<Self, sqlx::Error> {
        Ok(Self {
            id: column(row, 0, "id")?,
            name: column(row, 1, "name")?,
            next_age: column(row, 2, "next_age")?,
        })
    }
}
