-- case: no index was clustered on
CREATE TABLE t (a int);
CLUSTER t;

-- case: an index that is not there
CREATE TABLE t (a int);
ALTER TABLE t CLUSTER ON i;

-- case: an index of another table
CREATE TABLE t (a int);
CREATE TABLE u (a int);
CREATE INDEX i ON u (a);
ALTER TABLE t CLUSTER ON i;

-- case: an index without an order
CREATE TABLE t (a int);
CREATE INDEX i ON t USING hash (a);
ALTER TABLE t CLUSTER ON i;

-- case: a partial index
CREATE TABLE t (a int);
CREATE INDEX i ON t (a) WHERE a > 1;
CLUSTER t USING i;

-- case: a partitioned table
CREATE TABLE t (a int) PARTITION BY LIST (a);
CREATE INDEX i ON t (a);
ALTER TABLE t CLUSTER ON i;

-- case: a view
CREATE VIEW v AS SELECT 1 AS a;
CLUSTER v;

-- case: an identity that is not unique
CREATE TABLE t (a int NOT NULL);
CREATE INDEX i ON t (a);
ALTER TABLE t REPLICA IDENTITY USING INDEX i;

-- case: an identity that may be null
CREATE TABLE t (a int);
CREATE UNIQUE INDEX i ON t (a);
ALTER TABLE t REPLICA IDENTITY USING INDEX i;

-- case: an identity of an expression
CREATE TABLE t (a int NOT NULL);
CREATE UNIQUE INDEX i ON t ((a + 1));
ALTER TABLE t REPLICA IDENTITY USING INDEX i;

-- case: an identity of some rows
CREATE TABLE t (a int NOT NULL);
CREATE UNIQUE INDEX i ON t (a) WHERE a > 1;
ALTER TABLE t REPLICA IDENTITY USING INDEX i;

-- case: an identity that is checked late
CREATE TABLE t (a int NOT NULL, CONSTRAINT k UNIQUE (a) DEFERRABLE);
ALTER TABLE t REPLICA IDENTITY USING INDEX k;

-- case: an identity that is not there
CREATE TABLE t (a int NOT NULL);
ALTER TABLE t REPLICA IDENTITY USING INDEX i;

-- case: statistics of a plain key
CREATE TABLE t (a int);
CREATE INDEX i ON t (a);
ALTER INDEX i ALTER COLUMN 1 SET STATISTICS 100;

-- case: statistics of a key that is not there
CREATE TABLE t (a int);
CREATE INDEX i ON t ((a + 1));
ALTER INDEX i ALTER COLUMN 4 SET STATISTICS 100;

-- case: statistics of an included column
CREATE TABLE t (a int, b int);
CREATE INDEX i ON t ((a + 1)) INCLUDE (b);
ALTER INDEX i ALTER COLUMN 2 SET STATISTICS 100;

-- case: a logged table that refers to an unlogged one
CREATE UNLOGGED TABLE t (a int PRIMARY KEY);
CREATE TABLE u (a int REFERENCES t);

-- case: a table that a logged one refers to
CREATE TABLE t (a int PRIMARY KEY);
CREATE TABLE u (a int REFERENCES t);
ALTER TABLE t SET UNLOGGED;

-- case: a table that refers to an unlogged one
CREATE UNLOGGED TABLE t (a int PRIMARY KEY);
CREATE UNLOGGED TABLE u (a int REFERENCES t);
ALTER TABLE u SET LOGGED;

-- case: an access method that is not there
CREATE TABLE t (a int);
ALTER TABLE t SET ACCESS METHOD nothing;

-- case: an extension that is not there
CREATE FUNCTION f() RETURNS int LANGUAGE sql AS 'SELECT 1';
ALTER FUNCTION f() DEPENDS ON EXTENSION nothing;

-- case: a support function that is not there
CREATE FUNCTION f() RETURNS int LANGUAGE sql SUPPORT nothing AS 'SELECT 1';

-- case: a transform that is not there
CREATE FUNCTION f(int) RETURNS int LANGUAGE sql TRANSFORM FOR TYPE int AS 'SELECT 1';

-- case: a cost of nothing
CREATE FUNCTION f() RETURNS int LANGUAGE sql COST 0 AS 'SELECT 1';

-- case: no rows
CREATE FUNCTION f() RETURNS SETOF int LANGUAGE sql ROWS 0 AS 'SELECT 1';

-- case: rows of one row
CREATE FUNCTION f() RETURNS int LANGUAGE sql ROWS 5 AS 'SELECT 1';

-- case: an option twice
CREATE FUNCTION f() RETURNS int LANGUAGE sql STABLE IMMUTABLE AS 'SELECT 1';

-- case: an option of functions given to a procedure
CREATE PROCEDURE p() LANGUAGE sql STRICT AS 'SELECT 1';

-- case: an option of functions set on a procedure
CREATE PROCEDURE p() LANGUAGE sql AS 'SELECT 1';
ALTER PROCEDURE p() IMMUTABLE;
