-- Foreign keys between systems, added NOT VALID and validated by a second statement. In one
-- transaction, as a runner wraps this file, their locks last until its end; on tables that are
-- full and busy, run the statements one by one, and validation lets writers go on.
-- A key whose columns no index starts with says why beside it and, for tools, in its comment.

-- Campaigns and users

ALTER TABLE lead_generation_campaigns
    ADD CONSTRAINT lead_generation_campaigns_owner_id_fkey
    FOREIGN KEY (owner_id) REFERENCES users (id) ON DELETE RESTRICT NOT VALID;
ALTER TABLE lead_generation_campaigns
    VALIDATE CONSTRAINT lead_generation_campaigns_owner_id_fkey;

ALTER TABLE campaign_state_events
    ADD CONSTRAINT campaign_state_events_triggered_by_fkey
    FOREIGN KEY (triggered_by) REFERENCES users (id) ON DELETE SET NULL NOT VALID;
ALTER TABLE campaign_state_events
    VALIDATE CONSTRAINT campaign_state_events_triggered_by_fkey;

-- Campaign state

ALTER TABLE campaign_phases
    ADD CONSTRAINT campaign_phases_campaign_id_fkey
    FOREIGN KEY (campaign_id) REFERENCES lead_generation_campaigns (id) ON DELETE CASCADE NOT VALID;
ALTER TABLE campaign_phases
    VALIDATE CONSTRAINT campaign_phases_campaign_id_fkey;

ALTER TABLE campaign_event_sequences
    ADD CONSTRAINT campaign_event_sequences_campaign_id_fkey
    FOREIGN KEY (campaign_id) REFERENCES lead_generation_campaigns (id) ON DELETE CASCADE NOT VALID;
ALTER TABLE campaign_event_sequences
    VALIDATE CONSTRAINT campaign_event_sequences_campaign_id_fkey;

ALTER TABLE campaign_state_events
    ADD CONSTRAINT campaign_state_events_campaign_id_fkey
    FOREIGN KEY (campaign_id) REFERENCES lead_generation_campaigns (id) ON DELETE CASCADE NOT VALID;
ALTER TABLE campaign_state_events
    VALIDATE CONSTRAINT campaign_state_events_campaign_id_fkey;

ALTER TABLE campaign_state_snapshots
    ADD CONSTRAINT campaign_state_snapshots_campaign_id_fkey
    FOREIGN KEY (campaign_id) REFERENCES lead_generation_campaigns (id) ON DELETE CASCADE NOT VALID;
ALTER TABLE campaign_state_snapshots
    VALIDATE CONSTRAINT campaign_state_snapshots_campaign_id_fkey;

ALTER TABLE campaign_state_transitions
    ADD CONSTRAINT campaign_state_transitions_campaign_id_fkey
    FOREIGN KEY (campaign_id) REFERENCES lead_generation_campaigns (id) ON DELETE CASCADE NOT VALID;
ALTER TABLE campaign_state_transitions
    VALIDATE CONSTRAINT campaign_state_transitions_campaign_id_fkey;

-- Domains

ALTER TABLE generated_domains
    ADD CONSTRAINT generated_domains_campaign_id_fkey
    FOREIGN KEY (campaign_id) REFERENCES lead_generation_campaigns (id) ON DELETE CASCADE NOT VALID;
ALTER TABLE generated_domains
    VALIDATE CONSTRAINT generated_domains_campaign_id_fkey;

ALTER TABLE campaign_domain_counters
    ADD CONSTRAINT campaign_domain_counters_campaign_id_fkey
    FOREIGN KEY (campaign_id) REFERENCES lead_generation_campaigns (id) ON DELETE CASCADE NOT VALID;
ALTER TABLE campaign_domain_counters
    VALIDATE CONSTRAINT campaign_domain_counters_campaign_id_fkey;

ALTER TABLE domain_generation_campaign_params
    ADD CONSTRAINT domain_generation_campaign_params_campaign_id_fkey
    FOREIGN KEY (campaign_id) REFERENCES lead_generation_campaigns (id) ON DELETE CASCADE NOT VALID;
ALTER TABLE domain_generation_campaign_params
    VALIDATE CONSTRAINT domain_generation_campaign_params_campaign_id_fkey;

ALTER TABLE dns_validation_results
    ADD CONSTRAINT dns_validation_results_validated_by_persona_id_fkey
    FOREIGN KEY (validated_by_persona_id) REFERENCES personas (id) ON DELETE SET NULL NOT VALID;
