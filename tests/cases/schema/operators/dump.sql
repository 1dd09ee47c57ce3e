SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;
SET check_function_bodies = false;
SET client_min_messages = warning;
SET search_path = public, math;

CREATE SCHEMA math;

CREATE TYPE public.complex AS (
    r double precision,
    i double precision
);

CREATE FUNCTION public.complex_add(public.complex, public.complex)
    RETURNS public.complex
    LANGUAGE sql IMMUTABLE
    AS $$SELECT ROW($1.r + $2.r, $1.i + $2.i)::complex$$;

CREATE FUNCTION public.complex_negative(public.complex)
    RETURNS public.complex
    LANGUAGE sql IMMUTABLE
    AS $$SELECT ROW(-$1.r, -$1.i)::complex$$;

CREATE FUNCTION public.complex_less(public.complex, public.complex)
    RETURNS boolean
    LANGUAGE sql IMMUTABLE
    AS $$SELECT $1.r < $2.r$$;

CREATE FUNCTION public.complex_not_less(public.complex, public.complex)
    RETURNS boolean
    LANGUAGE sql IMMUTABLE
    AS $$SELECT $1.r >= $2.r$$;

CREATE FUNCTION public.complex_greater(public.complex, public.complex)
    RETURNS boolean
    LANGUAGE sql IMMUTABLE
    AS $$SELECT $1.r > $2.r$$;

CREATE FUNCTION public.complex_same(public.complex, public.complex)
    RETURNS boolean
    LANGUAGE sql IMMUTABLE
    AS $$SELECT $1.r = $2.r AND $1.i = $2.i$$;

CREATE OPERATOR public.+ (FUNCTION = public.complex_add, LEFTARG = public.complex, RIGHTARG = public.complex, COMMUTATOR = OPERATOR(public.+));

CREATE OPERATOR public.- (FUNCTION = public.complex_negative, RIGHTARG = public.complex);

CREATE OPERATOR public.< (FUNCTION = public.complex_less, LEFTARG = public.complex, RIGHTARG = public.complex, COMMUTATOR = OPERATOR(public.>), NEGATOR = OPERATOR(public.>=), RESTRICT = scalarltsel, JOIN = scalarltjoinsel);

CREATE OPERATOR public.> (FUNCTION = public.complex_greater, LEFTARG = public.complex, RIGHTARG = public.complex, RESTRICT = scalargtsel, JOIN = scalargtjoinsel);

CREATE OPERATOR public.>= (FUNCTION = public.complex_not_less, LEFTARG = public.complex, RIGHTARG = public.complex, RESTRICT = scalargesel);

CREATE OPERATOR math.=== (FUNCTION = public.complex_same, LEFTARG = public.complex, RIGHTARG = public.complex, COMMUTATOR = OPERATOR(math.===), RESTRICT = eqsel, JOIN = eqjoinsel, HASHES, MERGES);

CREATE OPERATOR math.<+> (FUNCTION = int48pl, LEFTARG = integer, RIGHTARG = bigint);

CREATE OPERATOR public.<<< (FUNCTION = public.complex_less, LEFTARG = public.complex, RIGHTARG = public.complex, COMMUTATOR = OPERATOR(public.>>>));

CREATE OPERATOR public.<% (FUNCTION = public.complex_less, LEFTARG = public.complex, RIGHTARG = public.complex);

COMMENT ON OPERATOR public.- (NONE, public.complex) IS 'the other way round';
COMMENT ON OPERATOR math.<+> (integer, bigint) IS 'moved';
