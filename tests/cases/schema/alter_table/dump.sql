SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;
SET check_function_bodies = false;
SET client_min_messages = warning;
SET search_path = public;

CREATE TABLE public.t (
    a integer NOT NULL,
    b text,
    d bigint DEFAULT 5,
    e uuid DEFAULT gen_random_uuid() NOT NULL,
    f integer,
    g integer,
    CONSTRAINT t_d_check CHECK (d > 0)
)
WITH (fillfactor=80);

CREATE UNLOGGED TABLE public.fast (
    a integer
);

ALTER TABLE ONLY public.t
    ADD CONSTRAINT t_pkey PRIMARY KEY (a);

ALTER TABLE ONLY public.t
    ADD CONSTRAINT t_e_key UNIQUE (e);

ALTER TABLE ONLY public.t
    ADD CONSTRAINT named UNIQUE (b, d);

ALTER TABLE ONLY public.t
    ADD CONSTRAINT t_f_fkey FOREIGN KEY (f) REFERENCES public.t (a);

ALTER TABLE ONLY public.t REPLICA IDENTITY FULL;
ALTER TABLE public.t ENABLE ROW LEVEL SECURITY;
ALTER TABLE ONLY public.t FORCE ROW LEVEL SECURITY;

CREATE POLICY own ON public.t
    AS RESTRICTIVE
    FOR UPDATE
    USING (a > 0)
    WITH CHECK (b = CURRENT_USER);

COMMENT ON TABLE public.t IS 'first
second';
COMMENT ON INDEX public.named IS 'of names';
COMMENT ON POLICY own ON public.t IS 'mine';
