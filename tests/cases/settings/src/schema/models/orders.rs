// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use bigdecimal::BigDecimal;
use sqlx::FromRow;
use sqlx::postgres::PgRow;
use sqlx::types::{Json, Text};
use std::net::IpAddr;
use uuid::Uuid;

use crate::types::{Coin, Level, Preferences, Short, Span, State, UserId, Word};
use super::super::domains::Pause;
use super::super::support::{AnyRow, Change, OrDefault, Record, RowReader};

/// A row of `public.orders`; primary key: `number`.
#[derive(Debug, Clone, PartialEq)]
#[doc(alias = "database")]
#[non_exhaustive]
pub struct Order {
    /// `bigint NOT NULL GENERATED ALWAYS AS IDENTITY`
    pub number: i64,
    /// `uuid NOT NULL`; refers to `public.users`
    pub user_id: UserId,
    /// `uuid`; refers to `public.users`
    pub guest: Option<Uuid>,
    /// `numeric(10,2)`; refers to `public.prices`
    pub price: Option<BigDecimal>,
    /// `public.state NOT NULL DEFAULT 'open'`
    pub state: State,
    /// `public.state[] NOT NULL DEFAULT '{}'`
    pub states: Vec<State>,
    /// `public.coin`
    pub paid: Option<Coin>,
    /// `public.coin[] NOT NULL`
    pub coins: Vec<Coin>,
    /// `interval NOT NULL DEFAULT '1 day'`
    pub wait: Span,
    /// `interval[] NOT NULL`
    pub waits: Vec<Span>,
    /// `public.pause`
    pub pauses: Option<Pause>,
    /// `public.word NOT NULL`
    pub word: Word,
    /// `character varying(20)[] NOT NULL DEFAULT '{}'`
    pub words: Vec<Short>,
    /// `jsonb NOT NULL DEFAULT '{}'`
    pub settings: Json<Preferences>,
    /// `jsonb`
    pub about: Option<serde_json::Value>,
    /// `text NOT NULL`; unique
    pub level: Text<Level>,
    /// `inet`
    pub origin: Option<IpAddr>,
}

impl Record for Order {
    fn read<'r>(row: &mut impl RowReader<'r>) -> Result<Self, sqlx::Error> {
        Ok(Self {
            number: row.column("number")?,
            user_id: row.column("user_id")?,
            guest: row.column("guest")?,
            price: row.column("price")?,
            state: row.column("state")?,
            states: row.column("states")?,
            paid: row.column("paid")?,
            coins: row.column("coins")?,
            wait: row.column("wait")?,
            waits: row.column("waits")?,
            pauses: row.column("pauses")?,
            word: row.column("word")?,
            words: row.column("words")?,
            settings: row.column("settings")?,
            about: row.column("about")?,
            level: row.column("level")?,
            origin: row.column("origin")?,
        })
    }
}

impl<'r> FromRow<'r, PgRow> for Order {
    fn from_row(row: &'r PgRow) -> Result<Self, sqlx::Error> {
        Record::read(&mut AnyRow::new(row))
    }
}

/// A row to be inserted into `public.orders`; it comes back as [`Order`].
#[derive(Debug, Clone, PartialEq)]
#[doc(alias = "database")]
pub struct NewOrder {
    /// `uuid NOT NULL`; refers to `public.users`
    pub user_id: UserId,
    /// `uuid`; refers to `public.users`
    pub guest: Option<Uuid>,
    /// `numeric(10,2)`; refers to `public.prices`
    pub price: Option<BigDecimal>,
    /// `public.state NOT NULL DEFAULT 'open'`
    pub state: OrDefault<State>,
    /// `public.state[] NOT NULL DEFAULT '{}'`
    pub states: OrDefault<Vec<State>>,
    /// `public.coin`
    pub paid: Option<Coin>,
    /// `public.coin[] NOT NULL`
    pub coins: Vec<Coin>,
    /// `interval NOT NULL DEFAULT '1 day'`
    pub wait: OrDefault<Span>,
    /// `interval[] NOT NULL`
    pub waits: Vec<Span>,
    /// `public.pause`
    pub pauses: OrDefault<Option<Pause>>,
    /// `public.word NOT NULL`
    pub word: Word,
    /// `character varying(20)[] NOT NULL DEFAULT '{}'`
    pub words: OrDefault<Vec<Short>>,
    /// `jsonb NOT NULL DEFAULT '{}'`
    pub settings: OrDefault<Json<Preferences>>,
    /// `jsonb`
    pub about: Option<serde_json::Value>,
    /// `text NOT NULL`; unique
    pub level: Text<Level>,
    /// `inet`
    pub origin: Option<IpAddr>,
}

