-- What a phase has to do, cut into jobs.

-- setup
INSERT INTO users (id, email, first_name, last_name, password_hash) VALUES
    ('a0000000-0000-0000-0000-000000000001', 'ada@example.com', 'Ada', 'Lovelace', 'hash');
INSERT INTO lead_generation_campaigns (id, name, owner_id) VALUES
    ('c0000000-0000-0000-0000-000000000001', 'Shops', 'a0000000-0000-0000-0000-000000000001'),
    ('c0000000-0000-0000-0000-000000000002', 'Blogs', 'a0000000-0000-0000-0000-000000000001');
CREATE TEMPORARY VIEW cut AS
SELECT
    job_type,
    string_agg(format('%s-%s', payload -> 'first_offset', payload -> 'end_offset'), ', ' ORDER BY (payload ->> 'first_offset')::bigint, (payload ->> 'end_offset')::bigint) AS batches
FROM campaign_jobs
GROUP BY job_type;

-- test: offsets are handed out once each, until there are no more
INSERT INTO domain_generation_campaign_params (campaign_id, pattern_type, variable_length, character_set, tld, num_domains_to_generate, total_possible_combinations) VALUES
    ('c0000000-0000-0000-0000-000000000001', 'prefix_variable', 2, 'abcde', 'com', 10, 25);
-- rows:
--   0 | 4
SELECT * FROM reserve_domain_offsets('c0000000-0000-0000-0000-000000000001', 4);
-- rows:
--   4 | 10
SELECT * FROM reserve_domain_offsets('c0000000-0000-0000-0000-000000000001', 100);
-- rows:
SELECT * FROM reserve_domain_offsets('c0000000-0000-0000-0000-000000000001', 1);
-- rows:
SELECT * FROM reserve_domain_offsets('c0000000-0000-0000-0000-000000000001', 0);
-- rows:
--   10 | 10 | 10
SELECT p.reserved_count, p.current_offset, s.last_offset
FROM domain_generation_campaign_params AS p
JOIN domain_generation_config_states AS s USING (config_hash);

-- test: campaigns of one configuration share its offsets, others have their own
INSERT INTO domain_generation_campaign_params (campaign_id, pattern_type, variable_length, character_set, tld, num_domains_to_generate, total_possible_combinations) VALUES
    ('c0000000-0000-0000-0000-000000000001', 'prefix_variable', 2, 'abcde', 'com', 20, 25),
    ('c0000000-0000-0000-0000-000000000002', 'prefix_variable', 2, 'abcde', 'com', 20, 25);
SELECT * FROM reserve_domain_offsets('c0000000-0000-0000-0000-000000000001', 15);
-- rows:
--   15 | 25
SELECT * FROM reserve_domain_offsets('c0000000-0000-0000-0000-000000000002', 15);
-- rows:
SELECT * FROM reserve_domain_offsets('c0000000-0000-0000-0000-000000000001', 5);

-- test: a campaign without a generator has no offsets
-- refused: P0002 campaign c0000000-0000-0000-0000-000000000001 has no generator parameters
SELECT reserve_domain_offsets('c0000000-0000-0000-0000-000000000001', 5);
-- refused: P0002 has no generator parameters
SELECT create_phase_jobs('c0000000-0000-0000-0000-000000000001', 'domain_generation');

-- test: generation is cut into batches once
INSERT INTO domain_generation_campaign_params (campaign_id, pattern_type, variable_length, character_set, tld, num_domains_to_generate, total_possible_combinations) VALUES
    ('c0000000-0000-0000-0000-000000000001', 'prefix_variable', 2, 'abcde', 'com', 25, 25);
-- rows:
--   3
SELECT create_phase_jobs('c0000000-0000-0000-0000-000000000001', 'domain_generation', 10, 7, 2);
-- rows:
--   0
SELECT create_phase_jobs('c0000000-0000-0000-0000-000000000001', 'domain_generation', 10, 7, 2);
-- rows:
--   domain_generation | 0-10, 10-20, 20-25
SELECT * FROM cut;
-- rows:
--   pending | 7 | 2 | domain_generation:0-10
SELECT status, priority, max_attempts, idempotency_key FROM campaign_jobs WHERE payload ->> 'first_offset' = '0';

-- test: a generator that was given more to do gets jobs for the rest only
INSERT INTO domain_generation_campaign_params (campaign_id, pattern_type, variable_length, character_set, tld, num_domains_to_generate, total_possible_combinations) VALUES
    ('c0000000-0000-0000-0000-000000000001', 'prefix_variable', 2, 'abcde', 'com', 5, 25);
SELECT create_phase_jobs('c0000000-0000-0000-0000-000000000001', 'domain_generation', 10);
UPDATE domain_generation_campaign_params SET num_domains_to_generate = 20;
-- rows:
--   2
SELECT create_phase_jobs('c0000000-0000-0000-0000-000000000001', 'domain_generation', 10);
-- rows:
--   domain_generation | 0-5, 5-15, 15-20
SELECT * FROM cut;

-- test: each later phase gets jobs for the domains that wait for it, and none without
INSERT INTO generated_domains (campaign_id, offset_index, domain_name, tld, dns_status, http_status)
SELECT
    'c0000000-0000-0000-0000-000000000001',
    n,
    n || '.com',
    'com',
    CASE WHEN n < 5 THEN 'pending' ELSE 'ok' END::domain_dns_status_enum,
    CASE WHEN n < 8 THEN 'pending' ELSE 'ok' END::domain_http_status_enum
