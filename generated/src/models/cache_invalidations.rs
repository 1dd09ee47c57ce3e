// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use chrono::{DateTime, Utc};
use sqlx::FromRow;
use sqlx::postgres::PgRow;
use uuid::Uuid;

use super::super::enums::{CacheInvalidationKindEnum, CacheInvalidationStatusEnum};
use super::super::support::{AnyRow, Change, OrDefault, Record, RowReader};

/// Queue of invalidations to carry out.
///
/// A row of `public.cache_invalidations`; primary key: `id`.
#[derive(Debug, Clone, PartialEq)]
pub struct CacheInvalidation {
    /// `bigint NOT NULL GENERATED ALWAYS AS IDENTITY`
    pub id: i64,
    /// `uuid NOT NULL`; refers to `public.cache_configurations`
    pub configuration_id: Uuid,
    /// `public.cache_invalidation_kind_enum NOT NULL`
    pub kind: CacheInvalidationKindEnum,
    /// The key, tag or dependency key; NULL exactly when everything is to go.
    ///
    /// `character varying(512)`
    pub target: Option<String>,
    /// `public.cache_invalidation_status_enum NOT NULL DEFAULT 'pending'`
    pub status: CacheInvalidationStatusEnum,
    /// 0 to 9; higher runs first.
    ///
    /// `smallint NOT NULL DEFAULT 5`; `CHECK (priority BETWEEN 0 AND 9)`
    pub priority: i16,
    /// Not to be carried out while this one is pending.
    ///
    /// `bigint`; refers to `public.cache_invalidations`
    pub depends_on_id: Option<i64>,
    /// `integer NOT NULL DEFAULT 0`
    pub retry_count: i32,
    /// `integer NOT NULL DEFAULT 3`
    pub max_retries: i32,
    /// `timestamp with time zone NOT NULL DEFAULT now()`
    pub scheduled_at: DateTime<Utc>,
    /// `text`
    pub reason: Option<String>,
    /// `uuid`; refers to `public.users`
    pub requested_by: Option<Uuid>,
    /// `text`
    pub last_error: Option<String>,
    /// `timestamp with time zone NOT NULL DEFAULT now()`
    pub created_at: DateTime<Utc>,
    /// `timestamp with time zone`
    pub finished_at: Option<DateTime<Utc>>,
}

impl Record for CacheInvalidation {
    fn read<'r>(row: &mut impl RowReader<'r>) -> Result<Self, sqlx::Error> {
        Ok(Self {
            id: row.column("id")?,
            configuration_id: row.column("configuration_id")?,
            kind: row.column("kind")?,
            target: row.column("target")?,
            status: row.column("status")?,
            priority: row.column("priority")?,
            depends_on_id: row.column("depends_on_id")?,
            retry_count: row.column("retry_count")?,
            max_retries: row.column("max_retries")?,
            scheduled_at: row.finite("scheduled_at")?,
            reason: row.column("reason")?,
            requested_by: row.column("requested_by")?,
            last_error: row.column("last_error")?,
            created_at: row.finite("created_at")?,
            finished_at: row.finite("finished_at")?,
        })
    }
}

impl<'r> FromRow<'r, PgRow> for CacheInvalidation {
    fn from_row(row: &'r PgRow) -> Result<Self, sqlx::Error> {
        Record::read(&mut AnyRow::new(row))
    }
}

/// A row to be inserted into `public.cache_invalidations`; it comes back as [`CacheInvalidation`].
#[derive(Debug, Clone, PartialEq)]
pub struct NewCacheInvalidation {
    /// `uuid NOT NULL`; refers to `public.cache_configurations`
    pub configuration_id: Uuid,
    /// `public.cache_invalidation_kind_enum NOT NULL`
    pub kind: CacheInvalidationKindEnum,
    /// `character varying(512)`
    pub target: Option<String>,
    /// `public.cache_invalidation_status_enum NOT NULL DEFAULT 'pending'`
    pub status: OrDefault<CacheInvalidationStatusEnum>,
    /// `smallint NOT NULL DEFAULT 5`; `CHECK (priority BETWEEN 0 AND 9)`
    pub priority: OrDefault<i16>,
    /// `bigint`; refers to `public.cache_invalidations`
    pub depends_on_id: Option<i64>,
    /// `integer NOT NULL DEFAULT 0`
    pub retry_count: OrDefault<i32>,
    /// `integer NOT NULL DEFAULT 3`
    pub max_retries: OrDefault<i32>,
    /// `timestamp with time zone NOT NULL DEFAULT now()`
    pub scheduled_at: OrDefault<DateTime<Utc>>,
    /// `text`
    pub reason: Option<String>,
    /// `uuid`; refers to `public.users`
    pub requested_by: Option<Uuid>,
    /// `text`
    pub last_error: Option<String>,
    /// `timestamp with time zone NOT NULL DEFAULT now()`
    pub created_at: OrDefault<DateTime<Utc>>,
    /// `timestamp with time zone`
    pub finished_at: Option<DateTime<Utc>>,
}

