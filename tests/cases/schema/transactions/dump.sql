SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;
SET check_function_bodies = false;
SET client_min_messages = warning;
SET search_path = public;

CREATE TABLE public.kept (
    a integer
);

CREATE TABLE public.first (
    a integer
);

CREATE TABLE public.third (
    a integer
);
