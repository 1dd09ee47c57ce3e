-- Phases, state events, snapshots and transitions: legal rows are taken, illegal ones refused.

-- setup
INSERT INTO users (id, email, first_name, last_name, password_hash)
VALUES ('a0000000-0000-0000-0000-000000000001', 'ada@example.com', 'Ada', 'Lovelace', 'hash');
-- A trigger gives the campaign its first event, of number 1, and the transition to draft.
INSERT INTO lead_generation_campaigns (id, name, owner_id)
VALUES ('c0000000-0000-0000-0000-000000000001', 'Spring', 'a0000000-0000-0000-0000-000000000001');
INSERT INTO campaign_phases (id, campaign_id, phase_type, phase_order)
VALUES ('b0000000-0000-0000-0000-000000000001', 'c0000000-0000-0000-0000-000000000001', 'domain_generation', 1);
INSERT INTO campaign_state_events (id, campaign_id, event_type, triggered_by)
VALUES ('e0000000-0000-0000-0000-000000000002', 'c0000000-0000-0000-0000-000000000001', 'note_added', 'a0000000-0000-0000-0000-000000000001');
INSERT INTO campaign_state_snapshots (campaign_id, last_event_sequence, state_data)
VALUES ('c0000000-0000-0000-0000-000000000001', 2, '{"status": "draft"}');
INSERT INTO campaign_state_transitions (campaign_id, from_status, to_status, is_valid, refusal_reason)
VALUES ('c0000000-0000-0000-0000-000000000001', 'draft', 'completed', false, 'not started');

-- campaign_phases

-- test: a new phase is not started, not configured and has done nothing
-- rows:
--   not_started | ∅ | 0 | 0 | 0 | 0 | 0.00 | ∅ | ∅ | ∅
SELECT status, configuration, total_items, processed_items, successful_items, failed_items, progress_percentage, started_at, paused_at, finished_at
FROM campaign_phases;

-- test: a campaign has each phase once
-- refused: 23505 campaign_phases_campaign_id_phase_type_key
INSERT INTO campaign_phases (campaign_id, phase_type, phase_order) VALUES ('c0000000-0000-0000-0000-000000000001', 'domain_generation', 2);

-- test: no two phases of a campaign stand in one place
-- refused: 23505 campaign_phases_campaign_id_phase_order_key
INSERT INTO campaign_phases (campaign_id, phase_type, phase_order) VALUES ('c0000000-0000-0000-0000-000000000001', 'dns_validation', 1);

-- test: two phases change places within one transaction
INSERT INTO campaign_phases (campaign_id, phase_type, phase_order) VALUES ('c0000000-0000-0000-0000-000000000001', 'dns_validation', 2);
SET CONSTRAINTS campaign_phases_campaign_id_phase_order_key DEFERRED;
UPDATE campaign_phases SET phase_order = 2 WHERE phase_type = 'domain_generation';
UPDATE campaign_phases SET phase_order = 1 WHERE phase_type = 'dns_validation';
SET CONSTRAINTS campaign_phases_campaign_id_phase_order_key IMMEDIATE;
-- rows:
--   dns_validation
--   domain_generation
SELECT phase_type FROM campaign_phases ORDER BY phase_order;

-- test: places are counted from 1
-- refused: 23514 campaign_phases_phase_order_check
UPDATE campaign_phases SET phase_order = 0;

-- test: the configuration of a phase is an object
UPDATE campaign_phases SET configuration = '{"tld": "com"}';
-- refused: 23514 campaign_phases_configuration_check
UPDATE campaign_phases SET configuration = '[]';

-- test: details of an error of a phase are an object
-- refused: 23514 campaign_phases_error_details_check
UPDATE campaign_phases SET error_details = '"timeout"';

-- test: items of a phase that were processed are among all, those that succeeded or failed among the processed
UPDATE campaign_phases SET total_items = 3, processed_items = 2, successful_items = 1, failed_items = 1;
-- refused: 23514 campaign_phases_items_check
UPDATE campaign_phases SET processed_items = 4;
-- refused: 23514 campaign_phases_items_check
UPDATE campaign_phases SET successful_items = 2;
-- refused: 23514 campaign_phases_items_check
UPDATE campaign_phases SET successful_items = -1;
-- refused: 23514 campaign_phases_items_check
UPDATE campaign_phases SET failed_items = -1;

-- test: progress of a phase lies between 0 and 100
-- refused: 23514 campaign_phases_progress_check
UPDATE campaign_phases SET progress_percentage = 100.01;
-- refused: 23514 campaign_phases_progress_check
UPDATE campaign_phases SET progress_percentage = -0.01;

