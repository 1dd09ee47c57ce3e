-- case: a wrapper twice
CREATE FOREIGN DATA WRAPPER w;
CREATE FOREIGN DATA WRAPPER w;

-- case: a validator that is not there
CREATE FOREIGN DATA WRAPPER w VALIDATOR nothing;

-- case: a handler that is not there
CREATE FOREIGN DATA WRAPPER w HANDLER nothing;

-- case: a handler that is none
CREATE FUNCTION f() RETURNS int LANGUAGE sql AS 'SELECT 1';
CREATE FOREIGN DATA WRAPPER w HANDLER f;

-- case: two validators
CREATE FOREIGN DATA WRAPPER w NO VALIDATOR VALIDATOR postgresql_fdw_validator;

-- case: an option twice
CREATE FOREIGN DATA WRAPPER w OPTIONS (a '1', a '2');

-- case: an option that the validator does not know
CREATE FOREIGN DATA WRAPPER w VALIDATOR postgresql_fdw_validator OPTIONS (host 'a');

-- case: an option is set that is not there
CREATE FOREIGN DATA WRAPPER w;
ALTER FOREIGN DATA WRAPPER w OPTIONS (SET a '1');

-- case: an option is dropped that is not there
CREATE FOREIGN DATA WRAPPER w OPTIONS (a '1');
ALTER FOREIGN DATA WRAPPER w OPTIONS (DROP a, DROP a);

-- case: an option is added that is there
CREATE FOREIGN DATA WRAPPER w OPTIONS (a '1');
ALTER FOREIGN DATA WRAPPER w OPTIONS (ADD a '1');

-- case: no wrapper to alter
ALTER FOREIGN DATA WRAPPER w OPTIONS (a '1');

-- case: no wrapper to rename
ALTER FOREIGN DATA WRAPPER w RENAME TO x;

-- case: no wrapper to drop
DROP FOREIGN DATA WRAPPER w;

-- case: a wrapper that a server needs
CREATE FOREIGN DATA WRAPPER w;
CREATE SERVER s FOREIGN DATA WRAPPER w;
DROP FOREIGN DATA WRAPPER w;

-- case: a validator that a wrapper needs
CREATE FUNCTION v(text[], oid) RETURNS void LANGUAGE plpgsql AS 'BEGIN END';
CREATE FOREIGN DATA WRAPPER w VALIDATOR v;
DROP FUNCTION v(text[], oid);

-- case: a server without its wrapper
CREATE SERVER s FOREIGN DATA WRAPPER w;

-- case: a server twice
CREATE FOREIGN DATA WRAPPER w;
CREATE SERVER s FOREIGN DATA WRAPPER w;
CREATE SERVER s FOREIGN DATA WRAPPER w;

-- case: an option of a server that the validator does not know
CREATE FOREIGN DATA WRAPPER w VALIDATOR postgresql_fdw_validator;
CREATE SERVER s FOREIGN DATA WRAPPER w OPTIONS (foo '1');

-- case: an option of a user given to a server
CREATE FOREIGN DATA WRAPPER w VALIDATOR postgresql_fdw_validator;
CREATE SERVER s FOREIGN DATA WRAPPER w OPTIONS (user 'me');

-- case: no server to alter
ALTER SERVER s VERSION '1';

-- case: no server to drop
DROP SERVER s;

-- case: a server's new name is taken
CREATE FOREIGN DATA WRAPPER w;
CREATE SERVER s FOREIGN DATA WRAPPER w;
CREATE SERVER r FOREIGN DATA WRAPPER w;
ALTER SERVER s RENAME TO r;

-- case: a server that a mapping needs
CREATE FOREIGN DATA WRAPPER w;
CREATE SERVER s FOREIGN DATA WRAPPER w;
CREATE USER MAPPING FOR PUBLIC SERVER s;
DROP SERVER s;

-- case: a server that a table needs
CREATE FOREIGN DATA WRAPPER w;
CREATE SERVER s FOREIGN DATA WRAPPER w;
CREATE FOREIGN TABLE t (a int) SERVER s;
DROP SERVER s;

-- case: a mapping without its server
CREATE USER MAPPING FOR PUBLIC SERVER s;

-- case: a mapping twice
CREATE FOREIGN DATA WRAPPER w;
CREATE SERVER s FOREIGN DATA WRAPPER w;
CREATE USER MAPPING FOR PUBLIC SERVER s;
CREATE USER MAPPING FOR PUBLIC SERVER s;

-- case: an option of a mapping that the validator does not know
CREATE FOREIGN DATA WRAPPER w VALIDATOR postgresql_fdw_validator;
CREATE SERVER s FOREIGN DATA WRAPPER w;
CREATE USER MAPPING FOR PUBLIC SERVER s OPTIONS (host 'a');

