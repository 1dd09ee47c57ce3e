SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;
SET check_function_bodies = false;
SET client_min_messages = warning;
SET search_path = public;

CREATE SCHEMA app;

CREATE SCHEMA far;

CREATE TYPE far.gaprange AS RANGE (
    subtype = integer
);

CREATE TYPE public.floatrange AS RANGE (
    subtype = double precision
);

CREATE TABLE public.orders (
    number integer,
    total  numeric,
    CONSTRAINT orders_total_check CHECK (total >= 0),
    CONSTRAINT orders_check CHECK (total < 1000000 OR number > 0),
    CONSTRAINT orders_number_check CHECK (number > 0),
    CONSTRAINT orders_total_check1 CHECK (total <> 1),
    CONSTRAINT orders_check1 CHECK (total > number)
);

CREATE TABLE public.later (
    a integer,
    b integer,
    c integer,
    d integer NOT NULL,
    e integer,
    f integer,
    g integer,
    CONSTRAINT later_check CHECK (a < b),
    CONSTRAINT later_check1 CHECK (c < d),
    CONSTRAINT later_check2 CHECK (d > a),
    CONSTRAINT later_g_check CHECK (g > 0)
);

CREATE TABLE public.base (
    a integer,
    b integer
);

CREATE TABLE app.items (
    id     integer,
    note   text,
    parent integer
);

CREATE VIEW app.latest AS
SELECT id, a FROM app.items, public.base;

CREATE TABLE app.keyed (
    id integer NOT NULL
);

CREATE TABLE public.derived (
    b integer
)
INHERITS (public.base);

CREATE TABLE public.more_derived (
    a integer,
    b integer,
    c integer
)
INHERITS (public.base);

CREATE TABLE public.gaps (
    gap far.gaprange DEFAULT far.gaprange(1, 2)
);

CREATE TABLE public.spans (
    one    public.floatrange DEFAULT public.floatrange(1, 2),
    many   public.floatmultirange,
    all_of public.floatmultirange[]
);

CREATE TABLE public.log (
    a    integer,
    b    integer,
    what text
);

CREATE FUNCTION public.next(i integer)
    RETURNS integer
    LANGUAGE plpgsql
    AS $$BEGIN RETURN i + 1; END$$;

ALTER TABLE ONLY public.orders
    ADD CONSTRAINT orders_number_key UNIQUE (number);

ALTER TABLE ONLY public.orders
    ADD CONSTRAINT orders_total_excl EXCLUDE USING btree (total WITH =);

ALTER TABLE ONLY public.later
    ADD CONSTRAINT later_f_key UNIQUE (f);

ALTER TABLE ONLY public.later
    ADD CONSTRAINT later_d_key UNIQUE (d);

CREATE INDEX items_note ON app.items USING btree (note);

ALTER TABLE ONLY app.keyed
    ADD CONSTRAINT keyed_id PRIMARY KEY (id);

ALTER TABLE ONLY public.orders
    ADD CONSTRAINT orders_number_fkey FOREIGN KEY (number) REFERENCES public.orders (number);

ALTER TABLE ONLY public.later
    ADD CONSTRAINT later_e_fkey FOREIGN KEY (e) REFERENCES public.later (f);

ALTER TABLE ONLY public.later
    ADD CONSTRAINT later_b_fkey FOREIGN KEY (b) REFERENCES public.later (d);

ALTER TABLE ONLY app.items
    ADD CONSTRAINT items_parent_fkey FOREIGN KEY (parent) REFERENCES public.orders (number);

CREATE RULE logged AS ON UPDATE TO public.base DO ALSO INSERT INTO public.log VALUES (old.a, old.b, 'old'), (new.a, new.b, 'new');
