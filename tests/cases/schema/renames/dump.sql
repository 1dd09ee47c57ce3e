SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;
SET check_function_bodies = false;
SET client_min_messages = warning;
SET search_path = public;

CREATE SCHEMA app;

CREATE TYPE app.feeling AS ENUM (
    'sad',
    'ok'
);

CREATE SEQUENCE public.counters;

CREATE FUNCTION public."Grade"(m app.feeling)
    RETURNS integer
    LANGUAGE sql IMMUTABLE
    AS $$SELECT 1$$;

CREATE TABLE app.persons (
    id    integer DEFAULT nextval('public.counters') NOT NULL,
    feels app.feeling DEFAULT 'ok',
    score integer GENERATED ALWAYS AS (public."Grade"(feels)) STORED,
    even  text,
    CONSTRAINT people_mood_check CHECK (feels <> 'sad'::app.feeling)
);

CREATE TABLE public.limited (
    amount integer,
    CONSTRAINT above_zero CHECK (amount > 0)
);

CREATE TABLE public.limited_child ()
INHERITS (public.limited);

ALTER TABLE ONLY app.persons
    ADD CONSTRAINT persons_pk PRIMARY KEY (id);

CREATE INDEX persons_feels ON app.persons USING btree ((public."Grade"(feels)))
    WHERE feels = 'ok' AND even IS NOT NULL;
