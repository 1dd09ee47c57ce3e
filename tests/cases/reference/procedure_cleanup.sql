-- Clean-up: what is old goes, in bounded batches; what is young or still needed stays.

-- setup
INSERT INTO users (id, email, first_name, last_name, password_hash) VALUES
    ('a0000000-0000-0000-0000-000000000001', 'ada@example.com', 'Ada', 'Lovelace', 'hash');
INSERT INTO lead_generation_campaigns (id, name, owner_id) VALUES
    ('c0000000-0000-0000-0000-000000000001', 'Shops', 'a0000000-0000-0000-0000-000000000001');
INSERT INTO cache_configurations (id, name, cache_type) VALUES ('ca000000-0000-0000-0000-000000000001', 'pages', 'http_response');

-- test: sessions whose time has run out are ended as expired, the oldest first
INSERT INTO user_sessions (user_id, token_hash, client_address, created_at, expires_at, device_fingerprint)
SELECT 'a0000000-0000-0000-0000-000000000001', sha256(convert_to(days::text, 'UTF8')), '192.0.2.1', now() - interval '30 days', now() - make_interval(days => days), days
FROM unnest('{3,2,1,-1}'::integer[]) AS u (days);
-- rows:
--   2
SELECT expire_sessions(2);
-- rows:
--   3 | expired | t
--   2 | expired | t
--   1 | ∅ | f
--   -1 | ∅ | f
SELECT device_fingerprint, end_reason, ended_at IS NOT NULL FROM user_sessions ORDER BY expires_at;
-- rows:
--   1
SELECT expire_sessions();
-- rows:
--   0
SELECT expire_sessions();

-- test: sessions that ended long ago are removed
INSERT INTO user_sessions (user_id, token_hash, client_address, created_at, expires_at, ended_at, end_reason, device_fingerprint)
SELECT
    'a0000000-0000-0000-0000-000000000001',
    sha256(convert_to(days::text, 'UTF8')),
    '192.0.2.1',
    now() - interval '300 days',
    now(),
    now() - make_interval(days => days),
    'logout',
    days
FROM unnest('{93,92,91,89}'::integer[]) AS u (days);
-- rows:
--   2
SELECT purge_sessions(p_limit => 2);
-- rows:
--   91
--   89
SELECT device_fingerprint FROM user_sessions ORDER BY ended_at;
-- rows:
--   1
SELECT purge_sessions();
-- rows:
--   1
SELECT purge_sessions(interval '88 days');

-- test: password resets that expired long ago are removed, used or not
INSERT INTO password_reset_tokens (user_id, token_hash, created_at, expires_at, used_at)
SELECT
    'a0000000-0000-0000-0000-000000000001',
    sha256(convert_to(days::text, 'UTF8')),
    now() - interval '30 days',
    now() - make_interval(days => days),
    CASE WHEN days = 9 THEN now() - interval '29 days' END
FROM unnest('{10,9,8,6}'::integer[]) AS u (days);
-- rows:
--   2
SELECT purge_password_reset_tokens(p_limit => 2);
-- rows:
--   1
SELECT purge_password_reset_tokens();
-- rows:
--   1
SELECT count(*) FROM password_reset_tokens;

-- test: authentication events that old are removed
INSERT INTO auth_audit_logs (event_type, event_status, created_at)
SELECT 'login', 'success', now() - make_interval(days => days) FROM unnest('{740,739,738,700}'::integer[]) AS u (days);
-- rows:
--   2
SELECT purge_auth_audit_logs(p_limit => 2);
-- rows:
--   1
SELECT purge_auth_audit_logs();
-- rows:
--   1
SELECT count(*) FROM auth_audit_logs;

-- test: counters that are not used any more are removed, those that block stay
INSERT INTO rate_limits (identifier, action, window_started_at, blocked_until) VALUES
    ('old', 'login', now() - interval '3 days', NULL),
    ('older', 'login', now() - interval '4 days', now() - interval '1 day'),
    ('oldest', 'login', now() - interval '5 days', NULL),
    ('blocked', 'login', now() - interval '3 days', now() + interval '1 day'),
    ('young', 'login', now(), NULL);
-- rows:
--   2
SELECT purge_rate_limits(p_limit => 2);
-- rows:
--   1
SELECT purge_rate_limits();
-- rows:
--   blocked
--   young
SELECT identifier FROM rate_limits ORDER BY identifier;

