-- Cache configurations, entries, invalidations, their log and metrics: legal rows are taken, illegal ones refused.

-- setup
INSERT INTO users (id, email, first_name, last_name, password_hash)
VALUES ('a0000000-0000-0000-0000-000000000001', 'ada@example.com', 'Ada', 'Lovelace', 'hash');
INSERT INTO cache_configurations (id, name, cache_type) VALUES ('20000000-0000-0000-0000-000000000001', 'answers', 'dns_answer');
INSERT INTO cache_entries (configuration_id, cache_key, value) VALUES ('20000000-0000-0000-0000-000000000001', 'example.com', '\x0102');
INSERT INTO cache_invalidations (id, configuration_id, kind, target, requested_by)
OVERRIDING SYSTEM VALUE
VALUES (1000001, '20000000-0000-0000-0000-000000000001', 'key', 'example.com', 'a0000000-0000-0000-0000-000000000001');
INSERT INTO cache_invalidation_log (invalidation_id, configuration_id, kind, target)
VALUES (1000001, '20000000-0000-0000-0000-000000000001', 'key', 'example.com');
INSERT INTO cache_metrics (configuration_id, period_start, period_end, hits, misses, entry_count, used_bytes, max_bytes)
VALUES ('20000000-0000-0000-0000-000000000001', '2024-01-01 00:00+00', '2024-01-01 01:00+00', 2, 1, 1, 2, 1024);

-- cache_configurations

-- test: a new cache evicts what was used least recently and has limits
-- rows:
--   lru | t | 10000 | 67108864 | 300 | 3600 | {}
SELECT strategy, is_enabled, max_entries, max_size_bytes, default_ttl_seconds, max_ttl_seconds, settings FROM cache_configurations;

-- test: caches have different names
-- refused: 23505 cache_configurations_name_key
INSERT INTO cache_configurations (name, cache_type) VALUES ('answers', 'session');
-- refused: 23502 "name" of relation "cache_configurations"
UPDATE cache_configurations SET name = NULL;
-- refused: 23502 "cache_type" of relation "cache_configurations"
UPDATE cache_configurations SET cache_type = NULL;

-- test: a cache has room for something
-- refused: 23514 cache_configurations_size_check
UPDATE cache_configurations SET max_entries = 0;
-- refused: 23514 cache_configurations_size_check
UPDATE cache_configurations SET max_size_bytes = 0;

-- test: an entry lives for some time by default, and never longer than at most
UPDATE cache_configurations SET default_ttl_seconds = 3600;
-- refused: 23514 cache_configurations_ttl_check
UPDATE cache_configurations SET default_ttl_seconds = 3601;
-- refused: 23514 cache_configurations_ttl_check
UPDATE cache_configurations SET default_ttl_seconds = 0;

-- test: settings of a cache are an object
-- refused: 23514 cache_configurations_settings_check
UPDATE cache_configurations SET settings = '[]';

-- cache_entries

-- test: a new entry is valid, knows its hash and size and lives for the default time
-- rows:
--   valid | t | 2 | {} | {} | 0 | t
SELECT status, value_hash = sha256(value), size_bytes, dependency_keys, invalidation_tags, hit_count, expires_at = now() + interval '300 seconds'
FROM cache_entries;

-- test: an entry lives no longer than the cache allows
INSERT INTO cache_entries (configuration_id, cache_key, value, expires_at)
VALUES ('20000000-0000-0000-0000-000000000001', 'example.org', '', now() + interval '1 year');
-- rows:
--   t
SELECT expires_at = now() + interval '3600 seconds' FROM cache_entries WHERE cache_key = 'example.org';

-- test: hash and size of an entry are not written by hand
-- refused: 428C9 column "value_hash"
UPDATE cache_entries SET value_hash = sha256('');
-- refused: 428C9 column "size_bytes"
UPDATE cache_entries SET size_bytes = 0;

-- test: a key is in a cache once
-- refused: 23505 cache_entries_configuration_id_cache_key_key
INSERT INTO cache_entries (configuration_id, cache_key, value) VALUES ('20000000-0000-0000-0000-000000000001', 'example.com', '');

-- test: another cache may hold the same key
INSERT INTO cache_configurations (id, name, cache_type) VALUES ('20000000-0000-0000-0000-000000000002', 'pages', 'http_response');
INSERT INTO cache_entries (configuration_id, cache_key, value) VALUES ('20000000-0000-0000-0000-000000000002', 'example.com', '');

-- test: hits are never fewer than none
-- refused: 23514 cache_entries_hit_count_check
UPDATE cache_entries SET hit_count = -1;

