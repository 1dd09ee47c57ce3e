-- What PostgreSQL prints is not always read as what it was printed from.
CREATE TABLE t (
    a varchar(9) CHECK (a IN ('x', 'y')),
    b char(3) DEFAULT 'abc' CHECK (b IN ('u', 'v')),
    c integer CHECK (c IN (1, 2)),
    d varchar CHECK (d = ANY (ARRAY['x', 'y'])),
    CHECK (a IN (d, 'z'))
);
CREATE INDEX i ON t (a) WHERE a NOT IN ('x', 'y');
CREATE VIEW v AS SELECT a FROM t WHERE a IN ('x', 'y');
CREATE VIEW w (n, name) AS VALUES (1, 'x'), (2, 'y');
CREATE VIEW plain AS VALUES (1, 'x');
CREATE FUNCTION f(k varchar DEFAULT 'x') RETURNS boolean LANGUAGE sql RETURN k IN ('x', 'y');
