-- What jobs and access grants do by themselves.

-- setup
INSERT INTO users (id, email, first_name, last_name, password_hash) VALUES
    ('a0000000-0000-0000-0000-000000000001', 'ada@example.com', 'Ada', 'Lovelace', 'hash'),
    ('a0000000-0000-0000-0000-000000000002', 'bob@example.com', 'Bob', 'Byte', 'hash'),
    ('a0000000-0000-0000-0000-000000000003', 'eve@example.com', 'Eve', 'Eaves', 'hash');
INSERT INTO lead_generation_campaigns (id, name, owner_id) VALUES
    ('c0000000-0000-0000-0000-000000000001', 'Shops', 'a0000000-0000-0000-0000-000000000001'),
    ('c0000000-0000-0000-0000-000000000002', 'Blogs', 'a0000000-0000-0000-0000-000000000001');
INSERT INTO campaign_jobs (campaign_id, job_type, status, updated_at) VALUES
    ('c0000000-0000-0000-0000-000000000001', 'analysis', 'queued', '2000-01-01');

-- test: a claim gets a start and a token, an end gets a time and loses the lease
-- campaign_jobs_manage
UPDATE campaign_jobs SET status = 'running', attempts = 1, lease_owner = 'w', lease_expires_at = '2100-01-01';
-- rows:
--   t | t | ∅ | t
SELECT fencing_token IS NOT NULL, started_at >= now(), finished_at, updated_at >= now() FROM campaign_jobs;
UPDATE campaign_jobs SET status = 'completed';
-- rows:
--   t | ∅ | ∅
SELECT finished_at >= started_at, lease_owner, lease_expires_at FROM campaign_jobs;

-- test: every claim has a greater token, and no writer can set it
UPDATE campaign_jobs SET status = 'running', attempts = 1, lease_owner = 'w', lease_expires_at = '2100-01-01', fencing_token = 1000000;
CREATE TEMPORARY TABLE token AS SELECT fencing_token AS first FROM campaign_jobs;
UPDATE campaign_jobs SET status = 'queued';
UPDATE campaign_jobs SET fencing_token = 0;
-- rows:
--   t
SELECT fencing_token = first AND first < 1000000 FROM campaign_jobs, token;
UPDATE campaign_jobs SET status = 'running', attempts = 2, lease_owner = 'w', lease_expires_at = '2100-01-01';
-- rows:
--   t
SELECT fencing_token > first FROM campaign_jobs, token;

-- test: a job that is requeued has no finish any more
UPDATE campaign_jobs SET status = 'running', attempts = 1, lease_owner = 'w', lease_expires_at = '2100-01-01';
UPDATE campaign_jobs SET status = 'dead';
UPDATE campaign_jobs SET status = 'pending', attempts = 0;
-- rows:
--   ∅
SELECT finished_at FROM campaign_jobs;

-- test: a job starts as pending or queued and without a token
-- refused: SC003 a job starts as pending or queued, not as running hint: Call enqueue_job().
INSERT INTO campaign_jobs (campaign_id, job_type, status) VALUES ('c0000000-0000-0000-0000-000000000001', 'analysis', 'running');
INSERT INTO campaign_jobs (campaign_id, job_type, status, fencing_token) VALUES ('c0000000-0000-0000-0000-000000000001', 'analysis', 'pending', 5);
-- rows:
--   ∅
SELECT fencing_token FROM campaign_jobs WHERE status = 'pending';

-- test: a delegated grant is one deeper and lasts no longer than its source
-- campaign_access_grants_admit
INSERT INTO campaign_access_grants (id, campaign_id, grantee_id, grant_kind, granted_by, expires_at) VALUES
    ('90000000-0000-0000-0000-000000000001', 'c0000000-0000-0000-0000-000000000001', 'a0000000-0000-0000-0000-000000000002', 'admin', 'a0000000-0000-0000-0000-000000000001', '2090-01-01');
INSERT INTO campaign_access_grants (id, campaign_id, grantee_id, grant_kind, granted_by, expires_at, delegated_from_id) VALUES
    ('90000000-0000-0000-0000-000000000002', 'c0000000-0000-0000-0000-000000000001', 'a0000000-0000-0000-0000-000000000003', 'read', 'a0000000-0000-0000-0000-000000000002', '2100-01-01', '90000000-0000-0000-0000-000000000001'),
    ('90000000-0000-0000-0000-000000000003', 'c0000000-0000-0000-0000-000000000001', 'a0000000-0000-0000-0000-000000000003', 'write', 'a0000000-0000-0000-0000-000000000002', NULL, '90000000-0000-0000-0000-000000000001');
-- rows:
--   2 | 1 | 2090-01-01
--   3 | 1 | 2090-01-01
SELECT right(id::text, 1), delegation_depth, (expires_at AT TIME ZONE 'UTC')::date
FROM campaign_access_grants
WHERE delegated_from_id IS NOT NULL
ORDER BY id;

