// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use chrono::{DateTime, NaiveDate, Utc};
use rust_decimal::Decimal;

use super::super::enums::{ResourceTypeEnum, ResourceUnitEnum};

/// What all instances of a service use of a resource, and what they could.
///
/// A row of `public.service_capacity_metrics`; primary key: `period_end`, `id`.
#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize, sqlx::FromRow)]
pub struct ServiceCapacityMetric {
    /// `timestamp with time zone NOT NULL`
    pub period_end: DateTime<Utc>,
    /// `bigint NOT NULL GENERATED ALWAYS AS IDENTITY`
    pub id: i64,
    /// `timestamp with time zone NOT NULL`
    pub period_start: DateTime<Utc>,
    /// `character varying(128) NOT NULL`
    pub service_name: String,
    /// `public.resource_type_enum NOT NULL`
    pub resource_type: ResourceTypeEnum,
    /// `public.resource_unit_enum NOT NULL`
    pub unit: ResourceUnitEnum,
    /// `integer NOT NULL`
    pub instance_count: i32,
    /// Peak over the period, in unit.
    ///
    /// `numeric(20,3) NOT NULL`
    pub used_capacity: Decimal,
    /// `numeric(20,3) NOT NULL`
    pub max_capacity: Decimal,
    /// `public.percentage NOT NULL GENERATED ALWAYS AS (CASE WHEN max_capacity > 0 AND used_capacity BETWEEN 0 AND max_capacity THEN round(100 * used_capacity / max_capacity, 2) ELSE 0 END) STORED`
    pub used_percentage: Decimal,
    /// Day on which the capacity runs out if the trend holds; NULL = not in sight.
    ///
    /// `date`
    pub projected_full_on: Option<NaiveDate>,
}
