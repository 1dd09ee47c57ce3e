-- Services, their dependencies, refactorings and readings: legal rows are taken, illegal ones refused.

-- setup
INSERT INTO users (id, email, first_name, last_name, password_hash)
VALUES ('a0000000-0000-0000-0000-000000000001', 'ada@example.com', 'Ada', 'Lovelace', 'hash');
INSERT INTO service_dependencies (id, source_service, target_service, dependency_type, protocol)
VALUES ('02000000-0000-0000-0000-000000000001', 'api', 'queue', 'asynchronous', 'sql');
INSERT INTO architecture_refactor_log (service_name, refactor_type, title, reason, performed_by)
VALUES ('api', 'split_module', 'Split the handlers', 'too large', 'a0000000-0000-0000-0000-000000000001');

-- service_architecture_metrics

-- test: a service has no debt, no errors and is there all the time unless told otherwise
INSERT INTO service_architecture_metrics (service_name, service_type, coupling_score, cohesion_score, complexity_score)
VALUES ('api', 'api', 0, 100, 12.34);
-- rows:
--   t | 0.00 | 0.00 | 100.00 | ∅ | ∅
SELECT recorded_at = now(), technical_debt_hours, error_rate, availability, test_coverage, lines_of_code FROM service_architecture_metrics;

-- test: a percentage lies between 0 and 100
-- refused: 23514 percentage_range_check
INSERT INTO service_architecture_metrics (service_name, service_type, coupling_score, cohesion_score, complexity_score, test_coverage)
VALUES ('api', 'api', 0, 100, 12.34, -0.01);
-- refused: 23514 percentage_range_check
INSERT INTO service_architecture_metrics (service_name, service_type, coupling_score, cohesion_score, complexity_score, test_coverage)
VALUES ('api', 'api', 0, 100, 12.34, 100.01);
-- refused: 23514 percentage_range_check
INSERT INTO service_architecture_metrics (service_name, service_type, coupling_score, cohesion_score, complexity_score, error_rate)
VALUES ('api', 'api', 0, 100, 12.34, -0.01);
-- refused: 23514 percentage_range_check
INSERT INTO service_architecture_metrics (service_name, service_type, coupling_score, cohesion_score, complexity_score, error_rate)
VALUES ('api', 'api', 0, 100, 12.34, 100.01);
-- refused: 23514 percentage_range_check
INSERT INTO service_architecture_metrics (service_name, service_type, coupling_score, cohesion_score, complexity_score, availability)
VALUES ('api', 'api', 0, 100, 12.34, -0.01);
-- refused: 23514 percentage_range_check
INSERT INTO service_architecture_metrics (service_name, service_type, coupling_score, cohesion_score, complexity_score, availability)
VALUES ('api', 'api', 0, 100, 12.34, 100.01);
-- refused: 23514 percentage_range_check
INSERT INTO service_architecture_metrics (service_name, service_type, coupling_score, cohesion_score, complexity_score, test_coverage)
VALUES ('api', 'api', 0, 100, 12.34, 'NaN');

-- test: a judgement lies between 0 and 100
-- refused: 23514 score_range_check
INSERT INTO service_architecture_metrics (service_name, service_type, coupling_score, cohesion_score, complexity_score)
VALUES ('api', 'api', -0.01, 100, 12.34);
-- refused: 23514 score_range_check
INSERT INTO service_architecture_metrics (service_name, service_type, coupling_score, cohesion_score, complexity_score)
VALUES ('api', 'api', 100.01, 100, 12.34);
-- refused: 23514 score_range_check
INSERT INTO service_architecture_metrics (service_name, service_type, coupling_score, cohesion_score, complexity_score)
VALUES ('api', 'api', 0, -0.01, 12.34);
-- refused: 23514 score_range_check
INSERT INTO service_architecture_metrics (service_name, service_type, coupling_score, cohesion_score, complexity_score)
VALUES ('api', 'api', 0, 100.01, 12.34);
-- refused: 23514 score_range_check
INSERT INTO service_architecture_metrics (service_name, service_type, coupling_score, cohesion_score, complexity_score)
VALUES ('api', 'api', 0, 100, -0.01);
-- refused: 23514 score_range_check
INSERT INTO service_architecture_metrics (service_name, service_type, coupling_score, cohesion_score, complexity_score)
VALUES ('api', 'api', 0, 100, 100.01);
-- refused: 23514 score_range_check
INSERT INTO service_architecture_metrics (service_name, service_type, coupling_score, cohesion_score, complexity_score)
VALUES ('api', 'api', 'NaN', 100, 12.34);

