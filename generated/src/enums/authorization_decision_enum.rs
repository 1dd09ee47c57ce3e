// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use serde::{Deserialize, Deserializer, Serialize, Serializer};
use sqlx::{Postgres, Type};
use sqlx::postgres::{PgHasArrayType, PgTypeInfo};

use super::super::UnknownLabel;

/// The enum `public.authorization_decision_enum`; its variants are in the server's order.
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
#[sqlx(type_name = "public.authorization_decision_enum", rename_all = "snake_case")]
pub enum AuthorizationDecisionEnum {
    Allow,
    Deny,
    Conditional,
}

impl AuthorizationDecisionEnum {
    /// Every value, in the server's order.
    pub const ALL: [Self; 3] = [Self::Allow, Self::Deny, Self::Conditional];

    /// The label, as PostgreSQL writes it.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Allow => "allow",
            Self::Deny => "deny",
            Self::Conditional => "conditional",
        }
    }
}

impl std::fmt::Display for AuthorizationDecisionEnum {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.pad(self.as_str())
    }
}

impl std::str::FromStr for AuthorizationDecisionEnum {
    type Err = UnknownLabel;

    fn from_str(label: &str) -> Result<Self, UnknownLabel> {
        match label {
            "allow" => Ok(Self::Allow),
            "deny" => Ok(Self::Deny),
            "conditional" => Ok(Self::Conditional),
            _ => Err(UnknownLabel::new("public.authorization_decision_enum", label)),
        }
    }
}

impl Type<Postgres> for AuthorizationDecisionEnum {
    fn type_info() -> PgTypeInfo {
        PgTypeInfo::with_name("public.authorization_decision_enum")
    }

    fn compatible(ty: &PgTypeInfo) -> bool {
        [
            Self::type_info(),
            PgTypeInfo::with_name("authorization_decision_enum"),
        ].contains(ty)
    }
}

impl PgHasArrayType for AuthorizationDecisionEnum {
    fn array_type_info() -> PgTypeInfo {
        PgTypeInfo::array_of("public.authorization_decision_enum")
    }

    fn array_compatible(ty: &PgTypeInfo) -> bool {
        [
            Self::array_type_info(),
            PgTypeInfo::array_of("authorization_decision_enum"),
        ].contains(ty)
    }
}

impl Serialize for AuthorizationDecisionEnum {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_str(self.as_str())
    }
}

impl<'de> Deserialize<'de> for AuthorizationDecisionEnum {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        UnknownLabel::read(from)
    }
}
