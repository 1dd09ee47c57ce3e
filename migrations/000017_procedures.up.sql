-- Routines that applications and schedulers call: campaigns, the job queue, batches of
-- results, analytics, events, configuration, cache, and upkeep in bounded batches.
-- They raise the SQLSTATEs listed at the top of migration 16, and no_data_found (P0002)
-- for an id that does not exist.
--
-- Locks are always taken in this order: campaign, phases, jobs, domains, counters.

-- ---------------------------------------------------------------------------------------
-- Campaigns
-- ---------------------------------------------------------------------------------------

CREATE FUNCTION lock_campaign(
    p_campaign_id         uuid,
    p_expected_version    integer,
    p_user_id             uuid,
    p_reason              text
)
RETURNS lead_generation_campaigns
LANGUAGE plpgsql
SET search_path = pg_catalog, public, pg_temp
AS $$
DECLARE
    v_campaign    lead_generation_campaigns;
BEGIN
    -- Not FOR UPDATE: rows that refer to the campaign may still be inserted meanwhile.
    SELECT c.*
    INTO v_campaign
    FROM lead_generation_campaigns AS c
    WHERE c.id = p_campaign_id
    FOR NO KEY UPDATE;

    IF NOT FOUND THEN
        RAISE EXCEPTION 'there is no campaign %', p_campaign_id
            USING ERRCODE = 'no_data_found';
    END IF;
    IF v_campaign.version <> p_expected_version THEN
        RAISE EXCEPTION 'campaign % is at version %, not at %', p_campaign_id, v_campaign.version, p_expected_version
            USING ERRCODE = 'SC005',
                  HINT = 'Read the campaign again and repeat the change.';
    END IF;

    -- For the triggers that write the trail.
    IF p_user_id IS NOT NULL THEN
        PERFORM set_config('app.user_id', p_user_id::text, true);
    END IF;
    PERFORM set_config('app.reason', coalesce(p_reason, ''), true);
    RETURN v_campaign;
END
$$;
COMMENT ON FUNCTION lock_campaign(uuid, integer, uuid, text) IS
    'First step of all that moves a campaign: locks it, checks the version (SQLSTATE SC005; NULL = any) and notes, until the transaction ends, who acts and why.';

CREATE FUNCTION initialize_campaign_phases(p_campaign_id uuid)
RETURNS integer
LANGUAGE plpgsql
SET search_path = pg_catalog, public, pg_temp
AS $$
DECLARE
    v_campaign    lead_generation_campaigns;
    v_phases      phase_type_enum[];
    v_count       integer;
BEGIN
    v_campaign := lock_campaign(p_campaign_id, NULL, NULL, current_setting('app.reason', true));

    v_phases := CASE v_campaign.campaign_type
        WHEN 'domain_generation' THEN
            ARRAY['domain_generation']::phase_type_enum[]
        WHEN 'dns_validation' THEN
            ARRAY['domain_generation', 'dns_validation']::phase_type_enum[]
        WHEN 'http_keyword_validation' THEN
            ARRAY['domain_generation', 'dns_validation', 'http_keyword_validation']::phase_type_enum[]
        ELSE
            ARRAY['domain_generation', 'dns_validation', 'http_keyword_validation', 'analysis']::phase_type_enum[]
    END;

    INSERT INTO campaign_phases (campaign_id, phase_type, phase_order, status)
    SELECT
        p_campaign_id,
        p.phase_type,
        p.place,
        CASE p.place
            WHEN 1 THEN 'ready'::phase_status_enum
            ELSE 'not_started'::phase_status_enum
        END
    FROM unnest(v_phases) WITH ORDINALITY AS p (phase_type, place)
    ON CONFLICT (campaign_id, phase_type) DO NOTHING;
    GET DIAGNOSTICS v_count = ROW_COUNT;

    IF v_campaign.total_phases <> cardinality(v_phases) THEN
        UPDATE lead_generation_campaigns
        SET total_phases = cardinality(v_phases)
        WHERE id = p_campaign_id;
    END IF;
    RETURN v_count;
END
$$;
COMMENT ON FUNCTION initialize_campaign_phases(uuid) IS 'Makes the phases that the type of the campaign calls for, unless they are there; returns how many it made.';

CREATE FUNCTION configure_campaign_phase(
    p_campaign_id      uuid,
    p_phase_type       phase_type_enum,
    p_configuration    jsonb,
    p_user_id          uuid DEFAULT NULL
)
RETURNS void
LANGUAGE plpgsql
SET search_path = pg_catalog, public, pg_temp
AS $$
DECLARE
    v_status    phase_status_enum;
BEGIN
    PERFORM lock_campaign(p_campaign_id, NULL, p_user_id, 'phase configured');
    PERFORM initialize_campaign_phases(p_campaign_id);

    SELECT p.status
    INTO v_status
    FROM campaign_phases AS p
    WHERE p.campaign_id = p_campaign_id
      AND p.phase_type = p_phase_type
    FOR NO KEY UPDATE;

    IF NOT FOUND THEN
        RAISE EXCEPTION 'campaign % has no phase %', p_campaign_id, p_phase_type
            USING ERRCODE = 'no_data_found';
    END IF;
    IF v_status IN ('in_progress', 'paused', 'completed', 'skipped') THEN
        RAISE EXCEPTION 'phase % of campaign % is % and cannot be configured', p_phase_type, p_campaign_id, v_status
            USING ERRCODE = 'SC011',
                  HINT = 'A phase is configured before it is started, or after it failed.';
    END IF;

    UPDATE campaign_phases
    SET status = 'configured',
        configuration = p_configuration
    WHERE campaign_id = p_campaign_id
      AND phase_type = p_phase_type;

    UPDATE lead_generation_campaigns
    SET domain_generation_config = CASE p_phase_type WHEN 'domain_generation' THEN p_configuration ELSE domain_generation_config END,
        dns_validation_config = CASE p_phase_type WHEN 'dns_validation' THEN p_configuration ELSE dns_validation_config END,
        http_validation_config = CASE p_phase_type WHEN 'http_keyword_validation' THEN p_configuration ELSE http_validation_config END,
        analysis_config = CASE p_phase_type WHEN 'analysis' THEN p_configuration ELSE analysis_config END,
        phase_status = CASE WHEN current_phase = p_phase_type THEN 'configured'::phase_status_enum ELSE phase_status END
    WHERE id = p_campaign_id;

    INSERT INTO campaign_state_events (campaign_id, event_type, phase_type, triggered_by, event_data)
    VALUES (
        p_campaign_id,
        'configuration_changed',
        p_phase_type,
        (SELECT u.id FROM users AS u WHERE u.id = app_setting_uuid('app.user_id')),
        jsonb_build_object('configuration', p_configuration)
    );
    PERFORM set_config('app.reason', '', true);
END
$$;
COMMENT ON FUNCTION configure_campaign_phase(uuid, phase_type_enum, jsonb, uuid) IS
    'Accepts the configuration of a phase, which may then be started. SQLSTATE SC011 if the phase is under way or done.';

CREATE FUNCTION release_campaign_jobs(p_campaign_id uuid)
RETURNS integer
LANGUAGE plpgsql
SET search_path = pg_catalog, public, pg_temp
AS $$
DECLARE
    v_count    integer;
BEGIN
    WITH held AS (
        SELECT j.id
        FROM campaign_jobs AS j
        WHERE j.campaign_id = p_campaign_id
          AND j.status = 'pending'
        ORDER BY j.id
        FOR UPDATE
    )
    UPDATE campaign_jobs AS j
    SET status = 'queued'
    FROM held AS h
    WHERE j.id = h.id;
    GET DIAGNOSTICS v_count = ROW_COUNT;
    RETURN v_count;
END
$$;
COMMENT ON FUNCTION release_campaign_jobs(uuid) IS 'Lets the jobs of a campaign be claimed; part of starting and resuming it.';

CREATE FUNCTION hold_campaign_jobs(p_campaign_id uuid)
RETURNS integer
LANGUAGE plpgsql
SET search_path = pg_catalog, public, pg_temp
AS $$
DECLARE
    v_count    integer;
BEGIN
    WITH waiting AS (
        SELECT j.id
        FROM campaign_jobs AS j
        WHERE j.campaign_id = p_campaign_id
          AND j.status = 'queued'
        ORDER BY j.id
        FOR UPDATE
    )
    UPDATE campaign_jobs AS j
    SET status = 'pending'
    FROM waiting AS w
    WHERE j.id = w.id;
    GET DIAGNOSTICS v_count = ROW_COUNT;
    RETURN v_count;
END
$$;
COMMENT ON FUNCTION hold_campaign_jobs(uuid) IS 'Keeps the queued jobs of a campaign from being claimed; those that run may end.';

CREATE FUNCTION start_next_phase(p_campaign_id uuid)
RETURNS phase_type_enum
LANGUAGE plpgsql
SET search_path = pg_catalog, public, pg_temp
AS $$
DECLARE
    v_is_full_sequence    boolean;
    v_phase               campaign_phases;
BEGIN
    SELECT c.is_full_sequence_mode
    INTO v_is_full_sequence
    FROM lead_generation_campaigns AS c
    WHERE c.id = p_campaign_id;

    FOR v_phase IN
        SELECT p.*
        FROM campaign_phases AS p
        WHERE p.campaign_id = p_campaign_id
          AND p.status NOT IN ('completed', 'skipped')
        ORDER BY p.phase_order
        FOR NO KEY UPDATE
    LOOP
        IF v_phase.status = 'failed' THEN
            UPDATE campaign_phases SET status = 'configured' WHERE id = v_phase.id;
            v_phase.status := 'configured';
        END IF;

        IF v_phase.status = 'configured' THEN
            UPDATE campaign_phases SET status = 'in_progress' WHERE id = v_phase.id;
            RETURN v_phase.phase_type;
        END IF;

        IF v_is_full_sequence OR v_phase.status NOT IN ('not_started', 'ready') THEN
            RAISE EXCEPTION 'phase % of campaign % is % and cannot be started', v_phase.phase_type, p_campaign_id, v_phase.status
                USING ERRCODE = 'SC011',
                      HINT = 'Call configure_campaign_phase() first.';
        END IF;

        UPDATE campaign_phases SET status = 'skipped' WHERE id = v_phase.id;
    END LOOP;
    RETURN NULL;
END
$$;
COMMENT ON FUNCTION start_next_phase(uuid) IS
    'Starts the next phase and returns it; NULL if none is left. A phase that is not configured is refused in full-sequence mode (SQLSTATE SC011) and skipped otherwise. Part of starting and advancing a campaign.';

CREATE FUNCTION start_campaign(
    p_campaign_id         uuid,
    p_user_id             uuid DEFAULT NULL,
    p_reason              text DEFAULT NULL,
    p_expected_version    integer DEFAULT NULL
)
RETURNS integer
LANGUAGE plpgsql
SET search_path = pg_catalog, public, pg_temp
AS $$
DECLARE
    v_campaign    lead_generation_campaigns;
    v_phase       phase_type_enum;
    v_version     integer;
BEGIN
    v_campaign := lock_campaign(p_campaign_id, p_expected_version, p_user_id, p_reason);
    IF v_campaign.status NOT IN ('draft', 'failed') THEN
        RAISE EXCEPTION 'campaign % is % and cannot be started', p_campaign_id, v_campaign.status
            USING ERRCODE = 'SC001',
                  HINT = CASE v_campaign.status
                      WHEN 'paused' THEN 'Call resume_campaign().'
                      ELSE 'Only a draft is started, and a failed campaign retried.'
                  END;
    END IF;

    IF v_campaign.status = 'draft' THEN
        PERFORM initialize_campaign_phases(p_campaign_id);

        -- Otherwise every phase would be skipped, for good.
        IF NOT EXISTS (
            SELECT
            FROM campaign_phases AS p
            WHERE p.campaign_id = p_campaign_id
              AND p.status = 'configured'
        ) THEN
            RAISE EXCEPTION 'no phase of campaign % is configured', p_campaign_id
                USING ERRCODE = 'SC011',
                      HINT = 'Call configure_campaign_phase() first.';
        END IF;
    END IF;

    v_phase := start_next_phase(p_campaign_id);
    IF v_phase IS NULL THEN
        RAISE EXCEPTION 'campaign % has no phase left to run', p_campaign_id
            USING ERRCODE = 'SC011',
                  HINT = 'Archive it.';
    END IF;

    UPDATE lead_generation_campaigns AS c
    SET status = 'running',
        current_phase = v_phase,
        phase_status = 'in_progress',
        completed_phases = (
            SELECT count(*)
            FROM campaign_phases AS p
            WHERE p.campaign_id = c.id
              AND p.status IN ('completed', 'skipped')
        ),
        error_message = NULL,
        error_details = NULL,
        last_heartbeat_at = clock_timestamp()
    WHERE c.id = p_campaign_id
    RETURNING c.version INTO v_version;

    PERFORM release_campaign_jobs(p_campaign_id);
    PERFORM set_config('app.reason', '', true);
    RETURN v_version;
END
$$;
COMMENT ON FUNCTION start_campaign(uuid, uuid, text, integer) IS
    'Starts a draft, or retries a failed campaign from the phase that failed; returns the new version. SQLSTATE SC001, SC005, SC011.';

CREATE FUNCTION pause_campaign(
    p_campaign_id         uuid,
    p_user_id             uuid DEFAULT NULL,
    p_reason              text DEFAULT NULL,
    p_expected_version    integer DEFAULT NULL
)
RETURNS integer
LANGUAGE plpgsql
SET search_path = pg_catalog, public, pg_temp
AS $$
DECLARE
    v_version    integer;
BEGIN
    PERFORM lock_campaign(p_campaign_id, p_expected_version, p_user_id, p_reason);

    UPDATE lead_generation_campaigns AS c
    SET status = 'paused',
        phase_status = CASE c.phase_status WHEN 'in_progress' THEN 'paused'::phase_status_enum ELSE c.phase_status END
    WHERE c.id = p_campaign_id
      AND c.status <> 'paused'
    RETURNING c.version INTO v_version;

    IF NOT FOUND THEN
        RAISE EXCEPTION 'campaign % is paused already', p_campaign_id
            USING ERRCODE = 'SC001';
    END IF;

    UPDATE campaign_phases
    SET status = 'paused'
    WHERE campaign_id = p_campaign_id
      AND status = 'in_progress';

    PERFORM hold_campaign_jobs(p_campaign_id);
    PERFORM set_config('app.reason', '', true);
    RETURN v_version;
