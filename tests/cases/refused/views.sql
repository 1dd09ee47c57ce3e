-- What PostgreSQL refuses of views, materialized views and tables made from queries.

-- case: a column that is not there
CREATE TABLE t (a int);
CREATE VIEW v AS SELECT b FROM t;

-- case: a table that is not there
CREATE VIEW v AS SELECT 1 FROM nowhere;

-- case: two columns of one name
CREATE TABLE t (a int);
CREATE VIEW v AS SELECT a, a FROM t;

-- case: more names than columns
CREATE TABLE t (a int);
CREATE VIEW v (x, y) AS SELECT a FROM t;

-- case: a column of no type that a table could have
CREATE VIEW v AS SELECT row(1, 2) AS r;

-- case: rows changed in a view
CREATE TABLE t (a int);
CREATE VIEW v AS WITH gone AS (DELETE FROM t RETURNING a) SELECT * FROM gone;

-- case: a name that is taken
CREATE TABLE t (a int);
CREATE VIEW t AS SELECT 1 AS a;

-- case: a table cannot be replaced by a view
CREATE TABLE t (a int);
CREATE OR REPLACE VIEW t AS SELECT 1 AS a;

-- case: a replaced view keeps its columns
CREATE VIEW v AS SELECT 1 AS a, 2 AS b;
CREATE OR REPLACE VIEW v AS SELECT 1 AS a;

-- case: a replaced view keeps the names of its columns
CREATE VIEW v AS SELECT 1 AS a;
CREATE OR REPLACE VIEW v AS SELECT 1 AS b;

-- case: a replaced view keeps the types of its columns
CREATE VIEW v AS SELECT 1 AS a;
CREATE OR REPLACE VIEW v AS SELECT 'x'::text AS a;

-- case: a replaced view keeps the modifiers of its types
CREATE VIEW v AS SELECT 'x'::varchar(10) AS a;
CREATE OR REPLACE VIEW v AS SELECT 'x'::varchar(20) AS a;

-- case: a replaced view keeps the collations of its columns
CREATE VIEW v AS SELECT 'x'::text AS a;
CREATE OR REPLACE VIEW v AS SELECT 'x'::text COLLATE "C" AS a;

-- case: accepted: a replaced view gets columns at its end
CREATE VIEW v AS SELECT 1 AS a;
CREATE OR REPLACE VIEW v (a, b) AS SELECT 2, 'x'::text;

-- case: an option that views do not know
CREATE VIEW v WITH (fillfactor = 70) AS SELECT 1 AS a;

-- case: a value that the option does not take
CREATE VIEW v WITH (security_barrier = perhaps) AS SELECT 1 AS a;

-- case: a check option of another word
CREATE TABLE t (a int);
CREATE VIEW v WITH (check_option = 'global') AS SELECT a FROM t;

-- case: a table under a view
CREATE TABLE t (a int);
CREATE VIEW v AS SELECT a FROM t;
DROP TABLE t;

-- case: a column under a view
CREATE TABLE t (a int, b int);
CREATE VIEW v AS SELECT a FROM t WHERE b > 0;
ALTER TABLE t DROP COLUMN b;

-- case: accepted: a column that a star did not see
CREATE TABLE t (a int);
CREATE VIEW v AS SELECT * FROM t;
ALTER TABLE t ADD COLUMN b int;
ALTER TABLE t DROP COLUMN b;

-- case: a function under a view
CREATE FUNCTION f() RETURNS int LANGUAGE sql AS 'SELECT 1';
CREATE VIEW v AS SELECT f() AS a;
DROP FUNCTION f();

-- case: a type under a view
CREATE TYPE mood AS ENUM ('a');
CREATE VIEW v AS SELECT 'a'::mood AS a;
DROP TYPE mood;

-- case: a sequence under a view
CREATE SEQUENCE s;
CREATE VIEW v AS SELECT nextval('s') AS a;
DROP SEQUENCE s;

-- case: a view under a view
CREATE VIEW v AS SELECT 1 AS a;
CREATE VIEW w AS SELECT a FROM v;
DROP VIEW v;

-- case: a schema with a view in it
CREATE SCHEMA s;
CREATE VIEW s.v AS SELECT 1 AS a;
DROP SCHEMA s;

-- case: a view whose rows a function returns
CREATE VIEW v AS SELECT 1 AS a;
CREATE FUNCTION f() RETURNS SETOF v LANGUAGE sql AS 'SELECT 1';
DROP VIEW v;

-- case: the type of a column under a view
CREATE TABLE t (a int);
CREATE VIEW v AS SELECT a FROM t;
ALTER TABLE t ALTER COLUMN a TYPE bigint;

-- case: the type of a column that a view only filters by
CREATE TABLE t (a int, b int);
CREATE VIEW v AS SELECT a FROM t WHERE b = 1;
ALTER TABLE t ALTER COLUMN b TYPE bigint;

-- case: the primary key that a view groups by
CREATE TABLE t (id int PRIMARY KEY, a int);
CREATE VIEW v AS SELECT id, a, count(*) FROM t GROUP BY id;
ALTER TABLE t DROP CONSTRAINT t_pkey;

