// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use serde::{Deserialize, Deserializer, Serialize, Serializer};
use sqlx::{Postgres, Type};
use sqlx::postgres::{PgHasArrayType, PgTypeInfo};

use super::super::UnknownLabel;

/// The enum `public.audit_action_enum`; its variants are in the server's order.
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
#[sqlx(type_name = "public.audit_action_enum", rename_all = "snake_case")]
pub enum AuditActionEnum {
    Create,
    Read,
    Update,
    Delete,
    Execute,
    Export,
    Login,
    Logout,
}

impl AuditActionEnum {
    /// Every value, in the server's order.
    pub const ALL: [Self; 8] = [
        Self::Create,
        Self::Read,
        Self::Update,
        Self::Delete,
        Self::Execute,
        Self::Export,
        Self::Login,
        Self::Logout,
    ];

    /// The label, as PostgreSQL writes it.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Create => "create",
            Self::Read => "read",
            Self::Update => "update",
            Self::Delete => "delete",
            Self::Execute => "execute",
            Self::Export => "export",
            Self::Login => "login",
            Self::Logout => "logout",
        }
    }
}

impl std::fmt::Display for AuditActionEnum {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.pad(self.as_str())
    }
}

impl std::str::FromStr for AuditActionEnum {
    type Err = UnknownLabel;

    fn from_str(label: &str) -> Result<Self, UnknownLabel> {
        match label {
            "create" => Ok(Self::Create),
            "read" => Ok(Self::Read),
            "update" => Ok(Self::Update),
            "delete" => Ok(Self::Delete),
            "execute" => Ok(Self::Execute),
            "export" => Ok(Self::Export),
            "login" => Ok(Self::Login),
            "logout" => Ok(Self::Logout),
            _ => Err(UnknownLabel::new("public.audit_action_enum", label)),
        }
    }
}

impl Type<Postgres> for AuditActionEnum {
    fn type_info() -> PgTypeInfo {
        PgTypeInfo::with_name("public.audit_action_enum")
    }

    fn compatible(ty: &PgTypeInfo) -> bool {
        [Self::type_info(), PgTypeInfo::with_name("audit_action_enum")].contains(ty)
    }
}

impl PgHasArrayType for AuditActionEnum {
    fn array_type_info() -> PgTypeInfo {
        PgTypeInfo::array_of("public.audit_action_enum")
    }

    fn array_compatible(ty: &PgTypeInfo) -> bool {
        [Self::array_type_info(), PgTypeInfo::array_of("audit_action_enum")].contains(ty)
    }
}

impl Serialize for AuditActionEnum {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_str(self.as_str())
    }
}

impl<'de> Deserialize<'de> for AuditActionEnum {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        UnknownLabel::read(from)
    }
}