-- test: finished jobs are moved to the archive with all that they hold
SELECT configure_campaign_phase('c0000000-0000-0000-0000-000000000001', 'dns_validation', '{}');
SELECT start_campaign('c0000000-0000-0000-0000-000000000001');
SELECT enqueue_job('c0000000-0000-0000-0000-000000000001', 'dns_validation', '{"n": 1}', n::text) FROM generate_series(1, 5) AS g (n);
SELECT complete_job(id, fencing_token, '{"ok": true}') FROM claim_jobs('w', 'dns_validation', 3);
SELECT fail_job(id, fencing_token, 'bad payload', false) FROM claim_jobs('w', 'dns_validation', 1);
CREATE TEMPORARY TABLE before AS SELECT * FROM campaign_jobs;
-- rows:
--   0
SELECT archive_finished_jobs();
-- rows:
--   3
SELECT archive_finished_jobs(interval '-1 minute', 3);
-- rows:
--   1
SELECT archive_finished_jobs(interval '-1 minute');
-- rows:
--   queued
SELECT status FROM campaign_jobs;
-- rows:
--   completed | 3 | t
--   failed | 1 | t
SELECT
    a.status,
    count(*),
    bool_and(
        (a.campaign_id, a.job_type, a.status, a.priority, a.attempts, a.max_attempts, a.idempotency_key, a.payload, a.fencing_token, a.started_at, a.finished_at)
        = (b.campaign_id, b.job_type, b.status, b.priority, b.attempts, b.max_attempts, b.idempotency_key, b.payload, b.fencing_token, b.started_at, b.finished_at)
        AND a.result IS NOT DISTINCT FROM b.result
        AND a.last_error IS NOT DISTINCT FROM b.last_error
    )
FROM campaign_job_archive AS a
JOIN before AS b USING (id)
GROUP BY a.status
ORDER BY a.status;

-- test: the key of an archived job is free again
SELECT enqueue_job('c0000000-0000-0000-0000-000000000001', 'dns_validation', '{}', 'once');
UPDATE campaign_jobs SET status = 'cancelled';
SELECT archive_finished_jobs(interval '-1 minute');
-- rows:
--   t
SELECT was_created FROM enqueue_job('c0000000-0000-0000-0000-000000000001', 'dns_validation', '{}', 'once');

-- test: jobs leave the archive long after they finished
INSERT INTO campaign_job_archive (id, campaign_id, job_type, status, priority, attempts, max_attempts, idempotency_key, payload, scheduled_at, finished_at, created_at)
SELECT gen_random_uuid(), 'c0000000-0000-0000-0000-000000000001', 'analysis', 'dead', 5, 3, 3, days, '{}', now(), now() - make_interval(days => days), now()
FROM unnest('{93,92,91,89}'::integer[]) AS u (days);
-- rows:
--   2
SELECT purge_job_archive(p_limit => 2);
-- rows:
--   91
--   89
SELECT idempotency_key FROM campaign_job_archive ORDER BY finished_at;
-- rows:
--   1
SELECT purge_job_archive();

-- test: attempts are removed long after they ended
INSERT INTO campaign_job_attempts (job_id, fencing_token, attempt, worker_id, outcome, started_at, finished_at)
SELECT gen_random_uuid(), days, 1, 'w', 'completed', now() - interval '1 year', now() - make_interval(days => days)
FROM unnest('{93,92,91,89}'::integer[]) AS u (days);
-- rows:
--   2
SELECT purge_job_attempts(p_limit => 2);
-- rows:
--   1
SELECT purge_job_attempts();
-- rows:
--   89
SELECT fencing_token FROM campaign_job_attempts;

-- test: workers that have not been seen for long are removed
INSERT INTO job_workers (id, host_name, process_id, job_types, last_seen_at)
SELECT days, 'host', 1, '{analysis}', now() - make_interval(days => days) FROM unnest('{10,9,8,6}'::integer[]) AS u (days);
-- rows:
--   2
SELECT purge_job_workers(p_limit => 2);
-- rows:
--   1
SELECT purge_job_workers();
-- rows:
--   6
SELECT id FROM job_workers;

-- test: closed security events go when their own retention has run out, open ones stay
INSERT INTO security_events (event_type, severity, status, description, created_at, retention_days, resolved_at, resolved_by)
SELECT
    'brute_force',
    'low',
    status,
    description,
    now() - interval '100 days',
    days,
    CASE WHEN status IN ('resolved', 'false_positive') THEN now() END,
    CASE WHEN status IN ('resolved', 'false_positive') THEN 'a0000000-0000-0000-0000-000000000001'::uuid END
