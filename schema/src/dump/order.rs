//! The order in which objects can be created, and the parts that must wait until all are there.

use std::collections::{BTreeMap, BTreeSet};

use crate::catalog::{
    Catalog, ConstraintKind, DefinedKind, ObjectId, RelationId, RelationKind, TypeKind, property,
};

use super::table::Birth;

/// See [`order`].
#[derive(Debug)]
pub(crate) struct Order {
    /// Types, sequences, tables and functions, each after what it needs.
    pub(crate) objects: Vec<ObjectId>,
    /// Column defaults, checks and checks of domains that are written after all objects: those that need what
    /// needs their owner, those not validated, and those that must reach partitions attached later.
    pub(crate) apart: BTreeSet<ObjectId>,
    /// Views that are made with their columns alone before the object at the place, since what their queries need
    /// needs them; they get their queries where they stand in `objects`.
    pub(crate) shells: Vec<(usize, RelationId)>,
}

/// Orders types, sequences, tables and functions by need, else by kind and then by declaration.
pub(crate) fn order(catalog: &Catalog) -> Order {
    let mut walk = Walk {
        catalog,
        states: BTreeMap::new(),
        order: Order { objects: Vec::new(), apart: always_apart(catalog), shells: Vec::new() },
    };
    let all = catalog
        .types
        .ids()
        .map(ObjectId::from)
        .chain(catalog.sequences.ids().map(ObjectId::from))
        .chain(catalog.relations.ids().map(ObjectId::from))
        .chain(catalog.functions.ids().map(ObjectId::from))
        .chain(catalog.defined.ids().map(ObjectId::from));
    for object in all {
        if !walk.visit(object) {
            // A circle that PostgreSQL could not have made: written nevertheless, never lost.
            walk.states.insert(object, State::Done);
            walk.order.objects.push(object);
        }
    }
    walk.order
}

fn always_apart(catalog: &Catalog) -> BTreeSet<ObjectId> {
    let mut apart = BTreeSet::new();
    for (id, constraint) in catalog.constraints.iter() {
        if matches!(constraint.kind, ConstraintKind::Check { .. })
            && (!constraint.validated || has_late_descendants(catalog, constraint.relation))
        {
            apart.insert(ObjectId::from(id));
        }
    }
    for (id, ty) in catalog.types.iter() {
        if let TypeKind::Domain(domain) = &ty.kind {
            let late = domain.constraints.iter().zip(0..).filter(|(constraint, _)| !constraint.validated);
            apart.extend(late.map(|(_, at)| ObjectId::DomainConstraint(id, at)));
        }
    }
    apart
}

/// True when a table below it joins only after it was created, and would be refused if it lacked a check.
fn has_late_descendants(catalog: &Catalog, relation: RelationId) -> bool {
    catalog.children_of(relation).iter().any(|child| {
        matches!(Birth::of(catalog, *child), Birth::Attached | Birth::InheritsLater)
            || has_late_descendants(catalog, *child)
    })
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum State {
    Open,
    Done,
}

struct Walk<'a> {
    catalog: &'a Catalog,
    states: BTreeMap<ObjectId, State>,
    order: Order,
}

