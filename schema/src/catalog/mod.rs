//! The catalog: everything that a set of migrations defines, as `pg_catalog` would keep it.
//!
//! Entities live in flat [`Arena`]s and point at each other by id. Iteration is in order of declaration;
//! nothing that decides an output iterates a hash map.

mod builtin_types;
mod collation;
mod constraint;
mod defined;
mod dependency;
mod enum_literal;
mod expression;
mod extension;
mod function;
mod ids;
mod index;
pub mod names;
mod origin;
mod relation;
mod sequence;
mod sql_body;
mod trigger;
mod types;
mod view;
mod walkers;

use std::collections::BTreeMap;

use rustc_hash::FxHashMap;

pub use builtin_types::BuiltinType;
pub use constraint::{Constraint, ConstraintKind, ForeignKey, ReferentialAction};
pub(crate) use defined::definition_options;
pub use defined::{Defined, DefinedKind, Property, PropertyValue, property};
pub use dependency::DependencyKind;
pub use expression::{Reference, SqlExpr};
pub use function::{Argument, ArgumentMode, Function, FunctionBody, FunctionKind, Parallel, Volatility};
pub use ids::{
    Arena, ColumnId, ConstraintId, DefinedId, ExtensionId, FunctionId, Id, IndexId, ObjectId, PolicyId,
    RelationId, SchemaId, SequenceId, TriggerId, TypeId,
};
pub use index::{Index, IndexKey};
pub use origin::{Attribute, Origins};
pub use relation::{
    Column, Generated, Identity, KeyTarget, PartitionKey, PartitionKeyPart, PartitionStrategy, Persistence,
    Relation, RelationKind, ReplicaIdentity,
};
pub use sequence::Sequence;
pub use sql_body::SqlBody;
pub use trigger::{Policy, Trigger, TriggerFunction, TriggerState, TriggerTiming};
pub use types::{
    CompositeAttribute, DataType, Domain, DomainConstraint, EnumLabel, Range, TypeBase, TypeKind, UserType,
    builtin_type,
};
pub(crate) use types::{multirange_name, multirange_of};
pub use view::View;
pub use walkers::{ColumnWalker, ConstraintWalker, IndexWalker, RelationWalker, TypeWalker};

#[derive(Clone, PartialEq, Debug)]
pub struct Schema {
    pub name: Box<str>,
    pub owner: Option<Box<str>>,
    pub origins: Origins,
}

#[derive(Clone, PartialEq, Debug)]
pub struct Extension {
    pub name: Box<str>,
    pub schema: Option<SchemaId>,
    pub version: Option<Box<str>>,
    pub origins: Origins,
}

#[derive(Clone, PartialEq, Debug)]
pub struct Comment {
    pub text: Box<str>,
    pub origins: Origins,
}

/// A privilege that differs from what every new object of its kind has: one given, or one taken away.
///
/// The owner's own privileges are not listed. At most one entry an object, grantee and privilege.
#[derive(Clone, PartialEq, Debug)]
pub struct Grant {
    pub object: ObjectId,
    /// Role name; `PUBLIC` is `None`.
    pub grantee: Option<Box<str>>,
    /// `SELECT`, `EXECUTE`, …
    pub privilege: &'static str,
    pub grantable: bool,
    /// True: every new object of this kind has it and this one has not (`REVOKE EXECUTE … FROM PUBLIC`).
    pub revoked: bool,
    pub origins: Origins,
}

/// What a name in `pg_class` means: tables, indexes, sequences and composite types share one namespace a schema.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum ClassEntry {
    Relation(RelationId),
    Index(IndexId),
    Sequence(SequenceId),
    Composite(TypeId),
}

/// What a name in `pg_type` means.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum TypeEntry {
    User(TypeId),
    Row(RelationId),
}

type Key = (SchemaId, Box<str>);

