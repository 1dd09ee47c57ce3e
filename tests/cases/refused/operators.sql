-- case: no function, no operator
CREATE OPERATOR |+| (LEFTARG = int, RIGHTARG = int);

-- case: no operands, no operator
CREATE OPERATOR |+| (FUNCTION = int4pl);

-- case: no postfix operators
CREATE OPERATOR !! (LEFTARG = int, FUNCTION = int4abs);

-- case: no function of these types
CREATE OPERATOR |+| (LEFTARG = text, RIGHTARG = int, FUNCTION = int4pl);

-- case: no such operand
CREATE OPERATOR |+| (LEFTARG = nobody, RIGHTARG = int, FUNCTION = int4pl);

-- case: none is no type here
CREATE OPERATOR |+| (LEFTARG = NONE, RIGHTARG = int, FUNCTION = int4pl);

-- case: no sets as operands
CREATE OPERATOR |+| (LEFTARG = SETOF int, RIGHTARG = int, FUNCTION = int4pl);

-- case: the same operator twice
CREATE OPERATOR |+| (LEFTARG = int, RIGHTARG = int, FUNCTION = int4pl);
CREATE OPERATOR |+| (LEFTARG = int, RIGHTARG = int, FUNCTION = int4mul);

-- case: merges without a boolean
CREATE OPERATOR |+| (LEFTARG = int, RIGHTARG = int, FUNCTION = int4pl, MERGES);

-- case: a prefix operator has no commutator
CREATE OPERATOR |+| (RIGHTARG = int, FUNCTION = int4abs, COMMUTATOR = |+|);

-- case: no operator is its own negator
CREATE OPERATOR |+| (LEFTARG = int, RIGHTARG = int, FUNCTION = int4eq, NEGATOR = |+|);

-- case: an estimator of other arguments
CREATE OPERATOR |+| (LEFTARG = int, RIGHTARG = int, FUNCTION = int4eq, RESTRICT = int4pl);

-- case: hashes is a yes or no
CREATE OPERATOR |+| (LEFTARG = int, RIGHTARG = int, FUNCTION = int4eq, HASHES = 5);

-- case: a function is a name
CREATE OPERATOR |+| (LEFTARG = int, RIGHTARG = int, FUNCTION = 5);

-- case: the function is needed
CREATE FUNCTION f(int, int) RETURNS int LANGUAGE sql AS 'SELECT $1';
CREATE OPERATOR |+| (LEFTARG = int, RIGHTARG = int, FUNCTION = f);
DROP FUNCTION f(int, int);

-- case: operands cannot be changed
CREATE OPERATOR |+| (LEFTARG = int, RIGHTARG = int, FUNCTION = int4eq);
ALTER OPERATOR |+| (int, int) SET (LEFTARG = bigint);

-- case: no such attribute
CREATE OPERATOR |+| (LEFTARG = int, RIGHTARG = int, FUNCTION = int4eq);
ALTER OPERATOR |+| (int, int) SET (COLOUR = red);

-- case: no join estimator without a boolean
CREATE OPERATOR |+| (LEFTARG = int, RIGHTARG = int, FUNCTION = int4pl);
ALTER OPERATOR |+| (int, int) SET (JOIN = eqjoinsel);

-- case: no such operator to drop
DROP OPERATOR |+| (int, int);

-- case: the system's operators stay
DROP OPERATOR + (int, int);

-- case: a missing schema
DROP OPERATOR nowhere.+ (int, int);

-- case: a class needs its operator
CREATE TYPE t AS (a int);
CREATE FUNCTION lt(t, t) RETURNS boolean LANGUAGE sql IMMUTABLE AS 'SELECT true';
CREATE OPERATOR < (LEFTARG = t, RIGHTARG = t, FUNCTION = lt);
CREATE OPERATOR CLASS t_ops FOR TYPE t USING btree AS OPERATOR 1 <;
DROP OPERATOR < (t, t);

-- case: accepted, as a loose operator goes out of its family
CREATE OPERATOR |+| (LEFTARG = int, RIGHTARG = bigint, FUNCTION = int48eq);
CREATE OPERATOR FAMILY f USING btree;
ALTER OPERATOR FAMILY f USING btree ADD OPERATOR 3 |+| (int, bigint);
DROP OPERATOR |+| (int, bigint);
DROP OPERATOR FAMILY f USING btree;

-- case: an index needs the operator in its expression
CREATE FUNCTION plus(int, int) RETURNS int IMMUTABLE LANGUAGE sql AS 'SELECT $1 + $2';
CREATE OPERATOR |+| (LEFTARG = int, RIGHTARG = int, FUNCTION = plus);
CREATE TABLE t (a int);
CREATE INDEX ON t ((a |+| 1));
DROP OPERATOR |+| (int, int);

-- case: a check needs its operator
CREATE OPERATOR |+| (LEFTARG = int, RIGHTARG = int, FUNCTION = int4eq);
CREATE TABLE t (a int CHECK (a |+| 1));
DROP OPERATOR |+| (int, int);

-- case: a view needs its operator
CREATE OPERATOR |+| (LEFTARG = int, RIGHTARG = int, FUNCTION = int4eq);
CREATE TABLE t (a int);
CREATE VIEW v AS SELECT a |+| 1 AS b FROM t;
DROP OPERATOR |+| (int, int);

-- case: accepted, the sign is another operator's
CREATE OPERATOR |+| (LEFTARG = int, RIGHTARG = int, FUNCTION = int4eq);
CREATE OPERATOR |+| (LEFTARG = bigint, RIGHTARG = bigint, FUNCTION = int8eq);
CREATE TABLE t (a int CHECK (a |+| 1));
DROP OPERATOR |+| (bigint, bigint);
