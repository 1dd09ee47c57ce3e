//! tokio-postgres by hand: every statement prepared once and kept, rows read by place.

use std::pin::pin;

use chrono::{DateTime, Utc};
use postgres_types::{FromSql, ToSql, Type};
use rust_decimal::Decimal;
use schemactl_live::ShadowDatabase;
use serde_json::Value;
use tokio_postgres::binary_copy::BinaryCopyInWriter;
use tokio_postgres::{Client, NoTls, Row, Statement};
use uuid::Uuid;

use super::{Peer, Result, missing};
use crate::data;

pub struct TokioPostgres {
    client: Client,
    get: Statement,
    get_by_email: Statement,
    insert: Statement,
    insert_many: Statement,
    upsert: Statement,
    update: Statement,
    list: Statement,
    page: Statement,
    state: Type,
}

#[derive(Clone, Copy, Debug, ToSql, FromSql)]
#[postgres(name = "account_state", rename_all = "lowercase")]
pub enum State {
    Invited,
    Active,
    Suspended,
    Closed,
}

const STATES: [State; 4] = [State::Invited, State::Active, State::Suspended, State::Closed];

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

impl TryFrom<Row> for Account {
    type Error = tokio_postgres::Error;

    fn try_from(row: Row) -> std::result::Result<Self, Self::Error> {
        Ok(Self {
            id: row.try_get(0)?,
            number: row.try_get(1)?,
            email: row.try_get(2)?,
            display_name: row.try_get(3)?,
            state: row.try_get(4)?,
            balance: row.try_get(5)?,
            settings: row.try_get(6)?,
            created_at: row.try_get(7)?,
            closed_at: row.try_get(8)?,
        })
    }
}

impl TryFrom<Row> for Event {
    type Error = tokio_postgres::Error;

    fn try_from(row: Row) -> std::result::Result<Self, Self::Error> {
        Ok(Self {
            id: row.try_get(0)?,
            number: row.try_get(1)?,
            account_id: row.try_get(2)?,
            kind: row.try_get(3)?,
            amount: row.try_get(4)?,
            detail: row.try_get(5)?,
            created_at: row.try_get(6)?,
        })
    }
}

fn account(row: Row) -> Result<i64> {
    Ok(Account::try_from(row)?.number)
}

fn events(rows: Vec<Row>) -> Result<Vec<Event>> {
    Ok(rows.into_iter().map(Event::try_from).collect::<std::result::Result<_, _>>()?)
}

fn sum(rows: &[Event]) -> i64 {
    rows.iter().map(|row| row.number).sum()
}

const ACCOUNT: &str = "id, number, email, display_name, state, balance, settings, created_at, closed_at";
const EVENT: &str = "id, number, account_id, kind, amount, detail, created_at";

impl TokioPostgres {
    async fn write(&self, statement: &Statement, new: &data::Account) -> Result<i64> {
        let row = self
            .client
            .query_one(
                statement,
                &[
                    &new.id,
                    &new.number,
                    &new.email,
                    &new.display_name,
                    &STATES[new.state],
                    &new.balance,
                    &new.settings,
                    &new.created_at,
                    &None::<DateTime<Utc>>,
                ],
            )
            .await?;
        account(row)
    }
}

impl Peer for TokioPostgres {
    const NAME: &'static str = "tokio-postgres";
    type NewAccount = data::Account;
    type NewEvent = data::Event;
    type Patch = (String, Decimal);
    type Position = (DateTime<Utc>, Uuid);
    type NewReadings = Vec<data::Reading>;

    async fn connect(database: &ShadowDatabase) -> Result<Self> {
        let (client, connection) = tokio_postgres::connect(&database.url, NoTls).await?;
        tokio::spawn(connection);
        let values = "VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)";
        let insert = format!("INSERT INTO accounts ({ACCOUNT}) {values}");
        let written: Vec<String> =
            ACCOUNT.split(", ").skip(1).map(|column| format!("{column} = EXCLUDED.{column}")).collect();
        let upsert = format!("{insert} ON CONFLICT (id) DO UPDATE SET {}", written.join(", "));
        let unnest = "UNNEST($1::uuid[], $2::bigint[], $3::uuid[], $4::text[], $5::numeric[], $6::jsonb[], \
                      $7::timestamptz[])";
        let prepare = async |sql: String| client.prepare(&sql).await;
        let copied = prepare("SELECT state FROM readings".to_owned()).await?;
        Ok(Self {
            get: prepare(format!("SELECT {ACCOUNT} FROM accounts WHERE id = $1")).await?,
            get_by_email: prepare(format!("SELECT {ACCOUNT} FROM accounts WHERE email = $1")).await?,
            insert: prepare(format!("{insert} RETURNING {ACCOUNT}")).await?,
            insert_many: prepare(format!(
                "INSERT INTO events ({EVENT}) SELECT * FROM {unnest} RETURNING {EVENT}"
            ))
            .await?,
            upsert: prepare(format!("{upsert} RETURNING {ACCOUNT}")).await?,
            update: prepare(format!(
                "UPDATE accounts SET display_name = $2, balance = $3 WHERE id = $1 RETURNING {ACCOUNT}"
            ))
            .await?,
            list: prepare(format!("SELECT {EVENT} FROM events WHERE account_id = $1 ORDER BY id")).await?,
            page: prepare(format!(
                "SELECT {EVENT} FROM events WHERE account_id = $1 AND (created_at, id) < ($2, $3) \
                 ORDER BY created_at DESC, id DESC LIMIT $4"
            ))
            .await?,
            state: copied.columns()[0].type_().clone(),
            client,
        })
    }

