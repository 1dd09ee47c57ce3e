-- Removes keyword sets and rules, HTTP parameters and HTTP results.

DROP TABLE http_keyword_result_matches;
DROP TABLE http_keyword_results;
DROP TABLE http_keyword_campaign_proxies;
DROP TABLE http_keyword_campaign_personas;
DROP TABLE http_keyword_campaign_keyword_sets;
DROP TABLE http_keyword_campaign_params;
DROP TABLE keyword_rules;
DROP TABLE keyword_sets;

DROP TYPE keyword_rule_type_enum;
