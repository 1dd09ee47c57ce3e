// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use bigdecimal::BigDecimal;
use futures_core::future::BoxFuture;
use sqlx::PgExecutor;
use time::Date;

use super::super::models::Account;
use super::super::support::Query;

/// Calls the function `public.born_on`.
///
/// The schema's default of `price` is `0`.
pub fn born_on<'e, 'q>(
    db: impl PgExecutor<'e>,
    day: impl Into<Option<Date>>,
    price: impl Into<Option<&'q BigDecimal>>,
) -> BoxFuture<'e, Result<Vec<Account>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT id, email, mood, name, nick, home, born, version",
        " FROM public.born_on($1::date, $2::numeric)",
    ))
    .bind(day.into())
    .bind(price.into())
    .fetch_all(db)
}
