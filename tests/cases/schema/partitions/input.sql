-- Partitions have what their parents have.
CREATE TABLE owner (id int PRIMARY KEY);
CREATE TABLE logs (
    id bigint GENERATED ALWAYS AS IDENTITY,
    class text NOT NULL CHECK (class <> ''),
    at timestamptz NOT NULL DEFAULT now(),
    owner_id int REFERENCES owner ON DELETE CASCADE,
    PRIMARY KEY (class, at, id)
) PARTITION BY LIST (class);
CREATE INDEX logs_at ON logs (at DESC) WHERE owner_id IS NOT NULL;
CREATE TABLE logs_a PARTITION OF logs FOR VALUES IN ('a', 'b') PARTITION BY RANGE (at);
CREATE TABLE logs_a_2024 PARTITION OF logs_a FOR VALUES FROM ('2024-01-01') TO ('2025-01-01');
CREATE TABLE logs_a_default PARTITION OF logs_a DEFAULT;
CREATE TABLE logs_rest PARTITION OF logs DEFAULT;
CREATE INDEX logs_lower ON logs (lower(class));
CREATE UNIQUE INDEX ON logs (class, at, owner_id);
CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
CREATE TRIGGER touched BEFORE INSERT OR UPDATE OF class ON logs FOR EACH ROW WHEN (NEW.class <> 'x') EXECUTE FUNCTION touch();
CREATE TABLE logs_late (class text NOT NULL CHECK (class <> ''), id bigint NOT NULL, at timestamptz NOT NULL, owner_id int);
ALTER TABLE logs_late RENAME CONSTRAINT logs_late_class_check TO logs_class_check;
ALTER TABLE logs ATTACH PARTITION logs_late FOR VALUES IN ('late');
ALTER TABLE logs ADD COLUMN note text DEFAULT 'n';
ALTER TABLE logs ADD CONSTRAINT noted CHECK (note <> 'bad');
