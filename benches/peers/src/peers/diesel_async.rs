//! diesel-async with the derives of Diesel's guide.

use chrono::{DateTime, Utc};
use diesel::deserialize::{self, FromSql, FromSqlRow};
use diesel::expression::AsExpression;
use diesel::pg::{Pg, PgValue};
use diesel::prelude::*;
use diesel::serialize::{self, IsNull, Output, ToSql};
use diesel_async::{AsyncConnection as _, AsyncPgConnection, RunQueryDsl, SimpleAsyncConnection};
use rust_decimal::Decimal;
use schemactl_live::ShadowDatabase;
use serde_json::Value;
use std::io::Write as _;
use uuid::Uuid;

use super::{Peer, Result};
use crate::data;

/// As `diesel print-schema` writes it.
mod tables {
    #[derive(diesel::query_builder::QueryId, diesel::sql_types::SqlType)]
    #[diesel(postgres_type(name = "account_state"))]
    pub struct AccountState;

    diesel::table! {
        use diesel::sql_types::*;
        use super::AccountState;

        accounts (id) {
            id -> Uuid,
            number -> Int8,
            email -> Text,
            display_name -> Nullable<Text>,
            state -> AccountState,
            balance -> Numeric,
            settings -> Jsonb,
            created_at -> Timestamptz,
            closed_at -> Nullable<Timestamptz>,
        }
    }

    diesel::table! {
        events (id) {
            id -> Uuid,
            number -> Int8,
            account_id -> Uuid,
            kind -> Text,
            amount -> Nullable<Numeric>,
            detail -> Jsonb,
            created_at -> Timestamptz,
        }
    }
}

use tables::{accounts, events};

#[derive(Clone, Copy, Debug, AsExpression, FromSqlRow)]
#[diesel(sql_type = tables::AccountState)]
pub enum State {
    Invited,
    Active,
    Suspended,
    Closed,
}

const STATES: [State; 4] = [State::Invited, State::Active, State::Suspended, State::Closed];

impl ToSql<tables::AccountState, Pg> for State {
    fn to_sql<'b>(&'b self, out: &mut Output<'b, '_, Pg>) -> serialize::Result {
        out.write_all(data::STATES[*self as usize].as_bytes())?;
        Ok(IsNull::No)
    }
}

impl FromSql<tables::AccountState, Pg> for State {
    fn from_sql(value: PgValue<'_>) -> deserialize::Result<Self> {
        match value.as_bytes() {
            b"invited" => Ok(Self::Invited),
            b"active" => Ok(Self::Active),
            b"suspended" => Ok(Self::Suspended),
            b"closed" => Ok(Self::Closed),
            _ => Err("unknown state".into()),
        }
    }
}

#[derive(Debug, Queryable, Selectable)]
#[diesel(table_name = accounts, check_for_backend(Pg))]
#[allow(dead_code)]
pub struct Account {
    id: Uuid,
    number: i64,
    email: String,
    display_name: Option<String>,
    state: State,
    balance: Decimal,
    settings: Value,
    created_at: DateTime<Utc>,
    closed_at: Option<DateTime<Utc>>,
}

#[derive(Insertable, AsChangeset)]
#[diesel(table_name = accounts, treat_none_as_null = true, treat_none_as_default_value = false)]
pub struct NewAccount {
    id: Uuid,
    number: i64,
    email: String,
    display_name: Option<String>,
    state: State,
    balance: Decimal,
    settings: Value,
    created_at: DateTime<Utc>,
    closed_at: Option<DateTime<Utc>>,
}

#[derive(AsChangeset)]
#[diesel(table_name = accounts)]
pub struct AccountPatch {
    display_name: Option<String>,
    balance: Option<Decimal>,
}

#[derive(Debug, Queryable, Selectable)]
#[diesel(table_name = events, check_for_backend(Pg))]
#[allow(dead_code)]
pub struct Event {
    id: Uuid,
    number: i64,
    account_id: Uuid,
    kind: String,
    amount: Option<Decimal>,
    detail: Value,
    created_at: DateTime<Utc>,
}

#[derive(Insertable)]
#[diesel(table_name = events, treat_none_as_default_value = false)]
pub struct NewEvent {
    id: Uuid,
    number: i64,
    account_id: Uuid,
    kind: String,
    amount: Option<Decimal>,
    detail: Value,
    created_at: DateTime<Utc>,
}

pub struct DieselAsync(AsyncPgConnection);

fn sum(rows: &[Event]) -> i64 {
    rows.iter().map(|row| row.number).sum()
}

