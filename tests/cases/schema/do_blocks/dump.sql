SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;
SET check_function_bodies = false;
SET client_min_messages = warning;
SET search_path = public;

CREATE TYPE public.mood AS ENUM (
    'ok'
);

CREATE TABLE public.renamed (
    a integer,
    m public.mood,
    b integer DEFAULT 1,
    CONSTRAINT renamed_check CHECK (a > 0)
);

CREATE TABLE public.literal (
    a integer
);

CREATE TABLE public.quoted (
    a text DEFAULT 'x'
);

CREATE TABLE public.last (
    a integer
);

CREATE INDEX renamed_a ON public.renamed USING btree (a);
