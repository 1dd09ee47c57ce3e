-- The moves of campaigns: every legal one is walked, every other refused.

-- setup
INSERT INTO users (id, email, first_name, last_name, password_hash) VALUES
    ('a0000000-0000-0000-0000-000000000001', 'ada@example.com', 'Ada', 'Lovelace', 'hash');
INSERT INTO lead_generation_campaigns (id, name, owner_id) VALUES
    ('c0000000-0000-0000-0000-000000000001', 'Shops', 'a0000000-0000-0000-0000-000000000001');
SELECT configure_campaign_phase('c0000000-0000-0000-0000-000000000001', 'domain_generation', '{"length": 3}');

-- test: draft, running, paused, running, failed, running, completed, archived
SELECT start_campaign('c0000000-0000-0000-0000-000000000001');
SELECT pause_campaign('c0000000-0000-0000-0000-000000000001');
SELECT resume_campaign('c0000000-0000-0000-0000-000000000001');
SELECT fail_campaign('c0000000-0000-0000-0000-000000000001', 'no resolver');
SELECT start_campaign('c0000000-0000-0000-0000-000000000001');
SELECT advance_campaign('c0000000-0000-0000-0000-000000000001');
UPDATE lead_generation_campaigns SET status = 'archived';
-- rows:
--   ∅ > draft, draft > running, running > paused, paused > running, running > failed, failed > running, running > completed, completed > archived
SELECT string_agg(coalesce(source_status::text, '∅') || ' > ' || target_status, ', ' ORDER BY sequence_number)
FROM campaign_state_events
WHERE event_type = 'status_changed';
-- rows:
--   archived | 9
SELECT status, version FROM lead_generation_campaigns;

-- test: draft, cancelled, archived
SELECT cancel_campaign('c0000000-0000-0000-0000-000000000001');
UPDATE lead_generation_campaigns SET status = 'archived';
-- rows:
--   archived
SELECT status FROM lead_generation_campaigns;

-- test: running, cancelled
SELECT start_campaign('c0000000-0000-0000-0000-000000000001');
SELECT cancel_campaign('c0000000-0000-0000-0000-000000000001');
-- rows:
--   cancelled
SELECT status FROM lead_generation_campaigns;

-- test: paused, cancelled
SELECT start_campaign('c0000000-0000-0000-0000-000000000001');
SELECT pause_campaign('c0000000-0000-0000-0000-000000000001');
SELECT cancel_campaign('c0000000-0000-0000-0000-000000000001');
-- rows:
--   cancelled
SELECT status FROM lead_generation_campaigns;

-- test: paused, failed, cancelled
SELECT start_campaign('c0000000-0000-0000-0000-000000000001');
SELECT pause_campaign('c0000000-0000-0000-0000-000000000001');
SELECT fail_campaign('c0000000-0000-0000-0000-000000000001', 'no proxy');
SELECT cancel_campaign('c0000000-0000-0000-0000-000000000001');
-- rows:
--   cancelled
SELECT status FROM lead_generation_campaigns;

-- test: failed, archived
SELECT start_campaign('c0000000-0000-0000-0000-000000000001');
SELECT fail_campaign('c0000000-0000-0000-0000-000000000001', 'no proxy');
UPDATE lead_generation_campaigns SET status = 'archived';
-- rows:
--   archived
SELECT status FROM lead_generation_campaigns;

-- test: these moves are legal and all others are refused with SC001
CREATE TEMPORARY TABLE moves (source campaign_status_enum, target campaign_status_enum, outcome text);
DO $$
DECLARE
    v_from    campaign_status_enum;
    v_to      campaign_status_enum;
BEGIN
    FOREACH v_from IN ARRAY enum_range(NULL::campaign_status_enum) LOOP
        FOREACH v_to IN ARRAY enum_range(NULL::campaign_status_enum) LOOP
            CONTINUE WHEN v_from = v_to;
            SET LOCAL session_replication_role = replica;
            UPDATE lead_generation_campaigns SET status = v_from, started_at = NULL, finished_at = NULL;
            SET LOCAL session_replication_role = origin;
            BEGIN
                UPDATE lead_generation_campaigns SET status = v_to;
                INSERT INTO moves VALUES (v_from, v_to, 'done');
            EXCEPTION WHEN OTHERS THEN
                INSERT INTO moves VALUES (v_from, v_to, SQLSTATE);
            END;
        END LOOP;
    END LOOP;