impl NewCacheInvalidation {
    /// A row with what must be given; of the other columns, those with a default get it and the rest are NULL.
    #[must_use]
    pub fn new(configuration_id: Uuid, kind: CacheInvalidationKindEnum) -> Self {
        Self {
            configuration_id,
            kind,
            target: None,
            status: OrDefault::Default,
            priority: OrDefault::Default,
            depends_on_id: None,
            retry_count: OrDefault::Default,
            max_retries: OrDefault::Default,
            scheduled_at: OrDefault::Default,
            reason: None,
            requested_by: None,
            last_error: None,
            created_at: OrDefault::Default,
            finished_at: None,
        }
    }

    /// Sets `target`.
    #[must_use]
    pub fn with_target(mut self, target: impl Into<String>) -> Self {
        self.target = Some(target.into());
        self
    }

    /// Sets `status`.
    #[must_use]
    pub fn with_status(mut self, status: CacheInvalidationStatusEnum) -> Self {
        self.status = OrDefault::Value(status);
        self
    }

    /// Sets `priority`.
    #[must_use]
    pub fn with_priority(mut self, priority: i16) -> Self {
        self.priority = OrDefault::Value(priority);
        self
    }

    /// Sets `depends_on_id`.
    #[must_use]
    pub fn with_depends_on_id(mut self, depends_on_id: i64) -> Self {
        self.depends_on_id = Some(depends_on_id);
        self
    }

    /// Sets `retry_count`.
    #[must_use]
    pub fn with_retry_count(mut self, retry_count: i32) -> Self {
        self.retry_count = OrDefault::Value(retry_count);
        self
    }

    /// Sets `max_retries`.
    #[must_use]
    pub fn with_max_retries(mut self, max_retries: i32) -> Self {
        self.max_retries = OrDefault::Value(max_retries);
        self
    }

    /// Sets `scheduled_at`.
    #[must_use]
    pub fn with_scheduled_at(mut self, scheduled_at: DateTime<Utc>) -> Self {
        self.scheduled_at = OrDefault::Value(scheduled_at);
        self
    }

    /// Sets `reason`.
    #[must_use]
    pub fn with_reason(mut self, reason: impl Into<String>) -> Self {
        self.reason = Some(reason.into());
        self
    }

    /// Sets `requested_by`.
    #[must_use]
    pub fn with_requested_by(mut self, requested_by: Uuid) -> Self {
        self.requested_by = Some(requested_by);
        self
    }

    /// Sets `last_error`.
    #[must_use]
    pub fn with_last_error(mut self, last_error: impl Into<String>) -> Self {
        self.last_error = Some(last_error.into());
        self
    }

    /// Sets `created_at`.
    #[must_use]
    pub fn with_created_at(mut self, created_at: DateTime<Utc>) -> Self {
        self.created_at = OrDefault::Value(created_at);
        self
    }

    /// Sets `finished_at`.
    #[must_use]
    pub fn with_finished_at(mut self, finished_at: DateTime<Utc>) -> Self {
        self.finished_at = Some(finished_at);
        self
    }
}

/// A partial update of [`CacheInvalidation`]: only what is set here is written. `..Default::default()` leaves the rest.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct CacheInvalidationPatch {
    /// `uuid NOT NULL`; refers to `public.cache_configurations`
    pub configuration_id: Option<Uuid>,
    /// `public.cache_invalidation_kind_enum NOT NULL`
    pub kind: Option<CacheInvalidationKindEnum>,
    /// `character varying(512)`
    pub target: Change<String>,
    /// `public.cache_invalidation_status_enum NOT NULL DEFAULT 'pending'`
    pub status: Option<CacheInvalidationStatusEnum>,
    /// `smallint NOT NULL DEFAULT 5`; `CHECK (priority BETWEEN 0 AND 9)`
    pub priority: Option<i16>,
    /// `bigint`; refers to `public.cache_invalidations`
    pub depends_on_id: Change<i64>,
    /// `integer NOT NULL DEFAULT 0`
    pub retry_count: Option<i32>,
    /// `integer NOT NULL DEFAULT 3`
    pub max_retries: Option<i32>,
    /// `timestamp with time zone NOT NULL DEFAULT now()`
    pub scheduled_at: Option<DateTime<Utc>>,
    /// `text`
    pub reason: Change<String>,
    /// `uuid`; refers to `public.users`
    pub requested_by: Change<Uuid>,
    /// `text`
    pub last_error: Change<String>,
    /// `timestamp with time zone NOT NULL DEFAULT now()`
    pub created_at: Option<DateTime<Utc>>,
    /// `timestamp with time zone`
    pub finished_at: Change<DateTime<Utc>>,
}
