-- The cache: configurations, entries, the queue and log of invalidations, and metrics.
-- Checks of numerics bound them from above too, as NaN is a numeric and greater than all others.

CREATE TYPE cache_type_enum AS ENUM (
    'query_result',
    'session',
    'api_response',
    'dns_answer',
    'http_response',
    'computed'
);

CREATE TYPE cache_strategy_enum AS ENUM (
    'lru',
    'lfu',
    'fifo',
    'ttl'
);
COMMENT ON TYPE cache_strategy_enum IS 'What is evicted first when a cache is full; ttl = only what has expired.';

CREATE TYPE cache_entry_status_enum AS ENUM (
    'valid',
    'stale',
    'invalidated'
);

CREATE TYPE cache_invalidation_kind_enum AS ENUM (
    'key',
    'tag',
    'dependency',
    'everything'
);

CREATE TYPE cache_invalidation_status_enum AS ENUM (
    'pending',
    'completed',
    'failed'
);

CREATE TABLE cache_configurations (
    id                     uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    name                   varchar(128) NOT NULL,
    cache_type             cache_type_enum NOT NULL,
    strategy               cache_strategy_enum NOT NULL DEFAULT 'lru',
    is_enabled             boolean NOT NULL DEFAULT true,
    max_entries            integer NOT NULL DEFAULT 10000,
    max_size_bytes         bigint NOT NULL DEFAULT 67108864,
    default_ttl_seconds    integer NOT NULL DEFAULT 300,
    max_ttl_seconds        integer NOT NULL DEFAULT 3600,
    settings               jsonb NOT NULL DEFAULT '{}' CHECK (jsonb_typeof(settings) = 'object'),
    created_at             timestamptz NOT NULL DEFAULT now(),
    updated_at             timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT cache_configurations_name_key UNIQUE (name),
    CONSTRAINT cache_configurations_size_check CHECK (max_entries > 0 AND max_size_bytes > 0),
    CONSTRAINT cache_configurations_ttl_check CHECK (default_ttl_seconds > 0 AND max_ttl_seconds >= default_ttl_seconds)
);
COMMENT ON TABLE cache_configurations IS 'Named caches, their limits and how they make room.';

-- Unlogged: an entry can always be made again, so its writes need not burden the WAL.
CREATE UNLOGGED TABLE cache_entries (
    id                   bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY,
    configuration_id     uuid NOT NULL REFERENCES cache_configurations (id) ON DELETE CASCADE,
    cache_key            varchar(512) NOT NULL,
    value                bytea NOT NULL,
    value_hash           sha256_digest NOT NULL GENERATED ALWAYS AS (sha256(value)) STORED,
    size_bytes           integer NOT NULL GENERATED ALWAYS AS (octet_length(value)) STORED,
    status               cache_entry_status_enum NOT NULL DEFAULT 'valid',
    dependency_keys      text[] NOT NULL DEFAULT '{}',
    invalidation_tags    text[] NOT NULL DEFAULT '{}',
    hit_count            bigint NOT NULL DEFAULT 0,
    last_hit_at          timestamptz,
    created_at           timestamptz NOT NULL DEFAULT now(),
    updated_at           timestamptz NOT NULL DEFAULT now(),
    expires_at           timestamptz NOT NULL DEFAULT 'infinity',
    CONSTRAINT cache_entries_configuration_id_cache_key_key UNIQUE (configuration_id, cache_key),
    CONSTRAINT cache_entries_hit_count_check CHECK (hit_count >= 0)
) WITH (fillfactor = 85);
COMMENT ON TABLE cache_entries IS 'Cached values. Empty after a crash, and on replicas.';
COMMENT ON COLUMN cache_entries.dependency_keys IS 'Keys of what the value was made from; it falls with any of them.';
COMMENT ON COLUMN cache_entries.invalidation_tags IS 'Groups the value can be invalidated with.';
COMMENT ON COLUMN cache_entries.expires_at IS 'Left out on insert = the default TTL of the cache; a trigger cuts it to the maximum TTL, so infinity is never stored.';

