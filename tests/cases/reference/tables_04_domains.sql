-- Generated domains, counters, generator parameters and DNS results: legal rows are taken, illegal ones refused.

-- setup
INSERT INTO users (id, email, first_name, last_name, password_hash)
VALUES ('a0000000-0000-0000-0000-000000000001', 'ada@example.com', 'Ada', 'Lovelace', 'hash');
INSERT INTO lead_generation_campaigns (id, name, owner_id) VALUES
    ('c0000000-0000-0000-0000-000000000001', 'Spring', 'a0000000-0000-0000-0000-000000000001'),
    ('c0000000-0000-0000-0000-000000000002', 'Summer', 'a0000000-0000-0000-0000-000000000001');
INSERT INTO domain_generation_campaign_params (
    campaign_id, pattern_type, variable_length, character_set, constant_string, tld, num_domains_to_generate, total_possible_combinations
) VALUES ('c0000000-0000-0000-0000-000000000001', 'prefix_variable', 2, 'abc', 'lead', 'com', 5, 9);
INSERT INTO generated_domains (campaign_id, id, offset_index, domain_name, tld)
OVERRIDING SYSTEM VALUE
VALUES ('c0000000-0000-0000-0000-000000000001', 1000001, 0, 'aalead.com', 'com');
INSERT INTO dns_validation_results (campaign_id, domain_id, attempt, status)
VALUES ('c0000000-0000-0000-0000-000000000001', 1000001, 1, 'ok');

-- generated_domains

-- test: a new domain waits for every check and has no score
-- rows:
--   pending | {} | 0 | pending | {} | 0 | pending | ∅ | ∅
SELECT dns_status, dns_addresses, dns_attempts, http_status, http_keywords, http_attempts, lead_status, lead_score, last_validated_at
FROM generated_domains;

-- test: a domain takes the outcome of every check
UPDATE generated_domains
SET source_keyword = 'lead', source_pattern = '??lead', dns_status = 'ok', dns_reason = 'answered', dns_addresses = '{192.0.2.1,2001:db8::1}',
    dns_attempts = 1, http_status = 'ok', http_reason = 'fetched', http_status_code = 200, http_title = 'Lead', http_keywords = '{lead}',
    http_attempts = 1, lead_status = 'match', lead_score = 87.5, last_validated_at = now();
-- rows:
--   {192.0.2.1,2001:db8::1} | 87.50
SELECT dns_addresses, lead_score FROM generated_domains;

-- test: domains of a campaign get numbers of their own accord
INSERT INTO generated_domains (campaign_id, offset_index, domain_name, tld)
VALUES ('c0000000-0000-0000-0000-000000000002', 1, 'ablead.com', 'com'), ('c0000000-0000-0000-0000-000000000002', 2, 'aclead.com', 'com');
-- rows:
--   2
SELECT count(DISTINCT id) FROM generated_domains WHERE campaign_id = 'c0000000-0000-0000-0000-000000000002';

-- test: no two domains of a campaign have one number
-- refused: 23505 generated_domains_pkey
INSERT INTO generated_domains (campaign_id, id, offset_index, domain_name, tld)
OVERRIDING SYSTEM VALUE
VALUES ('c0000000-0000-0000-0000-000000000001', 1000001, 1, 'ablead.com', 'com');

-- test: no two domains of a campaign have one offset
-- refused: 23505 generated_domains_campaign_id_offset_index_key
INSERT INTO generated_domains (campaign_id, offset_index, domain_name, tld) VALUES ('c0000000-0000-0000-0000-000000000001', 0, 'ablead.com', 'com');

-- test: no two domains of a campaign have one name
-- refused: 23505 generated_domains_campaign_id_domain_name_key
INSERT INTO generated_domains (campaign_id, offset_index, domain_name, tld) VALUES ('c0000000-0000-0000-0000-000000000001', 1, 'aalead.com', 'com');

-- test: two campaigns may have the same name at the same offset
INSERT INTO generated_domains (campaign_id, offset_index, domain_name, tld) VALUES ('c0000000-0000-0000-0000-000000000002', 0, 'aalead.com', 'com');

-- test: offsets count from 0
-- refused: 23514 generated_domains_offset_index_check
UPDATE generated_domains SET offset_index = -1;

-- test: the name of a domain is in lower case and not empty
-- refused: 23514 generated_domains_domain_name_check
UPDATE generated_domains SET domain_name = 'AAlead.com';
-- refused: 23514 generated_domains_domain_name_check
UPDATE generated_domains SET domain_name = '';

-- test: an HTTP status code lies between 100 and 599
-- refused: 23514 generated_domains_http_status_code_check
UPDATE generated_domains SET http_status_code = 99;
-- refused: 23514 generated_domains_http_status_code_check
UPDATE generated_domains SET http_status_code = 600;

