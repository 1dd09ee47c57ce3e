SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;
SET check_function_bodies = false;
SET client_min_messages = warning;
SET search_path = public;

CREATE TABLE public.t (
    a character varying(9),
    b character(3) DEFAULT 'abc',
    c integer,
    d character varying,
    CONSTRAINT t_a_check CHECK (a IN ('x', 'y')),
    CONSTRAINT t_b_check CHECK (b IN ('u', 'v')),
    CONSTRAINT t_c_check CHECK (c IN (1, 2)),
    CONSTRAINT t_d_check CHECK (d = ANY (ARRAY['x', 'y'])),
    CONSTRAINT t_check CHECK (a IN (d, 'z'))
);

CREATE VIEW public.v AS
SELECT a FROM public.t WHERE a IN ('x', 'y');

CREATE VIEW public.w (n, name) AS
VALUES (1, 'x'), (2, 'y');

CREATE VIEW public.plain AS
VALUES (1, 'x');

CREATE FUNCTION public.f(k character varying DEFAULT 'x')
    RETURNS boolean
    LANGUAGE sql
    RETURN k IN ('x', 'y');

CREATE INDEX i ON public.t USING btree (a)
    WHERE a NOT IN ('x', 'y');
