-- One example, or more, of every command of PostgreSQL's manual (Reference, SQL Commands): the last statement of each
-- block is the example, those before it are what it stands on. `docs/statements.md` is made from what becomes of it.
--
-- `-- server: autocommit` runs the block outside of a transaction, in a database of its own;
-- `-- server: no, because …` runs it nowhere but in the replay.

-- command: ABORT
-- server: autocommit
BEGIN;
ABORT;

-- command: ALTER AGGREGATE
CREATE AGGREGATE total (integer) (SFUNC = int4pl, STYPE = integer);
ALTER AGGREGATE total (integer) RENAME TO total_of_all;

-- command: ALTER COLLATION
CREATE COLLATION german (LOCALE = 'C');
ALTER COLLATION german RENAME TO deutsch;

-- command: ALTER CONVERSION
CREATE CONVERSION latin FOR 'LATIN1' TO 'UTF8' FROM iso8859_1_to_utf8;
ALTER CONVERSION latin RENAME TO latin1_to_utf8;

-- command: ALTER DATABASE
ALTER DATABASE template1 SET work_mem = '8MB';

-- command: ALTER DEFAULT PRIVILEGES
ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT SELECT ON TABLES TO PUBLIC;

-- command: ALTER DEFAULT PRIVILEGES
-- server: no, because it needs PostgreSQL 18
ALTER DEFAULT PRIVILEGES GRANT SELECT ON LARGE OBJECTS TO PUBLIC;

-- command: ALTER DOMAIN
CREATE DOMAIN email AS text;
ALTER DOMAIN email ADD CONSTRAINT has_at CHECK (VALUE LIKE '%@%');

-- command: ALTER EVENT TRIGGER
CREATE FUNCTION noted() RETURNS event_trigger LANGUAGE plpgsql AS $$ BEGIN END $$;
CREATE EVENT TRIGGER watch ON ddl_command_end EXECUTE FUNCTION noted();
ALTER EVENT TRIGGER watch DISABLE;

-- command: ALTER EXTENSION
-- server: no, because a server may lack the extension
CREATE EXTENSION citext;
CREATE SCHEMA extensions;
ALTER EXTENSION citext SET SCHEMA extensions;

-- command: ALTER EXTENSION
-- server: no, because a server may lack the extension
CREATE EXTENSION citext;
ALTER EXTENSION citext UPDATE;

-- command: ALTER EXTENSION
-- server: no, because a server may lack the extension
CREATE EXTENSION citext;
CREATE TABLE t (a integer);
ALTER EXTENSION citext ADD TABLE t;

-- command: ALTER FOREIGN DATA WRAPPER
CREATE FOREIGN DATA WRAPPER files;
ALTER FOREIGN DATA WRAPPER files OPTIONS (ADD debug 'true');

-- command: ALTER FOREIGN TABLE
CREATE FOREIGN DATA WRAPPER files;
CREATE SERVER disk FOREIGN DATA WRAPPER files;
CREATE FOREIGN TABLE lines (line text) SERVER disk;
ALTER FOREIGN TABLE lines ADD COLUMN number integer;

-- command: ALTER FUNCTION
CREATE FUNCTION one() RETURNS integer LANGUAGE sql AS 'SELECT 1';
ALTER FUNCTION one() IMMUTABLE;

-- command: ALTER GROUP
CREATE GROUP staff;
CREATE USER anna;
ALTER GROUP staff ADD USER anna;

-- command: ALTER INDEX
CREATE TABLE t (a integer);
CREATE INDEX i ON t (a);
ALTER INDEX i SET (fillfactor = 70);

-- command: ALTER LANGUAGE
CREATE LANGUAGE plother HANDLER plpgsql_call_handler;
ALTER LANGUAGE plother RENAME TO plsame;

-- command: ALTER LARGE OBJECT
SELECT lo_create(424242);
ALTER LARGE OBJECT 424242 OWNER TO CURRENT_USER;

-- command: ALTER MATERIALIZED VIEW
CREATE TABLE t (a integer);
CREATE MATERIALIZED VIEW m AS SELECT a FROM t;
ALTER MATERIALIZED VIEW m RENAME COLUMN a TO b;

