// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use serde::{Deserialize, Deserializer, Serialize, Serializer};
use sqlx::{Postgres, Type};
use sqlx::postgres::{PgHasArrayType, PgTypeInfo};

use super::super::UnknownLabel;

/// The enum `public.job_attempt_outcome_enum`; its variants are in the server's order.
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
#[sqlx(type_name = "public.job_attempt_outcome_enum", rename_all = "snake_case")]
pub enum JobAttemptOutcomeEnum {
    Completed,
    Retried,
    Failed,
    Dead,
    LeaseExpired,
    Cancelled,
}

impl JobAttemptOutcomeEnum {
    /// Every value, in the server's order.
    pub const ALL: [Self; 6] = [
        Self::Completed,
        Self::Retried,
        Self::Failed,
        Self::Dead,
        Self::LeaseExpired,
        Self::Cancelled,
    ];

    /// The label, as PostgreSQL writes it.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Completed => "completed",
            Self::Retried => "retried",
            Self::Failed => "failed",
            Self::Dead => "dead",
            Self::LeaseExpired => "lease_expired",
            Self::Cancelled => "cancelled",
        }
    }
}

impl std::fmt::Display for JobAttemptOutcomeEnum {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.pad(self.as_str())
    }
}

impl std::str::FromStr for JobAttemptOutcomeEnum {
    type Err = UnknownLabel;

    fn from_str(label: &str) -> Result<Self, UnknownLabel> {
        match label {
            "completed" => Ok(Self::Completed),
            "retried" => Ok(Self::Retried),
            "failed" => Ok(Self::Failed),
            "dead" => Ok(Self::Dead),
            "lease_expired" => Ok(Self::LeaseExpired),
            "cancelled" => Ok(Self::Cancelled),
            _ => Err(UnknownLabel::new("public.job_attempt_outcome_enum", label)),
        }
    }
}

impl Type<Postgres> for JobAttemptOutcomeEnum {
    fn type_info() -> PgTypeInfo {
        PgTypeInfo::with_name("public.job_attempt_outcome_enum")
    }

    fn compatible(ty: &PgTypeInfo) -> bool {
        [
            Self::type_info(),
            PgTypeInfo::with_name("job_attempt_outcome_enum"),
        ].contains(ty)
    }
}

impl PgHasArrayType for JobAttemptOutcomeEnum {
    fn array_type_info() -> PgTypeInfo {
        PgTypeInfo::array_of("public.job_attempt_outcome_enum")
    }

    fn array_compatible(ty: &PgTypeInfo) -> bool {
        [
            Self::array_type_info(),
            PgTypeInfo::array_of("job_attempt_outcome_enum"),
        ].contains(ty)
    }
}

impl Serialize for JobAttemptOutcomeEnum {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_str(self.as_str())
    }
}

impl<'de> Deserialize<'de> for JobAttemptOutcomeEnum {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        UnknownLabel::read(from)
    }
}
