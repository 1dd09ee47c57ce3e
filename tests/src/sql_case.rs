//! Tests written in SQL: a file of blocks, each run in a transaction of its own that rolls back.
//!
//! ```sql
//! -- setup
//! INSERT …;                       -- runs first in every block of the file
//!
//! -- test: an e-mail address is taken without regard to case
//! INSERT …;                       -- must succeed
//! -- refused: 23505 users_email_key
//! INSERT …;                       -- must fail with this SQLSTATE, naming this constraint or holding these words
//! -- rows:
//! --   running | 1                -- must return exactly these rows; NULL is ∅
//! SELECT status, version FROM …;
//!
//! -- test (autocommit): a procedure that commits
//! CALL …;                         -- no transaction around it; a database of its own
//! ```

use std::path::Path;

use schemactl_live::{Shadow, ShadowDatabase};
use schemactl_schema::syntax::split::split;
use sqlx::postgres::{PgConnection, PgDatabaseError, PgRow};
use sqlx::{AssertSqlSafe, Executor, Row, ValueRef};

/// One `-- test` block.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Block {
    pub name: String,
    pub autocommit: bool,
    pub line: usize,
    pub steps: Vec<Step>,
}

/// One statement and what must come of it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Step {
    pub sql: String,
    pub line: usize,
    pub expected: Expected,
}

#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Expected {
    Success,
    Refused { sqlstate: String, words: String },
    Rows(Vec<String>),
}

/// A file of blocks.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct CaseFile {
    pub setup: Vec<Step>,
    pub blocks: Vec<Block>,
}

/// Reads a file's text.
///
/// # Errors
/// A line that begins with a directive which is not known, or a statement before any block.
pub fn parse(text: &str) -> Result<CaseFile, String> {
    let mut file = CaseFile { setup: Vec::new(), blocks: Vec::new() };
    let mut in_setup = false;
    let mut end = 0;
    for statement in split(text).statements {
        let (start, stop) = (statement.start as usize, statement.end as usize);
        let line_of = |at: usize| text[..at].matches('\n').count() + 1;
        let mut expected = Expected::Success;
        let mut at = end;
        for line in text[end..start].split_inclusive('\n') {
            let number = line_of(at);
            at += line.len();
            let Some(comment) = line.trim().trim_start_matches(';').trim().strip_prefix("--") else {
                continue;
            };
            let comment = comment.trim_end();
            let words = comment.trim_start();
            if words == "setup" {
                in_setup = true;
            } else if let Some(name) = words.strip_prefix("test:") {
                in_setup = false;
                file.blocks.push(Block::new(name, false, number));
            } else if let Some(name) = words.strip_prefix("test (autocommit):") {
                in_setup = false;
                file.blocks.push(Block::new(name, true, number));
            } else if let Some(refusal) = words.strip_prefix("refused:") {
                let (sqlstate, words) = refusal.trim().split_once(' ').unwrap_or((refusal.trim(), ""));
                expected =
                    Expected::Refused { sqlstate: sqlstate.to_owned(), words: words.trim().to_owned() };
            } else if words == "rows:" {
                expected = Expected::Rows(Vec::new());
            } else if let (Expected::Rows(rows), true) = (&mut expected, comment.starts_with("   ")) {
                rows.push(words.to_owned());
            } else if words.starts_with("test") || words.starts_with("row") || words.starts_with("refuse") {
                return Err(format!("line {number}: `--{comment}` is no directive"));
            }
        }
        let step = Step { sql: text[start..stop].to_owned(), line: line_of(start), expected };
        end = stop;
        if in_setup {
            file.setup.push(step);
        } else if let Some(block) = file.blocks.last_mut() {
            block.steps.push(step);
        } else {
            return Err(format!("line {}: a statement before the first `-- test:`", step.line));
        }
    }
    Ok(file)
}

impl Block {
    fn new(name: &str, autocommit: bool, line: usize) -> Self {
        Self { name: name.trim().to_owned(), autocommit, line, steps: Vec::new() }
    }
}

/// Runs every block of a file; gives the number of blocks, or all that went wrong, each with its line.
///
/// # Errors
/// One message a broken expectation.
pub async fn run(path: &Path, shadow: &Shadow, template: &ShadowDatabase) -> Result<usize, String> {
    let text = std::fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()))?;
    let file = parse(&text).map_err(|error| format!("{}: {error}", path.display()))?;
    let mut wrong = Vec::new();
    let shared = shadow.clone_database(&template.name, "blocks").await.map_err(|error| error.to_string())?;
    for (number, block) in file.blocks.iter().enumerate() {
        let outcome = if block.autocommit {
            let name = format!("block_{number}");
            let own =
                shadow.clone_database(&template.name, &name).await.map_err(|error| error.to_string())?;
            let mut connection = own.connect().await.map_err(|error| error.to_string())?;
            steps(&mut connection, file.setup.iter().chain(&block.steps), false).await
        } else {
            let mut connection = shared.connect().await.map_err(|error| error.to_string())?;
            execute(&mut connection, "BEGIN").await.map_err(|error| error.to_string())?;
            steps(&mut connection, file.setup.iter().chain(&block.steps), true).await
        };
        if block.steps.is_empty() {
            wrong.push(format!(
                "{}:{}: {}: the block has no statement",
                path.display(),
                block.line,
                block.name
            ));
        }
        if let Err((line, message)) = outcome {
            wrong.push(format!("{}:{line}: {}: {message}", path.display(), block.name));
        }
    }
    if wrong.is_empty() { Ok(file.blocks.len()) } else { Err(wrong.join("\n\n")) }
}

