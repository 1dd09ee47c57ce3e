//! Operators: which one is meant, and the forms that stand for them (`IN`, `BETWEEN`, comparisons of rows).

use super::outcome::{Form, NameReference};
use super::value::{Collation, Value, all_not_null};
use super::{Analysed, Analyser, Refusal};
use crate::expression::tree::{Expr, ExprKind, Operator, QueryForm, TextRange};
use crate::expression::typing::Nullability;
use crate::expression::typing::resolve::{ChosenOperator, Found};
use crate::expression::typing::types::Ty;
use crate::query::tree::Query;

/// The place of an operator that nobody wrote.
const NOWHERE: TextRange = TextRange { start: 0, end: 0 };

impl Analyser<'_> {
    pub(super) fn binary(
        &mut self,
        operator: &Operator,
        left: &Expr,
        right: &Expr,
        range: TextRange,
    ) -> Analysed {
        match (&left.kind, &right.kind) {
            (ExprKind::Row(left), ExprKind::Row(right)) if !left.is_empty() => {
                self.compare_rows(operator, left, right, range)
            }
            // `(a, b) = (SELECT …)`.
            (ExprKind::Row(items), ExprKind::Query { form: QueryForm::Scalar, tree: Some(tree), .. }) => {
                let left = self.exprs(items)?;
                self.compare_with_query(operator, left, tree, range)
            }
            // A comparison with NULL is what it is; `= NULL` is no test.
            _ => {
                let (left, right) = (self.expr(left)?, self.expr(right)?);
                self.operator(operator, vec![left, right], range)
            }
        }
    }

    fn compare_rows(
        &mut self,
        operator: &Operator,
        left: &[Expr],
        right: &[Expr],
        range: TextRange,
    ) -> Analysed {
        if left.len() != right.len() {
            return Err(Refusal::new("42601", "unequal number of entries in row expressions", range));
        }
        let (left, right) = (self.exprs(left)?, self.exprs(right)?);
        let mut found = Vec::new();
        for (left, right) in left.into_iter().zip(right) {
            let value = self.operator(operator, vec![left, right], range)?;
            found.push(self.must_be_boolean(value, operator, range)?);
        }
        Ok(Value::of(Ty::BOOL, all_not_null(&found)))
    }

    fn must_be_boolean(&self, value: Value, operator: &Operator, range: TextRange) -> Analysed {
        match value.ty {
            Some(ty) if ty != Ty::BOOL => {
                let text = format!(
                    "row comparison operator must yield type boolean, not type {}",
                    self.types().print(ty)
                );
                Err(Refusal::new("42804", format!("{text} ({})", operator.name), range))
            }
            _ => Ok(value),
        }
    }

    pub(super) fn operator(
        &mut self,
        operator: &Operator,
        operands: Vec<Value>,
        range: TextRange,
    ) -> Analysed {
        let schema = operator.schema.as_ref().map(|schema| &*schema.text);
        let at = Some(operator.range).filter(|at| *at != NOWHERE);
        self.apply(schema, &operator.name, operands, at, range)
    }

    /// An operator that a form of the grammar stands for.
    pub(super) fn named_operator(&mut self, name: &str, operands: Vec<Value>, range: TextRange) -> Analysed {
        self.apply(None, name, operands, None, range)
    }

    fn apply(
        &mut self,
        schema: Option<&str>,
        name: &str,
        operands: Vec<Value>,
        at: Option<TextRange>,
        range: TextRange,
    ) -> Analysed {
        let Some(chosen) = self.choose_operator(schema, name, &operands, range)? else {
            return Ok(Value::undetermined());
        };
        // Forms of the grammar stand for an operator too (`IN`, `LIKE`).
        self.dependencies.extend(chosen.id);
        if let (Some(target), Some(range)) = (chosen.id, at) {
            self.references.push(NameReference { range, target, form: Form::Qualified });
        }
        if chosen.builtin && chosen.strict {
            self.level().strict_operations.insert(range);
        }
        let operands: Vec<Value> = operands
            .into_iter()
            .zip(&chosen.arguments)
            .map(|(operand, to)| self.become_type(operand, *to))
            .collect();
        let mut value = Value::of(
            chosen.result,
            self.nulls_of_operator(name, chosen.builtin && chosen.strict, &operands),
        );
        value.collation = self.collate(&operands.iter().collect::<Vec<_>>(), value.ty, range)?;
        Ok(value)
    }

    /// The operator for these operands; `None` if that depends on what is not known.
    pub(super) fn choose_operator(
        &mut self,
        schema: Option<&str>,
        name: &str,
        operands: &[Value],
        range: TextRange,
    ) -> Analysed<Option<ChosenOperator>> {
        let given: Option<Vec<Ty>> = operands.iter().map(|operand| operand.ty).collect();
        let Some(given) = given else { return Ok(None) };
        self.choose_operator_for(schema, name, &given, range)
    }

    pub(super) fn choose_operator_for(
        &mut self,
        schema: Option<&str>,
        name: &str,
        given: &[Ty],
        range: TextRange,
    ) -> Analysed<Option<ChosenOperator>> {
        let written = || {
            let types: Vec<String> = given.iter().map(|ty| self.types().print(*ty)).collect();
            match &*types {
                [only] => format!("{name} {only}"),
                [left, right] => format!("{left} {name} {right}"),
                _ => name.to_owned(),
            }
        };
        match self.resolver.operator(schema, name, given) {
            Found::One(found) => Ok(Some(found)),
            Found::None => {
                Err(Refusal::new("42883", format!("operator does not exist: {}", written()), range))
            }
            Found::Several => {
                Err(Refusal::new("42725", format!("operator is not unique: {}", written()), range))
            }
            Found::Undetermined => {
                let what = format!("operator {}", written());
                self.unresolved.push(super::Unresolved { range, what });
                Ok(None)
            }
        }
    }

    /// `x op ANY (array)`.
    pub(super) fn quantified(
        &mut self,
        operator: &Operator,
        left: &Value,
        array: &Value,
        range: TextRange,
    ) -> Analysed {
        let (Some(left_type), Some(array_type)) = (left.ty, array.ty) else {
            return Ok(Value::of(Ty::BOOL, Nullability::Unknown));
        };
        let item = if array_type == Ty::UNKNOWN {
            Ty::UNKNOWN
        } else {
            let base = self.types().base(array_type);
            match self.types().element(base) {
                Some(item) => item,
                None => {
                    let text = "op ANY/ALL (array) requires array on right side";
                    return Err(
                        Refusal::new("42809", text, range).certain_if(!self.types().is_opaque(array_type))
                    );
                }
            }
        };
        let schema = operator.schema.as_ref().map(|schema| &*schema.text);
        let chosen = self.choose_operator_for(schema, &operator.name, &[left_type, item], range)?;
        if chosen.is_some_and(|chosen| chosen.result != Ty::BOOL) {
            let text = "op ANY/ALL (array) requires operator to yield boolean";
            return Err(Refusal::new("42809", text, range));
        }
        // An element may be null.
        Ok(Value::of(Ty::BOOL, Nullability::Unknown))
    }

    pub(super) fn in_list(
        &mut self,
        operand: &Expr,
        list: &[Expr],
        negated: bool,
        range: TextRange,
    ) -> Analysed {
        let name = if negated { "<>" } else { "=" };
        if let ExprKind::Row(items) = &operand.kind {
            let operator = Operator { schema: None, name: name.into(), range: NOWHERE };
            let left = self.exprs(items)?;
            for item in list {
                let ExprKind::Row(right) = &item.kind else {
                    let right = self.expr(item)?;
                    let row = Value::of(Ty::RECORD, Nullability::Unknown);
                    self.named_operator(name, vec![row, right], range)?;
                    continue;
                };
                if right.len() != left.len() {
                    return Err(Refusal::new(
                        "42601",
                        "unequal number of entries in row expressions",
                        item.range,
                    ));
                }
                for (left, right) in left.iter().zip(right) {
                    let right = self.expr(right)?;
                    self.operator(&operator, vec![left.clone(), right], item.range)?;
                }
            }
            return Ok(Value::of(Ty::BOOL, Nullability::Unknown));
        }
        let left = self.expr(operand)?;
        let mut plain = Vec::new();
        let mut all = vec![left.clone()];
        let mut others = Vec::new();
        for item in list {
            let value = self.expr(item)?;
            all.push(value.clone());
            // What depends on no column can stand in one array.
            if depends_on_columns(item) {
                others.push((value, item.range));
            } else {
                plain.push((value, item.range));
            }
        }
        let types: Option<Vec<Ty>> = std::iter::once(&left)
            .chain(plain.iter().map(|(value, _)| value))
            .map(|value| value.ty)
            .collect();
        let common = match (types, plain.len() > 1) {
            (Some(types), true) => self
                .types()
                .common(&types)
                .ok()
                .filter(|ty| *ty != Ty::RECORD && self.types().all_become(&types, *ty)),
            _ => None,
        };
        let array = common.filter(|ty| !self.types().is_array(*ty));
        match (array, left.ty) {
            (Some(item), Some(left_type)) => {
                self.choose_operator_for(None, name, &[left_type, item], range)?;
                for (value, _) in &plain {
                    self.become_type(value.clone(), item);
                }
            }
            _ => others.append(&mut plain),
        }
        for (value, at) in others {
            let found = self.named_operator(name, vec![left.clone(), value], at)?;
            self.boolean(found, at, "IN")?;
        }
        Ok(Value::of(Ty::BOOL, all_not_null(&all)))
    }

    /// It has the type of the first operand, as the comparison takes it.
    pub(super) fn null_if(&mut self, values: &[Value], range: TextRange) -> Analysed {
        let types: Option<Vec<Ty>> = values.iter().map(|value| value.ty).collect();
        let first = values.first().cloned();
        let chosen = match types {
            Some(_) => self.choose_operator(None, "=", values, range)?,
            None => None,
        };
        let (Some(first), Some(chosen)) = (first, chosen) else { return Ok(Value::undetermined()) };
        let to = chosen.arguments.first().copied().unwrap_or(Ty::TEXT);
        if let (Some(second), Some(to)) = (values.get(1), chosen.arguments.get(1)) {
            self.become_type(second.clone(), *to);
        }
        // Arrays and other polymorphic comparisons leave the operand as it is.
        Ok(self.become_type(first, to).with_nullability(Nullability::Unknown))
    }

    pub(super) fn between(
        &mut self,
        operands: [&Expr; 3],
        negated: bool,
        symmetric: bool,
        range: TextRange,
    ) -> Analysed {
        let [value, low, high] = operands;
        let (value, low, high) = (self.expr(value)?, self.expr(low)?, self.expr(high)?);
        let (first, second) = if negated { ("<", ">") } else { (">=", "<=") };
        let mut found = vec![
            self.named_operator(first, vec![value.clone(), low.clone()], range)?,
            self.named_operator(second, vec![value.clone(), high.clone()], range)?,
        ];
        if symmetric {
            found.push(self.named_operator(first, vec![value.clone(), high], range)?);
            found.push(self.named_operator(second, vec![value, low], range)?);
        }
        Ok(Value::of(Ty::BOOL, all_not_null(&found)))
    }

    pub(super) fn distinct(&mut self, left: &Expr, right: &Expr, range: TextRange) -> Analysed {
        if let (ExprKind::Row(left), ExprKind::Row(right)) = (&left.kind, &right.kind) {
            let operator = Operator { schema: None, name: "=".into(), range: NOWHERE };
            if !left.is_empty() {
                self.compare_rows(&operator, left, right, range)?;
            }
            return Ok(Value::of(Ty::BOOL, Nullability::NotNull));
        }
        let null = |tree: &Expr| matches!(tree.kind, ExprKind::Null);
        let constant = null(left) || null(right);
        let (left, right) = (self.expr(left)?, self.expr(right)?);
        // Against a bare NULL it is a test for NULL, which every type has.
        if !constant {
            let found = self.named_operator("=", vec![left, right], range)?;
            if let Some(ty) = found.ty
                && ty != Ty::BOOL
            {
                let text = "IS DISTINCT FROM requires = operator to yield boolean";
                return Err(Refusal::new("42804", text, range));
            }
        }
        Ok(Value::of(Ty::BOOL, Nullability::NotNull))
    }

    // Sub-queries.

    pub(super) fn sub_query(
        &mut self,
        form: QueryForm,
        outer: Option<&(Box<Expr>, Option<Operator>)>,
        tree: &Query,
        range: TextRange,
    ) -> Analysed {
        if form == QueryForm::Exists {
            self.query(tree, super::Unknowns::Text)?;
            return Ok(Value::of(Ty::BOOL, Nullability::NotNull));
        }
        let Some((operand, operator)) = outer else {
            let fields = self.query(tree, super::Unknowns::Text)?;
            let [field] = &*fields else {
                return Err(Refusal::new("42601", "subquery must return only one column", range));
            };
            let mut value = field.value.clone();
            if form == QueryForm::Array {
                if let Some(ty) = value.ty
                    && !self.types().is_array(ty)
                {
                    value.ty = Some(self.types().array_of(ty));
                }
                value.nullability = Nullability::NotNull;
                return Ok(value);
            }
            // Without a row it is null.
            if !gives_one_row(tree) {
                value.nullability = Nullability::Nullable;
            }
            return Ok(value);
        };
        let equals = Operator { schema: None, name: "=".into(), range: NOWHERE };
        let operator = operator.as_ref().unwrap_or(&equals);
        let left = match &operand.kind {
            ExprKind::Row(items) => self.exprs(items)?,
            _ => vec![self.expr(operand)?],
        };
        self.compare_with_query(operator, left, tree, range)
    }

    /// A row against the columns of a query.
    fn compare_with_query(
        &mut self,
        operator: &Operator,
        left: Vec<Value>,
        tree: &Query,
        range: TextRange,
    ) -> Analysed {
        let fields = self.query(tree, super::Unknowns::Text)?;
        if fields.len() > left.len() {
            return Err(Refusal::new("42601", "subquery has too many columns", range));
        }
        if fields.len() < left.len() {
            return Err(Refusal::new("42601", "subquery has too few columns", range));
        }
        for (left, field) in left.into_iter().zip(fields) {
            let value = self.operator(operator, vec![left, field.value], range)?;
            self.must_be_boolean(value, operator, range)?;
        }
        Ok(Value::of(Ty::BOOL, Nullability::Unknown))
    }

    /// The collation that a type brings.
    pub(super) fn own_collation(&self, ty: Ty) -> Collation {
        self.types().info(ty).collation.clone().map_or(Collation::None, Collation::Implicit)
    }
}

/// An aggregate over everything: one row, whatever there is.
fn gives_one_row(query: &Query) -> bool {
    use crate::query::tree::Body;
    if query.limit.is_some() || query.offset.is_some() {
        return false;
    }
    let Body::Select(select) = &query.body else { return false };
    let [target] = &*select.targets else { return false };
    // Only the plainest form counts: `count(…)` itself, of which there is no other function.
    let ExprKind::Call(call) = &target.value.kind else { return false };
    select.group_by.is_empty()
        && select.having.is_none()
        && call.over.is_none()
        && matches!(&*call.function.texts(), ["count"] | ["pg_catalog", "count"])
}

/// Contains a name of a column, or a query that may.
fn depends_on_columns(tree: &Expr) -> bool {
    if matches!(tree.kind, ExprKind::Column { .. } | ExprKind::Query { .. }) {
        return true;
    }
    let mut found = false;
    tree.each_child(&mut |child| found = found || depends_on_columns(child));
    found
}
