//! The compatibility report: every line a verdict, and what stands behind it.
//!
//! [`Report::make`] compares and checks; it prints nothing and asks no server. A line holds only when
//! something was checked; what was not checked is a line that says so.

mod agreement;
mod allow;
mod migration_system;
mod mistakes;
mod models;
mod performance;
mod schema_summary;
mod statistics;
mod summary;
mod type_mapping;
mod undo;
mod verdict;

use schemactl_schema::catalog::Catalog;
use schemactl_schema::diagnostic::{Diagnostic, Finding, Party, Severity};
use schemactl_schema::diff::{self, Difference, Labels, Places};
use schemactl_schema::migrations::MigrationSet;
use schemactl_schema::replay::Outcome;
use serde::Serialize;

use crate::checks::{self, Check, Checked};
use crate::config::Config;
use crate::models::{self as rust_models, Comparison, ModelSet};

pub use statistics::Statistics;
pub use verdict::{By, Group, Line, Section, Verdict};

/// What the report is made from.
#[derive(Debug)]
pub struct ReportInput<'a> {
    /// The migrations. Its sources hold every file that a finding may point into: the models', too.
    pub set: &'a MigrationSet,
    /// The catalog that the migrations make.
    pub catalog: &'a Catalog,
    /// What became of each statement.
    pub statements: &'a [Outcome],
    /// Whose reading of the migrations the catalog is, when it is not that of the replay.
    pub resolved: Option<Resolved>,
    /// Findings of reading and replaying the migrations and of reading the models.
    pub diagnostics: Vec<Diagnostic>,
    pub server: ServerSide,
    pub models: &'a ModelSet,
    pub config: &'a Config,
}

/// Where the catalog is from when statements could not be followed without a server.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Resolved {
    /// By what the catalog's lines hold then.
    pub by: By,
    /// `a throw-away PostgreSQL 15.18`.
    pub name: String,
}

/// What a server had to say.
#[derive(Debug)]
pub enum ServerSide {
    /// None was asked, for this reason: `no --live was given`, `no server binaries were found`.
    NotChecked {
        reason: String,
    },
    Checked(Box<CheckedServer>),
}

/// A server's catalog beside that of the migrations.
#[derive(Debug)]
pub struct CheckedServer {
    pub kind: ServerKind,
    /// How to call it in the report: never with a password.
    pub name: String,
    /// `15.14`.
    pub version: String,
    pub catalog: Catalog,
    /// What differs, the migrations' catalog on the left (`schemactl_schema::diff`).
    pub differences: Vec<Difference>,
    /// What the server holds that the catalog has no place for, one line each.
    pub not_modelled: Vec<String>,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum ServerKind {
    /// The migrations ran on it from the first to the last.
    Shadow,
    Live,
}

impl ServerKind {
    pub fn by(self) -> By {
        match self {
            Self::Shadow => By::Shadow,
            Self::Live => By::Live,
        }
    }
}

/// The report. Its JSON form is documented in `docs/report.md`.
#[derive(Debug, Serialize)]
pub struct Report {
    /// The version of the JSON form; it grows when a field changes its meaning or goes.
    pub format: u32,
    /// The folder of the migrations.
    pub migrations: String,
    /// What the server is called, with its version; `None` when none was asked.
    pub server: Option<String>,
    /// Whose reading of the migrations the catalog is; `None`: the replay's.
    pub resolved: Option<String>,
    /// The worst verdict of the report.
    pub verdict: Verdict,
    /// Errors first, then warnings, then information; within each in order of the checks.
    pub findings: Vec<Finding>,
    pub statistics: Statistics,
    pub sections: Vec<Section>,
    /// The findings with spans, for rendering beside their sources.
    #[serde(skip)]
    pub diagnostics: Vec<Diagnostic>,
}

impl Report {
    /// Compares, checks and puts the verdicts together.
    pub fn make(mut input: ReportInput<'_>) -> Self {
        // Undoing replays everything once more, so it runs beside the comparison and the checks.
        let (undone, comparison, checked) = std::thread::scope(|scope| {
            let other = std::thread::Builder::new().spawn_scoped(scope, || undo::run(input.set));
            let comparison = rust_models::compare(input.models, input.catalog, input.config);
            let checked: Vec<(&'static Check, Checked)> =
                checks::CHECKS.iter().map(|check| (check, (check.run)(input.catalog))).collect();
            let undone = other.ok().and_then(|handle| handle.join().ok());
            (undone.unwrap_or_else(|| undo::run(input.set)), comparison, checked)
        });
        let mixed = migration_system::mixed_transaction_modes(&input);
        let mut diagnostics = std::mem::take(&mut input.diagnostics);
        diagnostics.extend(mixed);
        diagnostics.extend(undone.findings.iter().cloned());
        diagnostics.extend(checked.iter().flat_map(|(_, result)| result.findings.iter().cloned()));
        diagnostics.extend(comparison.findings.iter().cloned());
        let differences = match &input.server {
            ServerSide::NotChecked { .. } => Vec::new(),
            ServerSide::Checked(server) => {
                let labels = Labels { left: "the migrations", right: &server.name, places: Places::Left };
                diff::diagnostics(&server.differences, labels)
            }
        };
        diagnostics.extend(differences.iter().cloned());
        allow::apply(&mut diagnostics, input.config, input.models);
        diagnostics.sort_by_key(|finding| std::cmp::Reverse(finding.severity));

        let statistics = Statistics::of(input.catalog);
        let facts = Facts {
            input: &input,
            comparison: &comparison,
            checked: &checked,
            differences: &differences,
            undone: &undone,
            diagnostics: &diagnostics,
        };
        let mut sections = vec![
            schema_summary::section(&facts),
            models::section(&facts),
            type_mapping::types(&facts),
            type_mapping::enums(&facts),
            models::stores(),
            performance::section(&facts),
            mistakes::section(&facts),
            migration_system::section(&facts),
            agreement::server(&facts),
            agreement::not_understood(&facts),
            statistics_section(&facts, &statistics),
        ];
        sections.push(summary::section(&facts, &sections));
        let server = match &input.server {
            ServerSide::NotChecked { .. } => None,
            ServerSide::Checked(server) => Some(format!("{} (PostgreSQL {})", server.name, server.version)),
        };
        // The summary's lines are the sections' verdicts and that of the findings.
        let verdict = sections.last().map_or(Verdict::Fact, |summary| summary.verdict);
        Self {
            format: 1,
            migrations: input.set.dir.display().to_string(),
            server,
            resolved: input.resolved.as_ref().map(|resolved| resolved.name.clone()),
            verdict,
            findings: diagnostics.iter().map(|finding| finding.finding(&input.set.sources)).collect(),
            statistics,
            sections,
            diagnostics,
        }
    }

    /// How many findings there are of a severity.
    pub fn count(&self, severity: Severity) -> usize {
        self.findings.iter().filter(|finding| finding.severity == severity).count()
    }

    /// 0 when no finding is an error, else 1: warnings and information never fail.
    pub fn exit_code(&self) -> u8 {
        u8::from(self.count(Severity::Error) > 0)
    }
}

/// What the sections are made from.
struct Facts<'a> {
    input: &'a ReportInput<'a>,
    comparison: &'a Comparison,
    checked: &'a [(&'static Check, Checked)],
    /// Findings about differences from a server, as they were made.
    differences: &'a [Diagnostic],
    undone: &'a undo::Undone,
    /// All findings, allowed ones turned into information.
    diagnostics: &'a [Diagnostic],
}

