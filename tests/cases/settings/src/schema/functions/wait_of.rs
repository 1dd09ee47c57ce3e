// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use futures_core::future::BoxFuture;
use sqlx::PgExecutor;
use time::OffsetDateTime;
use uuid::Uuid;

use crate::types::{Email, Span};
use super::super::support::Query;

/// Calls the function `public.wait_of`.
pub fn wait_of<'e, 'q>(
    db: impl PgExecutor<'e>,
    of_user: impl Into<Option<Uuid>>,
    waits: impl Into<Option<&'q [Span]>>,
    mail: impl Into<Option<&'q Email>>,
    since: impl Into<Option<OffsetDateTime>>,
) -> BoxFuture<'e, Result<Option<Span>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT public.wait_of($1::uuid, $2::interval[], $3::text, $4::timestamp with ",
        "time zone)",
    ))
    .bind(of_user.into())
    .bind(waits.into())
    .bind(mail.into())
    .bind(since.into())
    .fetch_value(db)
}
