//! `schemactl generate`: Rust models from the catalog.

use std::path::Path;

use schemactl_codegen::files::{self, FilesError};
use schemactl_codegen::{GeneratedFile, Layout, Settings, manifest};
use schemactl_schema::diagnostic::Diagnostic;

use crate::args::{Generate, Global};
use crate::project::Project;
use crate::terminal::Terminal;
use crate::{Ended, project};

pub(crate) fn run(args: &Generate, global: &Global, terminal: &Terminal) -> Ended {
    let project = project::load(global, &args.shadow, terminal)?;
    let out = args.out.clone().unwrap_or_else(|| project.config.generated_dir());
    let settings = &mut project.config.generate;
    settings.out = Some(out.clone());
    if args.crate_name.is_some() {
        settings.crate_name.clone_from(&args.crate_name);
    }
    let settings = project.config.generate.clone();
    for finding in &mut project.diagnostics {
        schemactl_codegen::rules::soften(finding);
    }
    let Made { files: generated, findings, manifest_kept } = make(project, &out)?;
    terminal.findings(&project.diagnostics, &project.set.sources);
    terminal.findings(&findings, &project.set.sources);
    if project.has_errors() {
        // Models of a schema that PostgreSQL refuses would be wrong: what is on disk stays.
        terminal.progress("nothing written: the migrations have errors");
        return Ok(1);
    }
    let errors =
        findings.iter().any(|finding| finding.severity == schemactl_schema::diagnostic::Severity::Error);
    if manifest_kept {
        let path = out.join("Cargo.toml");
        terminal.progress(&format!("{} is not ours and stays as it is", path.display()));
    }
    if args.check {
        let stale = files::check(&out, &generated)?;
        for file in &stale {
            terminal.print(&file.diff)?;
        }
        if !stale.is_empty() {
            terminal.progress(&format!(
                "{} of {} generated files are not up to date: run schemactl generate",
                stale.len(),
                generated.len()
            ));
        }
        return Ok(u8::from(errors || !stale.is_empty()));
    }
    let first = !["lib.rs", "mod.rs"].iter().any(|root| out.join(root).exists());
    let outcome = files::write(&out, &generated)?;
    for path in &outcome.written {
        terminal.progress(&format!("wrote {}", out.join(path).display()));
    }
    for path in &outcome.removed {
        terminal.progress(&format!("removed {}", out.join(path).display()));
    }
    terminal.progress(&format!(
        "{} written, {} removed, {} unchanged",
        outcome.written.len(),
        outcome.removed.len(),
        outcome.unchanged.len()
    ));
    if first && settings.crate_name.is_none() {
        terminal.progress(&next(&out, &generated, &settings));
    }
    Ok(u8::from(errors))
}

/// What is left to do after code was written for the first time, for it to compile.
fn next(out: &Path, files: &[GeneratedFile], settings: &Settings) -> String {
    let whole = std::path::absolute(out).unwrap_or_else(|_| out.to_path_buf());
    let is_crate = settings.effective_layout() == Layout::Crate;
    // The root of a crate lies in `src` beside its manifest, a module anywhere in a package.
    let folders: Vec<&Path> =
        if is_crate { whole.parent().into_iter().collect() } else { whole.ancestors().skip(1).collect() };
    let manifest = folders.iter().find_map(|folder| {
        let path = folder.join("Cargo.toml");
        let text = std::fs::read_to_string(&path).ok()?;
        Some((path, text))
    });
    let Some((path, text)) = manifest else {
        return "there is no Cargo.toml for it yet: `schemactl generate --crate NAME --out FOLDER` writes a whole crate"
            .to_owned();
    };
    let mut text_of = String::new();
    let lacking = manifest::lacking(&text, files, settings);
    if !lacking.is_empty() {
        text_of = format!("under [dependencies] of {} it needs, too:\n", shown(&path));
        for line in lacking {
            text_of += &format!("    {line}\n");
        }
    }
    if let Some(module) = out.file_name().filter(|_| !is_crate) {
        let parent = shown(whole.parent().unwrap_or(&whole));
        text_of += &format!("declare it in {parent}: `pub mod {};`", module.display());
    }
    text_of.trim_end().to_owned()
}

/// A path as it is seen from where the command runs.
fn shown(path: &Path) -> String {
    let here = std::env::current_dir().unwrap_or_default();
    path.strip_prefix(here).unwrap_or(path).display().to_string()
}

/// What generation makes of a project.
pub(super) struct Made {
    pub(super) files: Vec<GeneratedFile>,
    pub(super) findings: Vec<Diagnostic>,
    /// The folder has a `Cargo.toml` of somebody's own, which stays.
    pub(super) manifest_kept: bool,
}

/// Makes the files that the settings ask for: a module tree, or a whole crate in the folder `out`.
///
/// # Errors
/// When what lies there now cannot be read.
pub(super) fn make(project: &Project, out: &Path) -> Result<Made, FilesError> {
    let settings = &project.config.generate;
    let (mut files, mut findings) = schemactl_codegen::generate(&project.catalog, settings);
    let mut manifest_kept = false;
    if let Some(name) = &settings.crate_name {
        let (whole, more) = manifest::whole_crate(name, files, settings);
        files = whole;
        findings.extend(more);
        manifest_kept = files::keep_manifest(out, &mut files)?;
    }
    Ok(Made { files, findings, manifest_kept })
}
