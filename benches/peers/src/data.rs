//! What is in the tables, and what the operations are given: the same for every peer and in every run.

use chrono::{DateTime, TimeDelta, Utc};
use rust_decimal::Decimal;
use serde_json::{Value, json};
use uuid::Uuid;

/// Rows of `accounts` before anything is measured.
pub const ACCOUNTS: i64 = 10_000;
/// The first accounts have events: some as many as a list shall have, the next enough for a page in the middle.
pub const LISTED: i64 = 200;
pub const LIST: i64 = 100;
pub const PAGED: i64 = 100;
pub const PAGED_EVENTS: i64 = 400;
/// How many rows lie before the page, and how many it has.
pub const BEFORE_PAGE: u32 = 150;
pub const PAGE: u32 = 50;
/// Rows of one insert of many, and of one `COPY`.
pub const MANY: i64 = 1_000;
pub const COPIED: i64 = 50_000;

pub const STATES: [&str; 4] = ["invited", "active", "suspended", "closed"];

#[derive(Clone, Debug)]
pub struct Account {
    pub id: Uuid,
    pub number: i64,
    pub email: String,
    pub display_name: Option<String>,
    /// A place in [`STATES`].
    pub state: usize,
    pub balance: Decimal,
    pub settings: Value,
    pub created_at: DateTime<Utc>,
}

#[derive(Clone, Debug)]
pub struct Event {
    pub id: Uuid,
    pub number: i64,
    pub account_id: Uuid,
    pub kind: String,
    pub amount: Option<Decimal>,
    pub detail: Value,
    pub created_at: DateTime<Utc>,
}

#[derive(Clone, Debug)]
pub struct Reading {
    pub number: i64,
    pub device_id: Uuid,
    pub state: usize,
    pub amount: Decimal,
    pub note: Option<String>,
    pub detail: Value,
    pub taken_at: DateTime<Utc>,
}

/// A well spread id; the same number and kind give the same one.
pub fn id(kind: u8, number: i64) -> Uuid {
    // The finalizer of SplitMix64, twice.
    let mix = |mut x: u64| {
        x = x.wrapping_add(0x9e37_79b9_7f4a_7c15);
        x = (x ^ (x >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        x = (x ^ (x >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        x ^ (x >> 31)
    };
    let high = mix(number.unsigned_abs() << 8 | u64::from(kind));
    uuid::Builder::from_random_bytes((u128::from(high) << 64 | u128::from(mix(high))).to_be_bytes())
        .into_uuid()
}

pub fn email(number: i64) -> String {
    format!("person.{number}@example.com")
}

fn time(seconds: i64) -> DateTime<Utc> {
    DateTime::UNIX_EPOCH + TimeDelta::seconds(1_700_000_000 + seconds)
}

pub fn account(number: i64) -> Account {
    Account {
        id: id(1, number),
        number,
        email: email(number),
        display_name: (number % 3 != 0).then(|| format!("Person Number {number}")),
        state: number as usize % STATES.len(),
        balance: Decimal::new(number * 137 % 1_000_000, 2),
        settings: json!({"language": "en", "columns": ["email", "state"], "page": number % 100}),
        created_at: time(number),
    }
}

pub fn event(account: i64, number: i64) -> Event {
    Event {
        id: id(2, number),
        number,
        account_id: id(1, account),
        kind: ["login", "purchase", "refund"][number as usize % 3].to_owned(),
        amount: (number % 3 != 0).then(|| Decimal::new(number * 71 % 100_000, 2)),
        detail: json!({"source": "web", "session": number % 1_000}),
        created_at: time(number * 60),
    }
}

pub fn reading(number: i64) -> Reading {
    Reading {
        number,
        device_id: id(3, number % 500),
        state: number as usize % STATES.len(),
        amount: Decimal::new(number * 31 % 1_000_000, 2),
        note: (number % 4 != 0).then(|| format!("reading {number} of the device")),
        detail: json!({"unit": "kWh", "quality": number % 5}),
        taken_at: time(number),
    }
}
