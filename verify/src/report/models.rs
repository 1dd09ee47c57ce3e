//! Models beside their tables, and what is said of stores until there are any.

use std::collections::BTreeSet;

use schemactl_schema::catalog::RelationId;
use schemactl_schema::source::Span;

use super::{By, Facts, Group, Line, Section, Verdict, of_severity, short};
use crate::checks::count;
use crate::models::{Author, ComparedStruct, Target};

pub(super) fn section(facts: &Facts<'_>) -> Section {
    let models = facts.input.models;
    let config = facts.input.config;
    let mut groups = Vec::new();
    let generated = config.generated_dir();
    if models.has_generated() {
        groups.push(structs(facts, Author::Generator, &format!("Generated code in {}", generated.display())));
    } else {
        groups.push(Group::untitled(vec![Line::not_checked(format!(
            "generated code: {} holds no Rust file (`schemactl generate` writes them)",
            generated.display()
        ))]));
    }
    if config.models.rust.is_empty() {
        groups.push(Group::untitled(vec![Line::not_checked(
            "hand-written Rust models: none are named (`[models] rust` of schemactl.toml)",
        )]));
    } else {
        groups.push(structs(facts, Author::People, "Hand-written Rust models"));
    }
    let codes = [
        crate::rules::MODEL_FILE_UNREADABLE.code,
        crate::rules::MODEL_FILE_SYNTAX.code,
        crate::rules::MODEL_PATTERN_EMPTY.code,
        crate::rules::MODEL_ATTRIBUTE_UNREAD.code,
        crate::rules::MODEL_MAP_UNUSED.code,
        crate::rules::MODEL_TABLE_MISSING.code,
        crate::rules::MODEL_TABLE_UNKNOWN.code,
        crate::rules::MODEL_TABLE_AMBIGUOUS.code,
        crate::rules::TABLE_WITHOUT_MODEL.code,
    ];
    groups.push(Group::untitled(
        facts
            .with_codes(&codes)
            .map(|finding| {
                Line::new(of_severity(finding.severity), &[By::Files, By::Catalog], finding.message.clone())
            })
            .collect(),
    ));
    groups.push(unseen(facts));
    groups.push(without_struct(facts));
    groups.push(Group::untitled(vec![Line::not_checked("Go models: they are not read yet")]));
    Section::new("model_compatibility", "Model compatibility", groups)
}

fn structs(facts: &Facts<'_>, author: Author, title: &str) -> Group {
    let models = facts.input.models;
    let mut lines: Vec<Line> = facts
        .comparison
        .structs
        .iter()
        .filter(|compared| models.structs[compared.item].author == author)
        .map(|compared| line(facts, compared))
        .collect();
    let compared = lines.len();
    for entry in &facts.comparison.not_compared {
        let item = &models.structs[entry.item];
        if item.author == author {
            let cells = vec![
                item.name.clone(),
                String::new(),
                String::new(),
                place(facts, item.span),
                entry.reason.clone(),
            ];
            lines.push(Line::cells(Verdict::NotChecked, &[], cells));
        }
    }
    if lines.is_empty() {
        return Group::new(title, vec![Line::not_checked("none of its structs stands for a table")]);
    }
    let brief = format!("{} compared field by field", count(compared, "struct", "structs"));
    Group::new(title, lines).columns(&["Struct", "Table", "Columns read", "File", "Remarks"]).brief(brief)
}

/// `src/models.rs:12`.
fn place(facts: &Facts<'_>, span: Span) -> String {
    let place = facts.input.set.sources.place(span);
    format!("{}:{}", place.file, place.line)
}

