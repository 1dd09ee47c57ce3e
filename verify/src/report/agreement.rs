//! Agreement with a server, and what the catalog could not understand.

use schemactl_schema::replay::Fate;
use schemactl_schema::rules as schema_rules;

use super::{By, Facts, Group, Line, Section, ServerKind, ServerSide, Verdict, of_severity};
use crate::checks::{are, count};

pub(super) fn server(facts: &Facts<'_>) -> Section {
    let lines = match &facts.input.server {
        ServerSide::NotChecked { reason } => vec![Line::not_checked(reason.clone())],
        ServerSide::Checked(server) => {
            let by = [By::Catalog, server.kind.by()];
            let called = match server.kind {
                ServerKind::Shadow => {
                    format!("a throw-away PostgreSQL {} on which the migrations ran", server.version)
                }
                ServerKind::Live => format!("{} (PostgreSQL {})", server.name, server.version),
            };
            let mut lines = Vec::new();
            if facts.differences.is_empty() {
                lines.push(Line::new(
                    Verdict::Holds,
                    &by,
                    format!("the catalog of the migrations and that of {called} do not differ"),
                ));
            } else {
                let unsure =
                    server.differences.iter().filter(|difference| difference.is_undecidable()).count();
                let certain = match (facts.differences.len() - unsure.min(facts.differences.len()), unsure) {
                    (_, 0) => String::new(),
                    (0, 1) => ", not a certain one".to_owned(),
                    (0, _) => ", none of them certain".to_owned(),
                    (_, unsure) => format!(", {unsure} of them not certain"),
                };
                let text = format!(
                    "{} from {called}{certain}",
                    count(facts.differences.len(), "difference", "differences")
                );
                let verdict = facts
                    .differences
                    .iter()
                    .map(|finding| of_severity(facts.severity_of(finding)))
                    .max()
                    .unwrap_or(Verdict::Fails);
                lines.push(Line::new(verdict, &by, text));
                lines.extend(facts.differences.iter().map(|finding| {
                    Line::new(of_severity(facts.severity_of(finding)), &by, finding.message.clone())
                }));
            }
            lines.extend(
                server
                    .not_modelled
                    .iter()
                    .map(|text| Line::not_checked(format!("on the server, and not modelled: {text}"))),
            );
            lines
        }
    };
    Section::new("agreement", "Agreement with a server", vec![Group::untitled(lines)])
}

pub(super) fn not_understood(facts: &Facts<'_>) -> Section {
    let statements = facts.input.statements;
    let mut lines = Vec::new();
    let not_applied = [
        schema_rules::OPAQUE.code,
        schema_rules::REFUSED.code,
        schema_rules::SYNTAX.code,
        schema_rules::UNTERMINATED.code,
        schema_rules::RESOLVED.code,
    ];
    let known = facts.input.resolved.as_ref().map_or(By::Catalog, |resolved| resolved.by);
    for finding in facts.with_codes(&not_applied) {
        let place = finding
            .places
            .first()
            .map(|(span, _)| format!("{}: ", facts.input.set.sources.place(*span)))
            .unwrap_or_default();
        lines.push(Line::new(
            of_severity(finding.severity),
            &[if finding.code == schema_rules::RESOLVED.code { known } else { By::Catalog }],
            format!("{place}{}", finding.message),
        ));
    }
    let understood = statements
        .iter()
        .filter(|outcome| matches!(outcome.fate, Fate::Applied | Fate::Irrelevant(_)))
        .count();
    if lines.is_empty() && understood == statements.len() && !statements.is_empty() {
        lines.push(Line::new(
            Verdict::Holds,
            &[By::Catalog],
            format!(
                "{} of {} {} understood",
                understood,
                count(statements.len(), "statement", "statements"),
                are(understood)
            ),
        ));
    } else if statements.is_empty() && lines.is_empty() {
        lines.push(Line::not_checked("there is no statement"));
    }
    let mut irrelevant: std::collections::BTreeMap<&str, usize> = std::collections::BTreeMap::new();
    for outcome in statements {
        if let Fate::Irrelevant(kind) = outcome.fate {
            *irrelevant.entry(kind).or_default() += 1;
        }
    }
    if !irrelevant.is_empty() {
        let kinds: Vec<String> =
            irrelevant.iter().map(|(kind, number)| format!("{number} × {kind}")).collect();
        lines.push(Line::new(
            Verdict::Fact,
            &[By::Catalog],
            format!("statements of no effect on the schema: {}", kinds.join(", ")),
        ));
    }
    let bodies = facts.catalog().functions.len();
    if bodies > 0 {
        lines.push(Line::not_checked(format!(
            "what stands inside of {} is kept as text and not followed",
            count(bodies, "function body", "function bodies")
        )));
    }
    Section::new("not_understood", "What was not understood", vec![Group::untitled(lines)])
}
