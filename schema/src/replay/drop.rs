//! `DROP`: `RESTRICT` and `CASCADE` along the dependency edges.

use rustc_hash::FxHashSet;

use super::Replayer;
use super::stop::{Applied, Result, Stop};
use crate::catalog::{DependencyKind, ObjectId};
use crate::source::Span;
use crate::syntax::tree::{Drop, ObjectKind, ObjectName};

impl Replayer<'_> {
    pub(super) fn drop_statement(&mut self, drop: &Drop, _span: Span) -> Result<Applied> {
        let mut objects = Vec::new();
        for address in &drop.objects {
            self.not_of_system(address)?;
            if let ObjectName::OfAccessMethod { method, .. } = &address.name {
                // IF EXISTS does not forgive a missing method.
                self.method_property(method)?;
            }
            self.not_of_extension(address)?;
            match self.address(address) {
                Ok(object) => {
                    self.may_be_dropped(drop.kind, object, address.span)?;
                    objects.push((object, address.span));
                }
                // IF EXISTS also forgives a missing schema or table around the object.
                Err(Stop::Refused(diagnostic))
                    if drop.if_exists
                        && diagnostic.sqlstate.as_deref().is_some_and(|state| MISSING.contains(&state)) =>
                {
                    self.note_absent_at(address.span);
                }
                Err(stop) => return Err(stop),
            }
        }
        if objects.is_empty() {
            return Ok(Applied::Nothing("DROP IF EXISTS"));
        }
        // A type named as a domain, or the reverse, is refused by PostgreSQL; tables' row types too.
        for (object, span) in &objects {
            if let (ObjectName::Type(_), ObjectId::Relation(id)) = (&drop.objects[0].name, object) {
                let message =
                    format!("cannot drop type {} because a table needs it", self.catalog.relations[*id].name);
                return Err(Stop::refused("2BP01", *span, message).help("drop the table instead"));
            }
        }
        self.drop_objects(&objects, Self::cascades(drop.behaviour))?;
        Ok(Applied::Schema)
    }

    /// What is part of something else cannot go alone.
    fn may_be_dropped(&self, kind: ObjectKind, object: ObjectId, span: Span) -> Result<()> {
        if let (ObjectKind::Function, ObjectId::Function(id)) = (kind, object)
            && self.catalog.functions[id].kind == crate::catalog::FunctionKind::Aggregate
        {
            let message = format!("\"{}\" is an aggregate function", self.catalog.functions[id].name);
            return Err(
                Stop::refused("42809", span, message).help("use DROP AGGREGATE to drop aggregate functions")
            );
        }
        if let (ObjectKind::Index, ObjectId::Index(id)) = (kind, object)
            && let Some(constraint) = self.catalog.indexes[id].constraint
        {
            let message = format!(
                "cannot drop index {} because constraint {} on table {} requires it",
                self.catalog.indexes[id].name,
                self.catalog.constraints[constraint].name,
                self.catalog.relations[self.catalog.indexes[id].relation].name
            );
            return Err(Stop::refused("2BP01", span, message).help("drop the constraint instead"));
        }
        if let (ObjectKind::Index, ObjectId::Index(id)) = (kind, object)
            && let Some(parent) = self.catalog.indexes[id].parent
        {
            let message = format!(
                "cannot drop index {} because index {} requires it",
                self.catalog.indexes[id].name, self.catalog.indexes[parent].name
            );
            return Err(
                Stop::refused("2BP01", span, message).help("drop the index of the partitioned table instead")
            );
        }
        if let ObjectId::Sequence(id) = object
            && let Some(column) =
                self.catalog.sequences[id].owned_by.filter(|_| self.catalog.sequences[id].identity)
        {
            let message = format!(
                "cannot drop sequence {} because column {} requires it",
                self.catalog.sequences[id].name,
                self.catalog.printed_name(column.into())
            );
            return Err(Stop::refused("2BP01", span, message).help("drop the identity of the column instead"));
        }
        if let ObjectId::Trigger(id) = object
            && let Some(parent) = self.catalog.triggers[id].parent
        {
            let table = self.catalog.triggers[parent].relation;
            let message = format!(
                "cannot drop trigger {} because trigger on table {} requires it",
                self.catalog.triggers[id].name, self.catalog.relations[table].name
            );
            return Err(Stop::refused("2BP01", span, message));
        }
        Ok(())
    }

    /// Drops the objects and what goes with them; without `cascade`, refuses when others depend on them.
    pub(super) fn drop_objects(&mut self, objects: &[(ObjectId, Span)], cascade: bool) -> Result<()> {
        let mut order: Vec<ObjectId> = objects.iter().map(|(object, _)| *object).collect();
        let mut doomed: FxHashSet<ObjectId> = order.iter().copied().collect();
        let mut blocking: Vec<(ObjectId, ObjectId)> = Vec::new();
        let mut at = 0;
        while at < order.len() {
            let object = order[at];
            at += 1;
            for (dependent, kind) in self.catalog.dependents(object) {
                if doomed.contains(&dependent) {
                    continue;
                }
                if kind == DependencyKind::Normal && !cascade {
                    blocking.push((dependent, object));
                    continue;
                }
                doomed.insert(dependent);
                order.push(dependent);
            }
        }
        // What blocks may go for another reason: the objects of one table depend on each other.
        blocking.retain(|(dependent, _)| !doomed.contains(dependent));
        if let (Some((dependent, target)), Some((first, span))) = (blocking.first(), objects.first()) {
            let message = format!("cannot drop {} because other objects depend on it", self.describe(*first));
            let mut list: Vec<String> = blocking
                .iter()
                .take(5)
                .map(|(dependent, target)| {
                    format!("{} depends on {}", self.describe(*dependent), self.describe(*target))
                })
                .collect();
            if blocking.len() > list.len() {
                list.push(format!("and {} more", blocking.len() - list.len()));
            }
            let _ = target;
            return Err(Stop::refused("2BP01", *span, message)
                .label(self.origin_of(*dependent), "what depends on it")
                .map(|diagnostic| diagnostic.why(list.join("; ")))
                .help("use DROP ... CASCADE to drop the dependent objects too"));
        }
        self.leave_publications(&order, objects.first().map(|(_, span)| *span), cascade)?;
        // Dependents first, so that each is removed while what it belongs to is still there. Constraints of
        // a domain are known by their place: the last goes first.
        order.reverse();
        order.sort_by_key(|object| match object {
            ObjectId::DomainConstraint(_, at) => u32::MAX - at,
            _ => u32::MAX,
        });
        for object in order {
            self.note_absent_object(object);
            self.catalog.remove(object);
        }
        Ok(())
    }

    /// Drops with everything that depends on it, without asking.
    pub(super) fn remove_with_dependents(&mut self, object: ObjectId) {
        let mut order = vec![object];
        let mut doomed: FxHashSet<ObjectId> = FxHashSet::from_iter([object]);
        let mut at = 0;
        while at < order.len() {
            for (dependent, _) in self.catalog.dependents(order[at]) {
                if doomed.insert(dependent) {
                    order.push(dependent);
                }
            }
            at += 1;
        }
        // Without a place and with CASCADE nothing is refused.
        let _ = self.leave_publications(&order, None, true);
        for object in order.into_iter().rev() {
            self.catalog.remove(object);
        }
    }

    /// As PostgreSQL names an object in messages: `constraint c on table t`.
    pub(super) fn describe(&self, object: ObjectId) -> String {
        let catalog = &self.catalog;
        let relation = |id| {
            let entry: &crate::catalog::Relation = &catalog.relations[id];
            format!("{} {}", entry.kind.word(), entry.name)
        };
        match object {
            ObjectId::Schema(id) => format!("schema {}", catalog.schemas[id].name),
            ObjectId::Extension(id) => format!("extension {}", catalog.extensions[id].name),
            ObjectId::Type(id) => format!("type {}", catalog.types[id].name),
            ObjectId::Sequence(id) => format!("sequence {}", catalog.sequences[id].name),
            ObjectId::Relation(id) => relation(id),
            ObjectId::Column(id) => {
                format!("column {} of {}", catalog.columns[id].name, relation(catalog.columns[id].relation))
            }
            ObjectId::Default(id) => format!(
                "default value for column {} of {}",
                catalog.columns[id].name,
                relation(catalog.columns[id].relation)
            ),
            ObjectId::Constraint(id) => {
                format!(
                    "constraint {} on {}",
                    catalog.constraints[id].name,
                    relation(catalog.constraints[id].relation)
                )
            }
            ObjectId::DomainConstraint(id, _) => format!("a constraint of domain {}", catalog.types[id].name),
            ObjectId::Index(id) => format!("index {}", catalog.indexes[id].name),
            ObjectId::Function(id) => format!("function {}", catalog.printed_signature(id)),
            ObjectId::Trigger(id) => {
                format!(
                    "trigger {} on {}",
                    catalog.triggers[id].name,
                    relation(catalog.triggers[id].relation)
                )
            }
            ObjectId::Policy(id) => {
                format!("policy {} on {}", catalog.policies[id].name, relation(catalog.policies[id].relation))
            }
            ObjectId::Defined(id) => format!(
                "{} {}",
                catalog.defined[id].kind.words().to_lowercase(),
                catalog.printed_definition_address(id)
            ),
        }
    }

    pub(super) fn origin_of(&self, object: ObjectId) -> Option<Span> {
        let catalog = &self.catalog;
        match object {
            ObjectId::Schema(id) => catalog.schemas[id].origins.creation(),
            ObjectId::Extension(id) => catalog.extensions[id].origins.creation(),
            ObjectId::Type(id) | ObjectId::DomainConstraint(id, _) => catalog.types[id].origins.creation(),
            ObjectId::Sequence(id) => catalog.sequences[id].origins.creation(),
            ObjectId::Relation(id) => catalog.relations[id].origins.creation(),
            ObjectId::Column(id) => catalog.columns[id].origins.creation(),
            ObjectId::Default(id) => catalog.columns[id].origins.of(crate::catalog::Attribute::DEFAULT),
            ObjectId::Constraint(id) => catalog.constraints[id].origins.creation(),
            ObjectId::Index(id) => catalog.indexes[id].origins.creation(),
            ObjectId::Function(id) => catalog.functions[id].origins.creation(),
            ObjectId::Trigger(id) => catalog.triggers[id].origins.creation(),
            ObjectId::Policy(id) => catalog.policies[id].origins.creation(),
            ObjectId::Defined(id) => catalog.defined[id].origins.creation(),
        }
    }
}

/// Codes that say the object, or what it would be in, is not there.
const MISSING: &[&str] = &["42P01", "42703", "42704", "42883", "3F000"];
