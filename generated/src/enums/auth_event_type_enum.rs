// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use serde::{Deserialize, Deserializer, Serialize, Serializer};
use sqlx::{Postgres, Type};
use sqlx::postgres::{PgHasArrayType, PgTypeInfo};

use super::super::UnknownLabel;

/// The enum `public.auth_event_type_enum`; its variants are in the server's order.
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
#[sqlx(type_name = "public.auth_event_type_enum", rename_all = "snake_case")]
pub enum AuthEventTypeEnum {
    Login,
    Logout,
    TokenRefresh,
    SessionExpired,
    EmailVerification,
    PasswordChange,
    PasswordResetRequest,
    PasswordReset,
    MfaEnrolment,
    MfaChallenge,
    MfaRemoval,
    AccountLocked,
    AccountUnlocked,
}

impl AuthEventTypeEnum {
    /// Every value, in the server's order.
    pub const ALL: [Self; 13] = [
        Self::Login,
        Self::Logout,
        Self::TokenRefresh,
        Self::SessionExpired,
        Self::EmailVerification,
        Self::PasswordChange,
        Self::PasswordResetRequest,
        Self::PasswordReset,
        Self::MfaEnrolment,
        Self::MfaChallenge,
        Self::MfaRemoval,
        Self::AccountLocked,
        Self::AccountUnlocked,
    ];

    /// The label, as PostgreSQL writes it.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Login => "login",
            Self::Logout => "logout",
            Self::TokenRefresh => "token_refresh",
            Self::SessionExpired => "session_expired",
            Self::EmailVerification => "email_verification",
            Self::PasswordChange => "password_change",
            Self::PasswordResetRequest => "password_reset_request",
            Self::PasswordReset => "password_reset",
            Self::MfaEnrolment => "mfa_enrolment",
            Self::MfaChallenge => "mfa_challenge",
            Self::MfaRemoval => "mfa_removal",
            Self::AccountLocked => "account_locked",
            Self::AccountUnlocked => "account_unlocked",
        }
    }
}

impl std::fmt::Display for AuthEventTypeEnum {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.pad(self.as_str())
    }
}

impl std::str::FromStr for AuthEventTypeEnum {
    type Err = UnknownLabel;

    fn from_str(label: &str) -> Result<Self, UnknownLabel> {
        match label {
            "login" => Ok(Self::Login),
            "logout" => Ok(Self::Logout),
            "token_refresh" => Ok(Self::TokenRefresh),
            "session_expired" => Ok(Self::SessionExpired),
            "email_verification" => Ok(Self::EmailVerification),
            "password_change" => Ok(Self::PasswordChange),
            "password_reset_request" => Ok(Self::PasswordResetRequest),
            "password_reset" => Ok(Self::PasswordReset),
            "mfa_enrolment" => Ok(Self::MfaEnrolment),
            "mfa_challenge" => Ok(Self::MfaChallenge),
            "mfa_removal" => Ok(Self::MfaRemoval),
            "account_locked" => Ok(Self::AccountLocked),
            "account_unlocked" => Ok(Self::AccountUnlocked),
            _ => Err(UnknownLabel::new("public.auth_event_type_enum", label)),
        }
    }
}

impl Type<Postgres> for AuthEventTypeEnum {
    fn type_info() -> PgTypeInfo {
        PgTypeInfo::with_name("public.auth_event_type_enum")
    }

    fn compatible(ty: &PgTypeInfo) -> bool {
        [Self::type_info(), PgTypeInfo::with_name("auth_event_type_enum")].contains(ty)
    }
}

impl PgHasArrayType for AuthEventTypeEnum {
    fn array_type_info() -> PgTypeInfo {
        PgTypeInfo::array_of("public.auth_event_type_enum")
    }

    fn array_compatible(ty: &PgTypeInfo) -> bool {
        [
            Self::array_type_info(),
            PgTypeInfo::array_of("auth_event_type_enum"),
        ].contains(ty)
    }
}

impl Serialize for AuthEventTypeEnum {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_str(self.as_str())
    }
}

impl<'de> Deserialize<'de> for AuthEventTypeEnum {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        UnknownLabel::read(from)
    }
}
