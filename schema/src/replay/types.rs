//! `CREATE TYPE`, `CREATE DOMAIN`, and what alters them.

use super::Replayer;
use super::resolve::Scope;
use super::stop::{Applied, Result, Stop, not_modelled};
use crate::catalog::{
    Attribute, ClassEntry, CompositeAttribute, Domain, DomainConstraint, EnumLabel, ObjectId, Origins,
    SchemaId, TypeEntry, TypeId, TypeKind, UserType, names,
};
use crate::source::Span;
use crate::syntax::tree::{
    self, AlterAttributeKind, AlterDomain, AlterDomainAction, AlterType, AlterTypeAction,
    ColumnConstraintKind, CreateDomain, CreateType, DropBehaviour, EnumPosition, Name, QualifiedName,
    StringLiteral, TableConstraintKind, TypeDefinition,
};

impl Replayer<'_> {
    pub(super) fn create_type(&mut self, create: &CreateType, span: Span) -> Result<Applied> {
        if let TypeDefinition::Base(options) = &create.definition {
            return self.create_base_type(&create.name, options, span);
        }
        let schema = self.creation_schema(&create.name)?;
        let is_shell = matches!(create.definition, TypeDefinition::Shell);
        let shell = self.shell(schema, &create.name).filter(|_| !is_shell);
        if shell.is_none() {
            self.type_name_free(schema, &create.name)?;
        }
        let kind = match &create.definition {
            TypeDefinition::Enum(labels) => TypeKind::Enum(enum_labels(labels)?),
            TypeDefinition::Composite(attributes) => {
                if matches!(self.catalog.class(schema, &create.name.name.text), Some(ClassEntry::Relation(_)))
                {
                    return Err(self.class_exists(schema, &create.name));
                }
                let mut list: Vec<CompositeAttribute> = Vec::new();
                for attribute in attributes {
                    if list.iter().any(|earlier| earlier.name == attribute.name.text) {
                        let message = format!("column \"{}\" specified more than once", attribute.name.text);
                        return Err(Stop::refused("42701", attribute.name.span, message));
                    }
                    list.push(self.composite_attribute(attribute)?);
                }
                TypeKind::Composite(list)
            }
            TypeDefinition::Range(options) => return self.create_range(&create.name, options, shell, span),
            TypeDefinition::Base(_) | TypeDefinition::Shell => TypeKind::Base,
        };
        if let Some(id) = shell {
            self.catalog.complete_type(id, kind, Origins::created(span));
            return Ok(Applied::Schema);
        }
        self.catalog.add_type(UserType {
            schema,
            name: create.name.name.text.clone(),
            kind,
            owner: None,
            origins: Origins::created(span),
        });
        Ok(Applied::Schema)
    }

    fn shell(&self, schema: SchemaId, name: &QualifiedName) -> Option<TypeId> {
        match self.catalog.type_named(schema, &name.name.text)? {
            TypeEntry::User(id) if self.is_shell(id) => Some(id),
            _ => None,
        }
    }

    fn type_name_free(&self, schema: SchemaId, name: &QualifiedName) -> Result<()> {
        let place = match self.catalog.type_named(schema, &name.name.text) {
            None => return Ok(()),
            Some(TypeEntry::User(id)) => self.catalog.types[id].origins.creation(),
            Some(TypeEntry::Row(id)) => self.catalog.relations[id].origins.creation(),
        };
        Err(Stop::refused("42710", name.span(), format!("type \"{}\" already exists", name.name.text))
            .label(place, "made here first"))
    }

    fn composite_attribute(&self, attribute: &tree::Attribute) -> Result<CompositeAttribute> {
        let ty = self.data_type(&attribute.type_name)?;
        let collation = self.collation(attribute.collation.as_ref().map(|name| &name.value), &ty)?;
        Ok(CompositeAttribute {
            name: attribute.name.text.clone(),
            ty,
            collation,
            origins: Origins::created(attribute.span),
        })
    }

    pub(super) fn alter_type(&mut self, alter: &AlterType, span: Span) -> Result<Applied> {
        let id = self.user_type(&alter.name)?;
        match &alter.action {
            AlterTypeAction::AddValue { if_not_exists, value, position } => {
                let labels = self.labels(id, &alter.name)?;
                if labels.iter().any(|label| label.name == value.value) {
                    if *if_not_exists {
                        return Ok(Applied::Nothing("ALTER TYPE ADD VALUE IF NOT EXISTS"));
                    }
                    let message = format!("enum label \"{}\" already exists", value.value);
                    return Err(Stop::refused("42710", value.span, message));
                }
                let at = match position {
                    None => labels.len(),
                    Some(EnumPosition::Before(neighbour)) => label_position(labels, neighbour)?,
                    Some(EnumPosition::After(neighbour)) => label_position(labels, neighbour)? + 1,
                };
                if value.value.len() > names::MAX_NAME_BYTES {
                    return Err(label_too_long(value));
                }
                let label = EnumLabel { name: value.value.clone(), origins: Origins::created(span) };
                if let Some(labels) = self.labels_mut(id) {
                    labels.insert(at, label);
                }
                self.catalog.types[id].origins.set(Attribute::LABELS, span);
            }
            AlterTypeAction::RenameValue { from, to } => {
                let labels = self.labels(id, &alter.name)?;
                let at = label_position(labels, from)?;
                if labels.iter().any(|label| label.name == to.value) {
                    let message = format!("enum label \"{}\" already exists", to.value);
                    return Err(Stop::refused("42710", to.span, message));
                }
                self.rename_label_in_views(id, &from.value, &to.value);
                if let Some(label) = self.labels_mut(id).and_then(|labels| labels.get_mut(at)) {
                    label.name = to.value.clone();
                    label.origins.set(Attribute::NAME, span);
                }
                self.catalog.rename_label(id, &from.value, &to.value);
                self.catalog.types[id].origins.set(Attribute::LABELS, span);
            }
            AlterTypeAction::Attributes(actions) => {
                for action in actions {
                    self.alter_attribute(id, &alter.name, action)?;
                }
                self.catalog.link(id.into());
            }
            AlterTypeAction::SetOptions(options) => {
                return self.set_type_options(id, &alter.name, options, span);
            }
        }
        Ok(Applied::Schema)
    }

    fn labels(&self, id: TypeId, name: &QualifiedName) -> Result<&[EnumLabel]> {
        match &self.catalog.types[id].kind {
            TypeKind::Enum(labels) => Ok(labels),
            _ => Err(Stop::refused("42809", name.span(), format!("{} is not an enum", name.name.text))),
        }
    }

    fn labels_mut(&mut self, id: TypeId) -> Option<&mut Vec<EnumLabel>> {
        match &mut self.catalog.types[id].kind {
            TypeKind::Enum(labels) => Some(labels),
            _ => None,
        }
    }

    fn alter_attribute(
        &mut self,
        id: TypeId,
        type_name: &QualifiedName,
        action: &tree::AlterAttribute,
    ) -> Result<()> {
        if matches!(action.kind, AlterAttributeKind::SetType { .. }) {
            self.refuse_stored_type(id, action.span)?;
        }
        self.refuse_typed_tables(id, Self::cascades(action.behaviour), action.span)?;
        let wanted = match &action.kind {
            AlterAttributeKind::Add(attribute) => Some(self.composite_attribute(attribute)?),
            AlterAttributeKind::SetType { name, type_name, collation } => {
                let ty = self.data_type(type_name)?;
                let collation = self.collation(collation.as_ref().map(|name| &name.value), &ty)?;
                Some(CompositeAttribute {
                    name: name.text.clone(),
                    ty,
                    collation,
                    origins: Origins::created(action.span),
                })
            }
            AlterAttributeKind::Drop { .. } => None,
        };
        let TypeKind::Composite(attributes) = &mut self.catalog.types[id].kind else {
            let message = format!("\"{}\" is not a composite type", type_name.name.text);
            return Err(Stop::refused("42809", type_name.span(), message));
        };
        let position = |name: &Name, attributes: &[CompositeAttribute]| {
            attributes.iter().position(|attribute| attribute.name == name.text).ok_or_else(|| {
                let message = format!(
                    "column \"{}\" of relation \"{}\" does not exist",
                    name.text, type_name.name.text
                );
                Stop::refused("42703", name.span, message)
            })
        };
        match (&action.kind, wanted) {
            (AlterAttributeKind::Add(attribute), Some(wanted)) => {
                if attributes.iter().any(|earlier| earlier.name == attribute.name.text) {
                    let message = format!(
                        "column \"{}\" of relation \"{}\" already exists",
                        attribute.name.text, type_name.name.text
                    );
                    return Err(Stop::refused("42701", attribute.name.span, message));
                }
                attributes.push(wanted);
            }
            (AlterAttributeKind::Drop { if_exists, name }, _) => match position(name, attributes) {
                Ok(at) => {
                    attributes.remove(at);
                }
                Err(_) if *if_exists => {}
                Err(stop) => return Err(stop),
            },
            (AlterAttributeKind::SetType { name, .. }, Some(wanted)) => {
                let at = position(name, attributes)?;
                attributes[at].ty = wanted.ty;
                attributes[at].collation = wanted.collation;
                attributes[at].origins.set(Attribute::TYPE, action.span);
            }
            (AlterAttributeKind::Add(_) | AlterAttributeKind::SetType { .. }, None) => {}
        }
        self.alter_typed_columns(id, action)
    }

    pub(super) fn create_domain(&mut self, create: &CreateDomain, span: Span) -> Result<Applied> {
        let schema = self.creation_schema(&create.name)?;
        let shell = self.shell(schema, &create.name);
        if shell.is_none() {
            self.type_name_free(schema, &create.name)?;
        }
        let base = self.data_type(&create.base)?;
        if let crate::catalog::TypeBase::Builtin(builtin) = &base.base
            && (builtin.category == 'P' || builtin.name == "unknown")
        {
            let message = format!("\"{}\" is not a valid base type for a domain", builtin.name);
            return Err(Stop::refused("42804", create.base.span, message));
        }
        check_domain_constraints(&create.constraints)?;
        let collation = self.collation(create.collation.as_ref().map(|name| &name.value), &base)?;
        let mut domain = Domain { base, not_null: false, default: None, collation, constraints: Vec::new() };
        for constraint in &create.constraints {
            match &constraint.kind {
                ColumnConstraintKind::NotNull { .. } => domain.not_null = true,
                ColumnConstraintKind::Null => {}
                ColumnConstraintKind::Default(sql) => {
                    domain.default = Some(self.expression(*sql, Scope::None)?);
                }
                ColumnConstraintKind::Check { expression, .. } => {
                    let name = self.domain_constraint_name(
                        schema,
                        &create.name.name.text,
                        &domain.constraints,
                        constraint.name.as_ref(),
                    )?;
                    let check = self.expression(*expression, Scope::None)?;
                    let origins = Origins::created(constraint.span);
                    domain.constraints.push(DomainConstraint { name, check, validated: true, origins });
                }
                _ => {
                    let message = "only NOT NULL, DEFAULT and CHECK are possible for domains";
                    return Err(Stop::refused("42601", constraint.span, message));
                }
            }
        }
        let count = domain.constraints.len() as u32;
        let (kind, origins) = (TypeKind::Domain(domain), Origins::created(span));
        let id = if let Some(id) = shell {
            self.catalog.complete_type(id, kind, origins);
            id
        } else {
            let name = create.name.name.text.clone();
            self.catalog.add_type(UserType { schema, name, kind, owner: None, origins })
        };
        for at in 0..count {
            self.catalog.link(ObjectId::DomainConstraint(id, at));
        }
        Ok(Applied::Schema)
    }

    /// The written name, or `domain_check`, `domain_check1`, …
    fn domain_constraint_name(
        &self,
        schema: SchemaId,
        domain: &str,
        constraints: &[DomainConstraint],
        written: Option<&Name>,
    ) -> Result<Box<str>> {
        let taken = |name: &str| constraints.iter().any(|constraint| &*constraint.name == name);
        match written {
            Some(name) if taken(&name.text) => {
                let message = format!("constraint \"{}\" for domain \"{domain}\" already exists", name.text);
                Err(Stop::refused("42710", name.span, message))
            }
            Some(name) => Ok(name.text.clone()),
            None => Ok(names::choose_name(domain, None, "check", |name| {
                taken(name) || self.catalog.constraint_name_used(schema, name)
            })
            .into()),
        }
    }

    pub(super) fn domain_constraint(&self, id: TypeId, name: &Name) -> Result<u32> {
        let entry = &self.catalog.types[id];
        let found = match &entry.kind {
            TypeKind::Domain(domain) => domain.constraints.iter().position(|entry| entry.name == name.text),
            _ => None,
        };
        found.map(|at| at as u32).ok_or_else(|| {
            let message = format!("constraint \"{}\" of domain \"{}\" does not exist", name.text, entry.name);
            Stop::refused("42704", name.span, message)
        })
    }

    pub(super) fn alter_domain(&mut self, alter: &AlterDomain, span: Span) -> Result<Applied> {
        let id = self.user_type(&alter.name)?;
        let TypeKind::Domain(domain) = &self.catalog.types[id].kind else {
            let message = format!("\"{}\" is not a domain", alter.name.name.text);
            return Err(Stop::refused("42809", alter.name.span(), message));
        };
        let mut domain = domain.clone();
        let mut touched = None;
        match &alter.action {
            AlterDomainAction::SetDefault(sql) => {
                domain.default = Some(self.expression(*sql, Scope::None)?);
                touched = Some(Attribute::DEFAULT);
            }
            AlterDomainAction::DropDefault => {
                domain.default = None;
                touched = Some(Attribute::DEFAULT);
            }
            AlterDomainAction::SetNotNull => {
                domain.not_null = true;
                touched = Some(Attribute::NOT_NULL);
            }
            AlterDomainAction::DropNotNull => {
                domain.not_null = false;
                touched = Some(Attribute::NOT_NULL);
            }
            AlterDomainAction::AddConstraint(tree::DomainConstraint::NotNull { .. }) => {
                domain.not_null = true;
                touched = Some(Attribute::NOT_NULL);
            }
            AlterDomainAction::AddConstraint(tree::DomainConstraint::Check(constraint)) => {
                let TableConstraintKind::Check { expression, .. } = &constraint.kind else {
                    return Err(not_modelled("a domain constraint of this kind", constraint.span));
                };
                let entry = &self.catalog.types[id];
                let name = self.domain_constraint_name(
                    entry.schema,
                    &entry.name,
                    &domain.constraints,
                    constraint.name.as_ref(),
                )?;
                domain.constraints.push(DomainConstraint {
                    name,
                    check: self.expression(*expression, Scope::None)?,
                    validated: constraint.attributes.not_valid.is_none(),
                    origins: Origins::created(constraint.span),
                });
            }
            AlterDomainAction::DropConstraint { if_exists, name, .. } => {
                match self.domain_constraint(id, name) {
                    Ok(at) => {
                        domain.constraints.remove(at as usize);
                        self.shift_domain_comments(id, at);
                    }
                    Err(_) if *if_exists => {}
                    Err(stop) => return Err(stop),
                }
            }
            AlterDomainAction::ValidateConstraint(name) => {
                let at = self.domain_constraint(id, name)? as usize;
                domain.constraints[at].validated = true;
                domain.constraints[at].origins.set(Attribute::VALIDATED, span);
            }
        }
        let count = domain.constraints.len() as u32;
        self.catalog.types[id].kind = TypeKind::Domain(domain);
        if let Some(attribute) = touched {
            self.catalog.types[id].origins.set(attribute, span);
        }
        self.catalog.link(id.into());
        for at in 0..count {
            self.catalog.link(ObjectId::DomainConstraint(id, at));
        }
        Ok(Applied::Schema)
    }

    /// Constraints of a domain are known by their place: what comes after a dropped one moves up.
    fn shift_domain_comments(&mut self, id: TypeId, dropped: u32) {
        self.catalog.comments.remove(&ObjectId::DomainConstraint(id, dropped));
        let later: Vec<_> = self
            .catalog
            .comments
            .range(ObjectId::DomainConstraint(id, dropped + 1)..=ObjectId::DomainConstraint(id, u32::MAX))
            .map(|(object, _)| *object)
            .collect();
        for object in later {
            if let (ObjectId::DomainConstraint(id, at), Some(comment)) =
                (object, self.catalog.comments.remove(&object))
            {
                self.catalog.comments.insert(ObjectId::DomainConstraint(id, at - 1), comment);
            }
        }
    }

    /// True when `CASCADE` was written.
    pub(super) fn cascades(behaviour: DropBehaviour) -> bool {
        behaviour == DropBehaviour::Cascade
    }
}

