//! Collations and operator classes as columns and keys hold them: by printed names, which follow every rename.

use super::{Catalog, DefinedId, DefinedKind, ObjectId, TypeKind};

impl Catalog {
    /// The collation of the schema that a printed name (`public.ci`) means.
    pub fn collation_printed(&self, printed: &str) -> Option<DefinedId> {
        self.definition_printed(DefinedKind::Collation, printed)
    }

    /// The operator class of the schema that a printed name means.
    pub fn operator_class_printed(&self, printed: &str) -> Option<DefinedId> {
        self.definition_printed(DefinedKind::OperatorClass, printed)
    }

    fn definition_printed(&self, kind: DefinedKind, printed: &str) -> Option<DefinedId> {
        // What PostgreSQL ships is printed without a schema.
        if !printed.contains('.') {
            return None;
        }
        let mut all = self.defined.iter().filter(|(_, entry)| entry.kind == kind);
        all.find(|(id, _)| self.printed_name((*id).into()) == printed).map(|(id, _)| id)
    }

    /// What is held by its printed name and would get another with `object`, with that name.
    pub(super) fn held_by_name(&self, object: ObjectId) -> Vec<(DefinedId, String)> {
        let concerned = |id: &DefinedId| match object {
            ObjectId::Defined(own) => own == *id,
            ObjectId::Schema(schema) => self.defined[*id].schema == Some(schema),
            _ => false,
        };
        if !matches!(object, ObjectId::Defined(_) | ObjectId::Schema(_)) {
            return Vec::new();
        }
        let kinds = [DefinedKind::Collation, DefinedKind::OperatorClass];
        let all = self.defined.iter().filter(|(_, entry)| kinds.contains(&entry.kind));
        all.map(|(id, _)| id)
            .filter(concerned)
            .map(|id| (id, self.printed_name(ObjectId::Defined(id))))
            .collect()
    }

    /// Writes present names wherever the former ones are held.
    pub(super) fn follow_names(&mut self, former: &[(DefinedId, String)]) {
        for (id, old) in former {
            let new = self.printed_name((*id).into());
            if new != *old {
                self.replace_name(self.defined[*id].kind, old, &new);
            }
        }
    }

    fn replace_name(&mut self, kind: DefinedKind, old: &str, new: &str) {
        let change = |text: &mut Option<Box<str>>| {
            if text.as_deref() == Some(old) {
                *text = Some(new.into());
            }
        };
        for id in self.indexes.ids().collect::<Vec<_>>() {
            for key in &mut self.indexes[id].keys {
                change(if kind == DefinedKind::Collation { &mut key.collation } else { &mut key.opclass });
            }
        }
        for id in self.relations.ids().collect::<Vec<_>>() {
            for part in self.relations[id].partition_key.iter_mut().flat_map(|key| &mut key.keys) {
                change(if kind == DefinedKind::Collation { &mut part.collation } else { &mut part.opclass });
            }
        }
        if kind != DefinedKind::Collation {
            return;
        }
        for id in self.columns.ids().collect::<Vec<_>>() {
            change(&mut self.columns[id].collation);
        }
        for id in self.types.ids().collect::<Vec<_>>() {
            match &mut self.types[id].kind {
                TypeKind::Domain(domain) => change(&mut domain.collation),
                TypeKind::Composite(attributes) => {
                    for attribute in attributes {
                        change(&mut attribute.collation);
                    }
                }
                TypeKind::Range(range) => {
                    for (name, value) in &mut range.options {
                        if &**name == "collation" && **value == *old {
                            *value = new.into();
                        }
                    }
                }
                TypeKind::Enum(_) | TypeKind::Base => {}
            }
        }
    }
}
