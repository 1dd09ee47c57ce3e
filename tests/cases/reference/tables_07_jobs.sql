-- Jobs, their moves, attempts and archive, and the workers: legal rows are taken, illegal ones refused.

-- setup
INSERT INTO users (id, email, first_name, last_name, password_hash)
VALUES ('a0000000-0000-0000-0000-000000000001', 'ada@example.com', 'Ada', 'Lovelace', 'hash');
INSERT INTO lead_generation_campaigns (id, name, owner_id)
VALUES ('c0000000-0000-0000-0000-000000000001', 'Spring', 'a0000000-0000-0000-0000-000000000001');
INSERT INTO campaign_jobs (id, campaign_id, job_type, status, idempotency_key)
VALUES ('10000000-0000-0000-0000-000000000001', 'c0000000-0000-0000-0000-000000000001', 'dns_validation', 'queued', 'batch-1');
INSERT INTO campaign_job_attempts (job_id, fencing_token, attempt, worker_id, outcome, started_at)
VALUES ('10000000-0000-0000-0000-000000000001', 1, 1, 'worker-1', 'retried', now());
INSERT INTO campaign_job_archive (
    id, campaign_id, job_type, status, priority, attempts, max_attempts, idempotency_key, payload, scheduled_at, finished_at, created_at
) VALUES (
    '10000000-0000-0000-0000-000000000002', 'c0000000-0000-0000-0000-000000000001', 'dns_validation', 'completed', 5, 1, 3, 'batch-1', '{}', now(), now(), now()
);
INSERT INTO job_workers (id, host_name, process_id, job_types) VALUES ('worker-1', 'w1.example.com', 4711, '{dns_validation}');

-- campaign_jobs

-- test: a new job waits for its campaign, has three attempts and a key of its own
INSERT INTO campaign_jobs (campaign_id, job_type) VALUES ('c0000000-0000-0000-0000-000000000001', 'analysis');
-- rows:
--   pending | 5 | t | 0 | 3 | {} | 36 | ∅ | ∅ | ∅
SELECT status, priority, next_execution_at = scheduled_at, attempts, max_attempts, payload, length(idempotency_key), lease_owner, fencing_token, finished_at
FROM campaign_jobs
WHERE job_type = 'analysis';

-- test: a job that is claimed gets a token and a start, and loses its lease when it is done
UPDATE campaign_jobs SET status = 'running', attempts = 1, lease_owner = 'worker-1', lease_expires_at = now() + interval '1 minute';
-- rows:
--   t | t | worker-1
SELECT fencing_token IS NOT NULL, started_at IS NOT NULL, lease_owner FROM campaign_jobs;
UPDATE campaign_jobs SET status = 'completed', result = '{"checked": 100}';
-- rows:
--   t | t | ∅ | ∅
SELECT fencing_token IS NOT NULL, finished_at >= started_at, lease_owner, lease_expires_at FROM campaign_jobs;

-- test: a key is enqueued once for a campaign
-- refused: 23505 campaign_jobs_campaign_id_idempotency_key_key
INSERT INTO campaign_jobs (campaign_id, job_type, idempotency_key) VALUES ('c0000000-0000-0000-0000-000000000001', 'dns_validation', 'batch-1');

-- test: another campaign may use the same key
INSERT INTO lead_generation_campaigns (id, name, owner_id)
VALUES ('c0000000-0000-0000-0000-000000000002', 'Summer', 'a0000000-0000-0000-0000-000000000001');
INSERT INTO campaign_jobs (campaign_id, job_type, idempotency_key) VALUES ('c0000000-0000-0000-0000-000000000002', 'dns_validation', 'batch-1');

-- test: a priority lies between 0 and 9
-- refused: 23514 campaign_jobs_priority_check
UPDATE campaign_jobs SET priority = -1;
-- refused: 23514 campaign_jobs_priority_check
UPDATE campaign_jobs SET priority = 10;

-- test: a job may be tried between 1 and 100 times
-- refused: 23514 campaign_jobs_max_attempts_check
INSERT INTO campaign_jobs (campaign_id, job_type, max_attempts) VALUES ('c0000000-0000-0000-0000-000000000001', 'analysis', 101);
UPDATE campaign_jobs SET status = 'cancelled';
-- refused: 23514 campaign_jobs_max_attempts_check
UPDATE campaign_jobs SET max_attempts = 0;

-- test: a job is not tried more often than it may be
-- refused: 23514 campaign_jobs_attempts_check
UPDATE campaign_jobs SET attempts = 4;
-- refused: 23514 campaign_jobs_attempts_check
UPDATE campaign_jobs SET attempts = -1;