-- case: accepted: the primary key is dropped with the view
CREATE TABLE t (id int PRIMARY KEY, a int);
CREATE VIEW v AS SELECT id, a, count(*) FROM t GROUP BY id;
ALTER TABLE t DROP CONSTRAINT t_pkey CASCADE;
CREATE TABLE v (a int);

-- case: a view is no table to drop
CREATE VIEW v AS SELECT 1 AS a;
DROP TABLE v;

-- case: a table is no view to drop
CREATE TABLE t (a int);
DROP VIEW t;

-- case: a view is no materialized view to drop
CREATE VIEW v AS SELECT 1 AS a;
DROP MATERIALIZED VIEW v;

-- case: a table is no view to alter
CREATE TABLE t (a int);
ALTER VIEW t SET (security_barrier = true);

-- case: a table is no view to rename
CREATE TABLE t (a int);
ALTER VIEW t RENAME TO u;

-- case: accepted: the column of a table is renamed as one of a view
CREATE TABLE t (a int);
ALTER VIEW t RENAME COLUMN a TO b;
ALTER TABLE t DROP COLUMN b;

-- case: accepted: a view is altered as a table
CREATE SCHEMA s;
CREATE VIEW v AS SELECT 1 AS a;
ALTER TABLE v RENAME COLUMN a TO b;
ALTER TABLE v ALTER COLUMN b SET DEFAULT 1;
ALTER TABLE v RENAME TO w;
ALTER TABLE w SET SCHEMA s;
DROP VIEW s.w;

-- case: a view takes no column
CREATE VIEW v AS SELECT 1 AS a;
ALTER TABLE v ADD COLUMN b int;

-- case: a view loses no column
CREATE VIEW v AS SELECT 1 AS a;
ALTER TABLE v DROP COLUMN a;

-- case: a view has no constraints
CREATE VIEW v AS SELECT 1 AS a;
ALTER TABLE v ADD CONSTRAINT c CHECK (a > 0);

-- case: a view has no NOT NULL
CREATE VIEW v AS SELECT 1 AS a;
ALTER TABLE v ALTER COLUMN a SET NOT NULL;

-- case: a materialized view has no defaults
CREATE MATERIALIZED VIEW v AS SELECT 1 AS a;
ALTER MATERIALIZED VIEW v ALTER COLUMN a SET DEFAULT 1;

-- case: an unknown option set later
CREATE VIEW v AS SELECT 1 AS a;
ALTER VIEW v SET (fillfactor = 70);

-- case: a view has no index
CREATE VIEW v AS SELECT 1 AS a;
CREATE INDEX ON v (a);

-- case: a view has no primary key to refer to
CREATE VIEW v AS SELECT 1 AS a;
CREATE TABLE t (a int REFERENCES v (a));

-- case: nothing inherits from a view
CREATE VIEW v AS SELECT 1 AS a;
CREATE TABLE t () INHERITS (v);

-- case: a view has no policies
CREATE VIEW v AS SELECT 1 AS a;
CREATE POLICY p ON v USING (true);

-- case: a view has no row triggers before or after
CREATE VIEW v AS SELECT 1 AS a;
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
CREATE TRIGGER tr BEFORE INSERT ON v FOR EACH ROW EXECUTE FUNCTION f();

-- case: a table has no triggers instead of
CREATE TABLE t (a int);
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
CREATE TRIGGER tr INSTEAD OF INSERT ON t FOR EACH ROW EXECUTE FUNCTION f();

-- case: triggers instead of are for rows
CREATE VIEW v AS SELECT 1 AS a;
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
CREATE TRIGGER tr INSTEAD OF INSERT ON v FOR EACH STATEMENT EXECUTE FUNCTION f();

-- case: triggers instead of have no condition
CREATE VIEW v AS SELECT 1 AS a;
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
CREATE TRIGGER tr INSTEAD OF INSERT ON v FOR EACH ROW WHEN (new.a > 0) EXECUTE FUNCTION f();

-- case: triggers instead of have no columns
CREATE VIEW v AS SELECT 1 AS a;
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
CREATE TRIGGER tr INSTEAD OF UPDATE OF a ON v FOR EACH ROW EXECUTE FUNCTION f();

-- case: a view is not truncated
CREATE VIEW v AS SELECT 1 AS a;
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
CREATE TRIGGER tr BEFORE TRUNCATE ON v FOR EACH STATEMENT EXECUTE FUNCTION f();

-- case: a materialized view has no triggers
CREATE MATERIALIZED VIEW v AS SELECT 1 AS a;
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
CREATE TRIGGER tr AFTER INSERT ON v FOR EACH STATEMENT EXECUTE FUNCTION f();

-- case: a view has no comment as a table
CREATE VIEW v AS SELECT 1 AS a;
COMMENT ON TABLE v IS 'x';

-- case: a view is not refreshed
CREATE VIEW v AS SELECT 1 AS a;
REFRESH MATERIALIZED VIEW v;

