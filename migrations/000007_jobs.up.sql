-- The job queue. campaign_jobs holds live work and is claimed by more than a thousand
-- workers at once, so it carries as few indexes as it can: two unique ones here, and
-- partial ones in migration 14, which hold no row that waits for nothing. Finished rows move to campaign_job_archive.

CREATE TYPE job_type_enum AS ENUM (
    'domain_generation',
    'dns_validation',
    'http_keyword_validation',
    'analysis'
);

CREATE TYPE job_status_enum AS ENUM (
    'pending',
    'queued',
    'running',
    'completed',
    'failed',
    'cancelled',
    'dead'
);
COMMENT ON TYPE job_status_enum IS
    'pending = held back while its campaign does not run; queued = may be claimed from next_execution_at on; failed = an error that a retry cannot cure; dead = attempts used up.';

CREATE TYPE job_attempt_outcome_enum AS ENUM (
    'completed',
    'retried',
    'failed',
    'dead',
    'lease_expired',
    'cancelled'
);

-- Fencing tokens come from a sequence of their own: it never goes back, so no retry,
-- reset or restore of a row can hand out a token that an older claim still holds.
CREATE SEQUENCE campaign_job_fencing_token_seq AS bigint;
COMMENT ON SEQUENCE campaign_job_fencing_token_seq IS 'Source of fencing tokens; a later claim always holds a greater token.';

CREATE TABLE campaign_jobs (
    id                   uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    campaign_id          uuid NOT NULL,
    job_type             job_type_enum NOT NULL,
    status               job_status_enum NOT NULL DEFAULT 'pending',
    priority             smallint NOT NULL DEFAULT 5,
    scheduled_at         timestamptz NOT NULL DEFAULT now(),
    next_execution_at    timestamptz NOT NULL DEFAULT now(),
    attempts             integer NOT NULL DEFAULT 0,
    max_attempts         integer NOT NULL DEFAULT 3,
    idempotency_key      varchar(255) NOT NULL DEFAULT gen_random_uuid()::text,
    payload              jsonb NOT NULL DEFAULT '{}' CHECK (jsonb_typeof(payload) = 'object'),
    result               jsonb CHECK (jsonb_typeof(result) = 'object'),
    last_error           text,
    lease_owner          varchar(128),
    lease_expires_at     timestamptz,
    fencing_token        bigint,
    started_at           timestamptz,
    finished_at          timestamptz,
    created_at           timestamptz NOT NULL DEFAULT now(),
    updated_at           timestamptz NOT NULL DEFAULT now(),
    -- Starts with campaign_id, so it is also the index of the foreign key to campaigns.
    CONSTRAINT campaign_jobs_campaign_id_idempotency_key_key UNIQUE (campaign_id, idempotency_key),
    CONSTRAINT campaign_jobs_priority_check CHECK (priority BETWEEN 0 AND 9),
    CONSTRAINT campaign_jobs_max_attempts_check CHECK (max_attempts BETWEEN 1 AND 100),
    CONSTRAINT campaign_jobs_attempts_check CHECK (attempts BETWEEN 0 AND max_attempts),
    CONSTRAINT campaign_jobs_attempts_left_check CHECK (status NOT IN ('pending', 'queued') OR attempts < max_attempts),
    CONSTRAINT campaign_jobs_lease_check CHECK (
        (status = 'running') = (lease_owner IS NOT NULL)
        AND (status = 'running') = (lease_expires_at IS NOT NULL)
    ),
    CONSTRAINT campaign_jobs_running_check CHECK (
        status <> 'running'
        OR (fencing_token IS NOT NULL AND started_at IS NOT NULL AND attempts > 0)
    ),
    CONSTRAINT campaign_jobs_finished_at_check CHECK (
        (status IN ('completed', 'failed', 'cancelled', 'dead')) = (finished_at IS NOT NULL)
    )
) WITH (
    fillfactor = 70,
    autovacuum_vacuum_scale_factor = 0.02,
    autovacuum_analyze_scale_factor = 0.02
);
COMMENT ON TABLE campaign_jobs IS
    'Live work of all campaigns. Room is left in every page so that lease renewals stay heap-only; vacuum runs early because every job leaves dead rows behind.';
COMMENT ON COLUMN campaign_jobs.priority IS '0 to 9; higher runs first.';
COMMENT ON COLUMN campaign_jobs.scheduled_at IS 'When the job was first meant to run.';
COMMENT ON COLUMN campaign_jobs.next_execution_at IS 'Not to be claimed before; moved on by every retry.';
COMMENT ON COLUMN campaign_jobs.attempts IS 'Claims made so far, the running one included.';
COMMENT ON COLUMN campaign_jobs.idempotency_key IS 'Enqueuing the same key for the same campaign again yields the existing job, until that job is archived.';
COMMENT ON COLUMN campaign_jobs.lease_owner IS 'The worker that runs the job (see job_workers); no foreign key, as a lease may outlive its worker and a key would cost every claim an index entry.';
COMMENT ON COLUMN campaign_jobs.lease_expires_at IS 'The job may be taken from its worker after this time unless the lease is renewed.';
COMMENT ON COLUMN campaign_jobs.fencing_token IS 'Token of the latest claim; complete and fail require it. Given anew by a trigger at every claim.';
COMMENT ON COLUMN campaign_jobs.started_at IS 'Start of the latest attempt.';

