//! Every variant of every error: provoked through the store where a row can, else by the refusals that
//! `cases/reference` has, and matched with the constraint that its documentation names.

use std::collections::{BTreeMap, BTreeSet};

use schemactl_schema::catalog::{Catalog, ConstraintKind, Identity};
use schemactl_tests::sql_case::{self, Expected};
use schemactl_tests::{cases, reference};
use serde_json::{Value, json};
use sqlx::postgres::{PgConnection, PgDatabaseError};
use sqlx::{AssertSqlSafe, Connection, Executor};

use super::rows::Row;
use super::rules::rules;
use super::table::{Refusal, Table};
use super::values::Kind;
use super::world::{self, World};

/// Variants that nothing can provoke, and why.
const EXCEPTIONS: &[(&str, &str, &str)] = &[
    (
        "domain_generation_campaign_params",
        "ConfigHashNotFound",
        "a trigger computes the hash, and registers what it is of",
    ),
    (
        "event_store",
        "GlobalPositionTaken",
        "a trigger draws the position, and draws again when it was overtaken",
    ),
];

/// A table and a variant of its error.
type Variant = (String, String);

/// What each variant stands for by its documentation: the name of a constraint.
fn documented() -> BTreeMap<Variant, String> {
    let mut found = BTreeMap::new();
    for table in world::tables() {
        let path = reference::root().join("generated/src/errors").join(format!("{}.rs", table.name));
        let text = std::fs::read_to_string(&path).unwrap();
        let body = text.split("pub enum").nth(1).unwrap().split("\n}").next().unwrap();
        let mut constraint = None;
        for line in body.lines().map(str::trim) {
            if let Some(words) = line.strip_prefix("/// `") {
                constraint = constraint.or(words.split('`').next());
            } else if let Some(variant) = line.strip_suffix(',').filter(|_| !line.starts_with("//"))
                && let Some(constraint) = constraint.take()
            {
                found.insert((table.name.to_owned(), variant.to_owned()), constraint.to_owned());
            }
        }
    }
    found
}

/// Rows that refusals are made of: everything that can be given is.
fn legal(world: &World, catalog: &Catalog, table: &Table, number: usize) -> Value {
    let shape = world::shape(catalog, table.name);
    let seeds: Vec<u64> = (0..shape.numbers() as u64)
        .map(|at| if at % 2 == 1 { 1 } else { (at + 7) * 48_271 + number as u64 })
        .collect();
    let mut row = Row::new(&shape, number, &seeds, &world.parents);
    (rules(table.name).make)(&mut row, &world.parents);
    row.finish()
}

struct Seen<'a> {
    documented: &'a BTreeMap<Variant, String>,
    variants: BTreeSet<Variant>,
    wrong: Vec<String>,
}

impl Seen<'_> {
    /// A store was to violate `constraint`; it may have come to something else before, or to nothing.
    fn refusal(&mut self, table: &Table, constraint: &str, refusal: &Refusal) {
        if let Refusal::Variant(variant) = refusal {
            let key = (table.name.to_owned(), variant.clone());
            match self.documented.get(&key) {
                Some(documented) if documented == constraint => {
                    self.variants.insert(key);
                }
                Some(_) => {}
                None => self.wrong.push(format!("{}: {variant} is not documented", table.name)),
            }
        }
    }
}

async fn attempt(db: &mut PgConnection, table: &Table, row: &Value) -> Option<Refusal> {
    sqlx::query("SAVEPOINT attempt").execute(&mut *db).await.unwrap();
    let refusal = (table.insert)(db, row).await.err();
    sqlx::query("ROLLBACK TO SAVEPOINT attempt").execute(&mut *db).await.unwrap();
    refusal
}

