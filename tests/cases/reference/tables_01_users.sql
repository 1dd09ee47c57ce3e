-- Users, sessions, the authentication audit, password resets and rate limits: legal rows are taken, illegal ones refused.

-- setup
INSERT INTO users (id, email, first_name, last_name, password_hash)
VALUES ('a0000000-0000-0000-0000-000000000001', 'Ada@example.com', 'Ada', 'Lovelace', 'hash');
INSERT INTO user_sessions (id, user_id, token_hash, client_address, expires_at)
VALUES ('50000000-0000-0000-0000-000000000001', 'a0000000-0000-0000-0000-000000000001', sha256('session'), '192.0.2.1', now() + interval '1 hour');
INSERT INTO auth_audit_logs (user_id, session_id, event_type, event_status)
VALUES ('a0000000-0000-0000-0000-000000000001', '50000000-0000-0000-0000-000000000001', 'login', 'success');
INSERT INTO password_reset_tokens (user_id, token_hash, expires_at)
VALUES ('a0000000-0000-0000-0000-000000000001', sha256('reset'), now() + interval '1 hour');
INSERT INTO rate_limits (identifier, action) VALUES ('192.0.2.1', 'login');

-- users

-- test: a new account is an active viewer that is not locked and has no second factor
-- rows:
--   Ada Lovelace | viewer | t | 1 | 0 | ∅ | f | f | t
SELECT full_name, role, is_active, password_pepper_version, failed_login_attempts, locked_until, must_change_password, mfa_enabled, updated_at = created_at
FROM users;

-- test: an account takes everything it can hold
INSERT INTO users (
    email, email_verification_token_hash, email_verification_expires_at, first_name, last_name, avatar_url, role,
    password_hash, password_pepper_version, failed_login_attempts, locked_until, must_change_password,
    mfa_enabled, mfa_secret_encrypted, mfa_backup_codes_encrypted, mfa_last_used_at, last_login_at, last_login_address
) VALUES (
    'grace@example.com', sha256('verify'), now() + interval '1 day', 'Grace', 'Hopper', 'https://example.com/grace.png', 'admin',
    'hash', 2, 3, now() + interval '5 minutes', true,
    true, '\x01', '\x02', now(), now(), '2001:db8::1'
);
-- rows:
--   Grace Hopper | 2001:db8::1
SELECT full_name, last_login_address FROM users WHERE email = 'grace@example.com';

-- test: the full name is not written by hand
-- refused: 428C9 column "full_name"
UPDATE users SET full_name = 'Countess of Lovelace';

-- test: an e-mail address has one @ with something on both sides and no white space
-- refused: 23514 users_email_format_check
UPDATE users SET email = 'ada';
-- refused: 23514 users_email_format_check
UPDATE users SET email = '@example.com';
-- refused: 23514 users_email_format_check
UPDATE users SET email = 'ada@';
-- refused: 23514 users_email_format_check
UPDATE users SET email = 'ada@home@example.com';
-- refused: 23514 users_email_format_check
UPDATE users SET email = 'ada lovelace@example.com';

-- test: an e-mail address is unique without regard to case
-- refused: 23505 users_email_lower_key
INSERT INTO users (email, first_name, last_name, password_hash) VALUES ('ADA@EXAMPLE.COM', 'Ada', 'Byron', 'hash');

-- test: a verification token has an expiry, and an expiry belongs to a token
-- refused: 23514 users_email_verification_check
UPDATE users SET email_verification_token_hash = sha256('verify');
-- refused: 23514 users_email_verification_check
UPDATE users SET email_verification_expires_at = now() + interval '1 day';

-- test: no two accounts share a verification token
UPDATE users SET email_verification_token_hash = sha256('verify'), email_verification_expires_at = now() + interval '1 day';
-- refused: 23505 users_email_verification_token_hash_key
INSERT INTO users (email, first_name, last_name, password_hash, email_verification_token_hash, email_verification_expires_at)
VALUES ('grace@example.com', 'Grace', 'Hopper', 'hash', sha256('verify'), now() + interval '1 day');

-- test: any number of accounts have no verification token
INSERT INTO users (email, first_name, last_name, password_hash) VALUES ('grace@example.com', 'Grace', 'Hopper', 'hash');
INSERT INTO users (email, first_name, last_name, password_hash) VALUES ('edsger@example.com', 'Edsger', 'Dijkstra', 'hash');

