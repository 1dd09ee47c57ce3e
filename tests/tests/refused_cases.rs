//! What PostgreSQL refuses, the replay refuses, with the same SQLSTATE at the same statement.
//!
//! A file of `cases/refused` has blocks that begin with `-- case: name`. Each is run on a server and replayed
//! without one; the first refusal of both must be the same. A block called `accepted: …` must pass on both.

use std::path::Path;

use libtest_mimic::{Arguments, Failed, Trial};
use schemactl_live::{Shadow, ShadowOptions};
use schemactl_schema::diagnostic::{Style, render};
use schemactl_schema::replay::replay_text;
use schemactl_schema::syntax::split::split;
use schemactl_tests::cases;
use sqlx::postgres::PgConnection;
use sqlx::{AssertSqlSafe, Executor};

fn main() {
    let arguments = Arguments::from_args();
    let trials = cases::files("refused").into_iter().map(|path| {
        let name = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        Trial::test(name, move || run(&path))
    });
    libtest_mimic::run(&arguments, trials.collect()).exit();
}

fn run(path: &Path) -> Result<(), Failed> {
    let text = std::fs::read_to_string(path)?;
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    let mut wrong = Vec::new();
    runtime.block_on(async {
        let shadow = Shadow::start(&ShadowOptions::default()).await?;
        let mut connection = shadow.database("cases").await?.connect().await?;
        for (name, sql) in cases::blocks(&text, "case:") {
            let on_server = server(&mut connection, &sql).await?;
            let here = offline(&sql);
            if here != on_server {
                wrong.push(format!("{name}\n    server: {on_server:?}\n    replay: {here:?}"));
            }
            if name.starts_with("accepted") != on_server.is_none() {
                wrong.push(format!("{name}: the name says otherwise than the server: {on_server:?}"));
            }
        }
        Ok::<_, Failed>(())
    })?;
    if wrong.is_empty() { Ok(()) } else { Err(wrong.join("\n").into()) }
}

/// The number of the first statement that is refused, and its SQLSTATE.
type Refusal = Option<(usize, String)>;

async fn server(connection: &mut PgConnection, sql: &str) -> Result<Refusal, Failed> {
    connection.execute("BEGIN").await?;
    let mut refusal = None;
    for (number, statement) in split(sql).statements.iter().enumerate() {
        let text = sql[statement.start as usize..statement.end as usize].to_owned();
        if let Err(error) = connection.execute(sqlx::raw_sql(AssertSqlSafe(text))).await {
            let Some(code) = error.as_database_error().and_then(sqlx::error::DatabaseError::code) else {
                return Err(error.into());
            };
            refusal = Some((number, code.into_owned()));
            break;
        }
    }
    connection.execute("ROLLBACK").await?;
    Ok(refusal)
}

fn offline(sql: &str) -> Refusal {
    let (sources, replayed) = replay_text("case.sql", sql);
    let statements = split(sql).statements;
    let first = replayed
        .diagnostics
        .iter()
        .min_by_key(|finding| finding.places.first().map(|(span, _)| span.start))?;
    let at = first.places.first().map_or(0, |(span, _)| span.start);
    let number = statements.iter().position(|statement| at <= statement.end).unwrap_or(statements.len());
    let code =
        first.sqlstate.as_ref().map_or_else(|| render(first, &sources, Style::Plain), ToString::to_string);
    Some((number, code))
}
