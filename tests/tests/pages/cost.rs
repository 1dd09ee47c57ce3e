//! What pages cost: each order's pages go through its index, and the ten-thousandth page reads what the first reads.

use serde_json::Value;
use sqlx::postgres::PgConnection;
use sqlx::{AssertSqlSafe, Executor as _};

use super::each_order;
use super::generated::pages::{entries, readings};
use super::generated::support::{Order, Page, Pages};
use super::world::World;

/// The plan of what `pages` runs.
async fn explain<O: Order>(db: &mut PgConnection, pages: Pages<O>, options: &str) -> Value {
    let sql = format!("EXPLAIN (FORMAT json{options}) {}", pages.sql().unwrap());
    let arguments = pages.arguments().unwrap();
    let (plan,): (Value,) = sqlx::query_as_with(AssertSqlSafe(sql), arguments).fetch_one(db).await.unwrap();
    plan[0].clone()
}

/// Every node of a plan.
fn nodes(plan: &Value) -> Vec<&Value> {
    let mut found = vec![plan];
    for below in plan["Plans"].as_array().into_iter().flatten() {
        found.extend(nodes(below));
    }
    found
}

/// What is wrong with a plan that should go through an index: a table read whole, or more than a page sorted.
fn complaints(plan: &Value, table_rows: f64) -> Vec<String> {
    let mut found = Vec::new();
    for node in nodes(&plan["Plan"]) {
        let kind = node["Node Type"].as_str().unwrap();
        let read =
            node["Plans"].as_array().into_iter().flatten().filter_map(|below| below["Plan Rows"].as_f64());
        if kind == "Seq Scan" || kind == "Sort" && read.sum::<f64>() > table_rows / 10.0 {
            found.push(format!("{kind}: {node}"));
        }
    }
    if !nodes(&plan["Plan"]).iter().any(|node| node["Node Type"].as_str().unwrap().starts_with("Index")) {
        found.push(format!("no index: {plan}"));
    }
    found
}

#[tokio::test]
async fn each_order_goes_through_an_index() {
    let mut world = World::start().await;
    let db = &mut world.connection;
    db.execute(sqlx::raw_sql(
        "INSERT INTO entries (id, label, rank, score, weight, name, happened, code)
             SELECT n, CASE WHEN n % 5 > 0 THEN 'label ' || n % 400 END, CASE WHEN n % 7 > 0 THEN n % 9000 END,
                 CASE WHEN n % 11 > 0 THEN n % 5000 END, n % 3000, 'name ' || n % 4000,
                 CASE WHEN n % 13 > 0 THEN timestamptz '2026-01-01' + n % 6000 * interval '1 s' END, n % 1000
             FROM generate_series(1, 20000) AS g (n);
         ANALYZE entries;",
    ))
    .await
    .unwrap();
    let mut wrong = Vec::new();
    macro_rules! hold {
        ($order:literal, $pages:expr) => {{
            for page in 0..3 {
                // The first page, one in the middle, and one behind NULLs.
                let pages = if page == 0 {
                    $pages
                } else {
                    let before =
                        $pages.limit(if page == 1 { 10_000 } else { 19_900 }).fetch(&mut *db).await.unwrap();
                    $pages.after(before.next.unwrap())
                };
                let plan = explain(&mut *db, pages, "").await;
                wrong.extend(
                    complaints(&plan, 20_000.0)
                        .into_iter()
                        .map(|why| format!("{} page {page}: {why}", $order)),
                );
            }
            let before = $pages.last().limit(10_000).fetch(&mut *db).await.unwrap();
            let plan = explain(&mut *db, $pages.before(before.previous.unwrap()), "").await;
            wrong.extend(
                complaints(&plan, 20_000.0).into_iter().map(|why| format!("{} backward: {why}", $order)),
            );
        }};
    }
    each_order!(hold!);
    assert!(wrong.is_empty(), "{}", wrong.join("\n\n"));
}

fn position_of<T: Order>(page: &Page<T>) -> T {
    T::position(page.rows.last().unwrap())
}

fn buffers(plan: &Value) -> u64 {
    plan["Plan"]["Shared Hit Blocks"].as_u64().unwrap() + plan["Plan"]["Shared Read Blocks"].as_u64().unwrap()
}

#[tokio::test]
async fn page_ten_thousand_of_a_million_rows_reads_what_page_one_reads() {
    let mut world = World::start().await;
    let db = &mut world.connection;
    db.execute(sqlx::raw_sql(
        "INSERT INTO readings (sensor, at, value)
             SELECT n / 1000, n % 1000, n % 30000 FROM generate_series(0, 999999) AS g (n)",
    ))
    .await
    .unwrap();
    db.execute("VACUUM ANALYZE readings").await.unwrap();
    let limit = Pages::<readings::BySensorAndAt>::LIMIT;
    let first = explain(&mut *db, readings::by_sensor_and_at(), ", ANALYZE, BUFFERS").await;
    let before = readings::by_sensor_and_at().limit(9_999 * limit).fetch(&mut *db).await.unwrap();
    let position = position_of(&before);
    assert_eq!((position.sensor, position.at), (499, 949));
    let pages = || readings::by_sensor_and_at().after(before.next.clone().unwrap());
    let deep = explain(&mut *db, pages(), ", ANALYZE, BUFFERS").await;
    let page = pages().fetch(&mut *db).await.unwrap();
    assert_eq!((page.rows.len(), page.rows[0].sensor, page.rows[0].at), (50, 499, 950));
    // One block more or less, where a page of the index ends.
    let (first, deep) = (buffers(&first), buffers(&deep));
    assert!(first.abs_diff(deep) <= 3 && deep < 20, "page 1 reads {first} blocks, page 10,000 reads {deep}");
}
