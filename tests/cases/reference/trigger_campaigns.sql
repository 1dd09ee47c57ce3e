-- What campaigns and phases do by themselves: first status, version, times, and the log of their moves.

-- setup
INSERT INTO users (id, email, first_name, last_name, password_hash) VALUES
    ('a0000000-0000-0000-0000-000000000001', 'ada@example.com', 'Ada', 'Lovelace', 'hash');
INSERT INTO lead_generation_campaigns (id, name, owner_id) VALUES
    ('c0000000-0000-0000-0000-000000000001', 'Shops', 'a0000000-0000-0000-0000-000000000001');

-- test: a campaign starts as a draft and as nothing else
-- lead_generation_campaigns_check_initial_status
-- refused: SC001 a campaign starts as draft, not as running hint: Insert it as draft, then call start_campaign().
INSERT INTO lead_generation_campaigns (name, owner_id, status) VALUES ('Blogs', 'a0000000-0000-0000-0000-000000000001', 'running');
-- refused: SC001 a campaign starts as draft, not as archived
INSERT INTO lead_generation_campaigns (name, owner_id, status) VALUES ('Blogs', 'a0000000-0000-0000-0000-000000000001', 'archived');

-- test: a campaign's start and finish are timed
-- lead_generation_campaigns_check_status
UPDATE lead_generation_campaigns SET status = 'running';
-- rows:
--   t | ∅
SELECT started_at >= now(), finished_at FROM lead_generation_campaigns;
UPDATE lead_generation_campaigns SET status = 'failed';
-- rows:
--   t
SELECT finished_at >= started_at FROM lead_generation_campaigns;

-- test: a campaign that is retried keeps its start and loses its finish
UPDATE lead_generation_campaigns SET status = 'running', started_at = '2026-01-01';
UPDATE lead_generation_campaigns SET status = 'failed';
UPDATE lead_generation_campaigns SET status = 'running';
-- rows:
--   2026-01-01 | ∅
SELECT (started_at AT TIME ZONE 'UTC')::date, finished_at FROM lead_generation_campaigns;

-- test: the version goes up with every change of substance
-- lead_generation_campaigns_bump_version
UPDATE lead_generation_campaigns SET name = 'Blogs';
UPDATE lead_generation_campaigns SET status = 'running';
-- rows:
--   3
SELECT version FROM lead_generation_campaigns;

-- test: the version stands still while only progress is written
UPDATE lead_generation_campaigns
SET total_items = 9,
    processed_items = 5,
    successful_items = 3,
    failed_items = 2,
    progress_percentage = 55.5,
    processing_rate = 1.25,
    estimated_completion_at = now(),
    last_heartbeat_at = now();
-- rows:
--   1
SELECT version FROM lead_generation_campaigns;

-- test: a client may write the version it read, or the next
UPDATE lead_generation_campaigns SET name = 'Blogs', version = 1;
UPDATE lead_generation_campaigns SET name = 'Forums', version = 3;
-- rows:
--   3
SELECT version FROM lead_generation_campaigns;

-- test: a version that was read too long ago is refused
UPDATE lead_generation_campaigns SET name = 'Blogs';
UPDATE lead_generation_campaigns SET name = 'Forums';
-- refused: SC005 is at version 3, not at 1 hint: Read the campaign again and repeat the change.
UPDATE lead_generation_campaigns SET name = 'Lists', version = 1;
-- refused: SC005 is at version 3, not at 5
UPDATE lead_generation_campaigns SET name = 'Lists', version = 5;

-- test: the creation of a campaign is its first event and transition
-- lead_generation_campaigns_record_creation
INSERT INTO lead_generation_campaigns (id, name, owner_id) VALUES
    ('c0000000-0000-0000-0000-000000000002', 'Blogs', 'a0000000-0000-0000-0000-000000000001');
