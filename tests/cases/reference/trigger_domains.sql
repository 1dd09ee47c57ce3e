-- Counters of domains, right after every kind of write, and the identity of a generator.

-- setup
INSERT INTO users (id, email, first_name, last_name, password_hash) VALUES
    ('a0000000-0000-0000-0000-000000000001', 'ada@example.com', 'Ada', 'Lovelace', 'hash');
INSERT INTO lead_generation_campaigns (id, name, owner_id) VALUES
    ('c0000000-0000-0000-0000-000000000001', 'Shops', 'a0000000-0000-0000-0000-000000000001'),
    ('c0000000-0000-0000-0000-000000000002', 'Blogs', 'a0000000-0000-0000-0000-000000000001');

-- test: domains are counted as they are inserted, one by one
-- generated_domains_count_insert
INSERT INTO generated_domains (campaign_id, offset_index, domain_name, tld) VALUES ('c0000000-0000-0000-0000-000000000001', 0, 'a.com', 'com');
INSERT INTO generated_domains (campaign_id, offset_index, domain_name, tld, dns_status) VALUES ('c0000000-0000-0000-0000-000000000001', 1, 'b.com', 'com', 'ok');
-- rows:
--   2 | 1 | 1 | 2 | 2
SELECT total, dns_pending, dns_ok, http_pending, lead_pending FROM campaign_domain_counts('c0000000-0000-0000-0000-000000000001');

-- test: a batch over two campaigns is counted for each, with every status in its own column
INSERT INTO generated_domains (campaign_id, offset_index, domain_name, tld, dns_status, http_status, lead_status)
SELECT
    'c0000000-0000-0000-0000-000000000001'::uuid,
    n,
    n || '.com',
    'com',
    (enum_range(NULL::domain_dns_status_enum))[n % 4 + 1],
    (enum_range(NULL::domain_http_status_enum))[n % 3 + 1],
    (enum_range(NULL::domain_lead_status_enum))[n % 5 + 1]
FROM generate_series(0, 99) AS g (n)
UNION ALL
SELECT 'c0000000-0000-0000-0000-000000000002', n, n || '.net', 'net', 'timeout', 'timeout', 'timeout'
FROM generate_series(0, 6) AS g (n);
-- rows:
--   100 | 25 | 25 | 25 | 25 | 34 | 33 | 33 | 0 | 20 | 20 | 20 | 20 | 20
--   7 | 0 | 0 | 0 | 7 | 0 | 0 | 0 | 7 | 0 | 0 | 0 | 0 | 7
SELECT d.*
FROM lead_generation_campaigns AS c
CROSS JOIN LATERAL campaign_domain_counts(c.id) AS d
ORDER BY c.id;

-- test: a change of status moves a domain from one counter to another
-- generated_domains_count_update
INSERT INTO generated_domains (campaign_id, offset_index, domain_name, tld)
SELECT 'c0000000-0000-0000-0000-000000000001', n, n || '.com', 'com' FROM generate_series(0, 9) AS g (n);
UPDATE generated_domains SET dns_status = 'ok' WHERE offset_index < 7;
UPDATE generated_domains SET dns_status = 'error' WHERE offset_index = 7;
UPDATE generated_domains SET http_status = 'ok', lead_status = 'match' WHERE offset_index < 2;
-- rows:
--   10 | 2 | 7 | 1 | 0 | 8 | 2 | 8 | 2
SELECT total, dns_pending, dns_ok, dns_error, dns_timeout, http_pending, http_ok, lead_pending, lead_match
FROM campaign_domain_counts('c0000000-0000-0000-0000-000000000001');

-- test: an update that leaves the status alone leaves the counters alone
INSERT INTO generated_domains (campaign_id, offset_index, domain_name, tld) VALUES ('c0000000-0000-0000-0000-000000000001', 0, 'a.com', 'com');
DELETE FROM campaign_domain_counters;
UPDATE generated_domains SET dns_reason = 'slow';
UPDATE generated_domains SET dns_status = 'ok' WHERE false;
-- rows:
--   0
SELECT count(*) FROM campaign_domain_counters;

-- test: a domain that is moved to another campaign is counted there
INSERT INTO generated_domains (campaign_id, offset_index, domain_name, tld) VALUES ('c0000000-0000-0000-0000-000000000001', 0, 'a.com', 'com');
UPDATE generated_domains SET campaign_id = 'c0000000-0000-0000-0000-000000000002';
-- rows:
--   Blogs | 1
--   Shops | 0
SELECT c.name, d.total FROM lead_generation_campaigns AS c CROSS JOIN LATERAL campaign_domain_counts(c.id) AS d ORDER BY c.name;

