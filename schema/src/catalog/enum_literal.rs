//! String constants in stored expressions that are labels of an enum: PostgreSQL keeps the label itself, so that they
//! follow `ALTER TYPE … RENAME VALUE`.

use super::{
    Catalog, ConstraintKind, DataType, KeyTarget, ObjectId, Reference, SqlExpr, TypeBase, TypeId, TypeKind,
    names,
};
use crate::expression::tree::{Expr, ExprKind, Subscript, TextRange};
use crate::syntax::lexer::{Lexer, Token, TokenKind};
use crate::syntax::literal;

/// A string constant that stands for a label, or for an array of labels.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct LabelUse {
    pub(crate) ty: TypeId,
    pub(crate) array: bool,
    pub(crate) text: Box<str>,
    /// With its quotes.
    pub(crate) range: TextRange,
}

/// The enum that an expression is of, and whether it is an array of it.
type EnumType = (TypeId, bool);

struct Finder<'c> {
    catalog: &'c Catalog,
    references: &'c [Reference],
    /// Of `VALUE` in a domain's check.
    value: Option<EnumType>,
    found: Vec<LabelUse>,
}

impl Catalog {
    /// The labels in an expression. `expected` is the type that it is brought to; `value` that of `VALUE`.
    pub(crate) fn labels_used(
        &self,
        expression: &SqlExpr,
        expected: Option<&DataType>,
        value: Option<&DataType>,
    ) -> Vec<LabelUse> {
        let expected = expected.and_then(|ty| self.enum_type(ty));
        let value = value.and_then(|ty| self.enum_type(ty));
        let names_one = |reference: &Reference| self.may_be_enum(reference.target);
        if expected.is_none() && value.is_none() && !expression.references().iter().any(names_one) {
            return Vec::new();
        }
        let Ok(tree) = crate::expression::parse(expression.written()) else { return Vec::new() };
        let mut finder =
            Finder { catalog: self, references: expression.references(), value, found: Vec::new() };
        finder.visit(&tree, expected);
        finder.found.sort_by_key(|found| found.range);
        finder.found.dedup_by_key(|found| found.range);
        finder.found
    }

    /// The labels in `FOR VALUES …` of a partition, whose key has one column.
    fn labels_of_bound(&self, bound: &SqlExpr, key: &DataType) -> Vec<LabelUse> {
        let Some((ty, array)) = self.enum_type(key) else { return Vec::new() };
        let text = bound.written();
        let strings = Lexer::new(text).filter(|token| token.kind == TokenKind::String);
        let label = |token: Token| LabelUse {
            ty,
            array,
            text: literal::string(token.kind, token.text(text), '\\').value,
            range: TextRange::new(token.start, token.end),
        };
        strings.map(label).collect()
    }

    fn enum_type(&self, ty: &DataType) -> Option<EnumType> {
        let TypeBase::User(id) = &ty.base else { return None };
        match &self.types[*id].kind {
            TypeKind::Enum(_) => Some((*id, ty.is_array())),
            TypeKind::Domain(domain) if !ty.is_array() => self.enum_type(&domain.base),
            _ => None,
        }
    }

    fn may_be_enum(&self, target: ObjectId) -> bool {
        match target {
            ObjectId::Column(id) => self.enum_type(&self.columns[id].ty).is_some(),
            ObjectId::Type(id) => self.enum_type(&DataType::new(TypeBase::User(id))).is_some(),
            ObjectId::Function(id) => {
                let function = &self.functions[id];
                let arguments = function.arguments.iter().map(|argument| &argument.ty);
                arguments.chain(&function.returns).any(|ty| self.enum_type(ty).is_some())
            }
            _ => false,
        }
    }

