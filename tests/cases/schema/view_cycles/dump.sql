SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;
SET check_function_bodies = false;
SET client_min_messages = warning;
SET search_path = public;

CREATE TABLE public.t (
    id integer NOT NULL,
    a  text
);

CREATE VIEW public.v AS
SELECT
    NULL::integer AS id,
    NULL::text AS a,
    NULL::text AS label;

CREATE FUNCTION public.label(public.v)
    RETURNS text
    LANGUAGE sql STABLE
    AS $$SELECT $1.a$$;

CREATE OR REPLACE VIEW public.v AS
SELECT x.id, x.a, public.label(ROW(x.id, x.a, NULL)::public.v) AS label FROM public.t x;

CREATE FUNCTION public.counted()
    RETURNS bigint
    LANGUAGE sql STABLE
    AS $$SELECT count(*) FROM v$$;

CREATE VIEW public.w AS
SELECT public.counted() AS n;

CREATE TABLE public.u (
    id    integer,
    n     bigint DEFAULT public.counted(),
    "row" public.v
);

CREATE MATERIALIZED VIEW public.m AS
SELECT id, w.n, u."row" FROM public.u, public.w
WITH NO DATA;

ALTER TABLE ONLY public.t
    ADD CONSTRAINT t_pkey PRIMARY KEY (id);

CREATE VIEW public.grouped AS
SELECT t.id, t.a, count(*) AS n FROM public.t JOIN public.u USING (id) GROUP BY t.id;

CREATE INDEX m_id_idx ON public.m USING btree (id);

REFRESH MATERIALIZED VIEW public.m;
