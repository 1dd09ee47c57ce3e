SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;
SET check_function_bodies = false;
SET client_min_messages = warning;
SET search_path = public, ext;

CREATE SCHEMA ext;

CREATE EXTENSION IF NOT EXISTS "uuid-ossp" WITH SCHEMA public;

CREATE EXTENSION IF NOT EXISTS citext WITH SCHEMA ext;

CREATE EXTENSION IF NOT EXISTS cube WITH SCHEMA public;

CREATE EXTENSION IF NOT EXISTS earthdistance WITH SCHEMA public;

CREATE EXTENSION IF NOT EXISTS btree_gist WITH SCHEMA public;

CREATE EXTENSION IF NOT EXISTS hstore WITH SCHEMA ext;

CREATE EXTENSION IF NOT EXISTS pgcrypto WITH SCHEMA public;

CREATE DOMAIN public.address AS ext.citext
    CONSTRAINT address_check CHECK (VALUE ~ '@');

CREATE TYPE public.pair AS (
    key text,
    value ext.hstore
);

CREATE TABLE public.docs (
    id         uuid DEFAULT public.uuid_generate_v4() NOT NULL,
    email      ext.citext NOT NULL,
    aliases    ext.citext[],
    attributes ext.hstore DEFAULT ''::ext.hstore,
    place      public.cube,
    at         point,
    during     tstzrange,
    room       integer
);

CREATE TABLE public.uses (
    a     public.address,
    p     public.pair,
    h     ext.hstore,
    again ext.hstore,
    h2    ext.hstore DEFAULT 'a=>1'::ext.hstore
);

CREATE TABLE public.tree (
    id   integer,
    kept integer
);

CREATE TABLE public.plain (
    a text,
    b text
);

CREATE TABLE public.keys (
    id     uuid DEFAULT gen_random_uuid() NOT NULL,
    digest bytea DEFAULT public.digest('a', 'sha1')
);

CREATE FUNCTION public.find(wanted ext.citext, options ext.hstore DEFAULT NULL)
    RETURNS SETOF public.docs
    LANGUAGE sql STABLE
    AS $$ SELECT * FROM docs WHERE email = wanted $$;

ALTER TABLE ONLY public.docs
    ADD CONSTRAINT docs_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.docs
    ADD CONSTRAINT docs_email_key UNIQUE (email);

ALTER TABLE ONLY public.docs
    ADD CONSTRAINT docs_room_during_excl EXCLUDE USING gist (room WITH =, during WITH &&);

CREATE INDEX docs_attributes ON public.docs USING gin (attributes);

CREATE INDEX docs_attributes_gist ON public.docs USING gist (attributes);

CREATE INDEX docs_room ON public.docs USING gist (room);

CREATE INDEX docs_at ON public.docs USING gist (public.ll_to_earth(at[0], at[1]));

ALTER TABLE ONLY public.keys
    ADD CONSTRAINT keys_pkey PRIMARY KEY (id);

COMMENT ON EXTENSION hstore IS 'pairs';
