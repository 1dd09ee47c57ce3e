//! One migration file as the statements to send, and how they share a transaction.

use std::ops::Range;

use schemactl_schema::diagnostic::Diagnostic;
use schemactl_schema::rules::REFUSED;
use schemactl_schema::source::{FileId, Sources, Span};
use schemactl_schema::syntax::lexer::{Token, TokenKind};
use schemactl_schema::syntax::parse_file;
use schemactl_schema::syntax::split::{RawKind, RawStatement, Split, split};
use sqlx::AssertSqlSafe;
use sqlx::postgres::{PgConnection, PgDatabaseError, PgErrorPosition};

use crate::error::LiveError;
use crate::notices::{Listener, Notice};
use crate::rules;
use crate::watch::Watch;

/// How the statements of a file share transactions.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum TransactionMode {
    /// All of them in one: they take effect together or not at all.
    One,
    /// Each for itself. A failure leaves what the statements before it did.
    Each(Outside),
}

/// Why a file does not run in one transaction.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Outside {
    /// Its first bytes are `-- no-transaction`, or its tool's own words say so.
    Asked,
    /// It holds a statement that PostgreSQL refuses inside a transaction block: which one.
    Refused(&'static str),
    /// It has several transactions of its own.
    OwnTransactions,
}

/// What a file begins with that must not run in a transaction; sqlx reads the same words.
const NO_TRANSACTION: &str = "-- no-transaction";

/// The statements of one file, in order.
#[derive(Clone, Debug)]
pub(crate) struct Script {
    pub(crate) mode: TransactionMode,
    pub(crate) steps: Vec<Step>,
}

/// One thing to send.
#[derive(Clone, Debug)]
pub(crate) struct Step {
    pub(crate) span: Span,
    /// The lines of data that follow `COPY … FROM stdin`.
    data: Option<Range<usize>>,
}

impl Script {
    /// Reads a file; `outside` when its tool has been told not to make a transaction. Refuses what cannot be sent to a
    /// server, before anything is.
    pub(crate) fn read(sources: &Sources, file: FileId, outside: bool) -> Result<Self, Box<Diagnostic>> {
        let text = sources.file(file).text();
        let split = split(text);
        let mut steps = Vec::new();
        // What our grammar does not understand is sent all the same: the server decides.
        let (parsed, _) = parse_file(file, text);
        let refused = parsed.iter().find_map(|parsed| parsed.statement.refuses_transaction());
        let mut blocks = Vec::new();
        for raw in &split.statements {
            let span = Span { file, start: raw.start, end: raw.end };
            let words = Words::new(text, &split, raw);
            if raw.kind == RawKind::PsqlCommand {
                if words.is_harmless_psql() {
                    continue;
                }
                return Err(Box::new(psql_command(span)));
            }
            if let Some(boundary) = words.boundary() {
                blocks.push((boundary, steps.len(), span));
            }
            if words.copies("TO", "STDOUT") {
                return Err(Box::new(copy_out(span)));
            }
            let data = words.copies("FROM", "STDIN").then(|| data_lines(text, span.end as usize));
            steps.push(Step { span, data });
        }
        check_balance(&blocks)?;
        let mode = if outside || text.starts_with(NO_TRANSACTION) {
            TransactionMode::Each(Outside::Asked)
        } else if let Some(statement) = refused {
            TransactionMode::Each(Outside::Refused(statement))
        } else {
            match blocks.as_slice() {
                [] => TransactionMode::One,
                // One plain block around everything is what we make anyway, with our own book-keeping inside.
                [(Boundary::PlainBegin, 0, _), (Boundary::PlainCommit, last, _)]
                    if last + 1 == steps.len() =>
                {
                    steps.pop();
                    steps.remove(0);
                    TransactionMode::One
                }
                _ => TransactionMode::Each(Outside::OwnTransactions),
            }
        };
        Ok(Self { mode, steps })
    }
}

/// How a file will run: see [`TransactionMode`]. The finding says why it cannot run at all.
pub fn transaction_mode(sources: &Sources, file: FileId) -> Result<TransactionMode, Box<Diagnostic>> {
    Script::read(sources, file, false).map(|script| script.mode)
}

/// A statement that begins or ends a transaction block.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Boundary {
    /// `BEGIN` and nothing else.
    PlainBegin,
    /// With modes (`ISOLATION LEVEL …`).
    Begin,
    /// `COMMIT` or `END` and nothing else.
    PlainCommit,
    /// Also `ROLLBACK` and `PREPARE TRANSACTION`.
    End,
    /// `… AND CHAIN`: ends one and begins the next.
    Chain,
}

/// The words of one statement.
struct Words<'a> {
    text: &'a str,
    raw: &'a RawStatement,
    tokens: &'a [Token],
}

