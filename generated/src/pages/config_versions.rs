// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

//! The orders of `public.config_versions`.
//!
//! Left out:
//!
//! - pages by `config_versions_deployed_key`: it holds only some of the rows.
//! - pages by `config_versions_open_idx`: it holds only some of the rows.

use uuid::Uuid;

use super::super::models::ConfigVersion;
use super::super::support::{Key, KeyReader, KeyWriter, Order, Pages};

const SELECT: &str = concat!(
    "SELECT id, config_key, version_number, config_value, value_hash, change_type, ",
    "change_reason, status, validation_status, validation_errors, ",
    "previous_version_id, proposed_by, approved_by, approved_at, rejected_at, ",
    "deployed_by, deployed_at, withdrawn_at, created_at, updated_at",
    " FROM public.config_versions",
);

/// A position in the order of `config_versions_pkey`: `id`.
#[derive(Debug, Clone, PartialEq)]
pub struct ById {
    pub id: Uuid,
}

impl Order for ById {
    type Row = ConfigVersion;

    const NAME: &'static str = "public.config_versions by_id";
    const SELECT: &'static str = SELECT;
    const KEYS: &'static [Key] = &[
        Key::ascending("id", "uuid"),
    ];

    fn position(row: &ConfigVersion) -> Self {
        Self {
            id: row.id,
        }
    }

    fn keys<'k>(&'k self, to: &mut impl KeyWriter<'k>) {
        to.key(Some(self.id));
    }

    fn read(from: &mut KeyReader) -> Option<Self> {
        Some(Self {
            id: from.key()?,
        })
    }
}

/// Pages over all rows: `id`.
pub fn by_id() -> Pages<ById> {
    Pages::new()
}

/// A position in the order of `config_versions_config_key_version_number_key`: `config_key, version_number`.
#[derive(Debug, Clone, PartialEq)]
pub struct ByConfigKeyAndVersionNumber {
    pub config_key: String,
    pub version_number: i32,
}

impl Order for ByConfigKeyAndVersionNumber {
    type Row = ConfigVersion;

    const NAME: &'static str = "public.config_versions by_config_key_and_version_number";
    const SELECT: &'static str = SELECT;
    const KEYS: &'static [Key] = &[
        Key::ascending("config_key", "character varying"),
        Key::ascending("version_number", "integer"),
    ];

    fn position(row: &ConfigVersion) -> Self {
        Self {
            config_key: row.config_key.clone(),
            version_number: row.version_number,
        }
    }

    fn keys<'k>(&'k self, to: &mut impl KeyWriter<'k>) {
        to.key(Some(&self.config_key));
        to.key(Some(self.version_number));
    }

    fn read(from: &mut KeyReader) -> Option<Self> {
        Some(Self {
            config_key: from.key()?,
            version_number: from.key()?,
        })
    }
}

/// Pages over all rows: `config_key, version_number`.
pub fn by_config_key_and_version_number() -> Pages<ByConfigKeyAndVersionNumber> {
    Pages::new()
}

/// Pages over the rows with this `config_key`: `version_number`.
pub fn of_config_key_by_version_number(
    config_key: String,
) -> Pages<ByConfigKeyAndVersionNumber> {
    Pages::new().fix(Some(config_key))
}
