//! `schemactl diff`: what differs between two schemas, or the SQL that takes the difference away.

use schemactl_schema::diagnostic::Severity;
use schemactl_schema::diff::{self, Labels, Options, Places};
use schemactl_schema::source::Sources;

use crate::Ended;
use crate::args::{Diff, Global};
use crate::side::Side;
use crate::terminal::Terminal;

pub(crate) fn run(args: &Diff, global: &Global, terminal: &Terminal) -> Ended {
    let (left, right) = (Side::parse(&args.left)?, Side::parse(&args.right)?);
    let mut sources = Sources::new();
    let left_loaded = left.load(global, &args.shadow, &mut sources)?;
    let right_loaded = right.load(global, &args.shadow, &mut sources)?;
    terminal.findings(&left_loaded.diagnostics, &sources);
    terminal.findings(&right_loaded.diagnostics, &sources);
    let unsound = left_loaded
        .diagnostics
        .iter()
        .chain(&right_loaded.diagnostics)
        .any(|diagnostic| diagnostic.severity == Severity::Error);
    let options = if left.is_server() || right.is_server() { Options::live() } else { Options::default() };
    let differences = diff::diff_with(&left_loaded.catalog, &right_loaded.catalog, &options);
    let labels = Labels { left: &left_loaded.label, right: &right_loaded.label, places: Places::Both };
    let findings = diff::diagnostics(&differences, labels);
    if args.sql {
        terminal.print(&diff::cure(&left_loaded.catalog, &right_loaded.catalog, &options))?;
    } else {
        terminal.print_findings(&findings, &sources)?;
    }
    let differs = findings.iter().any(|finding| finding.severity == Severity::Error);
    let undecided =
        findings.len() - findings.iter().filter(|finding| finding.severity == Severity::Error).count();
    if undecided > 0 {
        terminal.progress(&format!("{undecided} differences could not be decided and do not count"));
    }
    Ok(u8::from(differs || unsound))
}