impl<'a> Words<'a> {
    fn new(text: &'a str, split: &'a Split, raw: &'a RawStatement) -> Self {
        Self { text, raw, tokens: split.tokens.get(raw.tokens.clone()).unwrap_or_default() }
    }

    fn is(&self, at: usize, words: &[&str]) -> bool {
        self.tokens.get(at).is_some_and(|token| {
            token.kind == TokenKind::Word
                && words.iter().any(|word| token.text(self.text).eq_ignore_ascii_case(word))
        })
    }

    /// <https://www.postgresql.org/docs/current/sql-begin.html> and its relatives.
    fn boundary(&self) -> Option<Boundary> {
        const NOISE: &[&str] = &["WORK", "TRANSACTION"];
        let count = self.tokens.len();
        let plain = count == 1 || count == 2 && self.is(1, NOISE);
        let has = |word: &str| (0..count).any(|at| self.is(at, &[word]));
        if self.is(0, &["BEGIN"]) || self.is(0, &["START"]) && self.is(1, &["TRANSACTION"]) {
            return Some(if plain { Boundary::PlainBegin } else { Boundary::Begin });
        }
        if self.is(0, &["COMMIT", "END", "ROLLBACK", "ABORT"]) {
            // COMMIT PREPARED is about another transaction; ROLLBACK TO a savepoint stays inside.
            if self.is(1, &["PREPARED"]) || has("TO") {
                return None;
            }
            if has("CHAIN") && !has("NO") {
                return Some(Boundary::Chain);
            }
            let commits = self.is(0, &["COMMIT", "END"]);
            return Some(if plain && commits { Boundary::PlainCommit } else { Boundary::End });
        }
        (self.is(0, &["PREPARE"]) && self.is(1, &["TRANSACTION"])).then_some(Boundary::End)
    }

    /// `COPY … FROM stdin`, `COPY … TO stdout`
    /// ([COPY](https://www.postgresql.org/docs/current/sql-copy.html)).
    fn copies(&self, preposition: &str, stream: &str) -> bool {
        self.is(0, &["COPY"])
            && (1..self.tokens.len()).any(|at| self.is(at, &[preposition]) && self.is(at + 1, &[stream]))
    }

    /// pg_dump writes `\restrict` and `\unrestrict` around its output; they mean nothing to a server.
    fn is_harmless_psql(&self) -> bool {
        let command = self.text.get(self.raw.start as usize..self.raw.end as usize).unwrap_or_default();
        command.starts_with("\\restrict") || command.starts_with("\\unrestrict")
    }
}

fn psql_command(span: Span) -> Diagnostic {
    Diagnostic::new(&rules::NOT_RUNNABLE, "this is a command of psql, which a server does not know")
        .at(span)
        .why("migrations are sent to the server statement by statement, without psql")
        .help("write SQL instead: an included file's statements, a variable's value")
}

fn copy_out(span: Span) -> Diagnostic {
    Diagnostic::new(&rules::NOT_RUNNABLE, "this statement sends data to a client that waits for none")
        .at(span)
        .why("a migration changes a database; nobody reads what it prints")
        .help("remove it, or export the data with psql")
}

/// Refuses a block that is never closed: what it did would be lost when the connection ends.
fn check_balance(blocks: &[(Boundary, usize, Span)]) -> Result<(), Box<Diagnostic>> {
    let mut open: Option<Span> = None;
    for (boundary, _, span) in blocks {
        open = match boundary {
            Boundary::PlainBegin | Boundary::Begin | Boundary::Chain => Some(*span),
            Boundary::PlainCommit | Boundary::End => None,
        };
    }
    match open {
        None => Ok(()),
        Some(span) => Err(Box::new(
            Diagnostic::new(&rules::NOT_RUNNABLE, "this transaction is never ended in this file")
                .at(span)
                .why("what it does would be rolled back when the connection closes")
                .help("remove BEGIN (a migration runs in a transaction anyway), or add COMMIT"),
        )),
    }
}

/// From the line after the statement to the line `\.`, which is not part of it.
fn data_lines(text: &str, statement_end: usize) -> Range<usize> {
    let rest = text.get(statement_end..).unwrap_or_default();
    let start = statement_end + rest.find('\n').map_or(rest.len(), |line| line + 1);
    let mut end = start;
    for line in text.get(start..).unwrap_or_default().split_inclusive('\n') {
        if line.trim_end_matches(['\n', '\r']) == "\\." {
            break;
        }
        end += line.len();
    }
    start..end
}

