-- Event streams, events, projections, configuration versions and locks: legal rows are taken, illegal ones refused.

-- setup
INSERT INTO users (id, email, first_name, last_name, password_hash)
VALUES ('a0000000-0000-0000-0000-000000000001', 'ada@example.com', 'Ada', 'Lovelace', 'hash');
-- A trigger makes the stream and gives the event version 1.
INSERT INTO event_store (event_id, aggregate_type, aggregate_id, event_type, event_data)
VALUES ('e0000000-0000-0000-0000-000000000001', 'campaign', 'c0000000-0000-0000-0000-000000000001', 'created', '{"name": "Spring"}');
INSERT INTO event_projections (projection_name) VALUES ('dashboard');
INSERT INTO config_versions (id, config_key, config_value, change_type, proposed_by)
VALUES ('30000000-0000-0000-0000-000000000001', 'queue', '{"lease": 60}', 'create', 'a0000000-0000-0000-0000-000000000001');
-- A trigger makes the key and gives the lock token 1.
INSERT INTO config_locks (id, lock_key, lock_mode, owner_name, owner_user_id, expires_at)
VALUES ('40000000-0000-0000-0000-000000000001', 'queue', 'exclusive', 'deployer', 'a0000000-0000-0000-0000-000000000001', clock_timestamp() + interval '1 minute');

-- event_streams

-- test: a stream is at the version and position of its latest event
-- rows:
--   1 | t | t
SELECT s.current_version, s.log_order = e.log_order, s.last_position = e.global_position
FROM event_streams AS s
JOIN event_store AS e USING (aggregate_type, aggregate_id);

-- test: an aggregate has one stream
-- refused: 23505 event_streams_pkey
INSERT INTO event_streams SELECT * FROM event_streams;

-- test: a stream that exists has an event
-- refused: 23514 event_streams_current_version_check
UPDATE event_streams SET current_version = 0;

-- event_store

-- test: an event gets the next version of its aggregate, an id and the current transaction's order
INSERT INTO event_store (aggregate_type, aggregate_id, event_type, event_data)
VALUES ('campaign', 'c0000000-0000-0000-0000-000000000001', 'renamed', '{}');
-- rows:
--   2 | t | {} | t
SELECT event_version, event_id IS NOT NULL, metadata, log_order::text = pg_current_xact_id()::text FROM event_store WHERE event_type = 'renamed';

-- test: an event says what caused it
INSERT INTO event_store (aggregate_type, aggregate_id, event_version, event_type, event_data, metadata, causation_id, correlation_id)
VALUES ('campaign', 'c0000000-0000-0000-0000-000000000001', 2, 'renamed', '{}', '{"user": "ada"}',
    'e0000000-0000-0000-0000-000000000001', 'f0000000-0000-0000-0000-000000000001');

-- test: the position of an event is the database's to give
-- refused: 428C9 column "global_position"
INSERT INTO event_store (global_position, aggregate_type, aggregate_id, event_type, event_data)
VALUES (1, 'campaign', 'c0000000-0000-0000-0000-000000000001', 'renamed', '{}');

-- test: no two events have one id
-- refused: 23505 event_store_event_id_key
INSERT INTO event_store (event_id, aggregate_type, aggregate_id, event_type, event_data)
VALUES ('e0000000-0000-0000-0000-000000000001', 'campaign', 'c0000000-0000-0000-0000-000000000002', 'created', '{}');

-- test: an aggregate has each version once, even if no trigger numbers them
ALTER TABLE event_store DISABLE TRIGGER event_store_assign_version;
-- refused: 23505 event_store_aggregate_version_key
INSERT INTO event_store (aggregate_type, aggregate_id, event_version, event_type, event_data)
VALUES ('campaign', 'c0000000-0000-0000-0000-000000000001', 1, 'renamed', '{}');

-- test: versions of an aggregate count from 1, even if no trigger numbers them
ALTER TABLE event_store DISABLE TRIGGER event_store_assign_version;
-- refused: 23514 event_store_event_version_check
INSERT INTO event_store (aggregate_type, aggregate_id, event_type, event_data)
VALUES ('campaign', 'c0000000-0000-0000-0000-000000000001', 'renamed', '{}');

