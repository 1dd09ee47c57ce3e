// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use serde::{Deserialize, Deserializer, Serialize, Serializer};
use sqlx::{Postgres, Type};
use sqlx::postgres::{PgHasArrayType, PgTypeInfo};

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
    sqlx::Encode,
    sqlx::Decode
)]
#[sqlx(type_name = "public.keyword_rule_type_enum", rename_all = "snake_case")]
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
            _ => Err(UnknownLabel::new("public.keyword_rule_type_enum", label)),
        }
    }
}

impl Type<Postgres> for KeywordRuleTypeEnum {
    fn type_info() -> PgTypeInfo {
        PgTypeInfo::with_name("public.keyword_rule_type_enum")
    }

    fn compatible(ty: &PgTypeInfo) -> bool {
        [Self::type_info(), PgTypeInfo::with_name("keyword_rule_type_enum")].contains(ty)
    }
}

impl PgHasArrayType for KeywordRuleTypeEnum {
    fn array_type_info() -> PgTypeInfo {
        PgTypeInfo::array_of("public.keyword_rule_type_enum")
    }

    fn array_compatible(ty: &PgTypeInfo) -> bool {
        [
            Self::array_type_info(),
            PgTypeInfo::array_of("keyword_rule_type_enum"),
        ].contains(ty)
    }
}

impl Serialize for KeywordRuleTypeEnum {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_str(self.as_str())
    }
}

impl<'de> Deserialize<'de> for KeywordRuleTypeEnum {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        UnknownLabel::read(from)
    }
}
