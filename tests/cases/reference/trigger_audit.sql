-- The audit of the core tables: who, what, old and new values, changed fields; no secrets.

-- setup
INSERT INTO users (id, email, first_name, last_name, password_hash) VALUES
    ('a0000000-0000-0000-0000-000000000001', 'ada@example.com', 'Ada', 'Lovelace', 'old-password-hash'),
    ('a0000000-0000-0000-0000-000000000002', 'bob@example.com', 'Bob', 'Byte', 'hash');
INSERT INTO lead_generation_campaigns (id, name, owner_id) VALUES
    ('c0000000-0000-0000-0000-000000000001', 'Shops', 'a0000000-0000-0000-0000-000000000001');

-- test: a user's creation, change and removal are recorded with both images
-- users_audit
INSERT INTO users (id, email, first_name, last_name, password_hash) VALUES
    ('a0000000-0000-0000-0000-000000000003', 'eve@example.com', 'Eve', 'Eaves', 'hash');
UPDATE users SET last_name = 'Drop' WHERE first_name = 'Eve';
DELETE FROM users WHERE first_name = 'Eve';
-- rows:
--   create | confidential | ∅ | Eaves | ∅
--   update | confidential | Eaves | Drop | ["full_name", "last_name"]
--   delete | confidential | Drop | ∅ | ∅
SELECT action, data_classification, old_values ->> 'last_name', new_values ->> 'last_name', changed_fields
FROM audit_logs
WHERE entity_type = 'users' AND entity_id = 'a0000000-0000-0000-0000-000000000003'
ORDER BY id;

-- test: a secret that changed is named and never shown
UPDATE users
SET password_hash = 'new-password-hash',
    mfa_secret_encrypted = 'otp-secret',
    mfa_backup_codes_encrypted = 'codes-secret',
    email_verification_token_hash = sha256('token'),
    email_verification_expires_at = '2027-01-01'
WHERE id = 'a0000000-0000-0000-0000-000000000001';
-- rows:
--   ["email_verification_expires_at", "email_verification_token_hash", "mfa_backup_codes_encrypted", "mfa_secret_encrypted", "password_hash"]
SELECT changed_fields FROM audit_logs WHERE entity_type = 'users' AND action = 'update';
-- rows:
--   0
SELECT count(*)
FROM audit_logs
WHERE concat(old_values, new_values) ~ 'password_hash|mfa_secret_encrypted|mfa_backup_codes|verification_token|old-password|new-password';

-- test: a login is no change of the account
UPDATE users SET last_login_at = now(), last_login_address = '192.0.2.1', failed_login_attempts = 2, mfa_last_used_at = now();
-- rows:
--   0
SELECT count(*) FROM audit_logs WHERE entity_type = 'users' AND action = 'update';

-- test: an update that changes nothing is not recorded
UPDATE users SET first_name = first_name;
-- rows:
--   0
SELECT count(*) FROM audit_logs WHERE action = 'update';

-- test: user, session, request and address come from the settings of the session
SET LOCAL app.user_id = 'a0000000-0000-0000-0000-000000000002';
SET LOCAL app.session_id = '5e000000-0000-0000-0000-000000000001';
SET LOCAL app.request_id = '4e000000-0000-0000-0000-000000000001';
SET LOCAL app.client_address = '2001:db8::7';
INSERT INTO keyword_sets (name) VALUES ('Shops');
-- rows:
--   a0000000-0000-0000-0000-000000000002 | 5e000000-0000-0000-0000-000000000001 | 4e000000-0000-0000-0000-000000000001 | 2001:db8::7
SELECT user_id, session_id, request_id, client_address FROM audit_logs WHERE entity_type = 'keyword_sets';

-- test: settings that cannot be read do not stop the write
SET LOCAL app.user_id = 'nobody';
SET LOCAL app.client_address = 'somewhere';
INSERT INTO keyword_sets (name) VALUES ('Shops');
-- rows:
--   ∅ | ∅
SELECT user_id, client_address FROM audit_logs WHERE entity_type = 'keyword_sets';