impl Step {
    /// Sends the statement and waits for its end. What the server remarks is added to `notices`.
    pub(crate) async fn run(
        &self,
        connection: &mut PgConnection,
        sources: &Sources,
        listener: &Listener,
        notices: &mut Vec<Diagnostic>,
    ) -> Result<(), LiveError> {
        let sql = sources.text(self.span);
        let (done, heard) = listener.listen(self.send(connection, sources, sql)).await;
        notices.extend(heard.into_iter().map(|notice| self.remark(notice)));
        done.map_err(|error| self.refusal(sources, &error))
    }

    async fn send(&self, connection: &mut PgConnection, sources: &Sources, sql: &str) -> sqlx::Result<()> {
        let Some(data) = &self.data else {
            // The simple protocol: no parameters, nothing cached, every statement allowed.
            return sqlx::raw_sql(AssertSqlSafe(sql)).execute(connection).await.map(drop);
        };
        let data = sources.file(self.span.file).text().get(data.clone()).unwrap_or_default();
        let mut copy = connection.copy_in_raw(sql).await?;
        copy.send(data.as_bytes()).await?;
        copy.finish().await.map(drop)
    }

    fn remark(&self, notice: Notice) -> Diagnostic {
        let rule = if notice.is_warning { &rules::SERVER_WARNING } else { &rules::SERVER_NOTICE };
        Diagnostic::new(rule, notice.message).at(self.span)
    }

    /// PostgreSQL's own words, at the place it means.
    fn refusal(&self, sources: &Sources, error: &sqlx::Error) -> LiveError {
        let refusal =
            error.as_database_error().and_then(|refusal| refusal.try_downcast_ref::<PgDatabaseError>());
        let Some(refusal) = refusal else {
            let place = sources.place(self.span);
            return LiveError::ConnectionLost { action: place.to_string(), cause: error.to_string() };
        };
        let mut span = self.span;
        let mut why: Vec<String> = refusal.detail().map(str::to_owned).into_iter().collect();
        match refusal.position() {
            Some(PgErrorPosition::Original(position)) => span = self.point(sources, position),
            Some(PgErrorPosition::Internal { query, .. }) => {
                why.push(format!("in the query: {}", query.trim()));
            }
            None => {}
        }
        if let Some(context) = refusal.r#where() {
            why.push(format!("context: {context}"));
        }
        let mut finding =
            Diagnostic::new(&REFUSED, refusal.message()).at(span).sqlstate(refusal.code().to_owned());
        if !why.is_empty() {
            finding = finding.why(why.join("\n"));
        }
        if let Some(hint) = refusal.hint() {
            finding = finding.help(hint);
        }
        LiveError::Finding(Box::new(finding))
    }

    /// The word at a position that counts characters of the statement from 1
    /// ([Error and Notice Message Fields](https://www.postgresql.org/docs/current/protocol-error-fields.html)).
    fn point(&self, sources: &Sources, position: usize) -> Span {
        let sql = sources.text(self.span);
        let start = sql.char_indices().nth(position.saturating_sub(1)).map_or(sql.len(), |(at, _)| at);
        let rest = sql.get(start..).unwrap_or_default();
        let word = rest.find(|character: char| !character.is_alphanumeric() && character != '_');
        let length = match word {
            Some(0) => rest.chars().next().map_or(0, char::len_utf8),
            Some(length) => length,
            None => rest.len(),
        };
        let at = self.span.start as usize + start;
        Span::new(self.span.file, at, at + length)
    }
}

/// Runs a whole file as its mode says. In one transaction `finish` runs last, inside of it.
///
/// After an error the connection is outside of any transaction, and in mode [`TransactionMode::One`] nothing has
/// changed. `done` counts the statements that ran; `watch` sees what chosen ones change.
#[expect(clippy::too_many_arguments, reason = "two callers, and each argument is a thing of its own")]
pub(crate) async fn run(
    connection: &mut PgConnection,
    sources: &Sources,
    file: FileId,
    script: &Script,
    finish: &str,
    notices: &mut Vec<Diagnostic>,
    done: &mut usize,
    watch: &mut Watch,
) -> Result<(), LiveError> {
    let listener = Listener::new();
    let in_one = script.mode == TransactionMode::One;
    if in_one {
        execute(connection, "BEGIN", "beginning a transaction").await?;
    }
    let mut result = Ok(());
    for step in &script.steps {
        result = async {
            let watched = watch.begin(connection, step.span).await?;
            step.run(connection, sources, &listener, notices).await?;
            if watched { watch.end(connection, step.span).await } else { Ok(()) }
        }
        .await;
        if result.is_err() {
            break;
        }
        *done += 1;
    }
    if in_one {
        if result.is_ok() && !finish.is_empty() {
            result = execute(connection, finish, "noting the version").await;
        }
        if result.is_ok() {
            // Deferred constraints are checked here, so it can be refused; then it has rolled back.
            let whole = Step { span: Span::new(file, 0, 0), data: None };
            let commit = sqlx::raw_sql("COMMIT").execute(&mut *connection).await;
            return commit.map(drop).map_err(|error| whole.refusal_at_commit(&error));
        }
    }
    if result.is_err() {
        // Also ends a block that the file opened itself; outside of one it is only a warning.
        let _ = sqlx::raw_sql("ROLLBACK").execute(&mut *connection).await;
    }
    result
}

