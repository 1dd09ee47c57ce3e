//! Cursors as texts: opened again they are the same, and every other text is refused.

use super::each_order;
use super::generated::pages::entries;
use super::generated::stores;
use super::generated::support::{Cursor, CursorKey, CursorRefused, Order, Page, PageError, Pages};
use super::world::{World, entry};

const KEY: CursorKey = CursorKey::new([7; 32]);

fn open<O: Order>(_: &Page<O>, key: &CursorKey, text: &str) -> Result<Cursor<O>, CursorRefused> {
    Cursor::open(key, text)
}

#[tokio::test]
async fn a_cursor_is_the_same_after_it_was_a_text() {
    let mut world = World::start().await;
    // Every value that a row of these tests can have, floats that no short text is of among them.
    let rows: Vec<_> = (0..=255_u8).map(|byte| entry(i64::from(byte), &[byte; 7])).collect();
    stores::entries::insert_many(&mut world.connection, &rows).await.unwrap();
    macro_rules! hold {
        ($order:literal, $pages:expr) => {{
            let mut pages = $pages.limit(1);
            let mut found = 0;
            loop {
                let page = pages.fetch(&mut world.connection).await.unwrap();
                found += page.rows.len();
                let Some(next) = page.next.clone() else { break };
                let text = next.seal(&KEY).unwrap();
                let opened =
                    open(&page, &KEY, &text).unwrap_or_else(|error| panic!("{}: {error}: {next:?}", $order));
                // As texts they are compared, because NaN is not equal to itself.
                assert_eq!(opened.seal(&KEY).unwrap(), text);
                assert_eq!(format!("{opened:?}"), format!("{next:?}"));
                pages = $pages.limit(1).after(opened);
            }
            assert_eq!(found, 256, "{}", $order);
        }};
    }
    each_order!(hold!);
}

#[tokio::test]
async fn a_text_that_is_anything_else_is_refused() {
    let mut world = World::start().await;
    let rows: Vec<_> = (0..20).map(|number| entry(number, &[number as u8 % 4; 7])).collect();
    stores::entries::insert_many(&mut world.connection, &rows).await.unwrap();
    let db = &mut world.connection;
    macro_rules! hold {
        ($order:literal, $pages:expr) => {{
            let page = $pages.limit(3).fetch(&mut *db).await.unwrap();
            let text = page.next.as_ref().unwrap().seal(&KEY).unwrap();
            for at in 0..text.len() {
                for bit in 0..7 {
                    let mut bytes = text.clone().into_bytes();
                    bytes[at] ^= 1 << bit;
                    let changed = String::from_utf8(bytes).unwrap();
                    assert!(open(&page, &KEY, &changed).is_err(), "{}: {changed} of {text}", $order);
                }
                assert!(open(&page, &KEY, &text[..at]).is_err());
                assert!(open(&page, &KEY, &text[at + 1..]).is_err());
            }
            assert!(open(&page, &KEY, &format!("{text}=")).is_err());
            assert!(open(&page, &KEY, &format!("{text}A")).is_err());
            assert_eq!(open(&page, &CursorKey::new([8; 32]), &text), Err(CursorRefused));
        }};
    }
    each_order!(hold!);

    // Of another order, even one of the same columns.
    let up = entries::by_rank().limit(3).fetch(&mut *db).await.unwrap();
    let down = entries::by_entries_rank_down_idx().limit(3).fetch(&mut *db).await.unwrap();
    let text = up.next.as_ref().unwrap().seal(&KEY).unwrap();
    assert!(open(&down, &KEY, &text).is_err());
    assert!(open(&up, &KEY, &text).is_ok());
}

#[tokio::test]
async fn a_cursor_of_other_filters_is_refused() {
    let mut world = World::start().await;
    let rows: Vec<_> = (0..200).map(|number| entry(number, &[number as u8 % 8; 7])).collect();
    stores::entries::insert_many(&mut world.connection, &rows).await.unwrap();
    let db = &mut world.connection;
    let mut scores: Vec<_> = rows.iter().map(|row| row.score).collect();
    scores.sort_unstable();
    scores.dedup();
    assert!(scores.len() > 2 && scores[0].is_none());
    for score in &scores {
        let page = entries::of_score_by_weight(*score).limit(1).fetch(&mut *db).await.unwrap();
        let text = page.next.as_ref().unwrap().seal(&KEY).unwrap();
        for other in &scores {
            // Through its text too: what it was filtered by is part of it.
            for cursor in [page.next.clone().unwrap(), open(&page, &KEY, &text).unwrap()] {
                let outcome = entries::of_score_by_weight(*other).after(cursor).fetch(&mut *db).await;
                assert_eq!(
                    matches!(outcome, Err(PageError::OtherPages)),
                    score != other,
                    "{score:?} {other:?}"
                );
            }
        }
        let all = entries::by_score_and_weight().before(page.next.unwrap());
        assert!(matches!(all.sql(), Err(PageError::OtherPages)));
    }
}

#[tokio::test]
async fn a_page_holds_one_row_at_least_and_says_what_lies_around_it() {
    let mut world = World::start().await;
    let db = &mut world.connection;
    let empty = entries::by_id().fetch(&mut *db).await.unwrap();
    assert!(empty.rows.is_empty() && empty.next.is_none() && empty.previous.is_none());
    let rows: Vec<_> = (0..120).map(|number| entry(number, &[0; 7])).collect();
    stores::entries::insert_many(&mut *db, &rows).await.unwrap();
    assert_eq!(
        entries::by_id().fetch(&mut *db).await.unwrap().rows.len(),
        Pages::<entries::ById>::LIMIT as usize
    );
    let one = entries::by_id().limit(0).fetch(&mut *db).await.unwrap();
    assert_eq!((one.rows.len(), one.next.is_some(), one.previous.is_some()), (1, true, false));
    let all = entries::by_id().limit(u32::MAX).fetch(&mut *db).await.unwrap();
    assert_eq!((all.rows.len(), all.next.is_some(), all.previous.is_some()), (120, false, false));
    let second = entries::by_id().after(one.next.unwrap()).limit(10).fetch(&mut *db).await.unwrap();
    assert_eq!((second.rows[0].id, second.next.is_some(), second.previous.is_some()), (1, true, true));
    // Back again over the same rows.
    let first = entries::by_id().before(second.previous.unwrap()).limit(10).fetch(&mut *db).await.unwrap();
    assert_eq!((first.rows.len(), first.next.is_some(), first.previous.is_some()), (1, true, false));
}
