// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use chrono::{DateTime, Utc};

/// How far each distinct generator has counted, across campaigns that share its configuration.
///
/// A row of `public.domain_generation_config_states`; primary key: `config_hash`.
#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize, sqlx::FromRow)]
pub struct DomainGenerationConfigState {
    /// SHA-256 of the canonical configuration: everything that decides the sequence of names, and nothing that does not.
    ///
    /// `public.sha256_digest NOT NULL`
    pub config_hash: Vec<u8>,
    /// The first offset not yet handed out.
    ///
    /// `bigint NOT NULL DEFAULT 0`
    pub last_offset: i64,
    /// The canonical configuration that config_hash was computed from.
    ///
    /// `jsonb NOT NULL`
    pub config_details: serde_json::Value,
    /// `timestamp with time zone NOT NULL DEFAULT now()`
    pub created_at: DateTime<Utc>,
    /// `timestamp with time zone NOT NULL DEFAULT now()`
    pub updated_at: DateTime<Utc>,
}
