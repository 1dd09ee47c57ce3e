//! The stores of every table of the reference schema, with arbitrary legal rows on a real server: what goes in comes
//! out the same through each way in, patches change what they name and nothing else, and each function finds its row.
//!
//! Every case runs in a transaction that rolls back. `PROPTEST_RNG_SEED` asks for other rows, `PROPTEST_CASES` for more.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]
#![allow(
    clippy::cast_possible_wrap,
    clippy::cast_sign_loss,
    clippy::cast_lossless,
    reason = "the numbers of these tests are small"
)]

mod errors;
mod rows;
mod rules;
mod table;
mod tables_a_c;
mod tables_d_z;
mod values;
mod ways;
mod world;

use std::cell::RefCell;

use proptest::collection::vec;
use proptest::prelude::any;
use proptest::test_runner::{Config, RngSeed, TestCaseError, TestRunner};
use sqlx::Connection;

use rules::rules;
use ways::{Case, Done};
use world::World;

/// How many rows a case has.
const ROWS: usize = 4;

/// The cases of a table; what they came to, or what is wrong.
fn hold(
    runtime: &tokio::runtime::Runtime,
    world: &RefCell<World>,
    catalog: &schemactl_schema::catalog::Catalog,
    table: &table::Table,
) -> Result<Done, String> {
    let (shape, rules) = (world::shape(catalog, table.name), rules(table.name));
    let done = RefCell::new(Done::default());
    let config = Config { max_shrink_iters: 200, failure_persistence: None, ..Config::default() };
    let cases = if std::env::var_os("PROPTEST_CASES").is_some() { config.cases } else { 16 };
    let rng_seed = match config.rng_seed {
        RngSeed::Random => RngSeed::Fixed(4),
        asked @ RngSeed::Fixed(_) => asked,
    };
    let mut runner = TestRunner::new(Config { cases, rng_seed, ..config });
    let strategy = vec(any::<u64>(), ROWS * shape.numbers() + 1);
    let held = runner.run(&strategy, |seeds| {
        let mut world = world.borrow_mut();
        let World { connection, parents, .. } = &mut *world;
        let rows: Vec<serde_json::Value> = seeds
            .chunks_exact(shape.numbers())
            .take(ROWS)
            .enumerate()
            .map(|(number, seeds)| {
                let mut row = rows::Row::new(&shape, number, seeds, parents);
                (rules.make)(&mut row, parents);
                row.finish()
            })
            .collect();
        let mut done = done.borrow_mut();
        runtime.block_on(async {
            let mut transaction = connection.begin().await.unwrap();
            let mut case = Case {
                table,
                shape: &shape,
                rules: &rules,
                rows: &rows,
                mask: seeds[seeds.len() - 1],
                done: &mut done,
                now: sqlx::query_scalar("SELECT now()").fetch_one(&mut *transaction).await.unwrap(),
            };
            let outcome = case.hold(&mut transaction).await;
            transaction.rollback().await.unwrap();
            outcome.map_err(TestCaseError::fail)
        })
    });
    match held {
        Ok(()) => Ok(done.into_inner()),
        Err(proptest::test_runner::TestError::Fail(why, _)) => Err(why.to_string()),
        Err(error) => Err(error.to_string()),
    }
}

fn hold_all(wanted: impl Fn(usize) -> bool) {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    let world = RefCell::new(runtime.block_on(World::start()));
    let catalog = world::catalog();
    let only = std::env::var("TABLE").ok();
    let mut wrong = Vec::new();
    for (number, table) in world::tables().iter().enumerate() {
        if !wanted(number) || only.as_ref().is_some_and(|only| only != table.name) {
            continue;
        }
        match hold(&runtime, &world, &catalog, table) {
            Ok(done) => wrong
                .extend(done.lacks(table, &rules(table.name)).map(|lack| format!("{}: {lack}", table.name))),
            Err(why) => wrong.push(format!("{}: {why}", table.name)),
        }
    }
    assert!(wrong.is_empty(), "{} are wrong:\n\n{}", wrong.len(), wrong.join("\n\n"));
}

#[test]
fn rows_of_one_half_of_the_tables_come_out_as_they_went_in() {
    hold_all(|number| number % 2 == 0);
}

#[test]
fn rows_of_the_other_half_of_the_tables_come_out_as_they_went_in() {
    hold_all(|number| number % 2 == 1);
}

#[test]
fn every_table_of_the_catalog_is_held() {
    let catalog = world::catalog();
    let mut wanted: Vec<&str> = catalog
        .tables()
        .filter(|table| table.partition_of().is_none())
        .map(|table| &*table.get().name)
        .collect();
    wanted.sort_unstable();
    let held: Vec<&str> = world::tables().iter().map(|table| table.name).collect();
    assert_eq!(held, wanted);
    assert_eq!(held.len(), 61);
}
