-- Removes the audit log with all its partitions, also those made at run time.

DROP TABLE audit_logs;
DROP TABLE audit_retention_policies;

DROP TYPE http_method_enum;
DROP TYPE data_classification_enum;
DROP TYPE audit_status_enum;
DROP TYPE audit_action_enum;
