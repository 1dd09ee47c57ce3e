//! The catalog as SQL that loads into an empty database and gives the same schema again.
//!
//! The order is that of `pg_dump`: first all objects without what leans on their being complete, then
//! indexes and keys, foreign keys, triggers, policies, comments, owners and privileges.

/// Appends formatted text to a `String`.
macro_rules! append {
    ($out:expr, $($arguments:tt)*) => {{
        use std::fmt::Write as _;
        // A String takes all that is written to it.
        let _ = write!($out, $($arguments)*);
    }};
}

mod comment;
mod constraint;
mod defined;
mod function;
mod index;
mod order;
mod privilege;
mod sequence;
mod table;
mod text;
mod trigger;
mod types;
mod view;

#[cfg(test)]
mod tests;

use std::collections::BTreeSet;

use crate::catalog::names::quote_identifier;
use crate::catalog::{
    Catalog, ConstraintId, ConstraintKind, DefinedKind, ExtensionId, FunctionKind, ObjectId, Persistence,
    PropertyValue, RelationId, RelationKind, ReplicaIdentity, TriggerState, TypeKind, property,
};

/// The printers of single statements, for whoever writes other SQL than a whole dump.
pub(crate) mod print {
    pub(crate) use super::comment::{address, comment, owner, owner_of};
    pub(crate) use super::constraint::add as add_constraint;
    pub(crate) use super::defined::{
        aggregate as create_aggregate, create as create_defined, family_item as member, member_address,
    };
    pub(crate) use super::function::{argument_head, create as create_function, result as function_result};
    pub(crate) use super::index::{cluster, key_attributes};
    pub(crate) use super::order::order;
    pub(crate) use super::privilege::{TABLE_PRIVILEGES, grant, undo_grant};
    pub(crate) use super::sequence::{all_options as sequence_options, owned_by};
    pub(crate) use super::table::{
        Printer, alter_column, identity_words, replica_identity, row_security, set_compression, set_default,
        set_statistics, set_storage,
    };
    pub(crate) use super::text::{expression, not_written, option_names, options};
    pub(crate) use super::trigger::{call as trigger_call, command, events, set_state, timing};
    pub(crate) use super::types::{add_domain_constraint, composite_attribute};
    pub(crate) use super::view::definition as view_definition;
    pub(crate) use super::{is_writable, search_path, statements};
}

/// The sections of a dump, in their order.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(crate) enum Section {
    Schemas,
    Extensions,
    Objects,
    Parts,
    OwnedBy,
    Indexes,
    ForeignKeys,
    /// Of materialized views whose queries call functions: those may read what is made last.
    Fillings,
    Statistics,
    Settings,
    Triggers,
    Rules,
    Policies,
    Comments,
    Owners,
    Privileges,
    Publications,
    /// Last of all: they would fire at every statement that follows.
    EventTriggers,
}

impl Section {
    /// True where each statement is one line, and a blank line between two says nothing.
    fn is_list(self) -> bool {
        matches!(self, Self::OwnedBy | Self::Settings | Self::Comments | Self::Owners | Self::Privileges)
    }
}

/// One or more lines of SQL that bring one object, or one part of it, into being.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct Statement {
    pub(crate) section: Section,
    pub(crate) object: ObjectId,
    pub(crate) text: String,
}

/// The whole catalog as SQL.
///
/// It loads into an empty database of PostgreSQL 14 or later with `psql -v ON_ERROR_STOP=1`; roles and
/// tablespaces that it names must exist. Every name that the catalog knows is qualified with its schema;
/// `search_path` holds `public` and the schemas of extensions for the functions and operators of extensions,
/// which the catalog does not know. What cannot be written stands as a line `-- not written: …`.
/// Versions of extensions are left to the server, as `pg_dump` leaves them.
///
/// The same catalog always gives the same bytes. Objects stand in order of declaration, later where they
/// need what was declared later. See "SQL Dump" in PostgreSQL's documentation.
pub fn dump(catalog: &Catalog) -> String {
    let mut out = header(catalog);
    let mut previous: Option<Section> = None;
    for statement in statements(catalog) {
        if previous != Some(statement.section) || !statement.section.is_list() {
            out.push('\n');
        }
        out.push_str(&statement.text);
        out.push('\n');
        previous = Some(statement.section);
    }
    out
}

