-- Triggers and their functions: updated_at, the audit of core tables, allowed moves of
-- campaigns, phases, jobs and configuration versions, domain counters, session end,
-- cache life cycle, configuration locks, and the order of events.
--
-- SQLSTATEs that the triggers here and the routines of migration 17 raise:
--     SC001  a campaign may not make this move, or start in this status
--     SC002  a phase may not make this move, or start in this status
--     SC003  a job may not make this move, or start in this status
--     SC004  a configuration version may not make this move, or start in this status
--     SC005  a campaign was changed by somebody else (optimistic lock)
--     SC006  a fencing token is stale: the job was taken from this worker
--     SC007  an event is not the next one of its stream
--     SC008  a configuration lock is held by somebody else
--     SC009  a configuration lock was released or has been taken over
--     SC010  a row that must not change was to be changed
--     SC011  something that the operation needs is not there yet
--     SC012  a session has ended

-- ---------------------------------------------------------------------------------------
-- Settings of the session that tell who acts. An application sets them after it takes a
-- connection: SET LOCAL app.user_id = '<uuid>'. A value that cannot be read counts as not set,
-- because a write must not fail over the wording of its trail.
-- ---------------------------------------------------------------------------------------

CREATE FUNCTION app_setting_uuid(p_name text)
RETURNS uuid
LANGUAGE sql
STABLE
SET search_path = pg_catalog, public, pg_temp
AS $$
    SELECT CASE
        WHEN current_setting(p_name, true) ~* '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$'
            THEN current_setting(p_name, true)::uuid
    END
$$;
COMMENT ON FUNCTION app_setting_uuid(text) IS 'A session setting as uuid, such as app.user_id, app.session_id or app.request_id; NULL if not set.';

CREATE FUNCTION app_client_address()
RETURNS inet
LANGUAGE plpgsql
STABLE
SET search_path = pg_catalog, public, pg_temp
AS $$
BEGIN
    IF coalesce(current_setting('app.client_address', true), '') = '' THEN
        RETURN NULL;
    END IF;
    RETURN current_setting('app.client_address', true)::inet;
EXCEPTION
    WHEN invalid_text_representation THEN
        RETURN NULL;
END
$$;
COMMENT ON FUNCTION app_client_address() IS 'The session setting app.client_address; NULL if not set.';

-- ---------------------------------------------------------------------------------------
-- updated_at, and rows that never change
-- ---------------------------------------------------------------------------------------

CREATE FUNCTION set_updated_at()
RETURNS trigger
LANGUAGE plpgsql
SET search_path = pg_catalog, public, pg_temp
AS $$
BEGIN
    NEW.updated_at := now();
    RETURN NEW;
END
$$;

CREATE FUNCTION refuse_change()
RETURNS trigger
LANGUAGE plpgsql
SET search_path = pg_catalog, public, pg_temp
AS $$
BEGIN
    RAISE EXCEPTION 'rows of % are never changed', TG_TABLE_NAME
        USING ERRCODE = 'SC010',
              HINT = 'Write a new row instead.',
              TABLE = TG_TABLE_NAME;
END
$$;
COMMENT ON FUNCTION refuse_change() IS 'Keeps append-only tables append-only (SQLSTATE SC010).';

-- ---------------------------------------------------------------------------------------
-- Audit of the core tables
-- ---------------------------------------------------------------------------------------

CREATE FUNCTION audit_row_change()
RETURNS trigger
LANGUAGE plpgsql
SET search_path = pg_catalog, public, pg_temp
AS $$
DECLARE
    v_classification    data_classification_enum := TG_ARGV[0]::data_classification_enum;
    v_key_columns       text[] := string_to_array(TG_ARGV[1], ',');
    v_secret_columns    text[] := string_to_array(TG_ARGV[2], ',');
    v_quiet_columns     text[] := string_to_array(TG_ARGV[3], ',');
    v_old               jsonb;
    v_new               jsonb;
    v_row               jsonb;
    v_changed           jsonb;
    v_action            audit_action_enum;
BEGIN
    IF TG_OP IN ('UPDATE', 'DELETE') THEN
        v_old := to_jsonb(OLD);
    END IF;
    IF TG_OP IN ('INSERT', 'UPDATE') THEN
        v_new := to_jsonb(NEW);
    END IF;

    IF TG_OP = 'UPDATE' THEN
        -- Compared with the secrets still in place, so that a changed secret is seen.
        SELECT jsonb_agg(n.key ORDER BY n.key)
        INTO v_changed
        FROM jsonb_each(v_new) AS n
        WHERE n.value IS DISTINCT FROM v_old -> n.key
          AND n.key <> ALL (v_quiet_columns);

        IF v_changed IS NULL THEN
            RETURN NULL;
        END IF;
    END IF;

    v_action := CASE TG_OP
        WHEN 'INSERT' THEN 'create'::audit_action_enum
        WHEN 'UPDATE' THEN 'update'::audit_action_enum
        ELSE 'delete'::audit_action_enum
    END;
    v_row := coalesce(v_new, v_old);

    INSERT INTO audit_logs (
        data_classification,
        user_id,
        session_id,
        request_id,
        action,
        entity_type,
        entity_id,
        old_values,
        new_values,
        changed_fields,
        client_address
    )
    VALUES (
        v_classification,
        app_setting_uuid('app.user_id'),
        app_setting_uuid('app.session_id'),
        app_setting_uuid('app.request_id'),
        v_action,
        TG_TABLE_NAME,
        (SELECT string_agg(v_row ->> k.name, '/' ORDER BY k.place) FROM unnest(v_key_columns) WITH ORDINALITY AS k (name, place)),
        v_old - v_secret_columns,
        v_new - v_secret_columns,
        v_changed,
        app_client_address()
    );
    RETURN NULL;
END
$$;
COMMENT ON FUNCTION audit_row_change() IS
    'Arguments: data classification; key columns; secret columns, whose values are never written; quiet columns, whose change alone is not worth a row. Lists are separated by commas.';

-- ---------------------------------------------------------------------------------------
-- Users and sessions
-- ---------------------------------------------------------------------------------------

CREATE FUNCTION end_session()
RETURNS trigger
LANGUAGE plpgsql
SET search_path = pg_catalog, public, pg_temp
AS $$
BEGIN
    IF TG_OP = 'UPDATE' AND OLD.ended_at IS NOT NULL THEN
        RAISE EXCEPTION 'session % has ended', OLD.id
            USING ERRCODE = 'SC012',
                  HINT = 'Log in again; an ended session is never revived.',
                  TABLE = TG_TABLE_NAME;
    END IF;
    IF NEW.end_reason IS NOT NULL AND NEW.ended_at IS NULL THEN
        NEW.ended_at := clock_timestamp();
    END IF;
    RETURN NEW;
END
$$;
COMMENT ON FUNCTION end_session() IS 'Times the end of a session and keeps ended sessions as they are (SQLSTATE SC012).';

CREATE FUNCTION end_sessions_of_user()
RETURNS trigger
LANGUAGE plpgsql
SET search_path = pg_catalog, public, pg_temp
AS $$
DECLARE
    v_reason    session_end_reason_enum;
BEGIN
    v_reason := CASE
        WHEN NEW.is_active THEN 'password_changed'::session_end_reason_enum
        ELSE 'account_disabled'::session_end_reason_enum
    END;

    -- Whoever changed the password stays logged in with the session it was changed in.
    UPDATE user_sessions
    SET end_reason = v_reason
    WHERE user_id = NEW.id
      AND ended_at IS NULL
      AND (NOT NEW.is_active OR id IS DISTINCT FROM app_setting_uuid('app.session_id'));
    RETURN NULL;
