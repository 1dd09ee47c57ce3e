-- Campaigns: one row per lead-generation campaign, and the table of moves that
-- its status is allowed to make. Phase types and states live here too, because
-- a campaign shows the phase it is in.

CREATE TYPE campaign_type_enum AS ENUM (
    'lead_generation',
    'domain_generation',
    'dns_validation',
    'http_keyword_validation'
);

CREATE TYPE campaign_status_enum AS ENUM (
    'draft',
    'running',
    'paused',
    'completed',
    'failed',
    'cancelled',
    'archived'
);

CREATE TYPE phase_type_enum AS ENUM (
    'domain_generation',
    'dns_validation',
    'http_keyword_validation',
    'analysis'
);

CREATE TYPE phase_status_enum AS ENUM (
    'not_started',
    'ready',
    'configured',
    'in_progress',
    'paused',
    'completed',
    'failed',
    'skipped'
);
COMMENT ON TYPE phase_status_enum IS
    'ready = everything before the phase is there; configured = its own configuration is accepted and it may be started.';

CREATE TABLE lead_generation_campaigns (
    id                          uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    name                        varchar(255) NOT NULL,
    description                 text,
    owner_id                    uuid NOT NULL,
    campaign_type               campaign_type_enum NOT NULL DEFAULT 'lead_generation',
    status                      campaign_status_enum NOT NULL DEFAULT 'draft',
    current_phase               phase_type_enum,
    phase_status                phase_status_enum,
    total_phases                integer NOT NULL DEFAULT 4,
    completed_phases            integer NOT NULL DEFAULT 0,
    total_items                 bigint NOT NULL DEFAULT 0,
    processed_items             bigint NOT NULL DEFAULT 0,
    successful_items            bigint NOT NULL DEFAULT 0,
    failed_items                bigint NOT NULL DEFAULT 0,
    progress_percentage         numeric(5,2) NOT NULL DEFAULT 0,
    is_full_sequence_mode       boolean NOT NULL DEFAULT false,
    auto_advance_phases         boolean NOT NULL DEFAULT false,
    domain_generation_config    jsonb NOT NULL DEFAULT '{}' CHECK (jsonb_typeof(domain_generation_config) = 'object'),
    dns_validation_config       jsonb NOT NULL DEFAULT '{}' CHECK (jsonb_typeof(dns_validation_config) = 'object'),
    http_validation_config      jsonb NOT NULL DEFAULT '{}' CHECK (jsonb_typeof(http_validation_config) = 'object'),
    analysis_config             jsonb NOT NULL DEFAULT '{}' CHECK (jsonb_typeof(analysis_config) = 'object'),
    processing_rate             numeric(12,3),
    estimated_completion_at     timestamptz,
    last_heartbeat_at           timestamptz,
    error_message               text,
    error_details               jsonb,
    started_at                  timestamptz,
    finished_at                 timestamptz,
    version                     integer NOT NULL DEFAULT 1,
    created_at                  timestamptz NOT NULL DEFAULT now(),
    updated_at                  timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT lead_generation_campaigns_name_check CHECK (length(btrim(name)) > 0),
    CONSTRAINT lead_generation_campaigns_phases_check CHECK (total_phases > 0 AND completed_phases BETWEEN 0 AND total_phases),
    CONSTRAINT lead_generation_campaigns_phase_pair_check CHECK ((current_phase IS NULL) = (phase_status IS NULL)),
    CONSTRAINT lead_generation_campaigns_items_check CHECK (
        successful_items >= 0
        AND failed_items >= 0
        AND processed_items >= successful_items + failed_items
        AND total_items >= processed_items
    ),
    CONSTRAINT lead_generation_campaigns_progress_check CHECK (progress_percentage BETWEEN 0 AND 100),
    -- NaN is a numeric, and greater than all others.
    CONSTRAINT lead_generation_campaigns_rate_check CHECK (processing_rate >= 0 AND processing_rate < 'NaN'),
    CONSTRAINT lead_generation_campaigns_error_details_check CHECK (jsonb_typeof(error_details) = 'object'),
    CONSTRAINT lead_generation_campaigns_finished_at_check CHECK (finished_at >= started_at),
    CONSTRAINT lead_generation_campaigns_version_check CHECK (version > 0)
) WITH (fillfactor = 80);
COMMENT ON TABLE lead_generation_campaigns IS 'Campaigns, and where each stands. Room is left in every page because progress is written often.';
COMMENT ON COLUMN lead_generation_campaigns.current_phase IS 'The phase that is worked on or was last; NULL before the first start.';
COMMENT ON COLUMN lead_generation_campaigns.phase_status IS 'Status of current_phase; campaign_phases holds the truth for all phases.';
COMMENT ON COLUMN lead_generation_campaigns.is_full_sequence_mode IS 'Every phase is to be run in its order; false = only the phases that were configured.';
COMMENT ON COLUMN lead_generation_campaigns.auto_advance_phases IS 'The next phase starts by itself once the current one is complete.';
COMMENT ON COLUMN lead_generation_campaigns.processing_rate IS 'Items per second, averaged over the current phase.';
COMMENT ON COLUMN lead_generation_campaigns.version IS
    'Optimistic lock. The database bumps it, not the client: a trigger adds 1 to every update that changes more than progress. Clients write WHERE version = what they read.';

CREATE TABLE campaign_status_transitions (
    from_status    campaign_status_enum NOT NULL,
    to_status      campaign_status_enum NOT NULL,
    description    text NOT NULL,
    PRIMARY KEY (from_status, to_status),
    CONSTRAINT campaign_status_transitions_distinct_check CHECK (from_status <> to_status)
);
COMMENT ON TABLE campaign_status_transitions IS 'The moves a campaign may make; a trigger refuses every other (SQLSTATE SC001).';

INSERT INTO campaign_status_transitions (from_status, to_status, description) VALUES
    ('draft',     'running',   'started'),
    ('draft',     'cancelled', 'given up before it was started'),
    ('running',   'paused',    'paused'),
    ('running',   'completed', 'every phase is done'),
    ('running',   'failed',    'a phase failed'),
    ('running',   'cancelled', 'stopped for good'),
    ('paused',    'running',   'resumed'),
    ('paused',    'failed',    'found to be broken while paused'),
    ('paused',    'cancelled', 'stopped for good while paused'),
    ('failed',    'running',   'retried'),
    ('failed',    'cancelled', 'given up after a failure'),
    ('failed',    'archived',  'put away'),
    ('completed', 'archived',  'put away'),
    ('cancelled', 'archived',  'put away');