ALTER TABLE dns_validation_results
    VALIDATE CONSTRAINT dns_validation_results_validated_by_persona_id_fkey;

-- Personas and proxies

ALTER TABLE personas
    ADD CONSTRAINT personas_created_by_fkey
    FOREIGN KEY (created_by) REFERENCES users (id) ON DELETE SET NULL NOT VALID; -- no index: small table, and users are deactivated rather than deleted
ALTER TABLE personas
    VALIDATE CONSTRAINT personas_created_by_fkey;
COMMENT ON CONSTRAINT personas_created_by_fkey ON personas IS
    'no index: small table, and users are deactivated rather than deleted';

ALTER TABLE proxies
    ADD CONSTRAINT proxies_created_by_fkey
    FOREIGN KEY (created_by) REFERENCES users (id) ON DELETE SET NULL NOT VALID; -- no index: small table, and users are deactivated rather than deleted
ALTER TABLE proxies
    VALIDATE CONSTRAINT proxies_created_by_fkey;
COMMENT ON CONSTRAINT proxies_created_by_fkey ON proxies IS
    'no index: small table, and users are deactivated rather than deleted';

ALTER TABLE proxy_pools
    ADD CONSTRAINT proxy_pools_created_by_fkey
    FOREIGN KEY (created_by) REFERENCES users (id) ON DELETE SET NULL NOT VALID; -- no index: small table, and users are deactivated rather than deleted
ALTER TABLE proxy_pools
    VALIDATE CONSTRAINT proxy_pools_created_by_fkey;
COMMENT ON CONSTRAINT proxy_pools_created_by_fkey ON proxy_pools IS
    'no index: small table, and users are deactivated rather than deleted';

-- Keywords and HTTP validation

ALTER TABLE keyword_sets
    ADD CONSTRAINT keyword_sets_created_by_fkey
    FOREIGN KEY (created_by) REFERENCES users (id) ON DELETE SET NULL NOT VALID; -- no index: small table, and users are deactivated rather than deleted
ALTER TABLE keyword_sets
    VALIDATE CONSTRAINT keyword_sets_created_by_fkey;
COMMENT ON CONSTRAINT keyword_sets_created_by_fkey ON keyword_sets IS
    'no index: small table, and users are deactivated rather than deleted';

ALTER TABLE http_keyword_campaign_params
    ADD CONSTRAINT http_keyword_campaign_params_campaign_id_fkey
    FOREIGN KEY (campaign_id) REFERENCES lead_generation_campaigns (id) ON DELETE CASCADE NOT VALID;
ALTER TABLE http_keyword_campaign_params
    VALIDATE CONSTRAINT http_keyword_campaign_params_campaign_id_fkey;

ALTER TABLE http_keyword_campaign_params
    ADD CONSTRAINT http_keyword_campaign_params_proxy_pool_id_fkey
    FOREIGN KEY (proxy_pool_id) REFERENCES proxy_pools (id) ON DELETE RESTRICT NOT VALID;
ALTER TABLE http_keyword_campaign_params
    VALIDATE CONSTRAINT http_keyword_campaign_params_proxy_pool_id_fkey;

ALTER TABLE http_keyword_campaign_personas
    ADD CONSTRAINT http_keyword_campaign_personas_persona_id_fkey
    FOREIGN KEY (persona_id) REFERENCES personas (id) ON DELETE RESTRICT NOT VALID;
ALTER TABLE http_keyword_campaign_personas
    VALIDATE CONSTRAINT http_keyword_campaign_personas_persona_id_fkey;

ALTER TABLE http_keyword_campaign_proxies
    ADD CONSTRAINT http_keyword_campaign_proxies_proxy_id_fkey
    FOREIGN KEY (proxy_id) REFERENCES proxies (id) ON DELETE RESTRICT NOT VALID;
ALTER TABLE http_keyword_campaign_proxies
    VALIDATE CONSTRAINT http_keyword_campaign_proxies_proxy_id_fkey;

ALTER TABLE http_keyword_results
    ADD CONSTRAINT http_keyword_results_domain_fkey
    FOREIGN KEY (campaign_id, domain_id) REFERENCES generated_domains (campaign_id, id) ON DELETE CASCADE NOT VALID;
ALTER TABLE http_keyword_results
    VALIDATE CONSTRAINT http_keyword_results_domain_fkey;

ALTER TABLE http_keyword_results
    ADD CONSTRAINT http_keyword_results_validated_by_persona_id_fkey
    FOREIGN KEY (validated_by_persona_id) REFERENCES personas (id) ON DELETE SET NULL NOT VALID;
