-- Performance metrics: possible readings are taken, impossible ones refused.

-- query_performance_metrics

-- test: a query is recorded now, with nothing returned and no page touched unless told otherwise
INSERT INTO query_performance_metrics (query_fingerprint, query_type, service_name, execution_time_ms) VALUES ('3f2a', 'select', 'api', 1.5);
-- rows:
--   t | 0 | 0 | 0 | ∅
SELECT recorded_at = now(), rows_returned, buffers_hit, buffers_read, buffer_hit_ratio FROM query_performance_metrics;

-- test: a query knows how many of its pages were found in memory
INSERT INTO query_performance_metrics (query_fingerprint, query_type, service_name, execution_time_ms, buffers_hit, buffers_read, planning_time_ms, rows_examined, error_code)
VALUES ('3f2a', 'select', 'api', 1.5, 2, 1, 0, 0, '57014');
-- rows:
--   66.67 | 57014
SELECT buffer_hit_ratio, error_code FROM query_performance_metrics;

-- test: a query takes times that are numbers, and not negative
-- refused: 23514 query_performance_metrics_times_check
INSERT INTO query_performance_metrics (query_fingerprint, query_type, service_name, execution_time_ms) VALUES ('3f2a', 'select', 'api', -0.001);
-- refused: 23514 query_performance_metrics_times_check
INSERT INTO query_performance_metrics (query_fingerprint, query_type, service_name, execution_time_ms) VALUES ('3f2a', 'select', 'api', 'NaN');
-- refused: 23514 query_performance_metrics_times_check
INSERT INTO query_performance_metrics (query_fingerprint, query_type, service_name, execution_time_ms, planning_time_ms)
VALUES ('3f2a', 'select', 'api', 1.5, -0.001);
-- refused: 23514 query_performance_metrics_times_check
INSERT INTO query_performance_metrics (query_fingerprint, query_type, service_name, execution_time_ms, planning_time_ms)
VALUES ('3f2a', 'select', 'api', 1.5, 'NaN');

-- test: a query examines and returns no fewer rows than none
-- refused: 23514 query_performance_metrics_rows_check
INSERT INTO query_performance_metrics (query_fingerprint, query_type, service_name, execution_time_ms, rows_examined)
VALUES ('3f2a', 'select', 'api', 1.5, -1);
-- refused: 23514 query_performance_metrics_rows_check
INSERT INTO query_performance_metrics (query_fingerprint, query_type, service_name, execution_time_ms, rows_returned)
VALUES ('3f2a', 'select', 'api', 1.5, -1);

-- test: a query touches no fewer pages than none
-- refused: 23514 query_performance_metrics_buffers_check
INSERT INTO query_performance_metrics (query_fingerprint, query_type, service_name, execution_time_ms, buffers_hit)
VALUES ('3f2a', 'select', 'api', 1.5, -1);
-- refused: 23514 query_performance_metrics_buffers_check
INSERT INTO query_performance_metrics (query_fingerprint, query_type, service_name, execution_time_ms, buffers_read, buffers_hit)
VALUES ('3f2a', 'select', 'api', 1.5, -1, 3);

-- test: a reading of a query says which query, where and for how long
-- refused: 23502 "query_fingerprint" of relation "query_performance_metrics"
INSERT INTO query_performance_metrics (query_fingerprint, query_type, service_name, execution_time_ms) VALUES (NULL, 'select', 'api', 1.5);
-- refused: 23502 "query_type" of relation "query_performance_metrics"
INSERT INTO query_performance_metrics (query_fingerprint, query_type, service_name, execution_time_ms) VALUES ('3f2a', NULL, 'api', 1.5);
-- refused: 23502 "service_name" of relation "query_performance_metrics"
INSERT INTO query_performance_metrics (query_fingerprint, query_type, service_name, execution_time_ms) VALUES ('3f2a', 'select', NULL, 1.5);
-- refused: 23502 "execution_time_ms" of relation "query_performance_metrics"
INSERT INTO query_performance_metrics (query_fingerprint, query_type, service_name, execution_time_ms) VALUES ('3f2a', 'select', 'api', NULL);

-- test: a reading of a query is not changed
INSERT INTO query_performance_metrics (query_fingerprint, query_type, service_name, execution_time_ms) VALUES ('3f2a', 'select', 'api', 1.5);
-- refused: SC010
UPDATE query_performance_metrics SET execution_time_ms = 2;

