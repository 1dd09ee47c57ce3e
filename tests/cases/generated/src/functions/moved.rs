// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use chrono::NaiveDateTime;
use futures_core::future::BoxFuture;
use sqlx::PgExecutor;
use sqlx::postgres::types::PgRange;

use super::super::composites::Parcel;
use super::super::domains::Late;
use super::super::support::{Declared, Query};

/// Calls the function `public.moved`.
pub fn moved<'e, 'q>(
    db: impl PgExecutor<'e>,
    argument_1: impl Into<Option<PgRange<NaiveDateTime>>>,
    argument_2: impl Into<Option<Late>>,
    argument_3: impl Into<Option<&'q Parcel>>,
) -> BoxFuture<'e, Result<Option<PgRange<NaiveDateTime>>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT public.moved($1::public.shift, $2::public.shift, $3::public.parcel) ",
        "AS value",
    ))
    .bind(Declared("public.shift", argument_1.into()))
    .bind(Declared("public.shift", argument_2.into()))
    .bind(argument_3.into())
    .fetch_finite_range(db)
}
