-- Types with modifiers, defaults and everything a column can have.
CREATE TABLE everything (
    a smallint,
    b int NOT NULL DEFAULT 0,
    c bigint DEFAULT -1,
    d numeric,
    e numeric(5) DEFAULT 1.50,
    f numeric(10, 2) DEFAULT '3',
    g real,
    h double precision,
    i varchar DEFAULT NULL,
    j varchar(20) DEFAULT NULL,
    k char,
    l char(3) DEFAULT 'abc',
    m text COLLATE "C" DEFAULT 'it''s',
    n bytea DEFAULT '\x00',
    o bool DEFAULT true,
    p date DEFAULT CURRENT_DATE,
    q time(3) without time zone,
    r timetz,
    s timestamp(0),
    t timestamptz NOT NULL DEFAULT now(),
    u interval day to second(3) DEFAULT '1 day',
    v uuid DEFAULT gen_random_uuid(),
    w jsonb NOT NULL DEFAULT '{}',
    x inet,
    y int[] DEFAULT '{}',
    z text[][] DEFAULT ARRAY['a', 'b'],
    aa bit(4),
    ab bit varying(8),
    ac bit,
    ad "char",
    ae int4range DEFAULT '[1,2)',
    af tstzrange,
    ag xid8,
    ah name,
    ai oid,
    "Weird ""Name" int,
    "select" int
);
ALTER TABLE everything ALTER COLUMN m SET STORAGE EXTERNAL, ALTER COLUMN b SET STATISTICS 500;
ALTER TABLE everything ALTER COLUMN a SET (n_distinct = 5);

-- A generated column may speak of a column that stands after it.
CREATE TABLE later (
    key text PRIMARY KEY GENERATED ALWAYS AS (md5(a) || ':' || b) STORED,
    a text NOT NULL,
    b int4 NOT NULL
);
ALTER TABLE later ADD COLUMN total int GENERATED ALWAYS AS (b + 1) STORED;

-- What goes to pg_temp ends with the session.
CREATE TABLE pg_temp.staging (id serial, note text);
CREATE SEQUENCE pg_temp.numbers;
CREATE TEMP SEQUENCE letters;
INSERT INTO pg_temp.staging (note) SELECT 'x';
CREATE INDEX ON staging (note);