END
$$;
COMMENT ON FUNCTION pause_campaign(uuid, uuid, text, integer) IS
    'Pauses a running campaign and holds its queued jobs back; jobs that run may end. Returns the new version. SQLSTATE SC001, SC005.';

CREATE FUNCTION resume_campaign(
    p_campaign_id         uuid,
    p_user_id             uuid DEFAULT NULL,
    p_reason              text DEFAULT NULL,
    p_expected_version    integer DEFAULT NULL
)
RETURNS integer
LANGUAGE plpgsql
SET search_path = pg_catalog, public, pg_temp
AS $$
DECLARE
    v_campaign    lead_generation_campaigns;
    v_version     integer;
BEGIN
    v_campaign := lock_campaign(p_campaign_id, p_expected_version, p_user_id, p_reason);
    IF v_campaign.status <> 'paused' THEN
        RAISE EXCEPTION 'campaign % is % and cannot be resumed', p_campaign_id, v_campaign.status
            USING ERRCODE = 'SC001',
                  HINT = 'Only a paused campaign is resumed.';
    END IF;

    UPDATE lead_generation_campaigns AS c
    SET status = 'running',
        phase_status = CASE c.phase_status WHEN 'paused' THEN 'in_progress'::phase_status_enum ELSE c.phase_status END,
        last_heartbeat_at = clock_timestamp()
    WHERE c.id = p_campaign_id
    RETURNING c.version INTO v_version;

    UPDATE campaign_phases
    SET status = 'in_progress'
    WHERE campaign_id = p_campaign_id
      AND status = 'paused';

    PERFORM release_campaign_jobs(p_campaign_id);
    PERFORM set_config('app.reason', '', true);
    RETURN v_version;
END
$$;
COMMENT ON FUNCTION resume_campaign(uuid, uuid, text, integer) IS
    'Resumes a paused campaign and releases its jobs; returns the new version. SQLSTATE SC001, SC005.';

CREATE FUNCTION cancel_campaign(
    p_campaign_id         uuid,
    p_user_id             uuid DEFAULT NULL,
    p_reason              text DEFAULT NULL,
    p_expected_version    integer DEFAULT NULL
)
RETURNS integer
LANGUAGE plpgsql
SET search_path = pg_catalog, public, pg_temp
AS $$
DECLARE
    v_campaign    lead_generation_campaigns;
    v_version     integer;
BEGIN
    v_campaign := lock_campaign(p_campaign_id, p_expected_version, p_user_id, p_reason);
    IF v_campaign.status = 'cancelled' THEN
        RAISE EXCEPTION 'campaign % is cancelled already', p_campaign_id
            USING ERRCODE = 'SC001';
    END IF;

    -- A phase knows no "cancelled": one that is under way stays paused for ever.
    UPDATE lead_generation_campaigns AS c
    SET status = 'cancelled',
        phase_status = CASE c.phase_status WHEN 'in_progress' THEN 'paused'::phase_status_enum ELSE c.phase_status END
    WHERE c.id = p_campaign_id
    RETURNING c.version INTO v_version;

    UPDATE campaign_phases
    SET status = 'paused'
    WHERE campaign_id = p_campaign_id
      AND status = 'in_progress';

    WITH open_jobs AS (
        SELECT j.id, j.status, j.attempts, j.lease_owner, j.fencing_token, j.started_at
        FROM campaign_jobs AS j
        WHERE j.campaign_id = p_campaign_id
          AND j.status IN ('pending', 'queued', 'running')
        ORDER BY j.id
        FOR UPDATE
    ),
    cancelled AS (
        UPDATE campaign_jobs AS j
        SET status = 'cancelled'
        FROM open_jobs AS o
        WHERE j.id = o.id
        RETURNING j.id
    )
    INSERT INTO campaign_job_attempts (job_id, fencing_token, attempt, worker_id, outcome, started_at)
    SELECT o.id, o.fencing_token, o.attempts, o.lease_owner, 'cancelled', o.started_at
    FROM open_jobs AS o
    JOIN cancelled AS c ON c.id = o.id
    WHERE o.status = 'running';

    PERFORM set_config('app.reason', '', true);
    RETURN v_version;
END
$$;
COMMENT ON FUNCTION cancel_campaign(uuid, uuid, text, integer) IS
    'Stops a campaign for good and cancels its jobs; a worker that still runs one learns it by SQLSTATE SC006. Returns the new version. SQLSTATE SC001, SC005.';

CREATE FUNCTION fail_campaign(
    p_campaign_id      uuid,
    p_error_message    text,
    p_error_details    jsonb DEFAULT NULL
)
RETURNS integer
LANGUAGE plpgsql
SET search_path = pg_catalog, public, pg_temp
AS $$
DECLARE
    v_version    integer;
BEGIN
    PERFORM lock_campaign(p_campaign_id, NULL, NULL, p_error_message);

    UPDATE lead_generation_campaigns AS c
    SET status = 'failed',
        phase_status = CASE
            WHEN c.phase_status IN ('in_progress', 'paused') THEN 'failed'::phase_status_enum
            ELSE c.phase_status
        END,
        error_message = p_error_message,
        error_details = p_error_details
    WHERE c.id = p_campaign_id
      AND c.status <> 'failed'
    RETURNING c.version INTO v_version;

    IF NOT FOUND THEN
        RAISE EXCEPTION 'campaign % has failed already', p_campaign_id
            USING ERRCODE = 'SC001';
    END IF;

    UPDATE campaign_phases
    SET status = 'failed',
        error_message = p_error_message,
        error_details = p_error_details
    WHERE campaign_id = p_campaign_id
      AND status IN ('in_progress', 'paused');

    PERFORM hold_campaign_jobs(p_campaign_id);
    PERFORM set_config('app.reason', '', true);
    RETURN v_version;
END
$$;
COMMENT ON FUNCTION fail_campaign(uuid, text, jsonb) IS
    'Marks a campaign and its current phase as failed and holds its jobs, for start_campaign() to retry; returns the new version. SQLSTATE SC001.';

CREATE FUNCTION advance_campaign(
    p_campaign_id         uuid,
    p_user_id             uuid DEFAULT NULL,
    p_reason              text DEFAULT NULL,
    p_expected_version    integer DEFAULT NULL
)
RETURNS phase_type_enum
LANGUAGE plpgsql
SET search_path = pg_catalog, public, pg_temp
AS $$
DECLARE
    v_campaign     lead_generation_campaigns;
    v_job_type     job_type_enum;
    v_open_jobs    bigint;
    v_phase        phase_type_enum;
BEGIN
    v_campaign := lock_campaign(p_campaign_id, p_expected_version, p_user_id, p_reason);
    IF v_campaign.status <> 'running' THEN
        RAISE EXCEPTION 'campaign % is % and cannot be advanced', p_campaign_id, v_campaign.status
            USING ERRCODE = 'SC011',
                  HINT = 'Only a running campaign is advanced.';
    END IF;

    -- Phases and jobs have types of their own, with the same names.
    v_job_type := v_campaign.current_phase::text::job_type_enum;

    SELECT count(*)
    INTO v_open_jobs
    FROM campaign_jobs AS j
    WHERE j.campaign_id = p_campaign_id
      AND j.job_type = v_job_type
      AND j.status IN ('pending', 'queued', 'running');

    IF v_open_jobs > 0 THEN
        RAISE EXCEPTION 'phase % of campaign % has % jobs to do', v_campaign.current_phase, p_campaign_id, v_open_jobs
            USING ERRCODE = 'SC011',
                  HINT = 'Advance the campaign once they are done.';
    END IF;

    UPDATE campaign_phases
    SET status = 'completed'
    WHERE campaign_id = p_campaign_id
      AND phase_type = v_campaign.current_phase
      AND status = 'in_progress';

    v_phase := start_next_phase(p_campaign_id);

    IF v_phase IS NULL THEN
        UPDATE lead_generation_campaigns AS c
        SET status = 'completed',
            phase_status = 'completed',
            completed_phases = c.total_phases,
            progress_percentage = 100,
            estimated_completion_at = NULL
        WHERE c.id = p_campaign_id;
    ELSE
        UPDATE lead_generation_campaigns AS c
        SET current_phase = v_phase,
            phase_status = 'in_progress',
            completed_phases = (
                SELECT count(*)
                FROM campaign_phases AS p
                WHERE p.campaign_id = c.id
                  AND p.status IN ('completed', 'skipped')
            ),
            total_items = 0,
            processed_items = 0,
            successful_items = 0,
            failed_items = 0,
            estimated_completion_at = NULL
        WHERE c.id = p_campaign_id;
    END IF;

    PERFORM set_config('app.reason', '', true);
    RETURN v_phase;
END
$$;
COMMENT ON FUNCTION advance_campaign(uuid, uuid, text, integer) IS
    'Completes the current phase and starts the next, which it returns; NULL = that was the last and the campaign is completed. SQLSTATE SC005; SC011 if jobs are open, or the next phase is not configured in full-sequence mode.';

CREATE FUNCTION campaign_domain_counts(p_campaign_id uuid)
RETURNS TABLE (
    total            bigint,
    dns_pending      bigint,
    dns_ok           bigint,
    dns_error        bigint,
    dns_timeout      bigint,
    http_pending     bigint,
    http_ok          bigint,
    http_error       bigint,
    http_timeout     bigint,
    lead_pending     bigint,
    lead_match       bigint,
    lead_no_match    bigint,
    lead_error       bigint,
    lead_timeout     bigint
)
LANGUAGE sql
STABLE
SET search_path = pg_catalog, public, pg_temp
AS $$
    SELECT
        coalesce(sum(c.total), 0)::bigint,
        coalesce(sum(c.dns_pending), 0)::bigint,
        coalesce(sum(c.dns_ok), 0)::bigint,
        coalesce(sum(c.dns_error), 0)::bigint,
        coalesce(sum(c.dns_timeout), 0)::bigint,
        coalesce(sum(c.http_pending), 0)::bigint,
        coalesce(sum(c.http_ok), 0)::bigint,
        coalesce(sum(c.http_error), 0)::bigint,
        coalesce(sum(c.http_timeout), 0)::bigint,
        coalesce(sum(c.lead_pending), 0)::bigint,
        coalesce(sum(c.lead_match), 0)::bigint,
        coalesce(sum(c.lead_no_match), 0)::bigint,
        coalesce(sum(c.lead_error), 0)::bigint,
        coalesce(sum(c.lead_timeout), 0)::bigint
    FROM campaign_domain_counters AS c
    WHERE c.campaign_id = p_campaign_id
$$;
COMMENT ON FUNCTION campaign_domain_counts(uuid) IS 'Domains of a campaign by status, from at most 16 counter rows; always one row.';

CREATE FUNCTION refresh_campaign_progress(p_campaign_id uuid)
RETURNS numeric
LANGUAGE plpgsql
SET search_path = pg_catalog, public, pg_temp
AS $$
DECLARE
    v_campaign      lead_generation_campaigns;
    v_counts        record;
    v_total         bigint := 0;
    v_successful    bigint := 0;
    v_failed        bigint := 0;
    v_processed     bigint;
    v_progress      numeric(5,2);
    v_rate          numeric(12,3);
    v_started_at    timestamptz;
BEGIN
    v_campaign := lock_campaign(p_campaign_id, NULL, NULL, NULL);
    IF v_campaign.status NOT IN ('running', 'paused') OR v_campaign.current_phase IS NULL THEN
        RETURN v_campaign.progress_percentage;
    END IF;

    SELECT c.*
    INTO v_counts
    FROM campaign_domain_counts(p_campaign_id) AS c;

    CASE v_campaign.current_phase
        WHEN 'domain_generation' THEN
            SELECT coalesce(max(p.num_domains_to_generate), 0)
            INTO v_total
            FROM domain_generation_campaign_params AS p
            WHERE p.campaign_id = p_campaign_id;
            v_successful := v_counts.total;
        WHEN 'dns_validation' THEN
            v_total := v_counts.total;
            v_successful := v_counts.dns_ok;
            v_failed := v_counts.dns_error + v_counts.dns_timeout;
        WHEN 'http_keyword_validation' THEN
            v_total := v_counts.dns_ok;
            v_successful := v_counts.http_ok;
            v_failed := v_counts.http_error + v_counts.http_timeout;
        WHEN 'analysis' THEN
            v_total := v_counts.http_ok;
            v_successful := v_counts.lead_match + v_counts.lead_no_match;
            v_failed := v_counts.lead_error + v_counts.lead_timeout;
    END CASE;

    v_processed := v_successful + v_failed;
    v_total := greatest(v_total, v_processed);
    v_progress := CASE WHEN v_total > 0 THEN round(100.0 * v_processed / v_total, 2) ELSE 0 END;

    UPDATE campaign_phases AS p
    SET total_items = v_total,
        processed_items = v_processed,
        successful_items = v_successful,
        failed_items = v_failed,
        progress_percentage = v_progress
    WHERE p.campaign_id = p_campaign_id
      AND p.phase_type = v_campaign.current_phase
      AND p.status IN ('in_progress', 'paused')
    RETURNING p.started_at INTO v_started_at;

    v_rate := round(v_processed / greatest(extract(epoch FROM clock_timestamp() - v_started_at)::numeric, 1), 3);

    UPDATE lead_generation_campaigns AS c
    SET total_items = v_total,
        processed_items = v_processed,
        successful_items = v_successful,
        failed_items = v_failed,
        progress_percentage = least(round((100 * c.completed_phases + v_progress) / c.total_phases, 2), 100),
        processing_rate = v_rate,
        estimated_completion_at = CASE
            WHEN v_rate > 0 AND (v_total - v_processed) / v_rate < 315360000
                THEN clock_timestamp() + make_interval(secs => ((v_total - v_processed) / v_rate)::integer)
        END,
        last_heartbeat_at = clock_timestamp()
    WHERE c.id = p_campaign_id
    RETURNING c.progress_percentage INTO v_progress;
    RETURN v_progress;
END
$$;
COMMENT ON FUNCTION refresh_campaign_progress(uuid) IS
    'Takes the progress of a campaign and its current phase over from the counters, and beats its heart; returns the overall progress in percent. To be called now and then, not once per domain.';

CREATE FUNCTION snapshot_campaign_state(p_campaign_id uuid)
RETURNS uuid
LANGUAGE plpgsql
SET search_path = pg_catalog, public, pg_temp
AS $$
DECLARE
    v_campaign       lead_generation_campaigns;
    v_sequence       bigint;
    v_snapshot_id    uuid;