FROM (
    VALUES
        ('closed', 'resolved'::security_event_status_enum, 90),
        ('closed later', 'resolved', 95),
        ('false', 'false_positive', 98),
        ('open', 'open', 30),
        ('looked into', 'investigating', 30),
        ('kept', 'resolved', 365)
) AS v (description, status, days);
-- rows:
--   2
SELECT purge_security_events(2);
-- rows:
--   1
SELECT purge_security_events();
-- rows:
--   kept
--   looked into
--   open
SELECT description FROM security_events ORDER BY description;

-- test: a security event is kept for all the days that it is to be kept
INSERT INTO security_events (event_type, severity, status, description, created_at, retention_days, resolved_at, resolved_by)
SELECT 'brute_force', 'low', 'resolved', days, date_trunc('day', now() AT TIME ZONE 'UTC') AT TIME ZONE 'UTC' - make_interval(days => days), 10, now(), 'a0000000-0000-0000-0000-000000000001'
FROM unnest('{10,11}'::integer[]) AS u (days);
-- rows:
--   1
SELECT purge_security_events();
-- rows:
--   10
SELECT description FROM security_events;

-- test: decisions that old are removed
INSERT INTO authorization_decisions (resource_type, action, decision, policy_name, duration_ms, created_at)
SELECT 'campaign', 'read', 'allow', days, 1, now() - make_interval(days => days) FROM unnest('{369,368,367,360}'::integer[]) AS u (days);
-- rows:
--   2
SELECT purge_authorization_decisions(p_limit => 2);
-- rows:
--   1
SELECT purge_authorization_decisions();
-- rows:
--   360
SELECT policy_name FROM authorization_decisions;

-- test: cache entries that expired or were invalidated are removed
SELECT put_cache_entry('ca000000-0000-0000-0000-000000000001', key, 'v', seconds)
FROM (VALUES ('expired', -5), ('long expired', -50), ('invalid', 60), ('stale', 60), ('valid', 60)) AS v (key, seconds);
UPDATE cache_entries SET status = 'invalidated' WHERE cache_key = 'invalid';
UPDATE cache_entries SET status = 'stale' WHERE cache_key = 'stale';
-- rows:
--   2
SELECT purge_cache_entries(2);
-- rows:
--   1
SELECT purge_cache_entries();
-- rows:
--   stale
--   valid
SELECT cache_key FROM cache_entries ORDER BY cache_key;

-- test: invalidations that are long over are removed, their log stays
INSERT INTO cache_invalidations (configuration_id, kind, target, status, finished_at)
SELECT 'ca000000-0000-0000-0000-000000000001', 'key', days, 'completed', now() - make_interval(days => days) FROM unnest('{10,9,8,6}'::integer[]) AS u (days);
INSERT INTO cache_invalidations (configuration_id, kind, target, created_at) VALUES ('ca000000-0000-0000-0000-000000000001', 'key', 'waits', '2000-01-01');
INSERT INTO cache_invalidation_log (invalidation_id, configuration_id, kind, target)
SELECT id, configuration_id, kind, target FROM cache_invalidations WHERE target = '10';
-- rows:
--   2
SELECT purge_cache_invalidations(p_limit => 2);
-- rows:
--   1
SELECT purge_cache_invalidations();
-- rows:
--   6
--   waits
SELECT target FROM cache_invalidations ORDER BY target;
-- rows:
--   ∅ | 10
SELECT invalidation_id, target FROM cache_invalidation_log;

-- test: entries of the log of invalidations that old are removed
INSERT INTO cache_invalidation_log (configuration_id, kind, target, created_at)
SELECT 'ca000000-0000-0000-0000-000000000001', 'key', days, now() - make_interval(days => days) FROM unnest('{93,92,91,89}'::integer[]) AS u (days);
-- rows:
--   2
SELECT purge_cache_invalidation_log(p_limit => 2);
-- rows:
--   1
SELECT purge_cache_invalidation_log();
-- rows:
--   89
SELECT target FROM cache_invalidation_log;

-- test: locks that expired are released
INSERT INTO config_locks (lock_key, lock_mode, owner_name, acquired_at, heartbeat_at, expires_at)
SELECT 'k' || n, 'exclusive', 'w', '2020-01-01', '2020-01-01', '2020-01-02' FROM generate_series(1, 3) AS g (n);
SELECT acquire_config_lock('held', 'exclusive', 'w');
-- rows:
--   2
SELECT expire_config_locks(2);
-- rows:
--   1
SELECT expire_config_locks();
-- rows:
--   held
SELECT lock_key FROM config_locks WHERE released_at IS NULL;

