-- Configuration: from proposal to roll-back, and the locks that guard it.

-- setup
INSERT INTO users (id, email, first_name, last_name, password_hash) VALUES
    ('a0000000-0000-0000-0000-000000000001', 'ada@example.com', 'Ada', 'Lovelace', 'hash'),
    ('a0000000-0000-0000-0000-000000000002', 'bob@example.com', 'Bob', 'Byte', 'hash');
CREATE TEMPORARY VIEW state AS SELECT config_key, version_number, status, config_value, id FROM config_versions;

-- test: a proposal is a version with the next number
SELECT propose_config_version('limits', '{"rate": 1}', 'create', 'a0000000-0000-0000-0000-000000000001', 'first');
SELECT propose_config_version('limits', '{"rate": 2}', 'update', 'a0000000-0000-0000-0000-000000000001');
-- rows:
--   1 | proposed | pending | create | first | {"rate": 1} | a0000000-0000-0000-0000-000000000001 | t
--   2 | proposed | pending | update | ∅ | {"rate": 2} | a0000000-0000-0000-0000-000000000001 | t
SELECT version_number, status, validation_status, change_type, change_reason, config_value, proposed_by, value_hash = jsonb_sha256(config_value)
FROM config_versions
ORDER BY version_number;

-- test: validation passes without errors and fails with them, and may be repeated
SELECT propose_config_version('limits', '1', 'create', 'a0000000-0000-0000-0000-000000000001');
-- rows:
--   failed
SELECT validate_config_version(id, '["too low"]') FROM state;
-- rows:
--   failed | ["too low"]
SELECT validation_status, validation_errors FROM config_versions;
-- rows:
--   passed
SELECT validate_config_version(id) FROM state;
-- rows:
--   passed | []
SELECT validation_status, validation_errors FROM config_versions;

-- test: what has not passed validation is not approved
SELECT propose_config_version('limits', '1', 'create', 'a0000000-0000-0000-0000-000000000001');
-- refused: SC011 has not passed validation hint: Call validate_config_version() first.
SELECT approve_config_version(id, 'a0000000-0000-0000-0000-000000000002') FROM state;
SELECT validate_config_version(id, '["too low"]') FROM state;
-- refused: SC011 has not passed validation
SELECT approve_config_version(id, 'a0000000-0000-0000-0000-000000000002') FROM state;

-- test: an approval and a deployment have somebody who answers for them
SELECT propose_config_version('limits', '1', 'create', 'a0000000-0000-0000-0000-000000000001');
SELECT validate_config_version(id) FROM state;
-- refused: 23514 config_versions_approved_check
SELECT approve_config_version(id, NULL) FROM state;
SELECT approve_config_version(id, 'a0000000-0000-0000-0000-000000000002') FROM state;
-- refused: 23514 config_versions_deployed_check
SELECT deploy_config_version(id, NULL) FROM state;
SELECT deploy_config_version(id, 'a0000000-0000-0000-0000-000000000001') FROM state;
-- rows:
--   deployed | a0000000-0000-0000-0000-000000000002 | a0000000-0000-0000-0000-000000000001
SELECT status, approved_by, deployed_by FROM config_versions;

-- test: at most one version of a key is in force, each key for itself
SELECT propose_config_version(key, '1', 'create', 'a0000000-0000-0000-0000-000000000001') FROM unnest('{limits,limits,limits,colours}'::text[]) AS k (key);
SELECT validate_config_version(id) FROM state;
SELECT approve_config_version(id, 'a0000000-0000-0000-0000-000000000002') FROM state;
SELECT deploy_config_version(id, 'a0000000-0000-0000-0000-000000000002') FROM state ORDER BY config_key, version_number;
-- rows:
--   colours | 1 | deployed | ∅
--   limits | 1 | superseded | ∅
--   limits | 2 | superseded | 1
--   limits | 3 | deployed | 2
SELECT v.config_key, v.version_number, v.status, p.version_number
FROM config_versions AS v
LEFT JOIN config_versions AS p ON p.id = v.previous_version_id
ORDER BY v.config_key, v.version_number;
-- refused: 23505 config_versions_deployed_key
UPDATE config_versions SET status = 'deployed' WHERE config_key = 'limits' AND version_number = 1;

-- test: a roll-back returns to the version before, step by step, until there is none
SELECT propose_config_version('limits', '1', 'create', 'a0000000-0000-0000-0000-000000000001') FROM generate_series(1, 3);
SELECT validate_config_version(id) FROM state;
SELECT approve_config_version(id, 'a0000000-0000-0000-0000-000000000002') FROM state;
SELECT deploy_config_version(id, 'a0000000-0000-0000-0000-000000000002') FROM state ORDER BY version_number;
-- rows:
--   2
SELECT version_number FROM state WHERE id = (SELECT rollback_config_version('limits', 'a0000000-0000-0000-0000-000000000001'));
-- rows:
--   1
SELECT version_number FROM state WHERE id = (SELECT rollback_config_version('limits', 'a0000000-0000-0000-0000-000000000001'));
-- rows:
--   ∅
SELECT rollback_config_version('limits', 'a0000000-0000-0000-0000-000000000001');
-- rows:
--   rolled_back | 3
SELECT status, count(*) FROM state GROUP BY status;
-- refused: SC011 no version of limits is in force
SELECT rollback_config_version('limits', 'a0000000-0000-0000-0000-000000000001');