/// See the module's documentation.
#[derive(Clone, Debug)]
pub struct Catalog {
    pub schemas: Arena<SchemaId>,
    pub extensions: Arena<ExtensionId>,
    pub types: Arena<TypeId>,
    pub sequences: Arena<SequenceId>,
    pub relations: Arena<RelationId>,
    pub columns: Arena<ColumnId>,
    pub constraints: Arena<ConstraintId>,
    pub indexes: Arena<IndexId>,
    pub functions: Arena<FunctionId>,
    pub triggers: Arena<TriggerId>,
    pub policies: Arena<PolicyId>,
    /// Collations, operators, rules, publications, and all other objects that only their definition describes.
    pub defined: Arena<DefinedId>,
    /// The definitions of those, and what few objects of the other kinds have.
    pub properties: BTreeMap<ObjectId, Vec<Property>>,
    pub comments: BTreeMap<ObjectId, Comment>,
    /// By object; in each list at most one entry a grantee and privilege.
    pub grants: BTreeMap<ObjectId, Vec<Grant>>,
    class_names: FxHashMap<Key, ClassEntry>,
    type_names: FxHashMap<Key, TypeEntry>,
    function_names: FxHashMap<Key, Vec<FunctionId>>,
    defined_names: FxHashMap<(DefinedKind, Option<SchemaId>, Box<str>), Vec<DefinedId>>,
    /// How many constraints of tables have a name: PostgreSQL invents none that is taken in the schema.
    constraint_names: FxHashMap<Key, u32>,
    /// What belongs to a relation, in order of declaration: derived, so that no walk scans an arena.
    relation_constraints: FxHashMap<RelationId, Vec<ConstraintId>>,
    relation_indexes: FxHashMap<RelationId, Vec<IndexId>>,
    relation_triggers: FxHashMap<RelationId, Vec<TriggerId>>,
    relation_policies: FxHashMap<RelationId, Vec<PolicyId>>,
    relation_children: FxHashMap<RelationId, Vec<RelationId>>,
    edges: dependency::Edges,
    public: SchemaId,
}

impl Default for Catalog {
    fn default() -> Self {
        Self::new()
    }
}

impl Catalog {
    /// A new database: the schema `public` and nothing else.
    pub fn new() -> Self {
        let mut schemas = Arena::<SchemaId>::default();
        let public = schemas.push(Schema { name: "public".into(), owner: None, origins: Origins::default() });
        Self {
            schemas,
            extensions: Arena::default(),
            types: Arena::default(),
            sequences: Arena::default(),
            relations: Arena::default(),
            columns: Arena::default(),
            constraints: Arena::default(),
            indexes: Arena::default(),
            functions: Arena::default(),
            triggers: Arena::default(),
            policies: Arena::default(),
            defined: Arena::default(),
            properties: BTreeMap::new(),
            comments: BTreeMap::new(),
            grants: BTreeMap::new(),
            class_names: FxHashMap::default(),
            type_names: FxHashMap::default(),
            function_names: FxHashMap::default(),
            defined_names: FxHashMap::default(),
            constraint_names: FxHashMap::default(),
            relation_constraints: FxHashMap::default(),
            relation_indexes: FxHashMap::default(),
            relation_triggers: FxHashMap::default(),
            relation_policies: FxHashMap::default(),
            relation_children: FxHashMap::default(),
            edges: dependency::Edges::default(),
            public,
        }
    }

    /// The schema that a new database has.
    pub fn public(&self) -> SchemaId {
        self.public
    }

    /// For a database whose schema `public` was dropped.
    pub fn remove_public(&mut self) {
        self.remove(self.public.into());
    }

    pub fn schema(&self, name: &str) -> Option<SchemaId> {
        self.schemas.iter().find(|(_, schema)| &*schema.name == name).map(|(id, _)| id)
    }

    pub fn class(&self, schema: SchemaId, name: &str) -> Option<ClassEntry> {
        self.class_names.get(&(schema, name.into())).copied()
    }

    pub fn type_named(&self, schema: SchemaId, name: &str) -> Option<TypeEntry> {
        self.type_names.get(&(schema, name.into())).copied()
    }

    /// All overloads, in order of declaration.
    pub fn functions_named(&self, schema: SchemaId, name: &str) -> &[FunctionId] {
        self.function_names.get(&(schema, name.into())).map_or(&[], Vec::as_slice)
    }

    /// True when a table of the schema has a constraint of this name.
    pub fn constraint_name_used(&self, schema: SchemaId, name: &str) -> bool {
        self.constraint_names.get(&(schema, name.into())).is_some_and(|count| *count > 0)
    }

    fn count_constraint_name(&mut self, relation: RelationId, name: &str, added: bool) {
        let count = self.constraint_names.entry((self.relations[relation].schema, name.into())).or_default();
        *count = if added { *count + 1 } else { count.saturating_sub(1) };
    }