impl Step {
    fn refusal_at_commit(&self, error: &sqlx::Error) -> LiveError {
        let refusal =
            error.as_database_error().and_then(|refusal| refusal.try_downcast_ref::<PgDatabaseError>());
        let Some(refusal) = refusal else {
            return LiveError::ConnectionLost { action: "COMMIT".into(), cause: error.to_string() };
        };
        let mut finding = Diagnostic::new(&REFUSED, format!("at COMMIT: {}", refusal.message()))
            .at(self.span)
            .sqlstate(refusal.code().to_owned());
        if let Some(detail) = refusal.detail() {
            finding = finding.why(detail);
        }
        LiveError::Finding(Box::new(finding))
    }
}

/// Sends a statement of our own.
pub(crate) async fn execute(connection: &mut PgConnection, sql: &str, action: &str) -> Result<(), LiveError> {
    let done = sqlx::raw_sql(AssertSqlSafe(sql)).execute(connection).await;
    done.map(drop).map_err(|error| LiveError::sql(action, &error))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Result<Script, Box<Diagnostic>> {
        let mut sources = Sources::new();
        let file = sources.add("a.sql", text.to_owned());
        Script::read(&sources, file, false)
    }

    #[test]
    fn the_mode_follows_from_what_a_file_holds() {
        use TransactionMode::{Each, One};
        for (text, mode, statements) in [
            ("", One, 0),
            ("CREATE TABLE t (a int); -- no-transaction\nSELECT ';'", One, 2),
            ("-- no-transaction\nSELECT 1", Each(Outside::Asked), 1),
            // Only as the first bytes, as sqlx has it.
            ("\n-- no-transaction\nSELECT 1", One, 1),
            (
                "SELECT 1; DROP INDEX /* */ concurrently i",
                Each(Outside::Refused("DROP INDEX CONCURRENTLY")),
                2,
            ),
            ("COMMENT ON TABLE t IS 'CREATE INDEX CONCURRENTLY'", One, 1),
            ("VACUUM t", Each(Outside::Refused("VACUUM")), 1),
            ("BEGIN; SELECT 1; COMMIT;", One, 1),
            ("start transaction; select 1; end work", One, 1),
            ("SET a.b = 1; BEGIN; SELECT 1; COMMIT", Each(Outside::OwnTransactions), 4),
            ("BEGIN ISOLATION LEVEL SERIALIZABLE; SELECT 1; COMMIT", Each(Outside::OwnTransactions), 3),
            ("BEGIN; SELECT 1; COMMIT; BEGIN; SELECT 2; COMMIT", Each(Outside::OwnTransactions), 6),
            ("SAVEPOINT a; SELECT 1; ROLLBACK TO a; RELEASE a", One, 4),
            ("DO $$BEGIN COMMIT; END$$", One, 1),
            ("CREATE FUNCTION f() RETURNS int LANGUAGE SQL BEGIN ATOMIC SELECT 1; END; SELECT 2", One, 2),
        ] {
            let script = read(text).unwrap();
            assert_eq!((script.mode, script.steps.len()), (mode, statements), "{text}");
        }
    }

    #[test]
    fn blocks_must_end_and_psql_is_not_there() {
        for (text, message) in [
            ("BEGIN; SELECT 1", "this transaction is never ended in this file"),
            ("BEGIN; SELECT 1; COMMIT AND CHAIN; SELECT 2", "this transaction is never ended in this file"),
            ("\\set a b\nSELECT 1", "this is a command of psql, which a server does not know"),
            ("COPY t TO STDOUT", "this statement sends data to a client that waits for none"),
        ] {
            assert_eq!(read(text).unwrap_err().message, message, "{text}");
        }
        assert_eq!(read("BEGIN; SELECT 1; COMMIT AND NO CHAIN").unwrap().steps.len(), 3);
    }

    #[test]
    fn data_ends_at_its_mark() {
        let text = "COPY t FROM stdin; -- so\r\na;\t'\r\n\\.\r\nSELECT 1";
        let script = read(text).unwrap();
        assert_eq!(&text[script.steps[0].data.clone().unwrap()], "a;\t'\r\n");
        assert_eq!(script.steps.len(), 2);
    }
}
