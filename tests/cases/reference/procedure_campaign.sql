-- Campaigns: phases, versions, progress, snapshots and what is noted of refusals.

-- setup
INSERT INTO users (id, email, first_name, last_name, password_hash) VALUES
    ('a0000000-0000-0000-0000-000000000001', 'ada@example.com', 'Ada', 'Lovelace', 'hash');
INSERT INTO lead_generation_campaigns (id, name, owner_id) VALUES
    ('c0000000-0000-0000-0000-000000000001', 'Shops', 'a0000000-0000-0000-0000-000000000001');

-- test: the type of a campaign decides its phases, and they are made once
INSERT INTO lead_generation_campaigns (id, name, owner_id, campaign_type) VALUES
    ('c0000000-0000-0000-0000-000000000002', 'Names', 'a0000000-0000-0000-0000-000000000001', 'domain_generation'),
    ('c0000000-0000-0000-0000-000000000003', 'Hosts', 'a0000000-0000-0000-0000-000000000001', 'dns_validation'),
    ('c0000000-0000-0000-0000-000000000004', 'Pages', 'a0000000-0000-0000-0000-000000000001', 'http_keyword_validation');
-- rows:
--   4
--   1
--   2
--   3
SELECT initialize_campaign_phases(id) FROM lead_generation_campaigns ORDER BY id;
-- rows:
--   0
SELECT initialize_campaign_phases('c0000000-0000-0000-0000-000000000001');
-- rows:
--   Shops | 4 | domain_generation: ready, dns_validation: not_started, http_keyword_validation: not_started, analysis: not_started
--   Names | 1 | domain_generation: ready
--   Hosts | 2 | domain_generation: ready, dns_validation: not_started
--   Pages | 3 | domain_generation: ready, dns_validation: not_started, http_keyword_validation: not_started
SELECT c.name, c.total_phases, string_agg(p.phase_type || ': ' || p.status, ', ' ORDER BY p.phase_order)
FROM lead_generation_campaigns AS c
JOIN campaign_phases AS p ON p.campaign_id = c.id
GROUP BY c.id
ORDER BY c.id;

-- test: every phase's configuration is kept with it and with the campaign
SELECT configure_campaign_phase('c0000000-0000-0000-0000-000000000001', phase, jsonb_build_object('of', phase), 'a0000000-0000-0000-0000-000000000001')
FROM unnest(enum_range(NULL::phase_type_enum)) AS u (phase);
-- rows:
--   configured | {"of": "domain_generation"}
--   configured | {"of": "dns_validation"}
--   configured | {"of": "http_keyword_validation"}
--   configured | {"of": "analysis"}
SELECT status, configuration FROM campaign_phases ORDER BY phase_order;
-- rows:
--   {"of": "domain_generation"} | {"of": "dns_validation"} | {"of": "http_keyword_validation"} | {"of": "analysis"}
SELECT domain_generation_config, dns_validation_config, http_validation_config, analysis_config FROM lead_generation_campaigns;
-- rows:
--   analysis | a0000000-0000-0000-0000-000000000001 | {"configuration": {"of": "analysis"}}
SELECT phase_type, triggered_by, event_data FROM campaign_state_events WHERE event_type = 'configuration_changed' AND phase_type = 'analysis';

-- test: a phase that is under way or done is not configured
SELECT configure_campaign_phase('c0000000-0000-0000-0000-000000000001', 'dns_validation', '{}');
SELECT start_campaign('c0000000-0000-0000-0000-000000000001');
-- refused: SC011 phase domain_generation of campaign c0000000-0000-0000-0000-000000000001 is skipped and cannot be configured hint: A phase is configured before it is started, or after it failed.
SELECT configure_campaign_phase('c0000000-0000-0000-0000-000000000001', 'domain_generation', '{}');
-- refused: SC011 is in_progress and cannot be configured
SELECT configure_campaign_phase('c0000000-0000-0000-0000-000000000001', 'dns_validation', '{}');
SELECT configure_campaign_phase('c0000000-0000-0000-0000-000000000001', 'analysis', '{}');

-- test: a campaign is configured only for phases that it has, and with an object
INSERT INTO lead_generation_campaigns (id, name, owner_id, campaign_type) VALUES
    ('c0000000-0000-0000-0000-000000000002', 'Names', 'a0000000-0000-0000-0000-000000000001', 'domain_generation');
