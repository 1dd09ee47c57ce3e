//! The Rust name of everything that is generated: schemas, tables, columns, enums and their labels.
//!
//! - A table's struct is the table's name in `UpperCamelCase` with its last word in the singular
//!   (`campaign_phases` → `CampaignPhase`); when two tables would share a name, both keep their own form.
//! - An enum's type is its SQL name in `UpperCamelCase` (`user_role_enum` → `UserRoleEnum`), a variant its label.
//! - A field is the column's name when Rust takes it, else its `snake_case`; keywords are raw (`r#type`).
//! - A composite type's struct is its SQL name in `UpperCamelCase`.
//! - The modules of `public` are `models`, `enums` and `composites`; those of another schema stand in a module of its name.

mod choice;
mod identifier;
mod inflection;
mod rename;

use std::collections::{BTreeMap, BTreeSet};

use schemactl_schema::catalog::names::quote_identifier;
use schemactl_schema::catalog::{
    Attribute, Catalog, ColumnId, DataType, FunctionId, Persistence, RelationId, RelationWalker, SchemaId,
    TypeBase, TypeId, TypeKind,
};
use schemactl_schema::diagnostic::Diagnostic;
use schemactl_schema::source::Span;

use crate::decoration::Decorations;
use crate::rules;
use crate::rust_type::RustType;
use crate::selection::Selection;
use crate::settings::Settings;
use crate::sql_name::Named;
use crate::types::Types;
use choice::{Wanted, choose};
pub(crate) use choice::{camel_number, free, snake_number};
pub(crate) use identifier::unraw;
use rename::Renames;

/// The name of a row struct, before collisions.
pub(crate) fn row_type_of(table: &str) -> String {
    identifier::row_type(table)
}

/// A type or variant name, or the other where it holds nothing that Rust takes.
pub(crate) fn identifier_or(name: &str, other: &str) -> String {
    let made = identifier::plain_type(name);
    if made.is_empty() { other.to_owned() } else { made }
}

/// The name of a field or argument, or the other where it holds nothing that Rust takes.
pub(crate) fn field_or(name: &str, other: &str) -> String {
    let made = identifier::field(name);
    if made.is_empty() { other.to_owned() } else { made }
}

/// The name of a module or function, or the other where it holds nothing that Rust takes.
pub(crate) fn function_or(name: &str, other: &str) -> String {
    let made = identifier::module(name);
    if made.is_empty() { other.to_owned() } else { made }
}

/// The modules at the root that are not named after a schema.
pub(crate) const ROOT_MODULES: &[&str] = &[
    "models",
    "enums",
    "composites",
    "domains",
    "stores",
    "pages",
    "errors",
    "functions",
    "support",
    "unknown_label",
];

/// Where a generated type stands, and what it is called.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct ItemName {
    /// The module of its schema; `public` has none.
    pub schema: Option<String>,
    /// The private module (and file) that holds it; may be raw.
    pub module: String,
    pub type_name: String,
}

impl ItemName {
    /// The path from the root of the generated modules; `kind` is `models`, `enums`
    /// or `composites`.
    pub fn path(&self, kind: &str) -> String {
        match &self.schema {
            Some(schema) => format!("{schema}::{kind}::{}", self.type_name),
            None => format!("{kind}::{}", self.type_name),
        }
    }
}

#[derive(Clone, PartialEq, Eq, Debug)]
pub struct EnumNames {
    pub item: ItemName,
    /// One for each label, in order.
    pub variants: Vec<String>,
}

#[derive(Clone, PartialEq, Eq, Debug)]
pub struct CompositeNames {
    pub item: ItemName,
    /// One for each attribute, in order; may be raw.
    pub fields: Vec<String>,
}

/// All names, chosen once for a whole catalog, and what else the settings choose for what is named.
#[derive(Clone, PartialEq, Eq, Default, Debug)]
pub struct Names {
    types: Types,
    selection: Selection,
    decorations: Decorations,
    /// The module of each schema but `public`, with the schema's name.
    schemas: BTreeMap<String, String>,
    tables: BTreeMap<RelationId, ItemName>,
    fields: BTreeMap<ColumnId, String>,
    enums: BTreeMap<TypeId, EnumNames>,
    composites: BTreeMap<TypeId, CompositeNames>,
    domains: BTreeMap<TypeId, ItemName>,
    derived: BTreeMap<RelationId, DerivedNames>,
    /// What the settings name: the function, and its module.
    functions: BTreeMap<FunctionId, (Option<String>, Option<String>)>,
}

