-- A schema of rare types and difficult names. The crate beside it is what generation makes of it, and compiles without
-- a warning.
CREATE EXTENSION citext;
CREATE EXTENSION hstore;
CREATE EXTENSION ltree;
CREATE EXTENSION cube;
CREATE SCHEMA billing;
CREATE SCHEMA "models";
CREATE TYPE mood AS ENUM ('sad', 'ok', 'Self', '+');
CREATE TYPE billing.state AS ENUM ('open', 'paid');
CREATE TYPE address AS (street text, city text, "type" mood, place point);
CREATE TYPE price_range AS RANGE (subtype = numeric);
CREATE DOMAIN share AS numeric(5, 2) CHECK (VALUE BETWEEN 0 AND 100);
CREATE DOMAIN small_share AS share CHECK (VALUE < 10);
CREATE DOMAIN "from" AS text NOT NULL;
CREATE DOMAIN "some" AS integer DEFAULT 1;
CREATE DOMAIN digest AS bytea CHECK (octet_length(VALUE) = 32);
CREATE DOMAIN words AS text[];
CREATE DOMAIN billing.home AS address;
-- What sqlx by itself would declare as another type: ranges of the schema, and attributes of composite types.
CREATE TYPE shift AS RANGE (subtype = timestamp);
CREATE TYPE billing."Odd" AS RANGE (subtype = integer);
CREATE DOMAIN late AS shift CHECK (lower(VALUE) > '2000-01-01');
CREATE DOMAIN late_mood AS mood CHECK (VALUE <> '+');
CREATE DOMAIN email AS varchar(40) CHECK (VALUE LIKE '%@%');
CREATE DOMAIN codes AS varchar(4)[];
CREATE TYPE part AS (code char(3), kind mood, during shift);
CREATE TYPE parcel AS (
    a_varchar varchar(10), a_bpchar char(3), a_citext citext, a_name name, a_char "char", a_text text,
    a_json json, a_jsonb jsonb, a_cidr cidr, a_mood mood, a_share small_share, an_email email,
    during shift, odd billing."Odd", part part, late_mood late_mood, home billing.home, amount numeric(8, 2),
    varchars varchar(10)[], bpchars char(3)[], citexts citext[], names name[], texts text[], jsons json[],
    cidrs cidr[], moods mood[], emails email[], words words, codes codes, parts part[]
);
CREATE TYPE unread_part AS (late late);
CREATE TYPE declared AS (name varchar);

-- Each type alone, in an array, with a default.
CREATE TABLE hosts (address inet PRIMARY KEY);
CREATE TABLE scalars (
    id oid PRIMARY KEY,
    a_char "char" NOT NULL DEFAULT 'x',
    a_real real NOT NULL UNIQUE,
    a_money money UNIQUE,
    an_interval interval NOT NULL UNIQUE,
    a_timetz timetz NOT NULL UNIQUE,
    a_json json DEFAULT '{}',
    a_jsonb jsonb NOT NULL,
    a_cidr cidr,
    an_inet inet REFERENCES hosts,
    a_point point NOT NULL,
    a_line line,
    a_lseg lseg,
    a_box box,
    a_path path,
    a_polygon polygon,
    a_circle circle,
    int_range int4range NOT NULL UNIQUE,
    num_range numrange,
    time_range tstzrange NOT NULL DEFAULT tstzrange(now(), NULL),
    prices price_range,
    a_citext citext NOT NULL UNIQUE,
    an_hstore hstore,
    an_ltree ltree UNIQUE,
    an_lquery lquery,
    a_cube cube,
    unread tsvector,
    home address,
    other billing.home,
    level small_share NOT NULL DEFAULT 1,
    origin "from",
    number "some",
    hash digest NOT NULL UNIQUE
);
CREATE TABLE lists (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    chars "char"[],
    reals real[] NOT NULL,
    bytes bytea[] NOT NULL DEFAULT '{}',
    moods mood[] NOT NULL DEFAULT ARRAY['ok']::mood[],
    homes address[] NOT NULL,
    points point[] DEFAULT '{}',
    lines line[],
    ranges int4range[],
    documents jsonb[],
    names citext[],
    maps hstore[],
    paths ltree[],
    cubes cube[],
    tags words,
    networks inet[] UNIQUE
);
CREATE TABLE turns (
    id integer PRIMARY KEY,
    during shift NOT NULL UNIQUE,
    other shift,
    usual shift NOT NULL DEFAULT '[2020-01-01,2020-01-02)',
    maybe shift DEFAULT '(,)',
    odd billing."Odd",
    late late
);
CREATE TABLE parcels (id integer PRIMARY KEY, whole parcel NOT NULL, many parcel[], name declared);
CREATE FUNCTION moved(shift, late, parcel) RETURNS shift LANGUAGE sql AS 'SELECT $1';
-- Keys that a map cannot have, expressions, conditions, deferred keys.
CREATE TABLE measured (
    x double precision,
    y double precision,
    name citext NOT NULL,
    taken_at timestamptz NOT NULL,
    note text UNIQUE DEFERRABLE,
    PRIMARY KEY (x, y)
);
CREATE UNIQUE INDEX measured_lower_idx ON measured (lower(note), taken_at DESC) WHERE note <> '';
CREATE INDEX measured_mixed_idx ON measured (note DESC NULLS LAST, taken_at, name COLLATE "C");
CREATE TABLE measured_again (
    x double precision NOT NULL,
    y double precision,
    FOREIGN KEY (x, y) REFERENCES measured
);
CREATE TABLE unwritable (id integer PRIMARY KEY, body tsvector NOT NULL);
CREATE TABLE unread (body tsvector);
CREATE TABLE only_defaults (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY);
CREATE TABLE only_keys (a integer, b integer, PRIMARY KEY (a, b));
CREATE TABLE wide_key (
    one text, two text, three text, four text, five text, six text, seven text, eight text,
    PRIMARY KEY (one, two, three, four, five, six, seven, eight)
);
CREATE VIEW sums AS SELECT x, count(*) AS n, sum(y) AS "sum" FROM measured GROUP BY x;
CREATE MATERIALIZED VIEW kept AS SELECT name, taken_at FROM measured;
CREATE UNIQUE INDEX kept_idx ON kept (name, taken_at);
CREATE TABLE events (id bigint, at date NOT NULL, PRIMARY KEY (id, at)) PARTITION BY RANGE (at);
CREATE TABLE events_2024 PARTITION OF events FOR VALUES FROM ('2024-01-01') TO ('2025-01-01');
-- Constraints that the server reports by another name, or two alike; a column that is called like the mark of a constraint.
CREATE TABLE event_notes (
    id integer PRIMARY KEY,
    event_id bigint,
    event_at date,
    CONSTRAINT noted FOREIGN KEY (event_id, event_at) REFERENCES events
);
CREATE TABLE steps (
    id integer PRIMARY KEY,
    before_id integer REFERENCES steps,
    cache_key text UNIQUE,
    name text
);
CREATE UNIQUE INDEX steps_name_key ON steps (before_id, lower(name));
-- What can be infinite or empty.
CREATE FUNCTION last_day(boolean) RETURNS date LANGUAGE sql
    AS $$SELECT CASE WHEN $1 THEN date 'infinity' ELSE '2026-01-01' END$$;