-- test: a phase does not finish before it started
-- refused: 23514 campaign_phases_finished_at_check
UPDATE campaign_phases SET started_at = now(), finished_at = now() - interval '1 second';

-- test: a phase belongs to a campaign that exists
-- refused: 23503 campaign_phases_campaign_id_fkey
UPDATE campaign_phases SET campaign_id = 'c0000000-0000-0000-0000-000000000009';

-- test: a phase has a campaign, a type and a place
-- refused: 23502 "campaign_id" of relation "campaign_phases"
UPDATE campaign_phases SET campaign_id = NULL;
-- refused: 23502 "phase_type" of relation "campaign_phases"
UPDATE campaign_phases SET phase_type = NULL;
-- refused: 23502 "phase_order" of relation "campaign_phases"
UPDATE campaign_phases SET phase_order = NULL;

-- campaign_phase_status_transitions

-- test: the moves of a phase begin at not_started, and nothing follows upon completed or skipped
-- rows:
--   not_started | completed, skipped
SELECT
    (SELECT string_agg(DISTINCT from_status::text, ', ') FROM campaign_phase_status_transitions
     WHERE from_status NOT IN (SELECT to_status FROM campaign_phase_status_transitions)),
    (SELECT string_agg(DISTINCT to_status::text, ', ') FROM campaign_phase_status_transitions
     WHERE to_status NOT IN (SELECT from_status FROM campaign_phase_status_transitions));

-- test: every status of a phase takes part in a move
-- rows:
--   ∅
SELECT string_agg(status::text, ', ')
FROM unnest(enum_range(NULL::phase_status_enum)) AS status
WHERE NOT EXISTS (SELECT FROM campaign_phase_status_transitions AS t WHERE status IN (t.from_status, t.to_status));

-- test: a move of a phase is listed once and described
INSERT INTO campaign_phase_status_transitions VALUES ('paused', 'skipped', 'left out while paused');
-- refused: 23505 campaign_phase_status_transitions_pkey
INSERT INTO campaign_phase_status_transitions VALUES ('not_started', 'ready', 'again');
-- refused: 23502 "description" of relation "campaign_phase_status_transitions"
INSERT INTO campaign_phase_status_transitions VALUES ('not_started', 'failed', NULL);

-- test: a phase does not move to the status it has
-- refused: 23514 campaign_phase_status_transitions_distinct_check
INSERT INTO campaign_phase_status_transitions VALUES ('ready', 'ready', 'stays');

-- campaign_event_sequences

-- test: the head of a campaign's log has the number of its latest event
-- rows:
--   2
SELECT last_sequence FROM campaign_event_sequences;

-- test: a log may be empty, never less
UPDATE campaign_event_sequences SET last_sequence = 0;
-- refused: 23514 campaign_event_sequences_last_sequence_check
UPDATE campaign_event_sequences SET last_sequence = -1;

-- test: a campaign has one log
-- refused: 23505 campaign_event_sequences_pkey
INSERT INTO campaign_event_sequences (campaign_id) VALUES ('c0000000-0000-0000-0000-000000000001');

-- test: a log belongs to a campaign that exists
-- refused: 23503 campaign_event_sequences_campaign_id_fkey
INSERT INTO campaign_event_sequences (campaign_id) VALUES ('c0000000-0000-0000-0000-000000000009');

-- campaign_state_events

-- test: an event gets the next number and waits to be processed
-- rows:
--   1 | status_changed | pending | ∅
--   2 | note_added | pending | ∅
SELECT sequence_number, event_type, processing_status, processed_at FROM campaign_state_events ORDER BY sequence_number;

-- test: an event carries data, context, a reason and a correlation id
INSERT INTO campaign_state_events (campaign_id, event_type, reason, event_data, context, correlation_id)
VALUES ('c0000000-0000-0000-0000-000000000001', 'error_reported', 'resolver away', '{"code": 2}', '{"host": "w1"}', 'f0000000-0000-0000-0000-000000000001');
-- rows:
--   3 | {"code": 2} | {"host": "w1"}
SELECT sequence_number, event_data, context FROM campaign_state_events WHERE event_type = 'error_reported';

-- test: no two events of a campaign have one number
-- refused: 23505 campaign_state_events_campaign_id_sequence_number_key
UPDATE campaign_state_events SET sequence_number = 1 WHERE sequence_number = 2;

-- test: numbers of events count from 1
-- refused: 23514 campaign_state_events_sequence_number_check
UPDATE campaign_state_events SET sequence_number = 0 WHERE sequence_number = 2;

-- test: a change of status says to which
-- refused: 23514 campaign_state_events_status_changed_check
INSERT INTO campaign_state_events (campaign_id, event_type, source_status) VALUES ('c0000000-0000-0000-0000-000000000001', 'status_changed', 'draft');

