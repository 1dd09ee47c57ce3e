-- The moves of jobs: every legal one is walked, every other refused.

-- setup
INSERT INTO users (id, email, first_name, last_name, password_hash) VALUES
    ('a0000000-0000-0000-0000-000000000001', 'ada@example.com', 'Ada', 'Lovelace', 'hash');
INSERT INTO lead_generation_campaigns (id, name, owner_id) VALUES
    ('c0000000-0000-0000-0000-000000000001', 'Shops', 'a0000000-0000-0000-0000-000000000001');
SELECT configure_campaign_phase('c0000000-0000-0000-0000-000000000001', 'dns_validation', '{}');
CREATE TEMPORARY VIEW job AS SELECT id, status, fencing_token AS token FROM campaign_jobs;

-- test: pending, queued with its campaign; pending again with a pause; queued; running; completed
SELECT enqueue_job('c0000000-0000-0000-0000-000000000001', 'dns_validation');
-- rows:
--   pending
SELECT status FROM job;
SELECT start_campaign('c0000000-0000-0000-0000-000000000001');
-- rows:
--   queued
SELECT status FROM job;
SELECT pause_campaign('c0000000-0000-0000-0000-000000000001');
-- rows:
--   pending
SELECT status FROM job;
SELECT resume_campaign('c0000000-0000-0000-0000-000000000001');
-- rows:
--   running
SELECT status FROM claim_jobs('w', 'dns_validation');
SELECT complete_job(id, token) FROM job;
-- rows:
--   completed
SELECT status FROM job;

-- test: running, queued to be retried, running, failed, queued by hand
SELECT start_campaign('c0000000-0000-0000-0000-000000000001');
SELECT enqueue_job('c0000000-0000-0000-0000-000000000001', 'dns_validation');
SELECT claim_jobs('w', 'dns_validation');
-- rows:
--   queued
SELECT fail_job(id, token, 'timeout') FROM job;
UPDATE campaign_jobs SET next_execution_at = now();
SELECT claim_jobs('w', 'dns_validation');
-- rows:
--   failed
SELECT fail_job(id, token, 'bad payload', false) FROM job;
-- rows:
--   1
SELECT requeue_jobs('c0000000-0000-0000-0000-000000000001', 'dns_validation');
-- rows:
--   queued
SELECT status FROM job;

-- test: running, dead, queued by hand
SELECT start_campaign('c0000000-0000-0000-0000-000000000001');
SELECT enqueue_job('c0000000-0000-0000-0000-000000000001', 'dns_validation', p_max_attempts => 1);
SELECT claim_jobs('w', 'dns_validation');
-- rows:
--   dead
SELECT fail_job(id, token, 'timeout') FROM job;
SELECT requeue_jobs('c0000000-0000-0000-0000-000000000001', 'dns_validation');
-- rows:
--   queued
SELECT status FROM job;

-- test: while the campaign is paused: running, pending to be retried
SELECT start_campaign('c0000000-0000-0000-0000-000000000001');
SELECT enqueue_job('c0000000-0000-0000-0000-000000000001', 'dns_validation');
SELECT claim_jobs('w', 'dns_validation');
SELECT pause_campaign('c0000000-0000-0000-0000-000000000001');
-- rows:
--   running
SELECT status FROM job;
-- rows:
--   pending
SELECT fail_job(id, token, 'timeout') FROM job;

-- test: while the campaign is paused: failed, pending by hand; dead, pending by hand
SELECT start_campaign('c0000000-0000-0000-0000-000000000001');
SELECT enqueue_job('c0000000-0000-0000-0000-000000000001', 'dns_validation', p_max_attempts => 1) FROM generate_series(1, 2);
SELECT claim_jobs('w', 'dns_validation', 2);
SELECT pause_campaign('c0000000-0000-0000-0000-000000000001');
SELECT fail_job(id, token, 'bad payload', row_number() OVER (ORDER BY token) = 1) FROM job;
-- rows:
--   failed
--   dead
SELECT status FROM job ORDER BY status;
-- rows:
--   2
SELECT requeue_jobs('c0000000-0000-0000-0000-000000000001', 'dns_validation');
-- rows:
--   pending
--   pending
SELECT status FROM job;

