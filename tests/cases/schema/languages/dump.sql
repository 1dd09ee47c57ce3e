SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;
SET check_function_bodies = false;
SET client_min_messages = warning;
SET search_path = public;

CREATE FUNCTION public.my_handler()
    RETURNS language_handler
    LANGUAGE c
    AS '$libdir/plpgsql', 'plpgsql_call_handler';

CREATE FUNCTION public.my_inline(internal)
    RETURNS void
    LANGUAGE c STRICT
    AS '$libdir/plpgsql', 'plpgsql_inline_handler';

CREATE FUNCTION public.my_validator(oid)
    RETURNS void
    LANGUAGE c STRICT
    AS '$libdir/plpgsql', 'plpgsql_validator';

CREATE TRUSTED LANGUAGE first_language HANDLER public.my_handler INLINE public.my_inline VALIDATOR public.my_validator;

CREATE FUNCTION public.answer()
    RETURNS integer
    LANGUAGE first_language
    AS $$BEGIN RETURN 42; END$$;

CREATE LANGUAGE other HANDLER plpgsql_call_handler VALIDATOR plpgsql_validator;

CREATE TRANSFORM FOR tsquery LANGUAGE sql (FROM SQL WITH FUNCTION prsd_lextype(internal));

CREATE TRANSFORM FOR point LANGUAGE first_language (FROM SQL WITH FUNCTION prsd_lextype(internal));

COMMENT ON LANGUAGE first_language IS 'the one with a guard';
COMMENT ON TRANSFORM FOR tsquery LANGUAGE sql IS 'rather useless';

REVOKE USAGE ON LANGUAGE first_language FROM PUBLIC;
