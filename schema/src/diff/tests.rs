//! What a comparison tells, and what its cure says, for small schemas.

// expect-test writes its texts with hashes, and reads best when given by value.
#![allow(clippy::needless_raw_string_hashes, clippy::needless_pass_by_value)]

use expect_test::{Expect, expect};

use super::{Change, Labels, Options, Places, cure, diagnostics, diff, diff_with};
use crate::catalog::Catalog;
use crate::diagnostic::{Style, render};
use crate::replay::replay_text;

fn catalog(sql: &str) -> Catalog {
    let (_, replayed) = replay_text("test.sql", sql);
    let messages: Vec<_> = replayed.diagnostics.iter().map(|found| &found.message).collect();
    assert!(messages.is_empty(), "{messages:?}");
    replayed.catalog
}

/// What differs between two schemas, a line a difference.
#[track_caller]
fn check(left: &str, right: &str, expected: Expect) {
    let differences = diff(&catalog(left), &catalog(right));
    let lines: Vec<_> = differences
        .iter()
        .map(|difference| {
            let what = match &difference.change {
                Change::OnlyLeft(word) => format!("only left: {word}"),
                Change::OnlyRight(word) => format!("only right: {word}"),
                Change::Attribute { attribute, left, right, undecidable } => {
                    let mark = if *undecidable { " (undecidable)" } else { "" };
                    format!("{}: [{left}] [{right}]{mark}", attribute.0)
                }
            };
            format!("{} {}: {what}\n", difference.kind.word(), difference.identity)
        })
        .collect();
    expected.assert_eq(&lines.concat());
}

/// The cure in the words it says, after making sure that it leaves nothing to tell but what it names.
#[track_caller]
fn check_cure(left: &str, right: &str, expected: Expect) {
    let ours = catalog(left);
    let text = cure(&ours, &catalog(right), &Options { lossy: true, ..Options::default() });
    let body = text.split_once("\n\n").map_or("", |(_, body)| body);
    expected.assert_eq(body);
    let cured = catalog(&format!("{right}\n{text}"));
    let rest: Vec<_> = diff(&ours, &cured)
        .into_iter()
        .filter(|difference| !body.contains(&format!(" {}: ", difference.identity)))
        .collect();
    assert!(rest.is_empty() || body.contains("-- not written"), "left over: {rest:#?}");
}

const EVERYTHING: &str = r#"
    CREATE SCHEMA app;
    CREATE TYPE app.mood AS ENUM ('a', 'b');
    CREATE DOMAIN d AS varchar(9) COLLATE "C" DEFAULT 'x' NOT NULL CHECK (VALUE <> '');
    CREATE TYPE pair AS (a int, b text);
    CREATE SEQUENCE s START 5;
    CREATE TABLE t (id bigserial PRIMARY KEY, m app.mood DEFAULT 'a', d d[], n int GENERATED ALWAYS AS IDENTITY,
                    g text GENERATED ALWAYS AS (lower('A')) STORED, UNIQUE (m, n)) WITH (fillfactor = 80);
    CREATE TABLE u (t bigint REFERENCES t ON DELETE CASCADE, CHECK (t > 0));
    CREATE INDEX ON t (lower(g) DESC) WHERE n > 0;
    CREATE TABLE p (id int) PARTITION BY RANGE (id);
    CREATE TABLE p1 PARTITION OF p FOR VALUES FROM (1) TO (9);
    CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS 'begin return new; end';
    CREATE TRIGGER w AFTER INSERT ON t FOR EACH ROW WHEN (NEW.n > 0) EXECUTE FUNCTION f();
    CREATE POLICY o ON t USING (n > 0);
    COMMENT ON TABLE t IS 'x';
"#;