    /// Gives every stored expression the new label where it has the old one.
    pub(crate) fn rename_label(&mut self, ty: TypeId, from: &str, to: &str) {
        let mut changed = Vec::new();
        self.each_expression(&mut |catalog, place, expression, expected, value| {
            let uses = match (place, expected) {
                (ExpressionPlace::Bound(_), Some(expected)) => catalog.labels_of_bound(expression, expected),
                _ => catalog.labels_used(expression, expected, value),
            };
            let edits: Vec<(TextRange, String)> = uses
                .into_iter()
                .filter(|found| found.ty == ty)
                .filter_map(|found| {
                    let new = if found.array {
                        relabelled_array(&found.text, from, to)?
                    } else {
                        (*found.text == *from).then(|| to.to_owned())?
                    };
                    Some((found.range, names::quote_literal(&new)))
                })
                .collect();
            if !edits.is_empty() {
                changed.push((place, expression.with_edits(&edits)));
            }
        });
        for (place, expression) in changed {
            self.set_expression(place, expression);
        }
    }

    /// Every expression that the catalog keeps, with the type that it is brought to and that of `VALUE`.
    pub(crate) fn each_expression(&self, each: ExpressionVisitor<'_>) {
        use ExpressionPlace as P;
        for (id, column) in self.columns.iter() {
            if let Some(default) = &column.default {
                each(self, P::Default(id), default, Some(&column.ty), None);
            }
            if let Some(generated) = &column.generated {
                each(self, P::Generated(id), &generated.expression, Some(&column.ty), None);
            }
        }
        for (id, constraint) in self.constraints.iter() {
            if let ConstraintKind::Check { expression } = &constraint.kind {
                each(self, P::Check(id), expression, None, None);
            }
        }
        for (id, index) in self.indexes.iter() {
            for (at, key) in index.keys.iter().enumerate() {
                if let KeyTarget::Expression(expression) = &key.target {
                    each(self, P::IndexKey(id, at), expression, None, None);
                }
            }
            if let Some(predicate) = &index.predicate {
                each(self, P::Predicate(id), predicate, None, None);
            }
        }
        for (id, policy) in self.policies.iter() {
            if let Some(using) = &policy.using {
                each(self, P::Using(id), using, None, None);
            }
            if let Some(check) = &policy.check {
                each(self, P::WithCheck(id), check, None, None);
            }
        }
        for (id, trigger) in self.triggers.iter() {
            if let Some(when) = &trigger.when {
                each(self, P::When(id), when, None, None);
            }
        }
        for (id, ty) in self.types.iter() {
            if let TypeKind::Domain(domain) = &ty.kind {
                if let Some(default) = &domain.default {
                    each(self, P::DomainDefault(id), default, Some(&domain.base), None);
                }
                for (at, constraint) in domain.constraints.iter().enumerate() {
                    each(self, P::DomainCheck(id, at), &constraint.check, None, Some(&domain.base));
                }
            }
        }
        for (id, function) in self.functions.iter() {
            for (at, argument) in function.arguments.iter().enumerate() {
                if let Some(default) = &argument.default {
                    each(self, P::ArgumentDefault(id, at), default, Some(&argument.ty), None);
                }
            }
        }
        for (id, relation) in self.relations.iter() {
            let key =
                relation.parents.first().and_then(|parent| self.relations[*parent].partition_key.as_ref());
            if let (Some(bound), Some(key)) = (&relation.partition_bound, key)
                && let [part] = &*key.keys
                && let KeyTarget::Column(column) = &part.target
            {
                each(self, P::Bound(id), bound, Some(&self.columns[*column].ty), None);
            }
        }
    }

