//! What is generated and what is not: patterns of the settings over schemas, tables, types and functions.

use std::collections::BTreeSet;

use schemactl_schema::catalog::{Catalog, FunctionId, RelationId, TypeBase, TypeId, TypeKind};
use schemactl_schema::diagnostic::Diagnostic;
use toml::Spanned;

use crate::names::has_struct;
use crate::settings::Settings;
use crate::{rules, sql_name};

/// The tables, types and functions that are generated.
#[derive(Clone, PartialEq, Eq, Default, Debug)]
pub(crate) struct Selection {
    /// `None`: all of them.
    chosen: Option<Chosen>,
}

#[derive(Clone, PartialEq, Eq, Debug)]
struct Chosen {
    relations: BTreeSet<RelationId>,
    types: BTreeSet<TypeId>,
    functions: BTreeSet<FunctionId>,
}

impl Selection {
    /// Looks up what the patterns name; a pattern that names nothing is a finding.
    pub(crate) fn new(catalog: &Catalog, settings: &Settings, findings: &mut Vec<Diagnostic>) -> Self {
        if settings.include.is_empty() && settings.exclude.is_empty() {
            return Self { chosen: None };
        }
        for written in settings.include.iter().chain(&settings.exclude) {
            findings.extend(matches_nothing(catalog, settings, written));
        }
        let patterns = |list: &[Spanned<String>]| -> Vec<Pattern> {
            list.iter().map(|pattern| Pattern::new(pattern.get_ref())).collect()
        };
        let (include, exclude) = (patterns(&settings.include), patterns(&settings.exclude));
        let holds = |schema: &str, name: &str| {
            (include.is_empty() || include.iter().any(|pattern| pattern.matches(schema, name)))
                && !exclude.iter().any(|pattern| pattern.matches(schema, name))
        };
        let relations: BTreeSet<RelationId> = catalog
            .relations
            .iter()
            .filter(|(_, relation)| holds(&catalog.schemas[relation.schema].name, &relation.name))
            .map(|(id, _)| id)
            .collect();
        let mut types: BTreeSet<TypeId> = catalog
            .types
            .iter()
            .filter(|(_, ty)| holds(&catalog.schemas[ty.schema].name, &ty.name))
            .map(|(id, _)| id)
            .collect();
        // A type that a generated table or caller has must be there, whatever its own name.
        let columns = catalog.columns.iter().filter(|(_, column)| relations.contains(&column.relation));
        let mut pending: Vec<&TypeBase> = columns.map(|(_, column)| &column.ty.base).collect();
        let functions: BTreeSet<FunctionId> = catalog
            .functions
            .iter()
            .filter(|(_, function)| {
                settings.functions && holds(&catalog.schemas[function.schema].name, &function.name)
            })
            .map(|(id, _)| id)
            .collect();
        for id in &functions {
            let function = &catalog.functions[*id];
            pending.extend(function.arguments.iter().map(|argument| &argument.ty.base));
            pending.extend(function.returns.iter().map(|ty| &ty.base));
        }
        pending.extend(types.iter().flat_map(|id| parts_of(catalog, *id)));
        while let Some(base) = pending.pop() {
            if let TypeBase::User(id) = base
                && types.insert(*id)
            {
                pending.extend(parts_of(catalog, *id));
            }
        }
        Self { chosen: Some(Chosen { relations, types, functions }) }
    }

    pub(crate) fn has_relation(&self, id: RelationId) -> bool {
        self.chosen.as_ref().is_none_or(|chosen| chosen.relations.contains(&id))
    }

    pub(crate) fn has_type(&self, id: TypeId) -> bool {
        self.chosen.as_ref().is_none_or(|chosen| chosen.types.contains(&id))
    }

    pub(crate) fn has_function(&self, id: FunctionId) -> bool {
        self.chosen.as_ref().is_none_or(|chosen| chosen.functions.contains(&id))
    }
}

/// The types that a type is made of.
fn parts_of(catalog: &Catalog, id: TypeId) -> Vec<&TypeBase> {
    match &catalog.types[id].kind {
        TypeKind::Domain(domain) => vec![&domain.base.base],
        TypeKind::Composite(attributes) => attributes.iter().map(|attribute| &attribute.ty.base).collect(),
        TypeKind::Range(range) => vec![&range.subtype.base],
        TypeKind::Enum(_) | TypeKind::Base => Vec::new(),
    }
}

/// `schema`, `name` or `schema.name`, each part with `*` and `?`.
struct Pattern(Vec<String>);

impl Pattern {
    fn new(text: &str) -> Self {
        Self(sql_name::parts(text).unwrap_or_else(|| vec![text.to_owned()]))
    }

    fn matches(&self, schema: &str, name: &str) -> bool {
        match self.0.as_slice() {
            [one] => glob(one, schema) || glob(one, name),
            [of, one] => glob(of, schema) && glob(one, name),
            _ => false,
        }
    }
}

fn matches_nothing(catalog: &Catalog, settings: &Settings, written: &Spanned<String>) -> Option<Diagnostic> {
    let pattern = Pattern::new(written.get_ref());
    let schema_of = |id| &*catalog.schemas[id].name;
    let relations = catalog.relations.iter().filter(|(id, _)| has_struct(catalog.walk(*id)));
    let mut items = relations
        .map(|(_, relation)| (schema_of(relation.schema), &*relation.name))
        .chain(catalog.types.iter().map(|(_, ty)| (schema_of(ty.schema), &*ty.name)))
        .chain(catalog.functions.iter().map(|(_, function)| (schema_of(function.schema), &*function.name)));
    if items.any(|(schema, name)| pattern.matches(schema, name)) {
        return None;
    }
    let schemas = catalog.schemas.iter().map(|(_, schema)| &*schema.name);
    let meant = sql_name::meant(catalog, written.get_ref(), schemas);
    let what = "matches no schema, table, type or function";
    Some(rules::setting_unmatched(settings, written, what, meant.as_deref()))
}

/// Whether a text fits a pattern: `*` stands for any characters, `?` for one.
fn glob(pattern: &str, text: &str) -> bool {
    let (pattern, text): (Vec<char>, Vec<char>) = (pattern.chars().collect(), text.chars().collect());
    let (mut at, mut seen) = (0, 0);
    // Where the last `*` stands, and how much of the text it has taken.
    let mut star: Option<(usize, usize)> = None;
    while seen < text.len() {
        match pattern.get(at) {
            Some('*') => {
                star = Some((at, seen));
                at += 1;
            }
            Some(c) if *c == '?' || *c == text[seen] => {
                at += 1;
                seen += 1;
            }
            _ => match star {
                Some((from, taken)) => {
                    star = Some((from, taken + 1));
                    at = from + 1;
                    seen = taken + 1;
                }
                None => return false,
            },
        }
    }
    pattern[at..].iter().all(|c| *c == '*')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn patterns_match_as_in_a_shell() {
        for (pattern, text, expected) in [
            ("users", "users", true),
            ("users", "user", false),
            ("*", "", true),
            ("tmp_*", "tmp_a", true),
            ("*_log", "audit_log_log", true),
            ("a?c", "abc", true),
            ("a?c", "ac", false),
            ("*a*b", "xxaxxbxb", true),
            ("*a*b", "xxaxxbx", false),
        ] {
            assert_eq!(glob(pattern, text), expected, "{pattern} {text}");
        }
        let pattern = Pattern::new("audit.*");
        assert!(pattern.matches("audit", "x") && !pattern.matches("public", "audit"));
        let pattern = Pattern::new("audit");
        assert!(pattern.matches("audit", "x") && pattern.matches("public", "audit"));
    }
}
