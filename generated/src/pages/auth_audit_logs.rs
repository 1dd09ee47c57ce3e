// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

//! The orders of `public.auth_audit_logs`.
//!
//! Left out:
//!
//! - pages by `auth_audit_logs_session_idx`: it holds only some of the rows.
//! - pages by `auth_audit_logs_failures_idx`: it holds only some of the rows.
//! - pages by `auth_audit_logs_risky_idx`: it holds only some of the rows.

use chrono::{DateTime, Utc};
use uuid::Uuid;

use super::super::models::AuthAuditLog;
use super::super::support::{Key, KeyReader, KeyWriter, Order, Pages};

const SELECT: &str = concat!(
    "SELECT id, user_id, session_id, event_type, event_status, client_address, ",
    "user_agent, session_fingerprint, risk_score, security_flags, details, ",
    "created_at",
    " FROM public.auth_audit_logs",
);

/// A position in the order of `auth_audit_logs_pkey`: `id`.
#[derive(Debug, Clone, PartialEq)]
pub struct ById {
    pub id: i64,
}

impl Order for ById {
    type Row = AuthAuditLog;

    const NAME: &'static str = "public.auth_audit_logs by_id";
    const SELECT: &'static str = SELECT;
    const KEYS: &'static [Key] = &[
        Key::ascending("id", "bigint"),
    ];

    fn position(row: &AuthAuditLog) -> Self {
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

/// A position in the order of `auth_audit_logs_created_idx`: `created_at DESC, id DESC`.
#[derive(Debug, Clone, PartialEq)]
pub struct ByCreatedAtAndId {
    pub created_at: DateTime<Utc>,
    pub id: i64,
}

impl Order for ByCreatedAtAndId {
    type Row = AuthAuditLog;

    const NAME: &'static str = "public.auth_audit_logs by_created_at_and_id";
    const SELECT: &'static str = SELECT;
    const KEYS: &'static [Key] = &[
        Key::descending("created_at", "timestamp with time zone"),
        Key::descending("id", "bigint"),
    ];

    fn position(row: &AuthAuditLog) -> Self {
        Self {
            created_at: row.created_at,
            id: row.id,
        }
    }

    fn keys<'k>(&'k self, to: &mut impl KeyWriter<'k>) {
        to.key(Some(self.created_at));
        to.key(Some(self.id));
    }

    fn read(from: &mut KeyReader) -> Option<Self> {
        Some(Self {
            created_at: from.key()?,
            id: from.key()?,
        })
    }
}

/// Pages over all rows: `created_at DESC, id DESC`.
pub fn by_created_at_and_id() -> Pages<ByCreatedAtAndId> {
    Pages::new()
}

/// Pages over the rows with this `created_at`: `id DESC`.
pub fn of_created_at_by_id(created_at: DateTime<Utc>) -> Pages<ByCreatedAtAndId> {
    Pages::new().fix(Some(created_at))
}

/// A position in the order of `auth_audit_logs_user_idx`: `user_id, created_at DESC, id DESC`.
#[derive(Debug, Clone, PartialEq)]
pub struct ByUserIdAndCreatedAtAndId {
    pub user_id: Option<Uuid>,
    pub created_at: DateTime<Utc>,
    pub id: i64,
}

impl Order for ByUserIdAndCreatedAtAndId {
    type Row = AuthAuditLog;

    const NAME: &'static str = "public.auth_audit_logs by_user_id_and_created_at_and_id";
    const SELECT: &'static str = SELECT;
    const KEYS: &'static [Key] = &[
        Key::ascending("user_id", "uuid").nullable(),
        Key::descending("created_at", "timestamp with time zone"),
        Key::descending("id", "bigint"),
    ];

    fn position(row: &AuthAuditLog) -> Self {
        Self {
            user_id: row.user_id,
            created_at: row.created_at,
            id: row.id,
        }
    }

    fn keys<'k>(&'k self, to: &mut impl KeyWriter<'k>) {
        to.key(self.user_id);
        to.key(Some(self.created_at));
        to.key(Some(self.id));
    }

    fn read(from: &mut KeyReader) -> Option<Self> {
        Some(Self {
            user_id: from.key()?,
            created_at: from.key()?,
            id: from.key()?,
        })
    }
}

/// Pages over all rows: `user_id, created_at DESC, id DESC`.
pub fn by_user_id_and_created_at_and_id() -> Pages<ByUserIdAndCreatedAtAndId> {
    Pages::new()
}

/// Pages over the rows with this `user_id`: `created_at DESC, id DESC`.
pub fn of_user_id_by_created_at_and_id(
    user_id: Option<Uuid>,
) -> Pages<ByUserIdAndCreatedAtAndId> {
    Pages::new().fix(user_id)
}

/// Pages over the rows with this `user_id`, `created_at`: `id DESC`.
pub fn of_user_id_and_created_at_by_id(
    user_id: Option<Uuid>,
    created_at: DateTime<Utc>,
) -> Pages<ByUserIdAndCreatedAtAndId> {
    Pages::new().fix(user_id).fix(Some(created_at))
}
