-- no-transaction
-- Indexes beyond those that keys need: cursor pagination, queues, dashboards and joins.
-- Built CONCURRENTLY, so each statement runs by itself, outside a transaction.
--
-- 104 indexes here. Together with those of primary keys, unique keys and the partitioned
-- audit log in the tables' own migrations that makes 196. None was added to reach
-- a number: each names the query it serves, none equals another or is a left part of one,
-- and where only some rows are ever looked for the index is partial.

-- Users.

-- query: list of users, newest first: WHERE (created_at, id) < (?, ?)
CREATE INDEX CONCURRENTLY users_created_idx
    ON users (created_at DESC, id DESC);

-- query: accounts locked now: WHERE locked_until > now()
CREATE INDEX CONCURRENTLY users_locked_idx
    ON users (locked_until)
    WHERE locked_until IS NOT NULL;

-- query: sessions of a user, newest first; end them all; foreign key
CREATE INDEX CONCURRENTLY user_sessions_user_idx
    ON user_sessions (user_id, created_at DESC, id DESC);

-- query: expire_sessions(): WHERE ended_at IS NULL AND expires_at <= now()
CREATE INDEX CONCURRENTLY user_sessions_expiry_idx
    ON user_sessions (expires_at)
    WHERE ended_at IS NULL;

-- query: purge_sessions(): WHERE ended_at < ?
CREATE INDEX CONCURRENTLY user_sessions_ended_idx
    ON user_sessions (ended_at)
    WHERE ended_at IS NOT NULL;

-- query: list of all, newest first; purge_auth_audit_logs()
CREATE INDEX CONCURRENTLY auth_audit_logs_created_idx
    ON auth_audit_logs (created_at DESC, id DESC);

-- query: trail of a user, newest first; foreign key
CREATE INDEX CONCURRENTLY auth_audit_logs_user_idx
    ON auth_audit_logs (user_id, created_at DESC, id DESC);

-- query: trail of a session; foreign key
CREATE INDEX CONCURRENTLY auth_audit_logs_session_idx
    ON auth_audit_logs (session_id)
    WHERE session_id IS NOT NULL;

-- query: failures from an address: WHERE client_address = ? AND created_at > ? AND event_status <> 'success'
CREATE INDEX CONCURRENTLY auth_audit_logs_failures_idx
    ON auth_audit_logs (client_address, created_at DESC)
    WHERE event_status <> 'success';

-- query: dashboard of risky attempts, newest first: WHERE risk_score >= 70
CREATE INDEX CONCURRENTLY auth_audit_logs_risky_idx
    ON auth_audit_logs (created_at DESC, id DESC)
    WHERE risk_score >= 70;

-- query: latest resets of a user; foreign key
CREATE INDEX CONCURRENTLY password_reset_tokens_user_idx
    ON password_reset_tokens (user_id, created_at DESC);

-- query: purge_password_reset_tokens(): WHERE expires_at < ?
CREATE INDEX CONCURRENTLY password_reset_tokens_expiry_idx
    ON password_reset_tokens (expires_at);

-- Campaigns.

-- query: list of all campaigns, newest first
CREATE INDEX CONCURRENTLY lead_generation_campaigns_created_idx
    ON lead_generation_campaigns (created_at DESC, id DESC);

-- query: campaigns of an owner, newest first; foreign key
CREATE INDEX CONCURRENTLY lead_generation_campaigns_owner_idx
    ON lead_generation_campaigns (owner_id, created_at DESC, id DESC);

-- query: campaigns in a status, newest first; those running, for the watchdog on last_heartbeat_at
CREATE INDEX CONCURRENTLY lead_generation_campaigns_status_idx
    ON lead_generation_campaigns (status, created_at DESC, id DESC);

-- Campaign state.

-- query: phases under way, longest first: WHERE status = 'in_progress' ORDER BY started_at
CREATE INDEX CONCURRENTLY campaign_phases_in_progress_idx
    ON campaign_phases (started_at)
    WHERE status = 'in_progress';

