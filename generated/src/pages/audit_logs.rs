// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

//! The orders of `public.audit_logs`.
//!
//! Left out:
//!
//! - pages by `audit_logs_user_idx`: it holds only some of the rows.
//! - pages by `audit_logs_request_idx`: it holds only some of the rows.

use chrono::{DateTime, Utc};

use super::super::enums::DataClassificationEnum;
use super::super::models::AuditLog;
use super::super::support::{Key, KeyReader, KeyWriter, Order, Pages};

const SELECT: &str = concat!(
    "SELECT id, created_at, data_classification, user_id, session_id, action, ",
    "entity_type, entity_id, old_values, new_values, changed_fields, client_address, ",
    "user_agent, request_id, service_name, endpoint, http_method, response_code, ",
    "status, duration_ms, compliance_tags",
    " FROM public.audit_logs",
);

/// A position in the order of `audit_logs_pkey`: `created_at, id, data_classification`.
#[derive(Debug, Clone, PartialEq)]
pub struct ByCreatedAtAndIdAndDataClassification {
    pub created_at: DateTime<Utc>,
    pub id: i64,
    pub data_classification: DataClassificationEnum,
}

impl Order for ByCreatedAtAndIdAndDataClassification {
    type Row = AuditLog;

    const NAME: &'static str = "public.audit_logs by_created_at_and_id_and_data_classification";
    const SELECT: &'static str = SELECT;
    const KEYS: &'static [Key] = &[
        Key::ascending("created_at", "timestamp with time zone"),
        Key::ascending("id", "bigint"),
        Key::ascending("data_classification", "public.data_classification_enum"),
    ];

    fn position(row: &AuditLog) -> Self {
        Self {
            created_at: row.created_at,
            id: row.id,
            data_classification: row.data_classification,
        }
    }

    fn keys<'k>(&'k self, to: &mut impl KeyWriter<'k>) {
        to.key(Some(self.created_at));
        to.key(Some(self.id));
        to.key(Some(self.data_classification));
    }

    fn read(from: &mut KeyReader) -> Option<Self> {
        Some(Self {
            created_at: from.key()?,
            id: from.key()?,
            data_classification: from.key()?,
        })
    }
}

/// Pages over all rows: `created_at, id, data_classification`.
pub fn by_created_at_and_id_and_data_classification() -> Pages<ByCreatedAtAndIdAndDataClassification> {
    Pages::new()
}

/// Pages over the rows with this `created_at`: `id, data_classification`.
pub fn of_created_at_by_id_and_data_classification(
    created_at: DateTime<Utc>,
) -> Pages<ByCreatedAtAndIdAndDataClassification> {
    Pages::new().fix(Some(created_at))
}

/// Pages over the rows with this `created_at`, `id`: `data_classification`.
pub fn of_created_at_and_id_by_data_classification(
    created_at: DateTime<Utc>,
    id: i64,
) -> Pages<ByCreatedAtAndIdAndDataClassification> {
    Pages::new().fix(Some(created_at)).fix(Some(id))
}

/// A position in the order of `audit_logs_entity_idx`: `entity_type, entity_id, created_at DESC, id DESC, data_classification DESC`.
///
/// Ties are broken by `data_classification`.
#[derive(Debug, Clone, PartialEq)]
pub struct ByEntityTypeAndEntityIdAndCreatedAtAndId {
    pub entity_type: String,
    pub entity_id: Option<String>,
    pub created_at: DateTime<Utc>,
    pub id: i64,
    pub data_classification: DataClassificationEnum,
}

impl Order for ByEntityTypeAndEntityIdAndCreatedAtAndId {
    type Row = AuditLog;

    const NAME: &'static str = "public.audit_logs by_entity_type_and_entity_id_and_created_at_and_id";
    const SELECT: &'static str = SELECT;
    const KEYS: &'static [Key] = &[
        Key::ascending("entity_type", "character varying"),
        Key::ascending("entity_id", "character varying").nullable(),
        Key::descending("created_at", "timestamp with time zone"),
        Key::descending("id", "bigint"),
        Key::descending("data_classification", "public.data_classification_enum"),
    ];

    fn position(row: &AuditLog) -> Self {
        Self {
            entity_type: row.entity_type.clone(),
            entity_id: row.entity_id.clone(),
            created_at: row.created_at,
            id: row.id,
            data_classification: row.data_classification,
        }
    }

    fn keys<'k>(&'k self, to: &mut impl KeyWriter<'k>) {
        to.key(Some(&self.entity_type));
        to.key(self.entity_id.as_ref());
        to.key(Some(self.created_at));
        to.key(Some(self.id));
        to.key(Some(self.data_classification));
    }

    fn read(from: &mut KeyReader) -> Option<Self> {
        Some(Self {
            entity_type: from.key()?,
            entity_id: from.key()?,
            created_at: from.key()?,
            id: from.key()?,
            data_classification: from.key()?,
        })
    }
}

/// Pages over all rows: `entity_type, entity_id, created_at DESC, id DESC, data_classification DESC`.
pub fn by_entity_type_and_entity_id_and_created_at_and_id() -> Pages<ByEntityTypeAndEntityIdAndCreatedAtAndId> {
    Pages::new()
}

/// Pages over the rows with this `entity_type`: `entity_id, created_at DESC, id DESC, data_classification DESC`.
pub fn of_entity_type_by_entity_id_and_created_at_and_id(
    entity_type: String,
) -> Pages<ByEntityTypeAndEntityIdAndCreatedAtAndId> {
    Pages::new().fix(Some(entity_type))
}

/// Pages over the rows with this `entity_type`, `entity_id`: `created_at DESC, id DESC, data_classification DESC`.
pub fn of_entity_type_and_entity_id_by_created_at_and_id(
    entity_type: String,
    entity_id: Option<String>,
) -> Pages<ByEntityTypeAndEntityIdAndCreatedAtAndId> {
    Pages::new().fix(Some(entity_type)).fix(entity_id)
}

/// Pages over the rows with this `entity_type`, `entity_id`, `created_at`: `id DESC, data_classification DESC`.
pub fn of_entity_type_and_entity_id_and_created_at_by_id(
    entity_type: String,
    entity_id: Option<String>,
    created_at: DateTime<Utc>,
) -> Pages<ByEntityTypeAndEntityIdAndCreatedAtAndId> {
    Pages::new().fix(Some(entity_type)).fix(entity_id).fix(Some(created_at))
}