-- test: an event belongs to a stream, even if no trigger makes it
ALTER TABLE event_store DISABLE TRIGGER event_store_assign_version;
-- refused: 23503 event_store_stream_fkey
INSERT INTO event_store (aggregate_type, aggregate_id, event_version, event_type, event_data)
VALUES ('campaign', 'c0000000-0000-0000-0000-000000000002', 1, 'created', '{}');

-- test: a stream that has events is not deleted
-- refused: 23503 event_store_stream_fkey
DELETE FROM event_streams;

-- test: data and metadata of an event are objects
-- refused: 23514 event_store_event_data_check
INSERT INTO event_store (aggregate_type, aggregate_id, event_type, event_data)
VALUES ('campaign', 'c0000000-0000-0000-0000-000000000001', 'renamed', '[]');
-- refused: 23514 event_store_metadata_check
INSERT INTO event_store (aggregate_type, aggregate_id, event_type, event_data, metadata)
VALUES ('campaign', 'c0000000-0000-0000-0000-000000000001', 'renamed', '{}', '[]');

-- test: an event has a type and data
-- refused: 23502 "event_type" of relation "event_store"
INSERT INTO event_store (aggregate_type, aggregate_id, event_data) VALUES ('campaign', 'c0000000-0000-0000-0000-000000000001', '{}');
-- refused: 23502 "event_data" of relation "event_store"
INSERT INTO event_store (aggregate_type, aggregate_id, event_type) VALUES ('campaign', 'c0000000-0000-0000-0000-000000000001', 'renamed');

-- event_projections

-- test: a new projection runs and has processed nothing
-- rows:
--   running | 0 | 0 | 0 | 0 | 0 | 0 | 0
SELECT status, last_log_order, last_position, lag_events, events_processed, error_count, consecutive_errors, recovery_attempts FROM event_projections;

-- test: projections have different names
-- refused: 23505 event_projections_projection_name_key
INSERT INTO event_projections (projection_name) VALUES ('dashboard');
-- refused: 23502 "projection_name" of relation "event_projections"
UPDATE event_projections SET projection_name = NULL;

-- test: a projection stands at the start of the log or further
-- refused: 23514 event_projections_position_check
UPDATE event_projections SET last_log_order = -1;
-- refused: 23514 event_projections_position_check
UPDATE event_projections SET last_position = -1;
-- refused: 23514 event_projections_position_check
UPDATE event_projections SET lag_events = -1;

-- test: errors in a row are among all errors, and no count is negative
UPDATE event_projections SET error_count = 1, consecutive_errors = 1;
-- refused: 23514 event_projections_counts_check
UPDATE event_projections SET consecutive_errors = 2;
-- refused: 23514 event_projections_counts_check
UPDATE event_projections SET consecutive_errors = -1;
-- refused: 23514 event_projections_counts_check
UPDATE event_projections SET events_processed = -1;
-- refused: 23514 event_projections_counts_check
UPDATE event_projections SET recovery_attempts = -1;

-- test: an error has a time, and a time belongs to an error
UPDATE event_projections SET last_error = 'away', last_error_at = now();
-- refused: 23514 event_projections_error_check
UPDATE event_projections SET last_error_at = NULL;
-- refused: 23514 event_projections_error_check
UPDATE event_projections SET last_error = NULL;

-- config_versions

-- test: a new version is number 1 of its key, proposed, not validated, and knows its hash
-- rows:
--   1 | proposed | pending | [] | t
SELECT version_number, status, validation_status, validation_errors, value_hash = sha256('{"lease": 60}') FROM config_versions;

-- test: versions of a key get the next number of their own accord
INSERT INTO config_versions (config_key, config_value, change_type, proposed_by)
VALUES ('queue', '{"lease": 90}', 'update', 'a0000000-0000-0000-0000-000000000001');
INSERT INTO config_versions (config_key, config_value, change_type, proposed_by)
VALUES ('cache', '{}', 'create', 'a0000000-0000-0000-0000-000000000001');
-- rows:
--   cache | 1
--   queue | 1
--   queue | 2
SELECT config_key, version_number FROM config_versions ORDER BY config_key, version_number;