    pub fn constraints_of(&self, relation: RelationId) -> &[ConstraintId] {
        self.relation_constraints.get(&relation).map_or(&[], Vec::as_slice)
    }

    pub fn indexes_of(&self, relation: RelationId) -> &[IndexId] {
        self.relation_indexes.get(&relation).map_or(&[], Vec::as_slice)
    }

    pub fn triggers_of(&self, relation: RelationId) -> &[TriggerId] {
        self.relation_triggers.get(&relation).map_or(&[], Vec::as_slice)
    }

    pub fn policies_of(&self, relation: RelationId) -> &[PolicyId] {
        self.relation_policies.get(&relation).map_or(&[], Vec::as_slice)
    }

    /// Its partitions and inheritance children.
    pub fn children_of(&self, relation: RelationId) -> &[RelationId] {
        self.relation_children.get(&relation).map_or(&[], Vec::as_slice)
    }

    pub fn column_named(&self, relation: RelationId, name: &str) -> Option<ColumnId> {
        self.relations[relation].columns.iter().copied().find(|id| &*self.columns[*id].name == name)
    }

    // Adding: each keeps the derived lookups right. Names must have been checked to be free.

    pub fn add_schema(&mut self, schema: Schema) -> SchemaId {
        self.schemas.push(schema)
    }

    pub fn add_extension(&mut self, extension: Extension) -> ExtensionId {
        let id = self.extensions.push(extension);
        self.link(id.into());
        id
    }

    pub fn add_type(&mut self, ty: UserType) -> TypeId {
        let key = (ty.schema, ty.name.clone());
        let composite = matches!(ty.kind, TypeKind::Composite(_));
        let id = self.types.push(ty);
        if composite {
            self.class_names.insert(key.clone(), ClassEntry::Composite(id));
        }
        self.type_names.insert(key, TypeEntry::User(id));
        self.link(id.into());
        id
    }

    /// Makes a type of what was only a shell; it stays the same object, as functions speak of it.
    pub(crate) fn complete_type(&mut self, id: TypeId, kind: TypeKind, origins: Origins) {
        if matches!(kind, TypeKind::Composite(_)) {
            let key = (self.types[id].schema, self.types[id].name.clone());
            self.class_names.insert(key, ClassEntry::Composite(id));
        }
        self.types[id].kind = kind;
        self.types[id].origins = origins;
        self.link(id.into());
    }

    pub fn add_sequence(&mut self, sequence: Sequence) -> SequenceId {
        let key = (sequence.schema, sequence.name.clone());
        let id = self.sequences.push(sequence);
        self.class_names.insert(key, ClassEntry::Sequence(id));
        self.link(id.into());
        id
    }

    pub fn add_relation(&mut self, relation: Relation) -> RelationId {
        let key = (relation.schema, relation.name.clone());
        let parents = relation.parents.clone();
        let id = self.relations.push(relation);
        self.class_names.insert(key.clone(), ClassEntry::Relation(id));
        self.type_names.insert(key, TypeEntry::Row(id));
        for parent in parents {
            self.relation_children.entry(parent).or_default().push(id);
        }
        self.link(id.into());
        id
    }

    /// Appends the column to its relation.
    pub fn add_column(&mut self, column: Column) -> ColumnId {
        let relation = column.relation;
        let id = self.columns.push(column);
        self.relations[relation].columns.push(id);
        self.link(id.into());
        self.link(ObjectId::Default(id));
        id
    }

    pub fn add_constraint(&mut self, constraint: Constraint) -> ConstraintId {
        let (relation, index) = (constraint.relation, constraint.kind.index());
        self.count_constraint_name(relation, &constraint.name.clone(), true);
        let id = self.constraints.push(constraint);
        self.relation_constraints.entry(relation).or_default().push(id);
        self.link(id.into());
        if let Some(index) = index {
            self.indexes[index].constraint = Some(id);
            self.link(index.into());
        }
        id
    }

    pub fn add_index(&mut self, index: Index) -> IndexId {
        let relation = index.relation;
        let key = (self.relations[relation].schema, index.name.clone());
        let id = self.indexes.push(index);
        self.class_names.insert(key, ClassEntry::Index(id));
        self.relation_indexes.entry(relation).or_default().push(id);
        self.link(id.into());
        id
    }

