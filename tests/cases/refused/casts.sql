-- case: a cast of a pseudo-type
CREATE CAST (anyelement AS int) WITH INOUT;

-- case: a cast to a pseudo-type
CREATE CAST (int AS void) WITH INOUT;

-- case: a cast that is there
CREATE CAST (int AS bigint) WITH INOUT;

-- case: a cast made twice
CREATE CAST (point AS int) WITH INOUT;
CREATE CAST (point AS int) WITH INOUT;

-- case: a cast to the same type
CREATE CAST (int AS int) WITH FUNCTION int4abs(int);

-- case: a cast of another argument
CREATE CAST (point AS int) WITH FUNCTION int4abs(int);

-- case: a cast of another result
CREATE CAST (int AS point) WITH FUNCTION int4abs(int);

-- case: a cast function of four arguments
CREATE FUNCTION f(int, int, boolean, int) RETURNS point LANGUAGE sql AS 'SELECT NULL::point';
CREATE CAST (int AS point) WITH FUNCTION f(int, int, boolean, int);

-- case: a cast function without arguments
CREATE FUNCTION f() RETURNS point LANGUAGE sql AS 'SELECT NULL::point';
CREATE CAST (int AS point) WITH FUNCTION f();

-- case: a cast function's second argument
CREATE FUNCTION f(int, text) RETURNS point LANGUAGE sql AS 'SELECT NULL::point';
CREATE CAST (int AS point) WITH FUNCTION f(int, text);

-- case: a cast function that gives a set
CREATE FUNCTION f(int) RETURNS SETOF point LANGUAGE sql AS 'SELECT NULL::point';
CREATE CAST (int AS point) WITH FUNCTION f(int);

-- case: bytes that differ
CREATE CAST (bigint AS text) WITHOUT FUNCTION;

-- case: bytes of enums
CREATE TYPE e AS ENUM ('a');
CREATE TYPE f AS ENUM ('a');
CREATE CAST (e AS f) WITHOUT FUNCTION;

-- case: bytes of rows
CREATE TYPE e AS (a int);
CREATE TYPE f AS (a int);
CREATE CAST (e AS f) WITHOUT FUNCTION;

-- case: bytes of arrays
CREATE CAST (int[] AS text) WITHOUT FUNCTION;

-- case: bytes of a domain
CREATE DOMAIN d AS text;
CREATE CAST (d AS bytea) WITHOUT FUNCTION;

-- case: a cast needs its function
CREATE FUNCTION f(int) RETURNS point LANGUAGE sql AS 'SELECT NULL::point';
CREATE CAST (int AS point) WITH FUNCTION f(int);
DROP FUNCTION f(int);

-- case: no such cast
DROP CAST (point AS int);

-- case: the system's casts stay
DROP CAST (int AS bigint);
