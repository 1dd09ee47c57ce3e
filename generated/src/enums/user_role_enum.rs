// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use serde::{Deserialize, Deserializer, Serialize, Serializer};
use sqlx::{Postgres, Type};
use sqlx::postgres::{PgHasArrayType, PgTypeInfo};

use super::super::UnknownLabel;

/// Roles in rising order of power, so that comparison with \< and \> is meaningful.
///
/// The enum `public.user_role_enum`; its variants are in the server's order.
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
#[sqlx(type_name = "public.user_role_enum", rename_all = "snake_case")]
pub enum UserRoleEnum {
    Viewer,
    Analyst,
    Operator,
    Manager,
    Admin,
}

impl UserRoleEnum {
    /// Every value, in the server's order.
    pub const ALL: [Self; 5] = [
        Self::Viewer,
        Self::Analyst,
        Self::Operator,
        Self::Manager,
        Self::Admin,
    ];

    /// The label, as PostgreSQL writes it.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Viewer => "viewer",
            Self::Analyst => "analyst",
            Self::Operator => "operator",
            Self::Manager => "manager",
            Self::Admin => "admin",
        }
    }
}

impl std::fmt::Display for UserRoleEnum {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.pad(self.as_str())
    }
}

impl std::str::FromStr for UserRoleEnum {
    type Err = UnknownLabel;

    fn from_str(label: &str) -> Result<Self, UnknownLabel> {
        match label {
            "viewer" => Ok(Self::Viewer),
            "analyst" => Ok(Self::Analyst),
            "operator" => Ok(Self::Operator),
            "manager" => Ok(Self::Manager),
            "admin" => Ok(Self::Admin),
            _ => Err(UnknownLabel::new("public.user_role_enum", label)),
        }
    }
}

impl Type<Postgres> for UserRoleEnum {
    fn type_info() -> PgTypeInfo {
        PgTypeInfo::with_name("public.user_role_enum")
    }

    fn compatible(ty: &PgTypeInfo) -> bool {
        [Self::type_info(), PgTypeInfo::with_name("user_role_enum")].contains(ty)
    }
}

impl PgHasArrayType for UserRoleEnum {
    fn array_type_info() -> PgTypeInfo {
        PgTypeInfo::array_of("public.user_role_enum")
    }

    fn array_compatible(ty: &PgTypeInfo) -> bool {
        [Self::array_type_info(), PgTypeInfo::array_of("user_role_enum")].contains(ty)
    }
}

impl Serialize for UserRoleEnum {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_str(self.as_str())
    }
}

impl<'de> Deserialize<'de> for UserRoleEnum {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        UnknownLabel::read(from)
    }
}