-- test: what has expired, is revoked or is for another campaign cannot be delegated
INSERT INTO campaign_access_grants (id, campaign_id, grantee_id, grant_kind, granted_by, granted_at, expires_at, revoked_at, revoked_by) VALUES
    ('90000000-0000-0000-0000-000000000001', 'c0000000-0000-0000-0000-000000000001', 'a0000000-0000-0000-0000-000000000002', 'admin', 'a0000000-0000-0000-0000-000000000001', '2020-01-01', '2020-02-01', NULL, NULL),
    ('90000000-0000-0000-0000-000000000002', 'c0000000-0000-0000-0000-000000000001', 'a0000000-0000-0000-0000-000000000002', 'write', 'a0000000-0000-0000-0000-000000000001', '2020-01-01', NULL, '2021-01-01', 'a0000000-0000-0000-0000-000000000001'),
    ('90000000-0000-0000-0000-000000000003', 'c0000000-0000-0000-0000-000000000002', 'a0000000-0000-0000-0000-000000000002', 'read', 'a0000000-0000-0000-0000-000000000001', '2020-01-01', NULL, NULL, NULL);
-- refused: SC011 grant 90000000-0000-0000-0000-000000000001 cannot be delegated from hint: It must be in force and for the same campaign.
INSERT INTO campaign_access_grants (campaign_id, grantee_id, grant_kind, granted_by, delegated_from_id) VALUES
    ('c0000000-0000-0000-0000-000000000001', 'a0000000-0000-0000-0000-000000000003', 'read', 'a0000000-0000-0000-0000-000000000002', '90000000-0000-0000-0000-000000000001');
-- refused: SC011 grant 90000000-0000-0000-0000-000000000002 cannot be delegated from
INSERT INTO campaign_access_grants (campaign_id, grantee_id, grant_kind, granted_by, delegated_from_id) VALUES
    ('c0000000-0000-0000-0000-000000000001', 'a0000000-0000-0000-0000-000000000003', 'read', 'a0000000-0000-0000-0000-000000000002', '90000000-0000-0000-0000-000000000002');
-- refused: SC011 grant 90000000-0000-0000-0000-000000000003 cannot be delegated from
INSERT INTO campaign_access_grants (campaign_id, grantee_id, grant_kind, granted_by, delegated_from_id) VALUES
    ('c0000000-0000-0000-0000-000000000001', 'a0000000-0000-0000-0000-000000000003', 'read', 'a0000000-0000-0000-0000-000000000002', '90000000-0000-0000-0000-000000000003');

-- test: an expired grant makes room for its successor, one in force does not
INSERT INTO campaign_access_grants (campaign_id, grantee_id, grant_kind, granted_by, granted_at, expires_at) VALUES
    ('c0000000-0000-0000-0000-000000000001', 'a0000000-0000-0000-0000-000000000002', 'read', 'a0000000-0000-0000-0000-000000000001', '2020-01-01', '2020-02-01');
INSERT INTO campaign_access_grants (campaign_id, grantee_id, grant_kind, granted_by) VALUES
    ('c0000000-0000-0000-0000-000000000001', 'a0000000-0000-0000-0000-000000000002', 'read', 'a0000000-0000-0000-0000-000000000001');
-- rows:
--   expired | t
--   ∅ | ∅
SELECT revoke_reason, revoked_at = expires_at FROM campaign_access_grants ORDER BY granted_at;
-- refused: 23505 campaign_access_grants_in_force_key
INSERT INTO campaign_access_grants (campaign_id, grantee_id, grant_kind, granted_by) VALUES
    ('c0000000-0000-0000-0000-000000000001', 'a0000000-0000-0000-0000-000000000002', 'read', 'a0000000-0000-0000-0000-000000000001');

-- test: whoever loses a grant takes along those it was delegated to, and so on down
-- campaign_access_grants_revoke_delegated
INSERT INTO campaign_access_grants (id, campaign_id, grantee_id, grant_kind, granted_by, delegated_from_id) VALUES
    ('90000000-0000-0000-0000-000000000001', 'c0000000-0000-0000-0000-000000000001', 'a0000000-0000-0000-0000-000000000002', 'admin', 'a0000000-0000-0000-0000-000000000001', NULL);
INSERT INTO campaign_access_grants (id, campaign_id, grantee_id, grant_kind, granted_by, delegated_from_id) VALUES
    ('90000000-0000-0000-0000-000000000002', 'c0000000-0000-0000-0000-000000000001', 'a0000000-0000-0000-0000-000000000003', 'write', 'a0000000-0000-0000-0000-000000000002', '90000000-0000-0000-0000-000000000001');
INSERT INTO campaign_access_grants (id, campaign_id, grantee_id, grant_kind, granted_by, delegated_from_id) VALUES
    ('90000000-0000-0000-0000-000000000003', 'c0000000-0000-0000-0000-000000000001', 'a0000000-0000-0000-0000-000000000001', 'read', 'a0000000-0000-0000-0000-000000000003', '90000000-0000-0000-0000-000000000002');
UPDATE campaign_access_grants SET revoked_at = now(), revoked_by = 'a0000000-0000-0000-0000-000000000001', revoke_reason = 'left' WHERE delegated_from_id IS NULL;
-- rows:
--   0 | t | left
--   1 | t | the grant it was delegated from was revoked
--   2 | t | the grant it was delegated from was revoked
SELECT delegation_depth, revoked_at = now(), revoke_reason FROM campaign_access_grants ORDER BY delegation_depth;
