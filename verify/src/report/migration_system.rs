//! The files as a migration tool sees them: names, pairs, order, transactions, quotes.

use std::collections::BTreeMap;

use schemactl_schema::catalog::FunctionBody;
use schemactl_schema::diagnostic::Diagnostic;
use schemactl_schema::migrations::layout::Downs;
use schemactl_schema::replay::Fate;
use schemactl_schema::rules as schema_rules;
use schemactl_schema::source::{FileId, Span};

use super::{By, Facts, Group, Line, ReportInput, Section, ServerKind, ServerSide, Verdict, of_severity};
use crate::checks::{are, count};

pub(super) fn section(facts: &Facts<'_>) -> Section {
    let set = facts.input.set;
    let migrations = set.migrations.len();
    let downs = set.migrations.iter().filter(|migration| migration.down.is_some()).count();
    let in_sections = matches!(set.layout.facts().downs, Downs::Sections | Downs::OptionalSections);
    let files = if in_sections { migrations } else { migrations + downs };
    let statements = facts.input.statements.len();
    let numbers = match (set.migrations.first(), set.migrations.last()) {
        (Some(first), Some(last)) => format!("{} to {}", first.version, last.version),
        _ => "none".to_owned(),
    };
    let bodies = facts
        .catalog()
        .functions
        .iter()
        .filter(|(_, function)| matches!(function.body, FunctionBody::Source(_)))
        .count();
    let mut lines = vec![
        rule(
            facts,
            &[
                schema_rules::FOLDER_MISSING.code,
                schema_rules::FOLDER_EMPTY.code,
                schema_rules::FILE_UNREADABLE.code,
            ],
            &format!(
                "{} of {} {} readable and UTF-8",
                count(files, "file", "files"),
                set.dir.display(),
                are(files)
            ),
            &[By::Files],
        ),
        rule(
            facts,
            &[
                schema_rules::NAME_UNKNOWN.code,
                schema_rules::LAYOUT_MIXED.code,
                schema_rules::IN_CODE.code,
                schema_rules::OTHER_DATABASE.code,
                schema_rules::OUTSIDE_SECTION.code,
            ],
            &format!("every .sql file is named {} ({})", set.layout.facts().files, set.layout),
            &[By::Files],
        ),
        sides(facts),
        rule(
            facts,
            &[schema_rules::VERSION_DUPLICATE.code],
            &format!("each number is taken once, so the order is defined ({numbers})"),
            &[By::Files],
        ),
        rule(facts, &[schema_rules::VERSION_GAP.code], "no number is left out", &[By::Files]),
        rule(
            facts,
            &[schema_rules::SYNTAX.code, schema_rules::UNTERMINATED.code],
            &format!(
                "{} of the up files {} read; every quote, comment and dollar-quoted body is closed ({})",
                count(statements, "statement", "statements"),
                are(statements),
                count(bodies, "function body", "function bodies")
            ),
            &[By::Catalog],
        ),
        order(facts),
        concurrently(facts),
    ];
    lines.extend(facts.undone.lines(|finding| facts.severity_of(finding)));
    if migrations == 0 {
        // Nothing holds of no files.
        lines.retain(|line| line.verdict > Verdict::NotChecked);
        lines.push(Line::not_checked("there are no migrations"));
    }
    Section::new("migration_system", "Migration system compatibility", vec![Group::untitled(lines)])
}

/// Whether each migration can be undone, where the layout knows how.
fn sides(facts: &Facts<'_>) -> Line {
    let set = facts.input.set;
    let codes = [schema_rules::DOWN_MISSING.code, schema_rules::UP_MISSING.code];
    let without = set.migrations.iter().filter(|migration| migration.down.is_none()).count();
    let migrations = count(set.migrations.len(), "migration", "migrations");
    if without > 0 && facts.with_codes(&codes).next().is_none() {
        let text = format!("{without} of {migrations} cannot be undone, as the layout {} allows", set.layout);
        return Line::new(Verdict::Fact, &[By::Files], text);
    }
    let sides = match set.layout.facts().downs {
        Downs::Sections | Downs::OptionalSections => "section",
        Downs::Files | Downs::Optional | Downs::None => "file",
    };
    let have = if set.migrations.len() == 1 { "has" } else { "have" };
    rule(facts, &codes, &format!("{migrations} {have} an up and a down {sides}"), &[By::Files])
}

/// A line that holds when no finding of these codes was made, else carries the first of them.
fn rule(facts: &Facts<'_>, codes: &[&str], holds: &str, by: &[By]) -> Line {
    let found: Vec<&Diagnostic> = facts.with_codes(codes).collect();
    match found.first() {
        None => Line::new(Verdict::Holds, by, holds),
        Some(first) => {
            let more =
                if found.len() > 1 { format!(" (and {} more)", found.len() - 1) } else { String::new() };
            let verdict =
                found.iter().map(|finding| of_severity(finding.severity)).max().unwrap_or(Verdict::Fails);
            Line::new(verdict, by, format!("{}{more}", first.message))
        }
    }
}