impl Walk<'_> {
    /// Puts the object after all that it needs. False when that is an object which is itself being placed.
    fn visit(&mut self, object: ObjectId) -> bool {
        match self.states.get(&object) {
            Some(State::Done) => return true,
            Some(State::Open) => return self.shell(object),
            None => {}
        }
        self.states.insert(object, State::Open);
        for need in self.needs(object) {
            if !self.visit(need) {
                self.states.remove(&object);
                return false;
            }
        }
        for part in self.parts(object) {
            let needs = self.targets(object, &[part]);
            if !needs.into_iter().all(|need| self.visit(need)) {
                self.order.apart.insert(part);
            }
        }
        self.states.insert(object, State::Done);
        self.order.objects.push(object);
        true
    }

    /// Makes a view that is being placed with its columns alone, so that what needs it can come before its query.
    fn shell(&mut self, object: ObjectId) -> bool {
        let ObjectId::Relation(id) = object else { return false };
        if self.catalog.relations[id].kind != RelationKind::View {
            return false;
        }
        if self.order.shells.iter().any(|(_, shell)| *shell == id) {
            return true;
        }
        let columns: Vec<ObjectId> =
            self.catalog.relations[id].columns.iter().map(|column| (*column).into()).collect();
        let types = self.targets(object, &columns);
        if types.into_iter().all(|ty| self.states.get(&ty) == Some(&State::Done) || self.visit(ty)) {
            self.order.shells.push((self.order.objects.len(), id));
            return true;
        }
        false
    }

    /// What must be there before the object itself.
    fn needs(&self, object: ObjectId) -> Vec<ObjectId> {
        match object {
            // Its owner is told after the tables.
            ObjectId::Sequence(_) => Vec::new(),
            ObjectId::Relation(id) => {
                let mut of = vec![object];
                for &column in &self.catalog.relations[id].columns {
                    of.push(column.into());
                    if self.catalog.columns[column].generated.is_some() {
                        of.push(ObjectId::Default(column));
                    }
                }
                self.targets(object, &of)
            }
            // The functions of a base type, or of a range that has a canonical form, are made when it is a shell.
            ObjectId::Function(_) => {
                let mut targets = self.targets(object, &[object]);
                targets.retain(|target| {
                    let mut is_part = false;
                    let parts = [property::BASE_TYPE, property::CANONICAL];
                    if parts.iter().any(|part| self.catalog.property(*target, *part).is_some()) {
                        self.catalog.dependencies(*target, &mut |part, _| is_part |= part == object);
                    }
                    !is_part
                });
                targets
            }
            ObjectId::Defined(id) if self.catalog.defined[id].kind == DefinedKind::OperatorClass => {
                let mut found = self.targets(object, &[object]);
                for item in self.catalog.class_members(id) {
                    item.each_object(&mut |target| {
                        if let Some(target) = self.whole(target)
                            && target != object
                            && self.catalog.is_live(target)
                            && !found.contains(&target)
                        {
                            found.push(target);
                        }
                    });
                }
                found
            }
            _ => self.targets(object, &[object]),
        }
    }

    /// The parts that can be written apart from the object.
    fn parts(&self, object: ObjectId) -> Vec<ObjectId> {
        match object {
            ObjectId::Type(id) => match &self.catalog.types[id].kind {
                TypeKind::Domain(domain) => domain
                    .constraints
                    .iter()
                    .zip(0..)
                    .map(|(_, at)| ObjectId::DomainConstraint(id, at))
                    .collect(),
                _ => Vec::new(),
            },
            ObjectId::Relation(id) => {
                let columns = self.catalog.relations[id].columns.iter();
                let defaults = columns.filter(|column| self.catalog.columns[**column].default.is_some());
                let checks = self.catalog.constraints_of(id).iter().filter(|constraint| {
                    matches!(self.catalog.constraints[**constraint].kind, ConstraintKind::Check { .. })
                });
                defaults.map(|id| ObjectId::Default(*id)).chain(checks.map(|id| (*id).into())).collect()
            }
            _ => Vec::new(),
        }
    }

    /// The objects that `of` (the object or parts of it) refer to, without the object itself.
    fn targets(&self, object: ObjectId, of: &[ObjectId]) -> Vec<ObjectId> {
        let mut found = Vec::new();
        for &part in of {
            self.catalog.dependencies(part, &mut |target, _| {
                if let Some(target) = self.whole(target)
                    && target != object
                    && self.catalog.is_live(target)
                    && !found.contains(&target)
                {
                    found.push(target);
                }
            });
        }
        found
    }

    /// The object whose creation brings `target` into being.
    fn whole(&self, target: ObjectId) -> Option<ObjectId> {
        let catalog = self.catalog;
        Some(match target {
            ObjectId::Type(_) | ObjectId::Relation(_) | ObjectId::Function(_) | ObjectId::Defined(_) => {
                target
            }
            ObjectId::Sequence(id) => match catalog.sequences[id].owned_by {
                Some(column) if catalog.sequences[id].identity => catalog.columns[column].relation.into(),
                _ => target,
            },
            ObjectId::Column(id) | ObjectId::Default(id) => catalog.columns[id].relation.into(),
            ObjectId::Constraint(id) => catalog.constraints[id].relation.into(),
            ObjectId::Index(id) => catalog.indexes[id].relation.into(),
            ObjectId::DomainConstraint(id, _) => id.into(),
            ObjectId::Schema(_) | ObjectId::Extension(_) | ObjectId::Trigger(_) | ObjectId::Policy(_) => {
                return None;
            }
        })
    }
}