-- command: ALTER OPERATOR
CREATE FUNCTION alike(text, text) RETURNS boolean IMMUTABLE LANGUAGE sql AS 'SELECT lower($1) = lower($2)';
CREATE OPERATOR === (LEFTARG = text, RIGHTARG = text, FUNCTION = alike);
ALTER OPERATOR === (text, text) SET (RESTRICT = eqsel);

-- command: ALTER OPERATOR CLASS
CREATE OPERATOR CLASS by_hash FOR TYPE integer USING hash AS OPERATOR 1 =, FUNCTION 1 hashint4(integer);
ALTER OPERATOR CLASS by_hash USING hash RENAME TO hashed;

-- command: ALTER OPERATOR FAMILY
CREATE OPERATOR FAMILY numbers USING btree;
ALTER OPERATOR FAMILY numbers USING btree ADD OPERATOR 1 < (integer, bigint);

-- command: ALTER POLICY
CREATE TABLE t (a integer);
CREATE POLICY own ON t USING (a > 0);
ALTER POLICY own ON t USING (a > 1);

-- command: ALTER PROCEDURE
CREATE PROCEDURE nothing() LANGUAGE sql AS '';
ALTER PROCEDURE nothing() SECURITY DEFINER;

-- command: ALTER PUBLICATION
CREATE TABLE t (a integer);
CREATE PUBLICATION news;
ALTER PUBLICATION news ADD TABLE t;

-- command: ALTER ROLE
CREATE ROLE staff;
ALTER ROLE staff SET work_mem = '8MB';

-- command: ALTER ROUTINE
CREATE FUNCTION one() RETURNS integer LANGUAGE sql AS 'SELECT 1';
ALTER ROUTINE one() STABLE;

-- command: ALTER RULE
CREATE TABLE t (a integer);
CREATE RULE quiet AS ON INSERT TO t DO ALSO NOTIFY t;
ALTER RULE quiet ON t RENAME TO told;

-- command: ALTER SCHEMA
CREATE SCHEMA shop;
ALTER SCHEMA shop RENAME TO store;

-- command: ALTER SEQUENCE
CREATE SEQUENCE s;
ALTER SEQUENCE s INCREMENT BY 10;

-- command: ALTER SERVER
CREATE FOREIGN DATA WRAPPER files;
CREATE SERVER disk FOREIGN DATA WRAPPER files;
ALTER SERVER disk VERSION '2';

-- command: ALTER STATISTICS
CREATE TABLE t (a integer, b integer);
CREATE STATISTICS together ON a, b FROM t;
ALTER STATISTICS together SET STATISTICS 500;

-- command: ALTER SUBSCRIPTION
CREATE SUBSCRIPTION news CONNECTION 'dbname=other' PUBLICATION news WITH (connect = false, slot_name = NONE);
ALTER SUBSCRIPTION news SET (binary = true);

-- command: ALTER SYSTEM
-- server: autocommit
ALTER SYSTEM SET work_mem = '8MB';

-- command: ALTER TABLE
CREATE TABLE t (a integer);
ALTER TABLE t ADD COLUMN b text DEFAULT 'x' NOT NULL;

-- command: ALTER TABLE
CREATE TABLE t (a integer) PARTITION BY LIST (a);
CREATE TABLE t1 (a integer);
ALTER TABLE t ATTACH PARTITION t1 FOR VALUES IN (1);

-- command: ALTER TABLE
-- server: no, because it needs PostgreSQL 18
CREATE TABLE t (a integer);
ALTER TABLE t ADD CONSTRAINT a_given NOT NULL a NOT VALID;

-- command: ALTER TABLE
-- server: no, because it needs PostgreSQL 18
CREATE TABLE t (a integer, CONSTRAINT a_given NOT NULL a NO INHERIT);
ALTER TABLE t ALTER CONSTRAINT a_given INHERIT;

-- command: ALTER TABLE
-- server: no, because it needs PostgreSQL 18
CREATE TABLE t (a integer PRIMARY KEY, b integer CONSTRAINT b_of_t REFERENCES t);
ALTER TABLE t ALTER CONSTRAINT b_of_t NOT ENFORCED;

-- command: ALTER TABLE
-- server: no, because it needs PostgreSQL 17
CREATE TABLE t (a integer, b integer GENERATED ALWAYS AS (a + 1) STORED);
ALTER TABLE t ALTER COLUMN b SET EXPRESSION AS (a + 2);

