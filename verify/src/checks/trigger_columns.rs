//! Columns of NEW and OLD that a trigger's table does not have.
//!
//! PL/pgSQL looks such a column up when the statement runs, so CREATE FUNCTION says nothing and the first
//! INSERT fails. A function that asks which table it runs for (`TG_TABLE_NAME`, `TG_RELID`, `TG_ARGV`) may
//! name a column that only some of its tables have; that is said to be not checked.

use std::collections::{BTreeMap, BTreeSet};

use schemactl_schema::catalog::{Attribute, Catalog, FunctionBody, FunctionId, TriggerFunction, TriggerId};
use schemactl_schema::diagnostic::Diagnostic;

use super::{Checked, count, labelled};
use crate::rules;

pub(super) fn run(catalog: &Catalog) -> Checked {
    let mut checked = Checked::default();
    let mut examined = 0;
    let mut fired: BTreeMap<FunctionId, Vec<TriggerId>> = BTreeMap::new();
    for (id, trigger) in catalog.triggers.iter() {
        // For a statement NEW and OLD are NULL, and the names may be those of transition tables.
        if let (TriggerFunction::User(function), true, None) =
            (&trigger.function, trigger.for_each_row, trigger.parent)
        {
            examined += 1;
            fired.entry(*function).or_default().push(id);
        }
    }
    for (id, triggers) in fired {
        let function = &catalog.functions[id];
        let name = catalog.printed_name(id.into());
        let body = match &function.body {
            FunctionBody::Source(text) if &*function.language == "plpgsql" => scan(text),
            _ => {
                checked.not_checked.push(format!("{name}: it is written in {}", function.language));
                continue;
            }
        };
        for column in &body.columns {
            let lacks = |trigger: &&TriggerId| {
                let relation = catalog.triggers[**trigger].relation;
                // A system column is a field of NEW and OLD, too.
                catalog.column_named(relation, column).is_none() && column != "tableoid"
            };
            let missing: Vec<&TriggerId> = triggers.iter().filter(lacks).collect();
            if body.depends_on_table && !missing.is_empty() && missing.len() < triggers.len() {
                checked.not_checked.push(format!(
                    "{name} reads the column {column}, which only some of its tables have; it asks which it runs for"
                ));
                continue;
            }
            for trigger in missing {
                let trigger = &catalog.triggers[*trigger];
                let table = catalog.printed_name(trigger.relation.into());
                let finding = Diagnostic::new(
                    &rules::TRIGGER_COLUMN_UNKNOWN,
                    format!("{name} reads the column {column}, which {table} does not have"),
                )
                .subject(format!("{table}.{column}"))
                .why(format!(
                    "the trigger {} then fails each time it gets there (SQLSTATE 42703)",
                    trigger.name
                ))
                .help("correct the function, or fire it for another table");
                let finding = labelled(finding, function.origins.of(Attribute::BODY), "the function");
                checked.findings.push(labelled(finding, trigger.origins.creation(), "fired here"));
            }
        }
    }
    checked.examined = count(examined, "row trigger", "row triggers");
    checked
}

#[derive(Default, Debug)]
struct Body {
    /// Columns of NEW and OLD that it names, in lower case unless quoted.
    columns: BTreeSet<String>,
    depends_on_table: bool,
}

/// Reads a PL/pgSQL body word by word; strings and comments are passed over.
fn scan(text: &str) -> Body {
    let mut body = Body::default();
    // The record named last, while only a dot has followed it.
    let mut record = Step::None;
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        let mut length = c.len_utf8();
        if c.is_alphabetic() || c == '_' || c == '"' {
            let (word, size) = word(rest);
            length = size;
            record = match record {
                Step::Dot => {
                    body.columns.insert(word);
                    Step::None
                }
                Step::OtherDot => Step::None,
                _ if matches!(word.as_str(), "new" | "old") => Step::Record,
                _ => {
                    body.depends_on_table |=
                        matches!(word.as_str(), "tg_table_name" | "tg_relname" | "tg_relid" | "tg_argv");
                    Step::Other
                }
            };
        } else if c == '.' {
            record = if matches!(record, Step::Record) { Step::Dot } else { Step::OtherDot };
        } else if rest.starts_with("--") {
            length = rest.find('\n').unwrap_or(rest.len());
        } else if rest.starts_with("/*") {
            length = comment(rest);
        } else if c == '\'' {
            length = rest[1..].find('\'').map_or(rest.len(), |end| end + 2);
            record = Step::None;
        } else if !c.is_whitespace() {
            record = Step::None;
        }
        rest = rest.get(length..).unwrap_or("");
    }
    body
}

#[derive(Clone, Copy)]
enum Step {
    None,
    Record,
    Dot,
    Other,
    OtherDot,
}

/// The identifier that the text begins with, folded, and its length.
fn word(text: &str) -> (String, usize) {
    if let Some(quoted) = text.strip_prefix('"') {
        let end = quoted.find('"').unwrap_or(quoted.len());
        return (quoted[..end].to_owned(), (end + 2).min(text.len()));
    }
    let end = text.find(|c: char| !(c.is_alphanumeric() || c == '_' || c == '$')).unwrap_or(text.len());
    (text[..end].to_lowercase(), end)
}

/// The length of a block comment; comments nest.
fn comment(text: &str) -> usize {
    let mut depth = 0_usize;
    let bytes = text.as_bytes();
    let mut at = 0;
    while at < bytes.len() {
        if bytes[at..].starts_with(b"/*") {
            depth += 1;
            at += 2;
        } else if bytes[at..].starts_with(b"*/") {
            depth -= 1;
            at += 2;
            if depth == 0 {
                return at;
            }
        } else {
            at += 1;
        }
    }
    text.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_fields_of_new_and_old_are_columns() {
        let body = scan(
            "BEGIN -- NEW.comment\n /* old./* x */ y */ IF NEW.a <> OLD . \"B\" AND t.new.x = 'NEW.s' THEN
             NEW.c := jsonb_build_object('k', new_value.d); r.e = NEW; END IF; RETURN NEW; END",
        );
        assert_eq!(body.columns.into_iter().collect::<Vec<_>>(), ["B", "a", "c"]);
        assert!(!body.depends_on_table && scan("IF TG_TABLE_NAME = 'a' THEN").depends_on_table);
    }
}
