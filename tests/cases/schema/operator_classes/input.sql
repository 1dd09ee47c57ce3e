CREATE SCHEMA math;
CREATE TYPE amount AS (value numeric, currency text);
CREATE FUNCTION amount_lt(amount, amount) RETURNS boolean IMMUTABLE STRICT LANGUAGE sql AS 'SELECT $1.value < $2.value';
CREATE FUNCTION amount_le(amount, amount) RETURNS boolean IMMUTABLE STRICT LANGUAGE sql AS 'SELECT $1.value <= $2.value';
CREATE FUNCTION amount_eq(amount, amount) RETURNS boolean IMMUTABLE STRICT LANGUAGE sql AS 'SELECT $1.value = $2.value';
CREATE FUNCTION amount_ge(amount, amount) RETURNS boolean IMMUTABLE STRICT LANGUAGE sql AS 'SELECT $1.value >= $2.value';
CREATE FUNCTION amount_gt(amount, amount) RETURNS boolean IMMUTABLE STRICT LANGUAGE sql AS 'SELECT $1.value > $2.value';
CREATE FUNCTION amount_cmp(amount, amount) RETURNS integer IMMUTABLE STRICT LANGUAGE sql AS 'SELECT CASE WHEN $1.value < $2.value THEN -1 WHEN $1.value = $2.value THEN 0 ELSE 1 END';
CREATE FUNCTION amount_hash(amount) RETURNS integer IMMUTABLE STRICT LANGUAGE sql AS 'SELECT hash_numeric($1.value)';
CREATE FUNCTION amount_hash_extended(amount, bigint) RETURNS bigint IMMUTABLE STRICT LANGUAGE sql AS 'SELECT hash_numeric_extended($1.value, $2)';
CREATE OPERATOR < (LEFTARG = amount, RIGHTARG = amount, FUNCTION = amount_lt);
CREATE OPERATOR <= (LEFTARG = amount, RIGHTARG = amount, FUNCTION = amount_le);
CREATE OPERATOR = (LEFTARG = amount, RIGHTARG = amount, FUNCTION = amount_eq, HASHES, MERGES);
CREATE OPERATOR >= (LEFTARG = amount, RIGHTARG = amount, FUNCTION = amount_ge);
CREATE OPERATOR > (LEFTARG = amount, RIGHTARG = amount, FUNCTION = amount_gt);

CREATE OPERATOR CLASS amount_ops DEFAULT FOR TYPE amount USING btree AS
    OPERATOR 1 <, OPERATOR 2 <=, OPERATOR 3 =, OPERATOR 4 >= (amount, amount), OPERATOR 5 > FOR SEARCH,
    FUNCTION 1 amount_cmp(amount, amount);
CREATE OPERATOR FAMILY math.amounts USING hash;
CREATE OPERATOR CLASS math.amount_hash_ops FOR TYPE amount USING hash FAMILY math.amounts AS
    OPERATOR 1 =, FUNCTION 1 amount_hash(amount), FUNCTION 2 (amount) amount_hash_extended(amount, bigint);
COMMENT ON OPERATOR CLASS amount_ops USING btree IS 'by value alone';
COMMENT ON OPERATOR FAMILY math.amounts USING hash IS 'of one member';

-- A family of loose members: of two types, and of one without a class.
CREATE OPERATOR FAMILY mixed USING btree;
ALTER OPERATOR FAMILY mixed USING btree ADD
    OPERATOR 1 < (integer, bigint),
    OPERATOR 3 = (integer, bigint),
    FUNCTION 1 (integer, bigint) btint48cmp(integer, bigint),
    FUNCTION 1 btint2cmp(smallint, smallint),
    OPERATOR 1 < (smallint, smallint);
ALTER OPERATOR FAMILY mixed USING btree DROP OPERATOR 3 (integer, bigint);
ALTER OPERATOR FAMILY mixed USING btree RENAME TO "Mixed";
ALTER OPERATOR FAMILY "Mixed" USING btree SET SCHEMA math;

-- GiST ties the functions that must be there, GIN too; the rest is loose.
CREATE OPERATOR CLASS box_again FOR TYPE box USING gist AS
    OPERATOR 1 <<, OPERATOR 3 &&, OPERATOR 15 <-> (box, point) FOR ORDER BY float_ops,
    FUNCTION 1 gist_box_consistent(internal, box, smallint, oid, internal),
    FUNCTION 2 gist_box_union(internal, internal),
    FUNCTION 5 gist_box_penalty(internal, internal, internal),
    FUNCTION 6 gist_box_picksplit(internal, internal),
    FUNCTION 7 gist_box_same(box, box, internal),
    FUNCTION 8 (box, box) gist_box_distance(internal, box, smallint, oid, internal);
CREATE OPERATOR CLASS numbers_gin FOR TYPE integer[] USING gin AS
    OPERATOR 1 && (anyarray, anyarray), OPERATOR 3 = (anyarray, anyarray),
    FUNCTION 1 btint4cmp(integer, integer),
    FUNCTION 2 ginarrayextract(anyarray, internal, internal),
    FUNCTION 3 ginqueryarrayextract(anyarray, internal, smallint, internal, internal, internal, internal),
    FUNCTION 4 ginarrayconsistent(internal, smallint, anyarray, integer, internal, internal, internal, internal),
    STORAGE integer;
CREATE OPERATOR CLASS storage_only FOR TYPE text USING btree AS STORAGE text;
ALTER OPERATOR CLASS storage_only USING btree RENAME TO nothing_much;
ALTER OPERATOR CLASS nothing_much USING btree SET SCHEMA math;
CREATE OPERATOR CLASS short_lived FOR TYPE text USING btree AS STORAGE text;
DROP OPERATOR CLASS short_lived USING btree;
DROP OPERATOR CLASS IF EXISTS short_lived USING btree;
DROP OPERATOR FAMILY short_lived USING btree;
CREATE OPERATOR FAMILY short_lived USING gist;
DROP OPERATOR FAMILY short_lived USING gist CASCADE;

CREATE TABLE prices (id integer, price amount);
CREATE INDEX prices_by_amount ON prices (price);
CREATE INDEX prices_by_hash ON prices USING hash (price math.amount_hash_ops);
