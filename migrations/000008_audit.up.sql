-- The audit log: range-partitioned by month, each month list-partitioned by how long its
-- classification must be kept, so that retention drops partitions and never deletes rows.
-- Months are made by create_audit_partitions(); until then rows go to the default partition.

CREATE TYPE audit_action_enum AS ENUM (
    'create',
    'read',
    'update',
    'delete',
    'execute',
    'export',
    'login',
    'logout'
);

CREATE TYPE audit_status_enum AS ENUM (
    'success',
    'failure',
    'denied'
);

CREATE TYPE data_classification_enum AS ENUM (
    'public',
    'internal',
    'confidential',
    'restricted'
);

CREATE TYPE http_method_enum AS ENUM (
    'GET',
    'HEAD',
    'POST',
    'PUT',
    'PATCH',
    'DELETE',
    'OPTIONS'
);

CREATE TABLE audit_retention_policies (
    data_classification    data_classification_enum PRIMARY KEY,
    retention              interval NOT NULL,
    updated_at             timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT audit_retention_policies_positive_check CHECK (retention > interval '0'),
    -- The law's floor, out of reach of a mistaken UPDATE.
    CONSTRAINT audit_retention_policies_floor_check CHECK (
        data_classification NOT IN ('confidential', 'restricted')
        OR retention >= interval '7 years'
    )
);
COMMENT ON TABLE audit_retention_policies IS 'How long audit rows of each classification are kept at least; drop_expired_audit_partitions() obeys it.';

INSERT INTO audit_retention_policies (data_classification, retention) VALUES
    ('public',       interval '1 year'),
    ('internal',     interval '2 years'),
    ('confidential', interval '7 years'),
    ('restricted',   interval '7 years');

CREATE TABLE audit_logs (
    id                     bigint NOT NULL GENERATED ALWAYS AS IDENTITY,
    created_at             timestamptz NOT NULL DEFAULT now(),
    data_classification    data_classification_enum NOT NULL DEFAULT 'internal',
    user_id                uuid,
    session_id             uuid,
    action                 audit_action_enum NOT NULL,
    entity_type            varchar(128) NOT NULL,
    entity_id              varchar(255),
    old_values             jsonb,
    new_values             jsonb,
    changed_fields         jsonb,
    client_address         inet,
    user_agent             varchar(1024),
    request_id             uuid,
    service_name           varchar(128),
    endpoint               varchar(512),
    http_method            http_method_enum,
    response_code          smallint,
    status                 audit_status_enum NOT NULL DEFAULT 'success',
    duration_ms            numeric(12,3),
    compliance_tags        text[] NOT NULL DEFAULT '{}',
    PRIMARY KEY (created_at, id, data_classification),
    CONSTRAINT audit_logs_old_values_check CHECK (jsonb_typeof(old_values) = 'object'),
    CONSTRAINT audit_logs_new_values_check CHECK (jsonb_typeof(new_values) = 'object'),
    CONSTRAINT audit_logs_changed_fields_check CHECK (jsonb_typeof(changed_fields) = 'array'),
    CONSTRAINT audit_logs_response_code_check CHECK (response_code BETWEEN 100 AND 599),
    -- NaN is a numeric, and greater than all others.
    CONSTRAINT audit_logs_duration_check CHECK (duration_ms >= 0 AND duration_ms < 'NaN')
) PARTITION BY RANGE (created_at);
COMMENT ON TABLE audit_logs IS
    'Who did what to which entity. No foreign keys: the log outlives what it speaks of, and an account that is deleted must not take its trail along.';
COMMENT ON COLUMN audit_logs.entity_type IS 'Table, or other kind of thing, that was acted on.';
COMMENT ON COLUMN audit_logs.entity_id IS 'Its key as text; the parts of a composite key are joined with a slash.';
COMMENT ON COLUMN audit_logs.changed_fields IS 'Names of the fields that an update changed, as an array of strings. Secret fields are named here but have no value in old_values and new_values.';
COMMENT ON COLUMN audit_logs.duration_ms IS 'Time the request took, in milliseconds.';
COMMENT ON COLUMN audit_logs.compliance_tags IS 'Rules the row is evidence for, such as gdpr or sox.';

CREATE TABLE audit_logs_default PARTITION OF audit_logs DEFAULT;
COMMENT ON TABLE audit_logs_default IS
    'Rows of months that have no partition yet, so that no write ever fails. create_audit_partitions() moves them out; drop_expired_audit_partitions() removes what has expired here nonetheless.';

-- query: list, newest first: the primary key serves WHERE (created_at, id) < (?, ?)
-- query: trail of one entity, keyset-paginated
CREATE INDEX audit_logs_entity_idx
    ON audit_logs (entity_type, entity_id, created_at DESC, id DESC);

-- query: what one user did, keyset-paginated
CREATE INDEX audit_logs_user_idx
    ON audit_logs (user_id, created_at DESC, id DESC)
    WHERE user_id IS NOT NULL;

-- query: everything one request did
CREATE INDEX audit_logs_request_idx
    ON audit_logs (request_id)
    WHERE request_id IS NOT NULL;
