//! The tree of all settings on a server: the types that the settings choose are read as they were written, by each way in.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]

use std::str::FromStr as _;

use bigdecimal::BigDecimal;
use schemactl_generated_settings::schema::composites::Place;
use schemactl_generated_settings::schema::domains::{Day, Money};
use schemactl_generated_settings::schema::models::{
    NewAccount, NewDocument, NewOrder, NewPrice, NewScore, NewShift, NewTag, NewTime, OrderPatch, TagPatch,
};
use schemactl_generated_settings::schema::support::{Change, OrDefault};
use schemactl_generated_settings::schema::{functions, pages, stores};
use schemactl_generated_settings::types::{
    Coin, Email, Label, Level, Lsn, Marks, Preferences, Scores, Short, Span, State, Tag, UserId, Vector, Word,
};
use schemactl_live::{Shadow, ShadowOptions};
use sqlx::postgres::types::PgRange;
use sqlx::types::{Json, Text, Uuid};
use time::{Date, Duration, OffsetDateTime, PrimitiveDateTime, Time};

fn number(text: &str) -> BigDecimal {
    BigDecimal::from_str(text).unwrap()
}

#[tokio::test]
async fn what_is_written_as_the_types_of_the_settings_is_read_as_them() {
    let shadow = Shadow::start(&ShadowOptions::default()).await.unwrap();
    let mut connection = shadow.database("settings").await.unwrap().connect().await.unwrap();
    let db = &mut connection;
    sqlx::raw_sql(include_str!("../schema.sql")).execute(&mut *db).await.unwrap();

    let noon = OffsetDateTime::UNIX_EPOCH + Duration::hours(12);
    let (day, hour) = (Date::from_ordinal_date(2026, 60).unwrap(), Time::from_hms_micro(23, 59, 59, 7).unwrap());
    let plain = PrimitiveDateTime::new(day, hour);
    let zoned = sqlx::postgres::types::PgTimeTz { time: hour, offset: time::UtcOffset::from_hms(2, 0, 0).unwrap() };
    let mut row = NewTime::new(day, hour, zoned, plain, vec![day]).with_instant(noon).with_until(noon);
    row.days = Some(PgRange::from(day..day.next_day().unwrap()));
    row.instants = Some(PgRange::from(noon..));
    row.a_day = Some(Day(day));
    row.instant_list = Some(vec![noon]);
    row.range_list = Some(vec![PgRange::from(noon..)]);
    let read = stores::times::insert(&mut *db, &row).await.unwrap();
    assert_eq!((read.zoned, read.plain, read.instant, read.until), (zoned, plain, noon, Some(noon)));
    assert_eq!((&read.days, &read.instants), (&row.days, &row.instants));
    assert_eq!((&read.instant_list, &read.range_list), (&row.instant_list, &row.range_list));
    let mut later = row.clone();
    (later.day, later.plain, later.until) = (day.next_day().unwrap(), plain + Duration::DAY, None);
    assert_eq!(stores::times::insert_many(&mut *db, &[later.clone()]).await.unwrap()[0].plain, later.plain);
    let first = pages::times::by_until().limit(1).fetch(&mut *db).await.unwrap();
    let rest = pages::times::by_until().after(first.next.unwrap()).fetch(&mut *db).await.unwrap();
    assert_eq!((first.rows[0].until, rest.rows[0].until), (Some(noon), None));

    let shift = PgRange::from(plain..plain + Duration::HOUR);
    let mut shifts = [1, 2].map(NewShift::new);
    shifts[0].during = Some(shift);
    assert_eq!(stores::shifts::insert(&mut *db, &shifts[0]).await.unwrap().during, Some(shift));
    assert_eq!(stores::shifts::insert(&mut *db, &shifts[1]).await.unwrap().during, None);

    let prices = [("1.10", Some("0.5")), ("2.20", None)].map(|(price, discount)| {
        let mut row = NewPrice::new(number(price), Money(number(price)), vec![number("1.5"), number("-2")]);
        row.discount = discount.map(number);
        row
    });
    assert_eq!(stores::prices::copy_in(&mut *db, &prices).await.unwrap(), 2);
    let page = pages::prices::by_discount_and_tax().limit(1).fetch(&mut *db).await.unwrap();
    assert_eq!(page.rows[0].discount, Some(number("0.5")));
    let page = pages::prices::by_discount_and_tax().after(page.next.unwrap()).fetch(&mut *db).await.unwrap();
    assert_eq!((&page.rows[0].steps, &page.rows[0].tax), (&prices[1].steps, &number("19")));

    let id = UserId(Uuid::from_u128(7));
    let home = Place {
        road: Some("Main".to_owned()),
        since: Some(day),
        seen: Some(noon),
        stay: Some(Span(90)),
        price: Some(number("3.25")),
    };
    let account = NewAccount::new(Email("a@b".to_owned()), "Ada".into()).with_id(id).with_home(home.clone());
    let account = stores::accounts::insert(&mut *db, &account.with_born(day)).await.unwrap();
    assert_eq!((account.id, &account.home), (id, &Some(home)));
    let born = functions::born_on(&mut *db, day, None).await.unwrap();
    assert_eq!(born, [account]);

    let coin = Coin { amount: Some(number("9.99")), currency: Some("EUR".to_owned()) };
    let word = Word("one".to_owned());
    let order = NewOrder::new(id, vec![coin.clone()], vec![Span(60)], word.clone(), Text(Level::Low))
        .with_states(vec![State::Closed, State::Open])
        .with_paid(coin.clone())
        .with_words(vec![Short("x".to_owned())])
        .with_settings(Json(Preferences { dark: true }))
        .with_origin([10, 0, 0, 1].into());
    let order = stores::orders::insert_many(&mut *db, &[order]).await.unwrap().remove(0);
    assert_eq!((order.state, &order.paid, order.wait), (State::Open, &Some(coin.clone()), Span(86_400)));
    assert_eq!((order.settings.dark, order.coins.as_slice(), order.waits.as_slice()), (true, &[coin.clone()][..], &[Span(60)][..]));
    let found = stores::orders::get_by_user_id_and_word(&mut *db, id, &word).await.unwrap();
    assert_eq!(found.as_ref().map(|order| order.number), Some(order.number));
    let patch = OrderPatch { state: Some(State::Closed), level: Some(Text(Level::High)), ..OrderPatch::default() };
    let patched = stores::orders::update(&mut *db, order.number, &patch).await.unwrap().unwrap();
    assert_eq!((patched.state, patched.level), (State::Closed, Text(Level::High)));
    let states = functions::conditions_of(&mut *db, State::Open, [coin.clone()].as_slice()).await.unwrap();
    assert_eq!((states.rest, states.paid), (Some(vec![State::Open]), Some(coin)));

    let mut tags = [1, 2].map(|id| NewTag::new(id, vec![Tag("a".to_owned()), Tag("b".to_owned())]));
    tags[0].labels = Some(vec![Label("l".to_owned())]);
    tags[1].with_default = OrDefault::Value(vec![Tag("c".to_owned())]);
    let read = stores::tags::insert_many(&mut *db, &tags).await.unwrap();
    assert_eq!((&read[0].labels, &read[0].with_default), (&tags[0].labels, &Vec::new()));
    assert_eq!((&read[1].known, read[1].with_default.as_slice()), (&tags[1].known, &[Tag("c".to_owned())][..]));
    let mut scores = NewScore::new(1, Scores(vec![3, 4]));
    scores.marks = Some(Marks(vec!["m".to_owned()]));
    assert_eq!(stores::scores::copy_in(&mut *db, &[scores.clone()]).await.unwrap(), 1);
    let read = stores::scores::get(&mut *db, 1).await.unwrap().unwrap();
    assert_eq!((read.of_games, read.marks), (scores.of_games, scores.marks));
    // A text search vector of no words.
    let document = NewDocument::new(Lsn(0x0001_0000_0002), Vector(vec![0; 4]));
    let read = stores::documents::upsert(&mut *db, &document).await.unwrap();
    assert_eq!((read.position, read.body), (document.position, document.body));
}

#[test]
fn a_patch_from_json_tells_null_from_nothing() {
    let read = serde_json::from_str::<TagPatch>;
    assert_eq!(read("{}").unwrap(), TagPatch::default());
    let patch = read(r#"{"known": [], "known_or_null": null}"#).unwrap();
    assert_eq!((&patch.known, &patch.known_or_null), (&Some(Vec::new()), &Change::Null));
    assert_eq!(serde_json::to_string(&patch).unwrap(), r#"{"known":[],"known_or_null":null}"#);
    // The column cannot be NULL: to leave it as it is would not be what was asked for.
    assert!(read(r#"{"known": null}"#).is_err());
}
