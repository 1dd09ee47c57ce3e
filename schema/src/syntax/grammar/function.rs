//! Functions, procedures and aggregates: `CREATE`, `ALTER`, and their signatures.

use super::cursor::{Cursor, Parse};
use crate::syntax::keywords::KeywordClass;
use crate::syntax::lexer::TokenKind;
use crate::syntax::tree::{
    AlterFunction, Argument, ArgumentMode, CreateAggregate, CreateFunction, FunctionBody, FunctionOption,
    FunctionOptionKind, Name, Returns, RoutineKind, RoutineSignature, Spanned, SqlText, Statement,
    TableColumn, Volatility,
};

/// Options that are words only, the longer first.
const WORD_OPTIONS: &[(&[&str], WordOption)] = &[
    (&["CALLED", "ON", "NULL", "INPUT"], WordOption::Strict(false)),
    (&["RETURNS", "NULL", "ON", "NULL", "INPUT"], WordOption::Strict(true)),
    (&["STRICT"], WordOption::Strict(true)),
    (&["IMMUTABLE"], WordOption::Volatility(Volatility::Immutable)),
    (&["STABLE"], WordOption::Volatility(Volatility::Stable)),
    (&["VOLATILE"], WordOption::Volatility(Volatility::Volatile)),
    (&["EXTERNAL", "SECURITY", "DEFINER"], WordOption::SecurityDefiner(true)),
    (&["EXTERNAL", "SECURITY", "INVOKER"], WordOption::SecurityDefiner(false)),
    (&["SECURITY", "DEFINER"], WordOption::SecurityDefiner(true)),
    (&["SECURITY", "INVOKER"], WordOption::SecurityDefiner(false)),
    (&["LEAKPROOF"], WordOption::Leakproof(true)),
    (&["NOT", "LEAKPROOF"], WordOption::Leakproof(false)),
];

#[derive(Clone, Copy)]
enum WordOption {
    Strict(bool),
    Volatility(Volatility),
    SecurityDefiner(bool),
    Leakproof(bool),
}

