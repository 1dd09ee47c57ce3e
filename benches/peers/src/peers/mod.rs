//! The peers: the same operations, each as its library wants them written.

pub mod diesel_async;
pub mod generated;
pub mod plain_sqlx;
pub mod sea;
pub mod tokio_pg;

use chrono::{DateTime, Utc};
use rust_decimal::Decimal;
use schemactl_live::ShadowDatabase;
use uuid::Uuid;

use crate::data::{Account, Event, Reading};

pub type Result<T> = std::result::Result<T, Box<dyn std::error::Error + Send + Sync>>;

/// One library over one connection.
///
/// What an operation takes is made before the clock starts. What it gives is the sum of `number` over the rows it read
/// back into structs, so that nobody can leave out reading them; all peers must give the same.
pub trait Peer: Sized {
    const NAME: &'static str;
    type NewAccount;
    type NewEvent;
    type Patch;
    type Position: Clone;
    type NewReadings;

    async fn connect(database: &ShadowDatabase) -> Result<Self>;

    fn new_account(account: &Account) -> Self::NewAccount;
    fn new_event(event: &Event) -> Self::NewEvent;
    fn patch(display_name: &str, balance: Decimal) -> Self::Patch;
    /// The place behind a row of the order `created_at DESC, id DESC`.
    async fn position(&mut self, account: Uuid, at: (DateTime<Utc>, Uuid)) -> Result<Self::Position>;
    /// `None`: the library has no `COPY`.
    fn new_readings(readings: &[Reading]) -> Option<Self::NewReadings>;

    /// The operations run in a transaction that is taken back, so that every turn finds the same rows.
    async fn begin(&mut self) -> Result<()>;
    async fn roll_back(&mut self) -> Result<()>;

    async fn get(&mut self, id: Uuid) -> Result<i64>;
    async fn get_by_email(&mut self, email: &str) -> Result<i64>;
    async fn insert(&mut self, new: Self::NewAccount) -> Result<i64>;
    async fn insert_many(&mut self, new: Vec<Self::NewEvent>) -> Result<i64>;
    /// By primary key; what is there already gets the new values.
    async fn upsert(&mut self, new: Self::NewAccount) -> Result<i64>;
    async fn update(&mut self, id: Uuid, patch: Self::Patch) -> Result<i64>;
    /// By primary key's order.
    async fn list(&mut self, account: Uuid) -> Result<i64>;
    /// One row more than the page has is read, to know whether there is a next page; it is not counted.
    async fn page(&mut self, account: Uuid, after: Self::Position) -> Result<i64>;
    /// How many rows were taken; outside of [`Self::begin`].
    async fn copy(&mut self, new: &Self::NewReadings) -> Result<u64>;
}

/// What is to be said of a row that is not there.
pub fn missing() -> Box<dyn std::error::Error + Send + Sync> {
    "a row is missing".into()
}
