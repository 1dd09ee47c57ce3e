// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use serde::{Deserialize, Deserializer, Serialize, Serializer};
use sqlx::{Postgres, Type};
use sqlx::postgres::{PgHasArrayType, PgTypeInfo};

use super::super::UnknownLabel;

/// The enum `public.communication_protocol_enum`; its variants are in the server's order.
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
#[sqlx(type_name = "public.communication_protocol_enum", rename_all = "snake_case")]
pub enum CommunicationProtocolEnum {
    Http,
    Grpc,
    Websocket,
    Sql,
    MessageQueue,
    EventStream,
}

impl CommunicationProtocolEnum {
    /// Every value, in the server's order.
    pub const ALL: [Self; 6] = [
        Self::Http,
        Self::Grpc,
        Self::Websocket,
        Self::Sql,
        Self::MessageQueue,
        Self::EventStream,
    ];

    /// The label, as PostgreSQL writes it.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Http => "http",
            Self::Grpc => "grpc",
            Self::Websocket => "websocket",
            Self::Sql => "sql",
            Self::MessageQueue => "message_queue",
            Self::EventStream => "event_stream",
        }
    }
}

impl std::fmt::Display for CommunicationProtocolEnum {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.pad(self.as_str())
    }
}

impl std::str::FromStr for CommunicationProtocolEnum {
    type Err = UnknownLabel;

    fn from_str(label: &str) -> Result<Self, UnknownLabel> {
        match label {
            "http" => Ok(Self::Http),
            "grpc" => Ok(Self::Grpc),
            "websocket" => Ok(Self::Websocket),
            "sql" => Ok(Self::Sql),
            "message_queue" => Ok(Self::MessageQueue),
            "event_stream" => Ok(Self::EventStream),
            _ => Err(UnknownLabel::new("public.communication_protocol_enum", label)),
        }
    }
}

impl Type<Postgres> for CommunicationProtocolEnum {
    fn type_info() -> PgTypeInfo {
        PgTypeInfo::with_name("public.communication_protocol_enum")
    }

    fn compatible(ty: &PgTypeInfo) -> bool {
        [
            Self::type_info(),
            PgTypeInfo::with_name("communication_protocol_enum"),
        ].contains(ty)
    }
}

impl PgHasArrayType for CommunicationProtocolEnum {
    fn array_type_info() -> PgTypeInfo {
        PgTypeInfo::array_of("public.communication_protocol_enum")
    }

    fn array_compatible(ty: &PgTypeInfo) -> bool {
        [
            Self::array_type_info(),
            PgTypeInfo::array_of("communication_protocol_enum"),
        ].contains(ty)
    }
}

impl Serialize for CommunicationProtocolEnum {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_str(self.as_str())
    }
}

impl<'de> Deserialize<'de> for CommunicationProtocolEnum {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        UnknownLabel::read(from)
    }
}
