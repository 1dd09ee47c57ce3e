SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;
SET check_function_bodies = false;
SET client_min_messages = warning;
SET search_path = public;

CREATE SCHEMA app;

CREATE TYPE app.mood AS ENUM (
    'bad',
    'good'
);

CREATE TABLE app.users (
    id         integer NOT NULL,
    created_at timestamp with time zone NOT NULL,
    updated_at timestamp without time zone NOT NULL
);

CREATE TABLE app.posts (
    id         integer NOT NULL,
    author     integer,
    created_at timestamp with time zone NOT NULL
);

CREATE TABLE app."Tags" (
    name text
);

CREATE TABLE public.other (
    created_at timestamp with time zone
);

CREATE TABLE app.mood_bad ();

CREATE TABLE app.mood_good ();

CREATE TABLE public.counted ();

CREATE TABLE public.missed ();

ALTER TABLE ONLY app.users
    ADD CONSTRAINT users_pkey PRIMARY KEY (id);

ALTER TABLE ONLY app.posts
    ADD CONSTRAINT posts_pkey PRIMARY KEY (id);

ALTER TABLE ONLY app."Tags"
    ADD CONSTRAINT "Tags_name_key" UNIQUE (name);

ALTER TABLE app.users ENABLE ROW LEVEL SECURITY;
ALTER TABLE app.posts ENABLE ROW LEVEL SECURITY;
ALTER TABLE app."Tags" ENABLE ROW LEVEL SECURITY;
