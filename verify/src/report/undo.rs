//! Whether the down files take back what the up files made.
//!
//! All up files are replayed from the first to the last, then all down files from the last to the first: what
//! the catalog then still holds was left behind. Rows are not looked at, and nothing runs on a server.

use schemactl_schema::catalog::{Catalog, ObjectId};
use schemactl_schema::diagnostic::{Diagnostic, Severity};
use schemactl_schema::migrations::MigrationSet;
use schemactl_schema::replay::{Fate, replay_files};
use schemactl_schema::source::FileId;

use super::{By, Line, Verdict, of_severity};
use crate::checks::count;
use crate::rules;

/// What came out of it.
#[derive(Debug)]
pub(super) struct Undone {
    /// About statements of the down files, and about what is left.
    pub(super) findings: Vec<Diagnostic>,
    /// Statements of the down files.
    statements: usize,
    /// Why it was not tried.
    not_checked: Option<String>,
}

/// At most so many names stand in the finding.
const NAMES: usize = 8;

pub(super) fn run(set: &MigrationSet) -> Undone {
    let not_checked =
        |reason: String| Undone { findings: Vec::new(), statements: 0, not_checked: Some(reason) };
    if set.migrations.is_empty() {
        return not_checked("there are none".into());
    }
    let without = set.migrations.iter().filter(|migration| migration.down.is_none()).count();
    if without > 0 {
        return not_checked(format!("{} none", count(without, "migration has", "migrations have")));
    }
    let downs: Vec<FileId> = set.migrations.iter().rev().filter_map(|migration| migration.down).collect();
    let mut files: Vec<FileId> = set.migrations.iter().map(|migration| migration.up).collect();
    files.extend(&downs);
    let replayed = replay_files(&set.sources, &files);
    let is_down = |file: FileId| downs.contains(&file);
    let (in_downs, in_ups): (Vec<_>, Vec<_>) = replayed
        .diagnostics
        .into_iter()
        .partition(|finding| finding.places.first().is_some_and(|(span, _)| is_down(span.file)));
    if in_ups.iter().any(|finding| finding.severity == Severity::Error) {
        return not_checked("not every statement of the up files could be applied".into());
    }
    let opaque = replayed.statements.iter().any(|outcome| outcome.fate == Fate::Opaque);
    let mut findings = in_downs;
    // After an error it is no news that something is left; after an opaque statement it may not be true.
    if findings.is_empty() && !opaque {
        findings.extend(left(&replayed.catalog));
    }
    let statements = replayed.statements.iter().filter(|outcome| is_down(outcome.span.file)).count();
    let reason = "a statement is not understood, so what is left is not known".to_owned();
    let not_checked = (opaque && findings.is_empty()).then_some(reason);
    Undone { findings, statements, not_checked }
}

/// The finding about what the catalog still holds.
fn left(catalog: &Catalog) -> Option<Diagnostic> {
    let mut objects: Vec<(ObjectId, Option<schemactl_schema::source::Span>)> = Vec::new();
    let public = catalog.public();
    let schemas = catalog.schemas.iter().filter(|(id, _)| *id != public);
    objects.extend(schemas.map(|(id, object)| (id.into(), object.origins.creation())));
    objects.extend(catalog.extensions.iter().map(|(id, object)| (id.into(), object.origins.creation())));
    objects.extend(catalog.types.iter().map(|(id, object)| (id.into(), object.origins.creation())));
    objects.extend(catalog.relations.iter().map(|(id, object)| (id.into(), object.origins.creation())));
    objects.extend(catalog.sequences.iter().map(|(id, object)| (id.into(), object.origins.creation())));
    objects.extend(catalog.functions.iter().map(|(id, object)| (id.into(), object.origins.creation())));
    let (first, span) = *objects.first()?;
    let mut names: Vec<String> =
        objects.iter().take(NAMES).map(|(object, _)| catalog.printed_name(*object)).collect();
    if objects.len() > NAMES {
        names.push(format!("{} more", objects.len() - NAMES));
    }
    let finding = Diagnostic::new(
        &rules::DOWN_LEAVES,
        format!("after all down files there are still {}", names.join(", ")),
    )
    .subject(catalog.printed_name(first))
    .why("running the migrations up again then fails, because the objects exist")
    .help("drop them in the down file of the migration that makes them");
    Some(match span {
        Some(span) => finding.label(span, "made here"),
        None => finding,
    })
}

impl Undone {
    /// Its line in the report; severities are those that `[[allow]]` left.
    pub(super) fn line(&self, severity_of: impl Fn(&Diagnostic) -> Severity) -> Line {
        if let Some(reason) = &self.not_checked {
            return Line::not_checked(format!("down files: {reason}"));
        }
        match self.findings.first() {
            None => Line::new(
                Verdict::Holds,
                &[By::Catalog],
                format!(
                    "run back from the last to the first, the down files ({}) leave nothing behind",
                    count(self.statements, "statement", "statements")
                ),
            ),
            Some(first) => {
                let verdict = self.findings.iter().map(|finding| of_severity(severity_of(finding))).max();
                let more = match self.findings.len() {
                    1 => String::new(),
                    number => format!(" (and {} more)", number - 1),
                };
                Line::new(
                    verdict.unwrap_or(Verdict::Fails),
                    &[By::Catalog],
                    format!("down files: {}{more}", first.message),
                )
            }
        }
    }
}
