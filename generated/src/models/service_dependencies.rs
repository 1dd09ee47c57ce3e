// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use chrono::{DateTime, Utc};
use rust_decimal::Decimal;
use sqlx::FromRow;
use sqlx::postgres::PgRow;
use uuid::Uuid;

use super::super::enums::{
    CommunicationProtocolEnum, DependencyCriticalityEnum, DependencyTypeEnum,
};
use super::super::support::{AnyRow, Change, OrDefault, Record, RowReader};

/// Edges of the graph of services: the source needs the target.
///
/// A row of `public.service_dependencies`; primary key: `id`.
#[derive(Debug, Clone, PartialEq)]
pub struct ServiceDependency {
    /// `uuid NOT NULL DEFAULT gen_random_uuid()`
    pub id: Uuid,
    /// `character varying(128) NOT NULL`
    pub source_service: String,
    /// `character varying(128) NOT NULL`
    pub target_service: String,
    /// `public.dependency_type_enum NOT NULL`
    pub dependency_type: DependencyTypeEnum,
    /// `public.communication_protocol_enum NOT NULL`
    pub protocol: CommunicationProtocolEnum,
    /// What becomes of the source while the target is away.
    ///
    /// `public.dependency_criticality_enum NOT NULL DEFAULT 'essential'`
    pub criticality: DependencyCriticalityEnum,
    /// `integer`
    pub timeout_ms: Option<i32>,
    /// `smallint NOT NULL DEFAULT 0`
    pub max_retries: i16,
    /// `boolean NOT NULL DEFAULT false`
    pub has_circuit_breaker: bool,
    /// `numeric(12,3)`
    pub expected_latency_ms: Option<Decimal>,
    /// `boolean NOT NULL DEFAULT true`
    pub is_active: bool,
    /// `timestamp with time zone NOT NULL DEFAULT now()`
    pub created_at: DateTime<Utc>,
    /// `timestamp with time zone NOT NULL DEFAULT now()`
    pub updated_at: DateTime<Utc>,
}

impl Record for ServiceDependency {
    fn read<'r>(row: &mut impl RowReader<'r>) -> Result<Self, sqlx::Error> {
        Ok(Self {
            id: row.column("id")?,
            source_service: row.column("source_service")?,
            target_service: row.column("target_service")?,
            dependency_type: row.column("dependency_type")?,
            protocol: row.column("protocol")?,
            criticality: row.column("criticality")?,
            timeout_ms: row.column("timeout_ms")?,
            max_retries: row.column("max_retries")?,
            has_circuit_breaker: row.column("has_circuit_breaker")?,
            expected_latency_ms: row.column("expected_latency_ms")?,
            is_active: row.column("is_active")?,
            created_at: row.finite("created_at")?,
            updated_at: row.finite("updated_at")?,
        })
    }
}

impl<'r> FromRow<'r, PgRow> for ServiceDependency {
    fn from_row(row: &'r PgRow) -> Result<Self, sqlx::Error> {
        Record::read(&mut AnyRow::new(row))
    }
}

/// A row to be inserted into `public.service_dependencies`; it comes back as [`ServiceDependency`].
#[derive(Debug, Clone, PartialEq)]
pub struct NewServiceDependency {
    /// `uuid NOT NULL DEFAULT gen_random_uuid()`
    pub id: OrDefault<Uuid>,
    /// `character varying(128) NOT NULL`
    pub source_service: String,
    /// `character varying(128) NOT NULL`
    pub target_service: String,
    /// `public.dependency_type_enum NOT NULL`
    pub dependency_type: DependencyTypeEnum,
    /// `public.communication_protocol_enum NOT NULL`
    pub protocol: CommunicationProtocolEnum,
    /// `public.dependency_criticality_enum NOT NULL DEFAULT 'essential'`
    pub criticality: OrDefault<DependencyCriticalityEnum>,
    /// `integer`
    pub timeout_ms: Option<i32>,
    /// `smallint NOT NULL DEFAULT 0`
    pub max_retries: OrDefault<i16>,
    /// `boolean NOT NULL DEFAULT false`
    pub has_circuit_breaker: OrDefault<bool>,
    /// `numeric(12,3)`
    pub expected_latency_ms: Option<Decimal>,
    /// `boolean NOT NULL DEFAULT true`
    pub is_active: OrDefault<bool>,
    /// `timestamp with time zone NOT NULL DEFAULT now()`
    pub created_at: OrDefault<DateTime<Utc>>,
    /// `timestamp with time zone NOT NULL DEFAULT now()`
    pub updated_at: OrDefault<DateTime<Utc>>,
}

