-- The job queue: enqueue, claim, lease, complete, fail, rescue, requeue.

-- setup
INSERT INTO users (id, email, first_name, last_name, password_hash) VALUES
    ('a0000000-0000-0000-0000-000000000001', 'ada@example.com', 'Ada', 'Lovelace', 'hash');
INSERT INTO lead_generation_campaigns (id, name, owner_id) VALUES
    ('c0000000-0000-0000-0000-000000000001', 'Shops', 'a0000000-0000-0000-0000-000000000001');
SELECT configure_campaign_phase('c0000000-0000-0000-0000-000000000001', 'dns_validation', '{}');
SELECT start_campaign('c0000000-0000-0000-0000-000000000001');

-- test: a key that was enqueued before yields the same job and changes nothing of it
CREATE TEMPORARY TABLE first AS SELECT * FROM enqueue_job('c0000000-0000-0000-0000-000000000001', 'dns_validation', '{"n": 1}', 'once', 7);
-- rows:
--   t | f
SELECT f.job_id = e.job_id, e.was_created FROM first AS f, enqueue_job('c0000000-0000-0000-0000-000000000001', 'analysis', '{"n": 2}', 'once', 1) AS e;
-- rows:
--   queued | dns_validation | {"n": 1} | 7
SELECT status, job_type, payload, priority FROM campaign_jobs;

-- test: jobs without a key are jobs of their own
-- rows:
--   t
--   t
SELECT e.was_created FROM generate_series(1, 2), LATERAL enqueue_job('c0000000-0000-0000-0000-000000000001', 'dns_validation') AS e;

-- test: a campaign that is over gets no jobs, and neither does one that is not there
SELECT cancel_campaign('c0000000-0000-0000-0000-000000000001');
-- refused: SC011 campaign c0000000-0000-0000-0000-000000000001 is cancelled and gets no more jobs
SELECT enqueue_job('c0000000-0000-0000-0000-000000000001', 'dns_validation');
-- refused: SC011 is cancelled and gets no more jobs
SELECT requeue_jobs('c0000000-0000-0000-0000-000000000001', 'dns_validation');
-- refused: P0002 there is no campaign
SELECT enqueue_job('c0000000-0000-0000-0000-00000000dead', 'dns_validation');

-- test: the highest priority is claimed first, then what has waited longest
SELECT enqueue_job('c0000000-0000-0000-0000-000000000001', 'dns_validation', '{}', 'low, early', 1, '2026-01-01');
SELECT enqueue_job('c0000000-0000-0000-0000-000000000001', 'dns_validation', '{}', 'high, late', 9, '2026-01-03');
SELECT enqueue_job('c0000000-0000-0000-0000-000000000001', 'dns_validation', '{}', 'high, early', 9, '2026-01-02');
SELECT enqueue_job('c0000000-0000-0000-0000-000000000001', 'dns_validation', '{}', 'middle', 5, '2025-01-01');
-- rows:
--   high, early
SELECT idempotency_key FROM claim_jobs('w', 'dns_validation');
-- rows:
--   high, late
SELECT idempotency_key FROM claim_jobs('w', 'dns_validation');
-- rows:
--   low, early
--   middle
SELECT idempotency_key FROM claim_jobs('w', 'dns_validation', 10) ORDER BY idempotency_key;
-- rows:
SELECT idempotency_key FROM claim_jobs('w', 'dns_validation', 10);

-- test: what is not due yet, held back or of another type is not claimed
SELECT enqueue_job('c0000000-0000-0000-0000-000000000001', 'dns_validation', p_scheduled_at => now() + interval '1 hour');
SELECT enqueue_job('c0000000-0000-0000-0000-000000000001', 'analysis');
INSERT INTO campaign_jobs (campaign_id, job_type, status) VALUES ('c0000000-0000-0000-0000-000000000001', 'dns_validation', 'pending');
-- rows:
SELECT id FROM claim_jobs('w', 'dns_validation', 10);

-- test: no more are claimed than asked for
SELECT enqueue_job('c0000000-0000-0000-0000-000000000001', 'dns_validation') FROM generate_series(1, 5);
-- rows:
--   3
SELECT count(*) FROM claim_jobs('w', 'dns_validation', 3);
-- rows:
--   3 | 2
SELECT count(*) FILTER (WHERE status = 'running'), count(*) FILTER (WHERE status = 'queued') FROM campaign_jobs;

-- test: a claim is a lease with an owner, an end and a token
SELECT enqueue_job('c0000000-0000-0000-0000-000000000001', 'dns_validation');
-- rows:
--   running | 1 | worker-7 | t | t
SELECT status, attempts, lease_owner, lease_expires_at BETWEEN now() + interval '60 seconds' AND clock_timestamp() + interval '60 seconds', fencing_token > 0
FROM claim_jobs('worker-7', 'dns_validation', 1, 60);