-- resource_utilization_metrics

-- test: a reading of a resource knows its percentage
INSERT INTO resource_utilization_metrics (period_start, period_end, service_name, host_name, resource_type, unit, used, maximum)
VALUES ('2024-01-01 00:00+00', '2024-01-01 00:01+00', 'api', 'w1', 'memory', 'bytes', 1, 3);
-- rows:
--   33.33
SELECT used_percentage FROM resource_utilization_metrics;

-- test: a resource may be used up, or not at all
INSERT INTO resource_utilization_metrics (period_start, period_end, service_name, host_name, resource_type, unit, used, maximum)
VALUES ('2024-01-01 00:00+00', '2024-01-01 00:01+00', 'api', 'w1', 'memory', 'bytes', 0, 3);
INSERT INTO resource_utilization_metrics (period_start, period_end, service_name, host_name, resource_type, unit, used, maximum)
VALUES ('2024-01-01 00:00+00', '2024-01-01 00:01+00', 'api', 'w1', 'memory', 'bytes', 3, 3);
-- rows:
--   0.00
--   100.00
SELECT used_percentage FROM resource_utilization_metrics ORDER BY used;

-- test: the percentage of a resource is not written by hand
-- refused: 428C9 column "used_percentage"
INSERT INTO resource_utilization_metrics (period_start, period_end, service_name, host_name, resource_type, unit, used, maximum, used_percentage)
VALUES ('2024-01-01 00:00+00', '2024-01-01 00:01+00', 'api', 'w1', 'memory', 'bytes', 1, 3, 1);

-- test: the period of a resource ends after it started
-- refused: 23514 resource_utilization_metrics_period_check
INSERT INTO resource_utilization_metrics (period_start, period_end, service_name, host_name, resource_type, unit, used, maximum)
VALUES ('2024-01-01 00:00+00', '2024-01-01 00:00+00', 'api', 'w1', 'memory', 'bytes', 1, 3);

-- test: there is some of a resource to use
-- refused: 23514 resource_utilization_metrics_maximum_check
INSERT INTO resource_utilization_metrics (period_start, period_end, service_name, host_name, resource_type, unit, used, maximum)
VALUES ('2024-01-01 00:00+00', '2024-01-01 00:01+00', 'api', 'w1', 'memory', 'bytes', 0, 0);
-- refused: 23514 resource_utilization_metrics_maximum_check
INSERT INTO resource_utilization_metrics (period_start, period_end, service_name, host_name, resource_type, unit, used, maximum)
VALUES ('2024-01-01 00:00+00', '2024-01-01 00:01+00', 'api', 'w1', 'memory', 'bytes', -1, -1);

-- test: no more of a resource is used than there is, and no less than nothing
-- refused: 23514 resource_utilization_metrics_used_check
INSERT INTO resource_utilization_metrics (period_start, period_end, service_name, host_name, resource_type, unit, used, maximum)
VALUES ('2024-01-01 00:00+00', '2024-01-01 00:01+00', 'api', 'w1', 'memory', 'bytes', 3.001, 3);
-- refused: 23514 resource_utilization_metrics_used_check
INSERT INTO resource_utilization_metrics (period_start, period_end, service_name, host_name, resource_type, unit, used, maximum)
VALUES ('2024-01-01 00:00+00', '2024-01-01 00:01+00', 'api', 'w1', 'memory', 'bytes', -0.001, 3);
-- refused: 23514 resource_utilization_metrics_used_check
INSERT INTO resource_utilization_metrics (period_start, period_end, service_name, host_name, resource_type, unit, used, maximum)
VALUES ('2024-01-01 00:00+00', '2024-01-01 00:01+00', 'api', 'w1', 'memory', 'bytes', 'NaN', 3);
-- refused: 23514 resource_utilization_metrics_used_check
INSERT INTO resource_utilization_metrics (period_start, period_end, service_name, host_name, resource_type, unit, used, maximum)
VALUES ('2024-01-01 00:00+00', '2024-01-01 00:01+00', 'api', 'w1', 'memory', 'bytes', 3000, 3);

-- test: what there is to use of a resource is a number
-- refused: 23514 percentage_range_check
INSERT INTO resource_utilization_metrics (period_start, period_end, service_name, host_name, resource_type, unit, used, maximum)
VALUES ('2024-01-01 00:00+00', '2024-01-01 00:01+00', 'api', 'w1', 'memory', 'bytes', 1, 'NaN');