-- query: consumers: WHERE processing_status IN ('pending', 'failed') ORDER BY created_at, id FOR UPDATE SKIP LOCKED
CREATE INDEX CONCURRENTLY campaign_state_events_unprocessed_idx
    ON campaign_state_events (created_at, id)
    WHERE processing_status IN ('pending', 'failed');

-- query: what a user did to campaigns, newest first; foreign key
CREATE INDEX CONCURRENTLY campaign_state_events_user_idx
    ON campaign_state_events (triggered_by, created_at DESC, id DESC)
    WHERE triggered_by IS NOT NULL;

-- query: events of one request: WHERE correlation_id = ?
CREATE INDEX CONCURRENTLY campaign_state_events_correlation_idx
    ON campaign_state_events (correlation_id)
    WHERE correlation_id IS NOT NULL;

-- query: snapshots of a campaign, valid or not, newest first; foreign key
CREATE INDEX CONCURRENTLY campaign_state_snapshots_campaign_idx
    ON campaign_state_snapshots (campaign_id, created_at DESC, id DESC);

-- query: transitions of a campaign, newest first; foreign key
CREATE INDEX CONCURRENTLY campaign_state_transitions_campaign_idx
    ON campaign_state_transitions (campaign_id, requested_at DESC, id DESC);

-- query: refused transitions, newest first: WHERE NOT is_valid
CREATE INDEX CONCURRENTLY campaign_state_transitions_refused_idx
    ON campaign_state_transitions (requested_at DESC, id DESC)
    WHERE NOT is_valid;

-- Domains. Partial, so that a domain is only in the indexes of what waits for it.

-- query: create_phase_jobs() and workers: domains that wait for DNS, in order of offset
CREATE INDEX CONCURRENTLY generated_domains_dns_pending_idx
    ON generated_domains (campaign_id, offset_index)
    WHERE dns_status = 'pending';

-- query: create_phase_jobs() and workers: resolved domains that wait for HTTP
CREATE INDEX CONCURRENTLY generated_domains_http_pending_idx
    ON generated_domains (campaign_id, offset_index)
    WHERE dns_status = 'ok' AND http_status = 'pending';

-- query: analysis: fetched domains that wait for a verdict
CREATE INDEX CONCURRENTLY generated_domains_lead_pending_idx
    ON generated_domains (campaign_id, offset_index)
    WHERE http_status = 'ok' AND lead_status = 'pending';

-- query: list of DNS time-outs, to be tried again; they are few
CREATE INDEX CONCURRENTLY generated_domains_dns_timeout_idx
    ON generated_domains (campaign_id, id)
    WHERE dns_status = 'timeout';

-- query: list of sites that answered: WHERE http_status = 'ok' AND id > ? ORDER BY id
CREATE INDEX CONCURRENTLY generated_domains_http_reached_idx
    ON generated_domains (campaign_id, id)
    WHERE http_status = 'ok';

-- query: list of resolved sites that did not answer, to be tried again
CREATE INDEX CONCURRENTLY generated_domains_http_failed_idx
    ON generated_domains (campaign_id, id)
    WHERE http_status IN ('error', 'timeout');

-- query: leads of a campaign, best first
CREATE INDEX CONCURRENTLY generated_domains_leads_idx
    ON generated_domains (campaign_id, lead_score DESC NULLS LAST, id DESC)
    WHERE lead_status = 'match';

-- query: campaigns that share a generator; foreign key
CREATE INDEX CONCURRENTLY domain_generation_campaign_params_config_idx
    ON domain_generation_campaign_params (config_hash);

-- query: live feed of a campaign's DNS checks, newest first
CREATE INDEX CONCURRENTLY dns_validation_results_recent_idx
    ON dns_validation_results (campaign_id, checked_at DESC, domain_id DESC);

-- query: how a persona has fared of late; foreign key
CREATE INDEX CONCURRENTLY dns_validation_results_persona_idx
    ON dns_validation_results (validated_by_persona_id, checked_at DESC)
    WHERE validated_by_persona_id IS NOT NULL;

-- Proxies and pools.