BEGIN
    -- Held still, so that state and sequence number belong together.
    v_campaign := lock_campaign(p_campaign_id, NULL, NULL, NULL);

    SELECT coalesce(max(s.last_sequence), 0)
    INTO v_sequence
    FROM campaign_event_sequences AS s
    WHERE s.campaign_id = p_campaign_id;

    INSERT INTO campaign_state_snapshots (campaign_id, last_event_sequence, state_data)
    VALUES (
        p_campaign_id,
        v_sequence,
        jsonb_build_object(
            'campaign', to_jsonb(v_campaign),
            'phases', (
                SELECT coalesce(jsonb_agg(to_jsonb(p) ORDER BY p.phase_order), '[]'::jsonb)
                FROM campaign_phases AS p
                WHERE p.campaign_id = p_campaign_id
            )
        )
    )
    ON CONFLICT (campaign_id, last_event_sequence) WHERE is_valid DO NOTHING
    RETURNING id INTO v_snapshot_id;

    IF v_snapshot_id IS NULL THEN
        SELECT s.id
        INTO v_snapshot_id
        FROM campaign_state_snapshots AS s
        WHERE s.campaign_id = p_campaign_id
          AND s.last_event_sequence = v_sequence
          AND s.is_valid;
    END IF;
    RETURN v_snapshot_id;
END
$$;
COMMENT ON FUNCTION snapshot_campaign_state(uuid) IS 'Takes a snapshot after the latest event, unless there is one; returns its id.';

CREATE FUNCTION record_refused_transition(
    p_campaign_id    uuid,
    p_to_status      campaign_status_enum,
    p_reason         text
)
RETURNS bigint
LANGUAGE sql
SET search_path = pg_catalog, public, pg_temp
AS $$
    INSERT INTO campaign_state_transitions (campaign_id, from_status, to_status, is_valid, refusal_reason)
    SELECT c.id, c.status, p_to_status, false, p_reason
    FROM lead_generation_campaigns AS c
    WHERE c.id = p_campaign_id
    RETURNING id
$$;
COMMENT ON FUNCTION record_refused_transition(uuid, campaign_status_enum, text) IS
    'Notes that a move was refused. For the caller to use in a new transaction: the refusal rolled its own back.';

-- ---------------------------------------------------------------------------------------
-- Generator offsets and jobs of a phase
-- ---------------------------------------------------------------------------------------

CREATE FUNCTION reserve_domain_offsets(
    p_campaign_id    uuid,
    p_count          bigint
)
RETURNS TABLE (
    first_offset    bigint,
    end_offset      bigint
)
LANGUAGE plpgsql
SET search_path = pg_catalog, public, pg_temp
AS $$
DECLARE
    v_params    domain_generation_campaign_params;
    v_first     bigint;
    v_count     bigint;
BEGIN
    SELECT p.*
    INTO v_params
    FROM domain_generation_campaign_params AS p
    WHERE p.campaign_id = p_campaign_id
    FOR NO KEY UPDATE;

    IF NOT FOUND THEN
        RAISE EXCEPTION 'campaign % has no generator parameters', p_campaign_id
            USING ERRCODE = 'no_data_found';
    END IF;

    -- Campaigns of one configuration take their offsets from one row, in turn.
    SELECT s.last_offset
    INTO v_first
    FROM domain_generation_config_states AS s
    WHERE s.config_hash = v_params.config_hash
    FOR NO KEY UPDATE;

    v_count := least(
        p_count,
        v_params.num_domains_to_generate - v_params.reserved_count,
        v_params.total_possible_combinations - v_first
    );
    IF v_count <= 0 THEN
        RETURN;
    END IF;

    UPDATE domain_generation_config_states AS s
    SET last_offset = v_first + v_count
    WHERE s.config_hash = v_params.config_hash;

    UPDATE domain_generation_campaign_params AS p
    SET reserved_count = p.reserved_count + v_count,
        current_offset = v_first + v_count
    WHERE p.campaign_id = p_campaign_id;

    first_offset := v_first;
    end_offset := v_first + v_count;
    RETURN NEXT;
END
$$;
COMMENT ON FUNCTION reserve_domain_offsets(uuid, bigint) IS
    'Hands out up to so many offsets of the generator, each once among all campaigns of its configuration: first_offset up to but without end_offset. No row = none are left.';

CREATE FUNCTION create_phase_jobs(
    p_campaign_id     uuid,
    p_phase_type      phase_type_enum,
    p_batch_size      integer DEFAULT 1000,
    p_priority        integer DEFAULT 5,
    p_max_attempts    integer DEFAULT 3
)
RETURNS integer
LANGUAGE plpgsql
SET search_path = pg_catalog, public, pg_temp
AS $$
DECLARE
    v_status      campaign_status_enum;
    v_held        job_status_enum;
    v_job_type    job_type_enum := p_phase_type::text::job_type_enum;
    v_covered     int8multirange;
    v_count       integer;
BEGIN
    IF p_batch_size < 1 THEN
        RAISE EXCEPTION 'a batch has at least one domain, not %', p_batch_size
            USING ERRCODE = 'invalid_parameter_value';
    END IF;

    -- Shared, so that a pause cannot slip in between the look and the insert.
    SELECT c.status
    INTO v_status
    FROM lead_generation_campaigns AS c
    WHERE c.id = p_campaign_id
    FOR SHARE;

    IF NOT FOUND THEN
        RAISE EXCEPTION 'there is no campaign %', p_campaign_id
            USING ERRCODE = 'no_data_found';
    END IF;
    IF v_status NOT IN ('draft', 'running', 'paused', 'failed') THEN
        RAISE EXCEPTION 'campaign % is % and gets no more jobs', p_campaign_id, v_status
            USING ERRCODE = 'SC011';
    END IF;
    v_held := CASE v_status
        WHEN 'running' THEN 'queued'::job_status_enum
        ELSE 'pending'::job_status_enum
    END;

    -- Domains that a job is there for, be it one to requeue, are not cut into another:
    -- while the first are being worked on, the rest would fall into batches of other bounds.
    SELECT coalesce(range_agg(int8range((j.payload ->> 'first_offset')::bigint, (j.payload ->> 'end_offset')::bigint)), '{}')
    INTO v_covered
    FROM campaign_jobs AS j
    WHERE j.campaign_id = p_campaign_id
      AND j.job_type = v_job_type
      AND j.status NOT IN ('completed', 'cancelled')
      -- Jobs that were enqueued by hand may have any payload.
      AND j.payload @? '$ ? (@.first_offset >= 0 && @.end_offset > @.first_offset)';

    WITH batches (first_offset, end_offset) AS (
        -- New offsets for the generator.
        SELECT b.start, least(b.start + p_batch_size, r.end_offset)
        FROM reserve_domain_offsets(p_campaign_id, CASE p_phase_type WHEN 'domain_generation' THEN 9223372036854775807 ELSE 0 END) AS r
        CROSS JOIN LATERAL generate_series(r.first_offset, r.end_offset - 1, p_batch_size::bigint) AS b (start)
        WHERE p_phase_type = 'domain_generation'
        UNION ALL
        -- Domains that wait for the phase, in order of offset.
        SELECT min(w.offset_index), max(w.offset_index) + 1
        FROM (
            SELECT
                d.offset_index,
                (row_number() OVER (ORDER BY d.offset_index) - 1) / p_batch_size AS batch
            FROM generated_domains AS d
            WHERE d.campaign_id = p_campaign_id
              AND d.dns_status = 'pending'
              AND p_phase_type = 'dns_validation'
              AND NOT d.offset_index <@ v_covered
        ) AS w
        GROUP BY w.batch
        UNION ALL
        SELECT min(w.offset_index), max(w.offset_index) + 1
        FROM (
            SELECT
                d.offset_index,
                (row_number() OVER (ORDER BY d.offset_index) - 1) / p_batch_size AS batch
            FROM generated_domains AS d
            WHERE d.campaign_id = p_campaign_id
              AND d.dns_status = 'ok'
              AND d.http_status = 'pending'
              AND p_phase_type = 'http_keyword_validation'
              AND NOT d.offset_index <@ v_covered
        ) AS w
        GROUP BY w.batch
        UNION ALL
        SELECT min(w.offset_index), max(w.offset_index) + 1
        FROM (
            SELECT
                d.offset_index,
                (row_number() OVER (ORDER BY d.offset_index) - 1) / p_batch_size AS batch
            FROM generated_domains AS d
            WHERE d.campaign_id = p_campaign_id
              AND d.http_status = 'ok'
              AND d.lead_status = 'pending'
              AND p_phase_type = 'analysis'
              AND NOT d.offset_index <@ v_covered
        ) AS w
        GROUP BY w.batch
    )
    INSERT INTO campaign_jobs (campaign_id, job_type, status, priority, max_attempts, idempotency_key, payload)
    SELECT
        p_campaign_id,
        v_job_type,
        v_held,
        p_priority,
        p_max_attempts,
        format('%s:%s-%s', p_phase_type, b.first_offset, b.end_offset),
        jsonb_build_object('first_offset', b.first_offset, 'end_offset', b.end_offset)
    FROM batches AS b
    ON CONFLICT (campaign_id, idempotency_key) DO NOTHING;
    GET DIAGNOSTICS v_count = ROW_COUNT;
    RETURN v_count;
END
$$;
COMMENT ON FUNCTION create_phase_jobs(uuid, phase_type_enum, integer, integer, integer) IS
    'Cuts what a phase has to do into jobs, each for the offsets from first_offset up to but without end_offset of its payload; returns how many are new. Calling it again adds only what is missing. Jobs wait as pending unless the campaign runs.';

-- ---------------------------------------------------------------------------------------
-- The job queue
-- ---------------------------------------------------------------------------------------

CREATE FUNCTION enqueue_job(
    p_campaign_id        uuid,
    p_job_type           job_type_enum,
    p_payload            jsonb DEFAULT '{}',
    p_idempotency_key    text DEFAULT NULL,
    p_priority           integer DEFAULT 5,
    p_scheduled_at       timestamptz DEFAULT NULL,
    p_max_attempts       integer DEFAULT 3
)
RETURNS TABLE (
    job_id         uuid,
    was_created    boolean
)
LANGUAGE plpgsql
SET search_path = pg_catalog, public, pg_temp
AS $$
DECLARE
    v_status    campaign_status_enum;
    v_key       text := coalesce(p_idempotency_key, gen_random_uuid()::text);
BEGIN
    SELECT c.status
    INTO v_status
    FROM lead_generation_campaigns AS c
    WHERE c.id = p_campaign_id
    FOR SHARE;

    IF NOT FOUND THEN
        RAISE EXCEPTION 'there is no campaign %', p_campaign_id
            USING ERRCODE = 'no_data_found';
    END IF;
    IF v_status NOT IN ('draft', 'running', 'paused', 'failed') THEN
        RAISE EXCEPTION 'campaign % is % and gets no more jobs', p_campaign_id, v_status
            USING ERRCODE = 'SC011';
    END IF;

    INSERT INTO campaign_jobs AS j (
        campaign_id,
        job_type,
        status,
        priority,
        scheduled_at,
        next_execution_at,
        max_attempts,
        idempotency_key,
        payload
    )
    VALUES (
        p_campaign_id,
        p_job_type,
        CASE v_status WHEN 'running' THEN 'queued'::job_status_enum ELSE 'pending'::job_status_enum END,
        p_priority,
        coalesce(p_scheduled_at, now()),
        coalesce(p_scheduled_at, now()),
        p_max_attempts,
        v_key,
        p_payload
    )
    ON CONFLICT (campaign_id, idempotency_key) DO NOTHING
    RETURNING j.id INTO job_id;

    was_created := job_id IS NOT NULL;
    IF NOT was_created THEN
        SELECT j.id
        INTO job_id
        FROM campaign_jobs AS j
        WHERE j.campaign_id = p_campaign_id
          AND j.idempotency_key = v_key;
    END IF;
    RETURN NEXT;
END
$$;
COMMENT ON FUNCTION enqueue_job(uuid, job_type_enum, jsonb, text, integer, timestamptz, integer) IS
    'Adds a job, or finds the one with that idempotency key. It waits as pending unless the campaign runs. SQLSTATE SC011 if the campaign is over.';

CREATE FUNCTION claim_jobs(
    p_worker_id        text,
    p_job_type         job_type_enum,
    p_limit            integer DEFAULT 1,
    p_lease_seconds    integer DEFAULT 300
)
RETURNS SETOF campaign_jobs
LANGUAGE sql
SET search_path = pg_catalog, public, pg_temp
AS $$
    -- An array, not a join: it is filled once, so no more rows are locked than claimed,
    -- and the planner cannot take the unknown limit for a reason to scan the table.
    UPDATE campaign_jobs AS j
    SET status = 'running',
        attempts = j.attempts + 1,
        lease_owner = p_worker_id,
        lease_expires_at = clock_timestamp() + make_interval(secs => p_lease_seconds)
    WHERE j.id = ANY (ARRAY(
        SELECT q.id
        FROM campaign_jobs AS q
        WHERE q.status = 'queued'
          AND q.job_type = p_job_type
          AND q.next_execution_at <= now()
        ORDER BY q.priority DESC, q.next_execution_at, q.id
        LIMIT p_limit
        FOR UPDATE SKIP LOCKED
    ))
    RETURNING j.*
$$;
COMMENT ON FUNCTION claim_jobs(text, job_type_enum, integer, integer) IS
    'Takes up to so many jobs that are due, highest priority first, and leases them to a worker; no two workers get the same. A trigger gives each its fencing token. To be committed before the work begins, so that nobody waits for it. attempts never passes max_attempts: a job without attempts left cannot be queued.';

CREATE FUNCTION lock_claimed_job(
    p_job_id           uuid,
    p_fencing_token    bigint
)
RETURNS campaign_jobs
LANGUAGE plpgsql
SET search_path = pg_catalog, public, pg_temp
AS $$
DECLARE
    v_job    campaign_jobs;
BEGIN
    SELECT j.*
    INTO v_job
    FROM campaign_jobs AS j
    WHERE j.id = p_job_id
    FOR NO KEY UPDATE;

    IF v_job.status IS DISTINCT FROM 'running' OR v_job.fencing_token IS DISTINCT FROM p_fencing_token THEN
        RAISE EXCEPTION 'token % of job % is stale', p_fencing_token, p_job_id
            USING ERRCODE = 'SC006',
                  DETAIL = format('The job is %s, its latest token %s.', coalesce(v_job.status::text, 'not in the queue'), coalesce(v_job.fencing_token::text, 'not given')),
                  HINT = 'The job was taken from this worker. Drop what was done for it.';
    END IF;
    RETURN v_job;
