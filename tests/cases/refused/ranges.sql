-- case: a range of nothing
CREATE TYPE r AS RANGE (subtype_diff = float8mi);

-- case: a range with a colour
CREATE TYPE r AS RANGE (subtype = float8, colour = red);

-- case: a range of a pseudo-type
CREATE TYPE r AS RANGE (subtype = anyelement);

-- case: a subtype twice
CREATE TYPE r AS RANGE (subtype = float8, subtype = float8);

-- case: no such difference
CREATE TYPE r AS RANGE (subtype = float8, subtype_diff = nobody);

-- case: a difference that gives another type
CREATE TYPE r AS RANGE (subtype = integer, subtype_diff = int4mi);

-- case: a difference that may change
CREATE FUNCTION f(float8, float8) RETURNS float8 LANGUAGE sql AS 'SELECT $1';
CREATE TYPE r AS RANGE (subtype = float8, subtype_diff = f);

-- case: a canonical form without a shell
CREATE TYPE r AS RANGE (subtype = integer, canonical = int4range_canonical);

-- case: no such operator class
CREATE TYPE r AS RANGE (subtype = integer, subtype_opclass = nobody);

-- case: a range needs its difference
CREATE FUNCTION f(float8, float8) RETURNS float8 IMMUTABLE LANGUAGE sql AS 'SELECT $1';
CREATE TYPE r AS RANGE (subtype = float8, subtype_diff = f);
DROP FUNCTION f(float8, float8);
