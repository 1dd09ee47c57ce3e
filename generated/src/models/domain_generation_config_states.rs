// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use chrono::{DateTime, Utc};
use sqlx::FromRow;
use sqlx::postgres::PgRow;

use super::super::domains::Sha256Digest;
use super::super::support::{AnyRow, OrDefault, Record, RowReader};

/// How far each distinct generator has counted, across campaigns that share its configuration.
///
/// A row of `public.domain_generation_config_states`; primary key: `config_hash`.
#[derive(Debug, Clone, PartialEq)]
pub struct DomainGenerationConfigState {
    /// SHA-256 of the canonical configuration: everything that decides the sequence of names, and nothing that does not.
    ///
    /// `public.sha256_digest NOT NULL`
    pub config_hash: Sha256Digest,
    /// The first offset not yet handed out.
    ///
    /// `bigint NOT NULL DEFAULT 0`; `CHECK (last_offset >= 0)`
    pub last_offset: i64,
    /// The canonical configuration that config_hash was computed from.
    ///
    /// `jsonb NOT NULL`; `CHECK (jsonb_typeof(config_details) = 'object')`
    pub config_details: serde_json::Value,
    /// `timestamp with time zone NOT NULL DEFAULT now()`
    pub created_at: DateTime<Utc>,
    /// `timestamp with time zone NOT NULL DEFAULT now()`
    pub updated_at: DateTime<Utc>,
}

impl Record for DomainGenerationConfigState {
    fn read<'r>(row: &mut impl RowReader<'r>) -> Result<Self, sqlx::Error> {
        Ok(Self {
            config_hash: row.column("config_hash")?,
            last_offset: row.column("last_offset")?,
            config_details: row.column("config_details")?,
            created_at: row.finite("created_at")?,
            updated_at: row.finite("updated_at")?,
        })
    }
}

impl<'r> FromRow<'r, PgRow> for DomainGenerationConfigState {
    fn from_row(row: &'r PgRow) -> Result<Self, sqlx::Error> {
        Record::read(&mut AnyRow::new(row))
    }
}

/// A row to be inserted into `public.domain_generation_config_states`; it comes back as [`DomainGenerationConfigState`].
#[derive(Debug, Clone, PartialEq)]
pub struct NewDomainGenerationConfigState {
    /// `public.sha256_digest NOT NULL`
    pub config_hash: Sha256Digest,
    /// `bigint NOT NULL DEFAULT 0`; `CHECK (last_offset >= 0)`
    pub last_offset: OrDefault<i64>,
    /// `jsonb NOT NULL`; `CHECK (jsonb_typeof(config_details) = 'object')`
    pub config_details: serde_json::Value,
    /// `timestamp with time zone NOT NULL DEFAULT now()`
    pub created_at: OrDefault<DateTime<Utc>>,
    /// `timestamp with time zone NOT NULL DEFAULT now()`
    pub updated_at: OrDefault<DateTime<Utc>>,
}

impl NewDomainGenerationConfigState {
    /// A row with what must be given; of the other columns, those with a default get it and the rest are NULL.
    #[must_use]
    pub fn new(config_hash: Sha256Digest, config_details: serde_json::Value) -> Self {
        Self {
            config_hash,
            last_offset: OrDefault::Default,
            config_details,
            created_at: OrDefault::Default,
            updated_at: OrDefault::Default,
        }
    }

    /// Sets `last_offset`.
    #[must_use]
    pub fn with_last_offset(mut self, last_offset: i64) -> Self {
        self.last_offset = OrDefault::Value(last_offset);
        self
    }

    /// Sets `created_at`.
    #[must_use]
    pub fn with_created_at(mut self, created_at: DateTime<Utc>) -> Self {
        self.created_at = OrDefault::Value(created_at);
        self
    }

    /// Sets `updated_at`.
    #[must_use]
    pub fn with_updated_at(mut self, updated_at: DateTime<Utc>) -> Self {
        self.updated_at = OrDefault::Value(updated_at);
        self
    }
}

/// A partial update of [`DomainGenerationConfigState`]: only what is set here is written. `..Default::default()` leaves the rest.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct DomainGenerationConfigStatePatch {
    /// `bigint NOT NULL DEFAULT 0`; `CHECK (last_offset >= 0)`
    pub last_offset: Option<i64>,
    /// `jsonb NOT NULL`; `CHECK (jsonb_typeof(config_details) = 'object')`
    pub config_details: Option<serde_json::Value>,
    /// `timestamp with time zone NOT NULL DEFAULT now()`
    pub created_at: Option<DateTime<Utc>>,
    /// `timestamp with time zone NOT NULL DEFAULT now()`
    pub updated_at: Option<DateTime<Utc>>,
}
