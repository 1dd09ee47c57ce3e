-- Following the log. A reader sees what is committed, so these blocks commit.

-- test (autocommit): events are read in order, page by page, from a cursor
SELECT append_event('order', 'e0000000-0000-0000-0000-000000000001', 'placed', '{}');
SELECT append_event('order', 'e0000000-0000-0000-0000-000000000002', 'placed', '{}');
SELECT append_event('order', 'e0000000-0000-0000-0000-000000000001', 'paid', '{}');
-- rows:
--   1 placed, 2 placed, 1 paid
SELECT string_agg(right(aggregate_id::text, 1) || ' ' || event_type, ', ' ORDER BY log_order, global_position) FROM read_events();
CREATE TEMPORARY TABLE page AS SELECT log_order, global_position, event_type FROM read_events(p_limit => 2);
-- rows:
--   placed
--   placed
SELECT event_type FROM page;
CREATE TEMPORARY TABLE place AS SELECT log_order, global_position FROM page ORDER BY log_order DESC, global_position DESC LIMIT 1;
-- rows:
--   paid
SELECT e.event_type FROM place AS p CROSS JOIN LATERAL read_events(p.log_order, p.global_position) AS e;
TRUNCATE place;
INSERT INTO place SELECT log_order, global_position FROM read_events() ORDER BY log_order DESC, global_position DESC LIMIT 1;
-- rows:
SELECT e.event_type FROM place AS p CROSS JOIN LATERAL read_events(p.log_order, p.global_position) AS e;

-- test (autocommit): a transaction does not read its own events before it is committed
BEGIN;
SELECT append_event('order', 'e0000000-0000-0000-0000-000000000001', 'placed', '{}');
-- rows:
SELECT event_type FROM read_events();
COMMIT;
-- rows:
--   placed
SELECT event_type FROM read_events();

-- test (autocommit): an append that is rolled back is never read and leaves no gap in the versions
SELECT append_event('order', 'e0000000-0000-0000-0000-000000000001', 'placed', '{}');
BEGIN;
SELECT append_event('order', 'e0000000-0000-0000-0000-000000000001', 'lost', '{}');
ROLLBACK;
SELECT append_event('order', 'e0000000-0000-0000-0000-000000000001', 'paid', '{}');
-- rows:
--   1 | placed
--   2 | paid
SELECT event_version, event_type FROM read_events();
