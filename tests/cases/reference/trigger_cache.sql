-- The life of cache entries and of invalidations.

-- setup
INSERT INTO cache_configurations (id, name, cache_type, default_ttl_seconds, max_ttl_seconds) VALUES
    ('ca000000-0000-0000-0000-000000000001', 'pages', 'http_response', 60, 600);

-- test: an entry lives for the default time, or for its own up to the maximum
-- cache_entries_manage
INSERT INTO cache_entries (configuration_id, cache_key, value) VALUES ('ca000000-0000-0000-0000-000000000001', 'default', 'v');
INSERT INTO cache_entries (configuration_id, cache_key, value, expires_at) VALUES
    ('ca000000-0000-0000-0000-000000000001', 'own', 'v', now() + interval '5 seconds'),
    ('ca000000-0000-0000-0000-000000000001', 'too long', 'v', now() + interval '1 day');
-- rows:
--   default | 00:01:00
--   own | 00:00:05
--   too long | 00:10:00
SELECT cache_key, expires_at - now() FROM cache_entries ORDER BY id;

-- test: an entry that is written anew lives anew
INSERT INTO cache_entries (configuration_id, cache_key, value, updated_at) VALUES ('ca000000-0000-0000-0000-000000000001', 'k', 'old', '2000-01-01');
UPDATE cache_entries SET value = 'new', expires_at = 'infinity';
-- rows:
--   00:01:00 | t | t | 3
SELECT expires_at - now(), updated_at >= now(), value_hash = sha256('new'), size_bytes FROM cache_entries;

-- test: a hit is no new life
INSERT INTO cache_entries (configuration_id, cache_key, value, updated_at) VALUES ('ca000000-0000-0000-0000-000000000001', 'k', 'v', '2000-01-01');
UPDATE cache_configurations SET max_ttl_seconds = 60, default_ttl_seconds = 1;
UPDATE cache_entries SET hit_count = hit_count + 1, last_hit_at = now();
-- rows:
--   1 | 00:01:00 | 2000
SELECT hit_count, expires_at - now(), extract(year FROM updated_at) FROM cache_entries;

-- test: an entry of no cache is refused by its key
-- refused: 23503 cache_entries_configuration_id_fkey
INSERT INTO cache_entries (configuration_id, cache_key, value) VALUES ('ca000000-0000-0000-0000-00000000dead', 'k', 'v');

-- test: an invalidation's end is timed
-- cache_invalidations_finish
INSERT INTO cache_invalidations (configuration_id, kind, target) VALUES ('ca000000-0000-0000-0000-000000000001', 'key', 'k');
-- rows:
--   ∅
SELECT finished_at FROM cache_invalidations;
UPDATE cache_invalidations SET status = 'failed';
-- rows:
--   t
SELECT finished_at >= now() FROM cache_invalidations;
UPDATE cache_invalidations SET status = 'pending';
-- rows:
--   ∅
SELECT finished_at FROM cache_invalidations;

-- test: a cache that is disabled is to be emptied, once
-- cache_configurations_empty_disabled
UPDATE cache_configurations SET is_enabled = false;
UPDATE cache_configurations SET max_entries = 5;
UPDATE cache_configurations SET is_enabled = true;
-- rows:
--   everything | 9 | pending | the cache was disabled
SELECT kind, priority, status, reason FROM cache_invalidations;