/// The types beside a table's row struct.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct DerivedNames {
    /// What is inserted.
    pub new: String,
    /// A partial update.
    pub patch: String,
    /// What can be violated.
    pub error: String,
}

/// Whether a relation gets a row struct: tables and views do. A partition's rows are its parent's; what is temporary is
/// no part of the schema.
pub fn has_struct(relation: RelationWalker<'_>) -> bool {
    relation.partition_bound.is_none() && relation.persistence != Persistence::Temporary
}

impl Names {
    /// Chooses all names; the findings tell of those that are not what the rules alone would give, and of settings that
    /// name nothing.
    pub fn of(catalog: &Catalog, settings: &Settings) -> (Self, Vec<Diagnostic>) {
        let mut findings = Vec::new();
        let types = Types::new(catalog, settings, &mut findings);
        let selection = Selection::new(catalog, settings, &mut findings);
        let renames = Renames::new(catalog, settings, &mut findings);
        let mut names = Self { types, ..Self::default() };
        let mut tables: BTreeMap<SchemaId, Vec<RelationId>> = BTreeMap::new();
        let relations = catalog.relations.iter().map(|(id, _)| catalog.walk(id));
        for table in relations.filter(|relation| has_struct(*relation) && selection.has_relation(relation.id))
        {
            tables.entry(table.schema).or_default().push(table.id);
        }
        let mut enums: BTreeMap<SchemaId, Vec<TypeId>> = BTreeMap::new();
        let mut composites: BTreeMap<SchemaId, Vec<TypeId>> = BTreeMap::new();
        let mut domains: BTreeMap<SchemaId, Vec<TypeId>> = BTreeMap::new();
        for (id, ty) in catalog.types.iter().filter(|(id, _)| selection.has_type(*id)) {
            let kind = match names.types.of(catalog, &DataType::new(TypeBase::User(id))) {
                Ok(RustType::Enum(_)) => &mut enums,
                Ok(RustType::Composite(_)) => &mut composites,
                Ok(RustType::Domain(..)) => &mut domains,
                _ => continue,
            };
            kind.entry(ty.schema).or_default().push(id);
        }
        let used = tables.keys().chain(enums.keys()).chain(composites.keys()).chain(domains.keys());
        let callable = catalog.functions.iter().map(|(_, function)| &function.schema);
        let schemas = schema_modules(catalog, used.chain(callable), &mut findings);
        for (schema, module) in &schemas {
            names.schemas.insert(module.clone(), catalog.schemas[*schema].name.to_string());
        }
        for (schema, ids) in &tables {
            names.name_tables(catalog, schemas.get(schema), ids, &renames, &mut findings);
        }
        for (schema, ids) in &enums {
            names.name_enums(catalog, schemas.get(schema), ids, &renames, &mut findings);
        }
        for (schema, ids) in &composites {
            names.name_composites(catalog, schemas.get(schema), ids, &renames, &mut findings);
        }
        for (schema, ids) in &domains {
            let entities = type_entities(catalog, ids, &renames);
            let chain = |name: &str| vec![identifier::domain_type(name)];
            let items = name_items(&entities, schemas.get(schema), "Domain", chain, &mut findings);
            names.domains.extend(ids.iter().copied().zip(items));
        }
        for (id, name, module) in renames.of_functions() {
            let owned = |name: Option<&str>| name.map(str::to_owned);
            names.functions.insert(id, (owned(name), owned(module)));
        }
        names.selection = selection;
        names.decorations = Decorations::new(catalog, settings, &names, &mut findings);
        (names, findings)
    }

    /// The Rust types of columns.
    pub fn types(&self) -> &Types {
        &self.types
    }

    /// Whether a caller may be written for a function.
    pub(crate) fn has_function(&self, id: FunctionId) -> bool {
        self.selection.has_function(id)
    }

    /// The name that the settings give a function.
    pub(crate) fn function_name(&self, id: FunctionId) -> Option<&str> {
        self.functions.get(&id)?.0.as_deref()
    }

    /// The module that the settings give a function.
    pub(crate) fn function_module(&self, id: FunctionId) -> Option<&str> {
        self.functions.get(&id)?.1.as_deref()
    }

    /// What stands before the struct of what a function gives.
    pub(crate) fn head_of_result(
        &self,
        id: FunctionId,
        schema: Option<&str>,
        type_name: &str,
        own: &[&str],
    ) -> String {
        self.decorations.head_of_result(id, schema, type_name, own)
    }