impl NewServiceDependency {
    /// A row with what must be given; of the other columns, those with a default get it and the rest are NULL.
    #[must_use]
    pub fn new(
        source_service: impl Into<String>,
        target_service: impl Into<String>,
        dependency_type: DependencyTypeEnum,
        protocol: CommunicationProtocolEnum,
    ) -> Self {
        Self {
            id: OrDefault::Default,
            source_service: source_service.into(),
            target_service: target_service.into(),
            dependency_type,
            protocol,
            criticality: OrDefault::Default,
            timeout_ms: None,
            max_retries: OrDefault::Default,
            has_circuit_breaker: OrDefault::Default,
            expected_latency_ms: None,
            is_active: OrDefault::Default,
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

    /// Sets `criticality`.
    #[must_use]
    pub fn with_criticality(mut self, criticality: DependencyCriticalityEnum) -> Self {
        self.criticality = OrDefault::Value(criticality);
        self
    }

    /// Sets `timeout_ms`.
    #[must_use]
    pub fn with_timeout_ms(mut self, timeout_ms: i32) -> Self {
        self.timeout_ms = Some(timeout_ms);
        self
    }

    /// Sets `max_retries`.
    #[must_use]
    pub fn with_max_retries(mut self, max_retries: i16) -> Self {
        self.max_retries = OrDefault::Value(max_retries);
        self
    }

    /// Sets `has_circuit_breaker`.
    #[must_use]
    pub fn with_has_circuit_breaker(mut self, has_circuit_breaker: bool) -> Self {
        self.has_circuit_breaker = OrDefault::Value(has_circuit_breaker);
        self
    }

    /// Sets `expected_latency_ms`.
    #[must_use]
    pub fn with_expected_latency_ms(mut self, expected_latency_ms: Decimal) -> Self {
        self.expected_latency_ms = Some(expected_latency_ms);
        self
    }

    /// Sets `is_active`.
    #[must_use]
    pub fn with_is_active(mut self, is_active: bool) -> Self {
        self.is_active = OrDefault::Value(is_active);
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

/// A partial update of [`ServiceDependency`]: only what is set here is written. `..Default::default()` leaves the rest.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct ServiceDependencyPatch {
    /// `character varying(128) NOT NULL`
    pub source_service: Option<String>,
    /// `character varying(128) NOT NULL`
    pub target_service: Option<String>,
    /// `public.dependency_type_enum NOT NULL`
    pub dependency_type: Option<DependencyTypeEnum>,
    /// `public.communication_protocol_enum NOT NULL`
    pub protocol: Option<CommunicationProtocolEnum>,
    /// `public.dependency_criticality_enum NOT NULL DEFAULT 'essential'`
    pub criticality: Option<DependencyCriticalityEnum>,
    /// `integer`
    pub timeout_ms: Change<i32>,
    /// `smallint NOT NULL DEFAULT 0`
    pub max_retries: Option<i16>,
    /// `boolean NOT NULL DEFAULT false`
    pub has_circuit_breaker: Option<bool>,
    /// `numeric(12,3)`
    pub expected_latency_ms: Change<Decimal>,
    /// `boolean NOT NULL DEFAULT true`
    pub is_active: Option<bool>,
    /// `timestamp with time zone NOT NULL DEFAULT now()`
    pub created_at: Option<DateTime<Utc>>,
    /// `timestamp with time zone NOT NULL DEFAULT now()`
    pub updated_at: Option<DateTime<Utc>>,
}
