-- Campaigns and the moves of their status: legal rows are taken, illegal ones refused.

-- setup
INSERT INTO users (id, email, first_name, last_name, password_hash)
VALUES ('a0000000-0000-0000-0000-000000000001', 'ada@example.com', 'Ada', 'Lovelace', 'hash');
INSERT INTO lead_generation_campaigns (id, name, owner_id)
VALUES ('c0000000-0000-0000-0000-000000000001', 'Spring', 'a0000000-0000-0000-0000-000000000001');

-- lead_generation_campaigns

-- test: a new campaign is a draft of version 1 that has done nothing
-- rows:
--   lead_generation | draft | ∅ | ∅ | 4 | 0 | 0 | 0 | 0.00 | f | f | 1
SELECT campaign_type, status, current_phase, phase_status, total_phases, completed_phases, total_items, processed_items, progress_percentage,
    is_full_sequence_mode, auto_advance_phases, version
FROM lead_generation_campaigns;

-- test: each phase of a new campaign has an empty configuration
-- rows:
--   {} | {} | {} | {}
SELECT domain_generation_config, dns_validation_config, http_validation_config, analysis_config FROM lead_generation_campaigns;

-- test: a campaign takes progress, an estimate, a heartbeat and an error
UPDATE lead_generation_campaigns
SET current_phase = 'dns_validation', phase_status = 'in_progress', completed_phases = 1,
    total_items = 100, processed_items = 60, successful_items = 40, failed_items = 20, progress_percentage = 60.25,
    processing_rate = 12.5, estimated_completion_at = now() + interval '1 hour', last_heartbeat_at = now(),
    error_message = 'resolver away', error_details = '{"resolver": "192.0.2.53"}';
-- rows:
--   60.25 | 12.500 | 2
SELECT progress_percentage, processing_rate, version FROM lead_generation_campaigns;

-- test: a campaign has a name that can be seen
-- refused: 23514 lead_generation_campaigns_name_check
UPDATE lead_generation_campaigns SET name = '   ';
-- refused: 23502 "name" of relation "lead_generation_campaigns"
UPDATE lead_generation_campaigns SET name = NULL;

-- test: two campaigns may have the same name
INSERT INTO lead_generation_campaigns (name, owner_id) VALUES ('Spring', 'a0000000-0000-0000-0000-000000000001');

-- test: a campaign has an owner who exists
-- refused: 23503 lead_generation_campaigns_owner_id_fkey
UPDATE lead_generation_campaigns SET owner_id = 'a0000000-0000-0000-0000-000000000009';
-- refused: 23502 "owner_id" of relation "lead_generation_campaigns"
UPDATE lead_generation_campaigns SET owner_id = NULL;

-- test: an account that owns campaigns is not deleted
-- refused: 23503 lead_generation_campaigns_owner_id_fkey
DELETE FROM users;

-- test: a campaign completes some of its phases, which are one at least
-- refused: 23514 lead_generation_campaigns_phases_check
UPDATE lead_generation_campaigns SET total_phases = 0;
-- refused: 23514 lead_generation_campaigns_phases_check
UPDATE lead_generation_campaigns SET completed_phases = 5;
-- refused: 23514 lead_generation_campaigns_phases_check
UPDATE lead_generation_campaigns SET completed_phases = -1;

-- test: a campaign that is in a phase says how the phase stands
-- refused: 23514 lead_generation_campaigns_phase_pair_check
UPDATE lead_generation_campaigns SET current_phase = 'analysis';
-- refused: 23514 lead_generation_campaigns_phase_pair_check
UPDATE lead_generation_campaigns SET phase_status = 'ready';

