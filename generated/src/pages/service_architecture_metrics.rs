// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use chrono::{DateTime, Utc};

use super::super::models::ServiceArchitectureMetric;
use super::super::support::{Key, KeyReader, KeyWriter, Order, Pages};

const SELECT: &str = concat!(
    "SELECT recorded_at, id, service_name, service_type, service_version, ",
    "coupling_score, cohesion_score, complexity_score, test_coverage, lines_of_code, ",
    "technical_debt_hours, error_rate, availability",
    " FROM public.service_architecture_metrics",
);

/// A position in the order of `service_architecture_metrics_pkey`: `recorded_at, id`.
#[derive(Debug, Clone, PartialEq)]
pub struct ByRecordedAtAndId {
    pub recorded_at: DateTime<Utc>,
    pub id: i64,
}

impl Order for ByRecordedAtAndId {
    type Row = ServiceArchitectureMetric;

    const NAME: &'static str = "public.service_architecture_metrics by_recorded_at_and_id";
    const SELECT: &'static str = SELECT;
    const KEYS: &'static [Key] = &[
        Key::ascending("recorded_at", "timestamp with time zone"),
        Key::ascending("id", "bigint"),
    ];

    fn position(row: &ServiceArchitectureMetric) -> Self {
        Self {
            recorded_at: row.recorded_at,
            id: row.id,
        }
    }

    fn keys<'k>(&'k self, to: &mut impl KeyWriter<'k>) {
        to.key(Some(self.recorded_at));
        to.key(Some(self.id));
    }

    fn read(from: &mut KeyReader) -> Option<Self> {
        Some(Self {
            recorded_at: from.key()?,
            id: from.key()?,
        })
    }
}

/// Pages over all rows: `recorded_at, id`.
pub fn by_recorded_at_and_id() -> Pages<ByRecordedAtAndId> {
    Pages::new()
}

/// Pages over the rows with this `recorded_at`: `id`.
pub fn of_recorded_at_by_id(recorded_at: DateTime<Utc>) -> Pages<ByRecordedAtAndId> {
    Pages::new().fix(Some(recorded_at))
}

/// A position in the order of `service_architecture_metrics_service_idx`: `service_name, recorded_at DESC, id DESC`.
///
/// Ties are broken by `id`.
#[derive(Debug, Clone, PartialEq)]
pub struct ByServiceNameAndRecordedAt {
    pub service_name: String,
    pub recorded_at: DateTime<Utc>,
    pub id: i64,
}

impl Order for ByServiceNameAndRecordedAt {
    type Row = ServiceArchitectureMetric;

    const NAME: &'static str = "public.service_architecture_metrics by_service_name_and_recorded_at";
    const SELECT: &'static str = SELECT;
    const KEYS: &'static [Key] = &[
        Key::ascending("service_name", "character varying"),
        Key::descending("recorded_at", "timestamp with time zone"),
        Key::descending("id", "bigint"),
    ];

    fn position(row: &ServiceArchitectureMetric) -> Self {
        Self {
            service_name: row.service_name.clone(),
            recorded_at: row.recorded_at,
            id: row.id,
        }
    }

    fn keys<'k>(&'k self, to: &mut impl KeyWriter<'k>) {
        to.key(Some(&self.service_name));
        to.key(Some(self.recorded_at));
        to.key(Some(self.id));
    }

    fn read(from: &mut KeyReader) -> Option<Self> {
        Some(Self {
            service_name: from.key()?,
            recorded_at: from.key()?,
            id: from.key()?,
        })
    }
}

/// Pages over all rows: `service_name, recorded_at DESC, id DESC`.
pub fn by_service_name_and_recorded_at() -> Pages<ByServiceNameAndRecordedAt> {
    Pages::new()
}

/// Pages over the rows with this `service_name`: `recorded_at DESC, id DESC`.
pub fn of_service_name_by_recorded_at(
    service_name: String,
) -> Pages<ByServiceNameAndRecordedAt> {
    Pages::new().fix(Some(service_name))
}
