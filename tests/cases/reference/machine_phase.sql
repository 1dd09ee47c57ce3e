-- The moves of phases: every legal one is walked, every other refused.

-- setup
INSERT INTO users (id, email, first_name, last_name, password_hash) VALUES
    ('a0000000-0000-0000-0000-000000000001', 'ada@example.com', 'Ada', 'Lovelace', 'hash');
INSERT INTO lead_generation_campaigns (id, name, owner_id, is_full_sequence_mode) VALUES
    ('c0000000-0000-0000-0000-000000000001', 'Shops', 'a0000000-0000-0000-0000-000000000001', false);
SELECT initialize_campaign_phases('c0000000-0000-0000-0000-000000000001');

-- test: ready, configured, in progress, paused, in progress, failed, configured, in progress, completed
SELECT configure_campaign_phase('c0000000-0000-0000-0000-000000000001', 'domain_generation', '{}');
SELECT start_campaign('c0000000-0000-0000-0000-000000000001');
SELECT pause_campaign('c0000000-0000-0000-0000-000000000001');
SELECT resume_campaign('c0000000-0000-0000-0000-000000000001');
SELECT fail_campaign('c0000000-0000-0000-0000-000000000001', 'no resolver');
SELECT start_campaign('c0000000-0000-0000-0000-000000000001');
SELECT advance_campaign('c0000000-0000-0000-0000-000000000001');
-- rows:
--   domain_generation | ready > configured > in_progress > paused > in_progress > failed > configured > in_progress > completed
--   dns_validation | not_started > skipped
--   http_keyword_validation | not_started > skipped
--   analysis | not_started > skipped
SELECT
    phase_type,
    concat_ws(' > ', (array_agg(source_phase_status ORDER BY sequence_number))[1], string_agg(target_phase_status::text, ' > ' ORDER BY sequence_number))
FROM campaign_state_events
WHERE event_type = 'phase_changed'
GROUP BY phase_type
ORDER BY phase_type;

-- test: a phase is configured ahead of its turn, and one before it that is ready is skipped
SELECT configure_campaign_phase('c0000000-0000-0000-0000-000000000001', 'dns_validation', '{}');
-- rows:
--   domain_generation | ready
--   dns_validation | configured
SELECT phase_type, status FROM campaign_phases WHERE phase_order < 3 ORDER BY phase_order;
SELECT start_campaign('c0000000-0000-0000-0000-000000000001');
-- rows:
--   domain_generation | skipped
--   dns_validation | in_progress
--   http_keyword_validation | not_started
--   analysis | not_started
SELECT phase_type, status FROM campaign_phases ORDER BY phase_order;

-- test: a paused phase fails with its campaign
SELECT configure_campaign_phase('c0000000-0000-0000-0000-000000000001', 'domain_generation', '{}');
SELECT start_campaign('c0000000-0000-0000-0000-000000000001');
SELECT pause_campaign('c0000000-0000-0000-0000-000000000001');
SELECT fail_campaign('c0000000-0000-0000-0000-000000000001', 'no resolver', '{"code": 2}');
-- rows:
--   failed | no resolver | {"code": 2}
SELECT status, error_message, error_details FROM campaign_phases WHERE phase_order = 1;

-- test: not started, ready, configured, ready, skipped
UPDATE campaign_phases SET status = 'ready' WHERE phase_order = 2;
UPDATE campaign_phases SET status = 'configured' WHERE phase_order = 2;
UPDATE campaign_phases SET status = 'ready' WHERE phase_order = 2;
UPDATE campaign_phases SET status = 'skipped' WHERE phase_order = 2;
-- rows:
--   skipped
SELECT status FROM campaign_phases WHERE phase_order = 2;

-- test: configured, skipped; and after a failure, skipped
UPDATE campaign_phases SET status = 'configured' WHERE phase_order IN (1, 2);
UPDATE campaign_phases SET status = 'skipped' WHERE phase_order = 1;
UPDATE campaign_phases SET status = 'in_progress' WHERE phase_order = 2;
UPDATE campaign_phases SET status = 'failed' WHERE phase_order = 2;
UPDATE campaign_phases SET status = 'skipped' WHERE phase_order = 2;
-- rows:
--   skipped
--   skipped
SELECT status FROM campaign_phases WHERE phase_order < 3;

-- test: these moves are legal and all others are refused with SC002
CREATE TEMPORARY TABLE moves (source phase_status_enum, target phase_status_enum, outcome text);
DO $$
DECLARE
    v_from    phase_status_enum;
    v_to      phase_status_enum;
BEGIN
    FOREACH v_from IN ARRAY enum_range(NULL::phase_status_enum) LOOP
        FOREACH v_to IN ARRAY enum_range(NULL::phase_status_enum) LOOP
            CONTINUE WHEN v_from = v_to;
            SET LOCAL session_replication_role = replica;
            UPDATE campaign_phases SET status = v_from, started_at = NULL, finished_at = NULL WHERE phase_order = 1;
            SET LOCAL session_replication_role = origin;
            BEGIN
                UPDATE campaign_phases SET status = v_to WHERE phase_order = 1;
                INSERT INTO moves VALUES (v_from, v_to, 'done');
            EXCEPTION WHEN OTHERS THEN
                INSERT INTO moves VALUES (v_from, v_to, SQLSTATE);
            END;
        END LOOP;
    END LOOP;
END
$$;
-- rows:
--   not_started | ready, configured, skipped
--   ready | configured, skipped
--   configured | ready, in_progress, skipped
--   in_progress | paused, completed, failed
--   paused | in_progress, failed
--   failed | configured, skipped
SELECT source, string_agg(target::text, ', ' ORDER BY target) FROM moves WHERE outcome = 'done' GROUP BY source ORDER BY source;
-- rows:
--   SC002 | 41
SELECT outcome, count(*) FROM moves WHERE outcome <> 'done' GROUP BY outcome;

-- test: a refusal says which phase of which campaign, and what is allowed
-- refused: SC002 phase domain_generation of campaign c0000000-0000-0000-0000-000000000001 may not go from ready to in_progress hint: Allowed from here: configured, skipped
UPDATE campaign_phases SET status = 'in_progress' WHERE phase_order = 1;
-- refused: SC002 phase analysis of campaign c0000000-0000-0000-0000-000000000001 may not go from not_started to completed hint: Allowed from here: ready, configured, skipped
UPDATE campaign_phases SET status = 'completed' WHERE phase_order = 4;

-- test: nothing is allowed from completed or skipped
UPDATE campaign_phases SET status = 'skipped' WHERE phase_order = 1;
UPDATE campaign_phases SET status = 'configured' WHERE phase_order = 2;
UPDATE campaign_phases SET status = 'in_progress' WHERE phase_order = 2;
UPDATE campaign_phases SET status = 'completed' WHERE phase_order = 2;
-- refused: SC002 may not go from skipped to ready hint: Nothing is allowed from here.
UPDATE campaign_phases SET status = 'ready' WHERE phase_order = 1;
-- refused: SC002 may not go from completed to configured hint: Nothing is allowed from here.
UPDATE campaign_phases SET status = 'configured' WHERE phase_order = 2;
