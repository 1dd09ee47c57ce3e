// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use chrono::NaiveDate;
use sqlx::FromRow;
use sqlx::postgres::PgRow;
use uuid::Uuid;

use super::super::composites::Place;
use super::super::domains::Email;
use super::super::enums::Mood;
use super::super::support::{AnyRow, Change, OrDefault, Record, RowReader};

/// Who may log in.
///
/// A row of `public.users`; primary key: `id`.
#[derive(Debug, Clone, PartialEq)]
pub struct User {
    /// `uuid NOT NULL DEFAULT gen_random_uuid()`
    pub id: Uuid,
    /// `public.email NOT NULL`; unique
    pub email: Email,
    /// `public.mood NOT NULL DEFAULT 'happy'`
    pub mood: Mood,
    /// `text NOT NULL`
    pub name: String,
    /// `character varying(20)`; unique
    pub nick: Option<String>,
    /// `public.place`
    pub home: Option<Place>,
    /// `date`; `CHECK (born > '1900-01-01')`
    pub born: Option<NaiveDate>,
    /// `integer NOT NULL DEFAULT 0`
    pub version: i32,
}

impl Record for User {
    fn read<'r>(row: &mut impl RowReader<'r>) -> Result<Self, sqlx::Error> {
        Ok(Self {
            id: row.column("id")?,
            email: row.column("email")?,
            mood: row.column("mood")?,
            name: row.column("name")?,
            nick: row.column("nick")?,
            home: row.column("home")?,
            born: row.finite("born")?,
            version: row.column("version")?,
        })
    }
}

impl<'r> FromRow<'r, PgRow> for User {
    fn from_row(row: &'r PgRow) -> Result<Self, sqlx::Error> {
        Record::read(&mut AnyRow::new(row))
    }
}

/// A row to be inserted into `public.users`; it comes back as [`User`].
#[derive(Debug, Clone, PartialEq)]
pub struct NewUser {
    /// `uuid NOT NULL DEFAULT gen_random_uuid()`
    pub id: OrDefault<Uuid>,
    /// `public.email NOT NULL`; unique
    pub email: Email,
    /// `public.mood NOT NULL DEFAULT 'happy'`
    pub mood: OrDefault<Mood>,
    /// `text NOT NULL`
    pub name: String,
    /// `character varying(20)`; unique
    pub nick: Option<String>,
    /// `public.place`
    pub home: Option<Place>,
    /// `date`; `CHECK (born > '1900-01-01')`
    pub born: Option<NaiveDate>,
    /// `integer NOT NULL DEFAULT 0`
    pub version: OrDefault<i32>,
}

impl NewUser {
    /// A row with what must be given; of the other columns, those with a default get it and the rest are NULL.
    #[must_use]
    pub fn new(email: Email, name: impl Into<String>) -> Self {
        Self {
            id: OrDefault::Default,
            email,
            mood: OrDefault::Default,
            name: name.into(),
            nick: None,
            home: None,
            born: None,
            version: OrDefault::Default,
        }
    }

    /// Sets `id`.
    #[must_use]
    pub fn with_id(mut self, id: Uuid) -> Self {
        self.id = OrDefault::Value(id);
        self
    }

    /// Sets `mood`.
    #[must_use]
    pub fn with_mood(mut self, mood: Mood) -> Self {
        self.mood = OrDefault::Value(mood);
        self
    }

    /// Sets `nick`.
    #[must_use]
    pub fn with_nick(mut self, nick: impl Into<String>) -> Self {
        self.nick = Some(nick.into());
        self
    }

    /// Sets `home`.
    #[must_use]
    pub fn with_home(mut self, home: Place) -> Self {
        self.home = Some(home);
        self
    }

    /// Sets `born`.
    #[must_use]
    pub fn with_born(mut self, born: NaiveDate) -> Self {
        self.born = Some(born);
        self
    }

    /// Sets `version`.
    #[must_use]
    pub fn with_version(mut self, version: i32) -> Self {
        self.version = OrDefault::Value(version);
        self
    }
}

/// A partial update of [`User`]: only what is set here is written. `..Default::default()` leaves the rest.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct UserPatch {
    /// `public.email NOT NULL`; unique
    pub email: Option<Email>,
    /// `public.mood NOT NULL DEFAULT 'happy'`
    pub mood: Option<Mood>,
    /// `text NOT NULL`
    pub name: Option<String>,
    /// `character varying(20)`; unique
    pub nick: Change<String>,
    /// `public.place`
    pub home: Change<Place>,
    /// `date`; `CHECK (born > '1900-01-01')`
    pub born: Change<NaiveDate>,
    /// `integer NOT NULL DEFAULT 0`
    pub version: Option<i32>,
}