-- test: a campaign's change is recorded and its progress is not
-- lead_generation_campaigns_audit
UPDATE lead_generation_campaigns SET total_items = 10, processed_items = 5, successful_items = 5, progress_percentage = 50, last_heartbeat_at = now();
UPDATE lead_generation_campaigns SET name = 'Blogs', total_items = 11;
-- rows:
--   create | internal | c0000000-0000-0000-0000-000000000001 | ∅
--   update | internal | c0000000-0000-0000-0000-000000000001 | ["name"]
SELECT action, data_classification, entity_id, changed_fields
FROM audit_logs
WHERE entity_type = 'lead_generation_campaigns'
ORDER BY id;

-- test: a generator's parameters are recorded and its offsets are not
-- domain_generation_campaign_params_audit
INSERT INTO domain_generation_campaign_params (campaign_id, pattern_type, variable_length, character_set, tld, num_domains_to_generate, total_possible_combinations) VALUES
    ('c0000000-0000-0000-0000-000000000001', 'prefix_variable', 2, 'abc', 'com', 9, 9);
UPDATE domain_generation_campaign_params SET num_domains_to_generate = 8;
UPDATE domain_generation_campaign_params SET reserved_count = 3, current_offset = 3;
-- rows:
--   create | c0000000-0000-0000-0000-000000000001 | ∅
--   update | c0000000-0000-0000-0000-000000000001 | ["num_domains_to_generate"]
SELECT action, entity_id, changed_fields
FROM audit_logs
WHERE entity_type = 'domain_generation_campaign_params'
ORDER BY id;

-- test: a persona's change is recorded without its configuration
-- personas_audit
INSERT INTO personas (name, persona_type, configuration) VALUES ('Quad', 'dns', '{"password": "hidden"}');
UPDATE personas SET configuration = '{"password": "changed"}';
DELETE FROM personas;
-- rows:
--   create | confidential | ∅ | f
--   update | confidential | ["configuration"] | f
--   delete | confidential | ∅ | f
SELECT action, data_classification, changed_fields, concat(old_values, new_values) ~ 'hidden|changed|configuration'
FROM audit_logs
WHERE entity_type = 'personas'
ORDER BY id;

-- test: a proxy's change is recorded without its credentials, its health is not
-- proxies_audit
INSERT INTO proxies (name, protocol, host, port, credential_hash) VALUES ('Exit', 'http', 'p.example.com', 3128, 'hidden');
UPDATE proxies SET health = 'healthy', latency_ms = 5, success_count = 3, failure_count = 2, consecutive_failures = 1, last_error = 'reset', last_checked_at = now();
UPDATE proxies SET credential_hash = 'changed', port = 3129;
-- rows:
--   create | confidential | ∅ | f
--   update | confidential | ["credential_hash", "port"] | f
SELECT action, data_classification, changed_fields, concat(old_values, new_values) ~ 'hidden|changed'
FROM audit_logs
WHERE entity_type = 'proxies'
ORDER BY id;

-- test: a pool of proxies
-- proxy_pools_audit
INSERT INTO proxy_pools (name) VALUES ('Europe');
UPDATE proxy_pools SET strategy = 'failover';
DELETE FROM proxy_pools;
-- rows:
--   create | ∅ | round_robin | ∅
--   update | round_robin | failover | ["strategy"]
--   delete | failover | ∅ | ∅
SELECT action, old_values ->> 'strategy', new_values ->> 'strategy', changed_fields
FROM audit_logs
WHERE entity_type = 'proxy_pools'
ORDER BY id;

-- test: a membership is known by both parts of its key
-- proxy_pool_memberships_audit
INSERT INTO proxy_pools (id, name) VALUES ('b0000000-0000-0000-0000-000000000001', 'Europe');
INSERT INTO proxies (id, name, protocol, host, port) VALUES ('f0000000-0000-0000-0000-000000000001', 'Exit', 'http', 'p.example.com', 3128);
INSERT INTO proxy_pool_memberships (pool_id, proxy_id) VALUES ('b0000000-0000-0000-0000-000000000001', 'f0000000-0000-0000-0000-000000000001');
UPDATE proxy_pool_memberships SET weight = 7;
DELETE FROM proxies;
-- rows:
--   create | b0000000-0000-0000-0000-000000000001/f0000000-0000-0000-0000-000000000001 | ∅
--   update | b0000000-0000-0000-0000-000000000001/f0000000-0000-0000-0000-000000000001 | ["weight"]
--   delete | b0000000-0000-0000-0000-000000000001/f0000000-0000-0000-0000-000000000001 | ∅
SELECT action, entity_id, changed_fields FROM audit_logs WHERE entity_type = 'proxy_pool_memberships' ORDER BY id;

