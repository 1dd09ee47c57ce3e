-- Security events, authorization decisions and access grants: legal rows are taken, illegal ones refused.

-- setup
INSERT INTO users (id, email, first_name, last_name, password_hash) VALUES
    ('a0000000-0000-0000-0000-000000000001', 'ada@example.com', 'Ada', 'Lovelace', 'hash'),
    ('a0000000-0000-0000-0000-000000000002', 'grace@example.com', 'Grace', 'Hopper', 'hash');
INSERT INTO user_sessions (id, user_id, token_hash, client_address, expires_at)
VALUES ('50000000-0000-0000-0000-000000000001', 'a0000000-0000-0000-0000-000000000002', sha256('session'), '192.0.2.1', now() + interval '1 hour');
INSERT INTO lead_generation_campaigns (id, name, owner_id)
VALUES ('c0000000-0000-0000-0000-000000000001', 'Spring', 'a0000000-0000-0000-0000-000000000001');
INSERT INTO security_events (event_type, severity, description, user_id, session_id, campaign_id)
VALUES ('brute_force', 'high', 'many passwords', 'a0000000-0000-0000-0000-000000000002', '50000000-0000-0000-0000-000000000001', 'c0000000-0000-0000-0000-000000000001');
INSERT INTO authorization_decisions (user_id, campaign_id, resource_type, action, decision, policy_name, duration_ms)
VALUES ('a0000000-0000-0000-0000-000000000002', 'c0000000-0000-0000-0000-000000000001', 'campaign', 'read', 'allow', 'owners', 0.125);
INSERT INTO campaign_access_grants (id, campaign_id, grantee_id, grant_kind, granted_by)
VALUES ('60000000-0000-0000-0000-000000000001', 'c0000000-0000-0000-0000-000000000001', 'a0000000-0000-0000-0000-000000000002', 'read', 'a0000000-0000-0000-0000-000000000001');

-- security_events

-- test: a new security event is open, without risk, and kept for a year
-- rows:
--   open | 0.00 | {} | 365 | ∅ | ∅
SELECT status, risk_score, details, retention_days, resolved_at, resolved_by FROM security_events;

-- test: an event may be purged on the day after its last day of retention
INSERT INTO security_events (event_type, severity, description, retention_days, created_at)
VALUES ('policy_violation', 'low', 'old', 30, '2024-01-31 23:59:59+00');
-- rows:
--   2024-03-02
SELECT purge_on FROM security_events WHERE description = 'old';

-- test: the day of purging is not written by hand
-- refused: 428C9 column "purge_on"
UPDATE security_events SET purge_on = '2020-01-01';

-- test: an event that is resolved says when and by whom, and one that is not does not
UPDATE security_events SET status = 'investigating';
-- refused: 23514 security_events_resolution_check
UPDATE security_events SET status = 'resolved';
-- refused: 23514 security_events_resolution_check
UPDATE security_events SET status = 'false_positive', resolved_at = now();
-- refused: 23514 security_events_resolution_check
UPDATE security_events SET resolved_at = now(), resolved_by = 'a0000000-0000-0000-0000-000000000001';
-- refused: 23514 security_events_resolution_check
UPDATE security_events SET resolved_by = 'a0000000-0000-0000-0000-000000000001';
UPDATE security_events SET status = 'resolved', resolved_at = now(), resolved_by = 'a0000000-0000-0000-0000-000000000001', resolution = 'locked';

-- test: an event is not resolved before it happened
-- refused: 23514 security_events_resolution_check
UPDATE security_events
SET status = 'resolved', resolved_at = created_at - interval '1 second', resolved_by = 'a0000000-0000-0000-0000-000000000001';

-- test: an event is kept between a day and ten years
UPDATE security_events SET retention_days = 3660;
-- refused: 23514 security_events_retention_days_check
UPDATE security_events SET retention_days = 0;
-- refused: 23514 security_events_retention_days_check
UPDATE security_events SET retention_days = 3661;

