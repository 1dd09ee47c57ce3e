SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;
SET check_function_bodies = false;
SET client_min_messages = warning;
SET search_path = public;

CREATE TABLE public.t (
    a integer NOT NULL,
    b text,
    c jsonb,
    d integer[],
    e tsvector,
    f timestamp with time zone
);

CREATE INDEX plain ON public.t USING btree (a) WITH (fillfactor=60);

CREATE UNIQUE INDEX ordered ON public.t USING btree (a DESC, b NULLS FIRST, f DESC NULLS LAST);

CREATE INDEX patterns ON public.t USING btree (b text_pattern_ops, lower(b) COLLATE "C");

CREATE INDEX defaults ON public.t USING btree (b, d);

CREATE INDEX partial ON public.t USING btree (a)
    WHERE b LIKE 'x%' AND c IS NOT NULL OR a IN (1, 2);

CREATE INDEX covering ON public.t USING btree (a) INCLUDE (b, f) WITH (fillfactor=50);

CREATE INDEX json ON public.t USING gin (c jsonb_path_ops);

CREATE INDEX words ON public.t USING gin (to_tsvector('english', b));

CREATE INDEX days ON public.t USING brin (f) WITH (pages_per_range=32);

CREATE INDEX expressions ON public.t USING btree ((a + 1), (c ->> 'k'), COALESCE(b, ''), ((b || 'x') || 'y'));

CREATE UNIQUE INDEX nulls ON public.t USING btree (a) NULLS NOT DISTINCT;

CREATE UNIQUE INDEX ident ON public.t USING btree (a) WITH (deduplicate_items=off);

ALTER TABLE public.t CLUSTER ON plain;
ALTER TABLE ONLY public.t REPLICA IDENTITY USING INDEX ident;