    /// What stands before a generated type: its derives, `own` first, and the attributes that the settings add. `kind`
    /// is one of `rows`, `new`, `patches`, `enums`, `composites` and `domains`.
    pub(crate) fn head(&self, kind: &str, item: &ItemName, own: &[&str]) -> String {
        self.decorations.head(kind, item.schema.as_deref(), &item.type_name, own)
    }

    /// Whether the settings name serde in a derive or an attribute of a type.
    pub(crate) fn has_serde_attributes(&self, kind: &str, item: &ItemName) -> bool {
        self.decorations.name_serde(kind, item.schema.as_deref(), &item.type_name)
    }

    /// The name of the schema behind a module at the root.
    pub fn schema_of(&self, module: &str) -> Option<&str> {
        self.schemas.get(module).map(String::as_str)
    }

    /// The module of a schema; `public` has none.
    pub(crate) fn module_of(&self, catalog: &Catalog, schema: SchemaId) -> Option<String> {
        let name = &catalog.schemas[schema].name;
        self.schemas.iter().find(|(_, known)| ***known == **name).map(|(module, _)| module.clone())
    }

    /// The struct of a table; `None` for what gets none.
    pub fn table(&self, id: RelationId) -> Option<&ItemName> {
        self.tables.get(&id)
    }

    pub fn tables(&self) -> impl Iterator<Item = (RelationId, &ItemName)> {
        self.tables.iter().map(|(id, name)| (*id, name))
    }

    /// The field of a column; may be raw.
    pub fn field(&self, id: ColumnId) -> Option<&str> {
        self.fields.get(&id).map(String::as_str)
    }

    pub fn enum_names(&self, id: TypeId) -> Option<&EnumNames> {
        self.enums.get(&id)
    }

    pub fn enums(&self) -> impl Iterator<Item = (TypeId, &EnumNames)> {
        self.enums.iter().map(|(id, name)| (*id, name))
    }

    /// The struct of a composite type; `None` for one that nothing can read.
    pub fn composite(&self, id: TypeId) -> Option<&CompositeNames> {
        self.composites.get(&id)
    }

    pub fn composites(&self) -> impl Iterator<Item = (TypeId, &CompositeNames)> {
        self.composites.iter().map(|(id, name)| (*id, name))
    }

    /// The newtype of a domain; `None` for one over an array, or over what nothing can read.
    pub fn domain(&self, id: TypeId) -> Option<&ItemName> {
        self.domains.get(&id)
    }

    pub fn domains(&self) -> impl Iterator<Item = (TypeId, &ItemName)> {
        self.domains.iter().map(|(id, name)| (*id, name))
    }

    /// The types beside a table's row struct.
    pub fn derived(&self, id: RelationId) -> Option<&DerivedNames> {
        self.derived.get(&id)
    }

    /// Names what stands beside the row structs of one schema, clear of them and of each other.
    fn name_derived(&mut self, ids: &[RelationId]) {
        let mut taken: BTreeSet<String> = BTreeSet::new();
        for id in ids {
            taken.extend(self.tables.get(id).map(|item| item.type_name.clone()));
        }
        let mut free = |name: String| free(&mut taken, &name, &name, camel_number);
        for id in ids {
            let Some(item) = self.tables.get(id) else {
                continue;
            };
            // The mark of a name that Rust does not take as it stands is not needed in a longer one.
            let row = item.type_name.trim_end_matches('_');
            let derived = DerivedNames {
                new: free(format!("New{}", row.trim_start_matches('_'))),
                patch: free(format!("{row}Patch")),
                error: free(format!("{row}Error")),
            };
            self.derived.insert(*id, derived);
        }
    }

    fn name_tables(
        &mut self,
        catalog: &Catalog,
        schema: Option<&String>,
        ids: &[RelationId],
        renames: &Renames<'_>,
        findings: &mut Vec<Diagnostic>,
    ) {
        let entities: Vec<Entity<'_>> = ids
            .iter()
            .map(|id| {
                let table = catalog.walk(*id);
                Entity {
                    written: &table.get().name,
                    printed: table.printed_name(),
                    place: table.origins.of(Attribute::NAME),
                    renamed: renames.name(Named::Relation(*id)),
                    module: renames.module(Named::Relation(*id)),
                }
            })
            .collect();
        let chain = |name: &str| vec![identifier::row_type(name), identifier::plain_type(name)];
        for (id, item) in ids.iter().zip(name_items(&entities, schema, "Table", chain, findings)) {
            self.tables.insert(*id, item);
            self.name_fields(catalog, *id, renames, findings);
        }
        self.name_derived(ids);
    }