-- refused: P0002 campaign c0000000-0000-0000-0000-000000000002 has no phase analysis
SELECT configure_campaign_phase('c0000000-0000-0000-0000-000000000002', 'analysis', '{}');
-- refused: 23514 campaign_phases_configuration_check
SELECT configure_campaign_phase('c0000000-0000-0000-0000-000000000002', 'domain_generation', '[]');

-- test: a campaign without a configured phase is not started
-- refused: SC011 no phase of campaign c0000000-0000-0000-0000-000000000001 is configured hint: Call configure_campaign_phase() first.
SELECT start_campaign('c0000000-0000-0000-0000-000000000001');

-- test: a campaign in full sequence is started and advanced only when each next phase is configured
UPDATE lead_generation_campaigns SET is_full_sequence_mode = true;
SELECT configure_campaign_phase('c0000000-0000-0000-0000-000000000001', 'analysis', '{}');
-- refused: SC011 phase domain_generation of campaign c0000000-0000-0000-0000-000000000001 is ready and cannot be started
SELECT start_campaign('c0000000-0000-0000-0000-000000000001');
SELECT configure_campaign_phase('c0000000-0000-0000-0000-000000000001', 'domain_generation', '{}');
SELECT start_campaign('c0000000-0000-0000-0000-000000000001');
-- refused: SC011 phase dns_validation of campaign c0000000-0000-0000-0000-000000000001 is not_started and cannot be started
SELECT advance_campaign('c0000000-0000-0000-0000-000000000001');
SELECT configure_campaign_phase('c0000000-0000-0000-0000-000000000001', 'dns_validation', '{}');
-- rows:
--   dns_validation
SELECT advance_campaign('c0000000-0000-0000-0000-000000000001');

-- test: a start shows in the campaign and in its log
-- rows:
--   3
SELECT start_campaign('c0000000-0000-0000-0000-000000000001', 'a0000000-0000-0000-0000-000000000001', 'go', 2)
FROM configure_campaign_phase('c0000000-0000-0000-0000-000000000001', 'dns_validation', '{"x": 1}');
-- rows:
--   running | dns_validation | in_progress | 1 | t | t
SELECT status, current_phase, phase_status, completed_phases, started_at >= now(), last_heartbeat_at >= now() FROM lead_generation_campaigns;
-- rows:
--   running | go | a0000000-0000-0000-0000-000000000001
SELECT target_status, reason, triggered_by FROM campaign_state_events WHERE source_status = 'draft';

-- test: who acts and why is forgotten after the call, as far as the reason goes
SELECT configure_campaign_phase('c0000000-0000-0000-0000-000000000001', 'dns_validation', '{}');
SELECT start_campaign('c0000000-0000-0000-0000-000000000001', p_reason => 'go');
UPDATE lead_generation_campaigns SET status = 'paused';
-- rows:
--   ∅
SELECT reason FROM campaign_state_events WHERE target_status = 'paused';

-- test: a pause, a resumption, a cancellation and a failure show in the phase too
SELECT configure_campaign_phase('c0000000-0000-0000-0000-000000000001', 'dns_validation', '{}');
SELECT start_campaign('c0000000-0000-0000-0000-000000000001');
SELECT pause_campaign('c0000000-0000-0000-0000-000000000001');
-- rows:
--   paused | paused | paused
SELECT c.status, c.phase_status, p.status FROM lead_generation_campaigns AS c JOIN campaign_phases AS p ON p.campaign_id = c.id AND p.phase_type = c.current_phase;
SELECT resume_campaign('c0000000-0000-0000-0000-000000000001');
-- rows:
--   running | in_progress | in_progress
SELECT c.status, c.phase_status, p.status FROM lead_generation_campaigns AS c JOIN campaign_phases AS p ON p.campaign_id = c.id AND p.phase_type = c.current_phase;
SELECT fail_campaign('c0000000-0000-0000-0000-000000000001', 'no resolver', '{"code": 2}');
-- rows:
--   failed | failed | failed | no resolver | {"code": 2}
SELECT c.status, c.phase_status, p.status, c.error_message, c.error_details FROM lead_generation_campaigns AS c JOIN campaign_phases AS p ON p.campaign_id = c.id AND p.phase_type = c.current_phase;
SELECT start_campaign('c0000000-0000-0000-0000-000000000001');
-- rows:
--   running | in_progress | in_progress | ∅ | ∅
SELECT c.status, c.phase_status, p.status, c.error_message, c.error_details FROM lead_generation_campaigns AS c JOIN campaign_phases AS p ON p.campaign_id = c.id AND p.phase_type = c.current_phase;
SELECT cancel_campaign('c0000000-0000-0000-0000-000000000001');
-- rows:
--   cancelled | paused | paused
SELECT c.status, c.phase_status, p.status FROM lead_generation_campaigns AS c JOIN campaign_phases AS p ON p.campaign_id = c.id AND p.phase_type = c.current_phase;

