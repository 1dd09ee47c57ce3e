// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use chrono::{DateTime, Utc};
use sqlx::FromRow;
use sqlx::postgres::PgRow;
use uuid::Uuid;

use super::super::enums::PersonaTypeEnum;
use super::super::support::{AnyRow, Change, OrDefault, Record, RowReader};

/// How a check presents itself: resolvers and timeouts for DNS; headers, TLS and cookies for HTTP.
///
/// A row of `public.personas`; primary key: `id`.
#[derive(Debug, Clone, PartialEq)]
pub struct Persona {
    /// `uuid NOT NULL DEFAULT gen_random_uuid()`
    pub id: Uuid,
    /// `character varying(255) NOT NULL`
    pub name: String,
    /// `public.persona_type_enum NOT NULL`
    pub persona_type: PersonaTypeEnum,
    /// `text`
    pub description: Option<String>,
    /// `jsonb NOT NULL`; `CHECK (jsonb_typeof(configuration) = 'object')`
    pub configuration: serde_json::Value,
    /// `text[] NOT NULL DEFAULT '{}'`
    pub tags: Vec<String>,
    /// `boolean NOT NULL DEFAULT true`
    pub is_enabled: bool,
    /// `uuid`; refers to `public.users`
    pub created_by: Option<Uuid>,
    /// `timestamp with time zone NOT NULL DEFAULT now()`
    pub created_at: DateTime<Utc>,
    /// `timestamp with time zone NOT NULL DEFAULT now()`
    pub updated_at: DateTime<Utc>,
}

impl Record for Persona {
    fn read<'r>(row: &mut impl RowReader<'r>) -> Result<Self, sqlx::Error> {
        Ok(Self {
            id: row.column("id")?,
            name: row.column("name")?,
            persona_type: row.column("persona_type")?,
            description: row.column("description")?,
            configuration: row.column("configuration")?,
            tags: row.column("tags")?,
            is_enabled: row.column("is_enabled")?,
            created_by: row.column("created_by")?,
            created_at: row.finite("created_at")?,
            updated_at: row.finite("updated_at")?,
        })
    }
}

impl<'r> FromRow<'r, PgRow> for Persona {
    fn from_row(row: &'r PgRow) -> Result<Self, sqlx::Error> {
        Record::read(&mut AnyRow::new(row))
    }
}

/// A row to be inserted into `public.personas`; it comes back as [`Persona`].
#[derive(Debug, Clone, PartialEq)]
pub struct NewPersona {
    /// `uuid NOT NULL DEFAULT gen_random_uuid()`
    pub id: OrDefault<Uuid>,
    /// `character varying(255) NOT NULL`
    pub name: String,
    /// `public.persona_type_enum NOT NULL`
    pub persona_type: PersonaTypeEnum,
    /// `text`
    pub description: Option<String>,
    /// `jsonb NOT NULL`; `CHECK (jsonb_typeof(configuration) = 'object')`
    pub configuration: serde_json::Value,
    /// `text[] NOT NULL DEFAULT '{}'`
    pub tags: OrDefault<Vec<String>>,
    /// `boolean NOT NULL DEFAULT true`
    pub is_enabled: OrDefault<bool>,
    /// `uuid`; refers to `public.users`
    pub created_by: Option<Uuid>,
    /// `timestamp with time zone NOT NULL DEFAULT now()`
    pub created_at: OrDefault<DateTime<Utc>>,
    /// `timestamp with time zone NOT NULL DEFAULT now()`
    pub updated_at: OrDefault<DateTime<Utc>>,
}

impl NewPersona {
    /// A row with what must be given; of the other columns, those with a default get it and the rest are NULL.
    #[must_use]
    pub fn new(
        name: impl Into<String>,
        persona_type: PersonaTypeEnum,
        configuration: serde_json::Value,
    ) -> Self {
        Self {
            id: OrDefault::Default,
            name: name.into(),
            persona_type,
            description: None,
            configuration,
            tags: OrDefault::Default,
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

    /// Sets `tags`.
    #[must_use]
    pub fn with_tags(mut self, tags: Vec<String>) -> Self {
        self.tags = OrDefault::Value(tags);
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

/// A partial update of [`Persona`]: only what is set here is written. `..Default::default()` leaves the rest.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct PersonaPatch {
    /// `character varying(255) NOT NULL`
    pub name: Option<String>,
    /// `public.persona_type_enum NOT NULL`
    pub persona_type: Option<PersonaTypeEnum>,
    /// `text`
    pub description: Change<String>,
    /// `jsonb NOT NULL`; `CHECK (jsonb_typeof(configuration) = 'object')`
    pub configuration: Option<serde_json::Value>,
    /// `text[] NOT NULL DEFAULT '{}'`
    pub tags: Option<Vec<String>>,
    /// `boolean NOT NULL DEFAULT true`
    pub is_enabled: Option<bool>,
    /// `uuid`; refers to `public.users`
    pub created_by: Change<Uuid>,
    /// `timestamp with time zone NOT NULL DEFAULT now()`
    pub created_at: Option<DateTime<Utc>>,
    /// `timestamp with time zone NOT NULL DEFAULT now()`
    pub updated_at: Option<DateTime<Utc>>,
}
