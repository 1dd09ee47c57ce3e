-- Sessions end once, and with the account or its password.

-- setup
INSERT INTO users (id, email, first_name, last_name, password_hash) VALUES
    ('a0000000-0000-0000-0000-000000000001', 'ada@example.com', 'Ada', 'Lovelace', 'old'),
    ('a0000000-0000-0000-0000-000000000002', 'bob@example.com', 'Bob', 'Byte', 'hash');
INSERT INTO user_sessions (id, user_id, token_hash, client_address, expires_at) VALUES
    ('5e000000-0000-0000-0000-000000000001', 'a0000000-0000-0000-0000-000000000001', sha256('1'), '192.0.2.1', '2100-01-01'),
    ('5e000000-0000-0000-0000-000000000002', 'a0000000-0000-0000-0000-000000000001', sha256('2'), '192.0.2.2', '2100-01-01'),
    ('5e000000-0000-0000-0000-000000000003', 'a0000000-0000-0000-0000-000000000002', sha256('3'), '192.0.2.3', '2100-01-01');

-- test: a reason ends a session, now
-- user_sessions_end
UPDATE user_sessions SET end_reason = 'logout' WHERE id = '5e000000-0000-0000-0000-000000000001';
-- rows:
--   1 | logout | t
--   2 | ∅ | ∅
--   3 | ∅ | ∅
SELECT right(id::text, 1), end_reason, ended_at >= now() FROM user_sessions ORDER BY id;

-- test: a session that has ended is never revived or used
UPDATE user_sessions SET end_reason = 'revoked';
-- refused: SC012 session 5e000000-0000-0000-0000-000000000001 has ended hint: Log in again; an ended session is never revived.
UPDATE user_sessions SET last_activity_at = now() WHERE id = '5e000000-0000-0000-0000-000000000001';
-- refused: SC012 has ended
UPDATE user_sessions SET ended_at = NULL, end_reason = NULL WHERE id = '5e000000-0000-0000-0000-000000000001';

-- test: a session may be noted as ended from the beginning
INSERT INTO user_sessions (user_id, token_hash, client_address, expires_at, end_reason) VALUES
    ('a0000000-0000-0000-0000-000000000001', sha256('4'), '192.0.2.4', '2100-01-01', 'revoked');
-- rows:
--   1
SELECT count(*) FROM user_sessions WHERE ended_at IS NOT NULL;

-- test: an account that is disabled loses all its sessions and nobody else's
-- users_end_sessions
UPDATE users SET is_active = false WHERE first_name = 'Ada';
-- rows:
--   1 | account_disabled | t
--   2 | account_disabled | t
--   3 | ∅ | f
SELECT right(id::text, 1), end_reason, ended_at IS NOT NULL FROM user_sessions ORDER BY id;

-- test: a new password ends the other sessions, not the one it was changed in
SET LOCAL app.session_id = '5e000000-0000-0000-0000-000000000002';
UPDATE users SET password_hash = 'new' WHERE first_name = 'Ada';
-- rows:
--   1 | password_changed
--   2 | ∅
--   3 | ∅
SELECT right(id::text, 1), end_reason FROM user_sessions ORDER BY id;

-- test: other changes of an account end no session
UPDATE users SET last_name = 'King', role = 'admin', password_hash = password_hash;
UPDATE users SET is_active = true;
-- rows:
--   0
SELECT count(*) FROM user_sessions WHERE ended_at IS NOT NULL;

-- test: sessions that have ended do not stop an account from being disabled or removed
UPDATE user_sessions SET end_reason = 'logout';
UPDATE users SET is_active = false WHERE first_name = 'Ada';
DELETE FROM users WHERE first_name = 'Ada';
-- rows:
--   1
SELECT count(*) FROM user_sessions;
