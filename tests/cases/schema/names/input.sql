-- Names that PostgreSQL invents.
CREATE TABLE parent (id int PRIMARY KEY, x int, y int, UNIQUE (x), UNIQUE (x, y) INCLUDE (id));
CREATE TABLE child (
    id serial PRIMARY KEY,
    parent_id int REFERENCES parent,
    x int CHECK (x > 0) CHECK (x < 10),
    y int,
    CHECK (x < y),
    CHECK (x > y - 100),
    FOREIGN KEY (x) REFERENCES parent (x)
);
CREATE INDEX ON child (x);
CREATE INDEX ON child (x);
CREATE INDEX ON child (lower(y::text), x, (x + y));
CREATE INDEX ON child ((x * 2), (y * 2)) INCLUDE (parent_id);
CREATE TABLE a_table_with_a_name_that_is_nearly_as_long_as_names_may_be_ (
    a_column_with_a_name_that_is_nearly_as_long_as_names_may_be_ah bigserial PRIMARY KEY UNIQUE,
    another_column_with_a_name_that_is_nearly_as_long_as_may_be int UNIQUE CHECK (another_column_with_a_name_that_is_nearly_as_long_as_may_be > 0)
);
CREATE INDEX ON a_table_with_a_name_that_is_nearly_as_long_as_names_may_be_ (
    another_column_with_a_name_that_is_nearly_as_long_as_may_be,
    a_column_with_a_name_that_is_nearly_as_long_as_names_may_be_ah
);
CREATE TABLE child_id (seq int);
CREATE TABLE again (child_x_check int, x int CONSTRAINT again_x_check1 CHECK (x > 0), y int, CHECK (x > 1), CHECK (x > 2));

-- A constraint takes its name along into another schema, where the next one of that name is numbered.
CREATE SCHEMA elsewhere;
CREATE TABLE moved (x int CHECK (x > 0));
ALTER TABLE moved SET SCHEMA elsewhere;
ALTER TABLE elsewhere.moved ADD CHECK (x > 1);
CREATE TABLE moved (x int CHECK (x > 0));