-- test: a service has no fewer lines of code than none
-- refused: 23514 service_architecture_metrics_lines_of_code_check
INSERT INTO service_architecture_metrics (service_name, service_type, coupling_score, cohesion_score, complexity_score, lines_of_code)
VALUES ('api', 'api', 0, 100, 12.34, -1);

-- test: technical debt is a number, and not negative
-- refused: 23514 service_architecture_metrics_technical_debt_check
INSERT INTO service_architecture_metrics (service_name, service_type, coupling_score, cohesion_score, complexity_score, technical_debt_hours)
VALUES ('api', 'api', 0, 100, 12.34, -0.01);
-- refused: 23514 service_architecture_metrics_technical_debt_check
INSERT INTO service_architecture_metrics (service_name, service_type, coupling_score, cohesion_score, complexity_score, technical_debt_hours)
VALUES ('api', 'api', 0, 100, 12.34, 'NaN');

-- test: a reading of a service says which service and how it was judged
-- refused: 23502 "service_name" of relation "service_architecture_metrics"
INSERT INTO service_architecture_metrics (service_name, service_type, coupling_score, cohesion_score, complexity_score)
VALUES (NULL, 'api', 0, 100, 12.34);
-- refused: 23502 "service_type" of relation "service_architecture_metrics"
INSERT INTO service_architecture_metrics (service_name, service_type, coupling_score, cohesion_score, complexity_score)
VALUES ('api', NULL, 0, 100, 12.34);
-- refused: 23502 "coupling_score" of relation "service_architecture_metrics"
INSERT INTO service_architecture_metrics (service_name, service_type, coupling_score, cohesion_score, complexity_score)
VALUES ('api', 'api', NULL, 100, 12.34);
-- refused: 23502 "cohesion_score" of relation "service_architecture_metrics"
INSERT INTO service_architecture_metrics (service_name, service_type, coupling_score, cohesion_score, complexity_score)
VALUES ('api', 'api', 0, NULL, 12.34);
-- refused: 23502 "complexity_score" of relation "service_architecture_metrics"
INSERT INTO service_architecture_metrics (service_name, service_type, coupling_score, cohesion_score, complexity_score)
VALUES ('api', 'api', 0, 100, NULL);

-- test: a reading of a service is not changed
INSERT INTO service_architecture_metrics (service_name, service_type, coupling_score, cohesion_score, complexity_score)
VALUES ('api', 'api', 0, 100, 12.34);
-- refused: SC010
UPDATE service_architecture_metrics SET lines_of_code = 1;

-- service_dependencies

-- test: a new dependency is essential, active, never retried and without a circuit breaker
-- rows:
--   essential | ∅ | 0 | f | ∅ | t
SELECT criticality, timeout_ms, max_retries, has_circuit_breaker, expected_latency_ms, is_active FROM service_dependencies;

-- test: a service depends on another once for each way to talk to it
INSERT INTO service_dependencies (source_service, target_service, dependency_type, protocol) VALUES ('api', 'queue', 'synchronous', 'sql');
INSERT INTO service_dependencies (source_service, target_service, dependency_type, protocol) VALUES ('queue', 'api', 'asynchronous', 'sql');
-- refused: 23505 service_dependencies_edge_key
INSERT INTO service_dependencies (source_service, target_service, dependency_type, protocol) VALUES ('api', 'queue', 'asynchronous', 'sql');

-- test: a service does not depend on itself
-- refused: 23514 service_dependencies_self_check
UPDATE service_dependencies SET target_service = 'api';

-- test: a dependency waits some time, is retried no fewer times than none and answers in no negative time
UPDATE service_dependencies SET timeout_ms = 1, max_retries = 0, expected_latency_ms = 0;
-- refused: 23514 service_dependencies_limits_check
UPDATE service_dependencies SET timeout_ms = 0;
-- refused: 23514 service_dependencies_limits_check
UPDATE service_dependencies SET max_retries = -1;
-- refused: 23514 service_dependencies_limits_check
UPDATE service_dependencies SET expected_latency_ms = -0.001;
-- refused: 23514 service_dependencies_limits_check
UPDATE service_dependencies SET expected_latency_ms = 'NaN';

