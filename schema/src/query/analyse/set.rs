//! `UNION`, `INTERSECT`, `EXCEPT`: the columns of both sides as one (`transformSetOperationTree`).

use super::names::Level;
use super::value::{Collation, Field, Value};
use super::{Analysed, Analyser, Refusal, Unknowns};
use crate::expression::tree::TextRange;
use crate::expression::typing::Nullability;
use crate::expression::typing::coerce::Context;
use crate::expression::typing::types::Ty;
use crate::query::tree::{Body, Query, SetOperand, SetOperation, SetOperator, SetStep};

impl Analyser<'_> {
    pub(super) fn set_operation(&mut self, set: &SetOperation, unknowns: Unknowns) -> Analysed<Vec<Field>> {
        let mut fields = self.operand(&set.first)?;
        for (step, operand) in &set.rest {
            let right = self.operand(operand)?;
            fields = self.combine(fields, right, *step, operand.range)?;
        }
        if unknowns == Unknowns::Text {
            for field in &mut fields {
                field.value = self.known(field.value.clone());
            }
        }
        Ok(fields)
    }

    /// An operand on a level of its own. Constants of no type wait for the other side.
    pub(super) fn operand(&mut self, operand: &SetOperand) -> Analysed<Vec<Field>> {
        match &operand.body {
            Body::Nested(query) => self.query(query, Unknowns::Stay),
            body => {
                self.levels.push(Level::default());
                let found = self.operand_body(body, operand.range);
                self.levels.pop();
                found
            }
        }
    }

    fn operand_body(&mut self, body: &Body, range: TextRange) -> Analysed<Vec<Field>> {
        match body {
            Body::Select(select) => {
                // Order and limits are those of the whole.
                let around = Query::new(Body::Values(Vec::new()), range);
                self.select(select, &around, Unknowns::Stay)
            }
            Body::Values(rows) => self.values(rows, Unknowns::Stay, range),
            Body::Table(name) => self.table_rows(name),
            Body::Set(set) => self.set_operation(set, Unknowns::Stay),
            Body::Nested(query) => self.query(query, Unknowns::Stay),
            Body::Insert(_) | Body::Update(_) | Body::Delete(_) => {
                Err(Refusal::new("42601", "only queries can be combined", range))
            }
        }
    }

    pub(super) fn combine(
        &mut self,
        left: Vec<Field>,
        right: Vec<Field>,
        step: SetStep,
        range: TextRange,
    ) -> Analysed<Vec<Field>> {
        let word = step.operator.word();
        if left.len() != right.len() {
            let text = format!("each {word} query must have the same number of columns");
            return Err(Refusal::new("42601", text, range));
        }
        let mut fields = Vec::with_capacity(left.len());
        for (left, right) in left.into_iter().zip(right) {
            let value = self.combine_column(left.value, right.value, step, range)?;
            fields.push(Field { name: left.name, value });
        }
        Ok(fields)
    }

    fn combine_column(&mut self, left: Value, right: Value, step: SetStep, range: TextRange) -> Analysed {
        let word = step.operator.word();
        let nullability = match (step.operator, left.nullability, right.nullability) {
            (SetOperator::Except, of_left, _) => of_left,
            (SetOperator::Union, left, right) if left == right => left,
            (SetOperator::Union, Nullability::Nullable, _)
            | (SetOperator::Union, _, Nullability::Nullable) => Nullability::Nullable,
            // A row of an intersection is in both.
            (SetOperator::Intersect, Nullability::NotNull, _)
            | (SetOperator::Intersect, _, Nullability::NotNull) => Nullability::NotNull,
            _ => Nullability::Unknown,
        };
        let (Some(left_type), Some(right_type)) = (left.ty, right.ty) else {
            return Ok(Value::undetermined());
        };
        let common = self.types().common(&[left_type, right_type]).map_err(|(left, right)| {
            let types = self.types();
            let text =
                format!("{word} types {} and {} cannot be matched", types.print(left), types.print(right));
            let certain = !types.is_opaque(left) && !types.is_opaque(right);
            Refusal::new("42804", text, range).certain_if(certain)
        })?;
        for from in [left_type, right_type] {
            if !self.types().can_coerce(from, common, Context::Implicit) {
                let text = format!(
                    "{word} could not convert type {} to {}",
                    self.types().print(from),
                    self.types().print(common)
                );
                return Err(Refusal::new("42846", text, range));
            }
        }
        let left = self.become_type(left, common);
        let right = self.become_type(right, common);
        let mut value = Value::of(common, nullability);
        if left.modifiers == right.modifiers {
            value.modifiers = left.modifiers.clone();
        }
        let own = self.types().info(common).collation.clone();
        value.collation = match (own, left.collation.merge(&right.collation)) {
            (None, _) => Collation::None,
            (Some(own), Ok(Collation::None)) => Collation::Implicit(own),
            // Explicit ones on the sides are implicit in the result.
            (Some(_), Ok(Collation::Explicit(name))) => Collation::Implicit(name),
            (Some(_), Ok(Collation::Conflict) | Err(_)) => {
                if step.operator == SetOperator::Union && step.all {
                    Collation::Conflict
                } else {
                    let text = "could not determine which collation to use for a set operation";
                    return Err(Refusal::new("42P21", text, range));
                }
            }
            (Some(_), Ok(found)) => found,
        };
        Ok(value)
    }

    /// The type that a column of a recursive query keeps must be that of its first part.
    pub(super) fn recursive_types(
        &self,
        name: &str,
        first: &[Field],
        all: &[Field],
        range: TextRange,
    ) -> Analysed<()> {
        for (at, (first, all)) in first.iter().zip(all).enumerate() {
            let (Some(first_type), Some(all_type)) = (first.value.ty, all.value.ty) else { continue };
            let first_type = if first_type == Ty::UNKNOWN { Ty::TEXT } else { first_type };
            let print = |ty: Ty, value: &Value| self.types().to_ref(ty, &value.modifiers).print();
            if first_type != all_type || first.value.modifiers != all.value.modifiers {
                let text = format!(
                    "recursive query \"{name}\" column {} has type {} in non-recursive term but type {} overall",
                    at + 1,
                    print(first_type, &first.value),
                    print(all_type, &all.value)
                );
                return Err(Refusal::new("42804", text, range));
            }
        }
        Ok(())
    }
}