-- test: a campaign advances phase by phase, and the last one completes it
UPDATE lead_generation_campaigns SET is_full_sequence_mode = true;
SELECT configure_campaign_phase('c0000000-0000-0000-0000-000000000001', phase, '{}') FROM unnest(enum_range(NULL::phase_type_enum)) AS u (phase);
SELECT start_campaign('c0000000-0000-0000-0000-000000000001');
UPDATE lead_generation_campaigns SET total_items = 9, processed_items = 9, successful_items = 8, failed_items = 1;
-- rows:
--   dns_validation
SELECT advance_campaign('c0000000-0000-0000-0000-000000000001');
-- rows:
--   dns_validation | 1 | 0 | 0 | 0 | 0
SELECT current_phase, completed_phases, total_items, processed_items, successful_items, failed_items FROM lead_generation_campaigns;
-- rows:
--   http_keyword_validation
SELECT advance_campaign('c0000000-0000-0000-0000-000000000001');
-- rows:
--   analysis
SELECT advance_campaign('c0000000-0000-0000-0000-000000000001');
-- rows:
--   ∅
SELECT advance_campaign('c0000000-0000-0000-0000-000000000001');
-- rows:
--   completed | analysis | completed | 4 | 100.00 | t
SELECT status, current_phase, phase_status, completed_phases, progress_percentage, finished_at >= started_at FROM lead_generation_campaigns;

-- test: a campaign is not advanced while its phase has jobs to do
SELECT configure_campaign_phase('c0000000-0000-0000-0000-000000000001', 'dns_validation', '{}');
SELECT start_campaign('c0000000-0000-0000-0000-000000000001');
SELECT enqueue_job('c0000000-0000-0000-0000-000000000001', 'dns_validation');
SELECT enqueue_job('c0000000-0000-0000-0000-000000000001', 'analysis');
-- refused: SC011 phase dns_validation of campaign c0000000-0000-0000-0000-000000000001 has 1 jobs to do hint: Advance the campaign once they are done.
SELECT advance_campaign('c0000000-0000-0000-0000-000000000001');
SELECT complete_job(id, fencing_token) FROM claim_jobs('w', 'dns_validation');
SELECT advance_campaign('c0000000-0000-0000-0000-000000000001');

-- test: whoever read the campaign before somebody changed it is refused
UPDATE lead_generation_campaigns SET name = 'Blogs';
-- refused: SC005 campaign c0000000-0000-0000-0000-000000000001 is at version 2, not at 1 hint: Read the campaign again and repeat the change.
SELECT start_campaign('c0000000-0000-0000-0000-000000000001', NULL, NULL, 1);
-- refused: SC005 is at version 2, not at 1
SELECT pause_campaign('c0000000-0000-0000-0000-000000000001', NULL, NULL, 1);
-- refused: SC005 is at version 2, not at 3
SELECT resume_campaign('c0000000-0000-0000-0000-000000000001', NULL, NULL, 3);
-- refused: SC005 is at version 2, not at 1
SELECT cancel_campaign('c0000000-0000-0000-0000-000000000001', NULL, NULL, 1);
-- refused: SC005 is at version 2, not at 1
SELECT advance_campaign('c0000000-0000-0000-0000-000000000001', NULL, NULL, 1);
-- rows:
--   3
SELECT cancel_campaign('c0000000-0000-0000-0000-000000000001', NULL, NULL, 2);

