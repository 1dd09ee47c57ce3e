// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use sqlx::FromRow;
use sqlx::postgres::PgRow;
use time::OffsetDateTime;
use uuid::Uuid;

use super::super::super::support::{AnyRow, Change, OrDefault, Record, RowReader, some};

/// A row of `audit.log`; primary key: `id`.
#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
#[doc(alias = "database")]
#[non_exhaustive]
pub struct Entry {
    /// `bigint NOT NULL`
    pub id: i64,
    /// `uuid`; refers to `public.users`
    pub user_id: Option<Uuid>,
    /// `text NOT NULL`
    pub said: String,
    /// `timestamp with time zone NOT NULL DEFAULT now()`
    pub at: OffsetDateTime,
    /// `text`
    #[serde(rename = "for")]
    pub reason: Option<String>,
}

impl Record for Entry {
    fn read<'r>(row: &mut impl RowReader<'r>) -> Result<Self, sqlx::Error> {
        Ok(Self {
            id: row.column("id")?,
            user_id: row.column("user_id")?,
            said: row.column("said")?,
            at: row.finite("at")?,
            reason: row.column("for")?,
        })
    }
}

impl<'r> FromRow<'r, PgRow> for Entry {
    fn from_row(row: &'r PgRow) -> Result<Self, sqlx::Error> {
        Record::read(&mut AnyRow::new(row))
    }
}

/// A row to be inserted into `audit.log`; it comes back as [`Entry`].
#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
#[doc(alias = "database")]
pub struct NewEntry {
    /// `bigint NOT NULL`
    pub id: i64,
    /// `uuid`; refers to `public.users`
    #[serde(default)]
    pub user_id: Option<Uuid>,
    /// `text NOT NULL`
    pub said: String,
    /// `timestamp with time zone NOT NULL DEFAULT now()`
    #[serde(default, skip_serializing_if = "OrDefault::is_default")]
    pub at: OrDefault<OffsetDateTime>,
    /// `text`
    #[serde(rename = "for", default)]
    pub reason: Option<String>,
}

impl NewEntry {
    /// A row with what must be given; of the other columns, those with a default get it and the rest are NULL.
    #[must_use]
    pub fn new(id: i64, said: impl Into<String>) -> Self {
        Self {
            id,
            user_id: None,
            said: said.into(),
            at: OrDefault::Default,
            reason: None,
        }
    }

    /// Sets `user_id`.
    #[must_use]
    pub fn with_user_id(mut self, user_id: Uuid) -> Self {
        self.user_id = Some(user_id);
        self
    }

    /// Sets `at`.
    #[must_use]
    pub fn with_at(mut self, at: OffsetDateTime) -> Self {
        self.at = OrDefault::Value(at);
        self
    }

    /// Sets `for`.
    #[must_use]
    pub fn with_reason(mut self, reason: impl Into<String>) -> Self {
        self.reason = Some(reason.into());
        self
    }
}

/// A partial update of [`Entry`]: only what is set here is written. `..Default::default()` leaves the rest.
#[derive(Debug, Clone, PartialEq, Default, serde::Serialize, serde::Deserialize)]
#[doc(alias = "database")]
pub struct EntryPatch {
    /// `uuid`; refers to `public.users`
    #[serde(default, skip_serializing_if = "Change::is_leave")]
    pub user_id: Change<Uuid>,
    /// `text NOT NULL`
    #[serde(default, skip_serializing_if = "Option::is_none", deserialize_with = "some")]
    pub said: Option<String>,
    /// `timestamp with time zone NOT NULL DEFAULT now()`
    #[serde(default, skip_serializing_if = "Option::is_none", deserialize_with = "some")]
    pub at: Option<OffsetDateTime>,
    /// `text`
    #[serde(rename = "for", default, skip_serializing_if = "Change::is_leave")]
    pub reason: Change<String>,
}
