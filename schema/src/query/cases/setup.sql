-- The schema that the queries of `queries.sql` read.
CREATE SCHEMA app;
CREATE SCHEMA extra;
CREATE EXTENSION citext;
CREATE EXTENSION hstore;
CREATE EXTENSION pg_trgm;
CREATE EXTENSION ltree WITH SCHEMA extra;
CREATE EXTENSION "uuid-ossp";
CREATE EXTENSION intarray WITH SCHEMA extra;
CREATE EXTENSION pgcrypto;
CREATE EXTENSION unaccent;
CREATE EXTENSION tablefunc;
CREATE EXTENSION cube;
CREATE EXTENSION earthdistance;
CREATE EXTENSION fuzzystrmatch;

CREATE TYPE mood AS ENUM ('sad', 'ok', 'happy');
CREATE DOMAIN email AS varchar(254);
CREATE DOMAIN positive AS integer NOT NULL CHECK (VALUE > 0);
CREATE DOMAIN tags AS text[];
CREATE TYPE address AS (street text, city varchar(80), zip char(5));
CREATE TYPE span AS RANGE (subtype = date);
CREATE TYPE app.level AS ENUM ('low', 'high');

CREATE TABLE users (
    id bigserial PRIMARY KEY,
    name varchar(100) NOT NULL,
    mail email,
    age smallint,
    balance numeric(12,2) NOT NULL DEFAULT 0,
    state mood NOT NULL,
    home address,
    labels text[],
    settings jsonb NOT NULL DEFAULT '{}',
    created_at timestamptz NOT NULL DEFAULT now(),
    deleted_at timestamp,
    nick citext,
    score positive
);
CREATE TABLE orders (
    id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    user_id bigint NOT NULL REFERENCES users (id),
    total numeric(10,2) NOT NULL,
    discount numeric(4,3),
    placed_on date NOT NULL,
    shipped_at timestamp(3),
    status char(1) NOT NULL DEFAULT 'n',
    note text COLLATE "C",
    code varchar(20) NOT NULL
);
CREATE TABLE items (
    order_id integer NOT NULL,
    line integer NOT NULL,
    sku text NOT NULL,
    quantity integer,
    price double precision,
    weight real,
    PRIMARY KEY (order_id, line)
);
CREATE TABLE app.things (
    id uuid PRIMARY KEY,
    name text NOT NULL,
    level app.level,
    path extra.ltree,
    attrs hstore,
    doc json,
    ip inet,
    mac macaddr,
    bits bit(8),
    vbits bit varying(16),
    blob bytea,
    amount money,
    at_time time,
    at_timetz time(2) with time zone,
    took interval,
    took_days interval day to second(2),
    valid tstzrange,
    days span,
    numbers int4range,
    place point,
    search tsvector,
    parent uuid,
    flags integer[],
    matrix double precision[],
    key "char",
    sysname name,
    ref oid,
    spots cube
);
CREATE TABLE nodes (id integer PRIMARY KEY, parent_id integer, title text NOT NULL, weight integer NOT NULL DEFAULT 0);
CREATE TABLE logs (id bigint NOT NULL, at timestamptz NOT NULL, message text) PARTITION BY RANGE (at);
CREATE TABLE logs_2024 PARTITION OF logs FOR VALUES FROM ('2024-01-01') TO ('2025-01-01');
CREATE TABLE "Mixed" ("Id" integer NOT NULL, "order" text, "select" boolean);
CREATE TABLE base (a integer NOT NULL, b text);
CREATE TABLE child (c integer) INHERITS (base);
CREATE SEQUENCE counter;

CREATE FUNCTION add_one(n integer) RETURNS integer LANGUAGE sql IMMUTABLE AS 'SELECT n + 1';
CREATE FUNCTION add_one(n numeric) RETURNS numeric LANGUAGE sql IMMUTABLE AS 'SELECT n + 1';
CREATE FUNCTION full_name(users) RETURNS text LANGUAGE sql STABLE AS 'SELECT $1.name';
CREATE FUNCTION greet(who text, greeting text DEFAULT 'hello', VARIADIC rest text[] DEFAULT '{}') RETURNS varchar LANGUAGE sql AS 'SELECT who';
CREATE FUNCTION recent(days integer DEFAULT 7) RETURNS SETOF orders LANGUAGE sql STABLE AS 'SELECT * FROM orders';
CREATE FUNCTION totals(OUT users bigint, OUT spent numeric) LANGUAGE sql STABLE AS 'SELECT 1::bigint, 2::numeric';
CREATE FUNCTION top_users(n integer) RETURNS TABLE (user_id bigint, spent numeric, label varchar(10)) LANGUAGE sql STABLE AS 'SELECT 1::bigint, 2::numeric, ''x''::varchar(10)';
CREATE FUNCTION one_out(OUT answer integer) LANGUAGE sql AS 'SELECT 42';
CREATE FUNCTION anything() RETURNS SETOF record LANGUAGE sql AS 'SELECT 1, 2';
CREATE FUNCTION first_of(anyarray) RETURNS anyelement LANGUAGE sql AS 'SELECT $1[1]';
CREATE FUNCTION pair(a anyelement, b anyelement) RETURNS anyarray LANGUAGE sql AS 'SELECT ARRAY[a, b]';
CREATE FUNCTION nothing() RETURNS void LANGUAGE sql AS '';
CREATE FUNCTION app.level_of(app.level) RETURNS integer LANGUAGE sql AS 'SELECT 1';
CREATE FUNCTION mood_rank(m mood, scale double precision DEFAULT 1) RETURNS double precision LANGUAGE sql AS 'SELECT 1::float8';