-- test: a keyword set
-- keyword_sets_audit
INSERT INTO keyword_sets (name) VALUES ('Shops');
UPDATE keyword_sets SET is_enabled = false;
DELETE FROM keyword_sets;
-- rows:
--   create | ∅
--   update | ["is_enabled"]
--   delete | ∅
SELECT action, changed_fields FROM audit_logs WHERE entity_type = 'keyword_sets' ORDER BY id;

-- test: a keyword rule, which falls with its set
-- keyword_rules_audit
INSERT INTO keyword_sets (id, name) VALUES ('50000000-0000-0000-0000-000000000001', 'Shops');
INSERT INTO keyword_rules (keyword_set_id, pattern) VALUES ('50000000-0000-0000-0000-000000000001', 'basket');
UPDATE keyword_rules SET pattern = 'cart';
DELETE FROM keyword_sets;
-- rows:
--   create | ∅ | basket
--   update | basket | cart
--   delete | cart | ∅
SELECT action, old_values ->> 'pattern', new_values ->> 'pattern' FROM audit_logs WHERE entity_type = 'keyword_rules' ORDER BY id;

-- test: the parameters of an HTTP phase
-- http_keyword_campaign_params_audit
INSERT INTO http_keyword_campaign_params (campaign_id) VALUES ('c0000000-0000-0000-0000-000000000001');
UPDATE http_keyword_campaign_params SET target_ports = '{8080}';
-- rows:
--   create | c0000000-0000-0000-0000-000000000001 | ∅
--   update | c0000000-0000-0000-0000-000000000001 | ["target_ports"]
SELECT action, entity_id, changed_fields FROM audit_logs WHERE entity_type = 'http_keyword_campaign_params' ORDER BY id;

-- test: an access grant and its revocation are restricted
-- campaign_access_grants_audit
INSERT INTO campaign_access_grants (campaign_id, grantee_id, grant_kind, granted_by) VALUES
    ('c0000000-0000-0000-0000-000000000001', 'a0000000-0000-0000-0000-000000000002', 'read', 'a0000000-0000-0000-0000-000000000001');
UPDATE campaign_access_grants SET revoked_at = now(), revoked_by = 'a0000000-0000-0000-0000-000000000001';
-- rows:
--   create | restricted | ∅
--   update | restricted | ["revoked_at", "revoked_by"]
SELECT action, data_classification, changed_fields FROM audit_logs WHERE entity_type = 'campaign_access_grants' ORDER BY id;

-- test: a retention policy is known by its class
-- audit_retention_policies_audit
UPDATE audit_retention_policies SET retention = interval '8 years' WHERE data_classification = 'restricted';
-- rows:
--   update | restricted | restricted | 7 years | 8 years
SELECT action, data_classification, entity_id, old_values ->> 'retention', new_values ->> 'retention'
FROM audit_logs
WHERE entity_type = 'audit_retention_policies';

-- test: a cache configuration
-- cache_configurations_audit
INSERT INTO cache_configurations (name, cache_type) VALUES ('pages', 'http_response');
UPDATE cache_configurations SET max_ttl_seconds = 7200;
-- rows:
--   create | ∅
--   update | ["max_ttl_seconds"]
SELECT action, changed_fields FROM audit_logs WHERE entity_type = 'cache_configurations' ORDER BY id;

-- test: a configuration version is recorded without its value
-- config_versions_audit
INSERT INTO config_versions (config_key, config_value, change_type, proposed_by) VALUES
    ('limits', '{"password": "hidden"}', 'create', 'a0000000-0000-0000-0000-000000000001');
UPDATE config_versions SET validation_status = 'passed';
-- rows:
--   create | confidential | ∅ | f
--   update | confidential | ["validation_status"] | f
SELECT action, data_classification, changed_fields, concat(old_values, new_values) ~ 'hidden|config_value'
FROM audit_logs
WHERE entity_type = 'config_versions'
ORDER BY id;

-- test: a change that is rolled back leaves no trail
SAVEPOINT before;
INSERT INTO keyword_sets (name) VALUES ('Shops');
ROLLBACK TO SAVEPOINT before;
-- rows:
--   0
SELECT count(*) FROM audit_logs WHERE entity_type = 'keyword_sets';
