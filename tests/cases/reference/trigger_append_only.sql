-- Tables that are only ever added to: a change is refused with SC010.

-- test: a row of the audit log is never changed
-- audit_logs_refuse_update
INSERT INTO audit_logs (action, entity_type) VALUES ('read', 'report');
-- refused: SC010 rows of audit_logs_default are never changed hint: Write a new row instead.
UPDATE audit_logs SET entity_type = 'other';

-- test: a row of the audit log is never changed in a month's partition either
SELECT create_audit_partitions();
INSERT INTO audit_logs (action, entity_type) VALUES ('read', 'report');
-- refused: SC010 are never changed
UPDATE audit_logs SET status = 'failure';

-- test: a query's reading is never changed, and may be removed
-- query_performance_metrics_refuse_update
INSERT INTO query_performance_metrics (query_fingerprint, query_type, service_name, execution_time_ms) VALUES ('f', 'select', 'api', 1);
-- refused: SC010 rows of query_performance_metrics are never changed
UPDATE query_performance_metrics SET execution_time_ms = 2;
DELETE FROM query_performance_metrics;

-- test: a resource's reading is never changed, and may be removed
-- resource_utilization_metrics_refuse_update
INSERT INTO resource_utilization_metrics (period_start, period_end, service_name, host_name, resource_type, unit, used, maximum) VALUES
    ('2026-01-01', '2026-01-02', 'api', 'one', 'cpu', 'millicores', 1, 2);
-- refused: SC010 rows of resource_utilization_metrics are never changed
UPDATE resource_utilization_metrics SET used = 2;
DELETE FROM resource_utilization_metrics;

-- test: a connection pool's reading is never changed, and may be removed
-- connection_pool_metrics_refuse_update
INSERT INTO connection_pool_metrics (pool_name, service_name, active_connections, idle_connections, max_connections) VALUES ('main', 'api', 1, 1, 10);
-- refused: SC010 rows of connection_pool_metrics are never changed
UPDATE connection_pool_metrics SET idle_connections = 2;
DELETE FROM connection_pool_metrics;

-- test: a page's reading is never changed, and may be removed
-- pagination_performance_metrics_refuse_update
INSERT INTO pagination_performance_metrics (endpoint, pagination_method, page_size, rows_returned, query_time_ms) VALUES ('/domains', 'keyset', 50, 50, 3);
-- refused: SC010 rows of pagination_performance_metrics are never changed
UPDATE pagination_performance_metrics SET rows_returned = 2;
DELETE FROM pagination_performance_metrics;

-- test: a service's reading is never changed, and may be removed
-- service_architecture_metrics_refuse_update
INSERT INTO service_architecture_metrics (service_name, service_type, coupling_score, cohesion_score, complexity_score) VALUES ('api', 'api', 1, 2, 3);
-- refused: SC010 rows of service_architecture_metrics are never changed
UPDATE service_architecture_metrics SET coupling_score = 2;
DELETE FROM service_architecture_metrics;

-- test: a dependency's traffic is never changed, and may be removed
-- communication_patterns_refuse_update
INSERT INTO service_dependencies (id, source_service, target_service, dependency_type, protocol) VALUES
    ('d0000000-0000-0000-0000-000000000001', 'api', 'store', 'synchronous', 'sql');
INSERT INTO communication_patterns (period_start, period_end, dependency_id, request_count, average_latency_ms, p99_latency_ms) VALUES
    ('2026-01-01', '2026-01-02', 'd0000000-0000-0000-0000-000000000001', 5, 1, 2);
-- refused: SC010 rows of communication_patterns are never changed
UPDATE communication_patterns SET request_count = 6;
DELETE FROM communication_patterns;

-- test: a service's capacity is never changed, and may be removed
-- service_capacity_metrics_refuse_update
INSERT INTO service_capacity_metrics (period_start, period_end, service_name, resource_type, unit, instance_count, used_capacity, max_capacity) VALUES
    ('2026-01-01', '2026-01-02', 'api', 'memory', 'bytes', 2, 1, 2);
-- refused: SC010 rows of service_capacity_metrics are never changed
UPDATE service_capacity_metrics SET used_capacity = 2;
DELETE FROM service_capacity_metrics;

-- test: an event is neither changed nor removed
-- event_store_refuse_change
SELECT append_event('order', 'e0000000-0000-0000-0000-000000000001', 'placed', '{}');
-- refused: SC010 rows of event_store are never changed
UPDATE event_store SET event_type = 'paid';
-- refused: SC010 rows of event_store are never changed
DELETE FROM event_store;

-- test: the event store is not emptied
-- event_store_refuse_truncate
SELECT append_event('order', 'e0000000-0000-0000-0000-000000000001', 'placed', '{}');
-- refused: SC010 rows of event_store are never changed
TRUNCATE event_store;
