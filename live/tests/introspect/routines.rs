//! Functions, procedures, aggregates, triggers.

use expect_test::expect;

use crate::check;

#[tokio::test]
async fn functions_keep_every_attribute() {
    let sql = r#"
        CREATE TYPE mood AS ENUM ('ok'); CREATE TABLE t (a int, m mood);
        CREATE FUNCTION plain(int, name text, m mood DEFAULT 'ok', VARIADIC rest int[] DEFAULT '{1,2}') RETURNS int
            LANGUAGE sql IMMUTABLE STRICT LEAKPROOF SECURITY DEFINER PARALLEL SAFE COST 7
            SET search_path = public, pg_temp SET work_mem = '1MB' AS 'SELECT 1';
        CREATE FUNCTION out_one(a int, OUT b text, INOUT c numeric(5,2)) LANGUAGE plpgsql STABLE PARALLEL RESTRICTED AS 'BEGIN END';
        CREATE FUNCTION tabled(a int) RETURNS TABLE (x int, y text[]) LANGUAGE sql ROWS 5 AS 'SELECT 1, ''{}''::text[]';
        CREATE FUNCTION many(OUT x int, OUT y int) RETURNS SETOF record LANGUAGE sql AS 'SELECT 1, 2';
        CREATE FUNCTION rows_of() RETURNS SETOF t LANGUAGE sql AS 'SELECT * FROM t';
        CREATE FUNCTION atomic(i int) RETURNS int LANGUAGE sql RETURN (SELECT count(*) FROM t WHERE a = i);
        CREATE FUNCTION blocks() RETURNS void LANGUAGE sql BEGIN ATOMIC INSERT INTO t VALUES (plain(1, 'x')); END;
        CREATE FUNCTION overloaded(int) RETURNS int LANGUAGE sql AS 'SELECT 1';
        CREATE FUNCTION overloaded(text) RETURNS int LANGUAGE sql AS 'SELECT 1';
        CREATE PROCEDURE proc(INOUT a int) LANGUAGE plpgsql AS 'BEGIN COMMIT; END';
        CREATE AGGREGATE total(int) (SFUNC = int4pl, STYPE = int);
        CREATE FUNCTION shipped(internal) RETURNS void LANGUAGE c AS '$libdir/plpgsql', 'plpgsql_validator';
        CREATE FUNCTION place() RETURNS bigint LANGUAGE internal WINDOW AS 'window_row_number';
    "#;
    check("functions", sql, expect![[r#"
        enum public.mood ok
        table public.t
          a integer
          m public.mood
        function public.atomic(in i integer) returns integer language sql volatile body sql RETURN (SELECT count(*) AS count FROM public.t WHERE (t.a = atomic.i)) → public.t, public.t
        function public.blocks() returns void language sql volatile body sql BEGIN ATOMIC
         INSERT INTO public.t (a)
           VALUES (public.plain(1, 'x'::text));
        END → public.t, public.plain
        function public.many(out x integer, out y integer) returns record set language sql volatile body "SELECT 1, 2"
        function public.out_one(in a integer, out b text, inout c numeric) language plpgsql stable parallel Restricted body "BEGIN END"
        function public.overloaded(in integer) returns integer language sql volatile body "SELECT 1"
        function public.overloaded(in text) returns integer language sql volatile body "SELECT 1"
        window public.place() returns bigint language internal volatile body "window_row_number"
        function public.plain(in integer, in name text, in m public.mood default 'ok'::public.mood → public.mood, variadic rest integer[] default '{1,2}'::integer[]) returns integer language sql immutable strict security definer leakproof parallel Safe cost 7 with (search_path=public, pg_temp, work_mem=1MB) body "SELECT 1"
        procedure public.proc(inout a integer) language plpgsql volatile body "BEGIN COMMIT; END"
        function public.rows_of() returns public.t set language sql volatile body "SELECT * FROM t"
        function public.shipped(in internal) returns void language c volatile body $libdir/plpgsql:plpgsql_validator
        function public.tabled(in a integer, table x integer, table y text[]) set language sql volatile rows 5 body "SELECT 1, '{}'::text[]"
        aggregate public.total(in integer) returns integer language internal immutable body "aggregate_dummy"
    "#]]).await;
}

#[tokio::test]
async fn triggers_keep_every_attribute() {
    let sql = r#"
        CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN new; END';
        CREATE TABLE other (a int);
        CREATE TABLE t (a int, "B c" text);
        CREATE TRIGGER a_row BEFORE INSERT OR UPDATE OF a, "B c" ON t FOR EACH ROW
            WHEN (new.a IS NOT NULL) EXECUTE FUNCTION f('x', '', 'it''s');
        CREATE TRIGGER "WHEN (" BEFORE UPDATE ON t FOR EACH ROW WHEN (old."B c" IS DISTINCT FROM new."B c" AND new.a > 1) EXECUTE FUNCTION f();
        CREATE TRIGGER c_tables AFTER UPDATE ON t REFERENCING OLD TABLE AS before NEW TABLE AS after FOR EACH STATEMENT EXECUTE FUNCTION f();
        CREATE TRIGGER d_events AFTER DELETE OR TRUNCATE ON t EXECUTE FUNCTION f();
        CREATE CONSTRAINT TRIGGER e_constraint AFTER INSERT ON t FROM other DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION f();
        CREATE TRIGGER f_builtin BEFORE UPDATE ON t FOR EACH ROW EXECUTE FUNCTION suppress_redundant_updates_trigger();
        CREATE TRIGGER g_disabled AFTER INSERT ON t EXECUTE FUNCTION f(); ALTER TABLE t DISABLE TRIGGER g_disabled;
        CREATE TRIGGER h_replica AFTER INSERT ON t EXECUTE FUNCTION f(); ALTER TABLE t ENABLE REPLICA TRIGGER h_replica;
        CREATE TRIGGER i_always AFTER INSERT ON t EXECUTE FUNCTION f(); ALTER TABLE t ENABLE ALWAYS TRIGGER i_always;
        CREATE VIEW v AS SELECT a FROM t;
        CREATE TRIGGER j_view INSTEAD OF INSERT ON v FOR EACH ROW EXECUTE FUNCTION f();
        ALTER TABLE other ADD UNIQUE (a); ALTER TABLE t ADD FOREIGN KEY (a) REFERENCES other (a);
    "#;
    check("triggers", sql, expect![[r#"
        table public.other
          a integer
          unique other_a_key by other_a_key
          index other_a_key btree (a) unique for other_a_key
        table public.t
          a integer
          B c text
          foreign key t_a_fkey (a) to public.other(a) relies on other_a_key
          trigger WHEN ( Before update each row when ((old."B c" IS DISTINCT FROM new."B c") AND (new.a > 1)) → public.t."B c", public.t."B c", public.t.a calls public.f
          trigger a_row Before insert update (a, B c) each row when (new.a IS NOT NULL) → public.t.a calls public.f ["x", "", "it's"]
          trigger c_tables After update old table before new table after calls public.f
          trigger d_events After delete truncate calls public.f
          trigger e_constraint After insert each row calls public.f constraint deferrable deferred from public.other
          trigger f_builtin Before update each row calls suppress_redundant_updates_trigger (builtin)
          trigger g_disabled After insert calls public.f Disabled
          trigger h_replica After insert calls public.f Replica
          trigger i_always After insert calls public.f Always
        view public.v
          a integer
          trigger j_view InsteadOf insert each row calls public.f
        function public.f() returns trigger language plpgsql volatile body "BEGIN RETURN new; END"
    "#]]).await;
}
