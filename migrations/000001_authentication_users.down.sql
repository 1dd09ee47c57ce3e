-- Removes accounts, sessions, the authentication audit trail and rate limits,
-- then the types and the helper that everything else was built on.

DROP TABLE rate_limits;
DROP TABLE password_reset_tokens;
DROP TABLE auth_audit_logs;
DROP TABLE user_sessions;
DROP TABLE users;

DROP TYPE auth_event_status_enum;
DROP TYPE auth_event_type_enum;
DROP TYPE session_end_reason_enum;
DROP TYPE user_role_enum;

DROP FUNCTION jsonb_sha256(jsonb);

DROP DOMAIN sha256_digest;
DROP DOMAIN score;
DROP DOMAIN percentage;
