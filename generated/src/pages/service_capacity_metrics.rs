// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

//! The orders of `public.service_capacity_metrics`.
//!
//! Left out:
//!
//! - pages by `service_capacity_metrics_tight_idx`: it holds only some of the rows.
//! - pages by `service_capacity_metrics_projected_idx`: it holds only some of the rows.

use chrono::{DateTime, Utc};

use super::super::enums::ResourceTypeEnum;
use super::super::models::ServiceCapacityMetric;
use super::super::support::{Key, KeyReader, KeyWriter, Order, Pages};

const SELECT: &str = concat!(
    "SELECT period_end, id, period_start, service_name, resource_type, unit, ",
    "instance_count, used_capacity, max_capacity, used_percentage, ",
    "projected_full_on",
    " FROM public.service_capacity_metrics",
);

/// A position in the order of `service_capacity_metrics_pkey`: `period_end, id`.
#[derive(Debug, Clone, PartialEq)]
pub struct ByPeriodEndAndId {
    pub period_end: DateTime<Utc>,
    pub id: i64,
}

impl Order for ByPeriodEndAndId {
    type Row = ServiceCapacityMetric;

    const NAME: &'static str = "public.service_capacity_metrics by_period_end_and_id";
    const SELECT: &'static str = SELECT;
    const KEYS: &'static [Key] = &[
        Key::ascending("period_end", "timestamp with time zone"),
        Key::ascending("id", "bigint"),
    ];

    fn position(row: &ServiceCapacityMetric) -> Self {
        Self {
            period_end: row.period_end,
            id: row.id,
        }
    }

    fn keys<'k>(&'k self, to: &mut impl KeyWriter<'k>) {
        to.key(Some(self.period_end));
        to.key(Some(self.id));
    }

    fn read(from: &mut KeyReader) -> Option<Self> {
        Some(Self {
            period_end: from.key()?,
            id: from.key()?,
        })
    }
}

/// Pages over all rows: `period_end, id`.
pub fn by_period_end_and_id() -> Pages<ByPeriodEndAndId> {
    Pages::new()
}

/// Pages over the rows with this `period_end`: `id`.
pub fn of_period_end_by_id(period_end: DateTime<Utc>) -> Pages<ByPeriodEndAndId> {
    Pages::new().fix(Some(period_end))
}

/// A position in the order of `service_capacity_metrics_service_idx`: `service_name, resource_type, period_end DESC, id DESC`.
///
/// Ties are broken by `id`.
#[derive(Debug, Clone, PartialEq)]
pub struct ByServiceNameAndResourceTypeAndPeriodEnd {
    pub service_name: String,
    pub resource_type: ResourceTypeEnum,
    pub period_end: DateTime<Utc>,
    pub id: i64,
}

impl Order for ByServiceNameAndResourceTypeAndPeriodEnd {
    type Row = ServiceCapacityMetric;

    const NAME: &'static str = "public.service_capacity_metrics by_service_name_and_resource_type_and_period_end";
    const SELECT: &'static str = SELECT;
    const KEYS: &'static [Key] = &[
        Key::ascending("service_name", "character varying"),
        Key::ascending("resource_type", "public.resource_type_enum"),
        Key::descending("period_end", "timestamp with time zone"),
        Key::descending("id", "bigint"),
    ];

    fn position(row: &ServiceCapacityMetric) -> Self {
        Self {
            service_name: row.service_name.clone(),
            resource_type: row.resource_type,
            period_end: row.period_end,
            id: row.id,
        }
    }

    fn keys<'k>(&'k self, to: &mut impl KeyWriter<'k>) {
        to.key(Some(&self.service_name));
        to.key(Some(self.resource_type));
        to.key(Some(self.period_end));
        to.key(Some(self.id));
    }

    fn read(from: &mut KeyReader) -> Option<Self> {
        Some(Self {
            service_name: from.key()?,
            resource_type: from.key()?,
            period_end: from.key()?,
            id: from.key()?,
        })
    }
}

/// Pages over all rows: `service_name, resource_type, period_end DESC, id DESC`.
pub fn by_service_name_and_resource_type_and_period_end() -> Pages<ByServiceNameAndResourceTypeAndPeriodEnd> {
    Pages::new()
}

/// Pages over the rows with this `service_name`: `resource_type, period_end DESC, id DESC`.
pub fn of_service_name_by_resource_type_and_period_end(
    service_name: String,
) -> Pages<ByServiceNameAndResourceTypeAndPeriodEnd> {
    Pages::new().fix(Some(service_name))
}

/// Pages over the rows with this `service_name`, `resource_type`: `period_end DESC, id DESC`.
pub fn of_service_name_and_resource_type_by_period_end(
    service_name: String,
    resource_type: ResourceTypeEnum,
) -> Pages<ByServiceNameAndResourceTypeAndPeriodEnd> {
    Pages::new().fix(Some(service_name)).fix(Some(resource_type))
}