-- test: attempts to check a domain are never fewer than none
-- refused: 23514 generated_domains_attempts_check
UPDATE generated_domains SET dns_attempts = -1;
-- refused: 23514 generated_domains_attempts_check
UPDATE generated_domains SET http_attempts = -1;

-- test: a lead score lies between 0 and 100
-- refused: 23514 score_range_check
UPDATE generated_domains SET lead_score = 101;

-- test: a domain belongs to a campaign that exists
-- refused: 23503 generated_domains_campaign_id_fkey
INSERT INTO generated_domains (campaign_id, offset_index, domain_name, tld) VALUES ('c0000000-0000-0000-0000-000000000009', 0, 'aalead.com', 'com');

-- test: a domain has a campaign, an offset, a name and a top-level domain
-- refused: 23502 "campaign_id" of relation "generated_domains"
INSERT INTO generated_domains (offset_index, domain_name, tld) VALUES (1, 'ablead.com', 'com');
-- refused: 23502 "offset_index" of relation "generated_domains"
UPDATE generated_domains SET offset_index = NULL;
-- refused: 23502 "domain_name" of relation "generated_domains"
UPDATE generated_domains SET domain_name = NULL;
-- refused: 23502 "tld" of relation "generated_domains"
UPDATE generated_domains SET tld = NULL;

-- campaign_domain_counters

-- test: a domain is counted once in each of its states
-- rows:
--   1 | 1 | 0 | 1 | 0 | 1 | 0
SELECT sum(total), sum(dns_pending), sum(dns_ok), sum(http_pending), sum(http_ok), sum(lead_pending), sum(lead_match) FROM campaign_domain_counters;

-- test: one shard may go below zero as long as its states add up
INSERT INTO campaign_domain_counters (campaign_id, shard, total, dns_ok, http_error, lead_timeout) VALUES ('c0000000-0000-0000-0000-000000000002', 15, -1, -1, -1, -1);

-- test: a campaign has 16 shards at most, each once
INSERT INTO campaign_domain_counters (campaign_id, shard)
SELECT 'c0000000-0000-0000-0000-000000000002', shard FROM generate_series(0, 15) AS shard;
-- refused: 23505 campaign_domain_counters_pkey
INSERT INTO campaign_domain_counters (campaign_id, shard) VALUES ('c0000000-0000-0000-0000-000000000002', 0);
-- refused: 23514 campaign_domain_counters_shard_check
INSERT INTO campaign_domain_counters (campaign_id, shard) VALUES ('c0000000-0000-0000-0000-000000000002', 16);
-- refused: 23514 campaign_domain_counters_shard_check
INSERT INTO campaign_domain_counters (campaign_id, shard) VALUES ('c0000000-0000-0000-0000-000000000002', -1);

-- test: the states of each check add up to the total
-- refused: 23514 campaign_domain_counters_dns_check
UPDATE campaign_domain_counters SET dns_pending = 0;
-- refused: 23514 campaign_domain_counters_http_check
UPDATE campaign_domain_counters SET http_pending = 0;
-- refused: 23514 campaign_domain_counters_lead_check
UPDATE campaign_domain_counters SET lead_pending = 0;

-- test: counters belong to a campaign that exists
-- refused: 23503 campaign_domain_counters_campaign_id_fkey
INSERT INTO campaign_domain_counters (campaign_id, shard) VALUES ('c0000000-0000-0000-0000-000000000009', 0);

-- domain_generation_campaign_params

-- test: a generator starts at offset 0, and its configuration is registered
-- rows:
--   0 | 0 | 0 | abc
SELECT p.reserved_count, p.current_offset, s.last_offset, s.config_details ->> 'character_set'
FROM domain_generation_campaign_params AS p
JOIN domain_generation_config_states AS s USING (config_hash);

-- test: campaigns with the same configuration share its state
INSERT INTO domain_generation_campaign_params (
    campaign_id, pattern_type, variable_length, character_set, constant_string, tld, num_domains_to_generate, total_possible_combinations
) VALUES ('c0000000-0000-0000-0000-000000000002', 'prefix_variable', 2, 'abc', 'lead', 'com', 9, 9);
-- rows:
--   2 | 1
SELECT (SELECT count(*) FROM domain_generation_campaign_params), (SELECT count(*) FROM domain_generation_config_states);

-- test: characters in another order are another configuration
INSERT INTO domain_generation_campaign_params (
    campaign_id, pattern_type, variable_length, character_set, constant_string, tld, num_domains_to_generate, total_possible_combinations
) VALUES ('c0000000-0000-0000-0000-000000000002', 'prefix_variable', 2, 'cba', 'lead', 'com', 9, 9);
-- rows:
--   2
SELECT count(*) FROM domain_generation_config_states;

