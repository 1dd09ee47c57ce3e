//! Which table a struct stands for, and which enum type an enum.

use std::collections::{BTreeMap, BTreeSet};

use heck::ToSnakeCase;
use schemactl_codegen::Names;
use schemactl_schema::catalog::{Catalog, RelationId, TypeId, TypeKind};
use schemactl_schema::diagnostic::{Diagnostic, Party, Severity};

use super::{Author, ModelSet, RustEnum, Struct};
use crate::config::{Config, Setting};
use crate::rules;

/// What a struct is compared with.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Target {
    Relation(RelationId),
    Composite(TypeId),
}

/// What became of the question which table a struct stands for.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) enum Match {
    /// It is no model, or a finding says why it cannot be one.
    Nothing,
    To(Target),
    /// It is a model, and cannot be compared for this reason.
    NotCompared(String),
    /// A table has its name, and nothing says that it is a model.
    Undeclared,
}

/// What decides a struct's table, beside the struct itself.
pub(super) struct Matching<'a> {
    pub(super) catalog: &'a Catalog,
    pub(super) config: &'a Config,
    generated: BTreeMap<String, Vec<RelationId>>,
    /// Structs that others, which have a table, read as a part of theirs; with the name of one of those.
    flattened: BTreeMap<&'a str, &'a str>,
    by_hand: BTreeSet<&'a str>,
}

impl<'a> Matching<'a> {
    pub(super) fn new(models: &'a ModelSet, catalog: &'a Catalog, config: &'a Config, names: &Names) -> Self {
        let mut flattened = BTreeMap::new();
        // One without a table of its own cannot answer for its parts.
        let has_table = |item: &&Struct| {
            config.models.map.contains_key(&item.name)
                || item.table.is_some()
                || matches!(by_name(catalog, &item.name.to_snake_case()), Ok(Some(_)))
        };
        for item in models.structs.iter().filter(|item| item.fields.iter().any(|field| field.flatten)) {
            if !has_table(&item) {
                continue;
            }
            for field in item.fields.iter().filter(|field| field.flatten && !field.skip) {
                if let Some(name) = field.ty.name() {
                    flattened.entry(name).or_insert(item.name.as_str());
                }
            }
        }
        let by_hand = models.by_hand.iter().map(String::as_str).collect();
        Self { catalog, config, generated: generated_names(names), flattened, by_hand }
    }

    /// The table or composite type of a struct.
    pub(super) fn of_struct(&self, item: &Struct, findings: &mut Vec<Diagnostic>) -> Match {
        if self.config.models.ignore.contains(&item.name) {
            return Match::Nothing;
        }
        let mut own = Vec::new();
        let found = self.unconditional(item, &mut own);
        match (&item.condition, &found) {
            // What holds in some builds only is neither right nor wrong.
            (Some(condition), _) if found != Match::Nothing || !own.is_empty() => {
                Match::NotCompared(format!("not compared: it depends on `{condition}`"))
            }
            _ => {
                findings.extend(own);
                found
            }
        }
    }

    fn unconditional(&self, item: &Struct, findings: &mut Vec<Diagnostic>) -> Match {
        let Self { catalog, config, .. } = *self;
        let told = match config.models.map.get(&item.name) {
            Some(table) => Some((table, "`[models.map]` of schemactl.toml")),
            None => item.table.as_ref().map(|table| (table, "its attribute")),
        };
        if let Some((table, by)) = told {
            let found = relation_named(catalog, table);
            if found.is_none() {
                findings.push(
                    of_party(&rules::MODEL_TABLE_MISSING, item.author)(format!(
                        "`{}` maps table `{table}`, as {by} says, and there is no such table",
                        item.name
                    ))
                    .subject(table.as_str())
                    .at(item.span)
                    .why("no statement that uses this model can run")
                    .help("correct the name, or add the migration that creates the table"),
                );
            }
            return found.map_or(Match::Nothing, |id| Match::To(Target::Relation(id)));
        }
        if let Some(name) = &item.type_name {
            return type_named(catalog, name).map_or(Match::Nothing, |id| Match::To(Target::Composite(id)));
        }
        if item.author == Author::Generator
            && let Some([only]) = self.generated.get(&item.name).map(Vec::as_slice)
        {
            return Match::To(Target::Relation(*only));
        }
        let snake = item.name.to_snake_case();
        if item.is_type {
            return names_of_type(&snake)
                .iter()
                .find_map(|name| type_named(catalog, name))
                .map_or(Match::Nothing, |id| Match::To(Target::Composite(id)));
        }
        let named = by_name(catalog, &snake);
        let any = !matches!(named, Ok(None));
        if let Some(outer) = self.flattened.get(item.name.as_str()) {
            // Its fields are compared with the table of the struct around it.
            return if any {
                Match::NotCompared(format!(
                    "compared as a part of `{outer}` only, which flattens it: `[models.map]` of schemactl.toml can say that it has a table of its own"
                ))
            } else {
                Match::Nothing
            };
        }
        if self.by_hand.contains(item.name.as_str()) && !item.reads_rows {
            return Match::NotCompared(
                "not compared: it implements FromRow with code of its own, which is not read".to_owned(),
            );
        }
        if item.author == Author::People && !item.reads_rows {
            return if any { Match::Undeclared } else { Match::Nothing };
        }
        match named {
            Ok(Some(relation)) => Match::To(Target::Relation(relation)),
            Ok(None) => {
                if item.reads_rows {
                    findings.push(table_unknown(item, &snake));
                }
                Match::Nothing
            }
            Err(several) => {
                let names: Vec<_> = several.iter().map(|id| catalog.printed_name((*id).into())).collect();
                findings.push(
                    of_party(&rules::MODEL_TABLE_AMBIGUOUS, item.author)(format!(
                        "`{}` may stand for {}",
                        item.name,
                        names.join(" or ")
                    ))
                    .subject(item.name.as_str())
                    .at(item.span)
                    .why("it was compared with none of them")
                    .help("say which under `[models.map]` of schemactl.toml"),
                );
                Match::Nothing
            }
        }
    }

