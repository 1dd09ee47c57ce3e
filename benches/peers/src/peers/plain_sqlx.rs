//! sqlx as people write it by hand: `query_as` and `FromRow`, statements as constants.

use chrono::{DateTime, Utc};
use rust_decimal::Decimal;
use schemactl_live::ShadowDatabase;
use serde_json::Value;
use sqlx::encode::IsNull;
use sqlx::postgres::PgArgumentBuffer;
use sqlx::{Connection as _, Encode, PgConnection, Postgres};
use uuid::Uuid;

use super::{Peer, Result};
use crate::data;

pub struct PlainSqlx(PgConnection);

#[derive(Clone, Copy, Debug, sqlx::Type)]
#[sqlx(type_name = "account_state", rename_all = "lowercase")]
pub enum State {
    Invited,
    Active,
    Suspended,
    Closed,
}

const STATES: [State; 4] = [State::Invited, State::Active, State::Suspended, State::Closed];

#[derive(Debug, sqlx::FromRow)]
#[allow(dead_code)]
pub struct Account {
    pub id: Uuid,
    pub number: i64,
    pub email: String,
    pub display_name: Option<String>,
    pub state: State,
    pub balance: Decimal,
    pub settings: Value,
    pub created_at: DateTime<Utc>,
    pub closed_at: Option<DateTime<Utc>>,
}

#[derive(Debug, sqlx::FromRow)]
#[allow(dead_code)]
pub struct Event {
    pub id: Uuid,
    pub number: i64,
    pub account_id: Uuid,
    pub kind: String,
    pub amount: Option<Decimal>,
    pub detail: Value,
    pub created_at: DateTime<Utc>,
}

const GET: &str = "SELECT id, number, email, display_name, state, balance, settings, created_at, closed_at \
     FROM accounts WHERE id = $1";
const GET_BY_EMAIL: &str = "SELECT id, number, email, display_name, state, balance, settings, created_at, closed_at \
     FROM accounts WHERE email = $1";
const INSERT: &str = "INSERT INTO accounts \
     (id, number, email, display_name, state, balance, settings, created_at, closed_at) \
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) \
     RETURNING id, number, email, display_name, state, balance, settings, created_at, closed_at";
const UPSERT: &str = "INSERT INTO accounts \
     (id, number, email, display_name, state, balance, settings, created_at, closed_at) \
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) \
     ON CONFLICT (id) DO UPDATE SET number = EXCLUDED.number, email = EXCLUDED.email, \
     display_name = EXCLUDED.display_name, state = EXCLUDED.state, balance = EXCLUDED.balance, \
     settings = EXCLUDED.settings, created_at = EXCLUDED.created_at, closed_at = EXCLUDED.closed_at \
     RETURNING id, number, email, display_name, state, balance, settings, created_at, closed_at";
const UPDATE: &str = "UPDATE accounts SET display_name = $2, balance = $3 WHERE id = $1 \
     RETURNING id, number, email, display_name, state, balance, settings, created_at, closed_at";
const INSERT_MANY: &str = "INSERT INTO events (id, number, account_id, kind, amount, detail, created_at) \
     SELECT * FROM UNNEST($1::uuid[], $2::bigint[], $3::uuid[], $4::text[], $5::numeric[], $6::jsonb[], \
     $7::timestamptz[]) RETURNING id, number, account_id, kind, amount, detail, created_at";
const LIST: &str = "SELECT id, number, account_id, kind, amount, detail, created_at \
     FROM events WHERE account_id = $1 ORDER BY id";
const PAGE: &str = "SELECT id, number, account_id, kind, amount, detail, created_at \
     FROM events WHERE account_id = $1 AND (created_at, id) < ($2, $3) \
     ORDER BY created_at DESC, id DESC LIMIT $4";

fn sum(rows: &[Event]) -> i64 {
    rows.iter().map(|row| row.number).sum()
}

/// A row in the binary format of `COPY`.
fn encode(reading: &data::Reading, out: &mut PgArgumentBuffer) {
    fn value<'q>(out: &mut PgArgumentBuffer, value: impl Encode<'q, Postgres>) {
        let start = out.len();
        out.extend_from_slice(&[0; 4]);
        let length = match value.encode_by_ref(out).expect("the value has a binary form") {
            IsNull::Yes => -1,
            IsNull::No => (out.len() - start - 4) as i32,
        };
        out[start..start + 4].copy_from_slice(&length.to_be_bytes());
    }
    out.extend_from_slice(&7_i16.to_be_bytes());
    value(out, reading.number);
    value(out, reading.device_id);
    value(out, STATES[reading.state]);
    value(out, reading.amount);
    value(out, &reading.note);
    value(out, &reading.detail);
    value(out, reading.taken_at);
}

