//! Forms of the grammar that PostgreSQL stores as other forms: `IN`, `BETWEEN`, `LIKE`, rows, tests.

use super::analyse::{Analysed, Analyser, boolean, junction, unresolved};
use super::term::{Head, Term, Value};
use super::ty::Ty;
use crate::expression::tree::{Expr, ExprKind, IsTest, LikeKind, Operator, QueryForm, TextRange};
use crate::syntax::lexer::{Lexer, TokenKind};

/// The largest operand that is written again for every item of a list.
const MAX_REPEATED: usize = 64;

impl Analyser<'_> {
    /// `x IN (a, b)` is `x = a OR x = b`. Items without columns first agree on one type with x.
    pub(super) fn in_list(&self, operand: &Expr, list: &[Expr], negated: bool) -> Analysed {
        let name = if negated { "<>" } else { "=" };
        let head = if negated { Head::And } else { Head::Or };
        let operator = Operator { schema: None, name: name.into(), range: operand.range };
        if let ExprKind::Row(left) = &operand.kind {
            let mut terms = Vec::new();
            for item in list {
                match &item.kind {
                    ExprKind::Row(right) if right.len() == left.len() => {
                        terms.push(self.rows(&operator, left, right)?);
                    }
                    _ => {
                        let (left, right) = (self.term(operand)?, self.term(item)?);
                        terms.push(self.named(name, left, right));
                    }
                }
            }
            return Ok(junction(head, terms));
        }
        let operand = self.term(operand)?;
        let items = self.all(list)?;
        let (fixed, varying): (Vec<Term>, Vec<Term>) =
            items.into_iter().partition(|item| item.none(&|term| matches!(term.head, Head::Column(_))));
        let mut terms = Vec::new();
        if fixed.len() > 1 {
            let types: Vec<Option<Ty>> =
                std::iter::once(&operand).chain(&fixed).map(|term| term.ty.clone()).collect();
            match self.types.common(&types).filter(|ty| !ty.array) {
                Some(ty) => {
                    let items = fixed.into_iter().map(|item| self.coerce(item, &ty)).collect();
                    let array = Term::new(Head::Array, Some(ty.array_of()), items);
                    terms.push(self.quantified(&operator, negated, operand.clone(), array)?);
                }
                None => terms.extend(self.each(name, &operand, fixed)?),
            }
        } else {
            terms.extend(self.each(name, &operand, fixed)?);
        }
        terms.extend(self.each(name, &operand, varying)?);
        Ok(junction(head, terms))
    }

    fn each(&self, name: &str, operand: &Term, items: Vec<Term>) -> Analysed<Vec<Term>> {
        let size = operand.size();
        items
            .into_iter()
            .map(|item| {
                self.spend(size)?;
                Ok(self.named(name, operand.clone(), item))
            })
            .collect()
    }

    /// `x op ANY (ARRAY[a, b])` is `x op a OR x op b`; `ALL` is the same with `AND`.
    pub(super) fn quantified(&self, operator: &Operator, all: bool, left: Term, array: Term) -> Analysed {
        let array_ty = array.ty.as_ref().map(|ty| self.types.base(ty));
        let element = array_ty.map(|ty| if ty.array { ty.element() } else { ty });
        let (name, left, array, known) = match self.choose_for(operator, &[left.ty.clone(), element]) {
            Some(chosen) => match &*chosen.arguments {
                [to_left, to_right] => {
                    let left = self.coerce(left, to_left);
                    let array = self.coerce(array, &to_right.array_of());
                    (chosen.name, left, array, true)
                }
                _ => (unresolved(operator).0, left, array, false),
            },
            None => (unresolved(operator).0, left, array, false),
        };
        let flat = matches!(array.head, Head::Array)
            && !array.children.is_empty()
            && !array.children.iter().any(|item| item.ty.as_ref().is_some_and(|ty| ty.array));
        let size = left.size();
        if flat && size <= MAX_REPEATED && left.is_stable() {
            self.spend(size.saturating_mul(array.children.len()))?;
            let head = Head::Operator { name, known };
            let terms = array
                .children
                .into_iter()
                .map(|item| boolean(head.clone(), vec![left.clone(), item]))
                .collect();
            return Ok(junction(if all { Head::And } else { Head::Or }, terms));
        }
        let name = if known { name } else { format!("{name} ?").into() };
        Ok(boolean(Head::Quantified { operator: name, all }, vec![left, array]))
    }

    /// `(a, b) = (c, d)` is `a = c AND b = d`; an order compares from the left.
    pub(super) fn rows(&self, operator: &Operator, left: &[Expr], right: &[Expr]) -> Analysed {
        let mut pairs = Vec::new();
        for (left, right) in left.iter().zip(right) {
            let (left, right) = (self.term(left)?, self.term(right)?);
            pairs.push(self.binary(operator, left, right));
        }
        Ok(match &*operator.name {
            "=" => junction(Head::And, pairs),
            "<>" => junction(Head::Or, pairs),
            _ => boolean(Head::RowCompare(unresolved(operator).0), pairs),
        })
    }

    /// Operand, low, high.
    pub(super) fn between(&self, trees: [&Expr; 3], negated: bool, symmetric: bool) -> Analysed {
        let [operand, low, high] = trees;
        let (operand, low, high) = (self.term(operand)?, self.term(low)?, self.term(high)?);
        let within = |low: &Term, high: &Term| -> Analysed {
            self.spend(2 * operand.size() + low.size() + high.size())?;
            let (first, second, head) = if negated { ("<", ">", Head::Or) } else { (">=", "<=", Head::And) };
            let terms = vec![
                self.named(first, operand.clone(), low.clone()),
                self.named(second, operand.clone(), high.clone()),
            ];
            Ok(junction(head, terms))
        };
        if !symmetric {
            return within(&low, &high);
        }
        let either = vec![within(&low, &high)?, within(&high, &low)?];
        Ok(junction(if negated { Head::And } else { Head::Or }, either))
    }

    pub(super) fn is_test(&self, operand: &Expr, test: &IsTest, negated: bool) -> Analysed {
        let (word, operand) = match test {
            IsTest::Null => {
                let operand = self.term(operand)?;
                ("null", self.known(operand))
            }
            IsTest::True => ("true", self.condition(operand)?),
            IsTest::False => ("false", self.condition(operand)?),
            IsTest::Unknown => ("unknown", self.condition(operand)?),
            IsTest::Document => ("document", self.term(operand)?),
            IsTest::Normalized(form) => {
                let mut arguments = vec![self.term(operand)?];
                if let Some(form) = form {
                    let value = Value::Written(form.to_ascii_uppercase().into());
                    arguments.push(Term::constant(value, Ty::builtin("unknown")));
                }
                let test = self.special("is_normalized", arguments);
                return Ok(if negated { boolean(Head::Not, vec![test]) } else { test });
            }
        };
        Ok(boolean(Head::Is { test: word.into(), negated }, vec![operand]))
    }

    pub(super) fn distinct(&self, left: &Expr, right: &Expr, negated: bool) -> Analysed {
        let (left, right) = (self.term(left)?, self.term(right)?);
        let is_null = |term: &Term| {
            matches!(term.head, Head::Constant(Value::Null)) && term.ty.as_ref().is_some_and(Ty::is_unknown)
        };
        // Against a bare NULL it is a test for NULL.
        if is_null(&right) || is_null(&left) {
            let operand = self.known(if is_null(&right) { left } else { right });
            return Ok(boolean(Head::Is { test: "null".into(), negated: !negated }, vec![operand]));
        }
        let compared = self.named("=", left, right);
        let known = matches!(compared.head, Head::Operator { known: true, .. });
        let mut found = boolean(Head::Distinct, compared.children);
        if !known {
            found.ty = None;
        }
        Ok(if negated { boolean(Head::Not, vec![found]) } else { found })
    }

    pub(super) fn like(
        &self,
        kind: LikeKind,
        trees: [&Expr; 2],
        escape: Option<&Expr>,
        negated: bool,
    ) -> Analysed {
        let [operand, pattern] = trees;
        let (operand, mut pattern) = (self.term(operand)?, self.term(pattern)?);
        let escape = escape.map(|escape| self.term(escape)).transpose()?;
        let (plain, not, function) = match kind {
            LikeKind::Like => ("~~", "!~~", "like_escape"),
            LikeKind::ILike => ("~~*", "!~~*", "like_escape"),
            LikeKind::Similar => ("~", "!~", "similar_to_escape"),
        };
        if escape.is_some() || kind == LikeKind::Similar {
            let arguments = std::iter::once(pattern).chain(escape).collect();
            pattern = self.special(function, arguments);
        }
        Ok(self.named(if negated { not } else { plain }, operand, pattern))
    }

    /// Sub-queries are compared by their tokens.
    pub(super) fn query(
        &self,
        form: QueryForm,
        outer: Option<&(Box<Expr>, Option<Operator>)>,
        query: TextRange,
    ) -> Analysed {
        let text = self.text.get(query.range()).unwrap_or("");
        let tokens: Vec<Box<str>> = Lexer::new(text)
            .filter(|token| !matches!(token.kind, TokenKind::Whitespace | TokenKind::Comment))
            .map(|token| match token.kind {
                TokenKind::Word => token.text(text).to_ascii_lowercase().into(),
                _ => token.text(text).into(),
            })
            .collect();
        self.spend(tokens.len())?;
        let mut word = format!("{form:?}");
        let mut children = Vec::new();
        if let Some((operand, operator)) = outer {
            if let Some(operator) = operator {
                word = format!("{word} {}", unresolved(operator).0);
            }
            children.push(self.term(operand)?);
        }
        let ty = match form {
            QueryForm::Scalar | QueryForm::Array => None,
            QueryForm::Exists | QueryForm::In | QueryForm::NotIn | QueryForm::Any | QueryForm::All => {
                Some(Ty::builtin("bool"))
            }
        };
        Ok(Term::new(Head::Query { form: word.into(), tokens }, ty, children))
    }
}
