-- What partitions, children and typed tables share with others stays what it is for all.

-- case: a column of a partition
CREATE TABLE t (a integer) PARTITION BY LIST (a);
CREATE TABLE t_1 PARTITION OF t FOR VALUES IN (1);
ALTER TABLE t_1 ADD COLUMN b integer;

-- case: a column of the parent only
CREATE TABLE t (a integer);
CREATE TABLE u () INHERITS (t);
ALTER TABLE ONLY t ADD COLUMN b integer;

-- case: a column of the key dropped
CREATE TABLE t (a integer, b integer) PARTITION BY LIST (a);
ALTER TABLE t DROP COLUMN a;

-- case: another type for a column of the key
CREATE TABLE t (a integer, b integer) PARTITION BY RANGE ((a + b));
ALTER TABLE t ALTER COLUMN b TYPE bigint;

-- case: another type for an inherited column
CREATE TABLE t (a integer);
CREATE TABLE u () INHERITS (t);
ALTER TABLE u ALTER COLUMN a TYPE bigint;

-- case: another type for the parent only
CREATE TABLE t (a integer);
CREATE TABLE u () INHERITS (t);
ALTER TABLE ONLY t ALTER COLUMN a TYPE bigint;

-- case: a check of the parent only
CREATE TABLE t (a integer);
CREATE TABLE u () INHERITS (t);
ALTER TABLE ONLY t ADD CHECK (a > 0);

-- case: a check that the parent has too
CREATE TABLE t (a integer, CONSTRAINT positive CHECK (a > 0)) PARTITION BY LIST (a);
CREATE TABLE t_1 PARTITION OF t (CONSTRAINT positive CHECK (a > 0)) FOR VALUES IN (1);
ALTER TABLE t_1 DROP CONSTRAINT positive;

-- case: the name of a check that the parent has
CREATE TABLE t (a integer, CONSTRAINT positive CHECK (a > 0));
CREATE TABLE u () INHERITS (t);
ALTER TABLE u RENAME CONSTRAINT positive TO above;

-- case: the name of the parent's column only
CREATE TABLE t (a integer);
CREATE TABLE u () INHERITS (t);
ALTER TABLE ONLY t RENAME COLUMN a TO b;

-- case: null in a partition
CREATE TABLE t (a integer NOT NULL) PARTITION BY LIST (a);
CREATE TABLE t_1 PARTITION OF t FOR VALUES IN (1);
ALTER TABLE t_1 ALTER COLUMN a DROP NOT NULL;

-- case: a typed table
CREATE TYPE pair AS (a integer, b integer);
CREATE TABLE t OF pair;
ALTER TABLE t ADD COLUMN c integer;

-- case: a typed table's column
CREATE TYPE pair AS (a integer, b integer);
CREATE TABLE t OF pair;
ALTER TABLE t RENAME COLUMN a TO c;

-- case: a row with itself in it
CREATE TABLE t (a integer);
ALTER TABLE t ADD COLUMN b t[];

-- case: a row that another table stores
CREATE TABLE t (a integer);
CREATE TABLE u (row t);
ALTER TABLE t ALTER COLUMN a TYPE bigint;

-- case: an identity where nulls may be
CREATE TABLE t (a integer);
ALTER TABLE t ALTER COLUMN a ADD GENERATED ALWAYS AS IDENTITY;

-- case: an identity that becomes text
CREATE TABLE t (a integer GENERATED ALWAYS AS IDENTITY);
ALTER TABLE t ALTER COLUMN a TYPE text;

-- case: default and identity
CREATE TABLE t (a integer DEFAULT 1 GENERATED ALWAYS AS IDENTITY);

-- case: serial and generated
CREATE TABLE t (a integer, b serial GENERATED ALWAYS AS (a) STORED);

-- case: a second default
CREATE TABLE t (a integer DEFAULT 1 DEFAULT 2);

