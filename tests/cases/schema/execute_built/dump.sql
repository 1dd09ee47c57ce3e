SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;
SET check_function_bodies = false;
SET client_min_messages = warning;
SET search_path = public;

CREATE SCHEMA audit;

CREATE TABLE public.accounts (
    id      integer,
    name    text,
    touched boolean NOT NULL
);

CREATE TABLE public."Odd Table" (
    id      integer,
    touched boolean NOT NULL
);

CREATE TABLE audit.accounts_log (
    id   integer,
    name text,
    at   timestamp with time zone DEFAULT '2020-01-01'
);

CREATE TABLE audit."Odd Table_log" (
    id integer,
    at timestamp with time zone DEFAULT '2020-01-01'
);

CREATE TABLE public.part_01 (
    m integer,
    CONSTRAINT part_01_m_check CHECK (m = 1)
);

CREATE TABLE public.part_02 (
    m integer,
    CONSTRAINT part_02_m_check CHECK (m = 2)
);

CREATE TABLE public.odd_9 ();

CREATE TABLE public.odd_7 ();

CREATE TABLE public.odd_5 ();

CREATE TABLE public.while_1 (
    id integer
);

CREATE TABLE public."right" ();

CREATE TABLE public.two (
    at integer DEFAULT 2
);

CREATE TABLE public.one (
    at integer DEFAULT 1
);

CREATE TABLE public.three ();

CREATE FUNCTION public.answer()
    RETURNS integer
    LANGUAGE sql
    AS $$SELECT 42$$;

CREATE INDEX part_02_m_idx ON public.part_02 USING btree (m);

COMMENT ON TABLE audit.accounts_log IS 'of accounts';
COMMENT ON TABLE audit."Odd Table_log" IS 'of Odd Table';