-- test: details of an event are an object, and its risk a score
-- refused: 23514 security_events_details_check
UPDATE security_events SET details = '[]';
-- refused: 23514 score_range_check
UPDATE security_events SET risk_score = 101;

-- test: an event names a user, a session, a campaign and a resolver who exist
-- refused: 23503 security_events_user_id_fkey
UPDATE security_events SET user_id = 'a0000000-0000-0000-0000-000000000009';
-- refused: 23503 security_events_session_id_fkey
UPDATE security_events SET session_id = '50000000-0000-0000-0000-000000000009';
-- refused: 23503 security_events_campaign_id_fkey
UPDATE security_events SET campaign_id = 'c0000000-0000-0000-0000-000000000009';
-- refused: 23503 security_events_resolved_by_fkey
UPDATE security_events SET status = 'resolved', resolved_at = now(), resolved_by = 'a0000000-0000-0000-0000-000000000009';

-- test: an event has a type, a severity and a description
-- refused: 23502 "event_type" of relation "security_events"
UPDATE security_events SET event_type = NULL;
-- refused: 23502 "severity" of relation "security_events"
UPDATE security_events SET severity = NULL;
-- refused: 23502 "description" of relation "security_events"
UPDATE security_events SET description = NULL;

-- authorization_decisions

-- test: a decision has no conditions and grants nothing unless told otherwise
-- rows:
--   1 | {} | {} | 0.00 | 0.125
SELECT policy_version, conditions, granted_permissions, risk_score, duration_ms FROM authorization_decisions;

-- test: conditions of a decision are an object
-- refused: 23514 authorization_decisions_conditions_check
UPDATE authorization_decisions SET decision = 'conditional', conditions = '["mfa"]';

-- test: a conditional decision has conditions, and no other has
UPDATE authorization_decisions SET decision = 'conditional', conditions = '{"mfa": true}', granted_permissions = '{read}';
-- refused: 23514 authorization_decisions_conditional_check
UPDATE authorization_decisions SET conditions = '{}';
-- refused: 23514 authorization_decisions_conditional_check
UPDATE authorization_decisions SET decision = 'allow';

-- test: who is denied is granted nothing
UPDATE authorization_decisions SET decision = 'deny';
-- refused: 23514 authorization_decisions_deny_check
UPDATE authorization_decisions SET granted_permissions = '{read}';

-- test: versions of a policy count from 1
-- refused: 23514 authorization_decisions_policy_version_check
UPDATE authorization_decisions SET policy_version = 0;

-- test: a decision takes a time that is a number, and not negative
-- refused: 23514 authorization_decisions_duration_check
UPDATE authorization_decisions SET duration_ms = -0.001;
-- refused: 23514 authorization_decisions_duration_check
UPDATE authorization_decisions SET duration_ms = 'NaN';

-- test: a decision names a user and a campaign who exist
-- refused: 23503 authorization_decisions_user_id_fkey
UPDATE authorization_decisions SET user_id = 'a0000000-0000-0000-0000-000000000009';
-- refused: 23503 authorization_decisions_campaign_id_fkey
UPDATE authorization_decisions SET campaign_id = 'c0000000-0000-0000-0000-000000000009';

-- test: a decision says what was asked for, what came of it and why
-- refused: 23502 "resource_type" of relation "authorization_decisions"
UPDATE authorization_decisions SET resource_type = NULL;
-- refused: 23502 "action" of relation "authorization_decisions"
UPDATE authorization_decisions SET action = NULL;
-- refused: 23502 "decision" of relation "authorization_decisions"
UPDATE authorization_decisions SET decision = NULL;
-- refused: 23502 "policy_name" of relation "authorization_decisions"
UPDATE authorization_decisions SET policy_name = NULL;

-- campaign_access_grants