END
$$;
COMMENT ON FUNCTION lock_claimed_job(uuid, bigint) IS 'First step of all that a worker does with its job: locks it and checks the fencing token (SQLSTATE SC006).';

CREATE FUNCTION extend_job_lease(
    p_job_id           uuid,
    p_fencing_token    bigint,
    p_lease_seconds    integer DEFAULT 300
)
RETURNS timestamptz
LANGUAGE plpgsql
SET search_path = pg_catalog, public, pg_temp
AS $$
DECLARE
    v_expires_at    timestamptz;
BEGIN
    PERFORM lock_claimed_job(p_job_id, p_fencing_token);

    UPDATE campaign_jobs AS j
    SET lease_expires_at = clock_timestamp() + make_interval(secs => p_lease_seconds)
    WHERE j.id = p_job_id
    RETURNING j.lease_expires_at INTO v_expires_at;
    RETURN v_expires_at;
END
$$;
COMMENT ON FUNCTION extend_job_lease(uuid, bigint, integer) IS 'Heartbeat of a worker: renews the lease and returns its new end. SQLSTATE SC006.';

CREATE FUNCTION complete_job(
    p_job_id           uuid,
    p_fencing_token    bigint,
    p_result           jsonb DEFAULT NULL
)
RETURNS void
LANGUAGE plpgsql
SET search_path = pg_catalog, public, pg_temp
AS $$
DECLARE
    v_job    campaign_jobs;
BEGIN
    v_job := lock_claimed_job(p_job_id, p_fencing_token);

    UPDATE campaign_jobs
    SET status = 'completed',
        result = p_result,
        last_error = NULL
    WHERE id = p_job_id;

    INSERT INTO campaign_job_attempts (job_id, fencing_token, attempt, worker_id, outcome, started_at)
    VALUES (p_job_id, p_fencing_token, v_job.attempts, v_job.lease_owner, 'completed', v_job.started_at);
END
$$;
COMMENT ON FUNCTION complete_job(uuid, bigint, jsonb) IS
    'Ends a job well. A lease that ran out does no harm as long as nobody took the job. SQLSTATE SC006.';

CREATE FUNCTION fail_job(
    p_job_id                 uuid,
    p_fencing_token          bigint,
    p_error                  text,
    p_is_retryable           boolean DEFAULT true,
    p_retry_delay_seconds    integer DEFAULT NULL
)
RETURNS job_status_enum
LANGUAGE plpgsql
SET search_path = pg_catalog, public, pg_temp
AS $$
DECLARE
    v_campaign_status    campaign_status_enum;
    v_job                campaign_jobs;
    v_status             job_status_enum;
    v_delay_seconds      integer;
BEGIN
    -- The campaign before the job, as everywhere; shared, so that no pause slips in.
    SELECT c.status
    INTO v_campaign_status
    FROM campaign_jobs AS j
    JOIN lead_generation_campaigns AS c ON c.id = j.campaign_id
    WHERE j.id = p_job_id
    FOR SHARE OF c;

    v_job := lock_claimed_job(p_job_id, p_fencing_token);

    v_status := CASE
        WHEN NOT p_is_retryable THEN 'failed'::job_status_enum
        WHEN v_job.attempts >= v_job.max_attempts THEN 'dead'::job_status_enum
        WHEN v_campaign_status = 'running' THEN 'queued'::job_status_enum
        ELSE 'pending'::job_status_enum
    END;

    -- 5, 10, 20, ... seconds up to an hour, and up to a quarter more, so that jobs that
    -- failed together do not come back together.
    v_delay_seconds := coalesce(
        p_retry_delay_seconds,
        (least(3600, 5 * 2 ^ least(v_job.attempts - 1, 20)) * (1 + random() / 4))::integer
    );

    UPDATE campaign_jobs
    SET status = v_status,
        last_error = p_error,
        next_execution_at = CASE
            WHEN v_status IN ('queued', 'pending') THEN clock_timestamp() + make_interval(secs => v_delay_seconds)
            ELSE next_execution_at
        END
    WHERE id = p_job_id;

    INSERT INTO campaign_job_attempts (job_id, fencing_token, attempt, worker_id, outcome, error, started_at)
    VALUES (
        p_job_id,
        p_fencing_token,
        v_job.attempts,
        v_job.lease_owner,
        CASE v_status
            WHEN 'failed' THEN 'failed'::job_attempt_outcome_enum
            WHEN 'dead' THEN 'dead'::job_attempt_outcome_enum
            ELSE 'retried'::job_attempt_outcome_enum
        END,
        p_error,
        v_job.started_at
    );
    RETURN v_status;
END
$$;
COMMENT ON FUNCTION fail_job(uuid, bigint, text, boolean, integer) IS
    'Ends an attempt badly and returns what became of the job: queued or pending to be retried after a growing delay, dead if that was the last attempt, failed if a retry is of no use. SQLSTATE SC006.';

CREATE FUNCTION rescue_expired_jobs(p_limit integer DEFAULT 100)
RETURNS integer
LANGUAGE plpgsql
SET search_path = pg_catalog, public, pg_temp
AS $$
DECLARE
    v_now      timestamptz := clock_timestamp();
    v_count    integer;
BEGIN
    -- Campaigns before jobs, and in one order.
    PERFORM
    FROM lead_generation_campaigns AS c
    WHERE c.id IN (
        SELECT j.campaign_id
        FROM campaign_jobs AS j
        WHERE j.status = 'running'
          AND j.lease_expires_at < v_now
    )
    ORDER BY c.id
    FOR SHARE;

    WITH expired AS MATERIALIZED (
        SELECT j.id, j.attempts, j.lease_owner, j.fencing_token, j.started_at, j.lease_expires_at, c.status AS campaign_status
        FROM campaign_jobs AS j
        JOIN lead_generation_campaigns AS c ON c.id = j.campaign_id
        WHERE j.status = 'running'
          AND j.lease_expires_at < v_now
        ORDER BY j.lease_expires_at
        LIMIT p_limit
        FOR UPDATE OF j SKIP LOCKED
    ),
    rescued AS (
        UPDATE campaign_jobs AS j
        SET status = CASE
                WHEN j.attempts >= j.max_attempts THEN 'dead'::job_status_enum
                WHEN e.campaign_status = 'running' THEN 'queued'::job_status_enum
                ELSE 'pending'::job_status_enum
            END,
            last_error = format('the lease of %s ran out at %s', e.lease_owner, e.lease_expires_at),
            next_execution_at = v_now
        FROM expired AS e
        WHERE j.id = e.id
        RETURNING j.id, j.last_error
    )
    INSERT INTO campaign_job_attempts (job_id, fencing_token, attempt, worker_id, outcome, error, started_at)
    SELECT e.id, e.fencing_token, e.attempts, e.lease_owner, 'lease_expired', r.last_error, e.started_at
    FROM expired AS e
    JOIN rescued AS r ON r.id = e.id;
    GET DIAGNOSTICS v_count = ROW_COUNT;
    RETURN v_count;
END
$$;
COMMENT ON FUNCTION rescue_expired_jobs(integer) IS
    'Takes up to so many jobs from workers whose lease ran out: back to the queue, or dead if that was the last attempt. Returns how many. To be called every few seconds; several callers do not disturb each other.';

CREATE FUNCTION requeue_jobs(
    p_campaign_id    uuid,
    p_job_type       job_type_enum
)
RETURNS integer
LANGUAGE plpgsql
SET search_path = pg_catalog, public, pg_temp
AS $$
DECLARE
    v_campaign    lead_generation_campaigns;
    v_count       integer;
BEGIN
    v_campaign := lock_campaign(p_campaign_id, NULL, NULL, NULL);
    IF v_campaign.status NOT IN ('draft', 'running', 'paused', 'failed') THEN
        RAISE EXCEPTION 'campaign % is % and gets no more jobs', p_campaign_id, v_campaign.status
            USING ERRCODE = 'SC011';
    END IF;

    UPDATE campaign_jobs AS j
    SET status = CASE v_campaign.status
            WHEN 'running' THEN 'queued'::job_status_enum
            ELSE 'pending'::job_status_enum
        END,
        attempts = 0,
        next_execution_at = clock_timestamp()
    WHERE j.campaign_id = p_campaign_id
      AND j.job_type = p_job_type
      AND j.status IN ('failed', 'dead');
    GET DIAGNOSTICS v_count = ROW_COUNT;
    RETURN v_count;
END
$$;
COMMENT ON FUNCTION requeue_jobs(uuid, job_type_enum) IS
    'Gives failed and dead jobs of a phase all their attempts again; returns how many. Tokens of their former claims stay stale.';

-- ---------------------------------------------------------------------------------------
-- Batches of results. Domains are locked in order of id before any is written, so that
-- two batches that overlap wait for each other instead of deadlocking. If a domain is
-- in a batch twice, the last one counts.
-- ---------------------------------------------------------------------------------------

CREATE FUNCTION batch_update_dns_results(
    p_campaign_id    uuid,
    p_results        jsonb
)
RETURNS integer
LANGUAGE plpgsql
SET search_path = pg_catalog, public, pg_temp
AS $$
DECLARE
    v_count    integer;
BEGIN
    PERFORM
    FROM generated_domains AS d
    WHERE d.campaign_id = p_campaign_id
      AND d.id IN (
          SELECT (e.item ->> 'domain_id')::bigint
          FROM jsonb_array_elements(p_results) AS e (item)
      )
    ORDER BY d.id
    FOR NO KEY UPDATE;

    WITH input AS (
        SELECT DISTINCT ON (r.domain_id)
            r.domain_id,
            r.status,
            r.reason,
            coalesce(r.a_records, '{}') AS a_records,
            coalesce(r.aaaa_records, '{}') AS aaaa_records,
            coalesce(r.cname_records, '{}') AS cname_records,
            coalesce(r.mx_records, '{}') AS mx_records,
            coalesce(r.ns_records, '{}') AS ns_records,
            coalesce(r.txt_records, '{}') AS txt_records,
            r.response_time_ms,
            r.persona_id
        FROM jsonb_array_elements(p_results) WITH ORDINALITY AS e (item, place)
        CROSS JOIN LATERAL jsonb_to_record(e.item) AS r (
            domain_id           bigint,
            status              domain_dns_status_enum,
            reason              text,
            a_records           inet[],
            aaaa_records        inet[],
            cname_records       text[],
            mx_records          dns_mx_record[],
            ns_records          text[],
            txt_records         text[],
            response_time_ms    integer,
            persona_id          uuid
        )
        ORDER BY r.domain_id, e.place DESC
    ),
    updated AS (
        UPDATE generated_domains AS d
        SET dns_status = i.status,
            dns_reason = i.reason,
            dns_addresses = i.a_records || i.aaaa_records,
            dns_attempts = d.dns_attempts + 1,
            last_validated_at = clock_timestamp()
        FROM input AS i
        WHERE d.campaign_id = p_campaign_id
          AND d.id = i.domain_id
        RETURNING d.id, d.dns_attempts
    )
    INSERT INTO dns_validation_results (
        campaign_id,
        domain_id,
        attempt,
        status,
        reason,
        a_records,
        aaaa_records,
        cname_records,
        mx_records,
        ns_records,
        txt_records,
        response_time_ms,
        validated_by_persona_id
    )
    SELECT
        p_campaign_id,
        u.id,
        u.dns_attempts,
        i.status,
        i.reason,
        i.a_records,
        i.aaaa_records,
        i.cname_records,
        i.mx_records,
        i.ns_records,
        i.txt_records,
        i.response_time_ms,
        i.persona_id
    FROM updated AS u
    JOIN input AS i ON i.domain_id = u.id;
    GET DIAGNOSTICS v_count = ROW_COUNT;
    RETURN v_count;
END
$$;
COMMENT ON FUNCTION batch_update_dns_results(uuid, jsonb) IS
    'Takes over an array of {domain_id, status, reason, a_records, aaaa_records, cname_records, mx_records: [{preference, exchange}], ns_records, txt_records, response_time_ms, persona_id}; all but the first two may be left out. Returns how many domains it found and updated.';

CREATE FUNCTION batch_update_dns_statuses(
    p_campaign_id    uuid,
    p_domain_ids     bigint[],
    p_statuses       domain_dns_status_enum[],
    p_reasons        text[] DEFAULT NULL
)
RETURNS integer
LANGUAGE plpgsql
SET search_path = pg_catalog, public, pg_temp
AS $$
DECLARE
    v_count    integer;
BEGIN
    IF cardinality(p_domain_ids) <> cardinality(p_statuses)
       OR cardinality(p_domain_ids) <> cardinality(p_reasons) THEN
        RAISE EXCEPTION 'the arrays must be of one length'
            USING ERRCODE = 'array_subscript_error';
    END IF;

    PERFORM
    FROM generated_domains AS d
    WHERE d.campaign_id = p_campaign_id
      AND d.id = ANY (p_domain_ids)
    ORDER BY d.id
    FOR NO KEY UPDATE;

    WITH input AS (
        SELECT DISTINCT ON (r.domain_id)
            r.domain_id,
            r.status,
            r.reason
        FROM unnest(p_domain_ids, p_statuses, p_reasons) WITH ORDINALITY AS r (domain_id, status, reason, place)
        ORDER BY r.domain_id, r.place DESC
    ),
    updated AS (
        UPDATE generated_domains AS d
        SET dns_status = i.status,
            dns_reason = i.reason,
            dns_attempts = d.dns_attempts + 1,
            last_validated_at = clock_timestamp()
        FROM input AS i
        WHERE d.campaign_id = p_campaign_id
          AND d.id = i.domain_id
        RETURNING d.id, d.dns_attempts, d.dns_status, d.dns_reason
    )
    INSERT INTO dns_validation_results (campaign_id, domain_id, attempt, status, reason)
    SELECT p_campaign_id, u.id, u.dns_attempts, u.dns_status, u.dns_reason
    FROM updated AS u;
    GET DIAGNOSTICS v_count = ROW_COUNT;
    RETURN v_count;
END
$$;
COMMENT ON FUNCTION batch_update_dns_statuses(uuid, bigint[], domain_dns_status_enum[], text[]) IS
    'As batch_update_dns_results(), from arrays of one length and for checks that kept no records; reasons may be NULL as a whole. Returns how many domains it found and updated.';

CREATE FUNCTION batch_update_http_results(
    p_campaign_id    uuid,
    p_results        jsonb
)
RETURNS integer
LANGUAGE plpgsql
SET search_path = pg_catalog, public, pg_temp
AS $$
DECLARE
    v_count    integer;
