SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;
SET check_function_bodies = false;
SET client_min_messages = warning;
SET search_path = public;

CREATE TYPE public.feeling AS ENUM (
    'sad',
    'happy'
);

CREATE TABLE public.persons (
    id        integer NOT NULL,
    full_name text,
    mood      public.feeling,
    note      character varying(20)
);

CREATE FUNCTION public.all_people()
    RETURNS SETOF public.persons
    LANGUAGE sql
BEGIN ATOMIC
    SELECT persons.id, persons.full_name AS name, persons.mood, persons.note FROM public.persons WHERE mood = 'happy'::public.feeling;
END;

CREATE VIEW public.happy AS
SELECT name FROM public.all_people() AS all_people (id, name, mood, note);

CREATE FUNCTION public.latest()
    RETURNS public.feeling
    LANGUAGE sql STABLE
    RETURN (SELECT max(mood) FROM public.persons);

CREATE FUNCTION public.shorten(t text, n integer)
    RETURNS text
    LANGUAGE sql IMMUTABLE
    RETURN CASE WHEN public.latest() = 'sad' THEN t ELSE left(t, $2) END;

CREATE FUNCTION public.label(p integer)
    RETURNS text
    LANGUAGE sql STABLE
    RETURN (SELECT public.shorten(full_name, 3) FROM public.persons WHERE id = p);

CREATE FUNCTION public.add_person(id integer, name text)
    RETURNS integer
    LANGUAGE sql
BEGIN ATOMIC
    INSERT INTO public.persons (id, full_name) VALUES (add_person.id, $2);
    UPDATE public.persons SET note = upper(persons.full_name) WHERE persons.id = add_person.id RETURNING persons.id;
END;

CREATE PROCEDURE public.forget(who integer)
    LANGUAGE sql
BEGIN ATOMIC
    DELETE FROM public.persons WHERE id = who;
END;

CREATE PROCEDURE public.nothing()
    LANGUAGE sql
BEGIN ATOMIC
END;

CREATE FUNCTION public.greet(VARIADIC b text[])
    RETURNS text
    LANGUAGE sql
    RETURN array_to_string(b, ' ');

ALTER TABLE ONLY public.persons
    ADD CONSTRAINT people_pkey PRIMARY KEY (id);