-- query: health checker: WHERE is_enabled ORDER BY last_checked_at NULLS FIRST LIMIT ?
CREATE INDEX CONCURRENTLY proxies_check_due_idx
    ON proxies (last_checked_at NULLS FIRST)
    WHERE is_enabled;

-- query: pools of a proxy; foreign key
CREATE INDEX CONCURRENTLY proxy_pool_memberships_proxy_idx
    ON proxy_pool_memberships (proxy_id);

-- Keywords and HTTP validation.

-- query: campaigns that use a pool; foreign key
CREATE INDEX CONCURRENTLY http_keyword_campaign_params_pool_idx
    ON http_keyword_campaign_params (proxy_pool_id)
    WHERE proxy_pool_id IS NOT NULL;

-- query: campaigns that use a keyword set; foreign key
CREATE INDEX CONCURRENTLY http_keyword_campaign_keyword_sets_set_idx
    ON http_keyword_campaign_keyword_sets (keyword_set_id);

-- query: campaigns that use a persona; foreign key
CREATE INDEX CONCURRENTLY http_keyword_campaign_personas_persona_idx
    ON http_keyword_campaign_personas (persona_id);

-- query: campaigns that use a proxy; foreign key
CREATE INDEX CONCURRENTLY http_keyword_campaign_proxies_proxy_idx
    ON http_keyword_campaign_proxies (proxy_id);

-- query: live feed of a campaign's HTTP checks, newest first
CREATE INDEX CONCURRENTLY http_keyword_results_recent_idx
    ON http_keyword_results (campaign_id, checked_at DESC, domain_id DESC);

-- query: parked domains: pages of a campaign with the same content
CREATE INDEX CONCURRENTLY http_keyword_results_content_idx
    ON http_keyword_results (campaign_id, content_hash)
    WHERE content_hash IS NOT NULL;

-- query: how a persona has fared of late; foreign key
CREATE INDEX CONCURRENTLY http_keyword_results_persona_idx
    ON http_keyword_results (validated_by_persona_id, checked_at DESC)
    WHERE validated_by_persona_id IS NOT NULL;

-- query: how a proxy has fared of late; foreign key
CREATE INDEX CONCURRENTLY http_keyword_results_proxy_idx
    ON http_keyword_results (used_proxy_id, checked_at DESC)
    WHERE used_proxy_id IS NOT NULL;

-- query: domains of a campaign that a keyword set hit; campaign_keyword_analytics(); foreign key
CREATE INDEX CONCURRENTLY http_keyword_result_matches_set_idx
    ON http_keyword_result_matches (keyword_set_id, campaign_id, domain_id);

-- Jobs. No column that a lease renewal writes is indexed, so that renewals stay heap-only;
-- a finished row is in none of these but, if it went wrong, the last.

-- query: claim_jobs(): WHERE status = 'queued' AND job_type = ? AND next_execution_at <= now() ORDER BY the rest FOR UPDATE SKIP LOCKED
CREATE INDEX CONCURRENTLY campaign_jobs_claim_idx
    ON campaign_jobs (job_type, priority DESC, next_execution_at, id)
    WHERE status = 'queued';

-- query: rescue_expired_jobs() scans it whole, it is as long as there are workers; what runs in a campaign
CREATE INDEX CONCURRENTLY campaign_jobs_running_idx
    ON campaign_jobs (campaign_id, created_at DESC, id DESC)
    WHERE status = 'running';

-- query: failed and dead jobs of a campaign, newest first; requeue_jobs()
CREATE INDEX CONCURRENTLY campaign_jobs_failed_idx
    ON campaign_jobs (campaign_id, finished_at DESC, id DESC)
    WHERE status IN ('failed', 'dead');

-- query: finished jobs of a campaign, newest first; foreign key
CREATE INDEX CONCURRENTLY campaign_job_archive_campaign_idx
    ON campaign_job_archive (campaign_id, finished_at DESC, id DESC);

-- query: purge_job_archive(): WHERE finished_at < ?
CREATE INDEX CONCURRENTLY campaign_job_archive_finished_idx
    ON campaign_job_archive (finished_at);

