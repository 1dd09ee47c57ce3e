SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;
SET check_function_bodies = false;
SET client_min_messages = warning;
SET search_path = public;

CREATE SEQUENCE public.child_id_seq
    AS integer;

CREATE TABLE public.parent (
    id integer NOT NULL
);

CREATE TABLE public.child (
    id     integer DEFAULT nextval('public.child_id_seq'::regclass) NOT NULL,
    parent integer,
    self   integer
);

CREATE UNLOGGED TABLE public.quick (
    id integer
);

ALTER SEQUENCE public.child_id_seq OWNED BY public.child.id;

ALTER TABLE ONLY public.parent
    ADD CONSTRAINT parent_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.child
    ADD CONSTRAINT child_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.child
    ADD CONSTRAINT child_parent_fkey FOREIGN KEY (parent) REFERENCES public.parent (id);

ALTER TABLE ONLY public.child
    ADD CONSTRAINT child_self_fkey FOREIGN KEY (self) REFERENCES public.child (id);

ALTER TABLE ONLY public.quick
    ADD CONSTRAINT quick_id_fkey FOREIGN KEY (id) REFERENCES public.parent (id);
