// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use chrono::{DateTime, Utc};
use rust_decimal::Decimal;
use sqlx::FromRow;
use sqlx::postgres::PgRow;

use super::super::domains::{Percentage, Score};
use super::super::enums::ServiceTypeEnum;
use super::super::support::{AnyRow, Change, OrDefault, Record, RowReader};

/// Health of the structure of a service at a moment.
///
/// A row of `public.service_architecture_metrics`; primary key: `recorded_at`, `id`.
#[derive(Debug, Clone, PartialEq)]
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
    pub coupling_score: Score,
    /// `public.score NOT NULL`
    pub cohesion_score: Score,
    /// `public.score NOT NULL`
    pub complexity_score: Score,
    /// `public.percentage`
    pub test_coverage: Option<Percentage>,
    /// `integer`; `CHECK (lines_of_code >= 0)`
    pub lines_of_code: Option<i32>,
    /// Estimated work to pay the debt off, in hours.
    ///
    /// `numeric(10,2) NOT NULL DEFAULT 0`; `CHECK (technical_debt_hours >= 0 AND technical_debt_hours < 'NaN')`
    pub technical_debt_hours: Decimal,
    /// `public.percentage NOT NULL DEFAULT 0`
    pub error_rate: Percentage,
    /// `public.percentage NOT NULL DEFAULT 100`
    pub availability: Percentage,
}

impl Record for ServiceArchitectureMetric {
    fn read<'r>(row: &mut impl RowReader<'r>) -> Result<Self, sqlx::Error> {
        Ok(Self {
            recorded_at: row.finite("recorded_at")?,
            id: row.column("id")?,
            service_name: row.column("service_name")?,
            service_type: row.column("service_type")?,
            service_version: row.column("service_version")?,
            coupling_score: row.column("coupling_score")?,
            cohesion_score: row.column("cohesion_score")?,
            complexity_score: row.column("complexity_score")?,
            test_coverage: row.column("test_coverage")?,
            lines_of_code: row.column("lines_of_code")?,
            technical_debt_hours: row.column("technical_debt_hours")?,
            error_rate: row.column("error_rate")?,
            availability: row.column("availability")?,
        })
    }
}

impl<'r> FromRow<'r, PgRow> for ServiceArchitectureMetric {
    fn from_row(row: &'r PgRow) -> Result<Self, sqlx::Error> {
        Record::read(&mut AnyRow::new(row))
    }
}

/// A row to be inserted into `public.service_architecture_metrics`; it comes back as [`ServiceArchitectureMetric`].
#[derive(Debug, Clone, PartialEq)]
pub struct NewServiceArchitectureMetric {
    /// `timestamp with time zone NOT NULL DEFAULT now()`
    pub recorded_at: OrDefault<DateTime<Utc>>,
    /// `character varying(128) NOT NULL`
    pub service_name: String,
    /// `public.service_type_enum NOT NULL`
    pub service_type: ServiceTypeEnum,
    /// `character varying(64)`
    pub service_version: Option<String>,
    /// `public.score NOT NULL`
    pub coupling_score: Score,
    /// `public.score NOT NULL`
    pub cohesion_score: Score,
    /// `public.score NOT NULL`
    pub complexity_score: Score,
    /// `public.percentage`
    pub test_coverage: Option<Percentage>,
    /// `integer`; `CHECK (lines_of_code >= 0)`
    pub lines_of_code: Option<i32>,
    /// `numeric(10,2) NOT NULL DEFAULT 0`; `CHECK (technical_debt_hours >= 0 AND technical_debt_hours < 'NaN')`
    pub technical_debt_hours: OrDefault<Decimal>,
    /// `public.percentage NOT NULL DEFAULT 0`
    pub error_rate: OrDefault<Percentage>,
    /// `public.percentage NOT NULL DEFAULT 100`
    pub availability: OrDefault<Percentage>,
}

impl NewServiceArchitectureMetric {
    /// A row with what must be given; of the other columns, those with a default get it and the rest are NULL.
    #[must_use]
    pub fn new(
        service_name: impl Into<String>,
        service_type: ServiceTypeEnum,
        coupling_score: Score,
        cohesion_score: Score,
        complexity_score: Score,
    ) -> Self {
        Self {
            recorded_at: OrDefault::Default,
            service_name: service_name.into(),
            service_type,
            service_version: None,
            coupling_score,
            cohesion_score,
            complexity_score,
            test_coverage: None,
            lines_of_code: None,
            technical_debt_hours: OrDefault::Default,
            error_rate: OrDefault::Default,
            availability: OrDefault::Default,
        }
    }

    /// Sets `recorded_at`.
    #[must_use]
    pub fn with_recorded_at(mut self, recorded_at: DateTime<Utc>) -> Self {
        self.recorded_at = OrDefault::Value(recorded_at);
        self
    }

    /// Sets `service_version`.
    #[must_use]
    pub fn with_service_version(mut self, service_version: impl Into<String>) -> Self {
        self.service_version = Some(service_version.into());
        self
    }

    /// Sets `test_coverage`.
    #[must_use]
    pub fn with_test_coverage(mut self, test_coverage: Percentage) -> Self {
        self.test_coverage = Some(test_coverage);
        self
    }

    /// Sets `lines_of_code`.
    #[must_use]
    pub fn with_lines_of_code(mut self, lines_of_code: i32) -> Self {
        self.lines_of_code = Some(lines_of_code);
        self
    }

    /// Sets `technical_debt_hours`.
    #[must_use]
    pub fn with_technical_debt_hours(mut self, technical_debt_hours: Decimal) -> Self {
        self.technical_debt_hours = OrDefault::Value(technical_debt_hours);
        self
    }

    /// Sets `error_rate`.
    #[must_use]
    pub fn with_error_rate(mut self, error_rate: Percentage) -> Self {
        self.error_rate = OrDefault::Value(error_rate);
        self
    }

    /// Sets `availability`.
    #[must_use]
    pub fn with_availability(mut self, availability: Percentage) -> Self {
        self.availability = OrDefault::Value(availability);
        self
    }
}

/// A partial update of [`ServiceArchitectureMetric`]: only what is set here is written. `..Default::default()` leaves the rest.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct ServiceArchitectureMetricPatch {
    /// `character varying(128) NOT NULL`
    pub service_name: Option<String>,
    /// `public.service_type_enum NOT NULL`
    pub service_type: Option<ServiceTypeEnum>,
    /// `character varying(64)`
    pub service_version: Change<String>,
    /// `public.score NOT NULL`
    pub coupling_score: Option<Score>,
    /// `public.score NOT NULL`
    pub cohesion_score: Option<Score>,
    /// `public.score NOT NULL`
    pub complexity_score: Option<Score>,
    /// `public.percentage`
    pub test_coverage: Change<Percentage>,
    /// `integer`; `CHECK (lines_of_code >= 0)`
    pub lines_of_code: Change<i32>,
    /// `numeric(10,2) NOT NULL DEFAULT 0`; `CHECK (technical_debt_hours >= 0 AND technical_debt_hours < 'NaN')`
    pub technical_debt_hours: Option<Decimal>,
    /// `public.percentage NOT NULL DEFAULT 0`
    pub error_rate: Option<Percentage>,
    /// `public.percentage NOT NULL DEFAULT 100`
    pub availability: Option<Percentage>,
}
