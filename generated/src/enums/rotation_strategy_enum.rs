// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use serde::{Deserialize, Deserializer, Serialize, Serializer};
use sqlx::{Postgres, Type};
use sqlx::postgres::{PgHasArrayType, PgTypeInfo};

use super::super::UnknownLabel;

/// The enum `public.rotation_strategy_enum`; its variants are in the server's order.
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
#[sqlx(type_name = "public.rotation_strategy_enum", rename_all = "snake_case")]
pub enum RotationStrategyEnum {
    RoundRobin,
    Random,
    Weighted,
    Failover,
}

impl RotationStrategyEnum {
    /// Every value, in the server's order.
    pub const ALL: [Self; 4] = [
        Self::RoundRobin,
        Self::Random,
        Self::Weighted,
        Self::Failover,
    ];

    /// The label, as PostgreSQL writes it.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::RoundRobin => "round_robin",
            Self::Random => "random",
            Self::Weighted => "weighted",
            Self::Failover => "failover",
        }
    }
}

impl std::fmt::Display for RotationStrategyEnum {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.pad(self.as_str())
    }
}

impl std::str::FromStr for RotationStrategyEnum {
    type Err = UnknownLabel;

    fn from_str(label: &str) -> Result<Self, UnknownLabel> {
        match label {
            "round_robin" => Ok(Self::RoundRobin),
            "random" => Ok(Self::Random),
            "weighted" => Ok(Self::Weighted),
            "failover" => Ok(Self::Failover),
            _ => Err(UnknownLabel::new("public.rotation_strategy_enum", label)),
        }
    }
}

impl Type<Postgres> for RotationStrategyEnum {
    fn type_info() -> PgTypeInfo {
        PgTypeInfo::with_name("public.rotation_strategy_enum")
    }

    fn compatible(ty: &PgTypeInfo) -> bool {
        [Self::type_info(), PgTypeInfo::with_name("rotation_strategy_enum")].contains(ty)
    }
}

impl PgHasArrayType for RotationStrategyEnum {
    fn array_type_info() -> PgTypeInfo {
        PgTypeInfo::array_of("public.rotation_strategy_enum")
    }

    fn array_compatible(ty: &PgTypeInfo) -> bool {
        [
            Self::array_type_info(),
            PgTypeInfo::array_of("rotation_strategy_enum"),
        ].contains(ty)
    }
}

impl Serialize for RotationStrategyEnum {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_str(self.as_str())
    }
}

impl<'de> Deserialize<'de> for RotationStrategyEnum {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        UnknownLabel::read(from)
    }
}
