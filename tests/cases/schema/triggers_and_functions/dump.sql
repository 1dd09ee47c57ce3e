SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;
SET check_function_bodies = false;
SET client_min_messages = warning;
SET search_path = public;

CREATE TABLE public.t (
    a integer,
    b text,
    c timestamp with time zone
);

CREATE FUNCTION public.touch()
    RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'public'
    AS $$
BEGIN
    NEW.c := now(); -- 'quotes' and $tags$ stay
    RETURN NEW;
END;
$$;

CREATE FUNCTION public.f(a integer, b text DEFAULT 'x', VARIADIC c integer[] DEFAULT '{}')
    RETURNS SETOF public.t
    LANGUAGE sql STABLE LEAKPROOF STRICT SECURITY DEFINER PARALLEL SAFE COST 5 ROWS 10
    SET work_mem TO '64MB'
    SET search_path TO 'public', 'Other'
    AS $$SELECT * FROM t$$;

CREATE FUNCTION public.g(a integer, OUT b integer, INOUT c text)
    LANGUAGE plpgsql
    AS $$BEGIN b := a; END$$;

CREATE FUNCTION public.h(integer)
    RETURNS TABLE(x integer, y numeric)
    LANGUAGE sql IMMUTABLE
    AS $$SELECT 1, 3.0$$;

CREATE FUNCTION public.i(a integer)
    RETURNS integer
    LANGUAGE sql IMMUTABLE COST 7
    RETURN a + 1;

CREATE PROCEDURE public.p(a integer, INOUT b integer DEFAULT 1)
    LANGUAGE plpgsql
    AS $$BEGIN b := a; END$$;

CREATE PROCEDURE public.p(a text)
    LANGUAGE plpgsql
    AS $$BEGIN END$$;

CREATE TRIGGER "Row"
    BEFORE INSERT OR UPDATE OF a, b ON public.t
    FOR EACH ROW
    WHEN (NEW.a IS NOT NULL)
    EXECUTE FUNCTION public.touch();

CREATE TRIGGER after_all
    AFTER UPDATE ON public.t
    REFERENCING OLD TABLE AS o NEW TABLE AS n
    FOR EACH STATEMENT
    EXECUTE FUNCTION public.touch();

CREATE TRIGGER emptied
    AFTER TRUNCATE ON public.t
    FOR EACH STATEMENT
    EXECUTE FUNCTION public.touch('x', '1', 'y');
ALTER TABLE ONLY public.t DISABLE TRIGGER emptied;

CREATE CONSTRAINT TRIGGER late
    AFTER DELETE ON public.t
    DEFERRABLE INITIALLY DEFERRED
    FOR EACH ROW
    EXECUTE FUNCTION public.touch();
ALTER TABLE ONLY public.t ENABLE ALWAYS TRIGGER late;

CREATE TRIGGER same
    BEFORE UPDATE ON public.t
    FOR EACH ROW
    WHEN (OLD.* IS DISTINCT FROM NEW.*)
    EXECUTE FUNCTION suppress_redundant_updates_trigger();

COMMENT ON FUNCTION public.h(integer) IS 'twice';
COMMENT ON PROCEDURE public.p(text) IS 'of text';
COMMENT ON TRIGGER late ON public.t IS 'comes late';
