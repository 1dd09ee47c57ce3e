//! Tables, columns, constraints, indexes, policies.

use expect_test::expect;

use crate::{check, server_is_at_least};

#[tokio::test]
async fn columns_keep_every_attribute() {
    let sql = r#"
        CREATE FUNCTION next_code() RETURNS text LANGUAGE sql AS 'SELECT ''x''';
        CREATE TYPE mood AS ENUM ('ok');
        CREATE TABLE t (a int PRIMARY KEY, b text NOT NULL DEFAULT next_code(), m mood DEFAULT 'ok',
            c int GENERATED ALWAYS AS (a * 2) STORED, d text COLLATE "C", e text, gone int, "f g" bigint DEFAULT -1);
        ALTER TABLE t DROP gone;
        ALTER TABLE t ALTER e SET STORAGE EXTERNAL, ALTER e SET COMPRESSION pglz, ALTER e SET STATISTICS 500,
            ALTER e SET (n_distinct = -0.5);
        CREATE TABLE plain (a int, b text);
    "#;
    check(
        "columns",
        sql,
        expect![[r#"
        enum public.mood ok
        table public.plain
          a integer
          b text
        table public.t
          a integer not null
          b text not null default public.next_code() → public.next_code
          m public.mood default 'ok'::public.mood → public.mood
          c integer generated stored (a * 2) → public.t.a
          d text collate "C"
          e text storage e compression p statistics 500 with (n_distinct=-0.5)
          f g bigint default '-1'::integer
          primary key t_pkey by t_pkey
          index t_pkey btree (a) unique for t_pkey
        function public.next_code() returns text language sql volatile body "SELECT 'x'"
    "#]],
    )
    .await;
}

#[tokio::test]
async fn tables_keep_every_attribute() {
    let sql = "
        CREATE UNLOGGED TABLE u (a int, b text) WITH (fillfactor = 70, toast.autovacuum_enabled = false);
        CREATE TYPE pair AS (a int, b text); CREATE TABLE typed OF pair (a NOT NULL);
        CREATE TABLE secured (a int); ALTER TABLE secured ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
        ALTER TABLE secured REPLICA IDENTITY FULL;
        CREATE TABLE marked (a int NOT NULL); CREATE UNIQUE INDEX marks ON marked (a);
        ALTER TABLE marked REPLICA IDENTITY USING INDEX marks, CLUSTER ON marks;
        CREATE TABLE silent (); ALTER TABLE silent REPLICA IDENTITY NOTHING;";
    check(
        "tables",
        sql,
        expect![[r#"
        composite public.pair
          a integer
          b text
        table public.marked replica identity Index
          a integer not null
          index marks btree (a) unique clustered replica identity
        table public.secured row security forced replica identity Full
          a integer
        table public.silent replica identity Nothing
        table public.typed of type public.pair
          a integer not null
          b text
        table public.u unlogged with (fillfactor=70, toast.autovacuum_enabled=false)
          a integer
          b text
    "#]],
    )
    .await;
}

#[tokio::test]
async fn inheritance_tells_what_is_local() {
    let sql = "
        CREATE TABLE one (a int, b int CHECK (b > 0), CONSTRAINT alone CHECK (a > 0) NO INHERIT);
        CREATE TABLE two (b int, c int);
        CREATE TABLE child (c int, d int) INHERITS (two, one);";
    check(
        "inheritance",
        sql,
        expect![[r#"
        table public.child of parents public.two, public.one
          b integer not local inherited 2
          c integer inherited 1
          a integer not local inherited 1
          d integer
          check one_b_check (b > 0) → public.child.b inherited
        table public.one
          a integer
          b integer
          check alone (a > 0) → public.one.a no inherit
          check one_b_check (b > 0) → public.one.b
        table public.two
          b integer
          c integer
    "#]],
    )
    .await;
}

#[tokio::test]
async fn partitions_keep_keys_bounds_and_parents() {
    let sql = r#"
        CREATE TABLE target (id int PRIMARY KEY) PARTITION BY RANGE (id);
        CREATE TABLE target_1 PARTITION OF target FOR VALUES FROM (MINVALUE) TO (100);
        CREATE TABLE p (a int NOT NULL, b text, at timestamptz DEFAULT now(), ref int REFERENCES target ON DELETE CASCADE,
            PRIMARY KEY (a, b)) PARTITION BY LIST (b);
        CREATE TABLE p_x PARTITION OF p FOR VALUES IN ('x', NULL) PARTITION BY HASH (a);
        CREATE TABLE p_x_0 PARTITION OF p_x FOR VALUES WITH (modulus 2, remainder 0);
        CREATE TABLE p_rest PARTITION OF p DEFAULT;
        CREATE TABLE attached (a int NOT NULL, b text NOT NULL, at timestamptz, ref int);
        ALTER TABLE p ATTACH PARTITION attached FOR VALUES IN ('y');
        CREATE INDEX ON p (at); CREATE INDEX lone ON ONLY p (ref);
        CREATE TABLE e (a int, b text COLLATE "C", c text, at timestamptz)
            PARTITION BY RANGE ((a + 1), lower(b), c COLLATE "POSIX" text_pattern_ops, (b || ',') COLLATE "POSIX", at);
        CREATE TABLE e_1 PARTITION OF e FOR VALUES FROM (1, 'a', 'b', 'c', '2026-01-01 00:00:00+02') TO (MAXVALUE, MAXVALUE, MAXVALUE, MAXVALUE, MAXVALUE);
        CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN new; END';
        CREATE TRIGGER g AFTER INSERT ON p FOR EACH ROW EXECUTE FUNCTION f();
    "#;
    check("partitions", sql, expect![[r#"
        table public.attached of parents public.p bound FOR VALUES IN ('y')
          a integer not null not local inherited 1
          b text not null not local inherited 1
          at timestamp with time zone not local inherited 1
          ref integer not local inherited 1
          primary key attached_pkey by attached_pkey inherited
          foreign key p_ref_fkey (ref) to public.target(id) on delete CASCADE relies on target_pkey inherited
          index attached_at_idx btree (at) parent public.p_at_idx
          index attached_pkey btree (a, b) unique for attached_pkey parent public.p_pkey
          trigger g After insert each row calls public.f parent public.p.g
        table public.e partition key range ([(a + 1) → public.e.a], [lower(b) → public.e.b], c collate "POSIX" opclass text_pattern_ops, [(b || ','::text) → public.e.b] collate "POSIX", at)
          a integer
          b text collate "C"
          c text
          at timestamp with time zone
        table public.e_1 of parents public.e bound FOR VALUES FROM (1, 'a', 'b', 'c', '2025-12-31 22:00:00+00') TO (MAXVALUE, MAXVALUE, MAXVALUE, MAXVALUE, MAXVALUE)
          a integer not local inherited 1
          b text collate "C" not local inherited 1
          c text not local inherited 1
          at timestamp with time zone not local inherited 1
        table public.p partition key list (b)
          a integer not null
          b text not null
          at timestamp with time zone default now()
          ref integer
          primary key p_pkey by p_pkey
          foreign key p_ref_fkey (ref) to public.target(id) on delete CASCADE relies on target_pkey
          index lone btree (ref) invalid
          index p_at_idx btree (at)
          index p_pkey btree (a, b) unique for p_pkey
          trigger g After insert each row calls public.f
        table public.p_rest of parents public.p bound DEFAULT
          a integer not null not local inherited 1
          b text not null not local inherited 1
          at timestamp with time zone default now() not local inherited 1
          ref integer not local inherited 1
          foreign key p_ref_fkey (ref) to public.target(id) on delete CASCADE relies on target_pkey inherited
          primary key p_rest_pkey by p_rest_pkey inherited
          index p_rest_at_idx btree (at) parent public.p_at_idx
          index p_rest_pkey btree (a, b) unique for p_rest_pkey parent public.p_pkey
          trigger g After insert each row calls public.f parent public.p.g
        table public.p_x of parents public.p partition key hash (a) bound FOR VALUES IN ('x', NULL)
          a integer not null not local inherited 1
          b text not null not local inherited 1
          at timestamp with time zone default now() not local inherited 1
          ref integer not local inherited 1
          foreign key p_ref_fkey (ref) to public.target(id) on delete CASCADE relies on target_pkey inherited
          primary key p_x_pkey by p_x_pkey inherited
          index p_x_at_idx btree (at) parent public.p_at_idx
          index p_x_pkey btree (a, b) unique for p_x_pkey parent public.p_pkey
          trigger g After insert each row calls public.f parent public.p.g
        table public.p_x_0 of parents public.p_x bound FOR VALUES WITH (modulus 2, remainder 0)
          a integer not null not local inherited 1
          b text not null not local inherited 1
          at timestamp with time zone default now() not local inherited 1
          ref integer not local inherited 1
          foreign key p_ref_fkey (ref) to public.target(id) on delete CASCADE relies on target_pkey inherited
          primary key p_x_0_pkey by p_x_0_pkey inherited
          index p_x_0_at_idx btree (at) parent public.p_x_at_idx
          index p_x_0_pkey btree (a, b) unique for p_x_0_pkey parent public.p_x_pkey
          trigger g After insert each row calls public.f parent public.p_x.g
        table public.target partition key range (id)
          id integer not null
          primary key target_pkey by target_pkey
          index target_pkey btree (id) unique for target_pkey
        table public.target_1 of parents public.target bound FOR VALUES FROM (MINVALUE) TO (100)
          id integer not null not local inherited 1
          primary key target_1_pkey by target_1_pkey inherited
          index target_1_pkey btree (id) unique for target_1_pkey parent public.target_pkey
        function public.f() returns trigger language plpgsql volatile body "BEGIN RETURN new; END"
    "#]]).await;
}

#[tokio::test]
async fn constraints_keep_every_attribute() {
    let sql = "
        CREATE EXTENSION btree_gist;
        CREATE TABLE other (a int, b int, c text, PRIMARY KEY (a, b), CONSTRAINT c_key UNIQUE (c) DEFERRABLE INITIALLY DEFERRED);
        CREATE UNIQUE INDEX by_index ON other (b);
        CREATE TABLE t (a int, b int, c text, d int, during tsrange,
            CONSTRAINT fk FOREIGN KEY (a, b) REFERENCES other MATCH FULL ON UPDATE CASCADE ON DELETE SET NULL DEFERRABLE,
            CONSTRAINT part FOREIGN KEY (a, b) REFERENCES other ON DELETE SET DEFAULT,
            CONSTRAINT strict FOREIGN KEY (d) REFERENCES other (b) ON DELETE RESTRICT,
            CONSTRAINT self CHECK (a > 0 AND c <> 'x'),
            CONSTRAINT apart EXCLUDE USING gist (d WITH =, during WITH &&) WHERE (d > 0) DEFERRABLE);
        ALTER TABLE t ADD CONSTRAINT later CHECK (d > 0) NOT VALID;
        ALTER TABLE t ADD CONSTRAINT far FOREIGN KEY (d) REFERENCES other (b) NOT VALID;
        ALTER TABLE t ADD CONSTRAINT one UNIQUE (a) INCLUDE (b) WITH (fillfactor = 60);";
    check("constraints", sql, expect![[r#"
        extension btree_gist schema public version …
        table public.other
          a integer not null
          b integer not null
          c text
          unique c_key by c_key deferrable deferred
          primary key other_pkey by other_pkey
          index by_index btree (b) unique
          index c_key btree (c) unique for c_key
          index other_pkey btree (a, b) unique for other_pkey
        table public.t
          a integer
          b integer
          c text
          d integer
          during tsrange
          exclude apart by apart with = && deferrable
          foreign key far (d) to public.other(b) relies on by_index not valid
          foreign key fk (a, b) to public.other(a, b) match full on update CASCADE on delete SET NULL relies on other_pkey deferrable
          check later (d > 0) → public.t.d not valid
          unique one by one
          foreign key part (a, b) to public.other(a, b) on delete SET DEFAULT relies on other_pkey
          check self ((a > 0) AND (c <> 'x'::text)) → public.t.a, public.t.c
          foreign key strict (d) to public.other(b) on delete RESTRICT relies on by_index
          index apart gist (d, during) where (d > 0) → public.t.d for apart
          index one btree (a) unique include (b) with (fillfactor=60) for one
    "#]]).await;
}

#[tokio::test]
async fn indexes_keep_every_attribute() {
    let sql = r#"
        CREATE DOMAIN word AS text;
        CREATE FUNCTION norm(text) RETURNS text LANGUAGE sql IMMUTABLE AS 'SELECT $1';
        CREATE TABLE t (a int, b text, "C d" text COLLATE "C", j jsonb, n name, w word, v varchar, at timestamptz, p point);
        CREATE UNIQUE INDEX a_order ON t (a DESC, b NULLS FIRST, "C d" DESC NULLS LAST) INCLUDE (j);
        CREATE INDEX b_classes ON t (b text_pattern_ops, w, v, n, "C d" COLLATE "default");
        CREATE INDEX c_expressions ON t (norm(b), (a + 1) DESC, lower("C d"), lower(b) COLLATE "C" text_pattern_ops, (at AT TIME ZONE 'UTC'), (b || ',(' ));
        CREATE INDEX d_partial ON t USING hash (a) WHERE b = 'x' AND norm(b) IS NOT NULL;
        CREATE INDEX e_gin ON t USING gin (j jsonb_path_ops) WITH (fastupdate = off);
        CREATE INDEX f_options ON t USING gist (to_tsvector('simple', b) tsvector_ops (siglen = 100));
        CREATE INDEX i_brin ON t USING brin (at) WITH (pages_per_range = 16);
    "#;
    check("indexes", sql, expect![[r#"
        domain public.word text
        table public.t
          a integer
          b text
          C d text collate "C"
          j jsonb
          n name
          w public.word
          v character varying
          at timestamp with time zone
          p point
          index a_order btree (a desc nulls first, b nulls first, C d desc) unique include (j)
          index b_classes btree (b opclass text_pattern_ops, w, v, n, C d collate "default")
          index c_expressions btree ([public.norm(b) → public.norm, public.t.b], [(a + 1) → public.t.a] desc nulls first, [lower("C d") → public.t."C d"], [lower(b) → public.t.b] collate "C" opclass text_pattern_ops, [(at AT TIME ZONE 'UTC'::text) → public.t.at], [(b || ',('::text) → public.t.b])
          index d_partial hash (a) where ((b = 'x'::text) AND (public.norm(b) IS NOT NULL)) → public.t.b, public.norm, public.t.b
          index e_gin gin (j opclass jsonb_path_ops) with (fastupdate=off)
          index f_options gist ([to_tsvector('simple'::regconfig, b) → public.t.b] opclass tsvector_ops with (siglen=100))
          index i_brin brin (at) with (pages_per_range=16)
        function public.norm(in text) returns text language sql immutable body "SELECT $1"
    "#]]).await;
}

#[tokio::test]
async fn policies_keep_every_attribute() {
    let sql = "CREATE ROLE introspect_b; CREATE ROLE introspect_a;
        CREATE FUNCTION me() RETURNS int LANGUAGE sql STABLE AS 'SELECT 1';
        CREATE TABLE groups (id int); CREATE TABLE t (owner_id int, id int); ALTER TABLE t ENABLE ROW LEVEL SECURITY;
        CREATE POLICY everything ON t USING (owner_id = me());
        CREATE POLICY narrow ON t AS RESTRICTIVE FOR UPDATE TO introspect_b, introspect_a USING (true) WITH CHECK (id > 0);
        CREATE POLICY through ON t FOR SELECT USING (EXISTS (SELECT 1 FROM groups g WHERE g.id = owner_id));";
    check("policies", sql, expect![[r#"
        table public.groups
          id integer
        table public.t row security
          owner_id integer
          id integer
          policy everything for * using (owner_id = public.me()) → public.t.owner_id, public.me
          policy narrow for w restrictive to introspect_a, introspect_b using true check (id > 0) → public.t.id
          policy through for r using (EXISTS ( SELECT 1
           FROM public.groups g
          WHERE (g.id = t.owner_id))) → public.groups
        function public.me() returns integer language sql stable body "SELECT 1"
    "#]]).await;
}

#[tokio::test]
async fn references_are_found_in_printed_text() {
    let sql = r#"
        CREATE SCHEMA "Odd one"; CREATE SEQUENCE "Odd one"."s'q";
        CREATE TYPE "Odd one"."Kind" AS ENUM ('a');
        CREATE FUNCTION "Odd one".over(int) RETURNS int LANGUAGE sql IMMUTABLE AS 'SELECT 1';
        CREATE FUNCTION "Odd one".over(text) RETURNS int LANGUAGE sql IMMUTABLE AS 'SELECT 1';
        CREATE TABLE t (id int DEFAULT nextval('"Odd one"."s''q"'), "text" text, epoch timestamptz, zone int,
            k "Odd one"."Kind", twice int DEFAULT "Odd one".over(1),
            CHECK ("text" <> 'epoch'::text AND extract(epoch FROM epoch) > zone AND k = 'a'),
            CHECK (epoch > '2020-01-01'::timestamp with time zone AND k = ANY (ARRAY['a'::"Odd one"."Kind"])));
    "#;
    check("references", sql, expect![[r#"
        schema "Odd one"
        enum "Odd one"."Kind" a
        sequence "Odd one"."s'q" bigint start 1 by 1 in 1..9223372036854775807 cache 1
        table public.t
          id integer default nextval('"Odd one"."s''q"'::regclass) → "Odd one"."s'q"
          text text
          epoch timestamp with time zone
          zone integer
          k "Odd one"."Kind"
          twice integer default "Odd one".over(1) → "Odd one".over
          check t_check ((text <> 'epoch'::text) AND (EXTRACT(epoch FROM epoch) > (zone)::numeric) AND (k = 'a'::"Odd one"."Kind")) → public.t.text, public.t.epoch, public.t.zone, public.t.k, "Odd one"."Kind"
          check t_check1 ((epoch > '2020-01-01 00:00:00+00'::timestamp with time zone) AND (k = ANY (ARRAY['a'::"Odd one"."Kind"]))) → public.t.epoch, public.t.k, "Odd one"."Kind"
        function "Odd one".over(in integer) returns integer language sql immutable body "SELECT 1"
        function "Odd one".over(in text) returns integer language sql immutable body "SELECT 1"
    "#]]).await;
}

#[tokio::test]
async fn attributes_since_postgresql_15() {
    if !server_is_at_least(15).await {
        return;
    }
    let sql = "
        CREATE TABLE other (a int, b int, PRIMARY KEY (a, b));
        CREATE TABLE t (a int, b int, UNIQUE NULLS NOT DISTINCT (a),
            FOREIGN KEY (a, b) REFERENCES other ON DELETE SET DEFAULT (b));
        CREATE UNIQUE INDEX ON t (b) NULLS NOT DISTINCT;";
    check(
        "since_15",
        sql,
        expect![[r#"
        table public.other
          a integer not null
          b integer not null
          primary key other_pkey by other_pkey
          index other_pkey btree (a, b) unique for other_pkey
        table public.t
          a integer
          b integer
          foreign key t_a_b_fkey (a, b) to public.other(a, b) on delete SET DEFAULT (b) relies on other_pkey
          unique t_a_key by t_a_key
          index t_a_key btree (a) unique nulls not distinct for t_a_key
          index t_b_idx btree (b) unique nulls not distinct
    "#]],
    )
    .await;
}

#[tokio::test]
async fn attributes_since_postgresql_18() {
    if !server_is_at_least(18).await {
        return;
    }
    let sql = "
        CREATE EXTENSION btree_gist;
        CREATE TABLE t (a int CONSTRAINT named NOT NULL, b int GENERATED ALWAYS AS (a + 1) VIRTUAL, c int, during tsrange,
            CONSTRAINT loose CHECK (c > 0) NOT ENFORCED, CONSTRAINT apart UNIQUE (c, during WITHOUT OVERLAPS));
        ALTER TABLE t ADD CONSTRAINT later NOT NULL c NOT VALID;
        CREATE TABLE u (c int, during tsrange, FOREIGN KEY (c, PERIOD during) REFERENCES t (c, PERIOD during));";
    check(
        "since_18",
        sql,
        expect![[r#"
        extension btree_gist schema public version …
        table public.t
          a integer not null
          b integer generated virtual (a + 1) → public.t.a
          c integer not null
          during tsrange
          unique apart by apart
          check loose (c > 0) → public.t.c not valid
          index apart gist (c, during) unique for apart
        table public.u
          c integer
          during tsrange
          foreign key u_c_during_fkey (c, during) to public.t(c, during) relies on apart
        live-object-not-modelled: not compared: NOT ENFORCED of the constraint public.t.loose
        live-object-not-modelled: not compared: missing validation of the NOT NULL constraint public.t.later
        live-object-not-modelled: not compared: period of the constraint public.t.apart
        live-object-not-modelled: not compared: period of the constraint public.u.u_c_during_fkey
    "#]],
    )
    .await;
}
