//! `schemactl migrate`: moves a database up and down.

use std::fmt::Write as _;

use schemactl_live::migrate::{self, Done, MigrateOptions, Progress, State, Steps};

use schemactl_schema::diagnostic::Severity;
use schemactl_schema::migrations::{Direction, Layout};

use crate::args::{Global, Migrate, MigrateAction};
use crate::failure::Failure;
use crate::terminal::Terminal;
use crate::{Ended, project, server};

pub(crate) fn run(args: &Migrate, global: &Global, terminal: &Terminal) -> Ended {
    let config = project::config(global)?;
    let (set, findings) = project::read_set(&config.migrations_dir(), config.layout)?;
    // Warnings about the folder are the report's; here they would bury what happens.
    let errors: Vec<_> = findings.into_iter().filter(|finding| finding.severity == Severity::Error).collect();
    terminal.findings(&errors, &set.sources);
    let Some(url) = &args.database_url else {
        return Err(Failure::Message(
            "no database is named\nhelp: give --database-url, or set DATABASE_URL".to_owned(),
        ));
    };
    if set.layout != Layout::GolangMigrate {
        terminal.progress(&format!(
            "the versions are kept in golang-migrate's table, not in that of {}: do not use both on one database",
            set.layout
        ));
    }
    let options = MigrateOptions::default();
    let mut progress = |step: Progress<'_>| match step {
        Progress::Waiting { holder } => terminal.progress(&format!("waiting for {holder}")),
        Progress::Started { version, name, direction, .. } => {
            terminal.progress(&format!("{} {version}_{name} …", word(direction)));
        }
        Progress::Finished(done) => terminal.progress(&line(done)),
    };
    let runtime = server::runtime()?;
    let live = |error| Failure::live(error, &set.sources);
    match &args.action {
        MigrateAction::Up { steps } => {
            let steps = steps.map_or(Steps::All, Steps::Only);
            let done =
                runtime.block_on(migrate::up(url, &set, steps, &options, &mut progress)).map_err(live)?;
            terminal.progress(&summary(&done, "applied"));
        }
        MigrateAction::Down { steps, all } => {
            let steps = if *all { Steps::All } else { Steps::Only(steps.unwrap_or(1)) };
            let done =
                runtime.block_on(migrate::down(url, &set, steps, &options, &mut progress)).map_err(live)?;
            terminal.progress(&summary(&done, "undone"));
        }
        MigrateAction::Force { version } => {
            // golang-migrate writes -1 for "no version".
            let version = if version == "none" { None } else { Some(number(version)?) };
            if let Some(version) = version.filter(|version| set.position(*version).is_none()) {
                return Err(Failure::Message(format!(
                    "{} has no migration {version}, so nothing was recorded\nhelp: name a version of the folder, or `none`",
                    set.dir.display()
                )));
            }
            runtime.block_on(migrate::force(url, version, &options, &mut progress)).map_err(live)?;
            let named =
                version.map_or_else(|| "no version".to_owned(), |version| format!("version {version}"));
            terminal.progress(&format!("recorded {named}; nothing was run"));
        }
        MigrateAction::Status => {
            let status = runtime.block_on(migrate::status(url, &set, &options)).map_err(live)?;
            let mut text = String::new();
            for migration in &status.migrations {
                let state = match migration.state {
                    State::Applied => "applied",
                    State::Dirty => "dirty",
                    State::Pending => "pending",
                };
                // Writing to a String cannot fail.
                let _ = writeln!(text, "{state:8} {:06}_{}", migration.version, migration.name);
            }
            if let (Some(version), false) = (status.recorded.version, status.known) {
                let _ = writeln!(
                    text,
                    "unknown  {version:06}: the database stands there, and the folder has no such migration"
                );
            }
            terminal.print(&text)?;
            let settled =
                status.known && status.migrations.iter().all(|migration| migration.state == State::Applied);
            return Ok(u8::from(!settled));
        }
    }
    Ok(0)
}

fn number(text: &str) -> Result<u64, Failure> {
    text.parse()
        .map_err(|_| Failure::Message(format!("`{text}` is no version\nhelp: write a number, or `none`")))
}

fn word(direction: Direction) -> &'static str {
    match direction {
        Direction::Up => "up",
        Direction::Down => "down",
    }
}

fn line(done: &Done) -> String {
    format!(
        "{} {}_{}: {} statements, {} ms",
        word(done.direction),
        done.version,
        done.name,
        done.statements,
        done.milliseconds()
    )
}

fn summary(done: &[Done], what: &str) -> String {
    match done.len() {
        0 => "nothing to do".to_owned(),
        1 => format!("1 migration {what}"),
        n => format!("{n} migrations {what}"),
    }
}