impl Peer for DieselAsync {
    const NAME: &'static str = "diesel-async";
    type NewAccount = NewAccount;
    type NewEvent = NewEvent;
    type Patch = AccountPatch;
    type Position = (DateTime<Utc>, Uuid);
    type NewReadings = ();

    async fn connect(database: &ShadowDatabase) -> Result<Self> {
        Ok(Self(AsyncPgConnection::establish(&database.url).await?))
    }

    fn new_account(account: &data::Account) -> NewAccount {
        NewAccount {
            id: account.id,
            number: account.number,
            email: account.email.clone(),
            display_name: account.display_name.clone(),
            state: STATES[account.state],
            balance: account.balance,
            settings: account.settings.clone(),
            created_at: account.created_at,
            closed_at: None,
        }
    }

    fn new_event(event: &data::Event) -> NewEvent {
        NewEvent {
            id: event.id,
            number: event.number,
            account_id: event.account_id,
            kind: event.kind.clone(),
            amount: event.amount,
            detail: event.detail.clone(),
            created_at: event.created_at,
        }
    }

    fn patch(display_name: &str, balance: Decimal) -> AccountPatch {
        AccountPatch { display_name: Some(display_name.to_owned()), balance: Some(balance) }
    }

    async fn position(&mut self, _: Uuid, at: (DateTime<Utc>, Uuid)) -> Result<Self::Position> {
        Ok(at)
    }

    fn new_readings(_: &[data::Reading]) -> Option<()> {
        None
    }

    async fn begin(&mut self) -> Result<()> {
        Ok(self.0.batch_execute("BEGIN").await?)
    }

    async fn roll_back(&mut self) -> Result<()> {
        Ok(self.0.batch_execute("ROLLBACK").await?)
    }

    async fn get(&mut self, id: Uuid) -> Result<i64> {
        let row: Account = accounts::table.find(id).select(Account::as_select()).first(&mut self.0).await?;
        Ok(row.number)
    }

    async fn get_by_email(&mut self, email: &str) -> Result<i64> {
        let row: Account = accounts::table
            .filter(accounts::email.eq(email))
            .select(Account::as_select())
            .first(&mut self.0)
            .await?;
        Ok(row.number)
    }

    async fn insert(&mut self, new: NewAccount) -> Result<i64> {
        let row: Account = diesel::insert_into(accounts::table)
            .values(&new)
            .returning(Account::as_returning())
            .get_result(&mut self.0)
            .await?;
        Ok(row.number)
    }

    async fn insert_many(&mut self, new: Vec<NewEvent>) -> Result<i64> {
        let rows: Vec<Event> = diesel::insert_into(events::table)
            .values(&new)
            .returning(Event::as_returning())
            .get_results(&mut self.0)
            .await?;
        Ok(sum(&rows))
    }

    async fn upsert(&mut self, new: NewAccount) -> Result<i64> {
        let row: Account = diesel::insert_into(accounts::table)
            .values(&new)
            .on_conflict(accounts::id)
            .do_update()
            .set(&new)
            .returning(Account::as_returning())
            .get_result(&mut self.0)
            .await?;
        Ok(row.number)
    }

    async fn update(&mut self, id: Uuid, patch: AccountPatch) -> Result<i64> {
        let row: Account = diesel::update(accounts::table.find(id))
            .set(&patch)
            .returning(Account::as_returning())
            .get_result(&mut self.0)
            .await?;
        Ok(row.number)
    }

    async fn list(&mut self, account: Uuid) -> Result<i64> {
        let rows: Vec<Event> = events::table
            .filter(events::account_id.eq(account))
            .order(events::id)
            .select(Event::as_select())
            .load(&mut self.0)
            .await?;
        Ok(sum(&rows))
    }

    async fn page(&mut self, account: Uuid, (created_at, id): Self::Position) -> Result<i64> {
        let beyond =
            events::created_at.lt(created_at).or(events::created_at.eq(created_at).and(events::id.lt(id)));
        let mut rows: Vec<Event> = events::table
            .filter(events::account_id.eq(account))
            .filter(beyond)
            .order((events::created_at.desc(), events::id.desc()))
            .limit(i64::from(data::PAGE) + 1)
            .select(Event::as_select())
            .load(&mut self.0)
            .await?;
        rows.truncate(data::PAGE as usize);
        Ok(sum(&rows))
    }

    async fn copy(&mut self, (): &()) -> Result<u64> {
        Err("no COPY".into())
    }
}
