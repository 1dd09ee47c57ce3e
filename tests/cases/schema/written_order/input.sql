-- What stands before that which it stands on: in a table, in a schema; and where names without a schema are looked for.
CREATE TABLE orders (
    CHECK (total >= 0),
    UNIQUE (number),
    CHECK (total < 1000000 OR number > 0),
    number integer CHECK (number > 0) REFERENCES orders (number),
    total numeric CHECK (total <> 1),
    EXCLUDE (total WITH =),
    CHECK (total > number)
);
CREATE TABLE later (a integer CHECK (a < b), b integer);
ALTER TABLE later ADD COLUMN c integer CHECK (c < d), ADD COLUMN d integer NOT NULL CHECK (d > a);
ALTER TABLE later ADD COLUMN e integer REFERENCES later (f), ADD COLUMN f integer UNIQUE;
ALTER TABLE later ADD FOREIGN KEY (b) REFERENCES later (d), ADD UNIQUE (d), ADD CHECK (g > 0), ADD COLUMN g integer;
CREATE TABLE base (a integer, b integer);
CREATE SCHEMA app
    CREATE VIEW latest AS SELECT id, a FROM items, base
    CREATE INDEX items_note ON items (note)
    CREATE TABLE items (id integer, note text, parent integer REFERENCES public.orders (number));
ALTER TABLE base SET SCHEMA public;
CREATE TABLE app.keyed (id integer NOT NULL);
CREATE UNIQUE INDEX keyed_id ON app.keyed (id);
ALTER TABLE app.keyed ADD PRIMARY KEY USING INDEX keyed_id;
CREATE TABLE derived (b integer) INHERITS (base);
CREATE TABLE more_derived (LIKE base, c integer) INHERITS (base);
CREATE SCHEMA far;
CREATE TYPE far.gaprange AS RANGE (subtype = int4);
CREATE TABLE gaps (gap far.gaprange DEFAULT far.gaprange(1, 2));
CREATE TYPE floatrange AS RANGE (subtype = float8);
CREATE TABLE spans (one floatrange DEFAULT floatrange(1, 2), many floatmultirange, all_of floatmultirange[]);
CREATE FUNCTION next(INOUT i integer) LANGUAGE plpgsql AS 'BEGIN i := i + 1; END';
CREATE OR REPLACE FUNCTION next(i integer) RETURNS integer LANGUAGE plpgsql AS 'BEGIN RETURN i + 1; END';
CREATE TEMP TABLE scratch (a integer) ON COMMIT DROP;
BEGIN;
CREATE TEMP TABLE scratch ON COMMIT DROP AS SELECT 1 AS a;
COMMIT;
CREATE TEMP TABLE scratch (a integer);
CREATE TABLE log (a integer, b integer, what text);
CREATE RULE logged AS ON UPDATE TO base DO ALSO INSERT INTO log VALUES (old.*, 'old'), (new.*, 'new');