-- test: a campaign that is not there is said to be not there
-- refused: P0002 there is no campaign c0000000-0000-0000-0000-00000000dead
SELECT start_campaign('c0000000-0000-0000-0000-00000000dead');
-- refused: P0002 there is no campaign
SELECT initialize_campaign_phases('c0000000-0000-0000-0000-00000000dead');
-- refused: P0002 there is no campaign
SELECT refresh_campaign_progress('c0000000-0000-0000-0000-00000000dead');
-- refused: P0002 there is no campaign
SELECT snapshot_campaign_state('c0000000-0000-0000-0000-00000000dead');

-- test: jobs of a campaign are held and released
SELECT configure_campaign_phase('c0000000-0000-0000-0000-000000000001', 'dns_validation', '{}');
SELECT start_campaign('c0000000-0000-0000-0000-000000000001');
SELECT enqueue_job('c0000000-0000-0000-0000-000000000001', 'dns_validation') FROM generate_series(1, 3);
SELECT claim_jobs('w', 'dns_validation');
-- rows:
--   2
SELECT hold_campaign_jobs('c0000000-0000-0000-0000-000000000001');
-- rows:
--   0
SELECT count(*) FROM claim_jobs('w', 'dns_validation', 10);
-- rows:
--   2
SELECT release_campaign_jobs('c0000000-0000-0000-0000-000000000001');
-- rows:
--   2
SELECT count(*) FROM claim_jobs('w', 'dns_validation', 10);

-- test: a failure holds the queued jobs and a retry releases them
SELECT configure_campaign_phase('c0000000-0000-0000-0000-000000000001', 'dns_validation', '{}');
SELECT start_campaign('c0000000-0000-0000-0000-000000000001');
SELECT enqueue_job('c0000000-0000-0000-0000-000000000001', 'dns_validation');
SELECT fail_campaign('c0000000-0000-0000-0000-000000000001', 'no resolver');
-- rows:
--   pending
SELECT status FROM campaign_jobs;
SELECT start_campaign('c0000000-0000-0000-0000-000000000001');
-- rows:
--   queued
SELECT status FROM campaign_jobs;

-- test: progress is taken over from the counters, phase by phase
INSERT INTO domain_generation_campaign_params (campaign_id, pattern_type, variable_length, character_set, tld, num_domains_to_generate, total_possible_combinations) VALUES
    ('c0000000-0000-0000-0000-000000000001', 'prefix_variable', 2, 'abcdefghij', 'com', 20, 100);
UPDATE lead_generation_campaigns SET is_full_sequence_mode = true;
SELECT configure_campaign_phase('c0000000-0000-0000-0000-000000000001', phase, '{}') FROM unnest(enum_range(NULL::phase_type_enum)) AS u (phase);
-- rows:
--   0.00
SELECT refresh_campaign_progress('c0000000-0000-0000-0000-000000000001');
SELECT start_campaign('c0000000-0000-0000-0000-000000000001');
INSERT INTO generated_domains (campaign_id, offset_index, domain_name, tld)
SELECT 'c0000000-0000-0000-0000-000000000001', n, n || '.com', 'com' FROM generate_series(0, 9) AS g (n);
-- rows:
--   12.50
SELECT refresh_campaign_progress('c0000000-0000-0000-0000-000000000001');
-- rows:
--   20 | 10 | 10 | 0 | 50.00
SELECT total_items, processed_items, successful_items, failed_items, progress_percentage FROM campaign_phases WHERE phase_order = 1;
SELECT advance_campaign('c0000000-0000-0000-0000-000000000001');
UPDATE generated_domains SET dns_status = CASE WHEN offset_index < 4 THEN 'ok' ELSE 'timeout' END::domain_dns_status_enum WHERE offset_index < 5;
-- rows:
--   37.50
SELECT refresh_campaign_progress('c0000000-0000-0000-0000-000000000001');
-- rows:
--   10 | 5 | 4 | 1
SELECT total_items, processed_items, successful_items, failed_items FROM lead_generation_campaigns;
SELECT advance_campaign('c0000000-0000-0000-0000-000000000001');
UPDATE generated_domains SET http_status = 'ok' WHERE offset_index < 4;
-- rows:
--   75.00
SELECT refresh_campaign_progress('c0000000-0000-0000-0000-000000000001');
SELECT advance_campaign('c0000000-0000-0000-0000-000000000001');
UPDATE generated_domains SET lead_status = 'match' WHERE offset_index = 0;
UPDATE generated_domains SET lead_status = 'no_match' WHERE offset_index = 1;
-- rows:
--   87.50
SELECT refresh_campaign_progress('c0000000-0000-0000-0000-000000000001');
-- rows:
--   4 | 2 | 2 | 0 | t | t | t
SELECT total_items, processed_items, successful_items, failed_items, processing_rate > 0, estimated_completion_at > now(), last_heartbeat_at >= now()
FROM lead_generation_campaigns;

