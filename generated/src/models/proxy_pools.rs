// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use chrono::{DateTime, Utc};
use sqlx::FromRow;
use sqlx::postgres::PgRow;
use uuid::Uuid;

use super::super::enums::RotationStrategyEnum;
use super::super::support::{AnyRow, Change, OrDefault, Record, RowReader};

/// Named groups of proxies and how one is picked from the group.
///
/// A row of `public.proxy_pools`; primary key: `id`.
#[derive(Debug, Clone, PartialEq)]
pub struct ProxyPool {
    /// `uuid NOT NULL DEFAULT gen_random_uuid()`
    pub id: Uuid,
    /// `character varying(255) NOT NULL`; unique
    pub name: String,
    /// `text`
    pub description: Option<String>,
    /// `public.rotation_strategy_enum NOT NULL DEFAULT 'round_robin'`
    pub strategy: RotationStrategyEnum,
    /// `boolean NOT NULL DEFAULT true`
    pub is_enabled: bool,
    /// `boolean NOT NULL DEFAULT true`
    pub health_check_enabled: bool,
    /// `character varying(2048)`
    pub health_check_url: Option<String>,
    /// `integer NOT NULL DEFAULT 60`
    pub health_check_interval_seconds: i32,
    /// `integer NOT NULL DEFAULT 10`
    pub health_check_timeout_seconds: i32,
    /// A member that failed so often in a row is left out until a health check succeeds.
    ///
    /// `integer NOT NULL DEFAULT 3`; `CHECK (max_consecutive_failures > 0)`
    pub max_consecutive_failures: i32,
    /// `uuid`; refers to `public.users`
    pub created_by: Option<Uuid>,
    /// `timestamp with time zone NOT NULL DEFAULT now()`
    pub created_at: DateTime<Utc>,
    /// `timestamp with time zone NOT NULL DEFAULT now()`
    pub updated_at: DateTime<Utc>,
}

impl Record for ProxyPool {
    fn read<'r>(row: &mut impl RowReader<'r>) -> Result<Self, sqlx::Error> {
        Ok(Self {
            id: row.column("id")?,
            name: row.column("name")?,
            description: row.column("description")?,
            strategy: row.column("strategy")?,
            is_enabled: row.column("is_enabled")?,
            health_check_enabled: row.column("health_check_enabled")?,
            health_check_url: row.column("health_check_url")?,
            health_check_interval_seconds: row.column("health_check_interval_seconds")?,
            health_check_timeout_seconds: row.column("health_check_timeout_seconds")?,
            max_consecutive_failures: row.column("max_consecutive_failures")?,
            created_by: row.column("created_by")?,
            created_at: row.finite("created_at")?,
            updated_at: row.finite("updated_at")?,
        })
    }
}

impl<'r> FromRow<'r, PgRow> for ProxyPool {
    fn from_row(row: &'r PgRow) -> Result<Self, sqlx::Error> {
        Record::read(&mut AnyRow::new(row))
    }
}

/// A row to be inserted into `public.proxy_pools`; it comes back as [`ProxyPool`].
#[derive(Debug, Clone, PartialEq)]
pub struct NewProxyPool {
    /// `uuid NOT NULL DEFAULT gen_random_uuid()`
    pub id: OrDefault<Uuid>,
    /// `character varying(255) NOT NULL`; unique
    pub name: String,
    /// `text`
    pub description: Option<String>,
    /// `public.rotation_strategy_enum NOT NULL DEFAULT 'round_robin'`
    pub strategy: OrDefault<RotationStrategyEnum>,
    /// `boolean NOT NULL DEFAULT true`
    pub is_enabled: OrDefault<bool>,
    /// `boolean NOT NULL DEFAULT true`
    pub health_check_enabled: OrDefault<bool>,
    /// `character varying(2048)`
    pub health_check_url: Option<String>,
    /// `integer NOT NULL DEFAULT 60`
    pub health_check_interval_seconds: OrDefault<i32>,
    /// `integer NOT NULL DEFAULT 10`
    pub health_check_timeout_seconds: OrDefault<i32>,
    /// `integer NOT NULL DEFAULT 3`; `CHECK (max_consecutive_failures > 0)`
    pub max_consecutive_failures: OrDefault<i32>,
    /// `uuid`; refers to `public.users`
    pub created_by: Option<Uuid>,
    /// `timestamp with time zone NOT NULL DEFAULT now()`
    pub created_at: OrDefault<DateTime<Utc>>,
    /// `timestamp with time zone NOT NULL DEFAULT now()`
    pub updated_at: OrDefault<DateTime<Utc>>,
}

