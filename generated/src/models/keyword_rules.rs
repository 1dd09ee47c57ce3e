// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use chrono::{DateTime, Utc};
use sqlx::FromRow;
use sqlx::postgres::PgRow;
use uuid::Uuid;

use super::super::enums::KeywordRuleTypeEnum;
use super::super::support::{AnyRow, Change, OrDefault, Record, RowReader};

/// What to look for in a page.
///
/// A row of `public.keyword_rules`; primary key: `id`.
#[derive(Debug, Clone, PartialEq)]
pub struct KeywordRule {
    /// `uuid NOT NULL DEFAULT gen_random_uuid()`
    pub id: Uuid,
    /// `uuid NOT NULL`; refers to `public.keyword_sets`
    pub keyword_set_id: Uuid,
    /// Plain text or a regular expression, as rule_type says; at most 500 characters so that the unique index can hold it.
    ///
    /// `character varying(500) NOT NULL`; `CHECK (pattern <> '')`
    pub pattern: String,
    /// `public.keyword_rule_type_enum NOT NULL DEFAULT 'string'`
    pub rule_type: KeywordRuleTypeEnum,
    /// `boolean NOT NULL DEFAULT false`
    pub is_case_sensitive: bool,
    /// `character varying(100)`
    pub category: Option<String>,
    /// Characters kept on each side of a hit.
    ///
    /// `smallint NOT NULL DEFAULT 80`; `CHECK (context_characters BETWEEN 0 AND 1000)`
    pub context_characters: i16,
    /// `timestamp with time zone NOT NULL DEFAULT now()`
    pub created_at: DateTime<Utc>,
    /// `timestamp with time zone NOT NULL DEFAULT now()`
    pub updated_at: DateTime<Utc>,
}

impl Record for KeywordRule {
    fn read<'r>(row: &mut impl RowReader<'r>) -> Result<Self, sqlx::Error> {
        Ok(Self {
            id: row.column("id")?,
            keyword_set_id: row.column("keyword_set_id")?,
            pattern: row.column("pattern")?,
            rule_type: row.column("rule_type")?,
            is_case_sensitive: row.column("is_case_sensitive")?,
            category: row.column("category")?,
            context_characters: row.column("context_characters")?,
            created_at: row.finite("created_at")?,
            updated_at: row.finite("updated_at")?,
        })
    }
}

impl<'r> FromRow<'r, PgRow> for KeywordRule {
    fn from_row(row: &'r PgRow) -> Result<Self, sqlx::Error> {
        Record::read(&mut AnyRow::new(row))
    }
}

/// A row to be inserted into `public.keyword_rules`; it comes back as [`KeywordRule`].
#[derive(Debug, Clone, PartialEq)]
pub struct NewKeywordRule {
    /// `uuid NOT NULL DEFAULT gen_random_uuid()`
    pub id: OrDefault<Uuid>,
    /// `uuid NOT NULL`; refers to `public.keyword_sets`
    pub keyword_set_id: Uuid,
    /// `character varying(500) NOT NULL`; `CHECK (pattern <> '')`
    pub pattern: String,
    /// `public.keyword_rule_type_enum NOT NULL DEFAULT 'string'`
    pub rule_type: OrDefault<KeywordRuleTypeEnum>,
    /// `boolean NOT NULL DEFAULT false`
    pub is_case_sensitive: OrDefault<bool>,
    /// `character varying(100)`
    pub category: Option<String>,
    /// `smallint NOT NULL DEFAULT 80`; `CHECK (context_characters BETWEEN 0 AND 1000)`
    pub context_characters: OrDefault<i16>,
    /// `timestamp with time zone NOT NULL DEFAULT now()`
    pub created_at: OrDefault<DateTime<Utc>>,
    /// `timestamp with time zone NOT NULL DEFAULT now()`
    pub updated_at: OrDefault<DateTime<Utc>>,
}

impl NewKeywordRule {
    /// A row with what must be given; of the other columns, those with a default get it and the rest are NULL.
    #[must_use]
    pub fn new(keyword_set_id: Uuid, pattern: impl Into<String>) -> Self {
        Self {
            id: OrDefault::Default,
            keyword_set_id,
            pattern: pattern.into(),
            rule_type: OrDefault::Default,
            is_case_sensitive: OrDefault::Default,
            category: None,
            context_characters: OrDefault::Default,
            created_at: OrDefault::Default,
            updated_at: OrDefault::Default,
        }
    }

    /// Sets `id`.
    #[must_use]
    pub fn with_id(mut self, id: Uuid) -> Self {
        self.id = OrDefault::Value(id);
        self
    }

    /// Sets `rule_type`.
    #[must_use]
    pub fn with_rule_type(mut self, rule_type: KeywordRuleTypeEnum) -> Self {
        self.rule_type = OrDefault::Value(rule_type);
        self
    }

    /// Sets `is_case_sensitive`.
    #[must_use]
    pub fn with_is_case_sensitive(mut self, is_case_sensitive: bool) -> Self {
        self.is_case_sensitive = OrDefault::Value(is_case_sensitive);
        self
    }

    /// Sets `category`.
    #[must_use]
    pub fn with_category(mut self, category: impl Into<String>) -> Self {
        self.category = Some(category.into());
        self
    }

    /// Sets `context_characters`.
    #[must_use]
    pub fn with_context_characters(mut self, context_characters: i16) -> Self {
        self.context_characters = OrDefault::Value(context_characters);
        self
    }

    /// Sets `created_at`.
    #[must_use]
    pub fn with_created_at(mut self, created_at: DateTime<Utc>) -> Self {
        self.created_at = OrDefault::Value(created_at);
        self
    }

    /// Sets `updated_at`.
    #[must_use]
    pub fn with_updated_at(mut self, updated_at: DateTime<Utc>) -> Self {
        self.updated_at = OrDefault::Value(updated_at);
        self
    }
}

/// A partial update of [`KeywordRule`]: only what is set here is written. `..Default::default()` leaves the rest.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct KeywordRulePatch {
    /// `uuid NOT NULL`; refers to `public.keyword_sets`
    pub keyword_set_id: Option<Uuid>,
    /// `character varying(500) NOT NULL`; `CHECK (pattern <> '')`
    pub pattern: Option<String>,
    /// `public.keyword_rule_type_enum NOT NULL DEFAULT 'string'`
    pub rule_type: Option<KeywordRuleTypeEnum>,
    /// `boolean NOT NULL DEFAULT false`
    pub is_case_sensitive: Option<bool>,
    /// `character varying(100)`
    pub category: Change<String>,
    /// `smallint NOT NULL DEFAULT 80`; `CHECK (context_characters BETWEEN 0 AND 1000)`
    pub context_characters: Option<i16>,
    /// `timestamp with time zone NOT NULL DEFAULT now()`
    pub created_at: Option<DateTime<Utc>>,
    /// `timestamp with time zone NOT NULL DEFAULT now()`
    pub updated_at: Option<DateTime<Utc>>,
}
