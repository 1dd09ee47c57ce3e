SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;
SET check_function_bodies = false;
SET client_min_messages = warning;
SET search_path = public;

CREATE SCHEMA app;

CREATE TYPE app.status AS ENUM (
    'c',
    'a',
    'b'
);

CREATE DOMAIN public.percentage AS numeric(5,2)
    DEFAULT 5
    CONSTRAINT percentage_check CHECK (VALUE >= 0 AND VALUE <= 100);

CREATE DOMAIN public.email AS text COLLATE "C"
    CONSTRAINT email_check CHECK (length(VALUE) < 100);

CREATE TYPE public.point3 AS (
    x integer,
    y numeric(4,1),
    name text COLLATE "C"
);

CREATE TYPE app.span AS RANGE (
    subtype = double precision,
    subtype_diff = float8mi
);

CREATE TYPE public.unused AS (
    b bigint,
    c text
);

CREATE TABLE public.t (
    s app.status DEFAULT 'a',
    p public.percentage,
    e public.email[],
    c public.point3,
    r app.span,
    l app.status[] DEFAULT '{}'
);

ALTER DOMAIN public.email ADD CONSTRAINT short CHECK (length(VALUE) < 50) NOT VALID;

COMMENT ON SCHEMA app IS 'ours';
COMMENT ON TYPE app.status IS 'how it stands';
COMMENT ON DOMAIN public.email IS 'an address';
COMMENT ON COLUMN public.t.s IS 'its status';
