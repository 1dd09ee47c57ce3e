-- Removes the event store, projections, configuration versions and locks.

DROP TABLE config_locks;
DROP TABLE config_lock_keys;
DROP TABLE config_version_status_transitions;
DROP TABLE config_versions;
DROP TABLE event_projections;
DROP TABLE event_store;
DROP TABLE event_streams;

DROP TYPE config_lock_mode_enum;
DROP TYPE config_validation_status_enum;
DROP TYPE config_version_status_enum;
DROP TYPE config_change_type_enum;
DROP TYPE projection_status_enum;
