//! One file for each name of functions and procedures: a typed caller for each of them.

use std::collections::{BTreeMap, BTreeSet};

use heck::ToUpperCamelCase;
use schemactl_schema::catalog::names::{qualified, quote_identifier};
use schemactl_schema::catalog::{
    Argument, ArgumentMode, Attribute, Catalog, DataType, Function, FunctionId, FunctionKind, RelationId,
    SchemaId, TypeBase,
};
use schemactl_schema::diagnostic::Diagnostic;

use crate::names::{ItemName, Names, camel_number, free, function_or, identifier_or, snake_number, unraw};
use crate::plan::{ColumnPlan, TablePlan, cast};
use crate::rust_type::{RustType, Unmapped, UnmappedReason};
use crate::scope::Scope;
use crate::statement::{self, Gives, Parameter, Rows, Statement};
use crate::stores::select_list;
use crate::{docs, rules, text};

/// A file and what it makes public.
pub(crate) struct Callers {
    pub(crate) item: ItemName,
    pub(crate) public: Vec<String>,
    pub(crate) text: String,
}

/// The callers of all functions that a statement can call by itself; the findings tell of those that no Rust can call.
pub(crate) fn files(catalog: &Catalog, names: &Names, findings: &mut Vec<Diagnostic>) -> Vec<Callers> {
    let mut by_name: BTreeMap<(SchemaId, &str), Vec<FunctionId>> = BTreeMap::new();
    for (id, function) in catalog.functions.iter() {
        if is_called(function) && names.has_function(id) {
            by_name.entry((function.schema, &function.name)).or_default().push(id);
        }
    }
    let mut files = Vec::new();
    let mut taken: BTreeMap<SchemaId, Taken> = BTreeMap::new();
    for ((schema, name), ids) in by_name {
        let taken = taken.entry(schema).or_default();
        let module = ids.iter().find_map(|id| names.function_module(*id));
        let wanted = module.map_or_else(|| function_or(name, "function"), str::to_owned);
        let item = ItemName {
            schema: names.module_of(catalog, schema),
            module: free(&mut taken.modules, &wanted, &wanted, snake_number),
            type_name: String::new(),
        };
        let mut callers = Vec::new();
        for id in &ids {
            match Caller::of(catalog, names, *id) {
                Ok(caller) => callers.push(caller),
                Err(unmapped) => findings.push(not_callable(catalog, *id, &unmapped)),
            }
        }
        if !callers.is_empty() {
            let (text, public) = file(catalog, names, &item, &callers, taken);
            files.push(Callers { item, public, text });
        }
    }
    files
}

#[derive(Default)]
struct Taken {
    modules: BTreeSet<String>,
    functions: BTreeSet<String>,
    types: BTreeSet<String>,
}

/// Not what only triggers, aggregates, operators and the server itself can call.
pub(crate) fn is_called(function: &Function) -> bool {
    let kind = matches!(function.kind, FunctionKind::Function | FunctionKind::Procedure);
    let by_hand = |ty: &DataType| {
        !matches!(ty.builtin_name(), Some("trigger" | "event_trigger" | "internal" | "cstring"))
            && !ty.builtin_name().is_some_and(|name| name.ends_with("_handler"))
    };
    kind && function.returns.as_ref().is_none_or(by_hand)
        && function.arguments.iter().all(|argument| by_hand(&argument.ty))
}

/// What a call gives.
enum Result<'a> {
    Nothing,
    /// One value, which may be NULL.
    Value(RustType),
    /// The columns of a table or view.
    Rows(RelationId, &'a ItemName),
    /// The output arguments.
    Columns(Vec<(String, RustType)>),
}

struct Caller<'a> {
    id: FunctionId,
    function: &'a Function,
    inputs: Vec<(&'a Argument, RustType)>,
    result: Result<'a>,
}