-- test: items processed are among all, and those that succeeded or failed are among the processed
-- refused: 23514 lead_generation_campaigns_items_check
UPDATE lead_generation_campaigns SET processed_items = 1;
-- refused: 23514 lead_generation_campaigns_items_check
UPDATE lead_generation_campaigns SET total_items = 2, processed_items = 1, successful_items = 1, failed_items = 1;
-- refused: 23514 lead_generation_campaigns_items_check
UPDATE lead_generation_campaigns SET successful_items = -1;
-- refused: 23514 lead_generation_campaigns_items_check
UPDATE lead_generation_campaigns SET failed_items = -1;

-- test: progress lies between 0 and 100
UPDATE lead_generation_campaigns SET progress_percentage = 100;
-- refused: 23514 lead_generation_campaigns_progress_check
UPDATE lead_generation_campaigns SET progress_percentage = 100.01;
-- refused: 23514 lead_generation_campaigns_progress_check
UPDATE lead_generation_campaigns SET progress_percentage = -0.01;

-- test: a rate is a number, and never negative
-- refused: 23514 lead_generation_campaigns_rate_check
UPDATE lead_generation_campaigns SET processing_rate = -0.001;
-- refused: 23514 lead_generation_campaigns_rate_check
UPDATE lead_generation_campaigns SET processing_rate = 'NaN';

-- test: the configuration of a phase is an object
-- refused: 23514 lead_generation_campaigns_domain_generation_config_check
UPDATE lead_generation_campaigns SET domain_generation_config = '[]';
-- refused: 23514 lead_generation_campaigns_dns_validation_config_check
UPDATE lead_generation_campaigns SET dns_validation_config = '"fast"';
-- refused: 23514 lead_generation_campaigns_http_validation_config_check
UPDATE lead_generation_campaigns SET http_validation_config = 'null';
-- refused: 23514 lead_generation_campaigns_analysis_config_check
UPDATE lead_generation_campaigns SET analysis_config = '1';

-- test: details of an error are an object
-- refused: 23514 lead_generation_campaigns_error_details_check
UPDATE lead_generation_campaigns SET error_details = '"timeout"';

-- test: a campaign does not finish before it started
UPDATE lead_generation_campaigns SET started_at = now(), finished_at = now();
-- refused: 23514 lead_generation_campaigns_finished_at_check
UPDATE lead_generation_campaigns SET finished_at = started_at - interval '1 second';

-- test: versions count from 1
-- refused: 23514 lead_generation_campaigns_version_check
INSERT INTO lead_generation_campaigns (name, owner_id, version) VALUES ('Summer', 'a0000000-0000-0000-0000-000000000001', 0);

-- campaign_status_transitions

-- test: the moves of a campaign begin at draft and end at archived
-- rows:
--   draft | archived
SELECT
    (SELECT string_agg(DISTINCT from_status::text, ', ') FROM campaign_status_transitions
     WHERE from_status NOT IN (SELECT to_status FROM campaign_status_transitions)),
    (SELECT string_agg(DISTINCT to_status::text, ', ') FROM campaign_status_transitions
     WHERE to_status NOT IN (SELECT from_status FROM campaign_status_transitions));

-- test: every status of a campaign takes part in a move
-- rows:
--   ∅
SELECT string_agg(status::text, ', ')
FROM unnest(enum_range(NULL::campaign_status_enum)) AS status
WHERE NOT EXISTS (SELECT FROM campaign_status_transitions AS t WHERE status IN (t.from_status, t.to_status));

-- test: a move that is allowed from now on can be made
INSERT INTO campaign_status_transitions VALUES ('draft', 'archived', 'put away unused');
UPDATE lead_generation_campaigns SET status = 'archived';

-- test: a move of a campaign is listed once and described
-- refused: 23505 campaign_status_transitions_pkey
INSERT INTO campaign_status_transitions VALUES ('draft', 'running', 'started again');
-- refused: 23502 "description" of relation "campaign_status_transitions"
INSERT INTO campaign_status_transitions VALUES ('draft', 'failed', NULL);

-- test: a campaign does not move to the status it has
-- refused: 23514 campaign_status_transitions_distinct_check
INSERT INTO campaign_status_transitions VALUES ('draft', 'draft', 'stays');