-- test: a reading of a resource says which resource, whose and in what unit
-- refused: 23502 "service_name" of relation "resource_utilization_metrics"
INSERT INTO resource_utilization_metrics (period_start, period_end, service_name, host_name, resource_type, unit, used, maximum)
VALUES ('2024-01-01 00:00+00', '2024-01-01 00:01+00', NULL, 'w1', 'memory', 'bytes', 1, 3);
-- refused: 23502 "host_name" of relation "resource_utilization_metrics"
INSERT INTO resource_utilization_metrics (period_start, period_end, service_name, host_name, resource_type, unit, used, maximum)
VALUES ('2024-01-01 00:00+00', '2024-01-01 00:01+00', 'api', NULL, 'memory', 'bytes', 1, 3);
-- refused: 23502 "resource_type" of relation "resource_utilization_metrics"
INSERT INTO resource_utilization_metrics (period_start, period_end, service_name, host_name, resource_type, unit, used, maximum)
VALUES ('2024-01-01 00:00+00', '2024-01-01 00:01+00', 'api', 'w1', NULL, 'bytes', 1, 3);
-- refused: 23502 "unit" of relation "resource_utilization_metrics"
INSERT INTO resource_utilization_metrics (period_start, period_end, service_name, host_name, resource_type, unit, used, maximum)
VALUES ('2024-01-01 00:00+00', '2024-01-01 00:01+00', 'api', 'w1', 'memory', NULL, 1, 3);
-- refused: 23502 "used" of relation "resource_utilization_metrics"
INSERT INTO resource_utilization_metrics (period_start, period_end, service_name, host_name, resource_type, unit, used, maximum)
VALUES ('2024-01-01 00:00+00', '2024-01-01 00:01+00', 'api', 'w1', 'memory', 'bytes', NULL, 3);
-- refused: 23502 "maximum" of relation "resource_utilization_metrics"
INSERT INTO resource_utilization_metrics (period_start, period_end, service_name, host_name, resource_type, unit, used, maximum)
VALUES ('2024-01-01 00:00+00', '2024-01-01 00:01+00', 'api', 'w1', 'memory', 'bytes', 1, NULL);
-- refused: 23502 "period_start" of relation "resource_utilization_metrics"
INSERT INTO resource_utilization_metrics (period_start, period_end, service_name, host_name, resource_type, unit, used, maximum)
VALUES (NULL, '2024-01-01 00:01+00', 'api', 'w1', 'memory', 'bytes', 1, 3);
-- refused: 23502 "period_end" of relation "resource_utilization_metrics"
INSERT INTO resource_utilization_metrics (period_start, period_end, service_name, host_name, resource_type, unit, used, maximum)
VALUES ('2024-01-01 00:00+00', NULL, 'api', 'w1', 'memory', 'bytes', 1, 3);

-- test: a reading of a resource is not changed
INSERT INTO resource_utilization_metrics (period_start, period_end, service_name, host_name, resource_type, unit, used, maximum)
VALUES ('2024-01-01 00:00+00', '2024-01-01 00:01+00', 'api', 'w1', 'memory', 'bytes', 1, 3);
-- refused: SC010
UPDATE resource_utilization_metrics SET used = 2;

-- connection_pool_metrics

-- test: a reading of a pool has no waits and no errors unless told otherwise, and knows its percentage
INSERT INTO connection_pool_metrics (pool_name, service_name, active_connections, idle_connections, max_connections) VALUES ('main', 'api', 6, 2, 8);
-- rows:
--   75.00 | 0 | 0.000 | 0.000 | 0
SELECT used_percentage, waiting_requests, average_wait_ms, longest_wait_ms, connection_errors FROM connection_pool_metrics;

-- test: a pool has room for one connection at least
-- refused: 23514 connection_pool_metrics_max_connections_check
INSERT INTO connection_pool_metrics (pool_name, service_name, active_connections, idle_connections, max_connections) VALUES ('main', 'api', 0, 0, 0);

