//! Moves a database up and down a folder of migrations, in golang-migrate's books and under its lock.
//!
//! ```text
//!                     in one transaction                        each statement for itself
//! before              version = V                               version = V
//! while it runs       (nothing to be seen)                      version = target, dirty
//! done                version = target                          version = target
//! failed              version = V: nothing has happened         version = target, dirty: stays until a person
//!                                                               has looked and says `force`
//! ```
//!
//! The target of an up is its own version, of a down the version before (none before the first). Two processes, of
//! ours or golang-migrate's, exclude each other; a dirty database is never touched. Every file is a session of
//! its own: what it SETs ends with it.

mod lock;
mod version_table;

use std::time::{Duration, Instant};

use schemactl_schema::diagnostic::Diagnostic;
use schemactl_schema::migrations::{Direction, Migration, MigrationSet, Transaction};
use sqlx::postgres::PgConnection;
use sqlx::{Connection, Row};

pub use self::version_table::Recorded;
use self::version_table::VersionTable;
use crate::connection::{connect_options, parse_url, redact_url};
use crate::error::LiveError;
use crate::replay::fresh_session;
use crate::script::{self, Script, TransactionMode};
use crate::watch::Watch;

/// How far to go.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Steps {
    All,
    Only(usize),
}

impl Steps {
    fn limit(self) -> usize {
        match self {
            Self::All => usize::MAX,
            Self::Only(count) => count,
        }
    }
}

/// How patient to be.
#[derive(Clone, Debug)]
pub struct MigrateOptions {
    pub connect_timeout: Duration,
    /// How long to wait for another migration of the same database to end; golang-migrate waits as long.
    pub lock_timeout: Duration,
}

impl Default for MigrateOptions {
    fn default() -> Self {
        Self { connect_timeout: crate::connection::CONNECT_TIMEOUT, lock_timeout: Duration::from_secs(15) }
    }
}

/// What happens while it happens.
#[derive(Clone, Debug)]
pub enum Progress<'a> {
    /// Somebody else migrates this database; the words say who.
    Waiting {
        holder: &'a str,
    },
    Started {
        version: u64,
        name: &'a str,
        direction: Direction,
    },
    Finished(&'a Done),
}

/// One migration that was run.
#[derive(Clone, PartialEq, Debug)]
pub struct Done {
    pub version: u64,
    pub name: String,
    pub direction: Direction,
    pub mode: TransactionMode,
    pub statements: usize,
    pub elapsed: Duration,
    /// What the server remarked.
    pub notices: Vec<Diagnostic>,
}

impl Done {
    pub fn milliseconds(&self) -> u128 {
        self.elapsed.as_millis()
    }
}

/// Where a database stands.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Status {
    pub recorded: Recorded,
    /// The table that says so, `"public"."schema_migrations"`.
    pub table: String,
    /// Every migration of the folder, oldest first.
    pub migrations: Vec<MigrationStatus>,
    /// Whether the folder has the recorded version (or none is recorded).
    pub known: bool,
}