CREATE FUNCTION days(boolean) RETURNS SETOF date LANGUAGE sql AS $$SELECT last_day(false) UNION ALL SELECT last_day($1)$$;
CREATE FUNCTION spans(boolean, OUT during daterange, OUT until timestamptz) LANGUAGE sql
    AS $$SELECT daterange('2025-01-01', last_day($1)), '2026-01-01'::timestamptz$$;
CREATE FUNCTION numbers(boolean) RETURNS SETOF int4range LANGUAGE sql
    AS $$SELECT int4range(1, CASE WHEN $1 THEN 1 ELSE 2147483647 END)$$;

-- Names that generated code uses itself, that Rust does not take, and that collide.
CREATE TABLE users (id integer PRIMARY KEY, foo text);
CREATE TABLE new_users (id integer PRIMARY KEY);
CREATE TABLE user_patches (id integer PRIMARY KEY, a integer);
CREATE TABLE user_errors (id integer PRIMARY KEY);
CREATE TABLE "type" (
    db integer, new integer, patch integer, "set" integer, "row" integer, rows integer, key integer, keys integer,
    copy integer, found integer, version integer, "type" integer UNIQUE, "self" integer UNIQUE, "default" text,
    PRIMARY KEY (db, new, patch, "set", "row"),
    UNIQUE (rows, key, keys, copy, found),
    FOREIGN KEY (version) REFERENCES users
);
CREATE TABLE options (id integer PRIMARY KEY, value text, parent integer REFERENCES options);
CREATE TABLE results (id integer PRIMARY KEY, value text, parent integer REFERENCES results);
CREATE TABLE strings (id text PRIMARY KEY, value text NOT NULL, parts text[]);
CREATE TABLE vecs (id integer PRIMARY KEY, parts text[] NOT NULL, parent integer REFERENCES vecs);
CREATE TABLE defaults (id integer PRIMARY KEY DEFAULT 1, value "from");
CREATE TABLE intos (id text PRIMARY KEY, value text);
CREATE TABLE orders (id integer PRIMARY KEY, "key" text NOT NULL UNIQUE);
CREATE TABLE keys (id integer PRIMARY KEY);
CREATE TABLE pages (id integer PRIMARY KEY, "limit" integer UNIQUE);
CREATE TABLE copies (id integer PRIMARY KEY, name text DEFAULT 'x');
CREATE TABLE changes (id integer PRIMARY KEY, name text);
CREATE TABLE or_defaults (id integer PRIMARY KEY, name text DEFAULT 'x');
CREATE TABLE by_ids (id integer PRIMARY KEY);
CREATE TABLE models (id integer PRIMARY KEY, uuid uuid UNIQUE, "connection" text);
CREATE TABLE stores (id integer PRIMARY KEY);
CREATE TABLE "2fa" ("1st" integer PRIMARY KEY, "Größe" integer UNIQUE, "用户" text UNIQUE, "a b" text, a_b text, _note text,
    note text, "self" text, "Self" text);
CREATE TABLE "models".cars (id integer PRIMARY KEY, owner integer REFERENCES users, state billing.state NOT NULL);
CREATE TABLE billing.users (id integer PRIMARY KEY, email citext NOT NULL UNIQUE CHECK (email <> ''), home billing.home);
