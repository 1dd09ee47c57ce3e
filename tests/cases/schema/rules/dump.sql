SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;
SET check_function_bodies = false;
SET client_min_messages = warning;
SET search_path = public;

CREATE SCHEMA app;

CREATE TABLE app.log (
    at    timestamp with time zone DEFAULT now(),
    event text,
    id    integer
);

CREATE TABLE public.t (
    id     integer NOT NULL,
    title  text,
    secret text
);

CREATE TABLE app.reflection (
    id   integer,
    name text
);

CREATE VIEW public.v AS
SELECT id, title AS name FROM public.t;

CREATE FUNCTION app.cry(text)
    RETURNS text
    LANGUAGE sql IMMUTABLE
    AS $$SELECT upper($1)$$;

ALTER TABLE ONLY public.t
    ADD CONSTRAINT t_pkey PRIMARY KEY (id);

CREATE RULE nothing AS ON DELETE TO public.t DO INSTEAD NOTHING;

CREATE RULE keeps_log AS ON INSERT TO public.t DO ALSO INSERT INTO app.log (event, id) VALUES ('insert', NEW.id);
ALTER TABLE public.t ENABLE ALWAYS RULE keeps_log;

CREATE RULE when_changed AS ON UPDATE TO public.t WHERE (OLD.title IS DISTINCT FROM NEW.title OR EXISTS (SELECT FROM app.reflection m WHERE m.id = OLD.id)) DO ALSO (
    UPDATE app.reflection SET name = app.cry(NEW.title) WHERE app.reflection.id = OLD.id;
    INSERT INTO app.log SELECT now(), 'update', NEW.id
);
ALTER TABLE public.t ENABLE REPLICA RULE when_changed;

CREATE RULE told AS ON UPDATE TO public.t DO ALSO (
    NOTIFY changed, 'x';
    SELECT new.id, new.title, new.secret, OLD.id FROM app.log
);

CREATE RULE bare AS ON INSERT TO public.t WHERE (id > 0) DO INSTEAD NOTHING;

CREATE RULE "of View" AS ON INSERT TO public.v DO INSTEAD INSERT INTO public.t (id, title) VALUES (NEW.id, NEW.name) RETURNING id, title;

CREATE RULE v_update AS ON UPDATE TO public.v DO INSTEAD UPDATE public.t SET title = NEW.name FROM app.log WHERE public.t.id = OLD.id AND app.log.id = public.t.id;

CREATE RULE v_delete AS ON DELETE TO public.v DO INSTEAD (
    DELETE FROM public.t WHERE id = OLD.id;
    SELECT pg_notify('gone', OLD.name)
);

CREATE RULE replaced AS ON UPDATE TO public.t DO ALSO DELETE FROM app.log WHERE app.log.id = NEW.id;
ALTER TABLE public.t DISABLE RULE replaced;

COMMENT ON RULE keeps_log ON public.t IS 'keeps a log';
