SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;
SET check_function_bodies = false;
SET client_min_messages = warning;
SET search_path = public;

CREATE SCHEMA app;

CREATE TABLE public.events (
    id      bigint NOT NULL,
    kind    text NOT NULL,
    at      timestamp with time zone NOT NULL,
    payload jsonb
);

CREATE MATERIALIZED VIEW public.by_kind AS
SELECT kind, count(*) AS events, max(at) AS latest FROM public.events GROUP BY kind;

CREATE MATERIALIZED VIEW app.emptier (kind, amount) WITH (fillfactor=70, autovacuum_enabled=false) AS
SELECT kind, sum((payload ->> 'amount')::numeric) FROM public.events GROUP BY 1
WITH NO DATA;
ALTER TABLE ONLY app.emptier ALTER COLUMN kind SET STORAGE EXTERNAL;
ALTER TABLE ONLY app.emptier ALTER COLUMN kind SET STATISTICS 500;

CREATE MATERIALIZED VIEW public.filled_later AS
SELECT e.id, e.kind, e.at, e.payload FROM public.events e;

CREATE FUNCTION public.kinds()
    RETURNS SETOF text
    LANGUAGE plpgsql
    AS $$BEGIN RETURN QUERY SELECT DISTINCT kind FROM events; END$$;

CREATE MATERIALIZED VIEW public.of_function AS
SELECT k FROM public.kinds() AS k
WITH NO DATA;

CREATE VIEW public.of_materialized AS
SELECT kind, events FROM public.by_kind WHERE latest > now();

ALTER TABLE ONLY public.events
    ADD CONSTRAINT events_pkey PRIMARY KEY (id);

CREATE UNIQUE INDEX by_kind_kind_idx ON public.by_kind USING btree (kind);

CREATE INDEX by_kind_latest ON public.by_kind USING btree (latest DESC, events)
    WHERE events > 10;

REFRESH MATERIALIZED VIEW public.of_function;

COMMENT ON MATERIALIZED VIEW public.by_kind IS 'counted';
COMMENT ON COLUMN public.by_kind.events IS 'how many';
