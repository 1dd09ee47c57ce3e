SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;
SET check_function_bodies = false;
SET client_min_messages = warning;
SET search_path = public;

CREATE SCHEMA application;

CREATE COLLATION public.case_insensitive (provider = icu, locale = 'und-u-ks-level2', deterministic = false);

CREATE COLLATION public.plain (provider = libc, lc_collate = 'C', lc_ctype = 'C');

CREATE DOMAIN public.nickname AS text COLLATE public.case_insensitive
    CONSTRAINT nickname_check CHECK (VALUE COLLATE public.plain <> 'root');

CREATE TYPE public.person AS (
    name text COLLATE public.case_insensitive,
    note text
);

CREATE TYPE public.textrange AS RANGE (
    subtype = text,
    "collation" = public.plain
);

CREATE COLLATION public."Copied" (provider = icu, locale = 'und-u-ks-level2', deterministic = false);

CREATE COLLATION application.sides (provider = libc, lc_collate = 'C', lc_ctype = 'POSIX');

CREATE TABLE public.users (
    id         integer NOT NULL,
    name       text COLLATE public.case_insensitive,
    nick       public.nickname,
    other_nick public.nickname COLLATE "C",
    plain_nick public.nickname COLLATE "default",
    same_nick  public.nickname,
    title      text COLLATE public."Copied" DEFAULT ('a' COLLATE public.case_insensitive),
    code       name,
    wide       name COLLATE "default",
    CONSTRAINT users_title_check CHECK (title COLLATE application.sides > 'a')
);

CREATE TABLE public.parts (
    k text COLLATE public.case_insensitive,
    v integer
)
PARTITION BY RANGE (k COLLATE public.plain);

CREATE TABLE public.with_gone (
    b integer
);

CREATE COLLATION application.of_c (provider = libc, lc_collate = 'C', lc_ctype = 'C');

CREATE COLLATION public.of_icu (provider = icu, locale = 'de-AT');

CREATE COLLATION public."Mixed Case" (provider = icu, locale = 'sv');

ALTER TABLE ONLY public.users
    ADD CONSTRAINT users_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.users
    ADD CONSTRAINT users_name_key UNIQUE (name);

CREATE INDEX users_title ON public.users USING btree (title COLLATE "C", name, lower(title) COLLATE application.of_c);

CREATE INDEX users_wrapped ON public.users USING btree (name, title COLLATE "C", name, (title || 'x') COLLATE "C");

CREATE INDEX users_partial ON public.users USING btree (id)
    WHERE title > 'b' COLLATE public.plain;

COMMENT ON COLLATION public.case_insensitive IS 'without regard to case';
