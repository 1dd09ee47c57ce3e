-- Architecture: which service depends on which, how they talk, what they can bear,
-- and what was refactored. Readings are append-only with the time in their primary key.
-- Checks of numerics bound them from above too, as NaN is a numeric and greater than all others.

CREATE TYPE service_type_enum AS ENUM (
    'api',
    'worker',
    'scheduler',
    'gateway',
    'database',
    'cache',
    'external'
);

CREATE TYPE dependency_type_enum AS ENUM (
    'synchronous',
    'asynchronous',
    'shared_data',
    'configuration'
);

CREATE TYPE dependency_criticality_enum AS ENUM (
    'optional',
    'degrading',
    'essential'
);

CREATE TYPE communication_protocol_enum AS ENUM (
    'http',
    'grpc',
    'websocket',
    'sql',
    'message_queue',
    'event_stream'
);

CREATE TYPE refactor_type_enum AS ENUM (
    'extract_service',
    'merge_services',
    'split_module',
    'replace_dependency',
    'change_protocol',
    'change_schema',
    'remove_dead_code'
);

CREATE TYPE refactor_status_enum AS ENUM (
    'planned',
    'in_progress',
    'completed',
    'reverted'
);

CREATE TABLE service_architecture_metrics (
    recorded_at              timestamptz NOT NULL DEFAULT now(),
    id                       bigint NOT NULL GENERATED ALWAYS AS IDENTITY,
    service_name             varchar(128) NOT NULL,
    service_type             service_type_enum NOT NULL,
    service_version          varchar(64),
    coupling_score           score NOT NULL,
    cohesion_score           score NOT NULL,
    complexity_score         score NOT NULL,
    test_coverage            percentage,
    lines_of_code            integer,
    technical_debt_hours     numeric(10,2) NOT NULL DEFAULT 0,
    error_rate               percentage NOT NULL DEFAULT 0,
    availability             percentage NOT NULL DEFAULT 100,
    PRIMARY KEY (recorded_at, id),
    CONSTRAINT service_architecture_metrics_lines_of_code_check CHECK (lines_of_code >= 0),
    CONSTRAINT service_architecture_metrics_technical_debt_check CHECK (technical_debt_hours >= 0 AND technical_debt_hours < 'NaN')
);
COMMENT ON TABLE service_architecture_metrics IS 'Health of the structure of a service at a moment.';
COMMENT ON COLUMN service_architecture_metrics.coupling_score IS '0 = stands alone, 100 = changes with everything.';
COMMENT ON COLUMN service_architecture_metrics.technical_debt_hours IS 'Estimated work to pay the debt off, in hours.';

CREATE TABLE service_dependencies (
    id                      uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    source_service          varchar(128) NOT NULL,
    target_service          varchar(128) NOT NULL,
    dependency_type         dependency_type_enum NOT NULL,
    protocol                communication_protocol_enum NOT NULL,
    criticality             dependency_criticality_enum NOT NULL DEFAULT 'essential',
    timeout_ms              integer,
    max_retries             smallint NOT NULL DEFAULT 0,
    has_circuit_breaker     boolean NOT NULL DEFAULT false,
    expected_latency_ms     numeric(12,3),
    is_active               boolean NOT NULL DEFAULT true,
    created_at              timestamptz NOT NULL DEFAULT now(),
    updated_at              timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT service_dependencies_edge_key UNIQUE (source_service, target_service, dependency_type, protocol),
    CONSTRAINT service_dependencies_self_check CHECK (source_service <> target_service),
    CONSTRAINT service_dependencies_limits_check CHECK (
        timeout_ms > 0
        AND max_retries >= 0
        AND expected_latency_ms >= 0
        AND expected_latency_ms < 'NaN'
    )
);
COMMENT ON TABLE service_dependencies IS 'Edges of the graph of services: the source needs the target.';
COMMENT ON COLUMN service_dependencies.criticality IS 'What becomes of the source while the target is away.';

