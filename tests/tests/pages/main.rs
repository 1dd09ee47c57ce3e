//! Pagination by key on a real server: pages joined are the ordered list, forward and backward, with ties, NULLs and
//! orders that mix directions, while rows come and go; cursors are texts that nobody can change; and each page is
//! found through its index, the ten-thousandth like the first.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]
#![allow(
    clippy::cast_possible_wrap,
    clippy::cast_sign_loss,
    clippy::cast_lossless,
    reason = "the numbers of these tests are small"
)]

/// What `schemactl generate` makes of `cases/pages`.
#[rustfmt::skip]
#[allow(dead_code, unused_imports, unreachable_pub, missing_debug_implementations, clippy::all, clippy::pedantic, clippy::unwrap_used)]
mod generated;
mod cost;
mod texts;
mod world;

use std::collections::BTreeSet;

use proptest::collection::vec;
use proptest::prelude::{Strategy, any};
use proptest::test_runner::{Config, RngSeed, TestCaseError, TestRunner};
use sqlx::postgres::PgConnection;
use sqlx::{AssertSqlSafe, Connection};

use generated::models::{Entry, NewEntry};
use generated::pages::entries;
use generated::stores;
use generated::support::{Order, Pages};
use world::{World, entry};

/// Does the same for each order: what the server orders by, in words of its own, and the pages.
macro_rules! each_order {
    ($do:ident!) => {{
        $do!("id", entries::by_id());
        $do!("rank, id", entries::by_rank());
        $do!("rank DESC, id DESC", entries::by_entries_rank_down_idx());
        $do!("score NULLS FIRST, weight DESC, id DESC", entries::by_score_and_weight());
        $do!("happened DESC NULLS LAST, rank NULLS FIRST, id DESC", entries::by_happened_and_rank_and_id());
        $do!("weight, id", entries::by_weight_and_id());
        $do!(r#"name COLLATE "POSIX", rank DESC NULLS LAST, id DESC"#, entries::by_name_and_rank());
        $do!("label, rank, happened DESC, id DESC", entries::by_label_and_rank_and_happened());
        $do!("code DESC, id", entries::by_code_and_id());
    }};
}
pub(crate) use each_order;

async fn ordered<O: Order>(db: &mut PgConnection, condition: &str, order: &str) -> Vec<O::Row> {
    let sql = format!("{} WHERE {condition} ORDER BY {order}", O::SELECT);
    sqlx::query_as(AssertSqlSafe(sql)).fetch_all(db).await.unwrap()
}

/// All pages in one direction, each at most `limit` rows, joined in the index's order.
async fn joined<O: Order>(
    db: &mut PgConnection,
    pages: impl Fn() -> Pages<O>,
    limit: u32,
    backward: bool,
) -> Vec<O::Row> {
    let mut page =
        if backward { pages().last() } else { pages() }.limit(limit).fetch(&mut *db).await.unwrap();
    let mut parts = Vec::new();
    loop {
        assert!(page.rows.len() <= limit as usize);
        let ends = if backward { page.next.is_none() } else { page.previous.is_none() };
        assert_eq!(ends, parts.is_empty(), "only the first page has nothing before it");
        parts.push(page.rows);
        let start = if backward { page.previous } else { page.next };
        let Some(start) = start else { break };
        assert_eq!(parts.last().map(Vec::len), Some(limit as usize), "only the last page may be short");
        let request = if backward { pages().before(start) } else { pages().after(start) };
        page = request.limit(limit).fetch(&mut *db).await.unwrap();
        assert!(!page.rows.is_empty(), "a cursor leads to rows");
    }
    if backward {
        parts.reverse();
    }
    parts.into_iter().flatten().collect()
}

fn rows() -> impl Strategy<Value = Vec<NewEntry>> {
    vec(vec(any::<u8>(), 7), 0..25)
        .prop_map(|rows| rows.iter().enumerate().map(|(id, bytes)| entry(id as i64, bytes)).collect())
}

fn config() -> Config {
    let config = Config { max_shrink_iters: 200, failure_persistence: None, ..Config::default() };
    let cases = if std::env::var_os("PROPTEST_CASES").is_some() { config.cases } else { 24 };
    let rng_seed = if config.rng_seed == RngSeed::Random { RngSeed::Fixed(4) } else { config.rng_seed };
    Config { cases, rng_seed, ..config }
}

#[test]
fn pages_joined_are_the_ordered_list() {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    let world = std::cell::RefCell::new(runtime.block_on(World::start()));
    let held = TestRunner::new(config()).run(&(rows(), 1_u32..6), |(rows, limit)| {
        let world = &mut *world.borrow_mut();
        runtime.block_on(async {
            let mut transaction = world.connection.begin().await.unwrap();
            let db = &mut *transaction;
            stores::entries::insert_many(&mut *db, &rows).await.unwrap();
            let mut wrong = Vec::new();
            macro_rules! hold {
                ($order:literal, $pages:expr) => {{
                    let pages = || $pages;
                    let list = list_of(&pages(), db, $order).await;
                    for backward in [false, true] {
                        let joined = joined(db, pages, limit, backward).await;
                        if ids(&joined) != ids(&list) {
                            let way = if backward { "backward" } else { "forward" };
                            wrong.push(format!(
                                "{} {way}: {:?} is not {:?}",
                                $order,
                                ids(&joined),
                                ids(&list)
                            ));
                        }
                    }
                }};
            }
            each_order!(hold!);
            // Pages of the rows that share leading columns, NULL among them.
            for score in rows.iter().map(|row| row.score).collect::<BTreeSet<_>>() {
                let condition = score.map_or("score IS NULL".to_owned(), |score| format!("score = {score}"));
                let list = ordered::<entries::ByScoreAndWeight>(db, &condition, "weight DESC, id DESC").await;
                for backward in [false, true] {
                    let joined = joined(db, || entries::of_score_by_weight(score), limit, backward).await;
                    if ids(&joined) != ids(&list) {
                        wrong.push(format!("{condition}: {:?} is not {:?}", ids(&joined), ids(&list)));
                    }
                }
            }
            for row in &rows {
                let (label, rank) = (row.label.clone(), row.rank);
                let condition = format!(
                    "label IS NOT DISTINCT FROM {} AND rank IS NOT DISTINCT FROM {}",
                    label.as_ref().map_or("NULL".to_owned(), |label| format!("'{label}'")),
                    rank.map_or("NULL".to_owned(), |rank| rank.to_string())
                );
                let order = "happened DESC, id DESC";
                let list = ordered::<entries::ByLabelAndRankAndHappened>(db, &condition, order).await;
                let pages = || entries::of_label_and_rank_by_happened(label.clone(), rank);
                let joined = joined(db, pages, limit, false).await;
                if ids(&joined) != ids(&list) {
                    wrong.push(format!("{condition}: {:?} is not {:?}", ids(&joined), ids(&list)));
                }
            }
            transaction.rollback().await.unwrap();
            if wrong.is_empty() { Ok(()) } else { Err(TestCaseError::fail(wrong.join("\n"))) }
        })
    });
    if let Err(error) = held {
        panic!("{error}");
    }
}

async fn list_of<O: Order>(_: &Pages<O>, db: &mut PgConnection, order: &str) -> Vec<O::Row> {
    ordered::<O>(db, "true", order).await
}

fn ids(rows: &[Entry]) -> Vec<i64> {
    rows.iter().map(|row| row.id).collect()
}

/// Rows that stay are numbered evenly; those that come and go have odd numbers.
#[test]
fn rows_that_stay_come_once_while_others_come_and_go() {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    let world = std::cell::RefCell::new(runtime.block_on(World::start()));
    let strategy = (vec(vec(any::<u8>(), 7), 8..30), vec(vec(any::<u8>(), 7), 40), 1_u32..5);
    let held = TestRunner::new(config()).run(&strategy, |(stay, others, limit)| {
        let world = &mut *world.borrow_mut();
        runtime.block_on(async {
            let mut wrong = Vec::new();
            macro_rules! hold {
                ($order:literal, $pages:expr) => {{
                    for backward in [false, true] {
                        let mut transaction = world.connection.begin().await.unwrap();
                        let db = &mut *transaction;
                        let staying: Vec<NewEntry> =
                            stay.iter().enumerate().map(|(at, bytes)| entry(at as i64 * 2, bytes)).collect();
                        stores::entries::insert_many(&mut *db, &staying).await.unwrap();
                        let mut others = others.iter().zip(0_i64..);
                        let mut seen: Vec<Entry> = Vec::new();
                        let mut page = if backward { $pages.last() } else { $pages };
                        loop {
                            let found = page.limit(limit).fetch(&mut *db).await.unwrap();
                            let mut rows = found.rows;
                            if backward {
                                rows.reverse();
                            }
                            seen.extend(rows);
                            // Two come, and of those that came one goes; it may be the one that the cursor stands on.
                            for (bytes, number) in others.by_ref().take(2) {
                                stores::entries::insert(&mut *db, &entry(number * 2 + 1, bytes)).await.unwrap();
                            }
                            let goes = seen.iter().rev().find(|row| row.id % 2 == 1).map(|row| row.id);
                            if let Some(goes) = goes {
                                stores::entries::delete(&mut *db, goes).await.unwrap();
                            }
                            let start = if backward { found.previous } else { found.next };
                            let Some(start) = start else { break };
                            page = if backward { $pages.before(start) } else { $pages.after(start) };
                        }
                        let mut wanted = list_of(&$pages, db, $order).await;
                        wanted.retain(|row| row.id % 2 == 0);
                        if backward {
                            wanted.reverse();
                        }
                        let all: BTreeSet<i64> = seen.iter().map(|row| row.id).collect();
                        let repeated = all.len() != seen.len();
                        seen.retain(|row| row.id % 2 == 0);
                        if repeated || ids(&seen) != ids(&wanted) {
                            wrong.push(format!("{}: {:?} is not {:?}", $order, ids(&seen), ids(&wanted)));
                        }
                        transaction.rollback().await.unwrap();
                    }
                }};
            }
            each_order!(hold!);
            if wrong.is_empty() { Ok(()) } else { Err(TestCaseError::fail(wrong.join("\n"))) }
        })
    });
    if let Err(error) = held {
        panic!("{error}");
    }
}

#[test]
fn the_generated_tree_is_up_to_date() {
    world::tree_is_up_to_date();
}
