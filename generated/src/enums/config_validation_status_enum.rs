// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use super::super::UnknownLabel;

/// The enum `public.config_validation_status_enum`; its variants are in the server's order.
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
#[sqlx(type_name = "config_validation_status_enum", rename_all = "snake_case")]
pub enum ConfigValidationStatusEnum {
    Pending,
    Passed,
    Failed,
}

impl ConfigValidationStatusEnum {
    /// Every value, in the server's order.
    pub const ALL: [Self; 3] = [Self::Pending, Self::Passed, Self::Failed];

    /// The label, as PostgreSQL writes it.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Pending => "pending",
            Self::Passed => "passed",
            Self::Failed => "failed",
        }
    }
}

impl std::fmt::Display for ConfigValidationStatusEnum {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.pad(self.as_str())
    }
}

impl std::str::FromStr for ConfigValidationStatusEnum {
    type Err = UnknownLabel;

    fn from_str(label: &str) -> Result<Self, UnknownLabel> {
        match label {
            "pending" => Ok(Self::Pending),
            "passed" => Ok(Self::Passed),
            "failed" => Ok(Self::Failed),
            _ => Err(UnknownLabel::new("config_validation_status_enum", label)),
        }
    }
}
