-- Batches of results: set-based, the last one counts, and the counters follow.

-- setup
INSERT INTO users (id, email, first_name, last_name, password_hash) VALUES
    ('a0000000-0000-0000-0000-000000000001', 'ada@example.com', 'Ada', 'Lovelace', 'hash');
INSERT INTO lead_generation_campaigns (id, name, owner_id) VALUES
    ('c0000000-0000-0000-0000-000000000001', 'Shops', 'a0000000-0000-0000-0000-000000000001'),
    ('c0000000-0000-0000-0000-000000000002', 'Blogs', 'a0000000-0000-0000-0000-000000000001');
INSERT INTO generated_domains (campaign_id, id, offset_index, domain_name, tld) OVERRIDING SYSTEM VALUE
SELECT 'c0000000-0000-0000-0000-000000000001'::uuid, n, n, n || '.com', 'com' FROM generate_series(1, 5) AS g (n)
UNION ALL
SELECT 'c0000000-0000-0000-0000-000000000002', n, n, n || '.com', 'com' FROM generate_series(6, 7) AS g (n);
INSERT INTO personas (id, name, persona_type, configuration) VALUES ('b0000000-0000-0000-0000-000000000001', 'Quad', 'dns', '{}');
INSERT INTO proxies (id, name, protocol, host, port) VALUES ('f0000000-0000-0000-0000-000000000001', 'Exit', 'http', 'p.example.com', 3128);
INSERT INTO keyword_sets (id, name) VALUES
    ('50000000-0000-0000-0000-000000000001', 'Shops'),
    ('50000000-0000-0000-0000-000000000002', 'Forums');
INSERT INTO http_keyword_campaign_params (campaign_id) VALUES ('c0000000-0000-0000-0000-000000000001');
INSERT INTO http_keyword_campaign_keyword_sets (campaign_id, keyword_set_id)
SELECT 'c0000000-0000-0000-0000-000000000001', id FROM keyword_sets;

-- test: DNS results from jsonb, with all records
-- rows:
--   2
SELECT batch_update_dns_results('c0000000-0000-0000-0000-000000000001', '[
    {"domain_id": 1, "status": "ok", "a_records": ["192.0.2.1"], "aaaa_records": ["2001:db8::1"], "cname_records": ["x.example"],
     "mx_records": [{"preference": 10, "exchange": "mx.example"}], "ns_records": ["ns1.example"], "txt_records": ["v=spf1"],
     "response_time_ms": 12, "persona_id": "b0000000-0000-0000-0000-000000000001"},
    {"domain_id": 2, "status": "error", "reason": "NXDOMAIN"}
]');
-- rows:
--   1 | ok | ∅ | {192.0.2.1,2001:db8::1} | 1 | t
--   2 | error | NXDOMAIN | {} | 1 | t
--   3 | pending | ∅ | {} | 0 | ∅
SELECT id, dns_status, dns_reason, dns_addresses, dns_attempts, last_validated_at >= now() FROM generated_domains WHERE id < 4 ORDER BY id;
-- rows:
--   1 | 1 | ok | {192.0.2.1} | {2001:db8::1} | {x.example} | {"(10,mx.example)"} | {ns1.example} | {v=spf1} | 12 | b0000000-0000-0000-0000-000000000001
--   2 | 1 | error | {} | {} | {} | {} | {} | {} | ∅ | ∅
SELECT domain_id, attempt, status, a_records, aaaa_records, cname_records, mx_records, ns_records, txt_records, response_time_ms, validated_by_persona_id
FROM dns_validation_results
ORDER BY domain_id;
-- rows:
--   5 | 3 | 1 | 1 | 0
SELECT total, dns_pending, dns_ok, dns_error, dns_timeout FROM campaign_domain_counts('c0000000-0000-0000-0000-000000000001');

