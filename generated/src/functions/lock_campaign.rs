// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use futures_core::future::BoxFuture;
use sqlx::PgExecutor;
use uuid::Uuid;

use super::super::models::LeadGenerationCampaign;
use super::super::support::Query;

/// First step of all that moves a campaign: locks it, checks the version (SQLSTATE SC005; NULL = any) and notes, until the transaction ends, who acts and why.
///
/// Calls the function `public.lock_campaign`.
pub fn lock_campaign<'e, 'q>(
    db: impl PgExecutor<'e>,
    p_campaign_id: impl Into<Option<Uuid>>,
    p_expected_version: impl Into<Option<i32>>,
    p_user_id: impl Into<Option<Uuid>>,
    p_reason: impl Into<Option<&'q str>>,
) -> BoxFuture<'e, Result<Option<LeadGenerationCampaign>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT id, name, description, owner_id, campaign_type, status, current_phase, ",
        "phase_status, total_phases, completed_phases, total_items, processed_items, ",
        "successful_items, failed_items, progress_percentage, is_full_sequence_mode, ",
        "auto_advance_phases, domain_generation_config, dns_validation_config, ",
        "http_validation_config, analysis_config, processing_rate, ",
        "estimated_completion_at, last_heartbeat_at, error_message, error_details, ",
        "started_at, finished_at, version, created_at, updated_at",
        " FROM public.lock_campaign($1::uuid, $2::integer, $3::uuid, $4::text) AS ",
        "found WHERE NOT found IS NULL",
    ))
    .bind(p_campaign_id.into())
    .bind(p_expected_version.into())
    .bind(p_user_id.into())
    .bind(p_reason.into())
    .fetch_optional(db)
}