/// Whether each statement finds what it names when its turn comes.
fn order(facts: &Facts<'_>) -> Line {
    let mut by = vec![By::Catalog];
    if let ServerSide::Checked(server) = &facts.input.server
        && server.kind == ServerKind::Shadow
    {
        by.push(By::Shadow);
    }
    // Whoever knows better than the replay has seen all of them run.
    by.extend(facts.input.resolved.as_ref().map(|resolved| resolved.by));
    let opaque = facts.input.statements.iter().filter(|outcome| outcome.fate == Fate::Opaque).count();
    let unknown = if opaque > 0 && by.len() == 1 {
        format!(" ({} not understood)", count(opaque, "statement", "statements"))
    } else {
        String::new()
    };
    rule(
        facts,
        &[schema_rules::REFUSED.code],
        &format!("run in their order, no statement is refused: each finds what it names{unknown}"),
        &by,
    )
}

/// Statements that PostgreSQL runs only outside a transaction.
fn concurrently(facts: &Facts<'_>) -> Line {
    let files = by_file(facts.input);
    let statements: usize = files.values().map(|file| file.concurrent.len()).sum();
    if statements == 0 {
        return Line::new(Verdict::Fact, &[By::Files], "no statement uses CONCURRENTLY");
    }
    let in_files = files.values().filter(|file| !file.concurrent.is_empty()).count();
    rule(
        facts,
        &[schema_rules::NEEDS_NO_TRANSACTION.code],
        &format!(
            "{} CONCURRENTLY in {}, with no statement beside {} that needs a transaction",
            count(statements, "statement runs", "statements run"),
            count(in_files, "file", "files"),
            if statements == 1 { "it" } else { "them" }
        ),
        &[By::Files],
    )
}

#[derive(Default)]
struct File {
    concurrent: Vec<Span>,
    /// The first statement that changes the schema and could run in a transaction.
    transactional: Option<Span>,
}

fn by_file(input: &ReportInput<'_>) -> BTreeMap<FileId, File> {
    let mut files: BTreeMap<FileId, File> = BTreeMap::new();
    for outcome in input.statements {
        let file = files.entry(outcome.span.file).or_default();
        if is_concurrent(input.set.sources.text(outcome.span)) {
            file.concurrent.push(outcome.span);
        } else if file.transactional.is_none()
            && !harmless(outcome.fate, input.set.sources.text(outcome.span))
        {
            file.transactional = Some(outcome.span);
        }
    }
    files
}

/// `CREATE [UNIQUE] INDEX CONCURRENTLY`, `DROP INDEX CONCURRENTLY`, `REINDEX … CONCURRENTLY`,
/// `ALTER TABLE … DETACH PARTITION … CONCURRENTLY`.
fn is_concurrent(statement: &str) -> bool {
    let mut words = statement.split_whitespace().map(str::to_ascii_uppercase);
    match words.next().as_deref() {
        Some("CREATE" | "DROP") => words.take(3).any(|word| word == "CONCURRENTLY"),
        Some("REINDEX") => words.take(4).any(|word| word == "CONCURRENTLY"),
        Some("ALTER") => {
            let words: Vec<String> = words.collect();
            words.iter().any(|word| word == "DETACH")
                && words.last().is_some_and(|word| word.trim_end_matches(';') == "CONCURRENTLY")
        }
        _ => false,
    }
}

/// Settings and comments do no harm when the file stops half way.
fn harmless(fate: Fate, statement: &str) -> bool {
    let first = statement.split_whitespace().next().unwrap_or("").to_ascii_uppercase();
    matches!(fate, Fate::Irrelevant(_)) || matches!(first.as_str(), "SET" | "RESET" | "COMMENT")
}

/// Findings for files that mix both, unless whoever read the files has made them already.
pub(super) fn mixed_transaction_modes(input: &ReportInput<'_>) -> Vec<Diagnostic> {
    let code = schema_rules::NEEDS_NO_TRANSACTION.code;
    if input.diagnostics.iter().any(|finding| finding.code == code) {
        return Vec::new();
    }
    by_file(input)
        .values()
        .filter_map(|file| {
            let (concurrent, other) = (file.concurrent.first()?, file.transactional?);
            let place = input.set.sources.place(*concurrent);
            Some(
                Diagnostic::new(
                    &schema_rules::NEEDS_NO_TRANSACTION,
                    format!("{} mixes CONCURRENTLY with statements that belong in a transaction", place.file),
                )
                .subject(place.file)
                .label(*concurrent, "cannot run inside a transaction")
                .label(other, "should run in one")
                .why("outside a transaction a failure leaves the file half applied; inside one PostgreSQL refuses CONCURRENTLY (SQLSTATE 25001)")
                .help("put the CONCURRENTLY statements into a migration of their own"),
            )
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn concurrently_is_recognised_where_it_is_a_word_of_the_command() {
        assert!(is_concurrent("create unique index concurrently a on t (x)"));
        assert!(is_concurrent("DROP INDEX CONCURRENTLY IF EXISTS a"));
        assert!(is_concurrent("ALTER TABLE t DETACH PARTITION p CONCURRENTLY"));
        assert!(!is_concurrent("CREATE INDEX concurrently_made ON t (x)"));
        assert!(!is_concurrent("COMMENT ON INDEX a IS 'made CONCURRENTLY'"));
    }
}
