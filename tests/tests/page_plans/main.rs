//! Every page function of the reference schema on a server: its pages go through the index that it is named after, the
//! first, those behind a cursor and those before one, and nothing is sorted that an index gives in order.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]

/// Every order with its index, its keys and its functions: written by a test below.
#[rustfmt::skip]
#[allow(clippy::clone_on_copy, clippy::too_many_lines)]
mod calls;
mod listed;
mod plans;

use expect_test::expect;
use schemactl_tests::{reference, servers};

use plans::Plans;

#[test]
fn every_page_function_is_called() {
    let path = reference::root().join("tests/tests/page_plans/calls.rs");
    let text = listed::text();
    if std::env::var_os("UPDATE_EXPECT").is_some() {
        std::fs::write(&path, &text).unwrap();
    }
    assert!(
        std::fs::read_to_string(&path).unwrap() == text,
        "UPDATE_EXPECT=1 writes the page functions that generated/ has now"
    );
}

#[tokio::test]
async fn every_page_goes_through_its_index() {
    let (_shadow, database) = reference::server().await;
    servers::run(&database, include_str!("fill.sql")).await.unwrap();
    let mut plans = Plans::new(database.connect().await.unwrap()).await;
    calls::all(&mut plans).await;
    assert!(plans.wrong.is_empty(), "{} plans are wrong:\n\n{}", plans.wrong.len(), plans.wrong.join("\n\n"));
    expect![[r#"
        240 of the first page
        240 of the last page
        240 of the page after a cursor
        240 of the page before a cursor
    "#]]
    .assert_eq(&plans.told());
}
