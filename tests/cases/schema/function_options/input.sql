-- Options of functions that name other objects, and what goes with an extension.
CREATE EXTENSION pg_trgm;
CREATE FUNCTION supported(text) RETURNS boolean LANGUAGE sql IMMUTABLE STRICT AS 'SELECT true';
ALTER FUNCTION supported(text) SUPPORT textlike_support;
CREATE FUNCTION also(text, text) RETURNS boolean LANGUAGE internal IMMUTABLE STRICT SUPPORT textlike_support AS 'textlike';
CREATE FUNCTION paths() RETURNS int LANGUAGE sql SET work_mem TO '1MB' SET search_path = public, "Other" AS 'SELECT 1';
CREATE SCHEMA app;
-- The path that nobody set is PostgreSQL's own.
CREATE FUNCTION unset_path() RETURNS int LANGUAGE sql SET search_path FROM CURRENT AS 'SELECT 1';
SET search_path = public, app;
CREATE FUNCTION current_path() RETURNS int LANGUAGE sql SET search_path FROM CURRENT AS 'SELECT 1';
ALTER FUNCTION paths() RESET work_mem;
ALTER FUNCTION paths() DEPENDS ON EXTENSION pg_trgm;
ALTER FUNCTION supported(text) DEPENDS ON EXTENSION pg_trgm;
ALTER FUNCTION supported(text) NO DEPENDS ON EXTENSION pg_trgm;
CREATE FUNCTION fires() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
CREATE TABLE t (a text);
CREATE TRIGGER fire BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION fires();
ALTER TRIGGER fire ON t DEPENDS ON EXTENSION pg_trgm;
CREATE INDEX i ON t (a);
ALTER INDEX i DEPENDS ON EXTENSION pg_trgm;
CREATE MATERIALIZED VIEW m AS SELECT 1 AS a;
ALTER MATERIALIZED VIEW m DEPENDS ON EXTENSION pg_trgm;
