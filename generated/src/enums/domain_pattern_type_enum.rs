// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use serde::{Deserialize, Deserializer, Serialize, Serializer};
use sqlx::{Postgres, Type};
use sqlx::postgres::{PgHasArrayType, PgTypeInfo};

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
    sqlx::Encode,
    sqlx::Decode
)]
#[sqlx(type_name = "public.domain_pattern_type_enum", rename_all = "snake_case")]
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
            _ => Err(UnknownLabel::new("public.domain_pattern_type_enum", label)),
        }
    }
}

impl Type<Postgres> for DomainPatternTypeEnum {
    fn type_info() -> PgTypeInfo {
        PgTypeInfo::with_name("public.domain_pattern_type_enum")
    }

    fn compatible(ty: &PgTypeInfo) -> bool {
        [
            Self::type_info(),
            PgTypeInfo::with_name("domain_pattern_type_enum"),
        ].contains(ty)
    }
}

impl PgHasArrayType for DomainPatternTypeEnum {
    fn array_type_info() -> PgTypeInfo {
        PgTypeInfo::array_of("public.domain_pattern_type_enum")
    }

    fn array_compatible(ty: &PgTypeInfo) -> bool {
        [
            Self::array_type_info(),
            PgTypeInfo::array_of("domain_pattern_type_enum"),
        ].contains(ty)
    }
}

impl Serialize for DomainPatternTypeEnum {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_str(self.as_str())
    }
}

impl<'de> Deserialize<'de> for DomainPatternTypeEnum {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        UnknownLabel::read(from)
    }
}
