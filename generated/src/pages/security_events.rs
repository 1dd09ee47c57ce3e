// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

//! The orders of `public.security_events`.
//!
//! Left out:
//!
//! - pages by `security_events_open_idx`: it holds only some of the rows.
//! - pages by `security_events_user_idx`: it holds only some of the rows.
//! - pages by `security_events_session_idx`: it holds only some of the rows.
//! - pages by `security_events_campaign_idx`: it holds only some of the rows.
//! - pages by `security_events_address_idx`: it holds only some of the rows.
//! - pages by `security_events_purge_idx`: it holds only some of the rows.

use chrono::{DateTime, Utc};
use uuid::Uuid;

use super::super::enums::SecurityEventTypeEnum;
use super::super::models::SecurityEvent;
use super::super::support::{Key, KeyReader, KeyWriter, Order, Pages};

const SELECT: &str = concat!(
    "SELECT id, event_type, severity, status, risk_score, user_id, session_id, ",
    "campaign_id, source_address, user_agent, description, details, resolved_at, ",
    "resolved_by, resolution, retention_days, created_at, purge_on",
    " FROM public.security_events",
);

/// A position in the order of `security_events_pkey`: `id`.
#[derive(Debug, Clone, PartialEq)]
pub struct ById {
    pub id: Uuid,
}

impl Order for ById {
    type Row = SecurityEvent;

    const NAME: &'static str = "public.security_events by_id";
    const SELECT: &'static str = SELECT;
    const KEYS: &'static [Key] = &[
        Key::ascending("id", "uuid"),
    ];

    fn position(row: &SecurityEvent) -> Self {
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

/// A position in the order of `security_events_created_idx`: `created_at DESC, id DESC`.
#[derive(Debug, Clone, PartialEq)]
pub struct ByCreatedAtAndId {
    pub created_at: DateTime<Utc>,
    pub id: Uuid,
}

impl Order for ByCreatedAtAndId {
    type Row = SecurityEvent;

    const NAME: &'static str = "public.security_events by_created_at_and_id";
    const SELECT: &'static str = SELECT;
    const KEYS: &'static [Key] = &[
        Key::descending("created_at", "timestamp with time zone"),
        Key::descending("id", "uuid"),
    ];

    fn position(row: &SecurityEvent) -> Self {
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

/// A position in the order of `security_events_type_idx`: `event_type, created_at DESC, id DESC`.
#[derive(Debug, Clone, PartialEq)]
pub struct ByEventTypeAndCreatedAtAndId {
    pub event_type: SecurityEventTypeEnum,
    pub created_at: DateTime<Utc>,
    pub id: Uuid,
}

impl Order for ByEventTypeAndCreatedAtAndId {
    type Row = SecurityEvent;

    const NAME: &'static str = "public.security_events by_event_type_and_created_at_and_id";
    const SELECT: &'static str = SELECT;
    const KEYS: &'static [Key] = &[
        Key::ascending("event_type", "public.security_event_type_enum"),
        Key::descending("created_at", "timestamp with time zone"),
        Key::descending("id", "uuid"),
    ];

    fn position(row: &SecurityEvent) -> Self {
        Self {
            event_type: row.event_type,
            created_at: row.created_at,
            id: row.id,
        }
    }

    fn keys<'k>(&'k self, to: &mut impl KeyWriter<'k>) {
        to.key(Some(self.event_type));
        to.key(Some(self.created_at));
        to.key(Some(self.id));
    }

    fn read(from: &mut KeyReader) -> Option<Self> {
        Some(Self {
            event_type: from.key()?,
            created_at: from.key()?,
            id: from.key()?,
        })
    }
}

/// Pages over all rows: `event_type, created_at DESC, id DESC`.
pub fn by_event_type_and_created_at_and_id() -> Pages<ByEventTypeAndCreatedAtAndId> {
    Pages::new()
}

/// Pages over the rows with this `event_type`: `created_at DESC, id DESC`.
pub fn of_event_type_by_created_at_and_id(
    event_type: SecurityEventTypeEnum,
) -> Pages<ByEventTypeAndCreatedAtAndId> {
    Pages::new().fix(Some(event_type))
}

/// Pages over the rows with this `event_type`, `created_at`: `id DESC`.
pub fn of_event_type_and_created_at_by_id(
    event_type: SecurityEventTypeEnum,
    created_at: DateTime<Utc>,
) -> Pages<ByEventTypeAndCreatedAtAndId> {
    Pages::new().fix(Some(event_type)).fix(Some(created_at))
}
