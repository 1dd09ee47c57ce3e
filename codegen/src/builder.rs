//! The API for build scripts: a folder of migrations in, an up-to-date module tree out.

use std::env;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use schemactl_schema::diagnostic::{Severity, Style};
use schemactl_schema::migrations::{self, MigrationSet};
use schemactl_schema::replay::replay_files;
use schemactl_schema::resolve::lock;

use crate::files::{self, FilesError, Outcome};
use crate::settings::{FILE_NAME, Project, SettingsError};
use crate::{Layout, Settings, generate, stamp};

/// Regenerates the models of a crate when a migration changes, from its `build.rs`:
///
/// ```no_run
/// fn main() -> Result<(), schemactl_codegen::BuildError> {
///     schemactl_codegen::Builder::new().migrations("migrations").generate()?;
///     Ok(())
/// }
/// ```
///
/// and in the crate:
///
/// ```ignore
/// mod schema {
///     include!(concat!(env!("OUT_DIR"), "/schema/mod.rs"));
/// }
/// ```
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Builder {
    migrations: Option<PathBuf>,
    migration_layout: Option<migrations::Layout>,
    out_dir: Option<PathBuf>,
    settings: Option<Settings>,
}

/// Why a build script could not generate.
#[derive(thiserror::Error, Debug)]
pub enum BuildError {
    /// The migrations have errors; the text shows each with its place.
    #[error("the migrations have errors, so nothing was generated:\n{findings}")]
    Migrations { findings: String },
    #[error("OUT_DIR is not set: call this from a build script, or name a folder with `out_dir`")]
    NoOutDir,
    #[error(transparent)]
    Files(#[from] FilesError),
    /// `schemactl.toml` cannot be used.
    #[error(transparent)]
    Settings(#[from] SettingsError),
}

impl Default for Builder {
    fn default() -> Self {
        Self::new()
    }
}

impl Builder {
    /// Reads `schemactl.toml` beside the crate's `Cargo.toml`, if it is there, and the migrations that it names, else the
    /// folder `migrations`; writes a module tree to `$OUT_DIR/schema`. What is said here goes before the file.
    pub fn new() -> Self {
        Self { migrations: None, migration_layout: None, out_dir: None, settings: None }
    }

    /// The folder of the migrations, relative to the crate's folder.
    #[must_use]
    pub fn migrations(mut self, folder: impl Into<PathBuf>) -> Self {
        self.migrations = Some(folder.into());
        self
    }

    /// How the migrations are laid out, when the folder's content shall not decide.
    #[must_use]
    pub fn migration_layout(mut self, layout: migrations::Layout) -> Self {
        self.migration_layout = Some(layout);
        self
    }

    /// The folder that holds the generated modules and nothing else that schemactl wrote.
    #[must_use]
    pub fn out_dir(mut self, folder: impl Into<PathBuf>) -> Self {
        self.out_dir = Some(folder.into());
        self
    }

    /// How code is generated, in the place of `[generate]` of `schemactl.toml`.
    #[must_use]
    pub fn settings(mut self, settings: Settings) -> Self {
        self.settings = Some(settings);
        self
    }

    /// Generates, and tells cargo to run the script again when the folder of the migrations changes. Findings
    /// that are warnings become warnings of the build.
    ///
    /// What only a server knows of the migrations is read from `schemactl.lock` in their folder (`schemactl lock` makes
    /// it); one that no longer fits is an error.
    ///
    /// # Errors
    /// When a migration has an error (nothing is written then), or files cannot be written.
    pub fn generate(&self) -> Result<Outcome, BuildError> {
        let project = Project::load(Path::new(""))?;
        let migrations = self
            .migrations
            .clone()
            .or_else(|| project.migrations.clone())
            .unwrap_or_else(|| PathBuf::from("migrations"));
        let mut settings = self.settings.clone().unwrap_or_else(|| project.generate.clone());
        if self.settings.is_none() {
            // What is included in a file of the crate is a module, wherever the program writes its own.
            settings.layout = Some(Layout::Module);
            settings.crate_name = None;
        }
        println!("cargo:rerun-if-changed={}", migrations.display());
        // Named even where it is not: cargo sees it come.
        println!("cargo:rerun-if-changed={FILE_NAME}");
        let out_dir = match &self.out_dir {
            Some(folder) => folder.clone(),
            None => PathBuf::from(env::var_os("OUT_DIR").ok_or(BuildError::NoOutDir)?).join("schema"),
        };
        let layout = self.migration_layout.or(project.layout);
        let inputs = stamp::inputs(&migrations, &format!("{layout:?}\n{}", settings.canonical())).ok();
        if inputs.as_ref().is_some_and(|inputs| stamp::holds(&out_dir, inputs)) {
            return Ok(Outcome { unchanged: stamp::files(&out_dir), ..Outcome::default() });
        }
        let (mut set, mut findings) = MigrationSet::read_as(&migrations, layout);
        if let Some((path, text)) = &project.file {
            settings.read_from(set.sources.add(path, text.clone()));
        }
        let mut sources = std::mem::take(&mut set.sources);
        let replayed = replay_files(&sources, &set.up_files());
        let (replayed, _) = lock::apply(&set, &mut sources, replayed);
        set.sources = sources;
        findings.extend(replayed.diagnostics);
        let (files, made) = generate(&replayed.catalog, &settings);
        findings.extend(made);
        let mut errors = String::new();
        let mut warned = false;
        for finding in &findings {
            match finding.severity {
                Severity::Error => {
                    // Writing to a String cannot fail.
                    let _ = writeln!(errors, "{}", set.render(finding, Style::Plain));
                }
                Severity::Warning => {
                    let place = finding.places.first().map(|(span, _)| set.sources.place(*span));
                    let place = place.map(|place| format!("{place}: ")).unwrap_or_default();
                    warned = true;
                    println!("cargo:warning={place}{}", finding.message.replace('\n', " "));
                }
                Severity::Info => {}
            }
        }
        if errors.is_empty() {
            let outcome = files::write(&out_dir, &files)?;
            // A run that warned must warn again, so it is not remembered.
            if let Some(inputs) = inputs.filter(|_| !warned) {
                stamp::keep(&out_dir, &inputs, files.iter().map(|file| file.path.as_path()));
            }
            Ok(outcome)
        } else {
            Err(BuildError::Migrations { findings: errors })
        }
    }
}