BEGIN
    PERFORM
    FROM generated_domains AS d
    WHERE d.campaign_id = p_campaign_id
      AND d.id IN (
          SELECT (e.item ->> 'domain_id')::bigint
          FROM jsonb_array_elements(p_results) AS e (item)
      )
    ORDER BY d.id
    FOR NO KEY UPDATE;

    WITH input AS (
        SELECT DISTINCT ON (r.domain_id)
            r.domain_id,
            r.status,
            r.reason,
            r.status_code,
            r.final_url,
            coalesce(r.response_headers, '{}'::jsonb) AS response_headers,
            r.page_title,
            r.content_snippet,
            decode(r.content_hash, 'hex') AS content_hash,
            r.content_length,
            coalesce(r.ad_hoc_keywords_found, '{}') AS ad_hoc_keywords_found,
            coalesce(r.matches, '[]'::jsonb) AS matches,
            r.response_time_ms,
            r.persona_id,
            r.proxy_id
        FROM jsonb_array_elements(p_results) WITH ORDINALITY AS e (item, place)
        CROSS JOIN LATERAL jsonb_to_record(e.item) AS r (
            domain_id                bigint,
            status                   domain_http_status_enum,
            reason                   text,
            status_code              smallint,
            final_url                text,
            response_headers         jsonb,
            page_title               text,
            content_snippet          text,
            content_hash             text,
            content_length           bigint,
            ad_hoc_keywords_found    text[],
            matches                  jsonb,
            response_time_ms         integer,
            persona_id               uuid,
            proxy_id                 uuid
        )
        ORDER BY r.domain_id, e.place DESC
    ),
    found AS (
        SELECT i.domain_id, m.keyword_set_id, m.keywords
        FROM input AS i
        CROSS JOIN LATERAL jsonb_to_recordset(i.matches) AS m (
            keyword_set_id    uuid,
            keywords          text[]
        )
        WHERE cardinality(m.keywords) > 0
    ),
    updated AS (
        UPDATE generated_domains AS d
        SET http_status = i.status,
            http_reason = i.reason,
            http_status_code = i.status_code,
            http_title = left(i.page_title, 1000),
            http_keywords = ARRAY(
                SELECT k.keyword
                FROM unnest(i.ad_hoc_keywords_found) AS k (keyword)
                UNION
                SELECT k.keyword
                FROM found AS f
                CROSS JOIN LATERAL unnest(f.keywords) AS k (keyword)
                WHERE f.domain_id = i.domain_id
                ORDER BY 1
            ),
            http_attempts = d.http_attempts + 1,
            last_validated_at = clock_timestamp()
        FROM input AS i
        WHERE d.campaign_id = p_campaign_id
          AND d.id = i.domain_id
        RETURNING d.id, d.http_attempts
    ),
    -- Foreign keys are checked when the statement ends, so the matches may refer to
    -- results that this statement inserts.
    matched AS (
        INSERT INTO http_keyword_result_matches (campaign_id, domain_id, attempt, keyword_set_id, keywords)
        SELECT p_campaign_id, u.id, u.http_attempts, f.keyword_set_id, f.keywords
        FROM updated AS u
        JOIN found AS f ON f.domain_id = u.id
    )
    INSERT INTO http_keyword_results (
        campaign_id,
        domain_id,
        attempt,
        status,
        reason,
        status_code,
        final_url,
        response_headers,
        page_title,
        content_snippet,
        content_hash,
        content_length,
        ad_hoc_keywords_found,
        response_time_ms,
        validated_by_persona_id,
        used_proxy_id
    )
    SELECT
        p_campaign_id,
        u.id,
        u.http_attempts,
        i.status,
        i.reason,
        i.status_code,
        left(i.final_url, 2048),
        i.response_headers,
        left(i.page_title, 1000),
        left(i.content_snippet, 10000),
        i.content_hash,
        i.content_length,
        i.ad_hoc_keywords_found,
        i.response_time_ms,
        i.persona_id,
        i.proxy_id
    FROM updated AS u
    JOIN input AS i ON i.domain_id = u.id;
    GET DIAGNOSTICS v_count = ROW_COUNT;
    RETURN v_count;
END
$$;
COMMENT ON FUNCTION batch_update_http_results(uuid, jsonb) IS
    'Takes over an array of {domain_id, status, reason, status_code, final_url, response_headers, page_title, content_snippet, content_hash (hex), content_length, ad_hoc_keywords_found, matches: [{keyword_set_id, keywords}], response_time_ms, persona_id, proxy_id}; all but the first two may be left out. Returns how many domains it found and updated.';

CREATE FUNCTION batch_update_lead_scores(
    p_campaign_id    uuid,
    p_domain_ids     bigint[],
    p_statuses       domain_lead_status_enum[],
    p_scores         numeric[]
)
RETURNS integer
LANGUAGE plpgsql
SET search_path = pg_catalog, public, pg_temp
AS $$
DECLARE
    v_count    integer;
BEGIN
    IF cardinality(p_domain_ids) <> cardinality(p_statuses)
       OR cardinality(p_domain_ids) <> cardinality(p_scores) THEN
        RAISE EXCEPTION 'the arrays must be of one length'
            USING ERRCODE = 'array_subscript_error';
    END IF;

    PERFORM
    FROM generated_domains AS d
    WHERE d.campaign_id = p_campaign_id
      AND d.id = ANY (p_domain_ids)
    ORDER BY d.id
    FOR NO KEY UPDATE;

    WITH input AS (
        SELECT DISTINCT ON (r.domain_id)
            r.domain_id,
            r.status,
            r.lead_score
        FROM unnest(p_domain_ids, p_statuses, p_scores) WITH ORDINALITY AS r (domain_id, status, lead_score, place)
        ORDER BY r.domain_id, r.place DESC
    )
    UPDATE generated_domains AS d
    SET lead_status = i.status,
        lead_score = i.lead_score
    FROM input AS i
    WHERE d.campaign_id = p_campaign_id
      AND d.id = i.domain_id;
    GET DIAGNOSTICS v_count = ROW_COUNT;
    RETURN v_count;
END
$$;
COMMENT ON FUNCTION batch_update_lead_scores(uuid, bigint[], domain_lead_status_enum[], numeric[]) IS
    'Takes over the verdicts of the analysis, from arrays of one length; a score may be NULL. Returns how many domains it found and updated.';

-- ---------------------------------------------------------------------------------------
-- Analytics
-- ---------------------------------------------------------------------------------------

CREATE FUNCTION campaign_analytics(p_campaign_id uuid)
RETURNS TABLE (
    campaign_id            uuid,
    campaign_status        campaign_status_enum,
    current_phase          phase_type_enum,
    progress_percentage    numeric,
    total_domains          bigint,
    dns_ok                 bigint,
    dns_failed             bigint,
    http_ok                bigint,
    http_failed            bigint,
    leads                  bigint,
    dns_success_rate       numeric,
    http_success_rate      numeric,
    lead_rate              numeric,
    jobs_waiting           bigint,
    jobs_running           bigint,
    jobs_failed            bigint,
    elapsed_seconds        bigint
)
LANGUAGE sql
STABLE
SET search_path = pg_catalog, public, pg_temp
AS $$
    SELECT
        c.id,
        c.status,
        c.current_phase,
        c.progress_percentage,
        d.total,
        d.dns_ok,
        d.dns_error + d.dns_timeout,
        d.http_ok,
        d.http_error + d.http_timeout,
        d.lead_match,
        round(100.0 * d.dns_ok / nullif(d.dns_ok + d.dns_error + d.dns_timeout, 0), 2),
        round(100.0 * d.http_ok / nullif(d.http_ok + d.http_error + d.http_timeout, 0), 2),
        round(100.0 * d.lead_match / nullif(d.lead_match + d.lead_no_match, 0), 2),
        j.waiting,
        j.running,
        j.failed,
        extract(epoch FROM coalesce(c.finished_at, now()) - c.started_at)::bigint
    FROM lead_generation_campaigns AS c
    CROSS JOIN LATERAL campaign_domain_counts(c.id) AS d
    CROSS JOIN LATERAL (
        SELECT
            count(*) FILTER (WHERE q.status IN ('pending', 'queued')) AS waiting,
            count(*) FILTER (WHERE q.status = 'running') AS running,
            count(*) FILTER (WHERE q.status IN ('failed', 'dead')) AS failed
        FROM campaign_jobs AS q
        WHERE q.campaign_id = c.id
    ) AS j
    WHERE c.id = p_campaign_id
$$;
COMMENT ON FUNCTION campaign_analytics(uuid) IS
    'Where a campaign stands. Rates are in percent of what was decided, NULL if nothing was; jobs are those not yet archived. No row = no such campaign.';

CREATE FUNCTION campaign_keyword_analytics(p_campaign_id uuid)
RETURNS TABLE (
    keyword_set_id      uuid,
    keyword_set_name    text,
    domains_hit         bigint,
    leads               bigint
)
LANGUAGE sql
STABLE
SET search_path = pg_catalog, public, pg_temp
AS $$
    SELECT
        s.id,
        s.name,
        count(DISTINCT m.domain_id),
        count(DISTINCT m.domain_id) FILTER (WHERE d.lead_status = 'match')
    FROM http_keyword_campaign_keyword_sets AS u
    JOIN keyword_sets AS s ON s.id = u.keyword_set_id
    LEFT JOIN http_keyword_result_matches AS m
        ON m.keyword_set_id = u.keyword_set_id
        AND m.campaign_id = u.campaign_id
    LEFT JOIN generated_domains AS d
        ON d.campaign_id = m.campaign_id
        AND d.id = m.domain_id
    WHERE u.campaign_id = p_campaign_id
    GROUP BY s.id, s.name
    ORDER BY count(DISTINCT m.domain_id) DESC, s.name
$$;
COMMENT ON FUNCTION campaign_keyword_analytics(uuid) IS 'How many domains, and how many leads among them, each keyword set of a campaign has hit.';

-- ---------------------------------------------------------------------------------------
-- Events
-- ---------------------------------------------------------------------------------------

CREATE FUNCTION append_event(
    p_aggregate_type      text,
    p_aggregate_id        uuid,
    p_event_type          text,
    p_event_data          jsonb,
    p_expected_version    integer DEFAULT NULL,
    p_metadata            jsonb DEFAULT '{}',
    p_causation_id        uuid DEFAULT NULL,
    p_correlation_id      uuid DEFAULT NULL,
    p_event_id            uuid DEFAULT NULL
)
RETURNS TABLE (
    new_global_position    bigint,
    new_event_version      integer
)
LANGUAGE sql
SET search_path = pg_catalog, public, pg_temp
AS $$
    INSERT INTO event_store (
        event_id,
        aggregate_type,
        aggregate_id,
        event_version,
        event_type,
        event_data,
        metadata,
        causation_id,
        correlation_id
    )
    VALUES (
        coalesce(p_event_id, gen_random_uuid()),
        p_aggregate_type,
        p_aggregate_id,
        -- 0 would ask the trigger for whatever comes next, so -1 must not lead to it.
        CASE
            WHEN p_expected_version IS NULL THEN 0
            WHEN p_expected_version < 0 THEN p_expected_version
            ELSE p_expected_version + 1
        END,
        p_event_type,
        p_event_data,
        p_metadata,
        p_causation_id,
        p_correlation_id
    )
    RETURNING global_position, event_version
$$;
COMMENT ON FUNCTION append_event(text, uuid, text, jsonb, integer, jsonb, uuid, uuid, uuid) IS
    'Appends an event. p_expected_version is the version the caller has seen, 0 for a new aggregate, NULL for any; if the aggregate is at another one: SQLSTATE SC007.';

CREATE FUNCTION read_events(
    p_after_log_order    bigint DEFAULT 0,
    p_after_position     bigint DEFAULT 0,
    p_limit              integer DEFAULT 500
)
RETURNS SETOF event_store
LANGUAGE sql
STABLE
SET search_path = pg_catalog, public, pg_temp
AS $$
    SELECT e.*
    FROM event_store AS e
    WHERE (e.log_order, e.global_position) > (p_after_log_order, p_after_position)
      AND e.log_order < pg_snapshot_xmin(pg_current_snapshot())::text::bigint
    ORDER BY e.log_order, e.global_position
    LIMIT p_limit
$$;
COMMENT ON FUNCTION read_events(bigint, bigint, integer) IS
    'Follows the log from a position (log_order, global_position of the last event read; 0, 0 = from the start). Only what no transaction under way can still come before is returned, so that no event is ever skipped; the price is that one long transaction holds all readers up.';

CREATE FUNCTION record_projection_progress(
    p_projection_name     text,
    p_log_order           bigint,
    p_position            bigint,
    p_events_processed    bigint,
    p_lag_events          bigint DEFAULT 0
)
RETURNS boolean
LANGUAGE plpgsql
SET search_path = pg_catalog, public, pg_temp
AS $$
BEGIN
    INSERT INTO event_projections AS p (
        projection_name,
        last_log_order,
        last_position,
        events_processed,
        lag_events,
        last_processed_at
    )
    VALUES (
        p_projection_name,
        p_log_order,
        p_position,
        p_events_processed,
        p_lag_events,
        clock_timestamp()
    )
    ON CONFLICT (projection_name) DO UPDATE
        SET last_log_order = EXCLUDED.last_log_order,
            last_position = EXCLUDED.last_position,
            events_processed = p.events_processed + EXCLUDED.events_processed,
            lag_events = EXCLUDED.lag_events,
            consecutive_errors = 0,
            recovery_started_at = NULL,
            status = CASE p.status WHEN 'failed' THEN 'running'::projection_status_enum ELSE p.status END,
            last_processed_at = EXCLUDED.last_processed_at
        -- Never backwards: a second instance of the same projection may lag behind.
        WHERE (EXCLUDED.last_log_order, EXCLUDED.last_position) > (p.last_log_order, p.last_position);
    RETURN FOUND;
END
$$;
COMMENT ON FUNCTION record_projection_progress(text, bigint, bigint, bigint, bigint) IS
    'Notes how far a projection has got, in the transaction that applied the events; false = it was further already, and the caller must roll back.';

CREATE FUNCTION record_projection_error(
    p_projection_name    text,
    p_error              text,
    p_max_errors         integer DEFAULT 5
)
RETURNS projection_status_enum
LANGUAGE sql
SET search_path = pg_catalog, public, pg_temp
AS $$
    UPDATE event_projections AS p
    SET error_count = p.error_count + 1,
        consecutive_errors = p.consecutive_errors + 1,
        last_error = p_error,
        last_error_at = clock_timestamp(),
        recovery_attempts = p.recovery_attempts + 1,
        recovery_started_at = coalesce(p.recovery_started_at, clock_timestamp()),
        status = CASE WHEN p.consecutive_errors + 1 >= p_max_errors THEN 'failed'::projection_status_enum ELSE p.status END
    WHERE p.projection_name = p_projection_name
    RETURNING p.status