-- test: a digest is 32 bytes long
-- refused: 23514 sha256_digest_length_check
UPDATE users SET email_verification_token_hash = '\x00', email_verification_expires_at = now() + interval '1 day';
-- refused: 23514 sha256_digest_length_check
UPDATE user_sessions SET token_hash = sha256('session') || '\x00'::bytea;

-- test: pepper versions count from 1
-- refused: 23514 users_password_pepper_version_check
UPDATE users SET password_pepper_version = 0;

-- test: failed logins are never fewer than none
-- refused: 23514 users_failed_login_attempts_check
UPDATE users SET failed_login_attempts = -1;

-- test: a second factor that is on has a secret
-- refused: 23514 users_mfa_secret_check
UPDATE users SET mfa_enabled = true;

-- test: an account has an e-mail address, a password and a name
-- refused: 23502 "email" of relation "users"
UPDATE users SET email = NULL;
-- refused: 23502 "password_hash" of relation "users"
UPDATE users SET password_hash = NULL;
-- refused: 23502 "first_name" of relation "users"
UPDATE users SET first_name = NULL;
-- refused: 23502 "last_name" of relation "users"
UPDATE users SET last_name = NULL;
-- refused: 23502 "role" of relation "users"
UPDATE users SET role = NULL;

-- test: a role is one of those that exist
-- refused: 22P02 user_role_enum
UPDATE users SET role = 'superuser';

-- user_sessions

-- test: a new session is in force
-- rows:
--   t | ∅ | ∅
SELECT last_activity_at = created_at, ended_at, end_reason FROM user_sessions;

-- test: a session keeps three fingerprints and the user agent
UPDATE user_sessions SET session_fingerprint = 's', browser_fingerprint = 'b', device_fingerprint = 'd', user_agent = 'Mozilla/5.0';
-- rows:
--   s | b | d | Mozilla/5.0
SELECT session_fingerprint, browser_fingerprint, device_fingerprint, user_agent FROM user_sessions;

-- test: no two sessions share a token
-- refused: 23505 user_sessions_token_hash_key
INSERT INTO user_sessions (user_id, token_hash, client_address, expires_at)
VALUES ('a0000000-0000-0000-0000-000000000001', sha256('session'), '192.0.2.2', now() + interval '1 hour');

-- test: a session expires after it began
-- refused: 23514 user_sessions_expires_at_check
UPDATE user_sessions SET expires_at = created_at;

-- test: a session does not end without a reason
-- refused: 23514 user_sessions_end_check
UPDATE user_sessions SET ended_at = now();

-- test: a session with a reason to end has its time filled in
UPDATE user_sessions SET end_reason = 'logout';
-- rows:
--   t
SELECT ended_at >= created_at FROM user_sessions;

-- test: a session belongs to an account that exists
-- refused: 23503 user_sessions_user_id_fkey
UPDATE user_sessions SET user_id = 'a0000000-0000-0000-0000-000000000009';

-- test: a session has an account, a token, an address and an expiry
-- refused: 23502 "user_id" of relation "user_sessions"
UPDATE user_sessions SET user_id = NULL;
-- refused: 23502 "token_hash" of relation "user_sessions"
UPDATE user_sessions SET token_hash = NULL;
-- refused: 23502 "client_address" of relation "user_sessions"
UPDATE user_sessions SET client_address = NULL;
-- refused: 23502 "expires_at" of relation "user_sessions"
UPDATE user_sessions SET expires_at = NULL;

-- auth_audit_logs

-- test: an authentication is logged without risk, flags or details unless told otherwise
-- rows:
--   0.00 | {} | {}
SELECT risk_score, security_flags, details FROM auth_audit_logs;

-- test: an attempt that names no known account is logged all the same
INSERT INTO auth_audit_logs (event_type, event_status, client_address, risk_score, security_flags, details)
VALUES ('login', 'failure', '203.0.113.7', 99.99, '{new_device,tor_exit}', '{"email": "nobody@example.com"}');
-- rows:
--   99.99 | {new_device,tor_exit}
SELECT risk_score, security_flags FROM auth_audit_logs WHERE user_id IS NULL;

-- test: a risk score lies between 0 and 100
UPDATE auth_audit_logs SET risk_score = 0;
UPDATE auth_audit_logs SET risk_score = 100;
-- refused: 23514 score_range_check
UPDATE auth_audit_logs SET risk_score = -0.01;
-- refused: 23514 score_range_check
UPDATE auth_audit_logs SET risk_score = 100.01;

