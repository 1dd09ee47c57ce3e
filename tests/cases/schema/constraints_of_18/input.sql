-- needs PostgreSQL 18
-- Constraints that PostgreSQL 18 added: not enforced ones, periods, keys without overlaps; virtual columns.
CREATE EXTENSION btree_gist;
CREATE TABLE rooms (
    id int,
    valid_at tstzrange,
    size int CHECK (size > 0) NOT ENFORCED,
    double int GENERATED ALWAYS AS (size * 2) VIRTUAL,
    implied int GENERATED ALWAYS AS (size * 3),
    CONSTRAINT rooms_pk PRIMARY KEY (id, valid_at WITHOUT OVERLAPS)
);
CREATE TABLE stays (
    room int,
    during tstzrange,
    guest text,
    UNIQUE (guest, during WITHOUT OVERLAPS),
    FOREIGN KEY (room, PERIOD during) REFERENCES rooms (id, PERIOD valid_at)
);
ALTER TABLE stays ADD CONSTRAINT short CHECK (length(guest) < 100) NOT ENFORCED;
CREATE TABLE owners (id int PRIMARY KEY);
CREATE TABLE pets (owner int REFERENCES owners NOT ENFORCED, other int REFERENCES owners DEFERRABLE);
ALTER TABLE pets ALTER CONSTRAINT pets_other_fkey NOT ENFORCED;
ALTER TABLE pets ALTER CONSTRAINT pets_owner_fkey ENFORCED;
ALTER TABLE pets ALTER CONSTRAINT pets_owner_fkey DEFERRABLE INITIALLY DEFERRED;
CREATE TABLE named (
    a int CONSTRAINT a_is_there NOT NULL,
    b int,
    c int,
    d int CONSTRAINT named_d_not_null NOT NULL,
    CONSTRAINT b_is_there NOT NULL b
);
ALTER TABLE named ADD CONSTRAINT c_is_there NOT NULL c;
ALTER TABLE named DROP CONSTRAINT b_is_there;
