//! The derives and attributes that the settings put on generated types, by scope.

use std::collections::BTreeMap;

use schemactl_schema::catalog::{Catalog, FunctionId};
use schemactl_schema::diagnostic::Diagnostic;
use toml::Spanned;

use crate::names::{ItemName, Names};
use crate::settings::Settings;
use crate::sql_name::{self, Named};
use crate::{functions, rules, text};

/// The kinds of types that a scope can name.
pub(crate) const KINDS: &[&str] = &["rows", "new", "patches", "enums", "composites", "domains", "results"];

/// The scope of every type.
const ALL: &str = "all";

/// Derives and attributes beyond those that generation writes itself.
#[derive(Clone, PartialEq, Eq, Default, Debug)]
pub(crate) struct Decorations {
    derives: BTreeMap<Chosen, Vec<String>>,
    attributes: BTreeMap<Chosen, Vec<String>>,
}

/// What a scope chooses.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
enum Chosen {
    /// `all`, a kind, or the path of one type (`billing::Invoice`, `User`).
    Types(String),
    /// The struct of what one function gives.
    Result(FunctionId),
}

impl Decorations {
    /// Looks up what the scopes name; what is not there is a finding.
    pub(crate) fn new(
        catalog: &Catalog,
        settings: &Settings,
        names: &Names,
        findings: &mut Vec<Diagnostic>,
    ) -> Self {
        let mut made = Self::default();
        for (key, derives) in &settings.derive {
            for scope in scopes(catalog, settings, names, key, findings) {
                let texts = derives.iter().map(|derive| derive.0.clone());
                made.derives.entry(scope).or_default().extend(texts);
            }
        }
        for (key, attributes) in &settings.attributes {
            for scope in scopes(catalog, settings, names, key, findings) {
                let texts = attributes.iter().map(|attribute| attribute.0.clone());
                made.attributes.entry(scope).or_default().extend(texts);
            }
        }
        made
    }

    /// `#[derive(…)]` with `own` first, and the attributes below it, a line each.
    pub(crate) fn head(&self, kind: &str, schema: Option<&str>, type_name: &str, own: &[&str]) -> String {
        let types = [ALL.to_owned(), kind.to_owned(), path(schema, type_name)];
        self.of(&types.map(Chosen::Types), own)
    }

    /// The same of the struct of what a function gives.
    pub(crate) fn head_of_result(
        &self,
        id: FunctionId,
        schema: Option<&str>,
        type_name: &str,
        own: &[&str],
    ) -> String {
        let types = [ALL.to_owned(), "results".to_owned(), path(schema, type_name)];
        let [all, results, path] = types.map(Chosen::Types);
        self.of(&[all, results, path, Chosen::Result(id)], own)
    }

    /// Whether serde is named for a type: in a derive, or in an attribute, `#[serde(…)]`.
    pub(crate) fn name_serde(&self, kind: &str, schema: Option<&str>, type_name: &str) -> bool {
        let scopes = [ALL.to_owned(), kind.to_owned(), path(schema, type_name)].map(Chosen::Types);
        let derives = scopes.iter().filter_map(|scope| self.derives.get(scope)).flatten();
        let attributes = scopes.iter().filter_map(|scope| self.attributes.get(scope)).flatten();
        derives.chain(attributes).any(|text| {
            text.split(|c: char| !c.is_alphanumeric() && c != '_')
                .any(|word| matches!(word, "serde" | "Serialize" | "Deserialize"))
        })
    }

    fn of(&self, scopes: &[Chosen], own: &[&str]) -> String {
        let mut derives: Vec<&str> = own.to_vec();
        for derive in scopes.iter().filter_map(|scope| self.derives.get(scope)).flatten() {
            if !derives.contains(&derive.as_str()) {
                derives.push(derive);
            }
        }
        let mut out = text::derive(&derives);
        for attribute in scopes.iter().filter_map(|scope| self.attributes.get(scope)).flatten() {
            out += attribute;
            out.push('\n');
        }
        out
    }
}

fn path(schema: Option<&str>, type_name: &str) -> String {
    schema.map_or_else(|| type_name.to_owned(), |schema| format!("{schema}::{type_name}"))
}

fn path_of(item: &ItemName) -> String {
    path(item.schema.as_deref(), &item.type_name)
}

fn scopes(
    catalog: &Catalog,
    settings: &Settings,
    names: &Names,
    key: &Spanned<String>,
    findings: &mut Vec<Diagnostic>,
) -> Vec<Chosen> {
    let written = key.get_ref().as_str();
    if written == ALL || KINDS.contains(&written) {
        return vec![Chosen::Types(written.to_owned())];
    }
    let by_sql: Vec<Chosen> = sql_name::find(catalog, written)
        .into_iter()
        .filter_map(|named| {
            let item = match named {
                Named::Relation(id) => names.table(id),
                Named::Type(id) => names
                    .enum_names(id)
                    .map(|name| &name.item)
                    .or_else(|| names.composite(id).map(|name| &name.item))
                    .or_else(|| names.domain(id)),
                Named::Column(_) | Named::Member(..) => None,
                Named::Function(id) => return Some(Chosen::Result(id)),
            };
            item.map(path_of).map(Chosen::Types)
        })
        .collect();
    if !by_sql.is_empty() {
        return by_sql;
    }
    let mut types: Vec<String> = Vec::new();
    for (id, item) in names.tables() {
        types.push(path_of(item));
        let derived = names.derived(id).into_iter();
        types.extend(
            derived
                .flat_map(|derived| [&derived.new, &derived.patch])
                .map(|name| path(item.schema.as_deref(), name)),
        );
    }
    types.extend(names.enums().map(|(_, name)| path_of(&name.item)));
    types.extend(names.composites().map(|(_, name)| path_of(&name.item)));
    types.extend(names.domains().map(|(_, item)| path_of(item)));
    types.extend(catalog.functions.iter().map(|(id, function)| {
        let name = names.function_name(id).unwrap_or(&function.name);
        path(names.module_of(catalog, function.schema).as_deref(), &functions::row_name(name))
    }));
    if types.iter().any(|ty| ty == written) {
        return vec![Chosen::Types(written.to_owned())];
    }
    let others = types.iter().map(String::as_str).chain(KINDS.iter().copied()).chain([ALL]);
    let meant = sql_name::meant(catalog, written, others);
    let what = "is neither a kind of types (all, rows, new, patches, enums, composites, domains, results) nor a generated type";
    findings.push(rules::setting_unmatched(settings, key, what, meant.as_deref()));
    Vec::new()
}
