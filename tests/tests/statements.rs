//! `docs/statements.md`: every command of PostgreSQL's manual, and what becomes of it here.
//!
//! The commands stand in `cases/statements/manual.txt`, the examples in `cases/statements/examples.sql`. Nothing about a
//! command is written by hand: its example is replayed, and run on a server, and the two must agree.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]

use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use schemactl_live::introspect::introspect_within;
use schemactl_live::{Shadow, ShadowDatabase, ShadowOptions};
use schemactl_schema::diff::{Labels, Places, diagnostics, diff};
use schemactl_schema::replay::{Fate, Replayed, replay_text};
use schemactl_schema::syntax::kinds::KINDS;
use schemactl_schema::syntax::split::split;
use schemactl_tests::cases;
use sqlx::postgres::PgConnection;
use sqlx::{AssertSqlSafe, Connection, Executor};

/// One block of the examples.
struct Example {
    command: String,
    /// The last one is the example.
    statements: Vec<String>,
    server: Server,
    sql: String,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Server {
    /// In a transaction that rolls back.
    Transaction,
    Autocommit,
    No,
}

fn folder() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("cases/statements")
}

fn manual() -> Vec<String> {
    let text = std::fs::read_to_string(folder().join("manual.txt")).unwrap();
    text.lines().map(str::to_owned).collect()
}

fn examples() -> Vec<Example> {
    let text = std::fs::read_to_string(folder().join("examples.sql")).unwrap();
    let blocks = cases::blocks(&text, "command:").into_iter().map(|(command, sql)| {
        let server = match sql.lines().find_map(|line| line.strip_prefix("-- server: ")) {
            None => Server::Transaction,
            Some("autocommit") => Server::Autocommit,
            Some(words) => {
                assert!(words.starts_with("no, because "), "{command}: `-- server: {words}` is no directive");
                Server::No
            }
        };
        let statements: Vec<String> = split(&sql)
            .statements
            .iter()
            .map(|statement| sql[statement.start as usize..statement.end as usize].to_owned())
            .collect();
        assert!(!statements.is_empty(), "{command} has an empty example");
        Example { command, statements, server, sql }
    });
    blocks.collect()
}

impl Example {
    fn statement(&self) -> &str {
        self.statements.last().map_or("", String::as_str)
    }

    fn replay(&self) -> Replayed {
        replay_text("example.sql", &self.sql).1
    }
}

/// What became of the last statement; `None` when it could not even be read.
fn fate(replayed: &Replayed, sql: &str) -> Option<Fate> {
    let last = split(sql).statements.last().map(|statement| statement.start)?;
    replayed.statements.iter().rev().find(|outcome| outcome.span.start == last).map(|outcome| outcome.fate)
}

fn stands_on_opaque(replayed: &Replayed) -> bool {
    replayed.statements.iter().any(|outcome| outcome.fate == Fate::Opaque)
}

#[test]
fn every_command_of_the_manual_has_an_example() {
    let (manual, examples) = (manual(), examples());
    let mut sorted = manual.clone();
    sorted.sort();
    sorted.dedup();
    assert_eq!(manual, sorted, "manual.txt is in order");
    for command in &manual {
        assert!(examples.iter().any(|example| example.command == *command), "{command} has no example");
    }
    for Example { command, .. } in &examples {
        assert!(manual.contains(command) || BESIDES.contains(&command.as_str()), "{command} is no command");
    }
}

/// What the grammar has and the manual has not.
const BESIDES: &[&str] = &["CREATE ASSERTION"];

#[test]
fn every_kind_of_the_table_has_an_example() {
    let statements: Vec<Vec<String>> = examples()
        .iter()
        .flat_map(|example| &example.statements)
        .map(|text| text.split_whitespace().map(|word| word.trim_end_matches(';').to_uppercase()).collect())
        .collect();
    for kind in KINDS {
        let found = statements.iter().any(|words| leading(kind.words, words).is_some());
        assert!(found, "no example begins with {}", kind.words);
    }
}

/// How many words the leading words of a kind take: `[A|B C]` may be left out, `{A|B}` may not.
fn leading(pattern: &str, words: &[String]) -> Option<usize> {
    let fits = |at: usize, choice: &str| {
        let choice: Vec<_> = choice.split(' ').collect();
        words.get(at..at + choice.len()).is_some_and(|found| found == choice).then_some(choice.len())
    };
    let (mut at, mut rest) = (0, pattern);
    while !rest.is_empty() {
        if let Some(group) = rest.strip_prefix(['[', '{']) {
            let (choices, after) = group.split_once([']', '}'])?;
            match choices.split('|').find_map(|choice| fits(at, choice)) {
                Some(count) => at += count,
                None if rest.starts_with('[') => {}
                None => return None,
            }
            rest = after.trim_start();
        } else {
            let (word, after) = rest.split_once(' ').unwrap_or((rest, ""));
            at += fits(at, word)?;
            rest = after;
        }
    }
    Some(at)
}

const HEAD: &str = "\
# Statements

Every command of PostgreSQL 18's manual ([SQL Commands](https://www.postgresql.org/docs/18/sql-commands.html)), and what
becomes of it when migrations are replayed without a database (the list was compared with the command tags of a server
of PostgreSQL 18.4; what is new in the forms of 17 and 18 has examples of its own):

- **applied**: the catalog changes as PostgreSQL's would;
- **irrelevant**: it leaves the schema alone (rows, roles, the server, the session);
- **opaque**: its effect is not known without a server: a finding (`statement-not-understood`) with its place. `--shadow`
  asks a server;