-- command: ALTER TABLESPACE
ALTER TABLESPACE pg_default SET (seq_page_cost = 1.5);

-- command: ALTER TEXT SEARCH CONFIGURATION
CREATE TEXT SEARCH CONFIGURATION plain (COPY = simple);
ALTER TEXT SEARCH CONFIGURATION plain DROP MAPPING FOR url;

-- command: ALTER TEXT SEARCH DICTIONARY
CREATE TEXT SEARCH DICTIONARY words (TEMPLATE = simple);
ALTER TEXT SEARCH DICTIONARY words (Accept = false);

-- command: ALTER TEXT SEARCH PARSER
CREATE TEXT SEARCH PARSER same (START = prsd_start, GETTOKEN = prsd_nexttoken, END = prsd_end, LEXTYPES = prsd_lextype);
ALTER TEXT SEARCH PARSER same RENAME TO other;

-- command: ALTER TEXT SEARCH TEMPLATE
CREATE TEXT SEARCH TEMPLATE plain (LEXIZE = dsimple_lexize);
ALTER TEXT SEARCH TEMPLATE plain RENAME TO other;

-- command: ALTER TRIGGER
CREATE TABLE t (a integer);
CREATE FUNCTION noted() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$;
CREATE TRIGGER watch BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION noted();
ALTER TRIGGER watch ON t RENAME TO watched;

-- command: ALTER TYPE
CREATE TYPE mood AS ENUM ('good', 'bad');
ALTER TYPE mood ADD VALUE 'fair' BEFORE 'bad';

-- command: ALTER USER
CREATE USER anna;
ALTER USER anna VALID UNTIL 'infinity';

-- command: ALTER USER MAPPING
CREATE FOREIGN DATA WRAPPER files;
CREATE SERVER disk FOREIGN DATA WRAPPER files;
CREATE USER MAPPING FOR PUBLIC SERVER disk;
ALTER USER MAPPING FOR PUBLIC SERVER disk OPTIONS (ADD name 'guest');

-- command: ALTER VIEW
CREATE TABLE t (a integer);
CREATE VIEW v AS SELECT a FROM t;
ALTER VIEW v SET (security_barrier = true);

-- command: ANALYZE
CREATE TABLE t (a integer);
ANALYZE t;

-- command: ANALYZE
CREATE TABLE t (a integer);
ANALYSE t;

-- command: BEGIN
-- server: autocommit
BEGIN;

-- command: CALL
CREATE PROCEDURE nothing() LANGUAGE sql AS '';
CALL nothing();

-- command: CHECKPOINT
CHECKPOINT;

-- command: CLOSE
DECLARE c CURSOR FOR SELECT 1;
CLOSE c;

-- command: CLUSTER
CREATE TABLE t (a integer);
CREATE INDEX i ON t (a);
CLUSTER t USING i;

-- command: COMMENT
CREATE TABLE t (a integer);
COMMENT ON COLUMN t.a IS 'how many';

-- command: COMMIT
-- server: autocommit
BEGIN;
CREATE TABLE t (a integer);
COMMIT;

-- command: COMMIT PREPARED
-- server: autocommit
BEGIN;
PREPARE TRANSACTION 'one';
COMMIT PREPARED 'one';

-- command: COPY
CREATE TABLE t (a integer);
COPY t TO '/dev/null';

-- command: CREATE ACCESS METHOD
CREATE ACCESS METHOD heap2 TYPE TABLE HANDLER heap_tableam_handler;

-- command: CREATE AGGREGATE
CREATE AGGREGATE total (integer) (SFUNC = int4pl, STYPE = integer);

-- command: CREATE CAST
CREATE TYPE mood AS ENUM ('good', 'bad');
CREATE FUNCTION worth(mood) RETURNS integer IMMUTABLE LANGUAGE sql AS 'SELECT 1';
CREATE CAST (mood AS integer) WITH FUNCTION worth(mood);

-- command: CREATE COLLATION
CREATE COLLATION german (LOCALE = 'C');

-- command: CREATE CONVERSION
CREATE CONVERSION latin FOR 'LATIN1' TO 'UTF8' FROM iso8859_1_to_utf8;

