-- Privileges that cannot be given.

-- case: on a table that is not there
GRANT SELECT ON missing TO PUBLIC;

-- case: a word that no kind knows
CREATE TABLE t (a int);
GRANT READ ON t TO PUBLIC;

-- case: a privilege of another kind
CREATE TABLE t (a int);
GRANT EXECUTE ON t TO PUBLIC;

-- case: a privilege that schemas do not have
CREATE SCHEMA s;
GRANT SELECT ON SCHEMA s TO PUBLIC;

-- case: a column that is not there
CREATE TABLE t (a int);
GRANT SELECT (b) ON t TO PUBLIC;

-- case: a privilege that columns do not have
CREATE TABLE t (a int);
GRANT DELETE (a) ON t TO PUBLIC;

-- case: a grant option for everybody
CREATE TABLE t (a int);
GRANT SELECT ON t TO PUBLIC WITH GRANT OPTION;

-- case: a table as a sequence
CREATE TABLE t (a int);
GRANT USAGE ON SEQUENCE t TO PUBLIC;

-- case: an index
CREATE TABLE t (a int);
CREATE INDEX i ON t (a);
GRANT SELECT ON i TO PUBLIC;

-- case: a function that is not there
GRANT EXECUTE ON FUNCTION f(int) TO PUBLIC;

-- case: everything in a schema that is not there
GRANT SELECT ON ALL TABLES IN SCHEMA missing TO PUBLIC;

-- case: an enum as a domain
CREATE TYPE mood AS ENUM ('a');
GRANT USAGE ON DOMAIN mood TO PUBLIC;

-- case: default privileges of schemas in a schema
CREATE SCHEMA s;
ALTER DEFAULT PRIVILEGES IN SCHEMA s GRANT USAGE ON SCHEMAS TO PUBLIC;

-- case: default privileges in a schema that is not there
ALTER DEFAULT PRIVILEGES IN SCHEMA s GRANT SELECT ON TABLES TO PUBLIC;

-- case: default privileges of the wrong kind
ALTER DEFAULT PRIVILEGES GRANT EXECUTE ON TABLES TO PUBLIC;

-- case: accepted: a sequence as a table
CREATE SEQUENCE s;
GRANT SELECT, INSERT ON TABLE s TO PUBLIC;
