// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use chrono::{DateTime, Utc};
use rust_decimal::Decimal;
use sqlx::FromRow;
use sqlx::postgres::PgRow;
use uuid::Uuid;

use super::super::enums::CacheInvalidationKindEnum;
use super::super::support::{AnyRow, Change, OrDefault, Record, RowReader};

/// Invalidations that were carried out or failed.
///
/// A row of `public.cache_invalidation_log`; primary key: `id`.
#[derive(Debug, Clone, PartialEq)]
pub struct CacheInvalidationLog {
    /// `bigint NOT NULL GENERATED ALWAYS AS IDENTITY`
    pub id: i64,
    /// `bigint`; refers to `public.cache_invalidations`
    pub invalidation_id: Option<i64>,
    /// `uuid NOT NULL`; refers to `public.cache_configurations`
    pub configuration_id: Uuid,
    /// `public.cache_invalidation_kind_enum NOT NULL`
    pub kind: CacheInvalidationKindEnum,
    /// `character varying(512)`
    pub target: Option<String>,
    /// `integer NOT NULL DEFAULT 0`; `CHECK (entries_removed >= 0)`
    pub entries_removed: i32,
    /// `numeric(12,3) NOT NULL DEFAULT 0`; `CHECK (duration_ms >= 0 AND duration_ms < 'NaN')`
    pub duration_ms: Decimal,
    /// NULL = it succeeded.
    ///
    /// `text`
    pub error: Option<String>,
    /// `timestamp with time zone NOT NULL DEFAULT now()`
    pub created_at: DateTime<Utc>,
}

impl Record for CacheInvalidationLog {
    fn read<'r>(row: &mut impl RowReader<'r>) -> Result<Self, sqlx::Error> {
        Ok(Self {
            id: row.column("id")?,
            invalidation_id: row.column("invalidation_id")?,
            configuration_id: row.column("configuration_id")?,
            kind: row.column("kind")?,
            target: row.column("target")?,
            entries_removed: row.column("entries_removed")?,
            duration_ms: row.column("duration_ms")?,
            error: row.column("error")?,
            created_at: row.finite("created_at")?,
        })
    }
}

impl<'r> FromRow<'r, PgRow> for CacheInvalidationLog {
    fn from_row(row: &'r PgRow) -> Result<Self, sqlx::Error> {
        Record::read(&mut AnyRow::new(row))
    }
}

/// A row to be inserted into `public.cache_invalidation_log`; it comes back as [`CacheInvalidationLog`].
#[derive(Debug, Clone, PartialEq)]
pub struct NewCacheInvalidationLog {
    /// `bigint`; refers to `public.cache_invalidations`
    pub invalidation_id: Option<i64>,
    /// `uuid NOT NULL`; refers to `public.cache_configurations`
    pub configuration_id: Uuid,
    /// `public.cache_invalidation_kind_enum NOT NULL`
    pub kind: CacheInvalidationKindEnum,
    /// `character varying(512)`
    pub target: Option<String>,
    /// `integer NOT NULL DEFAULT 0`; `CHECK (entries_removed >= 0)`
    pub entries_removed: OrDefault<i32>,
    /// `numeric(12,3) NOT NULL DEFAULT 0`; `CHECK (duration_ms >= 0 AND duration_ms < 'NaN')`
    pub duration_ms: OrDefault<Decimal>,
    /// `text`
    pub error: Option<String>,
    /// `timestamp with time zone NOT NULL DEFAULT now()`
    pub created_at: OrDefault<DateTime<Utc>>,
}

impl NewCacheInvalidationLog {
    /// A row with what must be given; of the other columns, those with a default get it and the rest are NULL.
    #[must_use]
    pub fn new(configuration_id: Uuid, kind: CacheInvalidationKindEnum) -> Self {
        Self {
            invalidation_id: None,
            configuration_id,
            kind,
            target: None,
            entries_removed: OrDefault::Default,
            duration_ms: OrDefault::Default,
            error: None,
            created_at: OrDefault::Default,
        }
    }

    /// Sets `invalidation_id`.
    #[must_use]
    pub fn with_invalidation_id(mut self, invalidation_id: i64) -> Self {
        self.invalidation_id = Some(invalidation_id);
        self
    }

    /// Sets `target`.
    #[must_use]
    pub fn with_target(mut self, target: impl Into<String>) -> Self {
        self.target = Some(target.into());
        self
    }

    /// Sets `entries_removed`.
    #[must_use]
    pub fn with_entries_removed(mut self, entries_removed: i32) -> Self {
        self.entries_removed = OrDefault::Value(entries_removed);
        self
    }

    /// Sets `duration_ms`.
    #[must_use]
    pub fn with_duration_ms(mut self, duration_ms: Decimal) -> Self {
        self.duration_ms = OrDefault::Value(duration_ms);
        self
    }

    /// Sets `error`.
    #[must_use]
    pub fn with_error(mut self, error: impl Into<String>) -> Self {
        self.error = Some(error.into());
        self
    }

    /// Sets `created_at`.
    #[must_use]
    pub fn with_created_at(mut self, created_at: DateTime<Utc>) -> Self {
        self.created_at = OrDefault::Value(created_at);
        self
    }
}

/// A partial update of [`CacheInvalidationLog`]: only what is set here is written. `..Default::default()` leaves the rest.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct CacheInvalidationLogPatch {
    /// `bigint`; refers to `public.cache_invalidations`
    pub invalidation_id: Change<i64>,
    /// `uuid NOT NULL`; refers to `public.cache_configurations`
    pub configuration_id: Option<Uuid>,
    /// `public.cache_invalidation_kind_enum NOT NULL`
    pub kind: Option<CacheInvalidationKindEnum>,
    /// `character varying(512)`
    pub target: Change<String>,
    /// `integer NOT NULL DEFAULT 0`; `CHECK (entries_removed >= 0)`
    pub entries_removed: Option<i32>,
    /// `numeric(12,3) NOT NULL DEFAULT 0`; `CHECK (duration_ms >= 0 AND duration_ms < 'NaN')`
    pub duration_ms: Option<Decimal>,
    /// `text`
    pub error: Change<String>,
    /// `timestamp with time zone NOT NULL DEFAULT now()`
    pub created_at: Option<DateTime<Utc>>,
}
