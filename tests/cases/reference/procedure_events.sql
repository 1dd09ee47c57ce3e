-- Events that are appended with an expected version, and projections that follow them.

-- test: an append gives the event its place and its version
-- rows:
--   t | 1
SELECT new_global_position > 0, new_event_version FROM append_event('order', 'e0000000-0000-0000-0000-000000000001', 'placed', '{"total": 5}', 0);
-- rows:
--   2
SELECT new_event_version FROM append_event('order', 'e0000000-0000-0000-0000-000000000001', 'paid', '{}', 1, '{"by": "card"}', 'e1000000-0000-0000-0000-000000000001', 'e2000000-0000-0000-0000-000000000001', 'e3000000-0000-0000-0000-000000000001');
-- rows:
--   3
SELECT new_event_version FROM append_event('order', 'e0000000-0000-0000-0000-000000000001', 'sent', '{}');
-- rows:
--   paid | {"by": "card"} | e1000000-0000-0000-0000-000000000001 | e2000000-0000-0000-0000-000000000001 | e3000000-0000-0000-0000-000000000001
SELECT event_type, metadata, causation_id, correlation_id, event_id FROM event_store WHERE event_version = 2;

-- test: an append on a version that is not the latest is refused
SELECT append_event('order', 'e0000000-0000-0000-0000-000000000001', 'placed', '{}', 0);
-- refused: SC007 has version 2, not 1 hint: Load the aggregate again and repeat the command.
SELECT append_event('order', 'e0000000-0000-0000-0000-000000000001', 'placed', '{}', 0);
-- refused: SC007 has version 2, not 8
SELECT append_event('order', 'e0000000-0000-0000-0000-000000000001', 'paid', '{}', 7);
-- refused: SC007 of invoice e0000000-0000-0000-0000-000000000001 has version 1, not 2
SELECT append_event('invoice', 'e0000000-0000-0000-0000-000000000001', 'paid', '{}', 1);

-- test: a version that no aggregate can have is not taken for any
-- refused: SC007 has version 1, not
SELECT append_event('order', 'e0000000-0000-0000-0000-000000000001', 'placed', '{}', -1);

-- test: an event is appended only once
SELECT append_event('order', 'e0000000-0000-0000-0000-000000000001', 'placed', '{}', p_event_id => 'e3000000-0000-0000-0000-000000000001');
-- refused: 23505 event_store_event_id_key
SELECT append_event('order', 'e0000000-0000-0000-0000-000000000001', 'placed', '{}', p_event_id => 'e3000000-0000-0000-0000-000000000001');

-- test: a projection's progress adds up and never goes back
-- rows:
--   t
SELECT record_projection_progress('totals', 10, 5, 3, 7);
-- rows:
--   t
SELECT record_projection_progress('totals', 10, 9, 4);
-- rows:
--   f
SELECT record_projection_progress('totals', 10, 9, 4);
-- rows:
--   f
SELECT record_projection_progress('totals', 9, 50, 4);
-- rows:
--   10 | 9 | 7 | 0 | running | t
SELECT last_log_order, last_position, events_processed, lag_events, status, last_processed_at >= now() FROM event_projections;

-- test: a projection fails after so many errors in a row and recovers with progress
SELECT record_projection_progress('totals', 10, 5, 3);
-- rows:
--   running
SELECT record_projection_error('totals', 'first', 2);
-- rows:
--   failed
SELECT record_projection_error('totals', 'second', 2);
-- rows:
--   2 | 2 | second | 2 | t
SELECT error_count, consecutive_errors, last_error, recovery_attempts, recovery_started_at IS NOT NULL FROM event_projections;
SELECT record_projection_progress('totals', 11, 6, 1);
-- rows:
--   running | 2 | 0 | ∅
SELECT status, error_count, consecutive_errors, recovery_started_at FROM event_projections;

-- test: a projection that was stopped by hand stays stopped
SELECT record_projection_progress('totals', 10, 5, 3);
UPDATE event_projections SET status = 'stopped';
SELECT record_projection_progress('totals', 11, 6, 1);
-- rows:
--   stopped
SELECT status FROM event_projections;

-- test: an error of a projection that is not known has no status
-- rows:
--   ∅
SELECT record_projection_error('unknown', 'broken');