END
$$;
COMMENT ON FUNCTION end_sessions_of_user() IS 'Ends the sessions of an account that was disabled or whose password changed.';

-- ---------------------------------------------------------------------------------------
-- Campaigns and phases
-- ---------------------------------------------------------------------------------------

CREATE FUNCTION check_campaign_status()
RETURNS trigger
LANGUAGE plpgsql
SET search_path = pg_catalog, public, pg_temp
AS $$
BEGIN
    IF TG_OP = 'INSERT' THEN
        IF NEW.status <> 'draft' THEN
            RAISE EXCEPTION 'a campaign starts as draft, not as %', NEW.status
                USING ERRCODE = 'SC001',
                      HINT = 'Insert it as draft, then call start_campaign().',
                      TABLE = TG_TABLE_NAME,
                      COLUMN = 'status';
        END IF;
        RETURN NEW;
    END IF;

    IF NOT EXISTS (
        SELECT
        FROM campaign_status_transitions AS t
        WHERE t.from_status = OLD.status
          AND t.to_status = NEW.status
    ) THEN
        RAISE EXCEPTION 'campaign % may not go from % to %', OLD.id, OLD.status, NEW.status
            USING ERRCODE = 'SC001',
                  HINT = (
                      SELECT coalesce('Allowed from here: ' || string_agg(t.to_status::text, ', ' ORDER BY t.to_status), 'Nothing is allowed from here.')
                      FROM campaign_status_transitions AS t
                      WHERE t.from_status = OLD.status
                  ),
                  TABLE = TG_TABLE_NAME,
                  COLUMN = 'status';
    END IF;

    -- clock_timestamp(), not now(): a transaction that began earlier may come later in turn.
    IF NEW.status = 'running' THEN
        NEW.started_at := coalesce(NEW.started_at, clock_timestamp());
        NEW.finished_at := NULL;
    ELSIF NEW.status IN ('completed', 'failed', 'cancelled') THEN
        NEW.finished_at := coalesce(NEW.finished_at, clock_timestamp());
    END IF;
    RETURN NEW;
END
$$;
COMMENT ON FUNCTION check_campaign_status() IS 'Holds campaigns to campaign_status_transitions (SQLSTATE SC001) and times their start and finish.';

CREATE FUNCTION bump_campaign_version()
RETURNS trigger
LANGUAGE plpgsql
SET search_path = pg_catalog, public, pg_temp
AS $$
DECLARE
    -- Written by workers all the time; if they bumped the version nobody could ever edit.
    v_progress_columns    CONSTANT text[] := ARRAY[
        'version',
        'updated_at',
        'total_items',
        'processed_items',
        'successful_items',
        'failed_items',
        'progress_percentage',
        'processing_rate',
        'estimated_completion_at',
        'last_heartbeat_at'
    ];
BEGIN
    IF NEW.version NOT IN (OLD.version, OLD.version + 1) THEN
        RAISE EXCEPTION 'campaign % is at version %, not at %', OLD.id, OLD.version, NEW.version
            USING ERRCODE = 'SC005',
                  HINT = 'Read the campaign again and repeat the change.',
                  TABLE = TG_TABLE_NAME,
                  COLUMN = 'version';
    END IF;

    IF to_jsonb(NEW) - v_progress_columns IS DISTINCT FROM to_jsonb(OLD) - v_progress_columns THEN
        NEW.version := OLD.version + 1;
    END IF;
    RETURN NEW;
END
$$;
COMMENT ON FUNCTION bump_campaign_version() IS
    'Adds 1 to the version at every change of more than progress. A client may write the version it read, or that plus 1; any other value was read too long ago (SQLSTATE SC005).';

CREATE FUNCTION record_campaign_status()
RETURNS trigger
LANGUAGE plpgsql
SET search_path = pg_catalog, public, pg_temp
AS $$
DECLARE
    v_old_status    campaign_status_enum;
    v_event_id      uuid;
BEGIN
    IF TG_OP = 'UPDATE' THEN
        v_old_status := OLD.status;
    END IF;

    INSERT INTO campaign_state_events (
        campaign_id,
        event_type,
        source_status,
        target_status,
        reason,
        triggered_by,
        event_data,
        correlation_id
    )
    VALUES (
        NEW.id,
        'status_changed',
        v_old_status,
        NEW.status,
        nullif(current_setting('app.reason', true), ''),
        -- Only if there is such a user: a setting must not make the write fail.
        (SELECT u.id FROM users AS u WHERE u.id = app_setting_uuid('app.user_id')),
        jsonb_build_object('version', NEW.version, 'current_phase', NEW.current_phase),
        app_setting_uuid('app.request_id')
    )
    RETURNING id INTO v_event_id;

    INSERT INTO campaign_state_transitions (campaign_id, state_event_id, from_status, to_status, is_valid)
    VALUES (NEW.id, v_event_id, v_old_status, NEW.status, true);
    RETURN NULL;
END
$$;
COMMENT ON FUNCTION record_campaign_status() IS 'Writes the event and the transition of every change of a campaign''s status.';

CREATE FUNCTION assign_state_event_sequence()
RETURNS trigger
LANGUAGE plpgsql
SET search_path = pg_catalog, public, pg_temp
AS $$
DECLARE
    v_next    bigint;
BEGIN
    -- The row stays locked until the transaction ends: numbers become visible in order.
    INSERT INTO campaign_event_sequences AS s (campaign_id, last_sequence)
    VALUES (NEW.campaign_id, 1)
    ON CONFLICT (campaign_id) DO UPDATE
        SET last_sequence = s.last_sequence + 1
    RETURNING s.last_sequence INTO v_next;

    IF NEW.sequence_number = 0 THEN
        NEW.sequence_number := v_next;
    ELSIF NEW.sequence_number <> v_next THEN
        RAISE EXCEPTION 'the next event of campaign % has number %, not %', NEW.campaign_id, v_next, NEW.sequence_number
            USING ERRCODE = 'SC007',
                  HINT = 'Leave sequence_number out, or read the log again.',
                  TABLE = TG_TABLE_NAME,
                  COLUMN = 'sequence_number';
    END IF;
    RETURN NEW;
END
$$;
COMMENT ON FUNCTION assign_state_event_sequence() IS 'Numbers the events of a campaign without gaps (SQLSTATE SC007).';

CREATE FUNCTION check_phase_status()
RETURNS trigger
LANGUAGE plpgsql
SET search_path = pg_catalog, public, pg_temp
AS $$
BEGIN
    IF TG_OP = 'INSERT' THEN
        IF NEW.status NOT IN ('not_started', 'ready', 'configured') THEN
            RAISE EXCEPTION 'a phase starts as not_started, ready or configured, not as %', NEW.status
                USING ERRCODE = 'SC002',
                      HINT = 'Insert it as not_started and walk it from there.',
                      TABLE = TG_TABLE_NAME,
                      COLUMN = 'status';
        END IF;
        RETURN NEW;
    END IF;

    IF NOT EXISTS (
        SELECT
        FROM campaign_phase_status_transitions AS t
        WHERE t.from_status = OLD.status
          AND t.to_status = NEW.status
    ) THEN
        RAISE EXCEPTION 'phase % of campaign % may not go from % to %', OLD.phase_type, OLD.campaign_id, OLD.status, NEW.status
            USING ERRCODE = 'SC002',
                  HINT = (
                      SELECT coalesce('Allowed from here: ' || string_agg(t.to_status::text, ', ' ORDER BY t.to_status), 'Nothing is allowed from here.')
                      FROM campaign_phase_status_transitions AS t
                      WHERE t.from_status = OLD.status
                  ),
                  TABLE = TG_TABLE_NAME,
                  COLUMN = 'status';
    END IF;

    CASE NEW.status
        WHEN 'in_progress' THEN
            NEW.started_at := coalesce(NEW.started_at, clock_timestamp());
            NEW.paused_at := NULL;
        WHEN 'paused' THEN
            NEW.paused_at := clock_timestamp();
        WHEN 'completed' THEN
            NEW.finished_at := clock_timestamp();
            NEW.progress_percentage := 100;
        WHEN 'failed', 'skipped' THEN
            NEW.finished_at := clock_timestamp();
        WHEN 'configured' THEN
            NEW.finished_at := NULL;
            NEW.error_message := NULL;
            NEW.error_details := NULL;
        ELSE
            NULL;
    END CASE;
    RETURN NEW;
