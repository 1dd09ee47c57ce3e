//! Objects of the rarer kinds: how statements find them, and what is free to be made.

use super::Replayer;
use super::callee::same_type;
use super::option::word;
use super::stop::{Result, Stop, not_modelled};
use crate::catalog::{
    Attribute, DataType, Defined, DefinedId, DefinedKind, ObjectId, Origins, Property, PropertyValue,
    RelationId, SchemaId, TypeBase, names, property,
};
use crate::expression::typing::facts;
use crate::source::Span;
use crate::syntax::tree::{
    Name, ObjectAddress, ObjectKind, ObjectName, OperatorName, OperatorSignature, QualifiedName, TypeName,
};

/// What a name of a rarer object means.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Found {
    Object(DefinedId),
    /// PostgreSQL's own or an extension's.
    System,
}

/// The kinds as the syntax and the catalog call them.
const KINDS: &[(ObjectKind, DefinedKind)] = &[
    (ObjectKind::AccessMethod, DefinedKind::AccessMethod),
    (ObjectKind::Cast, DefinedKind::Cast),
    (ObjectKind::Collation, DefinedKind::Collation),
    (ObjectKind::Conversion, DefinedKind::Conversion),
    (ObjectKind::EventTrigger, DefinedKind::EventTrigger),
    (ObjectKind::ForeignDataWrapper, DefinedKind::ForeignDataWrapper),
    (ObjectKind::Language, DefinedKind::Language),
    (ObjectKind::Operator, DefinedKind::Operator),
    (ObjectKind::OperatorClass, DefinedKind::OperatorClass),
    (ObjectKind::OperatorFamily, DefinedKind::OperatorFamily),
    (ObjectKind::Publication, DefinedKind::Publication),
    (ObjectKind::Rule, DefinedKind::Rule),
    (ObjectKind::Server, DefinedKind::ForeignServer),
    (ObjectKind::Statistics, DefinedKind::Statistics),
    (ObjectKind::TextSearchConfiguration, DefinedKind::TextSearchConfiguration),
    (ObjectKind::TextSearchDictionary, DefinedKind::TextSearchDictionary),
    (ObjectKind::TextSearchParser, DefinedKind::TextSearchParser),
    (ObjectKind::TextSearchTemplate, DefinedKind::TextSearchTemplate),
    (ObjectKind::Transform, DefinedKind::Transform),
];

/// The kind of an address, where it is one of the rarer ones.
pub(super) fn defined_kind(kind: ObjectKind) -> Option<DefinedKind> {
    KINDS.iter().find(|(syntax, _)| *syntax == kind).map(|(_, kind)| *kind)
}

