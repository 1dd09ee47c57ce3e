//! `CREATE FUNCTION` and `CREATE PROCEDURE`, and what alters them.

use super::Replayer;
use super::function_option::check_function_options;
use super::resolve::{Scope, same_types};
use super::stop::{Applied, Result, Stop, not_modelled};
use crate::catalog::{
    Argument, ArgumentMode, Attribute, DataType, Function, FunctionBody, FunctionId, FunctionKind, Origins,
    Parallel, SqlBody, Volatility, names,
};
use crate::diagnostic::Diagnostic;
use crate::expression::tree::TextRange;
use crate::rules;
use crate::source::Span;
use crate::syntax::tree::{
    self, AlterFunction, CreateFunction, FunctionOption, FunctionOptionKind, Returns, RoutineKind, Set,
    SetValue,
};

impl Replayer<'_> {
    pub(super) fn create_function(&mut self, create: &CreateFunction, span: Span) -> Result<Applied> {
        let schema = self.creation_schema(&create.name)?;
        let mut arguments = Vec::new();
        for argument in &create.arguments {
            arguments.push(self.argument(argument)?);
        }
        let procedure = create.kind == RoutineKind::Procedure;
        self.shell_for_result(create, span)?;
        let (returns, returns_set) = self.returns(create, &mut arguments)?;
        let language: Box<str> = match (&create.language, &create.body) {
            (Some(name), _) => name.text.to_ascii_lowercase().into(),
            (None, Some(tree::FunctionBody::Return(_) | tree::FunctionBody::Atomic { .. })) => "sql".into(),
            (None, _) => return Err(Stop::refused("42P13", create.name.span(), "no language specified")),
        };
        let Some(body) = &create.body else {
            return Err(Stop::refused("42P13", create.name.span(), "no function body specified"));
        };
        let mut function = Function {
            schema,
            name: create.name.name.text.clone(),
            kind: if procedure { FunctionKind::Procedure } else { FunctionKind::Function },
            arguments,
            returns,
            returns_set,
            body: FunctionBody::Source("".into()),
            language,
            volatility: Volatility::Volatile,
            strict: false,
            security_definer: false,
            leakproof: false,
            parallel: Parallel::Unsafe,
            cost: None,
            rows: None,
            settings: Vec::new(),
            owner: None,
            origins: Origins::created(span),
        };
        check_function_options(&create.options, procedure, function.returns_set)?;
        let named = self.named_by_options(&create.options, &function.language)?;
        for option in &create.options {
            self.function_option(&mut function, option, false)?;
        }
        let (body, finding) = self.function_body(body, &function)?;
        function.body = body;
        let inputs: Vec<DataType> = function
            .arguments
            .iter()
            .filter(|argument| argument.mode.is_input())
            .map(|argument| argument.ty.clone())
            .collect();
        let existing = self.catalog.functions_named(schema, &function.name).iter().copied().find(|id| {
            let entry = &self.catalog.functions[*id];
            same_types(
                entry
                    .arguments
                    .iter()
                    .filter(|argument| argument.mode.is_input())
                    .map(|argument| &argument.ty),
                &inputs,
            )
        });
        match existing {
            Some(id) => {
                self.replace_function(id, function, create, span)?;
                self.keep_named(id, named, true);
            }
            None => {
                let id = self.catalog.add_function(function);
                self.keep_named(id, named, true);
            }
        }
        finding.map_or(Ok(Applied::Schema), |finding| Err(Stop::opaque(finding)))
    }

    /// A function in C may return a type that is not there yet: then there is a shell of it.
    fn shell_for_result(&mut self, create: &CreateFunction, span: Span) -> Result<()> {
        let Some(Returns::Type(ty)) = &create.returns else { return Ok(()) };
        let machine_code = create
            .language
            .as_ref()
            .is_some_and(|name| matches!(&*name.text.to_ascii_lowercase(), "c" | "internal"));
        if !machine_code || ty.percent_type.is_some() || ty.dimensions > 0 {
            return Ok(());
        }
        match self.any_type(ty) {
            Err(Stop::Refused(refusal)) if refusal.sqlstate.as_deref() == Some("42704") => {
                if !ty.modifiers.is_empty() {
                    let message = "type modifier cannot be specified for shell type";
                    return Err(Stop::refused("42601", ty.span, message));
                }
                let schema = self.creation_schema(&ty.name)?;
                self.add_shell(schema, &ty.name.name.text, span);
                Ok(())
            }
            _ => Ok(()),
        }
    }

    fn replace_function(
        &mut self,
        id: FunctionId,
        function: Function,
        create: &CreateFunction,
        span: Span,
    ) -> Result<()> {
        let old = &self.catalog.functions[id];
        let place = old.origins.creation();
        if !create.or_replace {
            let message = format!("function \"{}\" already exists with same argument types", old.name);
            return Err(Stop::refused("42723", create.name.span(), message).label(place, "made here first"));
        }
        if old.kind != function.kind {
            let message = format!("cannot change routine kind of \"{}\"", old.name);
            return Err(Stop::refused("42809", create.name.span(), message).label(place, "made here first"));
        }
        if result_type(old) != result_type(&function)
            || old.returns_set != function.returns_set
            || out_changed(old, &function)
        {
            return Err(Stop::refused(
                "42P13",
                create.name.span(),
                "cannot change return type of existing function",
            )
            .label(place, "made here first")
            .help(format!("use DROP FUNCTION {} first", self.catalog.printed_signature(id))));
        }
        let input_names = |function: &Function| -> Vec<Option<Box<str>>> {
            function
                .arguments
                .iter()
                .filter(|argument| argument.mode.is_input())
                .map(|argument| argument.name.clone())
                .collect()
        };
        for (before, after) in input_names(old).iter().zip(input_names(&function)) {
            if let Some(before) = before
                && after.as_ref() != Some(before)
            {
                let message = format!("cannot change name of input parameter \"{before}\"");
                return Err(Stop::refused("42P13", create.name.span(), message)
                    .label(place, "made here first")
                    .help(format!("use DROP FUNCTION {} first", self.catalog.printed_signature(id))));
            }
        }
        let mut origins = old.origins.clone();
        for attribute in REPLACED {
            origins.set(*attribute, span);
        }
        let owner = old.owner.clone();
        self.catalog.functions[id] = Function { owner, origins, ..function };
        self.catalog.link(id.into());
        Ok(())
    }

    pub(super) fn argument(&self, argument: &tree::Argument) -> Result<Argument> {
        let mode = match argument.mode.map(|mode| mode.value) {
            None | Some(tree::ArgumentMode::In) => ArgumentMode::In,
            Some(tree::ArgumentMode::Out) => ArgumentMode::Out,
            Some(tree::ArgumentMode::InOut) => ArgumentMode::InOut,
            Some(tree::ArgumentMode::Variadic) => ArgumentMode::Variadic,
        };
        Ok(Argument {
            mode,
            name: argument.name.as_ref().map(|name| name.text.clone()),
            ty: without_modifiers(self.any_type(&argument.type_name)?),
            default: match argument.default {
                Some(sql) => Some(self.expression(sql, Scope::None)?),
                None => None,
            },
        })
    }

    fn returns(
        &self,
        create: &CreateFunction,
        arguments: &mut Vec<Argument>,
    ) -> Result<(Option<DataType>, bool)> {
        Ok(match &create.returns {
            None => (None, false),
            Some(Returns::Type(ty)) => (Some(without_modifiers(self.any_type(ty)?)), ty.setof),
            Some(Returns::Table(columns, _)) => {
                for column in columns {
                    arguments.push(Argument {
                        mode: ArgumentMode::Table,
                        name: Some(column.name.text.clone()),
                        ty: without_modifiers(self.data_type(&column.type_name)?),
                        default: None,
                    });
                }
                (None, true)
            }
        })
    }

    /// The body, and what of it could not be known.
    fn function_body(
        &self,
        body: &tree::FunctionBody,
        function: &Function,
    ) -> Result<(FunctionBody, Option<Diagnostic>)> {
        let known = match body {
            tree::FunctionBody::Source(text) if &*function.language == "c" => {
                FunctionBody::Library { object: text.value.clone(), symbol: "".into() }
            }
            tree::FunctionBody::Source(text) => FunctionBody::Source(text.value.clone()),
            tree::FunctionBody::Library { object, symbol } => {
                FunctionBody::Library { object: object.value.clone(), symbol: symbol.value.clone() }
            }
            tree::FunctionBody::Return(sql) => {
                let text = self.text(sql.span);
                let before = "RETURN ".len();
                let leading = text.len() - text.trim_start().len();
                let text = format!("RETURN {}", text.trim());
                let start = sql.span.start as usize + leading;
                let place = |range: TextRange| {
                    let at = |place: u32| start + (place as usize).saturating_sub(before);
                    Span::new(sql.span.file, at(range.start), at(range.end))
                };
                return self.sql_body(&text, function, &place);
            }
            tree::FunctionBody::Atomic { span, .. } => {
                let before = "BEGIN ATOMIC\n    ";
                let text = match self.text(*span).trim_end() {
                    "" => "BEGIN ATOMIC\nEND".to_owned(),
                    inner => format!("{before}{inner}\nEND"),
                };
                let place = |range: TextRange| {
                    let at = |place: u32| span.start as usize + (place as usize).saturating_sub(before.len());
                    Span::new(span.file, at(range.start), at(range.end))
                };
                return self.sql_body(&text, function, &place);
            }
        };
        Ok((known, None))
    }

    fn sql_body(
        &self,
        text: &str,
        function: &Function,
        place: &dyn Fn(TextRange) -> Span,
    ) -> Result<(FunctionBody, Option<Diagnostic>)> {
        let inputs = function.arguments.iter().filter(|argument| argument.mode.is_input());
        let inputs = inputs.map(|argument| (argument.name.as_deref(), &argument.ty));
        let environment = self.catalog.body_environment(&function.name, inputs);
        let path = self.search_path().map(|id| self.catalog.schemas[id].name.clone()).collect();
        match self.catalog.sql_body(text, path, &environment) {
            Ok(body) => Ok((FunctionBody::Sql(Box::new(body)), None)),
            Err(refusal) if refusal.certain => {
                let stop = Stop::refused(refusal.sqlstate, place(refusal.range), refusal.message);
                Err(match refusal.help {
                    Some(help) => stop.help(help),
                    None => stop,
                })
            }
            Err(refusal) => {
                let why = format!("what this body names is not known: {}", refusal.message);
                let finding = Diagnostic::new(&rules::OPAQUE, why)
                    .at(place(refusal.range))
                    .why("the function is in the catalog, but renames are not seen through its body")
                    .help("compare with a server: schemactl diff migrations shadow");
                Ok((FunctionBody::Sql(Box::new(SqlBody::unresolved(text))), Some(finding)))
            }
        }
    }

    fn function_option(&self, function: &mut Function, option: &FunctionOption, alter: bool) -> Result<()> {
        let mut touched = Vec::new();
        match &option.kind {
            // They are kept beside the function.
            FunctionOptionKind::Transform(_) | FunctionOptionKind::Support(_) => {}
            FunctionOptionKind::Window => function.kind = FunctionKind::Window,
            FunctionOptionKind::Volatility(volatility) => {
                function.volatility = match volatility {
                    tree::Volatility::Immutable => Volatility::Immutable,
                    tree::Volatility::Stable => Volatility::Stable,
                    tree::Volatility::Volatile => Volatility::Volatile,
                };
                touched.push(Attribute::VOLATILITY);
            }
            FunctionOptionKind::Leakproof(leakproof) => {
                function.leakproof = *leakproof;
                touched.push(Attribute::LEAKPROOF);
            }
            FunctionOptionKind::Strict(strict) => {
                function.strict = *strict;
                touched.push(Attribute::STRICT);
            }
            FunctionOptionKind::SecurityDefiner(definer) => {
                function.security_definer = *definer;
                touched.push(Attribute::SECURITY);
            }
            FunctionOptionKind::Parallel(word) => {
                function.parallel = match &*word.text {
                    "safe" => Parallel::Safe,
                    "restricted" => Parallel::Restricted,
                    "unsafe" => Parallel::Unsafe,
                    _ => {
                        let message = "parameter \"parallel\" must be SAFE, RESTRICTED, or UNSAFE";
                        return Err(Stop::refused("42601", word.span, message));
                    }
                };
                touched.push(Attribute::PARALLEL);
            }
            FunctionOptionKind::Cost(number) => {
                let default = if matches!(&*function.language, "c" | "internal") { "1" } else { "100" };
                function.cost = (&*number.text != default).then(|| number.text.clone());
                touched.push(Attribute::COST);
            }
            FunctionOptionKind::Rows(number) => {
                function.rows = (&*number.text != "1000").then(|| number.text.clone());
                touched.push(Attribute::ROWS);
            }
            FunctionOptionKind::Set(set) => {
                self.function_setting(function, set)?;
                touched.push(Attribute::SETTINGS);
            }
        }
        if alter {
            for attribute in touched {
                function.origins.set(attribute, option.span);
            }
        }
        Ok(())
    }

    pub(super) fn alter_function(&mut self, alter: &AlterFunction, _span: Span) -> Result<Applied> {
        let id = self.routine(&alter.signature)?;
        if self.catalog.functions[id].kind == FunctionKind::Aggregate {
            let message = format!("\"{}\" is an aggregate function", self.catalog.functions[id].name);
            return Err(Stop::refused("42809", alter.signature.span, message));
        }
        let mut function = self.catalog.functions[id].clone();
        check_function_options(
            &alter.options,
            function.kind == FunctionKind::Procedure,
            function.returns_set,
        )?;
        let named = self.named_by_options(&alter.options, &function.language)?;
        for option in &alter.options {
            self.function_option(&mut function, option, true)?;
        }
        self.catalog.functions[id] = function;
        self.keep_named(id, named, false);
        Ok(Applied::Schema)
    }

    /// `pg_proc.proconfig`: one entry a parameter, in the order in which they were first set.
    fn function_setting(&self, function: &mut Function, set: &Set) -> Result<()> {
        let Some(parameter) = &set.parameter else {
            function.settings.clear();
            return Ok(());
        };
        match &set.value {
            SetValue::Default => function.settings.retain(|(name, _)| *name != parameter.text),
            SetValue::FromCurrent => {
                if &*parameter.text != "search_path" {
                    return Err(not_modelled("SET … FROM CURRENT", set.span));
                }
                let path = &self.session.search_path;
                let value: Vec<String> = path.iter().map(|name| quote_list_item(name)).collect();
                set_parameter(&mut function.settings, &parameter.text, value.join(", ").into());
            }
            SetValue::Values(items) => {
                // Lists of names are kept quoted (GUC_LIST_QUOTE); other values as they are.
                let quoted = matches!(
                    &*parameter.text,
                    "search_path"
                        | "temp_tablespaces"
                        | "session_preload_libraries"
                        | "shared_preload_libraries"
                        | "local_preload_libraries"
                );
                let value: Vec<String> = items
                    .iter()
                    .map(|item| if quoted { quote_list_item(&item.text) } else { item.text.to_string() })
                    .collect();
                let value: Box<str> = value.join(", ").into();
                set_parameter(&mut function.settings, &parameter.text, value);
            }
        }
        Ok(())
    }
}