-- test: a domain that is in a batch twice has the last result, and every batch is an attempt
-- rows:
--   1
SELECT batch_update_dns_results('c0000000-0000-0000-0000-000000000001', '[{"domain_id": 1, "status": "ok"}, {"domain_id": 1, "status": "timeout"}]');
-- rows:
--   1
SELECT batch_update_dns_results('c0000000-0000-0000-0000-000000000001', '[{"domain_id": 1, "status": "ok"}]');
-- rows:
--   1 | timeout
--   2 | ok
SELECT attempt, status FROM dns_validation_results ORDER BY attempt;
-- rows:
--   ok | 2
SELECT dns_status, dns_attempts FROM generated_domains WHERE id = 1;

-- test: domains of other campaigns and unknown ones are left alone
-- rows:
--   1
SELECT batch_update_dns_results('c0000000-0000-0000-0000-000000000001', '[{"domain_id": 1, "status": "ok"}, {"domain_id": 6, "status": "ok"}, {"domain_id": 99, "status": "ok"}]');
-- rows:
--   pending
SELECT dns_status FROM generated_domains WHERE id = 6;
-- rows:
--   0
SELECT batch_update_dns_results('c0000000-0000-0000-0000-000000000001', '[]');

-- test: a result that is none is refused and nothing of its batch is kept
-- refused: 23514 dns_validation_results_status_check
SELECT batch_update_dns_results('c0000000-0000-0000-0000-000000000001', '[{"domain_id": 1, "status": "ok"}, {"domain_id": 2, "status": "pending"}]');
-- refused: 22P02 domain_dns_status_enum: "fine"
SELECT batch_update_dns_results('c0000000-0000-0000-0000-000000000001', '[{"domain_id": 1, "status": "fine"}]');
-- refused: 23502 dns_status
SELECT batch_update_dns_results('c0000000-0000-0000-0000-000000000001', '[{"domain_id": 1}]');
-- refused: 23503 dns_validation_results_validated_by_persona_id_fkey
SELECT batch_update_dns_results('c0000000-0000-0000-0000-000000000001', '[{"domain_id": 1, "status": "ok", "persona_id": "b0000000-0000-0000-0000-00000000dead"}]');
-- rows:
--   5 | 5
SELECT total, dns_pending FROM campaign_domain_counts('c0000000-0000-0000-0000-000000000001');

-- test: DNS statuses from arrays
-- rows:
--   3
SELECT batch_update_dns_statuses('c0000000-0000-0000-0000-000000000001', '{1,2,3,6}', '{ok,error,timeout,ok}', '{NULL,NXDOMAIN,slow,NULL}');
-- rows:
--   1 | 1 | ok | ∅
--   2 | 1 | error | NXDOMAIN
--   3 | 1 | timeout | slow
SELECT domain_id, attempt, status, reason FROM dns_validation_results ORDER BY domain_id;
-- rows:
--   2
SELECT batch_update_dns_statuses('c0000000-0000-0000-0000-000000000001', '{2,3}', '{ok,ok}');
-- rows:
--   2 | 3 | 0 | 0
SELECT dns_pending, dns_ok, dns_error, dns_timeout FROM campaign_domain_counts('c0000000-0000-0000-0000-000000000001');

-- test: arrays of different lengths are refused
-- refused: 2202E the arrays must be of one length
SELECT batch_update_dns_statuses('c0000000-0000-0000-0000-000000000001', '{1,2}', '{ok}');
-- refused: 2202E the arrays must be of one length
SELECT batch_update_dns_statuses('c0000000-0000-0000-0000-000000000001', '{1,2}', '{ok,ok}', '{slow}');
-- refused: 2202E the arrays must be of one length
SELECT batch_update_lead_scores('c0000000-0000-0000-0000-000000000001', '{1,2}', '{match,match}', '{5}');
-- refused: 2202E the arrays must be of one length
SELECT batch_update_lead_scores('c0000000-0000-0000-0000-000000000001', '{1,2}', '{match}', '{5,5}');

