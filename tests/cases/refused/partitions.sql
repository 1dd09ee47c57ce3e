-- Keys and bounds of partitions.

-- case: a list of two columns
CREATE TABLE t (a integer, b integer) PARTITION BY LIST (a, b);

-- case: an aggregate in a key
CREATE TABLE t (a integer) PARTITION BY RANGE ((avg(a)));

-- case: a query in a key
CREATE TABLE t (a integer) PARTITION BY LIST ((a IN (SELECT 1)));

-- case: a constant as key
CREATE TABLE t (a integer) PARTITION BY RANGE ((42));

-- case: a system column as key
CREATE TABLE t (a integer) PARTITION BY RANGE (xmin);

-- case: a generated column as key
CREATE TABLE t (a integer, b integer GENERATED ALWAYS AS (a + 1) STORED) PARTITION BY RANGE (b);

-- case: a partitioned table that inherits
CREATE TABLE parent (a integer);
CREATE TABLE t () INHERITS (parent) PARTITION BY LIST (a);

-- case: a check of the partitioned table alone
CREATE TABLE t (a integer, CHECK (a > 0) NO INHERIT) PARTITION BY LIST (a);

-- case: not partitioned
CREATE TABLE t (a integer);
CREATE TABLE t_1 PARTITION OF t FOR VALUES IN (1);

-- case: attached to what is not partitioned
CREATE TABLE t (a integer);
CREATE TABLE t_1 (a integer);
ALTER TABLE t ATTACH PARTITION t_1 FOR VALUES IN (1);

-- case: a range for a list
CREATE TABLE t (a integer) PARTITION BY LIST (a);
CREATE TABLE t_1 PARTITION OF t FOR VALUES FROM (1) TO (2);

-- case: a list for a range
CREATE TABLE t (a integer) PARTITION BY RANGE (a);
CREATE TABLE t_1 PARTITION OF t FOR VALUES IN (1);

-- case: a default of hashes
CREATE TABLE t (a integer) PARTITION BY HASH (a);
CREATE TABLE t_1 PARTITION OF t DEFAULT;

-- case: a remainder too large
CREATE TABLE t (a integer) PARTITION BY HASH (a);
CREATE TABLE t_1 PARTITION OF t FOR VALUES WITH (MODULUS 4, REMAINDER 4);

-- case: a modulus that is no factor
CREATE TABLE t (a integer) PARTITION BY HASH (a);
CREATE TABLE t_1 PARTITION OF t FOR VALUES WITH (MODULUS 4, REMAINDER 0);
CREATE TABLE t_2 PARTITION OF t FOR VALUES WITH (MODULUS 6, REMAINDER 1);

-- case: a hash taken already
CREATE TABLE t (a integer) PARTITION BY HASH (a);
CREATE TABLE t_1 PARTITION OF t FOR VALUES WITH (MODULUS 4, REMAINDER 1);
CREATE TABLE t_2 PARTITION OF t FOR VALUES WITH (MODULUS 8, REMAINDER 5);

-- case: a value taken already
CREATE TABLE t (a text) PARTITION BY LIST (a);
CREATE TABLE t_1 PARTITION OF t FOR VALUES IN ('a', 'b');
CREATE TABLE t_2 PARTITION OF t FOR VALUES IN ('c', 'b');

-- case: null taken already
CREATE TABLE t (a text) PARTITION BY LIST (a);
CREATE TABLE t_1 PARTITION OF t FOR VALUES IN (NULL);
CREATE TABLE t_2 PARTITION OF t FOR VALUES IN ('c', NULL);

-- case: a month taken already
CREATE TABLE t (at timestamptz) PARTITION BY RANGE (at);
CREATE TABLE t_1 PARTITION OF t FOR VALUES FROM ('2024-01-01') TO ('2024-02-01');
CREATE TABLE t_2 PARTITION OF t FOR VALUES FROM ('2024-01-31 12:00') TO ('2024-03-01');

-- case: accepted: one month after the other
CREATE TABLE t (at date) PARTITION BY RANGE (at);
CREATE TABLE t_1 PARTITION OF t FOR VALUES FROM (MINVALUE) TO ('2024-02-01');
CREATE TABLE t_2 PARTITION OF t FOR VALUES FROM ('2024-02-01') TO ('2024-03-01');
CREATE TABLE t_3 PARTITION OF t FOR VALUES FROM ('2024-03-01') TO (MAXVALUE);
CREATE TABLE t_4 PARTITION OF t DEFAULT;

-- case: a range of two columns taken already
CREATE TABLE t (a integer, b integer) PARTITION BY RANGE (a, b);
CREATE TABLE t_1 PARTITION OF t FOR VALUES FROM (1, 1) TO (1, 10);
CREATE TABLE t_2 PARTITION OF t FOR VALUES FROM (1, MINVALUE) TO (1, 2);

-- case: an empty range
CREATE TABLE t (a integer) PARTITION BY RANGE (a);
CREATE TABLE t_1 PARTITION OF t FOR VALUES FROM (2) TO (2);

-- case: too many values
CREATE TABLE t (a integer) PARTITION BY RANGE (a);
CREATE TABLE t_1 PARTITION OF t FOR VALUES FROM (2, 3) TO (4);

-- case: null in a range
CREATE TABLE t (a integer) PARTITION BY RANGE (a);
CREATE TABLE t_1 PARTITION OF t FOR VALUES FROM (NULL) TO (4);

-- case: a value behind MINVALUE
CREATE TABLE t (a integer, b integer) PARTITION BY RANGE (a, b);
CREATE TABLE t_1 PARTITION OF t FOR VALUES FROM (MINVALUE, 1) TO (1, 2);

-- case: a column as bound
CREATE TABLE t (a integer) PARTITION BY LIST (a);
CREATE TABLE t_1 PARTITION OF t FOR VALUES IN (a);

-- case: a word as bound of numbers
CREATE TABLE t (a integer) PARTITION BY LIST (a);
CREATE TABLE t_1 PARTITION OF t FOR VALUES IN ('one');

-- case: a second default
CREATE TABLE t (a integer) PARTITION BY LIST (a);
CREATE TABLE t_1 PARTITION OF t DEFAULT;
CREATE TABLE t_2 PARTITION OF t DEFAULT;

-- case: a partition that stays, of a temporary table
CREATE TEMP TABLE t (a integer) PARTITION BY LIST (a);
CREATE TABLE t_1 PARTITION OF t FOR VALUES IN (1);

-- case: a column too many
CREATE TABLE t (a integer) PARTITION BY LIST (a);
CREATE TABLE t_1 (a integer, b integer);
ALTER TABLE t ATTACH PARTITION t_1 FOR VALUES IN (1);

-- case: another type
CREATE TABLE t (a integer) PARTITION BY LIST (a);
CREATE TABLE t_1 (a bigint);
ALTER TABLE t ATTACH PARTITION t_1 FOR VALUES IN (1);

-- case: NOT NULL is missing
CREATE TABLE t (a integer NOT NULL) PARTITION BY LIST (a);
CREATE TABLE t_1 (a integer);
ALTER TABLE t ATTACH PARTITION t_1 FOR VALUES IN (1);

-- case: a child of another table
CREATE TABLE t (a integer) PARTITION BY LIST (a);
CREATE TABLE parent (a integer);
CREATE TABLE t_1 () INHERITS (parent);
ALTER TABLE t ATTACH PARTITION t_1 FOR VALUES IN (1);
