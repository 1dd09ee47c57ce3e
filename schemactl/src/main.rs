//! The command line: arguments in, renderers out; no logic of its own.

mod args;
mod commands;
mod failure;
mod project;
mod resolve;
mod server;
mod side;
mod terminal;

use std::process::ExitCode;

use clap::{CommandFactory, Parser};

use args::{Cli, Command};
use failure::Failure;
use terminal::Terminal;

/// Syntax trees and the catalog are many small pieces: with the system's allocator a `dump` takes half as long again.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// Exit status of a run that ended: 0 nothing to say, 1 findings; 2 (could not run) is a [`Failure`].
pub(crate) type Ended = Result<u8, Failure>;

fn main() -> ExitCode {
    let cli = Cli::parse();
    let terminal = Terminal::new(&cli.global);
    let ended = match &cli.command {
        Command::Report(args) => commands::report::run(args, &cli.global, &terminal),
        Command::Check(args) => commands::check::run(args, &cli.global, &terminal),
        Command::Diff(args) => commands::diff::run(args, &cli.global, &terminal),
        Command::Init => commands::init::run(&terminal),
        Command::Generate(args) => commands::generate::run(args, &cli.global, &terminal),
        Command::Dump(args) => commands::dump::run(args, &cli.global, &terminal),
        Command::Lock(args) => commands::lock::run(args, &cli.global, &terminal),
        Command::Migrate(args) => commands::migrate::run(args, &cli.global, &terminal),
        Command::Completions { shell } => {
            let mut script = Vec::new();
            clap_complete::generate(*shell, &mut Cli::command(), "schemactl", &mut script);
            terminal.print(&String::from_utf8_lossy(&script)).map(|()| 0)
        }
    };
    match ended {
        Ok(status) => ExitCode::from(status),
        // The reader has seen enough.
        Err(Failure::ClosedPipe) => ExitCode::SUCCESS,
        Err(failure) => {
            terminal.error(&failure);
            ExitCode::from(2)
        }
    }
}
