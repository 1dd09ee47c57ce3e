-- The event store with its projections, and configuration: versions that go through
-- an approval, and locks that are shared or exclusive.

CREATE TYPE projection_status_enum AS ENUM (
    'running',
    'paused',
    'rebuilding',
    'failed',
    'stopped'
);

CREATE TYPE config_change_type_enum AS ENUM (
    'create',
    'update',
    'delete',
    'rollback'
);

CREATE TYPE config_version_status_enum AS ENUM (
    'proposed',
    'approved',
    'rejected',
    'deployed',
    'superseded',
    'rolled_back'
);
COMMENT ON TYPE config_version_status_enum IS
    'deployed = in force; superseded = was in force until a later version was deployed; rolled_back = taken out of force.';

CREATE TYPE config_validation_status_enum AS ENUM (
    'pending',
    'passed',
    'failed'
);

CREATE TYPE config_lock_mode_enum AS ENUM (
    'shared',
    'exclusive'
);

CREATE TABLE event_streams (
    aggregate_type     varchar(100) NOT NULL,
    aggregate_id       uuid NOT NULL,
    current_version    integer NOT NULL,
    log_order          bigint NOT NULL,
    last_position      bigint NOT NULL,
    created_at         timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (aggregate_type, aggregate_id),
    CONSTRAINT event_streams_current_version_check CHECK (current_version > 0)
) WITH (fillfactor = 70);
COMMENT ON TABLE event_streams IS 'Head of each aggregate''s stream. Its row lock is what makes two appends to one aggregate take turns.';
COMMENT ON COLUMN event_streams.log_order IS 'event_store.log_order of the latest event.';
COMMENT ON COLUMN event_streams.last_position IS 'event_store.global_position of the latest event.';

CREATE TABLE event_store (
    global_position    bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY,
    log_order          bigint NOT NULL DEFAULT pg_current_xact_id()::text::bigint,
    event_id           uuid NOT NULL DEFAULT gen_random_uuid(),
    aggregate_type     varchar(100) NOT NULL,
    aggregate_id       uuid NOT NULL,
    event_version      integer NOT NULL DEFAULT 0,
    event_type         varchar(200) NOT NULL,
    event_data         jsonb NOT NULL CHECK (jsonb_typeof(event_data) = 'object'),
    metadata           jsonb NOT NULL DEFAULT '{}' CHECK (jsonb_typeof(metadata) = 'object'),
    causation_id       uuid,
    correlation_id     uuid,
    created_at         timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT event_store_event_id_key UNIQUE (event_id),
    CONSTRAINT event_store_aggregate_version_key UNIQUE (aggregate_type, aggregate_id, event_version),
    CONSTRAINT event_store_stream_fkey
        FOREIGN KEY (aggregate_type, aggregate_id) REFERENCES event_streams (aggregate_type, aggregate_id),
    CONSTRAINT event_store_event_version_check CHECK (event_version > 0)
);
COMMENT ON TABLE event_store IS 'Events of all aggregates; append-only, held by a trigger (SQLSTATE SC010).';
COMMENT ON COLUMN event_store.global_position IS
    'Place in the log; events of one aggregate are in order of their versions. Not in order of commit: follow the log with read_events(), which never skips an event that commits late.';
COMMENT ON COLUMN event_store.log_order IS
    'Orders the log for readers, together with global_position: the 64-bit id of the writing transaction, or that of the aggregate''s event before, if greater, so that events of one aggregate stay in order. Set by a trigger; bigint rather than xid8 for the sake of drivers. A cluster that this table is restored into must have its transaction counter past the greatest value.';
COMMENT ON COLUMN event_store.event_version IS 'Version of the aggregate that the event leads to, from 1. 0 on insert asks the trigger for the next one; another value must be the next one (SQLSTATE SC007).';
COMMENT ON COLUMN event_store.causation_id IS 'event_id of the event, or id of the command, that caused this one.';
COMMENT ON COLUMN event_store.correlation_id IS 'Shared by everything that one request set off.';

-- query: read_events(): WHERE (log_order, global_position) > (?, ?) AND log_order < ? ORDER BY both
CREATE INDEX event_store_log_idx ON event_store (log_order, global_position);

