SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;
SET check_function_bodies = false;
SET client_min_messages = warning;
SET search_path = public;

CREATE TABLE public.a (
    x integer NOT NULL,
    y integer,
    z int4range
);

CREATE TABLE public.b (
    x integer NOT NULL,
    y integer,
    z int4range NOT NULL,
    CONSTRAINT b_check CHECK (x > 0 AND y IN (1, 2, 3) OR NOT (x BETWEEN 5 AND 9)) NO INHERIT
);

ALTER TABLE public.b
    ADD CONSTRAINT checked CHECK (y <> 7) NOT VALID;

ALTER TABLE ONLY public.a
    ADD CONSTRAINT a_pkey PRIMARY KEY (x) WITH (fillfactor=70);

ALTER TABLE ONLY public.a
    ADD CONSTRAINT a_key UNIQUE (x, y) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.b
    ADD CONSTRAINT b_nulls UNIQUE NULLS NOT DISTINCT (y);

ALTER TABLE ONLY public.b
    ADD CONSTRAINT b_excl EXCLUDE USING gist (z WITH &&) WHERE (x > 0);

ALTER TABLE ONLY public.b
    ADD CONSTRAINT b_primary PRIMARY KEY (x, z);

ALTER TABLE ONLY public.b
    ADD CONSTRAINT b_fk FOREIGN KEY (x) REFERENCES public.a (x) MATCH FULL ON UPDATE SET NULL ON DELETE SET DEFAULT;

ALTER TABLE ONLY public.b
    ADD CONSTRAINT late FOREIGN KEY (x) REFERENCES public.a (x);

COMMENT ON CONSTRAINT b_fk ON public.b IS 'why';