impl<'a> Caller<'a> {
    fn of(catalog: &'a Catalog, names: &'a Names, id: FunctionId) -> std::result::Result<Self, Unmapped> {
        let function = &catalog.functions[id];
        let mut inputs = Vec::new();
        let mut outputs = Vec::new();
        for argument in &function.arguments {
            let ty = names.types().of(catalog, &argument.ty)?;
            if !argument.mode.is_input() || argument.mode == ArgumentMode::InOut {
                outputs.push((argument, ty.clone()));
            }
            if argument.mode.is_input() {
                inputs.push((argument, ty));
            }
        }
        let result = match (&function.returns, outputs.as_slice()) {
            (_, [(argument, ty)])
                if function.kind == FunctionKind::Function && argument.mode != ArgumentMode::Table =>
            {
                Result::Value(ty.clone())
            }
            (_, [_, ..]) => Result::Columns(
                outputs
                    .iter()
                    .enumerate()
                    .map(|(at, (argument, ty))| {
                        let name = argument.name.as_deref();
                        (name.map_or_else(|| format!("column{}", at + 1), str::to_owned), ty.clone())
                    })
                    .collect(),
            ),
            (None, []) => Result::Nothing,
            (Some(ty), []) if ty.builtin_name() == Some("void") => Result::Nothing,
            (Some(ty @ DataType { base: TypeBase::Row(relation), dimensions: 0, .. }), []) => {
                let Some(item) = names.table(*relation) else {
                    return Err(Unmapped { postgres: ty.print(catalog), reason: UnmappedReason::Row });
                };
                Result::Rows(*relation, item)
            }
            (Some(ty), []) => Result::Value(names.types().of(catalog, ty)?),
        };
        Ok(Self { id, function, inputs, result })
    }

