-- All upkeep in one call, which commits batch by batch.

-- setup
INSERT INTO users (id, email, first_name, last_name, password_hash) VALUES
    ('a0000000-0000-0000-0000-000000000001', 'ada@example.com', 'Ada', 'Lovelace', 'hash');
INSERT INTO user_sessions (user_id, token_hash, client_address, created_at, expires_at)
SELECT 'a0000000-0000-0000-0000-000000000001', sha256(convert_to(n::text, 'UTF8')), '192.0.2.1', now() - interval '2 days', now() - interval '1 day'
FROM generate_series(1, 5) AS g (n);
INSERT INTO user_sessions (user_id, token_hash, client_address, created_at, expires_at, ended_at, end_reason)
SELECT 'a0000000-0000-0000-0000-000000000001', sha256(convert_to(n::text, 'UTF8')), '192.0.2.1', '2020-01-01', '2020-01-02', '2020-01-02', 'logout'
FROM generate_series(6, 10) AS g (n);
INSERT INTO password_reset_tokens (user_id, token_hash, created_at, expires_at)
SELECT 'a0000000-0000-0000-0000-000000000001', sha256(convert_to(n::text, 'UTF8')), '2020-01-01', '2020-01-02' FROM generate_series(1, 5) AS g (n);
INSERT INTO auth_audit_logs (event_type, event_status, created_at) SELECT 'login', 'success', '2020-01-01' FROM generate_series(1, 5);
INSERT INTO rate_limits (identifier, action, window_started_at) SELECT n, 'login', '2020-01-01' FROM generate_series(1, 5) AS g (n);
INSERT INTO lead_generation_campaigns (id, name, owner_id) VALUES
    ('c0000000-0000-0000-0000-000000000001', 'Shops', 'a0000000-0000-0000-0000-000000000001');
