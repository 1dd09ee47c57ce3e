//! The lock that keeps two migrations of one database apart: golang-migrate's own, so that it and we exclude each other.
//!
//! It is an advisory lock of the session
//! ([Advisory Locks](https://www.postgresql.org/docs/current/explicit-locking.html#ADVISORY-LOCKS)) on a connection that
//! does nothing else, because a migration may say `DISCARD ALL` or `pg_advisory_unlock_all()`.

use std::time::{Duration, Instant};

use crc::{CRC_32_ISO_HDLC, Crc};
use sqlx::postgres::PgConnection;
use sqlx::{AssertSqlSafe, Row};

use super::version_table::VersionTable;
use crate::error::LiveError;

/// golang-migrate's salt, which it has from Rails.
const SALT: u32 = 1_486_364_155;

/// How long between two attempts. A session that waits *inside* `pg_advisory_lock` holds a snapshot, and
/// `CREATE INDEX CONCURRENTLY` of the one who has the lock would wait for it: a deadlock. So we ask, and ask again.
const PAUSE: Duration = Duration::from_millis(50);

/// The keys under which golang-migrate locks a database: its command line takes the URL's path with the `/` as the
/// database's name, its library the name alone. In this order, always.
pub(super) fn keys(database: &str, table: &VersionTable) -> [u32; 2] {
    [format!("/{database}"), database.to_owned()].map(|name| key(&[&table.schema, &table.table, &name]))
}

fn key(parts: &[&str]) -> u32 {
    Crc::<u32>::new(&CRC_32_ISO_HDLC).checksum(parts.join("\0").as_bytes()).wrapping_mul(SALT)
}

/// Takes both locks, or none. `waiting` hears once who has it, when somebody does.
pub(super) async fn acquire(
    connection: &mut PgConnection,
    keys: [u32; 2],
    limit: Duration,
    waiting: &mut (dyn FnMut(&str) + Send),
) -> Result<(), LiveError> {
    let started = Instant::now();
    let mut told = false;
    loop {
        let Some(taken) = first_taken(connection, keys).await? else { return Ok(()) };
        let over = started.elapsed() >= limit;
        if over || !told {
            let holder = holder(connection, taken).await;
            if !told {
                waiting(&holder);
                told = true;
            }
            if over {
                return Err(LiveError::Locked { holder, waited: limit });
            }
        }
        tokio::time::sleep(PAUSE).await;
    }
}

/// Tries both; gives the first back when the second is taken. `None` when we have them.
async fn first_taken(connection: &mut PgConnection, keys: [u32; 2]) -> Result<Option<u32>, LiveError> {
    for (at, key) in keys.into_iter().enumerate() {
        if !ask(connection, "pg_try_advisory_lock", key).await? {
            for held in keys.into_iter().take(at) {
                ask(connection, "pg_advisory_unlock", held).await?;
            }
            return Ok(Some(key));
        }
    }
    Ok(None)
}

/// Gives the locks back. The end of the connection would do it too.
pub(super) async fn release(connection: &mut PgConnection, keys: [u32; 2]) -> Result<(), LiveError> {
    for key in keys {
        ask(connection, "pg_advisory_unlock", key).await?;
    }
    Ok(())
}

async fn ask(connection: &mut PgConnection, function: &str, key: u32) -> Result<bool, LiveError> {
    let sql = format!("SELECT pg_catalog.{function}({key})");
    let row = sqlx::raw_sql(AssertSqlSafe(sql)).fetch_one(connection).await;
    row.and_then(|row| row.try_get(0))
        .map_err(|error| LiveError::sql("taking the lock of migrations", &error))
}

/// Who has a lock, as far as we may see: process, role and program.
async fn holder(connection: &mut PgConnection, key: u32) -> String {
    let sql = format!(
        "SELECT pg_catalog.format('process %s (%s, %s)', l.pid, coalesce(a.usename, '?'), \
         coalesce(nullif(a.application_name, ''), 'no program name')) \
         FROM pg_catalog.pg_locks l LEFT JOIN pg_catalog.pg_stat_activity a USING (pid) \
         WHERE l.locktype = 'advisory' AND l.granted AND l.classid = 0 AND l.objid = {key} AND l.objsubid = 1 \
         AND l.database = (SELECT oid FROM pg_catalog.pg_database WHERE datname = pg_catalog.current_database()) LIMIT 1"
    );
    let row = sqlx::raw_sql(AssertSqlSafe(sql)).fetch_optional(connection).await;
    row.ok().flatten().and_then(|row| row.try_get(0).ok()).unwrap_or_else(|| "another process".to_owned())
}

#[cfg(test)]
mod tests {
    use super::key;

    /// The numbers of golang-migrate's own test, `database/util_test.go`.
    #[test]
    fn keys_are_those_of_golang_migrate() {
        assert_eq!(key(&["database_name"]), 1_764_327_054);
        assert_eq!(key(&["schema_name_1", "database_name"]), 2_453_313_553);
        assert_eq!(key(&["schema_name_2", "database_name"]), 235_207_038);
        assert_eq!(key(&["schema_name_1", "schema_name_2", "database_name"]), 3_743_845_847);
    }
}
