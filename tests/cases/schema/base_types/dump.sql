SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;
SET check_function_bodies = false;
SET client_min_messages = warning;
SET search_path = public;

CREATE SCHEMA own;

CREATE TYPE public.widget;

CREATE TYPE own.label;

CREATE TYPE public.pair;

CREATE FUNCTION public.widget_in(cstring)
    RETURNS public.widget
    LANGUAGE internal IMMUTABLE STRICT
    AS $$int4in$$;

CREATE FUNCTION public.widget_out(public.widget)
    RETURNS cstring
    LANGUAGE internal IMMUTABLE STRICT
    AS $$int4out$$;

CREATE TYPE public.widget (
    INPUT = public.widget_in,
    OUTPUT = public.widget_out,
    INTERNALLENGTH = 4,
    PASSEDBYVALUE = true,
    CATEGORY = 'N',
    DELIMITER = ';',
    DEFAULT = '42'
);

CREATE FUNCTION own.label_in(cstring, oid, integer)
    RETURNS own.label
    LANGUAGE internal IMMUTABLE STRICT
    AS $$varcharin$$;

CREATE FUNCTION own.label_out(own.label)
    RETURNS cstring
    LANGUAGE internal IMMUTABLE STRICT
    AS $$varcharout$$;

CREATE FUNCTION own.label_receive(internal, oid, integer)
    RETURNS own.label
    LANGUAGE internal STABLE STRICT
    AS $$varcharrecv$$;

CREATE FUNCTION own.label_send(own.label)
    RETURNS bytea
    LANGUAGE internal STABLE STRICT
    AS $$varcharsend$$;

CREATE TYPE own.label (
    INPUT = own.label_in,
    OUTPUT = own.label_out,
    RECEIVE = own.label_receive,
    SEND = own.label_send,
    TYPMOD_IN = varchartypmodin,
    TYPMOD_OUT = varchartypmodout,
    STORAGE = main,
    COLLATABLE = true
);

CREATE FUNCTION public.pair_in(cstring)
    RETURNS public.pair
    LANGUAGE internal IMMUTABLE STRICT
    AS $$lseg_in$$;

CREATE FUNCTION public.pair_out(public.pair)
    RETURNS cstring
    LANGUAGE internal IMMUTABLE STRICT
    AS $$lseg_out$$;

CREATE TYPE public.pair (
    INPUT = public.pair_in,
    OUTPUT = public.pair_out,
    SUBSCRIPT = raw_array_subscript_handler,
    INTERNALLENGTH = 32,
    ALIGNMENT = double,
    ELEMENT = double precision
);

CREATE TYPE public.nothing_yet;

CREATE TABLE public.machines (
    id    public.widget,
    label own.label(20) DEFAULT 'new',
    parts public.widget[]
);

CREATE FUNCTION public.nothing_in(cstring)
    RETURNS public.nothing_yet
    LANGUAGE internal IMMUTABLE STRICT
    AS $$int4in$$;

CREATE CAST (public.widget AS integer) WITHOUT FUNCTION AS ASSIGNMENT;

COMMENT ON TYPE own.label IS 'a text by another name';
