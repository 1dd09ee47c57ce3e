//! The project a command runs in: its settings, its migrations, and the catalog they make.

use std::path::{Path, PathBuf};

use schemactl_schema::catalog::Catalog;
use schemactl_schema::diagnostic::{Diagnostic, Severity};
use schemactl_schema::migrations::{Layout, MigrationSet};
use schemactl_schema::replay::{self, Outcome, Replayed};
use schemactl_schema::rules;
use schemactl_verify::config::Config;
use schemactl_verify::report::{By, Resolved};

use crate::args::{Global, ShadowArgs};
use crate::failure::Failure;
use crate::resolve;
use crate::terminal::Terminal;

#[derive(Debug)]
pub(crate) struct Project {
    pub(crate) config: Config,
    pub(crate) set: MigrationSet,
    pub(crate) catalog: Catalog,
    pub(crate) statements: Vec<Outcome>,
    /// From reading the files and from replaying them.
    pub(crate) diagnostics: Vec<Diagnostic>,
    /// Whose reading of the migrations the catalog is, when it is not ours.
    pub(crate) resolved: Option<Resolved>,
}

/// The settings, flags over them.
pub(crate) fn config(global: &Global) -> Result<Config, Failure> {
    let mut config = match &global.config {
        Some(path) => Config::load_file(path)?,
        None => Config::load(Path::new(""))?,
    };
    if let Some(dir) = &global.migrations {
        // A flag is relative to where the command runs, not to the settings file.
        config.migrations.0 = if config.folder.as_os_str().is_empty() { dir.clone() } else { absolute(dir) };
    }
    if let Some(layout) = &global.layout {
        config.layout = layout.parse().ok();
    }
    Ok(config)
}

fn absolute(dir: &Path) -> PathBuf {
    std::path::absolute(dir).unwrap_or_else(|_| dir.to_path_buf())
}

/// Reads and replays the migrations; with `--shadow` on a server, too. Fails when the folder gives nothing to work on.
///
/// A command loads once, and the process ends with it: what was loaded is not taken apart piece by piece.
pub(crate) fn load(
    global: &Global,
    shadow: &ShadowArgs,
    terminal: &Terminal,
) -> Result<&'static mut Project, Failure> {
    let config = config(global)?;
    let dir = config.migrations_dir();
    let (mut set, mut diagnostics) = read_set(&dir, config.layout)?;
    let replayed = replay::replay(&set);
    let (mut replayed, resolved) = if shadow.shadow {
        let asked = resolve::on_shadow(&set, replayed, shadow, terminal)?;
        (asked.completed, asked.resolved)
    } else {
        let mut sources = std::mem::take(&mut set.sources);
        let completed = resolve::by_lock(&set, &mut sources, replayed);
        set.sources = sources;
        completed
    };
    diagnostics.append(&mut replayed.diagnostics);
    if global.strict {
        for diagnostic in &mut diagnostics {
            if diagnostic.code == rules::OPAQUE.code {
                diagnostic.severity = Severity::Error;
            }
        }
    }
    let mut config = config;
    if let Some(written) = &config.written {
        // Findings about settings show their lines.
        config.generate.read_from(written.add_to(&mut set.sources));
    }
    let Replayed { catalog, statements, .. } = replayed;
    Ok(Box::leak(Box::new(Project { config, set, catalog, statements, diagnostics, resolved })))
}

/// Reads a folder of migrations; without any migration there is nothing to go on with.
pub(crate) fn read_set(
    dir: &Path,
    layout: Option<Layout>,
) -> Result<(MigrationSet, Vec<Diagnostic>), Failure> {
    let (set, diagnostics) = MigrationSet::read_as(dir, layout);
    if set.migrations.is_empty() {
        let sources = Box::new(set.sources);
        return Err(Failure::Findings(diagnostics, sources));
    }
    Ok((set, diagnostics))
}

impl Project {
    /// True when the catalog was read from a throw-away server just now.
    pub(crate) fn by_shadow(&self) -> bool {
        self.resolved.as_ref().is_some_and(|resolved| resolved.by == By::Shadow)
    }

    pub(crate) fn has_errors(&self) -> bool {
        self.diagnostics.iter().any(|diagnostic| diagnostic.severity == Severity::Error)
    }
}
