// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

//! The orders of `public.event_store`.
//!
//! Left out:
//!
//! - pages by `event_store_correlation_idx`: it holds only some of the rows.
//! - pages by `event_store_causation_idx`: it holds only some of the rows.

use uuid::Uuid;

use super::super::models::EventStore;
use super::super::support::{Key, KeyReader, KeyWriter, Order, Pages};

const SELECT: &str = concat!(
    "SELECT global_position, log_order, event_id, aggregate_type, aggregate_id, ",
    "event_version, event_type, event_data, metadata, causation_id, correlation_id, ",
    "created_at",
    " FROM public.event_store",
);

/// A position in the order of `event_store_pkey`: `global_position`.
#[derive(Debug, Clone, PartialEq)]
pub struct ByGlobalPosition {
    pub global_position: i64,
}

impl Order for ByGlobalPosition {
    type Row = EventStore;

    const NAME: &'static str = "public.event_store by_global_position";
    const SELECT: &'static str = SELECT;
    const KEYS: &'static [Key] = &[
        Key::ascending("global_position", "bigint"),
    ];

    fn position(row: &EventStore) -> Self {
        Self {
            global_position: row.global_position,
        }
    }

    fn keys<'k>(&'k self, to: &mut impl KeyWriter<'k>) {
        to.key(Some(self.global_position));
    }

    fn read(from: &mut KeyReader) -> Option<Self> {
        Some(Self {
            global_position: from.key()?,
        })
    }
}

/// Pages over all rows: `global_position`.
pub fn by_global_position() -> Pages<ByGlobalPosition> {
    Pages::new()
}

/// A position in the order of `event_store_event_id_key`: `event_id`.
#[derive(Debug, Clone, PartialEq)]
pub struct ByEventId {
    pub event_id: Uuid,
}

impl Order for ByEventId {
    type Row = EventStore;

    const NAME: &'static str = "public.event_store by_event_id";
    const SELECT: &'static str = SELECT;
    const KEYS: &'static [Key] = &[
        Key::ascending("event_id", "uuid"),
    ];

    fn position(row: &EventStore) -> Self {
        Self {
            event_id: row.event_id,
        }
    }

    fn keys<'k>(&'k self, to: &mut impl KeyWriter<'k>) {
        to.key(Some(self.event_id));
    }

    fn read(from: &mut KeyReader) -> Option<Self> {
        Some(Self {
            event_id: from.key()?,
        })
    }
}

/// Pages over all rows: `event_id`.
pub fn by_event_id() -> Pages<ByEventId> {
    Pages::new()
}

/// A position in the order of `event_store_aggregate_version_key`: `aggregate_type, aggregate_id, event_version`.
#[derive(Debug, Clone, PartialEq)]
pub struct ByAggregateTypeAndAggregateIdAndEventVersion {
    pub aggregate_type: String,
    pub aggregate_id: Uuid,
    pub event_version: i32,
}

impl Order for ByAggregateTypeAndAggregateIdAndEventVersion {
    type Row = EventStore;

    const NAME: &'static str = "public.event_store by_aggregate_type_and_aggregate_id_and_event_version";
    const SELECT: &'static str = SELECT;
    const KEYS: &'static [Key] = &[
        Key::ascending("aggregate_type", "character varying"),
        Key::ascending("aggregate_id", "uuid"),
        Key::ascending("event_version", "integer"),
    ];

    fn position(row: &EventStore) -> Self {
        Self {
            aggregate_type: row.aggregate_type.clone(),
            aggregate_id: row.aggregate_id,
            event_version: row.event_version,
        }
    }

    fn keys<'k>(&'k self, to: &mut impl KeyWriter<'k>) {
        to.key(Some(&self.aggregate_type));
        to.key(Some(self.aggregate_id));
        to.key(Some(self.event_version));
    }

    fn read(from: &mut KeyReader) -> Option<Self> {
        Some(Self {
            aggregate_type: from.key()?,
            aggregate_id: from.key()?,
            event_version: from.key()?,
        })
    }
}

/// Pages over all rows: `aggregate_type, aggregate_id, event_version`.
pub fn by_aggregate_type_and_aggregate_id_and_event_version() -> Pages<ByAggregateTypeAndAggregateIdAndEventVersion> {
    Pages::new()
}

/// Pages over the rows with this `aggregate_type`: `aggregate_id, event_version`.
pub fn of_aggregate_type_by_aggregate_id_and_event_version(
    aggregate_type: String,
) -> Pages<ByAggregateTypeAndAggregateIdAndEventVersion> {
    Pages::new().fix(Some(aggregate_type))
}

/// Pages over the rows with this `aggregate_type`, `aggregate_id`: `event_version`.
pub fn of_aggregate_type_and_aggregate_id_by_event_version(
    aggregate_type: String,
    aggregate_id: Uuid,
) -> Pages<ByAggregateTypeAndAggregateIdAndEventVersion> {
    Pages::new().fix(Some(aggregate_type)).fix(Some(aggregate_id))
}

/// A position in the order of `event_store_log_idx`: `log_order, global_position`.
#[derive(Debug, Clone, PartialEq)]
pub struct ByLogOrderAndGlobalPosition {
    pub log_order: i64,
    pub global_position: i64,
}

impl Order for ByLogOrderAndGlobalPosition {
    type Row = EventStore;

    const NAME: &'static str = "public.event_store by_log_order_and_global_position";
    const SELECT: &'static str = SELECT;
    const KEYS: &'static [Key] = &[
        Key::ascending("log_order", "bigint"),
        Key::ascending("global_position", "bigint"),
    ];

    fn position(row: &EventStore) -> Self {
        Self {
            log_order: row.log_order,
            global_position: row.global_position,
        }
    }

    fn keys<'k>(&'k self, to: &mut impl KeyWriter<'k>) {
        to.key(Some(self.log_order));
        to.key(Some(self.global_position));
    }

    fn read(from: &mut KeyReader) -> Option<Self> {
        Some(Self {
            log_order: from.key()?,
            global_position: from.key()?,
        })
    }
}

/// Pages over all rows: `log_order, global_position`.
pub fn by_log_order_and_global_position() -> Pages<ByLogOrderAndGlobalPosition> {
    Pages::new()
}

/// Pages over the rows with this `log_order`: `global_position`.
pub fn of_log_order_by_global_position(
    log_order: i64,
) -> Pages<ByLogOrderAndGlobalPosition> {
    Pages::new().fix(Some(log_order))
}
