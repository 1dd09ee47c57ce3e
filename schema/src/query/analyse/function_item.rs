//! Functions after `FROM`: the columns of what they give (`addRangeTableEntryForFunction`).

use super::call::{CallResult, Callee};
use super::from::kept_columns;
use super::names::{Source, SourceColumn, Visible};
use super::outcome::{Edit, KeptAlias, KeptNames, Piece};
use super::value::Value;
use super::{Analysed, Analyser, Refusal, label};
use crate::catalog::ObjectId;
use crate::catalog::names::quote_identifier;
use crate::expression::tree::{Call, Expr, ExprKind, TextRange};
use crate::expression::typing::Nullability;
use crate::expression::typing::types::Ty;
use crate::query::tree::{Alias, TableFunction};

impl Analyser<'_> {
    pub(super) fn function_item(
        &mut self,
        functions: &[TableFunction],
        ordinality: bool,
        alias: Option<&Alias>,
        range: TextRange,
    ) -> Analysed<Visible> {
        let mut columns = Vec::new();
        let mut row = None;
        let mut count = 0;
        for function in functions {
            // `unnest(a, b)` is one `unnest` each, side by side.
            if let Some(arguments) = several_arrays(function) {
                for argument in arguments {
                    let value = self.expr(argument)?;
                    let call = self.unnest(&value, argument.range)?;
                    count += 1;
                    self.function_columns(&call, function, "unnest", None, &mut columns, &mut row, range)?;
                }
                continue;
            }
            let call = match &function.call.kind {
                ExprKind::Call(call) => self.call_result(call, function.call.range, Callee::FromItem)?,
                _ => CallResult { value: self.expr(&function.call)?, routine: None },
            };
            count += 1;
            let name = label::column_name(&function.call, &|_| None);
            let alias_name = alias.and_then(|alias| alias.name.as_ref()).filter(|_| functions.len() == 1);
            let alias_name = alias_name.map(|name| &*name.text);
            self.function_columns(&call, function, &name, alias_name, &mut columns, &mut row, range)?;
        }
        if count > 1 {
            // The shorter ones are filled with nulls.
            for column in &mut columns {
                column.value.nullability = Nullability::Unknown;
            }
            row = None;
        }
        if ordinality {
            columns.push(SourceColumn {
                name: "ordinality".into(),
                value: Value::of(Ty::INT8, Nullability::NotNull),
                target: None,
                base: None,
            });
            row = None;
        }
        let name = functions.first().map(|function| label::column_name(&function.call, &|_| None));
        let mut source = Source::new(columns);
        source.row = row;
        let columns = kept_columns(&source);
        let count = columns.len();
        let found = self.named_item(source, alias, name.as_deref().unwrap_or(""), None, range)?;
        let serial = self.level().sources[found.source].serial;
        self.kept.extend((0..count).map(|at| (serial, at)));
        self.function_names(functions, name, columns, alias, serial, range);
        Ok(found)
    }

    /// What a function after `FROM` gives is called as it was when the query was made.
    fn function_names(
        &mut self,
        functions: &[TableFunction],
        name: Option<Box<str>>,
        columns: Vec<(Box<str>, Option<ObjectId>, bool)>,
        alias: Option<&Alias>,
        serial: u32,
        range: TextRange,
    ) {
        let defined = functions.iter().any(|function| !function.columns.is_empty());
        match (alias, name, functions) {
            (None, Some(name), [function]) => {
                let named_by = match &function.call.kind {
                    ExprKind::Call(call) => call.function.range(),
                    _ => return,
                };
                let alias = KeptAlias::Function { name, named_by };
                self.items.push((serial, KeptNames { at: range.end, alias, columns }));
            }
            (Some(alias), Some(name), [function]) if alias.name.is_none() && defined => {
                let own = match &function.call.kind {
                    ExprKind::Call(call) => call.function.range(),
                    _ => return,
                };
                // `AS (a integer)` takes a name before the parenthesis.
                if self.references.iter().any(|reference| reference.range == own) {
                    let at = alias.range.start + "AS".len() as u32;
                    let text = format!(" {}", quote_identifier(&name)).into();
                    let pieces = vec![Piece::Text(text)];
                    self.edits.push(Edit { range: TextRange::new(at, at), pieces });
                }
            }
            (Some(alias), _, _) if alias.columns.is_empty() && !defined => {
                let (at, alias) = (alias.range.end, KeptAlias::Written);
                self.items.push((serial, KeptNames { at, alias, columns }));
            }
            _ => {}
        }
    }

    fn unnest(&mut self, value: &Value, range: TextRange) -> Analysed<CallResult> {
        use crate::expression::typing::resolve::{Call as Meaning, Found, Given};
        let Some(ty) = value.ty else {
            return Ok(CallResult { value: Value::undetermined(), routine: None });
        };
        match self.resolver.call(None, "unnest", Given { types: &[ty], names: &[], variadic: false }) {
            Found::One(Meaning::Routine(chosen)) => {
                let mut result = Value::new(chosen.result, Nullability::Unknown);
                result.collation = self.collate(&[value], result.ty, range)?;
                Ok(CallResult { value: result, routine: Some(chosen) })
            }
            Found::Undetermined => Ok(CallResult { value: Value::undetermined(), routine: None }),
            _ => {
                let text = format!("function unnest({}) does not exist", self.types().print(ty));
                Err(Refusal::new("42883", text, range))
            }
        }
    }

    #[expect(clippy::too_many_arguments, reason = "the parts of one item")]
    fn function_columns(
        &mut self,
        call: &CallResult,
        function: &TableFunction,
        name: &str,
        alias: Option<&str>,
        columns: &mut Vec<SourceColumn>,
        row: &mut Option<Ty>,
        range: TextRange,
    ) -> Analysed<()> {
        let value = &call.value;
        let outputs = call.routine.as_ref().map_or(&[][..], |chosen| &*chosen.outputs);
        let is_record = value.ty == Some(Ty::RECORD);
        if !function.columns.is_empty() {
            if value.ty.is_some() && (!is_record || outputs.len() > 1) {
                let text = if is_record {
                    "a column definition list is redundant for a function with OUT parameters"
                } else {
                    "a column definition list is only allowed for functions returning \"record\""
                };
                return Err(Refusal::new("42601", text, range));
            }
            for definition in &function.columns {
                let (ty, modifiers) = self.type_of(&definition.ty)?;
                let mut value = self.output_value(Some(ty));
                value.modifiers = modifiers;
                if let Some(collation) = &definition.collation {
                    let printed: Vec<_> = collation
                        .parts
                        .iter()
                        .filter(|part| &*part.text != "pg_catalog")
                        .map(|part| crate::catalog::names::quote_identifier(&part.text))
                        .collect();
                    value.collation = super::Collation::Implicit(printed.join(".").into());
                }
                columns.push(SourceColumn {
                    name: definition.name.text.clone(),
                    value,
                    target: None,
                    base: None,
                });
            }
            return Ok(());
        }
        let Some(ty) = value.ty else {
            // One column or many: that is not known, and so is every name that follows.
            let text = format!("the columns of function \"{name}\" are not known");
            return Err(Refusal::new("42883", text, function.call.range).certain_if(false));
        };
        if let Some(fields) = self.types().fields(ty) {
            let is_domain = self.types().is_domain(ty);
            for field in fields.iter() {
                let value = self.of_column(field, Nullability::Unknown);
                let target = field.id;
                columns.push(SourceColumn { name: field.name.clone(), value, target, base: None });
            }
            if !is_domain {
                *row = Some(ty);
            }
            return Ok(());
        }
        if is_record {
            if outputs.is_empty() {
                let text = "a column definition list is required for functions returning \"record\"";
                return Err(Refusal::new("42601", text, range));
            }
            for (at, (name, ty)) in outputs.iter().enumerate() {
                let name = if name.is_empty() { format!("column{}", at + 1).into() } else { name.clone() };
                let value = self.output_value(*ty);
                columns.push(SourceColumn { name, value, target: None, base: None });
            }
            return Ok(());
        }
        // The name of the only OUT parameter, else the alias, else the function's.
        let own = match outputs {
            [(own, _)] if !own.is_empty() => Some(&**own),
            _ => None,
        };
        let name = own.or(alias).unwrap_or(name);
        let mut value = value.clone();
        if function_gives_rows_without_nulls(function) && value.nullability == Nullability::Unknown {
            value.nullability = Nullability::NotNull;
        }
        columns.push(SourceColumn { name: name.into(), value, target: None, base: None });
        *row = Some(ty);
        Ok(())
    }
}

/// Series have no nulls: given one, they have no rows.
fn function_gives_rows_without_nulls(function: &TableFunction) -> bool {
    matches!(&function.call.kind, ExprKind::Call(call)
        if matches!(&*call.function.texts(), ["generate_series" | "generate_subscripts"]))
}

fn several_arrays(function: &TableFunction) -> Option<Vec<&Expr>> {
    let ExprKind::Call(call) = &function.call.kind else { return None };
    let Call { function: path, arguments, .. } = &**call;
    let plain = path.texts() == ["unnest"] && arguments.len() > 1 && function.columns.is_empty();
    plain.then(|| arguments.iter().map(|argument| &argument.value).collect())
}
