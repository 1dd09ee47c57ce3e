-- Domains: what a campaign generates (millions of rows each), the parameters of the
-- generator and how far it got, DNS results, and counters that make counting needless.
-- Every key of generated_domains and of its children starts with campaign_id, so that
-- the tables can be partitioned by campaign without changing a key.

CREATE TYPE domain_pattern_type_enum AS ENUM (
    'prefix_variable',
    'suffix_variable',
    'both_variable'
);
COMMENT ON TYPE domain_pattern_type_enum IS 'Which side of the constant the variable characters stand on.';

CREATE TYPE domain_dns_status_enum AS ENUM (
    'pending',
    'ok',
    'error',
    'timeout'
);

CREATE TYPE domain_http_status_enum AS ENUM (
    'pending',
    'ok',
    'error',
    'timeout'
);

CREATE TYPE domain_lead_status_enum AS ENUM (
    'pending',
    'match',
    'no_match',
    'error',
    'timeout'
);

CREATE TYPE dns_mx_record AS (
    preference    integer,
    exchange      text
);
COMMENT ON TYPE dns_mx_record IS 'One MX record: lower preference is tried first.';

CREATE DOMAIN generator_alphabet AS varchar(64)
    CONSTRAINT generator_alphabet_characters_check CHECK (VALUE ~ '^[a-z0-9-]+$')
    CONSTRAINT generator_alphabet_distinct_check CHECK (VALUE !~ '(.).*\1');
COMMENT ON DOMAIN generator_alphabet IS
    'Characters a generator draws from, in the order it counts in. Each once: a repeated one would yield the same name twice.';

CREATE TABLE generated_domains (
    campaign_id          uuid NOT NULL,
    id                   bigint NOT NULL GENERATED ALWAYS AS IDENTITY,
    offset_index         bigint NOT NULL,
    domain_name          varchar(253) NOT NULL,
    source_keyword       varchar(63),
    source_pattern       varchar(255),
    tld                  varchar(63) NOT NULL,
    dns_status           domain_dns_status_enum NOT NULL DEFAULT 'pending',
    dns_reason           text,
    dns_addresses        inet[] NOT NULL DEFAULT '{}',
    dns_attempts         smallint NOT NULL DEFAULT 0,
    http_status          domain_http_status_enum NOT NULL DEFAULT 'pending',
    http_reason          text,
    http_status_code     smallint,
    http_title           varchar(1000),
    http_keywords        text[] NOT NULL DEFAULT '{}',
    http_attempts        smallint NOT NULL DEFAULT 0,
    lead_status          domain_lead_status_enum NOT NULL DEFAULT 'pending',
    lead_score           score,
    last_validated_at    timestamptz,
    created_at           timestamptz NOT NULL DEFAULT now(),
    updated_at           timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (campaign_id, id),
    CONSTRAINT generated_domains_campaign_id_offset_index_key UNIQUE (campaign_id, offset_index),
    CONSTRAINT generated_domains_campaign_id_domain_name_key UNIQUE (campaign_id, domain_name),
    CONSTRAINT generated_domains_offset_index_check CHECK (offset_index >= 0),
    CONSTRAINT generated_domains_domain_name_check CHECK (domain_name = lower(domain_name) AND domain_name <> ''),
    CONSTRAINT generated_domains_http_status_code_check CHECK (http_status_code BETWEEN 100 AND 599),
    CONSTRAINT generated_domains_attempts_check CHECK (dns_attempts >= 0 AND http_attempts >= 0)
) WITH (fillfactor = 85);
COMMENT ON TABLE generated_domains IS 'Names a campaign generated and what became of each. Unique per campaign: two campaigns may generate the same name.';
COMMENT ON COLUMN generated_domains.offset_index IS 'Place in the generator''s space, from 0; the same parameters yield the same name at the same offset.';
COMMENT ON COLUMN generated_domains.dns_attempts IS 'Checks made so far; also the attempt number of the latest row in dns_validation_results.';
COMMENT ON COLUMN generated_domains.http_attempts IS 'Checks made so far; also the attempt number of the latest row in http_keyword_results.';
COMMENT ON COLUMN generated_domains.lead_score IS 'NULL until the analysis phase has judged the domain.';