END
$$;
-- rows:
--   draft | running, cancelled
--   running | paused, completed, failed, cancelled
--   paused | running, failed, cancelled
--   completed | archived
--   failed | running, cancelled, archived
--   cancelled | archived
SELECT source, string_agg(target::text, ', ' ORDER BY target) FROM moves WHERE outcome = 'done' GROUP BY source ORDER BY source;
-- rows:
--   SC001 | 28
SELECT outcome, count(*) FROM moves WHERE outcome <> 'done' GROUP BY outcome;

-- test: a draft is not paused, resumed, failed, completed or advanced
-- refused: SC001 campaign c0000000-0000-0000-0000-000000000001 may not go from draft to paused hint: Allowed from here: running, cancelled
SELECT pause_campaign('c0000000-0000-0000-0000-000000000001');
-- refused: SC001 is draft and cannot be resumed hint: Only a paused campaign is resumed.
SELECT resume_campaign('c0000000-0000-0000-0000-000000000001');
-- refused: SC001 may not go from draft to failed
SELECT fail_campaign('c0000000-0000-0000-0000-000000000001', 'broken');
-- refused: SC001 may not go from draft to completed
UPDATE lead_generation_campaigns SET status = 'completed';
-- refused: SC011 is draft and cannot be advanced hint: Only a running campaign is advanced.
SELECT advance_campaign('c0000000-0000-0000-0000-000000000001');

-- test: a running campaign is neither started again nor resumed nor archived
SELECT start_campaign('c0000000-0000-0000-0000-000000000001');
-- refused: SC001 is running and cannot be started hint: Only a draft is started, and a failed campaign retried.
SELECT start_campaign('c0000000-0000-0000-0000-000000000001');
-- refused: SC001 is running and cannot be resumed
SELECT resume_campaign('c0000000-0000-0000-0000-000000000001');
-- refused: SC001 may not go from running to archived
UPDATE lead_generation_campaigns SET status = 'archived';
-- refused: SC001 may not go from running to draft
UPDATE lead_generation_campaigns SET status = 'draft';

-- test: a paused campaign is neither paused again nor started nor advanced
SELECT start_campaign('c0000000-0000-0000-0000-000000000001');
SELECT pause_campaign('c0000000-0000-0000-0000-000000000001');
-- refused: SC001 is paused already
SELECT pause_campaign('c0000000-0000-0000-0000-000000000001');
-- refused: SC001 is paused and cannot be started hint: Call resume_campaign().
SELECT start_campaign('c0000000-0000-0000-0000-000000000001');
-- refused: SC011 is paused and cannot be advanced
SELECT advance_campaign('c0000000-0000-0000-0000-000000000001');
-- refused: SC001 may not go from paused to completed
UPDATE lead_generation_campaigns SET status = 'completed';

-- test: a failed campaign is neither failed again nor paused
SELECT start_campaign('c0000000-0000-0000-0000-000000000001');
SELECT fail_campaign('c0000000-0000-0000-0000-000000000001', 'no resolver');
-- refused: SC001 has failed already
SELECT fail_campaign('c0000000-0000-0000-0000-000000000001', 'no resolver');
-- refused: SC001 may not go from failed to paused
SELECT pause_campaign('c0000000-0000-0000-0000-000000000001');

-- test: a completed campaign is neither started nor cancelled
SELECT start_campaign('c0000000-0000-0000-0000-000000000001');
SELECT advance_campaign('c0000000-0000-0000-0000-000000000001');
-- refused: SC001 is completed and cannot be started
SELECT start_campaign('c0000000-0000-0000-0000-000000000001');
-- refused: SC001 may not go from completed to cancelled hint: Allowed from here: archived
SELECT cancel_campaign('c0000000-0000-0000-0000-000000000001');

-- test: a cancelled campaign is neither cancelled again nor started
SELECT cancel_campaign('c0000000-0000-0000-0000-000000000001');
-- refused: SC001 is cancelled already
SELECT cancel_campaign('c0000000-0000-0000-0000-000000000001');
-- refused: SC001 is cancelled and cannot be started
SELECT start_campaign('c0000000-0000-0000-0000-000000000001');

-- test: nothing is allowed from archived
SELECT cancel_campaign('c0000000-0000-0000-0000-000000000001');
UPDATE lead_generation_campaigns SET status = 'archived';
-- refused: SC001 may not go from archived to draft hint: Nothing is allowed from here.
UPDATE lead_generation_campaigns SET status = 'draft';
-- refused: SC001 may not go from archived to cancelled
SELECT cancel_campaign('c0000000-0000-0000-0000-000000000001');