-- command: CREATE DATABASE
-- server: autocommit
CREATE DATABASE another;

-- command: CREATE DOMAIN
CREATE DOMAIN email AS text CHECK (VALUE LIKE '%@%');

-- command: CREATE EVENT TRIGGER
CREATE FUNCTION noted() RETURNS event_trigger LANGUAGE plpgsql AS $$ BEGIN END $$;
CREATE EVENT TRIGGER watch ON ddl_command_end EXECUTE FUNCTION noted();

-- command: CREATE EXTENSION
-- server: no, because a server may lack the extension
CREATE EXTENSION citext;

-- command: CREATE FOREIGN DATA WRAPPER
CREATE FOREIGN DATA WRAPPER files;

-- command: CREATE FOREIGN TABLE
CREATE FOREIGN DATA WRAPPER files;
CREATE SERVER disk FOREIGN DATA WRAPPER files;
CREATE FOREIGN TABLE lines (line text) SERVER disk;

-- command: CREATE FOREIGN TABLE
-- server: no, because it needs PostgreSQL 18
CREATE FOREIGN DATA WRAPPER files;
CREATE SERVER disk FOREIGN DATA WRAPPER files;
CREATE TABLE t (a integer NOT NULL);
CREATE FOREIGN TABLE lines (LIKE t) SERVER disk;

-- command: CREATE FUNCTION
CREATE FUNCTION one() RETURNS integer LANGUAGE sql AS 'SELECT 1';

-- command: CREATE GROUP
CREATE GROUP staff;

-- command: CREATE INDEX
CREATE TABLE t (a integer, b text);
CREATE UNIQUE INDEX i ON t (lower(b)) INCLUDE (a) WHERE a > 0;

-- command: CREATE LANGUAGE
CREATE LANGUAGE plother HANDLER plpgsql_call_handler;

-- command: CREATE MATERIALIZED VIEW
CREATE TABLE t (a integer);
CREATE MATERIALIZED VIEW m AS SELECT a FROM t;

-- command: CREATE OPERATOR
CREATE FUNCTION alike(text, text) RETURNS boolean IMMUTABLE LANGUAGE sql AS 'SELECT lower($1) = lower($2)';
CREATE OPERATOR === (LEFTARG = text, RIGHTARG = text, FUNCTION = alike);

-- command: CREATE OPERATOR CLASS
CREATE OPERATOR CLASS by_hash FOR TYPE integer USING hash AS OPERATOR 1 =, FUNCTION 1 hashint4(integer);

-- command: CREATE OPERATOR FAMILY
CREATE OPERATOR FAMILY numbers USING btree;

-- command: CREATE POLICY
CREATE TABLE t (a integer);
CREATE POLICY own ON t USING (a > 0);

-- command: CREATE PROCEDURE
CREATE PROCEDURE nothing() LANGUAGE sql AS '';

-- command: CREATE PUBLICATION
CREATE TABLE t (a integer);
CREATE PUBLICATION news FOR TABLE t;

-- command: CREATE PUBLICATION
-- server: no, because it needs PostgreSQL 18
CREATE TABLE t (a integer, b integer GENERATED ALWAYS AS (a + 1) STORED);
CREATE PUBLICATION p FOR TABLE t WITH (publish_generated_columns = stored);

-- command: CREATE ROLE
CREATE ROLE staff;

-- command: CREATE RULE
CREATE TABLE t (a integer);
CREATE RULE quiet AS ON INSERT TO t DO ALSO NOTIFY t;

-- command: CREATE SCHEMA
CREATE SCHEMA shop CREATE TABLE goods (name text);

-- command: CREATE SEQUENCE
CREATE SEQUENCE s START WITH 100;

-- command: CREATE SERVER
CREATE FOREIGN DATA WRAPPER files;
CREATE SERVER disk FOREIGN DATA WRAPPER files;

-- command: CREATE STATISTICS
CREATE TABLE t (a integer, b integer);
CREATE STATISTICS together ON a, b FROM t;

-- command: CREATE SUBSCRIPTION
CREATE SUBSCRIPTION news CONNECTION 'dbname=other' PUBLICATION news WITH (connect = false, slot_name = NONE);

-- command: CREATE TABLE
CREATE TABLE t (a integer PRIMARY KEY, b text UNIQUE, CHECK (a > 0));

