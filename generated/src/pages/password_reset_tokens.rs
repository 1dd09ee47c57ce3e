// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use chrono::{DateTime, Utc};
use uuid::Uuid;

use super::super::domains::Sha256Digest;
use super::super::models::PasswordResetToken;
use super::super::support::{Key, KeyReader, KeyWriter, Order, Pages};

const SELECT: &str = concat!(
    "SELECT id, user_id, token_hash, client_address, user_agent, created_at, ",
    "expires_at, used_at",
    " FROM public.password_reset_tokens",
);

/// A position in the order of `password_reset_tokens_pkey`: `id`.
#[derive(Debug, Clone, PartialEq)]
pub struct ById {
    pub id: Uuid,
}

impl Order for ById {
    type Row = PasswordResetToken;

    const NAME: &'static str = "public.password_reset_tokens by_id";
    const SELECT: &'static str = SELECT;
    const KEYS: &'static [Key] = &[
        Key::ascending("id", "uuid"),
    ];

    fn position(row: &PasswordResetToken) -> Self {
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

/// A position in the order of `password_reset_tokens_token_hash_key`: `token_hash`.
#[derive(Debug, Clone, PartialEq)]
pub struct ByTokenHash {
    pub token_hash: Sha256Digest,
}

impl Order for ByTokenHash {
    type Row = PasswordResetToken;

    const NAME: &'static str = "public.password_reset_tokens by_token_hash";
    const SELECT: &'static str = SELECT;
    const KEYS: &'static [Key] = &[
        Key::ascending("token_hash", "bytea"),
    ];

    fn position(row: &PasswordResetToken) -> Self {
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

/// A position in the order of `password_reset_tokens_user_idx`: `user_id, created_at DESC, id DESC`.
///
/// Ties are broken by `id`.
#[derive(Debug, Clone, PartialEq)]
pub struct ByUserIdAndCreatedAt {
    pub user_id: Uuid,
    pub created_at: DateTime<Utc>,
    pub id: Uuid,
}

impl Order for ByUserIdAndCreatedAt {
    type Row = PasswordResetToken;

    const NAME: &'static str = "public.password_reset_tokens by_user_id_and_created_at";
    const SELECT: &'static str = SELECT;
    const KEYS: &'static [Key] = &[
        Key::ascending("user_id", "uuid"),
        Key::descending("created_at", "timestamp with time zone"),
        Key::descending("id", "uuid"),
    ];

    fn position(row: &PasswordResetToken) -> Self {
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
pub fn by_user_id_and_created_at() -> Pages<ByUserIdAndCreatedAt> {
    Pages::new()
}

/// Pages over the rows with this `user_id`: `created_at DESC, id DESC`.
pub fn of_user_id_by_created_at(user_id: Uuid) -> Pages<ByUserIdAndCreatedAt> {
    Pages::new().fix(Some(user_id))
}

/// A position in the order of `password_reset_tokens_expiry_idx`: `expires_at, id`.
///
/// Ties are broken by `id`.
#[derive(Debug, Clone, PartialEq)]
pub struct ByExpiresAt {
    pub expires_at: DateTime<Utc>,
    pub id: Uuid,
}

impl Order for ByExpiresAt {
    type Row = PasswordResetToken;

    const NAME: &'static str = "public.password_reset_tokens by_expires_at";
    const SELECT: &'static str = SELECT;
    const KEYS: &'static [Key] = &[
        Key::ascending("expires_at", "timestamp with time zone"),
        Key::ascending("id", "uuid"),
    ];

    fn position(row: &PasswordResetToken) -> Self {
        Self {
            expires_at: row.expires_at,
            id: row.id,
        }
    }

    fn keys<'k>(&'k self, to: &mut impl KeyWriter<'k>) {
        to.key(Some(self.expires_at));
        to.key(Some(self.id));
    }

    fn read(from: &mut KeyReader) -> Option<Self> {
        Some(Self {
            expires_at: from.key()?,
            id: from.key()?,
        })
    }
}

/// Pages over all rows: `expires_at, id`.
pub fn by_expires_at() -> Pages<ByExpiresAt> {
    Pages::new()
}
