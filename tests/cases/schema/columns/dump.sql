SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;
SET check_function_bodies = false;
SET client_min_messages = warning;
SET search_path = public;

CREATE TABLE public.everything (
    a              smallint,
    b              integer DEFAULT 0 NOT NULL,
    c              bigint DEFAULT -1,
    d              numeric,
    e              numeric(5,0) DEFAULT 1.50,
    f              numeric(10,2) DEFAULT '3',
    g              real,
    h              double precision,
    i              character varying,
    j              character varying(20) DEFAULT NULL,
    k              character(1),
    l              character(3) DEFAULT 'abc',
    m              text COLLATE "C" DEFAULT 'it''s',
    n              bytea DEFAULT ('\x00'),
    o              boolean DEFAULT true,
    p              date DEFAULT CURRENT_DATE,
    q              time(3) without time zone,
    r              time with time zone,
    s              timestamp(0) without time zone,
    t              timestamp with time zone DEFAULT now() NOT NULL,
    u              interval day to second(3) DEFAULT '1 day',
    v              uuid DEFAULT gen_random_uuid(),
    w              jsonb DEFAULT '{}' NOT NULL,
    x              inet,
    y              integer[] DEFAULT '{}',
    z              text[] DEFAULT ARRAY['a', 'b'],
    aa             bit(4),
    ab             bit varying(8),
    ac             bit(1),
    ad             "char",
    ae             int4range DEFAULT '[1,2)',
    af             tstzrange,
    ag             xid8,
    ah             name,
    ai             oid,
    "Weird ""Name" integer,
    "select"       integer
);
ALTER TABLE ONLY public.everything ALTER COLUMN a SET (n_distinct=5);
ALTER TABLE ONLY public.everything ALTER COLUMN b SET STATISTICS 500;
ALTER TABLE ONLY public.everything ALTER COLUMN m SET STORAGE EXTERNAL;

CREATE TABLE public.later (
    key   text GENERATED ALWAYS AS (md5(a) || ':' || b) STORED NOT NULL,
    a     text NOT NULL,
    b     integer NOT NULL,
    total integer GENERATED ALWAYS AS (b + 1) STORED
);

ALTER TABLE ONLY public.later
    ADD CONSTRAINT later_pkey PRIMARY KEY (key);
