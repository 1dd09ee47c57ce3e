-- Removes generated domains, their counters, generator parameters and DNS results.

DROP TABLE dns_validation_results;
DROP TABLE domain_generation_campaign_params;
DROP TABLE domain_generation_config_states;
DROP TABLE campaign_domain_counters;
DROP TABLE generated_domains;

DROP DOMAIN generator_alphabet;

DROP TYPE dns_mx_record;
DROP TYPE domain_lead_status_enum;
DROP TYPE domain_http_status_enum;
DROP TYPE domain_dns_status_enum;
DROP TYPE domain_pattern_type_enum;