-- rows:
--   1 | status_changed | ∅ | draft | ∅ | ∅ | 1
SELECT sequence_number, event_type, source_status, target_status, reason, triggered_by, event_data ->> 'version'
FROM campaign_state_events
WHERE campaign_id = 'c0000000-0000-0000-0000-000000000002';
-- rows:
--   ∅ | draft | t | ∅
SELECT t.from_status, t.to_status, t.is_valid, t.refusal_reason
FROM campaign_state_transitions AS t
JOIN campaign_state_events AS e ON e.id = t.state_event_id
WHERE t.campaign_id = 'c0000000-0000-0000-0000-000000000002';

-- test: a campaign's move is an event with who, why and within which request
-- lead_generation_campaigns_record_status
SET LOCAL app.user_id = 'a0000000-0000-0000-0000-000000000001';
SET LOCAL app.request_id = '4e000000-0000-0000-0000-000000000001';
SET LOCAL app.reason = 'told to';
UPDATE lead_generation_campaigns SET status = 'cancelled';
-- rows:
--   2 | draft | cancelled | told to | a0000000-0000-0000-0000-000000000001 | 4e000000-0000-0000-0000-000000000001
SELECT sequence_number, source_status, target_status, reason, triggered_by, correlation_id
FROM campaign_state_events
WHERE target_status = 'cancelled';
-- rows:
--   draft | cancelled | t
SELECT t.from_status, t.to_status, t.is_valid
FROM campaign_state_transitions AS t
JOIN campaign_state_events AS e ON e.id = t.state_event_id
WHERE e.sequence_number = 2;

-- test: a user who does not exist does not stop a move
SET LOCAL app.user_id = 'a0000000-0000-0000-0000-00000000dead';
UPDATE lead_generation_campaigns SET status = 'cancelled';
-- rows:
--   ∅
SELECT triggered_by FROM campaign_state_events WHERE target_status = 'cancelled';

-- test: a campaign that keeps its status makes no event
UPDATE lead_generation_campaigns SET name = 'Blogs', status = 'draft';
-- rows:
--   1
SELECT count(*) FROM campaign_state_events;

-- test: events are numbered from 1 without gaps, each campaign for itself
-- campaign_state_events_assign_sequence
INSERT INTO lead_generation_campaigns (id, name, owner_id) VALUES
    ('c0000000-0000-0000-0000-000000000002', 'Blogs', 'a0000000-0000-0000-0000-000000000001');
INSERT INTO campaign_state_events (campaign_id, event_type) VALUES ('c0000000-0000-0000-0000-000000000001', 'note_added');
SAVEPOINT one;
INSERT INTO campaign_state_events (campaign_id, event_type) VALUES ('c0000000-0000-0000-0000-000000000001', 'error_reported');
ROLLBACK TO SAVEPOINT one;
INSERT INTO campaign_state_events (campaign_id, event_type) VALUES ('c0000000-0000-0000-0000-000000000001', 'note_added');
-- rows:
--   Blogs | 1
--   Shops | 1, 2, 3
SELECT c.name, string_agg(e.sequence_number::text, ', ' ORDER BY e.sequence_number)
FROM campaign_state_events AS e
JOIN lead_generation_campaigns AS c ON c.id = e.campaign_id
GROUP BY c.name
ORDER BY c.name;

-- test: an event may bring its number along if it is the next one
INSERT INTO campaign_state_events (campaign_id, event_type, sequence_number) VALUES ('c0000000-0000-0000-0000-000000000001', 'note_added', 2);
-- refused: SC007 has number 3, not 2 hint: Leave sequence_number out, or read the log again.
INSERT INTO campaign_state_events (campaign_id, event_type, sequence_number) VALUES ('c0000000-0000-0000-0000-000000000001', 'note_added', 2);
-- refused: SC007 has number 3, not 9
INSERT INTO campaign_state_events (campaign_id, event_type, sequence_number) VALUES ('c0000000-0000-0000-0000-000000000001', 'note_added', 9);

