-- What may not stand in an expression because of its place.

-- case: an aggregate in a default
CREATE TABLE t (a integer DEFAULT (avg(1)));

-- case: a query in a default
CREATE TABLE t (a integer DEFAULT (SELECT 1));

-- case: a set in a default
CREATE TABLE t (a integer DEFAULT (generate_series(1, 3)));

-- case: a query in a check
CREATE TABLE t (a integer, CHECK (a > (SELECT 1)));

-- case: an aggregate in a check
CREATE TABLE t (a integer, CHECK (sum(a) > 1));

-- case: a window function in a check
CREATE TABLE t (a integer, CHECK (row_number() OVER () > 1));

-- case: an aggregate of the schema in a generated column
CREATE AGGREGATE total (integer) (SFUNC = int4pl, STYPE = integer);
CREATE TABLE t (a integer, b integer GENERATED ALWAYS AS (total(a)) STORED);

-- case: a function that is not immutable in a generated column
CREATE TABLE t (a integer, b double precision GENERATED ALWAYS AS (random() + a) STORED);

-- case: the day of an instant in a generated column
CREATE TABLE t (at timestamptz, day date GENERATED ALWAYS AS (at::date) STORED);

-- case: the day of an instant in an index
CREATE TABLE t (at timestamptz);
CREATE INDEX ON t ((at::date));

-- case: the hour of an instant in an index
CREATE TABLE t (at timestamptz);
CREATE INDEX ON t (date_trunc('hour', at));

-- case: accepted: the hour of a time without zone in an index
CREATE TABLE t (at timestamp);
CREATE INDEX ON t (date_trunc('hour', at));

-- case: now in the condition of an index
CREATE TABLE t (at timestamptz);
CREATE INDEX ON t (at) WHERE at > now();

-- case: a function that does not say it is immutable
CREATE TABLE t (a integer);
CREATE FUNCTION twice(i integer) RETURNS integer LANGUAGE plpgsql AS 'BEGIN RETURN 2 * i; END';
CREATE INDEX ON t (twice(a));

-- case: accepted: a function in SQL is what stands in it
CREATE TABLE t (a integer);
CREATE FUNCTION twice(i integer) RETURNS integer LANGUAGE sql AS 'SELECT 2 * i';
CREATE INDEX ON t (twice(a));

-- case: a query in the condition of an index
CREATE TABLE t (a integer);
CREATE INDEX ON t (a) WHERE a IN (SELECT 1);

-- case: an aggregate in an index
CREATE TABLE t (a integer);
CREATE INDEX ON t ((count(a)));

-- case: an aggregate in a policy
CREATE TABLE t (a integer);
CREATE POLICY p ON t USING (max(a) > 1);

-- case: a column that is not there, in the query of a policy
CREATE TABLE t (a integer);
CREATE TABLE u (b integer);
CREATE POLICY p ON t USING (a IN (SELECT c FROM u));

-- case: a table whose policy asks another
CREATE TABLE t (a integer);
CREATE TABLE u (b integer);
CREATE POLICY p ON t USING (a IN (SELECT b FROM u));
DROP TABLE u;