-- test: a pool holds no more connections than it may, and no fewer than none of either kind
-- refused: 23514 connection_pool_metrics_connections_check
INSERT INTO connection_pool_metrics (pool_name, service_name, active_connections, idle_connections, max_connections) VALUES ('main', 'api', 7, 2, 8);
-- refused: 23514 connection_pool_metrics_connections_check
INSERT INTO connection_pool_metrics (pool_name, service_name, active_connections, idle_connections, max_connections) VALUES ('main', 'api', 80, 2, 8);
-- refused: 23514 connection_pool_metrics_connections_check
INSERT INTO connection_pool_metrics (pool_name, service_name, active_connections, idle_connections, max_connections) VALUES ('main', 'api', -1, 2, 8);
-- refused: 23514 connection_pool_metrics_connections_check
INSERT INTO connection_pool_metrics (pool_name, service_name, active_connections, idle_connections, max_connections) VALUES ('main', 'api', 6, -1, 8);

-- test: waits of a pool are numbers and not negative, and the longest is no shorter than the average
-- refused: 23514 connection_pool_metrics_waits_check
INSERT INTO connection_pool_metrics (pool_name, service_name, active_connections, idle_connections, max_connections, waiting_requests)
VALUES ('main', 'api', 6, 2, 8, -1);
-- refused: 23514 connection_pool_metrics_waits_check
INSERT INTO connection_pool_metrics (pool_name, service_name, active_connections, idle_connections, max_connections, average_wait_ms)
VALUES ('main', 'api', 6, 2, 8, -0.001);
-- refused: 23514 connection_pool_metrics_waits_check
INSERT INTO connection_pool_metrics (pool_name, service_name, active_connections, idle_connections, max_connections, average_wait_ms, longest_wait_ms)
VALUES ('main', 'api', 6, 2, 8, 2, 1);
-- refused: 23514 connection_pool_metrics_waits_check
INSERT INTO connection_pool_metrics (pool_name, service_name, active_connections, idle_connections, max_connections, longest_wait_ms)
VALUES ('main', 'api', 6, 2, 8, 'NaN');
-- refused: 23514 connection_pool_metrics_waits_check
INSERT INTO connection_pool_metrics (pool_name, service_name, active_connections, idle_connections, max_connections, average_wait_ms, longest_wait_ms)
VALUES ('main', 'api', 6, 2, 8, 'NaN', 'NaN');

-- test: a pool has no fewer errors than none
-- refused: 23514 connection_pool_metrics_errors_check
INSERT INTO connection_pool_metrics (pool_name, service_name, active_connections, idle_connections, max_connections, connection_errors)
VALUES ('main', 'api', 6, 2, 8, -1);

-- test: a reading of a pool says which pool and what is in it
-- refused: 23502 "pool_name" of relation "connection_pool_metrics"
INSERT INTO connection_pool_metrics (pool_name, service_name, active_connections, idle_connections, max_connections) VALUES (NULL, 'api', 6, 2, 8);
-- refused: 23502 "service_name" of relation "connection_pool_metrics"
INSERT INTO connection_pool_metrics (pool_name, service_name, active_connections, idle_connections, max_connections) VALUES ('main', NULL, 6, 2, 8);
-- refused: 23502 "active_connections" of relation "connection_pool_metrics"
INSERT INTO connection_pool_metrics (pool_name, service_name, active_connections, idle_connections, max_connections)
VALUES ('main', 'api', NULL, 2, 8);
-- refused: 23502 "idle_connections" of relation "connection_pool_metrics"
INSERT INTO connection_pool_metrics (pool_name, service_name, active_connections, idle_connections, max_connections)
VALUES ('main', 'api', 6, NULL, 8);
-- refused: 23502 "max_connections" of relation "connection_pool_metrics"
INSERT INTO connection_pool_metrics (pool_name, service_name, active_connections, idle_connections, max_connections)
VALUES ('main', 'api', 6, 2, NULL);

-- test: a reading of a pool is not changed
INSERT INTO connection_pool_metrics (pool_name, service_name, active_connections, idle_connections, max_connections) VALUES ('main', 'api', 6, 2, 8);
-- refused: SC010
UPDATE connection_pool_metrics SET idle_connections = 1;

-- pagination_performance_metrics

-- test: a page that was found by its key has no number and no filters unless told otherwise
INSERT INTO pagination_performance_metrics (endpoint, pagination_method, page_size, rows_returned, query_time_ms)
VALUES ('/domains', 'keyset', 50, 50, 0);
-- rows:
--   t | ∅ | 0
SELECT recorded_at = now(), page_number, filter_count FROM pagination_performance_metrics;

