//! Lists of options: storage parameters, definitions, `OPTIONS (…)` of foreign data, options of utility commands.

use super::cursor::{Cursor, Parse};
use crate::syntax::keywords::KeywordClass;
use crate::syntax::lexer::TokenKind;
use crate::syntax::tree::{ForeignOption, ForeignOptionAction, OptionItem, OptionValue, OptionValueKind};

impl Cursor<'_> {
    /// `(name = value, …)` with names that may have a namespace (`reloptions`).
    pub(crate) fn storage_parameters(&mut self) -> Parse<Vec<OptionItem>> {
        self.in_parens(|cursor| {
            let start = cursor.here();
            let mut name = cursor.label()?;
            let mut namespace = None;
            if cursor.eat_sign(TokenKind::Dot) {
                namespace = Some(name);
                name = cursor.label()?;
            }
            let value = if cursor.eat_operator("=") { Some(cursor.option_value()?) } else { None };
            Ok(OptionItem { namespace, name, value, span: cursor.since(start) })
        })
    }

    /// `WITH (…)` of a relation, or nothing. `WITHOUT OIDS` is read and means nothing.
    pub(crate) fn with_storage_parameters(&mut self) -> Parse<Vec<OptionItem>> {
        if self.eat("WITH") {
            return self.storage_parameters();
        }
        self.eat_all(&["WITHOUT", "OIDS"]);
        Ok(Vec::new())
    }

    /// `(name = value, …)` (`definition`).
    pub(crate) fn definition(&mut self) -> Parse<Vec<OptionItem>> {
        self.in_parens(|cursor| {
            let start = cursor.here();
            let name = cursor.label()?;
            let value = if cursor.eat_operator("=") { Some(cursor.option_value()?) } else { None };
            Ok(OptionItem { namespace: None, name, value, span: cursor.since(start) })
        })
    }

    /// `WITH (…)`, or nothing (`opt_definition`).
    pub(crate) fn with_definition(&mut self) -> Parse<Vec<OptionItem>> {
        if self.nth_is(0, "WITH") && self.nth_kind(1) == TokenKind::LeftParen {
            self.bump();
            return self.definition();
        }
        Ok(Vec::new())
    }

    /// `(name [value], …)` as `REINDEX` and `CLUSTER` have them, or nothing.
    pub(crate) fn utility_options(&mut self) -> Parse<Vec<OptionItem>> {
        if self.kind() != TokenKind::LeftParen {
            return Ok(Vec::new());
        }
        self.in_parens(|cursor| {
            let start = cursor.here();
            let name = cursor.label()?;
            let value = match cursor.kind() {
                TokenKind::Comma | TokenKind::RightParen => None,
                _ => Some(cursor.option_value()?),
            };
            Ok(OptionItem { namespace: None, name, value, span: cursor.since(start) })
        })
    }

    /// The value of an option (`def_arg`).
    fn option_value(&mut self) -> Parse<OptionValue> {
        let start = self.here();
        let number = matches!(self.kind(), TokenKind::Integer | TokenKind::Float)
            || (self.kind() == TokenKind::Operator
                && matches!(self.nth_kind(1), TokenKind::Integer | TokenKind::Float)
                && (self.nth_operator(0, "-") || self.nth_operator(0, "+")));
        if number {
            let number = self.number()?;
            return Ok(OptionValue { kind: OptionValueKind::Number, text: number.text, span: number.span });
        }
        if self.nth_string(0) {
            let string = self.string()?;
            return Ok(OptionValue { kind: OptionValueKind::String, text: string.value, span: string.span });
        }
        if self.kind() == TokenKind::Operator
            || (self.nth_is(0, "OPERATOR") && self.nth_kind(1) == TokenKind::LeftParen)
        {
            let operator = self.operator_name()?;
            let text = match &operator.schema {
                Some(schema) => format!("{}.{}", schema.text, operator.name).into(),
                None => operator.name,
            };
            return Ok(OptionValue { kind: OptionValueKind::Operator, text, span: operator.span });
        }
        if self.kind() == TokenKind::LeftParen {
            self.skip_group()?;
            let span = self.since(start);
            return Ok(OptionValue { kind: OptionValueKind::List, text: self.source(span).into(), span });
        }
        if self.nth_class(0) == Some(KeywordClass::Reserved) || self.nth_is(0, "NONE") {
            let word = self.label()?;
            return Ok(OptionValue { kind: OptionValueKind::Word, text: word.text, span: word.span });
        }
        let type_name = self.function_type()?;
        let span = self.since(start);
        // A single name reads as the name it means; anything longer as it was written.
        let text = if type_name.name.span() == span {
            match &type_name.name.schema {
                Some(_) => self.source(span).into(),
                None if type_name.system => self.source(span).to_ascii_lowercase().into(),
                None => type_name.name.name.text.clone(),
            }
        } else {
            self.source(span).into()
        };
        Ok(OptionValue { kind: OptionValueKind::Type(Box::new(type_name)), text, span })
    }

    /// `OPTIONS (name 'value', …)` of a new object, or nothing.
    pub(crate) fn foreign_options(&mut self) -> Parse<Vec<ForeignOption>> {
        if !(self.nth_is(0, "OPTIONS") && self.nth_kind(1) == TokenKind::LeftParen) {
            return Ok(Vec::new());
        }
        self.bump();
        self.in_parens(|cursor| {
            let start = cursor.here();
            let name = cursor.label()?;
            let value = Some(cursor.string()?);
            Ok(ForeignOption { action: ForeignOptionAction::Add, name, value, span: cursor.since(start) })
        })
    }

    /// `OPTIONS ([ADD | SET | DROP] name ['value'], …)` of an object altered.
    pub(crate) fn altered_foreign_options(&mut self) -> Parse<Vec<ForeignOption>> {
        const ACTIONS: &[(&str, ForeignOptionAction)] = &[
            ("ADD", ForeignOptionAction::Add),
            ("SET", ForeignOptionAction::Set),
            ("DROP", ForeignOptionAction::Drop),
        ];
        self.expect("OPTIONS")?;
        self.in_parens(|cursor| {
            let start = cursor.here();
            // `add 'x'` is an option called add.
            let action = if cursor.nth_string(1) { None } else { cursor.eat_one(ACTIONS) };
            let action = action.unwrap_or(ForeignOptionAction::Add);
            let name = cursor.label()?;
            let value = if action == ForeignOptionAction::Drop { None } else { Some(cursor.string()?) };
            Ok(ForeignOption { action, name, value, span: cursor.since(start) })
        })
    }
}