-- command: CREATE TABLE
CREATE TABLE t (a integer, at date NOT NULL) PARTITION BY RANGE (at);
CREATE TABLE t_2026 PARTITION OF t FOR VALUES FROM ('2026-01-01') TO ('2027-01-01');

-- command: CREATE TABLE
-- server: no, because it needs PostgreSQL 18
CREATE TABLE t (a integer, b integer GENERATED ALWAYS AS (a * 2) VIRTUAL, CHECK (a > 0) NOT ENFORCED);

-- command: CREATE TABLE
-- server: no, because it needs PostgreSQL 18
CREATE EXTENSION btree_gist;
CREATE TABLE t (id integer, valid daterange, PRIMARY KEY (id, valid WITHOUT OVERLAPS));

-- command: CREATE TABLE
-- server: no, because it needs PostgreSQL 18
CREATE EXTENSION btree_gist;
CREATE TABLE t (id integer, valid daterange, PRIMARY KEY (id, valid WITHOUT OVERLAPS));
CREATE TABLE u (id integer, valid daterange, FOREIGN KEY (id, PERIOD valid) REFERENCES t (id, PERIOD valid));

-- command: CREATE TABLE AS
CREATE TABLE t (a integer);
CREATE TABLE copied AS SELECT a, a + 1 AS b FROM t;

-- command: CREATE TABLESPACE
-- server: no, because it needs a folder
CREATE TABLESPACE fast LOCATION '/ssd';

-- command: CREATE TEXT SEARCH CONFIGURATION
CREATE TEXT SEARCH CONFIGURATION plain (COPY = simple);

-- command: CREATE TEXT SEARCH DICTIONARY
CREATE TEXT SEARCH DICTIONARY words (TEMPLATE = simple);

-- command: CREATE TEXT SEARCH PARSER
CREATE TEXT SEARCH PARSER same (START = prsd_start, GETTOKEN = prsd_nexttoken, END = prsd_end, LEXTYPES = prsd_lextype);

-- command: CREATE TEXT SEARCH TEMPLATE
CREATE TEXT SEARCH TEMPLATE plain (LEXIZE = dsimple_lexize);

-- command: CREATE TRANSFORM
CREATE TRANSFORM FOR integer LANGUAGE sql (FROM SQL WITH FUNCTION prsd_lextype(internal), TO SQL WITH FUNCTION int4recv(internal));

-- command: CREATE TRIGGER
CREATE TABLE t (a integer);
CREATE FUNCTION noted() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$;
CREATE TRIGGER watch BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION noted();

-- command: CREATE TYPE
CREATE TYPE mood AS ENUM ('good', 'bad');

-- command: CREATE TYPE
CREATE TYPE place AS (street text, number integer);

-- command: CREATE TYPE
CREATE TYPE floats AS RANGE (SUBTYPE = float8, SUBTYPE_DIFF = float8mi);

-- command: CREATE TYPE
-- server: no, because its functions are written in C
CREATE TYPE box3;
CREATE FUNCTION box3_in(cstring) RETURNS box3 IMMUTABLE STRICT LANGUAGE c AS 'box3', 'box3_in';
CREATE FUNCTION box3_out(box3) RETURNS cstring IMMUTABLE STRICT LANGUAGE c AS 'box3', 'box3_out';
CREATE TYPE box3 (INPUT = box3_in, OUTPUT = box3_out, INTERNALLENGTH = 24);

-- command: CREATE USER
CREATE USER anna;

-- command: CREATE USER MAPPING
CREATE FOREIGN DATA WRAPPER files;
CREATE SERVER disk FOREIGN DATA WRAPPER files;
CREATE USER MAPPING FOR PUBLIC SERVER disk;

-- command: CREATE VIEW
CREATE TABLE t (a integer);
CREATE VIEW v AS SELECT a FROM t;

-- command: DEALLOCATE
PREPARE p AS SELECT 1;
DEALLOCATE p;

-- command: DECLARE
DECLARE c CURSOR FOR SELECT 1;

-- command: DELETE
CREATE TABLE t (a integer);
DELETE FROM t WHERE a = 1;

-- command: DISCARD
DISCARD PLANS;

-- command: DISCARD
-- server: autocommit
DISCARD ALL;

