// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use chrono::{DateTime, Utc};
use rust_decimal::Decimal;
use uuid::Uuid;

use super::super::enums::{
    CommunicationProtocolEnum, DependencyCriticalityEnum, DependencyTypeEnum,
};

/// Edges of the graph of services: the source needs the target.
///
/// A row of `public.service_dependencies`; primary key: `id`.
#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize, sqlx::FromRow)]
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
