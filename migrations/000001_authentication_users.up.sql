-- Authentication and users: accounts, sessions, the authentication audit trail,
-- password resets and rate limits. Also the few domains and the one helper that
-- every later migration builds on.

CREATE DOMAIN percentage AS numeric(5,2)
    CONSTRAINT percentage_range_check CHECK (VALUE BETWEEN 0 AND 100);
COMMENT ON DOMAIN percentage IS 'A share in percent, 0 to 100, exact to two decimals.';

CREATE DOMAIN score AS numeric(5,2)
    CONSTRAINT score_range_check CHECK (VALUE BETWEEN 0 AND 100);
COMMENT ON DOMAIN score IS 'A judgement (risk, lead quality) from 0 = none to 100 = most; not a share of anything.';

CREATE DOMAIN sha256_digest AS bytea
    CONSTRAINT sha256_digest_length_check CHECK (octet_length(VALUE) = 32);
COMMENT ON DOMAIN sha256_digest IS 'A SHA-256 digest as 32 raw bytes.';

-- convert_to() is only STABLE because it looks an encoding up by name. The encoding of a
-- database never changes, so this wrapper may be IMMUTABLE and serve generated columns.
CREATE FUNCTION jsonb_sha256(p_document jsonb)
RETURNS sha256_digest
LANGUAGE sql
IMMUTABLE
STRICT
PARALLEL SAFE
AS $$
    SELECT pg_catalog.sha256(pg_catalog.convert_to(p_document::pg_catalog.text, 'UTF8'))
$$;
COMMENT ON FUNCTION jsonb_sha256(jsonb) IS
    'SHA-256 of the canonical text of a document: jsonb orders keys and drops duplicates and white space.';

CREATE TYPE user_role_enum AS ENUM (
    'viewer',
    'analyst',
    'operator',
    'manager',
    'admin'
);
COMMENT ON TYPE user_role_enum IS 'Roles in rising order of power, so that comparison with < and > is meaningful.';

CREATE TYPE session_end_reason_enum AS ENUM (
    'logout',
    'expired',
    'password_changed',
    'account_disabled',
    'revoked'
);

CREATE TYPE auth_event_type_enum AS ENUM (
    'login',
    'logout',
    'token_refresh',
    'session_expired',
    'email_verification',
    'password_change',
    'password_reset_request',
    'password_reset',
    'mfa_enrolment',
    'mfa_challenge',
    'mfa_removal',
    'account_locked',
    'account_unlocked'
);

CREATE TYPE auth_event_status_enum AS ENUM (
    'success',
    'failure',
    'blocked'
);

CREATE TABLE users (
    id                               uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    email                            varchar(320) NOT NULL,
    email_verified_at                timestamptz,
    email_verification_token_hash    sha256_digest,
    email_verification_expires_at    timestamptz,
    first_name                       varchar(100) NOT NULL,
    last_name                        varchar(100) NOT NULL,
    full_name                        text NOT NULL GENERATED ALWAYS AS (btrim(first_name || ' ' || last_name)) STORED,
    avatar_url                       varchar(2048),
    role                             user_role_enum NOT NULL DEFAULT 'viewer',
    is_active                        boolean NOT NULL DEFAULT true,
    password_hash                    varchar(255) NOT NULL,
    password_pepper_version          integer NOT NULL DEFAULT 1,
    password_changed_at              timestamptz NOT NULL DEFAULT now(),
    must_change_password             boolean NOT NULL DEFAULT false,
    failed_login_attempts            integer NOT NULL DEFAULT 0,
    locked_until                     timestamptz,
    mfa_enabled                      boolean NOT NULL DEFAULT false,
    mfa_secret_encrypted             bytea,
    mfa_backup_codes_encrypted       bytea,
    mfa_last_used_at                 timestamptz,
    last_login_at                    timestamptz,
    last_login_address               inet,
    created_at                       timestamptz NOT NULL DEFAULT now(),
    updated_at                       timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT users_email_format_check CHECK (email ~ '^[^@[:space:]]+@[^@[:space:]]+$'),
    CONSTRAINT users_email_verification_check CHECK ((email_verification_token_hash IS NULL) = (email_verification_expires_at IS NULL)),
    CONSTRAINT users_password_pepper_version_check CHECK (password_pepper_version > 0),
    CONSTRAINT users_failed_login_attempts_check CHECK (failed_login_attempts >= 0),
    CONSTRAINT users_mfa_secret_check CHECK (NOT mfa_enabled OR mfa_secret_encrypted IS NOT NULL)
);
COMMENT ON TABLE users IS 'Accounts. Deactivated (is_active) rather than deleted once they own campaigns.';
COMMENT ON COLUMN users.email IS 'Login name, kept as typed; unique without regard to case through users_email_lower_key.';
COMMENT ON COLUMN users.email_verification_token_hash IS 'SHA-256 of the token that was mailed; the token itself is never stored.';
COMMENT ON COLUMN users.password_pepper_version IS 'Which server-side pepper went into password_hash, so that peppers can be rotated.';
COMMENT ON COLUMN users.locked_until IS 'Logins are refused until this time; NULL or past = not locked.';
COMMENT ON COLUMN users.mfa_secret_encrypted IS 'TOTP secret, encrypted by the application.';
COMMENT ON COLUMN users.mfa_backup_codes_encrypted IS 'Remaining backup codes, encrypted by the application as one block.';

