// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use chrono::{DateTime, Utc};

/// One counter per caller and action. Rows are updated in place at every attempt: no column but the key is indexed, so that these updates stay heap-only.
///
/// A row of `public.rate_limits`; primary key: `identifier`, `action`.
#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize, sqlx::FromRow)]
pub struct RateLimit {
    /// Who is limited: an address, an account id or an API key id, as text.
    ///
    /// `character varying(255) NOT NULL`
    pub identifier: String,
    /// `character varying(64) NOT NULL`
    pub action: String,
    /// `integer NOT NULL DEFAULT 0`
    pub attempts: i32,
    /// `timestamp with time zone NOT NULL DEFAULT now()`
    pub window_started_at: DateTime<Utc>,
    /// `timestamp with time zone`
    pub blocked_until: Option<DateTime<Utc>>,
}
