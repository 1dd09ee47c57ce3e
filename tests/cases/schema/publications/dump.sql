SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;
SET check_function_bodies = false;
SET client_min_messages = warning;
SET search_path = public;

CREATE SCHEMA shop;

CREATE TABLE public.users (
    id     integer NOT NULL,
    name   text,
    years  integer,
    secret text
);

CREATE TABLE shop.purchases (
    id    integer NOT NULL,
    total integer
);

CREATE TABLE public.events (
    id integer,
    at date
)
PARTITION BY RANGE (at);

CREATE TABLE public.animals (
    id   integer,
    name text
);

CREATE TABLE public.cats (
    lives integer
)
INHERITS (public.animals);

CREATE TABLE public.losing (
    id   integer,
    kept integer
);

ALTER TABLE ONLY public.users
    ADD CONSTRAINT users_pkey PRIMARY KEY (id);

ALTER TABLE ONLY shop.purchases
    ADD CONSTRAINT orders_pkey PRIMARY KEY (id);

CREATE PUBLICATION everything FOR ALL TABLES WITH (publish = 'insert, delete', publish_via_partition_root = true);

CREATE PUBLICATION nothing FOR TABLE ONLY public.users (id), TABLE ONLY public.events;

CREATE PUBLICATION a_few FOR TABLE ONLY public.users (id, name) WHERE (years > 17 AND name <> 'root'), TABLE ONLY public.animals WITH (publish_via_partition_root = true);

CREATE PUBLICATION with_children FOR TABLE ONLY public.animals WHERE (id > 0), TABLE ONLY public.cats WHERE (id > 0), TABLE ONLY public.events, TABLE ONLY public.users;

CREATE PUBLICATION by_schema FOR TABLE ONLY public.users WHERE (years > 3), TABLES IN SCHEMA shop WITH (publish = '');

CREATE PUBLICATION altered FOR TABLE ONLY shop.purchases, TABLES IN SCHEMA shop WITH (publish = 'update, truncate');

CREATE PUBLICATION loses FOR TABLE ONLY public.users;

COMMENT ON PUBLICATION a_few IS 'some tables';