    pub fn add_function(&mut self, function: Function) -> FunctionId {
        let key = (function.schema, function.name.clone());
        let id = self.functions.push(function);
        self.function_names.entry(key).or_default().push(id);
        self.link(id.into());
        id
    }

    pub fn add_trigger(&mut self, trigger: Trigger) -> TriggerId {
        let relation = trigger.relation;
        let id = self.triggers.push(trigger);
        self.relation_triggers.entry(relation).or_default().push(id);
        self.link(id.into());
        id
    }

    pub fn add_policy(&mut self, policy: Policy) -> PolicyId {
        let relation = policy.relation;
        let id = self.policies.push(policy);
        self.relation_policies.entry(relation).or_default().push(id);
        self.link(id.into());
        id
    }

    /// The definition comes first, since what the object depends on stands in it.
    pub fn add_defined(&mut self, defined: Defined, properties: Vec<Property>) -> DefinedId {
        let key = (defined.kind, defined.schema, defined.name.clone());
        let id = self.defined.push(defined);
        self.defined_names.entry(key).or_default().push(id);
        if !properties.is_empty() {
            self.properties.insert(id.into(), properties);
        }
        self.link(id.into());
        id
    }

    /// All objects of a kind and a name in a schema; without one, those that live outside of schemas.
    pub fn defined_named(&self, kind: DefinedKind, schema: Option<SchemaId>, name: &str) -> &[DefinedId] {
        self.defined_names.get(&(kind, schema, name.into())).map_or(&[], Vec::as_slice)
    }

    pub fn grants_on(&self, object: ObjectId) -> &[Grant] {
        self.grants.get(&object).map_or(&[], Vec::as_slice)
    }

    /// Takes one object out, with its entries in the lookups. What depends on it is the caller's to settle.
    pub(crate) fn remove(&mut self, object: ObjectId) {
        fn forget<K: std::hash::Hash + Eq, V: PartialEq>(map: &mut FxHashMap<K, Vec<V>>, key: &K, value: &V) {
            if let Some(list) = map.get_mut(key) {
                list.retain(|entry| entry != value);
            }
        }
        self.comments.remove(&object);
        self.grants.remove(&object);
        self.forget_uses(object);
        match object {
            ObjectId::Schema(id) => self.schemas.remove(id),
            ObjectId::Extension(id) => self.extensions.remove(id),
            ObjectId::Type(id) => {
                let key = (self.types[id].schema, self.types[id].name.clone());
                self.type_names.remove(&key);
                if matches!(self.types[id].kind, TypeKind::Composite(_)) {
                    self.class_names.remove(&key);
                }
                self.types.remove(id);
            }
            ObjectId::Sequence(id) => {
                let key = (self.sequences[id].schema, self.sequences[id].name.clone());
                self.class_names.remove(&key);
                self.sequences.remove(id);
            }
            ObjectId::Relation(id) => {
                let key = (self.relations[id].schema, self.relations[id].name.clone());
                self.class_names.remove(&key);
                self.type_names.remove(&key);
                for parent in self.relations[id].parents.clone() {
                    forget(&mut self.relation_children, &parent, &id);
                }
                self.relations.remove(id);
            }
            ObjectId::Column(id) => {
                let relation = self.columns[id].relation;
                self.relations[relation].columns.retain(|column| *column != id);
                self.columns.remove(id);
            }
            ObjectId::Default(id) => {
                self.columns[id].default = None;
                self.columns[id].generated = None;
            }
            ObjectId::Constraint(id) => {
                let relation = self.constraints[id].relation;
                self.count_constraint_name(relation, &self.constraints[id].name.clone(), false);
                forget(&mut self.relation_constraints, &relation, &id);
                self.constraints.remove(id);
            }
            ObjectId::DomainConstraint(id, at) => {
                if let TypeKind::Domain(domain) = &mut self.types[id].kind
                    && (at as usize) < domain.constraints.len()
                {
                    domain.constraints.remove(at as usize);
                }
            }
            ObjectId::Index(id) => {
                let relation = self.indexes[id].relation;
                let key = (self.relations[relation].schema, self.indexes[id].name.clone());
                self.class_names.remove(&key);
                forget(&mut self.relation_indexes, &relation, &id);
                self.indexes.remove(id);
            }
            ObjectId::Function(id) => {
                let key = (self.functions[id].schema, self.functions[id].name.clone());
                forget(&mut self.function_names, &key, &id);
                self.functions.remove(id);
            }
            ObjectId::Trigger(id) => {
                let relation = self.triggers[id].relation;
                forget(&mut self.relation_triggers, &relation, &id);
                self.triggers.remove(id);
            }
            ObjectId::Policy(id) => {
                let relation = self.policies[id].relation;
                forget(&mut self.relation_policies, &relation, &id);
                self.policies.remove(id);
            }
            ObjectId::Defined(id) => {
                let entry = &self.defined[id];
                let key = (entry.kind, entry.schema, entry.name.clone());
                forget(&mut self.defined_names, &key, &id);
                self.defined.remove(id);
            }
        }
        self.properties.remove(&object);
    }

