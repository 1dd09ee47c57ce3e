//! The statements that change one part of an object of a rarer kind.

use super::alter::Written;
use super::{Cure, Step};
use crate::catalog::names::quote_identifier;
use crate::catalog::{
    Attribute, DefinedId, DefinedKind, FunctionId, PropertyValue, definition_options, property,
};
use crate::dump::print;

impl Cure<'_> {
    /// Changes what `ALTER` can change; else drops the object and makes it anew, which fails while others need it.
    pub(super) fn defined(&mut self, attribute: Attribute, ours: DefinedId, theirs: DefinedId) -> Written {
        if let Some(written) = self.surrounding(attribute, ours) {
            return written;
        }
        match (self.left.defined[ours].kind, attribute) {
            (DefinedKind::Operator, property::RESTRICT | property::JOIN) => {
                let word = if attribute == property::RESTRICT { "RESTRICT" } else { "JOIN" };
                let function = self.left.property(ours.into(), attribute);
                let function = function.map_or_else(|| "NONE".to_owned(), |value| value.print(self.left));
                let address = print::address(self.left, ours.into());
                self.alter(format!("ALTER {address} SET ({word} = {function});"))
            }
            (DefinedKind::OperatorFamily, property::ITEMS) => self.members(ours, theirs),
            (DefinedKind::TextSearchDictionary, property::OPTIONS) => self.dictionary(ours, theirs),
            (DefinedKind::TextSearchConfiguration, property::MAPPINGS) => self.mappings(ours, theirs),
            (DefinedKind::Language, _) | (DefinedKind::Transform, property::FROM_SQL | property::TO_SQL) => {
                if self.altered.insert(ours.into()) {
                    let text = print::create_defined(self.left, ours);
                    let text = text.replacen("CREATE ", "CREATE OR REPLACE ", 1);
                    self.push(Step::Alter, text);
                }
                Ok(())
            }
            _ => self.remake(ours.into(), theirs.into()),
        }
    }

    /// An aggregate can be replaced while it returns the same.
    pub(super) fn aggregate(&mut self, ours: FunctionId, theirs: FunctionId) -> Written {
        let result = |catalog: &crate::catalog::Catalog, id: FunctionId| {
            catalog.functions[id].returns.as_ref().map(|ty| ty.print(catalog))
        };
        if result(self.left, ours) != result(self.right, theirs) {
            return self.remake(ours.into(), theirs.into());
        }
        if self.altered.insert(ours.into()) {
            let text = print::create_aggregate(self.left, ours).ok_or("its parts are not known")?;
            self.push(Step::Alter, text.replacen("CREATE ", "CREATE OR REPLACE ", 1));
        }
        Ok(())
    }

    fn members(&mut self, ours: DefinedId, theirs: DefinedId) -> Written {
        let address = print::address(self.left, ours.into());
        let printed = |catalog: &crate::catalog::Catalog, id: DefinedId| -> Vec<(String, String)> {
            elements(catalog.property(id.into(), property::ITEMS))
                .iter()
                .map(|item| (print::member(catalog, item), print::member_address(catalog, item)))
                .collect()
        };
        let (left, right) = (printed(self.left, ours), printed(self.right, theirs));
        for (_, member) in right.iter().filter(|item| !left.contains(item)) {
            self.push(Step::Alter, format!("ALTER {address} DROP {member};"));
        }
        for (member, _) in left.iter().filter(|item| !right.contains(item)) {
            self.push(Step::Alter, format!("ALTER {address} ADD {member};"));
        }
        Ok(())
    }

    fn dictionary(&mut self, ours: DefinedId, theirs: DefinedId) -> Written {
        let options = |catalog: &crate::catalog::Catalog, id: DefinedId| {
            let text = catalog.property(id.into(), property::OPTIONS);
            definition_options(&text.map(|value| value.plain(catalog)).unwrap_or_default())
        };
        let (left, right) = (options(self.left, ours), options(self.right, theirs));
        let gone = right.iter().filter(|(name, _)| !left.iter().any(|(other, _)| other == name));
        let changed = left.iter().filter(|option| !right.contains(option));
        let words: Vec<String> = gone
            .map(|(name, _)| quote_identifier(name).into_owned())
            .chain(changed.map(|(name, value)| format!("{} = {value}", quote_identifier(name))))
            .collect();
        let address = print::address(self.left, ours.into());
        self.alter(format!("ALTER {address} ({});", words.join(", ")))
    }

    fn mappings(&mut self, ours: DefinedId, theirs: DefinedId) -> Written {
        let address = print::address(self.left, ours.into());
        let mappings = |catalog: &crate::catalog::Catalog, id: DefinedId| -> Vec<(String, String)> {
            elements(catalog.property(id.into(), property::MAPPINGS))
                .iter()
                .filter_map(|mapping| {
                    let [token, dictionaries @ ..] = elements(Some(mapping)) else { return None };
                    let printed: Vec<_> = dictionaries.iter().map(|value| value.print(catalog)).collect();
                    Some((quote_identifier(&token.print(catalog)).into_owned(), printed.join(", ")))
                })
                .collect()
        };
        let (left, right) = (mappings(self.left, ours), mappings(self.right, theirs));
        let has = |list: &[(String, String)], token: &str| list.iter().any(|(other, _)| other == token);
        for (token, _) in right.iter().filter(|(token, _)| !has(&left, token)) {
            self.push(Step::Alter, format!("ALTER {address} DROP MAPPING FOR {token};"));
        }
        for (token, dictionaries) in left.iter().filter(|mapping| !right.contains(mapping)) {
            let word = if has(&right, token) { "ALTER" } else { "ADD" };
            self.push(
                Step::Alter,
                format!("ALTER {address} {word} MAPPING FOR {token} WITH {dictionaries};"),
            );
        }
        Ok(())
    }
}

fn elements(value: Option<&PropertyValue>) -> &[PropertyValue] {
    match value {
        Some(PropertyValue::List(values)) => values,
        _ => &[],
    }
}
