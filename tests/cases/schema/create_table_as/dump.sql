SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;
SET check_function_bodies = false;
SET client_min_messages = warning;
SET search_path = public;

CREATE SEQUENCE public.users_id_seq
    AS integer;

CREATE TABLE public.users (
    id   integer DEFAULT nextval('public.users_id_seq'::regclass) NOT NULL,
    name character varying(20) NOT NULL,
    mail text COLLATE "C",
    tags integer[]
);

CREATE TABLE public.copied (
    id   integer NOT NULL,
    name character varying(20),
    mail text COLLATE "C",
    tags integer[]
);

CREATE TABLE public.named (
    a integer,
    b character varying(20)
);

CREATE TABLE public.partly_named (
    a     integer,
    name  character varying(20),
    lower text COLLATE "C"
);

CREATE UNLOGGED TABLE public.quick (
    one     integer,
    words   text,
    nothing text
)
WITH (fillfactor=70);

CREATE TABLE public.of_values (
    column1 integer,
    column2 text
);

CREATE TABLE public.of_changes (
    id   integer,
    name character varying(20)
);

CREATE TABLE public.into_table (
    id    integer,
    label character varying(20)
);

CREATE UNLOGGED TABLE public.into_unlogged (
    count bigint
);

CREATE TABLE public.of_copied (
    id   integer,
    name character varying(20),
    mail text COLLATE "C",
    tags integer[]
);

ALTER SEQUENCE public.users_id_seq OWNED BY public.users.id;

ALTER TABLE ONLY public.users
    ADD CONSTRAINT users_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.copied
    ADD CONSTRAINT copied_pkey PRIMARY KEY (id);
