SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;
SET check_function_bodies = false;
SET client_min_messages = warning;
SET search_path = public;

CREATE SCHEMA app;

CREATE SCHEMA late;

CREATE SCHEMA owned;

CREATE TYPE app.mood AS ENUM (
    'a',
    'b'
);

CREATE DOMAIN app.positive AS integer
    CONSTRAINT positive_check CHECK (VALUE > 0);

CREATE TYPE app.late_type AS (
    a integer
);

CREATE SEQUENCE app.users_id_seq
    AS integer;

CREATE SEQUENCE app.numbers;

CREATE SEQUENCE app.late_id_seq
    AS integer;

CREATE SEQUENCE owned.inside_id_seq
    AS integer;

CREATE TABLE app.users (
    id     integer DEFAULT nextval('app.users_id_seq'::regclass) NOT NULL,
    name   text,
    secret text
);

CREATE TABLE app.logs (
    id   bigint GENERATED ALWAYS AS IDENTITY NOT NULL,
    line text
);

CREATE TABLE app.early (
    id integer
);

CREATE TABLE app.late (
    id integer DEFAULT nextval('app.late_id_seq'::regclass) NOT NULL
);

CREATE TABLE late.elsewhere (
    id integer
);

CREATE TABLE owned.inside (
    id integer DEFAULT nextval('owned.inside_id_seq'::regclass) NOT NULL
);

CREATE TABLE owned.as_role (
    id integer
);

CREATE TABLE owned.as_runner (
    id integer
);

CREATE FUNCTION app.f(a integer)
    RETURNS integer
    LANGUAGE sql
    AS $$SELECT a$$;

CREATE FUNCTION app.g()
    RETURNS integer
    LANGUAGE sql
    AS $$SELECT 1$$;

CREATE PROCEDURE app.p()
    LANGUAGE sql
    AS $$$$;

CREATE FUNCTION app.late_function()
    RETURNS integer
    LANGUAGE sql
    AS $$SELECT 1$$;

ALTER SEQUENCE app.users_id_seq OWNED BY app.users.id;
ALTER SEQUENCE app.late_id_seq OWNED BY app.late.id;
ALTER SEQUENCE owned.inside_id_seq OWNED BY owned.inside.id;

ALTER TABLE ONLY app.users
    ADD CONSTRAINT users_pkey PRIMARY KEY (id);

ALTER SCHEMA owned OWNER TO "Privilege Owner";
ALTER TABLE app.early OWNER TO "Privilege Owner";
ALTER TABLE owned.inside OWNER TO "Privilege Owner";
ALTER TABLE owned.as_role OWNER TO "Privilege Owner";

REVOKE CREATE ON SCHEMA public FROM PUBLIC;
GRANT USAGE ON SCHEMA app TO "Privilege Owner";
GRANT CREATE, USAGE ON SCHEMA app TO privilege_app WITH GRANT OPTION;
GRANT USAGE ON SCHEMA app TO privilege_reader;
GRANT USAGE ON SCHEMA late TO privilege_app;
REVOKE USAGE ON TYPE app.mood FROM PUBLIC;
GRANT USAGE ON TYPE app.mood TO privilege_app;
REVOKE USAGE ON TYPE app.positive FROM PUBLIC;
GRANT USAGE ON TYPE app.late_type TO privilege_reader;
GRANT SELECT, UPDATE, USAGE ON SEQUENCE app.users_id_seq TO privilege_app;
GRANT SELECT, USAGE ON SEQUENCE app.users_id_seq TO privilege_reader;
GRANT SELECT, USAGE ON SEQUENCE app.logs_id_seq TO privilege_reader;
GRANT USAGE ON SEQUENCE app.numbers TO privilege_app;
GRANT SELECT, USAGE ON SEQUENCE app.numbers TO privilege_reader;
GRANT USAGE ON SEQUENCE app.late_id_seq TO privilege_app WITH GRANT OPTION;
GRANT SELECT ON TABLE app.users TO PUBLIC;
GRANT SELECT ON TABLE app.users TO privilege_app;
GRANT ALL ON TABLE app.users TO privilege_reader;
REVOKE UPDATE, DELETE, TRUNCATE ON TABLE app.users FROM privilege_reader;
GRANT SELECT ON TABLE app.logs TO PUBLIC;
GRANT ALL ON TABLE app.logs TO privilege_app WITH GRANT OPTION;
REVOKE TRUNCATE ON TABLE app.logs FROM privilege_app;
REVOKE GRANT OPTION FOR DELETE ON TABLE app.logs FROM privilege_app;
GRANT SELECT ON TABLE app.late TO privilege_app;
REVOKE INSERT ON TABLE owned.inside FROM "Privilege Owner";
GRANT SELECT (name) ON TABLE app.users TO privilege_reader;
GRANT INSERT (secret), REFERENCES (secret), SELECT (secret), UPDATE (secret) ON TABLE app.users TO privilege_app;
GRANT INSERT (line) ON TABLE app.logs TO privilege_reader WITH GRANT OPTION;
REVOKE EXECUTE ON FUNCTION app.f(integer) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.f(integer) TO privilege_app;
REVOKE EXECUTE ON PROCEDURE app.p() FROM PUBLIC;
GRANT EXECUTE ON PROCEDURE app.p() TO privilege_reader;
REVOKE EXECUTE ON FUNCTION app.late_function() FROM PUBLIC;
ALTER DEFAULT PRIVILEGES IN SCHEMA app GRANT SELECT ON TABLES TO privilege_app;
ALTER DEFAULT PRIVILEGES IN SCHEMA app GRANT USAGE ON SEQUENCES TO privilege_app WITH GRANT OPTION;
ALTER DEFAULT PRIVILEGES REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC;
ALTER DEFAULT PRIVILEGES GRANT USAGE ON TYPES TO privilege_reader;
ALTER DEFAULT PRIVILEGES FOR ROLE privilege_app GRANT SELECT ON TABLES TO PUBLIC;
ALTER DEFAULT PRIVILEGES GRANT USAGE ON SCHEMAS TO privilege_app;