ALTER TABLE http_keyword_results
    VALIDATE CONSTRAINT http_keyword_results_validated_by_persona_id_fkey;

ALTER TABLE http_keyword_results
    ADD CONSTRAINT http_keyword_results_used_proxy_id_fkey
    FOREIGN KEY (used_proxy_id) REFERENCES proxies (id) ON DELETE SET NULL NOT VALID;
ALTER TABLE http_keyword_results
    VALIDATE CONSTRAINT http_keyword_results_used_proxy_id_fkey;

-- Jobs

ALTER TABLE campaign_jobs
    ADD CONSTRAINT campaign_jobs_campaign_id_fkey
    FOREIGN KEY (campaign_id) REFERENCES lead_generation_campaigns (id) ON DELETE CASCADE NOT VALID;
ALTER TABLE campaign_jobs
    VALIDATE CONSTRAINT campaign_jobs_campaign_id_fkey;

ALTER TABLE campaign_job_archive
    ADD CONSTRAINT campaign_job_archive_campaign_id_fkey
    FOREIGN KEY (campaign_id) REFERENCES lead_generation_campaigns (id) ON DELETE CASCADE NOT VALID;
ALTER TABLE campaign_job_archive
    VALIDATE CONSTRAINT campaign_job_archive_campaign_id_fkey;

-- Security

ALTER TABLE security_events
    ADD CONSTRAINT security_events_user_id_fkey
    FOREIGN KEY (user_id) REFERENCES users (id) ON DELETE SET NULL NOT VALID;
ALTER TABLE security_events
    VALIDATE CONSTRAINT security_events_user_id_fkey;

ALTER TABLE security_events
    ADD CONSTRAINT security_events_session_id_fkey
    FOREIGN KEY (session_id) REFERENCES user_sessions (id) ON DELETE SET NULL NOT VALID;
ALTER TABLE security_events
    VALIDATE CONSTRAINT security_events_session_id_fkey;

ALTER TABLE security_events
    ADD CONSTRAINT security_events_campaign_id_fkey
    FOREIGN KEY (campaign_id) REFERENCES lead_generation_campaigns (id) ON DELETE SET NULL NOT VALID;
ALTER TABLE security_events
    VALIDATE CONSTRAINT security_events_campaign_id_fkey;

ALTER TABLE security_events
    ADD CONSTRAINT security_events_resolved_by_fkey
    FOREIGN KEY (resolved_by) REFERENCES users (id) ON DELETE RESTRICT NOT VALID; -- no index: never searched by, and users are deactivated rather than deleted
ALTER TABLE security_events
    VALIDATE CONSTRAINT security_events_resolved_by_fkey;
COMMENT ON CONSTRAINT security_events_resolved_by_fkey ON security_events IS
    'no index: never searched by, and users are deactivated rather than deleted';

ALTER TABLE authorization_decisions
    ADD CONSTRAINT authorization_decisions_user_id_fkey
    FOREIGN KEY (user_id) REFERENCES users (id) ON DELETE SET NULL NOT VALID;
ALTER TABLE authorization_decisions
    VALIDATE CONSTRAINT authorization_decisions_user_id_fkey;

ALTER TABLE authorization_decisions
    ADD CONSTRAINT authorization_decisions_campaign_id_fkey
    FOREIGN KEY (campaign_id) REFERENCES lead_generation_campaigns (id) ON DELETE SET NULL NOT VALID;
ALTER TABLE authorization_decisions
    VALIDATE CONSTRAINT authorization_decisions_campaign_id_fkey;

ALTER TABLE campaign_access_grants
    ADD CONSTRAINT campaign_access_grants_campaign_id_fkey
    FOREIGN KEY (campaign_id) REFERENCES lead_generation_campaigns (id) ON DELETE CASCADE NOT VALID;
ALTER TABLE campaign_access_grants
    VALIDATE CONSTRAINT campaign_access_grants_campaign_id_fkey;

ALTER TABLE campaign_access_grants
    ADD CONSTRAINT campaign_access_grants_grantee_id_fkey
    FOREIGN KEY (grantee_id) REFERENCES users (id) ON DELETE CASCADE NOT VALID;
ALTER TABLE campaign_access_grants
    VALIDATE CONSTRAINT campaign_access_grants_grantee_id_fkey;

ALTER TABLE campaign_access_grants
    ADD CONSTRAINT campaign_access_grants_granted_by_fkey
    FOREIGN KEY (granted_by) REFERENCES users (id) ON DELETE RESTRICT NOT VALID; -- no index: never searched by, and users are deactivated rather than deleted