-- query: purge_job_attempts(): WHERE finished_at < ?
CREATE INDEX CONCURRENTLY campaign_job_attempts_finished_idx
    ON campaign_job_attempts (finished_at);

-- Performance metrics, one per dashboard question. Purging uses the primary keys, which lead with the time.

-- query: one query over time
CREATE INDEX CONCURRENTLY query_performance_metrics_fingerprint_idx
    ON query_performance_metrics (query_fingerprint, recorded_at DESC);

-- query: queries of a service over time
CREATE INDEX CONCURRENTLY query_performance_metrics_service_idx
    ON query_performance_metrics (service_name, recorded_at DESC);

-- query: slow queries, newest first: WHERE execution_time_ms >= 1000
CREATE INDEX CONCURRENTLY query_performance_metrics_slow_idx
    ON query_performance_metrics (recorded_at DESC, id DESC)
    WHERE execution_time_ms >= 1000;

-- query: queries that failed with a SQLSTATE
CREATE INDEX CONCURRENTLY query_performance_metrics_errors_idx
    ON query_performance_metrics (error_code, recorded_at DESC)
    WHERE error_code IS NOT NULL;

-- query: a resource of a service over time
CREATE INDEX CONCURRENTLY resource_utilization_metrics_service_idx
    ON resource_utilization_metrics (service_name, resource_type, period_end DESC);

-- query: a resource of a host over time
CREATE INDEX CONCURRENTLY resource_utilization_metrics_host_idx
    ON resource_utilization_metrics (host_name, resource_type, period_end DESC);

-- query: resources nearly used up: WHERE used_percentage >= 90
CREATE INDEX CONCURRENTLY resource_utilization_metrics_tight_idx
    ON resource_utilization_metrics (period_end DESC, id DESC)
    WHERE used_percentage >= 90;

-- query: a pool over time
CREATE INDEX CONCURRENTLY connection_pool_metrics_pool_idx
    ON connection_pool_metrics (pool_name, recorded_at DESC);

-- query: moments at which requests waited: WHERE waiting_requests > 0
CREATE INDEX CONCURRENTLY connection_pool_metrics_waiting_idx
    ON connection_pool_metrics (recorded_at DESC, id DESC)
    WHERE waiting_requests > 0;

-- query: keyset against offset on one endpoint over time
CREATE INDEX CONCURRENTLY pagination_performance_metrics_endpoint_idx
    ON pagination_performance_metrics (endpoint, pagination_method, recorded_at DESC);

-- query: slow pages, newest first: WHERE query_time_ms >= 500
CREATE INDEX CONCURRENTLY pagination_performance_metrics_slow_idx
    ON pagination_performance_metrics (recorded_at DESC, id DESC)
    WHERE query_time_ms >= 500;

-- Security.

-- query: list of all, newest first
CREATE INDEX CONCURRENTLY security_events_created_idx
    ON security_events (created_at DESC, id DESC);

-- query: what is still to be looked into, worst first
CREATE INDEX CONCURRENTLY security_events_open_idx
    ON security_events (severity DESC, created_at DESC, id DESC)
    WHERE status IN ('open', 'investigating');

-- query: events of a type, newest first
CREATE INDEX CONCURRENTLY security_events_type_idx
    ON security_events (event_type, created_at DESC, id DESC);

-- query: events about a user, newest first; foreign key
CREATE INDEX CONCURRENTLY security_events_user_idx
    ON security_events (user_id, created_at DESC, id DESC)
    WHERE user_id IS NOT NULL;

-- query: events in a session; foreign key
CREATE INDEX CONCURRENTLY security_events_session_idx
    ON security_events (session_id)
    WHERE session_id IS NOT NULL;

-- query: events about a campaign, newest first; foreign key
CREATE INDEX CONCURRENTLY security_events_campaign_idx
    ON security_events (campaign_id, created_at DESC, id DESC)
    WHERE campaign_id IS NOT NULL;

-- query: events from an address
CREATE INDEX CONCURRENTLY security_events_address_idx
    ON security_events (source_address, created_at DESC)
    WHERE source_address IS NOT NULL;

