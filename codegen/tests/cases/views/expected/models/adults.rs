/// Who may vote.
///
/// A row of the view `public.adults`.
#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize, sqlx::FromRow)]
pub struct Adult {
    /// `integer`
    pub id: i32,
    /// `text`
    pub name: String,
    /// `integer`
    pub next_age: i32,
}
