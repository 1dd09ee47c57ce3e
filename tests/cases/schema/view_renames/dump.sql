SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;
SET check_function_bodies = false;
SET client_min_messages = warning;
SET search_path = public;

CREATE SCHEMA c;

CREATE SCHEMA b;

CREATE TYPE c.sort AS ENUM (
    'x',
    'z'
);

CREATE SEQUENCE c.clock;

CREATE TABLE b.things (
    id     integer NOT NULL,
    title  text,
    kind   c.sort,
    parent integer,
    later  integer
);

CREATE TABLE c.parts (
    id     integer NOT NULL,
    item   integer,
    weight numeric
);

CREATE FUNCTION c.tag(integer)
    RETURNS text
    LANGUAGE sql IMMUTABLE
    AS $$SELECT $1::text$$;

CREATE VIEW public.v AS
SELECT things.id, things.title AS name, label.label, i.kind AS what, c.tag(things.id) AS called, 'x'::c.sort AS x,
           nextval('c.clock') AS next
    FROM b.things JOIN b.things i ON i.id = things.parent, LATERAL c.tag(i.id) label
    WHERE things.kind = 'x' ORDER BY name;

CREATE VIEW public.whole (id, name, sort, parent) AS
SELECT things.id, things.title AS name, things.kind, things.parent FROM b.things;

CREATE VIEW public.star_of_view AS
SELECT s.id, s.name, s.sort AS kind, s.parent FROM public.whole s WHERE s.id > 0;

CREATE VIEW public.grouped AS
SELECT kind, count(*) FROM b.things GROUP BY kind HAVING max(title) > 'a';

ALTER TABLE ONLY b.things
    ADD CONSTRAINT items_pkey PRIMARY KEY (id);

ALTER TABLE ONLY c.parts
    ADD CONSTRAINT parts_pkey PRIMARY KEY (id);
