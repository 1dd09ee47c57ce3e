-- Keyword sets and rules, the parameters of a campaign's HTTP phase, and its results.
-- Sets, personas and proxies that a campaign uses are rows of junction tables, not ids
-- in arrays, so that foreign keys hold them.

CREATE TYPE keyword_rule_type_enum AS ENUM (
    'string',
    'regex'
);

CREATE TABLE keyword_sets (
    id             uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    name           varchar(255) NOT NULL,
    description    text,
    is_enabled     boolean NOT NULL DEFAULT true,
    created_by     uuid,
    created_at     timestamptz NOT NULL DEFAULT now(),
    updated_at     timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT keyword_sets_name_key UNIQUE (name)
);
COMMENT ON TABLE keyword_sets IS 'Named sets of keyword rules.';

CREATE TABLE keyword_rules (
    id                    uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    keyword_set_id        uuid NOT NULL REFERENCES keyword_sets (id) ON DELETE CASCADE,
    pattern               varchar(500) NOT NULL,
    rule_type             keyword_rule_type_enum NOT NULL DEFAULT 'string',
    is_case_sensitive     boolean NOT NULL DEFAULT false,
    category              varchar(100),
    context_characters    smallint NOT NULL DEFAULT 80,
    created_at            timestamptz NOT NULL DEFAULT now(),
    updated_at            timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT keyword_rules_set_pattern_key UNIQUE (keyword_set_id, pattern, rule_type, is_case_sensitive),
    CONSTRAINT keyword_rules_pattern_check CHECK (pattern <> ''),
    CONSTRAINT keyword_rules_context_characters_check CHECK (context_characters BETWEEN 0 AND 1000)
);
COMMENT ON TABLE keyword_rules IS 'What to look for in a page.';
COMMENT ON COLUMN keyword_rules.pattern IS 'Plain text or a regular expression, as rule_type says; at most 500 characters so that the unique index can hold it.';
COMMENT ON COLUMN keyword_rules.context_characters IS 'Characters kept on each side of a hit.';

CREATE TABLE http_keyword_campaign_params (
    campaign_id                  uuid PRIMARY KEY,
    ad_hoc_keywords              text[] NOT NULL DEFAULT '{}',
    persona_rotation             rotation_strategy_enum NOT NULL DEFAULT 'round_robin',
    proxy_rotation               rotation_strategy_enum NOT NULL DEFAULT 'round_robin',
    proxy_pool_id                uuid,
    rotation_interval_seconds    integer NOT NULL DEFAULT 0,
    max_requests_per_minute      integer NOT NULL DEFAULT 60,
    batch_size                   integer NOT NULL DEFAULT 50,
    max_retries                  smallint NOT NULL DEFAULT 1,
    retry_delay_seconds          integer NOT NULL DEFAULT 5,
    target_ports                 integer[] NOT NULL DEFAULT '{80,443}',
    created_at                   timestamptz NOT NULL DEFAULT now(),
    updated_at                   timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT http_keyword_campaign_params_rotation_interval_check CHECK (rotation_interval_seconds >= 0),
    CONSTRAINT http_keyword_campaign_params_speed_check CHECK (max_requests_per_minute > 0),
    CONSTRAINT http_keyword_campaign_params_batch_size_check CHECK (batch_size BETWEEN 1 AND 10000),
    CONSTRAINT http_keyword_campaign_params_retries_check CHECK (max_retries BETWEEN 0 AND 20 AND retry_delay_seconds >= 0),
    CONSTRAINT http_keyword_campaign_params_ports_check CHECK (
        cardinality(target_ports) > 0
        AND array_position(target_ports, NULL) IS NULL
        AND 1 <= ALL (target_ports)
        AND 65535 >= ALL (target_ports)
    )
);
COMMENT ON TABLE http_keyword_campaign_params IS 'How a campaign fetches pages and what it looks for besides its keyword sets.';
COMMENT ON COLUMN http_keyword_campaign_params.proxy_pool_id IS 'Pool to go out through; NULL = the proxies of http_keyword_campaign_proxies, or none at all.';
COMMENT ON COLUMN http_keyword_campaign_params.rotation_interval_seconds IS '0 = rotate at every request.';