END
$$;
COMMENT ON FUNCTION check_phase_status() IS 'Holds phases to campaign_phase_status_transitions (SQLSTATE SC002) and times them.';

CREATE FUNCTION record_phase_status()
RETURNS trigger
LANGUAGE plpgsql
SET search_path = pg_catalog, public, pg_temp
AS $$
DECLARE
    v_event_id    uuid;
BEGIN
    INSERT INTO campaign_state_events (
        campaign_id,
        event_type,
        phase_type,
        source_phase_status,
        target_phase_status,
        reason,
        triggered_by,
        correlation_id
    )
    VALUES (
        NEW.campaign_id,
        'phase_changed',
        NEW.phase_type,
        OLD.status,
        NEW.status,
        nullif(current_setting('app.reason', true), ''),
        (SELECT u.id FROM users AS u WHERE u.id = app_setting_uuid('app.user_id')),
        app_setting_uuid('app.request_id')
    )
    RETURNING id INTO v_event_id;

    INSERT INTO campaign_state_transitions (campaign_id, state_event_id, phase_type, from_phase_status, to_phase_status, is_valid)
    VALUES (NEW.campaign_id, v_event_id, NEW.phase_type, OLD.status, NEW.status, true);
    RETURN NULL;
END
$$;
COMMENT ON FUNCTION record_phase_status() IS 'Writes the event and the transition of every change of a phase''s status.';

-- ---------------------------------------------------------------------------------------
-- Domains
-- ---------------------------------------------------------------------------------------

CREATE FUNCTION count_generated_domains()
RETURNS trigger
LANGUAGE plpgsql
SET search_path = pg_catalog, public, pg_temp
AS $$
DECLARE
    v_shard     smallint := pg_backend_pid() % 16;
    v_deltas    campaign_domain_counters[];
BEGIN
    -- One row per campaign the statement touched, however many domains it touched.
    IF TG_OP = 'INSERT' THEN
        SELECT array_agg(d.delta)
        INTO v_deltas
        FROM (
            SELECT ROW(
                r.campaign_id,
                v_shard,
                count(*),
                count(*) FILTER (WHERE r.dns_status = 'pending'),
                count(*) FILTER (WHERE r.dns_status = 'ok'),
                count(*) FILTER (WHERE r.dns_status = 'error'),
                count(*) FILTER (WHERE r.dns_status = 'timeout'),
                count(*) FILTER (WHERE r.http_status = 'pending'),
                count(*) FILTER (WHERE r.http_status = 'ok'),
                count(*) FILTER (WHERE r.http_status = 'error'),
                count(*) FILTER (WHERE r.http_status = 'timeout'),
                count(*) FILTER (WHERE r.lead_status = 'pending'),
                count(*) FILTER (WHERE r.lead_status = 'match'),
                count(*) FILTER (WHERE r.lead_status = 'no_match'),
                count(*) FILTER (WHERE r.lead_status = 'error'),
                count(*) FILTER (WHERE r.lead_status = 'timeout')
            )::campaign_domain_counters AS delta
            FROM new_rows AS r
            GROUP BY r.campaign_id
        ) AS d;
    ELSIF TG_OP = 'DELETE' THEN
        SELECT array_agg(d.delta)
        INTO v_deltas
        FROM (
            SELECT ROW(
                r.campaign_id,
                v_shard,
                -count(*),
                -count(*) FILTER (WHERE r.dns_status = 'pending'),
                -count(*) FILTER (WHERE r.dns_status = 'ok'),
                -count(*) FILTER (WHERE r.dns_status = 'error'),
                -count(*) FILTER (WHERE r.dns_status = 'timeout'),
                -count(*) FILTER (WHERE r.http_status = 'pending'),
                -count(*) FILTER (WHERE r.http_status = 'ok'),
                -count(*) FILTER (WHERE r.http_status = 'error'),
                -count(*) FILTER (WHERE r.http_status = 'timeout'),
                -count(*) FILTER (WHERE r.lead_status = 'pending'),
                -count(*) FILTER (WHERE r.lead_status = 'match'),
                -count(*) FILTER (WHERE r.lead_status = 'no_match'),
                -count(*) FILTER (WHERE r.lead_status = 'error'),
                -count(*) FILTER (WHERE r.lead_status = 'timeout')
            )::campaign_domain_counters AS delta
            FROM old_rows AS r
            GROUP BY r.campaign_id
        ) AS d;
    ELSE
        SELECT array_agg(d.delta)
        INTO v_deltas
        FROM (
            SELECT ROW(
                r.campaign_id,
                v_shard,
                sum(r.sign),
                coalesce(sum(r.sign) FILTER (WHERE r.dns_status = 'pending'), 0),
                coalesce(sum(r.sign) FILTER (WHERE r.dns_status = 'ok'), 0),
                coalesce(sum(r.sign) FILTER (WHERE r.dns_status = 'error'), 0),
                coalesce(sum(r.sign) FILTER (WHERE r.dns_status = 'timeout'), 0),
                coalesce(sum(r.sign) FILTER (WHERE r.http_status = 'pending'), 0),
                coalesce(sum(r.sign) FILTER (WHERE r.http_status = 'ok'), 0),
                coalesce(sum(r.sign) FILTER (WHERE r.http_status = 'error'), 0),
                coalesce(sum(r.sign) FILTER (WHERE r.http_status = 'timeout'), 0),
                coalesce(sum(r.sign) FILTER (WHERE r.lead_status = 'pending'), 0),
                coalesce(sum(r.sign) FILTER (WHERE r.lead_status = 'match'), 0),
                coalesce(sum(r.sign) FILTER (WHERE r.lead_status = 'no_match'), 0),
                coalesce(sum(r.sign) FILTER (WHERE r.lead_status = 'error'), 0),
                coalesce(sum(r.sign) FILTER (WHERE r.lead_status = 'timeout'), 0)
            )::campaign_domain_counters AS delta
            FROM (
                SELECT 1 AS sign, n.campaign_id, n.dns_status, n.http_status, n.lead_status
                FROM new_rows AS n
                UNION ALL
                SELECT -1, o.campaign_id, o.dns_status, o.http_status, o.lead_status
                FROM old_rows AS o
            ) AS r
            GROUP BY r.campaign_id
            -- Nothing to do for the many updates that leave every status as it was.
            HAVING sum(r.sign) <> 0
                OR coalesce(sum(r.sign) FILTER (WHERE r.dns_status = 'pending'), 0) <> 0
                OR coalesce(sum(r.sign) FILTER (WHERE r.dns_status = 'ok'), 0) <> 0
                OR coalesce(sum(r.sign) FILTER (WHERE r.dns_status = 'error'), 0) <> 0
                OR coalesce(sum(r.sign) FILTER (WHERE r.dns_status = 'timeout'), 0) <> 0
                OR coalesce(sum(r.sign) FILTER (WHERE r.http_status = 'pending'), 0) <> 0
                OR coalesce(sum(r.sign) FILTER (WHERE r.http_status = 'ok'), 0) <> 0
                OR coalesce(sum(r.sign) FILTER (WHERE r.http_status = 'error'), 0) <> 0
                OR coalesce(sum(r.sign) FILTER (WHERE r.http_status = 'timeout'), 0) <> 0
                OR coalesce(sum(r.sign) FILTER (WHERE r.lead_status = 'pending'), 0) <> 0
                OR coalesce(sum(r.sign) FILTER (WHERE r.lead_status = 'match'), 0) <> 0
                OR coalesce(sum(r.sign) FILTER (WHERE r.lead_status = 'no_match'), 0) <> 0
                OR coalesce(sum(r.sign) FILTER (WHERE r.lead_status = 'error'), 0) <> 0
                OR coalesce(sum(r.sign) FILTER (WHERE r.lead_status = 'timeout'), 0) <> 0
        ) AS d;
    END IF;

    -- In order of campaign, so that two statements that touch the same campaigns do not
    -- deadlock. A campaign that is gone is being deleted by this very transaction, its
    -- counters with it.
    INSERT INTO campaign_domain_counters AS c (
        campaign_id,
        shard,
        total,
        dns_pending,
        dns_ok,
        dns_error,
        dns_timeout,
        http_pending,
        http_ok,
        http_error,
        http_timeout,
        lead_pending,
        lead_match,
        lead_no_match,
        lead_error,
        lead_timeout
    )
    SELECT
        d.campaign_id,
        d.shard,
        d.total,
        d.dns_pending,
        d.dns_ok,
        d.dns_error,
        d.dns_timeout,
        d.http_pending,
        d.http_ok,
        d.http_error,
        d.http_timeout,
        d.lead_pending,
        d.lead_match,
        d.lead_no_match,
        d.lead_error,
        d.lead_timeout
    FROM unnest(v_deltas) AS d
    WHERE EXISTS (SELECT FROM lead_generation_campaigns AS l WHERE l.id = d.campaign_id)
    ORDER BY d.campaign_id
    ON CONFLICT (campaign_id, shard) DO UPDATE
    SET
        total = c.total + EXCLUDED.total,
        dns_pending = c.dns_pending + EXCLUDED.dns_pending,
        dns_ok = c.dns_ok + EXCLUDED.dns_ok,
        dns_error = c.dns_error + EXCLUDED.dns_error,
        dns_timeout = c.dns_timeout + EXCLUDED.dns_timeout,
        http_pending = c.http_pending + EXCLUDED.http_pending,
        http_ok = c.http_ok + EXCLUDED.http_ok,
        http_error = c.http_error + EXCLUDED.http_error,
        http_timeout = c.http_timeout + EXCLUDED.http_timeout,
        lead_pending = c.lead_pending + EXCLUDED.lead_pending,
        lead_match = c.lead_match + EXCLUDED.lead_match,
        lead_no_match = c.lead_no_match + EXCLUDED.lead_no_match,
        lead_error = c.lead_error + EXCLUDED.lead_error,
        lead_timeout = c.lead_timeout + EXCLUDED.lead_timeout;
    RETURN NULL;