fn header(catalog: &Catalog) -> String {
    format!(
        "SET client_encoding = 'UTF8';\n\
         SET standard_conforming_strings = on;\n\
         SET check_function_bodies = false;\n\
         SET client_min_messages = warning;\n\
         SET search_path = {};\n",
        search_path(catalog)
    )
}

/// Where names that the catalog could not resolve are found: `public`, then the schemas of extensions.
pub(crate) fn search_path(catalog: &Catalog) -> String {
    let mut schemas = vec![quote_identifier("public")];
    for (_, extension) in catalog.extensions.iter() {
        if let Some(schema) = extension.schema {
            let name = quote_identifier(&catalog.schemas[schema].name);
            if !schemas.contains(&name) {
                schemas.push(name);
            }
        }
    }
    // A sign without a schema must mean what it meant: written as OPERATOR(…) it would bind otherwise.
    for (id, entry) in catalog.defined.iter() {
        if let (DefinedKind::Operator, Some(schema)) = (entry.kind, entry.schema)
            && catalog.property(id.into(), property::FUNCTION).is_some()
        {
            let name = quote_identifier(&catalog.schemas[schema].name);
            if !schemas.contains(&name) {
                schemas.push(name);
            }
        }
    }
    schemas.join(", ")
}

/// All statements of a dump in their order, each with the object that it is about.
pub(crate) fn statements(catalog: &Catalog) -> Vec<Statement> {
    let order = order::order(catalog);
    let mut writer = Writer { catalog, statements: Vec::new(), early: BTreeSet::new() };
    writer.schemas();
    for id in catalog.extensions.ids() {
        writer.push(Section::Extensions, id.into(), create_extension(catalog, id));
    }
    writer.shells();
    writer.objects(&order);
    writer.parts(&order);
    for (id, sequence) in catalog.sequences.iter() {
        if let Some(column) = sequence.owned_by {
            if !sequence.identity {
                writer.push(Section::OwnedBy, id.into(), sequence::owned_by(catalog, id));
            } else if sequence.data_type != catalog.columns[column].ty {
                writer.push(Section::OwnedBy, id.into(), sequence::set_type(catalog, id));
            }
        }
    }
    writer.indexes(&order);
    writer.foreign_keys(&order);
    writer.late(Section::Statistics, DefinedKind::Statistics);
    writer.settings(&order);
    writer.triggers(&order);
    writer.late(Section::Rules, DefinedKind::Rule);
    writer.policies(&order);
    writer.late(Section::Publications, DefinedKind::Publication);
    writer.late(Section::EventTriggers, DefinedKind::EventTrigger);
    writer.comments();
    writer.owners(&order);
    writer.privileges();
    writer.depend_on_extensions();
    // Stable: within a section, what was written first stands first.
    writer.statements.sort_by_key(|statement| statement.section);
    writer.statements
}

/// True when a dump can say how to make the object, or the object that it is a part of.
pub(crate) fn is_writable(catalog: &Catalog, object: ObjectId) -> bool {
    match object {
        ObjectId::Type(id) | ObjectId::DomainConstraint(id, _) => {
            !matches!(catalog.types[id].kind, TypeKind::Base)
                || catalog.property(id.into(), property::BASE_TYPE).is_some()
                || matches!(object, ObjectId::Type(_))
        }
        ObjectId::Function(id) => {
            catalog.functions[id].kind != FunctionKind::Aggregate
                || catalog.property(id.into(), property::AGGREGATE).is_some()
        }
        ObjectId::Relation(id) => unwritable_relation(catalog, id).is_none(),
        ObjectId::Column(id) | ObjectId::Default(id) => {
            is_writable(catalog, catalog.columns[id].relation.into())
        }
        ObjectId::Constraint(id) => is_writable(catalog, catalog.constraints[id].relation.into()),
        ObjectId::Index(id) => is_writable(catalog, catalog.indexes[id].relation.into()),
        ObjectId::Trigger(id) => is_writable(catalog, catalog.triggers[id].relation.into()),
        ObjectId::Policy(id) => is_writable(catalog, catalog.policies[id].relation.into()),
        ObjectId::Schema(_) | ObjectId::Extension(_) | ObjectId::Sequence(_) | ObjectId::Defined(_) => true,
    }
}

