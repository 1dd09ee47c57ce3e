SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;
SET check_function_bodies = false;
SET client_min_messages = warning;
SET search_path = public;

CREATE TABLE public.t (
    a integer NOT NULL,
    b integer,
    c text
);

CREATE TABLE public.u (
    a integer NOT NULL,
    b integer
);

CREATE TABLE public.v (
    a integer
);

CREATE TABLE public.w (
    a integer NOT NULL
);

CREATE MATERIALIZED VIEW public.m AS
SELECT a, b FROM public.t;

CREATE INDEX by_b ON public.t USING btree (b);

CREATE INDEX by_c ON public.t USING gist (int4range(a, b));

CREATE UNIQUE INDEX by_a ON public.t USING btree (a);

CREATE INDEX expressions ON public.t USING btree ((a + b), c, lower(c), upper(c));

ALTER TABLE ONLY public.u
    ADD CONSTRAINT u_pkey PRIMARY KEY (a);

ALTER TABLE ONLY public.w
    ADD CONSTRAINT w_pkey PRIMARY KEY (a);

CREATE INDEX of_view ON public.m USING btree (a);

ALTER TABLE public.t CLUSTER ON by_b;
ALTER INDEX public.expressions ALTER COLUMN 1 SET STATISTICS 100;
ALTER INDEX public.expressions ALTER COLUMN 3 SET STATISTICS 10000;
ALTER TABLE ONLY public.t REPLICA IDENTITY USING INDEX by_a;
ALTER TABLE ONLY public.u REPLICA IDENTITY FULL;
ALTER TABLE ONLY public.v REPLICA IDENTITY NOTHING;
ALTER TABLE public.m CLUSTER ON of_view;