-- test: a dependency has both ends, a type and a protocol
-- refused: 23502 "source_service" of relation "service_dependencies"
UPDATE service_dependencies SET source_service = NULL;
-- refused: 23502 "target_service" of relation "service_dependencies"
UPDATE service_dependencies SET target_service = NULL;
-- refused: 23502 "dependency_type" of relation "service_dependencies"
UPDATE service_dependencies SET dependency_type = NULL;
-- refused: 23502 "protocol" of relation "service_dependencies"
UPDATE service_dependencies SET protocol = NULL;

-- architecture_refactor_log

-- test: a new refactoring is planned
-- rows:
--   planned | ∅ | ∅ | ∅
SELECT status, started_at, finished_at, effort_hours FROM architecture_refactor_log;

-- test: a refactoring walks from plan to completion
UPDATE architecture_refactor_log SET status = 'in_progress', started_at = now(), metrics_before = '{"modules": 1}';
UPDATE architecture_refactor_log SET status = 'completed', finished_at = now(), metrics_after = '{"modules": 4}', effort_hours = 12.5;
-- rows:
--   completed | 12.50
SELECT status, effort_hours FROM architecture_refactor_log;

-- test: a refactoring has a start exactly when it is no longer planned
-- refused: 23514 architecture_refactor_log_started_check
UPDATE architecture_refactor_log SET status = 'in_progress';
-- refused: 23514 architecture_refactor_log_started_check
UPDATE architecture_refactor_log SET started_at = now();

-- test: a refactoring has a finish exactly when it was completed or reverted
-- refused: 23514 architecture_refactor_log_finished_check
UPDATE architecture_refactor_log SET status = 'completed', started_at = now();
-- refused: 23514 architecture_refactor_log_finished_check
UPDATE architecture_refactor_log SET status = 'reverted', started_at = now();
-- refused: 23514 architecture_refactor_log_finished_check
UPDATE architecture_refactor_log SET finished_at = now();

-- test: a refactoring does not finish before it started
-- refused: 23514 architecture_refactor_log_finished_check
UPDATE architecture_refactor_log SET status = 'completed', started_at = now(), finished_at = now() - interval '1 second';

-- test: effort is a number, and not negative
-- refused: 23514 architecture_refactor_log_effort_check
UPDATE architecture_refactor_log SET effort_hours = -0.01;
-- refused: 23514 architecture_refactor_log_effort_check
UPDATE architecture_refactor_log SET effort_hours = 'NaN';

-- test: metrics before and after are objects
-- refused: 23514 architecture_refactor_log_metrics_before_check
UPDATE architecture_refactor_log SET metrics_before = '[]';
-- refused: 23514 architecture_refactor_log_metrics_after_check
UPDATE architecture_refactor_log SET metrics_after = '1';

-- test: a refactoring is done by a user who exists, and outlives the user
-- refused: 23503 architecture_refactor_log_performed_by_fkey
UPDATE architecture_refactor_log SET performed_by = 'a0000000-0000-0000-0000-000000000009';
DELETE FROM users;
-- rows:
--   1 | 0
SELECT count(*), count(performed_by) FROM architecture_refactor_log;

-- test: a refactoring has a service, a type, a title and a reason
-- refused: 23502 "service_name" of relation "architecture_refactor_log"
UPDATE architecture_refactor_log SET service_name = NULL;
-- refused: 23502 "refactor_type" of relation "architecture_refactor_log"
UPDATE architecture_refactor_log SET refactor_type = NULL;
-- refused: 23502 "title" of relation "architecture_refactor_log"
UPDATE architecture_refactor_log SET title = NULL;
-- refused: 23502 "reason" of relation "architecture_refactor_log"
UPDATE architecture_refactor_log SET reason = NULL;

-- communication_patterns

-- test: traffic has no errors, no timeouts and no bytes unless told otherwise
INSERT INTO communication_patterns (period_start, period_end, dependency_id, request_count, average_latency_ms, p99_latency_ms)
VALUES ('2024-01-01 00:00+00', '2024-01-01 00:01+00', '02000000-0000-0000-0000-000000000001', 10, 1, 5);
-- rows:
--   0 | 0 | 0
SELECT error_count, timeout_count, bytes_transferred FROM communication_patterns;

-- test: the period of traffic ends after it started
-- refused: 23514 communication_patterns_period_check
INSERT INTO communication_patterns (period_start, period_end, dependency_id, request_count, average_latency_ms, p99_latency_ms)
VALUES ('2024-01-01 00:00+00', '2024-01-01 00:00+00', '02000000-0000-0000-0000-000000000001', 10, 1, 5);