END
$$;
COMMENT ON FUNCTION count_generated_domains() IS 'Keeps campaign_domain_counters, once per statement, from the rows the statement touched.';

CREATE FUNCTION reset_domain_counters()
RETURNS trigger
LANGUAGE plpgsql
SET search_path = pg_catalog, public, pg_temp
AS $$
BEGIN
    DELETE FROM campaign_domain_counters;
    RETURN NULL;
END
$$;
COMMENT ON FUNCTION reset_domain_counters() IS 'Keeps campaign_domain_counters when generated_domains is truncated.';

CREATE FUNCTION domain_generation_config(
    p_pattern_type       domain_pattern_type_enum,
    p_variable_length    integer,
    p_character_set      text,
    p_constant_string    text,
    p_tld                text
)
RETURNS jsonb
LANGUAGE sql
STABLE
SET search_path = pg_catalog, public, pg_temp
AS $$
    SELECT jsonb_build_object(
        'pattern_type', p_pattern_type,
        'variable_length', p_variable_length,
        'character_set', p_character_set,
        'constant_string', p_constant_string,
        'tld', p_tld
    )
$$;
COMMENT ON FUNCTION domain_generation_config(domain_pattern_type_enum, integer, text, text, text) IS
    'The canonical configuration of a generator: all that decides its sequence of names. As jsonb every value keeps its own place and quotes, so no two configurations look alike; the character set keeps its order, which is the order of counting.';

CREATE FUNCTION set_domain_config_hash()
RETURNS trigger
LANGUAGE plpgsql
SET search_path = pg_catalog, public, pg_temp
AS $$
DECLARE
    v_config    jsonb;
BEGIN
    v_config := domain_generation_config(
        NEW.pattern_type,
        NEW.variable_length,
        NEW.character_set,
        NEW.constant_string,
        NEW.tld
    );
    NEW.config_hash := jsonb_sha256(v_config);

    IF TG_OP = 'UPDATE' THEN
        NEW.updated_at := now();
        IF NEW.config_hash = OLD.config_hash THEN
            RETURN NEW;
        END IF;
        IF OLD.reserved_count > 0 THEN
            RAISE EXCEPTION 'campaign % has already generated domains from its parameters', OLD.campaign_id
                USING ERRCODE = 'SC010',
                      HINT = 'Create another campaign for other parameters.',
                      TABLE = TG_TABLE_NAME;
        END IF;
    END IF;

    INSERT INTO domain_generation_config_states (config_hash, config_details)
    VALUES (NEW.config_hash, v_config)
    ON CONFLICT (config_hash) DO NOTHING;
    RETURN NEW;
END
$$;
COMMENT ON FUNCTION set_domain_config_hash() IS
    'Computes config_hash and registers the configuration. Parameters are fixed once offsets were handed out (SQLSTATE SC010): a later offset would mean another name.';

-- ---------------------------------------------------------------------------------------
-- Jobs
-- ---------------------------------------------------------------------------------------

CREATE FUNCTION manage_campaign_job()
RETURNS trigger
LANGUAGE plpgsql
SET search_path = pg_catalog, public, pg_temp
AS $$
BEGIN
    IF TG_OP = 'INSERT' THEN
        IF NEW.status NOT IN ('pending', 'queued') THEN
            RAISE EXCEPTION 'a job starts as pending or queued, not as %', NEW.status
                USING ERRCODE = 'SC003',
                      HINT = 'Call enqueue_job().',
                      TABLE = TG_TABLE_NAME,
                      COLUMN = 'status';
        END IF;
        NEW.fencing_token := NULL;
        RETURN NEW;
    END IF;

    NEW.updated_at := clock_timestamp();
    NEW.fencing_token := OLD.fencing_token;

    IF NEW.status = OLD.status THEN
        RETURN NEW;
    END IF;

    IF NOT EXISTS (
        SELECT
        FROM campaign_job_status_transitions AS t
        WHERE t.from_status = OLD.status
          AND t.to_status = NEW.status
    ) THEN
        RAISE EXCEPTION 'job % may not go from % to %', OLD.id, OLD.status, NEW.status
            USING ERRCODE = 'SC003',
                  HINT = (
                      SELECT coalesce('Allowed from here: ' || string_agg(t.to_status::text, ', ' ORDER BY t.to_status), 'Nothing is allowed from here.')
                      FROM campaign_job_status_transitions AS t
                      WHERE t.from_status = OLD.status
                  ),
                  TABLE = TG_TABLE_NAME,
                  COLUMN = 'status';
    END IF;

    IF NEW.status = 'running' THEN
        NEW.fencing_token := nextval('campaign_job_fencing_token_seq');
        NEW.started_at := clock_timestamp();
    ELSE
        NEW.lease_owner := NULL;
        NEW.lease_expires_at := NULL;
    END IF;

    IF NEW.status IN ('completed', 'failed', 'cancelled', 'dead') THEN
        NEW.finished_at := clock_timestamp();
    ELSE
        NEW.finished_at := NULL;
    END IF;
    RETURN NEW;
