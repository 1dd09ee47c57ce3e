-- Removes the cache, its invalidation queue and log, and its metrics.

DROP TABLE cache_metrics;
DROP TABLE cache_invalidation_log;
DROP TABLE cache_invalidations;
DROP TABLE cache_entries;
DROP TABLE cache_configurations;

DROP TYPE cache_invalidation_status_enum;
DROP TYPE cache_invalidation_kind_enum;
DROP TYPE cache_entry_status_enum;
DROP TYPE cache_strategy_enum;
DROP TYPE cache_type_enum;
