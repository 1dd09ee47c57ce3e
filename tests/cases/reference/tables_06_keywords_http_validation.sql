-- Keyword sets and rules, HTTP parameters and HTTP results: legal rows are taken, illegal ones refused.

-- setup
INSERT INTO users (id, email, first_name, last_name, password_hash)
VALUES ('a0000000-0000-0000-0000-000000000001', 'ada@example.com', 'Ada', 'Lovelace', 'hash');
INSERT INTO lead_generation_campaigns (id, name, owner_id)
VALUES ('c0000000-0000-0000-0000-000000000001', 'Spring', 'a0000000-0000-0000-0000-000000000001');
INSERT INTO generated_domains (campaign_id, id, offset_index, domain_name, tld)
OVERRIDING SYSTEM VALUE
VALUES ('c0000000-0000-0000-0000-000000000001', 1000001, 0, 'aalead.com', 'com');
INSERT INTO personas (id, name, persona_type, configuration) VALUES ('d0000000-0000-0000-0000-000000000001', 'Browser', 'http', '{}');
INSERT INTO proxies (id, name, protocol, host, port) VALUES ('90000000-0000-0000-0000-000000000001', 'North', 'socks5', 'proxy.example.com', 1080);
INSERT INTO proxy_pools (id, name) VALUES ('80000000-0000-0000-0000-000000000001', 'Europe');
INSERT INTO keyword_sets (id, name, created_by)
VALUES ('70000000-0000-0000-0000-000000000001', 'Solar', 'a0000000-0000-0000-0000-000000000001');
INSERT INTO keyword_rules (keyword_set_id, pattern) VALUES ('70000000-0000-0000-0000-000000000001', 'solar panel');
INSERT INTO http_keyword_campaign_params (campaign_id, proxy_pool_id)
VALUES ('c0000000-0000-0000-0000-000000000001', '80000000-0000-0000-0000-000000000001');
INSERT INTO http_keyword_campaign_keyword_sets VALUES ('c0000000-0000-0000-0000-000000000001', '70000000-0000-0000-0000-000000000001');
INSERT INTO http_keyword_campaign_personas VALUES ('c0000000-0000-0000-0000-000000000001', 'd0000000-0000-0000-0000-000000000001');
INSERT INTO http_keyword_campaign_proxies VALUES ('c0000000-0000-0000-0000-000000000001', '90000000-0000-0000-0000-000000000001');
INSERT INTO http_keyword_results (campaign_id, domain_id, attempt, status, validated_by_persona_id, used_proxy_id)
VALUES ('c0000000-0000-0000-0000-000000000001', 1000001, 1, 'ok', 'd0000000-0000-0000-0000-000000000001', '90000000-0000-0000-0000-000000000001');
INSERT INTO http_keyword_result_matches (campaign_id, domain_id, attempt, keyword_set_id, keywords)
VALUES ('c0000000-0000-0000-0000-000000000001', 1000001, 1, '70000000-0000-0000-0000-000000000001', '{solar panel}');

-- keyword_sets

-- test: a new keyword set is enabled
-- rows:
--   t | ∅
SELECT is_enabled, description FROM keyword_sets;

-- test: keyword sets have different names
-- refused: 23505 keyword_sets_name_key
INSERT INTO keyword_sets (name) VALUES ('Solar');
-- refused: 23502 "name" of relation "keyword_sets"
INSERT INTO keyword_sets (name) VALUES (NULL);

-- test: a keyword set was made by a user who exists
-- refused: 23503 keyword_sets_created_by_fkey
UPDATE keyword_sets SET created_by = 'a0000000-0000-0000-0000-000000000009';

-- test: a keyword set that a campaign looks for is not deleted
DELETE FROM http_keyword_result_matches;
-- refused: 23503 http_keyword_campaign_keyword_sets_keyword_set_id_fkey
DELETE FROM keyword_sets;

-- test: a keyword set that was found is not deleted
DELETE FROM http_keyword_campaign_keyword_sets;
-- refused: 23503 http_keyword_result_matches_keyword_set_id_fkey
DELETE FROM keyword_sets;

-- keyword_rules

-- test: a new rule is a plain text in any case with some context
-- rows:
--   string | f | ∅ | 80
SELECT rule_type, is_case_sensitive, category, context_characters FROM keyword_rules;

-- test: a pattern is once in a set for each way to read it
INSERT INTO keyword_rules (keyword_set_id, pattern, rule_type) VALUES ('70000000-0000-0000-0000-000000000001', 'solar panel', 'regex');
INSERT INTO keyword_rules (keyword_set_id, pattern, is_case_sensitive) VALUES ('70000000-0000-0000-0000-000000000001', 'solar panel', true);
-- refused: 23505 keyword_rules_set_pattern_key
INSERT INTO keyword_rules (keyword_set_id, pattern) VALUES ('70000000-0000-0000-0000-000000000001', 'solar panel');