    /// Gives a class (relation, index, sequence, composite) or type or function a new name and schema.
    pub(crate) fn rename(&mut self, object: ObjectId, schema: SchemaId, name: &str) {
        let new: Key = (schema, name.into());
        let held = self.held_by_name(object);
        match object {
            ObjectId::Relation(id) => {
                let old = (self.relations[id].schema, self.relations[id].name.clone());
                self.class_names.remove(&old);
                self.type_names.remove(&old);
                if old.0 != schema {
                    // Indexes and constraints live in their table's schema.
                    for index in self.indexes_of(id).to_vec() {
                        let index_name = self.indexes[index].name.clone();
                        self.class_names.remove(&(old.0, index_name.clone()));
                        self.class_names.insert((schema, index_name), ClassEntry::Index(index));
                    }
                    let constraints = self.constraints_of(id).to_vec();
                    for constraint in &constraints {
                        self.count_constraint_name(id, &self.constraints[*constraint].name.clone(), false);
                    }
                    self.relations[id].schema = schema;
                    for constraint in &constraints {
                        self.count_constraint_name(id, &self.constraints[*constraint].name.clone(), true);
                    }
                }
                self.class_names.insert(new.clone(), ClassEntry::Relation(id));
                self.type_names.insert(new, TypeEntry::Row(id));
                self.relations[id].schema = schema;
                self.relations[id].name = name.into();
            }
            ObjectId::Index(id) => {
                let relation = self.indexes[id].relation;
                let old = (self.relations[relation].schema, self.indexes[id].name.clone());
                self.class_names.remove(&old);
                self.class_names.insert((old.0, name.into()), ClassEntry::Index(id));
                self.indexes[id].name = name.into();
            }
            ObjectId::Sequence(id) => {
                let old = (self.sequences[id].schema, self.sequences[id].name.clone());
                self.class_names.remove(&old);
                self.class_names.insert(new, ClassEntry::Sequence(id));
                self.sequences[id].schema = schema;
                self.sequences[id].name = name.into();
            }
            ObjectId::Type(id) => {
                let old = (self.types[id].schema, self.types[id].name.clone());
                self.type_names.remove(&old);
                if matches!(self.types[id].kind, TypeKind::Composite(_)) {
                    self.class_names.remove(&old);
                    self.class_names.insert(new.clone(), ClassEntry::Composite(id));
                }
                self.type_names.insert(new, TypeEntry::User(id));
                self.types[id].schema = schema;
                self.types[id].name = name.into();
            }
            ObjectId::Function(id) => {
                let old = (self.functions[id].schema, self.functions[id].name.clone());
                if let Some(list) = self.function_names.get_mut(&old) {
                    list.retain(|entry| *entry != id);
                }
                self.function_names.entry(new).or_default().push(id);
                self.functions[id].schema = schema;
                self.functions[id].name = name.into();
            }
            ObjectId::Schema(id) => self.schemas[id].name = name.into(),
            ObjectId::Column(id) => self.columns[id].name = name.into(),
            ObjectId::Constraint(id) => {
                let relation = self.constraints[id].relation;
                self.count_constraint_name(relation, &self.constraints[id].name.clone(), false);
                self.count_constraint_name(relation, name, true);
                self.constraints[id].name = name.into();
            }
            ObjectId::Trigger(id) => self.triggers[id].name = name.into(),
            ObjectId::Policy(id) => self.policies[id].name = name.into(),
            ObjectId::Defined(id) => {
                let entry = &self.defined[id];
                let (kind, old_schema, old_name) = (entry.kind, entry.schema, entry.name.clone());
                if let Some(list) = self.defined_names.get_mut(&(kind, old_schema, old_name)) {
                    list.retain(|entry| *entry != id);
                }
                if kind == DefinedKind::Language {
                    // Functions know their language by its name.
                    let old = entry.name.clone();
                    for function in self.functions.ids().collect::<Vec<_>>() {
                        if self.functions[function].language == old {
                            self.functions[function].language = name.into();
                        }
                    }
                }
                let new_schema = old_schema.map(|_| schema);
                self.defined_names.entry((kind, new_schema, name.into())).or_default().push(id);
                self.defined[id].schema = new_schema;
                self.defined[id].name = name.into();
            }
            ObjectId::Extension(_) | ObjectId::Default(_) | ObjectId::DomainConstraint(..) => {}
        }
        self.follow_names(&held);
        self.link(object);
    }

