// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use sqlx::error::BoxDynError;
use sqlx::postgres::PgArguments;

use super::super::models::JobWorker;
use super::super::support::{Key, Order, Pages};

const SELECT: &str = concat!(
    "SELECT id, host_name, process_id, job_types, capacity, client_address, ",
    "started_at, last_seen_at, stopped_at",
    " FROM public.job_workers",
);

/// A position in the order of `job_workers_pkey`: `id`.
#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct ById {
    pub id: String,
}

impl Order for ById {
    type Row = JobWorker;

    const NAME: &'static str = "public.job_workers by_id";
    const SELECT: &'static str = SELECT;
    const KEYS: &'static [Key] = &[
        Key::ascending("id", "character varying"),
    ];

    fn position(row: &JobWorker) -> Self {
        Self {
            id: row.id.clone(),
        }
    }

    fn is_null(&self, _: usize) -> bool {
        false
    }

    fn bind(&self, key: usize, arguments: &mut PgArguments) -> Result<(), BoxDynError> {
        use sqlx::Arguments as _;

        match key {
            0 => arguments.add(&self.id),
            _ => Ok(()),
        }
    }
}

/// Pages over all rows: `id`.
pub fn by_id() -> Pages<ById> {
    Pages::new()
}
