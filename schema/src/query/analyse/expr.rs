//! Expressions: each form, what it gives (`transformExpr` of `parse_expr.c`).

use std::rc::Rc;

use super::call::Callee;
use super::names::{self, Clause, FoundColumn, Miss, SYSTEM_COLUMNS};
use super::outcome::{Form, NameReference};
use super::value::{Collation, Field, Value, all_not_null};
use super::{Analysed, Analyser, Refusal};
use crate::expression::tree::{
    Choice, Expr, ExprKind, IsTest, LikeKind, Path, SqlKeyword, Subscript, TextRange, TypeName,
};
use crate::expression::typing::Nullability;
use crate::expression::typing::coerce::Context;
use crate::expression::typing::types::{Kind, Modifiers, Ty};

impl Analyser<'_> {
    pub(super) fn expr(&mut self, tree: &Expr) -> Analysed {
        use Nullability::{NotNull, Nullable, Unknown};
        let range = tree.range;
        Ok(match &tree.kind {
            ExprKind::Null => Value::of(Ty::UNKNOWN, Nullable),
            ExprKind::Boolean(_) => Value::of(Ty::BOOL, NotNull),
            ExprKind::Number(written) => Value::of(number_type(written, false), NotNull),
            ExprKind::String(text) => {
                let mut value = Value::of(Ty::UNKNOWN, NotNull);
                value.literal = Some((text.as_ref().into(), range));
                value
            }
            ExprKind::BitString(_) => Value::of(Ty::BIT, NotNull),
            ExprKind::Parameter(number) => self.parameter(*number, range)?,
            ExprKind::Column { path, all } => self.column(path, *all, range)?,
            ExprKind::Keyword(keyword, precision) => self.keyword(*keyword, precision.as_deref()),
            ExprKind::Call(call) => self.call(call, range, Callee::Expression)?,
            ExprKind::Unary { operator, operand } => {
                if let (ExprKind::Number(written), "-", None) =
                    (&operand.kind, &*operator.name, &operator.schema)
                {
                    return Ok(Value::of(number_type(written, true), NotNull));
                }
                let operand = self.expr(operand)?;
                self.operator(operator, vec![operand], range)?
            }
            ExprKind::Binary { operator, left, right } => self.binary(operator, left, right, range)?,
            ExprKind::And(terms) => self.junction(terms, "AND")?,
            ExprKind::Or(terms) => self.junction(terms, "OR")?,
            ExprKind::Not(operand) => {
                let value = self.expr(operand)?;
                let value = self.boolean(value, operand.range, "NOT")?;
                Value::of(Ty::BOOL, all_not_null([&value]))
            }
            ExprKind::Cast { operand, ty } => self.cast(operand, ty, range)?,
            ExprKind::Case { operand, branches, otherwise } => {
                self.case(operand.as_deref(), branches, otherwise.as_deref(), range)?
            }
            ExprKind::Choice(choice, items) => self.choice(*choice, items, range)?,
            ExprKind::Array(items) => self.array(items, None, range)?,
            ExprKind::Row(items) => self.row(items)?,
            ExprKind::In { operand, list, negated } => self.in_list(operand, list, *negated, range)?,
            ExprKind::Between { operand, low, high, negated, symmetric } => {
                self.between([operand, low, high], *negated, *symmetric, range)?
            }
            ExprKind::Is { operand, test, negated: _ } => self.is_test(operand, test)?,
            ExprKind::IsDistinct { left, right, .. } => self.distinct(left, right, range)?,
            ExprKind::Quantified { left, operator, array, all: _ } => {
                let (left, array) = (self.expr(left)?, self.expr(array)?);
                self.quantified(operator, &left, &array, range)?
            }
            ExprKind::Like { kind, operand, pattern, escape, negated } => {
                self.like(*kind, operand, pattern, escape.as_deref(), *negated, range)?
            }
            ExprKind::Collate { operand, collation } => {
                let value = self.expr(operand)?;
                self.collate_clause(value, collation, range)?
            }
            ExprKind::Subscript { operand, index } => self.subscript(operand, index, range)?,
            ExprKind::Field { operand, field } => {
                let before = self.references.len();
                let value = self.row_operand(operand)?;
                let within = self.references.len();
                let found = self.field(&value, &field.text, field.range)?;
                if self.references.get(within).is_some_and(|last| last.form == Form::Qualified) {
                    self.references[before..].rotate_left(within - before);
                    self.write_as_call(before, operand.range, tree.range);
                }
                found
            }
            ExprKind::AllFields(operand) => {
                self.row_operand(operand)?;
                Value::of(Ty::RECORD, Unknown)
            }
            ExprKind::Query { form, outer, tree, query } => {
                let Some(tree) = tree else {
                    return Err(
                        Refusal::new("0A000", "the sub-query could not be read", *query).certain_if(false)
                    );
                };
                self.sub_query(*form, outer.as_ref(), tree, range)?
            }
        })
    }

    pub(super) fn exprs(&mut self, trees: &[Expr]) -> Analysed<Vec<Value>> {
        trees.iter().map(|tree| self.expr(tree)).collect()
    }

    fn junction(&mut self, terms: &[Expr], word: &str) -> Analysed {
        let mut values = Vec::with_capacity(terms.len());
        for term in terms {
            let value = self.expr(term)?;
            values.push(self.boolean(value, term.range, word)?);
        }
        Ok(Value::of(Ty::BOOL, all_not_null(&values)))
    }

    fn keyword(&self, keyword: SqlKeyword, precision: Option<&str>) -> Value {
        let ty = match keyword {
            SqlKeyword::CurrentDate => Ty::DATE,
            SqlKeyword::CurrentTime => Ty::TIMETZ,
            SqlKeyword::CurrentTimestamp => Ty::TIMESTAMPTZ,
            SqlKeyword::LocalTime => Ty::TIME,
            SqlKeyword::LocalTimestamp => Ty::TIMESTAMP,
            SqlKeyword::CurrentRole
            | SqlKeyword::CurrentUser
            | SqlKeyword::SessionUser
            | SqlKeyword::User
            | SqlKeyword::CurrentCatalog
            | SqlKeyword::CurrentSchema => Ty::NAME,
        };
        // There may be no schema in the path.
        let nullability =
            if keyword == SqlKeyword::CurrentSchema { Nullability::Unknown } else { Nullability::NotNull };
        let mut value = Value::of(ty, nullability);
        value.collation =
            self.types().info(ty).collation.clone().map_or(Collation::None, Collation::Implicit);
        if let Some(precision) = precision {
            let cut = precision.parse::<u32>().map_or(6, |given| given.min(6)).to_string();
            value.modifiers = Modifiers::new(vec![cut.into()], None);
        }
        value
    }

    fn parameter(&self, number: u32, range: TextRange) -> Analysed {
        let found = (number as usize).checked_sub(1).and_then(|at| self.environment.parameters.get(at));
        match found {
            Some(parameter) => {
                self.takes_parameters.set(true);
                Ok(self.of_ref(&parameter.ty, Nullability::Unknown))
            }
            None => Err(Refusal::new("42P02", format!("there is no parameter ${number}"), range)),
        }
    }

    /// The value of a column of this type.
    pub(super) fn of_ref(
        &self,
        used: &crate::expression::typing::TypeRef,
        nullability: Nullability,
    ) -> Value {
        use crate::expression::typing::types::Types;
        let mut value = Value::new(self.types().of_ref(used), nullability);
        value.modifiers = Types::modifiers_of_ref(used);
        if let Some(ty) = value.ty {
            value.collation =
                self.types().info(ty).collation.clone().map_or(Collation::None, Collation::Implicit);
        }
        value
    }

    /// The value of a column or field.
    pub(super) fn of_column(
        &self,
        column: &crate::expression::typing::ScopeColumn,
        nullability: Nullability,
    ) -> Value {
        let mut value = match &column.ty {
            Some(used) => self.of_ref(used, nullability),
            None => Value::new(None, nullability),
        };
        if let Some(collation) = &column.collation {
            let name = if &**collation == "\"default\"" { "" } else { collation };
            value.collation = Collation::Implicit(name.into());
        }
        value
    }

    // Columns.

    fn column(&mut self, path: &Path, all: bool, range: TextRange) -> Analysed {
        let texts = path.texts();
        if all {
            // `f(t.*)` and `t.*` in a row: the whole row.
            return match &*texts {
                [] => Err(Refusal::new("42601", "row expansion via \"*\" is not supported here", range)),
                [name] => self.whole_row(None, name, path, range),
                [.., schema, name] => self.whole_row(Some(schema), name, path, range),
            };
        }
        match &*texts {
            [name] => self.plain_column(name, path, range),
            [table, name] => self.qualified_column(None, table, name, path, range),
            [schema, table, name] | [_, schema, table, name] => {
                self.qualified_column(Some(schema), table, name, path, range)
            }
            _ => Err(Refusal::new("42601", "improper qualified name (too many dotted names)", range)),
        }
    }

    fn plain_column(&mut self, name: &str, path: &Path, range: TextRange) -> Analysed {
        match names::find_column(&self.levels, name) {
            // The range may have parentheses around the name.
            Ok(found) => Ok(self.use_column(found, path.range(), range)),
            Err(Miss::Ambiguous) => {
                Err(Refusal::new("42702", format!("column reference \"{name}\" is ambiguous"), range))
            }
            Err(Miss::Forbidden) => Err(forbidden_column(name, range)),
            Err(Miss::Absent) => {
                if names::find_source(&self.levels, None, name).is_ok() {
                    return self.whole_row(None, name, path, range);
                }
                let parameter = self
                    .environment
                    .parameters
                    .iter()
                    .find(|parameter| parameter.name.as_deref() == Some(name));
                if let Some(parameter) = parameter {
                    return Ok(self.of_ref(&parameter.ty, Nullability::Unknown));
                }
                Err(Refusal::new("42703", format!("column \"{name}\" does not exist"), range))
            }
        }
    }

    fn qualified_column(
        &mut self,
        schema: Option<&str>,
        table: &str,
        name: &str,
        path: &Path,
        range: TextRange,
    ) -> Analysed {
        let qualifier = qualifier_range(path);
        let name_range = path.parts.last().map_or(range, |part| part.range);
        match names::find_source(&self.levels, schema, table) {
            Ok((depth, item)) => {
                let item = item.clone();
                let level = self.levels.len() - 1 - depth;
                let source = &self.levels[level].sources[item.source];
                match source.column(name, item.subset.as_deref()) {
                    Ok(column) => {
                        self.qualifier_reference(&item, depth, qualifier, schema.is_some());
                        Ok(self.use_column(
                            FoundColumn { depth, source: item.source, column },
                            name_range,
                            range,
                        ))
                    }
                    Err(Miss::Ambiguous) => {
                        Err(Refusal::new("42702", format!("column reference \"{name}\" is ambiguous"), range))
                    }
                    Err(_) => {
                        // `t.f` may be `f(t)`.
                        let row = self.row_value(depth, item.source);
                        let before = self.references.len();
                        if let Some(found) = self.call_on_row(name, &row, name_range)? {
                            let call = self.references.len() > before;
                            self.qualifier_reference(&item, depth, qualifier, schema.is_some());
                            if call {
                                self.write_as_call(before, qualifier, range);
                            }
                            return Ok(found);
                        }
                        let text = format!("column {table}.{name} does not exist");
                        Err(Refusal::new("42703", text, range))
                    }
                }
            }
            Err(Miss::Ambiguous) => {
                Err(Refusal::new("42P09", format!("table reference \"{table}\" is ambiguous"), range))
            }
            Err(miss) => {
                // A parameter's field, or a parameter by its function's name.
                let of_name = |wanted: &str| {
                    self.environment
                        .parameters
                        .iter()
                        .find(|parameter| parameter.name.as_deref() == Some(wanted))
                        .map(|parameter| self.of_ref(&parameter.ty, Nullability::Unknown))
                };
                if schema.is_none() {
                    if self.environment.function.as_deref() == Some(table)
                        && let Some(value) = of_name(name)
                    {
                        return Ok(value);
                    }
                    if let Some(row) = of_name(table) {
                        return self.field(&row, name, name_range);
                    }
                } else if self.environment.function.as_deref() == schema
                    && let Some(row) = of_name(table)
                {
                    return self.field(&row, name, name_range);
                }
                Err(missing_table(schema, table, miss, range))
            }
        }
    }

    /// The name of a table before a column, where it is the table's own and may change.
    pub(super) fn qualifier_reference(
        &mut self,
        item: &names::Visible,
        depth: usize,
        range: TextRange,
        with_schema: bool,
    ) {
        let level = self.levels.len() - 1 - depth;
        if item.schema.is_some()
            && let Some(target) = self.levels[level].sources[item.source].relation
        {
            let form = if with_schema { Form::Qualified } else { Form::Bare };
            self.references.push(NameReference { range, target, form });
        }
    }

    /// Notes that a column is used, and gives its value. `at` is its name's place, `range` that of all of it.
    pub(super) fn use_column(&mut self, found: FoundColumn, at: TextRange, range: TextRange) -> Value {
        let level = self.levels.len() - 1 - found.depth;
        let level = &mut self.levels[level];
        let source = &level.sources[found.source];
        let base = source.columns.get(found.column).and_then(|column| column.base);
        let (source_at, column_at) = base.unwrap_or((found.source, found.column));
        let places = self.named_columns.entry(at.start).or_default();
        places.push((source.serial, found.column));
        let source = &level.sources[source_at];
        places.push((source.serial, column_at));
        self.uses.push(super::SourceUse { range, source: source.serial, column: Some(column_at as u32) });
        let (mut value, target) = match source.columns.get(column_at) {
            Some(column) => (column.value.clone(), column.target),
            None => {
                let ty = SYSTEM_COLUMNS.get(column_at - source.columns.len()).map(|(_, ty)| *ty);
                (Value::new(ty, Nullability::NotNull), None)
            }
        };
        value.nullability = names::nullability(level, source_at, column_at);
        level.uses.insert(range.start, names::ColumnUse { source: source_at, column: column_at, range });
        if let Some(target) = target {
            self.references.push(NameReference { range: at, target, form: Form::Bare });
        }
        value
    }

    fn whole_row(&mut self, schema: Option<&str>, name: &str, path: &Path, range: TextRange) -> Analysed {
        match names::find_source(&self.levels, schema, name) {
            Ok((depth, item)) => {
                let item = item.clone();
                self.qualifier_reference(&item, depth, path.range(), schema.is_some());
                let level = self.levels.len() - 1 - depth;
                let source = self.levels[level].sources[item.source].serial;
                self.uses.push(super::SourceUse { range, source, column: None });
                Ok(self.row_value(depth, item.source))
            }
            Err(miss) => {
                let parameter = self
                    .environment
                    .parameters
                    .iter()
                    .find(|parameter| parameter.name.as_deref() == Some(name));
                match parameter {
                    Some(parameter) => Ok(self.of_ref(&parameter.ty, Nullability::Unknown)),
                    None => Err(missing_table(schema, name, miss, range)),
                }
            }
        }
    }

    pub(super) fn row_value(&self, depth: usize, source: usize) -> Value {
        let level = self.levels.len() - 1 - depth;
        let source = &self.levels[level].sources[source];
        let mut value = Value::of(source.row.unwrap_or(Ty::RECORD), Nullability::Unknown);
        if source.row.is_none() {
            let fields = source
                .columns
                .iter()
                .map(|column| Field {
                    name: column.name.clone(),
                    value: column.value.clone().with_nullability(Nullability::Unknown),
                })
                .collect();
            value.fields = Some(fields);
        } else if let Some(ty) = source.row {
            value.collation =
                self.types().info(ty).collation.clone().map_or(Collation::None, Collation::Implicit);
        }
        value
    }

    // Rows and their fields.

    fn row(&mut self, items: &[Expr]) -> Analysed {
        let mut fields = Vec::new();
        for item in items {
            if let ExprKind::Column { path, all: true } = &item.kind
                && !path.parts.is_empty()
            {
                for value in self.expand_in_row(path, item.range)? {
                    fields.push(value);
                }
            } else {
                let value = self.expr(item)?;
                fields.push(self.known(value));
            }
        }
        let fields: Rc<[Field]> = fields
            .into_iter()
            .enumerate()
            .map(|(at, value)| Field { name: format!("f{}", at + 1).into(), value })
            .collect();
        let mut value = Value::of(Ty::RECORD, Nullability::Unknown);
        value.fields = Some(fields);
        Ok(value)
    }

    /// What stands before `.field`: the name of a table is its row.
    pub(super) fn row_operand(&mut self, operand: &Expr) -> Analysed {
        if let ExprKind::Column { path, all: false } = &operand.kind
            && let [name] = &*path.texts()
            && names::find_column(&self.levels, name).is_err()
            && names::find_source(&self.levels, None, name).is_ok()
        {
            return self.whole_row(None, name, path, operand.range);
        }
        self.expr(operand)
    }

    pub(super) fn field(&mut self, row: &Value, name: &str, range: TextRange) -> Analysed {
        if let Some(fields) = &row.fields {
            return match fields.iter().find(|field| *field.name == *name) {
                Some(field) => Ok(field.value.clone().with_nullability(Nullability::Unknown)),
                None => {
                    let text = format!("could not identify column \"{name}\" in record data type");
                    Err(Refusal::new("42703", text, range))
                }
            };
        }
        let Some(ty) = row.ty else { return Ok(Value::undetermined()) };
        if let Some(fields) = self.types().fields(ty) {
            if let Some(field) = fields.iter().find(|field| *field.name == *name) {
                if let Some(target) = field.id {
                    self.references.push(NameReference { range, target, form: Form::Bare });
                } else if let Some(target) = self.composite(ty) {
                    self.references.push(NameReference { range, target, form: Form::Attribute });
                }
                return Ok(self.of_column(field, Nullability::Unknown));
            }
            if let Some(found) = self.call_on_row(name, row, range)? {
                return Ok(found);
            }
            let text = format!("column \"{name}\" not found in data type {}", self.types().print(ty));
            return Err(Refusal::new("42703", text, range));
        }
        if let Some(found) = self.call_on_row(name, row, range)? {
            return Ok(found);
        }
        if self.types().is_opaque(ty) || ty == Ty::RECORD {
            let text = format!("could not identify column \"{name}\" in record data type");
            return Err(Refusal::new("42703", text, range).certain_if(ty == Ty::RECORD));
        }
        let text = format!(
            "column notation .{name} applied to type {}, which is not a composite type",
            self.types().print(ty)
        );
        Err(Refusal::new("42809", text, range))
    }

    /// The composite type of the catalog that a value's fields are of.
    pub(super) fn composite(&self, ty: Ty) -> Option<crate::catalog::ObjectId> {
        self.types().info(self.types().base(ty)).id
    }

    // Casts.

    pub(super) fn type_of(&mut self, name: &TypeName) -> Analysed<(Ty, Modifiers)> {
        let Some((ty, modifiers)) = self.types().of_name(name) else {
            let written = name.path.texts().join(".");
            let certain = !self.types().open_world();
            let schema = name.path.schema().filter(|_| name.path.parts.len() == 2);
            if let Some(schema) = schema
                && !self.has_schema(schema)
            {
                let text = format!("schema \"{schema}\" does not exist");
                return Err(Refusal::new("3F000", text, name.name_range));
            }
            return Err(Refusal::new("42704", format!("type \"{written}\" does not exist"), name.name_range)
                .certain_if(certain));
        };
        if let Some(target) = self.types().info(ty).id {
            self.references.push(NameReference { range: name.name_range, target, form: Form::Qualified });
        }
        Ok((ty, modifiers))
    }

    pub(super) fn has_schema(&self, name: &str) -> bool {
        matches!(name, "pg_catalog" | "information_schema" | "pg_temp") || self.types().scope.has_schema(name)
    }

    fn cast(&mut self, operand: &Expr, name: &TypeName, range: TextRange) -> Analysed {
        let (ty, modifiers) = self.type_of(name)?;
        if let ExprKind::Array(items) = &operand.kind
            && let Some(element) = self.types().element(self.types().base(ty))
        {
            let value = self.array(items, Some((element, &modifiers)), range)?;
            return Ok(self.explicit(value, ty, modifiers));
        }
        if let ExprKind::String(text) = &operand.kind {
            self.literal_reference(ty, text, operand.range)?;
        }
        let value = self.expr(operand)?;
        if let (Some(given), Some(wanted)) = (&value.fields, self.types().fields(ty))
            && given.len() != wanted.len()
            && value.ty == Some(Ty::RECORD)
        {
            let text = format!("cannot cast type record to {}", self.types().print(ty));
            let many = if given.len() > wanted.len() { "many" } else { "few" };
            return Err(Refusal::new("42846", text, range).help(format!("the row has too {many} columns")));
        }
        if let Some(from) = value.ty
            && !self.types().can_coerce(from, ty, Context::Explicit)
        {
            let types = self.types();
            let text = format!("cannot cast type {} to {}", types.print(from), types.print(ty));
            let certain = !types.is_opaque(from) && !types.is_opaque(ty);
            return Err(Refusal::new("42846", text, range).certain_if(certain));
        }
        Ok(self.explicit(value, ty, modifiers))
    }

    /// A value after a cast that was written: it has the modifiers that were.
    pub(super) fn explicit(&self, value: Value, ty: Ty, modifiers: Modifiers) -> Value {
        let mut found = self.become_type(value, ty);
        found.modifiers = modifiers;
        found
    }

    // Forms whose branches take one type.

    fn case(
        &mut self,
        operand: Option<&Expr>,
        branches: &[(Expr, Expr)],
        otherwise: Option<&Expr>,
        range: TextRange,
    ) -> Analysed {
        let subject = match operand {
            Some(operand) => {
                let value = self.expr(operand)?;
                Some(self.known(value))
            }
            None => None,
        };
        let mut results = Vec::new();
        for (condition, result) in branches {
            let value = self.expr(condition)?;
            match &subject {
                Some(subject) => {
                    let equal = self.named_operator("=", vec![subject.clone(), value], condition.range)?;
                    self.boolean(equal, condition.range, "CASE/WHEN")?;
                }
                None => {
                    self.boolean(value, condition.range, "CASE/WHEN")?;
                }
            }
            results.push(self.expr(result)?);
        }
        // `ELSE` decides first.
        let last = match otherwise {
            Some(otherwise) => self.expr(otherwise)?,
            None => Value::of(Ty::UNKNOWN, Nullability::Nullable),
        };
        results.insert(0, last);
        self.unify(results, "CASE", range)
    }

    /// The type that all take, or a refusal that names the form.
    pub(super) fn common_type(&self, values: &[Value], form: &str, range: TextRange) -> Analysed<Option<Ty>> {
        let types: Option<Vec<Ty>> = values.iter().map(|value| value.ty).collect();
        let Some(types) = types else { return Ok(None) };
        match self.types().common(&types) {
            Ok(ty) => {
                for from in &types {
                    if !self.types().can_coerce(*from, ty, Context::Implicit) {
                        let text = format!(
                            "{form} could not convert type {} to {}",
                            self.types().print(*from),
                            self.types().print(ty)
                        );
                        return Err(Refusal::new("42846", text, range));
                    }
                }
                Ok(Some(ty))
            }
            Err((left, right)) => {
                if self.types().is_opaque(left) || self.types().is_opaque(right) {
                    return Ok(None);
                }
                let text = format!(
                    "{form} types {} and {} cannot be matched",
                    self.types().print(left),
                    self.types().print(right)
                );
                Err(Refusal::new("42804", text, range))
            }
        }
    }

    /// All to their common type: what the form gives. It is not null where none of them is.
    pub(super) fn unify(&mut self, values: Vec<Value>, form: &str, range: TextRange) -> Analysed {
        let ty = self.common_type(&values, form, range)?;
        Ok(self.merged(values, ty, range)?.with_nullability_of_all())
    }

    /// Values of one type as one: modifiers where all have the same.
    fn merged(&mut self, values: Vec<Value>, ty: Option<Ty>, range: TextRange) -> Analysed<Merged> {
        let values: Vec<Value> = match ty {
            Some(ty) => values.into_iter().map(|value| self.become_type(value, ty)).collect(),
            None => values,
        };
        let collation = self.collate(&values.iter().collect::<Vec<_>>(), ty, range)?;
        let mut value = Value::new(ty, Nullability::Unknown);
        if let Some(first) = values.first()
            && values.iter().all(|other| other.modifiers == first.modifiers)
        {
            value.modifiers = first.modifiers.clone();
        }
        value.collation = collation;
        Ok(Merged { value, values })
    }

    fn choice(&mut self, choice: Choice, items: &[Expr], range: TextRange) -> Analysed {
        let values = self.exprs(items)?;
        let form = match choice {
            Choice::Coalesce => "COALESCE",
            Choice::Greatest => "GREATEST",
            Choice::Least => "LEAST",
            Choice::NullIf => return self.null_if(&values, range),
        };
        let ty = self.common_type(&values, form, range)?;
        let merged = self.merged(values, ty, range)?;
        // One that is not null is enough.
        let some = merged.values.iter().any(|value| value.nullability == Nullability::NotNull);
        let nullability = if some { Nullability::NotNull } else { Nullability::Unknown };
        Ok(merged.value.with_nullability(nullability))
    }

    /// `ARRAY[…]`. `wanted` are the element's type and the modifiers of a cast around it.
    pub(super) fn array(
        &mut self,
        items: &[Expr],
        wanted: Option<(Ty, &Modifiers)>,
        range: TextRange,
    ) -> Analysed {
        let mut values = Vec::new();
        let mut nested = false;
        for item in items {
            if let ExprKind::Array(inner) = &item.kind {
                values.push(self.array(inner, wanted, item.range)?);
                nested = true;
            } else {
                let value = self.expr(item)?;
                nested |= value.ty.is_some_and(|ty| self.types().is_array(ty));
                values.push(value);
            }
        }
        if let Some((element, modifiers)) = wanted {
            let array = self.types().array_of(element);
            let to = if nested { array } else { element };
            for (value, item) in values.iter().zip(items) {
                if let Some(from) = value.ty
                    && !self.types().can_coerce(from, to, Context::Explicit)
                {
                    let types = self.types();
                    let text = format!("cannot cast type {} to {}", types.print(from), types.print(to));
                    let certain = !types.is_opaque(from) && !types.is_opaque(to);
                    return Err(Refusal::new("42846", text, item.range).certain_if(certain));
                }
            }
            let mut value = Value::of(array, Nullability::NotNull);
            value.modifiers = modifiers.clone();
            value.collation = self.collate(&values.iter().collect::<Vec<_>>(), Some(array), range)?;
            return Ok(value);
        }
        if values.is_empty() {
            return Err(Refusal::new("42P18", "cannot determine type of empty array", range)
                .help("write the type: ARRAY[]::integer[]"));
        }
        let ty = self.common_type(&values, "ARRAY", range)?;
        let merged = self.merged(values, ty, range)?;
        let mut value = merged.value.with_nullability(Nullability::NotNull);
        if let (Some(ty), false) = (value.ty, nested) {
            value.ty = Some(self.types().array_of(ty));
        }
        Ok(value)
    }

    // Tests.

    fn is_test(&mut self, operand: &Expr, test: &IsTest) -> Analysed {
        let value = self.expr(operand)?;
        let word = match test {
            IsTest::True => "IS TRUE",
            IsTest::False => "IS FALSE",
            IsTest::Unknown => "IS UNKNOWN",
            IsTest::Null | IsTest::Document => return Ok(Value::of(Ty::BOOL, Nullability::NotNull)),
            IsTest::Normalized(_) => {
                let text = |to: &str, from: &str| {
                    format!("argument of IS NORMALIZED must be type {to}, not type {from}")
                };
                let value = self.must_become(value, Ty::TEXT, Context::Implicit, operand.range, text)?;
                return Ok(Value::of(Ty::BOOL, all_not_null([&value])));
            }
        };
        self.boolean(value, operand.range, word)?;
        Ok(Value::of(Ty::BOOL, Nullability::NotNull))
    }

    fn like(
        &mut self,
        kind: LikeKind,
        operand: &Expr,
        pattern: &Expr,
        escape: Option<&Expr>,
        negated: bool,
        range: TextRange,
    ) -> Analysed {
        let left = self.expr(operand)?;
        let mut right = self.expr(pattern)?;
        let (plain, not, function) = match kind {
            LikeKind::Like => ("~~", "!~~", "like_escape"),
            LikeKind::ILike => ("~~*", "!~~*", "like_escape"),
            LikeKind::Similar => ("~", "!~", "similar_to_escape"),
        };
        if escape.is_some() || kind == LikeKind::Similar {
            let mut arguments = vec![right];
            if let Some(escape) = escape {
                arguments.push(self.expr(escape)?);
            }
            right = self.catalog_call(function, &arguments, range)?;
        }
        self.named_operator(if negated { not } else { plain }, vec![left, right], range)
    }

    fn subscript(&mut self, operand: &Expr, index: &Subscript, range: TextRange) -> Analysed {
        // `m[1][2]` is one subscript of two dimensions; `(m[1])[2]` is not.
        let mut operand = operand;
        let mut indexes = vec![index];
        while let ExprKind::Subscript { operand: inner, index } = &operand.kind
            && inner.range.start == operand.range.start
        {
            indexes.push(index);
            operand = inner;
        }
        let mut bounds: Vec<&Expr> = Vec::new();
        for index in indexes.iter().rev() {
            match index {
                Subscript::Index(index) => bounds.push(index),
                Subscript::Slice(lower, upper) => {
                    bounds.extend(lower.iter().chain(upper).map(|bound| &**bound));
                }
            }
        }
        let value = self.row_operand(operand)?;
        let mut values = Vec::new();
        for bound in &bounds {
            values.push(self.expr(bound)?);
        }
        let Some(ty) = value.ty else { return Ok(Value::undetermined()) };
        let (container, modifiers) = if self.types().is_domain(ty) {
            self.types().base_with_modifiers(ty)
        } else {
            (ty, value.modifiers.clone())
        };
        let slice = indexes.iter().any(|index| matches!(index, Subscript::Slice(..)));
        let part = match &self.types().info(container).kind {
            Kind::Array(element) => Some(*element),
            Kind::Base(Some(fact)) => self.types().of_fact(*fact),
            _ if container == Ty::JSONB => Some(Ty::JSONB),
            // hstore takes keys.
            _ if self.types().info(container).fact.is_some_and(|fact| fact.source == "hstore") => {
                Some(Ty::TEXT)
            }
            _ => None,
        };
        let keyed = container == Ty::JSONB || part == Some(Ty::TEXT) && !self.types().is_array(container);
        if !keyed {
            for (bound, tree) in values.into_iter().zip(&bounds) {
                self.must_become(bound, Ty::INT4, Context::Assignment, tree.range, |_, _| {
                    "array subscript must have type integer".to_owned()
                })?;
            }
        }
        let Some(part) = part else {
            if self.types().is_opaque(container) {
                return Ok(Value::undetermined());
            }
            let text = format!(
                "cannot subscript type {} because it does not support subscripting",
                self.types().print(ty)
            );
            return Err(Refusal::new("42804", text, range));
        };
        let mut found = Value::of(if slice { container } else { part }, Nullability::Unknown);
        found.modifiers = modifiers;
        let own = self.types().info(found.ty.unwrap_or(part)).collation.clone();
        found.collation = match (own, value.collation) {
            (None, _) => Collation::None,
            (Some(own), Collation::None) => Collation::Implicit(own),
            (Some(_), collation) => collation,
        };
        Ok(found)
    }

    /// Where an expression of this kind may stand.
    pub(super) fn clause(&self) -> Clause {
        self.levels.last().map_or(Clause::Targets, |level| level.clause)
    }
}

