// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use super::super::enums::ConfigVersionStatusEnum;

/// The moves a configuration version may make; a trigger refuses every other (SQLSTATE SC004).
///
/// A row of `public.config_version_status_transitions`; primary key: `from_status`, `to_status`.
#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize, sqlx::FromRow)]
pub struct ConfigVersionStatusTransition {
    /// `public.config_version_status_enum NOT NULL`
    pub from_status: ConfigVersionStatusEnum,
    /// `public.config_version_status_enum NOT NULL`
    pub to_status: ConfigVersionStatusEnum,
    /// `text NOT NULL`
    pub description: String,
}
