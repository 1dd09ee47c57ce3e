// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use chrono::{DateTime, Utc};
use rust_decimal::Decimal;

use super::super::enums::{ResourceTypeEnum, ResourceUnitEnum};

/// Use of one resource of one process over a period.
///
/// A row of `public.resource_utilization_metrics`; primary key: `period_end`, `id`.
#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize, sqlx::FromRow)]
pub struct ResourceUtilizationMetric {
    /// `timestamp with time zone NOT NULL`
    pub period_end: DateTime<Utc>,
    /// `bigint NOT NULL GENERATED ALWAYS AS IDENTITY`
    pub id: i64,
    /// `timestamp with time zone NOT NULL`
    pub period_start: DateTime<Utc>,
    /// `character varying(128) NOT NULL`
    pub service_name: String,
    /// `character varying(253) NOT NULL`
    pub host_name: String,
    /// `public.resource_type_enum NOT NULL`
    pub resource_type: ResourceTypeEnum,
    /// `public.resource_unit_enum NOT NULL`
    pub unit: ResourceUnitEnum,
    /// Average over the period, in unit.
    ///
    /// `numeric(20,3) NOT NULL`
    pub used: Decimal,
    /// What there is to use, in unit.
    ///
    /// `numeric(20,3) NOT NULL`
    pub maximum: Decimal,
    /// `public.percentage NOT NULL GENERATED ALWAYS AS (CASE WHEN maximum > 0 AND used BETWEEN 0 AND maximum THEN round(100 * used / maximum, 2) ELSE 0 END) STORED`
    pub used_percentage: Decimal,
}
