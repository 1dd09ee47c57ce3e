// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use serde::{Deserialize, Deserializer, Serialize, Serializer};
use sqlx::{Postgres, Type};
use sqlx::postgres::{PgHasArrayType, PgTypeInfo};

use super::super::UnknownLabel;

/// The enum `public.security_event_type_enum`; its variants are in the server's order.
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
#[sqlx(type_name = "public.security_event_type_enum", rename_all = "snake_case")]
pub enum SecurityEventTypeEnum {
    SuspiciousLogin,
    BruteForce,
    PrivilegeEscalation,
    UnauthorizedAccess,
    DataExfiltration,
    SessionHijack,
    PolicyViolation,
    ConfigurationChange,
}

impl SecurityEventTypeEnum {
    /// Every value, in the server's order.
    pub const ALL: [Self; 8] = [
        Self::SuspiciousLogin,
        Self::BruteForce,
        Self::PrivilegeEscalation,
        Self::UnauthorizedAccess,
        Self::DataExfiltration,
        Self::SessionHijack,
        Self::PolicyViolation,
        Self::ConfigurationChange,
    ];

    /// The label, as PostgreSQL writes it.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::SuspiciousLogin => "suspicious_login",
            Self::BruteForce => "brute_force",
            Self::PrivilegeEscalation => "privilege_escalation",
            Self::UnauthorizedAccess => "unauthorized_access",
            Self::DataExfiltration => "data_exfiltration",
            Self::SessionHijack => "session_hijack",
            Self::PolicyViolation => "policy_violation",
            Self::ConfigurationChange => "configuration_change",
        }
    }
}

impl std::fmt::Display for SecurityEventTypeEnum {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.pad(self.as_str())
    }
}

impl std::str::FromStr for SecurityEventTypeEnum {
    type Err = UnknownLabel;

    fn from_str(label: &str) -> Result<Self, UnknownLabel> {
        match label {
            "suspicious_login" => Ok(Self::SuspiciousLogin),
            "brute_force" => Ok(Self::BruteForce),
            "privilege_escalation" => Ok(Self::PrivilegeEscalation),
            "unauthorized_access" => Ok(Self::UnauthorizedAccess),
            "data_exfiltration" => Ok(Self::DataExfiltration),
            "session_hijack" => Ok(Self::SessionHijack),
            "policy_violation" => Ok(Self::PolicyViolation),
            "configuration_change" => Ok(Self::ConfigurationChange),
            _ => Err(UnknownLabel::new("public.security_event_type_enum", label)),
        }
    }
}

impl Type<Postgres> for SecurityEventTypeEnum {
    fn type_info() -> PgTypeInfo {
        PgTypeInfo::with_name("public.security_event_type_enum")
    }

    fn compatible(ty: &PgTypeInfo) -> bool {
        [
            Self::type_info(),
            PgTypeInfo::with_name("security_event_type_enum"),
        ].contains(ty)
    }
}

impl PgHasArrayType for SecurityEventTypeEnum {
    fn array_type_info() -> PgTypeInfo {
        PgTypeInfo::array_of("public.security_event_type_enum")
    }

    fn array_compatible(ty: &PgTypeInfo) -> bool {
        [
            Self::array_type_info(),
            PgTypeInfo::array_of("security_event_type_enum"),
        ].contains(ty)
    }
}

impl Serialize for SecurityEventTypeEnum {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_str(self.as_str())
    }
}

impl<'de> Deserialize<'de> for SecurityEventTypeEnum {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        UnknownLabel::read(from)
    }
}
