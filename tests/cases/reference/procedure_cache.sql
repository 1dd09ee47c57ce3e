-- The cache: put, and the queue of invalidations.

-- setup
INSERT INTO cache_configurations (id, name, cache_type, default_ttl_seconds, max_ttl_seconds) VALUES
    ('ca000000-0000-0000-0000-000000000001', 'pages', 'http_response', 60, 600),
    ('ca000000-0000-0000-0000-000000000002', 'names', 'dns_answer', 60, 600);
SELECT put_cache_entry('ca000000-0000-0000-0000-000000000001', 'a', 'va', 300, '{shop,eu}', '{row 1}');
SELECT put_cache_entry('ca000000-0000-0000-0000-000000000001', 'b', 'vb', 300, '{shop}', '{row 2}');
SELECT put_cache_entry('ca000000-0000-0000-0000-000000000001', 'c', 'vc', 300);
SELECT put_cache_entry('ca000000-0000-0000-0000-000000000002', 'a', 'va', 300, '{shop}', '{row 1}');
CREATE TEMPORARY VIEW kept AS
SELECT string_agg(c.name || ' ' || e.cache_key, ', ' ORDER BY c.name DESC, e.cache_key) AS entries
FROM cache_entries AS e
JOIN cache_configurations AS c ON c.id = e.configuration_id;

-- test: a value is stored with its own time to live, the default or the maximum
-- rows:
--   00:00:05 | 00:01:00 | 00:10:00
SELECT
    put_cache_entry('ca000000-0000-0000-0000-000000000001', 'd', 'v', 5) - now(),
    put_cache_entry('ca000000-0000-0000-0000-000000000001', 'e', 'v') - now(),
    put_cache_entry('ca000000-0000-0000-0000-000000000001', 'f', 'v', 86400) - now();

-- test: a value that is put again replaces the old one and is valid again
UPDATE cache_entries SET status = 'invalidated', hit_count = 5;
SELECT put_cache_entry('ca000000-0000-0000-0000-000000000001', 'a', 'new', NULL, '{us}', '{row 9}');
-- rows:
--   new | valid | {us} | {"row 9"} | 00:01:00
SELECT convert_from(value, 'UTF8'), status, invalidation_tags, dependency_keys, expires_at - now()
FROM cache_entries
WHERE cache_key = 'a' AND configuration_id = 'ca000000-0000-0000-0000-000000000001';

-- test: a cache that is not there takes no value
-- refused: 23503 cache_entries_configuration_id_fkey
SELECT put_cache_entry('ca000000-0000-0000-0000-00000000dead', 'a', 'v');

-- test: one key of one cache is invalidated
INSERT INTO cache_invalidations (configuration_id, kind, target) VALUES ('ca000000-0000-0000-0000-000000000001', 'key', 'a');
-- rows:
--   1
SELECT process_cache_invalidations();
-- rows:
--   pages b, pages c, names a
SELECT * FROM kept;
-- rows:
--   completed | t
SELECT status, finished_at >= now() FROM cache_invalidations;
-- rows:
--   key | a | 1 | ∅ | t
SELECT l.kind, l.target, l.entries_removed, l.error, l.duration_ms >= 0
FROM cache_invalidation_log AS l
JOIN cache_invalidations AS i ON i.id = l.invalidation_id;
-- rows:
--   0
SELECT process_cache_invalidations();

-- test: entries of a tag are invalidated
INSERT INTO cache_invalidations (configuration_id, kind, target) VALUES ('ca000000-0000-0000-0000-000000000001', 'tag', 'shop');
SELECT process_cache_invalidations();
-- rows:
--   pages c, names a
SELECT * FROM kept;

-- test: entries that depend on something are invalidated
INSERT INTO cache_invalidations (configuration_id, kind, target) VALUES ('ca000000-0000-0000-0000-000000000001', 'dependency', 'row 2');
SELECT process_cache_invalidations();
-- rows:
--   pages a, pages c, names a
SELECT * FROM kept;

-- test: all of a cache is invalidated
INSERT INTO cache_invalidations (configuration_id, kind) VALUES ('ca000000-0000-0000-0000-000000000001', 'everything');
SELECT process_cache_invalidations();
-- rows:
--   names a
SELECT * FROM kept;
-- rows:
--   3
SELECT entries_removed FROM cache_invalidation_log;

-- test: a cache that was disabled is emptied
UPDATE cache_configurations SET is_enabled = false WHERE name = 'names';
SELECT process_cache_invalidations();
-- rows:
--   pages a, pages b, pages c
SELECT * FROM kept;

-- test: the most urgent is carried out first, and what is not due waits
INSERT INTO cache_invalidations (configuration_id, kind, target, priority, scheduled_at) VALUES
    ('ca000000-0000-0000-0000-000000000001', 'key', 'a', 1, now()),
    ('ca000000-0000-0000-0000-000000000001', 'key', 'b', 9, now()),
    ('ca000000-0000-0000-0000-000000000001', 'key', 'c', 9, now() + interval '1 hour');
-- rows:
--   1
SELECT process_cache_invalidations(1);
-- rows:
--   pages a, pages c, names a
SELECT * FROM kept;
-- rows:
--   1
SELECT process_cache_invalidations(10);
-- rows:
--   pages c, names a
SELECT * FROM kept;

-- test: an invalidation waits for the one that it depends on
INSERT INTO cache_invalidations (id, configuration_id, kind, target, priority, depends_on_id) OVERRIDING SYSTEM VALUE VALUES
    (1, 'ca000000-0000-0000-0000-000000000001', 'key', 'a', 1, NULL),
    (2, 'ca000000-0000-0000-0000-000000000001', 'key', 'b', 9, 1);
-- rows:
--   1
SELECT process_cache_invalidations();
-- rows:
--   1 | completed
--   2 | pending
SELECT id, status FROM cache_invalidations ORDER BY id;
-- rows:
--   1
SELECT process_cache_invalidations();

-- test: one that fails is tried again later, then given up, and stops no other
CREATE FUNCTION pg_temp.refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'not this one'; END $$;
CREATE TRIGGER refuse BEFORE DELETE ON cache_entries FOR EACH ROW WHEN (OLD.cache_key = 'b') EXECUTE FUNCTION pg_temp.refuse();
INSERT INTO cache_invalidations (configuration_id, kind, target, max_retries) VALUES
    ('ca000000-0000-0000-0000-000000000001', 'key', 'b', 1),
    ('ca000000-0000-0000-0000-000000000001', 'key', 'c', 1);
-- rows:
--   2
SELECT process_cache_invalidations();
-- rows:
--   b | pending | 1 | not this one | t
--   c | completed | 0 | ∅ | f
SELECT target, status, retry_count, last_error, scheduled_at > now() FROM cache_invalidations ORDER BY target;
-- rows:
--   0
SELECT process_cache_invalidations();
UPDATE cache_invalidations SET scheduled_at = now() WHERE target = 'b';
SELECT process_cache_invalidations();
-- rows:
--   failed | 1 | t
SELECT status, retry_count, finished_at IS NOT NULL FROM cache_invalidations WHERE target = 'b';
-- rows:
--   b | 0 | not this one
--   b | 0 | not this one
--   c | 1 | ∅
SELECT target, entries_removed, error FROM cache_invalidation_log ORDER BY target;
-- rows:
--   pages a, pages b, names a
SELECT * FROM kept;