-- test: domains that are deleted are no longer counted
-- generated_domains_count_delete
INSERT INTO generated_domains (campaign_id, offset_index, domain_name, tld, dns_status)
SELECT 'c0000000-0000-0000-0000-000000000001', n, n || '.com', 'com', CASE WHEN n < 4 THEN 'ok' ELSE 'error' END::domain_dns_status_enum
FROM generate_series(0, 9) AS g (n);
DELETE FROM generated_domains WHERE offset_index BETWEEN 3 AND 8;
-- rows:
--   4 | 3 | 1
SELECT total, dns_ok, dns_error FROM campaign_domain_counts('c0000000-0000-0000-0000-000000000001');

-- test: an insert that meets an existing name is counted once, as the update that it is
INSERT INTO generated_domains (campaign_id, offset_index, domain_name, tld) VALUES ('c0000000-0000-0000-0000-000000000001', 0, 'a.com', 'com');
INSERT INTO generated_domains (campaign_id, offset_index, domain_name, tld) VALUES
    ('c0000000-0000-0000-0000-000000000001', 0, 'a.com', 'com'),
    ('c0000000-0000-0000-0000-000000000001', 1, 'b.com', 'com')
ON CONFLICT (campaign_id, offset_index) DO UPDATE SET dns_status = 'ok';
-- rows:
--   2 | 1 | 1
SELECT total, dns_pending, dns_ok FROM campaign_domain_counts('c0000000-0000-0000-0000-000000000001');

-- test: a table that is emptied has nothing to count
-- generated_domains_count_truncate
INSERT INTO generated_domains (campaign_id, offset_index, domain_name, tld) VALUES ('c0000000-0000-0000-0000-000000000001', 0, 'a.com', 'com');
TRUNCATE generated_domains CASCADE;
-- rows:
--   0
SELECT total FROM campaign_domain_counts('c0000000-0000-0000-0000-000000000001');

-- test: a generator is known by the hash of what decides its sequence
-- domain_generation_campaign_params_set_config_hash
INSERT INTO domain_generation_campaign_params (campaign_id, pattern_type, variable_length, character_set, constant_string, tld, num_domains_to_generate, total_possible_combinations) VALUES
    ('c0000000-0000-0000-0000-000000000001', 'prefix_variable', 2, 'abc', 'shop', 'com', 9, 9),
    ('c0000000-0000-0000-0000-000000000002', 'prefix_variable', 2, 'abc', 'shop', 'com', 5, 9);
-- rows:
--   1 | t | t
SELECT
    count(DISTINCT p.config_hash),
    bool_and(p.config_hash = jsonb_sha256(domain_generation_config('prefix_variable', 2, 'abc', 'shop', 'com'))),
    bool_and(s.config_details = domain_generation_config('prefix_variable', 2, 'abc', 'shop', 'com'))
FROM domain_generation_campaign_params AS p
JOIN domain_generation_config_states AS s ON s.config_hash = p.config_hash;

-- test: another sequence has another hash, and updated_at moves
INSERT INTO domain_generation_campaign_params (campaign_id, pattern_type, variable_length, character_set, tld, num_domains_to_generate, total_possible_combinations, updated_at) VALUES
    ('c0000000-0000-0000-0000-000000000001', 'prefix_variable', 2, 'abc', 'com', 9, 9, '2000-01-01');
UPDATE domain_generation_campaign_params SET character_set = 'acb';
-- rows:
--   t | t
SELECT config_hash = jsonb_sha256(domain_generation_config('prefix_variable', 2, 'acb', '', 'com')), updated_at = now()
FROM domain_generation_campaign_params;

-- test: parameters are fixed once offsets were handed out, the number of domains is not
INSERT INTO domain_generation_campaign_params (campaign_id, pattern_type, variable_length, character_set, tld, num_domains_to_generate, total_possible_combinations) VALUES
    ('c0000000-0000-0000-0000-000000000001', 'prefix_variable', 2, 'abc', 'com', 5, 9);
SELECT * FROM reserve_domain_offsets('c0000000-0000-0000-0000-000000000001', 2);
-- refused: SC010 has already generated domains from its parameters hint: Create another campaign for other parameters.
UPDATE domain_generation_campaign_params SET tld = 'net';
UPDATE domain_generation_campaign_params SET num_domains_to_generate = 9;
