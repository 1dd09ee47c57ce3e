-- A small schema on which every setting of generation has something to do. The trees in `src` are what generation makes
-- of it under the settings beside this file, and compile without a warning.
CREATE SCHEMA audit;
CREATE TYPE mood AS ENUM ('happy', 'on hold', 'sad');
CREATE TYPE state AS ENUM ('open', 'closed');
CREATE TYPE place AS (street text, since date, seen timestamptz, stay interval, price numeric);
CREATE TYPE coin AS (amount numeric, currency text);
CREATE TYPE shift AS RANGE (subtype = timestamp);
CREATE DOMAIN email AS text CHECK (VALUE LIKE '%@%');
CREATE DOMAIN amount AS numeric(12, 2) CHECK (VALUE >= 0);
CREATE DOMAIN day AS date;
CREATE DOMAIN pause AS interval DEFAULT '1 hour';
CREATE DOMAIN word AS varchar(20);
CREATE DOMAIN labels AS text[];
CREATE DOMAIN marks AS text[];

CREATE TABLE users (
    id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    email email NOT NULL UNIQUE,
    mood mood NOT NULL DEFAULT 'happy',
    name text NOT NULL,
    nick varchar(20) UNIQUE,
    home place,
    born date,
    version integer NOT NULL DEFAULT 0,
    CONSTRAINT born_after CHECK (born > '1900-01-01')
);
COMMENT ON TABLE users IS 'Who may log in.';

-- Types that the settings choose, alone, in arrays, with defaults, in keys.
CREATE TABLE times (
    day date,
    hour time,
    PRIMARY KEY (day, hour),
    zoned timetz NOT NULL,
    plain timestamp NOT NULL UNIQUE,
    instant timestamptz NOT NULL DEFAULT now(),
    until timestamptz UNIQUE,
    days daterange,
    plains tsrange NOT NULL DEFAULT '(,)',
    instants tstzrange,
    a_day day,
    day_list date[] NOT NULL,
    hour_list time[] DEFAULT '{}',
    instant_list timestamptz[],
    range_list tstzrange[]
);
CREATE TABLE shifts (id integer PRIMARY KEY, during shift);
CREATE INDEX times_instant_idx ON times (instant DESC, hour);
CREATE INDEX times_until_idx ON times (until, zoned);
CREATE TABLE prices (
    price numeric(10, 2) PRIMARY KEY,
    net amount NOT NULL UNIQUE,
    tax numeric NOT NULL DEFAULT 19,
    discount numeric,
    steps numeric[] NOT NULL,
    bounds numrange DEFAULT '[0,1)'
);
CREATE INDEX prices_discount_idx ON prices (discount DESC NULLS LAST, tax);
CREATE TABLE orders (
    number bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    user_id uuid NOT NULL REFERENCES users,
    guest uuid REFERENCES users,
    price numeric(10, 2) REFERENCES prices,
    state state NOT NULL DEFAULT 'open',
    states state[] NOT NULL DEFAULT '{}',
    paid coin,
    coins coin[] NOT NULL,
    wait interval NOT NULL DEFAULT '1 day',
    waits interval[] NOT NULL,
    pauses pause,
    word word NOT NULL,
    words varchar(20)[] NOT NULL DEFAULT '{}',
    settings jsonb NOT NULL DEFAULT '{}',
    about jsonb,
    level text NOT NULL UNIQUE,
    origin inet,
    UNIQUE (user_id, word)
);
CREATE INDEX orders_wait_idx ON orders (wait, state);
CREATE INDEX orders_state_idx ON orders (state, level);
-- Whole arrays, of known elements and of unknown.
CREATE TABLE tags (
    id integer PRIMARY KEY,
    known text[] NOT NULL,
    known_or_null text[],
    with_default text[] NOT NULL DEFAULT '{}',
    labels labels
);
CREATE TABLE scores (id integer PRIMARY KEY, of_games integer[] NOT NULL, marks marks);
-- What sqlx has no type for, and what is compared but is no JSON.
CREATE TABLE documents (
    position pg_lsn PRIMARY KEY,
    body tsvector NOT NULL,
    bodies tsvector[],
    previous pg_lsn REFERENCES documents
);
CREATE TABLE audit.log (
    id bigint PRIMARY KEY,
    user_id uuid REFERENCES public.users,
    said text NOT NULL,
    at timestamptz NOT NULL DEFAULT now(),
    "for" text
);
CREATE TABLE audit.tmp_copy (id bigint PRIMARY KEY);
CREATE TABLE legacy (id integer PRIMARY KEY, kept_type mood NOT NULL);
CREATE VIEW adults AS SELECT id, email, born, home FROM users WHERE born < '2000-01-01';

CREATE FUNCTION wait_of(of_user uuid, waits interval[], mail email, since timestamptz) RETURNS interval
    LANGUAGE sql AS 'SELECT waits[1]';
CREATE FUNCTION states_of(state, coins coin[], OUT first state, OUT rest state[], OUT paid coin) LANGUAGE sql
    AS 'SELECT $1, ARRAY[$1], coins[1]';
CREATE FUNCTION born_on(day date, price numeric DEFAULT 0) RETURNS SETOF users
    LANGUAGE sql AS 'SELECT * FROM users WHERE born = day';
CREATE FUNCTION sums(words varchar[], tags labels) RETURNS TABLE (word varchar, price numeric, at timestamptz, shifts shift)
    LANGUAGE sql AS 'SELECT words[1], 0::numeric, now(), NULL::shift';