-- test: after a roll-back the next deployment builds on what is in force
SELECT propose_config_version('limits', '1', 'create', 'a0000000-0000-0000-0000-000000000001') FROM generate_series(1, 3);
SELECT validate_config_version(id) FROM state;
SELECT approve_config_version(id, 'a0000000-0000-0000-0000-000000000002') FROM state;
SELECT deploy_config_version(id, 'a0000000-0000-0000-0000-000000000002') FROM state WHERE version_number < 3 ORDER BY version_number;
SELECT rollback_config_version('limits', 'a0000000-0000-0000-0000-000000000001');
SELECT deploy_config_version(id, 'a0000000-0000-0000-0000-000000000002') FROM state WHERE version_number = 3;
-- rows:
--   1
SELECT version_number FROM state WHERE id = (SELECT rollback_config_version('limits', 'a0000000-0000-0000-0000-000000000001'));

-- test: a version that is not there is said to be not there
-- refused: P0002 there is no configuration version 70000000-0000-0000-0000-00000000dead
SELECT validate_config_version('70000000-0000-0000-0000-00000000dead');
-- refused: P0002 there is no configuration version
SELECT approve_config_version('70000000-0000-0000-0000-00000000dead', 'a0000000-0000-0000-0000-000000000001');
-- refused: P0002 there is no configuration version
SELECT reject_config_version('70000000-0000-0000-0000-00000000dead');
-- refused: P0002 there is no configuration version
SELECT deploy_config_version('70000000-0000-0000-0000-00000000dead', 'a0000000-0000-0000-0000-000000000001');
-- refused: P0002 there is no configuration version
SELECT lock_config_version('70000000-0000-0000-0000-00000000dead');

-- test: the first step of every move holds the version and its key
SELECT propose_config_version('limits', '1', 'create', 'a0000000-0000-0000-0000-000000000001');
-- rows:
--   limits | 1
SELECT l.config_key, l.version_number FROM state AS s CROSS JOIN LATERAL lock_config_version(s.id) AS l;
-- rows:
--   1
SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND pid = pg_backend_pid();

-- test: a lock has an owner, a token and an end
-- rows:
--   1 | t
SELECT lock_token, lock_expires_at BETWEEN now() + interval '90 seconds' AND clock_timestamp() + interval '90 seconds'
FROM acquire_config_lock('limits', 'exclusive', 'deployer', 90, 'a0000000-0000-0000-0000-000000000001', 'deploying');
-- rows:
--   limits | exclusive | deployer | a0000000-0000-0000-0000-000000000001 | deploying | ∅
SELECT lock_key, lock_mode, owner_name, owner_user_id, purpose, released_at FROM config_locks;

-- test: exclusive locks exclude and shared ones coexist
SELECT acquire_config_lock('shared', 'shared', 'one');
SELECT acquire_config_lock('shared', 'shared', 'two');
SELECT acquire_config_lock('exclusive', 'exclusive', 'one');
SELECT acquire_config_lock('another', 'exclusive', 'one');
-- refused: SC008 exclusive lock on "shared" is not to be had
SELECT acquire_config_lock('shared', 'exclusive', 'three');
-- refused: SC008 shared lock on "exclusive" is not to be had: one holds it in exclusive mode
SELECT acquire_config_lock('exclusive', 'shared', 'two');
-- refused: SC008 hint: Try again later.
SELECT acquire_config_lock('exclusive', 'exclusive', 'one');

-- test: a lock that is let go is free for the next, with a greater token
SELECT acquire_config_lock('k', 'exclusive', 'one');
-- rows:
--   t
SELECT release_config_lock(id) FROM config_locks;
-- rows:
--   f
SELECT release_config_lock(id) FROM config_locks;
-- rows:
--   2
SELECT lock_token FROM acquire_config_lock('k', 'exclusive', 'two');
-- rows:
--   f
SELECT release_config_lock('10000000-0000-0000-0000-00000000dead');

-- test: a heartbeat renews a lock, and tells a holder that it lost it
SELECT acquire_config_lock('k', 'exclusive', 'one', 5);
-- rows:
--   t
SELECT renew_config_lock(id, 3600) >= now() + interval '1 hour' FROM config_locks;
-- rows:
--   t | t
SELECT heartbeat_at > acquired_at, expires_at >= now() + interval '1 hour' FROM config_locks;
SELECT release_config_lock(id) FROM config_locks;
-- refused: SC009 has been released hint: Acquire it again; what it guarded may have changed since.
SELECT renew_config_lock(id) FROM config_locks;
-- refused: SC009 there is no lock 10000000-0000-0000-0000-00000000dead
SELECT renew_config_lock('10000000-0000-0000-0000-00000000dead');

-- test: a holder that was overtaken after its lock expired learns it
INSERT INTO config_locks (lock_key, lock_mode, owner_name, acquired_at, heartbeat_at, expires_at) VALUES
    ('k', 'exclusive', 'slow', '2020-01-01', '2020-01-01', '2020-01-02');
SELECT acquire_config_lock('k', 'exclusive', 'quick');
-- refused: SC009 has been released
SELECT renew_config_lock(id) FROM config_locks WHERE owner_name = 'slow';
-- rows:
--   f
SELECT release_config_lock(id) FROM config_locks WHERE owner_name = 'slow';

-- test: a lock that expired and that nobody wanted may still be renewed
INSERT INTO config_locks (lock_key, lock_mode, owner_name, acquired_at, heartbeat_at, expires_at) VALUES
    ('k', 'exclusive', 'slow', '2020-01-01', '2020-01-01', '2020-01-02');
-- rows:
--   t
SELECT renew_config_lock(id) > now() FROM config_locks;
-- refused: SC008 is not to be had: slow holds it in exclusive mode
SELECT acquire_config_lock('k', 'exclusive', 'quick');