$$;
COMMENT ON FUNCTION record_projection_error(text, text, integer) IS 'Notes an error of a projection, which counts as failed after so many in a row; returns its status.';

-- ---------------------------------------------------------------------------------------
-- Configuration
-- ---------------------------------------------------------------------------------------

CREATE FUNCTION propose_config_version(
    p_config_key       text,
    p_config_value     jsonb,
    p_change_type      config_change_type_enum,
    p_user_id          uuid,
    p_change_reason    text DEFAULT NULL
)
RETURNS uuid
LANGUAGE sql
SET search_path = pg_catalog, public, pg_temp
AS $$
    INSERT INTO config_versions (config_key, config_value, change_type, change_reason, proposed_by)
    VALUES (p_config_key, p_config_value, p_change_type, p_change_reason, p_user_id)
    RETURNING id
$$;
COMMENT ON FUNCTION propose_config_version(text, jsonb, config_change_type_enum, uuid, text) IS 'Proposes a new version of a key; returns its id.';

CREATE FUNCTION lock_config_version(p_version_id uuid)
RETURNS config_versions
LANGUAGE plpgsql
SET search_path = pg_catalog, public, pg_temp
AS $$
DECLARE
    v_key        text;
    v_version    config_versions;
BEGIN
    SELECT v.config_key
    INTO v_key
    FROM config_versions AS v
    WHERE v.id = p_version_id;

    IF NOT FOUND THEN
        RAISE EXCEPTION 'there is no configuration version %', p_version_id
            USING ERRCODE = 'no_data_found';
    END IF;

    -- All that changes which version of a key is in force takes turns.
    PERFORM pg_advisory_xact_lock(hashtextextended('config_versions:' || v_key, 0));

    SELECT v.*
    INTO v_version
    FROM config_versions AS v
    WHERE v.id = p_version_id
    FOR NO KEY UPDATE;
    RETURN v_version;
END
$$;
COMMENT ON FUNCTION lock_config_version(uuid) IS 'First step of all that moves a configuration version.';

CREATE FUNCTION validate_config_version(
    p_version_id    uuid,
    p_errors        jsonb DEFAULT '[]'
)
RETURNS config_validation_status_enum
LANGUAGE plpgsql
SET search_path = pg_catalog, public, pg_temp
AS $$
DECLARE
    v_version    config_versions;
BEGIN
    v_version := lock_config_version(p_version_id);
    IF v_version.status <> 'proposed' THEN
        RAISE EXCEPTION 'configuration version % is %, its validation is over', p_version_id, v_version.status
            USING ERRCODE = 'SC004',
                  HINT = 'Only a proposed version is validated.';
    END IF;

    UPDATE config_versions AS v
    SET validation_status = CASE
            WHEN p_errors = '[]'::jsonb THEN 'passed'::config_validation_status_enum
            ELSE 'failed'::config_validation_status_enum
        END,
        validation_errors = p_errors
    WHERE v.id = p_version_id
    RETURNING v.* INTO v_version;
    RETURN v_version.validation_status;
END
$$;
COMMENT ON FUNCTION validate_config_version(uuid, jsonb) IS 'Notes the outcome of validation: an array of errors, empty = passed.';

CREATE FUNCTION approve_config_version(
    p_version_id    uuid,
    p_user_id       uuid
)
RETURNS void
LANGUAGE plpgsql
SET search_path = pg_catalog, public, pg_temp
AS $$
DECLARE
    v_version    config_versions;
BEGIN
    v_version := lock_config_version(p_version_id);
    IF v_version.status = 'proposed' AND v_version.validation_status <> 'passed' THEN
        RAISE EXCEPTION 'configuration version % has not passed validation', p_version_id
            USING ERRCODE = 'SC011',
                  HINT = 'Call validate_config_version() first.';
    END IF;
    IF v_version.status = 'approved' THEN
        RAISE EXCEPTION 'configuration version % is approved already', p_version_id
            USING ERRCODE = 'SC004';
    END IF;

    UPDATE config_versions
    SET status = 'approved',
        approved_by = p_user_id
    WHERE id = p_version_id;
END
$$;
COMMENT ON FUNCTION approve_config_version(uuid, uuid) IS 'Approves a proposed version that passed validation. SQLSTATE SC004, SC011.';

CREATE FUNCTION reject_config_version(
    p_version_id    uuid,
    p_reason        text DEFAULT NULL
)
RETURNS void
LANGUAGE plpgsql
SET search_path = pg_catalog, public, pg_temp
AS $$
DECLARE
    v_version    config_versions;
BEGIN
    v_version := lock_config_version(p_version_id);
    IF v_version.status = 'rejected' THEN
        RAISE EXCEPTION 'configuration version % is rejected already', p_version_id
            USING ERRCODE = 'SC004';
    END IF;

    UPDATE config_versions
    SET status = 'rejected',
        change_reason = concat_ws(E'\n', change_reason, 'rejected: ' || p_reason)
    WHERE id = p_version_id;
END
$$;
COMMENT ON FUNCTION reject_config_version(uuid, text) IS 'Rejects a version that is proposed, or approved and not deployed. SQLSTATE SC004.';

CREATE FUNCTION deploy_config_version(
    p_version_id    uuid,
    p_user_id       uuid
)
RETURNS void
LANGUAGE plpgsql
SET search_path = pg_catalog, public, pg_temp
AS $$
DECLARE
    v_version        config_versions;
    v_previous_id    uuid;
BEGIN
    v_version := lock_config_version(p_version_id);
    IF v_version.status <> 'approved' THEN
        RAISE EXCEPTION 'configuration version % is % and cannot be deployed', p_version_id, v_version.status
            USING ERRCODE = 'SC004',
                  HINT = CASE v_version.status
                      WHEN 'proposed' THEN 'Call approve_config_version() first.'
                      WHEN 'superseded' THEN 'Call rollback_config_version() to return to it, or propose it anew.'
                      ELSE 'Only an approved version is deployed.'
                  END;
    END IF;

    -- First out, then in: the unique index admits one at any moment.
    UPDATE config_versions AS v
    SET status = 'superseded'
    WHERE v.config_key = v_version.config_key
      AND v.status = 'deployed'
    RETURNING v.id INTO v_previous_id;

    UPDATE config_versions
    SET status = 'deployed',
        deployed_by = p_user_id,
        previous_version_id = v_previous_id
    WHERE id = p_version_id;
END
$$;
COMMENT ON FUNCTION deploy_config_version(uuid, uuid) IS 'Puts an approved version in force in place of the one that is. SQLSTATE SC004.';

CREATE FUNCTION rollback_config_version(
    p_config_key    text,
    p_user_id       uuid
)
RETURNS uuid
LANGUAGE plpgsql
SET search_path = pg_catalog, public, pg_temp
AS $$
DECLARE
    v_previous_id    uuid;
BEGIN
    PERFORM pg_advisory_xact_lock(hashtextextended('config_versions:' || p_config_key, 0));

    UPDATE config_versions AS v
    SET status = 'rolled_back'
    WHERE v.config_key = p_config_key
      AND v.status = 'deployed'
    RETURNING v.previous_version_id INTO v_previous_id;

    IF NOT FOUND THEN
        RAISE EXCEPTION 'no version of % is in force', p_config_key
            USING ERRCODE = 'SC011';
    END IF;

    UPDATE config_versions
    SET status = 'deployed',
        deployed_by = p_user_id
    WHERE id = v_previous_id;
    RETURN v_previous_id;
END
$$;
COMMENT ON FUNCTION rollback_config_version(text, uuid) IS
    'Takes the version that is in force out of force and returns to the one before, whose id it returns; NULL = there was none and the key now has no value. SQLSTATE SC011.';

CREATE FUNCTION acquire_config_lock(
    p_lock_key         text,
    p_lock_mode        config_lock_mode_enum,
    p_owner_name       text,
    p_ttl_seconds      integer DEFAULT 60,
    p_owner_user_id    uuid DEFAULT NULL,
    p_purpose          text DEFAULT NULL
)
RETURNS TABLE (
    lock_id          uuid,
    lock_token       bigint,
    lock_expires_at  timestamptz
)
LANGUAGE sql
SET search_path = pg_catalog, public, pg_temp
AS $$
    INSERT INTO config_locks (lock_key, lock_mode, owner_name, owner_user_id, purpose, expires_at)
    VALUES (
        p_lock_key,
        p_lock_mode,
        p_owner_name,
        p_owner_user_id,
        p_purpose,
        clock_timestamp() + make_interval(secs => p_ttl_seconds)
    )
    RETURNING id, fencing_token, expires_at
$$;
COMMENT ON FUNCTION acquire_config_lock(text, config_lock_mode_enum, text, integer, uuid, text) IS
    'Acquires a lock, or raises SQLSTATE SC008 at once if it may not coexist with those held. To be committed soon: others who want the key wait for the transaction.';

CREATE FUNCTION renew_config_lock(
    p_lock_id        uuid,
    p_ttl_seconds    integer DEFAULT 60
)
RETURNS timestamptz
LANGUAGE plpgsql
SET search_path = pg_catalog, public, pg_temp
AS $$
DECLARE
    v_expires_at    timestamptz;
BEGIN
    UPDATE config_locks AS l
    SET heartbeat_at = clock_timestamp(),
        expires_at = clock_timestamp() + make_interval(secs => p_ttl_seconds)
    WHERE l.id = p_lock_id
    RETURNING l.expires_at INTO v_expires_at;

    IF NOT FOUND THEN
        RAISE EXCEPTION 'there is no lock %', p_lock_id
            USING ERRCODE = 'SC009';
    END IF;
    RETURN v_expires_at;
END
$$;
COMMENT ON FUNCTION renew_config_lock(uuid, integer) IS 'Heartbeat of a holder; returns the new end. SQLSTATE SC009 if the lock was released or taken over.';

CREATE FUNCTION release_config_lock(p_lock_id uuid)
RETURNS boolean
LANGUAGE plpgsql
SET search_path = pg_catalog, public, pg_temp
AS $$
BEGIN
    UPDATE config_locks
    SET released_at = clock_timestamp()
    WHERE id = p_lock_id
      AND released_at IS NULL;
    RETURN FOUND;
END
$$;
COMMENT ON FUNCTION release_config_lock(uuid) IS 'Releases a lock; false = it was released or taken over before.';

-- ---------------------------------------------------------------------------------------
-- Cache
-- ---------------------------------------------------------------------------------------

CREATE FUNCTION put_cache_entry(
    p_configuration_id     uuid,
    p_cache_key            text,
    p_value                bytea,
    p_ttl_seconds          integer DEFAULT NULL,
    p_invalidation_tags    text[] DEFAULT '{}',
    p_dependency_keys      text[] DEFAULT '{}'
)
RETURNS timestamptz
LANGUAGE sql
SET search_path = pg_catalog, public, pg_temp
AS $$
    INSERT INTO cache_entries (configuration_id, cache_key, value, invalidation_tags, dependency_keys, expires_at)
    VALUES (
        p_configuration_id,
        p_cache_key,
        p_value,
        p_invalidation_tags,
        p_dependency_keys,
        coalesce(now() + make_interval(secs => p_ttl_seconds), 'infinity')
    )
    ON CONFLICT (configuration_id, cache_key) DO UPDATE
        SET value = EXCLUDED.value,
            status = 'valid',
            invalidation_tags = EXCLUDED.invalidation_tags,
            dependency_keys = EXCLUDED.dependency_keys,
            expires_at = EXCLUDED.expires_at
    RETURNING expires_at
$$;
COMMENT ON FUNCTION put_cache_entry(uuid, text, bytea, integer, text[], text[]) IS 'Stores or replaces a value; returns when it expires, by the limits of the cache.';

CREATE FUNCTION process_cache_invalidations(p_limit integer DEFAULT 100)
RETURNS integer
LANGUAGE plpgsql
SET search_path = pg_catalog, public, pg_temp
AS $$
DECLARE
    v_invalidation    cache_invalidations;
    v_started_at      timestamptz;
    v_removed         integer;
    v_count           integer := 0;
BEGIN
    FOR v_invalidation IN
        SELECT i.*
        FROM cache_invalidations AS i
        WHERE i.status = 'pending'
          AND i.scheduled_at <= now()
          AND NOT EXISTS (
              SELECT
              FROM cache_invalidations AS d
              WHERE d.id = i.depends_on_id
                AND d.status = 'pending'
          )
        ORDER BY i.priority DESC, i.scheduled_at, i.id
        LIMIT p_limit
        FOR UPDATE OF i SKIP LOCKED
    LOOP
        v_started_at := clock_timestamp();
        BEGIN
            CASE v_invalidation.kind
                WHEN 'key' THEN
                    DELETE FROM cache_entries AS e
                    WHERE e.configuration_id = v_invalidation.configuration_id
                      AND e.cache_key = v_invalidation.target;
                WHEN 'tag' THEN
                    DELETE FROM cache_entries AS e
                    WHERE e.configuration_id = v_invalidation.configuration_id
                      AND e.invalidation_tags @> ARRAY[v_invalidation.target::text];
                WHEN 'dependency' THEN
                    DELETE FROM cache_entries AS e
                    WHERE e.configuration_id = v_invalidation.configuration_id
                      AND e.dependency_keys @> ARRAY[v_invalidation.target::text];
                WHEN 'everything' THEN
                    DELETE FROM cache_entries AS e
                    WHERE e.configuration_id = v_invalidation.configuration_id;
            END CASE;
            GET DIAGNOSTICS v_removed = ROW_COUNT;

            UPDATE cache_invalidations
            SET status = 'completed'
            WHERE id = v_invalidation.id;

            INSERT INTO cache_invalidation_log (invalidation_id, configuration_id, kind, target, entries_removed, duration_ms)
            VALUES (
                v_invalidation.id,
                v_invalidation.configuration_id,
                v_invalidation.kind,
                v_invalidation.target,
                v_removed,
                extract(epoch FROM clock_timestamp() - v_started_at)::numeric * 1000
            );
        EXCEPTION
            -- One that fails must not stop the others.
            WHEN OTHERS THEN
                UPDATE cache_invalidations AS i
                SET status = CASE
                        WHEN i.retry_count >= i.max_retries THEN 'failed'::cache_invalidation_status_enum
                        ELSE i.status
                    END,
                    retry_count = least(i.retry_count + 1, i.max_retries),
                    scheduled_at = clock_timestamp() + interval '10 seconds',
                    last_error = SQLERRM
                WHERE i.id = v_invalidation.id;

                INSERT INTO cache_invalidation_log (invalidation_id, configuration_id, kind, target, error)
                VALUES (
                    v_invalidation.id,
                    v_invalidation.configuration_id,
                    v_invalidation.kind,
                    v_invalidation.target,
                    SQLERRM
                );
        END;
        v_count := v_count + 1;
    END LOOP;
    RETURN v_count;
