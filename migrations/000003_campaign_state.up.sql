-- Campaign state: the phases of each campaign, the ordered log of what happened
-- to it, snapshots of its state, and the transitions it made or was refused.

CREATE TYPE state_event_type_enum AS ENUM (
    'status_changed',
    'phase_changed',
    'configuration_changed',
    'progress_reported',
    'error_reported',
    'note_added'
);

CREATE TYPE event_processing_status_enum AS ENUM (
    'pending',
    'processing',
    'processed',
    'failed'
);

CREATE TABLE campaign_phases (
    id                     uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    campaign_id            uuid NOT NULL,
    phase_type             phase_type_enum NOT NULL,
    phase_order            smallint NOT NULL,
    status                 phase_status_enum NOT NULL DEFAULT 'not_started',
    configuration          jsonb CHECK (jsonb_typeof(configuration) = 'object'),
    total_items            bigint NOT NULL DEFAULT 0,
    processed_items        bigint NOT NULL DEFAULT 0,
    successful_items       bigint NOT NULL DEFAULT 0,
    failed_items           bigint NOT NULL DEFAULT 0,
    progress_percentage    numeric(5,2) NOT NULL DEFAULT 0,
    error_message          text,
    error_details          jsonb CHECK (jsonb_typeof(error_details) = 'object'),
    started_at             timestamptz,
    paused_at              timestamptz,
    finished_at            timestamptz,
    created_at             timestamptz NOT NULL DEFAULT now(),
    updated_at             timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT campaign_phases_campaign_id_phase_type_key UNIQUE (campaign_id, phase_type),
    -- Deferrable so that two phases can change places within one transaction.
    CONSTRAINT campaign_phases_campaign_id_phase_order_key UNIQUE (campaign_id, phase_order) DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT campaign_phases_phase_order_check CHECK (phase_order > 0),
    CONSTRAINT campaign_phases_items_check CHECK (
        successful_items >= 0
        AND failed_items >= 0
        AND processed_items >= successful_items + failed_items
        AND total_items >= processed_items
    ),
    CONSTRAINT campaign_phases_progress_check CHECK (progress_percentage BETWEEN 0 AND 100),
    CONSTRAINT campaign_phases_finished_at_check CHECK (finished_at >= started_at)
) WITH (fillfactor = 80);
COMMENT ON TABLE campaign_phases IS 'One row per campaign and phase.';
COMMENT ON COLUMN campaign_phases.phase_order IS 'Place in the sequence, from 1.';
COMMENT ON COLUMN campaign_phases.configuration IS 'What the phase was accepted with; NULL until it is configured.';

CREATE TABLE campaign_phase_status_transitions (
    from_status    phase_status_enum NOT NULL,
    to_status      phase_status_enum NOT NULL,
    description    text NOT NULL,
    PRIMARY KEY (from_status, to_status),
    CONSTRAINT campaign_phase_status_transitions_distinct_check CHECK (from_status <> to_status)
);
COMMENT ON TABLE campaign_phase_status_transitions IS 'The moves a phase may make; a trigger refuses every other (SQLSTATE SC002).';

INSERT INTO campaign_phase_status_transitions (from_status, to_status, description) VALUES
    ('not_started', 'ready',       'what it builds on is there'),
    ('not_started', 'configured',  'configured ahead of its turn'),
    ('not_started', 'skipped',     'left out'),
    ('ready',       'configured',  'its configuration was accepted'),
    ('ready',       'skipped',     'left out'),
    ('configured',  'ready',       'its configuration was withdrawn'),
    ('configured',  'in_progress', 'started'),
    ('configured',  'skipped',     'left out'),
    ('in_progress', 'paused',      'paused with its campaign'),
    ('in_progress', 'completed',   'done'),
    ('in_progress', 'failed',      'could not be done'),
    ('paused',      'in_progress', 'resumed'),
    ('paused',      'failed',      'found to be broken while paused'),
    ('failed',      'configured',  'to be retried'),
    ('failed',      'skipped',     'left out after a failure');

CREATE TABLE campaign_event_sequences (
    campaign_id      uuid PRIMARY KEY,
    last_sequence    bigint NOT NULL DEFAULT 0,
    CONSTRAINT campaign_event_sequences_last_sequence_check CHECK (last_sequence >= 0)
) WITH (fillfactor = 50);
COMMENT ON TABLE campaign_event_sequences IS
    'Head of each campaign''s event log. Its row lock makes the sequence gap-free and visible in order of commit, which no SEQUENCE can promise.';

