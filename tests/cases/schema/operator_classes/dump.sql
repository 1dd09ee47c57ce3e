SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;
SET check_function_bodies = false;
SET client_min_messages = warning;
SET search_path = public;

CREATE SCHEMA math;

CREATE TYPE public.amount AS (
    value numeric,
    currency text
);

CREATE TABLE public.prices (
    id    integer,
    price public.amount
);

CREATE FUNCTION public.amount_lt(public.amount, public.amount)
    RETURNS boolean
    LANGUAGE sql IMMUTABLE STRICT
    AS $$SELECT $1.value < $2.value$$;

CREATE FUNCTION public.amount_le(public.amount, public.amount)
    RETURNS boolean
    LANGUAGE sql IMMUTABLE STRICT
    AS $$SELECT $1.value <= $2.value$$;

CREATE FUNCTION public.amount_eq(public.amount, public.amount)
    RETURNS boolean
    LANGUAGE sql IMMUTABLE STRICT
    AS $$SELECT $1.value = $2.value$$;

CREATE FUNCTION public.amount_ge(public.amount, public.amount)
    RETURNS boolean
    LANGUAGE sql IMMUTABLE STRICT
    AS $$SELECT $1.value >= $2.value$$;

CREATE FUNCTION public.amount_gt(public.amount, public.amount)
    RETURNS boolean
    LANGUAGE sql IMMUTABLE STRICT
    AS $$SELECT $1.value > $2.value$$;

CREATE FUNCTION public.amount_cmp(public.amount, public.amount)
    RETURNS integer
    LANGUAGE sql IMMUTABLE STRICT
    AS $$SELECT CASE WHEN $1.value < $2.value THEN -1 WHEN $1.value = $2.value THEN 0 ELSE 1 END$$;

CREATE FUNCTION public.amount_hash(public.amount)
    RETURNS integer
    LANGUAGE sql IMMUTABLE STRICT
    AS $$SELECT hash_numeric($1.value)$$;

CREATE FUNCTION public.amount_hash_extended(public.amount, bigint)
    RETURNS bigint
    LANGUAGE sql IMMUTABLE STRICT
    AS $$SELECT hash_numeric_extended($1.value, $2)$$;

CREATE OPERATOR public.< (FUNCTION = public.amount_lt, LEFTARG = public.amount, RIGHTARG = public.amount);

CREATE OPERATOR public.<= (FUNCTION = public.amount_le, LEFTARG = public.amount, RIGHTARG = public.amount);

CREATE OPERATOR public.= (FUNCTION = public.amount_eq, LEFTARG = public.amount, RIGHTARG = public.amount, HASHES, MERGES);

CREATE OPERATOR public.>= (FUNCTION = public.amount_ge, LEFTARG = public.amount, RIGHTARG = public.amount);

CREATE OPERATOR public.> (FUNCTION = public.amount_gt, LEFTARG = public.amount, RIGHTARG = public.amount);

CREATE OPERATOR FAMILY public.amount_ops USING btree;

CREATE OPERATOR CLASS public.amount_ops
    DEFAULT FOR TYPE public.amount USING btree FAMILY public.amount_ops AS
    OPERATOR 1 public.< (public.amount, public.amount),
    OPERATOR 2 public.<= (public.amount, public.amount),
    OPERATOR 3 public.= (public.amount, public.amount),
    OPERATOR 4 public.>= (public.amount, public.amount),
    OPERATOR 5 public.> (public.amount, public.amount),
    FUNCTION 1 (public.amount, public.amount) public.amount_cmp(public.amount,public.amount);

CREATE OPERATOR FAMILY math.amounts USING hash;

CREATE OPERATOR CLASS math.amount_hash_ops
    FOR TYPE public.amount USING hash FAMILY math.amounts AS
    OPERATOR 1 public.= (public.amount, public.amount),
    FUNCTION 1 (public.amount, public.amount) public.amount_hash(public.amount),
    FUNCTION 2 (public.amount, public.amount) public.amount_hash_extended(public.amount,bigint);

CREATE OPERATOR FAMILY math."Mixed" USING btree;

CREATE OPERATOR FAMILY public.box_again USING gist;

CREATE OPERATOR CLASS public.box_again
    FOR TYPE box USING gist FAMILY public.box_again AS
    OPERATOR 1 pg_catalog.<< (box, box),
    OPERATOR 3 pg_catalog.&& (box, box),
    FUNCTION 1 (box, box) gist_box_consistent(internal,box,smallint,oid,internal),
    FUNCTION 2 (box, box) gist_box_union(internal,internal),
    FUNCTION 5 (box, box) gist_box_penalty(internal,internal,internal),
    FUNCTION 6 (box, box) gist_box_picksplit(internal,internal),
    FUNCTION 7 (box, box) gist_box_same(box,box,internal),
    FUNCTION 8 (box, box) gist_box_distance(internal,box,smallint,oid,internal);

CREATE OPERATOR FAMILY public.numbers_gin USING gin;

CREATE OPERATOR CLASS public.numbers_gin
    FOR TYPE integer[] USING gin FAMILY public.numbers_gin AS
    FUNCTION 1 (integer[], integer[]) btint4cmp(integer,integer),
    FUNCTION 2 (integer[], integer[]) ginarrayextract(anyarray,internal,internal),
    FUNCTION 3 (integer[], integer[]) ginqueryarrayextract(anyarray,internal,smallint,internal,internal,internal,internal),
    FUNCTION 4 (integer[], integer[]) ginarrayconsistent(internal,smallint,anyarray,integer,internal,internal,internal,internal),
    STORAGE integer;

CREATE OPERATOR FAMILY public.storage_only USING btree;

CREATE OPERATOR CLASS math.nothing_much
    FOR TYPE text USING btree FAMILY public.storage_only AS
    STORAGE text;

ALTER OPERATOR FAMILY math."Mixed" USING btree ADD
    OPERATOR 1 pg_catalog.< (integer, bigint),
    OPERATOR 1 pg_catalog.< (smallint, smallint),
    FUNCTION 1 (integer, bigint) btint48cmp(integer,bigint),
    FUNCTION 1 (smallint, smallint) btint2cmp(smallint,smallint);

ALTER OPERATOR FAMILY public.box_again USING gist ADD
    OPERATOR 15 pg_catalog.<-> (box, point) FOR ORDER BY pg_catalog.float_ops;

ALTER OPERATOR FAMILY public.numbers_gin USING gin ADD
    OPERATOR 1 pg_catalog.&& (anyarray, anyarray),
    OPERATOR 3 pg_catalog.= (anyarray, anyarray);

CREATE INDEX prices_by_amount ON public.prices USING btree (price);

CREATE INDEX prices_by_hash ON public.prices USING hash (price math.amount_hash_ops);

COMMENT ON OPERATOR CLASS public.amount_ops USING btree IS 'by value alone';
COMMENT ON OPERATOR FAMILY math.amounts USING hash IS 'of one member';
