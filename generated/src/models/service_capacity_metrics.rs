// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use chrono::{DateTime, NaiveDate, Utc};
use rust_decimal::Decimal;
use sqlx::FromRow;
use sqlx::postgres::PgRow;

use super::super::domains::Percentage;
use super::super::enums::{ResourceTypeEnum, ResourceUnitEnum};
use super::super::support::{AnyRow, Change, Record, RowReader};

/// What all instances of a service use of a resource, and what they could.
///
/// A row of `public.service_capacity_metrics`; primary key: `period_end`, `id`.
#[derive(Debug, Clone, PartialEq)]
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
    /// `integer NOT NULL`; `CHECK (instance_count > 0)`
    pub instance_count: i32,
    /// Peak over the period, in unit.
    ///
    /// `numeric(20,3) NOT NULL`
    pub used_capacity: Decimal,
    /// `numeric(20,3) NOT NULL`; `CHECK (max_capacity > 0 AND max_capacity < 'NaN')`
    pub max_capacity: Decimal,
    /// `public.percentage NOT NULL GENERATED ALWAYS AS (CASE WHEN max_capacity > 0 AND used_capacity BETWEEN 0 AND max_capacity THEN round(100 * used_capacity / max_capacity, 2) ELSE 0 END) STORED`
    pub used_percentage: Percentage,
    /// Day on which the capacity runs out if the trend holds; NULL = not in sight.
    ///
    /// `date`
    pub projected_full_on: Option<NaiveDate>,
}

impl Record for ServiceCapacityMetric {
    fn read<'r>(row: &mut impl RowReader<'r>) -> Result<Self, sqlx::Error> {
        Ok(Self {
            period_end: row.finite("period_end")?,
            id: row.column("id")?,
            period_start: row.finite("period_start")?,
            service_name: row.column("service_name")?,
            resource_type: row.column("resource_type")?,
            unit: row.column("unit")?,
            instance_count: row.column("instance_count")?,
            used_capacity: row.column("used_capacity")?,
            max_capacity: row.column("max_capacity")?,
            used_percentage: row.column("used_percentage")?,
            projected_full_on: row.finite("projected_full_on")?,
        })
    }
}

impl<'r> FromRow<'r, PgRow> for ServiceCapacityMetric {
    fn from_row(row: &'r PgRow) -> Result<Self, sqlx::Error> {
        Record::read(&mut AnyRow::new(row))
    }
}

/// A row to be inserted into `public.service_capacity_metrics`; it comes back as [`ServiceCapacityMetric`].
#[derive(Debug, Clone, PartialEq)]
pub struct NewServiceCapacityMetric {
    /// `timestamp with time zone NOT NULL`
    pub period_end: DateTime<Utc>,
    /// `timestamp with time zone NOT NULL`
    pub period_start: DateTime<Utc>,
    /// `character varying(128) NOT NULL`
    pub service_name: String,
    /// `public.resource_type_enum NOT NULL`
    pub resource_type: ResourceTypeEnum,
    /// `public.resource_unit_enum NOT NULL`
    pub unit: ResourceUnitEnum,
    /// `integer NOT NULL`; `CHECK (instance_count > 0)`
    pub instance_count: i32,
    /// `numeric(20,3) NOT NULL`
    pub used_capacity: Decimal,
    /// `numeric(20,3) NOT NULL`; `CHECK (max_capacity > 0 AND max_capacity < 'NaN')`
    pub max_capacity: Decimal,
    /// `date`
    pub projected_full_on: Option<NaiveDate>,
}

impl NewServiceCapacityMetric {
    /// A row with what must be given; of the other columns, those with a default get it and the rest are NULL.
    #[allow(clippy::too_many_arguments)]
    #[must_use]
    pub fn new(
        period_end: DateTime<Utc>,
        period_start: DateTime<Utc>,
        service_name: impl Into<String>,
        resource_type: ResourceTypeEnum,
        unit: ResourceUnitEnum,
        instance_count: i32,
        used_capacity: Decimal,
        max_capacity: Decimal,
    ) -> Self {
        Self {
            period_end,
            period_start,
            service_name: service_name.into(),
            resource_type,
            unit,
            instance_count,
            used_capacity,
            max_capacity,
            projected_full_on: None,
        }
    }

    /// Sets `projected_full_on`.
    #[must_use]
    pub fn with_projected_full_on(mut self, projected_full_on: NaiveDate) -> Self {
        self.projected_full_on = Some(projected_full_on);
        self
    }
}

/// A partial update of [`ServiceCapacityMetric`]: only what is set here is written. `..Default::default()` leaves the rest.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct ServiceCapacityMetricPatch {
    /// `timestamp with time zone NOT NULL`
    pub period_start: Option<DateTime<Utc>>,
    /// `character varying(128) NOT NULL`
    pub service_name: Option<String>,
    /// `public.resource_type_enum NOT NULL`
    pub resource_type: Option<ResourceTypeEnum>,
    /// `public.resource_unit_enum NOT NULL`
    pub unit: Option<ResourceUnitEnum>,
    /// `integer NOT NULL`; `CHECK (instance_count > 0)`
    pub instance_count: Option<i32>,
    /// `numeric(20,3) NOT NULL`
    pub used_capacity: Option<Decimal>,
    /// `numeric(20,3) NOT NULL`; `CHECK (max_capacity > 0 AND max_capacity < 'NaN')`
    pub max_capacity: Option<Decimal>,
    /// `date`
    pub projected_full_on: Change<NaiveDate>,
}
