// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use bigdecimal::BigDecimal;
use sqlx::PgExecutor;
use time::Date;

use super::super::models::Account;

/// Calls the function `public.born_on`.
///
/// The schema's default of `price` is `0`.
pub async fn born_on(
    db: impl PgExecutor<'_>,
    day: impl Into<Option<Date>>,
    price: impl Into<Option<&BigDecimal>>,
) -> Result<Vec<Account>, sqlx::Error> {
    sqlx::query_as(concat!(
        "SELECT id, email, mood, name, nick, home, born, version",
        " FROM public.born_on($1::date, $2::numeric)",
    ))
    .bind(day.into())
    .bind(price.into())
    .fetch_all(db)
    .await
}
