//! `schemactl diff`: what differs between two schemas, or the SQL that takes the difference away.

use schemactl_schema::diagnostic::Severity;
use schemactl_schema::diff::{self, Labels, Options, Places};
use schemactl_schema::rules;
use schemactl_schema::source::Sources;

use crate::Ended;
use crate::args::{Diff, Global};
use crate::failure::Failure;
use crate::side::Side;
use crate::terminal::Terminal;

pub(crate) fn run(args: &Diff, global: &Global, terminal: &Terminal) -> Ended {
    let (left, right) = (Side::parse(&args.left)?, Side::parse(&args.right)?);
    let mut sources = Sources::new();
    let left_loaded = left.load(global, &args.shadow, &mut sources, terminal)?;
    let right_loaded = right.load(global, &args.shadow, &mut sources, terminal)?;
    // A side with errors is not what it says: everything after the error would look like a difference.
    for loaded in [&left_loaded, &right_loaded] {
        if loaded.diagnostics.iter().any(|finding| finding.severity == Severity::Error) {
            terminal.findings(&loaded.diagnostics, &sources);
            let message = format!("{} has errors, so it was compared with nothing", loaded.label);
            return Err(Failure::Message(message));
        }
    }
    terminal.findings(&left_loaded.diagnostics, &sources);
    terminal.findings(&right_loaded.diagnostics, &sources);
    let live = if left.is_server() || right.is_server() { Options::live() } else { Options::default() };
    let options = Options {
        lossy: args.lossy,
        left_uncertain: left_loaded.diagnostics.iter().any(|finding| finding.code == rules::OPAQUE.code),
        ..live
    };
    let differences = diff::diff_with(&left_loaded.catalog, &right_loaded.catalog, &options);
    let labels = Labels { left: &left_loaded.label, right: &right_loaded.label, places: Places::Both };
    let findings = diff::diagnostics(&differences, labels);
    if args.sql {
        terminal.print(&diff::cure(&left_loaded.catalog, &right_loaded.catalog, &options))?;
    } else {
        terminal.print_findings(&findings, &sources)?;
    }
    let undecided = differences.iter().filter(|difference| difference.is_undecidable()).count();
    if undecided > 0 {
        let (word, does) = if undecided == 1 { ("difference", "does") } else { ("differences", "do") };
        terminal.progress(&format!("{undecided} {word} could not be decided and {does} not count"));
    }
    Ok(u8::from(undecided < differences.len()))
}
