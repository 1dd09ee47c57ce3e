-- case: no such strategy
CREATE OPERATOR CLASS c FOR TYPE int USING btree AS OPERATOR 6 <;

-- case: no such support function
CREATE OPERATOR CLASS c FOR TYPE int USING hash AS FUNCTION 4 hashint4(int);

-- case: operators of an index are binary
CREATE OPERATOR CLASS c FOR TYPE int USING btree AS OPERATOR 1 - (NONE, int);

-- case: operators of an index are boolean
CREATE OPERATOR CLASS c FOR TYPE int USING btree AS OPERATOR 1 + (int, int);

-- case: no ordering operators in a B-tree
CREATE OPERATOR CLASS c FOR TYPE int USING btree AS OPERATOR 1 - (int, int) FOR ORDER BY integer_ops;

-- case: a member twice
CREATE OPERATOR CLASS c FOR TYPE int USING btree AS OPERATOR 1 <, OPERATOR 1 >;

-- case: storage twice
CREATE OPERATOR CLASS c FOR TYPE int USING gist AS STORAGE int, STORAGE text;

-- case: no other storage in a B-tree
CREATE OPERATOR CLASS c FOR TYPE int USING btree AS STORAGE text;

-- case: two defaults for one type
CREATE OPERATOR CLASS c DEFAULT FOR TYPE int USING btree AS STORAGE int;

-- case: a class twice
CREATE OPERATOR CLASS c FOR TYPE int USING btree AS STORAGE int;
CREATE OPERATOR CLASS c FOR TYPE int USING btree AS STORAGE int;

-- case: no such method
CREATE OPERATOR CLASS c FOR TYPE int USING nothing AS STORAGE int;

-- case: no such family
CREATE OPERATOR CLASS c FOR TYPE int USING btree FAMILY nobody AS STORAGE int;

-- case: a family twice
CREATE OPERATOR FAMILY f USING btree;
CREATE OPERATOR FAMILY f USING btree;

-- case: a comparison of one argument
CREATE OPERATOR CLASS c FOR TYPE int USING btree AS FUNCTION 1 int4abs(int);

-- case: a comparison that returns no integer
CREATE OPERATOR CLASS c FOR TYPE int USING btree AS FUNCTION 1 int4eq(int, int);

-- case: members of a family say their types
CREATE OPERATOR FAMILY f USING btree;
ALTER OPERATOR FAMILY f USING btree ADD OPERATOR 1 <;

-- case: a member that the family has
CREATE OPERATOR FAMILY f USING btree;
ALTER OPERATOR FAMILY f USING btree ADD OPERATOR 1 < (int, int);
ALTER OPERATOR FAMILY f USING btree ADD OPERATOR 1 < (int, int);

-- case: a member that the family lacks
CREATE OPERATOR FAMILY f USING btree;
ALTER OPERATOR FAMILY f USING btree DROP OPERATOR 1 (int, int);

-- case: a member that a class needs
CREATE OPERATOR CLASS c FOR TYPE int USING btree AS OPERATOR 1 <;
ALTER OPERATOR FAMILY c USING btree DROP OPERATOR 1 (int, int);

-- case: no storage in a family
CREATE OPERATOR FAMILY f USING gist;
ALTER OPERATOR FAMILY f USING gist ADD STORAGE int;

-- case: a class renamed to one that is there
CREATE OPERATOR CLASS c FOR TYPE int USING btree AS STORAGE int;
CREATE OPERATOR CLASS d FOR TYPE int USING btree AS STORAGE int;
ALTER OPERATOR CLASS c USING btree RENAME TO d;

-- case: no such class
DROP OPERATOR CLASS nobody USING btree;

-- case: no such family to drop
DROP OPERATOR FAMILY nobody USING btree;

-- case: no such method to drop from
DROP OPERATOR FAMILY IF EXISTS nobody USING nothing;

-- case: no such class for an index
CREATE TABLE t (a int);
CREATE INDEX ON t (a nobody_ops);

-- case: an index needs its class
CREATE TABLE t (a int);
CREATE OPERATOR CLASS c FOR TYPE int USING btree AS
    OPERATOR 1 <, OPERATOR 2 <=, OPERATOR 3 =, OPERATOR 4 >=, OPERATOR 5 >, FUNCTION 1 btint4cmp(int, int);
CREATE INDEX ON t (a c);
DROP OPERATOR CLASS c USING btree;

-- case: an index needs the default class of its type
CREATE TYPE e AS (a int);
CREATE FUNCTION cmp(e, e) RETURNS int IMMUTABLE LANGUAGE sql AS 'SELECT 0';
CREATE OPERATOR CLASS c DEFAULT FOR TYPE e USING btree AS FUNCTION 1 cmp(e, e);
CREATE TABLE t (a e);
CREATE INDEX ON t (a);
DROP OPERATOR FAMILY c USING btree;

-- case: equal images are of one type
CREATE OPERATOR FAMILY f USING btree;
ALTER OPERATOR FAMILY f USING btree ADD FUNCTION 4 (int, smallint) btequalimage(oid);

-- case: options are read by a function of their own
CREATE OPERATOR FAMILY f USING btree;
ALTER OPERATOR FAMILY f USING btree ADD FUNCTION 5 (int) btint42cmp(int, smallint);
