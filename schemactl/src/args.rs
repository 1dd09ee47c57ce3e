//! What can be written on the command line.

use std::path::PathBuf;

use clap::builder::PossibleValuesParser;
use clap::{Args, Parser, Subcommand, ValueEnum};

const EXAMPLES: &str = "\
Examples:
  schemactl report                          what the migrations define, and whether everything agrees with it
  schemactl check                           the gate for CI: exit status 1 when anything disagrees
  schemactl diff migrations shadow          compare our reading of the migrations with PostgreSQL's
  schemactl diff migrations $DATABASE_URL   has the live database drifted?
  schemactl init                            write a schemactl.toml for the project found here
  schemactl generate                        write the Rust models
  schemactl dump > schema.sql               the whole schema as SQL, no database needed
  schemactl lock                            keep what only a server can tell, so that nobody else needs one

Exit status: 0 nothing to say, 1 findings, 2 could not run.
Settings come from schemactl.toml in the current folder, flags win over it.";

/// Write SQL migrations; everything else is derived from them, and proven to agree with them.
#[derive(Debug, Parser)]
#[command(name = "schemactl", version, after_help = EXAMPLES, max_term_width = 100)]
pub(crate) struct Cli {
    #[command(flatten)]
    pub(crate) global: Global,
    #[command(subcommand)]
    pub(crate) command: Command,
}

#[derive(Debug, Args)]
pub(crate) struct Global {
    /// The folder of the migrations [default: `migrations`, or what schemactl.toml says]
    #[arg(long, value_name = "DIR", global = true)]
    pub(crate) migrations: Option<PathBuf>,
    /// How the migrations are laid out: auto, goose, dbmate, sql-migrate, tern, prisma, diesel, refinery, flyway,
    /// golang-migrate, sqlx, pg_dump, file or plain [default: auto, or what schemactl.toml says]
    #[arg(long, value_name = "NAME", global = true, value_parser = layouts(), hide_possible_values = true)]
    pub(crate) layout: Option<String>,
    /// The settings file [default: schemactl.toml, if it is there]
    #[arg(long, value_name = "FILE", global = true)]
    pub(crate) config: Option<PathBuf>,
    /// When to use colour; NO_COLOR is respected
    #[arg(long, value_enum, default_value_t = Colour::Auto, value_name = "WHEN", global = true)]
    pub(crate) color: Colour,
    /// Say nothing on standard error but errors
    #[arg(long, short, global = true)]
    pub(crate) quiet: bool,
    /// Treat statements whose effect is not known as errors
    #[arg(long, global = true)]
    pub(crate) strict: bool,
}

/// `auto` and the names of the layouts.
fn layouts() -> PossibleValuesParser {
    let names = schemactl_schema::migrations::layout::ALL.iter().map(|facts| facts.name);
    PossibleValuesParser::new(std::iter::once("auto").chain(names))
}

fn crate_name(text: &str) -> Result<String, String> {
    if schemactl_codegen::manifest::is_crate_name(text) {
        Ok(text.to_owned())
    } else {
        Err(schemactl_codegen::manifest::CRATE_NAME.to_owned())
    }
}