SELECT enqueue_job('c0000000-0000-0000-0000-000000000001', 'analysis') FROM generate_series(1, 5);
UPDATE campaign_jobs SET status = 'cancelled';
SET session_replication_role = replica;
UPDATE campaign_jobs SET finished_at = now() - interval '2 hours';
SET session_replication_role = origin;
INSERT INTO campaign_job_attempts (job_id, fencing_token, attempt, worker_id, outcome, started_at, finished_at)
SELECT gen_random_uuid(), n, 1, 'w', 'completed', '2020-01-01', '2020-01-02' FROM generate_series(1, 5) AS g (n);
INSERT INTO campaign_job_archive (id, campaign_id, job_type, status, priority, attempts, max_attempts, idempotency_key, payload, scheduled_at, finished_at, created_at)
SELECT gen_random_uuid(), 'c0000000-0000-0000-0000-000000000001', 'dns_validation', 'dead', 5, 3, 3, n, '{}', '2020-01-01', '2020-01-02', '2020-01-01'
FROM generate_series(1, 5) AS g (n);
INSERT INTO job_workers (id, host_name, process_id, job_types, last_seen_at) SELECT n, 'host', 1, '{analysis}', '2020-01-01' FROM generate_series(1, 5) AS g (n);
INSERT INTO security_events (event_type, severity, status, description, created_at, resolved_at, resolved_by)
SELECT 'brute_force', 'low', 'resolved', 'closed', '2020-01-01', '2020-01-02', 'a0000000-0000-0000-0000-000000000001' FROM generate_series(1, 5);
INSERT INTO authorization_decisions (resource_type, action, decision, policy_name, duration_ms, created_at)
SELECT 'campaign', 'read', 'allow', 'owner', 1, '2020-01-01' FROM generate_series(1, 5);
INSERT INTO cache_configurations (id, name, cache_type) VALUES ('ca000000-0000-0000-0000-000000000001', 'pages', 'http_response');
SELECT put_cache_entry('ca000000-0000-0000-0000-000000000001', n::text, 'v', -5) FROM generate_series(1, 5) AS g (n);
INSERT INTO cache_invalidations (configuration_id, kind, status, finished_at)
SELECT 'ca000000-0000-0000-0000-000000000001', 'everything', 'completed', '2020-01-01' FROM generate_series(1, 5);
INSERT INTO cache_invalidation_log (configuration_id, kind, created_at)
SELECT 'ca000000-0000-0000-0000-000000000001', 'everything', '2020-01-01' FROM generate_series(1, 5);
INSERT INTO config_locks (lock_key, lock_mode, owner_name, acquired_at, heartbeat_at, expires_at)
SELECT n, 'exclusive', 'w', '2020-01-01', '2020-01-01', '2020-01-02' FROM generate_series(1, 5) AS g (n);
INSERT INTO config_locks (lock_key, lock_mode, owner_name, acquired_at, heartbeat_at, expires_at, released_at)
SELECT n, 'exclusive', 'w', '2020-01-01', '2020-01-01', '2020-01-02', '2020-01-02' FROM generate_series(6, 10) AS g (n);
INSERT INTO query_performance_metrics (query_fingerprint, query_type, service_name, execution_time_ms, recorded_at)
SELECT 'f', 'select', 'api', 1, '2020-01-01' FROM generate_series(1, 5);
INSERT INTO audit_logs (created_at, action, entity_type) SELECT '2020-01-01', 'read', 'old report' FROM generate_series(1, 5);
CREATE TEMPORARY VIEW left_over AS
SELECT task, n
FROM (
    VALUES
        ('audit log', (SELECT count(*) FROM audit_logs WHERE entity_type = 'old report')),
        ('expired sessions', (SELECT count(*) FROM user_sessions WHERE ended_at IS NULL)),
        ('ended sessions', (SELECT count(*) FROM user_sessions WHERE end_reason = 'logout')),
        ('resets', (SELECT count(*) FROM password_reset_tokens)),
        ('authentication', (SELECT count(*) FROM auth_audit_logs)),
        ('rate limits', (SELECT count(*) FROM rate_limits)),
        ('finished jobs', (SELECT count(*) FROM campaign_jobs)),
        ('archived jobs', (SELECT count(*) FROM campaign_job_archive WHERE job_type = 'dns_validation')),
        ('attempts', (SELECT count(*) FROM campaign_job_attempts)),
        ('workers', (SELECT count(*) FROM job_workers)),
        ('security events', (SELECT count(*) FROM security_events)),
        ('decisions', (SELECT count(*) FROM authorization_decisions)),
        ('cache entries', (SELECT count(*) FROM cache_entries)),
        ('invalidations', (SELECT count(*) FROM cache_invalidations)),
        ('log of invalidations', (SELECT count(*) FROM cache_invalidation_log)),
        ('expired locks', (SELECT count(*) FROM config_locks WHERE released_at IS NULL)),
        ('released locks', (SELECT count(*) FROM config_locks WHERE released_at < '2021-01-01')),
        ('metrics', (SELECT count(*) FROM query_performance_metrics))
) AS v (task, n);

-- test (autocommit): one call does all that is to be done, and a second finds nothing
-- rows:
--   5 | 18
SELECT n, count(*) FROM left_over GROUP BY n;
CALL run_maintenance();
-- rows:
SELECT task, n FROM left_over WHERE n <> 0;
-- rows:
--   t
SELECT count(*) >= 3 FROM pg_inherits WHERE inhparent = 'audit_logs'::regclass AND inhrelid <> 'audit_logs_default'::regclass;
-- rows:
--   5 | 5
SELECT (SELECT count(*) FROM user_sessions WHERE end_reason = 'expired'), (SELECT count(*) FROM campaign_job_archive);
CALL run_maintenance();

-- test (autocommit): small batches come to the same end
CALL run_maintenance(2);
-- rows:
SELECT task, n FROM left_over WHERE n <> 0;

-- test (autocommit): no more batches than asked for are done of any task
CALL run_maintenance(2, 1);
-- rows:
--   0 | audit log
--   3 | archived jobs, attempts, authentication, cache entries, decisions, ended sessions, expired locks, expired sessions, finished jobs, invalidations, log of invalidations, metrics, rate limits, released locks, resets, security events, workers
SELECT n, string_agg(task, ', ' ORDER BY task) FROM left_over GROUP BY n ORDER BY n;

-- test: it is refused within a transaction, where it could not commit
-- refused: 2D000 invalid transaction termination
CALL run_maintenance();
