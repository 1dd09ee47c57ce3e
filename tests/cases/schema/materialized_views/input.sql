-- Materialized views: their storage, indexes, refreshing, and what is altered.
CREATE TABLE events (id bigint PRIMARY KEY, kind text NOT NULL, at timestamptz NOT NULL, payload jsonb);
CREATE MATERIALIZED VIEW by_kind AS
    SELECT kind, count(*) AS events, max(at) AS latest FROM events GROUP BY kind;
CREATE UNIQUE INDEX ON by_kind (kind);
CREATE INDEX by_kind_latest ON by_kind (latest DESC, events) WHERE events > 10;
CREATE MATERIALIZED VIEW IF NOT EXISTS by_kind AS SELECT 1 AS other;
CREATE MATERIALIZED VIEW empty (kind, total) WITH (fillfactor = 70) AS
    SELECT kind, sum((payload ->> 'amount')::numeric) FROM events GROUP BY 1
    WITH NO DATA;
CREATE MATERIALIZED VIEW filled_later AS SELECT e.* FROM events e WITH NO DATA;
REFRESH MATERIALIZED VIEW filled_later;
REFRESH MATERIALIZED VIEW CONCURRENTLY by_kind;
CREATE FUNCTION kinds() RETURNS SETOF text LANGUAGE plpgsql AS
    'BEGIN RETURN QUERY SELECT DISTINCT kind FROM events; END';
CREATE MATERIALIZED VIEW of_function AS SELECT k FROM kinds() AS k;
CREATE VIEW of_materialized AS SELECT kind, events FROM by_kind WHERE latest > now();
COMMENT ON MATERIALIZED VIEW by_kind IS 'counted';
COMMENT ON COLUMN by_kind.events IS 'how many';
ALTER MATERIALIZED VIEW empty RENAME TO emptier;
ALTER MATERIALIZED VIEW emptier RENAME COLUMN total TO amount;
ALTER MATERIALIZED VIEW emptier SET (autovacuum_enabled = false);
ALTER MATERIALIZED VIEW emptier ALTER COLUMN kind SET STATISTICS 500;
ALTER MATERIALIZED VIEW emptier ALTER COLUMN kind SET STORAGE EXTERNAL;
CREATE SCHEMA app;
ALTER MATERIALIZED VIEW emptier SET SCHEMA app;
CREATE MATERIALIZED VIEW gone AS SELECT 1 AS one;
DROP MATERIALIZED VIEW gone;