#[test]
fn a_schema_does_not_differ_from_itself() {
    check(EVERYTHING, EVERYTHING, expect![[r#""#]]);
    assert_eq!(cure(&catalog(EVERYTHING), &catalog(EVERYTHING), &Options::default()), "");
}

#[test]
fn a_schema_does_not_differ_from_its_dump() {
    let ours = catalog(EVERYTHING);
    let differences = diff(&ours, &catalog(&crate::dump::dump(&ours)));
    assert!(differences.is_empty(), "{differences:#?}");
}

#[test]
fn what_belongs_to_a_missing_object_is_not_told() {
    check(
        "CREATE TABLE t (id serial PRIMARY KEY, u int UNIQUE); COMMENT ON TABLE t IS 'x';",
        "CREATE TABLE other (a int);",
        expect![[r#"
            table public.other: only right: table
            table public.t: only left: table
        "#]],
    );
    check(
        "CREATE TABLE t (a int, id serial);",
        "CREATE TABLE t (a int);",
        expect![[r#"
        column public.t.id: only left: column
    "#]],
    );
}

#[test]
fn attributes_are_told_with_both_values() {
    check(
        "CREATE TABLE t (a int NOT NULL DEFAULT 1, b text CHECK (b <> ''), UNIQUE (b)); COMMENT ON COLUMN t.a IS 'x';",
        "CREATE TABLE t (b varchar(3) CHECK (b <> 'z'), a int DEFAULT 2, UNIQUE (b) DEFERRABLE);",
        expect![[r#"
            table public.t: column order: [a, b] [b, a]
            column public.t.a: comment: [x] []
            column public.t.a: not null: [true] [false]
            column public.t.a: default: [1] [2]
            column public.t.b: type: [text] [character varying(3)]
            constraint public.t.t_b_check: expression: [b <> ''] [b <> 'z']
            constraint public.t.t_b_key: deferrable: [no] [initially immediate]
        "#]],
    );
}

#[test]
fn spelling_does_not_count_where_the_meaning_is_known() {
    check(
        "CREATE TABLE t (a text DEFAULT 'x', b int, CHECK (b IN (1, 2)));",
        "CREATE TABLE t (a text DEFAULT 'x'::text, b int, CHECK (b = ANY (ARRAY[1, 2])));",
        expect![[r#""#]],
    );
}

#[test]
fn a_column_in_the_middle_is_one_difference() {
    check(
        "CREATE TABLE t (a int, m int, b int);",
        "CREATE TABLE t (a int, b int);",
        expect![[r#"
        column public.t.m: only left: column
    "#]],
    );
}

#[test]
fn bookkeeping_is_passed_over_only_when_asked() {
    let live =
        catalog("CREATE TABLE schema_migrations (version bigint PRIMARY KEY, dirty boolean NOT NULL);");
    assert_eq!(diff(&Catalog::new(), &live).len(), 1);
    assert_eq!(diff_with(&Catalog::new(), &live, &Options::live()), []);
}

#[test]
fn a_finding_points_at_the_line_that_set_the_attribute() {
    let sql = "CREATE TABLE t (\n    a int\n);\nALTER TABLE t ALTER a SET NOT NULL;\n";
    let (sources, replayed) = replay_text("1.sql", sql);
    let differences = diff(&replayed.catalog, &catalog("CREATE TABLE t (a int);"));
    let labels = Labels { left: "migrations", right: "live database", places: Places::Left };
    let text: Vec<_> = diagnostics(&differences, labels)
        .iter()
        .map(|finding| render(finding, &sources, Style::Plain) + "\n")
        .collect();
    expect![[r#"
        error[schema-attribute-differs]: column public.t.a is not null in migrations, but not in live database
         --> 1.sql:4:15
          |
        4 | ALTER TABLE t ALTER a SET NOT NULL;
          |               ^^^^^^^^^^^^^^^^^^^^ set here in migrations
    "#]]
    .assert_eq(&text.concat());
}

#[test]
fn objects_are_made_and_dropped_in_an_order_that_runs() {
    check_cure(
        "CREATE TYPE mood AS ENUM ('a', 'b');
         CREATE TABLE t (id int PRIMARY KEY, m mood DEFAULT 'a', s serial);
         CREATE TABLE u (t int REFERENCES t);",
        "CREATE TABLE t (id int PRIMARY KEY, old int);
         CREATE TABLE old (a int REFERENCES t);
         CREATE FUNCTION olds() RETURNS SETOF old LANGUAGE sql AS 'SELECT * FROM old';",
        expect![[r#"
            BEGIN;
            DROP FUNCTION public.olds();

            DROP TABLE public.old;

            CREATE TYPE public.mood AS ENUM (
                'a',
                'b'
            );

            CREATE SEQUENCE public.t_s_seq
                AS integer;

            CREATE TABLE public.u (
                t integer
            );

            ALTER TABLE public.t DROP COLUMN old;
            ALTER TABLE public.t ADD COLUMN m public.mood DEFAULT 'a';
            ALTER TABLE public.t ADD COLUMN s integer DEFAULT nextval('public.t_s_seq'::regclass) NOT NULL;

            ALTER SEQUENCE public.t_s_seq OWNED BY public.t.s;

            ALTER TABLE ONLY public.u
                ADD CONSTRAINT u_t_fkey FOREIGN KEY (t) REFERENCES public.t (id);

            COMMIT;
        "#]],
    );
}

#[test]
fn attributes_are_cured_in_place() {
    check_cure(
        "CREATE TYPE mood AS ENUM ('z', 'a', 'm', 'b');
         CREATE DOMAIN d AS int DEFAULT 1 NOT NULL CHECK (VALUE > 1);
         CREATE TABLE t (a bigint NOT NULL DEFAULT 5, b text, n int GENERATED ALWAYS AS IDENTITY)
             WITH (fillfactor = 70);
         CREATE INDEX i ON t (b, a);
         CREATE FUNCTION f() RETURNS int LANGUAGE sql STABLE AS 'SELECT 1';
         COMMENT ON INDEX i IS 'kept';",
        "CREATE TYPE mood AS ENUM ('a', 'b');
         CREATE DOMAIN d AS int CHECK (VALUE > 2);
         CREATE TABLE t (a int, b text DEFAULT 'x', n int NOT NULL) WITH (parallel_workers = 2);
         CREATE INDEX i ON t (b);
         CREATE FUNCTION f() RETURNS int LANGUAGE sql AS 'SELECT 2';
         COMMENT ON INDEX i IS 'kept';",
        expect![[r#"
            ALTER TYPE public.mood ADD VALUE 'z' BEFORE 'a';
            ALTER TYPE public.mood ADD VALUE 'm' AFTER 'a';

            BEGIN;
            ALTER DOMAIN public.d DROP CONSTRAINT d_check;
            DROP INDEX public.i;

            ALTER DOMAIN public.d SET NOT NULL;
            ALTER DOMAIN public.d SET DEFAULT 1;
            ALTER TABLE public.t SET (fillfactor=70);
            ALTER TABLE public.t RESET (parallel_workers);
            ALTER TABLE public.t ALTER COLUMN a SET DATA TYPE bigint;
            ALTER TABLE public.t ALTER COLUMN a SET NOT NULL;
            ALTER TABLE ONLY public.t ALTER COLUMN a SET DEFAULT 5;
            ALTER TABLE ONLY public.t ALTER COLUMN b DROP DEFAULT;
            ALTER TABLE public.t ALTER COLUMN n ADD GENERATED ALWAYS AS IDENTITY;

            CREATE OR REPLACE FUNCTION public.f()
                RETURNS integer
                LANGUAGE sql STABLE
                AS $$SELECT 1$$;

            ALTER DOMAIN public.d ADD CONSTRAINT d_check CHECK (VALUE > 1);
            CREATE INDEX i ON public.t USING btree (b, a);
            COMMENT ON INDEX public.i IS 'kept';

            COMMIT;
        "#]],
    );
}

#[test]
fn what_is_not_sure_is_named() {
    check_cure(
        "CREATE TYPE mood AS ENUM ('a'); CREATE TABLE t (m int, a int PRIMARY KEY) PARTITION BY HASH (a);
         CREATE FUNCTION f() RETURNS int LANGUAGE sql AS 'SELECT 1';",
        "CREATE TYPE mood AS ENUM ('b'); CREATE TABLE t (a int PRIMARY KEY, m int);
         CREATE FUNCTION f() RETURNS text LANGUAGE sql AS 'SELECT 2';",
        expect![[r#"
            BEGIN;
            -- not written: the labels of type public.mood: labels of an enum can be neither dropped nor moved
            -- not written: the kind of table public.t: the table would have to be made anew
            -- not written: the column order of table public.t: columns cannot be moved
            -- not written: the partition key of table public.t: the table would have to be made anew
            -- not written: the returns of function public.f(): the function would have to be dropped first, with all that uses it
            -- not written: the body of function public.f(): the function would have to be dropped first, with all that uses it

            COMMIT;
        "#]],
    );
}

#[test]
fn what_loses_rows_is_written_as_a_comment() {
    let (left, right) = (catalog("CREATE TABLE a (x int);"), catalog("CREATE TABLE a (x int, y int);"));
    let text = cure(&left, &right, &Options::default());
    assert!(text.contains("\n-- ALTER TABLE public.a DROP COLUMN y;\n"), "{text}");
}

#[test]
fn nothing_is_dropped_that_an_unknown_statement_may_have_made() {
    let (left, right) = (catalog(""), catalog("CREATE TABLE a (x int);"));
    let text = cure(&left, &right, &Options { left_uncertain: true, lossy: true, ..Options::default() });
    assert!(!text.contains("DROP"), "{text}");
    assert!(text.contains("-- not written: "), "{text}");
}

#[test]
fn bounds_of_partitions_that_are_days_apart_differ() {
    let with = |to: &str| {
        catalog(&format!(
            "CREATE TABLE p (a timestamptz) PARTITION BY RANGE (a);
             CREATE TABLE c PARTITION OF p FOR VALUES FROM (MINVALUE) TO ({to});"
        ))
    };
    let verdicts = |left: &str, right: &str| -> Vec<bool> {
        diff(&with(left), &with(right)).iter().map(super::Difference::is_undecidable).collect()
    };
    assert_eq!(verdicts("'2025-01-01'", "'2025-01-01'"), []);
    assert_eq!(verdicts("'2025-01-01'", "'2026-01-01 00:00:00+00'"), [false]);
    assert_eq!(verdicts("'2025-01-01'", "'2025-01-01 00:00:00+00'"), [true]);
    assert_eq!(verdicts("'2025-01-01'", "MAXVALUE"), [false]);
}

#[test]
fn a_cure_of_the_rarer_kinds() {
    let kinds = "
        CREATE TYPE t AS (a int);
        CREATE FUNCTION same(t, t) RETURNS boolean IMMUTABLE LANGUAGE sql AS 'SELECT true';
        CREATE FUNCTION more(int, int) RETURNS int IMMUTABLE LANGUAGE sql AS 'SELECT 1';
        CREATE OPERATOR === (LEFTARG = t, RIGHTARG = t, FUNCTION = same, RESTRICT = eqsel);
        CREATE OPERATOR FAMILY f USING btree;
        ALTER OPERATOR FAMILY f USING btree ADD OPERATOR 1 < (int, bigint), OPERATOR 3 = (int, bigint);
        CREATE AGGREGATE total(int) (SFUNC = more, STYPE = int);
        CREATE TEXT SEARCH DICTIONARY d (TEMPLATE = simple, ACCEPT = false);
        CREATE TEXT SEARCH CONFIGURATION c (PARSER = \"default\");
        ALTER TEXT SEARCH CONFIGURATION c ADD MAPPING FOR word, email WITH d;
        CREATE CAST (int AS t) WITH INOUT;
        CREATE LANGUAGE l HANDLER plpgsql_call_handler;
        CREATE CONVERSION k FOR 'LATIN1' TO 'UTF8' FROM iso8859_1_to_utf8;
    ";
    let other = "
        CREATE TYPE t AS (a int);
        CREATE FUNCTION same(t, t) RETURNS boolean IMMUTABLE LANGUAGE sql AS 'SELECT true';
        CREATE FUNCTION more(int, int) RETURNS int IMMUTABLE LANGUAGE sql AS 'SELECT 1';
        CREATE OPERATOR === (LEFTARG = t, RIGHTARG = t, FUNCTION = same, JOIN = eqjoinsel);
        CREATE OPERATOR FAMILY f USING btree;
        ALTER OPERATOR FAMILY f USING btree ADD OPERATOR 1 < (int, bigint), OPERATOR 5 > (int, bigint);
        CREATE AGGREGATE total(int) (SFUNC = more, STYPE = int, INITCOND = '0');
        CREATE TEXT SEARCH DICTIONARY d (TEMPLATE = simple, STOPWORDS = english);
        CREATE TEXT SEARCH CONFIGURATION c (PARSER = \"default\");
        ALTER TEXT SEARCH CONFIGURATION c ADD MAPPING FOR word WITH simple;
        ALTER TEXT SEARCH CONFIGURATION c ADD MAPPING FOR url WITH d;
        CREATE CAST (int AS t) WITH INOUT AS ASSIGNMENT;
        CREATE LANGUAGE l HANDLER plpgsql_call_handler VALIDATOR plpgsql_validator;
        CREATE OPERATOR CLASS gone FOR TYPE t USING btree AS STORAGE t;
    ";
    check_cure(
        kinds,
        other,
        expect![[r#"
        BEGIN;
        DROP CAST (integer AS public.t);

        CREATE CAST (integer AS public.t) WITH INOUT;
        CREATE CONVERSION public.k FOR 'LATIN1' TO 'UTF8' FROM iso8859_1_to_utf8;

        CREATE OR REPLACE AGGREGATE public.total(integer) (
            sfunc = public.more,
            stype = integer
        );
        CREATE OR REPLACE LANGUAGE l HANDLER plpgsql_call_handler;
        ALTER OPERATOR FAMILY public.f USING btree DROP OPERATOR 5 (integer, bigint);
        ALTER OPERATOR FAMILY public.f USING btree ADD OPERATOR 3 pg_catalog.= (integer, bigint);
        ALTER OPERATOR public.=== (public.t, public.t) SET (RESTRICT = eqsel);
        ALTER OPERATOR public.=== (public.t, public.t) SET (JOIN = NONE);
        ALTER TEXT SEARCH CONFIGURATION public.c DROP MAPPING FOR url;
        ALTER TEXT SEARCH CONFIGURATION public.c ADD MAPPING FOR email WITH public.d;
        ALTER TEXT SEARCH CONFIGURATION public.c ALTER MAPPING FOR word WITH public.d;
        ALTER TEXT SEARCH DICTIONARY public.d (stopwords, accept = 'false');

        DROP OPERATOR CLASS public.gone USING btree;
        DROP OPERATOR FAMILY public.gone USING btree;

        COMMIT;
    "#]],
    );
    check_cure(
        kinds,
        "",
        expect![[r#"
        BEGIN;

        CREATE TYPE public.t AS (
            a integer
        );

        CREATE FUNCTION public.same(public.t, public.t)
            RETURNS boolean
            LANGUAGE sql IMMUTABLE
            AS $$SELECT true$$;

        CREATE FUNCTION public.more(integer, integer)
            RETURNS integer
            LANGUAGE sql IMMUTABLE
            AS $$SELECT 1$$;

        CREATE AGGREGATE public.total(integer) (
            sfunc = public.more,
            stype = integer
        );
        CREATE OPERATOR public.=== (FUNCTION = public.same, LEFTARG = public.t, RIGHTARG = public.t, RESTRICT = eqsel);
        CREATE OPERATOR FAMILY public.f USING btree;
        CREATE TEXT SEARCH DICTIONARY public.d (TEMPLATE = simple, accept = 'false');

        CREATE TEXT SEARCH CONFIGURATION public.c (PARSER = "default");
        ALTER TEXT SEARCH CONFIGURATION public.c
            ADD MAPPING FOR email, word
            WITH public.d;
        CREATE CAST (integer AS public.t) WITH INOUT;
        CREATE LANGUAGE l HANDLER plpgsql_call_handler;
        CREATE CONVERSION public.k FOR 'LATIN1' TO 'UTF8' FROM iso8859_1_to_utf8;

        ALTER OPERATOR FAMILY public.f USING btree ADD
            OPERATOR 1 pg_catalog.< (integer, bigint),
            OPERATOR 3 pg_catalog.= (integer, bigint);

        COMMIT;
    "#]],
    );
    check_cure(
        "",
        kinds,
        expect![[r#"
        BEGIN;
        DROP CONVERSION public.k;
        DROP LANGUAGE l;
        DROP CAST (integer AS public.t);
        DROP TEXT SEARCH CONFIGURATION public.c;
        DROP TEXT SEARCH DICTIONARY public.d;
        DROP OPERATOR FAMILY public.f USING btree;
        DROP OPERATOR public.=== (public.t, public.t);
        DROP AGGREGATE public.total(integer);
        DROP FUNCTION public.more(integer,integer);
        DROP FUNCTION public.same(public.t,public.t);
        DROP TYPE public.t;

        COMMIT;
    "#]],
    );
}

const SHOP: &str = "CREATE TABLE users (id int PRIMARY KEY, name varchar(20) NOT NULL, mail text);
    CREATE TABLE orders (id int PRIMARY KEY, user_id int, total numeric(10,2));
    CREATE SEQUENCE counter;";

#[track_caller]
fn check_view(left: &str, right: &str, expected: Expect) {
    let side = |query: &str| format!("{SHOP} CREATE VIEW v AS {query};");
    check(&side(left), &side(right), expected);
}

#[test]
fn views_are_compared_by_what_they_mean() {
    let same = [
        (
            "SELECT u.id, name, (SELECT max(total) FROM orders WHERE user_id = u.id) AS top
             FROM users u WHERE mail IN ('a', 'b') ORDER BY name, 1",
            "SELECT x.id, x.name, (SELECT max(o.total) AS max FROM public.orders o WHERE (o.user_id = x.id)) AS top
             FROM public.users x WHERE (x.mail = ANY (ARRAY['a'::text, 'b'::text])) ORDER BY x.name, x.id",
        ),
        (
            "SELECT name, count(*) FILTER (WHERE total > 5) AS n, COALESCE(sum(total), 0) / 2 AS s
             FROM users JOIN orders ON user_id = users.id GROUP BY 1 HAVING count(*) > 1",
            "SELECT users.name, count(*) FILTER (WHERE (orders.total > (5)::numeric)) AS n,
               (COALESCE(sum(orders.total), (0)::numeric) / (2)::numeric) AS s
             FROM (public.users JOIN public.orders ON ((orders.user_id = users.id)))
             GROUP BY users.name HAVING (count(*) > 1)",
        ),
        (
            "WITH big AS (SELECT * FROM orders WHERE total > 1) SELECT id FROM users WHERE id NOT IN (SELECT user_id FROM big)",
            "WITH large AS (SELECT orders.id, orders.user_id, orders.total FROM public.orders WHERE (orders.total > (1)::numeric))
             SELECT users.id FROM public.users WHERE (NOT (users.id IN ( SELECT large.user_id FROM large)))",
        ),
        (
            "SELECT id FROM users UNION ALL SELECT id FROM orders EXCEPT SELECT 1 ORDER BY id",
            "( SELECT users.id FROM public.users UNION ALL SELECT orders.id FROM public.orders) EXCEPT SELECT 1 AS id ORDER BY 1",
        ),
        ("SELECT nextval('counter') AS n, last_value FROM counter", "SELECT nextval('public.counter'::regclass) AS n, counter.last_value FROM public.counter"),
    ];
    for (left, right) in same {
        check_view(left, right, expect![""]);
    }
    check_view(
        "SELECT id FROM users WHERE id > 1",
        "SELECT id FROM users WHERE id > 2",
        expect![[r#"
            table public.v: definition: [SELECT id FROM public.users WHERE id > 1] [SELECT id FROM public.users WHERE id > 2]
        "#]],
    );
    check_view(
        "SELECT u.id FROM users u JOIN orders o ON o.user_id = u.id",
        "SELECT u.id FROM users u LEFT JOIN orders o ON o.user_id = u.id",
        expect![[r#"
            table public.v: definition: [SELECT u.id FROM public.users u JOIN public.orders o ON o.user_id = u.id] [SELECT u.id FROM public.users u LEFT JOIN public.orders o ON o.user_id = u.id]
        "#]],
    );
    check_view(
        "SELECT id FROM users WHERE id > 1 AND id < 5",
        "SELECT id FROM users WHERE id < 5 AND id > 1",
        expect![""],
    );
}

#[test]
fn views_are_cured_where_they_are_or_made_anew() {
    let with = |views: &str| format!("CREATE TABLE t (a int, b text); {views}");
    check_cure(
        &with("CREATE VIEW v AS SELECT a, b, 1 AS c FROM t; CREATE VIEW new AS SELECT a FROM v;"),
        &with("CREATE VIEW v AS SELECT a, b FROM t;"),
        expect![[r#"
            BEGIN;

            CREATE OR REPLACE VIEW public.v AS
            SELECT a, b, 1 AS c FROM public.t;

            CREATE VIEW public.new AS
            SELECT a FROM public.v;

            COMMIT;
        "#]],
    );
    check_cure(
        &with(
            "CREATE VIEW v AS SELECT b FROM t; CREATE VIEW w AS SELECT b FROM v; COMMENT ON VIEW w IS 'kept';",
        ),
        &with(
            "CREATE VIEW v AS SELECT a, b FROM t; CREATE VIEW w AS SELECT b FROM v; COMMENT ON VIEW w IS 'kept';",
        ),
        expect![[r#"
            BEGIN;
            DROP VIEW public.w;
            DROP VIEW public.v;

            CREATE VIEW public.v AS
            SELECT b FROM public.t;

            CREATE VIEW public.w AS
            SELECT b FROM public.v;

            COMMENT ON VIEW public.w IS 'kept';

            COMMIT;
        "#]],
    );
    check_cure(
        "CREATE TABLE t (a bigint); CREATE MATERIALIZED VIEW m AS SELECT a FROM t; CREATE INDEX i ON m (a);",
        "CREATE TABLE t (a int); CREATE MATERIALIZED VIEW m AS SELECT a FROM t; CREATE INDEX i ON m (a);",
        expect![[r#"
            BEGIN;
            DROP MATERIALIZED VIEW public.m;

            ALTER TABLE public.t ALTER COLUMN a SET DATA TYPE bigint;

            CREATE MATERIALIZED VIEW public.m AS
            SELECT a FROM public.t;

            CREATE INDEX i ON public.m USING btree (a);

            COMMIT;
        "#]],
    );
    check_cure(
        &with(""),
        &with("CREATE VIEW v AS SELECT a FROM t; CREATE VIEW w AS SELECT a FROM v;"),
        expect![[r#"
            BEGIN;
            DROP VIEW public.w;
            DROP VIEW public.v;

            COMMIT;
        "#]],
    );
}

#[test]
fn what_stands_around_tables_is_cured() {
    check_cure(
        "CREATE TABLE t (a int, b int);
         CREATE STATISTICS s ON a, b FROM t;
         ALTER STATISTICS s SET STATISTICS 50;
         CREATE STATISTICS wider ON a, b, (a + b) FROM t;
         CREATE RULE r AS ON DELETE TO t DO INSTEAD NOTHING;
         ALTER TABLE t DISABLE RULE r;
         CREATE RULE other AS ON INSERT TO t DO INSTEAD NOTHING;
         CREATE COLLATION c (provider = icu, locale = 'de');
         CREATE PUBLICATION p FOR TABLE t (a);
         CREATE FUNCTION f() RETURNS event_trigger LANGUAGE plpgsql AS 'BEGIN END';
         CREATE EVENT TRIGGER e ON sql_drop EXECUTE FUNCTION f();
         ALTER EVENT TRIGGER e ENABLE ALWAYS;
         CREATE FOREIGN DATA WRAPPER w VALIDATOR postgresql_fdw_validator;
         CREATE SERVER far VERSION '2' FOREIGN DATA WRAPPER w OPTIONS (host 'a', port '1');
         CREATE FOREIGN DATA WRAPPER free OPTIONS (a '1');
         CREATE SERVER other FOREIGN DATA WRAPPER free;
         CREATE FOREIGN TABLE ft (a int OPTIONS (x 'y')) SERVER other OPTIONS (b '2');",
        "CREATE TABLE t (a int, b int);
         CREATE STATISTICS s ON a, b FROM t;
         CREATE STATISTICS wider ON a, b FROM t;
         CREATE RULE r AS ON DELETE TO t DO INSTEAD NOTHING;
         CREATE RULE gone AS ON INSERT TO t DO INSTEAD NOTHING;
         CREATE COLLATION c (provider = icu, locale = 'sv');
         CREATE PUBLICATION p FOR TABLE t;
         CREATE FUNCTION f() RETURNS event_trigger LANGUAGE plpgsql AS 'BEGIN END';
         CREATE EVENT TRIGGER e ON sql_drop EXECUTE FUNCTION f();
         CREATE FOREIGN DATA WRAPPER w;
         CREATE SERVER far VERSION '1' FOREIGN DATA WRAPPER w OPTIONS (host 'b', dbname 'd');
         CREATE FOREIGN DATA WRAPPER free;
         CREATE SERVER other FOREIGN DATA WRAPPER free;
         CREATE FOREIGN TABLE ft (a int OPTIONS (x 'z')) SERVER other OPTIONS (c '2');",
        expect![[r#"
            BEGIN;
            DROP COLLATION public.c;
            DROP PUBLICATION p;
            DROP STATISTICS public.wider;

            CREATE COLLATION public.c (provider = icu, locale = 'de');

            ALTER FOREIGN TABLE public.ft OPTIONS (DROP c, ADD b '2');
            ALTER FOREIGN TABLE public.ft ALTER COLUMN a OPTIONS (SET x 'y');
            ALTER FOREIGN DATA WRAPPER free OPTIONS (ADD a '1');
            ALTER SERVER far OPTIONS (DROP dbname, SET host 'a', ADD port '1');

            CREATE STATISTICS public.wider ON a, b, (a + b) FROM public.t;
            CREATE RULE other AS ON INSERT TO public.t DO INSTEAD NOTHING;
            CREATE PUBLICATION p FOR TABLE ONLY public.t (a);

            ALTER EVENT TRIGGER e ENABLE ALWAYS;
            ALTER FOREIGN DATA WRAPPER w VALIDATOR postgresql_fdw_validator;
            ALTER TABLE public.t DISABLE RULE r;
            ALTER SERVER far VERSION '2';
            ALTER STATISTICS public.s SET STATISTICS 50;

            DROP RULE gone ON public.t;

            COMMIT;
        "#]],
    );
}
