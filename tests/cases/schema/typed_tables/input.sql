-- Tables of a composite type.
CREATE TYPE person AS (name text, age int, country varchar(2) COLLATE "C");
CREATE TABLE people OF person;
CREATE TABLE employees OF person (
    name WITH OPTIONS PRIMARY KEY,
    age DEFAULT 18 CHECK (age > 0),
    country NOT NULL,
    UNIQUE (name, age)
);
ALTER TYPE person ADD ATTRIBUTE email text CASCADE;
ALTER TYPE person RENAME ATTRIBUTE country TO nation CASCADE;
ALTER TYPE person ALTER ATTRIBUTE age TYPE bigint CASCADE;
ALTER TYPE person ADD ATTRIBUTE gone int CASCADE;
ALTER TYPE person DROP ATTRIBUTE gone CASCADE;
CREATE TYPE point2 AS (x int, y int);
CREATE TABLE points (x int, y int);
ALTER TABLE points OF point2;
CREATE TABLE formerly OF point2 (x DEFAULT 1);
ALTER TABLE formerly NOT OF;
ALTER TABLE formerly ADD COLUMN z int;
ALTER TYPE point2 RENAME TO pair;
CREATE SCHEMA app;
ALTER TYPE pair SET SCHEMA app;
CREATE TYPE doomed AS (a int);
CREATE TABLE doomed_table OF doomed;
DROP TYPE doomed CASCADE;