-- test: a page has room for one row at least
-- refused: 23514 pagination_performance_metrics_page_size_check
INSERT INTO pagination_performance_metrics (endpoint, pagination_method, page_size, rows_returned, query_time_ms)
VALUES ('/domains', 'keyset', 0, 0, 0);

-- test: a page has a number, from 1, exactly when it was found by its offset
INSERT INTO pagination_performance_metrics (endpoint, pagination_method, page_size, rows_returned, query_time_ms, page_number)
VALUES ('/domains', 'offset', 50, 50, 0, 1);
-- refused: 23514 pagination_performance_metrics_page_number_check
INSERT INTO pagination_performance_metrics (endpoint, pagination_method, page_size, rows_returned, query_time_ms, page_number)
VALUES ('/domains', 'keyset', 50, 50, 0, 1);
-- refused: 23514 pagination_performance_metrics_page_number_check
INSERT INTO pagination_performance_metrics (endpoint, pagination_method, page_size, rows_returned, query_time_ms)
VALUES ('/domains', 'offset', 50, 50, 0);
-- refused: 23514 pagination_performance_metrics_page_number_check
INSERT INTO pagination_performance_metrics (endpoint, pagination_method, page_size, rows_returned, query_time_ms, page_number)
VALUES ('/domains', 'offset', 50, 50, 0, 0);

-- test: a page holds no more rows than it has room for
-- refused: 23514 pagination_performance_metrics_rows_check
INSERT INTO pagination_performance_metrics (endpoint, pagination_method, page_size, rows_returned, query_time_ms)
VALUES ('/domains', 'keyset', 50, 51, 0);
-- refused: 23514 pagination_performance_metrics_rows_check
INSERT INTO pagination_performance_metrics (endpoint, pagination_method, page_size, rows_returned, query_time_ms)
VALUES ('/domains', 'keyset', 50, -1, 0);

-- test: a page takes a time that is a number, and not negative
-- refused: 23514 pagination_performance_metrics_query_time_check
INSERT INTO pagination_performance_metrics (endpoint, pagination_method, page_size, rows_returned, query_time_ms)
VALUES ('/domains', 'keyset', 50, 50, -0.001);
-- refused: 23514 pagination_performance_metrics_query_time_check
INSERT INTO pagination_performance_metrics (endpoint, pagination_method, page_size, rows_returned, query_time_ms)
VALUES ('/domains', 'keyset', 50, 50, 'NaN');

-- test: a page has no fewer filters than none
-- refused: 23514 pagination_performance_metrics_filter_count_check
INSERT INTO pagination_performance_metrics (endpoint, pagination_method, page_size, rows_returned, query_time_ms, filter_count)
VALUES ('/domains', 'keyset', 50, 50, 0, -1);

-- test: a reading of a page says which list and how it was cut
-- refused: 23502 "endpoint" of relation "pagination_performance_metrics"
INSERT INTO pagination_performance_metrics (endpoint, pagination_method, page_size, rows_returned, query_time_ms) VALUES (NULL, 'keyset', 50, 50, 0);
-- refused: 23502 "pagination_method" of relation "pagination_performance_metrics"
INSERT INTO pagination_performance_metrics (endpoint, pagination_method, page_size, rows_returned, query_time_ms)
VALUES ('/domains', NULL, 50, 50, 0);
-- refused: 23502 "page_size" of relation "pagination_performance_metrics"
INSERT INTO pagination_performance_metrics (endpoint, pagination_method, page_size, rows_returned, query_time_ms)
VALUES ('/domains', 'keyset', NULL, 50, 0);
-- refused: 23502 "rows_returned" of relation "pagination_performance_metrics"
INSERT INTO pagination_performance_metrics (endpoint, pagination_method, page_size, rows_returned, query_time_ms)
VALUES ('/domains', 'keyset', 50, NULL, 0);
-- refused: 23502 "query_time_ms" of relation "pagination_performance_metrics"
INSERT INTO pagination_performance_metrics (endpoint, pagination_method, page_size, rows_returned, query_time_ms)
VALUES ('/domains', 'keyset', 50, 50, NULL);

-- test: a reading of a page is not changed
INSERT INTO pagination_performance_metrics (endpoint, pagination_method, page_size, rows_returned, query_time_ms)
VALUES ('/domains', 'keyset', 50, 50, 0);
-- refused: SC010
UPDATE pagination_performance_metrics SET query_time_ms = 1;
