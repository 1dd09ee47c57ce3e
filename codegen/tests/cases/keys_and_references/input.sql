-- files: stores/seats.rs stores/halls.rs
-- A composite key, a partial unique key, and foreign keys: nullable, composite, one to one.
CREATE TABLE halls (city text, name text, PRIMARY KEY (city, name));
CREATE TABLE guests (id uuid PRIMARY KEY);
CREATE TABLE seats (
    row_number integer,
    number integer,
    hall_city text NOT NULL,
    hall_name text NOT NULL,
    guest uuid REFERENCES guests,
    ticket uuid NOT NULL UNIQUE REFERENCES guests (id),
    is_front boolean NOT NULL DEFAULT false,
    PRIMARY KEY (row_number, number),
    FOREIGN KEY (hall_city, hall_name) REFERENCES halls
);
CREATE UNIQUE INDEX seats_guest_in_front_idx ON seats (guest) WHERE is_front;