-- test: requests that failed or timed out are among all
INSERT INTO communication_patterns (period_start, period_end, dependency_id, request_count, average_latency_ms, p99_latency_ms, error_count, timeout_count)
VALUES ('2024-01-01 00:00+00', '2024-01-01 00:01+00', '02000000-0000-0000-0000-000000000001', 10, 1, 5, 4, 6);
-- refused: 23514 communication_patterns_counts_check
INSERT INTO communication_patterns (period_start, period_end, dependency_id, request_count, average_latency_ms, p99_latency_ms, error_count, timeout_count)
VALUES ('2024-01-01 00:00+00', '2024-01-01 00:01+00', '02000000-0000-0000-0000-000000000001', 10, 1, 5, 5, 6);
-- refused: 23514 communication_patterns_counts_check
INSERT INTO communication_patterns (period_start, period_end, dependency_id, request_count, average_latency_ms, p99_latency_ms, error_count)
VALUES ('2024-01-01 00:00+00', '2024-01-01 00:01+00', '02000000-0000-0000-0000-000000000001', 10, 1, 5, -1);
-- refused: 23514 communication_patterns_counts_check
INSERT INTO communication_patterns (period_start, period_end, dependency_id, request_count, average_latency_ms, p99_latency_ms, timeout_count)
VALUES ('2024-01-01 00:00+00', '2024-01-01 00:01+00', '02000000-0000-0000-0000-000000000001', 10, 1, 5, -1);

-- test: latencies are numbers, and not negative
-- refused: 23514 communication_patterns_latency_check
INSERT INTO communication_patterns (period_start, period_end, dependency_id, request_count, average_latency_ms, p99_latency_ms)
VALUES ('2024-01-01 00:00+00', '2024-01-01 00:01+00', '02000000-0000-0000-0000-000000000001', 10, -0.001, 5);
-- refused: 23514 communication_patterns_latency_check
INSERT INTO communication_patterns (period_start, period_end, dependency_id, request_count, average_latency_ms, p99_latency_ms)
VALUES ('2024-01-01 00:00+00', '2024-01-01 00:01+00', '02000000-0000-0000-0000-000000000001', 10, 'NaN', 5);
-- refused: 23514 communication_patterns_latency_check
INSERT INTO communication_patterns (period_start, period_end, dependency_id, request_count, average_latency_ms, p99_latency_ms)
VALUES ('2024-01-01 00:00+00', '2024-01-01 00:01+00', '02000000-0000-0000-0000-000000000001', 10, 1, -0.001);
-- refused: 23514 communication_patterns_latency_check
INSERT INTO communication_patterns (period_start, period_end, dependency_id, request_count, average_latency_ms, p99_latency_ms)
VALUES ('2024-01-01 00:00+00', '2024-01-01 00:01+00', '02000000-0000-0000-0000-000000000001', 10, 1, 'NaN');

-- test: no fewer bytes are sent than none
-- refused: 23514 communication_patterns_bytes_check
INSERT INTO communication_patterns (period_start, period_end, dependency_id, request_count, average_latency_ms, p99_latency_ms, bytes_transferred)
VALUES ('2024-01-01 00:00+00', '2024-01-01 00:01+00', '02000000-0000-0000-0000-000000000001', 10, 1, 5, -1);

-- test: traffic runs along a dependency that exists, and goes with it
-- refused: 23503 communication_patterns_dependency_id_fkey
INSERT INTO communication_patterns (period_start, period_end, dependency_id, request_count, average_latency_ms, p99_latency_ms)
VALUES ('2024-01-01 00:00+00', '2024-01-01 00:01+00', '02000000-0000-0000-0000-000000000009', 10, 1, 5);
INSERT INTO communication_patterns (period_start, period_end, dependency_id, request_count, average_latency_ms, p99_latency_ms)
VALUES ('2024-01-01 00:00+00', '2024-01-01 00:01+00', '02000000-0000-0000-0000-000000000001', 10, 1, 5);
DELETE FROM service_dependencies;
-- rows:
--   0
SELECT count(*) FROM communication_patterns;

