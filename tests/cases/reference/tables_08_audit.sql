-- The audit log and its retention: legal rows are taken, illegal ones refused.

-- audit_retention_policies

-- test: a row of every classification is kept for some time, and by law for seven years
-- rows:
--   public | 1 year
--   internal | 2 years
--   confidential | 7 years
--   restricted | 7 years
SELECT data_classification, retention FROM audit_retention_policies ORDER BY data_classification;

-- test: a classification has one policy
-- refused: 23505 audit_retention_policies_pkey
INSERT INTO audit_retention_policies (data_classification, retention) VALUES ('public', '2 years');
-- refused: 23502 "retention" of relation "audit_retention_policies"
UPDATE audit_retention_policies SET retention = NULL;

-- test: nothing is kept for no time
-- refused: 23514 audit_retention_policies_positive_check
UPDATE audit_retention_policies SET retention = '0' WHERE data_classification = 'public';

-- test: confidential and restricted rows may be kept longer than seven years, and not shorter
UPDATE audit_retention_policies SET retention = '10 years' WHERE data_classification IN ('confidential', 'restricted');
-- refused: 23514 audit_retention_policies_floor_check
UPDATE audit_retention_policies SET retention = '6 years 11 months' WHERE data_classification = 'confidential';
-- refused: 23514 audit_retention_policies_floor_check
UPDATE audit_retention_policies SET retention = '6 years 11 months' WHERE data_classification = 'restricted';

-- audit_logs

-- test: a row is internal and tells of a success unless told otherwise
INSERT INTO audit_logs (action, entity_type) VALUES ('read', 'report');
-- rows:
--   internal | success | {} | t
SELECT data_classification, status, compliance_tags, created_at = now() FROM audit_logs WHERE entity_type = 'report';

-- test: a row takes everything there is to tell
INSERT INTO audit_logs (
    data_classification, user_id, session_id, action, entity_type, entity_id, old_values, new_values, changed_fields, client_address, user_agent,
    request_id, service_name, endpoint, http_method, response_code, status, duration_ms, compliance_tags
) VALUES (
    'restricted', gen_random_uuid(), gen_random_uuid(), 'update', 'report', '7', '{"a": 1}', '{"a": 2}', '["a"]', '192.0.2.1', 'curl',
    gen_random_uuid(), 'api', '/reports/7', 'PATCH', 204, 'success', 1.5, '{gdpr}'
);
-- rows:
--   restricted | {"a": 1} | {"a": 2} | ["a"] | 192.0.2.1 | 1.500 | {gdpr}
SELECT data_classification, old_values, new_values, changed_fields, client_address, duration_ms, compliance_tags
FROM audit_logs
WHERE entity_type = 'report';

-- test: a row of a month without a partition is not lost
INSERT INTO audit_logs (created_at, action, entity_type) VALUES ('2001-01-01', 'read', 'report');
-- rows:
--   audit_logs_default
SELECT tableoid::regclass FROM audit_logs WHERE entity_type = 'report';

-- test: the number of a row is the database's to give
-- refused: 428C9 column "id"
INSERT INTO audit_logs (id, action, entity_type) VALUES (1, 'read', 'report');

-- test: old and new values are objects
-- refused: 23514 audit_logs_old_values_check
INSERT INTO audit_logs (action, entity_type, old_values) VALUES ('update', 'report', '[]');
-- refused: 23514 audit_logs_new_values_check
INSERT INTO audit_logs (action, entity_type, new_values) VALUES ('update', 'report', '1');

-- test: changed fields are a list
-- refused: 23514 audit_logs_changed_fields_check
INSERT INTO audit_logs (action, entity_type, changed_fields) VALUES ('update', 'report', '{}');

-- test: a response code lies between 100 and 599
-- refused: 23514 audit_logs_response_code_check
INSERT INTO audit_logs (action, entity_type, response_code) VALUES ('update', 'report', 99);
-- refused: 23514 audit_logs_response_code_check
INSERT INTO audit_logs (action, entity_type, response_code) VALUES ('update', 'report', 600);

-- test: a request takes a time that is a number, and not negative
-- refused: 23514 audit_logs_duration_check
INSERT INTO audit_logs (action, entity_type, duration_ms) VALUES ('update', 'report', -0.001);
-- refused: 23514 audit_logs_duration_check
INSERT INTO audit_logs (action, entity_type, duration_ms) VALUES ('update', 'report', 'NaN');

-- test: a row says what was done to what
-- refused: 23502 "action"
INSERT INTO audit_logs (action, entity_type) VALUES (NULL, 'report');
-- refused: 23502 "entity_type"
INSERT INTO audit_logs (action, entity_type) VALUES ('update', NULL);
-- refused: 23502 "data_classification"
INSERT INTO audit_logs (action, entity_type, data_classification) VALUES ('update', 'report', NULL);