END
$$;
COMMENT ON FUNCTION manage_campaign_job() IS
    'Holds jobs to campaign_job_status_transitions (SQLSTATE SC003), times them, ends leases, and gives a new fencing token at every claim and at no other time.';

-- ---------------------------------------------------------------------------------------
-- Access grants
-- ---------------------------------------------------------------------------------------

CREATE FUNCTION admit_access_grant()
RETURNS trigger
LANGUAGE plpgsql
SET search_path = pg_catalog, public, pg_temp
AS $$
DECLARE
    v_parent    campaign_access_grants;
BEGIN
    IF NEW.delegated_from_id IS NOT NULL THEN
        SELECT g.*
        INTO v_parent
        FROM campaign_access_grants AS g
        WHERE g.id = NEW.delegated_from_id
        FOR SHARE;

        IF v_parent.campaign_id IS DISTINCT FROM NEW.campaign_id
           OR v_parent.revoked_at IS NOT NULL
           OR v_parent.expires_at <= now() THEN
            RAISE EXCEPTION 'grant % cannot be delegated from', NEW.delegated_from_id
                USING ERRCODE = 'SC011',
                      HINT = 'It must be in force and for the same campaign.',
                      TABLE = TG_TABLE_NAME,
                      COLUMN = 'delegated_from_id';
        END IF;
        NEW.delegation_depth := v_parent.delegation_depth + 1;
        NEW.expires_at := least(NEW.expires_at, v_parent.expires_at);
    END IF;

    -- The unique index cannot know that a grant has expired, so its successor closes it.
    UPDATE campaign_access_grants
    SET revoked_at = expires_at,
        revoked_by = NEW.granted_by,
        revoke_reason = 'expired'
    WHERE campaign_id = NEW.campaign_id
      AND grantee_id = NEW.grantee_id
      AND grant_kind = NEW.grant_kind
      AND revoked_at IS NULL
      AND expires_at <= now();
    RETURN NEW;
END
$$;
COMMENT ON FUNCTION admit_access_grant() IS 'Closes an expired grant that the new one replaces; a delegated grant lasts no longer than its source (SQLSTATE SC011).';

CREATE FUNCTION revoke_delegated_grants()
RETURNS trigger
LANGUAGE plpgsql
SET search_path = pg_catalog, public, pg_temp
AS $$
BEGIN
    UPDATE campaign_access_grants
    SET revoked_at = greatest(NEW.revoked_at, granted_at),
        revoked_by = NEW.revoked_by,
        revoke_reason = 'the grant it was delegated from was revoked'
    WHERE delegated_from_id = NEW.id
      AND revoked_at IS NULL;
    RETURN NULL;
END
$$;
COMMENT ON FUNCTION revoke_delegated_grants() IS 'Revokes what was delegated from a revoked grant, and so on down.';

-- ---------------------------------------------------------------------------------------
-- Cache
-- ---------------------------------------------------------------------------------------

CREATE FUNCTION manage_cache_entry()
RETURNS trigger
LANGUAGE plpgsql
SET search_path = pg_catalog, public, pg_temp
AS $$
DECLARE
    v_configuration    cache_configurations;
BEGIN
    IF TG_OP = 'UPDATE' THEN
        -- A hit is counted without a look at the configuration.
        IF NEW.value = OLD.value AND NEW.expires_at = OLD.expires_at THEN
            RETURN NEW;
        END IF;
        NEW.updated_at := clock_timestamp();
    END IF;

    SELECT c.*
    INTO v_configuration
    FROM cache_configurations AS c
    WHERE c.id = NEW.configuration_id;

    IF NOT FOUND THEN
        RETURN NEW; -- for the foreign key to refuse
    END IF;

    IF NEW.expires_at = 'infinity' THEN
        NEW.expires_at := now() + make_interval(secs => v_configuration.default_ttl_seconds);
    END IF;
    NEW.expires_at := least(
        NEW.expires_at,
        now() + make_interval(secs => v_configuration.max_ttl_seconds)
    );
    RETURN NEW;
END
$$;
COMMENT ON FUNCTION manage_cache_entry() IS 'Gives an entry the default time to live and cuts it to the maximum.';

CREATE FUNCTION finish_cache_invalidation()
RETURNS trigger
LANGUAGE plpgsql
SET search_path = pg_catalog, public, pg_temp
AS $$
BEGIN
    IF NEW.status = 'pending' THEN
        NEW.finished_at := NULL;
    ELSE
        NEW.finished_at := coalesce(NEW.finished_at, clock_timestamp());
    END IF;
    RETURN NEW;
END
$$;
COMMENT ON FUNCTION finish_cache_invalidation() IS 'Times the end of an invalidation.';

CREATE FUNCTION empty_disabled_cache()
RETURNS trigger
LANGUAGE plpgsql
SET search_path = pg_catalog, public, pg_temp
AS $$
BEGIN
    INSERT INTO cache_invalidations (configuration_id, kind, priority, reason, requested_by)
    VALUES (
        NEW.id,
        'everything',
        9,
        'the cache was disabled',
        (SELECT u.id FROM users AS u WHERE u.id = app_setting_uuid('app.user_id'))
    );
    RETURN NULL;
END
$$;
COMMENT ON FUNCTION empty_disabled_cache() IS 'Queues the removal of all entries of a cache that was disabled, so that none is served when it is enabled again.';

-- ---------------------------------------------------------------------------------------
-- Events
-- ---------------------------------------------------------------------------------------

CREATE FUNCTION assign_event_version()
RETURNS trigger
LANGUAGE plpgsql
SET search_path = pg_catalog, public, pg_temp
AS $$
DECLARE
    v_transaction_id    bigint := pg_current_xact_id()::text::bigint;
    v_next              integer;
BEGIN
    -- Whoever appends to the same aggregate waits here. The order never falls below that
    -- of the event before: a transaction with a lower id may well come second. It is never
    -- below its own transaction's id either, so that read_events() cannot have passed it.
    -- The position was drawn before the wait, so it may have been overtaken as well.
    INSERT INTO event_streams AS s (aggregate_type, aggregate_id, current_version, log_order, last_position)
    VALUES (NEW.aggregate_type, NEW.aggregate_id, 1, v_transaction_id, NEW.global_position)
    ON CONFLICT (aggregate_type, aggregate_id) DO UPDATE
        SET current_version = s.current_version + 1,
            log_order = greatest(s.log_order, EXCLUDED.log_order),
            last_position = CASE
                WHEN EXCLUDED.last_position > s.last_position THEN EXCLUDED.last_position
                ELSE nextval('event_store_global_position_seq')
            END
    RETURNING s.current_version, s.log_order, s.last_position INTO v_next, NEW.log_order, NEW.global_position;

    IF NEW.event_version = 0 THEN
        NEW.event_version := v_next;
    ELSIF NEW.event_version <> v_next THEN
        RAISE EXCEPTION 'the next event of % % has version %, not %', NEW.aggregate_type, NEW.aggregate_id, v_next, NEW.event_version
            USING ERRCODE = 'SC007',
                  HINT = 'Load the aggregate again and repeat the command.',
                  TABLE = TG_TABLE_NAME,
                  COLUMN = 'event_version';
    END IF;
    RETURN NEW;
