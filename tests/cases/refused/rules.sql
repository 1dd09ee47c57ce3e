-- case: a rule twice
CREATE TABLE t (a int);
CREATE RULE r AS ON INSERT TO t DO NOTHING;
CREATE RULE r AS ON UPDATE TO t DO NOTHING;

-- case: no such table
CREATE RULE r AS ON INSERT TO t DO NOTHING;

-- case: a materialized view
CREATE MATERIALIZED VIEW m AS SELECT 1 AS a;
CREATE RULE r AS ON INSERT TO m DO NOTHING;

-- case: an unknown column of NEW
CREATE TABLE t (a int);
CREATE RULE r AS ON INSERT TO t DO ALSO DELETE FROM t WHERE a = NEW.b;

-- case: OLD of an insert
CREATE TABLE t (a int);
CREATE RULE r AS ON INSERT TO t DO ALSO DELETE FROM t WHERE a = OLD.a;

-- case: NEW of a delete
CREATE TABLE t (a int);
CREATE RULE r AS ON DELETE TO t DO ALSO DELETE FROM t WHERE a = NEW.a;

-- case: OLD of an insert in the condition
CREATE TABLE t (a int);
CREATE RULE r AS ON INSERT TO t WHERE OLD.a > 1 DO INSTEAD NOTHING;

-- case: accepted: a column without its row in the condition
CREATE TABLE t (a int);
CREATE RULE r AS ON INSERT TO t WHERE a > 1 DO INSTEAD NOTHING;

-- case: a condition that is no condition
CREATE TABLE t (a int);
CREATE RULE r AS ON INSERT TO t WHERE NEW.a DO INSTEAD NOTHING;

-- case: an aggregate in the condition
CREATE TABLE t (a int);
CREATE RULE r AS ON INSERT TO t WHERE max(NEW.a) > 1 DO INSTEAD NOTHING;

-- case: a table of an action that is not there
CREATE TABLE t (a int);
CREATE RULE r AS ON INSERT TO t DO ALSO INSERT INTO u VALUES (NEW.a);

-- case: too many values in an action
CREATE TABLE t (a int);
CREATE RULE r AS ON INSERT TO t DO ALSO INSERT INTO t VALUES (NEW.a, 1);

-- case: a notification under a condition
CREATE TABLE t (a int);
CREATE RULE r AS ON INSERT TO t WHERE NEW.a > 1 DO ALSO NOTIFY x;

-- case: RETURNING under a condition
CREATE TABLE t (a int);
CREATE RULE r AS ON INSERT TO t WHERE NEW.a > 1 DO INSTEAD INSERT INTO t VALUES (1) RETURNING a;

-- case: RETURNING beside the statement
CREATE TABLE t (a int);
CREATE RULE r AS ON INSERT TO t DO ALSO INSERT INTO t VALUES (1) RETURNING a;

-- case: RETURNING twice
CREATE TABLE t (a int);
CREATE RULE r AS ON INSERT TO t DO INSTEAD (INSERT INTO t VALUES (1) RETURNING a; INSERT INTO t VALUES (1) RETURNING a);

-- case: the name of a view's own rule
CREATE TABLE t (a int);
CREATE RULE "_RETURN" AS ON INSERT TO t DO NOTHING;

-- case: on SELECT nothing
CREATE TABLE t (a int);
CREATE RULE "_RETURN" AS ON SELECT TO t DO INSTEAD NOTHING;

-- case: on SELECT something else
CREATE TABLE t (a int);
CREATE RULE "_RETURN" AS ON SELECT TO t DO INSTEAD INSERT INTO t VALUES (1);

-- case: on SELECT as well
CREATE TABLE t (a int);
CREATE RULE "_RETURN" AS ON SELECT TO t DO ALSO SELECT 1;

-- case: a rule to drop that is not there
CREATE TABLE t (a int);
DROP RULE r ON t;

-- case: a rule to rename that is not there
CREATE TABLE t (a int);
ALTER RULE r ON t RENAME TO s;

-- case: a new name that is taken
CREATE TABLE t (a int);
CREATE RULE r AS ON INSERT TO t DO NOTHING;
CREATE RULE s AS ON INSERT TO t DO NOTHING;
ALTER RULE r ON t RENAME TO s;

-- case: a rule to disable that is not there
CREATE TABLE t (a int);
ALTER TABLE t DISABLE RULE r;

-- case: a table that an action needs
CREATE TABLE t (a int);
CREATE TABLE u (a int);
CREATE RULE r AS ON INSERT TO t DO ALSO INSERT INTO u VALUES (NEW.a);
DROP TABLE u;

-- case: a column that an action needs
CREATE TABLE t (a int, b int);
CREATE TABLE u (a int);
CREATE RULE r AS ON INSERT TO t DO ALSO INSERT INTO u VALUES (NEW.a);
ALTER TABLE t DROP COLUMN a;

-- case: accepted: the same name on another table
CREATE TABLE t (a int);
CREATE TABLE u (a int);
CREATE RULE r AS ON INSERT TO t DO NOTHING;
CREATE RULE r AS ON INSERT TO u DO NOTHING;
CREATE OR REPLACE RULE r AS ON DELETE TO u DO INSTEAD NOTHING;

-- case: a column of either row in the condition
CREATE TABLE t (a int);
CREATE RULE r AS ON UPDATE TO t WHERE a > 1 DO INSTEAD NOTHING;

-- case: a column without its row in an action
CREATE TABLE t (a int);
CREATE TABLE u (b int);
CREATE RULE r AS ON INSERT TO t DO ALSO INSERT INTO u VALUES (a);