-- test: an entry belongs to a cache that exists
-- refused: 23503 cache_entries_configuration_id_fkey
INSERT INTO cache_entries (configuration_id, cache_key, value) VALUES ('20000000-0000-0000-0000-000000000009', 'example.com', '');

-- test: an entry has a cache, a key and a value
-- refused: 23502 "configuration_id" of relation "cache_entries"
UPDATE cache_entries SET configuration_id = NULL;
-- refused: 23502 "cache_key" of relation "cache_entries"
UPDATE cache_entries SET cache_key = NULL;
-- refused: 23502 "value" of relation "cache_entries"
UPDATE cache_entries SET value = NULL;

-- cache_invalidations

-- test: a new invalidation is pending, of middling priority, and may be retried three times
-- rows:
--   pending | 5 | 0 | 3 | ∅ | ∅
SELECT status, priority, retry_count, max_retries, depends_on_id, finished_at FROM cache_invalidations;

-- test: an invalidation that ends has the time filled in
UPDATE cache_invalidations SET status = 'failed', last_error = 'away';
-- rows:
--   t
SELECT finished_at IS NOT NULL FROM cache_invalidations;
UPDATE cache_invalidations SET status = 'pending', retry_count = 1;
-- rows:
--   f
SELECT finished_at IS NOT NULL FROM cache_invalidations;

-- test: an invalidation names what is to go, unless it is everything
INSERT INTO cache_invalidations (configuration_id, kind) VALUES ('20000000-0000-0000-0000-000000000001', 'everything');
-- refused: 23514 cache_invalidations_target_check
INSERT INTO cache_invalidations (configuration_id, kind) VALUES ('20000000-0000-0000-0000-000000000001', 'tag');
-- refused: 23514 cache_invalidations_target_check
INSERT INTO cache_invalidations (configuration_id, kind, target) VALUES ('20000000-0000-0000-0000-000000000001', 'everything', 'example.com');

-- test: the priority of an invalidation lies between 0 and 9
-- refused: 23514 cache_invalidations_priority_check
UPDATE cache_invalidations SET priority = -1;
-- refused: 23514 cache_invalidations_priority_check
UPDATE cache_invalidations SET priority = 10;

-- test: an invalidation is not retried more often than it may be
-- refused: 23514 cache_invalidations_retries_check
UPDATE cache_invalidations SET retry_count = 4;
-- refused: 23514 cache_invalidations_retries_check
UPDATE cache_invalidations SET retry_count = -1;
-- refused: 23514 cache_invalidations_retries_check
UPDATE cache_invalidations SET max_retries = -1, retry_count = -1;

-- test: an invalidation has a finish exactly when it is not pending, even if no trigger gave it
ALTER TABLE cache_invalidations DISABLE TRIGGER cache_invalidations_finish;
-- refused: 23514 cache_invalidations_finished_at_check
UPDATE cache_invalidations SET finished_at = now();
-- refused: 23514 cache_invalidations_finished_at_check
UPDATE cache_invalidations SET status = 'completed';

-- test: an invalidation does not wait for itself
-- refused: 23514 cache_invalidations_depends_on_check
UPDATE cache_invalidations SET depends_on_id = id;

-- test: an invalidation belongs to a cache, waits for another and was asked for by a user who exist
-- refused: 23503 cache_invalidations_configuration_id_fkey
UPDATE cache_invalidations SET configuration_id = '20000000-0000-0000-0000-000000000009';
-- refused: 23503 cache_invalidations_depends_on_id_fkey
UPDATE cache_invalidations SET depends_on_id = 1000002;
-- refused: 23503 cache_invalidations_requested_by_fkey
UPDATE cache_invalidations SET requested_by = 'a0000000-0000-0000-0000-000000000009';

-- test: an invalidation has a cache and a kind
-- refused: 23502 "configuration_id" of relation "cache_invalidations"
UPDATE cache_invalidations SET configuration_id = NULL;
-- refused: 23502 "kind" of relation "cache_invalidations"
UPDATE cache_invalidations SET kind = NULL;

-- cache_invalidation_log

-- test: an invalidation is logged with nothing removed in no time unless told otherwise
-- rows:
--   0 | 0.000 | ∅
SELECT entries_removed, duration_ms, error FROM cache_invalidation_log;

