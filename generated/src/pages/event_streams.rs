// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use sqlx::error::BoxDynError;
use sqlx::postgres::PgArguments;
use uuid::Uuid;

use super::super::models::EventStream;
use super::super::support::{Key, Order, Pages};

const SELECT: &str = concat!(
    "SELECT aggregate_type, aggregate_id, current_version, log_order, last_position, ",
    "created_at",
    " FROM public.event_streams",
);

/// A position in the order of `event_streams_pkey`: `aggregate_type, aggregate_id`.
#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
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

    fn is_null(&self, _: usize) -> bool {
        false
    }

    fn bind(&self, key: usize, arguments: &mut PgArguments) -> Result<(), BoxDynError> {
        use sqlx::Arguments as _;

        match key {
            0 => arguments.add(&self.aggregate_type),
            1 => arguments.add(self.aggregate_id),
            _ => Ok(()),
        }
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