-- test: a reading of traffic says where, how much and how fast
-- refused: 23502 "period_start" of relation "communication_patterns"
INSERT INTO communication_patterns (period_start, period_end, dependency_id, request_count, average_latency_ms, p99_latency_ms)
VALUES (NULL, '2024-01-01 00:01+00', '02000000-0000-0000-0000-000000000001', 10, 1, 5);
-- refused: 23502 "period_end" of relation "communication_patterns"
INSERT INTO communication_patterns (period_start, period_end, dependency_id, request_count, average_latency_ms, p99_latency_ms)
VALUES ('2024-01-01 00:00+00', NULL, '02000000-0000-0000-0000-000000000001', 10, 1, 5);
-- refused: 23502 "dependency_id" of relation "communication_patterns"
INSERT INTO communication_patterns (period_start, period_end, dependency_id, request_count, average_latency_ms, p99_latency_ms)
VALUES ('2024-01-01 00:00+00', '2024-01-01 00:01+00', NULL, 10, 1, 5);
-- refused: 23502 "request_count" of relation "communication_patterns"
INSERT INTO communication_patterns (period_start, period_end, dependency_id, request_count, average_latency_ms, p99_latency_ms)
VALUES ('2024-01-01 00:00+00', '2024-01-01 00:01+00', '02000000-0000-0000-0000-000000000001', NULL, 1, 5);
-- refused: 23502 "average_latency_ms" of relation "communication_patterns"
INSERT INTO communication_patterns (period_start, period_end, dependency_id, request_count, average_latency_ms, p99_latency_ms)
VALUES ('2024-01-01 00:00+00', '2024-01-01 00:01+00', '02000000-0000-0000-0000-000000000001', 10, NULL, 5);
-- refused: 23502 "p99_latency_ms" of relation "communication_patterns"
INSERT INTO communication_patterns (period_start, period_end, dependency_id, request_count, average_latency_ms, p99_latency_ms)
VALUES ('2024-01-01 00:00+00', '2024-01-01 00:01+00', '02000000-0000-0000-0000-000000000001', 10, 1, NULL);

-- test: a reading of traffic is not changed
INSERT INTO communication_patterns (period_start, period_end, dependency_id, request_count, average_latency_ms, p99_latency_ms)
VALUES ('2024-01-01 00:00+00', '2024-01-01 00:01+00', '02000000-0000-0000-0000-000000000001', 10, 1, 5);
-- refused: SC010
UPDATE communication_patterns SET request_count = 11;

-- service_capacity_metrics

-- test: a reading of capacity knows its percentage and sees no end unless told one
INSERT INTO service_capacity_metrics (period_start, period_end, service_name, resource_type, unit, instance_count, used_capacity, max_capacity)
VALUES ('2024-01-01 00:00+00', '2024-01-01 00:01+00', 'api', 'cpu', 'millicores', 2, 500, 2000);
-- rows:
--   25.00 | ∅
SELECT used_percentage, projected_full_on FROM service_capacity_metrics;

-- test: capacity may be used up, or not at all
INSERT INTO service_capacity_metrics (period_start, period_end, service_name, resource_type, unit, instance_count, used_capacity, max_capacity)
VALUES ('2024-01-01 00:00+00', '2024-01-01 00:01+00', 'api', 'cpu', 'millicores', 2, 0, 2000);
INSERT INTO service_capacity_metrics (period_start, period_end, service_name, resource_type, unit, instance_count, used_capacity, max_capacity, projected_full_on)
VALUES ('2024-01-01 00:00+00', '2024-01-01 00:01+00', 'api', 'cpu', 'millicores', 2, 2000, 2000, '2024-01-01');
-- rows:
--   0.00
--   100.00
SELECT used_percentage FROM service_capacity_metrics ORDER BY used_capacity;

-- test: the period of capacity ends after it started
-- refused: 23514 service_capacity_metrics_period_check
INSERT INTO service_capacity_metrics (period_start, period_end, service_name, resource_type, unit, instance_count, used_capacity, max_capacity)
VALUES ('2024-01-01 00:00+00', '2024-01-01 00:00+00', 'api', 'cpu', 'millicores', 2, 500, 2000);

-- test: a service has one instance at least
-- refused: 23514 service_capacity_metrics_instance_count_check
INSERT INTO service_capacity_metrics (period_start, period_end, service_name, resource_type, unit, instance_count, used_capacity, max_capacity)
VALUES ('2024-01-01 00:00+00', '2024-01-01 00:01+00', 'api', 'cpu', 'millicores', 0, 500, 2000);

