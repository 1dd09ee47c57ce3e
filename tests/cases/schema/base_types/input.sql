CREATE SCHEMA own;
CREATE TYPE widget;
CREATE FUNCTION widget_in(cstring) RETURNS widget IMMUTABLE STRICT LANGUAGE internal AS 'int4in';
CREATE FUNCTION widget_out(widget) RETURNS cstring IMMUTABLE STRICT LANGUAGE internal AS 'int4out';
CREATE TYPE widget (INPUT = widget_in, OUTPUT = widget_out, LIKE = int4, CATEGORY = 'N', PREFERRED = false, DEFAULT = '42', DELIMITER = ';');
-- The shell comes with the function that returns it.
CREATE FUNCTION own.label_in(cstring, oid, integer) RETURNS own.label IMMUTABLE STRICT LANGUAGE internal AS 'varcharin';
CREATE FUNCTION own.label_out(own.label) RETURNS cstring IMMUTABLE STRICT LANGUAGE internal AS 'varcharout';
CREATE FUNCTION own.label_receive(internal, oid, integer) RETURNS own.label STABLE STRICT LANGUAGE internal AS 'varcharrecv';
CREATE FUNCTION own.label_send(own.label) RETURNS bytea STABLE STRICT LANGUAGE internal AS 'varcharsend';
CREATE TYPE own.label (
    INTERNALLENGTH = VARIABLE, INPUT = own.label_in, OUTPUT = own.label_out, TYPMOD_IN = varchartypmodin,
    TYPMOD_OUT = varchartypmodout, STORAGE = extended, COLLATABLE = true, ALIGNMENT = int4
);
ALTER TYPE own.label SET (RECEIVE = own.label_receive, SEND = own.label_send, STORAGE = main);
COMMENT ON TYPE own.label IS 'a text by another name';
CREATE TYPE pair_of_points;
CREATE FUNCTION pair_in(cstring) RETURNS pair_of_points IMMUTABLE STRICT LANGUAGE internal AS 'lseg_in';
CREATE FUNCTION pair_out(pair_of_points) RETURNS cstring IMMUTABLE STRICT LANGUAGE internal AS 'lseg_out';
CREATE TYPE pair_of_points (INTERNALLENGTH = 32, INPUT = pair_in, OUTPUT = pair_out, ALIGNMENT = double, ELEMENT = float8);
ALTER TYPE pair_of_points RENAME TO pair;
CREATE TYPE nothing_yet;
CREATE FUNCTION nothing_in(cstring) RETURNS nothing_yet IMMUTABLE STRICT LANGUAGE internal AS 'int4in';
CREATE TYPE short_lived;
DROP TYPE short_lived;
CREATE TYPE dropped;
CREATE FUNCTION dropped_in(cstring) RETURNS dropped IMMUTABLE STRICT LANGUAGE internal AS 'int4in';
CREATE FUNCTION dropped_out(dropped) RETURNS cstring IMMUTABLE STRICT LANGUAGE internal AS 'int4out';
CREATE TYPE dropped (INPUT = dropped_in, OUTPUT = dropped_out, LIKE = int4);
CREATE CAST (dropped AS integer) WITHOUT FUNCTION;
DROP TYPE dropped CASCADE;
CREATE CAST (widget AS integer) WITHOUT FUNCTION AS ASSIGNMENT;
CREATE TABLE machines (id widget, label own.label(20) DEFAULT 'new', parts widget[]);