/// Why a relation cannot be written; `None` when it can.
fn unwritable_relation(catalog: &Catalog, id: RelationId) -> Option<&'static str> {
    let relation = &catalog.relations[id];
    match (relation.kind, relation.persistence) {
        (_, Persistence::Temporary) => Some("a temporary table ends with its session"),
        (RelationKind::Foreign, _) if catalog.property(id.into(), property::SERVER).is_none() => {
            Some("the server of the foreign table is not known")
        }
        (RelationKind::View | RelationKind::MaterializedView, _) if relation.view.is_none() => {
            Some("the query of the view is not known")
        }
        (RelationKind::View | RelationKind::MaterializedView, _) => None,
        (RelationKind::Table | RelationKind::Partitioned | RelationKind::Foreign, _)
            if relation.columns.iter().any(|id| catalog.columns[*id].ty.is_unknown()) =>
        {
            Some("the type of a column is not known")
        }
        (RelationKind::Table | RelationKind::Partitioned | RelationKind::Foreign, _) => None,
    }
}

fn create_extension(catalog: &Catalog, id: ExtensionId) -> String {
    let extension = &catalog.extensions[id];
    let mut out = format!("CREATE EXTENSION IF NOT EXISTS {}", quote_identifier(&extension.name));
    if let Some(schema) = extension.schema {
        append!(out, " WITH SCHEMA {}", quote_identifier(&catalog.schemas[schema].name));
    }
    out.push(';');
    out
}

/// The section of an object that is made when all others have their comments and owners.
fn late_section(catalog: &Catalog, object: ObjectId) -> Option<Section> {
    let ObjectId::Defined(id) = object else { return None };
    match catalog.defined[id].kind {
        DefinedKind::Publication => Some(Section::Publications),
        DefinedKind::EventTrigger => Some(Section::EventTriggers),
        _ => None,
    }
}

/// Kinds that have sections of their own.
const LATE: &[DefinedKind] = &[
    DefinedKind::Statistics,
    DefinedKind::Rule,
    DefinedKind::Publication,
    DefinedKind::EventTrigger,
    DefinedKind::DefaultPrivileges,
];

struct Writer<'a> {
    catalog: &'a Catalog,
    statements: Vec<Statement>,
    /// Primary keys that stand before a view that groups by them.
    early: BTreeSet<ConstraintId>,
}