-- test: a change of phase says which phase and to what
INSERT INTO campaign_state_events (campaign_id, event_type, phase_type, target_phase_status)
VALUES ('c0000000-0000-0000-0000-000000000001', 'phase_changed', 'analysis', 'ready');
-- refused: 23514 campaign_state_events_phase_changed_check
INSERT INTO campaign_state_events (campaign_id, event_type, phase_type)
VALUES ('c0000000-0000-0000-0000-000000000001', 'phase_changed', 'analysis');
-- refused: 23514 campaign_state_events_phase_changed_check
INSERT INTO campaign_state_events (campaign_id, event_type, target_phase_status)
VALUES ('c0000000-0000-0000-0000-000000000001', 'phase_changed', 'ready');

-- test: an event has a time of processing exactly when it was processed
UPDATE campaign_state_events SET processing_status = 'processed', processed_at = now() WHERE sequence_number = 1;
-- refused: 23514 campaign_state_events_processed_at_check
UPDATE campaign_state_events SET processing_status = 'processed' WHERE sequence_number = 2;
-- refused: 23514 campaign_state_events_processed_at_check
UPDATE campaign_state_events SET processed_at = now() WHERE sequence_number = 2;

-- test: data and context of an event are objects
-- refused: 23514 campaign_state_events_event_data_check
UPDATE campaign_state_events SET event_data = '[]';
-- refused: 23514 campaign_state_events_context_check
UPDATE campaign_state_events SET context = '"here"';

-- test: an event belongs to a campaign and a user who exist
-- refused: 23503 campaign_state_events_campaign_id_fkey
UPDATE campaign_state_events SET campaign_id = 'c0000000-0000-0000-0000-000000000009' WHERE sequence_number = 2;
-- refused: 23503 campaign_state_events_triggered_by_fkey
UPDATE campaign_state_events SET triggered_by = 'a0000000-0000-0000-0000-000000000009' WHERE sequence_number = 2;

-- test: an event for a campaign that does not exist is refused when it is written
-- refused: 23503 campaign_event_sequences_campaign_id_fkey
INSERT INTO campaign_state_events (campaign_id, event_type) VALUES ('c0000000-0000-0000-0000-000000000009', 'note_added');

-- test: an event has a campaign and a type
-- refused: 23502 "campaign_id"
INSERT INTO campaign_state_events (event_type) VALUES ('note_added');
-- refused: 23502 "event_type" of relation "campaign_state_events"
INSERT INTO campaign_state_events (campaign_id) VALUES ('c0000000-0000-0000-0000-000000000001');

-- campaign_state_snapshots

-- test: a snapshot is valid and carries the checksum of its data
-- rows:
--   t | t
SELECT is_valid, checksum = sha256('{"status": "draft"}') FROM campaign_state_snapshots;

-- test: the checksum of a snapshot is not written by hand
-- refused: 428C9 column "checksum"
UPDATE campaign_state_snapshots SET checksum = sha256('');

-- test: a campaign has one valid snapshot after an event
-- refused: 23505 campaign_state_snapshots_valid_key
INSERT INTO campaign_state_snapshots (campaign_id, last_event_sequence, state_data) VALUES ('c0000000-0000-0000-0000-000000000001', 2, '{}');

-- test: an invalid snapshot does not stand in the way of its replacement
UPDATE campaign_state_snapshots SET is_valid = false, invalid_reason = 'checksum does not match';
INSERT INTO campaign_state_snapshots (campaign_id, last_event_sequence, state_data) VALUES ('c0000000-0000-0000-0000-000000000001', 2, '{}');

-- test: a snapshot is invalid for a reason, and valid without one
-- refused: 23514 campaign_state_snapshots_validity_check
UPDATE campaign_state_snapshots SET is_valid = false;
-- refused: 23514 campaign_state_snapshots_validity_check
UPDATE campaign_state_snapshots SET invalid_reason = 'checksum does not match';

-- test: a snapshot may stand before the first event, never earlier
UPDATE campaign_state_snapshots SET last_event_sequence = 0;
-- refused: 23514 campaign_state_snapshots_last_event_sequence_check
UPDATE campaign_state_snapshots SET last_event_sequence = -1;

-- test: the state in a snapshot is an object
-- refused: 23514 campaign_state_snapshots_state_data_check
UPDATE campaign_state_snapshots SET state_data = '[]';
-- refused: 23502 "state_data" of relation "campaign_state_snapshots"
INSERT INTO campaign_state_snapshots (campaign_id, last_event_sequence, state_data) VALUES ('c0000000-0000-0000-0000-000000000001', 3, NULL);

