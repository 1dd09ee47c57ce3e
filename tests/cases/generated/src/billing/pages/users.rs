// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use super::super::super::billing::models::User;
use super::super::super::support::{Key, KeyReader, KeyWriter, Order, Pages};

const SELECT: &str = concat!(
    "SELECT id, email, home",
    " FROM billing.users",
);

/// A position in the order of `users_pkey`: `id`.
#[derive(Debug, Clone, PartialEq)]
pub struct ById {
    pub id: i32,
}

impl Order for ById {
    type Row = User;

    const NAME: &'static str = "billing.users by_id";
    const SELECT: &'static str = SELECT;
    const KEYS: &'static [Key] = &[
        Key::ascending("id", "integer"),
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

/// A position in the order of `users_email_key`: `email`.
#[derive(Debug, Clone, PartialEq)]
pub struct ByEmail {
    pub email: String,
}

impl Order for ByEmail {
    type Row = User;

    const NAME: &'static str = "billing.users by_email";
    const SELECT: &'static str = SELECT;
    const KEYS: &'static [Key] = &[
        Key::ascending("email", "public.citext"),
    ];

    fn position(row: &User) -> Self {
        Self {
            email: row.email.clone(),
        }
    }

    fn keys<'k>(&'k self, to: &mut impl KeyWriter<'k>) {
        to.key(Some(&self.email));
    }

    fn read(from: &mut KeyReader) -> Option<Self> {
        Some(Self {
            email: from.key()?,
        })
    }
}

/// Pages over all rows: `email`.
pub fn by_email() -> Pages<ByEmail> {
    Pages::new()
}
