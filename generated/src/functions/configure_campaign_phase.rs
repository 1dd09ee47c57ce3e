// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use futures_core::future::BoxFuture;
use sqlx::PgExecutor;
use uuid::Uuid;

use super::super::enums::PhaseTypeEnum;
use super::super::support::Query;

/// Accepts the configuration of a phase, which may then be started. SQLSTATE SC011 if the phase is under way or done.
///
/// Calls the function `public.configure_campaign_phase`.
///
/// The schema's default of `p_user_id` is `NULL`.
pub fn configure_campaign_phase<'e, 'q>(
    db: impl PgExecutor<'e>,
    p_campaign_id: impl Into<Option<Uuid>>,
    p_phase_type: impl Into<Option<PhaseTypeEnum>>,
    p_configuration: impl Into<Option<&'q serde_json::Value>>,
    p_user_id: impl Into<Option<Uuid>>,
) -> BoxFuture<'e, Result<(), sqlx::Error>> {
    Query::new(concat!(
        "SELECT public.configure_campaign_phase($1::uuid, $2::public.phase_type_enum, ",
        "$3::jsonb, $4::uuid)",
    ))
    .bind(p_campaign_id.into())
    .bind(p_phase_type.into())
    .bind(p_configuration.into())
    .bind(p_user_id.into())
    .execute(db)
}
