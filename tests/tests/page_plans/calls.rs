//! Written by a test from the page functions of `generated/`; with `UPDATE_EXPECT=1` it writes them anew.

use schemactl_generated::pages::{
    architecture_refactor_log,
    audit_logs,
    audit_retention_policies,
    auth_audit_logs,
    authorization_decisions,
    cache_configurations,
    cache_entries,
    cache_invalidation_log,
    cache_invalidations,
    cache_metrics,
    campaign_access_grants,
    campaign_domain_counters,
    campaign_event_sequences,
    campaign_job_archive,
    campaign_job_attempts,
    campaign_job_status_transitions,
    campaign_jobs,
    campaign_phase_status_transitions,
    campaign_phases,
    campaign_state_events,
    campaign_state_snapshots,
    campaign_state_transitions,
    campaign_status_transitions,
    communication_patterns,
    config_lock_keys,
    config_locks,
    config_version_status_transitions,
    config_versions,
    connection_pool_metrics,
    dns_validation_results,
    domain_generation_campaign_params,
    domain_generation_config_states,
    event_projections,
    event_store,
    event_streams,
    generated_domains,
    http_keyword_campaign_keyword_sets,
    http_keyword_campaign_params,
    http_keyword_campaign_personas,
    http_keyword_campaign_proxies,
    http_keyword_result_matches,
    http_keyword_results,
    job_workers,
    keyword_rules,
    keyword_sets,
    lead_generation_campaigns,
    pagination_performance_metrics,
    password_reset_tokens,
    personas,
    proxies,
    proxy_pool_memberships,
    proxy_pools,
    query_performance_metrics,
    rate_limits,
    resource_utilization_metrics,
    security_events,
    service_architecture_metrics,
    service_capacity_metrics,
    service_dependencies,
    user_sessions,
    users,
};

use super::plans::Plans;

