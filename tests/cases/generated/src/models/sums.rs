// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

/// A row of the view `public.sums`.
#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize, sqlx::FromRow)]
pub struct Sum {
    /// `double precision`
    pub x: f64,
    /// `bigint`
    pub n: i64,
    /// `double precision`
    pub sum: f64,
}