-- test: a lease is renewed with its token and with no other
SELECT enqueue_job('c0000000-0000-0000-0000-000000000001', 'dns_validation');
SELECT claim_jobs('w', 'dns_validation');
-- rows:
--   t
SELECT extend_job_lease(id, fencing_token, 3600) BETWEEN now() + interval '1 hour' AND clock_timestamp() + interval '1 hour' FROM campaign_jobs;
-- rows:
--   t
SELECT lease_expires_at >= now() + interval '1 hour' FROM campaign_jobs;
-- refused: SC006 hint: The job was taken from this worker. Drop what was done for it.
SELECT extend_job_lease(id, fencing_token - 1) FROM campaign_jobs;
-- refused: SC006 is stale
SELECT extend_job_lease(id, NULL) FROM campaign_jobs;

-- test: a completed job has its result and an entry among the attempts
SELECT enqueue_job('c0000000-0000-0000-0000-000000000001', 'dns_validation');
SELECT claim_jobs('w', 'dns_validation');
SELECT complete_job(id, fencing_token, '{"checked": 5}') FROM campaign_jobs;
-- rows:
--   completed | {"checked": 5} | ∅ | t
SELECT status, result, lease_owner, finished_at >= started_at FROM campaign_jobs;
-- rows:
--   1 | w | completed | ∅ | t
SELECT a.attempt, a.worker_id, a.outcome, a.error, a.fencing_token = j.fencing_token FROM campaign_job_attempts AS a JOIN campaign_jobs AS j ON j.id = a.job_id;

-- test: a job is completed only once
SELECT enqueue_job('c0000000-0000-0000-0000-000000000001', 'dns_validation');
SELECT claim_jobs('w', 'dns_validation');
SELECT complete_job(id, fencing_token) FROM campaign_jobs;
-- refused: SC006 detail: The job is completed
SELECT complete_job(id, fencing_token) FROM campaign_jobs;
-- refused: SC006 is stale
SELECT fail_job(id, fencing_token, 'late') FROM campaign_jobs;
-- refused: SC006 detail: The job is not in the queue, its latest token not given.
SELECT complete_job('10000000-0000-0000-0000-00000000dead', 1);

-- test: a worker whose job was given to another can do nothing with it
SELECT enqueue_job('c0000000-0000-0000-0000-000000000001', 'dns_validation');
CREATE TEMPORARY TABLE slow AS SELECT id, fencing_token FROM claim_jobs('slow', 'dns_validation', 1, -1);
SELECT rescue_expired_jobs();
UPDATE campaign_jobs SET next_execution_at = now();
-- rows:
--   t | 2
SELECT j.fencing_token > s.fencing_token, j.attempts FROM claim_jobs('quick', 'dns_validation') AS j, slow AS s;
-- refused: SC006 is stale detail: The job is running, its latest token
SELECT complete_job(id, fencing_token) FROM slow;
-- refused: SC006 is stale
SELECT fail_job(id, fencing_token, 'too late') FROM slow;
-- refused: SC006 is stale
SELECT extend_job_lease(id, fencing_token) FROM slow;
-- refused: SC006 is stale
SELECT lock_claimed_job(id, fencing_token) FROM slow;
-- rows:
--   quick
SELECT (lock_claimed_job(id, fencing_token)).lease_owner FROM campaign_jobs;

-- test: a lease that ran out does no harm as long as nobody took the job
SELECT enqueue_job('c0000000-0000-0000-0000-000000000001', 'dns_validation');
SELECT complete_job(id, fencing_token) FROM claim_jobs('slow', 'dns_validation', 1, -1);
-- rows:
--   completed
SELECT status FROM campaign_jobs;

-- test: a failed attempt is retried after a delay that doubles
SELECT enqueue_job('c0000000-0000-0000-0000-000000000001', 'dns_validation');
-- rows:
--   queued
SELECT fail_job(id, fencing_token, 'timeout') FROM claim_jobs('w', 'dns_validation');
-- rows:
--   queued | timeout | 1 | t
SELECT status, last_error, attempts, next_execution_at BETWEEN now() + interval '5 seconds' AND clock_timestamp() + interval '7 seconds' FROM campaign_jobs;
UPDATE campaign_jobs SET next_execution_at = now();
SELECT fail_job(id, fencing_token, 'timeout') FROM claim_jobs('w', 'dns_validation');
-- rows:
--   t
SELECT next_execution_at BETWEEN now() + interval '10 seconds' AND clock_timestamp() + interval '13 seconds' FROM campaign_jobs;
-- rows:
--   1 | retried | timeout
--   2 | retried | timeout
SELECT attempt, outcome, error FROM campaign_job_attempts ORDER BY attempt;

