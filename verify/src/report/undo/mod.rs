//! Whether each down file takes back what its up file made.
//!
//! The up files are replayed one after the other. After each, its down file runs on a copy, and the catalog then
//! has to be that of before the up file. Rows are not looked at, and nothing runs on a server.

mod leftover;

use schemactl_schema::catalog::Catalog;
use schemactl_schema::diagnostic::{Diagnostic, Severity};
use schemactl_schema::diff;
use schemactl_schema::migrations::{Migration, MigrationSet};
use schemactl_schema::replay::{Fate, Ran, Steps};
use schemactl_schema::rules as schema_rules;
use schemactl_schema::source::{FileId, Sources};

use super::{By, Line, Verdict, of_severity};
use crate::checks::count;
use crate::rules;
use leftover::Leftover;

/// What came out of it.
#[derive(Default, Debug)]
pub(super) struct Undone {
    /// About statements of the down files, and about what they leave.
    pub(super) findings: Vec<Diagnostic>,
    /// Down files whose effect was compared with what was before, or that were refused.
    tried: usize,
    /// Statements of those.
    statements: usize,
    /// What was not tried, and why.
    not_checked: Vec<String>,
}

/// At most so many differences stand in one finding.
const SHOWN: usize = 8;

pub(super) fn run(set: &MigrationSet) -> Undone {
    let mut undone = Undone::default();
    let without = set.migrations.iter().filter(|migration| migration.down.is_none()).count();
    if without == set.migrations.len() {
        undone.not_checked.push(if without == 0 {
            "there are none".to_owned()
        } else {
            format!("{} none", count(without, "migration has", "migrations have"))
        });
        return undone;
    }
    let mut before = Steps::new(&set.sources);
    for (at, migration) in set.migrations.iter().enumerate() {
        let mut after = before.clone();
        let up = after.run_file(migration.up);
        if is_broken(&up) {
            // From here on the history is not the one that was meant.
            let rest = set.migrations[at..].iter().filter(|migration| migration.down.is_some()).count();
            if rest > 0 {
                undone.not_checked.push(format!(
                    "{} not tried, because not every statement of the up file of {} could be applied",
                    count(rest, "is", "are"),
                    called(migration)
                ));
            }
            break;
        }
        if let Some(down) = migration.down {
            let mut back = after.clone();
            let ran = back.run_file(down);
            undone.step(migration, &set.sources, (&up, &ran), (before.catalog(), back.catalog()));
        }
        before = after;
    }
    if without > 0 {
        undone.not_checked.push(format!("{} none", count(without, "migration has", "migrations have")));
    }
    undone
}

/// Whether a statement was refused or not read.
fn is_broken(ran: &Ran) -> bool {
    ran.diagnostics.iter().any(|finding| finding.severity == Severity::Error)
}

fn is_opaque(ran: &Ran) -> bool {
    ran.statements.iter().any(|outcome| outcome.fate == Fate::Opaque)
}

/// A migration as its files call it: `000002_add_index`.
fn called(migration: &Migration) -> String {
    let name = format!("{:06}_{}", migration.version, migration.name);
    name.trim_end_matches('_').to_owned()
}

impl Undone {
    /// Judges one down file by the catalog that it leaves and the one of before its up file.
    fn step(
        &mut self,
        migration: &Migration,
        sources: &Sources,
        (up, down): (&Ran, &Ran),
        (before, back): (&Catalog, &Catalog),
    ) {
        let broken = is_broken(down);
        self.findings.extend(down.diagnostics.iter().map(|finding| of_down(finding, migration)));
        if !broken && (is_opaque(up) || is_opaque(down)) {
            let reason =
                format!("that of {} is not compared: a statement is not understood", called(migration));
            self.not_checked.push(reason);
            return;
        }
        self.tried += 1;
        self.statements += down.statements.len();
        // After an error it is no news that something is left.
        if broken || same_entities(before, back) {
            return;
        }
        let left: Vec<Leftover> = diff::diff(before, back)
            .iter()
            .filter(|difference| !difference.is_undecidable())
            .map(|difference| Leftover::of(difference, (before, back), sources, (up, down)))
            .collect();
        let (forced, left): (Vec<_>, Vec<_>) = left.into_iter().partition(|entry| entry.forced.is_some());
        self.findings.extend(finding(&left, migration));
        self.findings.extend(cannot(&forced, migration));
    }

