//! The store that schemactl generated.

use chrono::{DateTime, Utc};
use rust_decimal::Decimal;
use schemactl_live::ShadowDatabase;
use sqlx::{Connection as _, PgConnection};
use uuid::Uuid;

use super::{Peer, Result, missing};
use crate::data;
use crate::schema::enums::AccountState;
use crate::schema::models::{AccountPatch, Event, NewAccount, NewEvent, NewReading};
use crate::schema::pages::events::{self as pages, ByAccountIdAndCreatedAt};
use crate::schema::stores::{accounts, events, readings};
use crate::schema::support::Cursor;

pub struct Generated(PgConnection);

fn state(state: usize) -> AccountState {
    AccountState::ALL[state]
}

fn sum(rows: &[Event]) -> i64 {
    rows.iter().map(|row| row.number).sum()
}

impl Peer for Generated {
    const NAME: &'static str = "generated";
    type NewAccount = NewAccount;
    type NewEvent = NewEvent;
    type Patch = AccountPatch;
    type Position = Cursor<ByAccountIdAndCreatedAt>;
    type NewReadings = Vec<NewReading>;

    async fn connect(database: &ShadowDatabase) -> Result<Self> {
        Ok(Self(PgConnection::connect_with(&database.options).await?))
    }

    fn new_account(account: &data::Account) -> NewAccount {
        NewAccount {
            id: account.id.into(),
            number: account.number,
            email: account.email.clone(),
            display_name: account.display_name.clone(),
            state: state(account.state).into(),
            balance: account.balance.into(),
            settings: account.settings.clone().into(),
            created_at: account.created_at.into(),
            closed_at: None,
        }
    }

    fn new_event(event: &data::Event) -> NewEvent {
        NewEvent {
            id: event.id.into(),
            number: event.number,
            account_id: event.account_id,
            kind: event.kind.clone(),
            amount: event.amount,
            detail: event.detail.clone().into(),
            created_at: event.created_at.into(),
        }
    }

    fn patch(display_name: &str, balance: Decimal) -> AccountPatch {
        AccountPatch {
            display_name: display_name.to_owned().into(),
            balance: Some(balance),
            ..Default::default()
        }
    }

    async fn position(&mut self, account: Uuid, _: (DateTime<Utc>, Uuid)) -> Result<Self::Position> {
        let page = pages::of_account_id_by_created_at(account).limit(data::BEFORE_PAGE);
        page.fetch(&mut self.0).await?.next.ok_or_else(missing)
    }

    fn new_readings(readings: &[data::Reading]) -> Option<Vec<NewReading>> {
        let new = |reading: &data::Reading| NewReading {
            number: reading.number,
            device_id: reading.device_id,
            state: state(reading.state),
            amount: reading.amount,
            note: reading.note.clone(),
            detail: reading.detail.clone(),
            taken_at: reading.taken_at,
        };
        Some(readings.iter().map(new).collect())
    }

    async fn begin(&mut self) -> Result<()> {
        sqlx::raw_sql("BEGIN").execute(&mut self.0).await?;
        Ok(())
    }

    async fn roll_back(&mut self) -> Result<()> {
        sqlx::raw_sql("ROLLBACK").execute(&mut self.0).await?;
        Ok(())
    }

    async fn get(&mut self, id: Uuid) -> Result<i64> {
        Ok(accounts::get(&mut self.0, id).await?.ok_or_else(missing)?.number)
    }

    async fn get_by_email(&mut self, email: &str) -> Result<i64> {
        Ok(accounts::get_by_email(&mut self.0, email).await?.ok_or_else(missing)?.number)
    }

    async fn insert(&mut self, new: NewAccount) -> Result<i64> {
        Ok(accounts::insert(&mut self.0, &new).await?.number)
    }

    async fn insert_many(&mut self, new: Vec<NewEvent>) -> Result<i64> {
        Ok(sum(&events::insert_many(&mut self.0, &new).await?))
    }

    async fn upsert(&mut self, new: NewAccount) -> Result<i64> {
        Ok(accounts::upsert(&mut self.0, &new).await?.number)
    }

    async fn update(&mut self, id: Uuid, patch: AccountPatch) -> Result<i64> {
        Ok(accounts::update(&mut self.0, id, &patch).await?.ok_or_else(missing)?.number)
    }

    async fn list(&mut self, account: Uuid) -> Result<i64> {
        Ok(sum(&events::list_by_account_id(&mut self.0, account).await?))
    }

    async fn page(&mut self, account: Uuid, after: Self::Position) -> Result<i64> {
        let page = pages::of_account_id_by_created_at(account).after(after).limit(data::PAGE);
        Ok(sum(&page.fetch(&mut self.0).await?.rows))
    }

    async fn copy(&mut self, new: &Vec<NewReading>) -> Result<u64> {
        Ok(readings::copy_in(&mut self.0, new).await?)
    }
}
