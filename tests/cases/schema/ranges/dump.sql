SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;
SET check_function_bodies = false;
SET client_min_messages = warning;
SET search_path = public;

CREATE SCHEMA app;

CREATE TYPE public.steps;

CREATE FUNCTION public.difference_of_times(x time without time zone, y time without time zone)
    RETURNS double precision
    LANGUAGE sql IMMUTABLE STRICT
    AS $$SELECT EXTRACT(EPOCH FROM (x - y))$$;

CREATE TYPE public.timerange AS RANGE (
    subtype = time without time zone,
    subtype_diff = public.difference_of_times
);

CREATE TYPE app.floats AS RANGE (
    subtype = double precision,
    subtype_diff = float8mi
);

CREATE TYPE public.words AS RANGE (
    subtype = text,
    subtype_opclass = text_pattern_ops,
    multirange_type_name = app.many_words
);

CREATE FUNCTION public.canonical_steps(public.steps)
    RETURNS public.steps
    LANGUAGE internal IMMUTABLE STRICT
    AS $$int4range_canonical$$;

CREATE TYPE public.steps AS RANGE (
    subtype = integer,
    canonical = public.canonical_steps,
    subtype_diff = int4range_subdiff
);

CREATE OPERATOR FAMILY public.backwards USING btree;

CREATE OPERATOR CLASS public.backwards
    FOR TYPE integer USING btree FAMILY public.backwards AS
    OPERATOR 1 pg_catalog.> (integer, integer),
    OPERATOR 2 pg_catalog.>= (integer, integer),
    OPERATOR 3 pg_catalog.= (integer, integer),
    OPERATOR 4 pg_catalog.<= (integer, integer),
    OPERATOR 5 pg_catalog.< (integer, integer),
    FUNCTION 1 (integer, integer) btint4cmp(integer,integer);

CREATE TYPE public.down AS RANGE (
    subtype = integer,
    subtype_opclass = public.backwards
);

CREATE TABLE public.shifts (
    hours   public.timerange,
    letters public.words
);