    /// Its name in the settings, else in the schema.
    fn named(&self, names: &'a Names) -> &'a str {
        names.function_name(self.id).unwrap_or(&self.function.name)
    }
}

/// The struct of what a function gives, after the function.
pub(crate) fn row_name(function: &str) -> String {
    identifier_or(&format!("{}Row", unraw(function).to_upper_camel_case()), "FunctionRow")
}

fn not_callable(catalog: &Catalog, id: FunctionId, unmapped: &Unmapped) -> Diagnostic {
    let name = catalog.printed_name(id.into());
    let word = catalog.functions[id].kind.word();
    let finding =
        Diagnostic::new(&rules::FUNCTION_LEFT_OUT, format!("the {word} {name} has no caller: {unmapped}"))
            .subject(name);
    match catalog.functions[id].origins.of(Attribute::DEFINITION) {
        Some(place) => finding.at(place),
        None => finding,
    }
}

fn file(
    catalog: &Catalog,
    names: &Names,
    item: &ItemName,
    callers: &[Caller<'_>],
    taken: &mut Taken,
) -> (String, Vec<String>) {
    // Row types first: the file's own names must be known before any other is imported.
    let mut types = Vec::new();
    for caller in callers {
        let wanted = row_name(caller.named(names));
        let needed = matches!(caller.result, Result::Columns(_));
        types.push(if needed {
            free(&mut taken.types, &wanted, &wanted, camel_number)
        } else {
            String::new()
        });
    }
    let own = types.iter().map(String::as_str).filter(|name| !name.is_empty()).collect();
    let mut scope = Scope::beside(names, item, own);
    let mut public = Vec::new();
    let mut items = Vec::new();
    for (caller, ty) in callers.iter().zip(&types) {
        let parameters = parameters(caller);
        let first = match names.function_name(caller.id) {
            Some(name) => name.to_owned(),
            None => function_or(&caller.function.name, "function"),
        };
        let wanted = if taken.functions.contains(&first) {
            format!("{}{}", unraw(&first), statement::suffix(&parameters))
        } else {
            first
        };
        let name = free(&mut taken.functions, &wanted, &wanted, snake_number);
        if let Result::Columns(columns) = &caller.result {
            let called = docs::code(&format!("{}()", caller.function.name));
            let head = docs::lines("", &[vec![format!("What {called} gives.")]])
                + &names.head_of_result(
                    caller.id,
                    item.schema.as_deref(),
                    ty,
                    &["Debug", "Clone", "PartialEq"],
                );
            items.push(statement::row_struct(&head, ty, columns, &mut scope));
            public.push(ty.clone());
        }
        let (sql, gives, rows) = outcome(catalog, names, caller, ty, &mut scope);
        let docs = documentation(catalog, caller, &parameters);
        let statement = Statement { name: name.clone(), docs, parameters, sql, gives, rows };
        items.push(statement::function(catalog, &statement, &mut scope));
        public.push(name);
    }
    public.sort();
    let mut blocks = scope.uses();
    blocks.extend(items);
    (text::print(blocks), public)
}

fn parameters<'a>(caller: &'a Caller<'_>) -> Vec<Parameter<'a>> {
    let mut taken = BTreeSet::new();
    let named = caller.inputs.iter().enumerate().map(|(at, (argument, ty))| {
        let name = statement::parameter_name(argument.name.as_deref(), at);
        let name = free(&mut taken, &name, &name, snake_number);
        Parameter { name, sql_type: &argument.ty, ty }
    });
    named.collect()
}

fn documentation(catalog: &Catalog, caller: &Caller<'_>, parameters: &[Parameter<'_>]) -> Vec<Vec<String>> {
    let defaults = caller.inputs.iter().zip(parameters).filter_map(|((argument, _), parameter)| {
        let default = docs::code(&argument.default.as_ref()?.print(catalog));
        Some(format!("The schema's default of {} is {default}.", docs::code(unraw(&parameter.name))))
    });
    let word = caller.function.kind.word();
    vec![
        docs::comment(catalog, caller.id.into()),
        vec![format!("Calls the {word} {}.", docs::code(&catalog.printed_name(caller.id.into())))],
        defaults.collect(),
    ]
}

/// `$1::uuid, VARIADIC $2::text[]`; an output argument of a procedure is a NULL.
fn placeholders(catalog: &Catalog, caller: &Caller<'_>) -> String {
    let mut number = 0;
    let mut out = Vec::new();
    for argument in &caller.function.arguments {
        if argument.mode.is_input() {
            number += 1;
            let variadic = if argument.mode == ArgumentMode::Variadic { "VARIADIC " } else { "" };
            out.push(format!("{variadic}${number}::{}", cast(catalog, &argument.ty)));
        } else if caller.function.kind == FunctionKind::Procedure {
            out.push(format!("NULL::{}", cast(catalog, &argument.ty)));
        }
    }
    out.join(", ")
}

/// The SQL as a Rust expression, what a row becomes, and how many rows there are; `row` is the struct of the output
/// arguments.
fn outcome(
    catalog: &Catalog,
    names: &Names,
    caller: &Caller<'_>,
    row: &str,
    scope: &mut Scope<'_>,
) -> (String, Gives, Rows) {
    let schema = &catalog.schemas[caller.function.schema].name;
    let signature =
        format!("{}({})", qualified(schema, &caller.function.name), placeholders(catalog, caller));
    let procedure = caller.function.kind == FunctionKind::Procedure;
    let one_or_many = if caller.function.returns_set { Rows::Many } else { Rows::One };
    let short = |sql: String| text::long_sql(&sql, "    ");
    match &caller.result {
        Result::Nothing => {
            let verb = if procedure { "CALL" } else { "SELECT" };
            (short(format!("{verb} {signature}")), Gives::Nothing, Rows::One)
        }
        Result::Value(ty) => {
            let sql = format!("SELECT {signature}{}", statement::value_alias(ty));
            (short(sql), Gives::Value(ty.clone()), one_or_many)
        }
        Result::Columns(columns) => {
            let sql = if procedure {
                format!("CALL {signature}")
            } else {
                let list: Vec<_> = columns.iter().map(|(name, _)| quote_identifier(name)).collect();
                format!("SELECT {} FROM {signature}", list.join(", "))
            };
            (short(sql), Gives::Struct(row.to_owned()), one_or_many)
        }
        Result::Rows(relation, item) => {
            let model = scope.at_root(&item.path("models"));
            let plan = TablePlan::of(catalog.walk(*relation), names);
            let columns: Vec<String> = plan.columns.iter().map(ColumnPlan::sql).collect();
            let list: String =
                select_list("SELECT ", &columns).lines().map(|line| format!("    {line}\n")).collect();
            let (from, rows) = if one_or_many == Rows::Many {
                (format!(" FROM {signature}"), Rows::Many)
            } else {
                // A function that finds nothing gives a row of NULLs.
                (format!(" FROM {signature} AS found WHERE NOT found IS NULL"), Rows::Optional)
            };
            let sql = format!("concat!(\n{list}{}    )", text::sql_pieces(&from, "        "));
            (sql, Gives::Struct(model), rows)
        }
    }
}
