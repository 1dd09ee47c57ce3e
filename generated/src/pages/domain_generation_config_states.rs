// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use super::super::domains::Sha256Digest;
use super::super::models::DomainGenerationConfigState;
use super::super::support::{Key, KeyReader, KeyWriter, Order, Pages};

const SELECT: &str = concat!(
    "SELECT config_hash, last_offset, config_details, created_at, updated_at",
    " FROM public.domain_generation_config_states",
);

/// A position in the order of `domain_generation_config_states_pkey`: `config_hash`.
#[derive(Debug, Clone, PartialEq)]
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

    fn keys<'k>(&'k self, to: &mut impl KeyWriter<'k>) {
        to.key(Some(&self.config_hash));
    }

    fn read(from: &mut KeyReader) -> Option<Self> {
        Some(Self {
            config_hash: from.key()?,
        })
    }
}

/// Pages over all rows: `config_hash`.
pub fn by_config_hash() -> Pages<ByConfigHash> {
    Pages::new()
}
