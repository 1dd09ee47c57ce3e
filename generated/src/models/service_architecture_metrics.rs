// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use chrono::{DateTime, Utc};
use rust_decimal::Decimal;

use super::super::enums::ServiceTypeEnum;

/// Health of the structure of a service at a moment.
///
/// A row of `public.service_architecture_metrics`; primary key: `recorded_at`, `id`.
#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize, sqlx::FromRow)]
pub struct ServiceArchitectureMetric {
    /// `timestamp with time zone NOT NULL DEFAULT now()`
    pub recorded_at: DateTime<Utc>,
    /// `bigint NOT NULL GENERATED ALWAYS AS IDENTITY`
    pub id: i64,
    /// `character varying(128) NOT NULL`
    pub service_name: String,
    /// `public.service_type_enum NOT NULL`
    pub service_type: ServiceTypeEnum,
    /// `character varying(64)`
    pub service_version: Option<String>,
    /// 0 = stands alone, 100 = changes with everything.
    ///
    /// `public.score NOT NULL`
    pub coupling_score: Decimal,
    /// `public.score NOT NULL`
    pub cohesion_score: Decimal,
    /// `public.score NOT NULL`
    pub complexity_score: Decimal,
    /// `public.percentage`
    pub test_coverage: Option<Decimal>,
    /// `integer`
    pub lines_of_code: Option<i32>,
    /// Estimated work to pay the debt off, in hours.
    ///
    /// `numeric(10,2) NOT NULL DEFAULT 0`
    pub technical_debt_hours: Decimal,
    /// `public.percentage NOT NULL DEFAULT 0`
    pub error_rate: Decimal,
    /// `public.percentage NOT NULL DEFAULT 100`
    pub availability: Decimal,
}
