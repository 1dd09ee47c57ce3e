-- case: one column alone
CREATE TABLE t (a int);
CREATE STATISTICS s ON a FROM t;

-- case: an unknown column
CREATE TABLE t (a int);
CREATE STATISTICS s ON a, b FROM t;

-- case: an unknown column in an expression
CREATE TABLE t (a int);
CREATE STATISTICS s ON a, (b + 1) FROM t;

-- case: a system column
CREATE TABLE t (a int);
CREATE STATISTICS s ON a, xmin FROM t;

-- case: a column twice
CREATE TABLE t (a int);
CREATE STATISTICS s ON a, a FROM t;

-- case: a column twice, once in parentheses
CREATE TABLE t (a int);
CREATE STATISTICS s ON a, (a) FROM t;

-- case: an expression twice
CREATE TABLE t (a int);
CREATE STATISTICS s ON (a + 1), (a + 1) FROM t;

-- case: an unknown kind
CREATE TABLE t (a int, b int);
CREATE STATISTICS s (histogram) ON a, b FROM t;

-- case: kinds of a single expression
CREATE TABLE t (a int);
CREATE STATISTICS s (mcv) ON (a + 1) FROM t;

-- case: too many columns
CREATE TABLE t (a int, b int, c int, d int, e int, f int, g int, h int, i int);
CREATE STATISTICS s ON a, b, c, d, e, f, g, h, i FROM t;

-- case: a type without an order
CREATE TABLE t (a int, b json);
CREATE STATISTICS s ON a, b FROM t;

-- case: two tables
CREATE TABLE t (a int, b int);
CREATE TABLE u (a int, b int);
CREATE STATISTICS s ON a, b FROM t, u;

-- case: no such table
CREATE STATISTICS s ON a, b FROM t;

-- case: a view
CREATE VIEW v AS SELECT 1 AS a, 2 AS b;
CREATE STATISTICS s ON a, b FROM v;

-- case: an index
CREATE TABLE t (a int, b int);
CREATE INDEX i ON t (a);
CREATE STATISTICS s ON a, b FROM i;

-- case: the name is taken
CREATE TABLE t (a int, b int);
CREATE STATISTICS s ON a, b FROM t;
CREATE STATISTICS s ON b, a FROM t;

-- case: the name is taken, and the columns are not there
CREATE TABLE t (a int, b int);
CREATE STATISTICS s ON a, b FROM t;
CREATE STATISTICS s ON x, y FROM t;

-- case: a target too low
CREATE TABLE t (a int, b int);
CREATE STATISTICS s ON a, b FROM t;
ALTER STATISTICS s SET STATISTICS -2;

-- case: none to alter
ALTER STATISTICS s SET STATISTICS 5;

-- case: none to drop
DROP STATISTICS s;

-- case: none to rename
ALTER STATISTICS s RENAME TO x;

-- case: none to speak of
COMMENT ON STATISTICS s IS 'x';

-- case: a new name that is taken
CREATE TABLE t (a int, b int);
CREATE STATISTICS s ON a, b FROM t;
CREATE STATISTICS r ON a, b FROM t;
ALTER STATISTICS r RENAME TO s;

-- case: the name is taken in the other schema
CREATE SCHEMA app;
CREATE TABLE t (a int, b int);
CREATE STATISTICS s ON a, b FROM t;
CREATE STATISTICS app.s ON a, b FROM t;
ALTER STATISTICS s SET SCHEMA app;

-- case: a function that an expression calls
CREATE TABLE t (a int, b int);
CREATE FUNCTION f(int) RETURNS int LANGUAGE sql IMMUTABLE AS 'SELECT $1';
CREATE STATISTICS s ON a, f(b) FROM t;
DROP FUNCTION f(int);

-- case: accepted: a column that statistics are of goes
CREATE TABLE t (a int, b int, c int);
CREATE STATISTICS s ON a, b FROM t;
CREATE STATISTICS r ON (b + 1), c FROM t;
ALTER TABLE t DROP COLUMN b;