-- test: a phase starts before its start
-- campaign_phases_check_initial_status
INSERT INTO campaign_phases (campaign_id, phase_type, phase_order, status) VALUES
    ('c0000000-0000-0000-0000-000000000001', 'domain_generation', 1, 'configured'),
    ('c0000000-0000-0000-0000-000000000001', 'dns_validation', 2, 'ready'),
    ('c0000000-0000-0000-0000-000000000001', 'analysis', 3, 'not_started');
-- refused: SC002 a phase starts as not_started, ready or configured, not as in_progress hint: Insert it as not_started and walk it from there.
INSERT INTO campaign_phases (campaign_id, phase_type, phase_order, status) VALUES
    ('c0000000-0000-0000-0000-000000000001', 'http_keyword_validation', 4, 'in_progress');

-- test: a phase's start, pause and completion are timed, and a completed phase is at 100 percent
-- campaign_phases_check_status
INSERT INTO campaign_phases (campaign_id, phase_type, phase_order, status) VALUES
    ('c0000000-0000-0000-0000-000000000001', 'domain_generation', 1, 'configured');
UPDATE campaign_phases SET status = 'in_progress';
-- rows:
--   t | ∅ | ∅
SELECT started_at >= now(), paused_at, finished_at FROM campaign_phases;
UPDATE campaign_phases SET status = 'paused';
-- rows:
--   t
SELECT paused_at >= started_at FROM campaign_phases;
UPDATE campaign_phases SET status = 'in_progress';
UPDATE campaign_phases SET status = 'completed';
-- rows:
--   ∅ | t | 100.00
SELECT paused_at, finished_at >= started_at, progress_percentage FROM campaign_phases;

-- test: a phase that is configured anew after a failure forgets the failure
INSERT INTO campaign_phases (campaign_id, phase_type, phase_order, status) VALUES
    ('c0000000-0000-0000-0000-000000000001', 'domain_generation', 1, 'configured');
UPDATE campaign_phases SET status = 'in_progress';
UPDATE campaign_phases SET status = 'failed', error_message = 'no resolver', error_details = '{"code": 2}';
-- rows:
--   t
SELECT finished_at IS NOT NULL FROM campaign_phases;
UPDATE campaign_phases SET status = 'configured';
-- rows:
--   ∅ | ∅ | ∅
SELECT error_message, error_details, finished_at FROM campaign_phases;

-- test: a phase's move is an event and a transition of its campaign
-- campaign_phases_record_status
INSERT INTO campaign_phases (campaign_id, phase_type, phase_order) VALUES
    ('c0000000-0000-0000-0000-000000000001', 'analysis', 1);
SET LOCAL app.reason = 'not wanted';
UPDATE campaign_phases SET status = 'skipped';
-- rows:
--   2 | phase_changed | analysis | not_started | skipped | not wanted
SELECT sequence_number, event_type, phase_type, source_phase_status, target_phase_status, reason
FROM campaign_state_events
WHERE phase_type IS NOT NULL;
-- rows:
--   analysis | not_started | skipped | t
SELECT phase_type, from_phase_status, to_phase_status, is_valid FROM campaign_state_transitions WHERE phase_type IS NOT NULL;

-- test: with a campaign goes all that it has
INSERT INTO campaign_phases (campaign_id, phase_type, phase_order) VALUES ('c0000000-0000-0000-0000-000000000001', 'analysis', 1);
INSERT INTO generated_domains (campaign_id, offset_index, domain_name, tld) VALUES ('c0000000-0000-0000-0000-000000000001', 0, 'a.com', 'com');
SELECT enqueue_job('c0000000-0000-0000-0000-000000000001', 'dns_validation');
SELECT snapshot_campaign_state('c0000000-0000-0000-0000-000000000001');
DELETE FROM lead_generation_campaigns;
-- rows:
--   0 | 0 | 0 | 0 | 0 | 0
SELECT
    (SELECT count(*) FROM campaign_phases),
    (SELECT count(*) FROM generated_domains),
    (SELECT count(*) FROM campaign_domain_counters),
    (SELECT count(*) FROM campaign_jobs),
    (SELECT count(*) FROM campaign_state_events),
    (SELECT count(*) FROM campaign_state_transitions);
