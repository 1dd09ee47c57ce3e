//! Statements that every kind of object shares: `RENAME`, `SET SCHEMA`, `OWNER TO`.

use super::Replayer;
use super::stop::{Applied, Result, Stop, not_modelled};
use crate::catalog::{
    Attribute, ClassEntry, FunctionId, ObjectId, RelationId, SchemaId, TypeEntry, TypeKind,
};
use crate::source::Span;
use crate::syntax::tree::{
    ChangeOwner, Name, ObjectKind, ObjectName, Rename, RenamePart, Role, RoleKind, SetSchema,
};

impl Replayer<'_> {
    pub(super) fn rename(&mut self, rename: &Rename, span: Span) -> Result<Applied> {
        let object = match self.renamed_object(rename) {
            Ok(object) => object,
            Err(Stop::Refused(diagnostic))
                if rename.if_exists && diagnostic.sqlstate.as_deref() == Some("42P01") =>
            {
                return Ok(Applied::Nothing("ALTER … RENAME IF EXISTS"));
            }
            Err(stop) => return Err(stop),
        };
        let new = &rename.new_name;
        match (&rename.part, object) {
            (None, object) => self.rename_object(object, new, span)?,
            (Some(RenamePart::Column(old)), ObjectId::Relation(relation)) => {
                let column = self.column(relation, old)?;
                if rename.only && !self.child_columns(column).is_empty() {
                    let message =
                        format!("inherited column \"{}\" must be renamed in child tables too", old.text);
                    return Err(Stop::refused("42P16", old.span, message));
                }
                self.rename_column(relation, old, new, span)?;
            }
            (Some(RenamePart::Constraint(old)), ObjectId::Relation(relation)) => {
                let Some(id) = self.constraint_named(relation, &old.text) else {
                    let message = format!(
                        "constraint \"{}\" for table \"{}\" does not exist",
                        old.text, self.catalog.relations[relation].name
                    );
                    return Err(Stop::refused("42704", old.span, message));
                };
                for id in self.constraints_renamed(id, old, rename.only)? {
                    self.rename_object(id.into(), new, span)?;
                }
            }
            (Some(RenamePart::Constraint(old)), ObjectId::Type(id)) => {
                let at = self.domain_constraint(id, old)? as usize;
                if let TypeKind::Domain(domain) = &mut self.catalog.types[id].kind {
                    domain.constraints[at].name = new.text.clone();
                    domain.constraints[at].origins.set(Attribute::NAME, span);
                }
            }
            (Some(RenamePart::Attribute(old)), ObjectId::Type(id)) => {
                self.refuse_typed_tables(id, Self::cascades(rename.behaviour), span)?;
                let TypeKind::Composite(attributes) = &mut self.catalog.types[id].kind else {
                    return Err(Stop::refused("42809", old.span, "only composite types have attributes"));
                };
                let Some(attribute) = attributes.iter_mut().find(|attribute| attribute.name == old.text)
                else {
                    return Err(Stop::refused(
                        "42703",
                        old.span,
                        format!("column \"{}\" does not exist", old.text),
                    ));
                };
                attribute.name = new.text.clone();
                attribute.origins.set(Attribute::NAME, span);
                for (view, _) in self.catalog.dependents(id.into()) {
                    if let ObjectId::Relation(view) = view
                        && let Some(view) = &mut self.catalog.relations[view].view
                    {
                        view.rename_attribute(id.into(), &old.text, &new.text);
                    }
                }
                for table in self.typed_tables(id) {
                    if let Some(column) = self.catalog.column_named(table, &old.text) {
                        self.catalog.rename(column.into(), self.catalog.public(), &new.text);
                        self.mark(column.into(), Attribute::NAME, span);
                    }
                }
            }
            (Some(_), _) => return Err(not_modelled("this RENAME", span)),
        }
        Ok(Applied::Schema)
    }

    /// `ALTER TABLE … RENAME` also takes views, indexes and sequences; the other words are exact.
    fn renamed_object(&self, rename: &Rename) -> Result<ObjectId> {
        if let (
            ObjectName::Qualified(name),
            ObjectKind::Table
            | ObjectKind::Index
            | ObjectKind::View
            | ObjectKind::MaterializedView
            | ObjectKind::ForeignTable,
        ) = (&rename.object.name, rename.object.kind)
        {
            let found = self.find_class(name)?;
            // Columns are renamed whatever word stands before the relation.
            if let (Some(entry), None) = (found, &rename.part) {
                self.right_kind(rename.object.kind, entry, name)?;
            }
            return match found {
                Some(ClassEntry::Relation(id)) => Ok(id.into()),
                Some(ClassEntry::Index(id)) => Ok(id.into()),
                Some(ClassEntry::Sequence(id)) => Ok(id.into()),
                Some(ClassEntry::Composite(id)) => Ok(id.into()),
                None => {
                    let message = format!("relation \"{}\" does not exist", Self::display_name(name));
                    Err(Stop::refused("42P01", name.span(), message))
                }
            };
        }
        self.address(&rename.object)
    }

    fn rename_object(&mut self, object: ObjectId, new: &Name, span: Span) -> Result<()> {
        let schema = match object {
            ObjectId::Relation(id) => self.catalog.relations[id].schema,
            ObjectId::Index(id) => self.catalog.relations[self.catalog.indexes[id].relation].schema,
            ObjectId::Sequence(id) => self.catalog.sequences[id].schema,
            ObjectId::Type(id) => self.catalog.types[id].schema,
            ObjectId::Function(id) => self.catalog.functions[id].schema,
            ObjectId::Defined(id) => self.catalog.defined[id].schema.unwrap_or_else(|| self.catalog.public()),
            _ => self.catalog.public(),
        };
        self.name_free(object, schema, new)?;
        self.note_absent_object(object);
        self.catalog.rename(object, schema, &new.text);
        self.mark(object, Attribute::NAME, span);
        // A constraint and its index bear one name.
        match object {
            ObjectId::Constraint(id) => {
                if let Some(index) = self.catalog.constraints[id].kind.index() {
                    let schema = self.catalog.relations[self.catalog.constraints[id].relation].schema;
                    self.catalog.rename(index.into(), schema, &new.text);
                    self.mark(index.into(), Attribute::NAME, span);
                }
            }
            ObjectId::Index(id) => {
                if let Some(constraint) = self.catalog.indexes[id].constraint {
                    self.catalog.rename(constraint.into(), schema, &new.text);
                    self.mark(constraint.into(), Attribute::NAME, span);
                }
            }
            _ => {}
        }
        Ok(())
    }

    fn name_free(&self, object: ObjectId, schema: SchemaId, new: &Name) -> Result<()> {
        let name = &*new.text;
        let (taken, state, what) = match object {
            ObjectId::Relation(_) | ObjectId::Index(_) | ObjectId::Sequence(_) => {
                (self.catalog.class(schema, name).is_some(), "42P07", "relation")
            }
            ObjectId::Type(_) => (self.catalog.type_named(schema, name).is_some(), "42710", "type"),
            ObjectId::Schema(_) => (self.catalog.schema(name).is_some(), "42P06", "schema"),
            ObjectId::Constraint(id) => {
                let constraint = &self.catalog.constraints[id];
                let taken = self.constraint_named(constraint.relation, name).is_some()
                    || (constraint.kind.index().is_some()
                        && self
                            .catalog
                            .class(self.catalog.relations[constraint.relation].schema, name)
                            .is_some());
                (taken, "42710", "constraint")
            }
            ObjectId::Policy(id) => {
                let mut others = self.catalog.policies_of(self.catalog.policies[id].relation).iter();
                (others.any(|other| &*self.catalog.policies[*other].name == name), "42710", "policy")
            }
            ObjectId::Trigger(id) => {
                (self.trigger_named(self.catalog.triggers[id].relation, name).is_some(), "42710", "trigger")
            }
            ObjectId::Function(id) => {
                let inputs: Vec<_> = self.catalog.functions[id]
                    .arguments
                    .iter()
                    .filter(|argument| argument.mode.is_input())
                    .map(|argument| argument.ty.clone())
                    .collect();
                let taken = self.catalog.functions_named(schema, name).iter().any(|other| {
                    let others = self.catalog.functions[*other].arguments.iter();
                    super::resolve::same_types(
                        others.filter(|argument| argument.mode.is_input()).map(|argument| &argument.ty),
                        &inputs,
                    )
                });
                (taken, "42723", "function")
            }
            ObjectId::Defined(id) => (
                self.defined_taken(object, schema, name),
                "42710",
                self.catalog.defined[id].kind.message_words(),
            ),
            _ => (false, "42710", "object"),
        };
        if taken {
            return Err(Stop::refused(state, new.span, format!("{what} \"{name}\" already exists")));
        }
        Ok(())
    }

    fn rename_column(&mut self, relation: RelationId, old: &Name, new: &Name, span: Span) -> Result<()> {
        let column = self.column(relation, old)?;
        if self.catalog.relations[relation].of_type.is_some() {
            return Err(Stop::refused("42809", old.span, "cannot rename column of typed table"));
        }
        // All that inherit it, each with how many of its parents are renamed too.
        let mut renamed = vec![(column, 0)];
        let mut at = 0;
        while let Some((parent, _)) = renamed.get(at).copied() {
            for child in self.child_columns(parent) {
                match renamed.iter_mut().find(|(other, _)| *other == child) {
                    Some((_, parents)) => *parents += 1,
                    None => renamed.push((child, 1)),
                }
            }
            at += 1;
        }
        // PostgreSQL begins with the children.
        for (column, parents) in renamed.iter().rev() {
            let entry = &self.catalog.columns[*column];
            if entry.inherited > *parents {
                let message = format!("cannot rename inherited column \"{}\"", old.text);
                return Err(Stop::refused("42P16", old.span, message));
            }
            if self.catalog.column_named(entry.relation, &new.text).is_some() {
                let message = format!(
                    "column \"{}\" of relation \"{}\" already exists",
                    new.text, self.catalog.relations[entry.relation].name
                );
                return Err(Stop::refused("42701", new.span, message));
            }
        }
        for (column, _) in renamed {
            self.catalog.rename(column.into(), self.catalog.public(), &new.text);
            self.mark(column.into(), Attribute::NAME, span);
        }
        Ok(())
    }

    /// Notes which statement set an attribute.
    pub(super) fn mark(&mut self, object: ObjectId, attribute: Attribute, span: Span) {
        if let Some(origins) = self.catalog.origins_mut(object) {
            origins.set(attribute, span);
        }
    }

    pub(super) fn set_schema(&mut self, set: &SetSchema, span: Span) -> Result<Applied> {
        let object = match self.moved_object(set) {
            Ok(object) => object,
            Err(Stop::Refused(diagnostic))
                if set.if_exists && diagnostic.sqlstate.as_deref() == Some("42P01") =>
            {
                return Ok(Applied::Nothing("ALTER … SET SCHEMA IF EXISTS"));
            }
            Err(stop) => return Err(stop),
        };
        let schema = self.schema_named(&set.schema)?;
        let present = match object {
            ObjectId::Relation(id) => Some(self.catalog.relations[id].schema),
            ObjectId::Sequence(id) => Some(self.catalog.sequences[id].schema),
            ObjectId::Type(id) => Some(self.catalog.types[id].schema),
            ObjectId::Function(id) => Some(self.catalog.functions[id].schema),
            ObjectId::Defined(id) => self.catalog.defined[id].schema,
            _ => None,
        };
        if let ObjectId::Sequence(id) = object
            && self.catalog.sequences[id].owned_by.is_some()
        {
            let message = "cannot move an owned sequence into another schema";
            return Err(Stop::refused("0A000", set.object.span, message));
        }
        if present == Some(schema) {
            return Ok(Applied::Nothing("ALTER … SET SCHEMA to its own"));
        }
        let name: Box<str> = match object {
            ObjectId::Relation(id) => self.catalog.relations[id].name.clone(),
            ObjectId::Sequence(id) => self.catalog.sequences[id].name.clone(),
            ObjectId::Type(id) => self.catalog.types[id].name.clone(),
            ObjectId::Function(id) => self.catalog.functions[id].name.clone(),
            ObjectId::Defined(id) => self.catalog.defined[id].name.clone(),
            ObjectId::Extension(id) => {
                self.move_extension(id, schema, set.object.span, span)?;
                return Ok(Applied::Schema);
            }
            _ => return Err(not_modelled("this SET SCHEMA", span)),
        };
        let taken = match object {
            ObjectId::Type(_) => {
                matches!(self.catalog.type_named(schema, &name), Some(TypeEntry::User(other)) if ObjectId::from(other) != object)
            }
            ObjectId::Function(id) => self.same_signature(id, schema, &name).is_some_and(|other| other != id),
            ObjectId::Defined(_) => self.defined_taken(object, schema, &name),
            _ => self.catalog.class(schema, &name).is_some(),
        };
        if taken {
            let message = format!("\"{name}\" already exists in schema \"{}\"", set.schema.text);
            let state = match object {
                ObjectId::Type(_) | ObjectId::Defined(_) => "42710",
                ObjectId::Function(_) => "42723",
                _ => "42P07",
            };
            return Err(Stop::refused(state, set.schema.span, message));
        }
        self.catalog.rename(object, schema, &name);
        self.mark(object, Attribute::SCHEMA, span);
        // Sequences that columns own move with their table.
        if let ObjectId::Relation(relation) = object {
            let owned: Vec<_> = self
                .catalog
                .sequences
                .iter()
                .filter(|(_, sequence)| {
                    sequence.owned_by.is_some_and(|column| self.catalog.columns[column].relation == relation)
                })
                .map(|(id, sequence)| (id, sequence.name.clone()))
                .collect();
            for (id, name) in owned {
                self.catalog.rename(id.into(), schema, &name);
            }
        }
        Ok(Applied::Schema)
    }

    /// `ALTER TABLE … SET SCHEMA` also takes views and sequences; the other words are exact.
    fn moved_object(&self, set: &SetSchema) -> Result<ObjectId> {
        if let (ObjectKind::Table, ObjectName::Qualified(name)) = (set.object.kind, &set.object.name) {
            match self.find_class(name)? {
                Some(ClassEntry::Relation(id)) => return Ok(id.into()),
                Some(ClassEntry::Sequence(id)) => return Ok(id.into()),
                _ => {}
            }
        }
        self.address(&set.object)
    }

    /// Refuses `ALTER VIEW` of a table and the like; `ALTER TABLE` takes all (`RangeVarCallbackForAlterRelation`).
    pub(super) fn right_kind(
        &self,
        kind: ObjectKind,
        entry: ClassEntry,
        name: &crate::syntax::tree::QualifiedName,
    ) -> Result<()> {
        use crate::catalog::RelationKind;
        let found = match entry {
            ClassEntry::Relation(id) => Some(self.catalog.relations[id].kind),
            _ => None,
        };
        let fits = match kind {
            ObjectKind::View => found == Some(RelationKind::View),
            ObjectKind::MaterializedView => found == Some(RelationKind::MaterializedView),
            ObjectKind::ForeignTable => found == Some(RelationKind::Foreign),
            _ => true,
        };
        if fits {
            return Ok(());
        }
        let message = format!("\"{}\" is not a {}", name.name.text, kind.words().to_lowercase());
        Err(Stop::refused("42809", name.span(), message))
    }

    /// Refuses to change the type of a column that something else has taken the type of.
    pub(super) fn type_may_change(&self, column: crate::catalog::ColumnId, span: Span) -> Result<()> {
        // Children take the new type too.
        for child in self.child_columns(column) {
            self.type_may_change(child, span)?;
        }
        let entry = &self.catalog.columns[column];
        for (dependent, _) in self.catalog.dependents(column.into()) {
            let what = match dependent {
                ObjectId::Relation(id) if self.catalog.relations[id].view.is_some() => "a view or rule",
                ObjectId::Defined(id)
                    if self.catalog.defined[id].kind == crate::catalog::DefinedKind::Rule =>
                {
                    "a view or rule"
                }
                _ => continue,
            };
            let message = format!("cannot alter type of a column used by {what}");
            return Err(Stop::refused("0A000", span, message)
                .map(|diagnostic| {
                    let whole = self.describe(dependent);
                    diagnostic.why(format!("{whole} depends on column \"{}\"", entry.name))
                })
                .label(self.origin_of(dependent), "what uses it")
                .help("drop what uses the column first, and make it again after the change"));
        }
        Ok(())
    }

    /// The function of a name and the same arguments in a schema.
    fn same_signature(&self, id: FunctionId, schema: SchemaId, name: &str) -> Option<FunctionId> {
        let inputs = |id: FunctionId| -> Vec<_> {
            let arguments = self.catalog.functions[id].arguments.iter();
            arguments
                .filter(|argument| argument.mode.is_input())
                .map(|argument| argument.ty.clone())
                .collect()
        };
        let own = inputs(id);
        let named = self.catalog.functions_named(schema, name).iter().copied();
        named.into_iter().find(|other| super::resolve::same_types(inputs(*other).iter(), &own))
    }

    pub(super) fn change_owner(&mut self, change: &ChangeOwner, span: Span) -> Result<Applied> {
        let object = self.address(&change.object)?;
        self.set_owner(object, &change.owner, span);
        Ok(Applied::Schema)
    }

    /// The owner is recorded; whether the role exists is the server's business.
    pub(super) fn set_owner(&mut self, object: ObjectId, role: &Role, span: Span) {
        let owner = match &role.kind {
            RoleKind::Named(name) => Some(name.clone()),
            _ => self.session.role.clone(),
        };
        self.set_owner_name(object, owner, span);
    }
}