CREATE TABLE campaign_domain_counters (
    campaign_id      uuid NOT NULL,
    shard            smallint NOT NULL,
    total            bigint NOT NULL DEFAULT 0,
    dns_pending      bigint NOT NULL DEFAULT 0,
    dns_ok           bigint NOT NULL DEFAULT 0,
    dns_error        bigint NOT NULL DEFAULT 0,
    dns_timeout      bigint NOT NULL DEFAULT 0,
    http_pending     bigint NOT NULL DEFAULT 0,
    http_ok          bigint NOT NULL DEFAULT 0,
    http_error       bigint NOT NULL DEFAULT 0,
    http_timeout     bigint NOT NULL DEFAULT 0,
    lead_pending     bigint NOT NULL DEFAULT 0,
    lead_match       bigint NOT NULL DEFAULT 0,
    lead_no_match    bigint NOT NULL DEFAULT 0,
    lead_error       bigint NOT NULL DEFAULT 0,
    lead_timeout     bigint NOT NULL DEFAULT 0,
    PRIMARY KEY (campaign_id, shard),
    CONSTRAINT campaign_domain_counters_shard_check CHECK (shard BETWEEN 0 AND 15),
    CONSTRAINT campaign_domain_counters_dns_check CHECK (total = dns_pending + dns_ok + dns_error + dns_timeout),
    CONSTRAINT campaign_domain_counters_http_check CHECK (total = http_pending + http_ok + http_error + http_timeout),
    CONSTRAINT campaign_domain_counters_lead_check CHECK (total = lead_pending + lead_match + lead_no_match + lead_error + lead_timeout)
) WITH (fillfactor = 50);
COMMENT ON TABLE campaign_domain_counters IS
    'Domains per campaign and status, kept by triggers on generated_domains. Spread over 16 shards so that workers of one campaign do not queue for one row: the count is the SUM over shards, and a single shard may go below zero.';
COMMENT ON COLUMN campaign_domain_counters.shard IS 'Process id of the writing backend modulo 16.';

CREATE TABLE domain_generation_config_states (
    config_hash        sha256_digest PRIMARY KEY,
    last_offset        bigint NOT NULL DEFAULT 0,
    config_details     jsonb NOT NULL CHECK (jsonb_typeof(config_details) = 'object'),
    created_at         timestamptz NOT NULL DEFAULT now(),
    updated_at         timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT domain_generation_config_states_last_offset_check CHECK (last_offset >= 0)
);
COMMENT ON TABLE domain_generation_config_states IS 'How far each distinct generator has counted, across campaigns that share its configuration.';
COMMENT ON COLUMN domain_generation_config_states.config_hash IS
    'SHA-256 of the canonical configuration: everything that decides the sequence of names, and nothing that does not.';
COMMENT ON COLUMN domain_generation_config_states.last_offset IS 'The first offset not yet handed out.';
COMMENT ON COLUMN domain_generation_config_states.config_details IS 'The canonical configuration that config_hash was computed from.';