-- case: a table is not refreshed
CREATE TABLE t (a int);
REFRESH MATERIALIZED VIEW t;

-- case: refreshing concurrently needs a unique index
CREATE MATERIALIZED VIEW v AS SELECT 1 AS a;
CREATE INDEX ON v (a);
REFRESH MATERIALIZED VIEW CONCURRENTLY v;

-- case: refreshing concurrently needs rows
CREATE MATERIALIZED VIEW v AS SELECT 1 AS a WITH NO DATA;
CREATE UNIQUE INDEX ON v (a);
REFRESH MATERIALIZED VIEW CONCURRENTLY v;

-- case: refreshing concurrently leaves rows
CREATE MATERIALIZED VIEW v AS SELECT 1 AS a;
CREATE UNIQUE INDEX ON v (a);
REFRESH MATERIALIZED VIEW CONCURRENTLY v WITH NO DATA;

-- case: a materialized view of a temporary table
CREATE TEMP TABLE t (a int);
CREATE MATERIALIZED VIEW v AS SELECT a FROM t;

-- case: a view of a temporary table is temporary
CREATE TEMP TABLE t (a int);
CREATE VIEW public.v AS SELECT a FROM t;

-- case: accepted: a view of a temporary table goes with the session
CREATE TEMP TABLE t (a int);
CREATE VIEW v AS SELECT a FROM t;
CREATE TABLE v (a int);

-- case: a temporary view in a schema
CREATE TEMP VIEW public.v AS SELECT 1 AS a;

-- case: an unlogged materialized view
CREATE UNLOGGED MATERIALIZED VIEW v AS SELECT 1 AS a;

-- case: a materialized view that is there
CREATE MATERIALIZED VIEW v AS SELECT 1 AS a;
CREATE MATERIALIZED VIEW v AS SELECT 2 AS a;

-- case: too many names for a materialized view
CREATE MATERIALIZED VIEW v (a, b) AS SELECT 1;

-- case: too many names for a table
CREATE TABLE t (a, b) AS SELECT 1;

-- case: a table made from a query that is there
CREATE TABLE t (a int);
CREATE TABLE t AS SELECT 1 AS a;

-- case: the query counts even when the table is there
CREATE TABLE t (a int);
CREATE TABLE IF NOT EXISTS t AS SELECT nothing FROM t;

-- case: into a table that is there
CREATE TABLE t (a int);
SELECT a INTO t FROM t;

-- case: into with a wrong query
SELECT nothing INTO t;

-- case: a column of a view is granted by its name
CREATE VIEW v AS SELECT 1 AS a;
GRANT SELECT (b) ON v TO PUBLIC;

-- case: a constraint under a view by name
CREATE TABLE t (a int NOT NULL);
ALTER TABLE t ADD CONSTRAINT k PRIMARY KEY (a);
CREATE VIEW v AS SELECT a, t.* FROM t GROUP BY t.a;

-- case: a column of a view that another view reads
CREATE VIEW v AS SELECT 1 AS a;
CREATE VIEW w AS SELECT a FROM v;
ALTER VIEW v RENAME COLUMN b TO c;

-- case: a constant of no type grows no type later
CREATE VIEW v AS SELECT NULL AS a;
CREATE OR REPLACE VIEW v AS SELECT 1 AS a;

-- case: a check option where rows cannot be changed
CREATE VIEW v AS SELECT 1 AS a WITH CHECK OPTION;

-- case: a check option over an aggregate
CREATE TABLE t (a int);
CREATE VIEW v AS SELECT max(a) AS a FROM t WITH LOCAL CHECK OPTION;

-- case: a check option over a set
CREATE TABLE t (a int);
CREATE VIEW v AS SELECT a, generate_series(1, a) FROM t WITH LOCAL CHECK OPTION;

-- case: a check option over two tables
CREATE TABLE t (a int);
CREATE VIEW v AS SELECT t.a FROM t, t u WITH LOCAL CHECK OPTION;

-- case: a check option over a limit
CREATE TABLE t (a int);
CREATE VIEW v WITH (check_option = local) AS SELECT a FROM t LIMIT 1;

-- case: a check option where no column is one of the table
CREATE TABLE t (a int);
CREATE VIEW v AS SELECT a + 1 AS a FROM t WITH CHECK OPTION;

-- case: accepted: a check option over a view
CREATE TABLE t (a int);
CREATE VIEW v AS SELECT a FROM t WHERE a > 0;
CREATE VIEW w AS SELECT a, a + 1 AS b FROM v WHERE a < 10 WITH CASCADED CHECK OPTION;

-- case: a collation that a view names
CREATE COLLATION k (provider = libc, locale = 'C');
CREATE VIEW v AS SELECT 'a' COLLATE k AS a;
DROP COLLATION k;

-- case: the type of a column whose child a view reads
CREATE TABLE t (a int);
CREATE TABLE c () INHERITS (t);
CREATE VIEW v AS SELECT a FROM c;
ALTER TABLE t ALTER COLUMN a TYPE bigint;
