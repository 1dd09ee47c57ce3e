-- What depends on a name sees it change.
CREATE TYPE mood AS ENUM ('sad', 'ok');
CREATE FUNCTION grade(m mood) RETURNS int LANGUAGE sql IMMUTABLE AS 'SELECT 1';
CREATE SEQUENCE numbers;
CREATE TABLE people (
    id int PRIMARY KEY DEFAULT nextval('numbers'),
    mood mood DEFAULT 'ok' CHECK (mood <> 'sad'::mood),
    score int GENERATED ALWAYS AS (grade(mood)) STORED,
    "Odd" text
);
CREATE INDEX people_mood ON people (grade(mood)) WHERE people.mood = 'ok' AND "Odd" IS NOT NULL;
ALTER TYPE mood RENAME TO feeling;
ALTER FUNCTION grade(feeling) RENAME TO "Grade";
ALTER SEQUENCE numbers RENAME TO counters;
ALTER TABLE people RENAME COLUMN mood TO feels;
ALTER TABLE people RENAME COLUMN "Odd" TO even;
ALTER TABLE people RENAME TO persons;
ALTER TABLE persons RENAME CONSTRAINT people_pkey TO persons_pk;
ALTER INDEX people_mood RENAME TO persons_feels;
CREATE SCHEMA app;
ALTER TABLE persons SET SCHEMA app;
ALTER TYPE feeling SET SCHEMA app;
CREATE TABLE limited (amount integer, CONSTRAINT positive CHECK (amount > 0));
CREATE TABLE limited_child () INHERITS (limited);
ALTER TABLE limited RENAME CONSTRAINT positive TO above_zero;
