-- Tables made after others: LIKE, INHERITS, OF.

-- case: LIKE of what is not there
CREATE TABLE t (LIKE missing);

-- case: LIKE with a column that is there already
CREATE TABLE a (x int);
CREATE TABLE t (x int, LIKE a);

-- case: LIKE with two primary keys
CREATE TABLE a (x int PRIMARY KEY);
CREATE TABLE t (y int PRIMARY KEY, LIKE a INCLUDING ALL);

-- case: LIKE of an index
CREATE TABLE a (x int);
CREATE INDEX i ON a (x);
CREATE TABLE t (LIKE i);

-- case: INHERITS with another type
CREATE TABLE a (x int);
CREATE TABLE t (x text) INHERITS (a);

-- case: parents that disagree on a type
CREATE TABLE a (x int);
CREATE TABLE b (x text);
CREATE TABLE t () INHERITS (a, b);

-- case: parents that disagree on a default
CREATE TABLE a (x int DEFAULT 1);
CREATE TABLE b (x int DEFAULT 2);
CREATE TABLE t () INHERITS (a, b);

-- case: accepted: a default of its own settles it
CREATE TABLE a (x int DEFAULT 1);
CREATE TABLE b (x int DEFAULT 2);
CREATE TABLE t (x int DEFAULT 3) INHERITS (a, b);

-- case: the same parent twice
CREATE TABLE a (x int);
CREATE TABLE t () INHERITS (a, a);

-- case: a partitioned parent
CREATE TABLE a (x int) PARTITION BY LIST (x);
CREATE TABLE t () INHERITS (a);

-- case: INHERIT without the column
CREATE TABLE a (x int);
CREATE TABLE t (y int);
ALTER TABLE t INHERIT a;

-- case: INHERIT with another type
CREATE TABLE a (x int);
CREATE TABLE t (x text);
ALTER TABLE t INHERIT a;

-- case: INHERIT without NOT NULL
CREATE TABLE a (x int NOT NULL);
CREATE TABLE t (x int);
ALTER TABLE t INHERIT a;

-- case: INHERIT without the check
CREATE TABLE a (x int CHECK (x > 0));
CREATE TABLE t (x int);
ALTER TABLE t INHERIT a;

-- case: INHERIT in a circle
CREATE TABLE a (x int);
CREATE TABLE t () INHERITS (a);
ALTER TABLE a INHERIT t;

-- case: INHERIT twice
CREATE TABLE a (x int);
CREATE TABLE t () INHERITS (a);
ALTER TABLE t INHERIT a;

-- case: NO INHERIT of what is no parent
CREATE TABLE a (x int);
CREATE TABLE t (x int);
ALTER TABLE t NO INHERIT a;

-- case: a parent dropped without CASCADE
CREATE TABLE a (x int);
CREATE TABLE t () INHERITS (a);
DROP TABLE a;

-- case: an inherited column dropped
CREATE TABLE a (x int);
CREATE TABLE t () INHERITS (a);
ALTER TABLE t DROP COLUMN x;

-- case: OF an enum
CREATE TYPE e AS ENUM ('a');
CREATE TABLE t OF e;

-- case: OF with a column that the type lacks
CREATE TYPE c AS (a int);
CREATE TABLE t OF c (b WITH OPTIONS NOT NULL);

-- case: OF a type that does not fit
CREATE TYPE c AS (a int, b int);
CREATE TABLE t (a int);
ALTER TABLE t OF c;

-- case: NOT OF an ordinary table
CREATE TABLE t (a int);
ALTER TABLE t NOT OF;

-- case: a type of tables altered without CASCADE
CREATE TYPE c AS (a int);
CREATE TABLE t OF c;
ALTER TYPE c ADD ATTRIBUTE b int;

-- case: a type of tables dropped
CREATE TYPE c AS (a int);
CREATE TABLE t OF c;
DROP TYPE c;

-- case: an attribute of a stored type changes its type
CREATE TYPE c AS (a int);
CREATE TABLE t (x c);
ALTER TYPE c ALTER ATTRIBUTE a TYPE text;

-- case: accepted: an attribute of a stored type comes and goes
CREATE TYPE c AS (a int);
CREATE TABLE t (x c);
ALTER TYPE c ADD ATTRIBUTE b int;
ALTER TYPE c DROP ATTRIBUTE b;

-- case: a renamed column that a child has already
CREATE TABLE a (x int);
CREATE TABLE t (y int) INHERITS (a);
ALTER TABLE a RENAME COLUMN x TO y;

-- case: a renamed column that a child has from another parent too
CREATE TABLE a (x int);
CREATE TABLE b (x int);
CREATE TABLE t () INHERITS (a, b);
ALTER TABLE a RENAME COLUMN x TO y;

-- case: accepted: both ways to a grandchild are renamed
CREATE TABLE a (x int);
CREATE TABLE b () INHERITS (a);
CREATE TABLE c () INHERITS (a);
CREATE TABLE t () INHERITS (b, c);
ALTER TABLE a RENAME COLUMN x TO y;