#[derive(Clone, PartialEq, Eq, Debug)]
pub struct MigrationStatus {
    pub version: u64,
    pub name: String,
    pub state: State,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum State {
    Applied,
    /// Begun and not ended.
    Dirty,
    Pending,
}

/// Applies what is pending, oldest first; returns what was run. An error leaves those before it applied.
pub async fn up(
    url: &str,
    set: &MigrationSet,
    steps: Steps,
    options: &MigrateOptions,
    progress: &mut (dyn FnMut(Progress<'_>) + Send),
) -> Result<Vec<Done>, LiveError> {
    run(url, set, Direction::Up, steps, options, progress).await
}

/// Undoes the newest first; returns what was run. Every down file is looked for before the first is run.
pub async fn down(
    url: &str,
    set: &MigrationSet,
    steps: Steps,
    options: &MigrateOptions,
    progress: &mut (dyn FnMut(Progress<'_>) + Send),
) -> Result<Vec<Done>, LiveError> {
    run(url, set, Direction::Down, steps, options, progress).await
}

/// Where a database stands. Changes nothing, takes no lock, needs only the right to read the table.
pub async fn status(url: &str, set: &MigrationSet, options: &MigrateOptions) -> Result<Status, LiveError> {
    let versions = numbers(set)?;
    let mut connection = open(url, options).await?;
    let table = VersionTable::locate(&mut connection, url).await?;
    let recorded = table.read(&mut connection).await?;
    let _ = connection.close().await;
    let state = |version: u64| match recorded.version {
        Some(current) if version == current && recorded.dirty => State::Dirty,
        Some(current) if version <= current => State::Applied,
        _ => State::Pending,
    };
    let migrations = set
        .migrations
        .iter()
        .zip(versions)
        .map(|(migration, version)| MigrationStatus {
            version,
            name: migration.name.clone(),
            state: state(version),
        })
        .collect();
    let known = recorded.version.is_none_or(|version| set.position(version).is_some());
    Ok(Status { recorded, table: table.sql(), migrations, known })
}

/// Says that a database stands at a version, clean, without running anything: for a person who has repaired it.
pub async fn force(
    url: &str,
    version: Option<u64>,
    options: &MigrateOptions,
    progress: &mut (dyn FnMut(Progress<'_>) + Send),
) -> Result<(), LiveError> {
    let mut session = Session::open(url, options, progress).await?;
    let result = session.record(Recorded { version, dirty: false }).await;
    session.close().await;
    result
}

async fn run(
    url: &str,
    set: &MigrationSet,
    direction: Direction,
    steps: Steps,
    options: &MigrateOptions,
    progress: &mut (dyn FnMut(Progress<'_>) + Send),
) -> Result<Vec<Done>, LiveError> {
    if !set.whole {
        return Err(LiveError::SetBroken { dir: set.dir.clone() });
    }
    numbers(set)?;
    let mut session = Session::open(url, options, progress).await?;
    let result = session.run(set, direction, steps, progress).await;
    session.close().await;
    result
}

async fn open(url: &str, options: &MigrateOptions) -> Result<PgConnection, LiveError> {
    connect_options(&parse_url(url)?, &redact_url(url), options.connect_timeout).await
}

/// A locked database: one connection holds the lock, the other works.
struct Session {
    lock: PgConnection,
    keys: [u32; 2],
    worker: PgConnection,
    table: VersionTable,
}

/// The versions as the table holds them: one number a migration, each above the one before.
fn numbers(set: &MigrationSet) -> Result<Vec<u64>, LiveError> {
    let mut numbers: Vec<u64> = Vec::with_capacity(set.migrations.len());
    for migration in &set.migrations {
        let refused = |reason| LiveError::VersionNotKept {
            version: migration.version.to_string(),
            name: migration.name.clone(),
            layout: set.layout.name(),
            reason,
        };
        let number = migration.version.as_number().ok_or_else(|| refused("is no number that fits bigint"))?;
        if set.whole && numbers.last().is_some_and(|last| *last >= number) {
            return Err(refused("is not above the version that runs before it"));
        }
        numbers.push(number);
    }
    Ok(numbers)
}

/// One migration to run, and what is recorded when it has.
struct Planned<'a> {
    migration: &'a Migration,
    version: u64,
    script: Script,
    direction: Direction,
    target: Option<u64>,
}

impl Session {
    async fn open(
        url: &str,
        options: &MigrateOptions,
        progress: &mut (dyn FnMut(Progress<'_>) + Send),
    ) -> Result<Self, LiveError> {
        let mut lock = open(url, options).await?;
        let table = VersionTable::locate(&mut lock, url).await?;
        let row = sqlx::raw_sql("SELECT pg_catalog.current_database()::text").fetch_one(&mut lock).await;
        let database: String = row
            .and_then(|row| row.try_get(0))
            .map_err(|error| LiveError::sql("asking for the database's name", &error))?;
        let keys = lock::keys(&database, &table);
        let mut waiting = |holder: &str| progress(Progress::Waiting { holder });
        lock::acquire(&mut lock, keys, options.lock_timeout, &mut waiting).await?;
        let worker = open(url, options).await?;
        let mut session = Self { lock, keys, worker, table };
        session.table.ensure(&mut session.worker).await?;
        Ok(session)
    }

    async fn close(mut self) {
        // Whatever fails here, the end of the connections gives the lock back.
        let _ = self.worker.close().await;
        let _ = lock::release(&mut self.lock, self.keys).await;
        let _ = self.lock.close().await;
    }

    async fn record(&mut self, recorded: Recorded) -> Result<(), LiveError> {
        let action = format!("noting the version in {}", self.table.sql());
        script::execute(&mut self.worker, &self.table.record(recorded), &action).await
    }

    async fn run(
        &mut self,
        set: &MigrationSet,
        direction: Direction,
        steps: Steps,
        progress: &mut (dyn FnMut(Progress<'_>) + Send),
    ) -> Result<Vec<Done>, LiveError> {
        let recorded = self.table.read(&mut self.worker).await?;
        if recorded.dirty {
            return Err(LiveError::Dirty {
                version: recorded.version.map_or_else(|| "none".to_owned(), |version| version.to_string()),
                table: self.table.sql(),
            });
        }
        let mut all = Vec::new();
        for planned in plan(set, recorded.version, direction, steps)? {
            let Planned { migration, .. } = &planned;
            progress(Progress::Started { version: planned.version, name: &migration.name, direction });
            let done = self.apply(set, &planned).await?;
            progress(Progress::Finished(&done));
            all.push(done);
        }
        Ok(all)
    }

    async fn apply(&mut self, set: &MigrationSet, planned: &Planned<'_>) -> Result<Done, LiveError> {
        let started = Instant::now();
        let Planned { migration, version, script, direction, target } = planned;
        let clean = Recorded { version: *target, dirty: false };
        let file = migration.file(*direction).unwrap_or(migration.up);
        let in_one = script.mode == TransactionMode::One;
        if !in_one {
            self.record(Recorded { dirty: true, ..clean }).await?;
            fresh_session(&mut self.worker).await?;
        }
        let finish = if in_one { self.table.record(clean) } else { String::new() };
        let (mut notices, mut statements) = (Vec::new(), 0);
        let worker = &mut self.worker;
        let mut watch = Watch::default();
        let ran = script::run(
            worker,
            &set.sources,
            file,
            script,
            &finish,
            &mut notices,
            &mut statements,
            &mut watch,
        )
        .await;
        if let Err(error) = ran {
            let effect =
                if in_one { self.nothing_done(set, planned) } else { self.half_done(planned, statements) };
            return Err(explain(error, effect));
        }
        if !in_one {
            self.record(clean).await?;
        }
        fresh_session(&mut self.worker).await?;
        Ok(Done {
            version: *version,
            name: migration.name.clone(),
            direction: *direction,
            mode: script.mode,
            statements,
            elapsed: started.elapsed(),
            notices,
        })
    }

    /// After a failure in one transaction: what state, and nothing to do.
    fn nothing_done(&self, set: &MigrationSet, planned: &Planned<'_>) -> (String, Option<String>) {
        let at = set.position(planned.version);
        let before = match planned.direction {
            Direction::Up => at.and_then(|at| at.checked_sub(1)).and_then(|at| set.migrations.get(at)),
            Direction::Down => Some(planned.migration),
        };
        let stays = before.map_or_else(|| "none".to_owned(), |before| before.version.to_string());
        (format!("nothing of this file took effect: {} stays at version {stays}", self.table.sql()), None)
    }

    /// After a failure without a transaction: what state, and how to get out of it.
    fn half_done(&self, planned: &Planned<'_>, statements: usize) -> (String, Option<String>) {
        let target = planned.target.map_or_else(|| "none".to_owned(), |version| version.to_string());
        let total = planned.script.steps.len();
        let state = format!(
            "the file does not run in one transaction: {statements} of its {total} statements took effect, and {} \
             says version {target}, dirty",
            self.table.sql()
        );
        let way_out = format!(
            "undo or complete the rest by hand (a failed CREATE INDEX CONCURRENTLY leaves an invalid index: drop it), \
             then record where the database stands: `{}`, or `migrate force VERSION` of golang-migrate",
            update(&self.table.sql())
        );
        (state, Some(way_out))
    }
}

/// Adds to a refusal what state it leaves and how to get out of it.
fn explain(error: LiveError, (state, way_out): (String, Option<String>)) -> LiveError {
    let LiveError::Finding(mut finding) = error else { return error };
    finding.why = Some(finding.why.map_or_else(|| state.clone(), |why| format!("{why}\n{state}")));
    if let Some(way_out) = way_out {
        finding.help =
            Some(finding.help.map_or_else(|| way_out.clone(), |hint| format!("{hint}\n{way_out}")));
    }
    LiveError::Finding(finding)
}

/// The statement that a person runs after a repair.
pub(crate) fn update(table: &str) -> String {
    format!("UPDATE {table} SET version = VERSION, dirty = false")
}

/// What to run, in order. Reads every file first: nothing is begun that cannot be gone through with.
fn plan(
    set: &MigrationSet,
    current: Option<u64>,
    direction: Direction,
    steps: Steps,
) -> Result<Vec<Planned<'_>>, LiveError> {
    let at = match current {
        None => None,
        Some(version) => match set.position(version) {
            Some(at) => Some(at),
            None => return Err(LiveError::VersionUnknown { version, dir: set.dir.clone() }),
        },
    };
    let versions = numbers(set)?;
    let order: Vec<usize> = match direction {
        Direction::Up => (at.map_or(0, |at| at + 1)..set.migrations.len()).collect(),
        Direction::Down => (0..at.map_or(0, |at| at + 1)).rev().collect(),
    };
    let mut planned = Vec::new();
    for at in order.into_iter().take(steps.limit()) {
        let (Some(migration), Some(version)) = (set.migrations.get(at), versions.get(at).copied()) else {
            continue;
        };
        let before = at.checked_sub(1).and_then(|before| versions.get(before).copied());
        let target = match direction {
            Direction::Up => Some(version),
            Direction::Down => before,
        };
        let Some(file) = migration.file(direction) else {
            return Err(LiveError::NoDown { version, name: migration.name.clone() });
        };
        let outside = migration.transaction(direction) == Transaction::Outside;
        let script = Script::read(&set.sources, file, outside).map_err(LiveError::Finding)?;
        planned.push(Planned { migration, version, script, direction, target });
    }
    Ok(planned)
}
