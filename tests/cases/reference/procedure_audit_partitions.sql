-- Partitions of the audit log: made ahead, and dropped no sooner than the class allows.

-- setup
DELETE FROM audit_logs;
CREATE TEMPORARY VIEW months AS
SELECT string_agg(c.relname, ', ' ORDER BY c.relname) AS names
FROM pg_inherits AS i
JOIN pg_class AS c ON c.oid = i.inhrelid
WHERE i.inhparent = 'audit_logs'::regclass;
CREATE TEMPORARY VIEW kept AS
SELECT string_agg(format('%s %s', to_char(created_at AT TIME ZONE 'UTC', 'YYYY-MM'), data_classification), ', ' ORDER BY created_at, data_classification) AS rows
FROM audit_logs;

-- test: months are made from a day on, each for both kinds of retention, and once
-- rows:
--   2
SELECT create_audit_partitions('2031-11-15', 2);
-- rows:
--   1
SELECT create_audit_partitions('2031-12-31', 2);
-- rows:
--   0
SELECT create_audit_partitions('2031-11-01', 3);
-- rows:
--   audit_logs_default, audit_logs_y2031m11, audit_logs_y2031m12, audit_logs_y2032m01
SELECT names FROM months;
-- rows:
--   audit_logs_y2031m11_long
--   audit_logs_y2031m11_short
SELECT relid FROM pg_partition_tree('audit_logs_y2031m11') WHERE isleaf ORDER BY relid::text;

-- test: without arguments this month and the next two are made
-- rows:
--   3
SELECT create_audit_partitions();
INSERT INTO audit_logs (action, entity_type) VALUES ('read', 'report');
-- rows:
--   t
SELECT tableoid::regclass::text = 'audit_logs_y' || to_char(now() AT TIME ZONE 'UTC', 'YYYY"m"MM') || '_short' FROM audit_logs;

-- test: a row goes to the partition of its month and class
SELECT create_audit_partitions('2031-01-01', 2);
INSERT INTO audit_logs (created_at, data_classification, action, entity_type) VALUES
    ('2031-01-01 00:00+00', 'public', 'read', 'report'),
    ('2031-01-31 23:59+00', 'internal', 'read', 'report'),
    ('2031-02-01 00:00+00', 'confidential', 'read', 'report'),
    ('2031-02-28 12:00+00', 'restricted', 'read', 'report'),
    ('2031-03-01 00:00+00', 'restricted', 'read', 'report');
-- rows:
--   audit_logs_y2031m01_short
--   audit_logs_y2031m01_short
--   audit_logs_y2031m02_long
--   audit_logs_y2031m02_long
--   audit_logs_default
SELECT tableoid::regclass FROM audit_logs ORDER BY created_at;

-- test: months begin by the clock of Greenwich, whatever the zone of the session
SET LOCAL timezone = 'Pacific/Auckland';
SELECT create_audit_partitions('2031-01-01', 1);
INSERT INTO audit_logs (created_at, action, entity_type) VALUES
    ('2030-12-31 23:59:59+00', 'read', 'before'),
    ('2031-01-01 00:00:00+00', 'read', 'first'),
    ('2031-01-31 23:59:59+00', 'read', 'last');
-- rows:
--   before | audit_logs_default
--   first | audit_logs_y2031m01_short
--   last | audit_logs_y2031m01_short
SELECT entity_type, tableoid::regclass FROM audit_logs ORDER BY created_at;

-- test: rows that wait in the default partition move to their month with all that they hold
INSERT INTO audit_logs (created_at, data_classification, action, entity_type, entity_id, new_values, compliance_tags) VALUES
    ('2031-01-10', 'internal', 'create', 'users', '1', '{"a": 1}', '{gdpr}'),
    ('2031-02-10', 'restricted', 'create', 'users', '2', '{"a": 2}', '{}'),
    ('2031-07-10', 'internal', 'create', 'users', '3', '{"a": 3}', '{}');