impl Cursor<'_> {
    /// After `CREATE [OR REPLACE] {FUNCTION | PROCEDURE}`.
    pub(crate) fn create_function(&mut self, kind: RoutineKind) -> Parse<Statement> {
        let name = self.function_name()?;
        let arguments = self.in_parens_or_empty(|cursor| cursor.argument(true))?;
        let mut function = CreateFunction {
            kind,
            or_replace: self.led_by("REPLACE"),
            name,
            arguments,
            returns: None,
            language: None,
            options: Vec::new(),
            body: None,
        };
        if kind == RoutineKind::Function && self.nth_is(0, "RETURNS") && !self.nth_is(1, "NULL") {
            function.returns = Some(self.returns()?);
        }
        self.function_options(&mut function)?;
        if self.eat_all(&["BEGIN", "ATOMIC"]) {
            self.once(function.body.is_some())?;
            function.body = Some(self.atomic_body()?);
        } else if self.eat("RETURN") {
            self.once(function.body.is_some())?;
            function.body = Some(FunctionBody::Return(self.expression()?));
        }
        if self.eat("WITH") {
            // Attributes of old: `isStrict`, `isCachable`; PostgreSQL reads them no more.
            return self.refuse();
        }
        Ok(Statement::CreateFunction(function))
    }

    fn returns(&mut self) -> Parse<Returns> {
        self.expect("RETURNS")?;
        let start = self.here();
        if self.eat("TABLE") {
            let columns = self.in_parens(|cursor| {
                let name = cursor.type_or_function_name()?;
                let type_name = cursor.function_type()?;
                Ok(TableColumn { name, type_name })
            })?;
            return Ok(Returns::Table(columns, self.since(start)));
        }
        self.function_type().map(Returns::Type)
    }

    fn once(&self, already: bool) -> Parse<()> {
        if already { self.refuse_with(self.here(), "conflicting or redundant options") } else { Ok(()) }
    }

    fn function_options(&mut self, function: &mut CreateFunction) -> Parse<()> {
        loop {
            let start = self.here();
            if self.eat("LANGUAGE") {
                self.once(function.language.is_some())?;
                function.language = Some(self.word_or_string()?);
            } else if self.eat("AS") {
                self.once(function.body.is_some())?;
                let first = self.string()?;
                function.body = Some(if self.eat_sign(TokenKind::Comma) {
                    FunctionBody::Library { object: first, symbol: self.string()? }
                } else {
                    FunctionBody::Source(first)
                });
            } else if self.eat("WINDOW") {
                let kind = FunctionOptionKind::Window;
                function.options.push(FunctionOption { kind, span: start });
            } else if self.eat("TRANSFORM") {
                let types = self.list(|cursor| {
                    cursor.expect_all(&["FOR", "TYPE"])?;
                    cursor.type_name()
                })?;
                let kind = FunctionOptionKind::Transform(types);
                function.options.push(FunctionOption { kind, span: self.since(start) });
            } else {
                match self.function_option()? {
                    Some(option) => function.options.push(option),
                    None => return Ok(()),
                }
            }
        }
    }

    /// An option that `CREATE` and `ALTER` both know (`common_func_opt_item`).
    fn function_option(&mut self) -> Parse<Option<FunctionOption>> {
        use FunctionOptionKind as Kind;
        let start = self.here();
        let kind = if let Some(word) = self.eat_phrase(WORD_OPTIONS) {
            match word {
                WordOption::Strict(strict) => Kind::Strict(strict),
                WordOption::Volatility(volatility) => Kind::Volatility(volatility),
                WordOption::SecurityDefiner(definer) => Kind::SecurityDefiner(definer),
                WordOption::Leakproof(leakproof) => Kind::Leakproof(leakproof),
            }
        } else if self.eat("COST") {
            Kind::Cost(self.number()?)
        } else if self.eat("ROWS") {
            Kind::Rows(self.number()?)
        } else if self.eat("SUPPORT") {
            Kind::Support(self.qualified_name()?)
        } else if self.eat("PARALLEL") {
            Kind::Parallel(self.column_name()?)
        } else if self.nth_in(0, &["SET", "RESET"]) {
            Kind::Set(self.function_set()?)
        } else {
            return Ok(None);
        };
        Ok(Some(FunctionOption { kind, span: self.since(start) }))
    }

    /// The statements between `BEGIN ATOMIC` and `END`.
    fn atomic_body(&mut self) -> Parse<FunctionBody> {
        let start = self.here();
        let mut statements: Vec<SqlText> = Vec::new();
        loop {
            if self.eat_sign(TokenKind::Semicolon) {
                continue;
            }
            if self.nth_is(0, "END") {
                break;
            }
            if self.at_end() {
                return self.refuse_wanting("END");
            }
            statements.push(self.body_statement()?);
            self.expect_sign(TokenKind::Semicolon)?;
        }
        let span = self.since(start);
        self.expect("END")?;
        Ok(FunctionBody::Atomic { statements, span })
    }

    /// One statement of a body, up to its semicolon.
    fn body_statement(&mut self) -> Parse<SqlText> {
        self.text_until(|cursor| matches!(cursor.kind(), TokenKind::Semicolon))
    }

    /// An argument with its mode, name, type and default (`func_arg_with_default`).
    pub(crate) fn argument(&mut self, defaults: bool) -> Parse<Argument> {
        let start = self.here();
        let mut mode = self.argument_mode();
        let name = self.argument_name()?;
        if mode.is_none() && name.is_some() {
            mode = self.argument_mode();
        }
        let type_name = self.function_type()?;
        let default = if defaults && (self.eat("DEFAULT") || self.eat_operator("=")) {
            Some(self.expression()?)
        } else {
            None
        };
        Ok(Argument { mode, name, type_name, default, span: self.since(start) })
    }

    fn argument_mode(&mut self) -> Option<Spanned<ArgumentMode>> {
        let start = self.here();
        let choices: &[(&[&'static str], ArgumentMode)] = &[
            (&["IN", "OUT"], ArgumentMode::InOut),
            (&["IN"], ArgumentMode::In),
            (&["OUT"], ArgumentMode::Out),
            (&["INOUT"], ArgumentMode::InOut),
            (&["VARIADIC"], ArgumentMode::Variadic),
        ];
        self.eat_phrase(choices).map(|value| Spanned { value, span: self.since(start) })
    }

    /// A name is a name only if a type or a mode follows; else it is the type.
    fn argument_name(&mut self) -> Parse<Option<Name>> {
        const TYPE_OR_FUNCTION: &[KeywordClass] = &[KeywordClass::TypeOrFunctionName];
        const ANY: &[KeywordClass] = &[KeywordClass::TypeOrFunctionName, KeywordClass::ColumnName];
        let first = self.nth_names(0, TYPE_OR_FUNCTION);
        let double_precision = self.nth_is(0, "DOUBLE") && self.nth_is(1, "PRECISION");
        let follows = self.nth_names(1, ANY) || self.nth_in(1, &["IN", "VARIADIC"]);
        if first && follows && !double_precision { self.type_or_function_name().map(Some) } else { Ok(None) }
    }

    /// `name`, `name(types)`; of an aggregate also `(*)` and `ORDER BY`.
    pub(crate) fn routine_signature(&mut self, kind: RoutineKind) -> Parse<RoutineSignature> {
        let start = self.here();
        let name = self.function_name()?;
        let mut signature =
            RoutineSignature { kind, name, arguments: None, order_by: Vec::new(), span: self.since(start) };
        if kind == RoutineKind::Aggregate {
            let (arguments, order_by) = self.aggregate_arguments()?;
            signature.arguments = Some(arguments);
            signature.order_by = order_by;
        } else if self.kind() == TokenKind::LeftParen {
            signature.arguments = Some(self.in_parens_or_empty(|cursor| cursor.argument(false))?);
        }
        signature.span = self.since(start);
        Ok(signature)
    }

    /// `(*)`, `(a, b)`, `(a ORDER BY b)`, `(ORDER BY b)` (`aggr_args`).
    fn aggregate_arguments(&mut self) -> Parse<(Vec<Argument>, Vec<Argument>)> {
        self.expect_sign(TokenKind::LeftParen)?;
        let mut arguments = Vec::new();
        let mut order_by = Vec::new();
        if !self.eat_operator("*") {
            if !self.is("ORDER") {
                arguments = self.list(|cursor| cursor.argument(false))?;
            }
            if self.eat_then("ORDER", &["BY"])? {
                order_by = self.list(|cursor| cursor.argument(false))?;
            }
        }
        self.expect_sign(TokenKind::RightParen)?;
        Ok((arguments, order_by))
    }

    /// After `CREATE [OR REPLACE] AGGREGATE`.
    pub(crate) fn create_aggregate(&mut self) -> Parse<Statement> {
        let name = self.function_name()?;
        // The old form has its options where the new one has its arguments.
        let old = self.kind() == TokenKind::LeftParen && self.nth_operator(2, "=");
        let (arguments, order_by) = if old {
            (None, Vec::new())
        } else {
            let (arguments, order_by) = self.aggregate_arguments()?;
            (Some(arguments), order_by)
        };
        let definition = self.definition()?;
        let or_replace = self.led_by("REPLACE");
        Ok(Statement::CreateAggregate(CreateAggregate { or_replace, name, arguments, order_by, definition }))
    }

    /// `ALTER FUNCTION name(…) option …`, from the options on.
    pub(crate) fn alter_function(&mut self, signature: RoutineSignature) -> Parse<Statement> {
        let mut options = Vec::new();
        while let Some(option) = self.function_option()? {
            options.push(option);
        }
        if options.is_empty() {
            return self.refuse();
        }
        self.eat("RESTRICT");
        Ok(Statement::AlterFunction(AlterFunction { signature, options }))
    }
}