-- test: a generator may need no constant, and its top-level domain may be of two levels
UPDATE domain_generation_campaign_params SET constant_string = '', tld = 'co.uk';

-- test: a campaign has one generator
-- refused: 23505 domain_generation_campaign_params_pkey
INSERT INTO domain_generation_campaign_params (
    campaign_id, pattern_type, variable_length, character_set, tld, num_domains_to_generate, total_possible_combinations
) VALUES ('c0000000-0000-0000-0000-000000000001', 'suffix_variable', 1, 'ab', 'com', 2, 2);

-- test: a generator draws from letters, digits and hyphens
-- refused: 23514 generator_alphabet_characters_check
UPDATE domain_generation_campaign_params SET character_set = 'ABC';
-- refused: 23514 generator_alphabet_characters_check
UPDATE domain_generation_campaign_params SET character_set = '';
-- refused: 23514 generator_alphabet_characters_check
UPDATE domain_generation_campaign_params SET character_set = 'a.b';

-- test: a generator draws from each character once
-- refused: 23514 generator_alphabet_distinct_check
UPDATE domain_generation_campaign_params SET character_set = 'abca';

-- test: a generator varies one character at least
-- refused: 23514 domain_generation_campaign_params_variable_length_check
UPDATE domain_generation_campaign_params SET variable_length = 0;

-- test: a label is 63 characters long at most
UPDATE domain_generation_campaign_params SET variable_length = 59;
-- refused: 23514 domain_generation_campaign_params_label_check
UPDATE domain_generation_campaign_params SET variable_length = 60;
UPDATE domain_generation_campaign_params SET variable_length = 29, pattern_type = 'both_variable';
-- refused: 23514 domain_generation_campaign_params_label_check
UPDATE domain_generation_campaign_params SET variable_length = 30;

-- test: the constant part is of letters, digits and hyphens
-- refused: 23514 domain_generation_campaign_params_constant_check
UPDATE domain_generation_campaign_params SET constant_string = 'Lead';
-- refused: 23514 domain_generation_campaign_params_constant_check
UPDATE domain_generation_campaign_params SET constant_string = 'le.ad';

-- test: a top-level domain is in lower case, without a dot at either end
-- refused: 23514 domain_generation_campaign_params_tld_check
UPDATE domain_generation_campaign_params SET tld = '.com';
-- refused: 23514 domain_generation_campaign_params_tld_check
UPDATE domain_generation_campaign_params SET tld = 'com.';
-- refused: 23514 domain_generation_campaign_params_tld_check
UPDATE domain_generation_campaign_params SET tld = 'COM';
-- refused: 23514 domain_generation_campaign_params_tld_check
UPDATE domain_generation_campaign_params SET tld = '';

-- test: a generator makes some domains, and no more than its space holds
UPDATE domain_generation_campaign_params SET num_domains_to_generate = 9;
-- refused: 23514 domain_generation_campaign_params_number_check
UPDATE domain_generation_campaign_params SET num_domains_to_generate = 10;
-- refused: 23514 domain_generation_campaign_params_number_check
UPDATE domain_generation_campaign_params SET num_domains_to_generate = 0;

-- test: no more domains are reserved than are to be made
UPDATE domain_generation_campaign_params SET reserved_count = 5;
-- refused: 23514 domain_generation_campaign_params_reserved_check
UPDATE domain_generation_campaign_params SET reserved_count = 6;
-- refused: 23514 domain_generation_campaign_params_reserved_check
UPDATE domain_generation_campaign_params SET reserved_count = -1;

-- test: the offset stays within the generator's space
UPDATE domain_generation_campaign_params SET current_offset = 9;
-- refused: 23514 domain_generation_campaign_params_offset_check
UPDATE domain_generation_campaign_params SET current_offset = 10;
-- refused: 23514 domain_generation_campaign_params_offset_check
UPDATE domain_generation_campaign_params SET current_offset = -1;

-- test: a generator belongs to a campaign that exists
-- refused: 23503 domain_generation_campaign_params_campaign_id_fkey
UPDATE domain_generation_campaign_params SET campaign_id = 'c0000000-0000-0000-0000-000000000009';

-- test: a configuration that a campaign uses is not deleted
-- refused: 23503 domain_generation_campaign_params_config_hash_fkey
DELETE FROM domain_generation_config_states;

-- test: a generator has a pattern, characters and a top-level domain
-- refused: 23502 "pattern_type" of relation "domain_generation_campaign_params"
UPDATE domain_generation_campaign_params SET pattern_type = NULL;
-- refused: 23502 "character_set" of relation "domain_generation_campaign_params"
UPDATE domain_generation_campaign_params SET character_set = NULL;
-- refused: 23502 "tld" of relation "domain_generation_campaign_params"
UPDATE domain_generation_campaign_params SET tld = NULL;