/// Through the store of one table.
async fn by_store(
    world: &mut World,
    catalog: &Catalog,
    table: &Table,
    tables: &[Table],
    seen: &mut Seen<'_>,
) {
    let (first, second) = (legal(world, catalog, table, 0), legal(world, catalog, table, 1));
    let shape = world::shape(catalog, table.name);
    let walker = catalog.table("public", table.name).unwrap();
    let mut transaction = world.connection.begin().await.unwrap();
    let db = &mut *transaction;
    let there = (table.insert)(db, &first).await;
    let there = there.unwrap_or_else(|refusal| panic!("{}: {refusal:?} {first}", table.name));

    for index in walker.indexes().filter(|index| index.unique) {
        let mut row = second.clone();
        for (column, key) in index.key_columns().zip(&index.get().keys) {
            // The column that an expression is made of has its name in it.
            let printed = format!("{key:?}");
            let mut names = shape.columns.iter().map(|column| column.name.as_str());
            let name = match column {
                Some(column) => Some(&*column.get().name),
                None => names.find(|name| printed.contains(name)),
            };
            if let Some(name) = name.filter(|name| row.get(name).is_some()) {
                row[name] = there[name].clone();
            }
        }
        if let Some(refusal) = attempt(db, table, &row).await {
            seen.refusal(table, &index.name, &refusal);
        }
        let of_server = index.key_columns().flatten().any(|column| column.identity == Some(Identity::Always));
        if of_server {
            let columns: Vec<&str> = walker
                .columns()
                .filter(|column| column.generated.is_none())
                .map(|column| &*column.get().name)
                .collect();
            let (name, list) = (table.name, columns.join(", "));
            let again = format!(
                "INSERT INTO {name} ({list}) OVERRIDING SYSTEM VALUE SELECT {list} FROM {name} ORDER BY xmin::text::bigint DESC LIMIT 1"
            );
            sqlx::query("SAVEPOINT attempt").execute(&mut *db).await.unwrap();
            if let Err(error) = sqlx::query(AssertSqlSafe(again)).execute(&mut *db).await
                && let Ok(variant) = (table.convert)(error)
            {
                seen.refusal(table, &index.name, &Refusal::Variant(variant));
            }
            sqlx::query("ROLLBACK TO SAVEPOINT attempt").execute(&mut *db).await.unwrap();
        }
    }

    for constraint in walker.constraints() {
        let ConstraintKind::ForeignKey(key) = &constraint.get().kind else { continue };
        let mut row = second.clone();
        for id in &key.columns {
            let name = &*catalog.columns[*id].name;
            row[name] =
                match shape.columns.iter().find(|column| column.name == name).map(|column| &column.kind) {
                    Some(Kind::Int(..)) => json!(-1),
                    Some(Kind::Text(_)) => json!("nobody"),
                    Some(Kind::Domain(..)) => json!(vec![9; 32]),
                    _ => json!(uuid::Uuid::from_u128(1)),
                };
        }
        if let Some(refusal) = attempt(db, table, &row).await {
            seen.refusal(table, &constraint.name, &refusal);
        }
        // The row that it refers to cannot go. Of users there is one whom nothing else refers to.
        let parent = &*catalog.relations[key.references].name;
        let parent = tables.iter().find(|table| table.name == parent).unwrap();
        let (_, parents) = (parent.all)(&mut *db).await;
        sqlx::query("SAVEPOINT referred").execute(&mut *db).await.unwrap();
        let lonely = parents.iter().find(|row| row["email"] == "lonely@example.org");
        let referring = match (lonely, key.columns.as_slice()) {
            (Some(lonely), [column]) => {
                let mut row = second.clone();
                row[&*catalog.columns[*column].name] = lonely["id"].clone();
                (table.insert)(db, &row).await.unwrap_or_else(|refusal| panic!("{}: {refusal:?}", table.name))
            }
            _ => there.clone(),
        };
        let referred = parents.iter().find(|row| {
            key.columns.iter().zip(&key.referenced_columns).all(|(column, referenced)| {
                row[&*catalog.columns[*referenced].name] == referring[&*catalog.columns[*column].name]
            })
        });
        if let (Some(referred), Some((_, delete))) = (referred, parent.deletes.first())
            && let Some(Err(refusal)) = delete(db, referred).await
        {
            seen.refusal(parent, &constraint.name, &refusal);
        }
        sqlx::query("ROLLBACK TO SAVEPOINT referred").execute(&mut *db).await.unwrap();
    }

    for column in &shape.columns {
        let Kind::Domain(domain, _) = &column.kind else { continue };
        let wrong: &[(&str, Value)] = match domain.as_str() {
            "percentage" => &[("percentage_range_check", json!("100.01"))],
            "score" => &[("score_range_check", json!("-0.01"))],
            "sha256_digest" => &[("sha256_digest_length_check", json!([1]))],
            "generator_alphabet" => &[
                ("generator_alphabet_characters_check", json!("A")),
                ("generator_alphabet_distinct_check", json!("aa")),
            ],
            other => panic!("no wrong value of {other}"),
        };
        for (constraint, value) in wrong {
            let mut row = second.clone();
            row[&column.name] = value.clone();
            if let Some(refusal) = attempt(db, table, &row).await {
                seen.refusal(table, constraint, &refusal);
            }
        }
    }
    transaction.rollback().await.unwrap();
}

