// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use chrono::{DateTime, Utc};
use sqlx::FromRow;
use sqlx::postgres::PgRow;
use uuid::Uuid;

use super::super::super::support::{AnyRow, Change, OrDefault, Record, RowReader};

/// A row of `audit.log`; primary key: `id`.
#[derive(Debug, Clone, PartialEq)]
pub struct Log {
    /// `bigint NOT NULL`
    pub id: i64,
    /// `uuid`; refers to `public.users`
    pub user_id: Option<Uuid>,
    /// `text NOT NULL`
    pub said: String,
    /// `timestamp with time zone NOT NULL DEFAULT now()`
    pub at: DateTime<Utc>,
    /// `text`
    pub r#for: Option<String>,
}

impl Record for Log {
    fn read<'r>(row: &mut impl RowReader<'r>) -> Result<Self, sqlx::Error> {
        Ok(Self {
            id: row.column("id")?,
            user_id: row.column("user_id")?,
            said: row.column("said")?,
            at: row.finite("at")?,
            r#for: row.column("for")?,
        })
    }
}

impl<'r> FromRow<'r, PgRow> for Log {
    fn from_row(row: &'r PgRow) -> Result<Self, sqlx::Error> {
        Record::read(&mut AnyRow::new(row))
    }
}

/// A row to be inserted into `audit.log`; it comes back as [`Log`].
#[derive(Debug, Clone, PartialEq)]
pub struct NewLog {
    /// `bigint NOT NULL`
    pub id: i64,
    /// `uuid`; refers to `public.users`
    pub user_id: Option<Uuid>,
    /// `text NOT NULL`
    pub said: String,
    /// `timestamp with time zone NOT NULL DEFAULT now()`
    pub at: OrDefault<DateTime<Utc>>,
    /// `text`
    pub r#for: Option<String>,
}

impl NewLog {
    /// A row with what must be given; of the other columns, those with a default get it and the rest are NULL.
    #[must_use]
    pub fn new(id: i64, said: impl Into<String>) -> Self {
        Self {
            id,
            user_id: None,
            said: said.into(),
            at: OrDefault::Default,
            r#for: None,
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
    pub fn with_at(mut self, at: DateTime<Utc>) -> Self {
        self.at = OrDefault::Value(at);
        self
    }

    /// Sets `for`.
    #[must_use]
    pub fn with_for(mut self, r#for: impl Into<String>) -> Self {
        self.r#for = Some(r#for.into());
        self
    }
}

/// A partial update of [`Log`]: only what is set here is written. `..Default::default()` leaves the rest.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct LogPatch {
    /// `uuid`; refers to `public.users`
    pub user_id: Change<Uuid>,
    /// `text NOT NULL`
    pub said: Option<String>,
    /// `timestamp with time zone NOT NULL DEFAULT now()`
    pub at: Option<DateTime<Utc>>,
    /// `text`
    pub r#for: Change<String>,
}