-- test: a rule looks for something
-- refused: 23514 keyword_rules_pattern_check
UPDATE keyword_rules SET pattern = '';
-- refused: 23502 "pattern" of relation "keyword_rules"
UPDATE keyword_rules SET pattern = NULL;

-- test: a pattern of 500 characters that cannot be compressed can be stored
INSERT INTO keyword_rules (keyword_set_id, pattern)
SELECT '70000000-0000-0000-0000-000000000001', string_agg(chr(128512 + (i * 7919) % 1000), '')
FROM generate_series(1, 500) AS i;

-- test: the context of a hit is between 0 and 1000 characters
UPDATE keyword_rules SET context_characters = 0;
-- refused: 23514 keyword_rules_context_characters_check
UPDATE keyword_rules SET context_characters = -1;
-- refused: 23514 keyword_rules_context_characters_check
UPDATE keyword_rules SET context_characters = 1001;

-- test: a rule belongs to a set that exists, and goes with it
-- refused: 23503 keyword_rules_keyword_set_id_fkey
UPDATE keyword_rules SET keyword_set_id = '70000000-0000-0000-0000-000000000009';
-- refused: 23502 "keyword_set_id" of relation "keyword_rules"
UPDATE keyword_rules SET keyword_set_id = NULL;
DELETE FROM http_keyword_campaign_params;
DELETE FROM http_keyword_results;
DELETE FROM keyword_sets;
-- rows:
--   0
SELECT count(*) FROM keyword_rules;

-- http_keyword_campaign_params

-- test: a campaign fetches the web ports once a second unless told otherwise
-- rows:
--   {} | round_robin | round_robin | 0 | 60 | 50 | 1 | 5 | {80,443}
SELECT ad_hoc_keywords, persona_rotation, proxy_rotation, rotation_interval_seconds, max_requests_per_minute, batch_size, max_retries,
    retry_delay_seconds, target_ports
FROM http_keyword_campaign_params;

-- test: a campaign has one set of HTTP parameters
-- refused: 23505 http_keyword_campaign_params_pkey
INSERT INTO http_keyword_campaign_params (campaign_id) VALUES ('c0000000-0000-0000-0000-000000000001');

-- test: rotation never waits a negative time
-- refused: 23514 http_keyword_campaign_params_rotation_interval_check
UPDATE http_keyword_campaign_params SET rotation_interval_seconds = -1;

-- test: a campaign makes some requests
-- refused: 23514 http_keyword_campaign_params_speed_check
UPDATE http_keyword_campaign_params SET max_requests_per_minute = 0;

-- test: a batch is of 1 to 10000 domains
-- refused: 23514 http_keyword_campaign_params_batch_size_check
UPDATE http_keyword_campaign_params SET batch_size = 0;
-- refused: 23514 http_keyword_campaign_params_batch_size_check
UPDATE http_keyword_campaign_params SET batch_size = 10001;

-- test: a fetch is retried up to 20 times, without travelling in time
UPDATE http_keyword_campaign_params SET max_retries = 0, retry_delay_seconds = 0;
-- refused: 23514 http_keyword_campaign_params_retries_check
UPDATE http_keyword_campaign_params SET max_retries = 21;
-- refused: 23514 http_keyword_campaign_params_retries_check
UPDATE http_keyword_campaign_params SET max_retries = -1;
-- refused: 23514 http_keyword_campaign_params_retries_check
UPDATE http_keyword_campaign_params SET retry_delay_seconds = -1;

-- test: a campaign fetches one port at least, and only ports that exist
-- refused: 23514 http_keyword_campaign_params_ports_check
UPDATE http_keyword_campaign_params SET target_ports = '{}';
-- refused: 23514 http_keyword_campaign_params_ports_check
UPDATE http_keyword_campaign_params SET target_ports = '{80,0}';
-- refused: 23514 http_keyword_campaign_params_ports_check
UPDATE http_keyword_campaign_params SET target_ports = '{80,65536}';

-- test: no port is unknown
-- refused: 23514 http_keyword_campaign_params_ports_check
UPDATE http_keyword_campaign_params SET target_ports = '{80,NULL}';

-- test: HTTP parameters belong to a campaign and name a pool that exist
-- refused: 23503 http_keyword_campaign_params_campaign_id_fkey
INSERT INTO http_keyword_campaign_params (campaign_id) VALUES ('c0000000-0000-0000-0000-000000000009');
-- refused: 23503 http_keyword_campaign_params_proxy_pool_id_fkey
UPDATE http_keyword_campaign_params SET proxy_pool_id = '80000000-0000-0000-0000-000000000009';

