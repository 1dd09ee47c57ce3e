-- Keys that cannot be keys.

-- case: two primary keys
CREATE TABLE t (a int PRIMARY KEY, b int PRIMARY KEY);

-- case: a second primary key
CREATE TABLE t (a int PRIMARY KEY, b int);
ALTER TABLE t ADD PRIMARY KEY (b);

-- case: a foreign key to a table that is not there
CREATE TABLE t (a int REFERENCES nothing);

-- case: a foreign key to a table without a primary key
CREATE TABLE a (id int);
CREATE TABLE b (a_id int REFERENCES a);

-- case: a foreign key to columns that are not unique
CREATE TABLE a (id int PRIMARY KEY, x int);
CREATE TABLE b (a_x int REFERENCES a (x));

-- case: a foreign key to a partial unique index
CREATE TABLE a (x int);
CREATE UNIQUE INDEX ON a (x) WHERE x > 0;
CREATE TABLE b (a_x int REFERENCES a (x));

-- case: a foreign key of another type
CREATE TABLE a (id uuid PRIMARY KEY);
CREATE TABLE b (a_id int REFERENCES a);

-- case: accepted: a foreign key between integer types
CREATE TABLE a (id bigint PRIMARY KEY);
CREATE TABLE b (a_id int REFERENCES a);

-- case: a foreign key with too few columns
CREATE TABLE a (x int, y int, PRIMARY KEY (x, y));
CREATE TABLE b (x int REFERENCES a);

-- case: accepted: a foreign key in another order of columns
CREATE TABLE a (x int, y int, UNIQUE (x, y));
CREATE TABLE b (x int, y int, FOREIGN KEY (y, x) REFERENCES a (y, x));

-- case: a foreign key on an unknown column
CREATE TABLE a (id int PRIMARY KEY);
CREATE TABLE b (FOREIGN KEY (a_id) REFERENCES a);

-- case: a key on an unknown column
CREATE TABLE t (a int, UNIQUE (b));

-- case: NULL and NOT NULL
CREATE TABLE t (a int NULL NOT NULL);

-- case: two defaults
CREATE TABLE t (a int DEFAULT 1 DEFAULT 2);

-- case: an identity of text
CREATE TABLE t (a text GENERATED ALWAYS AS IDENTITY);

-- case: a unique key without the partition key
CREATE TABLE t (a int, b int, UNIQUE (a)) PARTITION BY LIST (b);

-- case: a concurrent index in a transaction
BEGIN;
CREATE TABLE t (a int);
CREATE INDEX CONCURRENTLY ON t (a);

-- case: a transition table before the event
CREATE TABLE t (a int);
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NULL; END';
CREATE TRIGGER g BEFORE INSERT ON t REFERENCING NEW TABLE AS n FOR EACH STATEMENT EXECUTE FUNCTION f();

-- case: an INSTEAD OF trigger on a table
CREATE TABLE t (a int);
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NULL; END';
CREATE TRIGGER g INSTEAD OF INSERT ON t FOR EACH ROW EXECUTE FUNCTION f();

-- case: a type without its comma
CREATE TABLE t (a int b int);

-- case: a keyword as a name
CREATE TABLE user (a int);

-- case: an unterminated list
CREATE TABLE t (a int

-- case: varchar of nothing
CREATE TABLE t (a varchar(0));

-- case: a generated column of a generated column
CREATE TABLE t (a int, b int GENERATED ALWAYS AS (a + 1) STORED, c int GENERATED ALWAYS AS (b + 1) STORED);

-- case: a generated column of itself
CREATE TABLE t (a int, b int GENERATED ALWAYS AS (b + 1) STORED);

-- case: a temporary table in a schema that stays
CREATE TEMP TABLE public.t (a int);