CREATE TEMPORARY TABLE before AS SELECT * FROM audit_logs;
-- rows:
--   2
SELECT create_audit_partitions('2031-01-01', 2);
-- rows:
--   1 | audit_logs_y2031m01_short
--   2 | audit_logs_y2031m02_long
--   3 | audit_logs_default
SELECT entity_id, tableoid::regclass FROM audit_logs ORDER BY entity_id;
-- rows:
--   3
SELECT count(*) FROM audit_logs AS a JOIN before AS b ON a = b::text::audit_logs;
-- refused: SC010 are never changed
UPDATE audit_logs SET entity_id = '4' WHERE entity_id = '3';

-- test: a month is kept until the retention of its classes has run out, not a day less
SELECT create_audit_partitions('2021-01-01', 1);
INSERT INTO audit_logs (created_at, data_classification, action, entity_type)
SELECT '2021-01-31 23:00+00', class, 'read', 'report' FROM unnest(enum_range(NULL::data_classification_enum)) AS u (class);
-- rows:
--   0
SELECT drop_expired_audit_partitions('2023-01-31 23:59:59+00');
-- rows:
--   2021-01 public, 2021-01 internal, 2021-01 confidential, 2021-01 restricted
SELECT * FROM kept;
-- rows:
--   1
SELECT drop_expired_audit_partitions('2023-02-01 00:00:00+00');
-- rows:
--   2021-01 confidential, 2021-01 restricted
SELECT * FROM kept;
-- rows:
--   0
SELECT drop_expired_audit_partitions('2028-01-31 23:59:59+00');
-- rows:
--   2021-01 confidential, 2021-01 restricted
SELECT * FROM kept;
-- rows:
--   1
SELECT drop_expired_audit_partitions('2028-02-01 00:00:00+00');
-- rows:
--   ∅
SELECT * FROM kept;
-- rows:
--   audit_logs_default
SELECT names FROM months;

-- test: a longer retention of one class keeps the partition that it shares
UPDATE audit_retention_policies SET retention = interval '5 years' WHERE data_classification = 'public';
UPDATE audit_retention_policies SET retention = interval '9 years' WHERE data_classification = 'restricted';
DELETE FROM audit_logs;
SELECT create_audit_partitions('2021-01-01', 1);
INSERT INTO audit_logs (created_at, data_classification, action, entity_type)
SELECT '2021-01-31', class, 'read', 'report' FROM unnest(enum_range(NULL::data_classification_enum)) AS u (class);
-- rows:
--   0
SELECT drop_expired_audit_partitions('2026-01-31');
-- rows:
--   1
SELECT drop_expired_audit_partitions('2026-02-01');
-- rows:
--   0
SELECT drop_expired_audit_partitions('2030-01-31');
-- rows:
--   2021-01 confidential, 2021-01 restricted
SELECT * FROM kept;
-- rows:
--   1
SELECT drop_expired_audit_partitions('2030-02-01');

-- test: the law's floor cannot be lowered, and a policy that is missing stops the dropping
-- refused: 23514 audit_retention_policies_floor_check
UPDATE audit_retention_policies SET retention = interval '6 years' WHERE data_classification = 'confidential';
DELETE FROM audit_retention_policies WHERE data_classification = 'restricted';
-- refused: SC011 not every data classification has a retention policy
SELECT drop_expired_audit_partitions('2100-01-01');

-- test: a row that is dated back still finds its place after its month was cleared
SELECT create_audit_partitions('2021-01-01', 1);
INSERT INTO audit_logs (created_at, action, entity_type) VALUES ('2021-01-10', 'read', 'report');
SELECT drop_expired_audit_partitions('2024-01-01');
INSERT INTO audit_logs (created_at, action, entity_type) VALUES ('2021-01-11', 'read', 'report');
-- rows:
--   audit_logs_y2021m01_short
SELECT tableoid::regclass FROM audit_logs;

-- test: what has expired in the default partition is removed, in bounded batches
INSERT INTO audit_logs (created_at, data_classification, action, entity_type) VALUES
    ('2021-01-10', 'internal', 'read', 'report'),
    ('2021-01-11', 'internal', 'read', 'report'),
    ('2021-01-12', 'restricted', 'read', 'report');
SELECT drop_expired_audit_partitions('2024-01-01', 1);
-- rows:
--   2
SELECT count(*) FROM audit_logs;
SELECT drop_expired_audit_partitions('2024-01-01', 10);
-- rows:
--   2021-01 restricted
SELECT * FROM kept;
