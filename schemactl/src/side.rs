//! One side of a comparison: where a catalog comes from, and how it is called in messages.

use std::path::PathBuf;

use schemactl_live::introspect::Introspected;
use schemactl_live::redact_url;
use schemactl_schema::catalog::Catalog;
use schemactl_schema::diagnostic::Diagnostic;
use schemactl_schema::migrations::MigrationSet;
use schemactl_schema::replay::replay_files;
use schemactl_schema::source::Sources;

use crate::args::{Global, ShadowArgs};
use crate::failure::Failure;
use crate::terminal::Terminal;
use crate::{project, resolve, server};

/// `migrations`, `migrations:DIR`, `shadow`, `shadow:DIR`, `postgres://…`, `sql:FILE`.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) enum Side {
    Migrations(Option<PathBuf>),
    Shadow(Option<PathBuf>),
    Live(String),
    Sql(PathBuf),
}

/// A side's catalog. The places of its findings are in the `Sources` given to [`Side::load`].
#[derive(Debug)]
pub(crate) struct Loaded {
    pub(crate) label: String,
    pub(crate) catalog: Catalog,
    pub(crate) diagnostics: Vec<Diagnostic>,
}

impl Side {
    pub(crate) fn parse(text: &str) -> Result<Self, Failure> {
        let path = |path: &str| PathBuf::from(path);
        match text.split_once(':') {
            None if text == "migrations" => Ok(Self::Migrations(None)),
            None if text == "shadow" => Ok(Self::Shadow(None)),
            Some(("migrations", dir)) if !dir.is_empty() => Ok(Self::Migrations(Some(path(dir)))),
            Some(("shadow", dir)) if !dir.is_empty() => Ok(Self::Shadow(Some(path(dir)))),
            Some(("sql", file)) if !file.is_empty() => Ok(Self::Sql(path(file))),
            Some(("postgres" | "postgresql", _)) => Ok(Self::Live(text.to_owned())),
            _ => Err(Failure::Message(format!(
                "`{}` is no schema to compare\nhelp: write migrations, migrations:DIR, shadow, shadow:DIR, sql:FILE, or a postgres:// URL",
                redact_url(text)
            ))),
        }
    }

    /// True when the side is a server's own reading.
    pub(crate) fn is_server(&self) -> bool {
        matches!(self, Self::Shadow(_) | Self::Live(_))
    }

    pub(crate) fn load(
        &self,
        global: &Global,
        args: &ShadowArgs,
        sources: &mut Sources,
        terminal: &Terminal,
    ) -> Result<Loaded, Failure> {
        match self {
            Self::Migrations(dir) => {
                let (set, mut diagnostics) = read(dir.as_ref(), global, sources)?;
                let mut replayed = replay_files(sources, &set.up_files());
                if args.shadow {
                    // The server reads the set from its own sources; the places are the same.
                    let set = MigrationSet { sources: sources.clone(), ..set };
                    replayed = resolve::on_shadow(&set, replayed, args, terminal)?.completed;
                } else {
                    (replayed, _) = resolve::by_lock(&set, sources, replayed);
                }
                diagnostics.extend(replayed.diagnostics);
                let label =
                    dir.as_ref().map_or_else(|| "migrations".to_owned(), |dir| dir.display().to_string());
                Ok(Loaded { label, catalog: replayed.catalog, diagnostics })
            }
            Self::Shadow(dir) => {
                let config = project::config(global)?;
                let (set, diagnostics) = project::read_set(
                    &dir.clone().unwrap_or_else(|| config.migrations_dir()),
                    config.layout,
                )?;
                let options = server::shadow_options(args);
                let introspected = server::runtime()?
                    .block_on(server::shadow(&set, &options))
                    .map_err(|error| Failure::live(error, &set.sources))?;
                // What is wrong with the files is told by the side that reads them, or here when none does.
                let mut loaded = Self::introspected("shadow".to_owned(), introspected);
                loaded
                    .diagnostics
                    .extend(diagnostics.into_iter().filter(|finding| finding.places.is_empty()));
                Ok(loaded)
            }
            Self::Live(url) => {
                let introspected = server::runtime()?
                    .block_on(server::live(url))
                    .map_err(|error| Failure::live(error, sources))?;
                Ok(Self::introspected(format!("database {}", redact_url(url)), introspected))
            }
            Self::Sql(path) => {
                let text = std::fs::read(path).map_err(|error| {
                    Failure::Message(format!("{} cannot be read: {error}", path.display()))
                })?;
                let text = String::from_utf8(text).map_err(|error| {
                    let byte = error.utf8_error().valid_up_to();
                    Failure::Message(format!("{} is not UTF-8: byte {byte}", path.display()))
                })?;
                let file = sources.add(path.clone(), text);
                let replayed = replay_files(sources, &[file]);
                Ok(Loaded {
                    label: path.display().to_string(),
                    catalog: replayed.catalog,
                    diagnostics: replayed.diagnostics,
                })
            }
        }
    }

    fn introspected(label: String, introspected: Introspected) -> Loaded {
        Loaded { label, catalog: introspected.catalog, diagnostics: introspected.diagnostics }
    }
}

fn read(
    dir: Option<&PathBuf>,
    global: &Global,
    sources: &mut Sources,
) -> Result<(MigrationSet, Vec<Diagnostic>), Failure> {
    let config = project::config(global)?;
    let dir = dir.cloned().unwrap_or_else(|| config.migrations_dir());
    let (mut set, mut diagnostics) = project::read_set(&dir, config.layout)?;
    set.move_into(sources, &mut diagnostics);
    Ok((set, diagnostics))
}
