-- Loops over the catalog, answered from what the statements before have made.
CREATE SCHEMA app;
CREATE TABLE app.users (id int PRIMARY KEY, created_at timestamp, updated_at timestamp);
CREATE TABLE app.posts (id int PRIMARY KEY, author int REFERENCES app.users, created_at timestamp NOT NULL);
CREATE TABLE app."Tags" (name text UNIQUE);
CREATE TABLE public.other (created_at timestamp);
CREATE TYPE app.mood AS ENUM ('bad', 'good');
CREATE VIEW app.recent AS SELECT id FROM app.posts;

DO $$
DECLARE
    r record;
    name text;
    n int;
BEGIN
    FOR r IN SELECT table_schema, table_name FROM information_schema.columns
             WHERE column_name = 'created_at' AND table_schema NOT IN ('pg_catalog', 'information_schema') LOOP
        EXECUTE format('ALTER TABLE %I.%I ALTER COLUMN created_at TYPE timestamptz', r.table_schema, r.table_name);
    END LOOP;
    FOR name IN SELECT tablename FROM pg_tables WHERE schemaname = 'app' ORDER BY tablename LOOP
        EXECUTE 'ALTER TABLE app.' || quote_ident(name) || ' ENABLE ROW LEVEL SECURITY';
    END LOOP;
    FOR r IN SELECT c.conname, c.conrelid::regclass AS rel FROM pg_constraint c
             JOIN pg_namespace n ON n.oid = c.connamespace
             WHERE n.nspname = 'app' AND c.contype = 'f' LOOP
        EXECUTE format('ALTER TABLE %s DROP CONSTRAINT %I', r.rel, r.conname);
    END LOOP;
    FOR r IN SELECT c.relname FROM pg_catalog.pg_class c, pg_namespace n
             WHERE c.relnamespace = n.oid AND n.nspname = 'app' AND c.relkind IN ('v', 'm') LOOP
        EXECUTE 'DROP VIEW app.' || r.relname;
    END LOOP;
    FOR r IN SELECT a.attname, c.relname FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid
             WHERE c.oid = 'app.users'::regclass AND a.attnum > 0 AND NOT a.attisdropped AND NOT a.attnotnull LOOP
        EXECUTE format('ALTER TABLE app.%I ALTER %I SET NOT NULL', r.relname, r.attname);
    END LOOP;
    FOR r IN SELECT e.enumlabel FROM pg_enum e JOIN pg_type t ON t.oid = e.enumtypid WHERE t.typname = 'mood' LOOP
        EXECUTE format('CREATE TABLE app.%I ()', 'mood_' || r.enumlabel);
    END LOOP;
    IF EXISTS (SELECT 1 FROM pg_class WHERE relname = 'mood_bad' AND relnamespace = 'app'::regnamespace)
       AND (SELECT count(*) FROM information_schema.tables WHERE table_schema = 'app' AND table_type = 'BASE TABLE') = 5 THEN
        CREATE TABLE counted ();
    END IF;
    IF to_regclass('app.nothing') IS NULL AND NOT EXISTS (SELECT FROM pg_proc WHERE proname = 'nothing_at_all') THEN
        CREATE TABLE missed ();
    END IF;
END
$$;
