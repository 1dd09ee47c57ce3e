SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;
SET check_function_bodies = false;
SET client_min_messages = warning;
SET search_path = public;

CREATE SCHEMA other;

CREATE TABLE public.users (
    id         integer,
    updated_at timestamp with time zone,
    note       text,
    rank       integer,
    "both"     text,
    seen       date
);

CREATE TABLE other."Posts" (
    id         integer,
    updated_at timestamp with time zone
);

CREATE TABLE public.part_1 (
    id      integer DEFAULT 1,
    managed text
);

CREATE TABLE public.part_2 (
    id      integer DEFAULT 2,
    managed text
);

CREATE FUNCTION public.touch()
    RETURNS trigger
    LANGUAGE plpgsql
    AS $$ BEGIN NEW.updated_at := now(); RETURN NEW; END $$;

CREATE FUNCTION public.manage_updated_at(_tbl regclass)
    RETURNS void
    LANGUAGE plpgsql
    AS $$
BEGIN
    EXECUTE format('CREATE TRIGGER set_updated_at BEFORE UPDATE ON %s
                    FOR EACH ROW EXECUTE PROCEDURE touch()', _tbl);
END;
$$;

CREATE FUNCTION public.add_column(target text, name text DEFAULT 'note', ty text DEFAULT 'text')
    RETURNS boolean
    LANGUAGE plpgsql
    AS $$
DECLARE
    statement text := 'ALTER TABLE ' || quote_ident(target);
BEGIN
    IF EXISTS (SELECT 1 FROM information_schema.columns WHERE table_name = target AND column_name = name) THEN
        RETURN false;
    END IF;
    statement := statement || format(' ADD COLUMN %I %s', name, ty);
    EXECUTE statement;
    RETURN true;
END
$$;

CREATE TRIGGER set_updated_at
    BEFORE UPDATE ON public.users
    FOR EACH ROW
    EXECUTE FUNCTION public.touch();

CREATE TRIGGER set_updated_at
    BEFORE UPDATE ON other."Posts"
    FOR EACH ROW
    EXECUTE FUNCTION public.touch();