    /// Makes `child` a partition or inheritance child of `parent`.
    pub(crate) fn add_parent(&mut self, child: RelationId, parent: RelationId) {
        self.relations[child].parents.push(parent);
        self.relation_children.entry(parent).or_default().push(child);
        self.link(child.into());
    }

    pub(crate) fn remove_parent(&mut self, child: RelationId, parent: RelationId) {
        self.relations[child].parents.retain(|entry| *entry != parent);
        if let Some(children) = self.relation_children.get_mut(&parent) {
            children.retain(|entry| *entry != child);
        }
    }

    /// The name as SQL with an empty `search_path` must write it: `public.users`, `public.users.email`
    /// for a column, `public.f(integer)` for a function's call name without its arguments: `public.f`.
    pub fn printed_name(&self, object: ObjectId) -> String {
        let within = |schema: SchemaId, name: &str| names::qualified(&self.schemas[schema].name, name);
        match object {
            ObjectId::Schema(id) => names::quote_identifier(&self.schemas[id].name).into_owned(),
            ObjectId::Extension(id) => names::quote_identifier(&self.extensions[id].name).into_owned(),
            ObjectId::Type(id) => within(self.types[id].schema, &self.types[id].name),
            ObjectId::Sequence(id) => within(self.sequences[id].schema, &self.sequences[id].name),
            ObjectId::Relation(id) => within(self.relations[id].schema, &self.relations[id].name),
            ObjectId::Index(id) => {
                within(self.relations[self.indexes[id].relation].schema, &self.indexes[id].name)
            }
            ObjectId::Function(id) => within(self.functions[id].schema, &self.functions[id].name),
            ObjectId::Column(id) | ObjectId::Default(id) => {
                let column = &self.columns[id];
                format!(
                    "{}.{}",
                    self.printed_name(column.relation.into()),
                    names::quote_identifier(&column.name)
                )
            }
            ObjectId::Constraint(id) => {
                let constraint = &self.constraints[id];
                format!(
                    "{}.{}",
                    self.printed_name(constraint.relation.into()),
                    names::quote_identifier(&constraint.name)
                )
            }
            ObjectId::DomainConstraint(id, at) => {
                let name = match &self.types[id].kind {
                    TypeKind::Domain(domain) => domain.constraints.get(at as usize).map_or("", |c| &*c.name),
                    _ => "",
                };
                format!("{}.{}", self.printed_name(id.into()), names::quote_identifier(name))
            }
            ObjectId::Trigger(id) => {
                let trigger = &self.triggers[id];
                format!(
                    "{}.{}",
                    self.printed_name(trigger.relation.into()),
                    names::quote_identifier(&trigger.name)
                )
            }
            ObjectId::Policy(id) => {
                let policy = &self.policies[id];
                format!(
                    "{}.{}",
                    self.printed_name(policy.relation.into()),
                    names::quote_identifier(&policy.name)
                )
            }
            ObjectId::Defined(id) => self.printed_definition_name(id),
        }
    }

    /// A function's identity: `public.claim(text, integer)`, as `oid::regprocedure` prints it.
    pub fn printed_signature(&self, id: FunctionId) -> String {
        let function = &self.functions[id];
        let inputs: Vec<_> = function
            .arguments
            .iter()
            .filter(|argument| argument.mode.is_input())
            .map(|argument| argument.ty.print(self))
            .collect();
        format!("{}({})", self.printed_name(id.into()), inputs.join(","))
    }
}
