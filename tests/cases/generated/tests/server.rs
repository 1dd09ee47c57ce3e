//! Values that sqlx by itself declares as another type than PostgreSQL takes: ranges of the schema, and attributes of
//! composite types. Each is read as it was written, by each way in.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]

use chrono::{Days, NaiveDate, NaiveDateTime};
use schemactl_generated_rare::billing::domains::Home;
use schemactl_generated_rare::billing::enums::State;
use schemactl_generated_rare::composites::{Address, Declared, Parcel, Part};
use schemactl_generated_rare::domains::{Email, Late, LateMood, Share, SmallShare};
use schemactl_generated_rare::enums::Mood;
use schemactl_generated_rare::errors::{EventError, EventNoteError, StepError};
use schemactl_generated_rare::functions;
use schemactl_generated_rare::models_2::models::NewCar;
use schemactl_generated_rare::models_2::stores::cars;
use schemactl_generated_rare::models::{NewEventNote, NewParcel, NewStep, NewTurn, ParcelPatch, TurnPatch};
use schemactl_generated_rare::pages::measured::by_x_and_y;
use schemactl_generated_rare::stores::{event_notes, events, measured, parcels, scalars, steps, turns};
use schemactl_generated_rare::support::Change;
use schemactl_live::{Shadow, ShadowOptions};
use serde_json::json;
use sqlx::PgConnection;
use sqlx::postgres::types::{Oid, PgPoint, PgRange};
use std::ops::Bound;

async fn start() -> (Shadow, PgConnection) {
    let shadow = Shadow::start(&ShadowOptions::default()).await.unwrap();
    let mut db = shadow.database("rare").await.unwrap().connect().await.unwrap();
    sqlx::raw_sql(include_str!("../schema.sql")).execute(&mut db).await.unwrap();
    (shadow, db)
}

fn from(day: u64) -> PgRange<NaiveDateTime> {
    let start = NaiveDate::from_ymd_opt(2026, 1, 1).unwrap() + Days::new(day);
    PgRange::from(start.into()..(start + Days::new(1)).into())
}

#[tokio::test]
async fn ranges_of_the_schema_are_read_as_they_were_written() {
    let (_shadow, mut db) = start().await;
    let db = &mut db;
    let bare = NewTurn::new(1, from(1));
    let full = NewTurn::new(2, from(2))
        .with_other(from(3))
        .with_usual(from(4))
        .with_maybe(from(5))
        .with_odd(PgRange::from(1..9))
        .with_late(Late(from(6)));
    let read = turns::insert(&mut *db, &bare).await.unwrap();
    assert_eq!((read.during, read.other, read.odd, read.late.is_some()), (from(1), None, None, false));
    let read = turns::insert(&mut *db, &full).await.unwrap();
    assert_eq!((read.other, read.usual, read.maybe), (Some(from(3)), from(4), Some(from(5))));
    assert_eq!((read.odd, &read.late), (Some(PgRange::from(1..9)), &full.late));

    let others = |first: i32| {
        let mut rows = [bare.clone(), full.clone()];
        for (row, id) in rows.iter_mut().zip(first..) {
            row.id = id;
            row.during = from(u64::try_from(id).unwrap());
        }
        rows
    };
    let read = turns::insert_many(&mut *db, &others(3)).await.unwrap();
    assert_eq!((read[0].other, read[1].other), (None, Some(from(3))));
    assert_eq!((&read[1].late, read[1].usual, read[1].maybe), (&full.late, from(4), Some(from(5))));
    assert_ne!(read[0].usual, read[1].usual);
    assert_eq!(turns::copy_in(&mut *db, &others(5)).await.unwrap(), 2);
    let read = turns::get_by_during(&mut *db, from(6)).await.unwrap().unwrap();
    assert_eq!((read.id, &read.late, read.odd), (6, &full.late, full.odd));
    assert!(turns::exists_by_during(&mut *db, from(5)).await.unwrap());

    let again = NewTurn::new(9, from(6)).with_other(from(9));
    assert_eq!(turns::upsert_by_during(&mut *db, &again).await.unwrap().other, Some(from(9)));
    let patch = TurnPatch {
        during: Some(from(20)),
        other: Change::Null,
        maybe: Change::Set(from(21)),
        late: Change::Set(Late(from(22))),
        ..TurnPatch::default()
    };
    let read = turns::update(&mut *db, 6, &patch).await.unwrap().unwrap();
    assert_eq!((read.during, read.other, read.maybe), (from(20), None, Some(from(21))));
    assert_eq!((read.late, read.odd), (Some(Late(from(22))), None));
    assert!(turns::delete_by_during(&mut *db, from(20)).await.unwrap());
    let moved = functions::moved(&mut *db, from(1), Late(from(2)), None).await.unwrap();
    assert_eq!(moved, Some(from(1)));
    assert_eq!(functions::moved(&mut *db, None, None, None).await.unwrap(), None);
}