CREATE TABLE domain_generation_campaign_params (
    campaign_id                    uuid PRIMARY KEY,
    pattern_type                   domain_pattern_type_enum NOT NULL,
    variable_length                smallint NOT NULL,
    character_set                  generator_alphabet NOT NULL,
    constant_string                varchar(63) NOT NULL DEFAULT '',
    tld                            varchar(63) NOT NULL,
    num_domains_to_generate        bigint NOT NULL,
    total_possible_combinations    bigint NOT NULL,
    reserved_count                 bigint NOT NULL DEFAULT 0,
    current_offset                 bigint NOT NULL DEFAULT 0,
    config_hash                    sha256_digest NOT NULL DEFAULT sha256(''::bytea),
    created_at                     timestamptz NOT NULL DEFAULT now(),
    updated_at                     timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT domain_generation_campaign_params_config_hash_fkey
        FOREIGN KEY (config_hash) REFERENCES domain_generation_config_states (config_hash),
    CONSTRAINT domain_generation_campaign_params_variable_length_check CHECK (variable_length BETWEEN 1 AND 63),
    CONSTRAINT domain_generation_campaign_params_label_check CHECK (
        length(constant_string) + variable_length * CASE pattern_type WHEN 'both_variable' THEN 2 ELSE 1 END <= 63
    ),
    CONSTRAINT domain_generation_campaign_params_constant_check CHECK (constant_string ~ '^[a-z0-9-]*$'),
    CONSTRAINT domain_generation_campaign_params_tld_check CHECK (tld ~ '^[a-z0-9-]+(\.[a-z0-9-]+)*$'),
    CONSTRAINT domain_generation_campaign_params_number_check CHECK (num_domains_to_generate BETWEEN 1 AND total_possible_combinations),
    CONSTRAINT domain_generation_campaign_params_reserved_check CHECK (reserved_count BETWEEN 0 AND num_domains_to_generate),
    CONSTRAINT domain_generation_campaign_params_offset_check CHECK (current_offset BETWEEN 0 AND total_possible_combinations)
);
COMMENT ON TABLE domain_generation_campaign_params IS 'What a campaign''s generator makes names from.';
COMMENT ON COLUMN domain_generation_campaign_params.variable_length IS 'Variable characters on each variable side.';
COMMENT ON COLUMN domain_generation_campaign_params.tld IS 'Top-level domain without its leading dot; may be of two levels, such as co.uk.';
COMMENT ON COLUMN domain_generation_campaign_params.total_possible_combinations IS 'Size of the generator''s space; 9223372036854775807 where it does not fit.';
COMMENT ON COLUMN domain_generation_campaign_params.reserved_count IS 'Offsets handed out to this campaign so far.';
COMMENT ON COLUMN domain_generation_campaign_params.current_offset IS
    'The offset after the last one handed out to this campaign; campaigns of one configuration share its space, so there may be gaps before it.';
COMMENT ON COLUMN domain_generation_campaign_params.config_hash IS
    'Set by a trigger from the columns that decide the sequence. The default stands in until the trigger has run; the foreign key would refuse it.';

CREATE TABLE dns_validation_results (
    campaign_id                 uuid NOT NULL,
    domain_id                   bigint NOT NULL,
    attempt                     smallint NOT NULL,
    status                      domain_dns_status_enum NOT NULL,
    reason                      text,
    a_records                   inet[] NOT NULL DEFAULT '{}',
    aaaa_records                inet[] NOT NULL DEFAULT '{}',
    cname_records               text[] NOT NULL DEFAULT '{}',
    mx_records                  dns_mx_record[] NOT NULL DEFAULT '{}',
    ns_records                  text[] NOT NULL DEFAULT '{}',
    txt_records                 text[] NOT NULL DEFAULT '{}',
    response_time_ms            integer,
    validated_by_persona_id     uuid,
    checked_at                  timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (campaign_id, domain_id, attempt),
    CONSTRAINT dns_validation_results_domain_fkey
        FOREIGN KEY (campaign_id, domain_id) REFERENCES generated_domains (campaign_id, id) ON DELETE CASCADE,
    CONSTRAINT dns_validation_results_attempt_check CHECK (attempt > 0),
    CONSTRAINT dns_validation_results_status_check CHECK (status <> 'pending'),
    CONSTRAINT dns_validation_results_response_time_check CHECK (response_time_ms >= 0)
);
COMMENT ON TABLE dns_validation_results IS 'One row per DNS check of a domain, with the records it found.';
COMMENT ON COLUMN dns_validation_results.attempt IS 'From 1, per domain.';
