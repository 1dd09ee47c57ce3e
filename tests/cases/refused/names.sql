-- Names that are taken, missing, or of the wrong kind.

-- case: a table created twice
CREATE TABLE t (id int);
CREATE TABLE t (id int);

-- case: a table named like an index
CREATE TABLE t (id int);
CREATE INDEX i ON t (id);
CREATE TABLE i (id int);

-- case: a type and a table share their names
CREATE TYPE mood AS ENUM ('a');
CREATE TABLE mood (id int);

-- case: an unknown type
CREATE TABLE t (id inte);

-- case: an unknown type in an unknown schema
CREATE TABLE t (id s.x);

-- case: a column twice
CREATE TABLE t (a int, b int, a text);

-- case: a column added twice
CREATE TABLE t (a int);
ALTER TABLE t ADD COLUMN a text;

-- case: an unknown column dropped
CREATE TABLE t (a int);
ALTER TABLE t DROP COLUMN b;

-- case: an unknown table altered
ALTER TABLE t ADD COLUMN b int;

-- case: an index on an unknown column
CREATE TABLE t (a int);
CREATE INDEX ON t (b);

-- case: an index name that is taken
CREATE TABLE t (a int);
CREATE INDEX i ON t (a);
CREATE INDEX i ON t (a);

-- case: an unknown schema
CREATE TABLE nowhere.t (a int);

-- case: a schema twice
CREATE SCHEMA s;
CREATE SCHEMA s;

-- case: an enum twice
CREATE TYPE e AS ENUM ('a');
CREATE TYPE e AS ENUM ('b');

-- case: an enum label twice
CREATE TYPE e AS ENUM ('a', 'a');

-- case: an unknown label as a neighbour
CREATE TYPE e AS ENUM ('a');
ALTER TYPE e ADD VALUE 'b' AFTER 'x';

-- case: a constraint name twice on one table
CREATE TABLE t (a int CONSTRAINT c CHECK (a > 0), CONSTRAINT c CHECK (a < 9));

-- case: an unknown constraint dropped
CREATE TABLE t (a int);
ALTER TABLE t DROP CONSTRAINT c;

-- case: a function twice
CREATE FUNCTION f(a int) RETURNS int LANGUAGE sql AS 'SELECT 1';
CREATE FUNCTION f(b int) RETURNS int LANGUAGE sql AS 'SELECT 1';

-- case: a function replaced with another result
CREATE FUNCTION f(a int) RETURNS int LANGUAGE sql AS 'SELECT 1';
CREATE OR REPLACE FUNCTION f(a int) RETURNS bigint LANGUAGE sql AS 'SELECT 1::bigint';

-- case: a function replaced with another parameter name
CREATE FUNCTION f(a int) RETURNS int LANGUAGE sql AS 'SELECT 1';
CREATE OR REPLACE FUNCTION f(b int) RETURNS int LANGUAGE sql AS 'SELECT 1';

-- case: an unknown function dropped
DROP FUNCTION f(int);

-- case: a function name that is not unique
CREATE FUNCTION f(a int) RETURNS int LANGUAGE sql AS 'SELECT 1';
CREATE FUNCTION f(a text) RETURNS int LANGUAGE sql AS 'SELECT 1';
DROP FUNCTION f;

-- case: a trigger twice
CREATE TABLE t (a int);
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
CREATE TRIGGER g BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION f();
CREATE TRIGGER g BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION f();

-- case: a trigger with an unknown function
CREATE TABLE t (a int);
CREATE TRIGGER g BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION f();

-- case: a trigger whose function returns something else
CREATE TABLE t (a int);
CREATE FUNCTION f() RETURNS int LANGUAGE sql AS 'SELECT 1';
CREATE TRIGGER g BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION f();

-- case: a trigger on an unknown column
CREATE TABLE t (a int);
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
CREATE TRIGGER g BEFORE UPDATE OF b ON t FOR EACH ROW EXECUTE FUNCTION f();

-- case: a comment on an unknown column
CREATE TABLE t (a int);
COMMENT ON COLUMN t.b IS 'x';

-- case: an unknown column in a check
CREATE TABLE t (a int, CHECK (b > 0));

-- case: an unknown column in an index predicate
CREATE TABLE t (a int);
CREATE INDEX ON t (a) WHERE b > 0;

-- case: accepted: everything that IF [NOT] EXISTS forgives
CREATE TABLE IF NOT EXISTS t (a int);
CREATE TABLE IF NOT EXISTS t (b int);
CREATE INDEX IF NOT EXISTS i ON t (a);
CREATE INDEX IF NOT EXISTS i ON t (a);
ALTER TABLE t ADD COLUMN IF NOT EXISTS a int;
ALTER TABLE t DROP COLUMN IF EXISTS z;
ALTER TABLE IF EXISTS nothing ADD COLUMN a int;
DROP TABLE IF EXISTS nothing;
DROP TYPE IF EXISTS nothing;
DROP FUNCTION IF EXISTS nothing(int);
DROP TRIGGER IF EXISTS nothing ON t;
DROP SCHEMA IF EXISTS nothing;
DROP INDEX IF EXISTS nothing;

-- case: a table renamed to a name that is taken
CREATE TABLE a (x int);
CREATE TABLE b (x int);
ALTER TABLE a RENAME TO b;

-- case: a column renamed to a name that is taken
CREATE TABLE a (x int, y int);
ALTER TABLE a RENAME COLUMN x TO y;

-- case: an unknown column renamed
CREATE TABLE a (x int);
ALTER TABLE a RENAME COLUMN z TO y;

-- case: a table moved to an unknown schema
CREATE TABLE a (x int);
ALTER TABLE a SET SCHEMA nowhere;

-- case: a view's words for a table
CREATE TABLE a (x int);
DROP VIEW a;

-- case: a domain twice
CREATE DOMAIN d AS int;
CREATE DOMAIN d AS text;

-- case: an unknown sequence altered
ALTER SEQUENCE nothing INCREMENT 2;

-- case: a savepoint that is not there
BEGIN;
ROLLBACK TO s;

-- case: a default that is not an expression of columns
CREATE TABLE t (a int, b int DEFAULT a);

-- case: a policy on an unknown table
CREATE POLICY p ON nothing USING (true);

-- case: an extension twice
CREATE EXTENSION citext;
CREATE EXTENSION citext;

-- case: accepted: a type of an extension
CREATE EXTENSION citext;
CREATE TABLE t (a citext);

-- case: a type whose extension was not created
CREATE TABLE t (a citext);
