// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use uuid::Uuid;

/// Keywords of each set that an HTTP check found; a set without a hit has no row.
///
/// A row of `public.http_keyword_result_matches`; primary key: `campaign_id`, `domain_id`, `attempt`, `keyword_set_id`.
#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize, sqlx::FromRow)]
pub struct HttpKeywordResultMatch {
    /// `uuid NOT NULL`
    pub campaign_id: Uuid,
    /// `bigint NOT NULL`
    pub domain_id: i64,
    /// `smallint NOT NULL`
    pub attempt: i16,
    /// `uuid NOT NULL`
    pub keyword_set_id: Uuid,
    /// `text[] NOT NULL`
    pub keywords: Vec<String>,
}
