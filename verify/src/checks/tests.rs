//! Each mistake is found where it is, and nothing else is.

use expect_test::{Expect, expect};

use super::*;
use crate::test_schema::{Builder, lines};

/// Runs every check; a finding a line.
#[track_caller]
fn check(build: impl FnOnce(&mut Builder), expected: &Expect) -> Vec<Checked> {
    let mut schema = Builder::new();
    build(&mut schema);
    let (catalog, sources) = schema.finish();
    let results: Vec<_> = CHECKS.iter().map(|check| (check.run)(&catalog)).collect();
    let findings: Vec<_> = results.iter().flat_map(|result| result.findings.clone()).collect();
    expected.assert_eq(&lines(&findings, &sources));
    results
}

#[test]
fn every_rule_of_the_schema_belongs_to_a_check() {
    let mut codes: Vec<_> =
        CHECKS.iter().flat_map(|check| check.rules.iter().map(|rule| rule.code)).collect();
    codes.sort_unstable();
    let mut expected: Vec<_> = crate::rules::ALL
        .iter()
        .filter(|rule| rule.party == schemactl_schema::diagnostic::Party::Migration)
        .map(|rule| rule.code)
        .filter(|code| !["allow-unused", "migration-down-leaves", "migration-down-refused"].contains(code))
        .collect();
    expected.sort_unstable();
    assert_eq!(codes, expected);
}