    /// Its lines in the report; severities are those that `[[allow]]` left.
    pub(super) fn lines(&self, severity_of: impl Fn(&Diagnostic) -> Severity) -> Vec<Line> {
        let mut lines = Vec::new();
        let worst = self.findings.iter().map(|finding| (severity_of(finding), finding)).collect::<Vec<_>>();
        let first = worst.iter().rev().max_by_key(|(severity, _)| *severity);
        match first {
            Some((severity, first)) if *severity > Severity::Info => {
                let others = worst.iter().filter(|(severity, _)| *severity > Severity::Info).count() - 1;
                let more = if others > 0 { format!(" (and {others} more)") } else { String::new() };
                lines.push(Line::new(
                    of_severity(*severity),
                    &[By::Catalog],
                    format!("down files: {}{more}", first.message),
                ));
            }
            _ if self.tried > 0 => {
                let told =
                    if worst.is_empty() { "" } else { ", but for what the findings of information say" };
                lines.push(Line::new(
                    Verdict::Holds,
                    &[By::Catalog],
                    format!(
                        "{} ({}), {}run right after its up file, {} the schema of before{told}",
                        count(self.tried, "down file", "down files"),
                        count(self.statements, "statement", "statements"),
                        if self.tried == 1 { "" } else { "each " },
                        if self.tried == 1 { "gives back" } else { "give back" },
                    ),
                ));
            }
            _ => {}
        }
        lines
            .extend(self.not_checked.iter().map(|reason| Line::not_checked(format!("down files: {reason}"))));
        lines
    }
}

/// A finding about a statement of a down file; a refusal is told by what it means for the migration.
fn of_down(finding: &Diagnostic, migration: &Migration) -> Diagnostic {
    if finding.code != schema_rules::REFUSED.code {
        return finding.clone();
    }
    let mut refused = finding.clone();
    refused.code = rules::DOWN_REFUSED.code;
    refused.party = rules::DOWN_REFUSED.party;
    refused.severity = rules::DOWN_REFUSED.severity;
    refused.message = format!("the down file of {} is refused: {}", called(migration), finding.message);
    refused.subject = finding.subject.clone().or_else(|| Some(called(migration)));
    if refused.why.is_none() {
        refused.why = Some("right after its own up file the migration cannot be undone".to_owned());
    }
    refused
}

/// The finding about what a down file should have taken back.
fn finding(left: &[Leftover], migration: &Migration) -> Option<Diagnostic> {
    if left.is_empty() {
        return None;
    }
    let finding = Diagnostic::new(
        &rules::DOWN_LEAVES,
        format!("the down file of {} does not take all back: {}", called(migration), told(left)),
    )
    .subject(called(migration))
    .why("running the up file again then fails, or makes another schema")
    .help("undo in the down file what the up file does, in the opposite order");
    Some(with_places(finding, left, migration.up))
}

/// What PostgreSQL has no statement for: said, and nobody's mistake.
fn cannot(forced: &[Leftover], migration: &Migration) -> Option<Diagnostic> {
    let first = forced.first()?;
    let mut finding = Diagnostic::new(
        &rules::DOWN_LEAVES,
        format!("{} cannot be undone in full: {}", called(migration), told(forced)),
    )
    .subject(called(migration))
    .why(first.forced.unwrap_or_default());
    finding.severity = Severity::Info;
    Some(with_places(finding, forced, migration.up))
}

fn told(left: &[Leftover]) -> String {
    let mut texts: Vec<String> = left.iter().take(SHOWN).map(|entry| entry.text.clone()).collect();
    if left.len() > SHOWN {
        texts.push(format!("and {} more", left.len() - SHOWN));
    }
    texts.join("; ")
}

/// Places of the up file first: it is what was to be undone.
fn with_places(mut finding: Diagnostic, left: &[Leftover], up: FileId) -> Diagnostic {
    let mut places: Vec<_> = left.iter().take(SHOWN).filter_map(|entry| entry.place.clone()).collect();
    places.sort_by_key(|(span, _)| span.file != up);
    places.dedup();
    finding.places = places;
    finding
}

/// True when no entity of any kind was touched: cheaper to see than that nothing differs.
fn same_entities(left: &Catalog, right: &Catalog) -> bool {
    left.relations.iter().eq(right.relations.iter())
        && left.columns.iter().eq(right.columns.iter())
        && left.constraints.iter().eq(right.constraints.iter())
        && left.indexes.iter().eq(right.indexes.iter())
        && left.functions.iter().eq(right.functions.iter())
        && left.triggers.iter().eq(right.triggers.iter())
        && left.types.iter().eq(right.types.iter())
        && left.sequences.iter().eq(right.sequences.iter())
        && left.schemas.iter().eq(right.schemas.iter())
        && left.extensions.iter().eq(right.extensions.iter())
        && left.policies.iter().eq(right.policies.iter())
        && left.defined.iter().eq(right.defined.iter())
        && left.properties == right.properties
        && left.comments == right.comments
        && left.grants == right.grants
}

#[cfg(test)]
mod tests;
