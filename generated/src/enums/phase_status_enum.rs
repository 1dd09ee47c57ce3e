// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use serde::{Deserialize, Deserializer, Serialize, Serializer};
use sqlx::{Postgres, Type};
use sqlx::postgres::{PgHasArrayType, PgTypeInfo};

use super::super::UnknownLabel;

/// ready = everything before the phase is there; configured = its own configuration is accepted and it may be started.
///
/// The enum `public.phase_status_enum`; its variants are in the server's order.
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
#[sqlx(type_name = "public.phase_status_enum", rename_all = "snake_case")]
pub enum PhaseStatusEnum {
    NotStarted,
    Ready,
    Configured,
    InProgress,
    Paused,
    Completed,
    Failed,
    Skipped,
}

impl PhaseStatusEnum {
    /// Every value, in the server's order.
    pub const ALL: [Self; 8] = [
        Self::NotStarted,
        Self::Ready,
        Self::Configured,
        Self::InProgress,
        Self::Paused,
        Self::Completed,
        Self::Failed,
        Self::Skipped,
    ];

    /// The label, as PostgreSQL writes it.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::NotStarted => "not_started",
            Self::Ready => "ready",
            Self::Configured => "configured",
            Self::InProgress => "in_progress",
            Self::Paused => "paused",
            Self::Completed => "completed",
            Self::Failed => "failed",
            Self::Skipped => "skipped",
        }
    }
}

impl std::fmt::Display for PhaseStatusEnum {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.pad(self.as_str())
    }
}

impl std::str::FromStr for PhaseStatusEnum {
    type Err = UnknownLabel;

    fn from_str(label: &str) -> Result<Self, UnknownLabel> {
        match label {
            "not_started" => Ok(Self::NotStarted),
            "ready" => Ok(Self::Ready),
            "configured" => Ok(Self::Configured),
            "in_progress" => Ok(Self::InProgress),
            "paused" => Ok(Self::Paused),
            "completed" => Ok(Self::Completed),
            "failed" => Ok(Self::Failed),
            "skipped" => Ok(Self::Skipped),
            _ => Err(UnknownLabel::new("public.phase_status_enum", label)),
        }
    }
}

impl Type<Postgres> for PhaseStatusEnum {
    fn type_info() -> PgTypeInfo {
        PgTypeInfo::with_name("public.phase_status_enum")
    }

    fn compatible(ty: &PgTypeInfo) -> bool {
        [Self::type_info(), PgTypeInfo::with_name("phase_status_enum")].contains(ty)
    }
}

impl PgHasArrayType for PhaseStatusEnum {
    fn array_type_info() -> PgTypeInfo {
        PgTypeInfo::array_of("public.phase_status_enum")
    }

    fn array_compatible(ty: &PgTypeInfo) -> bool {
        [Self::array_type_info(), PgTypeInfo::array_of("phase_status_enum")].contains(ty)
    }
}

impl Serialize for PhaseStatusEnum {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_str(self.as_str())
    }
}

impl<'de> Deserialize<'de> for PhaseStatusEnum {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        UnknownLabel::read(from)
    }
}
