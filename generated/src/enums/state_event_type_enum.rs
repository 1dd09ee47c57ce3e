// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use serde::{Deserialize, Deserializer, Serialize, Serializer};
use sqlx::{Postgres, Type};
use sqlx::postgres::{PgHasArrayType, PgTypeInfo};

use super::super::UnknownLabel;

/// The enum `public.state_event_type_enum`; its variants are in the server's order.
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
#[sqlx(type_name = "public.state_event_type_enum", rename_all = "snake_case")]
pub enum StateEventTypeEnum {
    StatusChanged,
    PhaseChanged,
    ConfigurationChanged,
    ProgressReported,
    ErrorReported,
    NoteAdded,
}

impl StateEventTypeEnum {
    /// Every value, in the server's order.
    pub const ALL: [Self; 6] = [
        Self::StatusChanged,
        Self::PhaseChanged,
        Self::ConfigurationChanged,
        Self::ProgressReported,
        Self::ErrorReported,
        Self::NoteAdded,
    ];

    /// The label, as PostgreSQL writes it.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::StatusChanged => "status_changed",
            Self::PhaseChanged => "phase_changed",
            Self::ConfigurationChanged => "configuration_changed",
            Self::ProgressReported => "progress_reported",
            Self::ErrorReported => "error_reported",
            Self::NoteAdded => "note_added",
        }
    }
}

impl std::fmt::Display for StateEventTypeEnum {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.pad(self.as_str())
    }
}

impl std::str::FromStr for StateEventTypeEnum {
    type Err = UnknownLabel;

    fn from_str(label: &str) -> Result<Self, UnknownLabel> {
        match label {
            "status_changed" => Ok(Self::StatusChanged),
            "phase_changed" => Ok(Self::PhaseChanged),
            "configuration_changed" => Ok(Self::ConfigurationChanged),
            "progress_reported" => Ok(Self::ProgressReported),
            "error_reported" => Ok(Self::ErrorReported),
            "note_added" => Ok(Self::NoteAdded),
            _ => Err(UnknownLabel::new("public.state_event_type_enum", label)),
        }
    }
}

impl Type<Postgres> for StateEventTypeEnum {
    fn type_info() -> PgTypeInfo {
        PgTypeInfo::with_name("public.state_event_type_enum")
    }

    fn compatible(ty: &PgTypeInfo) -> bool {
        [Self::type_info(), PgTypeInfo::with_name("state_event_type_enum")].contains(ty)
    }
}

impl PgHasArrayType for StateEventTypeEnum {
    fn array_type_info() -> PgTypeInfo {
        PgTypeInfo::array_of("public.state_event_type_enum")
    }

    fn array_compatible(ty: &PgTypeInfo) -> bool {
        [
            Self::array_type_info(),
            PgTypeInfo::array_of("state_event_type_enum"),
        ].contains(ty)
    }
}

impl Serialize for StateEventTypeEnum {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_str(self.as_str())
    }
}

impl<'de> Deserialize<'de> for StateEventTypeEnum {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        UnknownLabel::read(from)
    }
}