-- test: HTTP results from jsonb, with the keywords that were found
-- rows:
--   3
SELECT batch_update_http_results('c0000000-0000-0000-0000-000000000001', '[
    {"domain_id": 1, "status": "ok", "status_code": 200, "final_url": "https://1.com/", "response_headers": {"server": "x"}, "page_title": "One",
     "content_snippet": "buy now", "content_hash": "2c26b46b68ffc68ff99b453c1d30413413422d706483bfa0f98a5e886266e7ae", "content_length": 3,
     "ad_hoc_keywords_found": ["sale", "buy"], "response_time_ms": 80, "persona_id": "b0000000-0000-0000-0000-000000000001",
     "proxy_id": "f0000000-0000-0000-0000-000000000001",
     "matches": [{"keyword_set_id": "50000000-0000-0000-0000-000000000001", "keywords": ["cart", "buy"]},
                 {"keyword_set_id": "50000000-0000-0000-0000-000000000002", "keywords": []}]},
    {"domain_id": 2, "status": "error", "reason": "refused"},
    {"domain_id": 3, "status": "timeout"}
]');
-- rows:
--   1 | ok | ∅ | 200 | One | {buy,cart,sale} | 1
--   2 | error | refused | ∅ | ∅ | {} | 1
--   3 | timeout | ∅ | ∅ | ∅ | {} | 1
--   4 | pending | ∅ | ∅ | ∅ | {} | 0
SELECT id, http_status, http_reason, http_status_code, http_title, http_keywords, http_attempts FROM generated_domains WHERE id < 5 ORDER BY id;
-- rows:
--   200 | https://1.com/ | {"server": "x"} | One | buy now | t | 3 | {sale,buy} | 80 | b0000000-0000-0000-0000-000000000001 | f0000000-0000-0000-0000-000000000001
SELECT status_code, final_url, response_headers, page_title, content_snippet, content_hash = sha256('foo'), content_length, ad_hoc_keywords_found, response_time_ms, validated_by_persona_id, used_proxy_id
FROM http_keyword_results
WHERE domain_id = 1;
-- rows:
--   1 | 1 | 50000000-0000-0000-0000-000000000001 | {cart,buy}
SELECT domain_id, attempt, keyword_set_id, keywords FROM http_keyword_result_matches;
-- rows:
--   2 | 1 | 1 | 1
SELECT http_pending, http_ok, http_error, http_timeout FROM campaign_domain_counts('c0000000-0000-0000-0000-000000000001');

-- test: what a page says at too great length is cut, and the last result of a domain counts
SELECT batch_update_http_results('c0000000-0000-0000-0000-000000000001', jsonb_build_array(
    jsonb_build_object('domain_id', 1, 'status', 'error'),
    jsonb_build_object('domain_id', 1, 'status', 'ok', 'page_title', repeat('t', 5000), 'content_snippet', repeat('s', 20000), 'final_url', repeat('u', 9000))
));
-- rows:
--   ok | 1000 | 1000 | 10000 | 2048
SELECT d.http_status, length(d.http_title), length(r.page_title), length(r.content_snippet), length(r.final_url)
FROM generated_domains AS d
JOIN http_keyword_results AS r ON r.domain_id = d.id;

-- test: an HTTP result that cannot be is refused
-- refused: 23514 http_status_code_check
SELECT batch_update_http_results('c0000000-0000-0000-0000-000000000001', '[{"domain_id": 1, "status": "ok", "status_code": 999}]');
-- refused: 23514 sha256_digest_length_check
SELECT batch_update_http_results('c0000000-0000-0000-0000-000000000001', '[{"domain_id": 1, "status": "ok", "content_hash": "abcd"}]');
-- refused: 23503 http_keyword_result_matches_keyword_set_id_fkey
SELECT batch_update_http_results('c0000000-0000-0000-0000-000000000001', '[{"domain_id": 1, "status": "ok", "matches": [{"keyword_set_id": "50000000-0000-0000-0000-00000000dead", "keywords": ["x"]}]}]');