impl NewOrder {
    /// A row with what must be given; of the other columns, those with a default get it and the rest are NULL.
    #[must_use]
    pub fn new(
        user_id: UserId,
        coins: Vec<Coin>,
        waits: Vec<Span>,
        word: Word,
        level: Text<Level>,
    ) -> Self {
        Self {
            user_id,
            guest: None,
            price: None,
            state: OrDefault::Default,
            states: OrDefault::Default,
            paid: None,
            coins,
            wait: OrDefault::Default,
            waits,
            pauses: OrDefault::Default,
            word,
            words: OrDefault::Default,
            settings: OrDefault::Default,
            about: None,
            level,
            origin: None,
        }
    }

    /// Sets `guest`.
    #[must_use]
    pub fn with_guest(mut self, guest: Uuid) -> Self {
        self.guest = Some(guest);
        self
    }

    /// Sets `price`.
    #[must_use]
    pub fn with_price(mut self, price: BigDecimal) -> Self {
        self.price = Some(price);
        self
    }

    /// Sets `state`.
    #[must_use]
    pub fn with_state(mut self, state: State) -> Self {
        self.state = OrDefault::Value(state);
        self
    }

    /// Sets `states`.
    #[must_use]
    pub fn with_states(mut self, states: Vec<State>) -> Self {
        self.states = OrDefault::Value(states);
        self
    }

    /// Sets `paid`.
    #[must_use]
    pub fn with_paid(mut self, paid: Coin) -> Self {
        self.paid = Some(paid);
        self
    }

    /// Sets `wait`.
    #[must_use]
    pub fn with_wait(mut self, wait: Span) -> Self {
        self.wait = OrDefault::Value(wait);
        self
    }

    /// Sets `pauses`.
    #[must_use]
    pub fn with_pauses(mut self, pauses: Pause) -> Self {
        self.pauses = OrDefault::Value(Some(pauses));
        self
    }

    /// Sets `words`.
    #[must_use]
    pub fn with_words(mut self, words: Vec<Short>) -> Self {
        self.words = OrDefault::Value(words);
        self
    }

    /// Sets `settings`.
    #[must_use]
    pub fn with_settings(mut self, settings: Json<Preferences>) -> Self {
        self.settings = OrDefault::Value(settings);
        self
    }

    /// Sets `about`.
    #[must_use]
    pub fn with_about(mut self, about: serde_json::Value) -> Self {
        self.about = Some(about);
        self
    }

    /// Sets `origin`.
    #[must_use]
    pub fn with_origin(mut self, origin: IpAddr) -> Self {
        self.origin = Some(origin);
        self
    }
}

/// A partial update of [`Order`]: only what is set here is written. `..Default::default()` leaves the rest.
#[derive(Debug, Clone, PartialEq, Default)]
#[doc(alias = "database")]
pub struct OrderPatch {
    /// `uuid NOT NULL`; refers to `public.users`
    pub user_id: Option<UserId>,
    /// `uuid`; refers to `public.users`
    pub guest: Change<Uuid>,
    /// `numeric(10,2)`; refers to `public.prices`
    pub price: Change<BigDecimal>,
    /// `public.state NOT NULL DEFAULT 'open'`
    pub state: Option<State>,
    /// `public.state[] NOT NULL DEFAULT '{}'`
    pub states: Option<Vec<State>>,
    /// `public.coin`
    pub paid: Change<Coin>,
    /// `public.coin[] NOT NULL`
    pub coins: Option<Vec<Coin>>,
    /// `interval NOT NULL DEFAULT '1 day'`
    pub wait: Option<Span>,
    /// `interval[] NOT NULL`
    pub waits: Option<Vec<Span>>,
    /// `public.pause`
    pub pauses: Change<Pause>,
    /// `public.word NOT NULL`
    pub word: Option<Word>,
    /// `character varying(20)[] NOT NULL DEFAULT '{}'`
    pub words: Option<Vec<Short>>,
    /// `jsonb NOT NULL DEFAULT '{}'`
    pub settings: Option<Json<Preferences>>,
    /// `jsonb`
    pub about: Change<serde_json::Value>,
    /// `text NOT NULL`; unique
    pub level: Option<Text<Level>>,
    /// `inet`
    pub origin: Change<IpAddr>,
}
