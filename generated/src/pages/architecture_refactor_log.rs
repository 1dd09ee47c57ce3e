// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

//! The orders of `public.architecture_refactor_log`.
//!
//! Left out:
//!
//! - pages by `architecture_refactor_log_open_idx`: it holds only some of the rows.

use chrono::{DateTime, Utc};
use uuid::Uuid;

use super::super::models::ArchitectureRefactorLog;
use super::super::support::{Key, KeyReader, KeyWriter, Order, Pages};

const SELECT: &str = concat!(
    "SELECT id, service_name, refactor_type, status, title, description, reason, ",
    "metrics_before, metrics_after, effort_hours, performed_by, started_at, ",
    "finished_at, created_at, updated_at",
    " FROM public.architecture_refactor_log",
);

/// A position in the order of `architecture_refactor_log_pkey`: `id`.
#[derive(Debug, Clone, PartialEq)]
pub struct ById {
    pub id: Uuid,
}

impl Order for ById {
    type Row = ArchitectureRefactorLog;

    const NAME: &'static str = "public.architecture_refactor_log by_id";
    const SELECT: &'static str = SELECT;
    const KEYS: &'static [Key] = &[
        Key::ascending("id", "uuid"),
    ];

    fn position(row: &ArchitectureRefactorLog) -> Self {
        Self {
            id: row.id,
        }
    }

    fn keys<'k>(&'k self, to: &mut impl KeyWriter<'k>) {
        to.key(Some(self.id));
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

/// A position in the order of `architecture_refactor_log_service_idx`: `service_name, created_at DESC, id DESC`.
#[derive(Debug, Clone, PartialEq)]
pub struct ByServiceNameAndCreatedAtAndId {
    pub service_name: String,
    pub created_at: DateTime<Utc>,
    pub id: Uuid,
}

impl Order for ByServiceNameAndCreatedAtAndId {
    type Row = ArchitectureRefactorLog;

    const NAME: &'static str = "public.architecture_refactor_log by_service_name_and_created_at_and_id";
    const SELECT: &'static str = SELECT;
    const KEYS: &'static [Key] = &[
        Key::ascending("service_name", "character varying"),
        Key::descending("created_at", "timestamp with time zone"),
        Key::descending("id", "uuid"),
    ];

    fn position(row: &ArchitectureRefactorLog) -> Self {
        Self {
            service_name: row.service_name.clone(),
            created_at: row.created_at,
            id: row.id,
        }
    }

    fn keys<'k>(&'k self, to: &mut impl KeyWriter<'k>) {
        to.key(Some(&self.service_name));
        to.key(Some(self.created_at));
        to.key(Some(self.id));
    }

    fn read(from: &mut KeyReader) -> Option<Self> {
        Some(Self {
            service_name: from.key()?,
            created_at: from.key()?,
            id: from.key()?,
        })
    }
}

/// Pages over all rows: `service_name, created_at DESC, id DESC`.
pub fn by_service_name_and_created_at_and_id() -> Pages<ByServiceNameAndCreatedAtAndId> {
    Pages::new()
}

/// Pages over the rows with this `service_name`: `created_at DESC, id DESC`.
pub fn of_service_name_by_created_at_and_id(
    service_name: String,
) -> Pages<ByServiceNameAndCreatedAtAndId> {
    Pages::new().fix(Some(service_name))
}

/// Pages over the rows with this `service_name`, `created_at`: `id DESC`.
pub fn of_service_name_and_created_at_by_id(
    service_name: String,
    created_at: DateTime<Utc>,
) -> Pages<ByServiceNameAndCreatedAtAndId> {
    Pages::new().fix(Some(service_name)).fix(Some(created_at))
}