ALTER TABLE campaign_access_grants
    VALIDATE CONSTRAINT campaign_access_grants_granted_by_fkey;
COMMENT ON CONSTRAINT campaign_access_grants_granted_by_fkey ON campaign_access_grants IS
    'no index: never searched by, and users are deactivated rather than deleted';

ALTER TABLE campaign_access_grants
    ADD CONSTRAINT campaign_access_grants_revoked_by_fkey
    FOREIGN KEY (revoked_by) REFERENCES users (id) ON DELETE RESTRICT NOT VALID; -- no index: never searched by, and users are deactivated rather than deleted
ALTER TABLE campaign_access_grants
    VALIDATE CONSTRAINT campaign_access_grants_revoked_by_fkey;
COMMENT ON CONSTRAINT campaign_access_grants_revoked_by_fkey ON campaign_access_grants IS
    'no index: never searched by, and users are deactivated rather than deleted';

-- Cache

ALTER TABLE cache_invalidations
    ADD CONSTRAINT cache_invalidations_requested_by_fkey
    FOREIGN KEY (requested_by) REFERENCES users (id) ON DELETE SET NULL NOT VALID; -- no index: short-lived queue, purged of finished rows; never searched by
ALTER TABLE cache_invalidations
    VALIDATE CONSTRAINT cache_invalidations_requested_by_fkey;
COMMENT ON CONSTRAINT cache_invalidations_requested_by_fkey ON cache_invalidations IS
    'no index: short-lived queue, purged of finished rows; never searched by';

-- Architecture

ALTER TABLE architecture_refactor_log
    ADD CONSTRAINT architecture_refactor_log_performed_by_fkey
    FOREIGN KEY (performed_by) REFERENCES users (id) ON DELETE SET NULL NOT VALID; -- no index: a few hundred rows, and users are deactivated rather than deleted
ALTER TABLE architecture_refactor_log
    VALIDATE CONSTRAINT architecture_refactor_log_performed_by_fkey;
COMMENT ON CONSTRAINT architecture_refactor_log_performed_by_fkey ON architecture_refactor_log IS
    'no index: a few hundred rows, and users are deactivated rather than deleted';

-- Configuration

ALTER TABLE config_versions
    ADD CONSTRAINT config_versions_proposed_by_fkey
    FOREIGN KEY (proposed_by) REFERENCES users (id) ON DELETE RESTRICT NOT VALID; -- no index: small table, never searched by, and users are deactivated rather than deleted
ALTER TABLE config_versions
    VALIDATE CONSTRAINT config_versions_proposed_by_fkey;
COMMENT ON CONSTRAINT config_versions_proposed_by_fkey ON config_versions IS
    'no index: small table, never searched by, and users are deactivated rather than deleted';

ALTER TABLE config_versions
    ADD CONSTRAINT config_versions_approved_by_fkey
    FOREIGN KEY (approved_by) REFERENCES users (id) ON DELETE RESTRICT NOT VALID; -- no index: small table, never searched by, and users are deactivated rather than deleted
ALTER TABLE config_versions
    VALIDATE CONSTRAINT config_versions_approved_by_fkey;
COMMENT ON CONSTRAINT config_versions_approved_by_fkey ON config_versions IS
    'no index: small table, never searched by, and users are deactivated rather than deleted';

ALTER TABLE config_versions
    ADD CONSTRAINT config_versions_deployed_by_fkey
    FOREIGN KEY (deployed_by) REFERENCES users (id) ON DELETE RESTRICT NOT VALID; -- no index: small table, never searched by, and users are deactivated rather than deleted
ALTER TABLE config_versions
    VALIDATE CONSTRAINT config_versions_deployed_by_fkey;
COMMENT ON CONSTRAINT config_versions_deployed_by_fkey ON config_versions IS
    'no index: small table, never searched by, and users are deactivated rather than deleted';

ALTER TABLE config_locks
    ADD CONSTRAINT config_locks_owner_user_id_fkey
    FOREIGN KEY (owner_user_id) REFERENCES users (id) ON DELETE SET NULL NOT VALID; -- no index: small table, purged of released rows; never searched by
ALTER TABLE config_locks
    VALIDATE CONSTRAINT config_locks_owner_user_id_fkey;
COMMENT ON CONSTRAINT config_locks_owner_user_id_fkey ON config_locks IS
    'no index: small table, purged of released rows; never searched by';
