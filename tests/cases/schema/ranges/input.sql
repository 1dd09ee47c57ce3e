CREATE SCHEMA app;
CREATE FUNCTION time_difference(x time, y time) RETURNS float8 IMMUTABLE STRICT LANGUAGE sql AS 'SELECT EXTRACT(EPOCH FROM (x - y))';
CREATE TYPE timerange AS RANGE (subtype = time, subtype_diff = time_difference);
ALTER FUNCTION time_difference(time, time) RENAME TO difference_of_times;
CREATE TYPE app.floats AS RANGE (SUBTYPE = float8, SUBTYPE_DIFF = float8mi, SUBTYPE_OPCLASS = float8_ops);
CREATE TYPE words AS RANGE (subtype = text, subtype_opclass = text_pattern_ops, multirange_type_name = app.many_words);
CREATE TYPE steps;
CREATE FUNCTION canonical_steps(steps) RETURNS steps IMMUTABLE STRICT LANGUAGE internal AS 'int4range_canonical';
CREATE TYPE steps AS RANGE (subtype = integer, canonical = canonical_steps, subtype_diff = int4range_subdiff);
CREATE OPERATOR CLASS backwards FOR TYPE integer USING btree AS
    OPERATOR 1 >, OPERATOR 2 >=, OPERATOR 3 =, OPERATOR 4 <=, OPERATOR 5 <, FUNCTION 1 btint4cmp(integer, integer);
CREATE TYPE down AS RANGE (subtype = integer, subtype_opclass = backwards);
CREATE TABLE shifts (hours timerange, letters words);