-- test: details of an authentication are an object
-- refused: 23514 auth_audit_logs_details_check
UPDATE auth_audit_logs SET details = '[]';

-- test: a logged authentication names an account and a session that exist
-- refused: 23503 auth_audit_logs_user_id_fkey
UPDATE auth_audit_logs SET user_id = 'a0000000-0000-0000-0000-000000000009';
-- refused: 23503 auth_audit_logs_session_id_fkey
UPDATE auth_audit_logs SET session_id = '50000000-0000-0000-0000-000000000009';

-- test: a logged authentication says what was tried and how it went
-- refused: 23502 "event_type" of relation "auth_audit_logs"
UPDATE auth_audit_logs SET event_type = NULL;
-- refused: 23502 "event_status" of relation "auth_audit_logs"
UPDATE auth_audit_logs SET event_status = NULL;

-- test: the number of a logged authentication is the database's to give
-- refused: 428C9 column "id"
INSERT INTO auth_audit_logs (id, event_type, event_status) VALUES (1, 'login', 'success');

-- password_reset_tokens

-- test: a reset that was asked for has not been used
-- rows:
--   t | ∅
SELECT created_at = now(), used_at FROM password_reset_tokens;

-- test: no two resets share a token
-- refused: 23505 password_reset_tokens_token_hash_key
INSERT INTO password_reset_tokens (user_id, token_hash, expires_at)
VALUES ('a0000000-0000-0000-0000-000000000001', sha256('reset'), now() + interval '2 hours');

-- test: one account may ask for several resets
INSERT INTO password_reset_tokens (user_id, token_hash, expires_at)
VALUES ('a0000000-0000-0000-0000-000000000001', sha256('another'), now() + interval '1 hour');

-- test: a reset expires after it was asked for
-- refused: 23514 password_reset_tokens_expires_at_check
UPDATE password_reset_tokens SET expires_at = created_at;

-- test: a reset is used after it was asked for and before it expires
UPDATE password_reset_tokens SET used_at = now();
-- refused: 23514 password_reset_tokens_used_at_check
UPDATE password_reset_tokens SET used_at = created_at - interval '1 second';
-- refused: 23514 password_reset_tokens_used_at_check
UPDATE password_reset_tokens SET used_at = expires_at + interval '1 second';

-- test: a reset is for an account that exists
-- refused: 23503 password_reset_tokens_user_id_fkey
UPDATE password_reset_tokens SET user_id = 'a0000000-0000-0000-0000-000000000009';

-- test: a reset has an account, a token and an expiry
-- refused: 23502 "user_id" of relation "password_reset_tokens"
UPDATE password_reset_tokens SET user_id = NULL;
-- refused: 23502 "token_hash" of relation "password_reset_tokens"
UPDATE password_reset_tokens SET token_hash = NULL;
-- refused: 23502 "expires_at" of relation "password_reset_tokens"
UPDATE password_reset_tokens SET expires_at = NULL;

-- rate_limits

-- test: a rate limit starts to count at nothing, now
-- rows:
--   0 | t | ∅
SELECT attempts, window_started_at = now(), blocked_until FROM rate_limits;

-- test: a caller has one counter for each action
INSERT INTO rate_limits (identifier, action) VALUES ('192.0.2.1', 'password_reset');
-- refused: 23505 rate_limits_pkey
INSERT INTO rate_limits (identifier, action) VALUES ('192.0.2.1', 'login');

-- test: somebody is limited
-- refused: 23514 rate_limits_identifier_check
UPDATE rate_limits SET identifier = '';
-- refused: 23502 "identifier" of relation "rate_limits"
UPDATE rate_limits SET identifier = NULL;
-- refused: 23502 "action" of relation "rate_limits"
UPDATE rate_limits SET action = NULL;

-- test: attempts are never fewer than none
-- refused: 23514 rate_limits_attempts_check
UPDATE rate_limits SET attempts = -1;

-- what an account takes along

-- test: an account that is deleted takes its sessions and resets along, and leaves its trail
DELETE FROM users;
-- rows:
--   0 | 0 | 1
SELECT
    (SELECT count(*) FROM user_sessions),
    (SELECT count(*) FROM password_reset_tokens),
    (SELECT count(*) FROM auth_audit_logs WHERE user_id IS NULL AND session_id IS NULL);
