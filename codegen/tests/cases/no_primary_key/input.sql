-- files: models/readings.rs stores/readings.rs
-- Rows can be inserted, listed and counted; nothing tells one from another.
CREATE TABLE readings (sensor integer NOT NULL, value double precision, at timestamptz NOT NULL DEFAULT now());
CREATE INDEX readings_at_idx ON readings (at);
