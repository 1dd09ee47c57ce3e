// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use chrono::{DateTime, Utc};
use futures_core::future::BoxFuture;
use sqlx::{FromRow, PgExecutor};
use sqlx::postgres::PgRow;
use uuid::Uuid;

use super::super::enums::ConfigLockModeEnum;
use super::super::support::{AnyRow, Query, Record, RowReader};

/// What `acquire_config_lock()` gives.
#[derive(Debug, Clone, PartialEq)]
pub struct AcquireConfigLockRow {
    pub lock_id: Option<Uuid>,
    pub lock_token: Option<i64>,
    pub lock_expires_at: Option<DateTime<Utc>>,
}

impl Record for AcquireConfigLockRow {
    fn read<'r>(row: &mut impl RowReader<'r>) -> Result<Self, sqlx::Error> {
        Ok(Self {
            lock_id: row.column("lock_id")?,
            lock_token: row.column("lock_token")?,
            lock_expires_at: row.finite("lock_expires_at")?,
        })
    }
}

impl<'r> FromRow<'r, PgRow> for AcquireConfigLockRow {
    fn from_row(row: &'r PgRow) -> Result<Self, sqlx::Error> {
        Record::read(&mut AnyRow::new(row))
    }
}

/// Acquires a lock, or raises SQLSTATE SC008 at once if it may not coexist with those held. To be committed soon: others who want the key wait for the transaction.
///
/// Calls the function `public.acquire_config_lock`.
///
/// The schema's default of `p_ttl_seconds` is `60`.
/// The schema's default of `p_owner_user_id` is `NULL`.
/// The schema's default of `p_purpose` is `NULL`.
pub fn acquire_config_lock<'e, 'q>(
    db: impl PgExecutor<'e>,
    p_lock_key: impl Into<Option<&'q str>>,
    p_lock_mode: impl Into<Option<ConfigLockModeEnum>>,
    p_owner_name: impl Into<Option<&'q str>>,
    p_ttl_seconds: impl Into<Option<i32>>,
    p_owner_user_id: impl Into<Option<Uuid>>,
    p_purpose: impl Into<Option<&'q str>>,
) -> BoxFuture<'e, Result<Vec<AcquireConfigLockRow>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT lock_id, lock_token, lock_expires_at FROM ",
        "public.acquire_config_lock($1::text, $2::public.config_lock_mode_enum, ",
        "$3::text, $4::integer, $5::uuid, $6::text)",
    ))
    .bind(p_lock_key.into())
    .bind(p_lock_mode.into())
    .bind(p_owner_name.into())
    .bind(p_ttl_seconds.into())
    .bind(p_owner_user_id.into())
    .bind(p_purpose.into())
    .fetch_all(db)
}