CREATE TABLE architecture_refactor_log (
    id                  uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    service_name        varchar(128) NOT NULL,
    refactor_type       refactor_type_enum NOT NULL,
    status              refactor_status_enum NOT NULL DEFAULT 'planned',
    title               varchar(255) NOT NULL,
    description         text,
    reason              text NOT NULL,
    metrics_before      jsonb CHECK (jsonb_typeof(metrics_before) = 'object'),
    metrics_after       jsonb CHECK (jsonb_typeof(metrics_after) = 'object'),
    effort_hours        numeric(8,2),
    performed_by        uuid,
    started_at          timestamptz,
    finished_at         timestamptz,
    created_at          timestamptz NOT NULL DEFAULT now(),
    updated_at          timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT architecture_refactor_log_effort_check CHECK (effort_hours >= 0 AND effort_hours < 'NaN'),
    CONSTRAINT architecture_refactor_log_started_check CHECK ((status = 'planned') = (started_at IS NULL)),
    CONSTRAINT architecture_refactor_log_finished_check CHECK (
        (status IN ('completed', 'reverted')) = (finished_at IS NOT NULL)
        AND finished_at >= started_at
    )
);
COMMENT ON TABLE architecture_refactor_log IS 'Refactorings planned and done, and what they brought.';

CREATE TABLE communication_patterns (
    period_end              timestamptz NOT NULL,
    id                      bigint NOT NULL GENERATED ALWAYS AS IDENTITY,
    period_start            timestamptz NOT NULL,
    dependency_id           uuid NOT NULL REFERENCES service_dependencies (id) ON DELETE CASCADE,
    request_count           bigint NOT NULL,
    error_count             bigint NOT NULL DEFAULT 0,
    timeout_count           bigint NOT NULL DEFAULT 0,
    average_latency_ms      numeric(12,3) NOT NULL,
    p99_latency_ms          numeric(12,3) NOT NULL,
    bytes_transferred       bigint NOT NULL DEFAULT 0,
    PRIMARY KEY (period_end, id),
    CONSTRAINT communication_patterns_period_check CHECK (period_end > period_start),
    CONSTRAINT communication_patterns_counts_check CHECK (
        error_count >= 0
        AND timeout_count >= 0
        AND request_count >= error_count + timeout_count
    ),
    CONSTRAINT communication_patterns_latency_check CHECK (
        average_latency_ms >= 0
        AND average_latency_ms < 'NaN'
        AND p99_latency_ms >= 0
        AND p99_latency_ms < 'NaN'
    ),
    CONSTRAINT communication_patterns_bytes_check CHECK (bytes_transferred >= 0)
);
COMMENT ON TABLE communication_patterns IS 'Traffic along one dependency over a period.';
COMMENT ON COLUMN communication_patterns.p99_latency_ms IS 'Latency that 99 of 100 requests stayed under.';

CREATE TABLE service_capacity_metrics (
    period_end            timestamptz NOT NULL,
    id                    bigint NOT NULL GENERATED ALWAYS AS IDENTITY,
    period_start          timestamptz NOT NULL,
    service_name          varchar(128) NOT NULL,
    resource_type         resource_type_enum NOT NULL,
    unit                  resource_unit_enum NOT NULL,
    instance_count        integer NOT NULL,
    used_capacity         numeric(20,3) NOT NULL,
    max_capacity          numeric(20,3) NOT NULL,
    -- 0 where a check refuses the row, so that the check is what the client hears of.
    used_percentage       percentage NOT NULL GENERATED ALWAYS AS (
        CASE WHEN max_capacity > 0 AND used_capacity BETWEEN 0 AND max_capacity
            THEN round(100 * used_capacity / max_capacity, 2)
            ELSE 0
        END
    ) STORED,
    projected_full_on     date,
    PRIMARY KEY (period_end, id),
    CONSTRAINT service_capacity_metrics_period_check CHECK (period_end > period_start),
    CONSTRAINT service_capacity_metrics_instance_count_check CHECK (instance_count > 0),
    CONSTRAINT service_capacity_metrics_max_capacity_check CHECK (max_capacity > 0 AND max_capacity < 'NaN'),
    CONSTRAINT service_capacity_metrics_used_capacity_check CHECK (used_capacity BETWEEN 0 AND max_capacity)
);
COMMENT ON TABLE service_capacity_metrics IS 'What all instances of a service use of a resource, and what they could.';
COMMENT ON COLUMN service_capacity_metrics.used_capacity IS 'Peak over the period, in unit.';
COMMENT ON COLUMN service_capacity_metrics.projected_full_on IS 'Day on which the capacity runs out if the trend holds; NULL = not in sight.';
