//! Every constraint of the reference schema refuses something: some case in `cases/reference` is refused by it.

use std::collections::BTreeSet;

use schemactl_tests::sql_case::{self, Expected};
use schemactl_tests::{cases, reference};
use sqlx::Row;

/// The SQLSTATE that a refusal has, and the name it gives, one row for each constraint, unique index and domain check.
///
/// Left out, as none of them is a rule of its own: the copies of a constraint on partitions, and primary keys with a
/// column that the database itself fills with a number or a random id.
const CONSTRAINTS: &str = "
    SELECT CASE con.contype WHEN 'c' THEN '23514' WHEN 'f' THEN '23503' WHEN 'x' THEN '23P01' ELSE '23505' END::text,
        con.conname::text
    FROM pg_catalog.pg_constraint AS con
    LEFT JOIN pg_catalog.pg_class AS tab ON tab.oid = con.conrelid
    WHERE con.connamespace = 'public'::pg_catalog.regnamespace
      AND con.contype IN ('c', 'f', 'p', 'u', 'x')
      AND tab.relispartition IS NOT TRUE
      AND con.conparentid = 0
      AND NOT (con.contype = 'p' AND EXISTS (
          SELECT
          FROM pg_catalog.pg_attribute AS col
          LEFT JOIN pg_catalog.pg_attrdef AS def ON (def.adrelid, def.adnum) = (col.attrelid, col.attnum)
          WHERE col.attrelid = con.conrelid
            AND col.attnum = ANY (con.conkey)
            AND (col.attidentity <> ''
                 OR pg_catalog.pg_get_expr(def.adbin, def.adrelid) LIKE '%gen_random_uuid()')
      ))
    UNION
    SELECT '23505', idx.relname::text
    FROM pg_catalog.pg_index AS ind
    JOIN pg_catalog.pg_class AS idx ON idx.oid = ind.indexrelid
    WHERE idx.relnamespace = 'public'::pg_catalog.regnamespace
      AND ind.indisunique
      AND NOT idx.relispartition
      AND NOT EXISTS (SELECT FROM pg_catalog.pg_constraint AS con WHERE con.conindid = ind.indexrelid AND con.contype <> 'f')";

/// Constraints that no statement can come up against, each with the reason.
const EXCEPTIONS: &[(&str, &str)] = &[];

/// SQLSTATE and name of each refusal that a case expects.
fn refusals() -> BTreeSet<(String, String)> {
    let mut found = BTreeSet::new();
    for path in cases::files("reference") {
        let text =
            std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        let file = sql_case::parse(&text).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        for step in file.blocks.into_iter().flat_map(|block| block.steps) {
            let Expected::Refused { sqlstate, words } = step.expected else { continue };
            for word in words.split(|sign: char| !sign.is_alphanumeric() && sign != '_') {
                found.insert((sqlstate.clone(), word.to_owned()));
            }
        }
    }
    found
}

#[tokio::test]
async fn every_constraint_is_seen_to_refuse() {
    let (_shadow, database) = reference::server().await;
    let mut connection = database.connect().await.unwrap_or_else(|error| panic!("{error}"));
    let rows =
        sqlx::query(CONSTRAINTS).fetch_all(&mut connection).await.unwrap_or_else(|error| panic!("{error}"));
    let constraints: BTreeSet<(String, String)> = rows.iter().map(|row| (row.get(0), row.get(1))).collect();
    assert!(constraints.len() > 300, "the query finds too few constraints: {}", constraints.len());

    let refusals = refusals();
    let excepted = |name: &str| EXCEPTIONS.iter().any(|(exception, _)| *exception == name);
    let never: Vec<String> = constraints
        .difference(&refusals)
        .filter(|(_, name)| !excepted(name))
        .map(|(sqlstate, name)| format!("{sqlstate} {name}"))
        .collect();
    assert!(never.is_empty(), "no case is refused by\n    {}", never.join("\n    "));

    for (name, reason) in EXCEPTIONS {
        assert!(
            constraints.iter().any(|(_, known)| known == name),
            "no constraint is called {name} ({reason})"
        );
        assert!(
            !refusals.iter().any(|(_, refused)| refused == name),
            "{name} does refuse something ({reason})"
        );
    }
}
