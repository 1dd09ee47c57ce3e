-- The moves of configuration versions: every legal one is walked, every other refused.

-- setup
INSERT INTO users (id, email, first_name, last_name, password_hash) VALUES
    ('a0000000-0000-0000-0000-000000000001', 'ada@example.com', 'Ada', 'Lovelace', 'hash'),
    ('a0000000-0000-0000-0000-000000000002', 'bob@example.com', 'Bob', 'Byte', 'hash');
INSERT INTO config_versions (id, config_key, config_value, change_type, proposed_by, change_reason) VALUES
    ('70000000-0000-0000-0000-000000000001', 'limits', '1', 'create', 'a0000000-0000-0000-0000-000000000001', 'needed'),
    ('70000000-0000-0000-0000-000000000002', 'limits', '2', 'update', 'a0000000-0000-0000-0000-000000000001', 'more');
SELECT validate_config_version('70000000-0000-0000-0000-000000000001');
SELECT validate_config_version('70000000-0000-0000-0000-000000000002');

-- test: proposed, approved, deployed, superseded, deployed by a roll-back, rolled back
SELECT approve_config_version('70000000-0000-0000-0000-000000000001', 'a0000000-0000-0000-0000-000000000002');
SELECT deploy_config_version('70000000-0000-0000-0000-000000000001', 'a0000000-0000-0000-0000-000000000002');
SELECT approve_config_version('70000000-0000-0000-0000-000000000002', 'a0000000-0000-0000-0000-000000000002');
-- rows:
--   1 | deployed
--   2 | approved
SELECT version_number, status FROM config_versions ORDER BY version_number;
SELECT deploy_config_version('70000000-0000-0000-0000-000000000002', 'a0000000-0000-0000-0000-000000000002');
-- rows:
--   1 | superseded
--   2 | deployed
SELECT version_number, status FROM config_versions ORDER BY version_number;
-- rows:
--   70000000-0000-0000-0000-000000000001
SELECT rollback_config_version('limits', 'a0000000-0000-0000-0000-000000000002');
-- rows:
--   1 | deployed
--   2 | rolled_back
SELECT version_number, status FROM config_versions ORDER BY version_number;

-- test: proposed, rejected; approved, rejected
SELECT reject_config_version('70000000-0000-0000-0000-000000000001', 'too low');
SELECT approve_config_version('70000000-0000-0000-0000-000000000002', 'a0000000-0000-0000-0000-000000000002');
SELECT reject_config_version('70000000-0000-0000-0000-000000000002');
-- rows:
--   rejected | needed / rejected: too low | t
--   rejected | more | t
SELECT status, replace(change_reason, E'\n', ' / '), rejected_at >= now() FROM config_versions ORDER BY version_number;

-- test: these moves are legal and all others are refused with SC004
CREATE TEMPORARY TABLE moves (source config_version_status_enum, target config_version_status_enum, outcome text);
DO $$
DECLARE
    v_from    config_version_status_enum;
    v_to      config_version_status_enum;
BEGIN
    FOREACH v_from IN ARRAY enum_range(NULL::config_version_status_enum) LOOP
        FOREACH v_to IN ARRAY enum_range(NULL::config_version_status_enum) LOOP
            CONTINUE WHEN v_from = v_to;
            SET LOCAL session_replication_role = replica;
            UPDATE config_versions
            SET status = v_from,
                approved_at = now(),
                approved_by = proposed_by,
                deployed_at = now(),
                deployed_by = proposed_by,
                rejected_at = CASE v_from WHEN 'rejected' THEN now() END,
                withdrawn_at = CASE WHEN v_from IN ('superseded', 'rolled_back') THEN now() END
            WHERE version_number = 1;
            SET LOCAL session_replication_role = origin;
            BEGIN
                UPDATE config_versions SET status = v_to WHERE version_number = 1;
                INSERT INTO moves VALUES (v_from, v_to, 'done');
            EXCEPTION WHEN OTHERS THEN
                INSERT INTO moves VALUES (v_from, v_to, SQLSTATE);
            END;
        END LOOP;
    END LOOP;
