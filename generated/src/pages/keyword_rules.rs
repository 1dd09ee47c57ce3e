// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use uuid::Uuid;

use super::super::enums::KeywordRuleTypeEnum;
use super::super::models::KeywordRule;
use super::super::support::{Key, KeyReader, KeyWriter, Order, Pages};

const SELECT: &str = concat!(
    "SELECT id, keyword_set_id, pattern, rule_type, is_case_sensitive, category, ",
    "context_characters, created_at, updated_at",
    " FROM public.keyword_rules",
);

/// A position in the order of `keyword_rules_pkey`: `id`.
#[derive(Debug, Clone, PartialEq)]
pub struct ById {
    pub id: Uuid,
}

impl Order for ById {
    type Row = KeywordRule;

    const NAME: &'static str = "public.keyword_rules by_id";
    const SELECT: &'static str = SELECT;
    const KEYS: &'static [Key] = &[
        Key::ascending("id", "uuid"),
    ];

    fn position(row: &KeywordRule) -> Self {
        Self {
            id: row.id,
        }
    }

    fn keys<'k>(&'k self, to: &mut impl KeyWriter<'k>) {
        to.key(Some(self.id));
    }

    fn read(from: &mut KeyReader) -> Option<Self> {
        Some(Self {
            id: from.key()?,
        })
    }
}

/// Pages over all rows: `id`.
pub fn by_id() -> Pages<ById> {
    Pages::new()
}

/// A position in the order of `keyword_rules_set_pattern_key`: `keyword_set_id, pattern, rule_type, is_case_sensitive`.
#[derive(Debug, Clone, PartialEq)]
pub struct ByKeywordSetIdAndPatternAndRuleTypeAndIsCaseSensitive {
    pub keyword_set_id: Uuid,
    pub pattern: String,
    pub rule_type: KeywordRuleTypeEnum,
    pub is_case_sensitive: bool,
}

impl Order for ByKeywordSetIdAndPatternAndRuleTypeAndIsCaseSensitive {
    type Row = KeywordRule;

    const NAME: &'static str = "public.keyword_rules by_keyword_set_id_and_pattern_and_rule_type_and_is_case_sensitive";
    const SELECT: &'static str = SELECT;
    const KEYS: &'static [Key] = &[
        Key::ascending("keyword_set_id", "uuid"),
        Key::ascending("pattern", "character varying"),
        Key::ascending("rule_type", "public.keyword_rule_type_enum"),
        Key::ascending("is_case_sensitive", "boolean"),
    ];

    fn position(row: &KeywordRule) -> Self {
        Self {
            keyword_set_id: row.keyword_set_id,
            pattern: row.pattern.clone(),
            rule_type: row.rule_type,
            is_case_sensitive: row.is_case_sensitive,
        }
    }

    fn keys<'k>(&'k self, to: &mut impl KeyWriter<'k>) {
        to.key(Some(self.keyword_set_id));
        to.key(Some(&self.pattern));
        to.key(Some(self.rule_type));
        to.key(Some(self.is_case_sensitive));
    }

    fn read(from: &mut KeyReader) -> Option<Self> {
        Some(Self {
            keyword_set_id: from.key()?,
            pattern: from.key()?,
            rule_type: from.key()?,
            is_case_sensitive: from.key()?,
        })
    }
}

/// Pages over all rows: `keyword_set_id, pattern, rule_type, is_case_sensitive`.
pub fn by_keyword_set_id_and_pattern_and_rule_type_and_is_case_sensitive() -> Pages<ByKeywordSetIdAndPatternAndRuleTypeAndIsCaseSensitive> {
    Pages::new()
}

/// Pages over the rows with this `keyword_set_id`: `pattern, rule_type, is_case_sensitive`.
pub fn of_keyword_set_id_by_pattern_and_rule_type_and_is_case_sensitive(
    keyword_set_id: Uuid,
) -> Pages<ByKeywordSetIdAndPatternAndRuleTypeAndIsCaseSensitive> {
    Pages::new().fix(Some(keyword_set_id))
}

/// Pages over the rows with this `keyword_set_id`, `pattern`: `rule_type, is_case_sensitive`.
pub fn of_keyword_set_id_and_pattern_by_rule_type_and_is_case_sensitive(
    keyword_set_id: Uuid,
    pattern: String,
) -> Pages<ByKeywordSetIdAndPatternAndRuleTypeAndIsCaseSensitive> {
    Pages::new().fix(Some(keyword_set_id)).fix(Some(pattern))
}

/// Pages over the rows with this `keyword_set_id`, `pattern`, `rule_type`: `is_case_sensitive`.
pub fn of_keyword_set_id_and_pattern_and_rule_type_by_is_case_sensitive(
    keyword_set_id: Uuid,
    pattern: String,
    rule_type: KeywordRuleTypeEnum,
) -> Pages<ByKeywordSetIdAndPatternAndRuleTypeAndIsCaseSensitive> {
    Pages::new().fix(Some(keyword_set_id)).fix(Some(pattern)).fix(Some(rule_type))
}