END
$$;
COMMENT ON FUNCTION assign_event_version() IS 'Numbers the events of an aggregate without gaps (SQLSTATE SC007) and orders the log.';

-- ---------------------------------------------------------------------------------------
-- Configuration versions and locks
-- ---------------------------------------------------------------------------------------

CREATE FUNCTION manage_config_version()
RETURNS trigger
LANGUAGE plpgsql
SET search_path = pg_catalog, public, pg_temp
AS $$
BEGIN
    IF TG_OP = 'INSERT' THEN
        IF NEW.status <> 'proposed' THEN
            RAISE EXCEPTION 'a configuration version starts as proposed, not as %', NEW.status
                USING ERRCODE = 'SC004',
                      HINT = 'Call propose_config_version().',
                      TABLE = TG_TABLE_NAME,
                      COLUMN = 'status';
        END IF;
        IF NEW.version_number = 0 THEN
            -- Proposals for one key take turns, so that they get different numbers.
            PERFORM pg_advisory_xact_lock(hashtextextended('config_versions:' || NEW.config_key, 0));
            SELECT coalesce(max(v.version_number), 0) + 1
            INTO NEW.version_number
            FROM config_versions AS v
            WHERE v.config_key = NEW.config_key;
        END IF;
        RETURN NEW;
    END IF;

    NEW.updated_at := now();

    IF NEW.config_key <> OLD.config_key
       OR NEW.version_number <> OLD.version_number
       OR NEW.config_value IS DISTINCT FROM OLD.config_value THEN
        RAISE EXCEPTION 'version % of % is not to be changed', OLD.version_number, OLD.config_key
            USING ERRCODE = 'SC010',
                  HINT = 'Propose a new version.',
                  TABLE = TG_TABLE_NAME;
    END IF;

    IF NEW.status = OLD.status THEN
        RETURN NEW;
    END IF;

    IF NOT EXISTS (
        SELECT
        FROM config_version_status_transitions AS t
        WHERE t.from_status = OLD.status
          AND t.to_status = NEW.status
    ) THEN
        RAISE EXCEPTION 'version % of % may not go from % to %', OLD.version_number, OLD.config_key, OLD.status, NEW.status
            USING ERRCODE = 'SC004',
                  HINT = (
                      SELECT coalesce('Allowed from here: ' || string_agg(t.to_status::text, ', ' ORDER BY t.to_status), 'Nothing is allowed from here.')
                      FROM config_version_status_transitions AS t
                      WHERE t.from_status = OLD.status
                  ),
                  TABLE = TG_TABLE_NAME,
                  COLUMN = 'status';
    END IF;

    CASE NEW.status
        WHEN 'approved' THEN
            NEW.approved_at := clock_timestamp();
        WHEN 'rejected' THEN
            NEW.rejected_at := clock_timestamp();
        WHEN 'deployed' THEN
            NEW.deployed_at := clock_timestamp();
            NEW.withdrawn_at := NULL;
        ELSE
            NEW.withdrawn_at := clock_timestamp();
    END CASE;
    RETURN NEW;
END
$$;
COMMENT ON FUNCTION manage_config_version() IS
    'Numbers versions, holds them to config_version_status_transitions (SQLSTATE SC004), times their moves and keeps their value as it was proposed (SQLSTATE SC010).';

CREATE FUNCTION admit_config_lock()
RETURNS trigger
LANGUAGE plpgsql
SET search_path = pg_catalog, public, pg_temp
AS $$
DECLARE
    v_now       timestamptz;
    v_holder    config_locks;
BEGIN
    -- Acquirers of one key take turns from here to the end of their transactions.
    INSERT INTO config_lock_keys AS k (lock_key, last_token)
    VALUES (NEW.lock_key, 1)
    ON CONFLICT (lock_key) DO UPDATE
        SET last_token = k.last_token + 1
    RETURNING k.last_token INTO NEW.fencing_token;

    -- Read after the wait, not before it.
    v_now := clock_timestamp();

    UPDATE config_locks
    SET released_at = v_now
    WHERE lock_key = NEW.lock_key
      AND released_at IS NULL
      AND expires_at <= v_now;

    SELECT l.*
    INTO v_holder
    FROM config_locks AS l
    WHERE l.lock_key = NEW.lock_key
      AND l.released_at IS NULL
      AND (l.lock_mode = 'exclusive' OR NEW.lock_mode = 'exclusive')
    LIMIT 1;

    IF FOUND THEN
        RAISE EXCEPTION '% lock on "%" is not to be had: % holds it in % mode', NEW.lock_mode, NEW.lock_key, v_holder.owner_name, v_holder.lock_mode
            USING ERRCODE = 'SC008',
                  DETAIL = format('It expires at %s.', v_holder.expires_at),
                  HINT = 'Try again later.',
                  TABLE = TG_TABLE_NAME;
    END IF;
    RETURN NEW;
END
$$;
COMMENT ON FUNCTION admit_config_lock() IS
    'Admits a lock if it may coexist with those held on its key: any number of shared ones, or one exclusive (SQLSTATE SC008). Under REPEATABLE READ an acquirer that lost the race gets a serialization failure.';

CREATE FUNCTION guard_config_lock()
RETURNS trigger
LANGUAGE plpgsql
SET search_path = pg_catalog, public, pg_temp
AS $$
BEGIN
    -- But its owner's account may be removed: the foreign key then sets owner_user_id to NULL.
    IF OLD.released_at IS NOT NULL
       AND (
           NEW.owner_user_id IS NOT NULL
           OR to_jsonb(NEW) - 'owner_user_id' IS DISTINCT FROM to_jsonb(OLD) - 'owner_user_id'
       ) THEN
        RAISE EXCEPTION 'lock % on "%" has been released', OLD.id, OLD.lock_key
            USING ERRCODE = 'SC009',
                  HINT = 'Acquire it again; what it guarded may have changed since.',
                  TABLE = TG_TABLE_NAME;
    END IF;
    IF (NEW.lock_key, NEW.lock_mode, NEW.fencing_token) IS DISTINCT FROM (OLD.lock_key, OLD.lock_mode, OLD.fencing_token) THEN
        RAISE EXCEPTION 'the key, mode and token of lock % are not to be changed', OLD.id
            USING ERRCODE = 'SC010',
                  HINT = 'Release it and acquire another.',
                  TABLE = TG_TABLE_NAME;
    END IF;
    RETURN NEW;
END
$$;
COMMENT ON FUNCTION guard_config_lock() IS 'A released lock stays released (SQLSTATE SC009); a held one is never turned into another (SQLSTATE SC010).';

-- ---------------------------------------------------------------------------------------
-- Triggers. Those of one table and time fire in order of their names.
-- ---------------------------------------------------------------------------------------

-- updated_at. Tables whose own trigger sets it as well are not listed.

CREATE TRIGGER users_set_updated_at
    BEFORE UPDATE ON users
    FOR EACH ROW
    EXECUTE FUNCTION set_updated_at();

CREATE TRIGGER lead_generation_campaigns_set_updated_at
    BEFORE UPDATE ON lead_generation_campaigns
    FOR EACH ROW
    EXECUTE FUNCTION set_updated_at();

