-- case: the name is taken
CREATE PUBLICATION p;
CREATE PUBLICATION p;

-- case: an unknown parameter
CREATE PUBLICATION p WITH (foo);

-- case: a parameter twice
CREATE PUBLICATION p WITH (publish = 'insert', publish = 'update');

-- case: an unknown action
CREATE PUBLICATION p WITH (publish = 'cluster, vacuum');

-- case: a list that is none
CREATE PUBLICATION p WITH (publish = 'insert update');

-- case: yes or no
CREATE PUBLICATION p WITH (publish_via_partition_root = 'maybe');

-- case: a table that is not there
CREATE PUBLICATION p FOR TABLE t;

-- case: a view
CREATE VIEW v AS SELECT 1 AS a;
CREATE PUBLICATION p FOR TABLE v;

-- case: an unlogged table
CREATE UNLOGGED TABLE t (a int);
CREATE PUBLICATION p FOR TABLE t;

-- case: a table becomes unlogged
CREATE TABLE t (a int);
CREATE PUBLICATION p FOR TABLE t;
ALTER TABLE t SET UNLOGGED;

-- case: a schema that is not there
CREATE PUBLICATION p FOR TABLES IN SCHEMA s;

-- case: an unknown column
CREATE TABLE t (a int);
CREATE PUBLICATION p FOR TABLE t (b);

-- case: a system column
CREATE TABLE t (a int);
CREATE PUBLICATION p FOR TABLE t (ctid);

-- case: a column twice
CREATE TABLE t (a int);
CREATE PUBLICATION p FOR TABLE t (a, a);

-- case: a generated column
CREATE TABLE t (a int, b int GENERATED ALWAYS AS (a + 1) STORED);
CREATE PUBLICATION p FOR TABLE t (a, b);

-- case: a table twice, with a condition
CREATE TABLE t (a int);
CREATE PUBLICATION p FOR TABLE t, t WHERE (a > 1);

-- case: a table twice, with columns
CREATE TABLE t (a int);
CREATE PUBLICATION p FOR TABLE t (a), t;

-- case: a condition without its column
CREATE TABLE t (a int);
CREATE PUBLICATION p FOR TABLE t WHERE (b > 1);

-- case: a condition that calls a function of the schema
CREATE FUNCTION f(int) RETURNS boolean LANGUAGE sql IMMUTABLE AS 'SELECT true';
CREATE TABLE t (a int);
CREATE PUBLICATION p FOR TABLE t WHERE (f(a));

-- case: columns beside a schema
CREATE SCHEMA s;
CREATE TABLE t (a int);
CREATE PUBLICATION p FOR TABLE t (a), TABLES IN SCHEMA s;

-- case: columns are added beside a schema
CREATE SCHEMA s;
CREATE TABLE t (a int);
CREATE PUBLICATION p FOR TABLES IN SCHEMA s;
ALTER PUBLICATION p ADD TABLE t (a);

-- case: a schema is added beside columns
CREATE SCHEMA s;
CREATE TABLE t (a int);
CREATE PUBLICATION p FOR TABLE t (a);
ALTER PUBLICATION p ADD TABLES IN SCHEMA s;

-- case: a table that is a member already
CREATE TABLE t (a int);
CREATE PUBLICATION p FOR TABLE t;
ALTER PUBLICATION p ADD TABLE t;

-- case: a schema that is a member already
CREATE SCHEMA s;
CREATE PUBLICATION p FOR TABLES IN SCHEMA s;
ALTER PUBLICATION p ADD TABLES IN SCHEMA s;

-- case: a table that is no member
CREATE TABLE t (a int);
CREATE PUBLICATION p;
ALTER PUBLICATION p DROP TABLE t;

-- case: a schema that is no member
CREATE SCHEMA s;
CREATE PUBLICATION p;
ALTER PUBLICATION p DROP TABLES IN SCHEMA s;

-- case: a table removed by its columns
CREATE TABLE t (a int);
CREATE PUBLICATION p FOR TABLE t;
ALTER PUBLICATION p DROP TABLE t (a);

-- case: a table removed under a condition
CREATE TABLE t (a int);
CREATE PUBLICATION p FOR TABLE t;
ALTER PUBLICATION p DROP TABLE t WHERE (a > 1);

-- case: tables of a publication of all
CREATE TABLE t (a int);
CREATE PUBLICATION p FOR ALL TABLES;
ALTER PUBLICATION p ADD TABLE t;

-- case: a column that is published
CREATE TABLE t (a int, b int);
CREATE PUBLICATION p FOR TABLE t (a);
ALTER TABLE t DROP COLUMN a;

-- case: a column that a condition asks for
CREATE TABLE t (a int, b int);
CREATE PUBLICATION p FOR TABLE t WHERE (a > 1);
ALTER TABLE t DROP COLUMN a;

-- case: none to alter
ALTER PUBLICATION p ADD TABLE t;

-- case: none to rename
ALTER PUBLICATION p RENAME TO q;

-- case: none to drop
DROP PUBLICATION p;

-- case: a new name that is taken
CREATE PUBLICATION p;
CREATE PUBLICATION q;
ALTER PUBLICATION p RENAME TO q;

-- case: accepted: another column goes, and the table
CREATE TABLE t (a int, b int);
CREATE PUBLICATION p FOR TABLE t (a);
ALTER TABLE t DROP COLUMN b;
DROP TABLE t;