END
$$;
COMMENT ON FUNCTION process_cache_invalidations(integer) IS 'Carries out up to so many invalidations that are due; returns how many it tried. Several callers do not disturb each other.';

-- ---------------------------------------------------------------------------------------
-- Partitions of the audit log
-- ---------------------------------------------------------------------------------------

CREATE FUNCTION create_audit_partitions(
    p_from      date DEFAULT (now() AT TIME ZONE 'UTC')::date,
    p_months    integer DEFAULT 3
)
RETURNS integer
LANGUAGE plpgsql
SET search_path = pg_catalog, public, pg_temp
AS $$
DECLARE
    v_first         timestamptz := date_trunc('month', p_from::timestamp) AT TIME ZONE 'UTC';
    v_start         timestamptz;
    v_end           timestamptz;
    v_name          text;
    v_missing       timestamptz[];
    v_is_default    boolean;
BEGIN
    PERFORM pg_advisory_xact_lock(hashtextextended('audit_logs partitions', 0));

    SELECT array_agg(m.start ORDER BY m.start)
    INTO v_missing
    FROM (
        SELECT (date_trunc('month', p_from::timestamp) + make_interval(months => g.n)) AT TIME ZONE 'UTC' AS start
        FROM generate_series(0, p_months - 1) AS g (n)
    ) AS m
    WHERE to_regclass('public.audit_logs_y' || to_char(m.start AT TIME ZONE 'UTC', 'YYYY"m"MM')) IS NULL;

    IF v_missing IS NULL THEN
        RETURN 0;
    END IF;

    -- A month cannot be made while the default partition holds rows of it. They are moved,
    -- with the default partition set aside meanwhile; nobody sees a state in between.
    SELECT EXISTS (
        SELECT
        FROM audit_logs_default AS d
        WHERE d.created_at >= v_first
          AND d.created_at < (date_trunc('month', p_from::timestamp) + make_interval(months => p_months)) AT TIME ZONE 'UTC'
    )
    INTO v_is_default;

    IF v_is_default THEN
        ALTER TABLE public.audit_logs DETACH PARTITION public.audit_logs_default;
    END IF;

    FOREACH v_start IN ARRAY v_missing LOOP
        v_end := (v_start AT TIME ZONE 'UTC' + interval '1 month') AT TIME ZONE 'UTC';
        v_name := 'audit_logs_y' || to_char(v_start AT TIME ZONE 'UTC', 'YYYY"m"MM');

        EXECUTE format(
            'CREATE TABLE public.%I PARTITION OF public.audit_logs FOR VALUES FROM (%L) TO (%L) PARTITION BY LIST (data_classification)',
            v_name, v_start, v_end
        );
        EXECUTE format(
            'CREATE TABLE public.%I PARTITION OF public.%I FOR VALUES IN (''public'', ''internal'')',
            v_name || '_short', v_name
        );
        EXECUTE format(
            'CREATE TABLE public.%I PARTITION OF public.%I FOR VALUES IN (''confidential'', ''restricted'')',
            v_name || '_long', v_name
        );

        IF v_is_default THEN
            WITH moved AS (
                DELETE FROM audit_logs_default AS d
                WHERE d.created_at >= v_start
                  AND d.created_at < v_end
                RETURNING d.*
            )
            INSERT INTO audit_logs OVERRIDING SYSTEM VALUE
            SELECT m.*
            FROM moved AS m;
        END IF;
    END LOOP;

    IF v_is_default THEN
        ALTER TABLE public.audit_logs ATTACH PARTITION public.audit_logs_default DEFAULT;
    END IF;
    RETURN cardinality(v_missing);
END
$$;
COMMENT ON FUNCTION create_audit_partitions(date, integer) IS
    'Makes the partitions of so many months from that day''s on, unless they are there, and moves rows of those months out of the default partition; returns how many months it made. To be called every week or so.';

CREATE FUNCTION drop_expired_audit_partitions(
    p_as_of    timestamptz DEFAULT now(),
    p_limit    integer DEFAULT 10000
)
RETURNS integer
LANGUAGE plpgsql
SET search_path = pg_catalog, public, pg_temp
AS $$
DECLARE
    v_short       interval;
    v_all         interval;
    v_name        text;
    v_end         timestamptz;
    v_has_rows    boolean;
    v_count       integer := 0;
BEGIN
    PERFORM pg_advisory_xact_lock(hashtextextended('audit_logs partitions', 0));

    -- A partition lives as long as the longest-kept class in it.
    SELECT
        max(r.retention) FILTER (WHERE r.data_classification IN ('public', 'internal')),
        max(r.retention)
    INTO v_short, v_all
    FROM audit_retention_policies AS r;

    -- A policy that is missing must not shorten anything.
    IF (SELECT count(*) FROM audit_retention_policies) < 4 THEN
        RAISE EXCEPTION 'not every data classification has a retention policy'
            USING ERRCODE = 'SC011';
    END IF;

    FOR v_name IN
        SELECT c.relname
        FROM pg_inherits AS i
        JOIN pg_class AS c ON c.oid = i.inhrelid
        WHERE i.inhparent = 'public.audit_logs'::regclass
          AND c.relname ~ '^audit_logs_y[0-9]{4}m[0-9]{2}$'
        ORDER BY c.relname
    LOOP
        v_end := (to_date(right(v_name, 7), 'YYYY"m"MM')::timestamp + interval '1 month') AT TIME ZONE 'UTC';

        IF v_end + v_all <= p_as_of THEN
            EXECUTE format('DROP TABLE public.%I', v_name);
            v_count := v_count + 1;
        ELSIF v_end + v_short <= p_as_of THEN
            EXECUTE format('SELECT EXISTS (SELECT FROM public.%I)', v_name || '_short') INTO v_has_rows;
            IF v_has_rows THEN
                -- Dropped and made anew: a row that is dated back still finds its place.
                EXECUTE format('DROP TABLE public.%I', v_name || '_short');
                EXECUTE format(
                    'CREATE TABLE public.%I PARTITION OF public.%I FOR VALUES IN (''public'', ''internal'')',
                    v_name || '_short', v_name
                );
                v_count := v_count + 1;
            END IF;
        END IF;
    END LOOP;

    -- Rows for which no month was ever made would otherwise stay for ever.
    DELETE FROM audit_logs_default AS d
    WHERE (d.created_at, d.id, d.data_classification) IN (
        SELECT e.created_at, e.id, e.data_classification
        FROM audit_logs_default AS e
        JOIN audit_retention_policies AS r ON r.data_classification = e.data_classification
        WHERE e.created_at + r.retention <= p_as_of
        LIMIT p_limit
    );
    RETURN v_count;
END
$$;
COMMENT ON FUNCTION drop_expired_audit_partitions(timestamptz, integer) IS
    'Drops partitions of the audit log whose retention has run out for every class in them, and clears up to so many expired rows from the default partition; returns how many partitions it dropped. To be called every day or so.';

-- ---------------------------------------------------------------------------------------
-- Clean-up. Each removes up to p_limit rows and returns how many, so that a caller can
-- repeat it until it returns less; run_maintenance() does so for all of them.
-- ---------------------------------------------------------------------------------------

CREATE FUNCTION expire_sessions(p_limit integer DEFAULT 1000)
RETURNS integer
LANGUAGE plpgsql
SET search_path = pg_catalog, public, pg_temp
AS $$
DECLARE
    v_count    integer;
BEGIN
    UPDATE user_sessions
    SET end_reason = 'expired'
    WHERE id IN (
        SELECT s.id
        FROM user_sessions AS s
        WHERE s.ended_at IS NULL
          AND s.expires_at <= now()
        ORDER BY s.expires_at
        LIMIT p_limit
        FOR UPDATE SKIP LOCKED
    );
    GET DIAGNOSTICS v_count = ROW_COUNT;
    RETURN v_count;
END
$$;
COMMENT ON FUNCTION expire_sessions(integer) IS 'Ends sessions whose time has run out.';

CREATE FUNCTION archive_finished_jobs(
    p_older_than    interval DEFAULT interval '1 hour',
    p_limit         integer DEFAULT 1000
)
RETURNS integer
LANGUAGE plpgsql
SET search_path = pg_catalog, public, pg_temp
AS $$
DECLARE
    v_count    integer;
BEGIN
    -- No index finds finished rows, on purpose: finishing a job would have to write it.
    -- Called often, this scan is short, as it is what keeps the table short.
    WITH moved AS (
        DELETE FROM campaign_jobs AS j
        WHERE j.id IN (
            SELECT f.id
            FROM campaign_jobs AS f
            WHERE f.status IN ('completed', 'failed', 'cancelled', 'dead')
              AND f.finished_at < now() - p_older_than
            LIMIT p_limit
            FOR UPDATE SKIP LOCKED
        )
        RETURNING j.*
    )
    INSERT INTO campaign_job_archive (
        id,
        campaign_id,
        job_type,
        status,
        priority,
        attempts,
        max_attempts,
        idempotency_key,
        payload,
        result,
        last_error,
        fencing_token,
        scheduled_at,
        started_at,
        finished_at,
        created_at
    )
    SELECT
        m.id,
        m.campaign_id,
        m.job_type,
        m.status,
        m.priority,
        m.attempts,
        m.max_attempts,
        m.idempotency_key,
        m.payload,
        m.result,
        m.last_error,
        m.fencing_token,
        m.scheduled_at,
        m.started_at,
        m.finished_at,
        m.created_at
    FROM moved AS m;
    GET DIAGNOSTICS v_count = ROW_COUNT;
    RETURN v_count;
END
$$;
COMMENT ON FUNCTION archive_finished_jobs(interval, integer) IS 'Moves finished jobs out of the queue. Failed and dead jobs can be requeued until then.';

CREATE FUNCTION expire_config_locks(p_limit integer DEFAULT 1000)
RETURNS integer
LANGUAGE plpgsql
SET search_path = pg_catalog, public, pg_temp
AS $$
DECLARE
    v_count    integer;
BEGIN
    UPDATE config_locks
    SET released_at = clock_timestamp()
    WHERE id IN (
        SELECT l.id
        FROM config_locks AS l
        WHERE l.released_at IS NULL
          AND l.expires_at <= now()
        LIMIT p_limit
        FOR UPDATE SKIP LOCKED
    );
    GET DIAGNOSTICS v_count = ROW_COUNT;
    RETURN v_count;
END
$$;
COMMENT ON FUNCTION expire_config_locks(integer) IS 'Releases locks that expired and that nobody has wanted since.';

CREATE FUNCTION purge_sessions(
    p_older_than    interval DEFAULT interval '90 days',
    p_limit         integer DEFAULT 1000
)
RETURNS integer
LANGUAGE plpgsql
SET search_path = pg_catalog, public, pg_temp
AS $$
DECLARE
    v_count    integer;
BEGIN
    DELETE FROM user_sessions AS t
    WHERE t.id IN (
        SELECT o.id
        FROM user_sessions AS o
        WHERE o.ended_at < now() - p_older_than
        ORDER BY o.ended_at
        LIMIT p_limit
        FOR UPDATE SKIP LOCKED
    );
    GET DIAGNOSTICS v_count = ROW_COUNT;
    RETURN v_count;
END
$$;
COMMENT ON FUNCTION purge_sessions(interval, integer) IS 'Removes sessions that ended so long ago.';

CREATE FUNCTION purge_password_reset_tokens(
    p_older_than    interval DEFAULT interval '7 days',
    p_limit         integer DEFAULT 1000
)
RETURNS integer
LANGUAGE plpgsql
SET search_path = pg_catalog, public, pg_temp
AS $$
DECLARE
    v_count    integer;
BEGIN
    DELETE FROM password_reset_tokens AS t
    WHERE t.id IN (
        SELECT o.id
        FROM password_reset_tokens AS o
        WHERE o.expires_at < now() - p_older_than
        ORDER BY o.expires_at
        LIMIT p_limit
        FOR UPDATE SKIP LOCKED
    );
    GET DIAGNOSTICS v_count = ROW_COUNT;
    RETURN v_count;
END
$$;
COMMENT ON FUNCTION purge_password_reset_tokens(interval, integer) IS 'Removes resets, used or not, that expired so long ago.';

CREATE FUNCTION purge_auth_audit_logs(
    p_older_than    interval DEFAULT interval '2 years',
    p_limit         integer DEFAULT 1000
)
RETURNS integer
LANGUAGE plpgsql
SET search_path = pg_catalog, public, pg_temp
AS $$
DECLARE
    v_count    integer;
BEGIN
    DELETE FROM auth_audit_logs AS t
    WHERE t.id IN (
        SELECT o.id
        FROM auth_audit_logs AS o
        WHERE o.created_at < now() - p_older_than
        ORDER BY o.created_at
        LIMIT p_limit
        FOR UPDATE SKIP LOCKED
    );
    GET DIAGNOSTICS v_count = ROW_COUNT;
    RETURN v_count;
END
$$;
COMMENT ON FUNCTION purge_auth_audit_logs(interval, integer) IS 'Removes authentication events that old.';

CREATE FUNCTION purge_rate_limits(
    p_older_than    interval DEFAULT interval '1 day',
    p_limit         integer DEFAULT 1000
)
RETURNS integer
LANGUAGE plpgsql
SET search_path = pg_catalog, public, pg_temp
AS $$
DECLARE
    v_count    integer;
BEGIN
    DELETE FROM rate_limits AS t
    WHERE (t.identifier, t.action) IN (
        SELECT o.identifier, o.action
        FROM rate_limits AS o
        WHERE o.window_started_at < now() - p_older_than
          AND (o.blocked_until IS NULL OR o.blocked_until < now())
        LIMIT p_limit
        FOR UPDATE SKIP LOCKED
    );
    GET DIAGNOSTICS v_count = ROW_COUNT;
    RETURN v_count;
END
$$;
COMMENT ON FUNCTION purge_rate_limits(interval, integer) IS 'Removes counters that have not been used for so long and block nobody.';

