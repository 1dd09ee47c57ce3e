// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use sqlx::PgExecutor;

use crate::types::{Coin, State};

/// What `states_of()` gives.
#[derive(Debug, Clone, PartialEq, sqlx::FromRow)]
pub struct StatesOfRow {
    pub first: Option<State>,
    pub rest: Option<Vec<State>>,
    pub paid: Option<Coin>,
}

/// Calls the function `public.states_of`.
pub async fn states_of(
    db: impl PgExecutor<'_>,
    argument_1: impl Into<Option<State>>,
    coins: impl Into<Option<&[Coin]>>,
) -> Result<StatesOfRow, sqlx::Error> {
    sqlx::query_as(concat!(
        "SELECT first, rest, paid FROM public.states_of($1::public.state, ",
        "$2::public.coin[])",
    ))
    .bind(argument_1.into())
    .bind(coins.into())
    .fetch_one(db)
    .await
}