-- command: DO
DO $$ BEGIN CREATE TABLE t (a integer); END $$;

-- command: DO
DO $$ BEGIN EXECUTE 'CREATE TABLE ' || current_database() || '_t (a integer)'; END $$;

-- command: DROP ACCESS METHOD
CREATE ACCESS METHOD heap2 TYPE TABLE HANDLER heap_tableam_handler;
DROP ACCESS METHOD heap2;

-- command: DROP AGGREGATE
CREATE AGGREGATE total (integer) (SFUNC = int4pl, STYPE = integer);
DROP AGGREGATE total (integer);

-- command: DROP CAST
CREATE TYPE mood AS ENUM ('good', 'bad');
CREATE FUNCTION worth(mood) RETURNS integer IMMUTABLE LANGUAGE sql AS 'SELECT 1';
CREATE CAST (mood AS integer) WITH FUNCTION worth(mood);
DROP CAST (mood AS integer);

-- command: DROP COLLATION
CREATE COLLATION german (LOCALE = 'C');
DROP COLLATION german;

-- command: DROP CONVERSION
CREATE CONVERSION latin FOR 'LATIN1' TO 'UTF8' FROM iso8859_1_to_utf8;
DROP CONVERSION latin;

-- command: DROP DATABASE
-- server: autocommit
CREATE DATABASE short_lived;
DROP DATABASE short_lived;

-- command: DROP DOMAIN
CREATE DOMAIN email AS text;
DROP DOMAIN email;

-- command: DROP EVENT TRIGGER
CREATE FUNCTION noted() RETURNS event_trigger LANGUAGE plpgsql AS $$ BEGIN END $$;
CREATE EVENT TRIGGER watch ON ddl_command_end EXECUTE FUNCTION noted();
DROP EVENT TRIGGER watch;

-- command: DROP EXTENSION
-- server: no, because a server may lack the extension
CREATE EXTENSION citext;
DROP EXTENSION citext;

-- command: DROP FOREIGN DATA WRAPPER
CREATE FOREIGN DATA WRAPPER files;
DROP FOREIGN DATA WRAPPER files;

-- command: DROP FOREIGN TABLE
CREATE FOREIGN DATA WRAPPER files;
CREATE SERVER disk FOREIGN DATA WRAPPER files;
CREATE FOREIGN TABLE lines (line text) SERVER disk;
DROP FOREIGN TABLE lines;

-- command: DROP FUNCTION
CREATE FUNCTION one() RETURNS integer LANGUAGE sql AS 'SELECT 1';
DROP FUNCTION one();

-- command: DROP GROUP
CREATE GROUP staff;
DROP GROUP staff;

-- command: DROP INDEX
CREATE TABLE t (a integer);
CREATE INDEX i ON t (a);
DROP INDEX i;

-- command: DROP LANGUAGE
CREATE LANGUAGE plother HANDLER plpgsql_call_handler;
DROP LANGUAGE plother;

-- command: DROP MATERIALIZED VIEW
CREATE TABLE t (a integer);
CREATE MATERIALIZED VIEW m AS SELECT a FROM t;
DROP MATERIALIZED VIEW m;

-- command: DROP OPERATOR
CREATE FUNCTION alike(text, text) RETURNS boolean IMMUTABLE LANGUAGE sql AS 'SELECT lower($1) = lower($2)';
CREATE OPERATOR === (LEFTARG = text, RIGHTARG = text, FUNCTION = alike);
DROP OPERATOR === (text, text);

-- command: DROP OPERATOR CLASS
CREATE OPERATOR CLASS by_hash FOR TYPE integer USING hash AS OPERATOR 1 =, FUNCTION 1 hashint4(integer);
DROP OPERATOR CLASS by_hash USING hash;

-- command: DROP OPERATOR FAMILY
CREATE OPERATOR FAMILY numbers USING btree;
DROP OPERATOR FAMILY numbers USING btree;

-- command: DROP OWNED
CREATE ROLE staff;
DROP OWNED BY staff;

-- command: DROP POLICY
CREATE TABLE t (a integer);
CREATE POLICY own ON t USING (a > 0);
DROP POLICY own ON t;

-- command: DROP PROCEDURE
CREATE PROCEDURE nothing() LANGUAGE sql AS '';
DROP PROCEDURE nothing();

