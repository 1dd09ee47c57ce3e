//! One file for each name of functions and procedures: a typed caller for each of them.

use std::collections::{BTreeMap, BTreeSet};

use heck::ToUpperCamelCase;
use schemactl_schema::catalog::names::{qualified, quote_identifier};
use schemactl_schema::catalog::{
    Argument, ArgumentMode, Attribute, Catalog, DataType, Function, FunctionId, FunctionKind, RelationId,
    SchemaId, TypeBase,
};
use schemactl_schema::diagnostic::Diagnostic;

use crate::models::reading;
use crate::names::{
    ItemName, Names, camel_number, field_or, free, function_or, identifier_or, snake_number, unraw,
};
use crate::plan::{ColumnPlan, TablePlan, cast};
use crate::rust_type::{RustType, Unmapped, UnmappedReason};
use crate::scope::Scope;
use crate::stores::select_list;
use crate::{declared, docs, rules, text};

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
            let (text, public) = file(catalog, names, &item, &mut callers, taken);
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
enum Result {
    Nothing,
    /// One value, which may be NULL.
    Value(RustType),
    /// The columns of a table or view.
    Rows(RelationId),
    /// The output arguments.
    Columns(Vec<(String, RustType)>),
}

struct Caller<'a> {
    id: FunctionId,
    function: &'a Function,
    inputs: Vec<(&'a Argument, RustType)>,
    result: Result,
}