CREATE TABLE http_keyword_campaign_keyword_sets (
    campaign_id       uuid NOT NULL,
    keyword_set_id    uuid NOT NULL,
    PRIMARY KEY (campaign_id, keyword_set_id),
    CONSTRAINT http_keyword_campaign_keyword_sets_campaign_id_fkey
        FOREIGN KEY (campaign_id) REFERENCES http_keyword_campaign_params (campaign_id) ON DELETE CASCADE,
    CONSTRAINT http_keyword_campaign_keyword_sets_keyword_set_id_fkey
        FOREIGN KEY (keyword_set_id) REFERENCES keyword_sets (id) ON DELETE RESTRICT
);
COMMENT ON TABLE http_keyword_campaign_keyword_sets IS 'Keyword sets a campaign looks for.';

CREATE TABLE http_keyword_campaign_personas (
    campaign_id    uuid NOT NULL,
    persona_id     uuid NOT NULL,
    PRIMARY KEY (campaign_id, persona_id),
    CONSTRAINT http_keyword_campaign_personas_campaign_id_fkey
        FOREIGN KEY (campaign_id) REFERENCES http_keyword_campaign_params (campaign_id) ON DELETE CASCADE
);
COMMENT ON TABLE http_keyword_campaign_personas IS 'HTTP personas a campaign rotates through.';

CREATE TABLE http_keyword_campaign_proxies (
    campaign_id    uuid NOT NULL,
    proxy_id       uuid NOT NULL,
    PRIMARY KEY (campaign_id, proxy_id),
    CONSTRAINT http_keyword_campaign_proxies_campaign_id_fkey
        FOREIGN KEY (campaign_id) REFERENCES http_keyword_campaign_params (campaign_id) ON DELETE CASCADE
);
COMMENT ON TABLE http_keyword_campaign_proxies IS 'Single proxies a campaign rotates through when it names no pool.';

CREATE TABLE http_keyword_results (
    campaign_id                uuid NOT NULL,
    domain_id                  bigint NOT NULL,
    attempt                    smallint NOT NULL,
    status                     domain_http_status_enum NOT NULL,
    reason                     text,
    status_code                smallint,
    final_url                  varchar(2048),
    response_headers           jsonb NOT NULL DEFAULT '{}' CHECK (jsonb_typeof(response_headers) = 'object'),
    page_title                 varchar(1000),
    content_snippet            text,
    content_hash               sha256_digest,
    content_length             bigint,
    ad_hoc_keywords_found      text[] NOT NULL DEFAULT '{}',
    response_time_ms           integer,
    validated_by_persona_id    uuid,
    used_proxy_id              uuid,
    checked_at                 timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (campaign_id, domain_id, attempt),
    CONSTRAINT http_keyword_results_attempt_check CHECK (attempt > 0),
    CONSTRAINT http_keyword_results_status_check CHECK (status <> 'pending'),
    CONSTRAINT http_keyword_results_status_code_check CHECK (status_code BETWEEN 100 AND 599),
    CONSTRAINT http_keyword_results_content_length_check CHECK (content_length >= 0),
    CONSTRAINT http_keyword_results_response_time_check CHECK (response_time_ms >= 0),
    CONSTRAINT http_keyword_results_snippet_check CHECK (length(content_snippet) <= 10000)
);
COMMENT ON TABLE http_keyword_results IS 'One row per HTTP check of a domain.';
COMMENT ON COLUMN http_keyword_results.attempt IS 'From 1, per domain.';
COMMENT ON COLUMN http_keyword_results.content_hash IS 'SHA-256 of the body, to find parked domains that all show one page.';
COMMENT ON COLUMN http_keyword_results.content_length IS 'Bytes of the body.';

CREATE TABLE http_keyword_result_matches (
    campaign_id       uuid NOT NULL,
    domain_id         bigint NOT NULL,
    attempt           smallint NOT NULL,
    keyword_set_id    uuid NOT NULL,
    keywords          text[] NOT NULL,
    PRIMARY KEY (campaign_id, domain_id, attempt, keyword_set_id),
    CONSTRAINT http_keyword_result_matches_result_fkey
        FOREIGN KEY (campaign_id, domain_id, attempt)
        REFERENCES http_keyword_results (campaign_id, domain_id, attempt) ON DELETE CASCADE,
    CONSTRAINT http_keyword_result_matches_keyword_set_id_fkey
        FOREIGN KEY (keyword_set_id) REFERENCES keyword_sets (id) ON DELETE RESTRICT,
    CONSTRAINT http_keyword_result_matches_keywords_check CHECK (cardinality(keywords) > 0 AND array_position(keywords, NULL) IS NULL)
);
COMMENT ON TABLE http_keyword_result_matches IS 'Keywords of each set that an HTTP check found; a set without a hit has no row.';