-- command: DROP PUBLICATION
CREATE PUBLICATION news;
DROP PUBLICATION news;

-- command: DROP ROLE
CREATE ROLE staff;
DROP ROLE staff;

-- command: DROP ROUTINE
CREATE FUNCTION one() RETURNS integer LANGUAGE sql AS 'SELECT 1';
DROP ROUTINE one();

-- command: DROP RULE
CREATE TABLE t (a integer);
CREATE RULE quiet AS ON INSERT TO t DO ALSO NOTIFY t;
DROP RULE quiet ON t;

-- command: DROP SCHEMA
CREATE SCHEMA shop CREATE TABLE goods (name text);
DROP SCHEMA shop CASCADE;

-- command: DROP SEQUENCE
CREATE SEQUENCE s;
DROP SEQUENCE s;

-- command: DROP SERVER
CREATE FOREIGN DATA WRAPPER files;
CREATE SERVER disk FOREIGN DATA WRAPPER files;
DROP SERVER disk;

-- command: DROP STATISTICS
CREATE TABLE t (a integer, b integer);
CREATE STATISTICS together ON a, b FROM t;
DROP STATISTICS together;

-- command: DROP SUBSCRIPTION
CREATE SUBSCRIPTION news CONNECTION 'dbname=other' PUBLICATION news WITH (connect = false, slot_name = NONE);
DROP SUBSCRIPTION news;

-- command: DROP TABLE
CREATE TABLE t (a integer);
DROP TABLE t;

-- command: DROP TABLESPACE
-- server: no, because it needs a folder
CREATE TABLESPACE fast LOCATION '/ssd';
DROP TABLESPACE fast;

-- command: DROP TEXT SEARCH CONFIGURATION
CREATE TEXT SEARCH CONFIGURATION plain (COPY = simple);
DROP TEXT SEARCH CONFIGURATION plain;

-- command: DROP TEXT SEARCH DICTIONARY
CREATE TEXT SEARCH DICTIONARY words (TEMPLATE = simple);
DROP TEXT SEARCH DICTIONARY words;

-- command: DROP TEXT SEARCH PARSER
CREATE TEXT SEARCH PARSER same (START = prsd_start, GETTOKEN = prsd_nexttoken, END = prsd_end, LEXTYPES = prsd_lextype);
DROP TEXT SEARCH PARSER same;

-- command: DROP TEXT SEARCH TEMPLATE
CREATE TEXT SEARCH TEMPLATE plain (LEXIZE = dsimple_lexize);
DROP TEXT SEARCH TEMPLATE plain;

-- command: DROP TRANSFORM
CREATE TRANSFORM FOR integer LANGUAGE sql (FROM SQL WITH FUNCTION prsd_lextype(internal), TO SQL WITH FUNCTION int4recv(internal));
DROP TRANSFORM FOR integer LANGUAGE sql;

-- command: DROP TRIGGER
CREATE TABLE t (a integer);
CREATE FUNCTION noted() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$;
CREATE TRIGGER watch BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION noted();
DROP TRIGGER watch ON t;

-- command: DROP TYPE
CREATE TYPE mood AS ENUM ('good', 'bad');
DROP TYPE mood;

-- command: DROP USER
CREATE USER anna;
DROP USER anna;

-- command: DROP USER MAPPING
CREATE FOREIGN DATA WRAPPER files;
CREATE SERVER disk FOREIGN DATA WRAPPER files;
CREATE USER MAPPING FOR PUBLIC SERVER disk;
DROP USER MAPPING FOR PUBLIC SERVER disk;

-- command: DROP VIEW
CREATE TABLE t (a integer);
CREATE VIEW v AS SELECT a FROM t;
DROP VIEW v;

-- command: END
-- server: autocommit
BEGIN;
CREATE TABLE t (a integer);
END;

-- command: EXECUTE
PREPARE p AS SELECT 1;
EXECUTE p;

-- command: EXPLAIN
EXPLAIN SELECT 1;

-- command: FETCH
DECLARE c CURSOR FOR SELECT 1;
FETCH c;

-- command: GRANT
CREATE TABLE t (a integer);
GRANT SELECT (a), UPDATE ON t TO PUBLIC;