-- test: a version walks from proposal to roll-back
UPDATE config_versions SET status = 'approved', approved_by = 'a0000000-0000-0000-0000-000000000001', validation_status = 'passed';
UPDATE config_versions SET status = 'deployed', deployed_by = 'a0000000-0000-0000-0000-000000000001';
UPDATE config_versions SET status = 'rolled_back';
-- rows:
--   rolled_back | t | t | t
SELECT status, approved_at IS NOT NULL, deployed_at >= approved_at, withdrawn_at >= deployed_at FROM config_versions;

-- test: a key has each number once
-- refused: 23505 config_versions_config_key_version_number_key
INSERT INTO config_versions (config_key, version_number, config_value, change_type, proposed_by)
VALUES ('queue', 1, '{}', 'update', 'a0000000-0000-0000-0000-000000000001');

-- test: numbers of versions count from 1
-- refused: 23514 config_versions_version_number_check
INSERT INTO config_versions (config_key, version_number, config_value, change_type, proposed_by)
VALUES ('queue', -1, '{}', 'update', 'a0000000-0000-0000-0000-000000000001');

-- test: errors of validation are a list, and there are some exactly when it failed
UPDATE config_versions SET validation_status = 'failed', validation_errors = '["too short"]';
-- refused: 23514 config_versions_validation_errors_check
UPDATE config_versions SET validation_errors = '{"lease": "too short"}';
-- refused: 23514 config_versions_validation_check
UPDATE config_versions SET validation_errors = '[]';
-- refused: 23514 config_versions_validation_check
UPDATE config_versions SET validation_status = 'passed';

-- test: what is approved says by whom, and passed its validation
-- refused: 23514 config_versions_approved_check
UPDATE config_versions SET status = 'approved', validation_status = 'passed';
-- refused: 23514 config_versions_approved_check
UPDATE config_versions SET status = 'approved', approved_by = 'a0000000-0000-0000-0000-000000000001';
-- refused: 23514 config_versions_approved_check
UPDATE config_versions SET approved_by = 'a0000000-0000-0000-0000-000000000001';
-- refused: 23514 config_versions_approved_check
UPDATE config_versions SET approved_at = now();

-- test: only what is rejected has a time of rejection
-- refused: 23514 config_versions_rejected_check
UPDATE config_versions SET rejected_at = now();
UPDATE config_versions SET status = 'rejected';
-- refused: 23514 config_versions_rejected_check
UPDATE config_versions SET rejected_at = NULL;

-- test: what is deployed says by whom and when
UPDATE config_versions SET status = 'approved', approved_by = 'a0000000-0000-0000-0000-000000000001', validation_status = 'passed';
-- refused: 23514 config_versions_deployed_check
UPDATE config_versions SET status = 'deployed';
-- refused: 23514 config_versions_deployed_check
UPDATE config_versions SET deployed_by = 'a0000000-0000-0000-0000-000000000001';
UPDATE config_versions SET status = 'deployed', deployed_by = 'a0000000-0000-0000-0000-000000000001';
-- refused: 23514 config_versions_deployed_check
UPDATE config_versions SET deployed_by = NULL, deployed_at = NULL;

-- test: only what went out of force has a time of withdrawal
-- refused: 23514 config_versions_withdrawn_check
UPDATE config_versions SET withdrawn_at = now();
UPDATE config_versions SET status = 'approved', approved_by = 'a0000000-0000-0000-0000-000000000001', validation_status = 'passed';
UPDATE config_versions SET status = 'deployed', deployed_by = 'a0000000-0000-0000-0000-000000000001';
UPDATE config_versions SET status = 'superseded';
-- refused: 23514 config_versions_withdrawn_check
UPDATE config_versions SET withdrawn_at = NULL;