CREATE TRIGGER campaign_phases_set_updated_at
    BEFORE UPDATE ON campaign_phases
    FOR EACH ROW
    EXECUTE FUNCTION set_updated_at();

CREATE TRIGGER generated_domains_set_updated_at
    BEFORE UPDATE ON generated_domains
    FOR EACH ROW
    EXECUTE FUNCTION set_updated_at();

CREATE TRIGGER domain_generation_config_states_set_updated_at
    BEFORE UPDATE ON domain_generation_config_states
    FOR EACH ROW
    EXECUTE FUNCTION set_updated_at();

CREATE TRIGGER personas_set_updated_at
    BEFORE UPDATE ON personas
    FOR EACH ROW
    EXECUTE FUNCTION set_updated_at();

CREATE TRIGGER proxies_set_updated_at
    BEFORE UPDATE ON proxies
    FOR EACH ROW
    EXECUTE FUNCTION set_updated_at();

CREATE TRIGGER proxy_pools_set_updated_at
    BEFORE UPDATE ON proxy_pools
    FOR EACH ROW
    EXECUTE FUNCTION set_updated_at();

CREATE TRIGGER keyword_sets_set_updated_at
    BEFORE UPDATE ON keyword_sets
    FOR EACH ROW
    EXECUTE FUNCTION set_updated_at();

CREATE TRIGGER keyword_rules_set_updated_at
    BEFORE UPDATE ON keyword_rules
    FOR EACH ROW
    EXECUTE FUNCTION set_updated_at();

CREATE TRIGGER http_keyword_campaign_params_set_updated_at
    BEFORE UPDATE ON http_keyword_campaign_params
    FOR EACH ROW
    EXECUTE FUNCTION set_updated_at();

CREATE TRIGGER audit_retention_policies_set_updated_at
    BEFORE UPDATE ON audit_retention_policies
    FOR EACH ROW
    EXECUTE FUNCTION set_updated_at();

CREATE TRIGGER cache_configurations_set_updated_at
    BEFORE UPDATE ON cache_configurations
    FOR EACH ROW
    EXECUTE FUNCTION set_updated_at();

CREATE TRIGGER service_dependencies_set_updated_at
    BEFORE UPDATE ON service_dependencies
    FOR EACH ROW
    EXECUTE FUNCTION set_updated_at();

CREATE TRIGGER architecture_refactor_log_set_updated_at
    BEFORE UPDATE ON architecture_refactor_log
    FOR EACH ROW
    EXECUTE FUNCTION set_updated_at();

CREATE TRIGGER event_projections_set_updated_at
    BEFORE UPDATE ON event_projections
    FOR EACH ROW
    EXECUTE FUNCTION set_updated_at();

-- Append-only tables. Retention may delete from the metrics and drops partitions of the
-- audit log; events stay.

CREATE TRIGGER audit_logs_refuse_update
    BEFORE UPDATE ON audit_logs
    FOR EACH ROW
    EXECUTE FUNCTION refuse_change();

CREATE TRIGGER query_performance_metrics_refuse_update
    BEFORE UPDATE ON query_performance_metrics
    FOR EACH ROW
    EXECUTE FUNCTION refuse_change();

CREATE TRIGGER resource_utilization_metrics_refuse_update
    BEFORE UPDATE ON resource_utilization_metrics
    FOR EACH ROW
    EXECUTE FUNCTION refuse_change();

CREATE TRIGGER connection_pool_metrics_refuse_update
    BEFORE UPDATE ON connection_pool_metrics
    FOR EACH ROW
    EXECUTE FUNCTION refuse_change();

CREATE TRIGGER pagination_performance_metrics_refuse_update
    BEFORE UPDATE ON pagination_performance_metrics
    FOR EACH ROW
    EXECUTE FUNCTION refuse_change();

CREATE TRIGGER service_architecture_metrics_refuse_update
    BEFORE UPDATE ON service_architecture_metrics
    FOR EACH ROW
    EXECUTE FUNCTION refuse_change();

CREATE TRIGGER communication_patterns_refuse_update
    BEFORE UPDATE ON communication_patterns
    FOR EACH ROW
    EXECUTE FUNCTION refuse_change();

CREATE TRIGGER service_capacity_metrics_refuse_update
    BEFORE UPDATE ON service_capacity_metrics
    FOR EACH ROW
    EXECUTE FUNCTION refuse_change();

CREATE TRIGGER event_store_refuse_change
    BEFORE UPDATE OR DELETE ON event_store
    FOR EACH ROW
    EXECUTE FUNCTION refuse_change();

CREATE TRIGGER event_store_refuse_truncate
    BEFORE TRUNCATE ON event_store
    FOR EACH STATEMENT
    EXECUTE FUNCTION refuse_change();

-- Audit: data classification, key columns, secret columns, quiet columns.

CREATE TRIGGER users_audit
    AFTER INSERT OR UPDATE OR DELETE ON users
    FOR EACH ROW
    EXECUTE FUNCTION audit_row_change(
        'confidential',
        'id',
        'password_hash,email_verification_token_hash,mfa_secret_encrypted,mfa_backup_codes_encrypted',
        'updated_at,last_login_at,last_login_address,failed_login_attempts,mfa_last_used_at'
    );

CREATE TRIGGER lead_generation_campaigns_audit
    AFTER INSERT OR UPDATE OR DELETE ON lead_generation_campaigns
    FOR EACH ROW
    EXECUTE FUNCTION audit_row_change(
        'internal',
        'id',
        '',
        'updated_at,version,total_items,processed_items,successful_items,failed_items,progress_percentage,processing_rate,estimated_completion_at,last_heartbeat_at'
    );

CREATE TRIGGER domain_generation_campaign_params_audit
    AFTER INSERT OR UPDATE OR DELETE ON domain_generation_campaign_params
    FOR EACH ROW
    EXECUTE FUNCTION audit_row_change(
        'internal',
        'campaign_id',
        '',
        'updated_at,reserved_count,current_offset'
    );

CREATE TRIGGER personas_audit
    AFTER INSERT OR UPDATE OR DELETE ON personas
    FOR EACH ROW
    EXECUTE FUNCTION audit_row_change(
        'confidential',
        'id',
        'configuration',
        'updated_at'
    );

CREATE TRIGGER proxies_audit
    AFTER INSERT OR UPDATE OR DELETE ON proxies
    FOR EACH ROW
    EXECUTE FUNCTION audit_row_change(
        'confidential',
        'id',
        'credential_hash',
        'updated_at,health,last_checked_at,latency_ms,success_count,failure_count,consecutive_failures,last_error'
    );

CREATE TRIGGER proxy_pools_audit
    AFTER INSERT OR UPDATE OR DELETE ON proxy_pools
    FOR EACH ROW
    EXECUTE FUNCTION audit_row_change(
        'internal',
        'id',
        '',
        'updated_at'
    );

CREATE TRIGGER proxy_pool_memberships_audit
    AFTER INSERT OR UPDATE OR DELETE ON proxy_pool_memberships
    FOR EACH ROW
    EXECUTE FUNCTION audit_row_change(
        'internal',
        'pool_id,proxy_id',
        '',
        ''
    );

CREATE TRIGGER keyword_sets_audit
    AFTER INSERT OR UPDATE OR DELETE ON keyword_sets
    FOR EACH ROW
    EXECUTE FUNCTION audit_row_change(
        'internal',
        'id',
        '',
        'updated_at'
    );

