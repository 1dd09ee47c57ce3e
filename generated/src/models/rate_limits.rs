// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use chrono::{DateTime, Utc};
use sqlx::FromRow;
use sqlx::postgres::PgRow;

use super::super::support::{AnyRow, Change, OrDefault, Record, RowReader};

/// One counter per caller and action. Rows are updated in place at every attempt: no column but the key is indexed, so that these updates stay heap-only.
///
/// A row of `public.rate_limits`; primary key: `identifier`, `action`.
#[derive(Debug, Clone, PartialEq)]
pub struct RateLimit {
    /// Who is limited: an address, an account id or an API key id, as text.
    ///
    /// `character varying(255) NOT NULL`; `CHECK (length(identifier) > 0)`
    pub identifier: String,
    /// `character varying(64) NOT NULL`
    pub action: String,
    /// `integer NOT NULL DEFAULT 0`; `CHECK (attempts >= 0)`
    pub attempts: i32,
    /// `timestamp with time zone NOT NULL DEFAULT now()`
    pub window_started_at: DateTime<Utc>,
    /// `timestamp with time zone`
    pub blocked_until: Option<DateTime<Utc>>,
}

impl Record for RateLimit {
    fn read<'r>(row: &mut impl RowReader<'r>) -> Result<Self, sqlx::Error> {
        Ok(Self {
            identifier: row.column("identifier")?,
            action: row.column("action")?,
            attempts: row.column("attempts")?,
            window_started_at: row.finite("window_started_at")?,
            blocked_until: row.finite("blocked_until")?,
        })
    }
}

impl<'r> FromRow<'r, PgRow> for RateLimit {
    fn from_row(row: &'r PgRow) -> Result<Self, sqlx::Error> {
        Record::read(&mut AnyRow::new(row))
    }
}

/// A row to be inserted into `public.rate_limits`; it comes back as [`RateLimit`].
#[derive(Debug, Clone, PartialEq)]
pub struct NewRateLimit {
    /// `character varying(255) NOT NULL`; `CHECK (length(identifier) > 0)`
    pub identifier: String,
    /// `character varying(64) NOT NULL`
    pub action: String,
    /// `integer NOT NULL DEFAULT 0`; `CHECK (attempts >= 0)`
    pub attempts: OrDefault<i32>,
    /// `timestamp with time zone NOT NULL DEFAULT now()`
    pub window_started_at: OrDefault<DateTime<Utc>>,
    /// `timestamp with time zone`
    pub blocked_until: Option<DateTime<Utc>>,
}

impl NewRateLimit {
    /// A row with what must be given; of the other columns, those with a default get it and the rest are NULL.
    #[must_use]
    pub fn new(identifier: impl Into<String>, action: impl Into<String>) -> Self {
        Self {
            identifier: identifier.into(),
            action: action.into(),
            attempts: OrDefault::Default,
            window_started_at: OrDefault::Default,
            blocked_until: None,
        }
    }

    /// Sets `attempts`.
    #[must_use]
    pub fn with_attempts(mut self, attempts: i32) -> Self {
        self.attempts = OrDefault::Value(attempts);
        self
    }

    /// Sets `window_started_at`.
    #[must_use]
    pub fn with_window_started_at(mut self, window_started_at: DateTime<Utc>) -> Self {
        self.window_started_at = OrDefault::Value(window_started_at);
        self
    }

    /// Sets `blocked_until`.
    #[must_use]
    pub fn with_blocked_until(mut self, blocked_until: DateTime<Utc>) -> Self {
        self.blocked_until = Some(blocked_until);
        self
    }
}

/// A partial update of [`RateLimit`]: only what is set here is written. `..Default::default()` leaves the rest.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct RateLimitPatch {
    /// `integer NOT NULL DEFAULT 0`; `CHECK (attempts >= 0)`
    pub attempts: Option<i32>,
    /// `timestamp with time zone NOT NULL DEFAULT now()`
    pub window_started_at: Option<DateTime<Utc>>,
    /// `timestamp with time zone`
    pub blocked_until: Change<DateTime<Utc>>,
}