async fn run(db: &mut PgConnection, sql: &str) -> Result<(), sqlx::Error> {
    db.execute(sqlx::raw_sql(AssertSqlSafe(sql.to_owned()))).await.map(drop)
}

/// By the statements of the cases that are refused.
async fn by_cases(db: &mut PgConnection, tables: &[Table], seen: &mut Seen<'_>) {
    let mut variants: BTreeMap<&str, Vec<&Variant>> = BTreeMap::new();
    for (variant, constraint) in seen.documented {
        variants.entry(constraint).or_default().push(variant);
    }
    let none: Vec<&Variant> = Vec::new();
    for path in cases::files("reference") {
        let file = sql_case::parse(&std::fs::read_to_string(&path).unwrap()).unwrap();
        for block in file.blocks.iter().filter(|block| !block.autocommit) {
            run(db, "BEGIN").await.unwrap();
            for step in &file.setup {
                run(db, &step.sql).await.unwrap();
            }
            for step in &block.steps {
                let Expected::Refused { .. } = step.expected else {
                    run(db, &step.sql).await.unwrap();
                    continue;
                };
                // An error is used up by the first that takes it, so each of those that may gets its own.
                let mut candidates: Vec<&Variant> = Vec::new();
                let mut at = 0;
                loop {
                    run(db, "SAVEPOINT refusal").await.unwrap();
                    let error = run(db, &step.sql).await.expect_err(&step.sql);
                    run(db, "ROLLBACK TO SAVEPOINT refusal").await.unwrap();
                    let (constraint, removal) = told(&error);
                    if at == 0 {
                        candidates.clone_from(variants.get(&*constraint).unwrap_or(&none));
                        candidates.retain(|(_, variant)| variant.starts_with("ReferencedBy") == removal);
                    }
                    let Some(candidate) = candidates.get(at) else { break };
                    at += 1;
                    let table = tables.iter().find(|table| table.name == candidate.0).unwrap();
                    match (table.convert)(error) {
                        Ok(variant) if variant == candidate.1 => {
                            seen.variants.insert((*candidate).clone());
                        }
                        other => {
                            seen.wrong.push(format!("{candidate:?} came as {other:?}\n    {}", step.sql));
                        }
                    }
                }
            }
            run(db, "ROLLBACK").await.unwrap();
        }
    }
}

/// The constraint that refused, and whether it was the referred row that was to go.
fn told(error: &sqlx::Error) -> (String, bool) {
    let error = error.as_database_error().and_then(|error| error.try_downcast_ref::<PgDatabaseError>());
    let constraint = error.and_then(PgDatabaseError::constraint).unwrap_or_default().to_owned();
    (constraint, error.is_some_and(|error| error.message().starts_with("update or delete on table")))
}

#[tokio::test]
async fn every_variant_of_every_error_is_provoked_and_matched() {
    let mut world = World::start().await;
    let (catalog, tables, documented) = (world::catalog(), world::tables(), documented());
    assert!(documented.len() > 300, "{} variants", documented.len());
    let mut seen = Seen { documented: &documented, variants: BTreeSet::new(), wrong: Vec::new() };
    for table in &tables {
        by_store(&mut world, &catalog, table, &tables, &mut seen).await;
    }
    let through_stores = seen.variants.len();
    // The cases bring their own rows.
    let (_shadow, database) = reference::server().await;
    by_cases(&mut database.connect().await.unwrap(), &tables, &mut seen).await;

    assert!(seen.wrong.is_empty(), "{}", seen.wrong.join("\n"));
    let excepted =
        |(table, variant): &Variant| EXCEPTIONS.iter().any(|(at, name, _)| at == table && name == variant);
    let never: Vec<String> = documented
        .iter()
        .filter(|(variant, _)| !seen.variants.contains(*variant) && !excepted(variant))
        .map(|((table, variant), constraint)| format!("{table}: {variant} ({constraint})"))
        .collect();
    assert!(
        never.is_empty(),
        "{} of {} were not provoked:\n{}",
        never.len(),
        documented.len(),
        never.join("\n")
    );
    for (table, variant, reason) in EXCEPTIONS {
        let key = ((*table).to_owned(), (*variant).to_owned());
        assert!(documented.contains_key(&key), "{table} has no {variant} ({reason})");
        assert!(!seen.variants.contains(&key), "{table}: {variant} was provoked ({reason})");
    }
    assert!(through_stores > 150, "{through_stores} variants through stores");
}
