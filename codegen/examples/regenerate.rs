//! Writes `generated/src` from the reference schema's migrations: `cargo run -p schemactl-codegen --example regenerate`.

use std::path::Path;
use std::process::ExitCode;

use schemactl_codegen::{Settings, files, generate};
use schemactl_schema::diagnostic::{Severity, Style};
use schemactl_schema::migrations::MigrationSet;
use schemactl_schema::replay::replay;

fn main() -> ExitCode {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap_or(Path::new("."));
    let (set, mut findings) = MigrationSet::read(&root.join("migrations"));
    let replayed = replay(&set);
    findings.extend(replayed.diagnostics);
    let (made, more) = generate(&replayed.catalog, &Settings::default());
    findings.extend(more);
    for finding in &findings {
        eprintln!("{}", set.render(finding, Style::Plain));
    }
    if findings.iter().any(|finding| finding.severity == Severity::Error) {
        eprintln!("nothing was written");
        return ExitCode::FAILURE;
    }
    match files::write(&root.join("generated/src"), &made) {
        Ok(outcome) => {
            let (written, removed) = (outcome.written.len(), outcome.removed.len());
            eprintln!("{written} written, {removed} removed, {} unchanged", outcome.unchanged.len());
            ExitCode::SUCCESS
        }
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}