CREATE TABLE event_projections (
    id                      uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    projection_name         varchar(128) NOT NULL,
    status                  projection_status_enum NOT NULL DEFAULT 'running',
    last_log_order          bigint NOT NULL DEFAULT 0,
    last_position           bigint NOT NULL DEFAULT 0,
    lag_events              bigint NOT NULL DEFAULT 0,
    events_processed        bigint NOT NULL DEFAULT 0,
    error_count             bigint NOT NULL DEFAULT 0,
    consecutive_errors      integer NOT NULL DEFAULT 0,
    last_error              text,
    last_error_at           timestamptz,
    recovery_attempts       integer NOT NULL DEFAULT 0,
    recovery_started_at     timestamptz,
    last_processed_at       timestamptz,
    created_at              timestamptz NOT NULL DEFAULT now(),
    updated_at              timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT event_projections_projection_name_key UNIQUE (projection_name),
    CONSTRAINT event_projections_position_check CHECK (last_log_order >= 0 AND last_position >= 0 AND lag_events >= 0),
    CONSTRAINT event_projections_counts_check CHECK (
        events_processed >= 0
        AND consecutive_errors >= 0
        AND error_count >= consecutive_errors
        AND recovery_attempts >= 0
    ),
    CONSTRAINT event_projections_error_check CHECK ((last_error IS NULL) = (last_error_at IS NULL))
) WITH (fillfactor = 50);
COMMENT ON TABLE event_projections IS 'Followers of the event log and how far each has got.';
COMMENT ON COLUMN event_projections.last_log_order IS 'Together with last_position: the last event processed, to be handed to read_events().';
COMMENT ON COLUMN event_projections.lag_events IS 'Events not yet processed, as of the last report.';

CREATE TABLE config_versions (
    id                     uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    config_key             varchar(255) NOT NULL,
    version_number         integer NOT NULL DEFAULT 0,
    config_value           jsonb NOT NULL,
    value_hash             sha256_digest NOT NULL GENERATED ALWAYS AS (jsonb_sha256(config_value)) STORED,
    change_type            config_change_type_enum NOT NULL,
    change_reason          text,
    status                 config_version_status_enum NOT NULL DEFAULT 'proposed',
    validation_status      config_validation_status_enum NOT NULL DEFAULT 'pending',
    validation_errors      jsonb NOT NULL DEFAULT '[]',
    previous_version_id    uuid REFERENCES config_versions (id), -- no index: versions are never deleted
    proposed_by            uuid NOT NULL,
    approved_by            uuid,
    approved_at            timestamptz,
    rejected_at            timestamptz,
    deployed_by            uuid,
    deployed_at            timestamptz,
    withdrawn_at           timestamptz,
    created_at             timestamptz NOT NULL DEFAULT now(),
    updated_at             timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT config_versions_config_key_version_number_key UNIQUE (config_key, version_number),
    CONSTRAINT config_versions_version_number_check CHECK (version_number > 0),
    CONSTRAINT config_versions_validation_errors_check CHECK (jsonb_typeof(validation_errors) = 'array'),
    CONSTRAINT config_versions_validation_check CHECK ((validation_status = 'failed') = (validation_errors <> '[]'::jsonb)),
    CONSTRAINT config_versions_approved_check CHECK (
        (approved_at IS NULL) = (approved_by IS NULL)
        AND (status IN ('proposed', 'rejected') OR (approved_at IS NOT NULL AND validation_status = 'passed'))
    ),
    CONSTRAINT config_versions_rejected_check CHECK ((status = 'rejected') = (rejected_at IS NOT NULL)),
    CONSTRAINT config_versions_deployed_check CHECK (
        (deployed_at IS NULL) = (deployed_by IS NULL)
        AND (status NOT IN ('deployed', 'superseded', 'rolled_back') OR deployed_at IS NOT NULL)
    ),
    CONSTRAINT config_versions_withdrawn_check CHECK ((status IN ('superseded', 'rolled_back')) = (withdrawn_at IS NOT NULL))
);
COMMENT ON TABLE config_versions IS 'Versions of each configuration key, from proposal to roll-back.';
COMMENT ON COLUMN config_versions.version_number IS 'From 1, per key. 0 on insert asks the trigger for the next one.';
COMMENT ON COLUMN config_versions.value_hash IS 'SHA-256 of the canonical text of config_value.';
COMMENT ON COLUMN config_versions.previous_version_id IS 'The version that was in force when this one was deployed; a roll-back returns to it.';
COMMENT ON CONSTRAINT config_versions_previous_version_id_fkey ON config_versions IS
    'no index: versions are never deleted';
