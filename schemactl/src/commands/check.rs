//! `schemactl check`: the gate for CI. The report's findings, and the generated files byte for byte.

use schemactl_codegen::{files, rules};
use schemactl_schema::diagnostic::{Diagnostic, Severity};

use super::generate::{self, Made};
use super::report;
use crate::args::{Check, Global};
use crate::terminal::Terminal;
use crate::{Ended, project};

pub(crate) fn run(args: &Check, global: &Global, terminal: &Terminal) -> Ended {
    let project = project::load(global, &args.server.shadow, terminal)?;
    let out = project.config.generated_dir();
    let Made { files: generated, mut findings, .. } = generate::make(project, &out)?;
    // A project that generates nothing has nothing to be stale.
    let in_use = out.is_dir();
    if in_use && !project.has_errors() {
        for stale in files::check(&out, &generated)? {
            let path = out.join(&stale.path).display().to_string();
            findings.push(
                Diagnostic::new(&rules::FILE_STALE, format!("{path} is not what the migrations make"))
                    .subject(path)
                    .help("run `schemactl generate` and commit the result"),
            );
        }
    }
    let report = report::make(project, findings, &args.server)?;
    terminal.print_findings(&report.diagnostics, &project.set.sources)?;
    let count = |severity| report.count(severity);
    let generated = if in_use { "generated files compared" } else { "no generated files" };
    let server = report.server.as_deref().unwrap_or("no server asked");
    terminal.progress(&format!(
        "{} errors, {} warnings; {} migrations, {generated}, {server}",
        count(Severity::Error),
        count(Severity::Warning),
        project.set.migrations.len(),
    ));
    Ok(report.exit_code())
}