-- test: a snapshot belongs to a campaign that exists
-- refused: 23503 campaign_state_snapshots_campaign_id_fkey
UPDATE campaign_state_snapshots SET campaign_id = 'c0000000-0000-0000-0000-000000000009';

-- campaign_state_transitions

-- test: transitions made stand beside those refused
-- rows:
--   ∅ | draft | t | ∅ | t
--   draft | completed | f | not started | f
SELECT from_status, to_status, is_valid, refusal_reason, state_event_id IS NOT NULL FROM campaign_state_transitions ORDER BY id;

-- test: a transition moves the campaign or one of its phases, not both and not neither
INSERT INTO campaign_state_transitions (campaign_id, phase_type, to_phase_status, is_valid, refusal_reason)
VALUES ('c0000000-0000-0000-0000-000000000001', 'analysis', 'completed', false, 'not started');
-- refused: 23514 campaign_state_transitions_subject_check
UPDATE campaign_state_transitions SET to_status = NULL WHERE NOT is_valid AND phase_type IS NULL;
-- refused: 23514 campaign_state_transitions_subject_check
UPDATE campaign_state_transitions SET to_phase_status = 'ready' WHERE NOT is_valid AND phase_type IS NULL;
-- refused: 23514 campaign_state_transitions_subject_check
UPDATE campaign_state_transitions SET phase_type = 'analysis' WHERE NOT is_valid AND phase_type IS NULL;
-- refused: 23514 campaign_state_transitions_subject_check
UPDATE campaign_state_transitions SET to_status = 'running' WHERE phase_type = 'analysis';

-- test: a transition made has its event and no reason for a refusal; a refused one has a reason and no event
INSERT INTO campaign_state_transitions (campaign_id, state_event_id, to_status, is_valid)
VALUES ('c0000000-0000-0000-0000-000000000001', 'e0000000-0000-0000-0000-000000000002', 'running', true);
-- refused: 23514 campaign_state_transitions_validity_check
UPDATE campaign_state_transitions SET state_event_id = NULL WHERE to_status = 'running';
-- refused: 23514 campaign_state_transitions_validity_check
UPDATE campaign_state_transitions SET refusal_reason = 'not started' WHERE to_status = 'running';
-- refused: 23514 campaign_state_transitions_validity_check
UPDATE campaign_state_transitions SET refusal_reason = NULL WHERE NOT is_valid;

-- test: a transition does not finish before it was asked for
-- refused: 23514 campaign_state_transitions_finished_at_check
UPDATE campaign_state_transitions SET finished_at = requested_at - interval '1 second';

-- test: an event records one transition
-- refused: 23505 campaign_state_transitions_state_event_id_key
INSERT INTO campaign_state_transitions (campaign_id, state_event_id, to_status, is_valid)
SELECT campaign_id, state_event_id, 'running', true FROM campaign_state_transitions WHERE is_valid;

-- test: a transition belongs to a campaign and an event that exist
-- refused: 23503 campaign_state_transitions_campaign_id_fkey
UPDATE campaign_state_transitions SET campaign_id = 'c0000000-0000-0000-0000-000000000009';
-- refused: 23503 campaign_state_transitions_state_event_id_fkey
UPDATE campaign_state_transitions SET state_event_id = 'e0000000-0000-0000-0000-000000000009' WHERE is_valid;

-- test: a transition has a campaign and says whether it was made
-- refused: 23502 "campaign_id" of relation "campaign_state_transitions"
UPDATE campaign_state_transitions SET campaign_id = NULL;
-- refused: 23502 "is_valid" of relation "campaign_state_transitions"
UPDATE campaign_state_transitions SET is_valid = NULL;

-- what a campaign takes along

-- test: a campaign that is deleted takes its phases, log, snapshots and transitions along
DELETE FROM lead_generation_campaigns;
-- rows:
--   0 | 0 | 0 | 0 | 0
SELECT
    (SELECT count(*) FROM campaign_phases),
    (SELECT count(*) FROM campaign_event_sequences),
    (SELECT count(*) FROM campaign_state_events),
    (SELECT count(*) FROM campaign_state_snapshots),
    (SELECT count(*) FROM campaign_state_transitions);

-- test: a user who is deleted leaves the events behind that he or she caused
INSERT INTO users (id, email, first_name, last_name, password_hash)
VALUES ('a0000000-0000-0000-0000-000000000002', 'grace@example.com', 'Grace', 'Hopper', 'hash');
UPDATE campaign_state_events SET triggered_by = 'a0000000-0000-0000-0000-000000000002' WHERE sequence_number = 2;
DELETE FROM users WHERE id = 'a0000000-0000-0000-0000-000000000002';
-- rows:
--   2 | 0
SELECT count(*), count(triggered_by) FROM campaign_state_events;