fn part(code: &str) -> Part {
    Part { code: Some(code.to_owned()), kind: Some(Mood::Ok), during: Some(from(1)) }
}

fn texts(texts: &[&str]) -> Option<Vec<String>> {
    Some(texts.iter().map(|text| (*text).to_owned()).collect())
}

fn full() -> Parcel {
    let address = Address {
        street: Some("Main".to_owned()),
        city: None,
        r#type: Some(Mood::Sad),
        place: Some(PgPoint { x: 1.0, y: 2.0 }),
    };
    let text = |text: &str| Some(text.to_owned());
    Parcel {
        a_varchar: text("varchar"),
        a_bpchar: text("abc"),
        a_citext: text("Case"),
        a_name: text("name"),
        a_char: Some(65),
        a_text: text("text"),
        a_json: Some(json!({"a": [1]})),
        a_jsonb: Some(json!({"b": null})),
        a_cidr: Some("10.0.0.0/8".parse().unwrap()),
        a_mood: Some(Mood::Ok),
        a_share: Some(SmallShare(Share(5.into()))),
        an_email: Some(Email("a@b".to_owned())),
        during: Some(from(1)),
        odd: Some(PgRange::from(2..3)),
        late_mood: Some(LateMood(Mood::Sad)),
        part: Some(part("abc")),
        home: Some(Home(address)),
        amount: Some(7.into()),
        varchars: texts(&["a", ""]),
        bpchars: texts(&["abc"]),
        citexts: texts(&["A", "b"]),
        names: texts(&["n"]),
        texts: texts(&["t"]),
        jsons: Some(vec![json!(1), json!({"c": "d"})]),
        cidrs: Some(vec!["10.0.0.0/8".parse().unwrap(), "192.168.0.0/16".parse().unwrap()]),
        moods: Some(vec![Mood::Sad, Mood::Ok]),
        emails: texts(&["c@d"]),
        words: texts(&["w"]),
        codes: texts(&["code"]),
        parts: Some(vec![part("xyz"), part("uvw")]),
    }
}