-- test: a job that waits has an attempt left
-- refused: 23514 campaign_jobs_attempts_left_check
UPDATE campaign_jobs SET attempts = 3;

-- test: a job that runs is leased, and one that does not is not
-- refused: 23514 campaign_jobs_lease_check
UPDATE campaign_jobs SET lease_owner = 'worker-1';
-- refused: 23514 campaign_jobs_lease_check
UPDATE campaign_jobs SET lease_expires_at = now() + interval '1 minute';
-- refused: 23514 campaign_jobs_lease_check
UPDATE campaign_jobs SET status = 'running', attempts = 1;
-- refused: 23514 campaign_jobs_lease_check
UPDATE campaign_jobs SET status = 'running', attempts = 1, lease_owner = 'worker-1';

-- test: a job that runs has counted the attempt
-- refused: 23514 campaign_jobs_running_check
UPDATE campaign_jobs SET status = 'running', lease_owner = 'worker-1', lease_expires_at = now() + interval '1 minute';

-- test: a job that runs has a token and a start, even if no trigger gave them
ALTER TABLE campaign_jobs DISABLE TRIGGER campaign_jobs_manage;
-- refused: 23514 campaign_jobs_running_check
UPDATE campaign_jobs
SET status = 'running', attempts = 1, lease_owner = 'worker-1', lease_expires_at = now() + interval '1 minute', started_at = now();
-- refused: 23514 campaign_jobs_running_check
UPDATE campaign_jobs
SET status = 'running', attempts = 1, lease_owner = 'worker-1', lease_expires_at = now() + interval '1 minute', fencing_token = 1;

-- test: a job has a finish exactly when it is finished
-- refused: 23514 campaign_jobs_finished_at_check
UPDATE campaign_jobs SET finished_at = now();
ALTER TABLE campaign_jobs DISABLE TRIGGER campaign_jobs_manage;
-- refused: 23514 campaign_jobs_finished_at_check
UPDATE campaign_jobs SET status = 'cancelled';

-- test: payload and result of a job are objects
-- refused: 23514 campaign_jobs_payload_check
UPDATE campaign_jobs SET payload = '[]';
-- refused: 23514 campaign_jobs_result_check
UPDATE campaign_jobs SET result = '1';

-- test: a job belongs to a campaign that exists
-- refused: 23503 campaign_jobs_campaign_id_fkey
INSERT INTO campaign_jobs (campaign_id, job_type) VALUES ('c0000000-0000-0000-0000-000000000009', 'analysis');

-- test: a job has a campaign, a type and a key
-- refused: 23502 "campaign_id" of relation "campaign_jobs"
UPDATE campaign_jobs SET campaign_id = NULL;
-- refused: 23502 "job_type" of relation "campaign_jobs"
UPDATE campaign_jobs SET job_type = NULL;
-- refused: 23502 "idempotency_key" of relation "campaign_jobs"
UPDATE campaign_jobs SET idempotency_key = NULL;

-- campaign_job_status_transitions

-- test: nothing follows upon completed or cancelled
-- rows:
--   cancelled, completed
SELECT string_agg(DISTINCT to_status::text, ', ')
FROM campaign_job_status_transitions
WHERE to_status NOT IN (SELECT from_status FROM campaign_job_status_transitions);

-- test: every status of a job takes part in a move
-- rows:
--   ∅
SELECT string_agg(status::text, ', ')
FROM unnest(enum_range(NULL::job_status_enum)) AS status
WHERE NOT EXISTS (SELECT FROM campaign_job_status_transitions AS t WHERE status IN (t.from_status, t.to_status));

-- test: a move of a job is listed once and described
INSERT INTO campaign_job_status_transitions VALUES ('failed', 'cancelled', 'given up');
-- refused: 23505 campaign_job_status_transitions_pkey
INSERT INTO campaign_job_status_transitions VALUES ('queued', 'running', 'claimed again');
-- refused: 23502 "description" of relation "campaign_job_status_transitions"
INSERT INTO campaign_job_status_transitions VALUES ('queued', 'dead', NULL);

-- test: a job does not move to the status it has
-- refused: 23514 campaign_job_status_transitions_distinct_check
INSERT INTO campaign_job_status_transitions VALUES ('queued', 'queued', 'stays');

-- campaign_job_attempts

-- test: an attempt that ended has the time filled in
-- rows:
--   t | ∅
SELECT finished_at >= started_at, error FROM campaign_job_attempts;

