-- Privileges: given, taken, on everything in a schema, and on what is made later.
CREATE ROLE privilege_app;
CREATE ROLE privilege_reader;
CREATE ROLE "Privilege Owner";

CREATE SCHEMA app;
CREATE TYPE app.mood AS ENUM ('a', 'b');
CREATE DOMAIN app.positive AS int CHECK (VALUE > 0);
CREATE TABLE app.users (id serial PRIMARY KEY, name text, secret text);
CREATE TABLE app.logs (id bigint GENERATED ALWAYS AS IDENTITY, line text);
CREATE SEQUENCE app.numbers;
CREATE FUNCTION app.f(a int) RETURNS int LANGUAGE sql AS 'SELECT a';
CREATE FUNCTION app.g() RETURNS int LANGUAGE sql AS 'SELECT 1';
CREATE PROCEDURE app.p() LANGUAGE sql AS '';

GRANT USAGE ON SCHEMA app TO privilege_app, privilege_reader;
GRANT USAGE, CREATE ON SCHEMA app TO privilege_app WITH GRANT OPTION;
GRANT SELECT, INSERT ON app.users TO privilege_app;
GRANT SELECT ON TABLE app.users, app.logs TO PUBLIC;
REVOKE INSERT ON app.users FROM privilege_app;
GRANT ALL PRIVILEGES ON app.logs TO privilege_app WITH GRANT OPTION;
REVOKE GRANT OPTION FOR DELETE ON app.logs FROM privilege_app;
REVOKE TRUNCATE ON app.logs FROM privilege_app CASCADE;
GRANT ALL ON app.users TO privilege_reader;
REVOKE DELETE, TRUNCATE ON app.users FROM privilege_reader;

-- Columns: taken from the table, a privilege goes from its columns too.
GRANT SELECT (id, name), UPDATE (name) ON app.users TO privilege_reader;
GRANT ALL (secret) ON app.users TO privilege_app;
GRANT INSERT (line) ON app.logs TO privilege_reader WITH GRANT OPTION;
REVOKE UPDATE ON app.users FROM privilege_reader;
REVOKE SELECT (id) ON app.users FROM privilege_reader;

GRANT USAGE ON SEQUENCE app.numbers TO privilege_app;
GRANT ALL ON app.users_id_seq TO privilege_app;
GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA app TO privilege_reader;
REVOKE ALL ON FUNCTION app.f(int) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.f(int) TO privilege_app;
REVOKE EXECUTE ON ALL ROUTINES IN SCHEMA app FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.g TO PUBLIC;
GRANT EXECUTE ON PROCEDURE app.p() TO privilege_reader;
REVOKE USAGE ON TYPE app.mood FROM PUBLIC;
GRANT USAGE ON TYPE app.mood TO privilege_app;
REVOKE ALL ON DOMAIN app.positive FROM PUBLIC;
REVOKE CREATE ON SCHEMA public FROM PUBLIC;
REVOKE ALL ON SCHEMA public FROM PUBLIC;
GRANT USAGE ON SCHEMA public TO PUBLIC;

-- Privileges that later objects begin with.
CREATE TABLE app.early (id int);
ALTER DEFAULT PRIVILEGES IN SCHEMA app GRANT SELECT, INSERT ON TABLES TO privilege_app;
ALTER DEFAULT PRIVILEGES IN SCHEMA app GRANT USAGE ON SEQUENCES TO privilege_app WITH GRANT OPTION;
ALTER DEFAULT PRIVILEGES REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC;
ALTER DEFAULT PRIVILEGES GRANT ALL ON TYPES TO privilege_reader;
ALTER DEFAULT PRIVILEGES FOR ROLE privilege_app GRANT SELECT ON TABLES TO PUBLIC;
ALTER DEFAULT PRIVILEGES IN SCHEMA app REVOKE INSERT ON TABLES FROM privilege_app;
ALTER DEFAULT PRIVILEGES GRANT USAGE ON SCHEMAS TO privilege_app;
CREATE TABLE app.late (id serial);
CREATE FUNCTION app.late_function() RETURNS int LANGUAGE sql AS 'SELECT 1';
CREATE TYPE app.late_type AS (a int);
CREATE SCHEMA late;
CREATE TABLE late.elsewhere (id int);
ALTER DEFAULT PRIVILEGES GRANT USAGE ON SCHEMAS TO PUBLIC;
ALTER DEFAULT PRIVILEGES REVOKE USAGE ON SCHEMAS FROM PUBLIC;
CREATE SCHEMA gone;
ALTER DEFAULT PRIVILEGES IN SCHEMA gone GRANT ALL ON TABLES TO PUBLIC;
DROP SCHEMA gone;

-- Owners.
GRANT SELECT ON app.early TO "Privilege Owner";
ALTER TABLE app.early OWNER TO "Privilege Owner";
CREATE SCHEMA owned AUTHORIZATION "Privilege Owner" CREATE TABLE inside (id serial);
REVOKE INSERT ON owned.inside FROM "Privilege Owner";
GRANT USAGE ON SCHEMA app TO "Privilege Owner";
SET ROLE "Privilege Owner";
CREATE TABLE owned.as_role (id int);
RESET ROLE;
CREATE TABLE owned.as_runner (id int);
CREATE TABLE app.dropped (id int);
GRANT SELECT ON app.dropped TO privilege_app;
DROP TABLE app.dropped;
