// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use chrono::{DateTime, Utc};
use ipnetwork::IpNetwork;
use sqlx::FromRow;
use sqlx::postgres::PgRow;

use super::super::enums::JobTypeEnum;
use super::super::support::{AnyRow, Change, OrDefault, Record, RowReader};

/// Workers that are or were running. No column but the key is indexed, so heartbeats stay heap-only.
///
/// A row of `public.job_workers`; primary key: `id`.
#[derive(Debug, Clone, PartialEq)]
pub struct JobWorker {
    /// Chosen by the worker; what it signs leases with.
    ///
    /// `character varying(128) NOT NULL`
    pub id: String,
    /// `character varying(253) NOT NULL`
    pub host_name: String,
    /// `integer NOT NULL`
    pub process_id: i32,
    /// `public.job_type_enum[] NOT NULL`; `CHECK (cardinality(job_types) > 0 AND array_position(job_types, NULL) IS NULL)`
    pub job_types: Vec<JobTypeEnum>,
    /// Jobs it runs at the same time.
    ///
    /// `integer NOT NULL DEFAULT 1`; `CHECK (capacity > 0)`
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

impl Record for JobWorker {
    fn read<'r>(row: &mut impl RowReader<'r>) -> Result<Self, sqlx::Error> {
        Ok(Self {
            id: row.column("id")?,
            host_name: row.column("host_name")?,
            process_id: row.column("process_id")?,
            job_types: row.column("job_types")?,
            capacity: row.column("capacity")?,
            client_address: row.column("client_address")?,
            started_at: row.finite("started_at")?,
            last_seen_at: row.finite("last_seen_at")?,
            stopped_at: row.finite("stopped_at")?,
        })
    }
}

impl<'r> FromRow<'r, PgRow> for JobWorker {
    fn from_row(row: &'r PgRow) -> Result<Self, sqlx::Error> {
        Record::read(&mut AnyRow::new(row))
    }
}

/// A row to be inserted into `public.job_workers`; it comes back as [`JobWorker`].
#[derive(Debug, Clone, PartialEq)]
pub struct NewJobWorker {
    /// `character varying(128) NOT NULL`
    pub id: String,
    /// `character varying(253) NOT NULL`
    pub host_name: String,
    /// `integer NOT NULL`
    pub process_id: i32,
    /// `public.job_type_enum[] NOT NULL`; `CHECK (cardinality(job_types) > 0 AND array_position(job_types, NULL) IS NULL)`
    pub job_types: Vec<JobTypeEnum>,
    /// `integer NOT NULL DEFAULT 1`; `CHECK (capacity > 0)`
    pub capacity: OrDefault<i32>,
    /// `inet`
    pub client_address: Option<IpNetwork>,
    /// `timestamp with time zone NOT NULL DEFAULT now()`
    pub started_at: OrDefault<DateTime<Utc>>,
    /// `timestamp with time zone NOT NULL DEFAULT now()`
    pub last_seen_at: OrDefault<DateTime<Utc>>,
    /// `timestamp with time zone`
    pub stopped_at: Option<DateTime<Utc>>,
}

impl NewJobWorker {
    /// A row with what must be given; of the other columns, those with a default get it and the rest are NULL.
    #[must_use]
    pub fn new(
        id: impl Into<String>,
        host_name: impl Into<String>,
        process_id: i32,
        job_types: Vec<JobTypeEnum>,
    ) -> Self {
        Self {
            id: id.into(),
            host_name: host_name.into(),
            process_id,
            job_types,
            capacity: OrDefault::Default,
            client_address: None,
            started_at: OrDefault::Default,
            last_seen_at: OrDefault::Default,
            stopped_at: None,
        }
    }

    /// Sets `capacity`.
    #[must_use]
    pub fn with_capacity(mut self, capacity: i32) -> Self {
        self.capacity = OrDefault::Value(capacity);
        self
    }

    /// Sets `client_address`.
    #[must_use]
    pub fn with_client_address(mut self, client_address: IpNetwork) -> Self {
        self.client_address = Some(client_address);
        self
    }

    /// Sets `started_at`.
    #[must_use]
    pub fn with_started_at(mut self, started_at: DateTime<Utc>) -> Self {
        self.started_at = OrDefault::Value(started_at);
        self
    }

    /// Sets `last_seen_at`.
    #[must_use]
    pub fn with_last_seen_at(mut self, last_seen_at: DateTime<Utc>) -> Self {
        self.last_seen_at = OrDefault::Value(last_seen_at);
        self
    }

    /// Sets `stopped_at`.
    #[must_use]
    pub fn with_stopped_at(mut self, stopped_at: DateTime<Utc>) -> Self {
        self.stopped_at = Some(stopped_at);
        self
    }
}

/// A partial update of [`JobWorker`]: only what is set here is written. `..Default::default()` leaves the rest.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct JobWorkerPatch {
    /// `character varying(253) NOT NULL`
    pub host_name: Option<String>,
    /// `integer NOT NULL`
    pub process_id: Option<i32>,
    /// `public.job_type_enum[] NOT NULL`; `CHECK (cardinality(job_types) > 0 AND array_position(job_types, NULL) IS NULL)`
    pub job_types: Option<Vec<JobTypeEnum>>,
    /// `integer NOT NULL DEFAULT 1`; `CHECK (capacity > 0)`
    pub capacity: Option<i32>,
    /// `inet`
    pub client_address: Change<IpNetwork>,
    /// `timestamp with time zone NOT NULL DEFAULT now()`
    pub started_at: Option<DateTime<Utc>>,
    /// `timestamp with time zone NOT NULL DEFAULT now()`
    pub last_seen_at: Option<DateTime<Utc>>,
    /// `timestamp with time zone`
    pub stopped_at: Change<DateTime<Utc>>,
}