CREATE UNIQUE INDEX users_email_lower_key ON users (lower(email));

-- Partial: almost every account is verified and holds no token.
CREATE UNIQUE INDEX users_email_verification_token_hash_key
    ON users (email_verification_token_hash)
    WHERE email_verification_token_hash IS NOT NULL;

CREATE TABLE user_sessions (
    id                      uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    user_id                 uuid NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    token_hash              sha256_digest NOT NULL,
    client_address          inet NOT NULL,
    user_agent              varchar(1024),
    session_fingerprint     varchar(128),
    browser_fingerprint     varchar(128),
    device_fingerprint      varchar(128),
    created_at              timestamptz NOT NULL DEFAULT now(),
    expires_at              timestamptz NOT NULL,
    last_activity_at        timestamptz NOT NULL DEFAULT now(),
    ended_at                timestamptz,
    end_reason              session_end_reason_enum,
    CONSTRAINT user_sessions_token_hash_key UNIQUE (token_hash),
    CONSTRAINT user_sessions_expires_at_check CHECK (expires_at > created_at),
    CONSTRAINT user_sessions_end_check CHECK ((ended_at IS NULL) = (end_reason IS NULL))
);
COMMENT ON TABLE user_sessions IS 'Logins in force and, until cleaned up, those that ended.';
COMMENT ON COLUMN user_sessions.token_hash IS 'SHA-256 of the bearer token; the token itself is never stored.';
COMMENT ON COLUMN user_sessions.ended_at IS 'Set by a trigger when end_reason is set; NULL while the session is in force.';

CREATE TABLE auth_audit_logs (
    id                      bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY,
    user_id                 uuid REFERENCES users (id) ON DELETE SET NULL,
    session_id              uuid REFERENCES user_sessions (id) ON DELETE SET NULL,
    event_type              auth_event_type_enum NOT NULL,
    event_status            auth_event_status_enum NOT NULL,
    client_address          inet,
    user_agent              varchar(1024),
    session_fingerprint     varchar(128),
    risk_score              score NOT NULL DEFAULT 0,
    security_flags          text[] NOT NULL DEFAULT '{}',
    details                 jsonb NOT NULL DEFAULT '{}' CHECK (jsonb_typeof(details) = 'object'),
    created_at              timestamptz NOT NULL DEFAULT now()
);
COMMENT ON TABLE auth_audit_logs IS 'Every attempt to authenticate and every change of a credential.';
COMMENT ON COLUMN auth_audit_logs.user_id IS 'NULL when the attempt named no known account, or the account was deleted since.';
COMMENT ON COLUMN auth_audit_logs.security_flags IS 'Short machine-readable marks, such as new_device or tor_exit.';

CREATE TABLE password_reset_tokens (
    id                uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    user_id           uuid NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    token_hash        sha256_digest NOT NULL,
    client_address    inet,
    user_agent        varchar(1024),
    created_at        timestamptz NOT NULL DEFAULT now(),
    expires_at        timestamptz NOT NULL,
    used_at           timestamptz,
    CONSTRAINT password_reset_tokens_token_hash_key UNIQUE (token_hash),
    CONSTRAINT password_reset_tokens_expires_at_check CHECK (expires_at > created_at),
    CONSTRAINT password_reset_tokens_used_at_check CHECK (used_at BETWEEN created_at AND expires_at)
);
COMMENT ON TABLE password_reset_tokens IS 'Password resets asked for; each can be used once, before it expires.';

CREATE TABLE rate_limits (
    identifier           varchar(255) NOT NULL,
    action               varchar(64) NOT NULL,
    attempts             integer NOT NULL DEFAULT 0,
    window_started_at    timestamptz NOT NULL DEFAULT now(),
    blocked_until        timestamptz,
    CONSTRAINT rate_limits_pkey PRIMARY KEY (identifier, action),
    CONSTRAINT rate_limits_identifier_check CHECK (length(identifier) > 0),
    CONSTRAINT rate_limits_attempts_check CHECK (attempts >= 0)
) WITH (fillfactor = 70);
COMMENT ON TABLE rate_limits IS
    'One counter per caller and action. Rows are updated in place at every attempt: no column but the key is indexed, so that these updates stay heap-only.';
COMMENT ON COLUMN rate_limits.identifier IS 'Who is limited: an address, an account id or an API key id, as text.';