fn set_parameter(settings: &mut Vec<(Box<str>, Box<str>)>, parameter: &str, value: Box<str>) {
    match settings.iter_mut().find(|(name, _)| **name == *parameter) {
        Some(entry) => entry.1 = value,
        None => settings.push((parameter.into(), value)),
    }
}

/// What `CREATE OR REPLACE` sets anew; name, owner and privileges stay.
const REPLACED: &[Attribute] = &[
    Attribute::ARGUMENTS,
    Attribute::BODY,
    Attribute::LANGUAGE,
    Attribute::VOLATILITY,
    Attribute::STRICT,
    Attribute::SECURITY,
    Attribute::LEAKPROOF,
    Attribute::PARALLEL,
    Attribute::COST,
    Attribute::ROWS,
    Attribute::SETTINGS,
];

/// What a function gives: what `RETURNS` says, or its only `OUT` argument. `None` for a record of several, and for
/// procedures.
fn result_type(function: &Function) -> Option<&DataType> {
    let mut outs = function.arguments.iter().filter(|argument| {
        matches!(argument.mode, ArgumentMode::Out | ArgumentMode::InOut | ArgumentMode::Table)
    });
    match (&function.returns, outs.next(), outs.next()) {
        (Some(ty), ..) => Some(ty),
        (None, Some(only), None) => Some(&only.ty),
        _ => None,
    }
}

/// Only the columns of a record count.
fn out_changed(old: &Function, new: &Function) -> bool {
    if result_type(old).is_some_and(|ty| ty.builtin_name() != Some("record")) {
        return false;
    }
    let outs = |function: &Function| -> Vec<(Option<Box<str>>, DataType)> {
        function
            .arguments
            .iter()
            .filter(|argument| {
                matches!(argument.mode, ArgumentMode::Out | ArgumentMode::InOut | ArgumentMode::Table)
            })
            .map(|argument| (argument.name.clone(), argument.ty.clone()))
            .collect()
    };
    outs(old) != outs(new)
}

/// Type modifiers of arguments and results are read and forgotten by PostgreSQL.
fn without_modifiers(ty: DataType) -> DataType {
    DataType { modifiers: Vec::new(), interval_fields: None, ..ty }
}

fn quote_list_item(text: &str) -> String {
    names::quote_identifier(text).into_owned()
}
