// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use serde::{Deserialize, Deserializer, Serialize, Serializer};
use sqlx::{Postgres, Type};
use sqlx::postgres::{PgHasArrayType, PgTypeInfo};

use super::super::UnknownLabel;

/// The enum `public.audit_status_enum`; its variants are in the server's order.
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
#[sqlx(type_name = "public.audit_status_enum", rename_all = "snake_case")]
pub enum AuditStatusEnum {
    Success,
    Failure,
    Denied,
}

impl AuditStatusEnum {
    /// Every value, in the server's order.
    pub const ALL: [Self; 3] = [Self::Success, Self::Failure, Self::Denied];

    /// The label, as PostgreSQL writes it.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Success => "success",
            Self::Failure => "failure",
            Self::Denied => "denied",
        }
    }
}

impl std::fmt::Display for AuditStatusEnum {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.pad(self.as_str())
    }
}

impl std::str::FromStr for AuditStatusEnum {
    type Err = UnknownLabel;

    fn from_str(label: &str) -> Result<Self, UnknownLabel> {
        match label {
            "success" => Ok(Self::Success),
            "failure" => Ok(Self::Failure),
            "denied" => Ok(Self::Denied),
            _ => Err(UnknownLabel::new("public.audit_status_enum", label)),
        }
    }
}

impl Type<Postgres> for AuditStatusEnum {
    fn type_info() -> PgTypeInfo {
        PgTypeInfo::with_name("public.audit_status_enum")
    }

    fn compatible(ty: &PgTypeInfo) -> bool {
        [Self::type_info(), PgTypeInfo::with_name("audit_status_enum")].contains(ty)
    }
}

impl PgHasArrayType for AuditStatusEnum {
    fn array_type_info() -> PgTypeInfo {
        PgTypeInfo::array_of("public.audit_status_enum")
    }

    fn array_compatible(ty: &PgTypeInfo) -> bool {
        [Self::array_type_info(), PgTypeInfo::array_of("audit_status_enum")].contains(ty)
    }
}

impl Serialize for AuditStatusEnum {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_str(self.as_str())
    }
}

impl<'de> Deserialize<'de> for AuditStatusEnum {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        UnknownLabel::read(from)
    }
}