/// Whether a block is still content after the schema was changed behind its setup: then it does not notice the change.
///
/// What is done rolls back, unless the block asks for autocommit: that needs a database of its own.
///
/// # Errors
/// The setup or the change itself failed.
pub async fn passes_despite(
    connection: &mut PgConnection,
    file: &CaseFile,
    block: &Block,
    change: &str,
) -> Result<bool, String> {
    let in_transaction = !block.autocommit;
    if in_transaction {
        execute(connection, "BEGIN").await.map_err(|error| error.to_string())?;
    }
    let prepared = steps(connection, file.setup.iter(), in_transaction).await;
    prepared.map_err(|(line, message)| format!("line {line}: {message}"))?;
    execute(connection, change).await.map_err(|error| format!("{change}: {error}"))?;
    let outcome = steps(connection, block.steps.iter(), in_transaction).await;
    if in_transaction {
        execute(connection, "ROLLBACK").await.map_err(|error| error.to_string())?;
    }
    Ok(outcome.is_ok())
}

/// Stops at the first broken expectation: what follows builds on it.
async fn steps<'s>(
    connection: &mut PgConnection,
    steps: impl Iterator<Item = &'s Step>,
    in_transaction: bool,
) -> Result<(), (usize, String)> {
    for step in steps {
        let fails = matches!(step.expected, Expected::Refused { .. });
        if fails && in_transaction {
            execute(connection, "SAVEPOINT step").await.map_err(|error| (step.line, error.to_string()))?;
        }
        let outcome = execute(connection, &step.sql).await;
        if fails && in_transaction {
            execute(connection, "ROLLBACK TO SAVEPOINT step")
                .await
                .map_err(|error| (step.line, error.to_string()))?;
        }
        judge(&step.expected, outcome)
            .map_err(|message| (step.line, format!("{message}\n    {}", step.sql)))?;
    }
    Ok(())
}

async fn execute(connection: &mut PgConnection, sql: &str) -> Result<Vec<PgRow>, sqlx::Error> {
    connection.fetch_all(sqlx::raw_sql(AssertSqlSafe(sql.to_owned()))).await
}

fn judge(expected: &Expected, outcome: Result<Vec<PgRow>, sqlx::Error>) -> Result<(), String> {
    match (expected, outcome) {
        (Expected::Success, Ok(_)) => Ok(()),
        (Expected::Success | Expected::Rows(_), Err(error)) => Err(format!("refused: {}", told(&error))),
        (Expected::Refused { sqlstate, words }, Ok(_)) => {
            Err(format!("was not refused with {sqlstate} {words}"))
        }
        (Expected::Refused { sqlstate, words }, Err(error)) => {
            let told = told(&error);
            let code =
                error.as_database_error().and_then(sqlx::error::DatabaseError::code).unwrap_or_default();
            if code == sqlstate.as_str() && told.contains(words.as_str()) {
                Ok(())
            } else {
                Err(format!("refused otherwise than with {sqlstate} {words}: {told}"))
            }
        }
        (Expected::Rows(wanted), Ok(rows)) => {
            let found: Vec<String> = rows.iter().map(row_text).collect();
            if found == *wanted {
                Ok(())
            } else {
                Err(format!("rows are\n    {}\nnot\n    {}", found.join("\n    "), wanted.join("\n    ")))
            }
        }
    }
}

/// Everything the server said that a test may want to see.
fn told(error: &sqlx::Error) -> String {
    let Some(refusal) =
        error.as_database_error().and_then(|error| error.try_downcast_ref::<PgDatabaseError>())
    else {
        return error.to_string();
    };
    let constraint = refusal.constraint().map(|name| format!(" constraint {name}")).unwrap_or_default();
    let hint = refusal.hint().map(|hint| format!(" hint: {hint}")).unwrap_or_default();
    let detail = refusal.detail().map(|detail| format!(" detail: {detail}")).unwrap_or_default();
    format!("{} {}{constraint}{detail}{hint}", refusal.code(), refusal.message())
}

fn row_text(row: &PgRow) -> String {
    let values: Vec<String> = (0..row.len())
        .map(|at| match row.try_get_raw(at) {
            Ok(value) if value.is_null() => "∅".to_owned(),
            Ok(value) => value.as_str().map_or_else(|error| format!("<{error}>"), str::to_owned),
            Err(error) => format!("<{error}>"),
        })
        .collect();
    values.join(" | ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn directives_belong_to_the_statement_that_follows() {
        let file = parse(
            "-- setup\nINSERT 1;\n-- test: first\nSELECT 1;\n-- refused: 23505 t_key\nINSERT 2;\n\
             -- test (autocommit): second\n-- rows:\n--   a | b\n--   ∅ | 2\nSELECT 2;\n",
        )
        .unwrap();
        assert_eq!(file.setup.len(), 1);
        let names: Vec<_> =
            file.blocks.iter().map(|block| (&*block.name, block.autocommit, block.line)).collect();
        assert_eq!(names, [("first", false, 3), ("second", true, 7)]);
        let refused = Expected::Refused { sqlstate: "23505".into(), words: "t_key".into() };
        assert_eq!(file.blocks[0].steps[1].expected, refused);
        assert_eq!(file.blocks[0].steps[1].line, 6);
        assert_eq!(file.blocks[1].steps[0].expected, Expected::Rows(vec!["a | b".into(), "∅ | 2".into()]));
    }

    #[test]
    fn a_directive_that_is_misspelt_is_no_comment() {
        assert!(parse("-- test: a\n-- refuses: 23505\nSELECT 1;").is_err());
    }
}