FROM generate_series(0, 8) AS g (n);
-- rows:
--   3
SELECT create_phase_jobs('c0000000-0000-0000-0000-000000000001', 'dns_validation', 2);
-- rows:
--   2
SELECT create_phase_jobs('c0000000-0000-0000-0000-000000000001', 'http_keyword_validation', 2);
-- rows:
--   1
SELECT create_phase_jobs('c0000000-0000-0000-0000-000000000001', 'analysis', 2);
-- rows:
--   dns_validation | 0-2, 2-4, 4-5
--   http_keyword_validation | 5-7, 7-8
--   analysis | 8-9
SELECT * FROM cut ORDER BY job_type;
-- rows:
--   0
SELECT create_phase_jobs('c0000000-0000-0000-0000-000000000002', 'dns_validation');

-- test: asked again while the first jobs are at work, it adds nothing
INSERT INTO generated_domains (campaign_id, offset_index, domain_name, tld)
SELECT 'c0000000-0000-0000-0000-000000000001', n, n || '.com', 'com' FROM generate_series(0, 5) AS g (n);
-- rows:
--   3
SELECT create_phase_jobs('c0000000-0000-0000-0000-000000000001', 'dns_validation', 2);
UPDATE generated_domains SET dns_status = 'ok' WHERE offset_index IN (0, 3);
-- rows:
--   0
SELECT create_phase_jobs('c0000000-0000-0000-0000-000000000001', 'dns_validation', 2);

-- test: domains that came later are cut into jobs of their own
INSERT INTO generated_domains (campaign_id, offset_index, domain_name, tld)
SELECT 'c0000000-0000-0000-0000-000000000001', n, n || '.com', 'com' FROM generate_series(0, 2) AS g (n);
SELECT create_phase_jobs('c0000000-0000-0000-0000-000000000001', 'dns_validation', 2);
INSERT INTO generated_domains (campaign_id, offset_index, domain_name, tld)
SELECT 'c0000000-0000-0000-0000-000000000001', n, n || '.com', 'com' FROM generate_series(3, 6) AS g (n);
SELECT enqueue_job('c0000000-0000-0000-0000-000000000001', 'dns_validation', '{"by": "hand"}', 'by hand');
-- rows:
--   2
SELECT create_phase_jobs('c0000000-0000-0000-0000-000000000001', 'dns_validation', 2);
-- rows:
--   dns_validation | 0-2, 2-3, 3-5, 5-7, -
SELECT * FROM cut;

-- test: domains that a completed job left behind are cut again, those of a dead job are requeued
INSERT INTO generated_domains (campaign_id, offset_index, domain_name, tld)
SELECT 'c0000000-0000-0000-0000-000000000001', n, n || '.com', 'com' FROM generate_series(0, 5) AS g (n);
SELECT create_phase_jobs('c0000000-0000-0000-0000-000000000001', 'dns_validation', 3, p_max_attempts => 1);
UPDATE campaign_jobs SET status = 'queued';
SELECT complete_job(j.id, j.fencing_token) FROM claim_jobs('w', 'dns_validation', 2) AS j WHERE j.payload ->> 'first_offset' = '0';
SELECT fail_job(id, fencing_token, 'timeout') FROM campaign_jobs WHERE status = 'running';
UPDATE generated_domains SET dns_status = 'ok' WHERE offset_index IN (0, 3);
-- rows:
--   1
SELECT create_phase_jobs('c0000000-0000-0000-0000-000000000001', 'dns_validation', 3);
-- rows:
--   dns_validation | 0-3, 1-3, 3-6
SELECT * FROM cut;

-- test: jobs of a running campaign are queued, those of another wait
INSERT INTO generated_domains (campaign_id, offset_index, domain_name, tld) VALUES
    ('c0000000-0000-0000-0000-000000000001', 0, 'a.com', 'com'),
    ('c0000000-0000-0000-0000-000000000002', 0, 'a.com', 'com');
SELECT configure_campaign_phase('c0000000-0000-0000-0000-000000000001', 'dns_validation', '{}');
SELECT start_campaign('c0000000-0000-0000-0000-000000000001');
SELECT create_phase_jobs(id, 'dns_validation') FROM lead_generation_campaigns;
-- rows:
--   Shops | queued
--   Blogs | pending
SELECT c.name, j.status FROM campaign_jobs AS j JOIN lead_generation_campaigns AS c ON c.id = j.campaign_id ORDER BY c.id;

-- test: a batch has at least one domain, and a campaign that is over gets no jobs
-- refused: 22023 a batch has at least one domain, not 0
SELECT create_phase_jobs('c0000000-0000-0000-0000-000000000001', 'dns_validation', 0);
-- refused: P0002 there is no campaign
SELECT create_phase_jobs('c0000000-0000-0000-0000-00000000dead', 'dns_validation');
SELECT cancel_campaign('c0000000-0000-0000-0000-000000000001');
-- refused: SC011 is cancelled and gets no more jobs
SELECT create_phase_jobs('c0000000-0000-0000-0000-000000000001', 'dns_validation');