/// Structs with a table's name that do not say they are models, and what was not read at all.
fn unseen(facts: &Facts<'_>) -> Group {
    let models = facts.input.models;
    let mut lines = Vec::new();
    let undeclared: Vec<String> = facts
        .comparison
        .undeclared
        .iter()
        .map(|at| {
            let item = &models.structs[*at];
            format!("{} ({})", item.name, place(facts, item.span))
        })
        .collect();
    if !undeclared.is_empty() {
        let (named, say, read) = if undeclared.len() == 1 {
            ("is named like a table", "does not say that it", "reads")
        } else {
            ("are named like tables", "do not say that they", "read")
        };
        lines.push(
            Line::not_checked(format!(
                "{} {named} and {say} {read} rows (no FromRow, no table attribute, not in `[models.map]`)",
                count(undeclared.len(), "struct", "structs"),
            ))
            .names(undeclared),
        );
    }
    lines.extend(
        models.not_read.iter().map(|entry| {
            Line::not_checked(format!("not read: {} ({})", entry.what, place(facts, entry.span)))
        }),
    );
    Group::untitled(lines)
}

fn line(facts: &Facts<'_>, compared: &ComparedStruct) -> Line {
    let catalog = facts.catalog();
    let item = &facts.input.models.structs[compared.item];
    let (name, total) = match compared.target {
        Target::Relation(id) => (catalog.printed_name(id.into()), catalog.relations[id].columns.len()),
        Target::Composite(id) => (catalog.printed_name(id.into()), compared.fields + compared.unread.len()),
    };
    let findings = &facts.comparison.findings[compared.findings.clone()];
    let mut verdict = findings
        .iter()
        .map(|finding| of_severity(facts.severity_of(finding)))
        .max()
        .unwrap_or(Verdict::Holds);
    if compared.unknown > 0 || !compared.not_checked.is_empty() {
        verdict = verdict.max(Verdict::NotChecked);
    }
    let mut remarks = Vec::new();
    if let Target::Relation(id) = compared.target
        && !catalog.relations[id].kind.is_table()
    {
        // PostgreSQL does not say which columns of a view are never NULL.
        verdict = verdict.max(Verdict::NotChecked);
        remarks.push("which columns of a view may be NULL is not known".to_owned());
    }
    if compared.unknown > 0 {
        remarks.push(format!("{} not compared", count(compared.unknown, "field", "fields")));
    }
    remarks.extend(compared.not_checked.iter().cloned());
    let wrong = findings
        .iter()
        .filter(|finding| facts.severity_of(finding) != schemactl_schema::diagnostic::Severity::Info)
        .count();
    if wrong > 0 {
        remarks.push(count(wrong, "finding", "findings"));
    }
    if !compared.unread.is_empty() {
        remarks.push(format!("not read: {}", compared.unread.join(", ")));
    }
    Line::cells(
        verdict,
        &[By::Catalog],
        vec![
            item.name.clone(),
            short(&name).to_owned(),
            format!("{} of {total}", compared.fields),
            place(facts, item.span),
            remarks.join("; "),
        ],
    )
}

/// Tables that no model of any author stands for, where there are models at all.
fn without_struct(facts: &Facts<'_>) -> Group {
    if facts.comparison.structs.is_empty() || facts.input.models.has_generated() {
        return Group::untitled(Vec::new());
    }
    let modelled: BTreeSet<RelationId> = facts
        .comparison
        .structs
        .iter()
        .filter_map(|compared| match compared.target {
            Target::Relation(id) => Some(id),
            Target::Composite(_) => None,
        })
        .collect();
    let names: Vec<String> = facts
        .catalog()
        .tables()
        .filter(|table| table.partition_bound.is_none() && !modelled.contains(&table.id))
        .map(|table| short(&table.printed_name()).to_owned())
        .collect();
    if names.is_empty() {
        return Group::untitled(Vec::new());
    }
    let text = format!("{} without a model", count(names.len(), "table", "tables"));
    Group::untitled(vec![Line::not_checked(text).names(names)])
}

pub(super) fn stores() -> Section {
    let line = Line::not_checked("no stores are configured; SQL in stores is not read yet");
    Section::new("store_compatibility", "Store compatibility", vec![Group::untitled(vec![line])])
}
