-- case: a collation twice
CREATE COLLATION a (locale = 'C');
CREATE COLLATION a (provider = icu, locale = 'de');

-- case: an attribute that is none
CREATE COLLATION a (locale = 'C', colour = 'red');

-- case: an attribute without a value
CREATE COLLATION a (locale);

-- case: an attribute twice
CREATE COLLATION a (locale = 'C', locale = 'POSIX');

-- case: the locale and one of its sides
CREATE COLLATION a (locale = 'C', lc_ctype = 'C');

-- case: a copy with options
CREATE COLLATION a (from = "C", locale = 'C');

-- case: a copy of the default
CREATE COLLATION a FROM "default";

-- case: a copy of nothing
CREATE COLLATION a FROM no_such_collation;

-- case: a provider that is none
CREATE COLLATION a (provider = windows, locale = 'C');

-- case: a side is missing
CREATE COLLATION a (lc_collate = 'C');

-- case: the other side is missing
CREATE COLLATION a (lc_ctype = 'C');

-- case: no locale for ICU
CREATE COLLATION a (provider = icu);

-- case: not deterministic in the C library
CREATE COLLATION a (locale = 'C', deterministic = false);

-- case: deterministic is yes or no
CREATE COLLATION a (provider = icu, locale = 'de', deterministic = 'maybe');

-- case: a column of a collation that is not there
CREATE TABLE t (a text COLLATE no_such_collation);

-- case: a column of a collation in another schema
CREATE TABLE t (a text COLLATE pg_catalog.no_such_collation);

-- case: a collation of a schema that is not there
CREATE TABLE t (a text COLLATE nowhere.c);

-- case: an expression with a collation that is not there
CREATE TABLE t (a text CHECK (a COLLATE no_such_collation > 'b'));

-- case: a number has no collation
CREATE TABLE t (a int COLLATE "C");

-- case: an enum has no collation
CREATE TYPE e AS ENUM ('a');
CREATE TABLE t (a e COLLATE "C");

-- case: a domain over a number has no collation
CREATE DOMAIN d AS int;
CREATE TABLE t (a d COLLATE "C");

-- case: an index key of a number has no collation
CREATE TABLE t (a int);
CREATE INDEX ON t (a COLLATE "C");

-- case: a column needs the collation
CREATE COLLATION a (locale = 'C');
CREATE TABLE t (a text COLLATE a);
DROP COLLATION a;

-- case: an index needs the collation
CREATE COLLATION a (locale = 'C');
CREATE TABLE t (a text);
CREATE INDEX ON t (a COLLATE a);
DROP COLLATION a;

-- case: a check needs the collation
CREATE COLLATION a (locale = 'C');
CREATE TABLE t (a text CHECK (a > 'b' COLLATE a));
DROP COLLATION a;

-- case: a composite type needs the collation
CREATE COLLATION a (locale = 'C');
CREATE TYPE c AS (x text COLLATE a);
DROP COLLATION a RESTRICT;

-- case: a range needs the collation
CREATE COLLATION a (locale = 'C');
CREATE TYPE r AS RANGE (subtype = text, collation = a);
DROP COLLATION a;

-- case: a schema holds the collation
CREATE SCHEMA s;
CREATE COLLATION s.a (locale = 'C');
DROP SCHEMA s;

-- case: the new name is taken
CREATE COLLATION a (locale = 'C');
CREATE COLLATION b (locale = 'C');
ALTER COLLATION a RENAME TO b;

-- case: the name is taken in the other schema
CREATE SCHEMA s;
CREATE COLLATION a (locale = 'C');
CREATE COLLATION s.a (locale = 'C');
ALTER COLLATION a SET SCHEMA s;

-- case: no collation to alter
ALTER COLLATION nothing REFRESH VERSION;

-- case: no collation to rename
ALTER COLLATION nothing RENAME TO something;

-- case: no collation to drop
DROP COLLATION nothing;

-- case: no collation to speak of
COMMENT ON COLLATION nothing IS 'x';

-- case: accepted: a name of the server before one of the schema
CREATE COLLATION "POSIX" (provider = icu, locale = 'de');
CREATE TABLE t (a text COLLATE "POSIX");
DROP COLLATION public."POSIX";
