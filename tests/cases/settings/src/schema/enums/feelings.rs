// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use super::super::UnknownLabel;

/// The enum `public.mood`; its variants are in the server's order.
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
#[doc(alias = "database")]
#[sqlx(type_name = "mood")]
pub enum Feeling {
    #[serde(rename = "happy")]
    #[sqlx(rename = "happy")]
    Happy,
    #[serde(rename = "on hold")]
    #[sqlx(rename = "on hold")]
    Paused,
    #[serde(rename = "sad")]
    #[sqlx(rename = "sad")]
    Sad,
}

impl Feeling {
    /// Every value, in the server's order.
    pub const ALL: [Self; 3] = [Self::Happy, Self::Paused, Self::Sad];

    /// The label, as PostgreSQL writes it.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Happy => "happy",
            Self::Paused => "on hold",
            Self::Sad => "sad",
        }
    }
}

impl std::fmt::Display for Feeling {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.pad(self.as_str())
    }
}

impl std::str::FromStr for Feeling {
    type Err = UnknownLabel;

    fn from_str(label: &str) -> Result<Self, UnknownLabel> {
        match label {
            "happy" => Ok(Self::Happy),
            "on hold" => Ok(Self::Paused),
            "sad" => Ok(Self::Sad),
            _ => Err(UnknownLabel::new("mood", label)),
        }
    }
}
