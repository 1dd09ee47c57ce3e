// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use futures_core::future::BoxFuture;
use sqlx::PgExecutor;
use uuid::Uuid;

use super::super::enums::PhaseTypeEnum;
use super::super::support::Query;

/// Cuts what a phase has to do into jobs, each for the offsets from first_offset up to but without end_offset of its payload; returns how many are new. Calling it again adds only what is missing. Jobs wait as pending unless the campaign runs.
///
/// Calls the function `public.create_phase_jobs`.
///
/// The schema's default of `p_batch_size` is `1000`.
/// The schema's default of `p_priority` is `5`.
/// The schema's default of `p_max_attempts` is `3`.
pub fn create_phase_jobs<'e>(
    db: impl PgExecutor<'e>,
    p_campaign_id: impl Into<Option<Uuid>>,
    p_phase_type: impl Into<Option<PhaseTypeEnum>>,
    p_batch_size: impl Into<Option<i32>>,
    p_priority: impl Into<Option<i32>>,
    p_max_attempts: impl Into<Option<i32>>,
) -> BoxFuture<'e, Result<Option<i32>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT public.create_phase_jobs($1::uuid, $2::public.phase_type_enum, ",
        "$3::integer, $4::integer, $5::integer)",
    ))
    .bind(p_campaign_id.into())
    .bind(p_phase_type.into())
    .bind(p_batch_size.into())
    .bind(p_priority.into())
    .bind(p_max_attempts.into())
    .fetch_value(db)
}
