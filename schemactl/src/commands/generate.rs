//! `schemactl generate`: Rust models from the catalog.

use schemactl_codegen::{Layout, files, manifest};

use crate::args::{Generate, Global};
use crate::terminal::Terminal;
use crate::{Ended, project};

pub(crate) fn run(args: &Generate, global: &Global, terminal: &Terminal) -> Ended {
    let project = project::load(global, &args.shadow, terminal)?;
    let out = args.out.clone().unwrap_or_else(|| project.config.generated_dir());
    project.config.generate.out.clone_from(&out);
    let settings = &mut project.config.generate;
    if args.crate_name.is_some() {
        settings.layout = Some(Layout::Crate);
    }
    let (mut generated, mut findings) = schemactl_codegen::generate(&project.catalog, settings);
    if let Some(name) = &args.crate_name {
        let (whole, more) = manifest::whole_crate(name, generated, settings);
        generated = whole;
        findings.extend(more);
    }
    terminal.findings(&project.diagnostics, &project.set.sources);
    terminal.findings(&findings, &project.set.sources);
    if project.has_errors() {
        // Models of a schema that PostgreSQL refuses would be wrong: what is on disk stays.
        terminal.progress("nothing written: the migrations have errors");
        return Ok(1);
    }
    let errors =
        findings.iter().any(|finding| finding.severity == schemactl_schema::diagnostic::Severity::Error);
    if args.crate_name.is_some() && files::keep_manifest(&out, &mut generated)? {
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
