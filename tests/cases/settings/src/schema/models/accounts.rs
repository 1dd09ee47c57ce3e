// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use sqlx::FromRow;
use sqlx::postgres::PgRow;
use time::Date;

use crate::types::{Email, Short, UserId};
use super::super::composites::Place;
use super::super::enums::Feeling;
use super::super::support::{AnyRow, Change, OrDefault, Record, RowReader, some};

/// Who may log in.
///
/// A row of `public.users`; primary key: `id`.
#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
#[doc(alias = "database")]
#[non_exhaustive]
pub struct Account {
    /// `uuid NOT NULL DEFAULT gen_random_uuid()`
    pub id: UserId,
    /// `public.email NOT NULL`; unique
    pub email: Email,
    /// `public.mood NOT NULL DEFAULT 'happy'`
    #[serde(rename = "mood")]
    pub r#type: Feeling,
    /// `text NOT NULL`
    pub name: Box<str>,
    /// `character varying(20)`; unique
    pub nick: Option<Short>,
    /// `public.place`
    pub home: Option<Place>,
    /// `date`; `CHECK (born > '1900-01-01')`
    pub born: Option<Date>,
    /// `integer NOT NULL DEFAULT 0`
    pub version: i32,
}

impl Record for Account {
    fn read<'r>(row: &mut impl RowReader<'r>) -> Result<Self, sqlx::Error> {
        Ok(Self {
            id: row.column("id")?,
            email: row.column("email")?,
            r#type: row.column("mood")?,
            name: row.column("name")?,
            nick: row.column("nick")?,
            home: row.column("home")?,
            born: row.finite("born")?,
            version: row.column("version")?,
        })
    }
}

impl<'r> FromRow<'r, PgRow> for Account {
    fn from_row(row: &'r PgRow) -> Result<Self, sqlx::Error> {
        Record::read(&mut AnyRow::new(row))
    }
}

/// A row to be inserted into `public.users`; it comes back as [`Account`].
#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
#[doc(alias = "database")]
#[serde(rename_all = "camelCase")]
pub struct NewAccount {
    /// `uuid NOT NULL DEFAULT gen_random_uuid()`
    #[serde(default, skip_serializing_if = "OrDefault::is_default")]
    pub id: OrDefault<UserId>,
    /// `public.email NOT NULL`; unique
    pub email: Email,
    /// `public.mood NOT NULL DEFAULT 'happy'`
    #[serde(rename = "mood", default, skip_serializing_if = "OrDefault::is_default")]
    pub r#type: OrDefault<Feeling>,
    /// `text NOT NULL`
    pub name: Box<str>,
    /// `character varying(20)`; unique
    #[serde(default)]
    pub nick: Option<Short>,
    /// `public.place`
    #[serde(default)]
    pub home: Option<Place>,
    /// `date`; `CHECK (born > '1900-01-01')`
    #[serde(default)]
    pub born: Option<Date>,
    /// `integer NOT NULL DEFAULT 0`
    #[serde(default, skip_serializing_if = "OrDefault::is_default")]
    pub version: OrDefault<i32>,
}

impl NewAccount {
    /// A row with what must be given; of the other columns, those with a default get it and the rest are NULL.
    #[must_use]
    pub fn new(email: Email, name: Box<str>) -> Self {
        Self {
            id: OrDefault::Default,
            email,
            r#type: OrDefault::Default,
            name,
            nick: None,
            home: None,
            born: None,
            version: OrDefault::Default,
        }
    }

    /// Sets `id`.
    #[must_use]
    pub fn with_id(mut self, id: UserId) -> Self {
        self.id = OrDefault::Value(id);
        self
    }

    /// Sets `mood`.
    #[must_use]
    pub fn with_type(mut self, r#type: Feeling) -> Self {
        self.r#type = OrDefault::Value(r#type);
        self
    }

    /// Sets `nick`.
    #[must_use]
    pub fn with_nick(mut self, nick: Short) -> Self {
        self.nick = Some(nick);
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
    pub fn with_born(mut self, born: Date) -> Self {
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

/// A partial update of [`Account`]: only what is set here is written. `..Default::default()` leaves the rest.
#[derive(Debug, Clone, PartialEq, Default, serde::Serialize, serde::Deserialize)]
#[doc(alias = "database")]
pub struct AccountPatch {
    /// `public.email NOT NULL`; unique
    #[serde(default, skip_serializing_if = "Option::is_none", deserialize_with = "some")]
    pub email: Option<Email>,
    /// `public.mood NOT NULL DEFAULT 'happy'`
    #[serde(
        rename = "mood",
        default,
        skip_serializing_if = "Option::is_none",
        deserialize_with = "some",
    )]
    pub r#type: Option<Feeling>,
    /// `text NOT NULL`
    #[serde(default, skip_serializing_if = "Option::is_none", deserialize_with = "some")]
    pub name: Option<Box<str>>,
    /// `character varying(20)`; unique
    #[serde(default, skip_serializing_if = "Change::is_leave")]
    pub nick: Change<Short>,
    /// `public.place`
    #[serde(default, skip_serializing_if = "Change::is_leave")]
    pub home: Change<Place>,
    /// `date`; `CHECK (born > '1900-01-01')`
    #[serde(default, skip_serializing_if = "Change::is_leave")]
    pub born: Change<Date>,
    /// `integer NOT NULL DEFAULT 0`
    #[serde(default, skip_serializing_if = "Option::is_none", deserialize_with = "some")]
    pub version: Option<i32>,
}