impl<'a> Facts<'a> {
    fn catalog(&self) -> &'a Catalog {
        self.input.catalog
    }

    fn server(&self) -> Option<&CheckedServer> {
        match &self.input.server {
            ServerSide::NotChecked { .. } => None,
            ServerSide::Checked(server) => Some(server),
        }
    }

    /// The catalog, and the server when there is one.
    fn by(&self) -> Vec<By> {
        std::iter::once(By::Catalog).chain(self.server().map(|server| server.kind.by())).collect()
    }

    /// The verdict that the findings about an object and its parts give it: those about the schema, not those
    /// about models that do not follow it.
    fn verdict_of(&self, name: &str) -> Verdict {
        let about = |finding: &&Diagnostic| {
            matches!(finding.party, Party::Migration | Party::Live)
                && finding.subject.as_deref().is_some_and(|subject| {
                    subject
                        .strip_prefix(name)
                        .is_some_and(|rest| rest.is_empty() || rest.starts_with(['.', '(']))
                })
        };
        worst(self.diagnostics.iter().filter(about))
    }

    fn with_codes(&self, codes: &[&str]) -> impl Iterator<Item = &'a Diagnostic> {
        self.diagnostics.iter().filter(move |finding| codes.contains(&finding.code))
    }

    /// A finding as it stands among all: an allowed one is information there.
    fn severity_of(&self, finding: &Diagnostic) -> Severity {
        self.diagnostics
            .iter()
            .find(|other| {
                other.code == finding.code
                    && other.subject == finding.subject
                    && other.places == finding.places
            })
            .map_or(finding.severity, |other| other.severity)
    }
}

fn worst<'a>(findings: impl Iterator<Item = &'a Diagnostic>) -> Verdict {
    findings.map(|finding| of_severity(finding.severity)).max().unwrap_or(Verdict::Holds)
}

fn of_severity(severity: Severity) -> Verdict {
    match severity {
        Severity::Info => Verdict::Holds,
        Severity::Warning => Verdict::Warning,
        Severity::Error => Verdict::Fails,
    }
}

/// Without the schema where it is `public`: names are read more than they are pasted.
fn short(name: &str) -> &str {
    name.strip_prefix("public.").unwrap_or(name)
}

fn statistics_section(facts: &Facts<'_>, statistics: &Statistics) -> Section {
    let entries = statistics.entries();
    let lines = match facts.server() {
        None => entries
            .iter()
            .filter(|(_, count)| *count > 0)
            .map(|(words, count)| {
                Line::cells(Verdict::Fact, &[By::Catalog], vec![count.to_string(), (*words).to_owned()])
            })
            .collect(),
        Some(server) => {
            let there = Statistics::of(&server.catalog).entries();
            entries
                .iter()
                .zip(there)
                .filter(|((_, here), (_, there))| *here > 0 || *there > 0)
                .map(|((words, here), (_, there))| {
                    let (verdict, count) = if *here == there {
                        (Verdict::Holds, here.to_string())
                    } else {
                        (Verdict::Fails, format!("{here} ({there} on the server)"))
                    };
                    Line::cells(verdict, &[By::Catalog, server.kind.by()], vec![count, (*words).to_owned()])
                })
                .collect()
        }
    };
    let group = Group::untitled(lines).columns(&["Number", "Of"]);
    let mut groups = vec![group];
    if facts.server().is_none() && facts.input.resolved.is_none() {
        groups.push(Group::untitled(vec![Line::not_checked(
            "counted from the migrations; no server was asked whether it counts the same",
        )]));
    }
    Section::new("statistics", "Schema statistics", groups)
}

#[cfg(test)]
mod tests;