-- test: locks that were released long ago are removed
INSERT INTO config_locks (lock_key, lock_mode, owner_name, acquired_at, heartbeat_at, expires_at, released_at)
SELECT 'k' || days, 'exclusive', 'w', '2020-01-01', '2020-01-01', '2020-01-02', now() - make_interval(days => days) FROM unnest('{10,9,8,6}'::integer[]) AS u (days);
SELECT acquire_config_lock('held', 'exclusive', 'w');
-- rows:
--   2
SELECT purge_config_locks(p_limit => 2);
-- rows:
--   1
SELECT purge_config_locks();
-- rows:
--   held
--   k6
SELECT lock_key FROM config_locks ORDER BY lock_key;

-- test: old readings of every kind are removed, up to the limit in all
INSERT INTO query_performance_metrics (query_fingerprint, query_type, service_name, execution_time_ms, recorded_at)
SELECT 'f', 'select', 'api', 1, now() - make_interval(days => days) FROM unnest('{91,91,1}'::integer[]) AS u (days);
INSERT INTO resource_utilization_metrics (period_start, period_end, service_name, host_name, resource_type, unit, used, maximum)
SELECT '2000-01-01', now() - make_interval(days => days), 'api', 'one', 'cpu', 'millicores', 1, 2 FROM unnest('{91,91,1}'::integer[]) AS u (days);
INSERT INTO connection_pool_metrics (pool_name, service_name, active_connections, idle_connections, max_connections, recorded_at)
SELECT 'main', 'api', 1, 1, 10, now() - make_interval(days => days) FROM unnest('{91,91,1}'::integer[]) AS u (days);
INSERT INTO pagination_performance_metrics (endpoint, pagination_method, page_size, rows_returned, query_time_ms, recorded_at)
SELECT '/domains', 'keyset', 50, 50, 3, now() - make_interval(days => days) FROM unnest('{91,91,1}'::integer[]) AS u (days);
INSERT INTO service_architecture_metrics (service_name, service_type, coupling_score, cohesion_score, complexity_score, recorded_at)
SELECT 'api', 'api', 1, 2, 3, now() - make_interval(days => days) FROM unnest('{91,91,1}'::integer[]) AS u (days);
INSERT INTO service_dependencies (id, source_service, target_service, dependency_type, protocol) VALUES
    ('d0000000-0000-0000-0000-000000000001', 'api', 'store', 'synchronous', 'sql');
INSERT INTO communication_patterns (period_start, period_end, dependency_id, request_count, average_latency_ms, p99_latency_ms)
SELECT '2000-01-01', now() - make_interval(days => days), 'd0000000-0000-0000-0000-000000000001', 5, 1, 2 FROM unnest('{91,91,1}'::integer[]) AS u (days);
INSERT INTO service_capacity_metrics (period_start, period_end, service_name, resource_type, unit, instance_count, used_capacity, max_capacity)
SELECT '2000-01-01', now() - make_interval(days => days), 'api', 'memory', 'bytes', 2, 1, 2 FROM unnest('{91,91,1}'::integer[]) AS u (days);
INSERT INTO cache_metrics (configuration_id, period_start, period_end, entry_count, used_bytes, max_bytes)
SELECT 'ca000000-0000-0000-0000-000000000001', now() - make_interval(days => days), now(), 1, 1, 2 FROM unnest('{92,91,1}'::integer[]) AS u (days);
-- rows:
--   5
SELECT purge_metrics(p_limit => 5);
-- rows:
--   10
SELECT purge_metrics(p_limit => 10);
-- rows:
--   1
SELECT purge_metrics(p_limit => 10);
-- rows:
--   0
SELECT purge_metrics(p_limit => 10);
-- rows:
--   1 | 1 | 1 | 1 | 1 | 1 | 1 | 1
SELECT
    (SELECT count(*) FROM query_performance_metrics),
    (SELECT count(*) FROM resource_utilization_metrics),
    (SELECT count(*) FROM connection_pool_metrics),
    (SELECT count(*) FROM pagination_performance_metrics),
    (SELECT count(*) FROM service_architecture_metrics),
    (SELECT count(*) FROM communication_patterns),
    (SELECT count(*) FROM service_capacity_metrics),
    (SELECT count(*) FROM cache_metrics);
