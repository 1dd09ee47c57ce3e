// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

//! The orders of `public.user_sessions`.
//!
//! Left out:
//!
//! - pages by `user_sessions_expiry_idx`: it holds only some of the rows.
//! - pages by `user_sessions_ended_idx`: it holds only some of the rows.

use chrono::{DateTime, Utc};
use uuid::Uuid;

use super::super::domains::Sha256Digest;
use super::super::models::UserSession;
use super::super::support::{Key, KeyReader, KeyWriter, Order, Pages};

const SELECT: &str = concat!(
    "SELECT id, user_id, token_hash, client_address, user_agent, ",
    "session_fingerprint, browser_fingerprint, device_fingerprint, created_at, ",
    "expires_at, last_activity_at, ended_at, end_reason",
    " FROM public.user_sessions",
);

/// A position in the order of `user_sessions_pkey`: `id`.
#[derive(Debug, Clone, PartialEq)]
pub struct ById {
    pub id: Uuid,
}

impl Order for ById {
    type Row = UserSession;

    const NAME: &'static str = "public.user_sessions by_id";
    const SELECT: &'static str = SELECT;
    const KEYS: &'static [Key] = &[
        Key::ascending("id", "uuid"),
    ];

    fn position(row: &UserSession) -> Self {
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

/// A position in the order of `user_sessions_token_hash_key`: `token_hash`.
#[derive(Debug, Clone, PartialEq)]
pub struct ByTokenHash {
    pub token_hash: Sha256Digest,
}

impl Order for ByTokenHash {
    type Row = UserSession;

    const NAME: &'static str = "public.user_sessions by_token_hash";
    const SELECT: &'static str = SELECT;
    const KEYS: &'static [Key] = &[
        Key::ascending("token_hash", "bytea"),
    ];

    fn position(row: &UserSession) -> Self {
        Self {
            token_hash: row.token_hash.clone(),
        }
    }

    fn keys<'k>(&'k self, to: &mut impl KeyWriter<'k>) {
        to.key(Some(&self.token_hash));
    }

    fn read(from: &mut KeyReader) -> Option<Self> {
        Some(Self {
            token_hash: from.key()?,
        })
    }
}

/// Pages over all rows: `token_hash`.
pub fn by_token_hash() -> Pages<ByTokenHash> {
    Pages::new()
}

/// A position in the order of `user_sessions_user_idx`: `user_id, created_at DESC, id DESC`.
#[derive(Debug, Clone, PartialEq)]
pub struct ByUserIdAndCreatedAtAndId {
    pub user_id: Uuid,
    pub created_at: DateTime<Utc>,
    pub id: Uuid,
}

impl Order for ByUserIdAndCreatedAtAndId {
    type Row = UserSession;

    const NAME: &'static str = "public.user_sessions by_user_id_and_created_at_and_id";
    const SELECT: &'static str = SELECT;
    const KEYS: &'static [Key] = &[
        Key::ascending("user_id", "uuid"),
        Key::descending("created_at", "timestamp with time zone"),
        Key::descending("id", "uuid"),
    ];

    fn position(row: &UserSession) -> Self {
        Self {
            user_id: row.user_id,
            created_at: row.created_at,
            id: row.id,
        }
    }

    fn keys<'k>(&'k self, to: &mut impl KeyWriter<'k>) {
        to.key(Some(self.user_id));
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
    user_id: Uuid,
) -> Pages<ByUserIdAndCreatedAtAndId> {
    Pages::new().fix(Some(user_id))
}

/// Pages over the rows with this `user_id`, `created_at`: `id DESC`.
pub fn of_user_id_and_created_at_by_id(
    user_id: Uuid,
    created_at: DateTime<Utc>,
) -> Pages<ByUserIdAndCreatedAtAndId> {
    Pages::new().fix(Some(user_id)).fix(Some(created_at))
}