-- test: a pool that a campaign goes out through is not deleted
-- refused: 23503 http_keyword_campaign_params_proxy_pool_id_fkey
DELETE FROM proxy_pools;

-- http_keyword_campaign_keyword_sets

-- test: a campaign looks for a set once
-- refused: 23505 http_keyword_campaign_keyword_sets_pkey
INSERT INTO http_keyword_campaign_keyword_sets VALUES ('c0000000-0000-0000-0000-000000000001', '70000000-0000-0000-0000-000000000001');

-- test: a campaign with HTTP parameters looks for a set that exists
-- refused: 23503 http_keyword_campaign_keyword_sets_campaign_id_fkey
UPDATE http_keyword_campaign_keyword_sets SET campaign_id = 'c0000000-0000-0000-0000-000000000009';
-- refused: 23503 http_keyword_campaign_keyword_sets_keyword_set_id_fkey
UPDATE http_keyword_campaign_keyword_sets SET keyword_set_id = '70000000-0000-0000-0000-000000000009';

-- http_keyword_campaign_personas

-- test: a campaign rotates through a persona once
-- refused: 23505 http_keyword_campaign_personas_pkey
INSERT INTO http_keyword_campaign_personas VALUES ('c0000000-0000-0000-0000-000000000001', 'd0000000-0000-0000-0000-000000000001');

-- test: a campaign with HTTP parameters rotates through a persona that exists
-- refused: 23503 http_keyword_campaign_personas_campaign_id_fkey
UPDATE http_keyword_campaign_personas SET campaign_id = 'c0000000-0000-0000-0000-000000000009';
-- refused: 23503 http_keyword_campaign_personas_persona_id_fkey
UPDATE http_keyword_campaign_personas SET persona_id = 'd0000000-0000-0000-0000-000000000009';

-- test: a persona that a campaign uses is not deleted
-- refused: 23503 http_keyword_campaign_personas_persona_id_fkey
DELETE FROM personas;

-- http_keyword_campaign_proxies

-- test: a campaign rotates through a proxy once
-- refused: 23505 http_keyword_campaign_proxies_pkey
INSERT INTO http_keyword_campaign_proxies VALUES ('c0000000-0000-0000-0000-000000000001', '90000000-0000-0000-0000-000000000001');

-- test: a campaign with HTTP parameters rotates through a proxy that exists
-- refused: 23503 http_keyword_campaign_proxies_campaign_id_fkey
UPDATE http_keyword_campaign_proxies SET campaign_id = 'c0000000-0000-0000-0000-000000000009';
-- refused: 23503 http_keyword_campaign_proxies_proxy_id_fkey
UPDATE http_keyword_campaign_proxies SET proxy_id = '90000000-0000-0000-0000-000000000009';

-- test: a proxy that a campaign uses is not deleted
-- refused: 23503 http_keyword_campaign_proxies_proxy_id_fkey
DELETE FROM proxies;

-- http_keyword_results

-- test: an HTTP check may have found nothing
-- rows:
--   ∅ | {} | ∅ | ∅ | {} | t
SELECT status_code, response_headers, page_title, content_hash, ad_hoc_keywords_found, checked_at = now() FROM http_keyword_results;

-- test: an HTTP check keeps what it found
UPDATE http_keyword_results
SET status_code = 200, final_url = 'https://aalead.com/', response_headers = '{"server": "nginx"}', page_title = 'Lead', content_snippet = 'solar panel',
    content_hash = sha256('body'), content_length = 0, ad_hoc_keywords_found = '{battery}', response_time_ms = 0, reason = 'fetched';
-- rows:
--   nginx | {battery}
SELECT response_headers ->> 'server', ad_hoc_keywords_found FROM http_keyword_results;

-- test: a domain has one HTTP check for each attempt
INSERT INTO http_keyword_results (campaign_id, domain_id, attempt, status) VALUES ('c0000000-0000-0000-0000-000000000001', 1000001, 2, 'timeout');
-- refused: 23505 http_keyword_results_pkey
INSERT INTO http_keyword_results (campaign_id, domain_id, attempt, status) VALUES ('c0000000-0000-0000-0000-000000000001', 1000001, 1, 'error');

-- test: HTTP attempts count from 1
-- refused: 23514 http_keyword_results_attempt_check
INSERT INTO http_keyword_results (campaign_id, domain_id, attempt, status) VALUES ('c0000000-0000-0000-0000-000000000001', 1000001, 0, 'ok');

