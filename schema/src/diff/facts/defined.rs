//! Facts of the rarer kinds of objects, and of what few objects of the other kinds have.

use super::{Facts, ObjectFacts, Value};
use crate::catalog::{DefinedId, DefinedKind, ObjectId, PropertyValue, RelationId, property};

impl Facts<'_> {
    pub(super) fn defined(&mut self, id: DefinedId) {
        let entry = &self.catalog.defined[id];
        let mut facts = self.object(id.into(), entry.kind.message_words(), &entry.origins);
        if entry.kind != DefinedKind::DefaultPrivileges {
            facts.role(entry.owner.as_deref());
        }
    }
}

impl ObjectFacts<'_, '_> {
    /// What the object is made of beyond its own fields.
    pub(super) fn properties(&mut self) {
        let columns_of = match self.object {
            ObjectId::Defined(id) => self.catalog.defined[id].relation,
            _ => None,
        };
        for attribute in self.catalog.property_attributes(self.object) {
            let found = self.catalog.property(self.object, *attribute);
            // Servers before PostgreSQL 18 keep no such name: it is compared where both sides have one.
            if found.is_none() && *attribute == property::NOT_NULL_NAME {
                continue;
            }
            let mut value = found.map_or_else(Value::none, |value| self.property(value, columns_of));
            // What a publication sends has no order.
            if let (property::TABLES | property::SCHEMAS, Value::List(list)) = (*attribute, &mut value) {
                list.sort_by_key(Value::text);
            }
            self.value(*attribute, value);
        }
    }

    fn property(&self, value: &PropertyValue, columns_of: Option<RelationId>) -> Value {
        match (value, columns_of) {
            (PropertyValue::Expression(text), Some(relation)) => self.expression(text, relation),
            (PropertyValue::Expression(text) | PropertyValue::Sql(text), _) => {
                Value::Opaque(text.print(self.catalog))
            }
            (PropertyValue::List(values), _) => {
                Value::List(values.iter().map(|value| self.property(value, columns_of)).collect())
            }
            (other, _) => Value::Text(other.plain(self.catalog)),
        }
    }
}
