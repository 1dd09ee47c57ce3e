-- case: a body names a column that is not there
CREATE TABLE t (a int);
CREATE FUNCTION f() RETURNS int RETURN (SELECT b FROM t);

-- case: a body calls a function that is not there
CREATE FUNCTION f() RETURNS int BEGIN ATOMIC SELECT g(1); END;

-- case: a body names a table that is not there
CREATE FUNCTION f() RETURNS int
BEGIN ATOMIC
    SELECT 1;
    SELECT a FROM missing;
END;

-- case: a table that a body reads is dropped
CREATE TABLE t (a int);
CREATE FUNCTION f() RETURNS int RETURN (SELECT a FROM t);
DROP TABLE t;

-- case: a column that a body reads is dropped
CREATE TABLE t (a int, b int);
CREATE FUNCTION f() RETURNS int BEGIN ATOMIC SELECT a FROM t; END;
ALTER TABLE t DROP COLUMN a;

-- case: a parameter that is not there
CREATE FUNCTION f(int) RETURNS int RETURN $2;
