// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use serde::{Deserialize, Deserializer, Serialize, Serializer};
use sqlx::{Postgres, Type};
use sqlx::postgres::{PgHasArrayType, PgTypeInfo};

use super::super::UnknownLabel;

/// The enum `public.resource_type_enum`; its variants are in the server's order.
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
#[sqlx(type_name = "public.resource_type_enum", rename_all = "snake_case")]
pub enum ResourceTypeEnum {
    Cpu,
    Memory,
    Disk,
    DiskIo,
    Network,
    Threads,
    FileDescriptors,
}

impl ResourceTypeEnum {
    /// Every value, in the server's order.
    pub const ALL: [Self; 7] = [
        Self::Cpu,
        Self::Memory,
        Self::Disk,
        Self::DiskIo,
        Self::Network,
        Self::Threads,
        Self::FileDescriptors,
    ];

    /// The label, as PostgreSQL writes it.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Cpu => "cpu",
            Self::Memory => "memory",
            Self::Disk => "disk",
            Self::DiskIo => "disk_io",
            Self::Network => "network",
            Self::Threads => "threads",
            Self::FileDescriptors => "file_descriptors",
        }
    }
}

impl std::fmt::Display for ResourceTypeEnum {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.pad(self.as_str())
    }
}

impl std::str::FromStr for ResourceTypeEnum {
    type Err = UnknownLabel;

    fn from_str(label: &str) -> Result<Self, UnknownLabel> {
        match label {
            "cpu" => Ok(Self::Cpu),
            "memory" => Ok(Self::Memory),
            "disk" => Ok(Self::Disk),
            "disk_io" => Ok(Self::DiskIo),
            "network" => Ok(Self::Network),
            "threads" => Ok(Self::Threads),
            "file_descriptors" => Ok(Self::FileDescriptors),
            _ => Err(UnknownLabel::new("public.resource_type_enum", label)),
        }
    }
}

impl Type<Postgres> for ResourceTypeEnum {
    fn type_info() -> PgTypeInfo {
        PgTypeInfo::with_name("public.resource_type_enum")
    }

    fn compatible(ty: &PgTypeInfo) -> bool {
        [Self::type_info(), PgTypeInfo::with_name("resource_type_enum")].contains(ty)
    }
}

impl PgHasArrayType for ResourceTypeEnum {
    fn array_type_info() -> PgTypeInfo {
        PgTypeInfo::array_of("public.resource_type_enum")
    }

    fn array_compatible(ty: &PgTypeInfo) -> bool {
        [
            Self::array_type_info(),
            PgTypeInfo::array_of("resource_type_enum"),
        ].contains(ty)
    }
}

impl Serialize for ResourceTypeEnum {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_str(self.as_str())
    }
}

impl<'de> Deserialize<'de> for ResourceTypeEnum {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        UnknownLabel::read(from)
    }
}
