SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;
SET check_function_bodies = false;
SET client_min_messages = warning;
SET search_path = public;

CREATE SCHEMA stats;

CREATE FUNCTION public.add_up(integer, integer)
    RETURNS integer
    LANGUAGE sql IMMUTABLE
    AS $$SELECT coalesce($1, 0) + coalesce($2, 0)$$;

CREATE FUNCTION public.take_away(integer, integer)
    RETURNS integer
    LANGUAGE sql IMMUTABLE
    AS $$SELECT $1 - $2$$;

CREATE FUNCTION public.as_text(integer)
    RETURNS text
    LANGUAGE sql IMMUTABLE
    AS $$SELECT $1::text$$;

CREATE AGGREGATE public.total(integer) (
    sfunc = public.add_up,
    stype = integer,
    finalfunc = public.as_text,
    combinefunc = public.add_up,
    initcond = '0',
    parallel = safe
);

CREATE AGGREGATE public.old_total(integer) (
    sfunc = int4pl,
    stype = integer,
    initcond = '7',
    parallel = restricted
);

CREATE AGGREGATE stats.count_of_old(*) (
    sfunc = int8inc,
    stype = bigint,
    initcond = '0'
);

CREATE AGGREGATE public.my_count(*) (
    sfunc = int8inc,
    stype = bigint,
    initcond = '0',
    msfunc = int8inc,
    minvfunc = int8dec,
    mstype = bigint,
    minitcond = '0'
);

CREATE AGGREGATE public.moving(integer) (
    sfunc = public.add_up,
    stype = integer,
    sspace = 40,
    finalfunc = public.as_text,
    finalfunc_modify = shareable,
    msfunc = public.add_up,
    minvfunc = public.take_away,
    mstype = integer,
    msspace = 20,
    mfinalfunc = public.as_text,
    mfinalfunc_modify = read_write,
    minitcond = '0'
);

CREATE AGGREGATE stats.lowest(value double precision) (
    sfunc = float8smaller,
    stype = double precision,
    sortop = OPERATOR(pg_catalog.<)
);

CREATE AGGREGATE stats.mean(double precision) (
    sfunc = float8_accum,
    stype = double precision[],
    finalfunc = float8_avg,
    initcond = '{0,0,0}'
);

CREATE AGGREGATE public.collect(anycompatible) (
    sfunc = array_append,
    stype = anycompatiblearray,
    initcond = '{}'
);

CREATE AGGREGATE public.collect_all(VARIADIC items anycompatiblearray) (
    sfunc = array_cat,
    stype = anycompatiblearray,
    initcond = '{}'
);

CREATE AGGREGATE public.pieces(text, text) (
    sfunc = string_agg_transfn,
    stype = internal,
    finalfunc = string_agg_finalfn
);

CREATE AGGREGATE public.partly(numeric) (
    sfunc = numeric_accum,
    stype = internal,
    finalfunc = numeric_avg,
    combinefunc = numeric_combine,
    serialfunc = numeric_serialize,
    deserialfunc = numeric_deserialize
);

CREATE AGGREGATE public.percentile(double precision ORDER BY anyelement) (
    sfunc = ordered_set_transition,
    stype = internal,
    finalfunc = percentile_disc_final,
    finalfunc_extra
);

CREATE AGGREGATE public.place(VARIADIC "any" ORDER BY VARIADIC "any") (
    sfunc = ordered_set_transition_multi,
    stype = internal,
    finalfunc = rank_final,
    finalfunc_extra,
    hypothetical
);

CREATE AGGREGATE public.mode_again(ORDER BY anyelement) (
    sfunc = ordered_set_transition,
    stype = internal,
    finalfunc = mode_final,
    finalfunc_extra,
    finalfunc_modify = read_only
);

COMMENT ON AGGREGATE public.total(integer) IS 'all of them';
COMMENT ON AGGREGATE public.my_count(*) IS 'how many';
COMMENT ON AGGREGATE public.percentile(double precision ORDER BY anyelement) IS 'how far';

REVOKE EXECUTE ON FUNCTION public.moving(integer) FROM PUBLIC;
