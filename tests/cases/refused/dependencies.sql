-- DROP … RESTRICT, and what may not go alone.

-- case: a table that a foreign key references
CREATE TABLE a (id int PRIMARY KEY);
CREATE TABLE b (a_id int REFERENCES a);
DROP TABLE a;

-- case: accepted: with CASCADE the foreign key goes
CREATE TABLE a (id int PRIMARY KEY);
CREATE TABLE b (a_id int REFERENCES a);
DROP TABLE a CASCADE;
ALTER TABLE b ADD CONSTRAINT b_a_id_fkey CHECK (a_id > 0);

-- case: accepted: both at once
CREATE TABLE a (id int PRIMARY KEY);
CREATE TABLE b (a_id int REFERENCES a);
DROP TABLE a, b;

-- case: a type that a column has
CREATE TYPE e AS ENUM ('a');
CREATE TABLE t (e e);
DROP TYPE e;

-- case: accepted: the column goes with its type
CREATE TYPE e AS ENUM ('a');
CREATE TABLE t (a int, e e);
DROP TYPE e CASCADE;
ALTER TABLE t ADD COLUMN e int;

-- case: a function that a trigger calls
CREATE TABLE t (a int);
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
CREATE TRIGGER g BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION f();
DROP FUNCTION f();

-- case: a function that a default calls
CREATE FUNCTION f() RETURNS int LANGUAGE sql AS 'SELECT 1';
CREATE TABLE t (a int DEFAULT f());
DROP FUNCTION f();

-- case: accepted: only the default goes
CREATE FUNCTION f() RETURNS int LANGUAGE sql AS 'SELECT 1';
CREATE TABLE t (a int DEFAULT f());
DROP FUNCTION f() CASCADE;
ALTER TABLE t ALTER COLUMN a SET DEFAULT 1;

-- case: a sequence that a default calls
CREATE TABLE t (id serial);
DROP SEQUENCE t_id_seq;

-- case: the sequence of an identity
CREATE TABLE t (id int GENERATED ALWAYS AS IDENTITY);
DROP SEQUENCE t_id_seq;

-- case: accepted: a serial column takes its sequence along
CREATE TABLE t (id serial, a int);
ALTER TABLE t DROP COLUMN id;
CREATE SEQUENCE t_id_seq;

-- case: the index of a constraint
CREATE TABLE t (id int PRIMARY KEY);
DROP INDEX t_pkey;

-- case: a primary key that a foreign key needs
CREATE TABLE a (id int PRIMARY KEY);
CREATE TABLE b (a_id int REFERENCES a);
ALTER TABLE a DROP CONSTRAINT a_pkey;

-- case: a schema that is not empty
CREATE SCHEMA s;
CREATE TABLE s.t (a int);
DROP SCHEMA s;

-- case: accepted: a schema with all that is in it
CREATE SCHEMA s;
CREATE TABLE s.t (a int);
DROP SCHEMA s CASCADE;
CREATE SCHEMA s;

-- case: a column that a generated column reads
CREATE TABLE t (a int, b int GENERATED ALWAYS AS (a * 2) STORED);
ALTER TABLE t DROP COLUMN a;

-- case: accepted: a column takes its indexes and checks along
CREATE TABLE t (a int CHECK (a > 0), b int);
CREATE INDEX i ON t (a);
ALTER TABLE t DROP COLUMN a;
CREATE INDEX i ON t (b);

-- case: a NOT NULL that the primary key needs
CREATE TABLE t (id int PRIMARY KEY);
ALTER TABLE t ALTER COLUMN id DROP NOT NULL;

-- case: a table that would inherit from its own child
CREATE TABLE a (x int);
CREATE TABLE b () INHERITS (a);
ALTER TABLE a INHERIT b;

-- case: a table attached below itself
CREATE TABLE a (x int) PARTITION BY LIST (x);
CREATE TABLE b PARTITION OF a FOR VALUES IN (1) PARTITION BY LIST (x);
ALTER TABLE b ATTACH PARTITION a FOR VALUES IN (2);
