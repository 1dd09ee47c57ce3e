//! `schemactl generate`: Rust models from the catalog.

use std::path::Path;

use schemactl_codegen::files::{self, FilesError};
use schemactl_codegen::{GeneratedFile, manifest};
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
    Ok(u8::from(errors))
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