#[test]
fn equal_indexes_are_found_whichever_way_they_are_read() {
    check(
        |schema| {
            let t = schema.table("t", "id int8!, a int8!, b int8!");
            schema.primary_key(t, "id");
            schema.index(t, "one", "a b");
            schema.index(t, "two", "a b");
            schema.index(t, "backwards", "-a -b");
            schema.index(t, "mixed", "a -b");
            schema.index(t, "unique", "*id");
            schema.index(t, "partial", "a b where b > 0");
            schema.index(t, "partial_again", "a b where (B  >  0)");
        },
        &expect![[r#"
            Warning index-duplicate: public.two is equal to one [m.sql:8:1 m.sql:7:1]
            Warning index-duplicate: public.backwards is equal to one [m.sql:9:1 m.sql:7:1]
            Warning index-duplicate: public."unique" is equal to the index of the constraint t_pkey [m.sql:11:1 m.sql:5:1]
            Warning index-duplicate: public.partial_again is equal to partial [m.sql:13:1 m.sql:12:1]
        "#]],
    );
}

#[test]
fn a_prefix_is_redundant_unless_it_enforces_or_covers_other_rows() {
    check(
        |schema| {
            let t = schema.table("t", "id int8!, a int8!, b int8!");
            schema.primary_key(t, "id");
            schema.index(t, "long", "a b");
            schema.index(t, "short", "a");
            schema.index(t, "short_backwards", "-a");
            schema.index(t, "partial", "a where b is null");
            schema.index(t, "pk_and_more", "id a");
            schema.index(t, "not_a_prefix", "b");
            let u = schema.table("u", "a int8!, b int8!");
            schema.primary_key(u, "b");
            schema.index(u, "unique", "*a");
            schema.index(u, "unique_and_more", "a b");
        },
        &expect![[r"
            Warning index-prefix-redundant: public.short is the beginning of long [m.sql:8:1 m.sql:7:1]
            Warning index-duplicate: public.short_backwards is equal to short [m.sql:9:1 m.sql:8:1]
        "]],
    );
}

#[test]
fn few_values_alone_are_not_worth_an_index() {
    check(
        |schema| {
            schema.enumeration("small", "x y z");
            schema.enumeration("large", "a b c d");
            let t = schema.table("t", "id int8!, flag bool, s small, l large");
            schema.primary_key(t, "id");
            schema.index(t, "on_flag", "flag");
            schema.index(t, "on_small", "s");
            schema.index(t, "on_large", "l");
            schema.index(t, "partial", "flag where flag");
            schema.index(t, "with_more", "s l");
        },
        &expect![[r"
            Warning index-prefix-redundant: public.on_small is the beginning of with_more [m.sql:18:1 m.sql:21:1]
            Warning index-on-few-values: public.on_flag is on flag alone, which has two values [m.sql:17:1]
            Warning index-on-few-values: public.on_small is on s alone, which has 3 values [m.sql:18:1]
        "]],
    );
}

#[test]
fn a_foreign_key_wants_an_index_or_a_reason() {
    let results = check(
        |schema| {
            let a = schema.table("a", "id int8!, other int8!");
            schema.primary_key(a, "id other");
            let t = schema.table("t", "id int8!, a int8, b int8, c int8, d int8, e int8, f int8");
            schema.primary_key(t, "id");
            schema.foreign_key(t, "without", "a", a);
            schema.foreign_key(t, "partial", "b", a);
            schema.foreign_key(t, "not_null", "c", a);
            schema.foreign_key(t, "half", "d e", a);
            schema.index(t, "i1", "b where e > 0");
            schema.index(t, "i2", "c where c is not null");
            schema.index(t, "i3", "d f");
            let reasoned = schema.foreign_key(t, "reasoned", "f", a);
            schema.catalog.comments.insert(
                reasoned.into(),
                schemactl_schema::catalog::Comment {
                    text: "no index: rows of a are never deleted".into(),
                    origins: schemactl_schema::catalog::Origins::default(),
                },
            );
        },
        &expect![[r"
            Warning foreign-key-without-index: no index starts with the columns of the foreign key public.t.without (a) [m.sql:16:1]
            Warning foreign-key-without-index: no index starts with the columns of the foreign key public.t.partial (b) [m.sql:17:1]
            Warning foreign-key-without-index: only the beginning of the foreign key public.t.half (d, e) has an index: i3 [m.sql:19:1]
        "]],
    );
    assert_eq!(results[2].reasons, ["public.t.reasoned: rows of a are never deleted"]);
    assert_eq!(results[2].examined, "5 foreign keys");
}

#[test]
fn the_same_foreign_key_twice() {
    check(
        |schema| {
            let a = schema.table("a", "id int8!");
            schema.primary_key(a, "id");
            let t = schema.table("t", "id int8!, a int8, b int8");
            schema.primary_key(t, "id");
            schema.index(t, "i1", "a");
            schema.index(t, "i2", "b");
            schema.foreign_key(t, "first", "a", a);
            schema.foreign_key(t, "second", "a", a);
            schema.foreign_key(t, "other", "b", a);
        },
        &expect![[r"
            Warning foreign-key-duplicate: public.t.second repeats first: (a) references public.a [m.sql:14:1 m.sql:13:1]
        "]],
    );
}

#[test]
fn tables_need_a_key_and_exact_money() {
    check(
        |schema| {
            let t = schema.table(
                "t",
                "id int8!, price float8, prices_seen float4[], latency float8, total_cost numeric",
            );
            schema.index(t, "t_id", "*id");
        },
        &expect![[r"
            Warning table-without-primary-key: public.t has no primary key [m.sql:1:1]
            Warning float-for-exact: public.t.price keeps money or a score as double precision [m.sql:3:1]
            Warning float-for-exact: public.t.prices_seen keeps money or a score as real[] [m.sql:4:1]
        "]],
    );
}

#[test]
fn keysets_say_what_an_index_serves_and_what_is_wrong_with_it() {
    let mut schema = Builder::new();
    schema.enumeration("status_enum", "new done");
    let a = schema.table("a", "id uuid!");
    schema.primary_key(a, "id");
    let t = schema.table(
        "t",
        "id uuid!, a uuid!, n int8!, status status_enum!, priority int4!, created_at timestamptz!, ended_at timestamptz",
    );
    schema.primary_key(t, "id");
    schema.foreign_key(t, "fk", "a", a);
    schema.index(t, "total", "a -created_at -id");
    schema.index(t, "ties", "a -created_at");
    schema.index(t, "mixed", "-created_at id");
    schema.index(t, "nullable", "-ended_at -id");
    schema.index(t, "not_null", "ended_at id where ended_at is not null");
    schema.index(t, "scoped_number", "*a n");
    schema.index(t, "queue", "-priority created_at where status = 'new'");
    let (catalog, _) = schema.finish();
    let lines: Vec<String> = pagination::keysets(&catalog)
        .iter()
        .map(|keyset| {
            let flaw = keyset.flaw.as_ref().map(|flaw| format!(" -- {flaw}")).unwrap_or_default();
            format!("{}: {}{flaw}\n", catalog.indexes[keyset.index].name, keyset.query())
        })
        .collect();
    expect![[r"
        a_pkey: ORDER BY id
        t_pkey: ORDER BY id
        total: WHERE a = … ORDER BY created_at DESC, id DESC
        ties: WHERE a = … ORDER BY created_at DESC -- rows can tie: no unique key is part of the order
        mixed: ORDER BY created_at DESC, id -- the directions differ, so one row comparison does not do
        nullable: ORDER BY ended_at DESC, id DESC -- ended_at may be NULL, and such rows are passed over
        not_null: WHERE ended_at is not null ORDER BY ended_at, id
        scoped_number: WHERE a = … ORDER BY n
        queue: WHERE status = 'new' ORDER BY priority DESC, created_at -- the directions differ, so one row comparison does not do
    "]]
    .assert_eq(&lines.concat());
    let queues = queue::queue_indexes(&catalog);
    assert_eq!(queues.len(), 1);
    assert_eq!(
        (queues[0].keys.join(", "), queues[0].predicate.as_str()),
        ("priority DESC, created_at".into(), "status = 'new'")
    );
}

#[test]
fn a_trigger_function_that_names_a_column_its_table_lacks() {
    let sql = "
        CREATE TABLE t (id bigint PRIMARY KEY, updated_at timestamptz);
        CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN NEW.updated_on := now(); RETURN NEW; END $$;
        CREATE TRIGGER touch BEFORE UPDATE ON t FOR EACH ROW EXECUTE FUNCTION touch();
        CREATE TABLE u (id bigint PRIMARY KEY, name text);
        CREATE FUNCTION either() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN IF TG_TABLE_NAME = 'u' THEN NEW.name := NEW.neither; END IF; RETURN NEW; END $$;
        CREATE TRIGGER either BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION either();
        CREATE TRIGGER either BEFORE INSERT ON u FOR EACH ROW EXECUTE FUNCTION either();
        ALTER TABLE t ADD CONSTRAINT c CHECK (id > 0) NOT VALID;
    ";
    let (sources, replayed) = schemactl_schema::replay::replay_text("t.sql", sql);
    let results: Vec<_> = CHECKS.iter().map(|check| (check.run)(&replayed.catalog)).collect();
    let findings: Vec<_> = results.iter().flat_map(|result| result.findings.clone()).collect();
    let not_checked: Vec<_> = results.iter().flat_map(|result| result.not_checked.clone()).collect();
    assert_eq!(
        not_checked,
        [
            "public.either reads the column name, which only some of its tables have; it asks which it runs for"
        ]
    );
    expect![[r"
        Warning constraint-not-validated: public.t.c is NOT VALID [t.sql:11:27]
        Error trigger-column-unknown: public.touch reads the column updated_on, which public.t does not have [t.sql:3:9 t.sql:5:9]
        Error trigger-column-unknown: public.either reads the column neither, which public.t does not have [t.sql:7:9 t.sql:9:9]
        Error trigger-column-unknown: public.either reads the column neither, which public.u does not have [t.sql:7:9 t.sql:10:9]
    "]].assert_eq(&lines(&findings, &sources));
}
