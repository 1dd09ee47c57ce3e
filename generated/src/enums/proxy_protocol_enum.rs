// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use serde::{Deserialize, Deserializer, Serialize, Serializer};
use sqlx::{Postgres, Type};
use sqlx::postgres::{PgHasArrayType, PgTypeInfo};

use super::super::UnknownLabel;

/// The enum `public.proxy_protocol_enum`; its variants are in the server's order.
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
#[sqlx(type_name = "public.proxy_protocol_enum", rename_all = "snake_case")]
pub enum ProxyProtocolEnum {
    Http,
    Https,
    Socks5,
    Socks4,
}

impl ProxyProtocolEnum {
    /// Every value, in the server's order.
    pub const ALL: [Self; 4] = [Self::Http, Self::Https, Self::Socks5, Self::Socks4];

    /// The label, as PostgreSQL writes it.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Http => "http",
            Self::Https => "https",
            Self::Socks5 => "socks5",
            Self::Socks4 => "socks4",
        }
    }
}

impl std::fmt::Display for ProxyProtocolEnum {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.pad(self.as_str())
    }
}

impl std::str::FromStr for ProxyProtocolEnum {
    type Err = UnknownLabel;

    fn from_str(label: &str) -> Result<Self, UnknownLabel> {
        match label {
            "http" => Ok(Self::Http),
            "https" => Ok(Self::Https),
            "socks5" => Ok(Self::Socks5),
            "socks4" => Ok(Self::Socks4),
            _ => Err(UnknownLabel::new("public.proxy_protocol_enum", label)),
        }
    }
}

impl Type<Postgres> for ProxyProtocolEnum {
    fn type_info() -> PgTypeInfo {
        PgTypeInfo::with_name("public.proxy_protocol_enum")
    }

    fn compatible(ty: &PgTypeInfo) -> bool {
        [Self::type_info(), PgTypeInfo::with_name("proxy_protocol_enum")].contains(ty)
    }
}

impl PgHasArrayType for ProxyProtocolEnum {
    fn array_type_info() -> PgTypeInfo {
        PgTypeInfo::array_of("public.proxy_protocol_enum")
    }

    fn array_compatible(ty: &PgTypeInfo) -> bool {
        [
            Self::array_type_info(),
            PgTypeInfo::array_of("proxy_protocol_enum"),
        ].contains(ty)
    }
}

impl Serialize for ProxyProtocolEnum {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_str(self.as_str())
    }
}

impl<'de> Deserialize<'de> for ProxyProtocolEnum {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        UnknownLabel::read(from)
    }
}