-- test: pending, queued and running jobs are cancelled with their campaign
SELECT enqueue_job('c0000000-0000-0000-0000-000000000001', 'dns_validation');
SELECT cancel_campaign('c0000000-0000-0000-0000-000000000001');
-- rows:
--   cancelled
SELECT status FROM job;

-- test: queued and running jobs are cancelled with their campaign
SELECT start_campaign('c0000000-0000-0000-0000-000000000001');
SELECT enqueue_job('c0000000-0000-0000-0000-000000000001', 'dns_validation') FROM generate_series(1, 2);
SELECT claim_jobs('w', 'dns_validation');
-- rows:
--   queued
--   running
SELECT status FROM job ORDER BY status;
SELECT cancel_campaign('c0000000-0000-0000-0000-000000000001');
-- rows:
--   cancelled
--   cancelled
SELECT status FROM job;
-- rows:
--   cancelled | w | 1
SELECT outcome, worker_id, attempt FROM campaign_job_attempts;

-- test: these moves are legal and all others are refused with SC003
INSERT INTO campaign_jobs (campaign_id, job_type) VALUES ('c0000000-0000-0000-0000-000000000001', 'analysis');
CREATE TEMPORARY TABLE moves (source job_status_enum, target job_status_enum, outcome text);
DO $$
DECLARE
    v_from    job_status_enum;
    v_to      job_status_enum;
BEGIN
    FOREACH v_from IN ARRAY enum_range(NULL::job_status_enum) LOOP
        FOREACH v_to IN ARRAY enum_range(NULL::job_status_enum) LOOP
            CONTINUE WHEN v_from = v_to;
            SET LOCAL session_replication_role = replica;
            UPDATE campaign_jobs
            SET status = v_from,
                attempts = 1,
                fencing_token = 1,
                started_at = now(),
                lease_owner = CASE v_from WHEN 'running' THEN 'w' END,
                lease_expires_at = CASE v_from WHEN 'running' THEN now() END,
                finished_at = CASE WHEN v_from IN ('completed', 'failed', 'cancelled', 'dead') THEN now() END;
            SET LOCAL session_replication_role = origin;
            BEGIN
                UPDATE campaign_jobs SET status = v_to, lease_owner = 'w', lease_expires_at = now();
                INSERT INTO moves VALUES (v_from, v_to, 'done');
            EXCEPTION WHEN OTHERS THEN
                INSERT INTO moves VALUES (v_from, v_to, SQLSTATE);
            END;
        END LOOP;
    END LOOP;
END
$$;
-- rows:
--   pending | queued, cancelled
--   queued | pending, running, cancelled
--   running | pending, queued, completed, failed, cancelled, dead
--   failed | pending, queued
--   dead | pending, queued
SELECT source, string_agg(target::text, ', ' ORDER BY target) FROM moves WHERE outcome = 'done' GROUP BY source ORDER BY source;
-- rows:
--   SC003 | 27
SELECT outcome, count(*) FROM moves WHERE outcome <> 'done' GROUP BY outcome;

-- test: a refusal says which job, and what is allowed
INSERT INTO campaign_jobs (id, campaign_id, job_type) VALUES
    ('10000000-0000-0000-0000-000000000001', 'c0000000-0000-0000-0000-000000000001', 'analysis');
-- refused: SC003 job 10000000-0000-0000-0000-000000000001 may not go from pending to running hint: Allowed from here: queued, cancelled
UPDATE campaign_jobs SET status = 'running';
-- refused: SC003 may not go from pending to completed
UPDATE campaign_jobs SET status = 'completed';
UPDATE campaign_jobs SET status = 'queued';
-- refused: SC003 may not go from queued to dead
UPDATE campaign_jobs SET status = 'dead';
UPDATE campaign_jobs SET status = 'cancelled';
-- refused: SC003 may not go from cancelled to queued hint: Nothing is allowed from here.
UPDATE campaign_jobs SET status = 'queued';
