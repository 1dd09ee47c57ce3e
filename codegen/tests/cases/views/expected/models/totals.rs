/// A row of the materialized view `public.totals`.
#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize, sqlx::FromRow)]
pub struct Total {
    /// `text`
    pub name: String,
    /// `bigint`
    pub people: i64,
}
