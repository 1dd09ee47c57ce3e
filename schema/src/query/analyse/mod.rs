//! Analysis of queries, as PostgreSQL does it before it stores one (`parse_relation.c`, `analyze.c` and what they call).

mod call;
mod change;
mod common_table;
mod constant;
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

pub(crate) use label::output_names;
pub use outcome::{
    Analysis, Edit, Environment, Form, KeptAlias, KeptNames, Label, NameReference, OutputColumn, Parameter,
    Piece, Refusal, RowSource, Settled, SourceUse, Unresolved,
};

use crate::expression::tree::{Expr, TextRange};
use crate::expression::typing::coerce::Context;
use crate::expression::typing::resolve::Resolver;
use crate::expression::typing::types::{Ty, Types};
use crate::expression::typing::{Nullability, Scope};
use crate::query::tree::Query;
use names::{Clause, Level};
use value::{Collation, Field, Value};

type Analysed<T = Value> = Result<T, Refusal>;

/// Resolves every name of a query and infers its output (documentation: Queries, Type Conversion).
///
/// Refuses what PostgreSQL refuses, with its SQLSTATE and the place. A refusal that is not `certain` depends on
/// something that the scope does not know.
pub fn analyse(query: &Query, scope: &dyn Scope, environment: &Environment) -> Result<Analysis, Refusal> {
    let mut analyser = Analyser::new(scope, environment);
    let fields = analyser.query(query, Unknowns::Text)?;
    for (ty, text, range) in analyser.literals.take() {
        analyser.literal_reference(ty, &text, range)?;
    }
    match analyser.refused_constant.take() {
        Some(refusal) => Err(refusal),
        None => Ok(analyser.finish(&fields)),
    }
}

/// What constants of no type become at the end of a query.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Unknowns {
    Text,
    /// They stay, for what surrounds the query to give them a type.
    Stay,
}

struct Analyser<'a> {
    resolver: Resolver<'a>,
    environment: &'a Environment,
    /// The queries around what is analysed now, innermost last.
    levels: Vec<Level>,
    references: Vec<NameReference>,
    /// What rows come from, each by its serial number.
    sources: Vec<outcome::RowSource>,
    uses: Vec<outcome::SourceUse>,
    /// Names of columns by where they stand, each with its source's number and its place there.
    named_columns: std::collections::BTreeMap<u32, Vec<(u32, usize)>>,
    /// Where the alias of a source stands, or would stand.
    alias_places: std::collections::BTreeMap<u32, TextRange>,
    /// What the outermost `SELECT` has that no view through which rows are changed may have.
    not_updatable: bool,
    /// Items of `FROM` by the number of their source.
    items: Vec<(u32, outcome::KeptNames)>,
    /// Columns of sources whose names stay what they are.
    kept: std::collections::BTreeSet<(u32, usize)>,
    edits: Vec<Edit>,
    labels: Vec<Label>,
    unresolved: Vec<Unresolved>,
    dependencies: Vec<crate::catalog::ObjectId>,
    changes_rows: bool,
    takes_parameters: std::cell::Cell<bool>,
    refused_constant: std::cell::RefCell<Option<Refusal>>,
    /// Constants that became names of objects.
    literals: std::cell::RefCell<Vec<(Ty, std::rc::Rc<str>, TextRange)>>,
}

impl<'a> Analyser<'a> {
    fn new(scope: &'a dyn Scope, environment: &'a Environment) -> Self {
        Self {
            resolver: Resolver::new(Types::new(scope)),
            environment,
            levels: Vec::new(),
            references: Vec::new(),
            sources: Vec::new(),
            uses: Vec::new(),
            named_columns: std::collections::BTreeMap::new(),
            items: Vec::new(),
            alias_places: std::collections::BTreeMap::new(),
            not_updatable: false,
            kept: std::collections::BTreeSet::new(),
            literals: std::cell::RefCell::new(Vec::new()),
            edits: Vec::new(),
            labels: Vec::new(),
            unresolved: Vec::new(),
            dependencies: Vec::new(),
            changes_rows: false,
            takes_parameters: std::cell::Cell::new(false),
            refused_constant: std::cell::RefCell::new(None),
        }
    }

