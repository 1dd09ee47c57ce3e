-- Where names go and come from.
CREATE SCHEMA one;
CREATE SCHEMA two;
SET search_path TO one, public;
CREATE TYPE kind AS ENUM ('x');
CREATE TABLE t (k kind);
SET search_path = two;
CREATE TABLE t (k one.kind);
BEGIN;
SET LOCAL search_path TO public;
CREATE TABLE in_public (a int);
COMMIT;
CREATE TABLE in_two (a int);
RESET search_path;
CREATE TABLE also_public (k one.kind DEFAULT 'x');
SELECT pg_catalog.set_config('search_path', 'one, two', false);
CREATE INDEX ON t (k);
SET search_path = '';
CREATE TABLE two.last (a int);
