-- Extensions: the types, functions, operator classes they bring, and where these lie.
CREATE SCHEMA ext;
CREATE EXTENSION IF NOT EXISTS "uuid-ossp";
CREATE EXTENSION IF NOT EXISTS "uuid-ossp";
CREATE EXTENSION pg_trgm WITH SCHEMA ext;
CREATE EXTENSION citext SCHEMA ext;
CREATE EXTENSION earthdistance CASCADE;
CREATE EXTENSION btree_gist;
CREATE EXTENSION hstore;
COMMENT ON EXTENSION hstore IS 'pairs';
CREATE TABLE docs (
    id uuid PRIMARY KEY DEFAULT uuid_generate_v4(),
    email ext.citext NOT NULL UNIQUE,
    aliases ext.citext[],
    attributes hstore DEFAULT ''::hstore,
    place cube,
    "at" point,
    during tstzrange,
    room int,
    EXCLUDE USING gist (room WITH =, during WITH &&),
    CHECK (ext.similarity(email::text, 'x') < 1)
);
CREATE INDEX docs_email ON docs USING gin (email ext.gin_trgm_ops);
CREATE INDEX docs_attributes ON docs USING gin (attributes);
CREATE INDEX docs_attributes_gist ON docs USING gist (attributes gist_hstore_ops);
CREATE INDEX docs_room ON docs USING gist (room gist_int4_ops);
CREATE INDEX docs_at ON docs USING gist (ll_to_earth("at"[0], "at"[1]));
SET search_path = public, ext;
CREATE INDEX docs_trgm ON docs USING gist (email gist_trgm_ops);
CREATE FUNCTION find(wanted citext, options hstore DEFAULT NULL) RETURNS SETOF docs LANGUAGE sql STABLE AS
$$ SELECT * FROM docs WHERE email = wanted $$;
CREATE DOMAIN address AS citext CHECK (VALUE ~ '@');
CREATE TYPE pair AS (key text, value hstore);
CREATE TABLE uses (a address, p pair, h hstore);
ALTER EXTENSION hstore SET SCHEMA ext;
ALTER TABLE uses ADD COLUMN again hstore;
ALTER TABLE uses ADD COLUMN h2 ext.hstore DEFAULT 'a=>1'::hstore;
ALTER EXTENSION citext UPDATE;
CREATE EXTENSION ltree;
CREATE TABLE tree (id int, path ltree, kept int);
CREATE INDEX tree_path ON tree (path);
CREATE FUNCTION below(ltree) RETURNS boolean LANGUAGE sql AS 'SELECT true';
DROP EXTENSION ltree CASCADE;
CREATE EXTENSION unaccent;
CREATE TABLE plain (a text DEFAULT unaccent('é'), b text);
CREATE INDEX plain_trgm ON plain USING gin (b gin_trgm_ops);
DROP EXTENSION unaccent CASCADE;
DROP INDEX docs_trgm;
DROP EXTENSION pg_trgm CASCADE;
DROP EXTENSION IF EXISTS seg;

-- pg_catalog has this function, too, and is searched first.
CREATE EXTENSION IF NOT EXISTS pgcrypto;
CREATE TABLE keys (id uuid PRIMARY KEY DEFAULT gen_random_uuid(), digest bytea DEFAULT digest('a', 'sha1'));
