//! Analysis of queries, as PostgreSQL does it before it stores one (`parse_relation.c`, `analyze.c` and what they call).

mod call;
mod change;
mod common_table;
mod expr;
mod from;
mod function_item;
mod group;
mod label;
mod names;
mod nulls;
mod operator;
mod outcome;
mod query;
mod reference;
mod set;
mod star;
mod value;

pub use outcome::{
    Analysis, Edit, Environment, Form, Label, NameReference, OutputColumn, Parameter, Piece, Refusal,
    Settled, Unresolved,
};

use crate::expression::tree::{Expr, TextRange};
use crate::expression::typing::Scope;
use crate::expression::typing::coerce::Context;
use crate::expression::typing::resolve::Resolver;
use crate::expression::typing::types::{Ty, Types};
use crate::query::tree::Query;
use names::{Clause, Level};
use value::{Collation, Field, Value};

pub(super) type Analysed<T = Value> = Result<T, Refusal>;

/// Resolves every name of a query and infers its output (documentation: Queries, Type Conversion).
///
/// Refuses what PostgreSQL refuses, with its SQLSTATE and the place. A refusal that is not `certain` depends on
/// something that the scope does not know.
pub fn analyse(query: &Query, scope: &dyn Scope, environment: &Environment) -> Result<Analysis, Refusal> {
    let mut analyser = Analyser::new(scope, environment);
    let fields = analyser.query(query, Unknowns::Text)?;
    Ok(analyser.finish(&fields))
}

/// What constants of no type become at the end of a query.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Unknowns {
    Text,
    /// They stay, for what surrounds the query to give them a type.
    Stay,
}

pub(super) struct Analyser<'a> {
    pub(super) resolver: Resolver<'a>,
    pub(super) environment: &'a Environment,
    /// The queries around what is analysed now, innermost last.
    pub(super) levels: Vec<Level>,
    pub(super) references: Vec<NameReference>,
    pub(super) edits: Vec<Edit>,
    pub(super) labels: Vec<Label>,
    pub(super) unresolved: Vec<Unresolved>,
    pub(super) dependencies: Vec<crate::catalog::ObjectId>,
}

impl<'a> Analyser<'a> {
    fn new(scope: &'a dyn Scope, environment: &'a Environment) -> Self {
        Self {
            resolver: Resolver::new(Types::new(scope)),
            environment,
            levels: Vec::new(),
            references: Vec::new(),
            edits: Vec::new(),
            labels: Vec::new(),
            unresolved: Vec::new(),
            dependencies: Vec::new(),
        }
    }

    fn finish(mut self, fields: &[Field]) -> Analysis {
        let columns = fields.iter().map(|field| self.output(field)).collect();
        // A sub-query of a set operation or a `LATERAL` item is never read twice, so places are unique.
        self.references.sort_by_key(|reference| (reference.range, reference.target));
        self.references.dedup();
        self.edits.sort_by_key(|edit| edit.range);
        self.labels.sort_by_key(|label| label.at);
        self.unresolved.sort_by_key(|entry| entry.range);
        self.dependencies.sort_unstable();
        self.dependencies.dedup();
        Analysis {
            columns,
            references: self.references,
            edits: self.edits,
            labels: self.labels,
            unresolved: self.unresolved,
            dependencies: self.dependencies,
        }
    }

    fn output(&self, field: &Field) -> OutputColumn {
        let types = &self.resolver.types;
        let value = &field.value;
        let own = value.ty.and_then(|ty| types.info(ty).collation.clone());
        let (collation, conflict) = match &value.collation {
            Collation::Implicit(name) | Collation::Explicit(name) => {
                let differs = own.as_ref().is_some_and(|own| own != name);
                let printed = if name.is_empty() { "\"default\"" } else { name };
                (differs.then(|| printed.into()), false)
            }
            Collation::Conflict => (None, own.is_some()),
            Collation::None => (None, false),
        };
        OutputColumn {
            name: field.name.clone(),
            ty: value.ty.map(|ty| types.to_ref(ty, &value.modifiers)),
            pseudo: value.ty.is_some_and(|ty| types.is_pseudo(ty)),
            collation,
            collation_conflict: conflict,
            nullability: value.nullability,
        }
    }

