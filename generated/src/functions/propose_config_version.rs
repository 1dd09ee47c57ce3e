// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use futures_core::future::BoxFuture;
use sqlx::PgExecutor;
use uuid::Uuid;

use super::super::enums::ConfigChangeTypeEnum;
use super::super::support::Query;

/// Proposes a new version of a key; returns its id.
///
/// Calls the function `public.propose_config_version`.
///
/// The schema's default of `p_change_reason` is `NULL`.
pub fn propose_config_version<'e, 'q>(
    db: impl PgExecutor<'e>,
    p_config_key: impl Into<Option<&'q str>>,
    p_config_value: impl Into<Option<&'q serde_json::Value>>,
    p_change_type: impl Into<Option<ConfigChangeTypeEnum>>,
    p_user_id: impl Into<Option<Uuid>>,
    p_change_reason: impl Into<Option<&'q str>>,
) -> BoxFuture<'e, Result<Option<Uuid>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT public.propose_config_version($1::text, $2::jsonb, ",
        "$3::public.config_change_type_enum, $4::uuid, $5::text)",
    ))
    .bind(p_config_key.into())
    .bind(p_config_value.into())
    .bind(p_change_type.into())
    .bind(p_user_id.into())
    .bind(p_change_reason.into())
    .fetch_value(db)
}