#[derive(Clone, Copy, PartialEq, Eq, Debug, ValueEnum)]
pub(crate) enum Colour {
    Auto,
    Always,
    Never,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// The compatibility report: schema, models, types, indexes, migrations, and what was not checked
    Report(Report),
    /// Everything that CI must hold: the findings of the report and the generated files
    #[command(after_help = "\
Exit status: 0 no finding is an error, 1 at least one is, 2 could not run.

Examples:
  schemactl check                              with a throw-away server if PostgreSQL is installed
  schemactl check --against none               from the files alone, with schemactl.lock if there is one
  schemactl check --shadow                     the schema as PostgreSQL itself reads the migrations")]
    Check(Check),
    /// What differs between two schemas
    #[command(after_help = "\
A and B are each one of:
  migrations, migrations:DIR   the migrations, replayed without a database
  shadow, shadow:DIR           the migrations, replayed on a throw-away PostgreSQL server
  postgres://…                 a live database
  sql:FILE                     one file of SQL, replayed without a database

Exit status: 0 no difference, 1 differences (an object that only B has is one), 2 a side could not be read.

Examples:
  schemactl diff migrations shadow
  schemactl diff migrations postgres://app@localhost/app
  schemactl diff migrations sql:structure.sql --sql > cure.sql
  schemactl diff migrations $DATABASE_URL --shadow        migrations as PostgreSQL reads them")]
    Diff(Diff),
    /// Write a commented schemactl.toml for the project in the current folder; one that is there stays
    Init,
    /// Write the Rust models; only files that changed are written
    #[command(after_help = "\
The root file is lib.rs in a folder that is called src, and mod.rs in any other; `layout` under [generate] of
schemactl.toml says otherwise. All settings: docs/generate.md.

Examples:
  schemactl generate                   writes what changed
  schemactl generate --check           for CI: exit status 1 when a file is not up to date
  schemactl generate --migrations db/migrations --out src/schema
                                       a module tree: src/schema/mod.rs and what is below it
  schemactl generate --crate app-schema --out crates/app-schema
                                       a whole crate: Cargo.toml and src/lib.rs
  schemactl generate --shadow          with PostgreSQL's own reading of the migrations")]
    Generate(Generate),
    /// The schema as SQL that loads into an empty database
    #[command(after_help = "\
Examples:
  schemactl dump > schema.sql          without a database
  schemactl dump --shadow > schema.sql with PostgreSQL's own reading of the migrations")]
    Dump(Dump),
    /// Keep what a server makes of the migrations in schemactl.lock, so that other commands need none
    #[command(after_help = "\
Migrations whose effect is not known without a server (a string that EXECUTE builds, for example) run once on a
throw-away PostgreSQL. What came of it is written to schemactl.lock in the folder of the migrations, to be committed
with them. All commands and build.rs then read it instead of asking a server, and say so when it no longer fits.

Exit status: 0 the lock is written, up to date or not needed; 1 findings, or with --check it is not up to date; 2 could
not run.

Examples:
  schemactl lock                       after a migration was added or changed
  schemactl lock --check               in CI: is the committed lock what PostgreSQL makes?")]
    Lock(Lock),
    /// Apply migrations to a database, in golang-migrate's format
    Migrate(Migrate),
    /// Print a completion script for a shell
    #[command(after_help = "Example: schemactl completions bash > /etc/bash_completion.d/schemactl")]
    Completions { shell: clap_complete::Shell },
}

/// Which server the migrations are held against.
#[derive(Debug, Args)]
pub(crate) struct ServerArgs {
    /// A server to compare with: `auto` (DATABASE_URL if set, else a shadow if PostgreSQL is installed),
    /// `shadow` (a throw-away server), a postgres:// URL, or `none`
    #[arg(long, value_name = "SERVER", default_value = "auto")]
    pub(crate) against: String,
    /// The live database that `auto` means
    #[arg(long, env = "DATABASE_URL", hide_env_values = true, value_name = "URL")]
    pub(crate) database_url: Option<String>,
    #[command(flatten)]
    pub(crate) shadow: ShadowArgs,
}

#[derive(Debug, Args)]
pub(crate) struct ShadowArgs {
    /// Take the schema from a throw-away server on which the migrations run, where without one the effect of a
    /// statement is not known (a string that EXECUTE builds); places still name the migration's line
    #[arg(long)]
    pub(crate) shadow: bool,
    /// A server on which to make throw-away databases, instead of starting one
    #[arg(long, env = "SCHEMACTL_SHADOW_URL", hide_env_values = true, value_name = "URL")]
    pub(crate) shadow_url: Option<String>,
}

