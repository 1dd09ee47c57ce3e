SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;
SET check_function_bodies = false;
SET client_min_messages = warning;
SET search_path = public;

CREATE SCHEMA one;

CREATE SCHEMA two;

CREATE TYPE one.kind AS ENUM (
    'x'
);

CREATE TABLE one.t (
    k one.kind
);

CREATE TABLE two.t (
    k one.kind
);

CREATE TABLE public.in_public (
    a integer
);

CREATE TABLE two.in_two (
    a integer
);

CREATE TABLE public.also_public (
    k one.kind DEFAULT 'x'
);

CREATE TABLE two.last (
    a integer
);

CREATE INDEX t_k_idx ON one.t USING btree (k);
