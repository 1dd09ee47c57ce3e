//! Runs a folder of migrations on an empty database: what PostgreSQL itself makes of them.

use schemactl_schema::diagnostic::Diagnostic;
use schemactl_schema::migrations::{MigrationSet, Transaction};
use schemactl_schema::resolve::Touched;
use schemactl_schema::source::{FileId, Sources, Span};
use sqlx::postgres::PgConnection;

use crate::error::LiveError;
use crate::script::{self, Script};
use crate::watch::Watch;

/// What a replay did.
#[derive(Clone, Default, Debug)]
pub struct Replayed {
    pub files: usize,
    pub statements: usize,
    /// What the server remarked, at the statements it remarked on.
    pub notices: Vec<Diagnostic>,
    /// What the watched statements did ([`replay_watching`]), in their order.
    pub touched: Vec<Touched>,
}

/// Runs the up files of a set, oldest first, each in one transaction unless it must not be
/// ([`script::TransactionMode`]).
///
/// Stops at the first refusal: [`LiveError::Finding`] with its place, PostgreSQL's words and SQLSTATE. Makes no
/// entry in any table of versions; `migrate` does that.
pub async fn replay(connection: &mut PgConnection, set: &MigrationSet) -> Result<Replayed, LiveError> {
    let asked = |transaction| transaction == Transaction::Outside;
    let files: Vec<_> =
        set.migrations.iter().map(|migration| (migration.up, asked(migration.up_transaction))).collect();
    run_files(connection, &set.sources, &files, Watch::default()).await
}

/// As [`replay`], and sees what some statements change by reading the schema before and after each: at most 200 of
/// them, the first ones.
pub async fn replay_watching(
    connection: &mut PgConnection,
    set: &MigrationSet,
    statements: &[Span],
) -> Result<Replayed, LiveError> {
    let asked = |transaction| transaction == Transaction::Outside;
    let files: Vec<_> =
        set.migrations.iter().map(|migration| (migration.up, asked(migration.up_transaction))).collect();
    run_files(connection, &set.sources, &files, Watch::of(statements)).await
}

/// Runs files in the given order. Each is a session of its own: what one SETs the next does not see, as if they
/// had been run on different days.
pub async fn replay_files(
    connection: &mut PgConnection,
    sources: &Sources,
    files: &[FileId],
) -> Result<Replayed, LiveError> {
    let files: Vec<_> = files.iter().map(|file| (*file, false)).collect();
    run_files(connection, sources, &files, Watch::default()).await
}

/// Files, each with whether it asks to run outside a transaction.
async fn run_files(
    connection: &mut PgConnection,
    sources: &Sources,
    files: &[(FileId, bool)],
    mut watch: Watch,
) -> Result<Replayed, LiveError> {
    let mut replayed = Replayed::default();
    for (file, outside) in files {
        let script = Script::read(sources, *file, *outside).map_err(LiveError::Finding)?;
        let (notices, done) = (&mut replayed.notices, &mut replayed.statements);
        script::run(connection, sources, *file, &script, "", notices, done, &mut watch).await?;
        fresh_session(connection).await?;
        replayed.files += 1;
    }
    replayed.touched = watch.touched;
    Ok(replayed)
}

/// <https://www.postgresql.org/docs/current/sql-discard.html>. Nothing here is prepared by name, so nothing is missed.
pub(crate) async fn fresh_session(connection: &mut PgConnection) -> Result<(), LiveError> {
    script::execute(connection, "DISCARD ALL", "clearing the session").await
}