    fn name_fields(
        &mut self,
        catalog: &Catalog,
        table: RelationId,
        renames: &Renames<'_>,
        findings: &mut Vec<Diagnostic>,
    ) {
        let columns: Vec<_> = catalog.walk(table).columns().collect();
        let entities: Vec<Entity<'_>> = columns
            .iter()
            .map(|column| Entity {
                written: &column.get().name,
                printed: column.printed_name(),
                place: column.origins.of(Attribute::NAME),
                renamed: renames.name(Named::Column(column.id)),
                module: None,
            })
            .collect();
        let chains = entities.iter().map(|entity| vec![identifier::field(entity.written)]).collect();
        let fields = choose_or_invent(&entities, chains, "column_", &BTreeSet::new(), snake_number, findings);
        self.fields.extend(columns.iter().map(|column| column.id).zip(fields));
    }

    fn name_enums(
        &mut self,
        catalog: &Catalog,
        schema: Option<&String>,
        ids: &[TypeId],
        renames: &Renames<'_>,
        findings: &mut Vec<Diagnostic>,
    ) {
        let entities = type_entities(catalog, ids, renames);
        let chain = |name: &str| vec![identifier::plain_type(name)];
        for (id, item) in ids.iter().zip(name_items(&entities, schema, "Enum", chain, findings)) {
            let variants = name_variants(catalog, *id, renames, findings);
            self.enums.insert(*id, EnumNames { item, variants });
        }
    }

    fn name_composites(
        &mut self,
        catalog: &Catalog,
        schema: Option<&String>,
        ids: &[TypeId],
        renames: &Renames<'_>,
        findings: &mut Vec<Diagnostic>,
    ) {
        let entities = type_entities(catalog, ids, renames);
        let chain = |name: &str| vec![identifier::plain_type(name)];
        for (id, item) in ids.iter().zip(name_items(&entities, schema, "Composite", chain, findings)) {
            let fields = name_attributes(catalog, *id, renames, findings);
            self.composites.insert(*id, CompositeNames { item, fields });
        }
    }
}

/// Something with a SQL name, as far as naming needs it.
struct Entity<'a> {
    written: &'a str,
    printed: String,
    place: Option<Span>,
    /// The names that the settings give: its own, and that of its module.
    renamed: Option<&'a str>,
    module: Option<&'a str>,
}

/// The modules of all schemas but `public`.
fn schema_modules<'a>(
    catalog: &Catalog,
    used: impl Iterator<Item = &'a SchemaId>,
    findings: &mut Vec<Diagnostic>,
) -> BTreeMap<SchemaId, String> {
    let used: BTreeSet<SchemaId> = used.copied().collect();
    let others: Vec<SchemaId> = used.iter().copied().filter(|id| *id != catalog.public()).collect();
    let entities: Vec<Entity<'_>> = others
        .iter()
        .map(|id| Entity {
            written: &catalog.schemas[*id].name,
            printed: catalog.printed_name((*id).into()),
            place: catalog.schemas[*id].origins.of(Attribute::NAME),
            renamed: None,
            module: None,
        })
        .collect();
    let chains = entities.iter().map(|entity| vec![identifier::module(entity.written)]).collect();
    let taken = ROOT_MODULES.iter().map(|name| (*name).to_owned()).collect();
    let modules = choose_or_invent(&entities, chains, "schema_", &taken, snake_number, findings);
    others.into_iter().zip(modules).collect()
}

