CREATE SCHEMA stats;
CREATE FUNCTION add_up(integer, integer) RETURNS integer IMMUTABLE LANGUAGE sql AS 'SELECT coalesce($1, 0) + coalesce($2, 0)';
CREATE FUNCTION take_away(integer, integer) RETURNS integer IMMUTABLE LANGUAGE sql AS 'SELECT $1 - $2';
CREATE FUNCTION as_text(integer) RETURNS text IMMUTABLE LANGUAGE sql AS 'SELECT $1::text';
CREATE AGGREGATE total(integer) (SFUNC = add_up, STYPE = integer, INITCOND = '0', FINALFUNC = as_text, PARALLEL = safe, COMBINEFUNC = add_up);
-- The old form.
CREATE AGGREGATE old_total (BASETYPE = integer, SFUNC = int4pl, STYPE = integer, INITCOND = '0');
CREATE AGGREGATE old_count (BASETYPE = 'ANY', SFUNC1 = int8inc, STYPE1 = int8, INITCOND1 = '0');
CREATE AGGREGATE my_count(*) (SFUNC = int8inc, STYPE = int8, INITCOND = '0', MSFUNC = int8inc, MINVFUNC = int8dec, MSTYPE = int8, MINITCOND = '0');
CREATE AGGREGATE moving(integer) (
    SFUNC = add_up, STYPE = integer, SSPACE = 40,
    MSFUNC = add_up, MINVFUNC = take_away, MSTYPE = integer, MSSPACE = 20, MFINALFUNC = as_text, FINALFUNC = as_text,
    FINALFUNC_MODIFY = shareable, MFINALFUNC_MODIFY = READ_WRITE, MINITCOND = '0'
);
CREATE AGGREGATE stats.lowest(value float8) (SFUNC = float8smaller, STYPE = float8, SORTOP = <);
CREATE AGGREGATE stats.mean(float8) (SFUNC = float8_accum, STYPE = float8[], FINALFUNC = float8_avg, INITCOND = '{0,0,0}');
CREATE AGGREGATE collect(anycompatible) (SFUNC = array_append, STYPE = anycompatiblearray, INITCOND = '{}');
CREATE AGGREGATE collect_all(VARIADIC items anycompatiblearray) (SFUNC = array_cat, STYPE = anycompatiblearray, INITCOND = '{}');
CREATE AGGREGATE pieces(text, text) (SFUNC = string_agg_transfn, STYPE = internal, FINALFUNC = string_agg_finalfn);
CREATE AGGREGATE partly(numeric) (
    SFUNC = numeric_accum, STYPE = internal, FINALFUNC = numeric_avg,
    COMBINEFUNC = numeric_combine, SERIALFUNC = numeric_serialize, DESERIALFUNC = numeric_deserialize
);
CREATE AGGREGATE percentile(float8 ORDER BY anyelement) (
    SFUNC = ordered_set_transition, STYPE = internal, FINALFUNC = percentile_disc_final, FINALFUNC_EXTRA
);
CREATE AGGREGATE place(VARIADIC "any" ORDER BY VARIADIC "any") (
    SFUNC = ordered_set_transition_multi, STYPE = internal, FINALFUNC = rank_final, FINALFUNC_EXTRA, HYPOTHETICAL
);
CREATE AGGREGATE mode_again(ORDER BY anyelement) (
    SFUNC = ordered_set_transition, STYPE = internal, FINALFUNC = mode_final, FINALFUNC_EXTRA, FINALFUNC_MODIFY = read_only
);
CREATE OR REPLACE AGGREGATE old_total(integer) (SFUNC = int4pl, STYPE = integer, INITCOND = '7', PARALLEL = restricted);
COMMENT ON AGGREGATE total(integer) IS 'all of them';
COMMENT ON AGGREGATE my_count(*) IS 'how many';
COMMENT ON AGGREGATE percentile(float8 ORDER BY anyelement) IS 'how far';
ALTER AGGREGATE old_count(*) RENAME TO count_of_old;
ALTER AGGREGATE count_of_old(*) SET SCHEMA stats;
ALTER AGGREGATE mode_again(ORDER BY anyelement) OWNER TO CURRENT_USER;
GRANT EXECUTE ON FUNCTION total(integer) TO PUBLIC;
REVOKE EXECUTE ON FUNCTION moving(integer) FROM PUBLIC;
CREATE AGGREGATE short_lived(text) (SFUNC = textcat, STYPE = text);
DROP AGGREGATE short_lived(text);
DROP AGGREGATE IF EXISTS short_lived(text), nobody(*);