- **refused**: a finding (`statement-refused`) with PostgreSQL's SQLSTATE.

The table is made from the examples: each is replayed, and run on a server, and what both make of it is compared
(`tests/tests/statements.rs`; `UPDATE_EXPECT=1 cargo nextest run --test statements` writes this file). An example shows
one form of a command; other forms may fare otherwise, and every form that is not followed is a finding.
";

#[test]
fn the_manual_of_statements_is_what_the_examples_show() {
    let mut table = String::new();
    let mut counts: Vec<(&str, usize)> =
        ["applied", "irrelevant", "opaque", "refused"].map(|word| (word, 0)).to_vec();
    let (examples, mut names) = (examples(), manual());
    names.extend(BESIDES.iter().map(|name| (*name).to_owned()));
    for command in &names {
        let mut name = command.as_str();
        for example in examples.iter().filter(|example| example.command == *command) {
            let word = match fate(&example.replay(), &example.sql) {
                Some(Fate::Applied) => "applied",
                Some(Fate::Irrelevant(_)) => "irrelevant",
                Some(Fate::Opaque) => "opaque",
                // What it stands on is not known, so neither is it.
                Some(Fate::Refused) if stands_on_opaque(&example.replay()) => "opaque",
                Some(Fate::Refused) | None => "refused",
            };
            if let Some((_, count)) = counts.iter_mut().find(|(counted, _)| *counted == word) {
                *count += 1;
            }
            let text = example.statement().split_whitespace().collect::<Vec<_>>().join(" ");
            let _ = writeln!(table, "| {name} | `{}` | {word} |", text.replace('|', "\\|"));
            name = "";
        }
    }
    let total = manual().len();
    let counts: Vec<_> = counts
        .iter()
        .filter(|(_, count)| *count > 0)
        .map(|(word, count)| format!("{count} {word}"))
        .collect();
    let text = format!(
        "{HEAD}\n{total} commands; of {} examples {}.\n\n| command | example | what becomes of it |\n|---|---|---|\n{table}",
        examples.len(),
        counts.join(", ")
    );
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../docs/statements.md");
    if let Err(failure) = cases::expect_file(&path, &text) {
        panic!("{}", failure.message().unwrap_or_default());
    }
}

#[tokio::test]
async fn a_server_agrees_with_every_example() {
    let settings = vec![("max_prepared_transactions".to_owned(), "10".to_owned())];
    let shadow = Shadow::start(&ShadowOptions { settings, ..ShadowOptions::default() }).await.unwrap();
    let shared = shadow.database("examples").await.unwrap();
    let mut wrong = Vec::new();
    for (number, example) in examples().iter().enumerate() {
        let judged = match example.server {
            Server::No => continue,
            Server::Transaction => judge(&shared, example).await,
            Server::Autocommit => {
                let own = shadow.database(&format!("example_{number}")).await.unwrap();
                judge(&own, example).await
            }
        };
        if let Err(message) = judged {
            wrong.push(format!("{}: {message}\n    {}", example.command, example.statement()));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Runs an example and compares what became of it with the replay.
async fn judge(database: &ShadowDatabase, example: &Example) -> Result<(), String> {
    let mut connection = database.connect().await.map_err(|error| error.to_string())?;
    let within = example.server == Server::Transaction;
    if within {
        run(&mut connection, "BEGIN").await?;
    }
    let replayed = example.replay();
    let fate = fate(&replayed, &example.sql);
    let (last, before) = example.statements.split_last().ok_or("the example is empty")?;
    for statement in before {
        run(&mut connection, statement).await?;
    }
    let refusal = run(&mut connection, last).await;
    if BESIDES.contains(&example.command.as_str()) {
        let code =
            replayed.diagnostics.first().and_then(|finding| finding.sqlstate.clone()).unwrap_or_default();
        let message = refusal.err().ok_or("the server accepts it")?;
        return if message.starts_with(&*code) { Ok(()) } else { Err(message) };
    }
    refusal?;
    if matches!(fate, Some(Fate::Refused) | None) && !stands_on_opaque(&replayed) {
        let finding = replayed.diagnostics.first().map(|finding| finding.message.clone());
        return Err(format!("refused here and accepted there: {}", finding.unwrap_or_default()));
    }
    let followed =
        matches!(fate, Some(Fate::Applied | Fate::Irrelevant(_))) && replayed.diagnostics.is_empty();
    if !followed || !within {
        return Ok(());
    }
    let read = introspect_within(&mut connection).await.map_err(|error| error.to_string())?;
    let mut differences = diff(&replayed.catalog, &read.catalog);
    differences.retain(|difference| !difference.is_undecidable());
    let labels = Labels { left: "the replay", right: "the server", places: Places::Left };
    let told: Vec<_> = diagnostics(&differences, labels).into_iter().map(|finding| finding.message).collect();
    let _ = connection.close().await;
    if told.is_empty() { Ok(()) } else { Err(told.join("; ")) }
}

async fn run(connection: &mut PgConnection, sql: &str) -> Result<(), String> {
    match connection.execute(sqlx::raw_sql(AssertSqlSafe(sql.to_owned()))).await {
        Ok(_) => Ok(()),
        Err(error) => {
            let code =
                error.as_database_error().and_then(sqlx::error::DatabaseError::code).unwrap_or_default();
            Err(format!("{code} {error}"))
        }
    }
}