-- test: a new grant holds for all phases, from everywhere, until it is revoked
-- rows:
--   ∅ | ∅ | ∅ | ∅ | ∅ | 0
SELECT permitted_phases, allowed_addresses, expires_at, revoked_at, delegated_from_id, delegation_depth FROM campaign_access_grants;

-- test: a grant may be limited to phases, addresses and a time
INSERT INTO campaign_access_grants (campaign_id, grantee_id, grant_kind, permitted_phases, allowed_addresses, granted_by, expires_at)
VALUES ('c0000000-0000-0000-0000-000000000001', 'a0000000-0000-0000-0000-000000000002', 'write', '{dns_validation,analysis}', '{192.0.2.0/24}',
    'a0000000-0000-0000-0000-000000000001', now() + interval '1 day');
-- rows:
--   {dns_validation,analysis} | {192.0.2.0/24}
SELECT permitted_phases, allowed_addresses FROM campaign_access_grants WHERE grant_kind = 'write';

-- test: a user has one grant of a kind in force for a campaign
-- refused: 23505 campaign_access_grants_in_force_key
INSERT INTO campaign_access_grants (campaign_id, grantee_id, grant_kind, granted_by)
VALUES ('c0000000-0000-0000-0000-000000000001', 'a0000000-0000-0000-0000-000000000002', 'read', 'a0000000-0000-0000-0000-000000000001');

-- test: a revoked grant does not stand in the way of a new one
UPDATE campaign_access_grants SET revoked_at = now(), revoked_by = 'a0000000-0000-0000-0000-000000000001';
INSERT INTO campaign_access_grants (campaign_id, grantee_id, grant_kind, granted_by)
VALUES ('c0000000-0000-0000-0000-000000000001', 'a0000000-0000-0000-0000-000000000002', 'read', 'a0000000-0000-0000-0000-000000000001');

-- test: an expired grant does not stand in the way of a new one, and is closed by it
UPDATE campaign_access_grants SET granted_at = now() - interval '2 days', expires_at = now() - interval '1 day';
INSERT INTO campaign_access_grants (campaign_id, grantee_id, grant_kind, granted_by)
VALUES ('c0000000-0000-0000-0000-000000000001', 'a0000000-0000-0000-0000-000000000002', 'read', 'a0000000-0000-0000-0000-000000000001');
-- rows:
--   t | expired
--   ∅ | ∅
SELECT revoked_at = expires_at, revoke_reason FROM campaign_access_grants ORDER BY granted_at;

-- test: a limit to phases or addresses names one at least, and each is known
-- refused: 23514 campaign_access_grants_permitted_phases_check
UPDATE campaign_access_grants SET permitted_phases = '{}';
-- refused: 23514 campaign_access_grants_permitted_phases_check
UPDATE campaign_access_grants SET permitted_phases = '{analysis,NULL}';
-- refused: 23514 campaign_access_grants_allowed_addresses_check
UPDATE campaign_access_grants SET allowed_addresses = '{}';
-- refused: 23514 campaign_access_grants_allowed_addresses_check
UPDATE campaign_access_grants SET allowed_addresses = '{192.0.2.1,NULL}';

-- test: a grant expires after it was given
-- refused: 23514 campaign_access_grants_expires_at_check
UPDATE campaign_access_grants SET expires_at = granted_at;

-- test: a revoked grant says when and by whom, and not before it was given
-- refused: 23514 campaign_access_grants_revoked_check
UPDATE campaign_access_grants SET revoked_at = now();
-- refused: 23514 campaign_access_grants_revoked_check
UPDATE campaign_access_grants SET revoked_by = 'a0000000-0000-0000-0000-000000000001';
-- refused: 23514 campaign_access_grants_revoked_check
UPDATE campaign_access_grants SET revoked_at = granted_at - interval '1 second', revoked_by = 'a0000000-0000-0000-0000-000000000001';