impl Replayer<'_> {
    /// An object of a kind that lives in schemas, along the path when no schema is written.
    pub(super) fn find_defined(&self, kind: DefinedKind, name: &QualifiedName) -> Result<Option<DefinedId>> {
        let first = |schema| self.catalog.defined_named(kind, Some(schema), &name.name.text).first().copied();
        Ok(match &name.schema {
            Some(schema) if schema.as_str() == "pg_catalog" => None,
            Some(schema) => first(self.schema_named(schema)?),
            None => self.search_path().find_map(first),
        })
    }

    pub(super) fn defined(&self, kind: DefinedKind, name: &QualifiedName) -> Result<DefinedId> {
        self.find_defined(kind, name)?
            .ok_or_else(|| Self::missing_defined(kind, &Self::display_name(name), name.span()))
    }

    /// An object of a kind that lives outside of schemas.
    pub(super) fn global(&self, kind: DefinedKind, name: &Name) -> Result<DefinedId> {
        let found = self.catalog.defined_named(kind, None, &name.text).first().copied();
        found.ok_or_else(|| Self::missing_defined(kind, &name.text, name.span))
    }

    pub(super) fn missing_defined(kind: DefinedKind, name: &str, at: Span) -> Stop {
        Stop::refused("42704", at, format!("{} \"{name}\" does not exist", kind.message_words()))
    }

    /// PostgreSQL's message for a name that is taken.
    pub(super) fn taken(&self, kind: DefinedKind, name: &str, at: Span, first: DefinedId) -> Stop {
        let message = format!("{} \"{name}\" already exists", kind.message_words());
        Stop::refused("42710", at, message)
            .label(self.catalog.defined[first].origins.creation(), "made here first")
    }

    /// Refuses a name that another object of its kind has; without a schema, of all.
    pub(super) fn defined_free(
        &self,
        kind: DefinedKind,
        schema: Option<SchemaId>,
        name: &str,
        at: Span,
    ) -> Result<()> {
        match self.catalog.defined_named(kind, schema, name).first() {
            Some(first) => Err(self.taken(kind, name, at, *first)),
            None => Ok(()),
        }
    }

    /// The schemas that a name is looked for in.
    pub(super) fn places(&self, schema: Option<&Name>) -> Result<Vec<SchemaId>> {
        match schema {
            Some(schema) if schema.as_str() == "pg_catalog" => Ok(Vec::new()),
            Some(schema) => Ok(vec![self.schema_named(schema)?]),
            None => Ok(self.search_path().collect()),
        }
    }

    /// An object of a rarer kind as statements name it.
    pub(super) fn defined_address(&self, kind: DefinedKind, address: &ObjectAddress) -> Result<ObjectId> {
        match self.find_address(kind, address)? {
            Found::Object(id) => Ok(id.into()),
            Found::System => Err(not_modelled(
                &format!("a {} of PostgreSQL or of an extension", kind.message_words()),
                address.span,
            )),
        }
    }

    /// Refuses to drop what PostgreSQL needs; what an extension brought is refused too.
    pub(super) fn not_of_system(&self, address: &ObjectAddress) -> Result<()> {
        if let Some(what) = self.system_routine_or_type(address) {
            let message = format!("cannot drop {what} because it is required by the database system");
            return Err(Stop::refused("2BP01", address.span, message));
        }
        if let Some(kind) = defined_kind(address.kind)
            && matches!(self.find_address(kind, address), Ok(Found::System))
        {
            let message = format!(
                "cannot drop {} {} because it is required by the database system",
                kind.message_words(),
                self.text(address.span)
            );
            return Err(Stop::refused("2BP01", address.span, message));
        }
        Ok(())
    }

    /// A function or type of PostgreSQL or of an extension, where the name means one.
    fn system_routine_or_type(&self, address: &ObjectAddress) -> Option<String> {
        match &address.name {
            ObjectName::Routine(signature) => {
                signature.arguments.as_ref()?;
                let callee = self.callee_of_signature(signature).ok()?;
                let known = callee.id.is_none() && callee.known.is_some();
                known.then(|| format!("function {}", callee.by_signature(&self.catalog).print(&self.catalog)))
            }
            ObjectName::Type(name) => {
                let ty = self.any_type(name).ok()?;
                let system = matches!(ty.base, TypeBase::Builtin(_) | TypeBase::Extension { .. });
                system.then(|| format!("type {}", ty.print(&self.catalog)))
            }
            _ => None,
        }
    }

    pub(super) fn find_address(&self, kind: DefinedKind, address: &ObjectAddress) -> Result<Found> {
        match &address.name {
            ObjectName::Global(name) => {
                let found = self.catalog.defined_named(kind, None, &name.text).first().copied();
                let system = || self.system_object(kind, None, &name.text, None);
                found
                    .map(Found::Object)
                    .or_else(|| system().then_some(Found::System))
                    .ok_or_else(|| Self::missing_defined(kind, &name.text, name.span))
            }
            ObjectName::Qualified(name) => {
                if kind == DefinedKind::Collation {
                    return self.collation_address(name);
                }
                if self.system_object(kind, name.schema_str(), &name.name.text, None) {
                    return Ok(Found::System);
                }
                self.defined(kind, name).map(Found::Object)
            }
            ObjectName::OnRelation { name, relation } => {
                let table = self.relation(relation)?;
                self.rule_named(table, &name.text).map(Found::Object).ok_or_else(|| {
                    let message = format!(
                        "rule \"{}\" for relation \"{}\" does not exist",
                        name.text, relation.name.text
                    );
                    Stop::refused("42704", name.span, message)
                })
            }
            ObjectName::OfAccessMethod { name, method } => self.of_access_method(kind, name, method),
            ObjectName::Operator(signature) => self.operator_address(signature),
            ObjectName::Cast { source, target } => {
                let (from, to) = (self.data_type(source)?, self.data_type(target)?);
                if let Some(id) = self.cast_between(&from, &to) {
                    return Ok(Found::Object(id));
                }
                if self.system_cast(&from, &to).is_some() {
                    return Ok(Found::System);
                }
                let (from, to) = (from.print(&self.catalog), to.print(&self.catalog));
                let message = format!("cast from type {from} to type {to} does not exist");
                Err(Stop::refused("42704", address.span, message))
            }
            ObjectName::Transform { type_name, language } => {
                let ty = self.data_type(type_name)?;
                let language_value = self.language_property(language)?;
                self.transform_for(&ty, &language_value).map(Found::Object).ok_or_else(|| {
                    let message = format!(
                        "transform for type {} language \"{}\" does not exist",
                        ty.print(&self.catalog),
                        language.text
                    );
                    Stop::refused("42704", address.span, message)
                })
            }
            _ => Err(not_modelled(&address.kind.words().to_lowercase(), address.span)),
        }
    }

    /// True for an object that PostgreSQL or an installed extension brings, as the path finds it.
    pub(super) fn system_object(
        &self,
        kind: DefinedKind,
        schema: Option<&str>,
        name: &str,
        method: Option<&str>,
    ) -> bool {
        let words = kind.message_words();
        facts::objects(name).any(|row| {
            if row.kind != words || method.is_some_and(|method| row.words[0] != method) {
                return false;
            }
            if row.source.is_empty() {
                return schema.is_none_or(|schema| schema == "pg_catalog");
            }
            let Some(home) = self.extension_home(row.source) else { return false };
            match schema {
                Some(schema) => *schema == *home,
                None => {
                    matches!(kind, DefinedKind::Language | DefinedKind::AccessMethod)
                        || self.search_path().any(|id| self.catalog.schemas[id].name == home)
                }
            }
        })
    }

    /// An operator class or family.
    pub(super) fn of_access_method(
        &self,
        kind: DefinedKind,
        name: &QualifiedName,
        method: &Name,
    ) -> Result<Found> {
        let wanted = self.method_property(method)?;
        if self.system_object(kind, name.schema_str(), &name.name.text, Some(&method.text)) {
            return Ok(Found::System);
        }
        let found = self
            .places(name.schema.as_ref())?
            .into_iter()
            .find_map(|schema| self.of_method(kind, schema, &name.name.text, &wanted));
        found.map(Found::Object).ok_or_else(|| {
            let message = format!(
                "{} \"{}\" does not exist for access method \"{}\"",
                kind.message_words(),
                Self::display_name(name),
                method.text
            );
            Stop::refused("42704", name.span(), message)
        })
    }

    /// The operator class or family of a name and a method in a schema.
    pub(super) fn of_method(
        &self,
        kind: DefinedKind,
        schema: SchemaId,
        name: &str,
        method: &PropertyValue,
    ) -> Option<DefinedId> {
        let named = self.catalog.defined_named(kind, Some(schema), name);
        named.iter().copied().find(|id| self.catalog.property((*id).into(), property::METHOD) == Some(method))
    }

    /// An access method as definitions keep it.
    pub(super) fn method_property(&self, method: &Name) -> Result<PropertyValue> {
        self.global_property(DefinedKind::AccessMethod, method)
    }

    /// A language as definitions keep it.
    pub(super) fn language_property(&self, language: &Name) -> Result<PropertyValue> {
        self.global_property(DefinedKind::Language, language)
    }

    /// An object outside of schemas as definitions keep it: one of the system by its name.
    fn global_property(&self, kind: DefinedKind, name: &Name) -> Result<PropertyValue> {
        if let Some(id) = self.catalog.defined_named(kind, None, &name.text).first() {
            return Ok(PropertyValue::Object((*id).into()));
        }
        if self.system_object(kind, None, &name.text, None) || !self.knows_all_extensions() {
            return Ok(word(names::quote_identifier(&name.text).into_owned()));
        }
        Err(Self::missing_defined(kind, &name.text, name.span))
    }

    /// True when a property is this type; without one, when there is none.
    fn is_type(&self, id: DefinedId, attribute: Attribute, ty: Option<&DataType>) -> bool {
        match (self.catalog.property(id.into(), attribute), ty) {
            (Some(PropertyValue::Type(own)), Some(ty)) => same_type(own, ty),
            (None, None) => true,
            _ => false,
        }
    }

    fn operator_address(&self, signature: &OperatorSignature) -> Result<Found> {
        let side = |ty: &Option<TypeName>| match ty {
            Some(ty) => self.data_type(ty).map(Some),
            None => Ok(None),
        };
        let (left, right) = (side(&signature.left)?, side(&signature.right)?);
        let name = &signature.name;
        let Some(right) = right else {
            return Err(Stop::refused("42601", name.span, "postfix operators are not supported"));
        };
        self.find_operator(name, left.as_ref(), &right)?
            .ok_or_else(|| self.missing_operator(name, left.as_ref(), Some(&right)))
    }

    pub(super) fn missing_operator(
        &self,
        name: &OperatorName,
        left: Option<&DataType>,
        right: Option<&DataType>,
    ) -> Stop {
        let schema = name.schema.as_ref().map(|schema| format!("{}.", schema.text)).unwrap_or_default();
        let print = |ty: &DataType| ty.print(&self.catalog);
        let left = left.map(|ty| print(ty) + " ").unwrap_or_default();
        let right = right.map(|ty| format!(" {}", print(ty))).unwrap_or_default();
        let message = format!("operator does not exist: {left}{schema}{}{right}", name.name);
        Stop::refused("42883", name.span, message)
    }

    /// The operator of a name and exactly these operands, along the path when no schema is written.
    pub(super) fn find_operator(
        &self,
        name: &OperatorName,
        left: Option<&DataType>,
        right: &DataType,
    ) -> Result<Option<Found>> {
        let written = name.schema.as_ref().map(Name::as_str);
        if self.system_operator(written, &name.name, left, right).is_some() {
            return Ok(Some(Found::System));
        }
        // A schema that is not there has no operators: no more is said of it.
        let places = self.places(name.schema.as_ref()).unwrap_or_default();
        let found = places.into_iter().find_map(|schema| self.operator_of(schema, &name.name, left, right));
        Ok(found.map(Found::Object))
    }

    /// An operator of PostgreSQL or an extension: its printed name and what it returns.
    pub(super) fn system_operator(
        &self,
        schema: Option<&str>,
        name: &str,
        left: Option<&DataType>,
        right: &DataType,
    ) -> Option<(String, Option<DataType>)> {
        let left = match left {
            Some(ty) => Some(Self::type_fact(ty)?),
            None => None,
        };
        let right = Self::type_fact(right)?;
        facts::operators(name).find_map(|row| {
            if row.left != left || row.right != right {
                return None;
            }
            let home =
                if row.source.is_empty() { "pg_catalog".into() } else { self.extension_home(row.source)? };
            let visible = match schema {
                Some(schema) => *schema == *home,
                None => {
                    row.source.is_empty()
                        || self.search_path().any(|id| self.catalog.schemas[id].name == home)
                }
            };
            let printed = format!("OPERATOR({}.{name})", names::quote_identifier(&home));
            visible.then(|| (printed, self.fact_type(row.result)))
        })
    }

    pub(super) fn operator_of(
        &self,
        schema: SchemaId,
        name: &str,
        left: Option<&DataType>,
        right: &DataType,
    ) -> Option<DefinedId> {
        let named = self.catalog.defined_named(DefinedKind::Operator, Some(schema), name);
        named.iter().copied().find(|id| {
            self.is_type(*id, property::LEFT, left) && self.is_type(*id, property::RIGHT, Some(right))
        })
    }

    pub(super) fn cast_between(&self, from: &DataType, to: &DataType) -> Option<DefinedId> {
        let all = self.catalog.defined_named(DefinedKind::Cast, None, "");
        all.iter().copied().find(|id| {
            self.is_type(*id, property::SOURCE, Some(from)) && self.is_type(*id, property::TARGET, Some(to))
        })
    }

    /// How PostgreSQL or an installed extension casts one type to the other.
    pub(super) fn system_cast(&self, from: &DataType, to: &DataType) -> Option<facts::CastRow> {
        facts::cast(Self::type_fact(from)?, Self::type_fact(to)?)
    }

    pub(super) fn transform_for(&self, ty: &DataType, language: &PropertyValue) -> Option<DefinedId> {
        let all = self.catalog.defined_named(DefinedKind::Transform, None, "");
        all.iter().copied().find(|id| {
            self.is_type(*id, property::TYPE, Some(ty))
                && self.catalog.property((*id).into(), property::LANGUAGE) == Some(language)
        })
    }

    /// True when a rename or move would meet another object of its kind.
    pub(super) fn defined_taken(&self, object: ObjectId, schema: SchemaId, name: &str) -> bool {
        let ObjectId::Defined(id) = object else { return false };
        let entry = &self.catalog.defined[id];
        let schema = entry.schema.map(|_| schema);
        self.catalog.defined_named(entry.kind, schema, name).iter().any(|other| {
            let beside = &self.catalog.defined[*other];
            *other != id
                && beside.relation == entry.relation
                && [property::METHOD, property::LEFT, property::RIGHT, property::SERVER].iter().all(|part| {
                    self.catalog.property((*other).into(), *part) == self.catalog.property(id.into(), *part)
                })
        })
    }

    /// The rule, event trigger or the like that a relation has by this name.
    pub(super) fn rule_named(&self, relation: RelationId, name: &str) -> Option<DefinedId> {
        let rules = self.catalog.defined_named(DefinedKind::Rule, None, name);
        rules.iter().copied().find(|id| self.catalog.defined[*id].relation == Some(relation))
    }

    /// Makes an object of a rarer kind; that its name is free was looked at before.
    pub(super) fn define(
        &mut self,
        kind: DefinedKind,
        schema: Option<SchemaId>,
        name: &str,
        relation: Option<RelationId>,
        properties: Vec<Property>,
        span: Span,
    ) -> DefinedId {
        let origins = Origins::created(span);
        let defined = Defined { kind, schema, name: name.into(), relation, owner: None, origins };
        self.catalog.add_defined(defined, properties)
    }
}