CREATE FUNCTION purge_job_archive(
    p_older_than    interval DEFAULT interval '90 days',
    p_limit         integer DEFAULT 1000
)
RETURNS integer
LANGUAGE plpgsql
SET search_path = pg_catalog, public, pg_temp
AS $$
DECLARE
    v_count    integer;
BEGIN
    DELETE FROM campaign_job_archive AS t
    WHERE t.id IN (
        SELECT o.id
        FROM campaign_job_archive AS o
        WHERE o.finished_at < now() - p_older_than
        ORDER BY o.finished_at
        LIMIT p_limit
        FOR UPDATE SKIP LOCKED
    );
    GET DIAGNOSTICS v_count = ROW_COUNT;
    RETURN v_count;
END
$$;
COMMENT ON FUNCTION purge_job_archive(interval, integer) IS 'Removes jobs from the archive that finished so long ago.';

CREATE FUNCTION purge_job_attempts(
    p_older_than    interval DEFAULT interval '90 days',
    p_limit         integer DEFAULT 1000
)
RETURNS integer
LANGUAGE plpgsql
SET search_path = pg_catalog, public, pg_temp
AS $$
DECLARE
    v_count    integer;
BEGIN
    DELETE FROM campaign_job_attempts AS t
    WHERE (t.job_id, t.fencing_token) IN (
        SELECT o.job_id, o.fencing_token
        FROM campaign_job_attempts AS o
        WHERE o.finished_at < now() - p_older_than
        ORDER BY o.finished_at
        LIMIT p_limit
        FOR UPDATE SKIP LOCKED
    );
    GET DIAGNOSTICS v_count = ROW_COUNT;
    RETURN v_count;
END
$$;
COMMENT ON FUNCTION purge_job_attempts(interval, integer) IS 'Removes attempts that ended so long ago.';

CREATE FUNCTION purge_job_workers(
    p_older_than    interval DEFAULT interval '7 days',
    p_limit         integer DEFAULT 1000
)
RETURNS integer
LANGUAGE plpgsql
SET search_path = pg_catalog, public, pg_temp
AS $$
DECLARE
    v_count    integer;
BEGIN
    DELETE FROM job_workers AS t
    WHERE t.id IN (
        SELECT o.id
        FROM job_workers AS o
        WHERE o.last_seen_at < now() - p_older_than
        LIMIT p_limit
        FOR UPDATE SKIP LOCKED
    );
    GET DIAGNOSTICS v_count = ROW_COUNT;
    RETURN v_count;
END
$$;
COMMENT ON FUNCTION purge_job_workers(interval, integer) IS 'Removes workers that have not been seen for so long.';

CREATE FUNCTION purge_security_events(p_limit integer DEFAULT 1000)
RETURNS integer
LANGUAGE plpgsql
SET search_path = pg_catalog, public, pg_temp
AS $$
DECLARE
    v_count    integer;
BEGIN
    DELETE FROM security_events AS t
    WHERE t.id IN (
        SELECT o.id
        FROM security_events AS o
        WHERE o.status IN ('resolved', 'false_positive')
          AND o.purge_on <= (now() AT TIME ZONE 'UTC')::date
        ORDER BY o.purge_on
        LIMIT p_limit
        FOR UPDATE SKIP LOCKED
    );
    GET DIAGNOSTICS v_count = ROW_COUNT;
    RETURN v_count;
END
$$;
COMMENT ON FUNCTION purge_security_events(integer) IS 'Removes closed events whose own retention has run out; open ones stay until somebody has looked into them.';

CREATE FUNCTION purge_authorization_decisions(
    p_older_than    interval DEFAULT interval '1 year',
    p_limit         integer DEFAULT 1000
)
RETURNS integer
LANGUAGE plpgsql
SET search_path = pg_catalog, public, pg_temp
AS $$
DECLARE
    v_count    integer;
BEGIN
    DELETE FROM authorization_decisions AS t
    WHERE t.id IN (
        SELECT o.id
        FROM authorization_decisions AS o
        WHERE o.created_at < now() - p_older_than
        ORDER BY o.created_at
        LIMIT p_limit
        FOR UPDATE SKIP LOCKED
    );
    GET DIAGNOSTICS v_count = ROW_COUNT;
    RETURN v_count;
END
$$;
COMMENT ON FUNCTION purge_authorization_decisions(interval, integer) IS 'Removes decisions that old.';

CREATE FUNCTION purge_cache_entries(p_limit integer DEFAULT 1000)
RETURNS integer
LANGUAGE plpgsql
SET search_path = pg_catalog, public, pg_temp
AS $$
DECLARE
    v_count    integer;
BEGIN
    DELETE FROM cache_entries AS t
    WHERE t.id IN (
        SELECT o.id
        FROM cache_entries AS o
        WHERE o.expires_at <= now()
           OR o.status = 'invalidated'
        LIMIT p_limit
        FOR UPDATE SKIP LOCKED
    );
    GET DIAGNOSTICS v_count = ROW_COUNT;
    RETURN v_count;
END
$$;
COMMENT ON FUNCTION purge_cache_entries(integer) IS 'Removes entries that expired or were invalidated.';

CREATE FUNCTION purge_cache_invalidations(
    p_older_than    interval DEFAULT interval '7 days',
    p_limit         integer DEFAULT 1000
)
RETURNS integer
LANGUAGE plpgsql
SET search_path = pg_catalog, public, pg_temp
AS $$
DECLARE
    v_count    integer;
BEGIN
    DELETE FROM cache_invalidations AS t
    WHERE t.id IN (
        SELECT o.id
        FROM cache_invalidations AS o
        WHERE o.finished_at < now() - p_older_than
        ORDER BY o.finished_at
        LIMIT p_limit
        FOR UPDATE SKIP LOCKED
    );
    GET DIAGNOSTICS v_count = ROW_COUNT;
    RETURN v_count;
END
$$;
COMMENT ON FUNCTION purge_cache_invalidations(interval, integer) IS 'Removes invalidations that were carried out or failed so long ago; their log stays.';

CREATE FUNCTION purge_cache_invalidation_log(
    p_older_than    interval DEFAULT interval '90 days',
    p_limit         integer DEFAULT 1000
)
RETURNS integer
LANGUAGE plpgsql
SET search_path = pg_catalog, public, pg_temp
AS $$
DECLARE
    v_count    integer;
BEGIN
    DELETE FROM cache_invalidation_log AS t
    WHERE t.id IN (
        SELECT o.id
        FROM cache_invalidation_log AS o
        WHERE o.created_at < now() - p_older_than
        ORDER BY o.created_at
        LIMIT p_limit
        FOR UPDATE SKIP LOCKED
    );
    GET DIAGNOSTICS v_count = ROW_COUNT;
    RETURN v_count;
END
$$;
COMMENT ON FUNCTION purge_cache_invalidation_log(interval, integer) IS 'Removes entries of the log that old.';

CREATE FUNCTION purge_config_locks(
    p_older_than    interval DEFAULT interval '7 days',
    p_limit         integer DEFAULT 1000
)
RETURNS integer
LANGUAGE plpgsql
SET search_path = pg_catalog, public, pg_temp
AS $$
DECLARE
    v_count    integer;
BEGIN
    DELETE FROM config_locks AS t
    WHERE t.id IN (
        SELECT o.id
        FROM config_locks AS o
        WHERE o.released_at < now() - p_older_than
        ORDER BY o.released_at
        LIMIT p_limit
        FOR UPDATE SKIP LOCKED
    );
    GET DIAGNOSTICS v_count = ROW_COUNT;
    RETURN v_count;
END
$$;
COMMENT ON FUNCTION purge_config_locks(interval, integer) IS 'Removes locks that were released so long ago.';

CREATE FUNCTION purge_metrics(
    p_older_than    interval DEFAULT interval '90 days',
    p_limit         integer DEFAULT 1000
)
RETURNS integer
LANGUAGE plpgsql
SET search_path = pg_catalog, public, pg_temp
AS $$
DECLARE
    v_before    timestamptz := now() - p_older_than;
    v_total     integer := 0;
    v_count     integer;
BEGIN
    DELETE FROM query_performance_metrics AS t
    WHERE (t.recorded_at, t.id) IN (
        SELECT o.recorded_at, o.id
        FROM query_performance_metrics AS o
        WHERE o.recorded_at < v_before
        ORDER BY o.recorded_at, o.id
        LIMIT p_limit - v_total
        FOR UPDATE SKIP LOCKED
    );
    GET DIAGNOSTICS v_count = ROW_COUNT;
    v_total := v_total + v_count;

    DELETE FROM resource_utilization_metrics AS t
    WHERE (t.period_end, t.id) IN (
        SELECT o.period_end, o.id
        FROM resource_utilization_metrics AS o
        WHERE o.period_end < v_before
        ORDER BY o.period_end, o.id
        LIMIT p_limit - v_total
        FOR UPDATE SKIP LOCKED
    );
    GET DIAGNOSTICS v_count = ROW_COUNT;
    v_total := v_total + v_count;

    DELETE FROM connection_pool_metrics AS t
    WHERE (t.recorded_at, t.id) IN (
        SELECT o.recorded_at, o.id
        FROM connection_pool_metrics AS o
        WHERE o.recorded_at < v_before
        ORDER BY o.recorded_at, o.id
        LIMIT p_limit - v_total
        FOR UPDATE SKIP LOCKED
    );
    GET DIAGNOSTICS v_count = ROW_COUNT;
    v_total := v_total + v_count;

    DELETE FROM pagination_performance_metrics AS t
    WHERE (t.recorded_at, t.id) IN (
        SELECT o.recorded_at, o.id
        FROM pagination_performance_metrics AS o
        WHERE o.recorded_at < v_before
        ORDER BY o.recorded_at, o.id
        LIMIT p_limit - v_total
        FOR UPDATE SKIP LOCKED
    );
    GET DIAGNOSTICS v_count = ROW_COUNT;
    v_total := v_total + v_count;

    DELETE FROM service_architecture_metrics AS t
    WHERE (t.recorded_at, t.id) IN (
        SELECT o.recorded_at, o.id
        FROM service_architecture_metrics AS o
        WHERE o.recorded_at < v_before
        ORDER BY o.recorded_at, o.id
        LIMIT p_limit - v_total
        FOR UPDATE SKIP LOCKED
    );
    GET DIAGNOSTICS v_count = ROW_COUNT;
    v_total := v_total + v_count;

    DELETE FROM communication_patterns AS t
    WHERE (t.period_end, t.id) IN (
        SELECT o.period_end, o.id
        FROM communication_patterns AS o
        WHERE o.period_end < v_before
        ORDER BY o.period_end, o.id
        LIMIT p_limit - v_total
        FOR UPDATE SKIP LOCKED
    );
    GET DIAGNOSTICS v_count = ROW_COUNT;
    v_total := v_total + v_count;

    DELETE FROM service_capacity_metrics AS t
    WHERE (t.period_end, t.id) IN (
        SELECT o.period_end, o.id
        FROM service_capacity_metrics AS o
        WHERE o.period_end < v_before
        ORDER BY o.period_end, o.id
        LIMIT p_limit - v_total
        FOR UPDATE SKIP LOCKED
    );
    GET DIAGNOSTICS v_count = ROW_COUNT;
    v_total := v_total + v_count;

    DELETE FROM cache_metrics AS t
    WHERE (t.configuration_id, t.period_start) IN (
        SELECT o.configuration_id, o.period_start
        FROM cache_metrics AS o
        WHERE o.period_start < v_before
        ORDER BY o.period_start
        LIMIT p_limit - v_total
        FOR UPDATE SKIP LOCKED
    );
    GET DIAGNOSTICS v_count = ROW_COUNT;
    RETURN v_total + v_count;
END
$$;
COMMENT ON FUNCTION purge_metrics(interval, integer) IS 'Removes readings that old, of all kinds of metrics, up to the limit in all.';

CREATE PROCEDURE run_maintenance(
    p_batch_size     integer DEFAULT 1000,
    p_max_batches    integer DEFAULT 100
)
LANGUAGE plpgsql
-- No SET clause: a procedure that has one may not commit. What it calls has its own.
AS $$
DECLARE
    v_task       integer;
    v_batches    integer;
    v_count      integer;
BEGIN
    PERFORM public.create_audit_partitions();
    COMMIT;
    PERFORM public.drop_expired_audit_partitions();
    COMMIT;

    FOR v_task IN 1 .. 17 LOOP
        v_batches := 0;
        LOOP
            CASE v_task
                WHEN 1 THEN
                    v_count := public.expire_sessions(p_batch_size);
                WHEN 2 THEN
                    v_count := public.expire_config_locks(p_batch_size);
                WHEN 3 THEN
                    v_count := public.archive_finished_jobs(p_limit => p_batch_size);
                WHEN 4 THEN
                    v_count := public.purge_sessions(p_limit => p_batch_size);
                WHEN 5 THEN
                    v_count := public.purge_password_reset_tokens(p_limit => p_batch_size);
                WHEN 6 THEN
                    v_count := public.purge_auth_audit_logs(p_limit => p_batch_size);
                WHEN 7 THEN
                    v_count := public.purge_rate_limits(p_limit => p_batch_size);
                WHEN 8 THEN
                    v_count := public.purge_job_archive(p_limit => p_batch_size);
                WHEN 9 THEN
                    v_count := public.purge_job_attempts(p_limit => p_batch_size);
                WHEN 10 THEN
                    v_count := public.purge_job_workers(p_limit => p_batch_size);
                WHEN 11 THEN
                    v_count := public.purge_security_events(p_batch_size);
                WHEN 12 THEN
                    v_count := public.purge_authorization_decisions(p_limit => p_batch_size);
                WHEN 13 THEN
                    v_count := public.purge_cache_entries(p_batch_size);
                WHEN 14 THEN
                    v_count := public.purge_cache_invalidations(p_limit => p_batch_size);
                WHEN 15 THEN
                    v_count := public.purge_cache_invalidation_log(p_limit => p_batch_size);
                WHEN 16 THEN
                    v_count := public.purge_config_locks(p_limit => p_batch_size);
                WHEN 17 THEN
                    v_count := public.purge_metrics(p_limit => p_batch_size);
            END CASE;
            -- Each batch is let go of before the next: locks are held for moments only.
            COMMIT;
            v_batches := v_batches + 1;
            EXIT WHEN v_count < p_batch_size OR v_batches >= p_max_batches;
        END LOOP;
    END LOOP;
END
$$;
COMMENT ON PROCEDURE run_maintenance(integer, integer) IS
    'All upkeep with default retention, in batches that are committed one by one; so it must be CALLed outside a transaction. At most p_max_batches per task: what is left is for the next run.';
