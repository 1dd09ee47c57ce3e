// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use chrono::{DateTime, Utc};
use rust_decimal::Decimal;
use sqlx::FromRow;
use sqlx::postgres::PgRow;

use super::super::domains::Percentage;
use super::super::enums::{ResourceTypeEnum, ResourceUnitEnum};
use super::super::support::{AnyRow, Record, RowReader};

/// Use of one resource of one process over a period.
///
/// A row of `public.resource_utilization_metrics`; primary key: `period_end`, `id`.
#[derive(Debug, Clone, PartialEq)]
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
    /// `numeric(20,3) NOT NULL`; `CHECK (maximum > 0 AND maximum < 'NaN')`
    pub maximum: Decimal,
    /// `public.percentage NOT NULL GENERATED ALWAYS AS (CASE WHEN maximum > 0 AND used BETWEEN 0 AND maximum THEN round(100 * used / maximum, 2) ELSE 0 END) STORED`
    pub used_percentage: Percentage,
}

impl Record for ResourceUtilizationMetric {
    fn read<'r>(row: &mut impl RowReader<'r>) -> Result<Self, sqlx::Error> {
        Ok(Self {
            period_end: row.finite("period_end")?,
            id: row.column("id")?,
            period_start: row.finite("period_start")?,
            service_name: row.column("service_name")?,
            host_name: row.column("host_name")?,
            resource_type: row.column("resource_type")?,
            unit: row.column("unit")?,
            used: row.column("used")?,
            maximum: row.column("maximum")?,
            used_percentage: row.column("used_percentage")?,
        })
    }
}

impl<'r> FromRow<'r, PgRow> for ResourceUtilizationMetric {
    fn from_row(row: &'r PgRow) -> Result<Self, sqlx::Error> {
        Record::read(&mut AnyRow::new(row))
    }
}

/// A row to be inserted into `public.resource_utilization_metrics`; it comes back as [`ResourceUtilizationMetric`].
#[derive(Debug, Clone, PartialEq)]
pub struct NewResourceUtilizationMetric {
    /// `timestamp with time zone NOT NULL`
    pub period_end: DateTime<Utc>,
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
    /// `numeric(20,3) NOT NULL`
    pub used: Decimal,
    /// `numeric(20,3) NOT NULL`; `CHECK (maximum > 0 AND maximum < 'NaN')`
    pub maximum: Decimal,
}

impl NewResourceUtilizationMetric {
    /// A row with what must be given; of the other columns, those with a default get it and the rest are NULL.
    #[allow(clippy::too_many_arguments)]
    #[must_use]
    pub fn new(
        period_end: DateTime<Utc>,
        period_start: DateTime<Utc>,
        service_name: impl Into<String>,
        host_name: impl Into<String>,
        resource_type: ResourceTypeEnum,
        unit: ResourceUnitEnum,
        used: Decimal,
        maximum: Decimal,
    ) -> Self {
        Self {
            period_end,
            period_start,
            service_name: service_name.into(),
            host_name: host_name.into(),
            resource_type,
            unit,
            used,
            maximum,
        }
    }
}

/// A partial update of [`ResourceUtilizationMetric`]: only what is set here is written. `..Default::default()` leaves the rest.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct ResourceUtilizationMetricPatch {
    /// `timestamp with time zone NOT NULL`
    pub period_start: Option<DateTime<Utc>>,
    /// `character varying(128) NOT NULL`
    pub service_name: Option<String>,
    /// `character varying(253) NOT NULL`
    pub host_name: Option<String>,
    /// `public.resource_type_enum NOT NULL`
    pub resource_type: Option<ResourceTypeEnum>,
    /// `public.resource_unit_enum NOT NULL`
    pub unit: Option<ResourceUnitEnum>,
    /// `numeric(20,3) NOT NULL`
    pub used: Option<Decimal>,
    /// `numeric(20,3) NOT NULL`; `CHECK (maximum > 0 AND maximum < 'NaN')`
    pub maximum: Option<Decimal>,
}
