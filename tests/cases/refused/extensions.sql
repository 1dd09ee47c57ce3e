-- Extensions: what needs one that is not there, and what cannot be done to one that is.

-- case: a function of an extension that is not installed
CREATE TABLE t (id uuid DEFAULT uuid_generate_v4());

-- case: a function that nobody has
CREATE TABLE t (id int, CHECK (frobnicate(id, 'x')));

-- case: a function in a schema that is not there
CREATE TABLE t (id int DEFAULT s.f());

-- case: accepted: functions that are types, and forms of the grammar
CREATE TABLE t (a int, b text DEFAULT coalesce(NULL, lower('X')), c date DEFAULT date('2020-01-01'),
                CHECK (int4(b) > greatest(1, a)), CHECK (length(trim(b)) > 0 AND extract(year FROM c) > 0));

-- case: a function that lies outside of the path
CREATE SCHEMA s;
CREATE EXTENSION "uuid-ossp" SCHEMA s;
CREATE TABLE t (id uuid DEFAULT uuid_generate_v4());

-- case: accepted: the same function with its schema
CREATE SCHEMA s;
CREATE EXTENSION "uuid-ossp" SCHEMA s;
CREATE TABLE t (id uuid DEFAULT s.uuid_generate_v4());

-- case: a type of an extension that is not installed
CREATE TABLE t (email citext);

-- case: an operator class of an extension that is not installed
CREATE TABLE t (a text);
CREATE INDEX ON t USING gin (a gin_trgm_ops);

-- case: an operator class of another access method
CREATE TABLE t (a text);
CREATE INDEX ON t USING gist (a text_pattern_ops);

-- case: an extension twice
CREATE EXTENSION hstore;
CREATE EXTENSION hstore;

-- case: an extension without the one that it requires
CREATE EXTENSION earthdistance;

-- case: an extension in a schema that is not there
CREATE EXTENSION hstore SCHEMA nowhere;

-- case: an extension that others use is dropped
CREATE EXTENSION hstore;
CREATE TABLE t (h hstore);
DROP EXTENSION hstore;

-- case: an extension whose operator class an index uses is dropped
CREATE EXTENSION pg_trgm;
CREATE TABLE t (a text);
CREATE INDEX ON t USING gin (a gin_trgm_ops);
DROP EXTENSION pg_trgm;

-- case: an extension whose function a default uses is dropped
CREATE EXTENSION "uuid-ossp";
CREATE TABLE t (id uuid DEFAULT uuid_generate_v4());
DROP EXTENSION "uuid-ossp";

-- case: an extension that another requires is dropped
CREATE EXTENSION earthdistance CASCADE;
DROP EXTENSION cube;

-- case: a schema that holds an extension is dropped
CREATE SCHEMA s;
CREATE EXTENSION hstore SCHEMA s;
DROP SCHEMA s;

-- case: a function of an extension dropped by itself
CREATE EXTENSION "uuid-ossp";
DROP FUNCTION uuid_generate_v4();

-- case: a type of an extension dropped by itself
CREATE EXTENSION hstore;
DROP TYPE hstore;

-- case: an extension that cannot move
CREATE SCHEMA s;
CREATE EXTENSION xml2;
ALTER EXTENSION xml2 SET SCHEMA s;

-- case: an extension dropped that is not there
DROP EXTENSION hstore;
