-- Personas (how a check presents itself), proxies (where it goes out from)
-- and pools of proxies.

CREATE TYPE persona_type_enum AS ENUM (
    'dns',
    'http'
);

CREATE TYPE proxy_protocol_enum AS ENUM (
    'http',
    'https',
    'socks5',
    'socks4'
);

CREATE TYPE proxy_health_enum AS ENUM (
    'unknown',
    'healthy',
    'degraded',
    'unhealthy'
);

CREATE TYPE rotation_strategy_enum AS ENUM (
    'round_robin',
    'random',
    'weighted',
    'failover'
);

CREATE TABLE personas (
    id               uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    name             varchar(255) NOT NULL,
    persona_type     persona_type_enum NOT NULL,
    description      text,
    configuration    jsonb NOT NULL,
    tags             text[] NOT NULL DEFAULT '{}',
    is_enabled       boolean NOT NULL DEFAULT true,
    created_by       uuid,
    created_at       timestamptz NOT NULL DEFAULT now(),
    updated_at       timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT personas_persona_type_name_key UNIQUE (persona_type, name),
    CONSTRAINT personas_configuration_object_check CHECK (jsonb_typeof(configuration) = 'object')
);
COMMENT ON TABLE personas IS 'How a check presents itself: resolvers and timeouts for DNS; headers, TLS and cookies for HTTP.';

CREATE TABLE proxies (
    id                      uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    name                    varchar(255) NOT NULL,
    description             text,
    protocol                proxy_protocol_enum NOT NULL,
    host                    varchar(253) NOT NULL,
    port                    integer NOT NULL,
    username                varchar(255) NOT NULL DEFAULT '',
    credential_hash         varchar(255),
    exit_address            inet,
    country_code            char(2),
    is_enabled              boolean NOT NULL DEFAULT true,
    health                  proxy_health_enum NOT NULL DEFAULT 'unknown',
    last_checked_at         timestamptz,
    latency_ms              integer,
    success_count           bigint NOT NULL DEFAULT 0,
    failure_count           bigint NOT NULL DEFAULT 0,
    consecutive_failures    integer NOT NULL DEFAULT 0,
    last_error              text,
    created_by              uuid,
    created_at              timestamptz NOT NULL DEFAULT now(),
    updated_at              timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT proxies_endpoint_key UNIQUE (host, port, protocol, username),
    CONSTRAINT proxies_port_check CHECK (port BETWEEN 1 AND 65535),
    CONSTRAINT proxies_country_code_check CHECK (country_code ~ '^[A-Z]{2}$'),
    CONSTRAINT proxies_latency_check CHECK (latency_ms >= 0),
    CONSTRAINT proxies_counts_check CHECK (success_count >= 0 AND failure_count >= 0 AND consecutive_failures BETWEEN 0 AND failure_count)
) WITH (fillfactor = 85);
COMMENT ON TABLE proxies IS 'Proxies that checks may go out through.';
COMMENT ON COLUMN proxies.host IS 'Name or address that the proxy is reached at.';
COMMENT ON COLUMN proxies.username IS 'Empty = no login. Part of the key: one endpoint may serve several accounts.';
COMMENT ON COLUMN proxies.credential_hash IS 'Hash of the password, to tell whether it changed; the password itself is kept in the secret store.';
COMMENT ON COLUMN proxies.exit_address IS 'Address that targets see.';
COMMENT ON COLUMN proxies.country_code IS 'ISO 3166-1 alpha-2, of the exit address.';

CREATE TABLE proxy_pools (
    id                               uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    name                             varchar(255) NOT NULL,
    description                      text,
    strategy                         rotation_strategy_enum NOT NULL DEFAULT 'round_robin',
    is_enabled                       boolean NOT NULL DEFAULT true,
    health_check_enabled             boolean NOT NULL DEFAULT true,
    health_check_url                 varchar(2048),
    health_check_interval_seconds    integer NOT NULL DEFAULT 60,
    health_check_timeout_seconds     integer NOT NULL DEFAULT 10,
    max_consecutive_failures         integer NOT NULL DEFAULT 3,
    created_by                       uuid,
    created_at                       timestamptz NOT NULL DEFAULT now(),
    updated_at                       timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT proxy_pools_name_key UNIQUE (name),
    CONSTRAINT proxy_pools_health_check_check CHECK (
        health_check_timeout_seconds > 0
        AND health_check_interval_seconds >= health_check_timeout_seconds
    ),
    CONSTRAINT proxy_pools_max_consecutive_failures_check CHECK (max_consecutive_failures > 0)
);
COMMENT ON TABLE proxy_pools IS 'Named groups of proxies and how one is picked from the group.';
COMMENT ON COLUMN proxy_pools.max_consecutive_failures IS 'A member that failed so often in a row is left out until a health check succeeds.';

CREATE TABLE proxy_pool_memberships (
    pool_id      uuid NOT NULL,
    proxy_id     uuid NOT NULL,
    weight       integer NOT NULL DEFAULT 1,
    is_active    boolean NOT NULL DEFAULT true,
    added_at     timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (pool_id, proxy_id),
    FOREIGN KEY (pool_id) REFERENCES proxy_pools (id) ON DELETE CASCADE,
    FOREIGN KEY (proxy_id) REFERENCES proxies (id) ON DELETE CASCADE,
    CONSTRAINT proxy_pool_memberships_weight_check CHECK (weight BETWEEN 1 AND 1000)
);
COMMENT ON TABLE proxy_pool_memberships IS 'Which proxies belong to which pools.';
COMMENT ON COLUMN proxy_pool_memberships.weight IS 'Share of the traffic under the weighted strategy; order of preference, highest first, under failover.';
