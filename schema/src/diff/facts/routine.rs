//! Facts of functions, procedures and aggregates.

use super::{Facts, Value};
use crate::catalog::{
    ArgumentMode, Attribute, Catalog, Function, FunctionBody, FunctionId, FunctionKind, Parallel, Volatility,
};
use crate::dump::print;

impl Facts<'_> {
    pub(super) fn function(&mut self, id: FunctionId) {
        let catalog = self.catalog;
        let function = &catalog.functions[id];
        let word = match function.kind {
            FunctionKind::Window => "window function",
            other => other.word(),
        };
        let mut facts = self.object(id.into(), word, &function.origins);
        facts.role(function.owner.as_deref());
        let arguments = function.arguments.iter().filter(|argument| argument.mode != ArgumentMode::Table);
        let arguments = arguments
            .map(|argument| {
                let head = Value::Text(print::argument_head(catalog, argument));
                match &argument.default {
                    Some(default) => Value::List(vec![head, facts.typed(default, &argument.ty)]),
                    None => head,
                }
            })
            .collect();
        facts.value(Attribute::ARGUMENTS, Value::List(arguments));
        if function.kind == FunctionKind::Aggregate {
            // What it is made of is not modelled.
            return;
        }
        facts.text(Attribute::RETURNS, result(catalog, function));
        facts.text(Attribute::LANGUAGE, &*function.language);
        let body = match &function.body {
            FunctionBody::Source(body) => Value::Text(body.to_string()),
            FunctionBody::Library { object, symbol } => Value::Text(format!("{object}, {symbol}")),
            FunctionBody::Sql(body) => Value::Opaque(body.print(catalog)),
        };
        facts.value(Attribute::BODY, body);
        facts.text(
            Attribute::VOLATILITY,
            match function.volatility {
                Volatility::Volatile => "volatile",
                Volatility::Stable => "stable",
                Volatility::Immutable => "immutable",
            },
        );
        facts.flag(Attribute::STRICT, function.strict);
        facts.text(Attribute::SECURITY, if function.security_definer { "definer" } else { "invoker" });
        facts.flag(Attribute::LEAKPROOF, function.leakproof);
        facts.text(
            Attribute::PARALLEL,
            match function.parallel {
                Parallel::Unsafe => "unsafe",
                Parallel::Restricted => "restricted",
                Parallel::Safe => "safe",
            },
        );
        let cost = if matches!(&*function.language, "internal" | "c") { "1" } else { "100" };
        facts.text(Attribute::COST, number(function.cost.as_deref().unwrap_or(cost)));
        let rows = if function.returns_set { "1000" } else { "0" };
        facts.text(Attribute::ROWS, number(function.rows.as_deref().unwrap_or(rows)));
        let settings: Vec<_> =
            function.settings.iter().map(|(name, value)| format!("{name}={value}")).collect();
        facts.text(Attribute::SETTINGS, settings.join("; "));
    }
}

/// What it returns in words of one form, however the declaration said it (`OUT`, `RETURNS`, or both).
fn result(catalog: &Catalog, function: &Function) -> String {
    let outs: Vec<_> = function
        .arguments
        .iter()
        .filter(|argument| matches!(argument.mode, ArgumentMode::Out | ArgumentMode::InOut))
        .collect();
    let set = if function.returns_set { "SETOF " } else { "" };
    match outs.as_slice() {
        _ if function.kind == FunctionKind::Procedure => String::new(),
        [] => print::function_result(catalog, function).unwrap_or_default(),
        [only] => format!("{set}{}", only.ty.print(catalog)),
        _ => format!("{set}record"),
    }
}

/// `100.0` and `100` are one number.
fn number(text: &str) -> String {
    text.parse::<f64>().map_or_else(|_| text.to_owned(), |number| number.to_string())
}