#[tokio::test]
async fn composite_values_are_read_as_they_were_written() {
    let (_shadow, mut db) = start().await;
    let db = &mut db;
    let null = Parcel {
        a_varchar: None, a_bpchar: None, a_citext: None, a_name: None, a_char: None, a_text: None, a_json: None,
        a_jsonb: None, a_cidr: None, a_mood: None, a_share: None, an_email: None, during: None, odd: None, late_mood: None,
        part: None, home: None, amount: None, varchars: None, bpchars: None, citexts: None, names: None, texts: None,
        jsons: None, cidrs: None, moods: None, emails: None, words: None, codes: None, parts: None,
    };
    let empty = Parcel {
        varchars: Some(Vec::new()),
        bpchars: Some(Vec::new()),
        citexts: Some(Vec::new()),
        names: Some(Vec::new()),
        texts: Some(Vec::new()),
        jsons: Some(Vec::new()),
        cidrs: Some(Vec::new()),
        moods: Some(Vec::new()),
        emails: Some(Vec::new()),
        words: Some(Vec::new()),
        codes: Some(Vec::new()),
        parts: Some(Vec::new()),
        ..null.clone()
    };
    for (id, parcel) in (1..).zip([&null, &empty, &full()]) {
        let read = parcels::insert(&mut *db, &NewParcel::new(id, parcel.clone())).await.unwrap();
        assert_eq!(read.whole, *parcel);
    }
    let named = Declared { name: Some("name".to_owned()) };
    let many = NewParcel::new(4, full()).with_many(vec![full(), null.clone(), empty.clone()]).with_name(named);
    let read = parcels::insert_many(&mut *db, &[many.clone(), NewParcel::new(5, empty.clone())]).await.unwrap();
    assert_eq!((&read[0].whole, &read[0].many, &read[0].name), (&many.whole, &many.many, &many.name));
    assert_eq!((&read[1].whole, &read[1].many), (&empty, &None));
    let patch = ParcelPatch { whole: Some(full()), many: Change::Set(vec![full()]), ..ParcelPatch::default() };
    let read = parcels::update(&mut *db, 5, &patch).await.unwrap().unwrap();
    assert_eq!((read.whole, read.many), (full(), Some(vec![full()])));
    let parcel = full();
    assert_eq!(functions::moved(&mut *db, from(3), None, &parcel).await.unwrap(), Some(from(3)));
    // The server has taken each attribute for what it is.
    let text: String =
        sqlx::query_scalar("SELECT (whole).a_json::text || (whole).varchars::text FROM parcels WHERE id = 3")
            .fetch_one(&mut *db)
            .await
            .unwrap();
    assert_eq!(text, r#" {"a":[1]}{a,""}"#);
}

/// sqlx panics at an infinite date.
#[tokio::test]
async fn what_is_infinite_is_an_error_that_names_its_column() {
    let (_shadow, mut db) = start().await;
    let db = &mut db;
    let rows = "
        INSERT INTO measured
        VALUES (0, 1, 'n', now(), NULL), (1, 1, 'n', 'infinity', NULL), (2, 1, 'n', '-infinity', NULL);
        INSERT INTO scalars (id, a_real, an_interval, a_timetz, a_jsonb, a_point, int_range, time_range, a_citext, origin, hash)
        SELECT id, id, id * '1 day'::interval, '10:00Z'::time + id * '1 s'::interval, '{}', '(1,2)', int4range(id, NULL),
            tstzrange('2020-01-01', bound::timestamptz), id, '', decode(repeat('0' || id, 32), 'hex')
        FROM (VALUES (1, 'infinity'), (2, '2020-01-02'), (3, NULL)) AS v (id, bound)";
    sqlx::raw_sql(rows).execute(&mut *db).await.unwrap();
    let told = |error: sqlx::Error| error.to_string();
    let column = |name: &str| {
        format!("error occurred while decoding column {name}: the value is infinite, which its Rust type cannot be")
    };
    for x in [1.0, 2.0] {
        assert_eq!(measured::get(&mut *db, x, 1.0).await.map_err(told), Err(column("taken_at")));
    }
    assert!(measured::get(&mut *db, 0.0, 1.0).await.unwrap().is_some());
    assert_eq!(scalars::get(&mut *db, Oid(1)).await.map_err(told), Err(column("time_range")));
    assert!(scalars::get(&mut *db, Oid(2)).await.unwrap().is_some());
    let range = scalars::get(&mut *db, Oid(3)).await.unwrap().unwrap().time_range;
    assert_eq!(range.end, Bound::Unbounded);
    // All rows but the first of a result are read without another look at their columns.
    let page = by_x_and_y().fetch(&mut *db).await.map_err(|error| error.to_string());
    assert_eq!(page.unwrap_err(), column("taken_at"));

    let day = NaiveDate::from_ymd_opt(2026, 1, 1);
    assert_eq!(functions::last_day(&mut *db, false).await.unwrap(), day);
    assert_eq!(functions::last_day(&mut *db, true).await.map_err(told), Err(column("value")));
    assert_eq!(functions::last_day(&mut *db, None).await.unwrap(), day);
    assert_eq!(functions::days(&mut *db, false).await.unwrap(), [day, day]);
    assert_eq!(functions::days(&mut *db, true).await.map_err(told), Err(column("value")));
    let first = NaiveDate::from_ymd_opt(2025, 1, 1);
    let during = functions::spans(&mut *db, false).await.unwrap().during;
    assert_eq!(during, first.zip(day).map(|(first, day)| (first..day).into()));
    assert_eq!(functions::spans(&mut *db, true).await.map_err(told), Err(column("during")));
    // The last number is no infinity.
    let numbers = functions::numbers(&mut *db, false).await.unwrap();
    assert_eq!(numbers, [Some((1..i32::MAX).into())]);
}

/// sqlx reads an empty range as one of all values.
#[tokio::test]
async fn what_is_empty_is_an_error_that_names_its_column() {
    let (_shadow, mut db) = start().await;
    let db = &mut db;
    let rows = "
        INSERT INTO turns (id, during) VALUES (1, 'empty'), (3, '[2026-01-01,2026-01-02)');
        INSERT INTO turns (id, during, other) VALUES (2, '(,)', 'empty');
        INSERT INTO turns (id, during, odd) VALUES (4, '[2026-01-02,2026-01-03)', 'empty');
        INSERT INTO turns (id, during, late) VALUES (5, '[2026-01-03,2026-01-04)', 'empty')";
    sqlx::raw_sql(rows).execute(&mut *db).await.unwrap();
    let told = |error: sqlx::Error| error.to_string();
    let column = |name: &str| {
        format!("error occurred while decoding column {name}: the range is empty, which its Rust type cannot be")
    };
    for (id, name) in [(1, "during"), (2, "other"), (4, "odd"), (5, "late")] {
        assert_eq!(turns::get(&mut *db, id).await.map_err(told), Err(column(name)));
    }
    assert!(turns::get(&mut *db, 3).await.unwrap().is_some());
    assert_eq!(functions::numbers(&mut *db, true).await.map_err(told), Err(column("value")));
}

/// What a program matches on is what the server reports: by the name of a copy for a partition, too.
#[tokio::test]
async fn violations_are_told_apart_by_what_the_server_reports() {
    let (_shadow, mut db) = start().await;
    let db = &mut db;
    sqlx::raw_sql(
        "CREATE TABLE events_2025 PARTITION OF events FOR VALUES FROM ('2025-01-01') TO ('2026-01-01');
         INSERT INTO events VALUES (1, '2024-05-01'), (2, '2025-05-01'), (3, '2025-05-01');
         INSERT INTO event_notes VALUES (1, 1, '2024-05-01'), (2, 2, '2025-05-01');
         INSERT INTO steps VALUES (1, NULL, 'k', 'Name'), (2, 1, 'l', NULL)",
    )
    .execute(&mut *db)
    .await
    .unwrap();
    let year = |year: i32| NaiveDate::from_ymd_opt(year, 5, 1).unwrap();
    for (id, at) in [(1, year(2024)), (2, year(2025))] {
        let error = events::delete(&mut *db, id, at).await.unwrap_err();
        assert!(matches!(error, EventError::ReferencedByEventNote), "{id}: {error:?}");
    }
    assert!(events::delete(&mut *db, 3, year(2025)).await.unwrap());
    let lost = NewEventNote::new(3).with_event_id(9).with_event_at(year(2024));
    let error = event_notes::insert(&mut *db, &lost).await.unwrap_err();
    assert!(matches!(error, EventNoteError::NotedNotFound), "{error:?}");

    let error = steps::delete(&mut *db, 1).await.unwrap_err();
    assert!(matches!(error, StepError::BeforeNotFound), "{error:?}");
    assert_eq!(
        error.to_string(),
        "public.steps has no row for before_id, or still refers to the row (steps_before_id_fkey)"
    );
    let error = steps::insert(&mut *db, &NewStep::new(3).with_cache_key("k")).await.unwrap_err();
    assert!(matches!(error, StepError::CacheKeyTaken), "{error:?}");
    let again = [NewStep::new(3).with_before_id(1).with_name("a"), NewStep::new(4).with_before_id(1).with_name("A")];
    let error = steps::insert_many(&mut *db, &again).await.unwrap_err();
    assert_eq!(error.to_string(), "another row has this before_id, lower(name) (steps_name_key)");
}

/// The server prints the names of types by its `search_path`, and reads names by it.
#[tokio::test]
async fn types_of_the_schema_are_known_under_every_search_path() {
    let shadow = Shadow::start(&ShadowOptions::default()).await.unwrap();
    let database = shadow.database("paths").await.unwrap();
    let mut db = database.connect().await.unwrap();
    sqlx::raw_sql(include_str!("../schema.sql")).execute(&mut db).await.unwrap();
    for (id, path) in (1..).zip(["billing, public", "public", "billing, models"]) {
        // sqlx remembers the types of a connection. Those of an extension it knows by their names alone.
        let mut db = database.connect().await.unwrap();
        sqlx::raw_sql(sqlx::AssertSqlSafe(format!("SET search_path = {path}"))).execute(&mut db).await.unwrap();
        let car = cars::insert(&mut db, &NewCar::new(id, State::Paid)).await.unwrap();
        assert_eq!(car.state, State::Paid, "{path}");
        assert_eq!(cars::insert_many(&mut db, &[NewCar::new(-id, State::Open)]).await.unwrap().len(), 1);
        let row: (Vec<Mood>, Option<State>) =
            sqlx::query_as("SELECT $1::public.mood[], $2::billing.state")
                .bind(Mood::ALL)
                .bind(State::Open)
                .fetch_one(&mut db)
                .await
                .unwrap();
        assert_eq!(row, (Mood::ALL.to_vec(), Some(State::Open)), "{path}");
        if path.contains("public") {
            let part = part("abc");
            let row: (Part, Vec<Part>, Option<Home>) =
                sqlx::query_as("SELECT $1::public.part, ARRAY[$1], NULL::billing.home")
                    .bind(&part)
                    .fetch_one(&mut db)
                    .await
                    .unwrap();
            assert_eq!(row, (part.clone(), vec![part], None), "{path}");
        }
    }
}
