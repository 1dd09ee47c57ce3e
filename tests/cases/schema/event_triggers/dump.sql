SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;
SET check_function_bodies = false;
SET client_min_messages = warning;
SET search_path = public;

CREATE SCHEMA app;

CREATE FUNCTION app.listen()
    RETURNS event_trigger
    LANGUAGE plpgsql
    AS $$BEGIN END$$;

CREATE FUNCTION public.hear_other()
    RETURNS event_trigger
    LANGUAGE plpgsql
    AS $$BEGIN END$$;

CREATE EVENT TRIGGER before_all ON ddl_command_start
    EXECUTE FUNCTION app.listen();
ALTER EVENT TRIGGER before_all DISABLE;

CREATE EVENT TRIGGER some_tags ON ddl_command_end
    WHEN TAG IN ('CREATE TABLE', 'DROP TABLE', 'ALTER TEXT SEARCH PARSER')
    EXECUTE FUNCTION public.hear_other();
ALTER EVENT TRIGGER some_tags ENABLE REPLICA;

CREATE EVENT TRIGGER on_drop ON sql_drop
    EXECUTE FUNCTION app.listen();

CREATE EVENT TRIGGER "on Rewrite" ON table_rewrite
    WHEN TAG IN ('ALTER TABLE')
    EXECUTE FUNCTION app.listen();
ALTER EVENT TRIGGER "on Rewrite" ENABLE ALWAYS;

COMMENT ON EVENT TRIGGER on_drop IS 'hears what goes';
