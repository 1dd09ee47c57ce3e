// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use sqlx::PgExecutor;
use time::OffsetDateTime;
use uuid::Uuid;

use crate::types::{Email, Span};

/// Calls the function `public.wait_of`.
pub async fn wait_of(
    db: impl PgExecutor<'_>,
    of_user: impl Into<Option<Uuid>>,
    waits: impl Into<Option<&[Span]>>,
    mail: impl Into<Option<&Email>>,
    since: impl Into<Option<OffsetDateTime>>,
) -> Result<Option<Span>, sqlx::Error> {
    sqlx::query_scalar(concat!(
        "SELECT public.wait_of($1::uuid, $2::interval[], $3::text, $4::timestamp with ",
        "time zone)",
    ))
    .bind(of_user.into())
    .bind(waits.into())
    .bind(mail.into())
    .bind(since.into())
    .fetch_one(db)
    .await
}
