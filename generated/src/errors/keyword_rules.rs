// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use super::super::support::violated;

/// What can go wrong when `public.keyword_rules` is written: a variant for each constraint; all else is [`Self::Sqlx`].
///
/// `?` makes it of an [`sqlx::Error`], that of a commit too, where deferred constraints are checked.
#[derive(Debug)]
#[non_exhaustive]
pub enum KeywordRuleError {
    /// `keyword_rules_pkey`: another row has this `id`.
    IdTaken,
    /// `keyword_rules_set_pattern_key`: another row has this `keyword_set_id, pattern, rule_type, is_case_sensitive`.
    SetPatternTaken,
    /// `keyword_rules_pattern_check`: `CHECK (pattern <> '')`.
    PatternInvalid,
    /// `keyword_rules_context_characters_check`: `CHECK (context_characters BETWEEN 0 AND 1000)`.
    ContextCharactersInvalid,
    /// `keyword_rules_keyword_set_id_fkey`: `public.keyword_sets` has no row for `keyword_set_id`.
    KeywordSetNotFound,
    /// Anything else: the connection, the server, a value that Rust cannot hold.
    Sqlx(sqlx::Error),
}

impl From<sqlx::Error> for KeywordRuleError {
    fn from(error: sqlx::Error) -> Self {
        match violated(&error) {
            ("keyword_rules", "keyword_rules_pkey") => Self::IdTaken,
            ("keyword_rules", "keyword_rules_set_pattern_key") => Self::SetPatternTaken,
            ("keyword_rules", "keyword_rules_pattern_check") => Self::PatternInvalid,
            ("keyword_rules", "keyword_rules_context_characters_check") => {
                Self::ContextCharactersInvalid
            }
            ("keyword_rules", "keyword_rules_keyword_set_id_fkey") => {
                Self::KeywordSetNotFound
            }
            _ => Self::Sqlx(error),
        }
    }
}

impl std::fmt::Display for KeywordRuleError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let message = match self {
            Self::IdTaken => "another row has this id (keyword_rules_pkey)",
            Self::SetPatternTaken => {
                "another row has this keyword_set_id, pattern, rule_type, is_case_sensitive (keyword_rules_set_pattern_key)"
            }
            Self::PatternInvalid => "a value is against keyword_rules_pattern_check",
            Self::ContextCharactersInvalid => {
                "a value is against keyword_rules_context_characters_check"
            }
            Self::KeywordSetNotFound => {
                "public.keyword_sets has no row for keyword_set_id (keyword_rules_keyword_set_id_fkey)"
            }
            Self::Sqlx(error) => return error.fmt(f),
        };
        f.write_str(message)
    }
}

impl std::error::Error for KeywordRuleError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Sqlx(error) => Some(error),
            _ => None,
        }
    }
}
