-- Numbers of events and of configuration versions, and which locks may coexist.

-- setup
INSERT INTO users (id, email, first_name, last_name, password_hash) VALUES
    ('a0000000-0000-0000-0000-000000000001', 'ada@example.com', 'Ada', 'Lovelace', 'hash');

-- test: events of an aggregate are numbered from 1 without gaps and stand in this order in the log
-- event_store_assign_version
INSERT INTO event_store (aggregate_type, aggregate_id, event_type, event_data) VALUES
    ('order', 'e0000000-0000-0000-0000-000000000001', 'placed', '{}'),
    ('order', 'e0000000-0000-0000-0000-000000000002', 'placed', '{}'),
    ('order', 'e0000000-0000-0000-0000-000000000001', 'paid', '{}');
SAVEPOINT one;
INSERT INTO event_store (aggregate_type, aggregate_id, event_type, event_data) VALUES ('order', 'e0000000-0000-0000-0000-000000000001', 'lost', '{}');
ROLLBACK TO SAVEPOINT one;
INSERT INTO event_store (aggregate_type, aggregate_id, event_type, event_data) VALUES ('order', 'e0000000-0000-0000-0000-000000000001', 'sent', '{}');
INSERT INTO event_store (aggregate_type, aggregate_id, event_type, event_data) VALUES ('invoice', 'e0000000-0000-0000-0000-000000000001', 'made', '{}');
-- rows:
--   order | 1 | 1 | placed
--   order | 2 | 1 | placed
--   order | 1 | 2 | paid
--   order | 1 | 3 | sent
--   invoice | 1 | 1 | made
SELECT aggregate_type, right(aggregate_id::text, 1), event_version, event_type FROM event_store ORDER BY log_order, global_position;
-- rows:
--   3 | t
SELECT s.current_version, s.last_position = e.global_position AND s.log_order = e.log_order
FROM event_streams AS s
JOIN event_store AS e USING (aggregate_type, aggregate_id)
WHERE e.event_type = 'sent';

-- test: an event may bring its version along if it is the next one
INSERT INTO event_store (aggregate_type, aggregate_id, event_version, event_type, event_data) VALUES
    ('order', 'e0000000-0000-0000-0000-000000000001', 1, 'placed', '{}');
-- refused: SC007 the next event of order e0000000-0000-0000-0000-000000000001 has version 2, not 1 hint: Load the aggregate again and repeat the command.
INSERT INTO event_store (aggregate_type, aggregate_id, event_version, event_type, event_data) VALUES
    ('order', 'e0000000-0000-0000-0000-000000000001', 1, 'paid', '{}');

-- test: versions of a key are numbered from 1, each key for itself
-- config_versions_manage
INSERT INTO config_versions (config_key, config_value, change_type, proposed_by) VALUES
    ('limits', '1', 'create', 'a0000000-0000-0000-0000-000000000001'),
    ('colours', '1', 'create', 'a0000000-0000-0000-0000-000000000001'),
    ('limits', '2', 'update', 'a0000000-0000-0000-0000-000000000001');
-- rows:
--   colours | 1
--   limits | 1
--   limits | 2
SELECT config_key, version_number FROM config_versions ORDER BY config_key, version_number;

-- test: every move of a version is timed, and updated_at with it
INSERT INTO config_versions (config_key, config_value, change_type, proposed_by, validation_status, updated_at) VALUES
    ('limits', '1', 'create', 'a0000000-0000-0000-0000-000000000001', 'passed', '2000-01-01');
UPDATE config_versions SET status = 'approved', approved_by = 'a0000000-0000-0000-0000-000000000001';
UPDATE config_versions SET status = 'deployed', deployed_by = 'a0000000-0000-0000-0000-000000000001';
-- rows:
--   t | t | ∅ | t
SELECT approved_at >= now(), deployed_at >= approved_at, withdrawn_at, updated_at = now() FROM config_versions;
UPDATE config_versions SET status = 'superseded';
-- rows:
--   t
SELECT withdrawn_at >= deployed_at FROM config_versions;
UPDATE config_versions SET status = 'deployed';
-- rows:
--   ∅
SELECT withdrawn_at FROM config_versions;