    fn set_expression(&mut self, place: ExpressionPlace, new: SqlExpr) {
        use ExpressionPlace as P;
        let slot = match place {
            P::Default(id) => self.columns[id].default.as_mut(),
            P::Generated(id) => {
                self.columns[id].generated.as_mut().map(|generated| &mut generated.expression)
            }
            P::Check(id) => match &mut self.constraints[id].kind {
                ConstraintKind::Check { expression } => Some(expression),
                _ => None,
            },
            P::IndexKey(id, at) => match self.indexes[id].keys.get_mut(at).map(|key| &mut key.target) {
                Some(KeyTarget::Expression(expression)) => Some(expression),
                _ => None,
            },
            P::Predicate(id) => self.indexes[id].predicate.as_mut(),
            P::Using(id) => self.policies[id].using.as_mut(),
            P::WithCheck(id) => self.policies[id].check.as_mut(),
            P::When(id) => self.triggers[id].when.as_mut(),
            P::DomainDefault(id) | P::DomainCheck(id, _) => match (&mut self.types[id].kind, place) {
                (TypeKind::Domain(domain), P::DomainCheck(_, at)) => {
                    domain.constraints.get_mut(at).map(|constraint| &mut constraint.check)
                }
                (TypeKind::Domain(domain), _) => domain.default.as_mut(),
                _ => None,
            },
            P::ArgumentDefault(id, at) => {
                self.functions[id].arguments.get_mut(at).and_then(|argument| argument.default.as_mut())
            }
            P::Bound(id) => self.relations[id].partition_bound.as_mut(),
        };
        if let Some(slot) = slot {
            *slot = new;
        }
    }
}

/// Called with the catalog, the place, the expression, the type that it is brought to, and that of `VALUE`.
pub(crate) type ExpressionVisitor<'v> =
    &'v mut dyn FnMut(&Catalog, ExpressionPlace, &SqlExpr, Option<&DataType>, Option<&DataType>);

/// Where an expression is kept.
#[derive(Clone, Copy, Debug)]
pub(crate) enum ExpressionPlace {
    Default(super::ColumnId),
    Generated(super::ColumnId),
    Check(super::ConstraintId),
    IndexKey(super::IndexId, usize),
    Predicate(super::IndexId),
    Using(super::PolicyId),
    WithCheck(super::PolicyId),
    When(super::TriggerId),
    DomainDefault(TypeId),
    DomainCheck(TypeId, usize),
    ArgumentDefault(super::FunctionId, usize),
    Bound(super::RelationId),
}

