SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;
SET check_function_bodies = false;
SET client_min_messages = warning;
SET search_path = public;

CREATE FUNCTION public.second_handler(internal)
    RETURNS index_am_handler
    LANGUAGE internal
    AS $$gisthandler$$;

CREATE ACCESS METHOD gist2 TYPE INDEX HANDLER gisthandler;

CREATE ACCESS METHOD heap2 TYPE TABLE HANDLER heap_tableam_handler;

CREATE ACCESS METHOD mine TYPE INDEX HANDLER public.second_handler;

COMMENT ON ACCESS METHOD mine IS 'a second name for an old friend';
