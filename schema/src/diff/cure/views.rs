//! Views: which can be replaced where they are, and which must go and be made anew.

use std::collections::BTreeSet;

use super::super::facts::COLUMN_ORDER;
use super::super::{Change, Difference};
use super::{Cure, Step, drop_whole};
use crate::catalog::{Attribute, Catalog, ObjectId, RelationId, RelationKind};
use crate::dump::print;

impl Cure<'_> {
    /// Drops the views of the right side that cannot be replaced where they are, or that stand in the way of what
    /// else is done, and marks their twins on the left to be made.
    pub(super) fn remake_views(&mut self, differences: &[Difference]) {
        let right = self.right;
        let mut gone = BTreeSet::new();
        for difference in differences {
            gone.extend(self.in_the_way(difference));
        }
        // What reads a view that goes must go before it.
        let mut open: Vec<RelationId> = gone.iter().copied().collect();
        while let Some(view) = open.pop() {
            open.extend(views_on(right, view.into()).into_iter().filter(|found| gone.insert(*found)));
        }
        for object in print::order(right).objects.into_iter().rev() {
            let ObjectId::Relation(id) = object else { continue };
            if !gone.contains(&id) {
                continue;
            }
            self.push(Step::DropParts, drop_whole(right, object));
            self.gone.insert(id);
            let entry = &right.relations[id];
            let twin = self.left.relation(&right.schemas[entry.schema].name, &entry.name);
            self.made.extend(twin.filter(|twin| twin.view.is_some()).map(|twin| ObjectId::from(twin.id)));
        }
    }

    /// The views that must go for a difference to be taken away.
    fn in_the_way(&self, difference: &Difference) -> Vec<RelationId> {
        let right = self.right;
        let view = |id: RelationId| right.relations[id].view.as_ref().map(|_| id);
        match (&difference.change, difference.left, difference.right) {
            (Change::OnlyRight(_), _, Some(object)) => match object {
                ObjectId::Column(id) if view(right.columns[id].relation).is_some() => {
                    vec![right.columns[id].relation]
                }
                ObjectId::Relation(id) => view(id).into_iter().chain(views_on(right, object)).collect(),
                ObjectId::Column(_) | ObjectId::Constraint(_) => views_on(right, object),
                _ => Vec::new(),
            },
            // Replacing adds columns at the end only.
            (Change::OnlyLeft(_), Some(ObjectId::Column(id)), _) => {
                let relation = &self.left.relations[self.left.columns[id].relation];
                let behind = relation.columns.iter().skip_while(|other| **other != id).skip(1);
                let schema = &self.left.schemas[relation.schema].name;
                let twin = right.relation(schema, &relation.name).filter(|twin| twin.view.is_some());
                let followed = twin.is_some_and(|twin| {
                    behind.into_iter().any(|other| twin.column(&self.left.columns[*other].name).is_some())
                });
                let materialized = relation.kind == RelationKind::MaterializedView;
                twin.filter(|_| followed || materialized).map(|twin| twin.id).into_iter().collect()
            }
            (Change::Attribute { attribute, undecidable: false, .. }, _, Some(object)) => match object {
                ObjectId::Column(id) if matches!(*attribute, Attribute::TYPE | Attribute::COLLATION) => {
                    let own = view(right.columns[id].relation);
                    own.into_iter().chain(views_on(right, object)).collect()
                }
                ObjectId::Relation(id) => {
                    let materialized = right.relations[id].kind == RelationKind::MaterializedView;
                    let anew = matches!(*attribute, Attribute::KIND | COLUMN_ORDER)
                        || (materialized
                            && matches!(*attribute, Attribute::DEFINITION | Attribute::ACCESS_METHOD));
                    view(id).filter(|_| anew).into_iter().collect()
                }
                _ => Vec::new(),
            },
            _ => Vec::new(),
        }
    }

    /// The objects of the left side that are made from views that are made, those included: they come when tables
    /// have their new columns.
    pub(super) fn on_made_views(&self) -> BTreeSet<ObjectId> {
        let catalog = self.left;
        let mut found = BTreeSet::new();
        for object in print::order(catalog).objects {
            let is_view = matches!(object, ObjectId::Relation(id) if catalog.relations[id].view.is_some());
            let mut depends = is_view;
            let mut parts = vec![object];
            if let ObjectId::Relation(id) = object {
                parts.extend(catalog.relations[id].columns.iter().map(|id| ObjectId::from(*id)));
            }
            for part in parts {
                catalog.dependencies(part, &mut |target, _| {
                    depends |= found.contains(&target);
                });
            }
            if depends && self.is_made(object) {
                found.insert(object);
            }
        }
        found
    }
}

/// The views whose queries name the object, or a part of it.
fn views_on(catalog: &Catalog, object: ObjectId) -> Vec<RelationId> {
    let mut parts = vec![object];
    if let ObjectId::Relation(id) = object {
        parts.extend(catalog.relations[id].columns.iter().map(|id| ObjectId::from(*id)));
    }
    let dependents = parts.into_iter().flat_map(|part| catalog.dependents(part));
    let mut found: Vec<RelationId> = dependents
        .filter_map(|(dependent, _)| match dependent {
            ObjectId::Relation(id) if catalog.relations[id].view.is_some() => Some(id),
            _ => None,
        })
        .collect();
    found.sort_unstable();
    found.dedup();
    found
}
