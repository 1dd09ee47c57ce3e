// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use super::super::UnknownLabel;

/// Which side of the constant the variable characters stand on.
///
/// The enum `public.domain_pattern_type_enum`; its variants are in the server's order.
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
#[sqlx(type_name = "domain_pattern_type_enum", rename_all = "snake_case")]
pub enum DomainPatternTypeEnum {
    PrefixVariable,
    SuffixVariable,
    BothVariable,
}

impl DomainPatternTypeEnum {
    /// Every value, in the server's order.
    pub const ALL: [Self; 3] = [
        Self::PrefixVariable,
        Self::SuffixVariable,
        Self::BothVariable,
    ];

    /// The label, as PostgreSQL writes it.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::PrefixVariable => "prefix_variable",
            Self::SuffixVariable => "suffix_variable",
            Self::BothVariable => "both_variable",
        }
    }
}

impl std::fmt::Display for DomainPatternTypeEnum {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.pad(self.as_str())
    }
}

impl std::str::FromStr for DomainPatternTypeEnum {
    type Err = UnknownLabel;

    fn from_str(label: &str) -> Result<Self, UnknownLabel> {
        match label {
            "prefix_variable" => Ok(Self::PrefixVariable),
            "suffix_variable" => Ok(Self::SuffixVariable),
            "both_variable" => Ok(Self::BothVariable),
            _ => Err(UnknownLabel::new("domain_pattern_type_enum", label)),
        }
    }
}