/// Names the modules and types that share one parent module.
fn name_items(
    entities: &[Entity<'_>],
    schema: Option<&String>,
    fallback: &str,
    chain: impl Fn(&str) -> Vec<String>,
    findings: &mut Vec<Diagnostic>,
) -> Vec<ItemName> {
    let prefix = format!("{}_", fallback.to_lowercase());
    let files: Vec<Entity<'_>> = entities
        .iter()
        .map(|entity| Entity { renamed: entity.module, printed: String::new(), ..*entity })
        .collect();
    let chains = files.iter().map(|entity| vec![identifier::module(entity.written)]).collect();
    // Nobody sees the modules: a collision of theirs is worth no finding.
    let modules = choose_or_invent(&files, chains, &prefix, &BTreeSet::new(), snake_number, &mut Vec::new());
    let chains = entities.iter().map(|entity| chain(entity.written)).collect();
    // Modules and types share one namespace.
    let taken = modules.iter().cloned().collect();
    let types = choose_or_invent(entities, chains, fallback, &taken, camel_number, findings);
    modules
        .into_iter()
        .zip(types)
        .map(|(module, type_name)| ItemName { schema: schema.cloned(), module, type_name })
        .collect()
}

fn type_entities<'a>(catalog: &'a Catalog, ids: &[TypeId], renames: &Renames<'a>) -> Vec<Entity<'a>> {
    ids.iter()
        .map(|id| {
            let ty = catalog.walk(*id);
            Entity {
                written: &ty.get().name,
                printed: ty.printed_name(),
                place: ty.origins.of(Attribute::NAME),
                renamed: renames.name(Named::Type(*id)),
                module: renames.module(Named::Type(*id)),
            }
        })
        .collect()
}

fn name_attributes(
    catalog: &Catalog,
    id: TypeId,
    renames: &Renames<'_>,
    findings: &mut Vec<Diagnostic>,
) -> Vec<String> {
    let ty = catalog.walk(id);
    let TypeKind::Composite(attributes) = &ty.get().kind else {
        return Vec::new();
    };
    let printed = ty.printed_name();
    let entities: Vec<Entity<'_>> = attributes
        .iter()
        .enumerate()
        .map(|(at, attribute)| Entity {
            written: &attribute.name,
            printed: format!("{printed}.{}", quote_identifier(&attribute.name)),
            place: attribute.origins.of(Attribute::NAME),
            renamed: renames.name(Named::Member(id, at)),
            module: None,
        })
        .collect();
    let chains = entities.iter().map(|entity| vec![identifier::attribute(entity.written)]).collect();
    choose_or_invent(&entities, chains, "attribute_", &BTreeSet::new(), snake_number, findings)
}

fn name_variants(
    catalog: &Catalog,
    id: TypeId,
    renames: &Renames<'_>,
    findings: &mut Vec<Diagnostic>,
) -> Vec<String> {
    let ty = catalog.walk(id);
    let TypeKind::Enum(labels) = &ty.get().kind else {
        return Vec::new();
    };
    let printed = ty.printed_name();
    let entities: Vec<Entity<'_>> = labels
        .iter()
        .enumerate()
        .map(|(at, label)| Entity {
            written: &label.name,
            printed: format!("{printed}: label '{}'", label.name),
            place: label.origins.of(Attribute::NAME),
            renamed: renames.name(Named::Member(id, at)),
            module: None,
        })
        .collect();
    let chains = entities
        .iter()
        .map(|entity| {
            let first = identifier::variant(entity.written);
            let spelled = identifier::spelled_variant(entity.written);
            match (first.is_empty(), spelled.is_empty()) {
                _ if entity.written.is_empty() => vec!["Empty".to_owned()],
                (true, _) => vec![spelled],
                (false, true) => vec![first],
                (false, false) => vec![first, spelled],
            }
        })
        .collect();
    choose_or_invent(&entities, chains, "Label", &BTreeSet::new(), camel_number, findings)
}

/// Chooses names, and invents one by position where a chain is empty of names.
fn choose_or_invent(
    entities: &[Entity<'_>],
    mut chains: Vec<Vec<String>>,
    fallback: &str,
    taken: &BTreeSet<String>,
    numbered: fn(&str, u32) -> String,
    findings: &mut Vec<Diagnostic>,
) -> Vec<String> {
    let mut invented = vec![false; chains.len()];
    for (entity, chain) in entities.iter().zip(&mut chains) {
        if let Some(name) = entity.renamed {
            *chain = vec![name.to_owned()];
        }
    }
    for (at, (chain, invented)) in chains.iter_mut().zip(&mut invented).enumerate() {
        chain.retain(|name| !name.is_empty());
        if chain.is_empty() {
            *invented = true;
            chain.push(format!("{fallback}{}", at + 1));
        }
    }
    let wanted: Vec<_> = entities
        .iter()
        .zip(chains)
        .map(|(entity, chain)| Wanted { written: entity.renamed.map_or(entity.written, unraw), chain })
        .collect();
    let chosen = choose(&wanted, taken, numbered);
    for (((entity, wanted), name), invented) in entities.iter().zip(&wanted).zip(&chosen).zip(invented) {
        let finding = if invented {
            Diagnostic::new(&rules::NAME_INVENTED, format!("{} is named {name} in Rust", entity.printed))
                .why("its name holds nothing that a Rust name may hold")
        } else if *name != wanted.chain[0] {
            Diagnostic::new(
                &rules::NAME_TAKEN,
                format!("{} is named {name} in Rust, not {}", entity.printed, wanted.chain[0]),
            )
            .why("another entity has that name in Rust")
        } else {
            continue;
        };
        let finding = finding.subject(entity.printed.clone());
        findings.push(match entity.place {
            Some(place) => finding.at(place),
            None => finding,
        });
    }
    chosen
}