    fn new_account(account: &data::Account) -> data::Account {
        account.clone()
    }

    fn new_event(event: &data::Event) -> data::Event {
        event.clone()
    }

    fn patch(display_name: &str, balance: Decimal) -> (String, Decimal) {
        (display_name.to_owned(), balance)
    }

    async fn position(&mut self, _: Uuid, at: (DateTime<Utc>, Uuid)) -> Result<Self::Position> {
        Ok(at)
    }

    fn new_readings(readings: &[data::Reading]) -> Option<Vec<data::Reading>> {
        Some(readings.to_vec())
    }

    async fn begin(&mut self) -> Result<()> {
        Ok(self.client.batch_execute("BEGIN").await?)
    }

    async fn roll_back(&mut self) -> Result<()> {
        Ok(self.client.batch_execute("ROLLBACK").await?)
    }

    async fn get(&mut self, id: Uuid) -> Result<i64> {
        account(self.client.query_opt(&self.get, &[&id]).await?.ok_or_else(missing)?)
    }

    async fn get_by_email(&mut self, email: &str) -> Result<i64> {
        account(self.client.query_opt(&self.get_by_email, &[&email]).await?.ok_or_else(missing)?)
    }

    async fn insert(&mut self, new: data::Account) -> Result<i64> {
        self.write(&self.insert, &new).await
    }

    async fn insert_many(&mut self, new: Vec<data::Event>) -> Result<i64> {
        let rows = self
            .client
            .query(
                &self.insert_many,
                &[
                    &new.iter().map(|row| row.id).collect::<Vec<_>>(),
                    &new.iter().map(|row| row.number).collect::<Vec<_>>(),
                    &new.iter().map(|row| row.account_id).collect::<Vec<_>>(),
                    &new.iter().map(|row| row.kind.as_str()).collect::<Vec<_>>(),
                    &new.iter().map(|row| row.amount).collect::<Vec<_>>(),
                    &new.iter().map(|row| &row.detail).collect::<Vec<_>>(),
                    &new.iter().map(|row| row.created_at).collect::<Vec<_>>(),
                ],
            )
            .await?;
        Ok(sum(&events(rows)?))
    }

    async fn upsert(&mut self, new: data::Account) -> Result<i64> {
        self.write(&self.upsert, &new).await
    }

    async fn update(&mut self, id: Uuid, (display_name, balance): (String, Decimal)) -> Result<i64> {
        account(self.client.query_one(&self.update, &[&id, &display_name, &balance]).await?)
    }

    async fn list(&mut self, account: Uuid) -> Result<i64> {
        Ok(sum(&events(self.client.query(&self.list, &[&account]).await?)?))
    }

    async fn page(&mut self, account: Uuid, (created_at, id): Self::Position) -> Result<i64> {
        let limit = i64::from(data::PAGE) + 1;
        let rows = self.client.query(&self.page, &[&account, &created_at, &id, &limit]).await?;
        let mut rows = events(rows)?;
        rows.truncate(data::PAGE as usize);
        Ok(sum(&rows))
    }

    async fn copy(&mut self, new: &Vec<data::Reading>) -> Result<u64> {
        let sql = "COPY readings (number, device_id, state, amount, note, detail, taken_at) \
                   FROM STDIN (FORMAT binary)";
        let types = [
            Type::INT8,
            Type::UUID,
            self.state.clone(),
            Type::NUMERIC,
            Type::TEXT,
            Type::JSONB,
            Type::TIMESTAMPTZ,
        ];
        let mut writer = pin!(BinaryCopyInWriter::new(self.client.copy_in(sql).await?, &types));
        for row in new {
            writer
                .as_mut()
                .write(&[
                    &row.number,
                    &row.device_id,
                    &STATES[row.state],
                    &row.amount,
                    &row.note,
                    &row.detail,
                    &row.taken_at,
                ])
                .await?;
        }
        Ok(writer.finish().await?)
    }
}
