-- Removes the performance metrics and their types.

DROP TABLE pagination_performance_metrics;
DROP TABLE connection_pool_metrics;
DROP TABLE resource_utilization_metrics;
DROP TABLE query_performance_metrics;

DROP TYPE pagination_method_enum;
DROP TYPE resource_unit_enum;
DROP TYPE resource_type_enum;
DROP TYPE query_type_enum;