-- query: purge_security_events(): closed events whose day has come
CREATE INDEX CONCURRENTLY security_events_purge_idx
    ON security_events (purge_on)
    WHERE status IN ('resolved', 'false_positive');

-- query: list of all, newest first; purge_authorization_decisions()
CREATE INDEX CONCURRENTLY authorization_decisions_created_idx
    ON authorization_decisions (created_at DESC, id DESC);

-- query: decisions about a user, newest first; foreign key
CREATE INDEX CONCURRENTLY authorization_decisions_user_idx
    ON authorization_decisions (user_id, created_at DESC, id DESC)
    WHERE user_id IS NOT NULL;

-- query: decisions about a campaign, newest first; foreign key
CREATE INDEX CONCURRENTLY authorization_decisions_campaign_idx
    ON authorization_decisions (campaign_id, created_at DESC, id DESC)
    WHERE campaign_id IS NOT NULL;

-- query: who asked for a resource, newest first
CREATE INDEX CONCURRENTLY authorization_decisions_resource_idx
    ON authorization_decisions (resource_type, resource_id, created_at DESC, id DESC);

-- query: denials, newest first: WHERE decision = 'deny'
CREATE INDEX CONCURRENTLY authorization_decisions_denied_idx
    ON authorization_decisions (created_at DESC, id DESC)
    WHERE decision = 'deny';

-- query: what a policy did over time
CREATE INDEX CONCURRENTLY authorization_decisions_policy_idx
    ON authorization_decisions (policy_name, created_at DESC);

-- query: decisions of one request
CREATE INDEX CONCURRENTLY authorization_decisions_request_idx
    ON authorization_decisions (request_id)
    WHERE request_id IS NOT NULL;

-- query: grants on a campaign, revoked ones too, newest first; foreign key
CREATE INDEX CONCURRENTLY campaign_access_grants_campaign_idx
    ON campaign_access_grants (campaign_id, granted_at DESC, id DESC);

-- query: campaigns shared with a user, newest first; foreign key
CREATE INDEX CONCURRENTLY campaign_access_grants_grantee_idx
    ON campaign_access_grants (grantee_id, granted_at DESC, id DESC);

-- query: grants delegated from one, to be revoked with it; foreign key
CREATE INDEX CONCURRENTLY campaign_access_grants_delegated_idx
    ON campaign_access_grants (delegated_from_id)
    WHERE delegated_from_id IS NOT NULL;

-- query: grants about to expire: WHERE revoked_at IS NULL AND expires_at < ?
CREATE INDEX CONCURRENTLY campaign_access_grants_expiry_idx
    ON campaign_access_grants (expires_at)
    WHERE revoked_at IS NULL AND expires_at IS NOT NULL;

-- Cache.

-- query: purge_cache_entries(): WHERE expires_at <= now()
CREATE INDEX CONCURRENTLY cache_entries_expiry_idx
    ON cache_entries (expires_at);

-- query: purge_cache_entries(): WHERE status = 'invalidated'
CREATE INDEX CONCURRENTLY cache_entries_invalidated_idx
    ON cache_entries (id)
    WHERE status = 'invalidated';

-- query: process_cache_invalidations(): WHERE invalidation_tags @> ARRAY[?]
CREATE INDEX CONCURRENTLY cache_entries_tags_idx
    ON cache_entries USING gin (invalidation_tags);

-- query: process_cache_invalidations(): WHERE dependency_keys @> ARRAY[?]
CREATE INDEX CONCURRENTLY cache_entries_dependencies_idx
    ON cache_entries USING gin (dependency_keys);

-- query: process_cache_invalidations(): WHERE status = 'pending' ORDER BY all three FOR UPDATE SKIP LOCKED
CREATE INDEX CONCURRENTLY cache_invalidations_pending_idx
    ON cache_invalidations (priority DESC, scheduled_at, id)
    WHERE status = 'pending';

-- query: invalidations of a cache, newest first; foreign key
CREATE INDEX CONCURRENTLY cache_invalidations_configuration_idx
    ON cache_invalidations (configuration_id, created_at DESC, id DESC);

