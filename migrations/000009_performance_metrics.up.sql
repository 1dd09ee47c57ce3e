-- Performance metrics: append-only readings of queries, resources, connection pools and
-- pagination. Primary keys lead with the time, ready for range partitions and good for
-- "the last hour" as they are. Checks make an impossible reading impossible to store: each
-- bounds its numerics from above too, as NaN is a numeric and greater than all others. Computed
-- percentages are 0 where a check refuses the row, so that the check is what the client hears of.

CREATE TYPE query_type_enum AS ENUM (
    'select',
    'insert',
    'update',
    'delete',
    'procedure',
    'ddl'
);

CREATE TYPE resource_type_enum AS ENUM (
    'cpu',
    'memory',
    'disk',
    'disk_io',
    'network',
    'threads',
    'file_descriptors'
);

CREATE TYPE resource_unit_enum AS ENUM (
    'millicores',
    'bytes',
    'bytes_per_second',
    'operations_per_second',
    'count'
);

CREATE TYPE pagination_method_enum AS ENUM (
    'keyset',
    'offset'
);

CREATE TABLE query_performance_metrics (
    recorded_at          timestamptz NOT NULL DEFAULT now(),
    id                   bigint NOT NULL GENERATED ALWAYS AS IDENTITY,
    query_fingerprint    varchar(64) NOT NULL,
    query_type           query_type_enum NOT NULL,
    service_name         varchar(128) NOT NULL,
    execution_time_ms    numeric(14,3) NOT NULL,
    planning_time_ms     numeric(14,3),
    rows_examined        bigint,
    rows_returned        bigint NOT NULL DEFAULT 0,
    buffers_hit          bigint NOT NULL DEFAULT 0,
    buffers_read         bigint NOT NULL DEFAULT 0,
    buffer_hit_ratio     percentage GENERATED ALWAYS AS (
        CASE WHEN buffers_hit >= 0 AND buffers_read >= 0 AND buffers_hit + buffers_read > 0
            THEN round(100.0 * buffers_hit / (buffers_hit + buffers_read), 2)
        END
    ) STORED,
    error_code           char(5),
    PRIMARY KEY (recorded_at, id),
    CONSTRAINT query_performance_metrics_times_check CHECK (
        execution_time_ms >= 0
        AND execution_time_ms < 'NaN'
        AND planning_time_ms >= 0
        AND planning_time_ms < 'NaN'
    ),
    CONSTRAINT query_performance_metrics_rows_check CHECK (rows_examined >= 0 AND rows_returned >= 0),
    CONSTRAINT query_performance_metrics_buffers_check CHECK (buffers_hit >= 0 AND buffers_read >= 0)
);
COMMENT ON TABLE query_performance_metrics IS 'One row per query that was sampled.';
COMMENT ON COLUMN query_performance_metrics.query_fingerprint IS 'Hash of the query with its constants taken out, as pg_stat_statements forms it.';
COMMENT ON COLUMN query_performance_metrics.buffer_hit_ratio IS 'Percent of pages found in shared buffers; NULL if none was touched.';
COMMENT ON COLUMN query_performance_metrics.error_code IS 'SQLSTATE if the query failed.';

CREATE TABLE resource_utilization_metrics (
    period_end         timestamptz NOT NULL,
    id                 bigint NOT NULL GENERATED ALWAYS AS IDENTITY,
    period_start       timestamptz NOT NULL,
    service_name       varchar(128) NOT NULL,
    host_name          varchar(253) NOT NULL,
    resource_type      resource_type_enum NOT NULL,
    unit               resource_unit_enum NOT NULL,
    used               numeric(20,3) NOT NULL,
    maximum            numeric(20,3) NOT NULL,
    used_percentage    percentage NOT NULL GENERATED ALWAYS AS (
        CASE WHEN maximum > 0 AND used BETWEEN 0 AND maximum
            THEN round(100 * used / maximum, 2)
            ELSE 0
        END
    ) STORED,
    PRIMARY KEY (period_end, id),
    CONSTRAINT resource_utilization_metrics_period_check CHECK (period_end > period_start),
    CONSTRAINT resource_utilization_metrics_maximum_check CHECK (maximum > 0 AND maximum < 'NaN'),
    CONSTRAINT resource_utilization_metrics_used_check CHECK (used BETWEEN 0 AND maximum)
);
COMMENT ON TABLE resource_utilization_metrics IS 'Use of one resource of one process over a period.';
COMMENT ON COLUMN resource_utilization_metrics.used IS 'Average over the period, in unit.';
COMMENT ON COLUMN resource_utilization_metrics.maximum IS 'What there is to use, in unit.';