CREATE TRIGGER keyword_rules_audit
    AFTER INSERT OR UPDATE OR DELETE ON keyword_rules
    FOR EACH ROW
    EXECUTE FUNCTION audit_row_change(
        'internal',
        'id',
        '',
        'updated_at'
    );

CREATE TRIGGER http_keyword_campaign_params_audit
    AFTER INSERT OR UPDATE OR DELETE ON http_keyword_campaign_params
    FOR EACH ROW
    EXECUTE FUNCTION audit_row_change(
        'internal',
        'campaign_id',
        '',
        'updated_at'
    );

CREATE TRIGGER campaign_access_grants_audit
    AFTER INSERT OR UPDATE OR DELETE ON campaign_access_grants
    FOR EACH ROW
    EXECUTE FUNCTION audit_row_change(
        'restricted',
        'id',
        '',
        ''
    );

CREATE TRIGGER audit_retention_policies_audit
    AFTER INSERT OR UPDATE OR DELETE ON audit_retention_policies
    FOR EACH ROW
    EXECUTE FUNCTION audit_row_change(
        'restricted',
        'data_classification',
        '',
        'updated_at'
    );

CREATE TRIGGER cache_configurations_audit
    AFTER INSERT OR UPDATE OR DELETE ON cache_configurations
    FOR EACH ROW
    EXECUTE FUNCTION audit_row_change(
        'internal',
        'id',
        '',
        'updated_at'
    );

CREATE TRIGGER config_versions_audit
    AFTER INSERT OR UPDATE OR DELETE ON config_versions
    FOR EACH ROW
    EXECUTE FUNCTION audit_row_change(
        'confidential',
        'id',
        'config_value',
        'updated_at'
    );

-- Users and sessions.

CREATE TRIGGER user_sessions_end
    BEFORE INSERT OR UPDATE ON user_sessions
    FOR EACH ROW
    EXECUTE FUNCTION end_session();

CREATE TRIGGER users_end_sessions
    AFTER UPDATE ON users
    FOR EACH ROW
    WHEN ((OLD.is_active AND NOT NEW.is_active) OR OLD.password_hash <> NEW.password_hash)
    EXECUTE FUNCTION end_sessions_of_user();

-- Campaigns and phases.

CREATE TRIGGER lead_generation_campaigns_check_initial_status
    BEFORE INSERT ON lead_generation_campaigns
    FOR EACH ROW
    EXECUTE FUNCTION check_campaign_status();

CREATE TRIGGER lead_generation_campaigns_check_status
    BEFORE UPDATE ON lead_generation_campaigns
    FOR EACH ROW
    WHEN (OLD.status IS DISTINCT FROM NEW.status)
    EXECUTE FUNCTION check_campaign_status();

CREATE TRIGGER lead_generation_campaigns_bump_version
    BEFORE UPDATE ON lead_generation_campaigns
    FOR EACH ROW
    EXECUTE FUNCTION bump_campaign_version();

CREATE TRIGGER lead_generation_campaigns_record_creation
    AFTER INSERT ON lead_generation_campaigns
    FOR EACH ROW
    EXECUTE FUNCTION record_campaign_status();

CREATE TRIGGER lead_generation_campaigns_record_status
    AFTER UPDATE ON lead_generation_campaigns
    FOR EACH ROW
    WHEN (OLD.status IS DISTINCT FROM NEW.status)
    EXECUTE FUNCTION record_campaign_status();

CREATE TRIGGER campaign_state_events_assign_sequence
    BEFORE INSERT ON campaign_state_events
    FOR EACH ROW
    EXECUTE FUNCTION assign_state_event_sequence();

CREATE TRIGGER campaign_phases_check_initial_status
    BEFORE INSERT ON campaign_phases
    FOR EACH ROW
    EXECUTE FUNCTION check_phase_status();

CREATE TRIGGER campaign_phases_check_status
    BEFORE UPDATE ON campaign_phases
    FOR EACH ROW
    WHEN (OLD.status IS DISTINCT FROM NEW.status)
    EXECUTE FUNCTION check_phase_status();

CREATE TRIGGER campaign_phases_record_status
    AFTER UPDATE ON campaign_phases
    FOR EACH ROW
    WHEN (OLD.status IS DISTINCT FROM NEW.status)
    EXECUTE FUNCTION record_phase_status();

-- Domains. A trigger with transition tables is for one kind of statement only.

CREATE TRIGGER generated_domains_count_insert
    AFTER INSERT ON generated_domains
    REFERENCING NEW TABLE AS new_rows
    FOR EACH STATEMENT
    EXECUTE FUNCTION count_generated_domains();

CREATE TRIGGER generated_domains_count_update
    AFTER UPDATE ON generated_domains
    REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows
    FOR EACH STATEMENT
    EXECUTE FUNCTION count_generated_domains();

CREATE TRIGGER generated_domains_count_delete
    AFTER DELETE ON generated_domains
    REFERENCING OLD TABLE AS old_rows
    FOR EACH STATEMENT
    EXECUTE FUNCTION count_generated_domains();

CREATE TRIGGER generated_domains_count_truncate
    AFTER TRUNCATE ON generated_domains
    FOR EACH STATEMENT
    EXECUTE FUNCTION reset_domain_counters();

CREATE TRIGGER domain_generation_campaign_params_set_config_hash
    BEFORE INSERT OR UPDATE ON domain_generation_campaign_params
    FOR EACH ROW
    EXECUTE FUNCTION set_domain_config_hash();

-- Jobs.

CREATE TRIGGER campaign_jobs_manage
    BEFORE INSERT OR UPDATE ON campaign_jobs
    FOR EACH ROW
    EXECUTE FUNCTION manage_campaign_job();

-- Access grants.

CREATE TRIGGER campaign_access_grants_admit
    BEFORE INSERT ON campaign_access_grants
    FOR EACH ROW
    EXECUTE FUNCTION admit_access_grant();

CREATE TRIGGER campaign_access_grants_revoke_delegated
    AFTER UPDATE ON campaign_access_grants
    FOR EACH ROW
    WHEN (OLD.revoked_at IS NULL AND NEW.revoked_at IS NOT NULL)
    EXECUTE FUNCTION revoke_delegated_grants();

-- Cache.

CREATE TRIGGER cache_entries_manage
    BEFORE INSERT OR UPDATE ON cache_entries
    FOR EACH ROW
    EXECUTE FUNCTION manage_cache_entry();

CREATE TRIGGER cache_invalidations_finish
    BEFORE INSERT OR UPDATE ON cache_invalidations
    FOR EACH ROW
    EXECUTE FUNCTION finish_cache_invalidation();

CREATE TRIGGER cache_configurations_empty_disabled
    AFTER UPDATE ON cache_configurations
    FOR EACH ROW
    WHEN (OLD.is_enabled AND NOT NEW.is_enabled)
    EXECUTE FUNCTION empty_disabled_cache();

-- Events and configuration.

CREATE TRIGGER event_store_assign_version
    BEFORE INSERT ON event_store
    FOR EACH ROW
    EXECUTE FUNCTION assign_event_version();

CREATE TRIGGER config_versions_manage
    BEFORE INSERT OR UPDATE ON config_versions
    FOR EACH ROW
    EXECUTE FUNCTION manage_config_version();

CREATE TRIGGER config_locks_admit
    BEFORE INSERT ON config_locks
    FOR EACH ROW
    EXECUTE FUNCTION admit_config_lock();

CREATE TRIGGER config_locks_guard
    BEFORE UPDATE ON config_locks
    FOR EACH ROW
    EXECUTE FUNCTION guard_config_lock();