impl Peer for PlainSqlx {
    const NAME: &'static str = "sqlx";
    type NewAccount = data::Account;
    type NewEvent = data::Event;
    type Patch = (String, Decimal);
    type Position = (DateTime<Utc>, Uuid);
    /// Encoded before the clock starts: what a server and a connection can do.
    type NewReadings = Vec<u8>;

    async fn connect(database: &ShadowDatabase) -> Result<Self> {
        Ok(Self(PgConnection::connect_with(&database.options).await?))
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

    fn new_readings(readings: &[data::Reading]) -> Option<Vec<u8>> {
        let mut out = PgArgumentBuffer::default();
        out.extend_from_slice(b"PGCOPY\n\xff\r\n\0\0\0\0\0\0\0\0\0");
        for reading in readings {
            encode(reading, &mut out);
        }
        out.extend_from_slice(&(-1_i16).to_be_bytes());
        Some(out.to_vec())
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
        let row: Account = sqlx::query_as(GET).bind(id).fetch_one(&mut self.0).await?;
        Ok(row.number)
    }

    async fn get_by_email(&mut self, email: &str) -> Result<i64> {
        let row: Account = sqlx::query_as(GET_BY_EMAIL).bind(email).fetch_one(&mut self.0).await?;
        Ok(row.number)
    }

    async fn insert(&mut self, new: data::Account) -> Result<i64> {
        let row: Account = write(INSERT, &new).fetch_one(&mut self.0).await?;
        Ok(row.number)
    }

    async fn insert_many(&mut self, new: Vec<data::Event>) -> Result<i64> {
        let rows: Vec<Event> = sqlx::query_as(INSERT_MANY)
            .bind(new.iter().map(|row| row.id).collect::<Vec<_>>())
            .bind(new.iter().map(|row| row.number).collect::<Vec<_>>())
            .bind(new.iter().map(|row| row.account_id).collect::<Vec<_>>())
            .bind(new.iter().map(|row| row.kind.as_str()).collect::<Vec<_>>())
            .bind(new.iter().map(|row| row.amount).collect::<Vec<_>>())
            .bind(new.iter().map(|row| &row.detail).collect::<Vec<_>>())
            .bind(new.iter().map(|row| row.created_at).collect::<Vec<_>>())
            .fetch_all(&mut self.0)
            .await?;
        Ok(sum(&rows))
    }

    async fn upsert(&mut self, new: data::Account) -> Result<i64> {
        let row: Account = write(UPSERT, &new).fetch_one(&mut self.0).await?;
        Ok(row.number)
    }

    async fn update(&mut self, id: Uuid, (display_name, balance): (String, Decimal)) -> Result<i64> {
        let row: Account =
            sqlx::query_as(UPDATE).bind(id).bind(&display_name).bind(balance).fetch_one(&mut self.0).await?;
        Ok(row.number)
    }

    async fn list(&mut self, account: Uuid) -> Result<i64> {
        let rows: Vec<Event> = sqlx::query_as(LIST).bind(account).fetch_all(&mut self.0).await?;
        Ok(sum(&rows))
    }

    async fn page(&mut self, account: Uuid, (created_at, id): Self::Position) -> Result<i64> {
        let mut rows: Vec<Event> = sqlx::query_as(PAGE)
            .bind(account)
            .bind(created_at)
            .bind(id)
            .bind(i64::from(data::PAGE) + 1)
            .fetch_all(&mut self.0)
            .await?;
        rows.truncate(data::PAGE as usize);
        Ok(sum(&rows))
    }

    async fn copy(&mut self, new: &Vec<u8>) -> Result<u64> {
        let sql = "COPY readings (number, device_id, state, amount, note, detail, taken_at) \
                   FROM STDIN (FORMAT binary)";
        let mut sink = self.0.copy_in_raw(sql).await?;
        sink.send(new.as_slice()).await?;
        Ok(sink.finish().await?)
    }
}

fn write<'q>(
    sql: &'static str,
    new: &'q data::Account,
) -> sqlx::query::QueryAs<'q, Postgres, Account, sqlx::postgres::PgArguments> {
    sqlx::query_as(sql)
        .bind(new.id)
        .bind(new.number)
        .bind(&new.email)
        .bind(&new.display_name)
        .bind(STATES[new.state])
        .bind(new.balance)
        .bind(&new.settings)
        .bind(new.created_at)
        .bind(None::<DateTime<Utc>>)
}