CREATE TABLE connection_pool_metrics (
    recorded_at            timestamptz NOT NULL DEFAULT now(),
    id                     bigint NOT NULL GENERATED ALWAYS AS IDENTITY,
    pool_name              varchar(128) NOT NULL,
    service_name           varchar(128) NOT NULL,
    active_connections     integer NOT NULL,
    idle_connections       integer NOT NULL,
    max_connections        integer NOT NULL,
    waiting_requests       integer NOT NULL DEFAULT 0,
    average_wait_ms        numeric(12,3) NOT NULL DEFAULT 0,
    longest_wait_ms        numeric(12,3) NOT NULL DEFAULT 0,
    connection_errors      integer NOT NULL DEFAULT 0,
    used_percentage        percentage NOT NULL GENERATED ALWAYS AS (
        CASE WHEN max_connections > 0 AND active_connections BETWEEN 0 AND max_connections
            THEN round(100.0 * active_connections / max_connections, 2)
            ELSE 0
        END
    ) STORED,
    PRIMARY KEY (recorded_at, id),
    CONSTRAINT connection_pool_metrics_max_connections_check CHECK (max_connections > 0),
    CONSTRAINT connection_pool_metrics_connections_check CHECK (
        active_connections >= 0
        AND idle_connections >= 0
        AND active_connections + idle_connections <= max_connections
    ),
    CONSTRAINT connection_pool_metrics_waits_check CHECK (
        waiting_requests >= 0
        AND average_wait_ms >= 0
        AND longest_wait_ms >= average_wait_ms
        AND longest_wait_ms < 'NaN'
    ),
    CONSTRAINT connection_pool_metrics_errors_check CHECK (connection_errors >= 0)
);
COMMENT ON TABLE connection_pool_metrics IS 'State of a connection pool at a moment.';
COMMENT ON COLUMN connection_pool_metrics.average_wait_ms IS 'Wait for a connection since the reading before.';
COMMENT ON COLUMN connection_pool_metrics.connection_errors IS 'Failed connects since the reading before.';

CREATE TABLE pagination_performance_metrics (
    recorded_at          timestamptz NOT NULL DEFAULT now(),
    id                   bigint NOT NULL GENERATED ALWAYS AS IDENTITY,
    endpoint             varchar(512) NOT NULL,
    pagination_method    pagination_method_enum NOT NULL,
    page_size            integer NOT NULL,
    page_number          integer,
    rows_returned        integer NOT NULL,
    query_time_ms        numeric(14,3) NOT NULL,
    filter_count         smallint NOT NULL DEFAULT 0,
    PRIMARY KEY (recorded_at, id),
    CONSTRAINT pagination_performance_metrics_page_size_check CHECK (page_size > 0),
    CONSTRAINT pagination_performance_metrics_page_number_check CHECK (
        (pagination_method = 'offset') = (page_number IS NOT NULL)
        AND page_number > 0
    ),
    CONSTRAINT pagination_performance_metrics_rows_check CHECK (rows_returned BETWEEN 0 AND page_size),
    CONSTRAINT pagination_performance_metrics_query_time_check CHECK (query_time_ms >= 0 AND query_time_ms < 'NaN'),
    CONSTRAINT pagination_performance_metrics_filter_count_check CHECK (filter_count >= 0)
);
COMMENT ON TABLE pagination_performance_metrics IS 'One row per page of a list that was served.';
COMMENT ON COLUMN pagination_performance_metrics.page_number IS 'From 1; only offset pagination knows it.';
COMMENT ON COLUMN pagination_performance_metrics.filter_count IS 'Filters the caller asked for.';
