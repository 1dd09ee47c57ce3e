-- Personas, proxies, pools and memberships: legal rows are taken, illegal ones refused.

-- setup
INSERT INTO users (id, email, first_name, last_name, password_hash)
VALUES ('a0000000-0000-0000-0000-000000000001', 'ada@example.com', 'Ada', 'Lovelace', 'hash');
INSERT INTO personas (id, name, persona_type, configuration, created_by)
VALUES ('d0000000-0000-0000-0000-000000000001', 'Browser', 'http', '{"headers": {}}', 'a0000000-0000-0000-0000-000000000001');
INSERT INTO proxies (id, name, protocol, host, port, created_by)
VALUES ('90000000-0000-0000-0000-000000000001', 'North', 'socks5', 'proxy.example.com', 1080, 'a0000000-0000-0000-0000-000000000001');
INSERT INTO proxy_pools (id, name, created_by)
VALUES ('80000000-0000-0000-0000-000000000001', 'Europe', 'a0000000-0000-0000-0000-000000000001');
INSERT INTO proxy_pool_memberships (pool_id, proxy_id)
VALUES ('80000000-0000-0000-0000-000000000001', '90000000-0000-0000-0000-000000000001');

-- personas

-- test: a new persona is enabled and has no tags
-- rows:
--   t | {} | t
SELECT is_enabled, tags, updated_at = created_at FROM personas;

-- test: a persona has its name once for DNS and once for HTTP
INSERT INTO personas (name, persona_type, configuration) VALUES ('Browser', 'dns', '{}');
-- refused: 23505 personas_persona_type_name_key
INSERT INTO personas (name, persona_type, configuration) VALUES ('Browser', 'http', '{}');

-- test: the configuration of a persona is an object
-- refused: 23514 personas_configuration_object_check
UPDATE personas SET configuration = '["headers"]';
-- refused: 23502 "configuration" of relation "personas"
UPDATE personas SET configuration = NULL;

-- test: a persona has a name and a type
-- refused: 23502 "name" of relation "personas"
UPDATE personas SET name = NULL;
-- refused: 23502 "persona_type" of relation "personas"
UPDATE personas SET persona_type = NULL;

-- test: a persona was made by a user who exists
-- refused: 23503 personas_created_by_fkey
UPDATE personas SET created_by = 'a0000000-0000-0000-0000-000000000009';

-- proxies

-- test: a new proxy is enabled, needs no login and has not been checked
-- rows:
--   t |  | unknown | ∅ | ∅ | 0 | 0 | 0
SELECT is_enabled, username, health, last_checked_at, latency_ms, success_count, failure_count, consecutive_failures FROM proxies;

-- test: a proxy takes everything a health check finds
UPDATE proxies
SET exit_address = '198.51.100.7', country_code = 'DE', health = 'degraded', last_checked_at = now(), latency_ms = 0,
    success_count = 5, failure_count = 2, consecutive_failures = 2, last_error = 'timeout';
-- rows:
--   198.51.100.7 | DE
SELECT exit_address, country_code FROM proxies;

-- test: an endpoint is listed once for each login
INSERT INTO proxies (name, protocol, host, port, username, credential_hash) VALUES ('North, paid', 'socks5', 'proxy.example.com', 1080, 'ada', 'hash');
-- refused: 23505 proxies_endpoint_key
INSERT INTO proxies (name, protocol, host, port) VALUES ('North again', 'socks5', 'proxy.example.com', 1080);

-- test: a port lies between 1 and 65535
UPDATE proxies SET port = 65535;
-- refused: 23514 proxies_port_check
UPDATE proxies SET port = 0;
-- refused: 23514 proxies_port_check
UPDATE proxies SET port = 65536;

-- test: a country is two capital letters
-- refused: 23514 proxies_country_code_check
UPDATE proxies SET country_code = 'de';
-- refused: 23514 proxies_country_code_check
UPDATE proxies SET country_code = 'D';

-- test: latency is never negative
-- refused: 23514 proxies_latency_check
UPDATE proxies SET latency_ms = -1;

-- test: failures in a row are among all failures, and no count is negative
-- refused: 23514 proxies_counts_check
UPDATE proxies SET consecutive_failures = 1;
-- refused: 23514 proxies_counts_check
UPDATE proxies SET consecutive_failures = -1;
-- refused: 23514 proxies_counts_check
UPDATE proxies SET success_count = -1;
-- refused: 23514 proxies_counts_check
UPDATE proxies SET failure_count = -1, consecutive_failures = -1;

