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
use crate::stamp::{Inputs, Stamp, Verdict};
use crate::{Layout, Settings, generate, rules};

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
    /// The crate's folder; empty where it is the current one, as it is for a build script.
    pub(crate) root: PathBuf,
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
        Self { migrations: None, migration_layout: None, out_dir: None, settings: None, root: PathBuf::new() }
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

    /// Generates, and tells cargo to run the script again when the folder of the migrations or `schemactl.toml` changes.
    /// Findings that are warnings become warnings of the build.
    ///
    /// A run that finds everything as the last one left it reads no migration and repeats the warnings. What it goes by,
    /// a stamp in the folder of the modules, cannot be written where that folder is read-only: then each run generates.
    ///
    /// What only a server knows of the migrations is read from `schemactl.lock` in their folder (`schemactl lock` makes
    /// it); one that no longer fits is an error.
    ///
    /// # Errors
    /// When a migration has an error (nothing is written then), or files cannot be written.
    pub fn generate(&self) -> Result<Outcome, BuildError> {
        self.run(&mut |line| println!("{line}"))
    }

    /// The same, with the lines that cargo is told going to `tell`.
    pub(crate) fn run(&self, tell: &mut dyn FnMut(&str)) -> Result<Outcome, BuildError> {
        let out_dir = match &self.out_dir {
            Some(folder) => folder.clone(),
            None => PathBuf::from(env::var_os("OUT_DIR").ok_or(BuildError::NoOutDir)?).join("schema"),
        };
        let options = self.options();
        if let Some(stamp) = self.stamp_that_holds(&out_dir, &options, tell) {
            for warning in &stamp.warnings {
                tell(&format!("cargo:warning={warning}"));
            }
            return Ok(Outcome { unchanged: stamp.files(), ..Outcome::default() });
        }
        // Looked at before they are used: what changes between the two is found by the next run.
        let inputs = Inputs::new(&self.root, &options);
        let project = Project::load(&self.root)?;
        let migrations = self.folder(project.migrations.as_deref());
        self.watch(&migrations, project.file.is_some(), tell);
        let inputs = inputs.and_then(|inputs| inputs.with_migrations(&migrations)).and_then(Inputs::read);
        let mut settings = self.settings.clone().unwrap_or_else(|| project.generate.clone());
        let layout = self.migration_layout.or(project.layout);
        let (mut set, mut findings) = MigrationSet::read_as(&migrations, layout);
        if self.settings.is_none() {
            // What is included in a file of the crate is a module, wherever the program writes its own.
            settings.layout = Some(Layout::Module);
            settings.crate_name = None;
            settings.dependencies.clear();
            if let Some((path, text)) = &project.file {
                settings.read_from(set.sources.add(path, text.clone()));
            }
        }
        let mut sources = std::mem::take(&mut set.sources);
        let replayed = replay_files(&sources, &set.up_files());
        let (replayed, _) = lock::apply(&set, &mut sources, replayed);
        set.sources = sources;
        findings.extend(replayed.diagnostics);
        findings.iter_mut().for_each(rules::soften);
        let (files, made) = generate(&replayed.catalog, &settings);
        findings.extend(made);
        let mut errors = String::new();
        let mut warnings = Vec::new();
        for finding in &findings {
            match finding.severity {
                Severity::Error => {
                    // Writing to a String cannot fail.
                    let _ = writeln!(errors, "{}", set.render(finding, Style::Plain));
                }
                Severity::Warning => {
                    let place = finding.places.first().map(|(span, _)| set.sources.place(*span));
                    let place = place.map(|place| format!("{place}: ")).unwrap_or_default();
                    warnings.push(format!("{place}{}", finding.message).replace('\n', " "));
                }
                Severity::Info => {}
            }
        }
        for warning in &warnings {
            tell(&format!("cargo:warning={warning}"));
        }
        if errors.is_empty() {
            let outcome = files::write(&out_dir, &files)?;
            if let Some(inputs) = inputs {
                Stamp::keep(&out_dir, inputs, project.migrations.as_deref(), &files, warnings);
            }
            Ok(outcome)
        } else {
            Err(BuildError::Migrations { findings: errors })
        }
    }

    /// The folder of the migrations, given what `schemactl.toml` says of it.
    fn folder(&self, of_project: Option<&Path>) -> PathBuf {
        self.root.join(self.migrations.as_deref().or(of_project).unwrap_or(Path::new("migrations")))
    }

    /// What the build script asks for: an input like the files.
    pub(crate) fn options(&self) -> String {
        let Self { migrations, migration_layout, out_dir: _, settings, root: _ } = self;
        format!("{migrations:?}\n{migration_layout:?}\n{:?}", settings.as_ref().map(Settings::canonical))
    }

    /// The stamp of the last run, when nothing has changed since. No file of the project is read for that: where it
    /// says what it said, `schemactl.toml` names the folder that it named.
    fn stamp_that_holds(&self, out_dir: &Path, options: &str, tell: &mut dyn FnMut(&str)) -> Option<Stamp> {
        let mut stamp = Stamp::load(out_dir)?;
        let migrations = self.folder(stamp.migrations.as_deref().map(Path::new));
        let inputs = Inputs::new(&self.root, options)?.with_migrations(&migrations)?;
        if stamp.compare(out_dir, &inputs) == Verdict::Changed {
            return None;
        }
        self.watch(&migrations, inputs.has_settings(), tell);
        Some(stamp)
    }

    /// Tells cargo when to run the script again.
    ///
    /// What is not there must not be named: cargo would run the script, and compile the crate, in every build.
    fn watch(&self, migrations: &Path, has_settings: bool, tell: &mut dyn FnMut(&str)) {
        let mut watched = vec![migrations.to_path_buf()];
        watched.extend(has_settings.then(|| self.root.join(FILE_NAME)));
        if migrations.is_file() {
            watched.extend(Some(lock::path_beside(migrations, true)).filter(|lock| lock.is_file()));
        }
        for path in watched {
            match path.to_str().filter(|path| !path.contains('\n')) {
                Some(path) => tell(&format!("cargo:rerun-if-changed={path}")),
                None => {
                    // One that is never there.
                    tell("cargo:rerun-if-changed=schemactl/cannot/name/it");
                    let shown = path.to_string_lossy().replace('\n', " ");
                    tell(&format!(
                        "cargo:warning=cargo cannot watch {shown}, a name that is not UTF-8 or has a line break: \
                         the build script runs in every build"
                    ));
                }
            }
        }
    }
}