    /// Entries of `[models.map]` that name no struct, or a table that is not there.
    pub(super) fn map_in_vain(&self, models: &ModelSet, findings: &mut Vec<Diagnostic>) {
        for (name, table) in &self.config.models.map {
            if models.structs.iter().any(|item| item.name == *name) {
                continue;
            }
            let mut unused = Diagnostic::new(
                    &rules::MODEL_MAP_UNUSED,
                    format!(
                        "`[models.map]` of schemactl.toml maps `{name}`, and no file that was read defines such a struct"
                    ),
                )
                .subject(name.as_str())
                .why("what the entry was to name is not checked")
                .help("correct the name, name the file in `[models] rust`, or remove the entry");
            if let Some(place) = models.setting(self.config, Setting::MapName(name)) {
                unused = unused.at(place);
            }
            findings.push(unused);
            if relation_named(self.catalog, table).is_none() {
                let mut missing = Diagnostic::new(
                        &rules::MODEL_TABLE_MISSING,
                        format!(
                            "`[models.map]` of schemactl.toml maps `{name}` to table `{table}`, and there is no such table"
                        ),
                    )
                    .subject(table.as_str())
                    .why("no statement that uses this model can run")
                    .help("correct the name, or add the migration that creates the table");
                if let Some(place) = models.setting(self.config, Setting::MapTable(name)) {
                    missing = missing.at(place);
                }
                findings.push(missing);
            }
        }
    }
}

fn table_unknown(item: &Struct, snake: &str) -> Diagnostic {
    of_party(&rules::MODEL_TABLE_UNKNOWN, item.author)(format!(
        "`{}` reads rows, and no table or view is named {}",
        item.name,
        plurals(snake).iter().map(|name| format!("`{name}`")).collect::<Vec<_>>().join(" or ")
    ))
    .subject(item.name.as_str())
    .at(item.span)
    .why("it was compared with nothing")
    .help(format!(
        "write `{} = \"schema.table\"` under `[models.map]` of schemactl.toml, or list it in `[models] ignore`",
        item.name
    ))
}

/// The tables by the names that the generator gives their structs.
fn generated_names(names: &Names) -> BTreeMap<String, Vec<RelationId>> {
    let mut by_name: BTreeMap<String, Vec<RelationId>> = BTreeMap::new();
    for (id, item) in names.tables() {
        by_name.entry(item.type_name.clone()).or_default().push(id);
    }
    by_name
}

/// The enum type of a Rust enum; `None` when it stands for none.
pub(super) fn of_enum(
    item: &RustEnum,
    catalog: &Catalog,
    config: &Config,
    findings: &mut Vec<Diagnostic>,
) -> Option<TypeId> {
    if config.models.ignore.contains(&item.name) {
        return None;
    }
    let is_enum = |id: &TypeId| matches!(catalog.types[*id].kind, TypeKind::Enum(_));
    if let Some(name) = &item.type_name {
        let found = type_named(catalog, name).filter(is_enum);
        if found.is_none() {
            findings.push(
                of_party(&rules::ENUM_TYPE_MISSING, item.author)(format!(
                    "`{}` maps the enum type `{name}`, and there is no such enum type",
                    item.name
                ))
                .subject(name.as_str())
                .at(item.span)
                .why("no statement that reads or writes it can run")
                .help("correct `type_name`, or add the migration that creates the type"),
            );
        }
        return found;
    }
    let snake = item.name.to_snake_case();
    names_of_type(&snake).iter().filter_map(|name| type_named(catalog, name)).find(is_enum)
}

