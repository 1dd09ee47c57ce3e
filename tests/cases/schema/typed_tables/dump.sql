SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;
SET check_function_bodies = false;
SET client_min_messages = warning;
SET search_path = public;

CREATE SCHEMA app;

CREATE TYPE public.person AS (
    name text,
    age bigint,
    nation character varying(2) COLLATE "C",
    email text
);

CREATE TYPE app.pair AS (
    x integer,
    y integer
);

CREATE TABLE public.people OF public.person (
    nation WITH OPTIONS COLLATE "C"
);

CREATE TABLE public.employees OF public.person (
    name WITH OPTIONS NOT NULL,
    age WITH OPTIONS DEFAULT 18,
    nation WITH OPTIONS COLLATE "C" NOT NULL,
    CONSTRAINT employees_age_check CHECK (age > 0)
);

CREATE TABLE public.points OF app.pair;

CREATE TABLE public.formerly (
    x integer DEFAULT 1,
    y integer,
    z integer
);

ALTER TABLE ONLY public.employees
    ADD CONSTRAINT employees_pkey PRIMARY KEY (name);

ALTER TABLE ONLY public.employees
    ADD CONSTRAINT employees_name_age_key UNIQUE (name, age);