-- test: a claim is one attempt
INSERT INTO campaign_job_attempts (job_id, fencing_token, attempt, worker_id, outcome, started_at)
VALUES ('10000000-0000-0000-0000-000000000001', 2, 2, 'worker-1', 'completed', now());
-- refused: 23505 campaign_job_attempts_pkey
INSERT INTO campaign_job_attempts (job_id, fencing_token, attempt, worker_id, outcome, started_at)
VALUES ('10000000-0000-0000-0000-000000000001', 1, 2, 'worker-1', 'completed', now());

-- test: attempts at a job count from 1
-- refused: 23514 campaign_job_attempts_attempt_check
UPDATE campaign_job_attempts SET attempt = 0;

-- test: an attempt does not end before it started
-- refused: 23514 campaign_job_attempts_finished_at_check
UPDATE campaign_job_attempts SET finished_at = started_at - interval '1 second';

-- test: an attempt has a worker, an outcome and a start
-- refused: 23502 "worker_id" of relation "campaign_job_attempts"
UPDATE campaign_job_attempts SET worker_id = NULL;
-- refused: 23502 "outcome" of relation "campaign_job_attempts"
UPDATE campaign_job_attempts SET outcome = NULL;
-- refused: 23502 "started_at" of relation "campaign_job_attempts"
UPDATE campaign_job_attempts SET started_at = NULL;

-- campaign_job_archive

-- test: a job is archived once
-- refused: 23505 campaign_job_archive_pkey
INSERT INTO campaign_job_archive SELECT * FROM campaign_job_archive;

-- test: a key is free again once its job is archived
INSERT INTO campaign_job_archive (
    id, campaign_id, job_type, status, priority, attempts, max_attempts, idempotency_key, payload, scheduled_at, finished_at, created_at
) VALUES (
    '10000000-0000-0000-0000-000000000003', 'c0000000-0000-0000-0000-000000000001', 'dns_validation', 'dead', 5, 3, 3, 'batch-1', '{}', now(), now(), now()
);
-- rows:
--   completed | t
--   dead | t
SELECT status, archived_at = now() FROM campaign_job_archive WHERE idempotency_key = 'batch-1' ORDER BY id;

-- test: only finished jobs are archived
-- refused: 23514 campaign_job_archive_status_check
UPDATE campaign_job_archive SET status = 'pending';
-- refused: 23514 campaign_job_archive_status_check
UPDATE campaign_job_archive SET status = 'queued';
-- refused: 23514 campaign_job_archive_status_check
UPDATE campaign_job_archive SET status = 'running';
-- refused: 23502 "finished_at" of relation "campaign_job_archive"
UPDATE campaign_job_archive SET finished_at = NULL;

-- test: payload and result of an archived job are objects
-- refused: 23514 campaign_job_archive_payload_check
UPDATE campaign_job_archive SET payload = '[]';
-- refused: 23514 campaign_job_archive_result_check
UPDATE campaign_job_archive SET result = '1';

-- test: an archived job belongs to a campaign that exists
-- refused: 23503 campaign_job_archive_campaign_id_fkey
UPDATE campaign_job_archive SET campaign_id = 'c0000000-0000-0000-0000-000000000009';

-- job_workers

-- test: a new worker runs one job at a time and has just been seen
-- rows:
--   1 | t | ∅
SELECT capacity, last_seen_at = started_at, stopped_at FROM job_workers;

-- test: workers have different names
-- refused: 23505 job_workers_pkey
INSERT INTO job_workers (id, host_name, process_id, job_types) VALUES ('worker-1', 'w2.example.com', 4712, '{analysis}');

-- test: a worker runs some type of job, and each is known
-- refused: 23514 job_workers_job_types_check
UPDATE job_workers SET job_types = '{}';
-- refused: 23514 job_workers_job_types_check
UPDATE job_workers SET job_types = '{analysis,NULL}';
-- refused: 23502 "job_types" of relation "job_workers"
UPDATE job_workers SET job_types = NULL;

-- test: a worker runs one job at least
-- refused: 23514 job_workers_capacity_check
UPDATE job_workers SET capacity = 0;

-- test: a worker has a host and a process
-- refused: 23502 "host_name" of relation "job_workers"
UPDATE job_workers SET host_name = NULL;
-- refused: 23502 "process_id" of relation "job_workers"
UPDATE job_workers SET process_id = NULL;

-- what a campaign takes along

-- test: a campaign that is deleted takes its jobs along, live and archived, and leaves the attempts
DELETE FROM lead_generation_campaigns;
-- rows:
--   0 | 0 | 1
SELECT (SELECT count(*) FROM campaign_jobs), (SELECT count(*) FROM campaign_job_archive), (SELECT count(*) FROM campaign_job_attempts);
