-- What rolls back was never there.
CREATE TABLE kept (a int);
BEGIN;
CREATE TABLE gone (a int);
ALTER TABLE kept ADD COLUMN b int;
ROLLBACK;
BEGIN;
CREATE TABLE first (a int);
SAVEPOINT s;
CREATE TABLE second (a int);
ROLLBACK TO s;
CREATE TABLE third (a int);
COMMIT;
CREATE TEMPORARY TABLE passing (a int);
CREATE INDEX ON passing (a);
INSERT INTO passing VALUES (1);
