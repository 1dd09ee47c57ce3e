SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;
SET check_function_bodies = false;
SET client_min_messages = warning;
SET search_path = public;

CREATE FUNCTION public.check_options(text[], oid)
    RETURNS void
    LANGUAGE plpgsql
    AS $$BEGIN END$$;

CREATE FOREIGN DATA WRAPPER plain VALIDATOR public.check_options OPTIONS (a '5', c '3', d '4');

CREATE SERVER s1 VERSION '1.1' FOREIGN DATA WRAPPER plain OPTIONS (p2 'v3');

CREATE FOREIGN TABLE public.farther (
    id    integer OPTIONS (column_name 'nr') NOT NULL,
    title text OPTIONS (n 'v') COLLATE "C" DEFAULT 'x',
    note  text OPTIONS (o 'p'),
    CONSTRAINT far_name_check CHECK (title <> '')
)
SERVER s1 OPTIONS (table_name 'far', quote '"');

CREATE TABLE public.parted (
    k integer,
    v text
)
PARTITION BY LIST (k);

CREATE FOREIGN TABLE public.part1 PARTITION OF public.parted
FOR VALUES IN (1)
SERVER s1 OPTIONS (x 'y');

CREATE TABLE public.parent (
    id integer
);

CREATE FOREIGN DATA WRAPPER checked VALIDATOR postgresql_fdw_validator;

CREATE SERVER s2 TYPE 'oracle' FOREIGN DATA WRAPPER checked OPTIONS (host 'a', dbname 'b');

CREATE FOREIGN TABLE public.child (
    more integer
)
INHERITS (public.parent)
SERVER s2;

CREATE FOREIGN DATA WRAPPER "With Options" OPTIONS (debug 'true', "Quoted" 'it''s');

CREATE FOREIGN DATA WRAPPER owned OPTIONS (x 'y');

CREATE SERVER "Server 3" FOREIGN DATA WRAPPER "With Options";

CREATE USER MAPPING FOR PUBLIC SERVER s1 OPTIONS (name 'all', more 'x');

CREATE USER MAPPING FOR PUBLIC SERVER s2 OPTIONS ("user" 'u', password 'secret');

CREATE USER MAPPING FOR postgres SERVER s2 OPTIONS ("user" 'me');

COMMENT ON FOREIGN TABLE public.farther IS 'elsewhere';
COMMENT ON COLUMN public.farther.id IS 'its number';
COMMENT ON FOREIGN DATA WRAPPER plain IS 'nothing behind it';
COMMENT ON SERVER s2 IS 'over there';

GRANT USAGE ON FOREIGN DATA WRAPPER plain TO PUBLIC;
GRANT USAGE ON FOREIGN SERVER s2 TO PUBLIC;