/// A rule with the party and severity that the author gives it: generated code owes more.
pub(super) fn of_party(
    rule: &'static schemactl_schema::diagnostic::Rule,
    author: Author,
) -> impl Fn(String) -> Diagnostic {
    move |message| {
        let mut finding = Diagnostic::new(rule, message);
        if author == Author::Generator {
            finding.party = Party::Generated;
            if finding.severity == Severity::Warning {
                finding.severity = Severity::Error;
            }
        }
        finding
    }
}

/// A table or view: `users` in any schema (`public` first), or `schema.users`.
fn relation_named(catalog: &Catalog, name: &str) -> Option<RelationId> {
    let (schema, name) = split(name);
    match schema {
        Some(schema) => catalog.relation(&schema, &name).map(|relation| relation.id),
        None => in_schemas(catalog, |schema| catalog.relation(schema, &name).map(|relation| relation.id))
            .into_iter()
            .next(),
    }
}

fn type_named(catalog: &Catalog, name: &str) -> Option<TypeId> {
    let (schema, name) = split(name);
    match schema {
        Some(schema) => catalog.user_type(&schema, &name).map(|ty| ty.id),
        None => {
            in_schemas(catalog, |schema| catalog.user_type(schema, &name).map(|ty| ty.id)).into_iter().next()
        }
    }
}

/// All hits, that of `public` first, then in order of declaration of the schemas.
fn in_schemas<T>(catalog: &Catalog, find: impl Fn(&str) -> Option<T>) -> Vec<T> {
    let public = catalog.public();
    let mut ids: Vec<_> = catalog.schemas.ids().collect();
    ids.sort_by_key(|id| *id != public);
    ids.into_iter().filter_map(|id| find(&catalog.schemas[id].name)).collect()
}

/// `schema.name` with or without quotes around its parts.
fn split(name: &str) -> (Option<String>, String) {
    let bare = |part: &str| part.trim().trim_matches('"').to_owned();
    match name.split_once('.') {
        Some((schema, name)) => (Some(bare(schema)), bare(name)),
        None => (None, bare(name)),
    }
}

fn by_name(catalog: &Catalog, snake: &str) -> Result<Option<RelationId>, Vec<RelationId>> {
    for name in plurals(snake) {
        let found = in_schemas(catalog, |schema| catalog.relation(schema, &name).map(|relation| relation.id));
        match found.as_slice() {
            [] => {}
            [one] => return Ok(Some(*one)),
            [first, ..] if catalog.relations[*first].schema == catalog.public() => return Ok(Some(*first)),
            _ => return Err(found),
        }
    }
    Ok(None)
}

/// Words whose plural follows no rule, as far as tables are named by them.
const IRREGULAR: &[(&str, &str)] = &[
    ("analysis", "analyses"),
    ("child", "children"),
    ("datum", "data"),
    ("half", "halves"),
    ("index", "indices"),
    ("man", "men"),
    ("medium", "media"),
    ("person", "people"),
    ("shelf", "shelves"),
    ("woman", "women"),
];

/// The table names that a struct's name may stand for: itself first, then its plurals.
fn plurals(snake: &str) -> Vec<String> {
    let (head, word) =
        snake.rsplit_once('_').map_or(("", snake), |(head, word)| (&snake[..=head.len()], word));
    let mut names = vec![snake.to_owned()];
    if let Some((_, plural)) = IRREGULAR.iter().find(|(singular, _)| *singular == word) {
        names.push(format!("{head}{plural}"));
    }
    if let Some(stem) = word.strip_suffix('y')
        && !stem.ends_with(['a', 'e', 'i', 'o', 'u'])
    {
        names.push(format!("{head}{stem}ies"));
    } else if word.ends_with("ch") || word.ends_with("sh") || word.ends_with(['s', 'x', 'z']) {
        names.push(format!("{head}{word}es"));
    } else {
        names.push(format!("{head}{word}s"));
    }
    names
}

/// The type names that a Rust type's name may stand for.
fn names_of_type(snake: &str) -> [String; 4] {
    ["", "_enum", "_type", "_t"].map(|suffix| format!("{snake}{suffix}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn plurals_of_table_names() {
        let last = |name: &str| plurals(name).pop().unwrap();
        assert_eq!(last("user_session"), "user_sessions");
        assert_eq!(last("proxy"), "proxies");
        assert_eq!(last("survey"), "surveys");
        assert_eq!(last("batch"), "batches");
        assert_eq!(last("cache_entry"), "cache_entries");
        assert_eq!(plurals("sales_person")[1], "sales_people");
    }
}
