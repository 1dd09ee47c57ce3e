// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use futures_core::future::BoxFuture;
use sqlx::{FromRow, PgExecutor};
use sqlx::postgres::PgRow;
use uuid::Uuid;

use super::super::support::{AnyRow, Query, Record, RowReader};

/// What `reserve_domain_offsets()` gives.
#[derive(Debug, Clone, PartialEq)]
pub struct ReserveDomainOffsetsRow {
    pub first_offset: Option<i64>,
    pub end_offset: Option<i64>,
}

impl Record for ReserveDomainOffsetsRow {
    fn read<'r>(row: &mut impl RowReader<'r>) -> Result<Self, sqlx::Error> {
        Ok(Self {
            first_offset: row.column("first_offset")?,
            end_offset: row.column("end_offset")?,
        })
    }
}

impl<'r> FromRow<'r, PgRow> for ReserveDomainOffsetsRow {
    fn from_row(row: &'r PgRow) -> Result<Self, sqlx::Error> {
        Record::read(&mut AnyRow::new(row))
    }
}

/// Hands out up to so many offsets of the generator, each once among all campaigns of its configuration: first_offset up to but without end_offset. No row = none are left.
///
/// Calls the function `public.reserve_domain_offsets`.
pub fn reserve_domain_offsets<'e>(
    db: impl PgExecutor<'e>,
    p_campaign_id: impl Into<Option<Uuid>>,
    p_count: impl Into<Option<i64>>,
) -> BoxFuture<'e, Result<Vec<ReserveDomainOffsetsRow>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT first_offset, end_offset FROM public.reserve_domain_offsets($1::uuid, ",
        "$2::bigint)",
    ))
    .bind(p_campaign_id.into())
    .bind(p_count.into())
    .fetch_all(db)
}