impl<'a> Caller<'a> {
    fn of(catalog: &'a Catalog, names: &Names, id: FunctionId) -> std::result::Result<Self, Unmapped> {
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
                if names.table(*relation).is_none() {
                    return Err(Unmapped { postgres: ty.print(catalog), reason: UnmappedReason::Row });
                }
                Result::Rows(*relation)
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
    callers: &mut [Caller<'_>],
    taken: &mut Taken,
) -> (String, Vec<String>) {
    // Row types first: the file's own names must be known before any other is imported.
    let mut types = Vec::new();
    for caller in callers.iter() {
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
        let first = match names.function_name(caller.id) {
            Some(name) => name.to_owned(),
            None => function_or(&caller.function.name, "function"),
        };
        let name = if taken.functions.contains(&first) {
            let with: Vec<String> = caller
                .inputs
                .iter()
                .enumerate()
                .map(|(at, (argument, _))| argument_name(argument, at))
                .map(|name| unraw(&name).to_owned())
                .collect();
            let wanted = if with.is_empty() {
                first.clone()
            } else {
                format!("{}_with_{}", unraw(&first), with.join("_and_"))
            };
            free(&mut taken.functions, &wanted, &wanted, snake_number)
        } else {
            free(&mut taken.functions, &first, &first, snake_number)
        };
        if !ty.is_empty() {
            items.push(row(caller, ty, names, item, &mut scope));
            public.push(ty.clone());
        }
        items.push(call(catalog, names, caller, &name, ty, &mut scope));
        public.push(name);
    }
    public.sort();
    let mut blocks = scope.uses();
    blocks.extend(items);
    (text::print(blocks), public)
}

/// The struct of the output arguments. Whether one can be NULL is not known of a function.
fn row(caller: &Caller<'_>, name: &str, names: &Names, item: &ItemName, scope: &mut Scope<'_>) -> String {
    let Result::Columns(columns) = &caller.result else {
        return String::new();
    };
    let option = scope.prelude("Option");
    let (mut fields, mut read) = (String::new(), Vec::new());
    let mut taken = BTreeSet::new();
    for (at, (column, ty)) in columns.iter().enumerate() {
        let field = field_or(column, &format!("column_{}", at + 1));
        let field = free(&mut taken, &field, &field, snake_number);
        read.push((field.clone(), column, ty));
        fields += &format!("    pub {field}: {option}<{}>,\n", scope.ty(ty));
    }
    let docs = docs::lines(
        "",
        &[vec![format!("What {} gives.", docs::code(&format!("{}()", caller.function.name)))]],
    );
    let columns = read.iter().map(|(field, column, ty)| (field.as_str(), column.as_str(), *ty));
    let reading = reading(name, columns, scope);
    let row = text::braced(&format!("pub struct {name}"), &fields);
    let head =
        names.head_of_result(caller.id, item.schema.as_deref(), name, &["Debug", "Clone", "PartialEq"]);
    format!("{docs}{head}{row}\n{reading}")
}

/// Names that the callers use themselves.
const LOCALS: &[&str] = &["db", "found"];

fn argument_name(argument: &Argument, at: usize) -> String {
    let other = format!("argument_{}", at + 1);
    let name = argument.name.as_deref().map_or_else(|| other.clone(), |name| field_or(name, &other));
    if LOCALS.contains(&name.as_str()) { format!("{name}_value") } else { name }
}

fn call(
    catalog: &Catalog,
    names: &Names,
    caller: &Caller<'_>,
    name: &str,
    row: &str,
    scope: &mut Scope<'_>,
) -> String {
    let function = caller.function;
    let executor = scope.other("sqlx::PgExecutor");
    let mut arguments = vec![format!("db: impl {executor}<'e>")];
    let (mut binds, mut defaults) = (Vec::new(), Vec::new());
    let mut taken = BTreeSet::new();
    for (at, (argument, ty)) in caller.inputs.iter().enumerate() {
        let field = argument_name(argument, at);
        let field = free(&mut taken, &field, &field, snake_number);
        let option = scope.prelude("Option");
        arguments.push(format!("{field}: impl Into<{option}<{}>>", argument_type(ty, scope)));
        binds.push(match declared::parameter(catalog, &argument.ty, ty) {
            Some(declared) => {
                let declares = scope.at_root("support::Declared");
                format!(".bind({declares}({}, {field}.into()))", text::sql(&declared))
            }
            None => format!(".bind({field}.into())"),
        });
        if let Some(default) = &argument.default {
            defaults.push(format!(
                "The schema's default of {} is {}.",
                docs::code(unraw(&field)),
                docs::code(&default.print(catalog))
            ));
        }
    }
    let signature = format!(
        "{}({})",
        qualified(&catalog.schemas[function.schema].name, &function.name),
        placeholders(catalog, caller)
    );
    let (returned, body) = outcome(catalog, names, caller, &signature, row, &binds, scope);
    let mut paragraphs = vec![docs::comment(catalog, caller.id.into())];
    let word = function.kind.word();
    paragraphs
        .push(vec![format!("Calls the {word} {}.", docs::code(&catalog.printed_name(caller.id.into())))]);
    paragraphs.push(defaults);
    let future = scope.other("futures_core::future::BoxFuture");
    let borrowed = if arguments.iter().any(|argument| argument.contains("&'q ")) { ", 'q" } else { "" };
    let head = format!(
        "pub fn {name}<'e{borrowed}>({}) -> {future}<'e, Result<{returned}, sqlx::Error>>",
        arguments.join(", ")
    );
    let allow = if arguments.len() > 7 { "#[allow(clippy::too_many_arguments)]\n" } else { "" };
    format!("{}{allow}{} {{\n{body}}}\n", docs::lines("", &paragraphs), crate::stores::wrap(&head))
}

fn argument_type(ty: &RustType, scope: &mut Scope<'_>) -> String {
    let written = scope.ty(ty);
    match (ty, written.as_str()) {
        _ if ty.is_copy() => written,
        (RustType::List(element), _) => format!("&'q [{}]", scope.ty(element)),
        (_, "String") => "&'q str".to_owned(),
        (_, "Vec<u8>") => "&'q [u8]".to_owned(),
        _ => format!("&'q {written}"),
    }
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

/// The type of what comes back, and the body that asks for it.
fn outcome(
    catalog: &Catalog,
    names: &Names,
    caller: &Caller<'_>,
    signature: &str,
    row: &str,
    binds: &[String],
    scope: &mut Scope<'_>,
) -> (String, String) {
    let (option, vec) = (scope.prelude("Option"), scope.prelude("Vec"));
    let set = caller.function.returns_set;
    let procedure = caller.function.kind == FunctionKind::Procedure;
    let query = scope.at_root("support::Query");
    let run = |sql: &str, end: &str| {
        let calls: Vec<String> = binds.iter().cloned().chain([format!(".{end}(db)")]).collect();
        text::call_chain(&format!("{query}::new"), sql, &calls)
    };
    let short = |sql: &str, end: &str| run(&text::long_sql(sql, "    "), end);
    match &caller.result {
        Result::Nothing => {
            let verb = if procedure { "CALL" } else { "SELECT" };
            ("()".to_owned(), short(&format!("{verb} {signature}"), "execute"))
        }
        Result::Value(ty) => {
            let (named, end) = match ty.reader() {
                "finite" => (" AS value", "fetch_finite"),
                "finite_range" => (" AS value", "fetch_finite_range"),
                "range" => (" AS value", "fetch_range"),
                _ => ("", "fetch_value"),
            };
            let ty = format!("{option}<{}>", scope.ty(ty));
            let sql = format!("SELECT {signature}{named}");
            if set {
                (format!("{vec}<{ty}>"), short(&sql, &format!("{end}s")))
            } else {
                (ty, short(&sql, end))
            }
        }
        Result::Columns(columns) => {
            let sql = if procedure {
                format!("CALL {signature}")
            } else {
                let list: Vec<_> = columns.iter().map(|(name, _)| quote_identifier(name)).collect();
                format!("SELECT {} FROM {signature}", list.join(", "))
            };
            if set {
                (format!("{vec}<{row}>"), short(&sql, "fetch_all"))
            } else {
                (row.to_owned(), short(&sql, "fetch_one"))
            }
        }
        Result::Rows(relation) => {
            let Some(item) = names.table(*relation) else {
                return ("()".to_owned(), String::new());
            };
            let model = scope.at_root(&item.path("models"));
            let plan = TablePlan::of(catalog.walk(*relation), names);
            let columns: Vec<String> = plan.columns.iter().map(ColumnPlan::sql).collect();
            let list: String =
                select_list("SELECT ", &columns).lines().map(|line| format!("    {line}\n")).collect();
            let from = if set {
                format!(" FROM {signature}")
            } else {
                // A function that finds nothing gives a row of NULLs.
                format!(" FROM {signature} AS found WHERE NOT found IS NULL")
            };
            let (returned, end) = if set {
                (format!("{vec}<{model}>"), "fetch_all")
            } else {
                (format!("{option}<{model}>"), "fetch_optional")
            };
            let sql = format!("concat!(\n{list}{}    )", text::sql_pieces(&from, "        "));
            (returned, run(&sql, end))
        }
    }
}
