-- case: a base type without a shell
CREATE TYPE t (INPUT = int4in, OUTPUT = int4out);

-- case: a base type without an input function
CREATE TYPE t;
CREATE FUNCTION t_out(t) RETURNS cstring STRICT IMMUTABLE LANGUAGE internal AS 'int4out';
CREATE TYPE t (OUTPUT = t_out);

-- case: a base type without an output function
CREATE TYPE t;
CREATE FUNCTION t_in(cstring) RETURNS t STRICT IMMUTABLE LANGUAGE internal AS 'int4in';
CREATE TYPE t (INPUT = t_in);

-- case: an input function that gives another type
CREATE TYPE t;
CREATE FUNCTION t_out(t) RETURNS cstring STRICT IMMUTABLE LANGUAGE internal AS 'int4out';
CREATE TYPE t (INPUT = int4in, OUTPUT = t_out);

-- case: no such alignment
CREATE TYPE t;
CREATE FUNCTION t_in(cstring) RETURNS t STRICT IMMUTABLE LANGUAGE internal AS 'int4in';
CREATE FUNCTION t_out(t) RETURNS cstring STRICT IMMUTABLE LANGUAGE internal AS 'int4out';
CREATE TYPE t (INPUT = t_in, OUTPUT = t_out, ALIGNMENT = wide);

-- case: by value in odd sizes
CREATE TYPE t;
CREATE FUNCTION t_in(cstring) RETURNS t STRICT IMMUTABLE LANGUAGE internal AS 'int4in';
CREATE FUNCTION t_out(t) RETURNS cstring STRICT IMMUTABLE LANGUAGE internal AS 'int4out';
CREATE TYPE t (INPUT = t_in, OUTPUT = t_out, INTERNALLENGTH = 3, PASSEDBYVALUE);

-- case: fixed sizes are plain
CREATE TYPE t;
CREATE FUNCTION t_in(cstring) RETURNS t STRICT IMMUTABLE LANGUAGE internal AS 'int4in';
CREATE FUNCTION t_out(t) RETURNS cstring STRICT IMMUTABLE LANGUAGE internal AS 'int4out';
CREATE TYPE t (INPUT = t_in, OUTPUT = t_out, INTERNALLENGTH = 8, STORAGE = extended);

-- case: an option twice
CREATE TYPE t;
CREATE TYPE t (INPUT = t_in, INPUT = t_in);

-- case: a shell twice
CREATE TYPE t;
CREATE TYPE t;

-- case: a column of a shell
CREATE TYPE t;
CREATE TABLE x (a t);

-- case: a domain of a shell
CREATE TYPE t;
CREATE DOMAIN x AS t;

-- case: accepted, an enum in a shell's place
CREATE TYPE t;
CREATE TYPE t AS ENUM ('a');

-- case: no shell for a function in SQL
CREATE FUNCTION t_in(cstring) RETURNS t LANGUAGE sql AS 'SELECT 1';

-- case: a type needs its functions
CREATE TYPE t;
CREATE FUNCTION t_in(cstring) RETURNS t STRICT IMMUTABLE LANGUAGE internal AS 'int4in';
CREATE FUNCTION t_out(t) RETURNS cstring STRICT IMMUTABLE LANGUAGE internal AS 'int4out';
CREATE TYPE t (INPUT = t_in, OUTPUT = t_out, LIKE = int4);
DROP FUNCTION t_in(cstring);

-- case: functions need their type
CREATE TYPE t;
CREATE FUNCTION t_in(cstring) RETURNS t STRICT IMMUTABLE LANGUAGE internal AS 'int4in';
DROP TYPE t;

-- case: not to be altered
CREATE TYPE t;
CREATE FUNCTION t_in(cstring) RETURNS t STRICT IMMUTABLE LANGUAGE internal AS 'int4in';
CREATE FUNCTION t_out(t) RETURNS cstring STRICT IMMUTABLE LANGUAGE internal AS 'int4out';
CREATE TYPE t (INPUT = t_in, OUTPUT = t_out, LIKE = int4);
ALTER TYPE t SET (INPUT = t_in);

-- case: altered as a base type
CREATE TYPE t AS ENUM ('a');
ALTER TYPE t SET (STORAGE = plain);
