// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

//! The orders of `public.users`.
//!
//! Left out:
//!
//! - pages by `users_email_lower_key`: it orders by an expression.
//! - pages by `users_email_verification_token_hash_key`: it holds only some of the rows.
//! - pages by `users_locked_idx`: it holds only some of the rows.

use chrono::{DateTime, Utc};
use uuid::Uuid;

use super::super::models::User;
use super::super::support::{Key, KeyReader, KeyWriter, Order, Pages};

const SELECT: &str = concat!(
    "SELECT id, email, email_verified_at, email_verification_token_hash, ",
    "email_verification_expires_at, first_name, last_name, full_name, avatar_url, ",
    "role, is_active, password_hash, password_pepper_version, password_changed_at, ",
    "must_change_password, failed_login_attempts, locked_until, mfa_enabled, ",
    "mfa_secret_encrypted, mfa_backup_codes_encrypted, mfa_last_used_at, ",
    "last_login_at, last_login_address, created_at, updated_at",
    " FROM public.users",
);

/// A position in the order of `users_pkey`: `id`.
#[derive(Debug, Clone, PartialEq)]
pub struct ById {
    pub id: Uuid,
}

impl Order for ById {
    type Row = User;

    const NAME: &'static str = "public.users by_id";
    const SELECT: &'static str = SELECT;
    const KEYS: &'static [Key] = &[
        Key::ascending("id", "uuid"),
    ];

    fn position(row: &User) -> Self {
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

/// A position in the order of `users_created_idx`: `created_at DESC, id DESC`.
#[derive(Debug, Clone, PartialEq)]
pub struct ByCreatedAtAndId {
    pub created_at: DateTime<Utc>,
    pub id: Uuid,
}

impl Order for ByCreatedAtAndId {
    type Row = User;

    const NAME: &'static str = "public.users by_created_at_and_id";
    const SELECT: &'static str = SELECT;
    const KEYS: &'static [Key] = &[
        Key::descending("created_at", "timestamp with time zone"),
        Key::descending("id", "uuid"),
    ];

    fn position(row: &User) -> Self {
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
