// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use chrono::{DateTime, Utc};
use uuid::Uuid;

use super::super::enums::PersonaTypeEnum;

/// How a check presents itself: resolvers and timeouts for DNS; headers, TLS and cookies for HTTP.
///
/// A row of `public.personas`; primary key: `id`.
#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize, sqlx::FromRow)]
pub struct Persona {
    /// `uuid NOT NULL DEFAULT gen_random_uuid()`
    pub id: Uuid,
    /// `character varying(255) NOT NULL`
    pub name: String,
    /// `public.persona_type_enum NOT NULL`
    pub persona_type: PersonaTypeEnum,
    /// `text`
    pub description: Option<String>,
    /// `jsonb NOT NULL`
    pub configuration: serde_json::Value,
    /// `text[] NOT NULL DEFAULT '{}'`
    pub tags: Vec<String>,
    /// `boolean NOT NULL DEFAULT true`
    pub is_enabled: bool,
    /// `uuid`
    pub created_by: Option<Uuid>,
    /// `timestamp with time zone NOT NULL DEFAULT now()`
    pub created_at: DateTime<Utc>,
    /// `timestamp with time zone NOT NULL DEFAULT now()`
    pub updated_at: DateTime<Utc>,
}