fn enum_labels(labels: &[StringLiteral]) -> Result<Vec<EnumLabel>> {
    let mut list: Vec<EnumLabel> = Vec::new();
    for label in labels {
        if label.value.len() > names::MAX_NAME_BYTES {
            return Err(label_too_long(label));
        }
        if list.iter().any(|earlier| earlier.name == label.value) {
            // Only the unique index of pg_enum notices, so the message is the index's.
            let message = "duplicate key value violates unique constraint \"pg_enum_typid_label_index\"";
            return Err(Stop::refused("23505", label.span, message)
                .help(format!("the label '{}' is listed twice", label.value)));
        }
        list.push(EnumLabel { name: label.value.clone(), origins: Origins::created(label.span) });
    }
    Ok(list)
}

fn label_too_long(label: &StringLiteral) -> Stop {
    Stop::refused("42602", label.span, format!("invalid enum label \"{}\"", label.value))
        .help("a label has at most 63 bytes")
}

fn label_position(labels: &[EnumLabel], wanted: &StringLiteral) -> Result<usize> {
    labels.iter().position(|label| label.name == wanted.value).ok_or_else(|| {
        Stop::refused("22023", wanted.span, format!("\"{}\" is not an existing enum label", wanted.value))
    })
}

/// A domain is null or not, and has one default.
fn check_domain_constraints(constraints: &[crate::syntax::tree::ColumnConstraint]) -> Result<()> {
    let (mut null, mut default) = (None, false);
    for constraint in constraints {
        let refused =
            |state: &'static str, message: &str| Err(Stop::refused(state, constraint.span, message));
        match constraint.kind {
            ColumnConstraintKind::NotNull { .. } | ColumnConstraintKind::Null => {
                let own = matches!(constraint.kind, ColumnConstraintKind::Null);
                if *null.get_or_insert(own) != own {
                    return refused("42601", "conflicting NULL/NOT NULL constraints");
                }
            }
            ColumnConstraintKind::Default(_) if default => {
                return refused("42601", "multiple default expressions");
            }
            ColumnConstraintKind::Default(_) => default = true,
            ColumnConstraintKind::Check { no_inherit: true, .. } => {
                return refused("42P17", "check constraints for domains cannot be marked NO INHERIT");
            }
            _ => {}
        }
    }
    Ok(())
}
