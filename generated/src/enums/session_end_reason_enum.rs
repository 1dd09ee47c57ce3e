// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use serde::{Deserialize, Deserializer, Serialize, Serializer};
use sqlx::{Postgres, Type};
use sqlx::postgres::{PgHasArrayType, PgTypeInfo};

use super::super::UnknownLabel;

/// The enum `public.session_end_reason_enum`; its variants are in the server's order.
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
#[sqlx(type_name = "public.session_end_reason_enum", rename_all = "snake_case")]
pub enum SessionEndReasonEnum {
    Logout,
    Expired,
    PasswordChanged,
    AccountDisabled,
    Revoked,
}

impl SessionEndReasonEnum {
    /// Every value, in the server's order.
    pub const ALL: [Self; 5] = [
        Self::Logout,
        Self::Expired,
        Self::PasswordChanged,
        Self::AccountDisabled,
        Self::Revoked,
    ];

    /// The label, as PostgreSQL writes it.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Logout => "logout",
            Self::Expired => "expired",
            Self::PasswordChanged => "password_changed",
            Self::AccountDisabled => "account_disabled",
            Self::Revoked => "revoked",
        }
    }
}

impl std::fmt::Display for SessionEndReasonEnum {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.pad(self.as_str())
    }
}

impl std::str::FromStr for SessionEndReasonEnum {
    type Err = UnknownLabel;

    fn from_str(label: &str) -> Result<Self, UnknownLabel> {
        match label {
            "logout" => Ok(Self::Logout),
            "expired" => Ok(Self::Expired),
            "password_changed" => Ok(Self::PasswordChanged),
            "account_disabled" => Ok(Self::AccountDisabled),
            "revoked" => Ok(Self::Revoked),
            _ => Err(UnknownLabel::new("public.session_end_reason_enum", label)),
        }
    }
}

impl Type<Postgres> for SessionEndReasonEnum {
    fn type_info() -> PgTypeInfo {
        PgTypeInfo::with_name("public.session_end_reason_enum")
    }

    fn compatible(ty: &PgTypeInfo) -> bool {
        [
            Self::type_info(),
            PgTypeInfo::with_name("session_end_reason_enum"),
        ].contains(ty)
    }
}

impl PgHasArrayType for SessionEndReasonEnum {
    fn array_type_info() -> PgTypeInfo {
        PgTypeInfo::array_of("public.session_end_reason_enum")
    }

    fn array_compatible(ty: &PgTypeInfo) -> bool {
        [
            Self::array_type_info(),
            PgTypeInfo::array_of("session_end_reason_enum"),
        ].contains(ty)
    }
}

impl Serialize for SessionEndReasonEnum {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_str(self.as_str())
    }
}

impl<'de> Deserialize<'de> for SessionEndReasonEnum {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        UnknownLabel::read(from)
    }
}