CREATE TABLE cache_invalidations (
    id                  bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY,
    configuration_id    uuid NOT NULL REFERENCES cache_configurations (id) ON DELETE CASCADE,
    kind                cache_invalidation_kind_enum NOT NULL,
    target              varchar(512),
    status              cache_invalidation_status_enum NOT NULL DEFAULT 'pending',
    priority            smallint NOT NULL DEFAULT 5,
    depends_on_id       bigint REFERENCES cache_invalidations (id) ON DELETE SET NULL,
    retry_count         integer NOT NULL DEFAULT 0,
    max_retries         integer NOT NULL DEFAULT 3,
    scheduled_at        timestamptz NOT NULL DEFAULT now(),
    reason              text,
    requested_by        uuid,
    last_error          text,
    created_at          timestamptz NOT NULL DEFAULT now(),
    finished_at         timestamptz,
    CONSTRAINT cache_invalidations_target_check CHECK ((kind = 'everything') = (target IS NULL)),
    CONSTRAINT cache_invalidations_priority_check CHECK (priority BETWEEN 0 AND 9),
    CONSTRAINT cache_invalidations_retries_check CHECK (max_retries >= 0 AND retry_count BETWEEN 0 AND max_retries),
    CONSTRAINT cache_invalidations_finished_at_check CHECK ((status = 'pending') = (finished_at IS NULL)),
    CONSTRAINT cache_invalidations_depends_on_check CHECK (depends_on_id <> id)
);
COMMENT ON TABLE cache_invalidations IS 'Queue of invalidations to carry out.';
COMMENT ON COLUMN cache_invalidations.target IS 'The key, tag or dependency key; NULL exactly when everything is to go.';
COMMENT ON COLUMN cache_invalidations.priority IS '0 to 9; higher runs first.';
COMMENT ON COLUMN cache_invalidations.depends_on_id IS 'Not to be carried out while this one is pending.';

CREATE TABLE cache_invalidation_log (
    id                  bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY,
    invalidation_id     bigint REFERENCES cache_invalidations (id) ON DELETE SET NULL,
    configuration_id    uuid NOT NULL REFERENCES cache_configurations (id) ON DELETE CASCADE,
    kind                cache_invalidation_kind_enum NOT NULL,
    target              varchar(512),
    entries_removed     integer NOT NULL DEFAULT 0,
    duration_ms         numeric(12,3) NOT NULL DEFAULT 0,
    error               text,
    created_at          timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT cache_invalidation_log_entries_removed_check CHECK (entries_removed >= 0),
    CONSTRAINT cache_invalidation_log_duration_check CHECK (duration_ms >= 0 AND duration_ms < 'NaN')
);
COMMENT ON TABLE cache_invalidation_log IS 'Invalidations that were carried out or failed.';
COMMENT ON COLUMN cache_invalidation_log.error IS 'NULL = it succeeded.';

CREATE TABLE cache_metrics (
    configuration_id    uuid NOT NULL REFERENCES cache_configurations (id) ON DELETE CASCADE,
    period_start        timestamptz NOT NULL,
    period_end          timestamptz NOT NULL,
    hits                bigint NOT NULL DEFAULT 0,
    misses              bigint NOT NULL DEFAULT 0,
    evictions           bigint NOT NULL DEFAULT 0,
    expirations         bigint NOT NULL DEFAULT 0,
    invalidations       bigint NOT NULL DEFAULT 0,
    entry_count         integer NOT NULL,
    used_bytes          bigint NOT NULL,
    max_bytes           bigint NOT NULL,
    average_read_ms     numeric(12,3),
    hit_ratio           percentage GENERATED ALWAYS AS (
        CASE WHEN hits >= 0 AND misses >= 0 AND hits + misses > 0
            THEN round(100.0 * hits / (hits + misses), 2)
        END
    ) STORED,
    PRIMARY KEY (configuration_id, period_start),
    CONSTRAINT cache_metrics_period_check CHECK (period_end > period_start),
    CONSTRAINT cache_metrics_counts_check CHECK (
        hits >= 0
        AND misses >= 0
        AND evictions >= 0
        AND expirations >= 0
        AND invalidations >= 0
        AND entry_count >= 0
    ),
    CONSTRAINT cache_metrics_bytes_check CHECK (used_bytes BETWEEN 0 AND max_bytes),
    CONSTRAINT cache_metrics_average_read_check CHECK (average_read_ms >= 0 AND average_read_ms < 'NaN')
);
COMMENT ON TABLE cache_metrics IS 'Use of a cache over a period.';
COMMENT ON COLUMN cache_metrics.hit_ratio IS 'Percent of reads that found a value; NULL if nothing was read.';