-- case: a partition that a key looks into
CREATE TABLE t (a integer PRIMARY KEY) PARTITION BY LIST (a);
CREATE TABLE t_1 PARTITION OF t FOR VALUES IN (1);
CREATE TABLE u (a integer REFERENCES t);
DROP TABLE t_1;

-- case: a system column's name
CREATE TABLE t (xmin integer);

-- case: what is on a partitioned table only
CREATE TABLE t (a integer) PARTITION BY LIST (a);
CREATE TABLE parent (a integer);
ALTER TABLE t INHERIT parent;

-- case: a unique index without the key
CREATE TABLE t (a integer, b integer) PARTITION BY LIST (a);
CREATE UNIQUE INDEX ON t (b);

-- case: unique over an expression as key
CREATE TABLE t (a integer PRIMARY KEY, b integer) PARTITION BY RANGE ((a + b));

-- case: ON COMMIT of a table that stays
CREATE TABLE t (a integer) ON COMMIT DROP;

-- case: a parameter that there is not
CREATE TABLE t (a integer) WITH (filfactor = 70);

-- case: a parameter out of its bounds
CREATE TABLE t (a integer);
ALTER TABLE t SET (fillfactor = 101);

-- case: accepted: parameters
CREATE TABLE t (a text) WITH (fillfactor = 70, autovacuum_enabled = off, toast.autovacuum_enabled = off, parallel_workers = 4);
CREATE INDEX ON t USING gin (to_tsvector('english', a)) WITH (fastupdate = off, gin_pending_list_limit = 128);
CREATE INDEX ON t (a) WITH (fillfactor = 90, deduplicate_items = off);
ALTER TABLE t SET (autovacuum_vacuum_scale_factor = 0.05, autovacuum_vacuum_cost_delay = 10, log_autovacuum_min_duration = 0);

-- case: a parameter of another access method
CREATE TABLE t (a integer);
CREATE INDEX ON t USING brin (a) WITH (fillfactor = 70);

-- case: a unique hash
CREATE TABLE t (a integer);
CREATE UNIQUE INDEX ON t USING hash (a);

-- case: a hash of two columns
CREATE TABLE t (a integer, b integer);
CREATE INDEX ON t USING hash (a, b);

-- case: a descending gist
CREATE TABLE t (a point);
CREATE INDEX ON t USING gist (a DESC);

-- case: an index on a system column
CREATE TABLE t (a integer);
CREATE INDEX ON t (ctid);

-- case: a key of a partial index
CREATE TABLE t (a integer NOT NULL);
CREATE UNIQUE INDEX i ON t (a) WHERE a > 0;
ALTER TABLE t ADD PRIMARY KEY USING INDEX i;

-- case: a key of an index that is one already
CREATE TABLE t (a integer CONSTRAINT i PRIMARY KEY);
ALTER TABLE t ADD UNIQUE USING INDEX i;

-- case: START below the least value
CREATE SEQUENCE s START 0;

-- case: START above the greatest value
CREATE SEQUENCE s INCREMENT BY -1 START 10;

-- case: no cache
CREATE SEQUENCE s CACHE 0;

-- case: a greatest value that the type has not
CREATE SEQUENCE s AS smallint MAXVALUE 100000;

-- case: RESTART out of its bounds
CREATE SEQUENCE s MAXVALUE 10;
ALTER SEQUENCE s RESTART WITH 11;

-- case: a sequence that a column owns
CREATE SCHEMA app;
CREATE TABLE t (a serial);
ALTER SEQUENCE t_a_seq SET SCHEMA app;

-- case: a domain that is null and not
CREATE DOMAIN d AS integer NOT NULL NULL;

-- case: a domain of anything
CREATE DOMAIN d AS anyelement;

-- case: a domain with two defaults
CREATE DOMAIN d AS integer DEFAULT 1 DEFAULT 2;

-- case: the name of another policy
CREATE TABLE t (a integer);
CREATE POLICY p ON t;
CREATE POLICY q ON t;
ALTER POLICY p ON t RENAME TO q;