-- test: verdicts of the analysis from arrays
-- rows:
--   4
SELECT batch_update_lead_scores('c0000000-0000-0000-0000-000000000001', '{1,2,3,3,4}', '{match,no_match,error,timeout,match}', '{87.5,0,NULL,NULL,60}');
-- rows:
--   1 | match | 87.50
--   2 | no_match | 0.00
--   3 | timeout | ∅
--   4 | match | 60.00
--   5 | pending | ∅
SELECT id, lead_status, lead_score FROM generated_domains WHERE id < 6 ORDER BY id;
-- rows:
--   1 | 2 | 1 | 0 | 1
SELECT lead_pending, lead_match, lead_no_match, lead_error, lead_timeout FROM campaign_domain_counts('c0000000-0000-0000-0000-000000000001');
-- refused: 23514 score_range_check
SELECT batch_update_lead_scores('c0000000-0000-0000-0000-000000000001', '{1}', '{match}', '{101}');

-- test: a campaign's standing in one row, with rates of what was decided
SELECT batch_update_dns_statuses('c0000000-0000-0000-0000-000000000001', '{1,2,3,4}', '{ok,ok,ok,error}');
SELECT batch_update_http_results('c0000000-0000-0000-0000-000000000001', '[{"domain_id": 1, "status": "ok"}, {"domain_id": 2, "status": "timeout"}]');
SELECT batch_update_lead_scores('c0000000-0000-0000-0000-000000000001', '{1}', '{match}', '{90}');
SELECT configure_campaign_phase('c0000000-0000-0000-0000-000000000001', 'analysis', '{}');
SELECT start_campaign('c0000000-0000-0000-0000-000000000001');
SELECT enqueue_job('c0000000-0000-0000-0000-000000000001', 'analysis') FROM generate_series(1, 4);
SELECT claim_jobs('w', 'analysis', 2);
SELECT fail_job(id, fencing_token, 'broken', false) FROM claim_jobs('w', 'analysis', 1);
-- rows:
--   running | analysis | 0.00 | 5 | 3 | 1 | 1 | 1 | 1 | 75.00 | 50.00 | 100.00 | 1 | 2 | 1 | t
SELECT
    campaign_status,
    current_phase,
    progress_percentage,
    total_domains,
    dns_ok,
    dns_failed,
    http_ok,
    http_failed,
    leads,
    dns_success_rate,
    http_success_rate,
    lead_rate,
    jobs_waiting,
    jobs_running,
    jobs_failed,
    elapsed_seconds <= 0
FROM campaign_analytics('c0000000-0000-0000-0000-000000000001');

-- test: a campaign of which nothing is known has no rates, and none that is not there
-- rows:
--   draft | ∅ | 2 | ∅ | ∅ | ∅ | 0 | ∅
SELECT campaign_status, current_phase, total_domains, dns_success_rate, http_success_rate, lead_rate, jobs_waiting, elapsed_seconds
FROM campaign_analytics('c0000000-0000-0000-0000-000000000002');
-- rows:
SELECT * FROM campaign_analytics('c0000000-0000-0000-0000-00000000dead');
-- rows:
--   0 | 0
SELECT total, lead_timeout FROM campaign_domain_counts('c0000000-0000-0000-0000-00000000dead');

-- test: how many domains and leads each keyword set has hit, each domain once
SELECT batch_update_http_results('c0000000-0000-0000-0000-000000000001', '[
    {"domain_id": 1, "status": "ok", "matches": [{"keyword_set_id": "50000000-0000-0000-0000-000000000001", "keywords": ["cart"]}]},
    {"domain_id": 2, "status": "ok", "matches": [{"keyword_set_id": "50000000-0000-0000-0000-000000000001", "keywords": ["buy"]}]}
]');
SELECT batch_update_http_results('c0000000-0000-0000-0000-000000000001', '[
    {"domain_id": 1, "status": "ok", "matches": [{"keyword_set_id": "50000000-0000-0000-0000-000000000001", "keywords": ["cart"]}]}
]');
SELECT batch_update_lead_scores('c0000000-0000-0000-0000-000000000001', '{1,2}', '{match,no_match}', '{90,10}');
-- rows:
--   Shops | 2 | 1
--   Forums | 0 | 0
SELECT keyword_set_name, domains_hit, leads FROM campaign_keyword_analytics('c0000000-0000-0000-0000-000000000001');
