-- Security: events to look into, decisions of the authorization layer, and who was
-- given access to which campaign. A duration is bounded from above too, as NaN is a numeric
-- and greater than all others.

CREATE TYPE security_event_type_enum AS ENUM (
    'suspicious_login',
    'brute_force',
    'privilege_escalation',
    'unauthorized_access',
    'data_exfiltration',
    'session_hijack',
    'policy_violation',
    'configuration_change'
);

CREATE TYPE security_severity_enum AS ENUM (
    'info',
    'low',
    'medium',
    'high',
    'critical'
);

CREATE TYPE security_event_status_enum AS ENUM (
    'open',
    'investigating',
    'resolved',
    'false_positive'
);

CREATE TYPE authorization_decision_enum AS ENUM (
    'allow',
    'deny',
    'conditional'
);

CREATE TYPE access_grant_kind_enum AS ENUM (
    'read',
    'write',
    'execute',
    'admin'
);

CREATE TABLE security_events (
    id                 uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    event_type         security_event_type_enum NOT NULL,
    severity           security_severity_enum NOT NULL,
    status             security_event_status_enum NOT NULL DEFAULT 'open',
    risk_score         score NOT NULL DEFAULT 0,
    user_id            uuid,
    session_id         uuid,
    campaign_id        uuid,
    source_address     inet,
    user_agent         varchar(1024),
    description        text NOT NULL,
    details            jsonb NOT NULL DEFAULT '{}' CHECK (jsonb_typeof(details) = 'object'),
    resolved_at        timestamptz,
    resolved_by        uuid,
    resolution         text,
    retention_days     integer NOT NULL DEFAULT 365,
    created_at         timestamptz NOT NULL DEFAULT now(),
    purge_on           date NOT NULL GENERATED ALWAYS AS (((created_at AT TIME ZONE 'UTC')::date) + retention_days + 1) STORED,
    CONSTRAINT security_events_resolution_check CHECK (
        (status IN ('resolved', 'false_positive')) = (resolved_at IS NOT NULL)
        AND (resolved_at IS NULL) = (resolved_by IS NULL)
        AND resolved_at >= created_at
    ),
    CONSTRAINT security_events_retention_days_check CHECK (retention_days BETWEEN 1 AND 3660)
);
COMMENT ON TABLE security_events IS 'Things that somebody should look into.';
COMMENT ON COLUMN security_events.purge_on IS 'First day (UTC) on which the event may be purged, if it is no longer open.';

CREATE TABLE authorization_decisions (
    id                     bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY,
    user_id                uuid,
    campaign_id            uuid,
    resource_type          varchar(128) NOT NULL,
    resource_id            varchar(255),
    action                 varchar(128) NOT NULL,
    decision               authorization_decision_enum NOT NULL,
    policy_name            varchar(255) NOT NULL,
    policy_version         integer NOT NULL DEFAULT 1,
    conditions             jsonb NOT NULL DEFAULT '{}',
    granted_permissions    text[] NOT NULL DEFAULT '{}',
    reason                 text,
    risk_score             score NOT NULL DEFAULT 0,
    duration_ms            numeric(10,3) NOT NULL,
    request_id             uuid,
    client_address         inet,
    created_at             timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT authorization_decisions_conditions_check CHECK (jsonb_typeof(conditions) = 'object'),
    CONSTRAINT authorization_decisions_conditional_check CHECK ((decision = 'conditional') = (conditions <> '{}'::jsonb)),
    CONSTRAINT authorization_decisions_deny_check CHECK (decision <> 'deny' OR cardinality(granted_permissions) = 0),
    CONSTRAINT authorization_decisions_policy_version_check CHECK (policy_version > 0),
    CONSTRAINT authorization_decisions_duration_check CHECK (duration_ms >= 0 AND duration_ms < 'NaN')
);
COMMENT ON TABLE authorization_decisions IS 'Every decision of the authorization layer, and the policy it rests on.';
COMMENT ON COLUMN authorization_decisions.conditions IS 'What must hold for a conditional decision to count; empty for the others.';
COMMENT ON COLUMN authorization_decisions.duration_ms IS 'Time the decision took, in milliseconds.';

CREATE TABLE campaign_access_grants (
    id                   uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    campaign_id          uuid NOT NULL,
    grantee_id           uuid NOT NULL,
    grant_kind           access_grant_kind_enum NOT NULL,
    permitted_phases     phase_type_enum[],
    allowed_addresses    inet[],
    granted_by           uuid NOT NULL,
    granted_at           timestamptz NOT NULL DEFAULT now(),
    expires_at           timestamptz,
    revoked_at           timestamptz,
    revoked_by           uuid,
    revoke_reason        text,
    delegated_from_id    uuid REFERENCES campaign_access_grants (id) ON DELETE CASCADE,
    delegation_depth     smallint NOT NULL DEFAULT 0,
    CONSTRAINT campaign_access_grants_permitted_phases_check CHECK (
        cardinality(permitted_phases) > 0
        AND array_position(permitted_phases, NULL) IS NULL
    ),
    CONSTRAINT campaign_access_grants_allowed_addresses_check CHECK (
        cardinality(allowed_addresses) > 0
        AND array_position(allowed_addresses, NULL) IS NULL
    ),
    CONSTRAINT campaign_access_grants_expires_at_check CHECK (expires_at > granted_at),
    CONSTRAINT campaign_access_grants_revoked_check CHECK (
        (revoked_at IS NULL) = (revoked_by IS NULL)
        AND revoked_at >= granted_at
    ),
    CONSTRAINT campaign_access_grants_delegation_check CHECK (
        delegation_depth BETWEEN 0 AND 5
        AND (delegation_depth = 0) = (delegated_from_id IS NULL)
    )
);
COMMENT ON TABLE campaign_access_grants IS 'Access to campaigns given to users other than the owner.';
COMMENT ON COLUMN campaign_access_grants.permitted_phases IS 'Phases the grant is limited to; NULL = all.';
COMMENT ON COLUMN campaign_access_grants.allowed_addresses IS 'Addresses or networks the grant may be used from; NULL = any.';
COMMENT ON COLUMN campaign_access_grants.expires_at IS 'NULL = until revoked.';
COMMENT ON COLUMN campaign_access_grants.delegation_depth IS '0 = given by the owner; otherwise one more than the grant it was delegated from.';

-- A revoked grant does not stand in the way of a new one. Neither does an expired one:
-- a trigger closes it when its successor is inserted, as a predicate cannot know the time.
CREATE UNIQUE INDEX campaign_access_grants_in_force_key
    ON campaign_access_grants (campaign_id, grantee_id, grant_kind)
    WHERE revoked_at IS NULL;
