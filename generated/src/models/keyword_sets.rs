// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use chrono::{DateTime, Utc};
use sqlx::FromRow;
use sqlx::postgres::PgRow;
use uuid::Uuid;

use super::super::support::{AnyRow, Change, OrDefault, Record, RowReader};

/// Named sets of keyword rules.
///
/// A row of `public.keyword_sets`; primary key: `id`.
#[derive(Debug, Clone, PartialEq)]
pub struct KeywordSet {
    /// `uuid NOT NULL DEFAULT gen_random_uuid()`
    pub id: Uuid,
    /// `character varying(255) NOT NULL`; unique
    pub name: String,
    /// `text`
    pub description: Option<String>,
    /// `boolean NOT NULL DEFAULT true`
    pub is_enabled: bool,
    /// `uuid`; refers to `public.users`
    pub created_by: Option<Uuid>,
    /// `timestamp with time zone NOT NULL DEFAULT now()`
    pub created_at: DateTime<Utc>,
    /// `timestamp with time zone NOT NULL DEFAULT now()`
    pub updated_at: DateTime<Utc>,
}

impl Record for KeywordSet {
    fn read<'r>(row: &mut impl RowReader<'r>) -> Result<Self, sqlx::Error> {
        Ok(Self {
            id: row.column("id")?,
            name: row.column("name")?,
            description: row.column("description")?,
            is_enabled: row.column("is_enabled")?,
            created_by: row.column("created_by")?,
            created_at: row.finite("created_at")?,
            updated_at: row.finite("updated_at")?,
        })
    }
}

impl<'r> FromRow<'r, PgRow> for KeywordSet {
    fn from_row(row: &'r PgRow) -> Result<Self, sqlx::Error> {
        Record::read(&mut AnyRow::new(row))
    }
}

/// A row to be inserted into `public.keyword_sets`; it comes back as [`KeywordSet`].
#[derive(Debug, Clone, PartialEq)]
pub struct NewKeywordSet {
    /// `uuid NOT NULL DEFAULT gen_random_uuid()`
    pub id: OrDefault<Uuid>,
    /// `character varying(255) NOT NULL`; unique
    pub name: String,
    /// `text`
    pub description: Option<String>,
    /// `boolean NOT NULL DEFAULT true`
    pub is_enabled: OrDefault<bool>,
    /// `uuid`; refers to `public.users`
    pub created_by: Option<Uuid>,
    /// `timestamp with time zone NOT NULL DEFAULT now()`
    pub created_at: OrDefault<DateTime<Utc>>,
    /// `timestamp with time zone NOT NULL DEFAULT now()`
    pub updated_at: OrDefault<DateTime<Utc>>,
}

impl NewKeywordSet {
    /// A row with what must be given; of the other columns, those with a default get it and the rest are NULL.
    #[must_use]
    pub fn new(name: impl Into<String>) -> Self {
        Self {
            id: OrDefault::Default,
            name: name.into(),
            description: None,
            is_enabled: OrDefault::Default,
            created_by: None,
            created_at: OrDefault::Default,
            updated_at: OrDefault::Default,
        }
    }

    /// Sets `id`.
    #[must_use]
    pub fn with_id(mut self, id: Uuid) -> Self {
        self.id = OrDefault::Value(id);
        self
    }

    /// Sets `description`.
    #[must_use]
    pub fn with_description(mut self, description: impl Into<String>) -> Self {
        self.description = Some(description.into());
        self
    }

    /// Sets `is_enabled`.
    #[must_use]
    pub fn with_is_enabled(mut self, is_enabled: bool) -> Self {
        self.is_enabled = OrDefault::Value(is_enabled);
        self
    }

    /// Sets `created_by`.
    #[must_use]
    pub fn with_created_by(mut self, created_by: Uuid) -> Self {
        self.created_by = Some(created_by);
        self
    }

    /// Sets `created_at`.
    #[must_use]
    pub fn with_created_at(mut self, created_at: DateTime<Utc>) -> Self {
        self.created_at = OrDefault::Value(created_at);
        self
    }

    /// Sets `updated_at`.
    #[must_use]
    pub fn with_updated_at(mut self, updated_at: DateTime<Utc>) -> Self {
        self.updated_at = OrDefault::Value(updated_at);
        self
    }
}

/// A partial update of [`KeywordSet`]: only what is set here is written. `..Default::default()` leaves the rest.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct KeywordSetPatch {
    /// `character varying(255) NOT NULL`; unique
    pub name: Option<String>,
    /// `text`
    pub description: Change<String>,
    /// `boolean NOT NULL DEFAULT true`
    pub is_enabled: Option<bool>,
    /// `uuid`; refers to `public.users`
    pub created_by: Change<Uuid>,
    /// `timestamp with time zone NOT NULL DEFAULT now()`
    pub created_at: Option<DateTime<Utc>>,
    /// `timestamp with time zone NOT NULL DEFAULT now()`
    pub updated_at: Option<DateTime<Utc>>,
}
