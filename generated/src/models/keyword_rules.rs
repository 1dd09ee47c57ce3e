// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use chrono::{DateTime, Utc};
use uuid::Uuid;

use super::super::enums::KeywordRuleTypeEnum;

/// What to look for in a page.
///
/// A row of `public.keyword_rules`; primary key: `id`.
#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize, sqlx::FromRow)]
pub struct KeywordRule {
    /// `uuid NOT NULL DEFAULT gen_random_uuid()`
    pub id: Uuid,
    /// `uuid NOT NULL`
    pub keyword_set_id: Uuid,
    /// Plain text or a regular expression, as rule_type says; at most 500 characters so that the unique index can hold it.
    ///
    /// `character varying(500) NOT NULL`
    pub pattern: String,
    /// `public.keyword_rule_type_enum NOT NULL DEFAULT 'string'`
    pub rule_type: KeywordRuleTypeEnum,
    /// `boolean NOT NULL DEFAULT false`
    pub is_case_sensitive: bool,
    /// `character varying(100)`
    pub category: Option<String>,
    /// Characters kept on each side of a hit.
    ///
    /// `smallint NOT NULL DEFAULT 80`
    pub context_characters: i16,
    /// `timestamp with time zone NOT NULL DEFAULT now()`
    pub created_at: DateTime<Utc>,
    /// `timestamp with time zone NOT NULL DEFAULT now()`
    pub updated_at: DateTime<Utc>,
}
