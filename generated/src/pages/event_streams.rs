// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use uuid::Uuid;

use super::super::models::EventStream;
use super::super::support::{Key, KeyReader, KeyWriter, Order, Pages};

const SELECT: &str = concat!(
    "SELECT aggregate_type, aggregate_id, current_version, log_order, last_position, ",
    "created_at",
    " FROM public.event_streams",
);

/// A position in the order of `event_streams_pkey`: `aggregate_type, aggregate_id`.
#[derive(Debug, Clone, PartialEq)]
pub struct ByAggregateTypeAndAggregateId {
    pub aggregate_type: String,
    pub aggregate_id: Uuid,
}

impl Order for ByAggregateTypeAndAggregateId {
    type Row = EventStream;

    const NAME: &'static str = "public.event_streams by_aggregate_type_and_aggregate_id";
    const SELECT: &'static str = SELECT;
    const KEYS: &'static [Key] = &[
        Key::ascending("aggregate_type", "character varying"),
        Key::ascending("aggregate_id", "uuid"),
    ];

    fn position(row: &EventStream) -> Self {
        Self {
            aggregate_type: row.aggregate_type.clone(),
            aggregate_id: row.aggregate_id,
        }
    }

    fn keys<'k>(&'k self, to: &mut impl KeyWriter<'k>) {
        to.key(Some(&self.aggregate_type));
        to.key(Some(self.aggregate_id));
    }

    fn read(from: &mut KeyReader) -> Option<Self> {
        Some(Self {
            aggregate_type: from.key()?,
            aggregate_id: from.key()?,
        })
    }
}

/// Pages over all rows: `aggregate_type, aggregate_id`.
pub fn by_aggregate_type_and_aggregate_id() -> Pages<ByAggregateTypeAndAggregateId> {
    Pages::new()
}

/// Pages over the rows with this `aggregate_type`: `aggregate_id`.
pub fn of_aggregate_type_by_aggregate_id(
    aggregate_type: String,
) -> Pages<ByAggregateTypeAndAggregateId> {
    Pages::new().fix(Some(aggregate_type))
}
