// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use crate::types::{Email, Short, UserId};
use super::super::models::Account;
use super::super::support::{Key, KeyReader, KeyWriter, Order, Pages};

const SELECT: &str = concat!(
    "SELECT id, email, mood, name, nick, home, born, version",
    " FROM public.users",
);

/// A position in the order of `users_pkey`: `id`.
#[derive(Debug, Clone, PartialEq)]
pub struct ById {
    pub id: UserId,
}

impl Order for ById {
    type Row = Account;

    const NAME: &'static str = "public.users by_id";
    const SELECT: &'static str = SELECT;
    const KEYS: &'static [Key] = &[
        Key::ascending("id", "uuid"),
    ];

    fn position(row: &Account) -> Self {
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
    pub email: Email,
}

impl Order for ByEmail {
    type Row = Account;

    const NAME: &'static str = "public.users by_email";
    const SELECT: &'static str = SELECT;
    const KEYS: &'static [Key] = &[
        Key::ascending("email", "text"),
    ];

    fn position(row: &Account) -> Self {
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

/// A position in the order of `users_nick_key`: `nick, id`.
///
/// Ties are broken by `id`.
#[derive(Debug, Clone, PartialEq)]
pub struct ByNick {
    pub nick: Option<Short>,
    pub id: UserId,
}

impl Order for ByNick {
    type Row = Account;

    const NAME: &'static str = "public.users by_nick";
    const SELECT: &'static str = SELECT;
    const KEYS: &'static [Key] = &[
        Key::ascending("nick", "character varying").nullable(),
        Key::ascending("id", "uuid"),
    ];

    fn position(row: &Account) -> Self {
        Self {
            nick: row.nick.clone(),
            id: row.id,
        }
    }

    fn keys<'k>(&'k self, to: &mut impl KeyWriter<'k>) {
        to.key(self.nick.as_ref());
        to.key(Some(self.id));
    }

    fn read(from: &mut KeyReader) -> Option<Self> {
        Some(Self {
            nick: from.key()?,
            id: from.key()?,
        })
    }
}

/// Pages over all rows: `nick, id`.
pub fn by_nick() -> Pages<ByNick> {
    Pages::new()
}