-- command: IMPORT FOREIGN SCHEMA
-- server: no, because it asks another server
CREATE FOREIGN DATA WRAPPER files;
CREATE SERVER disk FOREIGN DATA WRAPPER files;
IMPORT FOREIGN SCHEMA public FROM SERVER disk INTO public;

-- command: INSERT
CREATE TABLE t (a integer);
INSERT INTO t VALUES (1);

-- command: LISTEN
LISTEN news;

-- command: LOAD
LOAD 'plpgsql';

-- command: LOCK
CREATE TABLE t (a integer);
LOCK TABLE t;

-- command: MERGE
CREATE TABLE t (a integer);
MERGE INTO t USING (VALUES (1)) AS new (a) ON t.a = new.a WHEN NOT MATCHED THEN INSERT VALUES (new.a);

-- command: MOVE
DECLARE c CURSOR FOR SELECT 1;
MOVE c;

-- command: NOTIFY
NOTIFY news;

-- command: PREPARE
PREPARE p AS SELECT 1;

-- command: PREPARE TRANSACTION
-- server: autocommit
BEGIN;
CREATE TABLE t (a integer);
PREPARE TRANSACTION 'two';

-- command: REASSIGN OWNED
CREATE ROLE staff;
REASSIGN OWNED BY staff TO CURRENT_USER;

-- command: REFRESH MATERIALIZED VIEW
CREATE TABLE t (a integer);
CREATE MATERIALIZED VIEW m AS SELECT a FROM t;
REFRESH MATERIALIZED VIEW m;

-- command: REINDEX
CREATE TABLE t (a integer PRIMARY KEY);
REINDEX TABLE t;

-- command: RELEASE SAVEPOINT
-- server: autocommit
BEGIN;
SAVEPOINT before;
RELEASE SAVEPOINT before;

-- command: RESET
RESET work_mem;

-- command: REVOKE
CREATE FUNCTION one() RETURNS integer LANGUAGE sql AS 'SELECT 1';
REVOKE EXECUTE ON FUNCTION one() FROM PUBLIC;

-- command: ROLLBACK
-- server: autocommit
BEGIN;
CREATE TABLE t (a integer);
ROLLBACK;

-- command: ROLLBACK PREPARED
-- server: autocommit
BEGIN;
PREPARE TRANSACTION 'three';
ROLLBACK PREPARED 'three';

-- command: ROLLBACK TO SAVEPOINT
-- server: autocommit
BEGIN;
SAVEPOINT before;
CREATE TABLE t (a integer);
ROLLBACK TO SAVEPOINT before;

-- command: SAVEPOINT
-- server: autocommit
BEGIN;
SAVEPOINT before;

-- command: SECURITY LABEL
-- server: no, because no provider of labels is loaded
CREATE TABLE t (a integer);
SECURITY LABEL ON TABLE t IS 'secret';

-- command: SELECT
SELECT 1;

-- command: SELECT
WITH numbers AS (SELECT 1) TABLE numbers;

-- command: SELECT
CREATE TABLE t (a integer);
TABLE t;

-- command: SELECT INTO
CREATE TABLE t (a integer);
SELECT a INTO copied FROM t;

-- command: SET
SET search_path = public;

-- command: SET CONSTRAINTS
SET CONSTRAINTS ALL DEFERRED;

-- command: SET ROLE
CREATE ROLE staff;
SET ROLE staff;

-- command: SET SESSION AUTHORIZATION
SET SESSION AUTHORIZATION DEFAULT;

-- command: SET TRANSACTION
-- server: autocommit
BEGIN;
SET TRANSACTION ISOLATION LEVEL SERIALIZABLE;

-- command: SHOW
SHOW work_mem;

-- command: START TRANSACTION
-- server: autocommit
START TRANSACTION;

-- command: TRUNCATE
CREATE TABLE t (a integer);
TRUNCATE t;

-- command: UNLISTEN
UNLISTEN *;

-- command: UPDATE
CREATE TABLE t (a integer);
UPDATE t SET a = 2;

-- command: VACUUM
-- server: autocommit
CREATE TABLE t (a integer);
VACUUM t;

-- command: VALUES
VALUES (1), (2);

-- command: CREATE ASSERTION
CREATE ASSERTION own CHECK (true);
