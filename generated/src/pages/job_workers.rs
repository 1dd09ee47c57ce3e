// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use super::super::models::JobWorker;
use super::super::support::{Key, KeyReader, KeyWriter, Order, Pages};

const SELECT: &str = concat!(
    "SELECT id, host_name, process_id, job_types, capacity, client_address, ",
    "started_at, last_seen_at, stopped_at",
    " FROM public.job_workers",
);

/// A position in the order of `job_workers_pkey`: `id`.
#[derive(Debug, Clone, PartialEq)]
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

    fn keys<'k>(&'k self, to: &mut impl KeyWriter<'k>) {
        to.key(Some(&self.id));
    }

    fn read(from: &mut KeyReader) -> Option<Self> {
        Some(Self {
            id: from.key()?,
        })
    }
}

/// Pages over all rows: `id`.
pub fn by_id() -> Pages<ById> {
    Pages::new()
}