pub(super) async fn all(plans: &mut Plans) {
    plans.order("architecture_refactor_log", "architecture_refactor_log_pkey", &["id"], ("by_id", architecture_refactor_log::by_id), &[
    ]).await;
    plans.order("architecture_refactor_log", "architecture_refactor_log_service_idx", &["service_name", "created_at", "id"], ("by_service_name_and_created_at_and_id", architecture_refactor_log::by_service_name_and_created_at_and_id), &[
        ("of_service_name_by_created_at_and_id", |row| architecture_refactor_log::of_service_name_by_created_at_and_id(row.service_name.clone())),
        ("of_service_name_and_created_at_by_id", |row| architecture_refactor_log::of_service_name_and_created_at_by_id(row.service_name.clone(), row.created_at.clone())),
    ]).await;
    plans.order("audit_logs", "audit_logs_pkey", &["created_at", "id", "data_classification"], ("by_created_at_and_id_and_data_classification", audit_logs::by_created_at_and_id_and_data_classification), &[
        ("of_created_at_by_id_and_data_classification", |row| audit_logs::of_created_at_by_id_and_data_classification(row.created_at.clone())),
        ("of_created_at_and_id_by_data_classification", |row| audit_logs::of_created_at_and_id_by_data_classification(row.created_at.clone(), row.id.clone())),
    ]).await;
    plans.order("audit_logs", "audit_logs_entity_idx", &["entity_type", "entity_id", "created_at", "id", "data_classification"], ("by_entity_type_and_entity_id_and_created_at_and_id", audit_logs::by_entity_type_and_entity_id_and_created_at_and_id), &[
        ("of_entity_type_by_entity_id_and_created_at_and_id", |row| audit_logs::of_entity_type_by_entity_id_and_created_at_and_id(row.entity_type.clone())),
        ("of_entity_type_and_entity_id_by_created_at_and_id", |row| audit_logs::of_entity_type_and_entity_id_by_created_at_and_id(row.entity_type.clone(), row.entity_id.clone())),
        ("of_entity_type_and_entity_id_and_created_at_by_id", |row| audit_logs::of_entity_type_and_entity_id_and_created_at_by_id(row.entity_type.clone(), row.entity_id.clone(), row.created_at.clone())),
    ]).await;
    plans.order("audit_retention_policies", "audit_retention_policies_pkey", &["data_classification"], ("by_data_classification", audit_retention_policies::by_data_classification), &[
    ]).await;
    plans.order("auth_audit_logs", "auth_audit_logs_pkey", &["id"], ("by_id", auth_audit_logs::by_id), &[
    ]).await;
    plans.order("auth_audit_logs", "auth_audit_logs_created_idx", &["created_at", "id"], ("by_created_at_and_id", auth_audit_logs::by_created_at_and_id), &[
        ("of_created_at_by_id", |row| auth_audit_logs::of_created_at_by_id(row.created_at.clone())),
    ]).await;
    plans.order("auth_audit_logs", "auth_audit_logs_user_idx", &["user_id", "created_at", "id"], ("by_user_id_and_created_at_and_id", auth_audit_logs::by_user_id_and_created_at_and_id), &[
        ("of_user_id_by_created_at_and_id", |row| auth_audit_logs::of_user_id_by_created_at_and_id(row.user_id.clone())),
        ("of_user_id_and_created_at_by_id", |row| auth_audit_logs::of_user_id_and_created_at_by_id(row.user_id.clone(), row.created_at.clone())),
    ]).await;
    plans.order("authorization_decisions", "authorization_decisions_pkey", &["id"], ("by_id", authorization_decisions::by_id), &[
    ]).await;
    plans.order("authorization_decisions", "authorization_decisions_created_idx", &["created_at", "id"], ("by_created_at_and_id", authorization_decisions::by_created_at_and_id), &[
        ("of_created_at_by_id", |row| authorization_decisions::of_created_at_by_id(row.created_at.clone())),
    ]).await;
    plans.order("authorization_decisions", "authorization_decisions_resource_idx", &["resource_type", "resource_id", "created_at", "id"], ("by_resource_type_and_resource_id_and_created_at_and_id", authorization_decisions::by_resource_type_and_resource_id_and_created_at_and_id), &[
        ("of_resource_type_by_resource_id_and_created_at_and_id", |row| authorization_decisions::of_resource_type_by_resource_id_and_created_at_and_id(row.resource_type.clone())),
        ("of_resource_type_and_resource_id_by_created_at_and_id", |row| authorization_decisions::of_resource_type_and_resource_id_by_created_at_and_id(row.resource_type.clone(), row.resource_id.clone())),
        ("of_resource_type_and_resource_id_and_created_at_by_id", |row| authorization_decisions::of_resource_type_and_resource_id_and_created_at_by_id(row.resource_type.clone(), row.resource_id.clone(), row.created_at.clone())),
    ]).await;
    plans.order("authorization_decisions", "authorization_decisions_policy_idx", &["policy_name", "created_at", "id"], ("by_policy_name_and_created_at", authorization_decisions::by_policy_name_and_created_at), &[
        ("of_policy_name_by_created_at", |row| authorization_decisions::of_policy_name_by_created_at(row.policy_name.clone())),
    ]).await;
    plans.order("cache_configurations", "cache_configurations_pkey", &["id"], ("by_id", cache_configurations::by_id), &[
    ]).await;
    plans.order("cache_configurations", "cache_configurations_name_key", &["name"], ("by_name", cache_configurations::by_name), &[
    ]).await;
    plans.order("cache_entries", "cache_entries_pkey", &["id"], ("by_id", cache_entries::by_id), &[
    ]).await;
    plans.order("cache_entries", "cache_entries_configuration_id_cache_key_key", &["configuration_id", "cache_key"], ("by_configuration_id_and_cache_key", cache_entries::by_configuration_id_and_cache_key), &[
        ("of_configuration_id_by_cache_key", |row| cache_entries::of_configuration_id_by_cache_key(row.configuration_id.clone())),
    ]).await;
    plans.order("cache_entries", "cache_entries_expiry_idx", &["expires_at", "id"], ("by_expires_at", cache_entries::by_expires_at), &[
    ]).await;
    plans.order("cache_invalidation_log", "cache_invalidation_log_pkey", &["id"], ("by_id", cache_invalidation_log::by_id), &[
    ]).await;
    plans.order("cache_invalidation_log", "cache_invalidation_log_configuration_idx", &["configuration_id", "created_at", "id"], ("by_configuration_id_and_created_at_and_id", cache_invalidation_log::by_configuration_id_and_created_at_and_id), &[
        ("of_configuration_id_by_created_at_and_id", |row| cache_invalidation_log::of_configuration_id_by_created_at_and_id(row.configuration_id.clone())),
        ("of_configuration_id_and_created_at_by_id", |row| cache_invalidation_log::of_configuration_id_and_created_at_by_id(row.configuration_id.clone(), row.created_at.clone())),
    ]).await;
    plans.order("cache_invalidation_log", "cache_invalidation_log_created_idx", &["created_at", "id"], ("by_created_at", cache_invalidation_log::by_created_at), &[
    ]).await;
    plans.order("cache_invalidations", "cache_invalidations_pkey", &["id"], ("by_id", cache_invalidations::by_id), &[
    ]).await;
    plans.order("cache_invalidations", "cache_invalidations_configuration_idx", &["configuration_id", "created_at", "id"], ("by_configuration_id_and_created_at_and_id", cache_invalidations::by_configuration_id_and_created_at_and_id), &[
        ("of_configuration_id_by_created_at_and_id", |row| cache_invalidations::of_configuration_id_by_created_at_and_id(row.configuration_id.clone())),
        ("of_configuration_id_and_created_at_by_id", |row| cache_invalidations::of_configuration_id_and_created_at_by_id(row.configuration_id.clone(), row.created_at.clone())),
    ]).await;
    plans.order("cache_metrics", "cache_metrics_pkey", &["configuration_id", "period_start"], ("by_configuration_id_and_period_start", cache_metrics::by_configuration_id_and_period_start), &[
        ("of_configuration_id_by_period_start", |row| cache_metrics::of_configuration_id_by_period_start(row.configuration_id.clone())),
    ]).await;
    plans.order("cache_metrics", "cache_metrics_period_idx", &["period_start", "configuration_id"], ("by_period_start", cache_metrics::by_period_start), &[
    ]).await;
    plans.order("campaign_access_grants", "campaign_access_grants_pkey", &["id"], ("by_id", campaign_access_grants::by_id), &[
    ]).await;
    plans.order("campaign_access_grants", "campaign_access_grants_campaign_idx", &["campaign_id", "granted_at", "id"], ("by_campaign_id_and_granted_at_and_id", campaign_access_grants::by_campaign_id_and_granted_at_and_id), &[
        ("of_campaign_id_by_granted_at_and_id", |row| campaign_access_grants::of_campaign_id_by_granted_at_and_id(row.campaign_id.clone())),
        ("of_campaign_id_and_granted_at_by_id", |row| campaign_access_grants::of_campaign_id_and_granted_at_by_id(row.campaign_id.clone(), row.granted_at.clone())),
    ]).await;
    plans.order("campaign_access_grants", "campaign_access_grants_grantee_idx", &["grantee_id", "granted_at", "id"], ("by_grantee_id_and_granted_at_and_id", campaign_access_grants::by_grantee_id_and_granted_at_and_id), &[
        ("of_grantee_id_by_granted_at_and_id", |row| campaign_access_grants::of_grantee_id_by_granted_at_and_id(row.grantee_id.clone())),
        ("of_grantee_id_and_granted_at_by_id", |row| campaign_access_grants::of_grantee_id_and_granted_at_by_id(row.grantee_id.clone(), row.granted_at.clone())),
    ]).await;
    plans.order("campaign_domain_counters", "campaign_domain_counters_pkey", &["campaign_id", "shard"], ("by_campaign_id_and_shard", campaign_domain_counters::by_campaign_id_and_shard), &[
        ("of_campaign_id_by_shard", |row| campaign_domain_counters::of_campaign_id_by_shard(row.campaign_id.clone())),
    ]).await;
    plans.order("campaign_event_sequences", "campaign_event_sequences_pkey", &["campaign_id"], ("by_campaign_id", campaign_event_sequences::by_campaign_id), &[
    ]).await;
    plans.order("campaign_job_archive", "campaign_job_archive_pkey", &["id"], ("by_id", campaign_job_archive::by_id), &[
    ]).await;
    plans.order("campaign_job_archive", "campaign_job_archive_campaign_idx", &["campaign_id", "finished_at", "id"], ("by_campaign_id_and_finished_at_and_id", campaign_job_archive::by_campaign_id_and_finished_at_and_id), &[
        ("of_campaign_id_by_finished_at_and_id", |row| campaign_job_archive::of_campaign_id_by_finished_at_and_id(row.campaign_id.clone())),
        ("of_campaign_id_and_finished_at_by_id", |row| campaign_job_archive::of_campaign_id_and_finished_at_by_id(row.campaign_id.clone(), row.finished_at.clone())),
    ]).await;
    plans.order("campaign_job_archive", "campaign_job_archive_finished_idx", &["finished_at", "id"], ("by_finished_at", campaign_job_archive::by_finished_at), &[
    ]).await;
    plans.order("campaign_job_attempts", "campaign_job_attempts_pkey", &["job_id", "fencing_token"], ("by_job_id_and_fencing_token", campaign_job_attempts::by_job_id_and_fencing_token), &[
        ("of_job_id_by_fencing_token", |row| campaign_job_attempts::of_job_id_by_fencing_token(row.job_id.clone())),
    ]).await;
    plans.order("campaign_job_attempts", "campaign_job_attempts_finished_idx", &["finished_at", "job_id", "fencing_token"], ("by_finished_at", campaign_job_attempts::by_finished_at), &[
    ]).await;
    plans.order("campaign_job_status_transitions", "campaign_job_status_transitions_pkey", &["from_status", "to_status"], ("by_from_status_and_to_status", campaign_job_status_transitions::by_from_status_and_to_status), &[
        ("of_from_status_by_to_status", |row| campaign_job_status_transitions::of_from_status_by_to_status(row.from_status.clone())),
    ]).await;
    plans.order("campaign_jobs", "campaign_jobs_pkey", &["id"], ("by_id", campaign_jobs::by_id), &[
    ]).await;
    plans.order("campaign_jobs", "campaign_jobs_campaign_id_idempotency_key_key", &["campaign_id", "idempotency_key"], ("by_campaign_id_and_idempotency_key", campaign_jobs::by_campaign_id_and_idempotency_key), &[
        ("of_campaign_id_by_idempotency_key", |row| campaign_jobs::of_campaign_id_by_idempotency_key(row.campaign_id.clone())),
    ]).await;
    plans.order("campaign_phase_status_transitions", "campaign_phase_status_transitions_pkey", &["from_status", "to_status"], ("by_from_status_and_to_status", campaign_phase_status_transitions::by_from_status_and_to_status), &[
        ("of_from_status_by_to_status", |row| campaign_phase_status_transitions::of_from_status_by_to_status(row.from_status.clone())),
    ]).await;
    plans.order("campaign_phases", "campaign_phases_pkey", &["id"], ("by_id", campaign_phases::by_id), &[
    ]).await;
    plans.order("campaign_phases", "campaign_phases_campaign_id_phase_type_key", &["campaign_id", "phase_type"], ("by_campaign_id_and_phase_type", campaign_phases::by_campaign_id_and_phase_type), &[
        ("of_campaign_id_by_phase_type", |row| campaign_phases::of_campaign_id_by_phase_type(row.campaign_id.clone())),
    ]).await;
    plans.order("campaign_phases", "campaign_phases_campaign_id_phase_order_key", &["campaign_id", "phase_order"], ("by_campaign_id_and_phase_order", campaign_phases::by_campaign_id_and_phase_order), &[
        ("of_campaign_id_by_phase_order", |row| campaign_phases::of_campaign_id_by_phase_order(row.campaign_id.clone())),
    ]).await;
    plans.order("campaign_state_events", "campaign_state_events_pkey", &["id"], ("by_id", campaign_state_events::by_id), &[
    ]).await;
    plans.order("campaign_state_events", "campaign_state_events_campaign_id_sequence_number_key", &["campaign_id", "sequence_number"], ("by_campaign_id_and_sequence_number", campaign_state_events::by_campaign_id_and_sequence_number), &[
        ("of_campaign_id_by_sequence_number", |row| campaign_state_events::of_campaign_id_by_sequence_number(row.campaign_id.clone())),
    ]).await;
    plans.order("campaign_state_snapshots", "campaign_state_snapshots_pkey", &["id"], ("by_id", campaign_state_snapshots::by_id), &[
    ]).await;
    plans.order("campaign_state_snapshots", "campaign_state_snapshots_campaign_idx", &["campaign_id", "created_at", "id"], ("by_campaign_id_and_created_at_and_id", campaign_state_snapshots::by_campaign_id_and_created_at_and_id), &[
        ("of_campaign_id_by_created_at_and_id", |row| campaign_state_snapshots::of_campaign_id_by_created_at_and_id(row.campaign_id.clone())),
        ("of_campaign_id_and_created_at_by_id", |row| campaign_state_snapshots::of_campaign_id_and_created_at_by_id(row.campaign_id.clone(), row.created_at.clone())),
    ]).await;
    plans.order("campaign_state_transitions", "campaign_state_transitions_pkey", &["id"], ("by_id", campaign_state_transitions::by_id), &[
    ]).await;
    plans.order("campaign_state_transitions", "campaign_state_transitions_state_event_id_key", &["state_event_id", "id"], ("by_state_event_id", campaign_state_transitions::by_state_event_id), &[
    ]).await;
    plans.order("campaign_state_transitions", "campaign_state_transitions_campaign_idx", &["campaign_id", "requested_at", "id"], ("by_campaign_id_and_requested_at_and_id", campaign_state_transitions::by_campaign_id_and_requested_at_and_id), &[
        ("of_campaign_id_by_requested_at_and_id", |row| campaign_state_transitions::of_campaign_id_by_requested_at_and_id(row.campaign_id.clone())),
        ("of_campaign_id_and_requested_at_by_id", |row| campaign_state_transitions::of_campaign_id_and_requested_at_by_id(row.campaign_id.clone(), row.requested_at.clone())),
    ]).await;
    plans.order("campaign_status_transitions", "campaign_status_transitions_pkey", &["from_status", "to_status"], ("by_from_status_and_to_status", campaign_status_transitions::by_from_status_and_to_status), &[
        ("of_from_status_by_to_status", |row| campaign_status_transitions::of_from_status_by_to_status(row.from_status.clone())),
    ]).await;
    plans.order("communication_patterns", "communication_patterns_pkey", &["period_end", "id"], ("by_period_end_and_id", communication_patterns::by_period_end_and_id), &[
        ("of_period_end_by_id", |row| communication_patterns::of_period_end_by_id(row.period_end.clone())),
    ]).await;
    plans.order("communication_patterns", "communication_patterns_dependency_idx", &["dependency_id", "period_end", "id"], ("by_dependency_id_and_period_end", communication_patterns::by_dependency_id_and_period_end), &[
        ("of_dependency_id_by_period_end", |row| communication_patterns::of_dependency_id_by_period_end(row.dependency_id.clone())),
    ]).await;
    plans.order("config_lock_keys", "config_lock_keys_pkey", &["lock_key"], ("by_lock_key", config_lock_keys::by_lock_key), &[
    ]).await;
    plans.order("config_locks", "config_locks_pkey", &["id"], ("by_id", config_locks::by_id), &[
    ]).await;
    plans.order("config_locks", "config_locks_key_idx", &["lock_key", "released_at", "id"], ("by_lock_key_and_released_at", config_locks::by_lock_key_and_released_at), &[
        ("of_lock_key_by_released_at", |row| config_locks::of_lock_key_by_released_at(row.lock_key.clone())),
    ]).await;
    plans.order("config_version_status_transitions", "config_version_status_transitions_pkey", &["from_status", "to_status"], ("by_from_status_and_to_status", config_version_status_transitions::by_from_status_and_to_status), &[
        ("of_from_status_by_to_status", |row| config_version_status_transitions::of_from_status_by_to_status(row.from_status.clone())),
    ]).await;
    plans.order("config_versions", "config_versions_pkey", &["id"], ("by_id", config_versions::by_id), &[
    ]).await;
    plans.order("config_versions", "config_versions_config_key_version_number_key", &["config_key", "version_number"], ("by_config_key_and_version_number", config_versions::by_config_key_and_version_number), &[
        ("of_config_key_by_version_number", |row| config_versions::of_config_key_by_version_number(row.config_key.clone())),
    ]).await;
    plans.order("connection_pool_metrics", "connection_pool_metrics_pkey", &["recorded_at", "id"], ("by_recorded_at_and_id", connection_pool_metrics::by_recorded_at_and_id), &[
        ("of_recorded_at_by_id", |row| connection_pool_metrics::of_recorded_at_by_id(row.recorded_at.clone())),
    ]).await;
    plans.order("connection_pool_metrics", "connection_pool_metrics_pool_idx", &["pool_name", "recorded_at", "id"], ("by_pool_name_and_recorded_at", connection_pool_metrics::by_pool_name_and_recorded_at), &[
        ("of_pool_name_by_recorded_at", |row| connection_pool_metrics::of_pool_name_by_recorded_at(row.pool_name.clone())),
    ]).await;
    plans.order("dns_validation_results", "dns_validation_results_pkey", &["campaign_id", "domain_id", "attempt"], ("by_campaign_id_and_domain_id_and_attempt", dns_validation_results::by_campaign_id_and_domain_id_and_attempt), &[
        ("of_campaign_id_by_domain_id_and_attempt", |row| dns_validation_results::of_campaign_id_by_domain_id_and_attempt(row.campaign_id.clone())),
        ("of_campaign_id_and_domain_id_by_attempt", |row| dns_validation_results::of_campaign_id_and_domain_id_by_attempt(row.campaign_id.clone(), row.domain_id.clone())),
    ]).await;
    plans.order("dns_validation_results", "dns_validation_results_recent_idx", &["campaign_id", "checked_at", "domain_id", "attempt"], ("by_campaign_id_and_checked_at_and_domain_id", dns_validation_results::by_campaign_id_and_checked_at_and_domain_id), &[
        ("of_campaign_id_by_checked_at_and_domain_id", |row| dns_validation_results::of_campaign_id_by_checked_at_and_domain_id(row.campaign_id.clone())),
        ("of_campaign_id_and_checked_at_by_domain_id", |row| dns_validation_results::of_campaign_id_and_checked_at_by_domain_id(row.campaign_id.clone(), row.checked_at.clone())),
    ]).await;
    plans.order("domain_generation_campaign_params", "domain_generation_campaign_params_pkey", &["campaign_id"], ("by_campaign_id", domain_generation_campaign_params::by_campaign_id), &[
    ]).await;
    plans.order("domain_generation_campaign_params", "domain_generation_campaign_params_config_idx", &["config_hash", "campaign_id"], ("by_config_hash", domain_generation_campaign_params::by_config_hash), &[
    ]).await;
    plans.order("domain_generation_config_states", "domain_generation_config_states_pkey", &["config_hash"], ("by_config_hash", domain_generation_config_states::by_config_hash), &[
    ]).await;
    plans.order("event_projections", "event_projections_pkey", &["id"], ("by_id", event_projections::by_id), &[
    ]).await;
    plans.order("event_projections", "event_projections_projection_name_key", &["projection_name"], ("by_projection_name", event_projections::by_projection_name), &[
    ]).await;
    plans.order("event_store", "event_store_pkey", &["global_position"], ("by_global_position", event_store::by_global_position), &[
    ]).await;
    plans.order("event_store", "event_store_event_id_key", &["event_id"], ("by_event_id", event_store::by_event_id), &[
    ]).await;
    plans.order("event_store", "event_store_aggregate_version_key", &["aggregate_type", "aggregate_id", "event_version"], ("by_aggregate_type_and_aggregate_id_and_event_version", event_store::by_aggregate_type_and_aggregate_id_and_event_version), &[
        ("of_aggregate_type_by_aggregate_id_and_event_version", |row| event_store::of_aggregate_type_by_aggregate_id_and_event_version(row.aggregate_type.clone())),
        ("of_aggregate_type_and_aggregate_id_by_event_version", |row| event_store::of_aggregate_type_and_aggregate_id_by_event_version(row.aggregate_type.clone(), row.aggregate_id.clone())),
    ]).await;
    plans.order("event_store", "event_store_log_idx", &["log_order", "global_position"], ("by_log_order_and_global_position", event_store::by_log_order_and_global_position), &[
        ("of_log_order_by_global_position", |row| event_store::of_log_order_by_global_position(row.log_order.clone())),
    ]).await;
    plans.order("event_streams", "event_streams_pkey", &["aggregate_type", "aggregate_id"], ("by_aggregate_type_and_aggregate_id", event_streams::by_aggregate_type_and_aggregate_id), &[
        ("of_aggregate_type_by_aggregate_id", |row| event_streams::of_aggregate_type_by_aggregate_id(row.aggregate_type.clone())),
    ]).await;
    plans.order("generated_domains", "generated_domains_pkey", &["campaign_id", "id"], ("by_campaign_id_and_id", generated_domains::by_campaign_id_and_id), &[
        ("of_campaign_id_by_id", |row| generated_domains::of_campaign_id_by_id(row.campaign_id.clone())),
    ]).await;
    plans.order("generated_domains", "generated_domains_campaign_id_offset_index_key", &["campaign_id", "offset_index"], ("by_campaign_id_and_offset_index", generated_domains::by_campaign_id_and_offset_index), &[
        ("of_campaign_id_by_offset_index", |row| generated_domains::of_campaign_id_by_offset_index(row.campaign_id.clone())),
    ]).await;
    plans.order("generated_domains", "generated_domains_campaign_id_domain_name_key", &["campaign_id", "domain_name"], ("by_campaign_id_and_domain_name", generated_domains::by_campaign_id_and_domain_name), &[
        ("of_campaign_id_by_domain_name", |row| generated_domains::of_campaign_id_by_domain_name(row.campaign_id.clone())),
    ]).await;
    plans.order("http_keyword_campaign_keyword_sets", "http_keyword_campaign_keyword_sets_pkey", &["campaign_id", "keyword_set_id"], ("by_campaign_id_and_keyword_set_id", http_keyword_campaign_keyword_sets::by_campaign_id_and_keyword_set_id), &[
        ("of_campaign_id_by_keyword_set_id", |row| http_keyword_campaign_keyword_sets::of_campaign_id_by_keyword_set_id(row.campaign_id.clone())),
    ]).await;
    plans.order("http_keyword_campaign_keyword_sets", "http_keyword_campaign_keyword_sets_set_idx", &["keyword_set_id", "campaign_id"], ("by_keyword_set_id", http_keyword_campaign_keyword_sets::by_keyword_set_id), &[
    ]).await;
    plans.order("http_keyword_campaign_params", "http_keyword_campaign_params_pkey", &["campaign_id"], ("by_campaign_id", http_keyword_campaign_params::by_campaign_id), &[
    ]).await;
    plans.order("http_keyword_campaign_personas", "http_keyword_campaign_personas_pkey", &["campaign_id", "persona_id"], ("by_campaign_id_and_persona_id", http_keyword_campaign_personas::by_campaign_id_and_persona_id), &[
        ("of_campaign_id_by_persona_id", |row| http_keyword_campaign_personas::of_campaign_id_by_persona_id(row.campaign_id.clone())),
    ]).await;
    plans.order("http_keyword_campaign_personas", "http_keyword_campaign_personas_persona_idx", &["persona_id", "campaign_id"], ("by_persona_id", http_keyword_campaign_personas::by_persona_id), &[
    ]).await;
    plans.order("http_keyword_campaign_proxies", "http_keyword_campaign_proxies_pkey", &["campaign_id", "proxy_id"], ("by_campaign_id_and_proxy_id", http_keyword_campaign_proxies::by_campaign_id_and_proxy_id), &[
        ("of_campaign_id_by_proxy_id", |row| http_keyword_campaign_proxies::of_campaign_id_by_proxy_id(row.campaign_id.clone())),
    ]).await;
    plans.order("http_keyword_campaign_proxies", "http_keyword_campaign_proxies_proxy_idx", &["proxy_id", "campaign_id"], ("by_proxy_id", http_keyword_campaign_proxies::by_proxy_id), &[
    ]).await;
    plans.order("http_keyword_result_matches", "http_keyword_result_matches_pkey", &["campaign_id", "domain_id", "attempt", "keyword_set_id"], ("by_campaign_id_and_domain_id_and_attempt_and_keyword_set_id", http_keyword_result_matches::by_campaign_id_and_domain_id_and_attempt_and_keyword_set_id), &[
        ("of_campaign_id_by_domain_id_and_attempt_and_keyword_set_id", |row| http_keyword_result_matches::of_campaign_id_by_domain_id_and_attempt_and_keyword_set_id(row.campaign_id.clone())),
        ("of_campaign_id_and_domain_id_by_attempt_and_keyword_set_id", |row| http_keyword_result_matches::of_campaign_id_and_domain_id_by_attempt_and_keyword_set_id(row.campaign_id.clone(), row.domain_id.clone())),
        ("of_campaign_id_and_domain_id_and_attempt_by_keyword_set_id", |row| http_keyword_result_matches::of_campaign_id_and_domain_id_and_attempt_by_keyword_set_id(row.campaign_id.clone(), row.domain_id.clone(), row.attempt.clone())),
    ]).await;
    plans.order("http_keyword_result_matches", "http_keyword_result_matches_set_idx", &["keyword_set_id", "campaign_id", "domain_id", "attempt"], ("by_keyword_set_id_and_campaign_id_and_domain_id", http_keyword_result_matches::by_keyword_set_id_and_campaign_id_and_domain_id), &[
        ("of_keyword_set_id_by_campaign_id_and_domain_id", |row| http_keyword_result_matches::of_keyword_set_id_by_campaign_id_and_domain_id(row.keyword_set_id.clone())),
        ("of_keyword_set_id_and_campaign_id_by_domain_id", |row| http_keyword_result_matches::of_keyword_set_id_and_campaign_id_by_domain_id(row.keyword_set_id.clone(), row.campaign_id.clone())),
    ]).await;
    plans.order("http_keyword_results", "http_keyword_results_pkey", &["campaign_id", "domain_id", "attempt"], ("by_campaign_id_and_domain_id_and_attempt", http_keyword_results::by_campaign_id_and_domain_id_and_attempt), &[
        ("of_campaign_id_by_domain_id_and_attempt", |row| http_keyword_results::of_campaign_id_by_domain_id_and_attempt(row.campaign_id.clone())),
        ("of_campaign_id_and_domain_id_by_attempt", |row| http_keyword_results::of_campaign_id_and_domain_id_by_attempt(row.campaign_id.clone(), row.domain_id.clone())),
    ]).await;
    plans.order("http_keyword_results", "http_keyword_results_recent_idx", &["campaign_id", "checked_at", "domain_id", "attempt"], ("by_campaign_id_and_checked_at_and_domain_id", http_keyword_results::by_campaign_id_and_checked_at_and_domain_id), &[
        ("of_campaign_id_by_checked_at_and_domain_id", |row| http_keyword_results::of_campaign_id_by_checked_at_and_domain_id(row.campaign_id.clone())),
        ("of_campaign_id_and_checked_at_by_domain_id", |row| http_keyword_results::of_campaign_id_and_checked_at_by_domain_id(row.campaign_id.clone(), row.checked_at.clone())),
    ]).await;
    plans.order("job_workers", "job_workers_pkey", &["id"], ("by_id", job_workers::by_id), &[
    ]).await;
    plans.order("keyword_rules", "keyword_rules_pkey", &["id"], ("by_id", keyword_rules::by_id), &[
    ]).await;
    plans.order("keyword_rules", "keyword_rules_set_pattern_key", &["keyword_set_id", "pattern", "rule_type", "is_case_sensitive"], ("by_keyword_set_id_and_pattern_and_rule_type_and_is_case_sensitive", keyword_rules::by_keyword_set_id_and_pattern_and_rule_type_and_is_case_sensitive), &[
        ("of_keyword_set_id_by_pattern_and_rule_type_and_is_case_sensitive", |row| keyword_rules::of_keyword_set_id_by_pattern_and_rule_type_and_is_case_sensitive(row.keyword_set_id.clone())),
        ("of_keyword_set_id_and_pattern_by_rule_type_and_is_case_sensitive", |row| keyword_rules::of_keyword_set_id_and_pattern_by_rule_type_and_is_case_sensitive(row.keyword_set_id.clone(), row.pattern.clone())),
        ("of_keyword_set_id_and_pattern_and_rule_type_by_is_case_sensitive", |row| keyword_rules::of_keyword_set_id_and_pattern_and_rule_type_by_is_case_sensitive(row.keyword_set_id.clone(), row.pattern.clone(), row.rule_type.clone())),
    ]).await;
    plans.order("keyword_sets", "keyword_sets_pkey", &["id"], ("by_id", keyword_sets::by_id), &[
    ]).await;
    plans.order("keyword_sets", "keyword_sets_name_key", &["name"], ("by_name", keyword_sets::by_name), &[
    ]).await;
    plans.order("lead_generation_campaigns", "lead_generation_campaigns_pkey", &["id"], ("by_id", lead_generation_campaigns::by_id), &[
    ]).await;
    plans.order("lead_generation_campaigns", "lead_generation_campaigns_created_idx", &["created_at", "id"], ("by_created_at_and_id", lead_generation_campaigns::by_created_at_and_id), &[
        ("of_created_at_by_id", |row| lead_generation_campaigns::of_created_at_by_id(row.created_at.clone())),
    ]).await;
    plans.order("lead_generation_campaigns", "lead_generation_campaigns_owner_idx", &["owner_id", "created_at", "id"], ("by_owner_id_and_created_at_and_id", lead_generation_campaigns::by_owner_id_and_created_at_and_id), &[
        ("of_owner_id_by_created_at_and_id", |row| lead_generation_campaigns::of_owner_id_by_created_at_and_id(row.owner_id.clone())),
        ("of_owner_id_and_created_at_by_id", |row| lead_generation_campaigns::of_owner_id_and_created_at_by_id(row.owner_id.clone(), row.created_at.clone())),
    ]).await;
    plans.order("lead_generation_campaigns", "lead_generation_campaigns_status_idx", &["status", "created_at", "id"], ("by_status_and_created_at_and_id", lead_generation_campaigns::by_status_and_created_at_and_id), &[
        ("of_status_by_created_at_and_id", |row| lead_generation_campaigns::of_status_by_created_at_and_id(row.status.clone())),
        ("of_status_and_created_at_by_id", |row| lead_generation_campaigns::of_status_and_created_at_by_id(row.status.clone(), row.created_at.clone())),
    ]).await;
    plans.order("pagination_performance_metrics", "pagination_performance_metrics_pkey", &["recorded_at", "id"], ("by_recorded_at_and_id", pagination_performance_metrics::by_recorded_at_and_id), &[
        ("of_recorded_at_by_id", |row| pagination_performance_metrics::of_recorded_at_by_id(row.recorded_at.clone())),
    ]).await;
    plans.order("pagination_performance_metrics", "pagination_performance_metrics_endpoint_idx", &["endpoint", "pagination_method", "recorded_at", "id"], ("by_endpoint_and_pagination_method_and_recorded_at", pagination_performance_metrics::by_endpoint_and_pagination_method_and_recorded_at), &[
        ("of_endpoint_by_pagination_method_and_recorded_at", |row| pagination_performance_metrics::of_endpoint_by_pagination_method_and_recorded_at(row.endpoint.clone())),
        ("of_endpoint_and_pagination_method_by_recorded_at", |row| pagination_performance_metrics::of_endpoint_and_pagination_method_by_recorded_at(row.endpoint.clone(), row.pagination_method.clone())),
    ]).await;
    plans.order("password_reset_tokens", "password_reset_tokens_pkey", &["id"], ("by_id", password_reset_tokens::by_id), &[
    ]).await;
    plans.order("password_reset_tokens", "password_reset_tokens_token_hash_key", &["token_hash"], ("by_token_hash", password_reset_tokens::by_token_hash), &[
    ]).await;
    plans.order("password_reset_tokens", "password_reset_tokens_user_idx", &["user_id", "created_at", "id"], ("by_user_id_and_created_at", password_reset_tokens::by_user_id_and_created_at), &[
        ("of_user_id_by_created_at", |row| password_reset_tokens::of_user_id_by_created_at(row.user_id.clone())),
    ]).await;
    plans.order("password_reset_tokens", "password_reset_tokens_expiry_idx", &["expires_at", "id"], ("by_expires_at", password_reset_tokens::by_expires_at), &[
    ]).await;
    plans.order("personas", "personas_pkey", &["id"], ("by_id", personas::by_id), &[
    ]).await;
    plans.order("personas", "personas_persona_type_name_key", &["persona_type", "name"], ("by_persona_type_and_name", personas::by_persona_type_and_name), &[
        ("of_persona_type_by_name", |row| personas::of_persona_type_by_name(row.persona_type.clone())),
    ]).await;
    plans.order("proxies", "proxies_pkey", &["id"], ("by_id", proxies::by_id), &[
    ]).await;
    plans.order("proxies", "proxies_endpoint_key", &["host", "port", "protocol", "username"], ("by_host_and_port_and_protocol_and_username", proxies::by_host_and_port_and_protocol_and_username), &[
        ("of_host_by_port_and_protocol_and_username", |row| proxies::of_host_by_port_and_protocol_and_username(row.host.clone())),
        ("of_host_and_port_by_protocol_and_username", |row| proxies::of_host_and_port_by_protocol_and_username(row.host.clone(), row.port.clone())),
        ("of_host_and_port_and_protocol_by_username", |row| proxies::of_host_and_port_and_protocol_by_username(row.host.clone(), row.port.clone(), row.protocol.clone())),
    ]).await;
    plans.order("proxy_pool_memberships", "proxy_pool_memberships_pkey", &["pool_id", "proxy_id"], ("by_pool_id_and_proxy_id", proxy_pool_memberships::by_pool_id_and_proxy_id), &[
        ("of_pool_id_by_proxy_id", |row| proxy_pool_memberships::of_pool_id_by_proxy_id(row.pool_id.clone())),
    ]).await;
    plans.order("proxy_pool_memberships", "proxy_pool_memberships_proxy_idx", &["proxy_id", "pool_id"], ("by_proxy_id", proxy_pool_memberships::by_proxy_id), &[
    ]).await;
    plans.order("proxy_pools", "proxy_pools_pkey", &["id"], ("by_id", proxy_pools::by_id), &[
    ]).await;
    plans.order("proxy_pools", "proxy_pools_name_key", &["name"], ("by_name", proxy_pools::by_name), &[
    ]).await;
    plans.order("query_performance_metrics", "query_performance_metrics_pkey", &["recorded_at", "id"], ("by_recorded_at_and_id", query_performance_metrics::by_recorded_at_and_id), &[
        ("of_recorded_at_by_id", |row| query_performance_metrics::of_recorded_at_by_id(row.recorded_at.clone())),
    ]).await;
    plans.order("query_performance_metrics", "query_performance_metrics_fingerprint_idx", &["query_fingerprint", "recorded_at", "id"], ("by_query_fingerprint_and_recorded_at", query_performance_metrics::by_query_fingerprint_and_recorded_at), &[
        ("of_query_fingerprint_by_recorded_at", |row| query_performance_metrics::of_query_fingerprint_by_recorded_at(row.query_fingerprint.clone())),
    ]).await;
    plans.order("query_performance_metrics", "query_performance_metrics_service_idx", &["service_name", "recorded_at", "id"], ("by_service_name_and_recorded_at", query_performance_metrics::by_service_name_and_recorded_at), &[
        ("of_service_name_by_recorded_at", |row| query_performance_metrics::of_service_name_by_recorded_at(row.service_name.clone())),
    ]).await;
    plans.order("rate_limits", "rate_limits_pkey", &["identifier", "action"], ("by_identifier_and_action", rate_limits::by_identifier_and_action), &[
        ("of_identifier_by_action", |row| rate_limits::of_identifier_by_action(row.identifier.clone())),
    ]).await;
    plans.order("resource_utilization_metrics", "resource_utilization_metrics_pkey", &["period_end", "id"], ("by_period_end_and_id", resource_utilization_metrics::by_period_end_and_id), &[
        ("of_period_end_by_id", |row| resource_utilization_metrics::of_period_end_by_id(row.period_end.clone())),
    ]).await;
    plans.order("resource_utilization_metrics", "resource_utilization_metrics_service_idx", &["service_name", "resource_type", "period_end", "id"], ("by_service_name_and_resource_type_and_period_end", resource_utilization_metrics::by_service_name_and_resource_type_and_period_end), &[
        ("of_service_name_by_resource_type_and_period_end", |row| resource_utilization_metrics::of_service_name_by_resource_type_and_period_end(row.service_name.clone())),
        ("of_service_name_and_resource_type_by_period_end", |row| resource_utilization_metrics::of_service_name_and_resource_type_by_period_end(row.service_name.clone(), row.resource_type.clone())),
    ]).await;
    plans.order("resource_utilization_metrics", "resource_utilization_metrics_host_idx", &["host_name", "resource_type", "period_end", "id"], ("by_host_name_and_resource_type_and_period_end", resource_utilization_metrics::by_host_name_and_resource_type_and_period_end), &[
        ("of_host_name_by_resource_type_and_period_end", |row| resource_utilization_metrics::of_host_name_by_resource_type_and_period_end(row.host_name.clone())),
        ("of_host_name_and_resource_type_by_period_end", |row| resource_utilization_metrics::of_host_name_and_resource_type_by_period_end(row.host_name.clone(), row.resource_type.clone())),
    ]).await;
    plans.order("security_events", "security_events_pkey", &["id"], ("by_id", security_events::by_id), &[
    ]).await;
    plans.order("security_events", "security_events_created_idx", &["created_at", "id"], ("by_created_at_and_id", security_events::by_created_at_and_id), &[
        ("of_created_at_by_id", |row| security_events::of_created_at_by_id(row.created_at.clone())),
    ]).await;
    plans.order("security_events", "security_events_type_idx", &["event_type", "created_at", "id"], ("by_event_type_and_created_at_and_id", security_events::by_event_type_and_created_at_and_id), &[
        ("of_event_type_by_created_at_and_id", |row| security_events::of_event_type_by_created_at_and_id(row.event_type.clone())),
        ("of_event_type_and_created_at_by_id", |row| security_events::of_event_type_and_created_at_by_id(row.event_type.clone(), row.created_at.clone())),
    ]).await;
    plans.order("service_architecture_metrics", "service_architecture_metrics_pkey", &["recorded_at", "id"], ("by_recorded_at_and_id", service_architecture_metrics::by_recorded_at_and_id), &[
        ("of_recorded_at_by_id", |row| service_architecture_metrics::of_recorded_at_by_id(row.recorded_at.clone())),
    ]).await;
    plans.order("service_architecture_metrics", "service_architecture_metrics_service_idx", &["service_name", "recorded_at", "id"], ("by_service_name_and_recorded_at", service_architecture_metrics::by_service_name_and_recorded_at), &[
        ("of_service_name_by_recorded_at", |row| service_architecture_metrics::of_service_name_by_recorded_at(row.service_name.clone())),
    ]).await;
    plans.order("service_capacity_metrics", "service_capacity_metrics_pkey", &["period_end", "id"], ("by_period_end_and_id", service_capacity_metrics::by_period_end_and_id), &[
        ("of_period_end_by_id", |row| service_capacity_metrics::of_period_end_by_id(row.period_end.clone())),
    ]).await;
    plans.order("service_capacity_metrics", "service_capacity_metrics_service_idx", &["service_name", "resource_type", "period_end", "id"], ("by_service_name_and_resource_type_and_period_end", service_capacity_metrics::by_service_name_and_resource_type_and_period_end), &[
        ("of_service_name_by_resource_type_and_period_end", |row| service_capacity_metrics::of_service_name_by_resource_type_and_period_end(row.service_name.clone())),
        ("of_service_name_and_resource_type_by_period_end", |row| service_capacity_metrics::of_service_name_and_resource_type_by_period_end(row.service_name.clone(), row.resource_type.clone())),
    ]).await;
    plans.order("service_dependencies", "service_dependencies_pkey", &["id"], ("by_id", service_dependencies::by_id), &[
    ]).await;
    plans.order("service_dependencies", "service_dependencies_edge_key", &["source_service", "target_service", "dependency_type", "protocol"], ("by_source_service_and_target_service_and_dependency_type_and_protocol", service_dependencies::by_source_service_and_target_service_and_dependency_type_and_protocol), &[
        ("of_source_service_by_target_service_and_dependency_type_and_protocol", |row| service_dependencies::of_source_service_by_target_service_and_dependency_type_and_protocol(row.source_service.clone())),
        ("of_source_service_and_target_service_by_dependency_type_and_protocol", |row| service_dependencies::of_source_service_and_target_service_by_dependency_type_and_protocol(row.source_service.clone(), row.target_service.clone())),
        ("of_source_service_and_target_service_and_dependency_type_by_protocol", |row| service_dependencies::of_source_service_and_target_service_and_dependency_type_by_protocol(row.source_service.clone(), row.target_service.clone(), row.dependency_type.clone())),
    ]).await;
    plans.order("service_dependencies", "service_dependencies_target_idx", &["target_service", "id"], ("by_target_service", service_dependencies::by_target_service), &[
    ]).await;
    plans.order("user_sessions", "user_sessions_pkey", &["id"], ("by_id", user_sessions::by_id), &[
    ]).await;
    plans.order("user_sessions", "user_sessions_token_hash_key", &["token_hash"], ("by_token_hash", user_sessions::by_token_hash), &[
    ]).await;
    plans.order("user_sessions", "user_sessions_user_idx", &["user_id", "created_at", "id"], ("by_user_id_and_created_at_and_id", user_sessions::by_user_id_and_created_at_and_id), &[
        ("of_user_id_by_created_at_and_id", |row| user_sessions::of_user_id_by_created_at_and_id(row.user_id.clone())),
        ("of_user_id_and_created_at_by_id", |row| user_sessions::of_user_id_and_created_at_by_id(row.user_id.clone(), row.created_at.clone())),
    ]).await;
    plans.order("users", "users_pkey", &["id"], ("by_id", users::by_id), &[
    ]).await;
    plans.order("users", "users_created_idx", &["created_at", "id"], ("by_created_at_and_id", users::by_created_at_and_id), &[
        ("of_created_at_by_id", |row| users::of_created_at_by_id(row.created_at.clone())),
    ]).await;
}
