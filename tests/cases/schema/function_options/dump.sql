SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;
SET check_function_bodies = false;
SET client_min_messages = warning;
SET search_path = public;

CREATE SCHEMA app;

CREATE EXTENSION IF NOT EXISTS pg_trgm WITH SCHEMA public;

CREATE TABLE public.t (
    a text
);

CREATE MATERIALIZED VIEW public.m AS
SELECT 1 AS a;

CREATE FUNCTION public.supported(text)
    RETURNS boolean
    LANGUAGE sql IMMUTABLE STRICT
    SUPPORT textlike_support
    AS $$SELECT true$$;

CREATE FUNCTION public.also(text, text)
    RETURNS boolean
    LANGUAGE internal IMMUTABLE STRICT
    SUPPORT textlike_support
    AS $$textlike$$;

CREATE FUNCTION public.paths()
    RETURNS integer
    LANGUAGE sql
    SET search_path TO 'public', 'Other'
    AS $$SELECT 1$$;

CREATE FUNCTION public.unset_path()
    RETURNS integer
    LANGUAGE sql
    SET search_path TO '$user', 'public'
    AS $$SELECT 1$$;

CREATE FUNCTION public.current_path()
    RETURNS integer
    LANGUAGE sql
    SET search_path TO 'public', 'app'
    AS $$SELECT 1$$;

CREATE FUNCTION public.fires()
    RETURNS trigger
    LANGUAGE plpgsql
    AS $$BEGIN RETURN NEW; END$$;

CREATE INDEX i ON public.t USING btree (a);

CREATE TRIGGER fire
    BEFORE INSERT ON public.t
    FOR EACH ROW
    EXECUTE FUNCTION public.fires();

ALTER MATERIALIZED VIEW public.m DEPENDS ON EXTENSION pg_trgm;
ALTER INDEX public.i DEPENDS ON EXTENSION pg_trgm;
ALTER FUNCTION public.paths() DEPENDS ON EXTENSION pg_trgm;
ALTER TRIGGER fire ON public.t DEPENDS ON EXTENSION pg_trgm;
