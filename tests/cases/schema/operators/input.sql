CREATE SCHEMA math;
CREATE TYPE complex AS (r float8, i float8);
CREATE FUNCTION complex_add(complex, complex) RETURNS complex IMMUTABLE LANGUAGE sql AS 'SELECT ROW($1.r + $2.r, $1.i + $2.i)::complex';
CREATE FUNCTION complex_negative(complex) RETURNS complex IMMUTABLE LANGUAGE sql AS 'SELECT ROW(-$1.r, -$1.i)::complex';
CREATE FUNCTION complex_less(complex, complex) RETURNS boolean IMMUTABLE LANGUAGE sql AS 'SELECT $1.r < $2.r';
CREATE FUNCTION complex_not_less(complex, complex) RETURNS boolean IMMUTABLE LANGUAGE sql AS 'SELECT $1.r >= $2.r';
CREATE FUNCTION complex_greater(complex, complex) RETURNS boolean IMMUTABLE LANGUAGE sql AS 'SELECT $1.r > $2.r';
CREATE FUNCTION complex_same(complex, complex) RETURNS boolean IMMUTABLE LANGUAGE sql AS 'SELECT $1.r = $2.r AND $1.i = $2.i';

CREATE OPERATOR + (LEFTARG = complex, RIGHTARG = complex, FUNCTION = complex_add, COMMUTATOR = +);
CREATE OPERATOR - (RIGHTARG = complex, PROCEDURE = complex_negative);
CREATE OPERATOR < (
    LEFTARG = complex, RIGHTARG = complex, FUNCTION = complex_less,
    COMMUTATOR = >, NEGATOR = >=, RESTRICT = scalarltsel, JOIN = scalarltjoinsel
);
CREATE OPERATOR >= (LEFTARG = complex, RIGHTARG = complex, FUNCTION = complex_not_less, RESTRICT = scalargesel, JOIN = scalargejoinsel);
CREATE OPERATOR > (LEFTARG = complex, RIGHTARG = complex, FUNCTION = complex_greater);
CREATE OPERATOR math.=== (
    LEFTARG = complex, RIGHTARG = complex, FUNCTION = public.complex_same,
    COMMUTATOR = OPERATOR(math.===), RESTRICT = eqsel, JOIN = eqjoinsel, HASHES, MERGES
);
CREATE OPERATOR <+> (LEFTARG = integer, RIGHTARG = bigint, FUNCTION = int48pl);

ALTER OPERATOR > (complex, complex) SET (RESTRICT = scalargtsel, JOIN = scalargtjoinsel);
ALTER OPERATOR >= (complex, complex) SET (JOIN = NONE);
ALTER OPERATOR + (complex, complex) OWNER TO CURRENT_USER;
ALTER OPERATOR <+> (integer, bigint) SET SCHEMA math;
COMMENT ON OPERATOR - (NONE, complex) IS 'the other way round';
COMMENT ON OPERATOR math.<+> (integer, bigint) IS 'moved';

-- Only spoken of.
CREATE OPERATOR <<< (LEFTARG = complex, RIGHTARG = complex, FUNCTION = complex_less, COMMUTATOR = >>>);
-- Links to what goes are forgotten.
CREATE OPERATOR <% (LEFTARG = complex, RIGHTARG = complex, FUNCTION = complex_less, NEGATOR = %>);
CREATE OPERATOR %> (LEFTARG = complex, RIGHTARG = complex, FUNCTION = complex_not_less);
DROP OPERATOR %> (complex, complex);