-- domain_generation_config_states

-- test: a configuration is registered once
-- refused: 23505 domain_generation_config_states_pkey
INSERT INTO domain_generation_config_states (config_hash, config_details) SELECT config_hash, '{}' FROM domain_generation_config_states;

-- test: a configuration has counted from 0 on
-- refused: 23514 domain_generation_config_states_last_offset_check
UPDATE domain_generation_config_states SET last_offset = -1;

-- test: details of a configuration are an object
-- refused: 23514 domain_generation_config_states_config_details_check
UPDATE domain_generation_config_states SET config_details = '[]';
-- refused: 23502 "config_details" of relation "domain_generation_config_states"
UPDATE domain_generation_config_states SET config_details = NULL;

-- test: a configuration is known by a SHA-256
-- refused: 23514 sha256_digest_length_check
INSERT INTO domain_generation_config_states (config_hash, config_details) VALUES ('\x00', '{}');

-- dns_validation_results

-- test: a DNS check may have found nothing
-- rows:
--   {} | {} | {} | {} | {} | {} | t
SELECT a_records, aaaa_records, cname_records, mx_records, ns_records, txt_records, checked_at = now() FROM dns_validation_results;

-- test: a DNS check keeps the records it found and the persona it was made with
INSERT INTO personas (id, name, persona_type, configuration) VALUES ('d0000000-0000-0000-0000-000000000001', 'Resolver', 'dns', '{}');
UPDATE dns_validation_results
SET a_records = '{192.0.2.1}', aaaa_records = '{2001:db8::1}', mx_records = ARRAY[ROW(10, 'mail.example.com')::dns_mx_record],
    ns_records = '{ns.example.com}', txt_records = '{v=spf1}', response_time_ms = 12, validated_by_persona_id = 'd0000000-0000-0000-0000-000000000001';
-- rows:
--   10 | mail.example.com
SELECT (mx_records[1]).preference, (mx_records[1]).exchange FROM dns_validation_results;
DELETE FROM personas;
-- rows:
--   ∅
SELECT validated_by_persona_id FROM dns_validation_results;

-- test: a domain has one DNS check for each attempt
INSERT INTO dns_validation_results (campaign_id, domain_id, attempt, status) VALUES ('c0000000-0000-0000-0000-000000000001', 1000001, 2, 'timeout');
-- refused: 23505 dns_validation_results_pkey
INSERT INTO dns_validation_results (campaign_id, domain_id, attempt, status) VALUES ('c0000000-0000-0000-0000-000000000001', 1000001, 1, 'error');

-- test: DNS attempts count from 1
-- refused: 23514 dns_validation_results_attempt_check
UPDATE dns_validation_results SET attempt = 0;

-- test: a DNS check that was made is not pending
-- refused: 23514 dns_validation_results_status_check
UPDATE dns_validation_results SET status = 'pending';

-- test: an answer takes no negative time
-- refused: 23514 dns_validation_results_response_time_check
UPDATE dns_validation_results SET response_time_ms = -1;

-- test: a DNS check is of a domain of that campaign
-- refused: 23503 dns_validation_results_domain_fkey
UPDATE dns_validation_results SET domain_id = 1000002;
-- refused: 23503 dns_validation_results_domain_fkey
UPDATE dns_validation_results SET campaign_id = 'c0000000-0000-0000-0000-000000000002';

-- test: a DNS check is made with a persona that exists
-- refused: 23503 dns_validation_results_validated_by_persona_id_fkey
UPDATE dns_validation_results SET validated_by_persona_id = 'd0000000-0000-0000-0000-000000000009';

-- test: a DNS check has a domain, an attempt and a status
-- refused: 23502 "domain_id" of relation "dns_validation_results"
UPDATE dns_validation_results SET domain_id = NULL;
-- refused: 23502 "attempt" of relation "dns_validation_results"
UPDATE dns_validation_results SET attempt = NULL;
-- refused: 23502 "status" of relation "dns_validation_results"
UPDATE dns_validation_results SET status = NULL;

-- what a campaign takes along

-- test: a campaign that is deleted takes its domains, counters, generator and DNS checks along
DELETE FROM lead_generation_campaigns;
-- rows:
--   0 | 0 | 0 | 0
SELECT
    (SELECT count(*) FROM generated_domains),
    (SELECT count(*) FROM campaign_domain_counters),
    (SELECT count(*) FROM domain_generation_campaign_params),
    (SELECT count(*) FROM dns_validation_results);
