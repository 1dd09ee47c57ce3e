use sqlx::FromRow;
use sqlx::postgres::PgRow;

use super::super::support::column;

/// A row of the materialized view `public.totals`.
#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct Total {
    /// `text`
    pub name: String,
    /// `bigint`
    pub people: i64,
}

impl<'r> FromRow<'r, PgRow> for Total {
    fn from_row(row: &'r PgRow) -> Result<Self, sqlx::Error> {
        Ok(Self {
            name: column(row, 0, "name")?,
            people: column(row, 1, "people")?,
        })
    }
}