#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  schemactl report                             as text, with a throw-away server if PostgreSQL is installed
  schemactl report --against none              from the catalog alone
  schemactl report --shadow                    from a throw-away server's catalog, whatever EXECUTE builds
  schemactl report --format markdown > schema.md
  schemactl report --format json | jq '.findings[] | select(.severity == \"error\")'")]
pub(crate) struct Report {
    #[arg(long, value_enum, default_value_t = Format::Text)]
    pub(crate) format: Format,
    /// Every line, also of groups where all holds (text only)
    #[arg(long)]
    pub(crate) full: bool,
    #[command(flatten)]
    pub(crate) server: ServerArgs,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug, ValueEnum)]
pub(crate) enum Format {
    Text,
    Markdown,
    Json,
}

#[derive(Debug, Args)]
pub(crate) struct Check {
    #[command(flatten)]
    pub(crate) server: ServerArgs,
}

#[derive(Debug, Args)]
pub(crate) struct Diff {
    /// The schema that is meant to hold: migrations, shadow, sql:FILE, or a postgres:// URL
    #[arg(value_name = "A")]
    pub(crate) left: String,
    /// The schema that is held against it
    #[arg(value_name = "B")]
    pub(crate) right: String,
    /// Print the SQL that turns B into A instead; statements that lose rows are written as comments
    #[arg(long)]
    pub(crate) sql: bool,
    /// With --sql: write DROP TABLE and DROP COLUMN to be run, not as comments
    #[arg(long, requires = "sql")]
    pub(crate) lossy: bool,
    #[command(flatten)]
    pub(crate) shadow: ShadowArgs,
}

#[derive(Debug, Args)]
pub(crate) struct Generate {
    /// Write nothing; print what would change as a unified diff and exit with 1
    #[arg(long)]
    pub(crate) check: bool,
    /// The folder to write to [default: generated/src, or what schemactl.toml says]
    #[arg(long, value_name = "DIR")]
    pub(crate) out: Option<PathBuf>,
    /// Write a whole crate of this name: Cargo.toml, where there is none but ours, and src
    #[arg(long = "crate", value_name = "NAME", value_parser = crate_name, requires = "out")]
    pub(crate) crate_name: Option<String>,
    #[command(flatten)]
    pub(crate) shadow: ShadowArgs,
}

#[derive(Debug, Args)]
pub(crate) struct Lock {
    /// Write nothing; exit with 1 when the lock is not what the migrations make
    #[arg(long)]
    pub(crate) check: bool,
    /// A server on which to make throw-away databases, instead of starting one
    #[arg(long, env = "SCHEMACTL_SHADOW_URL", hide_env_values = true, value_name = "URL")]
    pub(crate) shadow_url: Option<String>,
}

#[derive(Debug, Args)]
pub(crate) struct Dump {
    #[command(flatten)]
    pub(crate) shadow: ShadowArgs,
}

#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  schemactl migrate up --database-url postgres://app@localhost/app
  schemactl migrate down 1
  schemactl migrate status")]
pub(crate) struct Migrate {
    #[command(subcommand)]
    pub(crate) action: MigrateAction,
    #[arg(long, env = "DATABASE_URL", hide_env_values = true, value_name = "URL", global = true)]
    pub(crate) database_url: Option<String>,
}

#[derive(Debug, Subcommand)]
pub(crate) enum MigrateAction {
    /// Apply pending migrations: all, or the next N
    Up {
        #[arg(value_name = "N")]
        steps: Option<usize>,
    },
    /// Undo migrations: the last one, the last N, or all
    Down {
        #[arg(value_name = "N", conflicts_with = "all")]
        steps: Option<usize>,
        #[arg(long)]
        all: bool,
    },
    /// Which migrations are applied
    Status,
    /// Record a version without running anything, after mending a dirty database by hand
    Force {
        /// A version of the folder, or `none`
        #[arg(value_name = "VERSION")]
        version: String,
    },
}