impl NewProxyPool {
    /// A row with what must be given; of the other columns, those with a default get it and the rest are NULL.
    #[must_use]
    pub fn new(name: impl Into<String>) -> Self {
        Self {
            id: OrDefault::Default,
            name: name.into(),
            description: None,
            strategy: OrDefault::Default,
            is_enabled: OrDefault::Default,
            health_check_enabled: OrDefault::Default,
            health_check_url: None,
            health_check_interval_seconds: OrDefault::Default,
            health_check_timeout_seconds: OrDefault::Default,
            max_consecutive_failures: OrDefault::Default,
            created_by: None,
            created_at: OrDefault::Default,
            updated_at: OrDefault::Default,
        }
    }

    /// Sets `id`.
    #[must_use]
    pub fn with_id(mut self, id: Uuid) -> Self {
        self.id = OrDefault::Value(id);
        self
    }

    /// Sets `description`.
    #[must_use]
    pub fn with_description(mut self, description: impl Into<String>) -> Self {
        self.description = Some(description.into());
        self
    }

    /// Sets `strategy`.
    #[must_use]
    pub fn with_strategy(mut self, strategy: RotationStrategyEnum) -> Self {
        self.strategy = OrDefault::Value(strategy);
        self
    }

    /// Sets `is_enabled`.
    #[must_use]
    pub fn with_is_enabled(mut self, is_enabled: bool) -> Self {
        self.is_enabled = OrDefault::Value(is_enabled);
        self
    }

    /// Sets `health_check_enabled`.
    #[must_use]
    pub fn with_health_check_enabled(mut self, health_check_enabled: bool) -> Self {
        self.health_check_enabled = OrDefault::Value(health_check_enabled);
        self
    }

    /// Sets `health_check_url`.
    #[must_use]
    pub fn with_health_check_url(mut self, health_check_url: impl Into<String>) -> Self {
        self.health_check_url = Some(health_check_url.into());
        self
    }

    /// Sets `health_check_interval_seconds`.
    #[must_use]
    pub fn with_health_check_interval_seconds(
        mut self,
        health_check_interval_seconds: i32,
    ) -> Self {
        self.health_check_interval_seconds = OrDefault::Value(
            health_check_interval_seconds,
        );
        self
    }

    /// Sets `health_check_timeout_seconds`.
    #[must_use]
    pub fn with_health_check_timeout_seconds(
        mut self,
        health_check_timeout_seconds: i32,
    ) -> Self {
        self.health_check_timeout_seconds = OrDefault::Value(
            health_check_timeout_seconds,
        );
        self
    }

    /// Sets `max_consecutive_failures`.
    #[must_use]
    pub fn with_max_consecutive_failures(
        mut self,
        max_consecutive_failures: i32,
    ) -> Self {
        self.max_consecutive_failures = OrDefault::Value(max_consecutive_failures);
        self
    }

    /// Sets `created_by`.
    #[must_use]
    pub fn with_created_by(mut self, created_by: Uuid) -> Self {
        self.created_by = Some(created_by);
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

/// A partial update of [`ProxyPool`]: only what is set here is written. `..Default::default()` leaves the rest.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct ProxyPoolPatch {
    /// `character varying(255) NOT NULL`; unique
    pub name: Option<String>,
    /// `text`
    pub description: Change<String>,
    /// `public.rotation_strategy_enum NOT NULL DEFAULT 'round_robin'`
    pub strategy: Option<RotationStrategyEnum>,
    /// `boolean NOT NULL DEFAULT true`
    pub is_enabled: Option<bool>,
    /// `boolean NOT NULL DEFAULT true`
    pub health_check_enabled: Option<bool>,
    /// `character varying(2048)`
    pub health_check_url: Change<String>,
    /// `integer NOT NULL DEFAULT 60`
    pub health_check_interval_seconds: Option<i32>,
    /// `integer NOT NULL DEFAULT 10`
    pub health_check_timeout_seconds: Option<i32>,
    /// `integer NOT NULL DEFAULT 3`; `CHECK (max_consecutive_failures > 0)`
    pub max_consecutive_failures: Option<i32>,
    /// `uuid`; refers to `public.users`
    pub created_by: Change<Uuid>,
    /// `timestamp with time zone NOT NULL DEFAULT now()`
    pub created_at: Option<DateTime<Utc>>,
    /// `timestamp with time zone NOT NULL DEFAULT now()`
    pub updated_at: Option<DateTime<Utc>>,
}
