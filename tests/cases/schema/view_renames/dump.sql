SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;
SET check_function_bodies = false;
SET client_min_messages = warning;
SET search_path = public;

CREATE SCHEMA d;

CREATE SCHEMA b;

CREATE TYPE d.sort AS ENUM (
    'it''s',
    'z'
);

CREATE TYPE d.place AS (
    street text,
    city text
);

CREATE SEQUENCE d.clock;

CREATE TABLE b.things (
    id     integer NOT NULL,
    title  text,
    kind   d.sort,
    parent integer,
    later  integer
);

CREATE TABLE d.parts (
    id     integer NOT NULL,
    item   integer,
    weight numeric
);

CREATE FUNCTION d.tag(integer)
    RETURNS text
    LANGUAGE sql IMMUTABLE
    AS $$SELECT $1::text$$;

CREATE VIEW public.v AS
SELECT things.id, things.title AS name, label.label, i.kind AS what, d.tag(things.id) AS called, 'it''s'::d.sort AS x,
           nextval('d.clock') AS next
    FROM b.things JOIN b.things i ON i.id = things.parent, LATERAL d.tag(i.id) label
    WHERE things.kind = 'it''s' ORDER BY name;

CREATE VIEW public.whole (id, name, sort, parent) AS
SELECT things.id, things.title AS name, things.kind, things.parent FROM b.things;

CREATE VIEW public.star_of_view AS
SELECT s.id, s.name, s.sort AS kind, s.parent FROM public.whole s WHERE s.id > 0;

CREATE VIEW public.grouped AS
SELECT kind, count(*) FROM b.things GROUP BY kind HAVING max(title) > 'a';

CREATE TABLE d.people (
    number integer NOT NULL,
    name   text,
    home   d.place
);

CREATE TABLE d.tasks (
    id     integer,
    worker integer,
    name   text
);

CREATE VIEW public.using_names AS
SELECT id, p.name, j.worker AS person FROM d.people p (id, name, home) JOIN d.tasks j USING (id);

CREATE VIEW public.using_self AS
SELECT tasks.name, id, other.person, person AS who FROM d.tasks AS tasks (id, person, name) JOIN d.tasks other (id, person, name) USING (id, person) WHERE tasks.name = other.name AND tasks.id > 0;

CREATE VIEW public.natural_names AS
SELECT id, name FROM d.people AS people (id, name, home)  JOIN d.tasks USING (id, name);

CREATE VIEW public.full_names AS
SELECT id, p.home FROM d.people p (id, name, home) FULL JOIN d.tasks USING (id);

CREATE VIEW public.listed AS
SELECT x.a, x.name FROM d.tasks x (a, b) WHERE b > 0;

CREATE FUNCTION d.all_tasks()
    RETURNS SETOF d.tasks
    LANGUAGE sql STABLE
    AS $$SELECT * FROM c.jobs$$;

CREATE VIEW public.of_function AS
SELECT all_jobs.id, all_jobs.person, all_jobs.name FROM d.all_tasks() AS all_jobs (id, person, name);

CREATE VIEW public.of_function_alias AS
SELECT f.id, f FROM d.all_tasks() f (id, person, name) WHERE name > '';

CREATE FUNCTION d.something()
    RETURNS SETOF record
    LANGUAGE sql
    AS $$SELECT 1, 2$$;

CREATE VIEW public.of_record AS
SELECT anything.x, anything.y FROM d.something() AS anything (x int, y int);

CREATE FUNCTION d.salute(d.people)
    RETURNS text
    LANGUAGE sql STABLE
    AS $$SELECT $1.name$$;

CREATE VIEW public.fields AS
SELECT (home).city AS where_at, (p.home).street AS way, (p).name, (home).street, (home).city AS town, d.salute(p) AS spoken, g.greeting FROM d.people p
    CROSS JOIN LATERAL (SELECT d.salute(p) AS greeting) g WHERE (home).city > 'a';

CREATE VIEW public.twice AS
SELECT s.one FROM (SELECT 1 AS one) s, LATERAL (SELECT s.one) t;

CREATE VIEW public.of_class AS
SELECT pg_relation_size('d.tasks') AS size, 'd.people'::regclass AS class;

CREATE COLLATION d.bare (provider = libc, lc_collate = 'C', lc_ctype = 'C');

CREATE VIEW public.collated AS
SELECT name COLLATE d.bare AS name FROM d.people ORDER BY name COLLATE d.bare;

CREATE TABLE public.feelings (
    id   integer,
    sort d.sort NOT NULL
);

CREATE VIEW public.moved AS
SELECT id, CASE sort WHEN 'it''s' THEN 'x' ELSE 'other' END AS word, coalesce(nullif(sort, 'it''s'), 'z') AS other
    FROM public.feelings WHERE sort = 'it''s' OR sort IN ('z', 'it''s') OR sort::text = 'x' OR sort = ANY (ARRAY['it''s'::d.sort]);

ALTER TABLE ONLY b.things
    ADD CONSTRAINT items_pkey PRIMARY KEY (id);

ALTER TABLE ONLY d.parts
    ADD CONSTRAINT parts_pkey PRIMARY KEY (id);

ALTER TABLE ONLY d.people
    ADD CONSTRAINT people_pkey PRIMARY KEY (number);

GRANT SELECT ON TABLE public.moved TO PUBLIC;
GRANT UPDATE (word) ON TABLE public.moved TO PUBLIC;