-- test: progress does not touch the version
SELECT configure_campaign_phase('c0000000-0000-0000-0000-000000000001', 'dns_validation', '{}');
SELECT start_campaign('c0000000-0000-0000-0000-000000000001');
INSERT INTO generated_domains (campaign_id, offset_index, domain_name, tld, dns_status) VALUES ('c0000000-0000-0000-0000-000000000001', 0, 'a.com', 'com', 'ok');
CREATE TEMPORARY TABLE before AS SELECT version FROM lead_generation_campaigns;
SELECT refresh_campaign_progress('c0000000-0000-0000-0000-000000000001');
-- rows:
--   t
SELECT c.version = b.version FROM lead_generation_campaigns AS c, before AS b;

-- test: a snapshot holds the state after the latest event and is taken once
SELECT configure_campaign_phase('c0000000-0000-0000-0000-000000000001', 'dns_validation', '{}');
-- rows:
--   t
SELECT snapshot_campaign_state('c0000000-0000-0000-0000-000000000001') = snapshot_campaign_state('c0000000-0000-0000-0000-000000000001');
-- rows:
--   t | draft | 4 | t
SELECT
    s.last_event_sequence = (SELECT max(e.sequence_number) FROM campaign_state_events AS e),
    s.state_data -> 'campaign' ->> 'status',
    jsonb_array_length(s.state_data -> 'phases'),
    s.checksum = jsonb_sha256(s.state_data)
FROM campaign_state_snapshots AS s;
SELECT start_campaign('c0000000-0000-0000-0000-000000000001');
SELECT snapshot_campaign_state('c0000000-0000-0000-0000-000000000001');
-- rows:
--   draft
--   running
SELECT state_data -> 'campaign' ->> 'status' FROM campaign_state_snapshots ORDER BY last_event_sequence;

-- test: a snapshot that was found invalid is replaced
SELECT snapshot_campaign_state('c0000000-0000-0000-0000-000000000001');
UPDATE campaign_state_snapshots SET is_valid = false, invalid_reason = 'checksum';
SELECT snapshot_campaign_state('c0000000-0000-0000-0000-000000000001');
-- rows:
--   f
--   t
SELECT is_valid FROM campaign_state_snapshots ORDER BY is_valid;

-- test: a refused move is noted with its reason and has no event
-- rows:
--   t
SELECT record_refused_transition('c0000000-0000-0000-0000-000000000001', 'archived', 'still a draft') IS NOT NULL;
-- rows:
--   draft | archived | f | still a draft | ∅
SELECT from_status, to_status, is_valid, refusal_reason, state_event_id FROM campaign_state_transitions WHERE NOT is_valid;
-- rows:
--   ∅
SELECT record_refused_transition('c0000000-0000-0000-0000-00000000dead', 'archived', 'not there');

-- test: the next phase is none when all are done
SELECT configure_campaign_phase('c0000000-0000-0000-0000-000000000001', 'dns_validation', '{}');
-- rows:
--   dns_validation
SELECT start_next_phase('c0000000-0000-0000-0000-000000000001');
UPDATE campaign_phases SET status = 'completed' WHERE status = 'in_progress';
UPDATE campaign_phases SET status = 'skipped' WHERE status = 'not_started';
-- rows:
--   ∅
SELECT start_next_phase('c0000000-0000-0000-0000-000000000001');

-- test: the first step of every move checks the version and notes who acts
-- rows:
--   Shops | 1
SELECT name, version FROM lock_campaign('c0000000-0000-0000-0000-000000000001', 1, 'a0000000-0000-0000-0000-000000000001', 'because');
-- rows:
--   a0000000-0000-0000-0000-000000000001 | because
SELECT current_setting('app.user_id'), current_setting('app.reason');
-- refused: SC005 is at version 1, not at 7
SELECT lock_campaign('c0000000-0000-0000-0000-000000000001', 7, NULL, NULL);
