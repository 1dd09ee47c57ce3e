//! Which servers a case is for, and how it runs there.

use std::error::Error;

use schemactl_live::{Shadow, ShadowDatabase};
use schemactl_schema::syntax::split::split;
use sqlx::{AssertSqlSafe, Connection, Executor};

/// Why a server cannot judge a case: its first line is `-- needs PostgreSQL 18`, and the server is older.
///
/// # Errors
/// When the server does not answer.
pub async fn too_old(shadow: &Shadow, input: &str) -> Result<Option<String>, Box<dyn Error>> {
    let first = input.lines().next().and_then(|line| line.strip_prefix("-- needs PostgreSQL "));
    let Some(needed) = first.and_then(|number| number.trim().parse::<i32>().ok()) else { return Ok(None) };
    let mut connection = shadow.database("version").await?.connect().await?;
    let version: i32 = sqlx::query_scalar("SELECT current_setting('server_version_num')::int / 10000")
        .fetch_one(&mut connection)
        .await?;
    Ok((version < needed).then(|| format!("needs PostgreSQL {needed}, this is {version}")))
}

/// Runs the statements of a text in a session of its own, which then ends with its temporary objects.
///
/// # Errors
/// When the server refuses a statement.
pub async fn run(database: &ShadowDatabase, sql: &str) -> Result<(), Box<dyn Error>> {
    let mut connection = database.connect().await?;
    // One by one: a text of several statements would be one transaction.
    for statement in split(sql).statements {
        let text = sql[statement.start as usize..statement.end as usize].to_owned();
        connection.execute(sqlx::raw_sql(AssertSqlSafe(text))).await?;
    }
    connection.close().await?;
    Ok(())
}
