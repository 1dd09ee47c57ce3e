-- case: a handler must return language_handler
CREATE FUNCTION h() RETURNS int LANGUAGE sql AS 'SELECT 1';
CREATE LANGUAGE x HANDLER h;

-- case: a handler must be there
CREATE LANGUAGE x HANDLER nobody;

-- case: a language of the name is there
CREATE LANGUAGE x HANDLER plpgsql_call_handler;
CREATE LANGUAGE x HANDLER plpgsql_call_handler;

-- case: PostgreSQL has a language of the name
CREATE LANGUAGE sql HANDLER plpgsql_call_handler;

-- case: the handler is needed
CREATE FUNCTION h() RETURNS language_handler LANGUAGE c AS '$libdir/plpgsql', 'plpgsql_call_handler';
CREATE LANGUAGE x HANDLER h;
DROP FUNCTION h();

-- case: a function needs its language
CREATE LANGUAGE x HANDLER plpgsql_call_handler;
CREATE FUNCTION f() RETURNS int LANGUAGE x AS 'BEGIN RETURN 1; END';
DROP LANGUAGE x;

-- case: a system's language stays
DROP LANGUAGE c;

-- case: a language that is not there
DROP LANGUAGE nobody;

-- case: a transform for a pseudo-type
CREATE TRANSFORM FOR anyelement LANGUAGE sql (FROM SQL WITH FUNCTION prsd_lextype(internal));

-- case: a transform for a domain
CREATE DOMAIN d AS int;
CREATE TRANSFORM FOR d LANGUAGE sql (FROM SQL WITH FUNCTION prsd_lextype(internal));

-- case: a transform of a volatile function
CREATE FUNCTION f(internal) RETURNS internal LANGUAGE internal AS 'prsd_lextype';
CREATE TRANSFORM FOR int LANGUAGE sql (FROM SQL WITH FUNCTION f(internal));

-- case: a transform of a function with two arguments
CREATE TRANSFORM FOR int LANGUAGE sql (TO SQL WITH FUNCTION int4pl(int, int));

-- case: a transform to SQL that gives another type
CREATE TRANSFORM FOR int LANGUAGE sql (TO SQL WITH FUNCTION internal_in(cstring));

-- case: two transforms for one type and language
CREATE TRANSFORM FOR int LANGUAGE sql (FROM SQL WITH FUNCTION prsd_lextype(internal));
CREATE TRANSFORM FOR int LANGUAGE sql (FROM SQL WITH FUNCTION prsd_lextype(internal));

-- case: a transform that is not there
DROP TRANSFORM FOR int LANGUAGE sql;

-- case: a transform for a language that is not there
CREATE TRANSFORM FOR int LANGUAGE nobody (FROM SQL WITH FUNCTION prsd_lextype(internal));

-- case: an access method with a handler of the other type
CREATE ACCESS METHOD x TYPE INDEX HANDLER heap_tableam_handler;

-- case: an access method with a handler that is not there
CREATE ACCESS METHOD x TYPE TABLE HANDLER nobody;

-- case: an access method of a name that is taken
CREATE ACCESS METHOD btree TYPE INDEX HANDLER bthandler;

-- case: a system's access method stays
DROP ACCESS METHOD gist;

-- case: an encoding that is not there
CREATE CONVERSION x FOR 'klingon' TO 'UTF8' FROM iso8859_1_to_utf8;

-- case: no conversion from SQL_ASCII
CREATE CONVERSION x FOR 'SQL_ASCII' TO 'UTF8' FROM iso8859_1_to_utf8;

-- case: a conversion with a function of another signature
CREATE CONVERSION x FOR 'LATIN1' TO 'UTF8' FROM int4pl;

-- case: a conversion of a name that is taken
CREATE CONVERSION x FOR 'LATIN1' TO 'UTF8' FROM iso8859_1_to_utf8;
CREATE CONVERSION x FOR 'LATIN1' TO 'UTF8' FROM iso8859_1_to_utf8;

-- case: two defaults for one pair of encodings
CREATE DEFAULT CONVERSION x FOR 'LATIN1' TO 'UTF8' FROM iso8859_1_to_utf8;
CREATE DEFAULT CONVERSION y FOR 'LATIN1' TO 'UTF8' FROM iso8859_1_to_utf8;

-- case: a conversion renamed to one that is there
CREATE CONVERSION x FOR 'LATIN1' TO 'UTF8' FROM iso8859_1_to_utf8;
CREATE CONVERSION y FOR 'LATIN1' TO 'UTF8' FROM iso8859_1_to_utf8;
ALTER CONVERSION x RENAME TO y;

-- case: a conversion moved to where its name is taken
CREATE SCHEMA s;
CREATE CONVERSION x FOR 'LATIN1' TO 'UTF8' FROM iso8859_1_to_utf8;
CREATE CONVERSION s.x FOR 'LATIN1' TO 'UTF8' FROM iso8859_1_to_utf8;
ALTER CONVERSION x SET SCHEMA s;

-- case: a conversion that is not there
COMMENT ON CONVERSION nobody IS 'x';

-- case: no such method for a table
CREATE TABLE t (a int) USING nobody;

-- case: no method for a table
CREATE TABLE t (a int) USING btree;

-- case: a table needs its method
CREATE ACCESS METHOD heap2 TYPE TABLE HANDLER heap_tableam_handler;
CREATE TABLE t (a int) USING heap2;
DROP ACCESS METHOD heap2;