-- test: a proxy has a name, a protocol, a host and a port
-- refused: 23502 "name" of relation "proxies"
UPDATE proxies SET name = NULL;
-- refused: 23502 "protocol" of relation "proxies"
UPDATE proxies SET protocol = NULL;
-- refused: 23502 "host" of relation "proxies"
UPDATE proxies SET host = NULL;
-- refused: 23502 "port" of relation "proxies"
UPDATE proxies SET port = NULL;

-- test: a proxy was made by a user who exists
-- refused: 23503 proxies_created_by_fkey
UPDATE proxies SET created_by = 'a0000000-0000-0000-0000-000000000009';

-- proxy_pools

-- test: a new pool takes its proxies in turn and checks them once a minute
-- rows:
--   round_robin | t | t | 60 | 10 | 3
SELECT strategy, is_enabled, health_check_enabled, health_check_interval_seconds, health_check_timeout_seconds, max_consecutive_failures
FROM proxy_pools;

-- test: pools have different names
-- refused: 23505 proxy_pools_name_key
INSERT INTO proxy_pools (name) VALUES ('Europe');
-- refused: 23502 "name" of relation "proxy_pools"
INSERT INTO proxy_pools (name) VALUES (NULL);

-- test: a health check has time to end before the next one
UPDATE proxy_pools SET health_check_interval_seconds = 10;
-- refused: 23514 proxy_pools_health_check_check
UPDATE proxy_pools SET health_check_interval_seconds = 9;
-- refused: 23514 proxy_pools_health_check_check
UPDATE proxy_pools SET health_check_timeout_seconds = 0;

-- test: a member may fail once at least
-- refused: 23514 proxy_pools_max_consecutive_failures_check
UPDATE proxy_pools SET max_consecutive_failures = 0;

-- test: a pool was made by a user who exists
-- refused: 23503 proxy_pools_created_by_fkey
UPDATE proxy_pools SET created_by = 'a0000000-0000-0000-0000-000000000009';

-- proxy_pool_memberships

-- test: a new member is active and weighs 1
-- rows:
--   1 | t
SELECT weight, is_active FROM proxy_pool_memberships;

-- test: a proxy is in a pool once
-- refused: 23505 proxy_pool_memberships_pkey
INSERT INTO proxy_pool_memberships (pool_id, proxy_id) SELECT pool_id, proxy_id FROM proxy_pool_memberships;

-- test: a member weighs between 1 and 1000
UPDATE proxy_pool_memberships SET weight = 1000;
-- refused: 23514 proxy_pool_memberships_weight_check
UPDATE proxy_pool_memberships SET weight = 0;
-- refused: 23514 proxy_pool_memberships_weight_check
UPDATE proxy_pool_memberships SET weight = 1001;

-- test: a member is a proxy that exists in a pool that exists
-- refused: 23503 proxy_pool_memberships_pool_id_fkey
UPDATE proxy_pool_memberships SET pool_id = '80000000-0000-0000-0000-000000000009';
-- refused: 23503 proxy_pool_memberships_proxy_id_fkey
UPDATE proxy_pool_memberships SET proxy_id = '90000000-0000-0000-0000-000000000009';
-- refused: 23502 "pool_id" of relation "proxy_pool_memberships"
UPDATE proxy_pool_memberships SET pool_id = NULL;
-- refused: 23502 "proxy_id" of relation "proxy_pool_memberships"
UPDATE proxy_pool_memberships SET proxy_id = NULL;

-- test: a pool that is deleted leaves its proxies
DELETE FROM proxy_pools;
-- rows:
--   0 | 1
SELECT (SELECT count(*) FROM proxy_pool_memberships), (SELECT count(*) FROM proxies);

-- test: a proxy that is deleted leaves its pools
DELETE FROM proxies;
-- rows:
--   0 | 1
SELECT (SELECT count(*) FROM proxy_pool_memberships), (SELECT count(*) FROM proxy_pools);

-- test: what a user made outlives the user
DELETE FROM users;
-- rows:
--   1 | 0
SELECT count(*), count(created_by) FROM personas;
-- rows:
--   1 | 0
SELECT count(*), count(created_by) FROM proxies;
-- rows:
--   1 | 0
SELECT count(*), count(created_by) FROM proxy_pools;