-- test: what was proposed stays as it was proposed
INSERT INTO config_versions (config_key, config_value, change_type, proposed_by) VALUES
    ('limits', '1', 'create', 'a0000000-0000-0000-0000-000000000001');
-- refused: SC010 version 1 of limits is not to be changed hint: Propose a new version.
UPDATE config_versions SET config_value = '2';
-- refused: SC010 version 1 of limits is not to be changed
UPDATE config_versions SET config_key = 'colours';
-- refused: SC010 version 1 of limits is not to be changed
UPDATE config_versions SET version_number = 2;
UPDATE config_versions SET change_reason = 'because';

-- test: an exclusive lock stands alone and shared ones coexist
-- config_locks_admit
INSERT INTO config_locks (lock_key, lock_mode, owner_name, expires_at) VALUES
    ('alone', 'exclusive', 'one', '2100-01-01'),
    ('together', 'shared', 'one', '2100-01-01'),
    ('together', 'shared', 'two', '2100-01-01');
-- rows:
--   alone | 1
--   together | 1
--   together | 2
SELECT lock_key, fencing_token FROM config_locks ORDER BY lock_key, fencing_token;
-- refused: SC008 shared lock on "alone" is not to be had: one holds it in exclusive mode
INSERT INTO config_locks (lock_key, lock_mode, owner_name, expires_at) VALUES ('alone', 'shared', 'three', '2100-01-01');
-- refused: SC008 exclusive lock on "alone" is not to be had
INSERT INTO config_locks (lock_key, lock_mode, owner_name, expires_at) VALUES ('alone', 'exclusive', 'three', '2100-01-01');
-- refused: SC008 exclusive lock on "together" is not to be had
INSERT INTO config_locks (lock_key, lock_mode, owner_name, expires_at) VALUES ('together', 'exclusive', 'three', '2100-01-01');

-- test: an expired lock is let go for whoever comes next, with a greater token
INSERT INTO config_locks (lock_key, lock_mode, owner_name, acquired_at, heartbeat_at, expires_at) VALUES
    ('k', 'exclusive', 'one', '2020-01-01', '2020-01-01', '2020-01-02');
INSERT INTO config_locks (lock_key, lock_mode, owner_name, expires_at) VALUES ('k', 'exclusive', 'two', '2100-01-01');
-- rows:
--   one | 1 | t
--   two | 2 | f
SELECT owner_name, fencing_token, released_at IS NOT NULL FROM config_locks ORDER BY fencing_token;

-- test: a lock is not turned into another and a released one stays released
-- config_locks_guard
INSERT INTO config_locks (lock_key, lock_mode, owner_name, expires_at) VALUES ('k', 'shared', 'one', '2100-01-01');
-- refused: SC010 are not to be changed hint: Release it and acquire another.
UPDATE config_locks SET lock_mode = 'exclusive';
-- refused: SC010 are not to be changed
UPDATE config_locks SET fencing_token = 9;
UPDATE config_locks SET released_at = now() + interval '1 second';
-- refused: SC009 has been released hint: Acquire it again; what it guarded may have changed since.
UPDATE config_locks SET expires_at = '2110-01-01';
-- refused: SC009 has been released
UPDATE config_locks SET released_at = NULL;

-- test: a user whose locks were released can be removed
INSERT INTO config_locks (lock_key, lock_mode, owner_name, owner_user_id, expires_at) VALUES
    ('k', 'shared', 'one', 'a0000000-0000-0000-0000-000000000001', '2100-01-01');
UPDATE config_locks SET released_at = expires_at;
DELETE FROM users;
-- rows:
--   one | ∅
SELECT owner_name, owner_user_id FROM config_locks;
