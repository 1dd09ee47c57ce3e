// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use super::super::support::violated;

/// What can go wrong when `public.personas` is written: a variant for each constraint; all else is [`Self::Sqlx`].
///
/// `?` makes it of an [`sqlx::Error`], that of a commit too, where deferred constraints are checked.
#[derive(Debug)]
#[non_exhaustive]
pub enum PersonaError {
    /// `personas_pkey`: another row has this `id`.
    IdTaken,
    /// `personas_persona_type_name_key`: another row has this `persona_type, name`.
    PersonaTypeNameTaken,
    /// `personas_configuration_object_check`: `CHECK (jsonb_typeof(configuration) = 'object')`.
    ConfigurationObjectViolated,
    /// `personas_created_by_fkey`: `public.users` has no row for `created_by`.
    CreatedByNotFound,
    /// `http_keyword_campaign_personas_persona_id_fkey`: `public.http_keyword_campaign_personas` still refers to the row.
    ReferencedByHttpKeywordCampaignPersona,
    /// Anything else: the connection, the server, a value that Rust cannot hold.
    Sqlx(sqlx::Error),
}

impl From<sqlx::Error> for PersonaError {
    fn from(error: sqlx::Error) -> Self {
        match violated(&error) {
            ("personas", "personas_pkey") => Self::IdTaken,
            ("personas", "personas_persona_type_name_key") => Self::PersonaTypeNameTaken,
            ("personas", "personas_configuration_object_check") => {
                Self::ConfigurationObjectViolated
            }
            ("personas", "personas_created_by_fkey") => Self::CreatedByNotFound,
            (
                "http_keyword_campaign_personas",
                "http_keyword_campaign_personas_persona_id_fkey",
            ) => Self::ReferencedByHttpKeywordCampaignPersona,
            _ => Self::Sqlx(error),
        }
    }
}

impl std::fmt::Display for PersonaError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let message = match self {
            Self::IdTaken => "another row has this id (personas_pkey)",
            Self::PersonaTypeNameTaken => {
                "another row has this persona_type, name (personas_persona_type_name_key)"
            }
            Self::ConfigurationObjectViolated => {
                "a value is against personas_configuration_object_check"
            }
            Self::CreatedByNotFound => {
                "public.users has no row for created_by (personas_created_by_fkey)"
            }
            Self::ReferencedByHttpKeywordCampaignPersona => {
                "public.http_keyword_campaign_personas still refers to the row (http_keyword_campaign_personas_persona_id_fkey)"
            }
            Self::Sqlx(error) => return error.fmt(f),
        };
        f.write_str(message)
    }
}

impl std::error::Error for PersonaError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Sqlx(error) => Some(error),
            _ => None,
        }
    }
}
