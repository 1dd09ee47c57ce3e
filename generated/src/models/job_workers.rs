// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use chrono::{DateTime, Utc};
use ipnetwork::IpNetwork;

use super::super::enums::JobTypeEnum;

/// Workers that are or were running. No column but the key is indexed, so heartbeats stay heap-only.
///
/// A row of `public.job_workers`; primary key: `id`.
#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize, sqlx::FromRow)]
pub struct JobWorker {
    /// Chosen by the worker; what it signs leases with.
    ///
    /// `character varying(128) NOT NULL`
    pub id: String,
    /// `character varying(253) NOT NULL`
    pub host_name: String,
    /// `integer NOT NULL`
    pub process_id: i32,
    /// `public.job_type_enum[] NOT NULL`
    pub job_types: Vec<JobTypeEnum>,
    /// Jobs it runs at the same time.
    ///
    /// `integer NOT NULL DEFAULT 1`
    pub capacity: i32,
    /// `inet`
    pub client_address: Option<IpNetwork>,
    /// `timestamp with time zone NOT NULL DEFAULT now()`
    pub started_at: DateTime<Utc>,
    /// `timestamp with time zone NOT NULL DEFAULT now()`
    pub last_seen_at: DateTime<Utc>,
    /// `timestamp with time zone`
    pub stopped_at: Option<DateTime<Utc>>,
}
