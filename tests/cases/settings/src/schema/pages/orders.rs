// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

//! The orders of `public.orders`.
//!
//! Left out:
//!
//! - pages by `orders_level_key`: the Rust type of `level` does not fit into a cursor.
//! - pages by `orders_state_idx`: the Rust type of `level` does not fit into a cursor.

use crate::types::{Span, State, UserId, Word};
use super::super::models::Order;
use super::super::support::{Key, KeyReader, KeyWriter, Pages};

const SELECT: &str = concat!(
    "SELECT number, user_id, guest, price, state, states, paid, coins, wait, waits, ",
    "pauses, word, words, settings, about, level, origin",
    " FROM public.orders",
);

/// A position in the order of `orders_pkey`: `number`.
#[derive(Debug, Clone, PartialEq)]
pub struct ByNumber {
    pub number: i64,
}

impl super::super::support::Order for ByNumber {
    type Row = Order;

    const NAME: &'static str = "public.orders by_number";
    const SELECT: &'static str = SELECT;
    const KEYS: &'static [Key] = &[
        Key::ascending("number", "bigint"),
    ];

    fn position(row: &Order) -> Self {
        Self {
            number: row.number,
        }
    }

    fn keys<'k>(&'k self, to: &mut impl KeyWriter<'k>) {
        to.key(Some(self.number));
    }

    fn read(from: &mut KeyReader) -> Option<Self> {
        Some(Self {
            number: from.key()?,
        })
    }
}

/// Pages over all rows: `number`.
pub fn by_number() -> Pages<ByNumber> {
    Pages::new()
}

/// A position in the order of `orders_user_id_word_key`: `user_id, word`.
#[derive(Debug, Clone, PartialEq)]
pub struct ByUserIdAndWord {
    pub user_id: UserId,
    pub word: Word,
}

impl super::super::support::Order for ByUserIdAndWord {
    type Row = Order;

    const NAME: &'static str = "public.orders by_user_id_and_word";
    const SELECT: &'static str = SELECT;
    const KEYS: &'static [Key] = &[
        Key::ascending("user_id", "uuid"),
        Key::ascending("word", "character varying"),
    ];

    fn position(row: &Order) -> Self {
        Self {
            user_id: row.user_id,
            word: row.word.clone(),
        }
    }

    fn keys<'k>(&'k self, to: &mut impl KeyWriter<'k>) {
        to.key(Some(self.user_id));
        to.key(Some(&self.word));
    }

    fn read(from: &mut KeyReader) -> Option<Self> {
        Some(Self {
            user_id: from.key()?,
            word: from.key()?,
        })
    }
}

/// Pages over all rows: `user_id, word`.
pub fn by_user_id_and_word() -> Pages<ByUserIdAndWord> {
    Pages::new()
}

/// Pages over the rows with this `user_id`: `word`.
pub fn of_user_id_by_word(user_id: UserId) -> Pages<ByUserIdAndWord> {
    Pages::new().fix(Some(user_id))
}

/// A position in the order of `orders_wait_idx`: `wait, state, number`.
///
/// Ties are broken by `number`.
#[derive(Debug, Clone, PartialEq)]
pub struct ByWaitAndState {
    pub wait: Span,
    pub state: State,
    pub number: i64,
}

impl super::super::support::Order for ByWaitAndState {
    type Row = Order;

    const NAME: &'static str = "public.orders by_wait_and_state";
    const SELECT: &'static str = SELECT;
    const KEYS: &'static [Key] = &[
        Key::ascending("wait", "interval"),
        Key::ascending("state", "public.state"),
        Key::ascending("number", "bigint"),
    ];

    fn position(row: &Order) -> Self {
        Self {
            wait: row.wait,
            state: row.state,
            number: row.number,
        }
    }

    fn keys<'k>(&'k self, to: &mut impl KeyWriter<'k>) {
        to.key(Some(self.wait));
        to.key(Some(self.state));
        to.key(Some(self.number));
    }

    fn read(from: &mut KeyReader) -> Option<Self> {
        Some(Self {
            wait: from.key()?,
            state: from.key()?,
            number: from.key()?,
        })
    }
}

/// Pages over all rows: `wait, state, number`.
pub fn by_wait_and_state() -> Pages<ByWaitAndState> {
    Pages::new()
}

/// Pages over the rows with this `wait`: `state, number`.
pub fn of_wait_by_state(wait: Span) -> Pages<ByWaitAndState> {
    Pages::new().fix(Some(wait))
}