impl Writer<'_> {
    fn push(&mut self, section: Section, object: ObjectId, text: String) {
        self.statements.push(Statement { section, object, text });
    }

    fn not_written(&mut self, section: Section, object: ObjectId, what: &str, why: &str) {
        self.push(section, object, text::not_written(what, why));
    }

    /// Calls `each` for every table of the order, parents before children.
    fn tables(&mut self, order: &order::Order, mut each: impl FnMut(&mut Self, crate::catalog::RelationId)) {
        for object in &order.objects {
            if let ObjectId::Relation(id) = *object
                && is_writable(self.catalog, *object)
            {
                each(self, id);
            }
        }
    }

    fn schemas(&mut self) {
        let catalog = self.catalog;
        let public = catalog.public();
        if !catalog.schemas.is_live(public) || &*catalog.schemas[public].name != "public" {
            // A new database has it, this catalog's first one is gone.
            self.push(Section::Schemas, public.into(), "DROP SCHEMA IF EXISTS public;".to_owned());
        }
        for (id, schema) in catalog.schemas.iter() {
            if id != public || &*schema.name != "public" {
                let text = format!("CREATE SCHEMA {};", quote_identifier(&schema.name));
                self.push(Section::Schemas, id.into(), text);
            }
        }
    }

    fn objects(&mut self, order: &order::Order) {
        let catalog = self.catalog;
        let printer = table::Printer::new(catalog, &order.apart);
        for (at, &object) in order.objects.iter().enumerate() {
            for (_, shell) in order.shells.iter().filter(|(place, _)| *place == at) {
                self.push(Section::Objects, (*shell).into(), view::shell(catalog, *shell));
            }
            let text = match object {
                ObjectId::Type(id) if catalog.property(object, property::BASE_TYPE).is_some() => {
                    defined::base_type(catalog, id).ok_or("only its name is known")
                }
                ObjectId::Type(id) => {
                    types::create(catalog, id, &order.apart).ok_or("only its name is known")
                }
                ObjectId::Sequence(id) if catalog.sequences[id].identity => continue,
                ObjectId::Sequence(id) => Ok(sequence::create(catalog, id)),
                ObjectId::Relation(id) => match unwritable_relation(catalog, id) {
                    None if catalog.relations[id].view.is_some() => {
                        self.keys_of_groups(id);
                        if view::fills_late(catalog, id) {
                            let text = format!("REFRESH MATERIALIZED VIEW {};", catalog.printed_name(object));
                            self.push(Section::Fillings, object, text);
                        }
                        let replace = order.shells.iter().any(|(_, shell)| *shell == id);
                        Ok(view::create(catalog, id, &order.apart, replace))
                    }
                    None => Ok(printer.create(id)),
                    Some(why) => Err(why),
                },
                ObjectId::Function(id) if catalog.functions[id].kind == FunctionKind::Aggregate => {
                    defined::aggregate(catalog, id).ok_or("its parts are not known")
                }
                ObjectId::Function(id) => {
                    function::create(catalog, id, false).ok_or("the parts of an aggregate are not modelled")
                }
                // One that others only speak of comes with them.
                ObjectId::Defined(id)
                    if catalog.defined[id].kind == DefinedKind::Operator
                        && catalog.property(object, property::FUNCTION).is_none() =>
                {
                    continue;
                }
                ObjectId::Defined(id) if !LATE.contains(&catalog.defined[id].kind) => {
                    Ok(defined::create(catalog, id))
                }
                _ => continue,
            };
            match text {
                Ok(text) => self.push(Section::Objects, object, text),
                Err(why) => {
                    let what = comment::address(catalog, object);
                    self.not_written(Section::Objects, object, &what, why);
                }
            }
        }
    }

    /// The primary keys that the query of a view relies on: the view can be made only where they are.
    fn keys_of_groups(&mut self, id: RelationId) {
        let catalog = self.catalog;
        for target in catalog.relations[id].view.iter().flat_map(|view| view.targets()) {
            if let ObjectId::Constraint(key) = target
                && self.early.insert(key)
            {
                self.push(Section::Objects, target, constraint::add(catalog, key));
            }
        }
    }

    /// The names of base types, which their own functions need before the types can be made.
    fn shells(&mut self) {
        let catalog = self.catalog;
        for id in catalog.types.ids() {
            let parts = [property::BASE_TYPE, property::CANONICAL];
            if parts.iter().any(|part| catalog.property(id.into(), *part).is_some()) {
                let text = format!("CREATE TYPE {};", catalog.printed_name(id.into()));
                self.push(Section::Objects, id.into(), text);
            }
        }
    }

    /// Objects of one kind that are made when all that they can speak of is there.
    fn late(&mut self, section: Section, kind: DefinedKind) {
        for (id, entry) in self.catalog.defined.iter() {
            if entry.kind == kind {
                self.push(section, id.into(), defined::create(self.catalog, id));
            }
        }
    }

    fn depend_on_extensions(&mut self) {
        let catalog = self.catalog;
        for object in catalog.properties.keys() {
            if let Some(PropertyValue::List(extensions)) = catalog.property(*object, property::DEPENDS) {
                for extension in extensions {
                    let address = comment::address(catalog, *object);
                    let text = format!("ALTER {address} DEPENDS ON EXTENSION {};", extension.print(catalog));
                    self.push(Section::Owners, *object, text);
                }
            }
        }
    }

    fn parts(&mut self, order: &order::Order) {
        let catalog = self.catalog;
        for id in catalog.defined.ids() {
            if let Some(text) = defined::complete(catalog, id) {
                self.push(Section::Parts, id.into(), text);
            }
        }
        for &part in &order.apart {
            if !is_writable(catalog, part) {
                continue;
            }
            match part {
                ObjectId::Default(id) => self.push(Section::Parts, part, table::set_default(catalog, id)),
                // Those that come from a parent come with the parent's.
                ObjectId::Constraint(id) if !catalog.constraints[id].inherited => {
                    self.push(Section::Parts, part, constraint::add(catalog, id));
                }
                ObjectId::DomainConstraint(id, at) => {
                    if let TypeKind::Domain(domain) = &catalog.types[id].kind
                        && let Some(constraint) = domain.constraints.get(at as usize)
                    {
                        self.push(
                            Section::Parts,
                            part,
                            types::add_domain_constraint(catalog, id, constraint),
                        );
                    }
                }
                _ => {}
            }
        }
    }

    fn indexes(&mut self, order: &order::Order) {
        self.tables(order, |writer, table| {
            let catalog = writer.catalog;
            for &id in catalog.indexes_of(table) {
                let index = &catalog.indexes[id];
                if let Some(key) = index.constraint.filter(|key| writer.early.contains(key)) {
                    if let Some(attach) = index::attach(catalog, id) {
                        writer.push(Section::Indexes, key.into(), attach);
                    }
                    continue;
                }
                let (object, mut text) = match index.constraint {
                    Some(constraint) => (constraint.into(), constraint::add(catalog, constraint)),
                    None => (ObjectId::from(id), index::create(catalog, id)),
                };
                if let Some(attach) = index::attach(catalog, id) {
                    text.push('\n');
                    text.push_str(&attach);
                }
                writer.push(Section::Indexes, object, text);
                if !index.valid && catalog.relations[table].kind != RelationKind::Partitioned {
                    let what = format!("the invalid state of {}", comment::address(catalog, id.into()));
                    writer.not_written(
                        Section::Indexes,
                        object,
                        &what,
                        "no statement makes an index invalid",
                    );
                }
            }
        });
    }

    fn foreign_keys(&mut self, order: &order::Order) {
        let catalog = self.catalog;
        let (mut first, mut rest) = (Vec::new(), Vec::new());
        self.tables(order, |_, table| {
            for &id in catalog.constraints_of(table) {
                let constraint = &catalog.constraints[id];
                let ConstraintKind::ForeignKey(key) = &constraint.kind else { continue };
                if !constraint.inherited {
                    rest.push((id, key.references));
                } else if !has_parent_with_key(catalog, table, &constraint.name)
                    && !catalog.relations[table].parents.is_empty()
                {
                    // The parent's key finds it there and adopts it with its name.
                    first.push((id, key.references));
                }
            }
        });
        for (id, references) in first.into_iter().chain(rest) {
            if is_writable(catalog, references.into()) {
                self.push(Section::ForeignKeys, id.into(), constraint::add(catalog, id));
            } else {
                let what = comment::address(catalog, id.into());
                self.not_written(
                    Section::ForeignKeys,
                    id.into(),
                    &what,
                    "the table it refers to is not written",
                );
            }
        }
    }

    fn settings(&mut self, order: &order::Order) {
        self.tables(order, |writer, table| {
            let catalog = writer.catalog;
            for &id in catalog.indexes_of(table) {
                for (number, target) in catalog.index_statistics(id) {
                    let name = catalog.printed_name(id.into());
                    let text = format!("ALTER INDEX {name} ALTER COLUMN {number} SET STATISTICS {target};");
                    writer.push(Section::Settings, id.into(), text);
                }
                if catalog.indexes[id].clustered {
                    writer.push(Section::Settings, table.into(), index::cluster(catalog, id));
                }
            }
            let relation = &catalog.relations[table];
            if relation.replica_identity != ReplicaIdentity::Default {
                if let Some(text) = table::replica_identity(catalog, table) {
                    writer.push(Section::Settings, table.into(), text);
                } else {
                    let what = format!("the replica identity of {}", catalog.printed_name(table.into()));
                    writer.not_written(Section::Settings, table.into(), &what, "its index is not known");
                }
            }
            let [enable, force] = table::row_security(catalog, table);
            for (present, text) in [(relation.row_security, enable), (relation.force_row_security, force)] {
                if present {
                    writer.push(Section::Settings, table.into(), text);
                }
            }
        });
    }

    fn triggers(&mut self, order: &order::Order) {
        self.tables(order, |writer, table| {
            let catalog = writer.catalog;
            for &id in catalog.triggers_of(table) {
                let trigger = &catalog.triggers[id];
                let mut text = Vec::new();
                // A partition gets its copy with the parent's trigger.
                if trigger.parent.is_none() {
                    text.push(trigger::create(catalog, id));
                }
                if trigger.enabled != TriggerState::Origin {
                    text.push(trigger::set_state(catalog, id));
                }
                if !text.is_empty() {
                    writer.push(Section::Triggers, id.into(), text.join("\n"));
                }
            }
        });
    }

    fn policies(&mut self, order: &order::Order) {
        self.tables(order, |writer, table| {
            for &id in writer.catalog.policies_of(table) {
                writer.push(Section::Policies, id.into(), trigger::create_policy(writer.catalog, id));
            }
        });
    }

    fn comments(&mut self) {
        let catalog = self.catalog;
        for (&object, comment) in &catalog.comments {
            if is_writable(catalog, object) {
                let text = comment::comment(catalog, object, Some(&comment.text));
                self.push(late_section(catalog, object).unwrap_or(Section::Comments), object, text);
            } else {
                let what = format!("the comment on {}", comment::address(catalog, object));
                self.not_written(Section::Comments, object, &what, "the object is not written");
            }
        }
    }

    fn owners(&mut self, order: &order::Order) {
        let catalog = self.catalog;
        let schemas = catalog.schemas.ids().map(ObjectId::from);
        for object in schemas.chain(order.objects.iter().copied()) {
            // An owned sequence follows its table, and cannot be given away alone.
            let follows =
                matches!(object, ObjectId::Sequence(id) if catalog.sequences[id].owned_by.is_some());
            if let Some(role) = comment::owner_of(catalog, object)
                && !follows
                && is_writable(catalog, object)
            {
                let section = late_section(catalog, object).unwrap_or(Section::Owners);
                self.push(section, object, comment::owner(catalog, object, role));
            }
        }
    }

    fn privileges(&mut self) {
        let catalog = self.catalog;
        for &object in catalog.grants.keys() {
            match privilege::all(catalog, object).filter(|_| is_writable(catalog, object)) {
                Some(text) => self.push(Section::Privileges, object, text),
                None => {
                    let what = format!("a privilege on {}", comment::address(catalog, object));
                    self.not_written(Section::Privileges, object, &what, "the object is not written");
                }
            }
        }
    }
}

/// True when a parent of the table has a foreign key of this name: the table's own then comes with it.
fn has_parent_with_key(catalog: &Catalog, table: crate::catalog::RelationId, name: &str) -> bool {
    catalog.relations[table].parents.iter().any(|parent| {
        catalog.constraints_of(*parent).iter().any(|id| {
            let constraint = &catalog.constraints[*id];
            &*constraint.name == name && matches!(constraint.kind, ConstraintKind::ForeignKey(_))
        })
    })
}