-- query: what waits for an invalidation; foreign key
CREATE INDEX CONCURRENTLY cache_invalidations_depends_on_idx
    ON cache_invalidations (depends_on_id)
    WHERE depends_on_id IS NOT NULL;

-- query: purge_cache_invalidations(): WHERE finished_at < ?
CREATE INDEX CONCURRENTLY cache_invalidations_finished_idx
    ON cache_invalidations (finished_at)
    WHERE finished_at IS NOT NULL;

-- query: log of a cache, newest first; foreign key
CREATE INDEX CONCURRENTLY cache_invalidation_log_configuration_idx
    ON cache_invalidation_log (configuration_id, created_at DESC, id DESC);

-- query: log of an invalidation; foreign key
CREATE INDEX CONCURRENTLY cache_invalidation_log_invalidation_idx
    ON cache_invalidation_log (invalidation_id)
    WHERE invalidation_id IS NOT NULL;

-- query: purge_cache_invalidations(): WHERE created_at < ?
CREATE INDEX CONCURRENTLY cache_invalidation_log_created_idx
    ON cache_invalidation_log (created_at);

-- query: all caches over a period; purge_metrics()
CREATE INDEX CONCURRENTLY cache_metrics_period_idx
    ON cache_metrics (period_start DESC);

-- Architecture, one per dashboard question.

-- query: a service over time
CREATE INDEX CONCURRENTLY service_architecture_metrics_service_idx
    ON service_architecture_metrics (service_name, recorded_at DESC);

-- query: who needs a service; who is needed by one is served by the unique key
CREATE INDEX CONCURRENTLY service_dependencies_target_idx
    ON service_dependencies (target_service);

-- query: refactorings of a service, newest first
CREATE INDEX CONCURRENTLY architecture_refactor_log_service_idx
    ON architecture_refactor_log (service_name, created_at DESC, id DESC);

-- query: refactorings not finished, oldest first
CREATE INDEX CONCURRENTLY architecture_refactor_log_open_idx
    ON architecture_refactor_log (created_at, id)
    WHERE status IN ('planned', 'in_progress');

-- query: traffic of a dependency over time; foreign key
CREATE INDEX CONCURRENTLY communication_patterns_dependency_idx
    ON communication_patterns (dependency_id, period_end DESC);

-- query: capacity of a service over time
CREATE INDEX CONCURRENTLY service_capacity_metrics_service_idx
    ON service_capacity_metrics (service_name, resource_type, period_end DESC);

-- query: services nearly at their limit: WHERE used_percentage >= 80
CREATE INDEX CONCURRENTLY service_capacity_metrics_tight_idx
    ON service_capacity_metrics (period_end DESC, id DESC)
    WHERE used_percentage >= 80;

-- query: what runs out next: ORDER BY projected_full_on
CREATE INDEX CONCURRENTLY service_capacity_metrics_projected_idx
    ON service_capacity_metrics (projected_full_on)
    WHERE projected_full_on IS NOT NULL;

-- Events and configuration. The log itself is read through event_store_log_idx (migration 13).

-- query: everything one request set off, in order
CREATE INDEX CONCURRENTLY event_store_correlation_idx
    ON event_store (correlation_id, global_position)
    WHERE correlation_id IS NOT NULL;

-- query: what an event caused
CREATE INDEX CONCURRENTLY event_store_causation_idx
    ON event_store (causation_id)
    WHERE causation_id IS NOT NULL;

-- query: versions that wait for approval or deployment, oldest first
CREATE INDEX CONCURRENTLY config_versions_open_idx
    ON config_versions (created_at, id)
    WHERE status IN ('proposed', 'approved');

-- query: acquire_config_lock(): WHERE lock_key = ? AND released_at IS NULL; foreign key
CREATE INDEX CONCURRENTLY config_locks_key_idx
    ON config_locks (lock_key, released_at);

-- query: purge_config_locks(): WHERE released_at < ?
CREATE INDEX CONCURRENTLY config_locks_released_idx
    ON config_locks (released_at)
    WHERE released_at IS NOT NULL;
