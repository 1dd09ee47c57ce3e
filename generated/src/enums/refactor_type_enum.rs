// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use serde::{Deserialize, Deserializer, Serialize, Serializer};
use sqlx::{Postgres, Type};
use sqlx::postgres::{PgHasArrayType, PgTypeInfo};

use super::super::UnknownLabel;

/// The enum `public.refactor_type_enum`; its variants are in the server's order.
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
#[sqlx(type_name = "public.refactor_type_enum", rename_all = "snake_case")]
pub enum RefactorTypeEnum {
    ExtractService,
    MergeServices,
    SplitModule,
    ReplaceDependency,
    ChangeProtocol,
    ChangeSchema,
    RemoveDeadCode,
}

impl RefactorTypeEnum {
    /// Every value, in the server's order.
    pub const ALL: [Self; 7] = [
        Self::ExtractService,
        Self::MergeServices,
        Self::SplitModule,
        Self::ReplaceDependency,
        Self::ChangeProtocol,
        Self::ChangeSchema,
        Self::RemoveDeadCode,
    ];

    /// The label, as PostgreSQL writes it.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::ExtractService => "extract_service",
            Self::MergeServices => "merge_services",
            Self::SplitModule => "split_module",
            Self::ReplaceDependency => "replace_dependency",
            Self::ChangeProtocol => "change_protocol",
            Self::ChangeSchema => "change_schema",
            Self::RemoveDeadCode => "remove_dead_code",
        }
    }
}

impl std::fmt::Display for RefactorTypeEnum {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.pad(self.as_str())
    }
}

impl std::str::FromStr for RefactorTypeEnum {
    type Err = UnknownLabel;

    fn from_str(label: &str) -> Result<Self, UnknownLabel> {
        match label {
            "extract_service" => Ok(Self::ExtractService),
            "merge_services" => Ok(Self::MergeServices),
            "split_module" => Ok(Self::SplitModule),
            "replace_dependency" => Ok(Self::ReplaceDependency),
            "change_protocol" => Ok(Self::ChangeProtocol),
            "change_schema" => Ok(Self::ChangeSchema),
            "remove_dead_code" => Ok(Self::RemoveDeadCode),
            _ => Err(UnknownLabel::new("public.refactor_type_enum", label)),
        }
    }
}

impl Type<Postgres> for RefactorTypeEnum {
    fn type_info() -> PgTypeInfo {
        PgTypeInfo::with_name("public.refactor_type_enum")
    }

    fn compatible(ty: &PgTypeInfo) -> bool {
        [Self::type_info(), PgTypeInfo::with_name("refactor_type_enum")].contains(ty)
    }
}

impl PgHasArrayType for RefactorTypeEnum {
    fn array_type_info() -> PgTypeInfo {
        PgTypeInfo::array_of("public.refactor_type_enum")
    }

    fn array_compatible(ty: &PgTypeInfo) -> bool {
        [
            Self::array_type_info(),
            PgTypeInfo::array_of("refactor_type_enum"),
        ].contains(ty)
    }
}

impl Serialize for RefactorTypeEnum {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_str(self.as_str())
    }
}

impl<'de> Deserialize<'de> for RefactorTypeEnum {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        UnknownLabel::read(from)
    }
}