    // Levels.

    /// The level of the query that is analysed now.
    pub(super) fn level(&mut self) -> &mut Level {
        if self.levels.is_empty() {
            self.levels.push(Level::default());
        }
        let last = self.levels.len() - 1;
        &mut self.levels[last]
    }

    /// Runs with another clause, and with the former one again after it.
    pub(super) fn in_clause<T>(&mut self, clause: Clause, run: impl FnOnce(&mut Self) -> T) -> T {
        let before = std::mem::replace(&mut self.level().clause, clause);
        let found = run(self);
        self.level().clause = before;
        found
    }

    // Conversions.

    pub(super) fn types(&self) -> &Types<'a> {
        &self.resolver.types
    }

    /// A constant of no type becomes text.
    pub(super) fn known(&self, mut value: Value) -> Value {
        if value.is_unknown() {
            value.ty = Some(Ty::TEXT);
            value.collation = Collation::Implicit("".into());
        }
        value
    }

    /// A value as another type, without asking whether it can be (`coerce_type`).
    pub(super) fn become_type(&self, mut value: Value, to: Ty) -> Value {
        if value.ty == Some(to) || to == Ty::ANY || to == Ty::UNKNOWN {
            return value;
        }
        let info = self.types().info(to);
        // A cast has the collation of its operand if its result has one at all.
        value.collation = match (&info.collation, value.collation) {
            (None, _) => Collation::None,
            (Some(own), Collation::None) => Collation::Implicit(std::rc::Rc::clone(own)),
            (Some(own), Collation::Implicit(_)) if value.ty == Some(Ty::UNKNOWN) => {
                Collation::Implicit(std::rc::Rc::clone(own))
            }
            (Some(_), collation) => collation,
        };
        if value.nullability == Nullability::NotNull && !self.keeps_not_null(value.ty, to) {
            value.nullability = Nullability::Unknown;
        }
        value.ty = Some(to);
        value.modifiers = crate::expression::typing::types::Modifiers::default();
        value.fields = None;
        value
    }

    /// A conversion that must be possible, or is refused with a message about a clause.
    pub(super) fn must_become(
        &mut self,
        value: Value,
        to: Ty,
        context: Context,
        range: TextRange,
        message: impl FnOnce(&str, &str) -> String,
    ) -> Analysed {
        if let Some(from) = value.ty
            && !self.types().can_coerce(from, to, context)
        {
            let text = message(&self.types().print(to), &self.types().print(from));
            let mut refusal = Refusal::new("42804", text, range);
            refusal.certain = !self.types().is_opaque(from) && !self.types().is_opaque(to);
            return Err(refusal);
        }
        Ok(self.become_type(value, to))
    }

    /// A condition (`coerce_to_boolean`).
    pub(super) fn condition(&mut self, tree: &Expr, clause: Clause) -> Analysed {
        let value = self.in_clause(clause, |analyser| analyser.expr(tree))?;
        let word = if clause == Clause::JoinOn { "JOIN/ON" } else { clause.words() };
        self.boolean(value, tree.range, word)
    }

    pub(super) fn boolean(&mut self, value: Value, range: TextRange, word: &str) -> Analysed {
        self.must_become(value, Ty::BOOL, Context::Assignment, range, |_, from| {
            format!("argument of {word} must be type boolean, not type {from}")
        })
    }

    /// `assign_collations` of a node from those of its operands.
    pub(super) fn collate(&self, operands: &[&Value], ty: Option<Ty>, range: TextRange) -> Analysed<Collation> {
        let mut found = Collation::None;
        for operand in operands {
            found = found.merge(&operand.collation).map_err(|(left, right)| {
                let text =
                    format!("collation mismatch between explicit collations \"{left}\" and \"{right}\"");
                Refusal::new("42P21", text, range)
            })?;
        }
        let own = ty.and_then(|ty| self.types().info(ty).collation.clone());
        Ok(match (own, found) {
            (None, _) => Collation::None,
            (Some(own), Collation::None) => Collation::Implicit(own),
            (Some(_), found) => found,
        })
    }
}

use crate::expression::typing::Nullability;
