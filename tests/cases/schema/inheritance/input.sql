-- Inheritance: merging, later changes of parents, INHERIT and NO INHERIT.
CREATE TABLE named (id int NOT NULL, name text DEFAULT 'parent', CHECK (id > 0));
CREATE TABLE dated (id int, at timestamptz DEFAULT now(), CONSTRAINT recent CHECK (at > '2000-01-01') NO INHERIT);
CREATE TABLE only_child () INHERITS (named);
CREATE TABLE child () INHERITS (named);
CREATE TABLE merged (id int NOT NULL DEFAULT 7, CONSTRAINT named_id_check CHECK (id > 0)) INHERITS (named);
CREATE TABLE grandchild () INHERITS (child);
CREATE TABLE with_key (PRIMARY KEY (id)) INHERITS (named);

ALTER TABLE named ADD COLUMN added text DEFAULT 'a';
ALTER TABLE named ADD CONSTRAINT short CHECK (length(name) < 10);
ALTER TABLE named ADD CONSTRAINT own_only CHECK (length(name) < 20) NO INHERIT;
ALTER TABLE named ALTER COLUMN name SET NOT NULL;
ALTER TABLE named RENAME COLUMN name TO title;
ALTER TABLE named ALTER COLUMN added SET DEFAULT 'b';
ALTER TABLE ONLY named ALTER COLUMN added SET DEFAULT 'only';
ALTER TABLE named ALTER COLUMN added TYPE varchar(10);

CREATE TABLE both_parents (title text DEFAULT 'child') INHERITS (named, dated);

CREATE TABLE joins_later (id int NOT NULL, at timestamptz);
ALTER TABLE joins_later INHERIT dated;
CREATE TABLE leaves () INHERITS (named);
ALTER TABLE leaves NO INHERIT named;
CREATE TABLE leaves_one () INHERITS (named, dated);
ALTER TABLE leaves_one NO INHERIT dated;
CREATE TABLE order_differs (at timestamptz, other int, id int CHECK (id > 1));
ALTER TABLE order_differs INHERIT dated;

CREATE TABLE dropped_parent (a int, b int CHECK (b > 0));
CREATE TABLE dropped_child (c int) INHERITS (dropped_parent);
CREATE TABLE dropped_local (a int, c int) INHERITS (dropped_parent);
ALTER TABLE dropped_parent DROP COLUMN a;
ALTER TABLE dropped_parent DROP CONSTRAINT dropped_parent_b_check;
ALTER TABLE ONLY dropped_parent DROP COLUMN b;
CREATE TABLE gone (a int);
CREATE TABLE gone_child () INHERITS (gone);
DROP TABLE gone CASCADE;
CREATE TABLE late_parent (a int);
CREATE TABLE late_child () INHERITS (late_parent);
ALTER TABLE late_child ADD COLUMN late int;
ALTER TABLE late_parent ADD COLUMN late int;
ALTER TABLE child ADD COLUMN extra int CHECK (extra > 0);
COMMENT ON COLUMN child.title IS 'inherited';
