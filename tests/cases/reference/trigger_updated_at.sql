-- Every write moves updated_at: seen on rows that claim to be of the year 2000.

-- setup
INSERT INTO users (id, email, first_name, last_name, password_hash, updated_at) VALUES
    ('a0000000-0000-0000-0000-000000000001', 'ada@example.com', 'Ada', 'Lovelace', 'hash', '2000-01-01');
INSERT INTO lead_generation_campaigns (id, name, owner_id, updated_at) VALUES
    ('c0000000-0000-0000-0000-000000000001', 'Shops', 'a0000000-0000-0000-0000-000000000001', '2000-01-01');

-- test: of a user
-- users_set_updated_at
UPDATE users SET first_name = 'Augusta';
-- rows:
--   t
SELECT updated_at = now() FROM users;

-- test: of a campaign
-- lead_generation_campaigns_set_updated_at
UPDATE lead_generation_campaigns SET name = 'Blogs';
-- rows:
--   t
SELECT updated_at = now() FROM lead_generation_campaigns;

-- test: of a campaign even when only its progress is written
UPDATE lead_generation_campaigns SET total_items = 5;
-- rows:
--   t
SELECT updated_at = now() FROM lead_generation_campaigns;

-- test: of a phase
-- campaign_phases_set_updated_at
INSERT INTO campaign_phases (campaign_id, phase_type, phase_order, updated_at) VALUES
    ('c0000000-0000-0000-0000-000000000001', 'analysis', 1, '2000-01-01');
UPDATE campaign_phases SET total_items = 5;
-- rows:
--   t
SELECT updated_at = now() FROM campaign_phases;

-- test: of a generated domain
-- generated_domains_set_updated_at
INSERT INTO generated_domains (campaign_id, offset_index, domain_name, tld, updated_at) VALUES
    ('c0000000-0000-0000-0000-000000000001', 0, 'a.com', 'com', '2000-01-01');
UPDATE generated_domains SET dns_status = 'ok';
-- rows:
--   t
SELECT updated_at = now() FROM generated_domains;

-- test: of a generator's state
-- domain_generation_config_states_set_updated_at
INSERT INTO domain_generation_config_states (config_hash, config_details, updated_at) VALUES
    (sha256('a'), '{}', '2000-01-01');
UPDATE domain_generation_config_states SET last_offset = 5;
-- rows:
--   t
SELECT updated_at = now() FROM domain_generation_config_states;

-- test: of a persona
-- personas_set_updated_at
INSERT INTO personas (name, persona_type, configuration, updated_at) VALUES ('Quad', 'dns', '{}', '2000-01-01');
UPDATE personas SET is_enabled = false;
-- rows:
--   t
SELECT updated_at = now() FROM personas;

-- test: of a proxy
-- proxies_set_updated_at
INSERT INTO proxies (name, protocol, host, port, updated_at) VALUES ('Exit', 'http', 'p.example.com', 3128, '2000-01-01');
UPDATE proxies SET health = 'healthy';
-- rows:
--   t
SELECT updated_at = now() FROM proxies;

-- test: of a pool of proxies
-- proxy_pools_set_updated_at
INSERT INTO proxy_pools (name, updated_at) VALUES ('Europe', '2000-01-01');
UPDATE proxy_pools SET strategy = 'random';
-- rows:
--   t
SELECT updated_at = now() FROM proxy_pools;

-- test: of a keyword set
-- keyword_sets_set_updated_at
INSERT INTO keyword_sets (name, updated_at) VALUES ('Shops', '2000-01-01');
UPDATE keyword_sets SET is_enabled = false;
-- rows:
--   t
SELECT updated_at = now() FROM keyword_sets;

-- test: of a keyword rule
-- keyword_rules_set_updated_at
INSERT INTO keyword_sets (id, name) VALUES ('50000000-0000-0000-0000-000000000001', 'Shops');
INSERT INTO keyword_rules (keyword_set_id, pattern, updated_at) VALUES
    ('50000000-0000-0000-0000-000000000001', 'basket', '2000-01-01');
UPDATE keyword_rules SET category = 'buying';
-- rows:
--   t
SELECT updated_at = now() FROM keyword_rules;

-- test: of the parameters of an HTTP phase
-- http_keyword_campaign_params_set_updated_at
INSERT INTO http_keyword_campaign_params (campaign_id, updated_at) VALUES
    ('c0000000-0000-0000-0000-000000000001', '2000-01-01');
UPDATE http_keyword_campaign_params SET batch_size = 10;
-- rows:
--   t
SELECT updated_at = now() FROM http_keyword_campaign_params;

-- test: of a retention policy
-- audit_retention_policies_set_updated_at
UPDATE audit_retention_policies SET retention = interval '3 years', updated_at = '2000-01-01' WHERE data_classification = 'public';
-- rows:
--   t
SELECT updated_at = now() FROM audit_retention_policies WHERE data_classification = 'public';

-- test: of a cache configuration
-- cache_configurations_set_updated_at
INSERT INTO cache_configurations (name, cache_type, updated_at) VALUES ('pages', 'http_response', '2000-01-01');
UPDATE cache_configurations SET max_entries = 10;
-- rows:
--   t
SELECT updated_at = now() FROM cache_configurations;

-- test: of a dependency between services
-- service_dependencies_set_updated_at
INSERT INTO service_dependencies (source_service, target_service, dependency_type, protocol, updated_at) VALUES
    ('api', 'store', 'synchronous', 'sql', '2000-01-01');
UPDATE service_dependencies SET is_active = false;
-- rows:
--   t
SELECT updated_at = now() FROM service_dependencies;

-- test: of a refactoring
-- architecture_refactor_log_set_updated_at
INSERT INTO architecture_refactor_log (service_name, refactor_type, title, reason, updated_at) VALUES
    ('api', 'split_module', 'Split it', 'too large', '2000-01-01');
UPDATE architecture_refactor_log SET effort_hours = 4;
-- rows:
--   t
SELECT updated_at = now() FROM architecture_refactor_log;

-- test: of a projection
-- event_projections_set_updated_at
INSERT INTO event_projections (projection_name, updated_at) VALUES ('totals', '2000-01-01');
UPDATE event_projections SET lag_events = 3;
-- rows:
--   t
SELECT updated_at = now() FROM event_projections;

-- test: a writer cannot set it to a time of its own
UPDATE users SET updated_at = '1990-01-01';
-- rows:
--   t
SELECT updated_at = now() FROM users;
