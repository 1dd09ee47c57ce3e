// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use super::super::UnknownLabel;

/// The enum `public.keyword_rule_type_enum`; its variants are in the server's order.
#[derive(
    Debug,
    Clone,
    Copy,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Hash,
    serde::Serialize,
    serde::Deserialize,
    sqlx::Type
)]
#[serde(rename_all = "snake_case")]
#[sqlx(type_name = "keyword_rule_type_enum", rename_all = "snake_case")]
pub enum KeywordRuleTypeEnum {
    String,
    Regex,
}

impl KeywordRuleTypeEnum {
    /// Every value, in the server's order.
    pub const ALL: [Self; 2] = [Self::String, Self::Regex];

    /// The label, as PostgreSQL writes it.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::String => "string",
            Self::Regex => "regex",
        }
    }
}

impl std::fmt::Display for KeywordRuleTypeEnum {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.pad(self.as_str())
    }
}

impl std::str::FromStr for KeywordRuleTypeEnum {
    type Err = UnknownLabel;

    fn from_str(label: &str) -> Result<Self, UnknownLabel> {
        match label {
            "string" => Ok(Self::String),
            "regex" => Ok(Self::Regex),
            _ => Err(UnknownLabel::new("keyword_rule_type_enum", label)),
        }
    }
}
