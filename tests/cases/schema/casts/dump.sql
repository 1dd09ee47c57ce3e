SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;
SET check_function_bodies = false;
SET client_min_messages = warning;
SET search_path = public;

CREATE TYPE public.complex AS (
    r double precision,
    i double precision
);

CREATE TYPE public.colour AS ENUM (
    'red',
    'green'
);

CREATE DOMAIN public.name_of AS text;

CREATE FUNCTION public.to_complex(double precision)
    RETURNS public.complex
    LANGUAGE sql IMMUTABLE
    AS $$SELECT ROW($1, 0)::complex$$;

CREATE FUNCTION public.cut(public.complex, integer, boolean)
    RETURNS public.complex
    LANGUAGE sql IMMUTABLE
    AS $$SELECT $1$$;

CREATE FUNCTION public.yes_no(text)
    RETURNS boolean
    LANGUAGE sql IMMUTABLE
    AS $$SELECT $1 = 'yes'$$;

CREATE CAST (double precision AS public.complex) WITH FUNCTION public.to_complex(double precision) AS ASSIGNMENT;

CREATE CAST (public.complex AS public.complex) WITH FUNCTION public.cut(public.complex,integer,boolean) AS IMPLICIT;

CREATE CAST (public.colour AS integer) WITH INOUT;

CREATE CAST (text AS public.colour) WITH INOUT AS IMPLICIT;

CREATE CAST (bigint AS double precision[]) WITH INOUT AS ASSIGNMENT;

CREATE CAST (bytea AS text) WITHOUT FUNCTION;

CREATE CAST (character varying AS boolean) WITH FUNCTION public.yes_no(text);

COMMENT ON CAST (public.colour AS integer) IS 'it will fail';