-- case: no mapping to alter
CREATE FOREIGN DATA WRAPPER w;
CREATE SERVER s FOREIGN DATA WRAPPER w;
ALTER USER MAPPING FOR PUBLIC SERVER s OPTIONS (a 'b');

-- case: no mapping to drop
CREATE FOREIGN DATA WRAPPER w;
CREATE SERVER s FOREIGN DATA WRAPPER w;
DROP USER MAPPING FOR PUBLIC SERVER s;

-- case: a mapping to drop of a server that is not there
DROP USER MAPPING FOR PUBLIC SERVER s;

-- case: a foreign table without its server
CREATE FOREIGN TABLE t (a int) SERVER s;

-- case: a foreign table with a primary key
CREATE FOREIGN DATA WRAPPER w;
CREATE SERVER s FOREIGN DATA WRAPPER w;
CREATE FOREIGN TABLE t (a int PRIMARY KEY) SERVER s;

-- case: a foreign table with a unique constraint
CREATE FOREIGN DATA WRAPPER w;
CREATE SERVER s FOREIGN DATA WRAPPER w;
CREATE FOREIGN TABLE t (a int, UNIQUE (a)) SERVER s;

-- case: a foreign table with a foreign key
CREATE TABLE other (a int PRIMARY KEY);
CREATE FOREIGN DATA WRAPPER w;
CREATE SERVER s FOREIGN DATA WRAPPER w;
CREATE FOREIGN TABLE t (a int REFERENCES other) SERVER s;

-- case: a primary key is added to a foreign table
CREATE FOREIGN DATA WRAPPER w;
CREATE SERVER s FOREIGN DATA WRAPPER w;
CREATE FOREIGN TABLE t (a int) SERVER s;
ALTER FOREIGN TABLE t ADD PRIMARY KEY (a);

-- case: a foreign key to a foreign table
CREATE FOREIGN DATA WRAPPER w;
CREATE SERVER s FOREIGN DATA WRAPPER w;
CREATE FOREIGN TABLE t (a int) SERVER s;
CREATE TABLE other (a int REFERENCES t (a));

-- case: an index of a foreign table
CREATE FOREIGN DATA WRAPPER w;
CREATE SERVER s FOREIGN DATA WRAPPER w;
CREATE FOREIGN TABLE t (a int) SERVER s;
CREATE INDEX ON t (a);

-- case: an option of a table that the validator does not know
CREATE FOREIGN DATA WRAPPER w VALIDATOR postgresql_fdw_validator;
CREATE SERVER s FOREIGN DATA WRAPPER w;
CREATE FOREIGN TABLE t (a int) SERVER s OPTIONS (b 'c');

-- case: options of a table that is not foreign
CREATE TABLE t (a int);
ALTER FOREIGN TABLE t OPTIONS (a 'b');

-- case: options of a column of a table that is not foreign
CREATE TABLE t (a int OPTIONS (x 'y'));

-- case: options of a column that is altered in a table that is not foreign
CREATE TABLE t (a int);
ALTER TABLE t ALTER COLUMN a OPTIONS (x 'y');

-- case: an option of a column is set that is not there
CREATE FOREIGN DATA WRAPPER w;
CREATE SERVER s FOREIGN DATA WRAPPER w;
CREATE FOREIGN TABLE t (a int) SERVER s;
ALTER FOREIGN TABLE t ALTER COLUMN a OPTIONS (SET x 'y');

-- case: a foreign table dropped as a table
CREATE FOREIGN DATA WRAPPER w;
CREATE SERVER s FOREIGN DATA WRAPPER w;
CREATE FOREIGN TABLE t (a int) SERVER s;
DROP TABLE t;

-- case: a table dropped as a foreign table
CREATE TABLE t (a int);
DROP FOREIGN TABLE t;

-- case: an import from a server that is not there
IMPORT FOREIGN SCHEMA x FROM SERVER s INTO public;

-- case: an import into a schema that is not there
CREATE FOREIGN DATA WRAPPER w;
CREATE SERVER s FOREIGN DATA WRAPPER w;
IMPORT FOREIGN SCHEMA x FROM SERVER s INTO nowhere;

-- case: an import without a handler
CREATE FOREIGN DATA WRAPPER w;
CREATE SERVER s FOREIGN DATA WRAPPER w;
IMPORT FOREIGN SCHEMA x FROM SERVER s INTO public;

-- case: a grant on a server that is not there
GRANT USAGE ON FOREIGN SERVER s TO PUBLIC;
