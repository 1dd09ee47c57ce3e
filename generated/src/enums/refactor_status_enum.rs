// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use serde::{Deserialize, Deserializer, Serialize, Serializer};
use sqlx::{Postgres, Type};
use sqlx::postgres::{PgHasArrayType, PgTypeInfo};

use super::super::UnknownLabel;

/// The enum `public.refactor_status_enum`; its variants are in the server's order.
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
#[sqlx(type_name = "public.refactor_status_enum", rename_all = "snake_case")]
pub enum RefactorStatusEnum {
    Planned,
    InProgress,
    Completed,
    Reverted,
}

impl RefactorStatusEnum {
    /// Every value, in the server's order.
    pub const ALL: [Self; 4] = [
        Self::Planned,
        Self::InProgress,
        Self::Completed,
        Self::Reverted,
    ];

    /// The label, as PostgreSQL writes it.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Planned => "planned",
            Self::InProgress => "in_progress",
            Self::Completed => "completed",
            Self::Reverted => "reverted",
        }
    }
}

impl std::fmt::Display for RefactorStatusEnum {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.pad(self.as_str())
    }
}

impl std::str::FromStr for RefactorStatusEnum {
    type Err = UnknownLabel;

    fn from_str(label: &str) -> Result<Self, UnknownLabel> {
        match label {
            "planned" => Ok(Self::Planned),
            "in_progress" => Ok(Self::InProgress),
            "completed" => Ok(Self::Completed),
            "reverted" => Ok(Self::Reverted),
            _ => Err(UnknownLabel::new("public.refactor_status_enum", label)),
        }
    }
}

impl Type<Postgres> for RefactorStatusEnum {
    fn type_info() -> PgTypeInfo {
        PgTypeInfo::with_name("public.refactor_status_enum")
    }

    fn compatible(ty: &PgTypeInfo) -> bool {
        [Self::type_info(), PgTypeInfo::with_name("refactor_status_enum")].contains(ty)
    }
}

impl PgHasArrayType for RefactorStatusEnum {
    fn array_type_info() -> PgTypeInfo {
        PgTypeInfo::array_of("public.refactor_status_enum")
    }

    fn array_compatible(ty: &PgTypeInfo) -> bool {
        [
            Self::array_type_info(),
            PgTypeInfo::array_of("refactor_status_enum"),
        ].contains(ty)
    }
}

impl Serialize for RefactorStatusEnum {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_str(self.as_str())
    }
}

impl<'de> Deserialize<'de> for RefactorStatusEnum {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        UnknownLabel::read(from)
    }
}