-- test: one version of a key is in force at most
INSERT INTO config_versions (config_key, config_value, change_type, proposed_by)
VALUES ('queue', '{"lease": 90}', 'update', 'a0000000-0000-0000-0000-000000000001');
UPDATE config_versions SET status = 'approved', approved_by = 'a0000000-0000-0000-0000-000000000001', validation_status = 'passed';
UPDATE config_versions SET status = 'deployed', deployed_by = 'a0000000-0000-0000-0000-000000000001' WHERE version_number = 1;
-- refused: 23505 config_versions_deployed_key
UPDATE config_versions SET status = 'deployed', deployed_by = 'a0000000-0000-0000-0000-000000000001' WHERE version_number = 2;
UPDATE config_versions SET status = 'superseded' WHERE version_number = 1;
UPDATE config_versions SET status = 'deployed', deployed_by = 'a0000000-0000-0000-0000-000000000001' WHERE version_number = 2;

-- test: a version names users and an earlier version who exist
-- refused: 23503 config_versions_proposed_by_fkey
UPDATE config_versions SET proposed_by = 'a0000000-0000-0000-0000-000000000009';
-- refused: 23503 config_versions_previous_version_id_fkey
UPDATE config_versions SET previous_version_id = '30000000-0000-0000-0000-000000000009';
-- refused: 23503 config_versions_approved_by_fkey
UPDATE config_versions SET status = 'approved', approved_by = 'a0000000-0000-0000-0000-000000000009', validation_status = 'passed';
UPDATE config_versions SET status = 'approved', approved_by = 'a0000000-0000-0000-0000-000000000001', validation_status = 'passed';
-- refused: 23503 config_versions_deployed_by_fkey
UPDATE config_versions SET status = 'deployed', deployed_by = 'a0000000-0000-0000-0000-000000000009';

-- test: a version has a key, a value, a kind of change and a proposer
-- refused: 23502 "config_key" of relation "config_versions"
INSERT INTO config_versions (config_value, change_type, proposed_by) VALUES ('{}', 'create', 'a0000000-0000-0000-0000-000000000001');
-- refused: 23502 "config_value" of relation "config_versions"
INSERT INTO config_versions (config_key, change_type, proposed_by) VALUES ('mail', 'create', 'a0000000-0000-0000-0000-000000000001');
-- refused: 23502 "change_type" of relation "config_versions"
INSERT INTO config_versions (config_key, config_value, proposed_by) VALUES ('mail', '{}', 'a0000000-0000-0000-0000-000000000001');
-- refused: 23502 "proposed_by" of relation "config_versions"
INSERT INTO config_versions (config_key, config_value, change_type) VALUES ('mail', '{}', 'create');

-- config_version_status_transitions

-- test: the moves of a version begin at proposed, and nothing follows upon rejected or rolled_back
-- rows:
--   proposed | rejected, rolled_back
SELECT
    (SELECT string_agg(DISTINCT from_status::text, ', ') FROM config_version_status_transitions
     WHERE from_status NOT IN (SELECT to_status FROM config_version_status_transitions)),
    (SELECT string_agg(DISTINCT to_status::text, ', ') FROM config_version_status_transitions
     WHERE to_status NOT IN (SELECT from_status FROM config_version_status_transitions));

-- test: every status of a version takes part in a move
-- rows:
--   ∅
SELECT string_agg(status::text, ', ')
FROM unnest(enum_range(NULL::config_version_status_enum)) AS status
WHERE NOT EXISTS (SELECT FROM config_version_status_transitions AS t WHERE status IN (t.from_status, t.to_status));

-- test: a move of a version is listed once and described
INSERT INTO config_version_status_transitions VALUES ('rolled_back', 'deployed', 'put in force once more');
-- refused: 23505 config_version_status_transitions_pkey
INSERT INTO config_version_status_transitions VALUES ('proposed', 'approved', 'again');
-- refused: 23502 "description" of relation "config_version_status_transitions"
INSERT INTO config_version_status_transitions VALUES ('proposed', 'deployed', NULL);

-- test: a version does not move to the status it has
-- refused: 23514 config_version_status_transitions_distinct_check
INSERT INTO config_version_status_transitions VALUES ('deployed', 'deployed', 'stays');