COMMENT ON COLUMN config_versions.withdrawn_at IS 'When it went out of force.';

-- At most one version of a key is in force.
CREATE UNIQUE INDEX config_versions_deployed_key
    ON config_versions (config_key)
    WHERE status = 'deployed';

CREATE TABLE config_version_status_transitions (
    from_status    config_version_status_enum NOT NULL,
    to_status      config_version_status_enum NOT NULL,
    description    text NOT NULL,
    PRIMARY KEY (from_status, to_status),
    CONSTRAINT config_version_status_transitions_distinct_check CHECK (from_status <> to_status)
);
COMMENT ON TABLE config_version_status_transitions IS 'The moves a configuration version may make; a trigger refuses every other (SQLSTATE SC004).';

INSERT INTO config_version_status_transitions (from_status, to_status, description) VALUES
    ('proposed',   'approved',    'found good'),
    ('proposed',   'rejected',    'found wanting'),
    ('approved',   'rejected',    'approval withdrawn before it was deployed'),
    ('approved',   'deployed',    'put in force'),
    ('deployed',   'superseded',  'a later version was put in force'),
    ('deployed',   'rolled_back', 'taken out of force'),
    ('superseded', 'deployed',    'put in force again by a roll-back');

CREATE TABLE config_lock_keys (
    lock_key      varchar(255) PRIMARY KEY,
    last_token    bigint NOT NULL DEFAULT 0,
    CONSTRAINT config_lock_keys_last_token_check CHECK (last_token >= 0)
) WITH (fillfactor = 70);
COMMENT ON TABLE config_lock_keys IS
    'One row per key ever locked. Acquiring locks this row first, so that two acquirers of one key take turns and neither overlooks the other.';

CREATE TABLE config_locks (
    id               uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    lock_key         varchar(255) NOT NULL REFERENCES config_lock_keys (lock_key),
    lock_mode        config_lock_mode_enum NOT NULL,
    owner_name       varchar(255) NOT NULL,
    owner_user_id    uuid,
    purpose          text,
    fencing_token    bigint NOT NULL DEFAULT 0,
    acquired_at      timestamptz NOT NULL DEFAULT clock_timestamp(),
    heartbeat_at     timestamptz NOT NULL DEFAULT clock_timestamp(),
    expires_at       timestamptz NOT NULL,
    released_at      timestamptz,
    CONSTRAINT config_locks_fencing_token_check CHECK (fencing_token > 0),
    CONSTRAINT config_locks_expires_at_check CHECK (expires_at > acquired_at),
    CONSTRAINT config_locks_heartbeat_at_check CHECK (heartbeat_at >= acquired_at),
    CONSTRAINT config_locks_released_at_check CHECK (released_at >= acquired_at)
);
COMMENT ON TABLE config_locks IS 'Locks held and, until cleaned up, those let go. A trigger admits a row only if it may coexist with those held (SQLSTATE SC008).';
COMMENT ON COLUMN config_locks.owner_name IS 'Process or session that holds the lock.';
COMMENT ON COLUMN config_locks.fencing_token IS 'Set by a trigger, greater at every acquisition of the key; lets what the lock guards refuse a holder that was overtaken.';
COMMENT ON COLUMN config_locks.released_at IS 'NULL = held. An expired lock is released by the next acquirer.';

-- Two exclusive holders are impossible even if the trigger were off.
CREATE UNIQUE INDEX config_locks_exclusive_key
    ON config_locks (lock_key)
    WHERE lock_mode = 'exclusive' AND released_at IS NULL;
