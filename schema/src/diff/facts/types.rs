//! Facts of types and sequences.

use super::{Expression, Facts, Value};
use crate::catalog::{Attribute, DataType, Domain, ObjectId, Persistence, SequenceId, TypeId, TypeKind};
use crate::dump::print;

/// The type whose values a range holds.
pub(in crate::diff) const SUBTYPE: Attribute = Attribute("subtype");

impl Facts<'_> {
    pub(super) fn user_type(&mut self, id: TypeId) {
        let catalog = self.catalog;
        let ty = &catalog.types[id];
        let mut facts = self.object(id.into(), ty.kind.word(), &ty.origins);
        facts.role(ty.owner.as_deref());
        match &ty.kind {
            TypeKind::Enum(labels) => {
                // The newest label is what a difference is about, where the type itself was not set again.
                let origin = labels.iter().filter_map(|label| label.origins.creation()).max();
                let labels = labels.iter().map(|label| Value::Text(label.name.to_string())).collect();
                facts.push(Attribute::LABELS, Value::List(labels), origin.or(ty.origins.creation()));
            }
            TypeKind::Domain(domain) => {
                facts.text(Attribute::TYPE, domain.base.print(catalog));
                facts.flag(Attribute::NOT_NULL, domain.not_null);
                facts.optional(Attribute::COLLATION, domain.collation.as_deref());
                let default = domain.default.as_ref().map(|text| facts.typed(text, &domain.base));
                facts.value(Attribute::DEFAULT, default.unwrap_or_else(Value::none));
                self.domain_constraints(id, domain);
            }
            TypeKind::Composite(attributes) => {
                let origin = attributes.iter().filter_map(|attribute| attribute.origins.creation()).max();
                let list = attributes
                    .iter()
                    .map(|attribute| Value::Text(print::composite_attribute(catalog, attribute)))
                    .collect();
                facts.push(Attribute::COLUMNS, Value::List(list), origin.or(ty.origins.creation()));
            }
            TypeKind::Range(range) => {
                facts.text(SUBTYPE, range.subtype.print(catalog));
                // One side has words as written, the other what the server made of them.
                let options: Vec<_> =
                    range.options.iter().map(|(name, value)| format!("{name} = {value}")).collect();
                facts.value(Attribute::OPTIONS, Value::Opaque(options.join(", ")));
            }
            TypeKind::Base => {}
        }
    }

    fn domain_constraints(&mut self, id: TypeId, domain: &Domain) {
        let catalog = self.catalog;
        let TypeKind::Domain(stored) = &catalog.types[id].kind else { return };
        for (constraint, at) in stored.constraints.iter().zip(0..) {
            let object = ObjectId::DomainConstraint(id, at);
            let mut facts = self.object(object, "check", &constraint.origins);
            let check = Value::Expression(Expression {
                text: constraint.check.print(catalog),
                columns_of: None,
                value_type: Some(domain.base.clone()),
                expected: DataType::builtin("bool"),
            });
            facts.value(Attribute::DEFINITION, check);
            facts.flag(Attribute::VALIDATED, constraint.validated);
        }
    }

    pub(super) fn sequence(&mut self, id: SequenceId) {
        let catalog = self.catalog;
        let sequence = &catalog.sequences[id];
        let word = if sequence.identity { "identity sequence" } else { "sequence" };
        let mut facts = self.object(id.into(), word, &sequence.origins);
        facts.role(sequence.owner.as_deref().filter(|_| sequence.owned_by.is_none()));
        facts.text(Attribute::TYPE, sequence.data_type.print(catalog));
        facts.number(Attribute::START, sequence.start);
        facts.number(Attribute::INCREMENT, sequence.increment);
        facts.number(Attribute::MIN, sequence.min);
        facts.number(Attribute::MAX, sequence.max);
        facts.number(Attribute::CACHE, sequence.cache);
        facts.flag(Attribute::CYCLE, sequence.cycle);
        let owner = sequence.owned_by.map(|column| catalog.printed_name(column.into()));
        facts.optional(Attribute::OWNED_BY, owner.as_deref());
        if !sequence.identity {
            let unlogged = sequence.persistence == Persistence::Unlogged;
            facts.text(Attribute::PERSISTENCE, if unlogged { "unlogged" } else { "permanent" });
        }
    }
}