-- test: an invalidation removes no fewer entries than none, in no negative time
-- refused: 23514 cache_invalidation_log_entries_removed_check
UPDATE cache_invalidation_log SET entries_removed = -1;
-- refused: 23514 cache_invalidation_log_duration_check
UPDATE cache_invalidation_log SET duration_ms = -0.001;
-- refused: 23514 cache_invalidation_log_duration_check
UPDATE cache_invalidation_log SET duration_ms = 'NaN';

-- test: a logged invalidation names an invalidation and a cache that exist
-- refused: 23503 cache_invalidation_log_invalidation_id_fkey
UPDATE cache_invalidation_log SET invalidation_id = 1000002;
-- refused: 23503 cache_invalidation_log_configuration_id_fkey
UPDATE cache_invalidation_log SET configuration_id = '20000000-0000-0000-0000-000000000009';
-- refused: 23502 "kind" of relation "cache_invalidation_log"
UPDATE cache_invalidation_log SET kind = NULL;

-- test: the log outlives the queue
INSERT INTO cache_invalidations (configuration_id, kind, depends_on_id) VALUES ('20000000-0000-0000-0000-000000000001', 'everything', 1000001);
DELETE FROM cache_invalidations WHERE id = 1000001;
-- rows:
--   1 | 0
SELECT count(*), count(invalidation_id) FROM cache_invalidation_log;
-- rows:
--   1 | 0
SELECT count(*), count(depends_on_id) FROM cache_invalidations;

-- cache_metrics

-- test: a period knows its ratio of hits
-- rows:
--   66.67
SELECT hit_ratio FROM cache_metrics;

-- test: a period without a read has no ratio of hits
UPDATE cache_metrics SET hits = 0, misses = 0;
-- rows:
--   ∅
SELECT hit_ratio FROM cache_metrics;

-- test: a cache has one row for each period
-- refused: 23505 cache_metrics_pkey
INSERT INTO cache_metrics (configuration_id, period_start, period_end, entry_count, used_bytes, max_bytes)
VALUES ('20000000-0000-0000-0000-000000000001', '2024-01-01 00:00+00', '2024-01-01 02:00+00', 0, 0, 1024);

-- test: the period of a cache ends after it started
-- refused: 23514 cache_metrics_period_check
UPDATE cache_metrics SET period_end = period_start;

-- test: no count of a cache is negative
-- refused: 23514 cache_metrics_counts_check
UPDATE cache_metrics SET hits = -1, misses = 0;
-- refused: 23514 cache_metrics_counts_check
UPDATE cache_metrics SET hits = 0, misses = -1;
-- refused: 23514 cache_metrics_counts_check
UPDATE cache_metrics SET evictions = -1;
-- refused: 23514 cache_metrics_counts_check
UPDATE cache_metrics SET expirations = -1;
-- refused: 23514 cache_metrics_counts_check
UPDATE cache_metrics SET invalidations = -1;
-- refused: 23514 cache_metrics_counts_check
UPDATE cache_metrics SET entry_count = -1;

-- test: one count of reads that is negative is refused by name, not for the ratio it would give
-- refused: 23514 cache_metrics_counts_check
UPDATE cache_metrics SET hits = -1, misses = 3;
-- refused: 23514 cache_metrics_counts_check
UPDATE cache_metrics SET hits = 3, misses = -1;

-- test: a cache uses no more than it may
UPDATE cache_metrics SET used_bytes = max_bytes;
-- refused: 23514 cache_metrics_bytes_check
UPDATE cache_metrics SET used_bytes = max_bytes + 1;
-- refused: 23514 cache_metrics_bytes_check
UPDATE cache_metrics SET used_bytes = -1;

-- test: a read takes a time that is a number, and not negative
-- refused: 23514 cache_metrics_average_read_check
UPDATE cache_metrics SET average_read_ms = -0.001;
-- refused: 23514 cache_metrics_average_read_check
UPDATE cache_metrics SET average_read_ms = 'NaN';

-- test: metrics belong to a cache that exists
-- refused: 23503 cache_metrics_configuration_id_fkey
UPDATE cache_metrics SET configuration_id = '20000000-0000-0000-0000-000000000009';
-- refused: 23502 "entry_count" of relation "cache_metrics"
UPDATE cache_metrics SET entry_count = NULL;

-- what a cache takes along

-- test: a cache that is deleted takes its entries, invalidations, log and metrics along
DELETE FROM cache_configurations;
-- rows:
--   0 | 0 | 0 | 0
SELECT
    (SELECT count(*) FROM cache_entries),
    (SELECT count(*) FROM cache_invalidations),
    (SELECT count(*) FROM cache_invalidation_log),
    (SELECT count(*) FROM cache_metrics);