-- test: a grant is delegated through five others at most
INSERT INTO campaign_access_grants (id, campaign_id, grantee_id, grant_kind, granted_by, delegated_from_id) VALUES
    ('60000000-0000-0000-0000-000000000002', 'c0000000-0000-0000-0000-000000000001', 'a0000000-0000-0000-0000-000000000002', 'write',
        'a0000000-0000-0000-0000-000000000002', '60000000-0000-0000-0000-000000000001');
UPDATE campaign_access_grants SET delegation_depth = 5 WHERE grant_kind = 'write';
-- refused: 23514 campaign_access_grants_delegation_check
INSERT INTO campaign_access_grants (campaign_id, grantee_id, grant_kind, granted_by, delegated_from_id)
VALUES ('c0000000-0000-0000-0000-000000000001', 'a0000000-0000-0000-0000-000000000002', 'admin',
    'a0000000-0000-0000-0000-000000000002', '60000000-0000-0000-0000-000000000002');

-- test: a delegated grant has a source, and one of the owner has none
-- refused: 23514 campaign_access_grants_delegation_check
UPDATE campaign_access_grants SET delegation_depth = 1;
-- refused: 23514 campaign_access_grants_delegation_check
UPDATE campaign_access_grants SET delegated_from_id = id;
-- refused: 23514 campaign_access_grants_delegation_check
UPDATE campaign_access_grants SET delegation_depth = -1, delegated_from_id = id;

-- test: a grant names a campaign, users and a source who exist
-- refused: 23503 campaign_access_grants_campaign_id_fkey
UPDATE campaign_access_grants SET campaign_id = 'c0000000-0000-0000-0000-000000000009';
-- refused: 23503 campaign_access_grants_grantee_id_fkey
UPDATE campaign_access_grants SET grantee_id = 'a0000000-0000-0000-0000-000000000009';
-- refused: 23503 campaign_access_grants_granted_by_fkey
UPDATE campaign_access_grants SET granted_by = 'a0000000-0000-0000-0000-000000000009';
-- refused: 23503 campaign_access_grants_revoked_by_fkey
UPDATE campaign_access_grants SET revoked_at = now(), revoked_by = 'a0000000-0000-0000-0000-000000000009';
-- refused: 23503 campaign_access_grants_delegated_from_id_fkey
UPDATE campaign_access_grants SET delegation_depth = 1, delegated_from_id = '60000000-0000-0000-0000-000000000009';

-- test: a grant has a campaign, a grantee, a kind and a giver
-- refused: 23502 "campaign_id" of relation "campaign_access_grants"
UPDATE campaign_access_grants SET campaign_id = NULL;
-- refused: 23502 "grantee_id" of relation "campaign_access_grants"
UPDATE campaign_access_grants SET grantee_id = NULL;
-- refused: 23502 "grant_kind" of relation "campaign_access_grants"
UPDATE campaign_access_grants SET grant_kind = NULL;
-- refused: 23502 "granted_by" of relation "campaign_access_grants"
UPDATE campaign_access_grants SET granted_by = NULL;

-- what users and campaigns take along

-- test: events and decisions outlive the campaign and the user they speak of, grants do not
DELETE FROM lead_generation_campaigns;
DELETE FROM users WHERE email = 'grace@example.com';
-- rows:
--   1 | 0 | 0 | 0
SELECT count(*), count(user_id), count(session_id), count(campaign_id) FROM security_events;
-- rows:
--   1 | 0 | 0
SELECT count(*), count(user_id), count(campaign_id) FROM authorization_decisions;
-- rows:
--   0
SELECT count(*) FROM campaign_access_grants;

-- test: who resolved an event or gave a grant is not deleted
DELETE FROM campaign_access_grants;
UPDATE security_events SET status = 'resolved', resolved_at = now(), resolved_by = 'a0000000-0000-0000-0000-000000000002';
-- refused: 23503 security_events_resolved_by_fkey
DELETE FROM users WHERE email = 'grace@example.com';
