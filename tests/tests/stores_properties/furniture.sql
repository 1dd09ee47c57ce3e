-- Rows for others to refer to. Kept small, and legal by the schema's own checks.
INSERT INTO users (email, first_name, last_name, password_hash)
    SELECT 'user' || n || '@example.org', 'User', n::text, 'hash' FROM generate_series(1, 5) AS g (n);
INSERT INTO user_sessions (user_id, token_hash, client_address, expires_at)
    SELECT id, sha256(id::text::bytea), '10.0.0.1', '2999-01-01' FROM users;
-- Campaigns that others refer to, some of them without what each campaign has once.
INSERT INTO lead_generation_campaigns (name, owner_id)
    SELECT k.kind || n, (SELECT min(id::text)::uuid FROM users)
    FROM unnest(ARRAY['plain ', 'eventless ', 'bare ']) AS k (kind), generate_series(1, 5) AS g (n);
DELETE FROM campaign_event_sequences AS s
    USING lead_generation_campaigns AS c WHERE c.id = s.campaign_id AND c.name LIKE 'eventless %';
INSERT INTO users (email, first_name, last_name, password_hash) VALUES
    ('keeper@example.org', 'K', 'K', 'hash'), ('lonely@example.org', 'L', 'L', 'hash');
INSERT INTO campaign_access_grants (campaign_id, grantee_id, grant_kind, granted_by, granted_at)
    SELECT c.id, u.id, 'admin', u.id, '1000-01-01' FROM lead_generation_campaigns AS c, users AS u
    WHERE c.name LIKE 'plain %' AND u.email LIKE 'keeper%';
INSERT INTO http_keyword_campaign_params (campaign_id)
    SELECT id FROM lead_generation_campaigns WHERE name LIKE 'plain %';
INSERT INTO campaign_state_events (campaign_id, event_type, reason)
    SELECT id, 'note_added', 'free' FROM lead_generation_campaigns WHERE name LIKE 'plain %';
INSERT INTO generated_domains (campaign_id, offset_index, domain_name, tld)
    SELECT id, -1 + n * 10 + 1, n || '.com', 'com'
    FROM lead_generation_campaigns, generate_series(1, 2) AS g (n) WHERE name LIKE 'plain %';
INSERT INTO http_keyword_results (campaign_id, domain_id, attempt, status)
    SELECT campaign_id, id, 1, 'ok' FROM generated_domains;
INSERT INTO personas (name, persona_type, configuration)
    SELECT 'persona ' || n, 'http', '{}' FROM generate_series(1, 5) AS g (n);
INSERT INTO proxies (name, protocol, host, port)
    SELECT 'proxy ' || n, 'socks5', 'host' || n, 1080 FROM generate_series(1, 5) AS g (n);
INSERT INTO proxy_pools (name) SELECT 'pool ' || n FROM generate_series(1, 5) AS g (n);
INSERT INTO keyword_sets (name) SELECT 'set ' || n FROM generate_series(1, 5) AS g (n);
INSERT INTO cache_configurations (name, cache_type) SELECT 'cache ' || n, 'computed' FROM generate_series(1, 3) AS g (n);
INSERT INTO cache_invalidations (configuration_id, kind) SELECT id, 'everything' FROM cache_configurations;
INSERT INTO service_dependencies (source_service, target_service, dependency_type, protocol)
    SELECT 'service ' || n, 'database', 'synchronous', 'sql' FROM generate_series(1, 3) AS g (n);
INSERT INTO config_versions (config_key, config_value, change_type, proposed_by)
    SELECT 'key', '1', 'create', id FROM users WHERE email LIKE 'user%';
-- Its key has no more values than rows.
DELETE FROM audit_retention_policies;
