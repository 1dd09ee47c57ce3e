//! The mistakes that schemas of this kind have: which were looked for, and which could not be.

use super::{By, Facts, Group, Line, Section, Verdict, performance};
use crate::checks::{Check, Checked};

/// Mistakes that no check of this report finds, and why.
const NOT_LOOKED_FOR: &[&str] = &[
    "a function body that names a column, table or enum label that does not exist: bodies are text to the catalog, except NEW and OLD above",
    "an enum compared with text inside a function body (in checks, predicates and views PostgreSQL itself refuses it)",
    "a check constraint that the table's own trigger violates",
    "a unique key that forbids the next legal row",
    "a status that the code writes and no type allows, outside the enums of the models: SQL in stores is not read yet",
    "a NOT NULL column without a default that an INSERT of a store leaves out (models are compared above)",
    "a claim statement that its own table's check refuses",
];

pub(super) fn section(facts: &Facts<'_>) -> Section {
    let mut looked_for = Vec::new();
    for (check, result) in facts.checked {
        if !check.rules.iter().any(|rule| performance::CODES.contains(&rule.code)) {
            looked_for.extend(lines(facts, check, result));
        }
    }
    let not = NOT_LOOKED_FOR.iter().map(|text| Line::not_checked(*text)).collect();
    Section::new(
        "mistakes",
        "Mistakes looked for",
        vec![Group::untitled(looked_for), Group::new("Not looked for", not)],
    )
}

/// A check's lines: what holds, or each finding; reasons; what it could not check.
pub(super) fn lines(facts: &Facts<'_>, check: &Check, result: &Checked) -> Vec<Line> {
    let mut lines = Vec::new();
    if result.examined.starts_with("0 ") {
        // Nothing holds of nothing.
        lines.push(Line::new(Verdict::Fact, &[By::Catalog], format!("there are {}", result.examined)));
    } else if result.findings.is_empty() {
        lines.push(Line::new(
            Verdict::Holds,
            &[By::Catalog],
            format!("{}: {}", result.examined, check.holds),
        ));
    } else {
        for finding in &result.findings {
            let verdict = super::of_severity(facts.severity_of(finding));
            let allowed = if verdict == Verdict::Holds { " (allowed by schemactl.toml)" } else { "" };
            lines.push(Line::new(verdict, &[By::Catalog], format!("{}{allowed}", finding.message)));
        }
    }
    if !result.reasons.is_empty() {
        let text = format!("{} of these by written reason", result.reasons.len());
        lines.push(Line::new(Verdict::Holds, &[By::Catalog], text).names(result.reasons.clone()));
    }
    lines.extend(result.not_checked.iter().map(|text| Line::not_checked(text.clone())));
    lines
}
