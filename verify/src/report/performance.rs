//! Pagination, queues and indexes, as far as the catalog tells.

use super::{By, Facts, Group, Line, Section, Verdict, mistakes, short};
use crate::checks::count;
use crate::checks::pagination::{Keyset, keysets};
use crate::checks::queue::queue_indexes;
use crate::rules;

/// Rules about indexes: their checks stand in this section.
pub(super) const CODES: &[&str] = &[
    rules::INDEX_DUPLICATE.code,
    rules::INDEX_PREFIX_REDUNDANT.code,
    rules::INDEX_ON_FEW_VALUES.code,
    rules::FOREIGN_KEY_WITHOUT_INDEX.code,
];

pub(super) fn section(facts: &Facts<'_>) -> Section {
    let mut indexes = Vec::new();
    for (check, result) in facts.checked {
        if check.rules.iter().any(|rule| CODES.contains(&rule.code)) {
            indexes.extend(mistakes::lines(facts, check, result));
        }
    }
    let groups = vec![
        Group::new("Indexes", indexes),
        pagination(facts),
        queues(facts),
        Group::new(
            "Not measured",
            vec![Line::not_checked(
                "speed and load: the report runs no query and reads no statistics of a server",
            )],
        ),
    ];
    Section::new("performance", "Performance characteristics", groups)
}

fn pagination(facts: &Facts<'_>) -> Group {
    let catalog = facts.catalog();
    let all = keysets(catalog);
    let mut lines = Vec::new();
    let mut exact = 0;
    let mut tables = 0;
    for table in catalog.tables().filter(|table| table.partition_bound.is_none()) {
        tables += 1;
        let name = table.printed_name();
        let own: Vec<&Keyset> = all.iter().filter(|keyset| keyset.table == table.id).collect();
        exact += usize::from(own.iter().any(|keyset| keyset.flaw.is_none()));
        if own.is_empty() {
            lines.push(Line::cells(
                Verdict::Warning,
                &[By::Catalog],
                vec![
                    short(&name).to_owned(),
                    String::new(),
                    String::new(),
                    "no index gives its rows an order".into(),
                ],
            ));
        }
        for keyset in own {
            let (verdict, remark) = match &keyset.flaw {
                None => (Verdict::Holds, if keyset.primary { "primary key" } else { "" }.to_owned()),
                // An index that serves a filter is no mistake: only its pages would not be exact.
                Some(flaw) => (Verdict::Fact, flaw.clone()),
            };
            lines.push(Line::cells(
                verdict,
                &[By::Catalog],
                vec![
                    short(&name).to_owned(),
                    keyset.query(),
                    catalog.indexes[keyset.index].name.to_string(),
                    remark,
                ],
            ));
        }
    }
    Group::new("Pagination: which index serves which keyset", lines)
        .columns(&["Table", "Keyset, forwards and backwards", "Index", "Remarks"])
        .brief(format!(
            "{exact} of {} can be read page by page in an order that an index gives exactly ({})",
            count(tables, "table", "tables"),
            count(all.len(), "keyset", "keysets")
        ))
}

fn queues(facts: &Facts<'_>) -> Group {
    let catalog = facts.catalog();
    let mut lines: Vec<Line> = queue_indexes(catalog)
        .into_iter()
        .map(|queue| {
            Line::cells(
                Verdict::Fact,
                &[By::Catalog],
                vec![
                    short(&catalog.printed_name(queue.table.into())).to_owned(),
                    catalog.indexes[queue.index].name.to_string(),
                    queue.keys.join(", "),
                    queue.predicate,
                ],
            )
        })
        .collect();
    if lines.is_empty() {
        lines.push(Line::cells(
            Verdict::Fact,
            &[By::Catalog],
            vec!["none".into(), String::new(), String::new(), String::new()],
        ));
    }
    let brief = count(lines.len(), "index holds", "indexes hold") + " only the rows that wait";
    Group::new("Queues: partial indexes over a status, in the order of the turn", lines)
        .columns(&["Table", "Index", "Order", "Rows in it"])
        .brief(brief)
}
