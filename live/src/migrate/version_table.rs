//! golang-migrate's table of the version: one row that says where a database stands.

use sqlx::postgres::PgConnection;
use sqlx::{AssertSqlSafe, Row};

use crate::connection::url_parameter;
use crate::error::LiveError;
use crate::script::execute;
use crate::server::quote_identifier;

/// What the row says; no row is version `None` and clean.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Recorded {
    pub version: Option<u64>,
    /// A migration to `version` has begun and has not ended.
    pub dirty: bool,
}

/// golang-migrate's way to write "no version", which it needs when that is dirty.
const NIL_VERSION: i64 = -1;

/// Where the row is kept.
#[derive(Clone, Debug)]
pub(super) struct VersionTable {
    pub(super) schema: String,
    pub(super) table: String,
}

impl VersionTable {
    /// `schema_migrations` in the first schema of the search path that exists, or what the URL's
    /// `x-migrations-table` says (with `x-migrations-table-quoted=true` it may name a schema: `"a"."b"`).
    pub(super) async fn locate(connection: &mut PgConnection, url: &str) -> Result<Self, LiveError> {
        let row = sqlx::raw_sql("SELECT pg_catalog.current_schema()").fetch_one(&mut *connection).await;
        let schema: Option<String> = row
            .and_then(|row| row.try_get(0))
            .map_err(|error| LiveError::sql("asking for the current schema", &error))?;
        let name = url_parameter(url, "x-migrations-table").filter(|name| !name.is_empty());
        let quoted = url_parameter(url, "x-migrations-table-quoted");
        if let (Some(name), Some("true" | "1" | "t" | "T" | "TRUE" | "True")) = (&name, quoted.as_deref()) {
            let mut parts: Vec<String> = name
                .split('"')
                .skip(1)
                .step_by(2)
                .map(str::to_owned)
                .filter(|part| !part.is_empty())
                .collect();
            return match (parts.pop(), parts.pop(), schema) {
                (Some(table), Some(schema), _) | (Some(table), None, Some(schema)) => {
                    Ok(Self { schema, table })
                }
                (Some(_), None, None) => Err(LiveError::NoSchema),
                (None, ..) => Err(LiveError::Url {
                    url: crate::redact_url(url),
                    reason: format!("x-migrations-table is `{name}`, without quotes"),
                }),
            };
        }
        let schema = schema.ok_or(LiveError::NoSchema)?;
        Ok(Self { schema, table: name.unwrap_or_else(|| "schema_migrations".to_owned()) })
    }

    /// Its name as SQL takes it, whatever the search path.
    pub(super) fn sql(&self) -> String {
        format!("{}.{}", quote_identifier(&self.schema), quote_identifier(&self.table))
    }

    async fn exists(&self, connection: &mut PgConnection) -> Result<bool, LiveError> {
        let name = self.sql().replace('\'', "''");
        let sql = format!("SELECT pg_catalog.to_regclass('{name}') IS NOT NULL");
        let row = sqlx::raw_sql(AssertSqlSafe(sql)).fetch_one(connection).await;
        row.and_then(|row| row.try_get(0))
            .map_err(|error| LiveError::sql("looking for the version table", &error))
    }

    /// Makes the table when it is not there. Asking first lets a role without CREATE work on one that is.
    pub(super) async fn ensure(&self, connection: &mut PgConnection) -> Result<(), LiveError> {
        if self.exists(connection).await? {
            return Ok(());
        }
        execute(connection, &self.create(), &format!("creating {}", self.sql())).await
    }

    fn create(&self) -> String {
        format!(
            "CREATE TABLE IF NOT EXISTS {} (version bigint NOT NULL PRIMARY KEY, dirty boolean NOT NULL)",
            self.sql()
        )
    }

    /// What is recorded; a table that is not there records nothing.
    pub(super) async fn read(&self, connection: &mut PgConnection) -> Result<Recorded, LiveError> {
        if !self.exists(connection).await? {
            return Ok(Recorded::default());
        }
        let sql = format!("SELECT version, dirty FROM {} LIMIT 1", self.sql());
        let failed = |error: sqlx::Error| LiveError::sql(format!("reading {}", self.sql()), &error);
        let row = sqlx::raw_sql(AssertSqlSafe(sql)).fetch_optional(connection).await.map_err(failed)?;
        let Some(row) = row else { return Ok(Recorded::default()) };
        let version: i64 = row.try_get(0).map_err(failed)?;
        Ok(Recorded { version: u64::try_from(version).ok(), dirty: row.try_get(1).map_err(failed)? })
    }

    /// The statements that record a state, as one message, to be run inside a transaction or as one.
    ///
    /// A migration may have dropped the table with its schema, or changed the role: both are put right first.
    pub(super) fn record(&self, recorded: Recorded) -> String {
        let table = self.sql();
        let name = table.replace('\'', "''");
        let version = recorded.version.and_then(|version| i64::try_from(version).ok());
        let insert = match (version, recorded.dirty) {
            (None, false) => String::new(),
            (version, dirty) => {
                format!(
                    "; INSERT INTO {table} (version, dirty) VALUES ({}, {dirty})",
                    version.unwrap_or(NIL_VERSION)
                )
            }
        };
        let create = self.create().replace('\'', "''");
        format!(
            "RESET SESSION AUTHORIZATION; \
             DO $schemactl$BEGIN IF pg_catalog.to_regclass('{name}') IS NULL THEN EXECUTE '{create}'; END IF; \
             END$schemactl$; DELETE FROM {table}{insert}"
        )
    }
}