-- test: there is some capacity
-- refused: 23514 service_capacity_metrics_max_capacity_check
INSERT INTO service_capacity_metrics (period_start, period_end, service_name, resource_type, unit, instance_count, used_capacity, max_capacity)
VALUES ('2024-01-01 00:00+00', '2024-01-01 00:01+00', 'api', 'cpu', 'millicores', 2, 0, 0);

-- test: no more capacity is used than there is, and no less than nothing
-- refused: 23514 service_capacity_metrics_used_capacity_check
INSERT INTO service_capacity_metrics (period_start, period_end, service_name, resource_type, unit, instance_count, used_capacity, max_capacity)
VALUES ('2024-01-01 00:00+00', '2024-01-01 00:01+00', 'api', 'cpu', 'millicores', 2, 2000.001, 2000);
-- refused: 23514 service_capacity_metrics_used_capacity_check
INSERT INTO service_capacity_metrics (period_start, period_end, service_name, resource_type, unit, instance_count, used_capacity, max_capacity)
VALUES ('2024-01-01 00:00+00', '2024-01-01 00:01+00', 'api', 'cpu', 'millicores', 2, 200000000, 2000);
-- refused: 23514 service_capacity_metrics_used_capacity_check
INSERT INTO service_capacity_metrics (period_start, period_end, service_name, resource_type, unit, instance_count, used_capacity, max_capacity)
VALUES ('2024-01-01 00:00+00', '2024-01-01 00:01+00', 'api', 'cpu', 'millicores', 2, -0.001, 2000);
-- refused: 23514 service_capacity_metrics_used_capacity_check
INSERT INTO service_capacity_metrics (period_start, period_end, service_name, resource_type, unit, instance_count, used_capacity, max_capacity)
VALUES ('2024-01-01 00:00+00', '2024-01-01 00:01+00', 'api', 'cpu', 'millicores', 2, 'NaN', 2000);

-- test: a reading of capacity says whose, of what and how much
-- refused: 23502 "service_name" of relation "service_capacity_metrics"
INSERT INTO service_capacity_metrics (period_start, period_end, service_name, resource_type, unit, instance_count, used_capacity, max_capacity)
VALUES ('2024-01-01 00:00+00', '2024-01-01 00:01+00', NULL, 'cpu', 'millicores', 2, 500, 2000);
-- refused: 23502 "resource_type" of relation "service_capacity_metrics"
INSERT INTO service_capacity_metrics (period_start, period_end, service_name, resource_type, unit, instance_count, used_capacity, max_capacity)
VALUES ('2024-01-01 00:00+00', '2024-01-01 00:01+00', 'api', NULL, 'millicores', 2, 500, 2000);
-- refused: 23502 "unit" of relation "service_capacity_metrics"
INSERT INTO service_capacity_metrics (period_start, period_end, service_name, resource_type, unit, instance_count, used_capacity, max_capacity)
VALUES ('2024-01-01 00:00+00', '2024-01-01 00:01+00', 'api', 'cpu', NULL, 2, 500, 2000);
-- refused: 23502 "instance_count" of relation "service_capacity_metrics"
INSERT INTO service_capacity_metrics (period_start, period_end, service_name, resource_type, unit, instance_count, used_capacity, max_capacity)
VALUES ('2024-01-01 00:00+00', '2024-01-01 00:01+00', 'api', 'cpu', 'millicores', NULL, 500, 2000);
-- refused: 23502 "used_capacity" of relation "service_capacity_metrics"
INSERT INTO service_capacity_metrics (period_start, period_end, service_name, resource_type, unit, instance_count, used_capacity, max_capacity)
VALUES ('2024-01-01 00:00+00', '2024-01-01 00:01+00', 'api', 'cpu', 'millicores', 2, NULL, 2000);
-- refused: 23502 "max_capacity" of relation "service_capacity_metrics"
INSERT INTO service_capacity_metrics (period_start, period_end, service_name, resource_type, unit, instance_count, used_capacity, max_capacity)
VALUES ('2024-01-01 00:00+00', '2024-01-01 00:01+00', 'api', 'cpu', 'millicores', 2, 500, NULL);

-- test: a reading of capacity is not changed
INSERT INTO service_capacity_metrics (period_start, period_end, service_name, resource_type, unit, instance_count, used_capacity, max_capacity)
VALUES ('2024-01-01 00:00+00', '2024-01-01 00:01+00', 'api', 'cpu', 'millicores', 2, 500, 2000);
-- refused: SC010
UPDATE service_capacity_metrics SET instance_count = 3;