-- test: the delay never passes an hour and a quarter, and a worker may choose it
SELECT enqueue_job('c0000000-0000-0000-0000-000000000001', 'dns_validation', p_max_attempts => 100);
UPDATE campaign_jobs SET attempts = 90;
SELECT fail_job(id, fencing_token, 'timeout') FROM claim_jobs('w', 'dns_validation');
-- rows:
--   t
SELECT next_execution_at BETWEEN now() + interval '60 minutes' AND clock_timestamp() + interval '76 minutes' FROM campaign_jobs;
UPDATE campaign_jobs SET next_execution_at = now();
SELECT fail_job(id, fencing_token, 'timeout', true, 30) FROM claim_jobs('w', 'dns_validation');
-- rows:
--   t
SELECT next_execution_at BETWEEN now() + interval '30 seconds' AND clock_timestamp() + interval '30 seconds' FROM campaign_jobs;

-- test: the last attempt that fails leaves the job dead
SELECT enqueue_job('c0000000-0000-0000-0000-000000000001', 'dns_validation', p_max_attempts => 2);
SELECT fail_job(id, fencing_token, 'timeout') FROM claim_jobs('w', 'dns_validation');
UPDATE campaign_jobs SET next_execution_at = now();
-- rows:
--   dead
SELECT fail_job(id, fencing_token, 'timeout') FROM claim_jobs('w', 'dns_validation');
-- rows:
--   retried
--   dead
SELECT outcome FROM campaign_job_attempts ORDER BY attempt;
-- rows:
--   2 | t
SELECT attempts, finished_at IS NOT NULL FROM campaign_jobs;

-- test: an error that a retry cannot cure ends the job at once
SELECT enqueue_job('c0000000-0000-0000-0000-000000000001', 'dns_validation');
-- rows:
--   failed
SELECT fail_job(id, fencing_token, 'bad payload', false) FROM claim_jobs('w', 'dns_validation');
-- rows:
--   failed | bad payload
SELECT outcome, error FROM campaign_job_attempts;

-- test: jobs whose lease ran out are rescued, those of a live worker are not
SELECT enqueue_job('c0000000-0000-0000-0000-000000000001', 'dns_validation', '{}', key, p_max_attempts => attempts)
FROM (VALUES ('again', 3), ('last', 1)) AS v (key, attempts);
SELECT claim_jobs('gone', 'dns_validation', 2, -1);
SELECT enqueue_job('c0000000-0000-0000-0000-000000000001', 'dns_validation', '{}', 'alive');
SELECT claim_jobs('alive', 'dns_validation');
-- rows:
--   2
SELECT rescue_expired_jobs();
-- rows:
--   again | queued | t
--   alive | running | ∅
--   last | dead | t
SELECT idempotency_key, status, last_error LIKE 'the lease of gone ran out at %' FROM campaign_jobs ORDER BY idempotency_key;
-- rows:
--   gone | lease_expired | 2
SELECT worker_id, outcome, count(*) FROM campaign_job_attempts GROUP BY worker_id, outcome;
-- rows:
--   0
SELECT rescue_expired_jobs();

-- test: no more are rescued than asked for, and those of a paused campaign wait
SELECT enqueue_job('c0000000-0000-0000-0000-000000000001', 'dns_validation') FROM generate_series(1, 3);
SELECT claim_jobs('gone', 'dns_validation', 3, -1);
SELECT pause_campaign('c0000000-0000-0000-0000-000000000001');
-- rows:
--   2
SELECT rescue_expired_jobs(2);
-- rows:
--   pending | 2
--   running | 1
SELECT status, count(*) FROM campaign_jobs GROUP BY status ORDER BY status;

-- test: failed and dead jobs get all their attempts again, and old tokens stay stale
SELECT enqueue_job('c0000000-0000-0000-0000-000000000001', 'dns_validation', p_max_attempts => 1);
CREATE TEMPORARY TABLE old AS SELECT id, fencing_token FROM claim_jobs('w', 'dns_validation');
SELECT fail_job(id, fencing_token, 'timeout') FROM old;
SELECT enqueue_job('c0000000-0000-0000-0000-000000000001', 'analysis', p_max_attempts => 1);
SELECT fail_job(id, fencing_token, 'timeout') FROM claim_jobs('w', 'analysis');
-- rows:
--   1
SELECT requeue_jobs('c0000000-0000-0000-0000-000000000001', 'dns_validation');
-- rows:
--   dns_validation | queued | 0
--   analysis | dead | 1
SELECT job_type, status, attempts FROM campaign_jobs ORDER BY job_type;
UPDATE campaign_jobs SET next_execution_at = now();
-- rows:
--   t
SELECT j.fencing_token > o.fencing_token FROM claim_jobs('w', 'dns_validation') AS j, old AS o;
-- refused: SC006 is stale
SELECT complete_job(id, fencing_token) FROM old;

-- test: a worker learns that its campaign was cancelled
SELECT enqueue_job('c0000000-0000-0000-0000-000000000001', 'dns_validation');
SELECT claim_jobs('w', 'dns_validation');
SELECT cancel_campaign('c0000000-0000-0000-0000-000000000001');
-- refused: SC006 detail: The job is cancelled
SELECT complete_job(id, fencing_token) FROM campaign_jobs;
