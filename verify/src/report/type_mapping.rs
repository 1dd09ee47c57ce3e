//! Which Rust type each PostgreSQL type is read into, and which Rust enum each enum type.

use std::collections::{BTreeMap, BTreeSet};

use schemactl_schema::catalog::{ColumnId, DataType};

use super::{By, Facts, Group, Line, Section, Verdict, short};
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
    let brief =
        format!("{compared} of {} types are read into a Rust type that sqlx decodes them to", lines.len());
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
            let verdict = super::worst(own);
            let remark = if compared.matched == labels && item.variants.len() == labels {
                String::new()
            } else {
                format!(
                    "{} of {labels} labels have a variant; {} variants",
                    compared.matched,
                    item.variants.len()
                )
            };
            lines.push(Line::cells(
                verdict,
                &[By::Catalog],
                vec![short(&name).to_owned(), item.name.clone(), labels.to_string(), remark],
            ));
        }
    }
    let held = lines.iter().filter(|line| line.verdict == Verdict::Holds).count();
    let brief = format!("{held} of {} enum types have a Rust enum with one variant a label", lines.len());
    let group = Group::untitled(lines).columns(&["Enum type", "Rust enum", "Labels", "Remarks"]).brief(brief);
    Section::new("enum_mapping", "Enum mapping", vec![group])
}
