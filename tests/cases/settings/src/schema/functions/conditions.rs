// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use futures_core::future::BoxFuture;
use sqlx::{FromRow, PgExecutor};
use sqlx::postgres::PgRow;

use crate::types::{Coin, State};
use super::super::support::{AnyRow, Query, Record, RowReader};

/// What `states_of()` gives.
#[derive(Debug, Clone, PartialEq, Default, serde::Serialize)]
#[doc(alias = "database")]
pub struct ConditionsOfRow {
    pub first: Option<State>,
    pub rest: Option<Vec<State>>,
    pub paid: Option<Coin>,
}

impl Record for ConditionsOfRow {
    fn read<'r>(row: &mut impl RowReader<'r>) -> Result<Self, sqlx::Error> {
        Ok(Self {
            first: row.column("first")?,
            rest: row.column("rest")?,
            paid: row.column("paid")?,
        })
    }
}

impl<'r> FromRow<'r, PgRow> for ConditionsOfRow {
    fn from_row(row: &'r PgRow) -> Result<Self, sqlx::Error> {
        Record::read(&mut AnyRow::new(row))
    }
}

/// Calls the function `public.states_of`.
pub fn conditions_of<'e, 'q>(
    db: impl PgExecutor<'e>,
    argument_1: impl Into<Option<State>>,
    coins: impl Into<Option<&'q [Coin]>>,
) -> BoxFuture<'e, Result<ConditionsOfRow, sqlx::Error>> {
    Query::new(concat!(
        "SELECT first, rest, paid FROM public.states_of($1::public.state, ",
        "$2::public.coin[])",
    ))
    .bind(argument_1.into())
    .bind(coins.into())
    .fetch_one(db)
}
