-- case: an unknown event
CREATE FUNCTION f() RETURNS event_trigger LANGUAGE plpgsql AS 'BEGIN END';
CREATE EVENT TRIGGER e ON elephant_bootstrap EXECUTE FUNCTION f();

-- case: a function that is not there
CREATE EVENT TRIGGER e ON ddl_command_start EXECUTE FUNCTION f();

-- case: a function of another kind
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN END';
CREATE EVENT TRIGGER e ON ddl_command_start EXECUTE FUNCTION f();

-- case: a function with an argument
CREATE FUNCTION f(int) RETURNS int LANGUAGE sql AS 'SELECT 1';
CREATE EVENT TRIGGER e ON ddl_command_start EXECUTE FUNCTION f();

-- case: an unknown variable
CREATE FUNCTION f() RETURNS event_trigger LANGUAGE plpgsql AS 'BEGIN END';
CREATE EVENT TRIGGER e ON ddl_command_start WHEN colour IN ('red') EXECUTE FUNCTION f();

-- case: tags twice
CREATE FUNCTION f() RETURNS event_trigger LANGUAGE plpgsql AS 'BEGIN END';
CREATE EVENT TRIGGER e ON ddl_command_start WHEN tag IN ('CREATE TABLE') AND tag IN ('DROP TABLE') EXECUTE FUNCTION f();

-- case: a tag that is none
CREATE FUNCTION f() RETURNS event_trigger LANGUAGE plpgsql AS 'BEGIN END';
CREATE EVENT TRIGGER e ON ddl_command_start WHEN tag IN ('sandwich') EXECUTE FUNCTION f();

-- case: a command that is not heard
CREATE FUNCTION f() RETURNS event_trigger LANGUAGE plpgsql AS 'BEGIN END';
CREATE EVENT TRIGGER e ON ddl_command_start WHEN tag IN ('CREATE ROLE') EXECUTE FUNCTION f();

-- case: rows are not heard
CREATE FUNCTION f() RETURNS event_trigger LANGUAGE plpgsql AS 'BEGIN END';
CREATE EVENT TRIGGER e ON ddl_command_start WHEN tag IN ('CREATE TABLE', 'INSERT') EXECUTE FUNCTION f();

-- case: a command that rewrites no table
CREATE FUNCTION f() RETURNS event_trigger LANGUAGE plpgsql AS 'BEGIN END';
CREATE EVENT TRIGGER e ON table_rewrite WHEN tag IN ('CREATE TABLE') EXECUTE FUNCTION f();

-- case: the name is taken
CREATE FUNCTION f() RETURNS event_trigger LANGUAGE plpgsql AS 'BEGIN END';
CREATE EVENT TRIGGER e ON sql_drop EXECUTE FUNCTION f();
CREATE EVENT TRIGGER e ON sql_drop EXECUTE FUNCTION f();

-- case: the function is needed
CREATE FUNCTION f() RETURNS event_trigger LANGUAGE plpgsql AS 'BEGIN END';
CREATE EVENT TRIGGER e ON sql_drop EXECUTE FUNCTION f();
DROP FUNCTION f();

-- case: none to alter
ALTER EVENT TRIGGER e DISABLE;

-- case: none to rename
ALTER EVENT TRIGGER e RENAME TO f;

-- case: none to drop
DROP EVENT TRIGGER e;

-- case: a new name that is taken
CREATE FUNCTION f() RETURNS event_trigger LANGUAGE plpgsql AS 'BEGIN END';
CREATE EVENT TRIGGER e ON sql_drop EXECUTE FUNCTION f();
CREATE EVENT TRIGGER g ON sql_drop EXECUTE FUNCTION f();
ALTER EVENT TRIGGER e RENAME TO g;