CREATE TABLE campaign_job_status_transitions (
    from_status    job_status_enum NOT NULL,
    to_status      job_status_enum NOT NULL,
    description    text NOT NULL,
    PRIMARY KEY (from_status, to_status),
    CONSTRAINT campaign_job_status_transitions_distinct_check CHECK (from_status <> to_status)
);
COMMENT ON TABLE campaign_job_status_transitions IS 'The moves a job may make; a trigger refuses every other (SQLSTATE SC003).';

INSERT INTO campaign_job_status_transitions (from_status, to_status, description) VALUES
    ('pending', 'queued',    'its campaign runs'),
    ('pending', 'cancelled', 'its campaign was cancelled'),
    ('queued',  'pending',   'its campaign was paused'),
    ('queued',  'running',   'claimed'),
    ('queued',  'cancelled', 'its campaign was cancelled'),
    ('running', 'completed', 'done'),
    ('running', 'queued',    'to be retried'),
    ('running', 'pending',   'to be retried once its campaign runs again'),
    ('running', 'failed',    'an error that a retry cannot cure'),
    ('running', 'dead',      'attempts used up'),
    ('running', 'cancelled', 'its campaign was cancelled'),
    ('failed',  'queued',    'requeued by hand'),
    ('failed',  'pending',   'requeued by hand while its campaign does not run'),
    ('dead',    'queued',    'requeued by hand'),
    ('dead',    'pending',   'requeued by hand while its campaign does not run');

CREATE TABLE campaign_job_attempts (
    job_id           uuid NOT NULL,
    fencing_token    bigint NOT NULL,
    attempt          integer NOT NULL,
    worker_id        varchar(128) NOT NULL,
    outcome          job_attempt_outcome_enum NOT NULL,
    error            text,
    started_at       timestamptz NOT NULL,
    finished_at      timestamptz NOT NULL DEFAULT clock_timestamp(),
    PRIMARY KEY (job_id, fencing_token),
    CONSTRAINT campaign_job_attempts_attempt_check CHECK (attempt > 0),
    CONSTRAINT campaign_job_attempts_finished_at_check CHECK (finished_at >= started_at)
);
COMMENT ON TABLE campaign_job_attempts IS 'One row per attempt, written by the function that ends the attempt.';
COMMENT ON COLUMN campaign_job_attempts.job_id IS 'A job, live or archived; no foreign key, since the row outlives the job''s move to the archive.';

CREATE TABLE campaign_job_archive (
    id                 uuid PRIMARY KEY,
    campaign_id        uuid NOT NULL,
    job_type           job_type_enum NOT NULL,
    status             job_status_enum NOT NULL,
    priority           smallint NOT NULL,
    attempts           integer NOT NULL,
    max_attempts       integer NOT NULL,
    idempotency_key    varchar(255) NOT NULL,
    payload            jsonb NOT NULL CHECK (jsonb_typeof(payload) = 'object'),
    result             jsonb CHECK (jsonb_typeof(result) = 'object'),
    last_error         text,
    fencing_token      bigint,
    scheduled_at       timestamptz NOT NULL,
    started_at         timestamptz,
    finished_at        timestamptz NOT NULL,
    created_at         timestamptz NOT NULL,
    archived_at        timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT campaign_job_archive_status_check CHECK (status IN ('completed', 'failed', 'cancelled', 'dead'))
);
COMMENT ON TABLE campaign_job_archive IS 'Finished jobs, out of the way of the queue. Not unique by idempotency_key: the key is free again once a job is archived.';

CREATE TABLE job_workers (
    id                varchar(128) PRIMARY KEY,
    host_name         varchar(253) NOT NULL,
    process_id        integer NOT NULL,
    job_types         job_type_enum[] NOT NULL,
    capacity          integer NOT NULL DEFAULT 1,
    client_address    inet,
    started_at        timestamptz NOT NULL DEFAULT now(),
    last_seen_at      timestamptz NOT NULL DEFAULT now(),
    stopped_at        timestamptz,
    CONSTRAINT job_workers_job_types_check CHECK (cardinality(job_types) > 0 AND array_position(job_types, NULL) IS NULL),
    CONSTRAINT job_workers_capacity_check CHECK (capacity > 0)
) WITH (fillfactor = 50);
COMMENT ON TABLE job_workers IS 'Workers that are or were running. No column but the key is indexed, so heartbeats stay heap-only.';
COMMENT ON COLUMN job_workers.id IS 'Chosen by the worker; what it signs leases with.';
COMMENT ON COLUMN job_workers.capacity IS 'Jobs it runs at the same time.';