-- test: an HTTP check that was made is not pending
-- refused: 23514 http_keyword_results_status_check
UPDATE http_keyword_results SET status = 'pending';

-- test: the status code of an answer lies between 100 and 599
-- refused: 23514 http_keyword_results_status_code_check
UPDATE http_keyword_results SET status_code = 99;
-- refused: 23514 http_keyword_results_status_code_check
UPDATE http_keyword_results SET status_code = 600;

-- test: a body has no negative length, and a fetch takes no negative time
-- refused: 23514 http_keyword_results_content_length_check
UPDATE http_keyword_results SET content_length = -1;
-- refused: 23514 http_keyword_results_response_time_check
UPDATE http_keyword_results SET response_time_ms = -1;

-- test: a snippet is 10000 characters long at most
UPDATE http_keyword_results SET content_snippet = repeat('x', 10000);
-- refused: 23514 http_keyword_results_snippet_check
UPDATE http_keyword_results SET content_snippet = repeat('x', 10001);

-- test: headers are an object
-- refused: 23514 http_keyword_results_response_headers_check
UPDATE http_keyword_results SET response_headers = '["server"]';

-- test: the hash of a body is a SHA-256
-- refused: 23514 sha256_digest_length_check
UPDATE http_keyword_results SET content_hash = '\x00';

-- test: an HTTP check is of a domain that exists, with a persona and a proxy that exist
-- refused: 23503 http_keyword_results_domain_fkey
INSERT INTO http_keyword_results (campaign_id, domain_id, attempt, status) VALUES ('c0000000-0000-0000-0000-000000000001', 1000002, 1, 'ok');
-- refused: 23503 http_keyword_results_validated_by_persona_id_fkey
UPDATE http_keyword_results SET validated_by_persona_id = 'd0000000-0000-0000-0000-000000000009';
-- refused: 23503 http_keyword_results_used_proxy_id_fkey
UPDATE http_keyword_results SET used_proxy_id = '90000000-0000-0000-0000-000000000009';

-- test: an HTTP check has a domain and a status
-- refused: 23502 "domain_id" of relation "http_keyword_results"
UPDATE http_keyword_results SET domain_id = NULL;
-- refused: 23502 "status" of relation "http_keyword_results"
UPDATE http_keyword_results SET status = NULL;

-- test: an HTTP check outlives the persona and the proxy it was made with
DELETE FROM http_keyword_campaign_params;
DELETE FROM personas;
DELETE FROM proxies;
-- rows:
--   1 | 0 | 0
SELECT count(*), count(validated_by_persona_id), count(used_proxy_id) FROM http_keyword_results;

-- http_keyword_result_matches

-- test: an HTTP check has one row of hits for each set
-- refused: 23505 http_keyword_result_matches_pkey
INSERT INTO http_keyword_result_matches SELECT * FROM http_keyword_result_matches;

-- test: a row of hits has one hit at least, and each is known
-- refused: 23514 http_keyword_result_matches_keywords_check
UPDATE http_keyword_result_matches SET keywords = '{}';
-- refused: 23514 http_keyword_result_matches_keywords_check
UPDATE http_keyword_result_matches SET keywords = '{solar,NULL}';
-- refused: 23502 "keywords" of relation "http_keyword_result_matches"
UPDATE http_keyword_result_matches SET keywords = NULL;

-- test: hits are of an HTTP check and a set that exist
-- refused: 23503 http_keyword_result_matches_result_fkey
UPDATE http_keyword_result_matches SET attempt = 2;
-- refused: 23503 http_keyword_result_matches_keyword_set_id_fkey
UPDATE http_keyword_result_matches SET keyword_set_id = '70000000-0000-0000-0000-000000000009';

-- what a campaign takes along

-- test: a campaign that is deleted takes its HTTP parameters and results along, and leaves what it shared
DELETE FROM lead_generation_campaigns;
-- rows:
--   0 | 0 | 0 | 0 | 0 | 0
SELECT
    (SELECT count(*) FROM http_keyword_campaign_params),
    (SELECT count(*) FROM http_keyword_campaign_keyword_sets),
    (SELECT count(*) FROM http_keyword_campaign_personas),
    (SELECT count(*) FROM http_keyword_campaign_proxies),
    (SELECT count(*) FROM http_keyword_results),
    (SELECT count(*) FROM http_keyword_result_matches);
-- rows:
--   1 | 1 | 1 | 1
SELECT (SELECT count(*) FROM keyword_sets), (SELECT count(*) FROM personas), (SELECT count(*) FROM proxies), (SELECT count(*) FROM proxy_pools);