    fn finish(mut self, fields: &[Field]) -> Analysis {
        let columns = fields.iter().map(|field| self.output(field)).collect();
        for reference in self.references.iter_mut().filter(|reference| reference.form == Form::Bare) {
            let places = self.named_columns.get(&reference.range.start);
            if places.is_some_and(|places| places.iter().any(|place| self.kept.contains(place))) {
                reference.form = Form::Kept;
            }
        }
        let mut kept: Vec<outcome::KeptNames> = Vec::new();
        for (serial, mut item) in std::mem::take(&mut self.items) {
            for (at, column) in item.columns.iter_mut().enumerate() {
                column.2 = self.kept.contains(&(serial, at));
            }
            let by_function = matches!(item.alias, outcome::KeptAlias::Function { .. });
            if by_function || item.columns.iter().any(|(_, target, kept)| *kept && target.is_some()) {
                kept.push(item);
            }
        }
        kept.sort_by_key(|item| item.at);
        self.uses.sort_by_key(|found| found.range);
        self.uses.dedup();
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
            kept,
            sources: self.sources,
            uses: self.uses,
            edits: self.edits,
            labels: self.labels,
            unresolved: self.unresolved,
            dependencies: self.dependencies,
            changes_rows: self.changes_rows,
            takes_parameters: self.takes_parameters.get(),
            not_updatable: self.not_updatable,
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
    fn level(&mut self) -> &mut Level {
        if self.levels.is_empty() {
            self.levels.push(Level::default());
        }
        let last = self.levels.len() - 1;
        &mut self.levels[last]
    }

    /// Runs with another clause, and with the former one again after it.
    fn in_clause<T>(&mut self, clause: Clause, run: impl FnOnce(&mut Self) -> T) -> T {
        let before = std::mem::replace(&mut self.level().clause, clause);
        let found = run(self);
        self.level().clause = before;
        found
    }

    // Conversions.

    fn types(&self) -> &Types<'a> {
        &self.resolver.types
    }

    /// A constant of no type becomes text.
    fn known(&self, mut value: Value) -> Value {
        if value.is_unknown() {
            value.ty = Some(Ty::TEXT);
            value.collation = Collation::Implicit("".into());
        }
        value
    }

    /// A value as another type, without asking whether it can be (`coerce_type`).
    fn become_type(&self, mut value: Value, to: Ty) -> Value {
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
            // Each element is cast on its own, and the type's own collation is in that.
            (Some(own), Collation::Implicit(name)) if name.is_empty() && self.types().is_array(to) => {
                Collation::Implicit(std::rc::Rc::clone(own))
            }
            (Some(_), collation) => collation,
        };
        if value.nullability == Nullability::NotNull && !self.keeps_not_null(value.ty, to) {
            value.nullability = Nullability::Unknown;
        }
        if let Some((text, range)) = value.literal.take() {
            self.read_constant(to, &text, range);
            self.literals.borrow_mut().push((to, text, range));
        }
        value.ty = Some(to);
        value.modifiers = crate::expression::typing::types::Modifiers::default();
        value.fields = None;
        value
    }

    /// Keeps the first constant that its type refuses.
    fn read_constant(&self, to: Ty, text: &str, range: TextRange) {
        let types = self.types();
        let base = types.base(to);
        let array = types.element(base);
        let info = types.info(array.unwrap_or(base));
        if &*info.schema != "pg_catalog" || matches!(base, Ty::INT2VECTOR | Ty::OIDVECTOR) {
            return;
        }
        if let Some(sqlstate) = constant::refused(&info.name, array.is_some(), text) {
            let message = if array.is_some() {
                format!("malformed array literal: \"{text}\"")
            } else {
                format!("invalid input syntax for type {}: \"{text}\"", types.print(base))
            };
            let mut refused = self.refused_constant.borrow_mut();
            if refused.is_none() {
                *refused = Some(Refusal::new(sqlstate, message, range));
            }
        }
    }

    /// A conversion that must be possible, or is refused with a message about a clause.
    fn must_become(
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
    fn condition(&mut self, tree: &Expr, clause: Clause) -> Analysed {
        let value = self.in_clause(clause, |analyser| analyser.expr(tree))?;
        let word = if clause == Clause::JoinOn { "JOIN/ON" } else { clause.words() };
        self.boolean(value, tree.range, word)
    }

    fn boolean(&mut self, value: Value, range: TextRange, word: &str) -> Analysed {
        self.must_become(value, Ty::BOOL, Context::Assignment, range, |_, from| {
            format!("argument of {word} must be type boolean, not type {from}")
        })
    }

    /// `assign_collations` of a node from those of its operands.
    fn collate(&self, operands: &[&Value], ty: Option<Ty>, range: TextRange) -> Analysed<Collation> {
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
