// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

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
    serde::Serialize,
    serde::Deserialize,
    sqlx::Type
)]
#[serde(rename_all = "snake_case")]
#[sqlx(type_name = "authorization_decision_enum", rename_all = "snake_case")]
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
            _ => Err(UnknownLabel::new("authorization_decision_enum", label)),
        }
    }
}