-- config_lock_keys

-- test: a key that was locked once has handed out one token
-- rows:
--   queue | 1
SELECT lock_key, last_token FROM config_lock_keys;

-- test: a key is listed once and has handed out no fewer tokens than none
-- refused: 23505 config_lock_keys_pkey
INSERT INTO config_lock_keys (lock_key) VALUES ('queue');
-- refused: 23514 config_lock_keys_last_token_check
UPDATE config_lock_keys SET last_token = -1;

-- config_locks

-- test: a new lock is held and has just been heard from
-- rows:
--   1 | t | ∅
SELECT fencing_token, heartbeat_at >= acquired_at, released_at FROM config_locks;

-- test: shared locks coexist
INSERT INTO config_locks (lock_key, lock_mode, owner_name, expires_at) VALUES
    ('cache', 'shared', 'reader 1', clock_timestamp() + interval '1 minute'),
    ('cache', 'shared', 'reader 2', clock_timestamp() + interval '1 minute');
-- rows:
--   1 | 2
SELECT min(fencing_token), max(fencing_token) FROM config_locks WHERE lock_key = 'cache';

-- test: no two exclusive locks are held on one key, even if no trigger admits them
ALTER TABLE config_locks DISABLE TRIGGER config_locks_admit;
-- refused: 23505 config_locks_exclusive_key
INSERT INTO config_locks (lock_key, lock_mode, owner_name, expires_at, fencing_token)
VALUES ('queue', 'exclusive', 'intruder', clock_timestamp() + interval '1 minute', 2);

-- test: a released lock does not stand in the way of the next one
UPDATE config_locks SET released_at = clock_timestamp();
INSERT INTO config_locks (lock_key, lock_mode, owner_name, expires_at) VALUES ('queue', 'exclusive', 'next', clock_timestamp() + interval '1 minute');

-- test: a token is greater than 0, and a lock is of a key that is listed, even if no trigger sees to it
ALTER TABLE config_locks DISABLE TRIGGER config_locks_admit;
-- refused: 23514 config_locks_fencing_token_check
INSERT INTO config_locks (lock_key, lock_mode, owner_name, expires_at) VALUES ('queue', 'shared', 'reader', clock_timestamp() + interval '1 minute');
-- refused: 23503 config_locks_lock_key_fkey
INSERT INTO config_locks (lock_key, lock_mode, owner_name, expires_at, fencing_token)
VALUES ('cache', 'shared', 'reader', clock_timestamp() + interval '1 minute', 1);

-- test: a lock expires after it was acquired
-- refused: 23514 config_locks_expires_at_check
UPDATE config_locks SET expires_at = acquired_at;

-- test: a lock was neither heard from nor released before it was acquired
-- refused: 23514 config_locks_heartbeat_at_check
UPDATE config_locks SET heartbeat_at = acquired_at - interval '1 second';
-- refused: 23514 config_locks_released_at_check
UPDATE config_locks SET released_at = acquired_at - interval '1 second';

-- test: a lock is held for a user who exists, and outlives the user
-- refused: 23503 config_locks_owner_user_id_fkey
UPDATE config_locks SET owner_user_id = 'a0000000-0000-0000-0000-000000000009';
DELETE FROM config_versions;
DELETE FROM users;
-- rows:
--   1 | 0
SELECT count(*), count(owner_user_id) FROM config_locks;

-- test: a lock has a key, a mode, an owner and an expiry
-- refused: 23502 "lock_key"
INSERT INTO config_locks (lock_mode, owner_name, expires_at) VALUES ('shared', 'reader', clock_timestamp() + interval '1 minute');
-- refused: 23502 "lock_mode" of relation "config_locks"
INSERT INTO config_locks (lock_key, owner_name, expires_at) VALUES ('cache', 'reader', clock_timestamp() + interval '1 minute');
-- refused: 23502 "owner_name" of relation "config_locks"
UPDATE config_locks SET owner_name = NULL;
-- refused: 23502 "expires_at" of relation "config_locks"
UPDATE config_locks SET expires_at = NULL;
