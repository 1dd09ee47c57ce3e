// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use sqlx::error::BoxDynError;
use sqlx::postgres::PgArguments;

use super::super::domains::Sha256Digest;
use super::super::models::DomainGenerationConfigState;
use super::super::support::{Key, Order, Pages};

const SELECT: &str = concat!(
    "SELECT config_hash, last_offset, config_details, created_at, updated_at",
    " FROM public.domain_generation_config_states",
);

/// A position in the order of `domain_generation_config_states_pkey`: `config_hash`.
#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct ByConfigHash {
    pub config_hash: Sha256Digest,
}

impl Order for ByConfigHash {
    type Row = DomainGenerationConfigState;

    const NAME: &'static str = "public.domain_generation_config_states by_config_hash";
    const SELECT: &'static str = SELECT;
    const KEYS: &'static [Key] = &[
        Key::ascending("config_hash", "bytea"),
    ];

    fn position(row: &DomainGenerationConfigState) -> Self {
        Self {
            config_hash: row.config_hash.clone(),
        }
    }

    fn is_null(&self, _: usize) -> bool {
        false
    }

    fn bind(&self, key: usize, arguments: &mut PgArguments) -> Result<(), BoxDynError> {
        use sqlx::Arguments as _;

        match key {
            0 => arguments.add(&self.config_hash),
            _ => Ok(()),
        }
    }
}

/// Pages over all rows: `config_hash`.
pub fn by_config_hash() -> Pages<ByConfigHash> {
    Pages::new()
}