END
$$;
-- rows:
--   proposed | approved, rejected
--   approved | rejected, deployed
--   deployed | superseded, rolled_back
--   superseded | deployed
SELECT source, string_agg(target::text, ', ' ORDER BY target) FROM moves WHERE outcome = 'done' GROUP BY source ORDER BY source;
-- rows:
--   SC004 | 23
SELECT outcome, count(*) FROM moves WHERE outcome <> 'done' GROUP BY outcome;

-- test: a version starts as proposed
-- refused: SC004 a configuration version starts as proposed, not as deployed hint: Call propose_config_version().
INSERT INTO config_versions (config_key, config_value, change_type, proposed_by, status) VALUES
    ('limits', '1', 'create', 'a0000000-0000-0000-0000-000000000001', 'deployed');

-- test: a proposed version is not deployed
-- refused: SC004 is proposed and cannot be deployed hint: Call approve_config_version() first.
SELECT deploy_config_version('70000000-0000-0000-0000-000000000001', 'a0000000-0000-0000-0000-000000000002');
-- refused: SC004 version 1 of limits may not go from proposed to superseded hint: Allowed from here: approved, rejected
UPDATE config_versions SET status = 'superseded' WHERE version_number = 1;

-- test: an approved version is neither approved again nor validated again
SELECT approve_config_version('70000000-0000-0000-0000-000000000001', 'a0000000-0000-0000-0000-000000000002');
-- refused: SC004 is approved already
SELECT approve_config_version('70000000-0000-0000-0000-000000000001', 'a0000000-0000-0000-0000-000000000002');
-- refused: SC004 is approved, its validation is over
SELECT validate_config_version('70000000-0000-0000-0000-000000000001', '["late"]');

-- test: a deployed version is neither deployed again nor rejected nor approved
SELECT approve_config_version('70000000-0000-0000-0000-000000000001', 'a0000000-0000-0000-0000-000000000002');
SELECT deploy_config_version('70000000-0000-0000-0000-000000000001', 'a0000000-0000-0000-0000-000000000002');
-- refused: SC004 is deployed and cannot be deployed hint: Only an approved version is deployed.
SELECT deploy_config_version('70000000-0000-0000-0000-000000000001', 'a0000000-0000-0000-0000-000000000002');
-- refused: SC004 version 1 of limits may not go from deployed to rejected
SELECT reject_config_version('70000000-0000-0000-0000-000000000001');
-- refused: SC004 version 1 of limits may not go from deployed to approved
SELECT approve_config_version('70000000-0000-0000-0000-000000000001', 'a0000000-0000-0000-0000-000000000002');

-- test: a superseded version is not deployed by hand but by a roll-back
SELECT approve_config_version(id, proposed_by) FROM config_versions;
SELECT deploy_config_version(id, proposed_by) FROM config_versions ORDER BY version_number;
-- refused: SC004 is superseded and cannot be deployed hint: Call rollback_config_version() to return to it, or propose it anew.
SELECT deploy_config_version('70000000-0000-0000-0000-000000000001', 'a0000000-0000-0000-0000-000000000002');

-- test: nothing is allowed from rejected or rolled back
SELECT reject_config_version('70000000-0000-0000-0000-000000000001');
SELECT approve_config_version('70000000-0000-0000-0000-000000000002', 'a0000000-0000-0000-0000-000000000002');
SELECT deploy_config_version('70000000-0000-0000-0000-000000000002', 'a0000000-0000-0000-0000-000000000002');
SELECT rollback_config_version('limits', 'a0000000-0000-0000-0000-000000000002');
-- refused: SC004 is rejected already
SELECT reject_config_version('70000000-0000-0000-0000-000000000001');
-- refused: SC004 may not go from rejected to approved hint: Nothing is allowed from here.
SELECT approve_config_version('70000000-0000-0000-0000-000000000001', 'a0000000-0000-0000-0000-000000000002');
-- refused: SC004 may not go from rolled_back to approved hint: Nothing is allowed from here.
SELECT approve_config_version('70000000-0000-0000-0000-000000000002', 'a0000000-0000-0000-0000-000000000002');