impl Finder<'_> {
    /// The enum that an expression is of by itself; `None` for constants, which take the type of what is beside them.
    fn type_of(&self, expression: &Expr) -> Option<EnumType> {
        match &expression.kind {
            ExprKind::Column { path, all: false } => {
                let range = path.range();
                let target = self.target(range);
                match target {
                    Some(ObjectId::Column(id)) => self.catalog.enum_type(&self.catalog.columns[id].ty),
                    _ if path.name().eq_ignore_ascii_case("value") => self.value,
                    _ => None,
                }
            }
            ExprKind::Cast { ty, .. } => match self.target(ty.name_range) {
                Some(ObjectId::Type(id)) => {
                    let mut data_type = DataType::new(TypeBase::User(id));
                    data_type.dimensions = u8::from(ty.dimensions > 0);
                    self.catalog.enum_type(&data_type)
                }
                _ => None,
            },
            ExprKind::Call(call) => match self.target(call.function.range()) {
                Some(ObjectId::Function(id)) => {
                    self.catalog.functions[id].returns.as_ref().and_then(|ty| self.catalog.enum_type(ty))
                }
                _ => None,
            },
            ExprKind::Choice(_, terms) => terms.iter().find_map(|term| self.type_of(term)),
            ExprKind::Array(terms) => {
                terms.iter().find_map(|term| self.type_of(term)).map(|(id, _)| (id, true))
            }
            ExprKind::Case { branches, otherwise, .. } => {
                let results = branches.iter().map(|(_, result)| result).chain(otherwise.as_deref());
                results.into_iter().find_map(|result| self.type_of(result))
            }
            ExprKind::Subscript { operand, index: Subscript::Index(_) } => {
                self.type_of(operand).map(|(id, _)| (id, false))
            }
            ExprKind::Collate { operand, .. } => self.type_of(operand),
            _ => None,
        }
    }

    fn target(&self, range: TextRange) -> Option<ObjectId> {
        // Of `old.status` only the last part is a reference.
        self.references
            .iter()
            .find(|reference| reference.end == range.end && reference.start >= range.start)
            .map(|reference| reference.target)
    }

    /// Visits with the enum that the expression is brought to.
    fn visit(&mut self, expression: &Expr, expected: Option<EnumType>) {
        match &expression.kind {
            ExprKind::String(text) => {
                if let Some((ty, array)) = expected {
                    self.found.push(LabelUse { ty, array, text: text.clone(), range: expression.range });
                }
            }
            ExprKind::Cast { operand, .. } => {
                let ty = self.type_of(expression);
                self.visit(operand, ty);
            }
            ExprKind::Array(terms) => {
                let element = expected.filter(|(_, array)| *array).map(|(id, _)| (id, false));
                let own = self.type_of(expression).map(|(id, _)| (id, false));
                for term in terms {
                    self.visit(term, element.or(own));
                }
            }
            ExprKind::Choice(_, terms) => {
                let ty = expected.or_else(|| self.type_of(expression));
                for term in terms {
                    self.visit(term, ty);
                }
            }
            ExprKind::Case { operand, branches, otherwise } => {
                let result = expected.or_else(|| self.type_of(expression));
                let sides =
                    operand.as_deref().into_iter().chain(branches.iter().map(|(condition, _)| condition));
                let compared =
                    operand.as_ref().and_then(|_| sides.clone().find_map(|side| self.type_of(side)));
                sides.for_each(|side| self.visit(side, compared));
                for branch in branches.iter().map(|(_, branch)| branch).chain(otherwise.as_deref()) {
                    self.visit(branch, result);
                }
            }
            ExprKind::In { operand, list, .. } => self.visit_beside(std::iter::once(&**operand).chain(list)),
            ExprKind::Between { operand, low, high, .. } => {
                self.visit_beside([&**operand, &**low, &**high].into_iter());
            }
            ExprKind::Binary { left, right, .. } | ExprKind::IsDistinct { left, right, .. } => {
                self.visit_beside([&**left, &**right].into_iter());
            }
            ExprKind::Quantified { left, array, .. } => {
                let ty = self.type_of(left).or_else(|| self.type_of(array)).map(|(id, _)| id);
                self.visit(left, ty.map(|id| (id, false)));
                self.visit(array, ty.map(|id| (id, true)));
            }
            ExprKind::Call(call) => {
                let arguments: Vec<Option<EnumType>> = match self.target(call.function.range()) {
                    Some(ObjectId::Function(id)) => {
                        let function = &self.catalog.functions[id];
                        let inputs = function.arguments.iter().filter(|argument| argument.mode.is_input());
                        inputs.map(|argument| self.catalog.enum_type(&argument.ty)).collect()
                    }
                    _ => Vec::new(),
                };
                for (at, argument) in call.arguments.iter().enumerate() {
                    self.visit(&argument.value, arguments.get(at).copied().flatten());
                }
            }
            _ => expression.each_child(&mut |child| self.visit(child, None)),
        }
    }

    /// Operands of one type: constants take it from the others.
    fn visit_beside<'e>(&mut self, operands: impl Iterator<Item = &'e Expr> + Clone) {
        let ty = operands.clone().find_map(|operand| self.type_of(operand));
        operands.for_each(|operand| self.visit(operand, ty));
    }
}

/// `{a,b}` with another label; `None` when the old one is not in it.
fn relabelled_array(text: &str, from: &str, to: &str) -> Option<String> {
    let inner = text.trim().strip_prefix('{')?.strip_suffix('}')?;
    let mut changed = false;
    let elements: Vec<String> = inner
        .split(',')
        .map(|element| {
            let bare = element.trim().trim_matches('"');
            if bare != from {
                return element.to_owned();
            }
            changed = true;
            let plain = !to.is_empty()
                && !to.eq_ignore_ascii_case("null")
                && !to.contains(|c: char| c.is_whitespace() || "{},\"\\".contains(c));
            if plain {
                to.to_owned()
            } else {
                format!("\"{}\"", to.replace('\\', "\\\\").replace('"', "\\\""))
            }
        })
        .collect();
    changed.then(|| format!("{{{}}}", elements.join(",")))
}
