-- Removes the service graph, its readings, the refactoring log and their types.

DROP TABLE service_capacity_metrics;
DROP TABLE communication_patterns;
DROP TABLE architecture_refactor_log;
DROP TABLE service_dependencies;
DROP TABLE service_architecture_metrics;

DROP TYPE refactor_status_enum;
DROP TYPE refactor_type_enum;
DROP TYPE communication_protocol_enum;
DROP TYPE dependency_criticality_enum;
DROP TYPE dependency_type_enum;
DROP TYPE service_type_enum;
