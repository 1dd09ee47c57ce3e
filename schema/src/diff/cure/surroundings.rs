//! The statements that change one part of what stands around tables: statistics, rules, event triggers, foreign data.

use super::alter::Written;
use super::{Cure, Step};
use crate::catalog::names::{quote_identifier, quote_literal};
use crate::catalog::{Attribute, Catalog, DefinedId, DefinedKind, ObjectId, PropertyValue, property};
use crate::dump::print;

/// The options of a foreign-data object; `None` when what it has under the name is something else.
fn generic(catalog: &Catalog, object: ObjectId) -> Option<&[(Box<str>, Box<str>)]> {
    match catalog.property(object, property::OPTIONS) {
        Some(PropertyValue::Options(options)) => Some(options),
        Some(_) => None,
        None => Some(&[]),
    }
}

impl Cure<'_> {
    /// True for options that are added, set and dropped one by one.
    pub(super) fn has_generic_options(&self, ours: ObjectId, theirs: ObjectId) -> bool {
        generic(self.left, ours).is_some() && generic(self.right, theirs).is_some()
    }

    pub(super) fn generic_options(&mut self, ours: ObjectId, theirs: ObjectId) -> Written {
        let left = generic(self.left, ours).unwrap_or_default();
        let right = generic(self.right, theirs).unwrap_or_default();
        let names =
            |options: &[(Box<str>, Box<str>)], name: &str| options.iter().any(|(own, _)| **own == *name);
        let gone = right.iter().filter(|(name, _)| !names(left, name));
        let changed = left.iter().filter(|option| !right.contains(option));
        let words: Vec<String> = gone
            .map(|(name, _)| format!("DROP {}", quote_identifier(name)))
            .chain(changed.map(|(name, value)| {
                let word = if names(right, name) { "SET" } else { "ADD" };
                format!("{word} {} {}", quote_identifier(name), quote_literal(value))
            }))
            .collect();
        let target = match ours {
            ObjectId::Column(id) => {
                let column = &self.left.columns[id];
                let table = print::address(self.left, column.relation.into());
                format!("{table} ALTER COLUMN {}", quote_identifier(&column.name))
            }
            other => print::address(self.left, other),
        };
        self.push(Step::Alter, format!("ALTER {target} OPTIONS ({});", words.join(", ")));
        Ok(())
    }

    /// What `ALTER` can change of these kinds; `None` for what must be made anew.
    pub(super) fn surrounding(&mut self, attribute: Attribute, ours: DefinedId) -> Option<Written> {
        let catalog = self.left;
        let entry = &catalog.defined[ours];
        let address = print::address(catalog, ours.into());
        let value = catalog.property(ours.into(), attribute).map(|value| value.print(catalog));
        let statement = match (entry.kind, attribute) {
            (DefinedKind::Statistics, property::TARGET_VALUE) => {
                format!("ALTER {address} SET STATISTICS {};", value.as_deref().unwrap_or("-1"))
            }
            (DefinedKind::EventTrigger, property::ENABLED) => {
                format!("ALTER {address} {};", state(value.as_deref()))
            }
            (DefinedKind::Rule, property::ENABLED) => {
                let table = catalog.printed_name(entry.relation?.into());
                let rule = quote_identifier(&entry.name);
                format!("ALTER TABLE {table} {} RULE {rule};", state(value.as_deref()))
            }
            (DefinedKind::ForeignServer, property::VERSION) => {
                format!("ALTER {address} VERSION {};", value.as_deref().unwrap_or("NULL"))
            }
            (DefinedKind::ForeignDataWrapper, property::HANDLER | property::VALIDATOR) => {
                let word = if attribute == property::HANDLER { "HANDLER" } else { "VALIDATOR" };
                match value {
                    Some(function) => format!("ALTER {address} {word} {function};"),
                    None => format!("ALTER {address} NO {word};"),
                }
            }
            _ => return None,
        };
        // Event triggers and rules may be made only after all else.
        self.push(Step::Settle, statement);
        Some(Ok(()))
    }
}

fn state(value: Option<&str>) -> &'static str {
    match value {
        Some("disabled") => "DISABLE",
        Some("replica") => "ENABLE REPLICA",
        Some("always") => "ENABLE ALWAYS",
        _ => "ENABLE",
    }
}
