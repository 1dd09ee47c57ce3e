//! Which Rust type each PostgreSQL type is read into, and which Rust enum each enum type.

use std::collections::{BTreeMap, BTreeSet};

use schemactl_schema::catalog::{ColumnId, DataType};

use super::{By, Facts, Group, Line, Section, Verdict, short};
use crate::checks::{are, count};
use crate::models::Fit;

#[derive(Default)]
struct Used {
    columns: usize,
    compared: BTreeSet<ColumnId>,
    rust: BTreeSet<String>,
    verdict: Option<Verdict>,
    remarks: BTreeSet<String>,
}

pub(super) fn types(facts: &Facts<'_>) -> Section {
    let catalog = facts.catalog();
    let mut used: BTreeMap<String, Used> = BTreeMap::new();
    let mut type_of: BTreeMap<ColumnId, String> = BTreeMap::new();
    for table in catalog.tables().filter(|table| table.partition_bound.is_none()) {
        for column in table.columns() {
            let bare = DataType { modifiers: Vec::new(), interval_fields: None, ..column.ty.clone() };
            let text = short(&bare.print(catalog)).to_owned();
            used.entry(text.clone()).or_default().columns += 1;
            type_of.insert(column.id, text);
        }
    }
    for read in &facts.comparison.columns {
        let Some(entry) = type_of.get(&read.column).and_then(|text| used.get_mut(text)) else { continue };
        entry.compared.insert(read.column);
        entry.rust.insert(read.rust.clone());
        let verdict = match &read.fit {
            Fit::Fits => Verdict::Holds,
            Fit::Differs(_) => Verdict::Fails,
            Fit::Unknown(reason) => {
                entry.remarks.insert(reason.clone());
                Verdict::NotChecked
            }
        };
        entry.verdict = entry.verdict.max(Some(verdict));
    }
    let any = !facts.comparison.columns.is_empty();
    let lines: Vec<Line> = used
        .into_iter()
        .map(|(postgres, entry)| {
            let mut verdict = entry.verdict.unwrap_or(Verdict::NotChecked);
            let mut remarks: Vec<String> = entry.remarks.into_iter().collect();
            let unread = entry.columns - entry.compared.len();
            if entry.compared.is_empty() {
                remarks.push(if any { "no model reads it" } else { "no models were read" }.to_owned());
            } else if unread > 0 {
                remarks.push(format!("{unread} not read by any model"));
                verdict = verdict.max(Verdict::Holds);
            }
            let by: &[By] = if entry.compared.is_empty() { &[] } else { &[By::Catalog] };
            let rust: Vec<String> = entry.rust.into_iter().collect();
            Line::cells(
                verdict,
                by,
                vec![postgres, rust.join(", "), entry.columns.to_string(), remarks.join("; ")],
            )
        })
        .collect();
    let compared = lines.iter().filter(|line| line.verdict == Verdict::Holds).count();
    let brief = format!(
        "{compared} of {} {} read into a Rust type that sqlx decodes from {}",
        count(lines.len(), "type", "types"),
        are(compared),
        if compared == 1 { "it" } else { "them" }
    );
    let group = Group::untitled(lines).columns(&["PostgreSQL", "Rust", "Columns", "Remarks"]).brief(brief);
    Section::new("type_mapping", "Type mapping", vec![group])
}

pub(super) fn enums(facts: &Facts<'_>) -> Section {
    let catalog = facts.catalog();
    let items = &facts.input.models.enums;
    let mut lines = Vec::new();
    for ty in catalog.enums() {
        let name = ty.printed_name();
        let labels = ty.labels().count();
        let mapped: Vec<_> = facts.comparison.enums.iter().filter(|compared| compared.ty == ty.id).collect();
        if mapped.is_empty() {
            let missing = facts.with_codes(&[crate::rules::ENUM_WITHOUT_MODEL.code]);
            let verdict = super::worst(missing.filter(|finding| finding.subject.as_deref() == Some(&name)))
                .max(Verdict::NotChecked);
            let cells = vec![
                short(&name).to_owned(),
                String::new(),
                labels.to_string(),
                "no Rust enum stands for it".into(),
            ];
            lines.push(Line::cells(verdict, &[], cells));
        }
        for compared in mapped {
            let item = &items[compared.item];
            // Findings about another Rust enum of the same type are not this one's.
            let own = facts.diagnostics.iter().filter(|finding| {
                finding.code.starts_with("enum-")
                    && finding.subject.as_deref().is_some_and(|subject| subject.starts_with(&name))
                    && finding.places.first().is_some_and(|(span, _)| span.file == item.span.file)
            });
            let mut verdict = super::worst(own);
            let mut remarks = compared.not_checked.clone();
            if !remarks.is_empty() {
                verdict = verdict.max(Verdict::NotChecked);
            }
            if item.condition.is_none() && (compared.matched != labels || item.variants.len() != labels) {
                remarks.insert(
                    0,
                    format!(
                        "{} of {} {} a variant; {}",
                        compared.matched,
                        count(labels, "label", "labels"),
                        if compared.matched == 1 { "has" } else { "have" },
                        count(item.variants.len(), "variant", "variants")
                    ),
                );
            }
            // Two enums of one name are told apart by their files.
            let namesakes = facts.comparison.enums.iter().filter(|other| items[other.item].name == item.name);
            let rust = if namesakes.count() > 1 {
                let place = facts.input.set.sources.place(item.span);
                format!("{} ({}:{})", item.name, place.file, place.line)
            } else {
                item.name.clone()
            };
            let by: &[By] = if item.condition.is_none() { &[By::Catalog] } else { &[] };
            lines.push(Line::cells(
                verdict,
                by,
                vec![short(&name).to_owned(), rust, labels.to_string(), remarks.join("; ")],
            ));
        }
    }
    let held = lines.iter().filter(|line| line.verdict == Verdict::Holds).count();
    let brief = format!(
        "{held} of {} {} a Rust enum with one variant a label",
        count(lines.len(), "enum type", "enum types"),
        if held == 1 { "has" } else { "have" }
    );
    let group = Group::untitled(lines).columns(&["Enum type", "Rust enum", "Labels", "Remarks"]).brief(brief);
    Section::new("enum_mapping", "Enum mapping", vec![group])
}