CREATE TABLE campaign_state_events (
    id                     uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    campaign_id            uuid NOT NULL,
    sequence_number        bigint NOT NULL DEFAULT 0,
    event_type             state_event_type_enum NOT NULL,
    phase_type             phase_type_enum,
    source_status          campaign_status_enum,
    target_status          campaign_status_enum,
    source_phase_status    phase_status_enum,
    target_phase_status    phase_status_enum,
    reason                 text,
    triggered_by           uuid,
    event_data             jsonb NOT NULL DEFAULT '{}' CHECK (jsonb_typeof(event_data) = 'object'),
    context                jsonb NOT NULL DEFAULT '{}' CHECK (jsonb_typeof(context) = 'object'),
    correlation_id         uuid,
    processing_status      event_processing_status_enum NOT NULL DEFAULT 'pending',
    processed_at           timestamptz,
    processing_error       text,
    created_at             timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT campaign_state_events_campaign_id_sequence_number_key UNIQUE (campaign_id, sequence_number),
    CONSTRAINT campaign_state_events_sequence_number_check CHECK (sequence_number > 0),
    CONSTRAINT campaign_state_events_status_changed_check CHECK (event_type <> 'status_changed' OR target_status IS NOT NULL),
    CONSTRAINT campaign_state_events_phase_changed_check CHECK (event_type <> 'phase_changed' OR (phase_type IS NOT NULL AND target_phase_status IS NOT NULL)),
    CONSTRAINT campaign_state_events_processed_at_check CHECK ((processing_status = 'processed') = (processed_at IS NOT NULL))
);
COMMENT ON TABLE campaign_state_events IS 'What happened to each campaign, in order.';
COMMENT ON COLUMN campaign_state_events.sequence_number IS 'Place in the campaign''s log, from 1 without gaps. 0 on insert asks the trigger for the next number.';
COMMENT ON COLUMN campaign_state_events.triggered_by IS 'The user who caused it; NULL = the system.';

CREATE TABLE campaign_state_snapshots (
    id                     uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    campaign_id            uuid NOT NULL,
    last_event_sequence    bigint NOT NULL,
    state_data             jsonb NOT NULL CHECK (jsonb_typeof(state_data) = 'object'),
    checksum               sha256_digest NOT NULL GENERATED ALWAYS AS (jsonb_sha256(state_data)) STORED,
    is_valid               boolean NOT NULL DEFAULT true,
    invalid_reason         text,
    created_at             timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT campaign_state_snapshots_last_event_sequence_check CHECK (last_event_sequence >= 0),
    CONSTRAINT campaign_state_snapshots_validity_check CHECK (is_valid = (invalid_reason IS NULL))
);
COMMENT ON TABLE campaign_state_snapshots IS 'State of a campaign after a given event, so that replay need not begin at the first.';
COMMENT ON COLUMN campaign_state_snapshots.last_event_sequence IS 'The last event that state_data includes; 0 = none.';

-- One valid snapshot per position; an invalid one does not stand in the way of its replacement.
CREATE UNIQUE INDEX campaign_state_snapshots_valid_key
    ON campaign_state_snapshots (campaign_id, last_event_sequence)
    WHERE is_valid;

CREATE TABLE campaign_state_transitions (
    id                     bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY,
    campaign_id            uuid NOT NULL,
    state_event_id         uuid,
    phase_type             phase_type_enum,
    from_status            campaign_status_enum,
    to_status              campaign_status_enum,
    from_phase_status      phase_status_enum,
    to_phase_status        phase_status_enum,
    is_valid               boolean NOT NULL,
    refusal_reason         text,
    requested_at           timestamptz NOT NULL DEFAULT now(),
    finished_at            timestamptz NOT NULL DEFAULT clock_timestamp(),
    CONSTRAINT campaign_state_transitions_state_event_id_fkey
        FOREIGN KEY (state_event_id) REFERENCES campaign_state_events (id) ON DELETE CASCADE,
    CONSTRAINT campaign_state_transitions_state_event_id_key UNIQUE (state_event_id),
    CONSTRAINT campaign_state_transitions_subject_check CHECK (
        (phase_type IS NULL AND to_status IS NOT NULL AND to_phase_status IS NULL)
        OR (phase_type IS NOT NULL AND to_phase_status IS NOT NULL AND to_status IS NULL)
    ),
    CONSTRAINT campaign_state_transitions_validity_check CHECK (
        is_valid = (refusal_reason IS NULL)
        AND is_valid = (state_event_id IS NOT NULL)
    ),
    CONSTRAINT campaign_state_transitions_finished_at_check CHECK (finished_at >= requested_at)
);
COMMENT ON TABLE campaign_state_transitions IS 'Every transition made, with its event, and those refused, with the reason why.';
COMMENT ON COLUMN campaign_state_transitions.phase_type IS 'NULL = the campaign itself moved; otherwise which of its phases did.';
COMMENT ON COLUMN campaign_state_transitions.state_event_id IS 'The event that records it; NULL exactly when the move was refused.';
