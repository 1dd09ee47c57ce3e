// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use sqlx::error::BoxDynError;
use sqlx::postgres::PgArguments;
use uuid::Uuid;

use super::super::domains::Email;
use super::super::models::User;
use super::super::support::{Key, Order, Pages};

const SELECT: &str = concat!(
    "SELECT id, email, mood, name, nick, home, born, version",
    " FROM public.users",
);

/// A position in the order of `users_pkey`: `id`.
#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
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

    fn is_null(&self, _: usize) -> bool {
        false
    }

    fn bind(&self, key: usize, arguments: &mut PgArguments) -> Result<(), BoxDynError> {
        use sqlx::Arguments as _;

        match key {
            0 => arguments.add(self.id),
            _ => Ok(()),
        }
    }
}

/// Pages over all rows: `id`.
pub fn by_id() -> Pages<ById> {
    Pages::new()
}

/// A position in the order of `users_email_key`: `email`.
#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct ByEmail {
    pub email: Email,
}

impl Order for ByEmail {
    type Row = User;

    const NAME: &'static str = "public.users by_email";
    const SELECT: &'static str = SELECT;
    const KEYS: &'static [Key] = &[
        Key::ascending("email", "text"),
    ];

    fn position(row: &User) -> Self {
        Self {
            email: row.email.clone(),
        }
    }

    fn is_null(&self, _: usize) -> bool {
        false
    }

    fn bind(&self, key: usize, arguments: &mut PgArguments) -> Result<(), BoxDynError> {
        use sqlx::Arguments as _;

        match key {
            0 => arguments.add(&self.email),
            _ => Ok(()),
        }
    }
}

/// Pages over all rows: `email`.
pub fn by_email() -> Pages<ByEmail> {
    Pages::new()
}

/// A position in the order of `users_nick_key`: `nick, id`.
///
/// Ties are broken by `id`.
#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct ByNick {
    pub nick: Option<String>,
    pub id: Uuid,
}

impl Order for ByNick {
    type Row = User;

    const NAME: &'static str = "public.users by_nick";
    const SELECT: &'static str = SELECT;
    const KEYS: &'static [Key] = &[
        Key::ascending("nick", "character varying").nullable(),
        Key::ascending("id", "uuid"),
    ];

    fn position(row: &User) -> Self {
        Self {
            nick: row.nick.clone(),
            id: row.id,
        }
    }

    fn is_null(&self, key: usize) -> bool {
        match key {
            0 => self.nick.is_none(),
            _ => false,
        }
    }

    fn bind(&self, key: usize, arguments: &mut PgArguments) -> Result<(), BoxDynError> {
        use sqlx::Arguments as _;

        match key {
            0 => arguments.add(&self.nick),
            1 => arguments.add(self.id),
            _ => Ok(()),
        }
    }
}

/// Pages over all rows: `nick, id`.
pub fn by_nick() -> Pages<ByNick> {
    Pages::new()
}