/// Values that took one type.
struct Merged {
    value: Value,
    values: Vec<Value>,
}

impl Merged {
    fn with_nullability_of_all(self) -> Value {
        let nullable = self.values.iter().any(|value| value.nullability == Nullability::Nullable);
        let nullability = if nullable { Nullability::Nullable } else { all_not_null(&self.values) };
        self.value.with_nullability(nullability)
    }
}

/// The type that a number has as a constant (`make_const`).
fn number_type(written: &str, negated: bool) -> Ty {
    let lower = written.to_ascii_lowercase();
    let radix = [("0x", 16), ("0o", 8), ("0b", 2)].iter().find_map(|(prefix, radix)| {
        lower.strip_prefix(prefix).map(|digits| i128::from_str_radix(digits, *radix))
    });
    let value = match radix {
        Some(value) => value.ok(),
        None if lower.bytes().all(|byte| byte.is_ascii_digit()) => lower.parse::<i128>().ok(),
        None => None,
    };
    let value = value.map(|value| if negated { -value } else { value });
    match value {
        Some(value) if i32::try_from(value).is_ok() => Ty::INT4,
        Some(value) if i64::try_from(value).is_ok() => Ty::INT8,
        _ => Ty::NUMERIC,
    }
}

/// All parts of a name but the last.
pub(super) fn qualifier_range(path: &Path) -> TextRange {
    match path.parts.split_last() {
        Some((_, [first, .., last])) => first.range.to(last.range),
        Some((_, [only])) => only.range,
        _ => path.range(),
    }
}

pub(super) fn missing_table(schema: Option<&str>, table: &str, miss: Miss, range: TextRange) -> Refusal {
    let name = schema.map_or_else(|| table.to_owned(), |schema| format!("{schema}.{table}"));
    match miss {
        Miss::Ambiguous => Refusal::new("42P09", format!("table reference \"{name}\" is ambiguous"), range),
        Miss::Forbidden => Refusal::new(
            "42P01",
            format!("invalid reference to FROM-clause entry for table \"{name}\""),
            range,
        )
        .help("it cannot be referenced from this part of the query; LATERAL may be missing"),
        Miss::Absent => {
            Refusal::new("42P01", format!("missing FROM-clause entry for table \"{name}\""), range)
        }
    }
}

fn forbidden_column(name: &str, range: TextRange) -> Refusal {
    let help = format!("there is a column \"{name}\", but this part of the query cannot refer to it");
    Refusal::new("42703", format!("column \"{name}\" does not exist"), range).help(help)
}
