-- case: an aggregate without a state
CREATE AGGREGATE a(int) (SFUNC = int4pl);

-- case: an aggregate without a function
CREATE AGGREGATE a(int) (STYPE = int);

-- case: an aggregate without an input type
CREATE AGGREGATE a (SFUNC = int4pl, STYPE = int);

-- case: an input type twice
CREATE AGGREGATE a(int) (BASETYPE = int, SFUNC = int4pl, STYPE = int);

-- case: no such transition function
CREATE AGGREGATE a(int) (SFUNC = nobody, STYPE = int);

-- case: a transition function of other types
CREATE AGGREGATE a(text) (SFUNC = int4pl, STYPE = int);

-- case: a transition function that gives another type
CREATE AGGREGATE a(int) (SFUNC = int4eq, STYPE = int);

-- case: a strict function begins with nothing
CREATE AGGREGATE a(text) (SFUNC = array_append, STYPE = text[]);
CREATE FUNCTION f(int[], text) RETURNS int[] STRICT LANGUAGE sql AS 'SELECT $1';
CREATE AGGREGATE b(text) (SFUNC = f, STYPE = int[]);

-- case: a pseudo-type as state
CREATE AGGREGATE a(int) (SFUNC = int4pl, STYPE = void);

-- case: serialized without an internal state
CREATE AGGREGATE a(int) (SFUNC = int4pl, STYPE = int, SERIALFUNC = numeric_serialize, DESERIALFUNC = numeric_deserialize);

-- case: serialized one way
CREATE AGGREGATE a(numeric) (SFUNC = numeric_avg_accum, STYPE = internal, SERIALFUNC = numeric_avg_serialize);

-- case: moving without an inverse
CREATE AGGREGATE a(int) (SFUNC = int4pl, STYPE = int, MSFUNC = int4pl, MSTYPE = int);

-- case: an inverse without a moving state
CREATE AGGREGATE a(int) (SFUNC = int4pl, STYPE = int, MINVFUNC = int4mi);

-- case: moving to another result
CREATE AGGREGATE a(int) (SFUNC = int4pl, STYPE = int, MSFUNC = int84pl, MINVFUNC = int84mi, MSTYPE = bigint, MINITCOND = '0');

-- case: parallel is one of three words
CREATE AGGREGATE a(int) (SFUNC = int4pl, STYPE = int, PARALLEL = maybe);

-- case: what a final function may do to the state
CREATE AGGREGATE a(int) (SFUNC = int4pl, STYPE = int, FINALFUNC_MODIFY = maybe);

-- case: sorted by nothing
CREATE AGGREGATE a(int) (SFUNC = int4pl, STYPE = int, SORTOP = ~<~);

-- case: sorted by two
CREATE AGGREGATE a(int, int) (SFUNC = f, STYPE = int, SORTOP = <);

-- case: an aggregate twice
CREATE AGGREGATE a(int) (SFUNC = int4pl, STYPE = int);
CREATE AGGREGATE a(int) (SFUNC = int4pl, STYPE = int);

-- case: an aggregate in a function's place
CREATE FUNCTION a(int) RETURNS int LANGUAGE sql AS 'SELECT 1';
CREATE OR REPLACE AGGREGATE a(int) (SFUNC = int4pl, STYPE = int);

-- case: an aggregate replaced by another result
CREATE AGGREGATE a(int) (SFUNC = int4pl, STYPE = int);
CREATE OR REPLACE AGGREGATE a(int) (SFUNC = int4pl, STYPE = int, FINALFUNC = int4_bigint);

-- case: an aggregate is dropped as one
CREATE FUNCTION a(int) RETURNS int LANGUAGE sql AS 'SELECT 1';
DROP AGGREGATE a(int);

-- case: an aggregate is no function
CREATE AGGREGATE a(int) (SFUNC = int4pl, STYPE = int);
DROP FUNCTION a(int);

-- case: an aggregate is not altered as a function
CREATE AGGREGATE a(int) (SFUNC = int4pl, STYPE = int);
ALTER FUNCTION a(int) STABLE;

-- case: no such aggregate
DROP AGGREGATE a(int);

-- case: an aggregate needs its function
CREATE FUNCTION f(int, int) RETURNS int LANGUAGE sql AS 'SELECT 1';
CREATE AGGREGATE a(int) (SFUNC = f, STYPE = int);
DROP FUNCTION f(int, int);

-- case: what a pseudo-type stands for is not told
CREATE AGGREGATE a(*) (SFUNC = nobody, STYPE = anyarray);

-- case: an argument that would have to be converted
CREATE FUNCTION f(bigint, bigint) RETURNS bigint LANGUAGE sql AS 'SELECT 1';
CREATE AGGREGATE a(int) (SFUNC = f, STYPE = bigint);

-- case: an element that is not the array's
CREATE FUNCTION f(anyarray, anyelement) RETURNS anyarray LANGUAGE sql AS 'SELECT $1';
CREATE AGGREGATE a(text) (SFUNC = f, STYPE = int[]);

-- case: an aggregate moved to where it is
CREATE SCHEMA s;
CREATE AGGREGATE a(int) (SFUNC = int4pl, STYPE = int);
CREATE AGGREGATE s.a(int) (SFUNC = int4pl, STYPE = int);
ALTER AGGREGATE a(int) SET SCHEMA s;
