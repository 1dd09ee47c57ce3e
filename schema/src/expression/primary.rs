//! The operands of expressions: constants, columns, calls, parentheses (`c_expr` of PostgreSQL's grammar).

use super::ParseError;
use super::parser::{Parsed, Parser, power};
use super::tree::{Argument, Call, Choice, Expr, ExprKind, Path, QueryForm, Subscript, TextRange, Window};
use crate::syntax::keywords::{KeywordClass, class};
use crate::syntax::lexer::TokenKind;
use crate::syntax::literal;

impl Parser<'_> {
    pub(crate) fn primary(&mut self) -> Parsed {
        let mut found = self.operand()?;
        loop {
            let start = found.range;
            let kind = match self.kind(0) {
                TokenKind::LeftBracket => {
                    ExprKind::Subscript { operand: Box::new(found), index: self.subscript()? }
                }
                TokenKind::Dot => {
                    self.advance();
                    if self.kind(0) == TokenKind::Operator && self.slice(self.range()) == "*" {
                        self.advance();
                        ExprKind::AllFields(Box::new(found))
                    } else {
                        ExprKind::Field { operand: Box::new(found), field: self.ident()? }
                    }
                }
                _ => return Ok(found),
            };
            let range = start.to(self.last_range());
            found = Self::node(kind, range)?;
        }
    }

    fn subscript(&mut self) -> Parsed<Subscript> {
        self.expect(TokenKind::LeftBracket)?;
        let at_bound = |parser: &Self| matches!(parser.kind(0), TokenKind::Colon | TokenKind::RightBracket);
        let lower = if at_bound(self) { None } else { Some(Box::new(self.expression(0)?)) };
        if self.take(TokenKind::Colon) {
            let upper = if at_bound(self) { None } else { Some(Box::new(self.expression(0)?)) };
            self.expect(TokenKind::RightBracket)?;
            return Ok(Subscript::Slice(lower, upper));
        }
        match lower {
            Some(index) => {
                self.expect(TokenKind::RightBracket)?;
                Ok(Subscript::Index(index))
            }
            None => Err(self.unexpected()),
        }
    }

    fn operand(&mut self) -> Parsed {
        let start = self.range();
        let kind = match self.kind(0) {
            TokenKind::Integer | TokenKind::Float => {
                self.advance();
                ExprKind::Number(self.slice(start).replace('_', "").into())
            }
            TokenKind::String
            | TokenKind::EscapeString
            | TokenKind::UnicodeString
            | TokenKind::DollarString => ExprKind::String(self.string()?),
            TokenKind::NationalString => {
                let value = self.string()?;
                return self.typed("bpchar", value, start);
            }
            TokenKind::BitString | TokenKind::HexString => ExprKind::BitString(self.string()?),
            TokenKind::Parameter => {
                self.advance();
                let digits = self.slice(start).trim_start_matches('$');
                let number =
                    digits.parse().map_err(|_| ParseError::new("parameter number too large", start))?;
                ExprKind::Parameter(number)
            }
            TokenKind::LeftParen => return self.parenthesised(),
            TokenKind::QuotedName | TokenKind::UnicodeName => return self.name(),
            TokenKind::Word => return self.word_operand(),
            _ => return Err(self.unexpected()),
        };
        let range = start.to(self.last_range());
        Self::node(kind, range)
    }

    /// A string constant of any form.
    pub(crate) fn string(&mut self) -> Parsed<Box<str>> {
        let (kind, range) = (self.kind(0), self.range());
        self.advance();
        let escape = if kind == TokenKind::UnicodeString { self.unicode_escape(range)?.0 } else { '\\' };
        Ok(literal::string(kind, self.slice(range), escape).value)
    }

    /// A constant of a type that the grammar names.
    fn typed(&self, name: &str, value: Box<str>, start: TextRange) -> Parsed {
        let range = start.to(self.last_range());
        let operand = Self::node(ExprKind::String(value), range)?;
        let ty = super::tree::TypeName {
            path: super::type_name::catalog_path(name, start),
            name_range: start,
            modifiers: Vec::new(),
            interval_fields: None,
            dimensions: 0,
            range: start,
        };
        Self::node(ExprKind::Cast { operand: Box::new(operand), ty }, range)
    }

    fn parenthesised(&mut self) -> Parsed {
        let start = self.range();
        if self.query_follows() {
            let (query, tree) = self.parenthesised_query()?;
            let range = start.to(self.last_range());
            return Self::node(ExprKind::Query { form: QueryForm::Scalar, outer: None, query, tree }, range);
        }
        self.expect(TokenKind::LeftParen)?;
        let mut items = self.expressions()?;
        self.expect(TokenKind::RightParen)?;
        let range = start.to(self.last_range());
        match items.pop() {
            Some(mut only) if items.is_empty() => {
                only.range = range;
                Ok(only)
            }
            last => {
                items.extend(last);
                Self::node(ExprKind::Row(items), range)
            }
        }
    }

    /// True where `(` opens a query, however many parentheses deep.
    pub(crate) fn query_follows(&self) -> bool {
        let mut parens = 0;
        while self.kind(parens) == TokenKind::LeftParen {
            parens += 1;
        }
        // `((SELECT 1) + 1)` is no query: what follows an inner parenthesis tells.
        let query_goes_on = |after: usize| match self.kind(after) {
            TokenKind::RightParen | TokenKind::End => true,
            _ => matches!(
                self.word(after),
                "union" | "intersect" | "except" | "order" | "limit" | "offset" | "fetch" | "for"
            ),
        };
        parens > 0
            && (1..parens).all(|at| self.closing(at).is_none_or(|closing| query_goes_on(closing + 1)))
            && match self.word(parens) {
                "select" | "with" | "table" => true,
                "values" => self.kind(parens + 1) == TokenKind::LeftParen,
                _ => false,
            }
    }

    /// The text between the parentheses that open here and their end; passes over them.
    pub(crate) fn query_text(&mut self) -> Parsed<TextRange> {
        self.expect(TokenKind::LeftParen)?;
        let start = self.range();
        let mut end = start;
        let mut depth = 1_u32;
        loop {
            match self.kind(0) {
                TokenKind::End => return Err(self.unexpected()),
                TokenKind::LeftParen => depth += 1,
                TokenKind::RightParen => {
                    depth -= 1;
                    if depth == 0 {
                        self.advance();
                        return Ok(TextRange::new(start.start, end.end));
                    }
                }
                _ => {}
            }
            end = self.advance();
        }
    }

    fn word_operand(&mut self) -> Parsed {
        let start = self.range();
        if let Some(kind) = self.special_form()? {
            let range = start.to(self.last_range());
            return Self::node(kind, range);
        }
        if self.type_word_follows() {
            if let Some(found) = self.typed_constant()? {
                return Ok(found);
            }
            // Such words may name columns, but no functions.
            if self.kind(1) == TokenKind::LeftParen {
                return Err(self.unexpected());
            }
        }
        let reserved = match class(self.word(0)) {
            Some(KeywordClass::Reserved) => true,
            // Such words may only name functions.
            Some(KeywordClass::TypeOrFunctionName) => {
                !matches!(self.kind(1), TokenKind::LeftParen | TokenKind::Dot | TokenKind::String)
            }
            _ => false,
        };
        if reserved { Err(self.unexpected()) } else { self.name() }
    }

    /// `interval '1 day' day`, `timestamp(3) '…'`; nothing is taken when the word is a column's name after all.
    fn typed_constant(&mut self) -> Parsed<Option<Expr>> {
        let start = self.range();
        let before = self.position();
        let Ok(mut ty) = self.type_name() else {
            self.back_to(before);
            return Ok(None);
        };
        if !is_string(self.kind(0)) {
            self.back_to(before);
            return Ok(None);
        }
        let at = self.range();
        let value = self.string()?;
        let operand = Self::node(ExprKind::String(value), at.to(self.last_range()))?;
        if ty.path.name() == "interval" && ty.modifiers.is_empty() {
            self.interval_fields(&mut ty)?;
        }
        let range = start.to(self.last_range());
        Self::node(ExprKind::Cast { operand: Box::new(operand), ty }, range).map(Some)
    }

    /// A column, a call, or a constant of a type by name.
    fn name(&mut self) -> Parsed {
        let start = self.range();
        let mut parts = vec![self.ident()?];
        let mut all = false;
        while self.kind(0) == TokenKind::Dot {
            self.advance();
            if self.kind(0) == TokenKind::Operator && self.slice(self.range()) == "*" {
                self.advance();
                all = true;
                break;
            }
            parts.push(self.ident()?);
        }
        let path = Path { parts };
        let kind = match self.kind(0) {
            TokenKind::LeftParen if !all => self.call(path)?,
            kind if is_string(kind) && !all => {
                let at = self.range();
                let value = self.string()?;
                let operand = Self::node(ExprKind::String(value), at.to(self.last_range()))?;
                let name_range = path.range();
                let ty = super::tree::TypeName {
                    path,
                    name_range,
                    modifiers: Vec::new(),
                    interval_fields: None,
                    dimensions: 0,
                    range: name_range,
                };
                ExprKind::Cast { operand: Box::new(operand), ty }
            }
            _ => ExprKind::Column { path, all },
        };
        let range = start.to(self.last_range());
        Self::node(kind, range)
    }

    fn call(&mut self, function: Path) -> Parsed<ExprKind> {
        self.expect(TokenKind::LeftParen)?;
        let mut call = plain_call(function);
        if self.kind(0) == TokenKind::Operator && self.slice(self.range()) == "*" {
            self.advance();
            call.star = true;
        } else if self.kind(0) != TokenKind::RightParen {
            call.distinct = self.take_word("distinct");
            if !call.distinct {
                self.take_word("all");
            }
            self.arguments(&mut call)?;
        }
        self.rest_of_call(call)
    }

    /// A call whose first argument was already read.
    pub(crate) fn call_after(&mut self, function: Path, first: Expr) -> Parsed<ExprKind> {
        let mut call = plain_call(function);
        call.arguments.push(Argument { name: None, value: first });
        if self.take(TokenKind::Comma) {
            self.arguments(&mut call)?;
        }
        self.rest_of_call(call)
    }

    fn arguments(&mut self, call: &mut Call) -> Parsed<()> {
        loop {
            if call.variadic {
                return Err(self.unexpected());
            }
            call.variadic = self.take_word("variadic");
            call.arguments.push(self.argument()?);
            if !self.take(TokenKind::Comma) {
                break;
            }
        }
        call.order_by = self.sort_keys()?;
        Ok(())
    }

    /// From the parenthesis that closes the arguments.
    fn rest_of_call(&mut self, mut call: Call) -> Parsed<ExprKind> {
        self.expect(TokenKind::RightParen)?;
        if self.take_words(&["within", "group"]) {
            self.expect(TokenKind::LeftParen)?;
            call.within_group = self.sort_keys()?;
            self.expect(TokenKind::RightParen)?;
        }
        if self.word(0) == "filter" && self.kind(1) == TokenKind::LeftParen {
            self.advance();
            self.advance();
            self.expect_word("where")?;
            call.filter = Some(self.expression(0)?);
            self.expect(TokenKind::RightParen)?;
        }
        if self.take_word("over") {
            call.over = Some(self.window()?);
        }
        Ok(ExprKind::Call(Box::new(call)))
    }

    fn argument(&mut self) -> Parsed<Argument> {
        let named = matches!(self.kind(0), TokenKind::Word | TokenKind::QuotedName)
            && matches!(self.kind(1), TokenKind::EqualsGreater | TokenKind::ColonEquals);
        let name = if named {
            let name = self.ident()?;
            self.advance();
            Some(name)
        } else {
            None
        };
        Ok(Argument { name, value: self.expression(0)? })
    }

    pub(crate) fn window(&mut self) -> Parsed<Window> {
        let mut window = Window { name: None, partition_by: Vec::new(), order_by: Vec::new(), frame: None };
        if self.kind(0) != TokenKind::LeftParen {
            window.name = Some(self.ident()?);
            return Ok(window);
        }
        self.advance();
        if self.kind(0) != TokenKind::RightParen
            && !matches!(self.word(0), "partition" | "order" | "range" | "rows" | "groups")
        {
            window.name = Some(self.ident()?);
        }
        if self.take_words(&["partition", "by"]) {
            window.partition_by = self.expressions()?;
        }
        window.order_by = self.sort_keys()?;
        let mut frame = Vec::new();
        let mut depth = 0_u32;
        loop {
            match self.kind(0) {
                TokenKind::End => return Err(self.unexpected()),
                TokenKind::RightParen if depth == 0 => break,
                TokenKind::RightParen => depth -= 1,
                TokenKind::LeftParen => depth += 1,
                _ => {}
            }
            let lexeme = self.advance();
            let written = self.slice(lexeme);
            frame.push(if written.starts_with('\'') {
                written.to_owned()
            } else {
                written.to_ascii_lowercase()
            });
        }
        self.expect(TokenKind::RightParen)?;
        if !frame.is_empty() {
            window.frame = Some(frame.join(" ").into());
        }
        Ok(window)
    }

    /// `CASE … END`, past the first word.
    pub(crate) fn case(&mut self) -> Parsed<ExprKind> {
        let operand = if self.word(0) == "when" { None } else { Some(Box::new(self.expression(0)?)) };
        let mut branches = Vec::new();
        while self.take_word("when") {
            let condition = self.expression(0)?;
            self.expect_word("then")?;
            branches.push((condition, self.expression(0)?));
        }
        if branches.is_empty() {
            return Err(self.unexpected());
        }
        let otherwise = if self.take_word("else") { Some(Box::new(self.expression(0)?)) } else { None };
        self.expect_word("end")?;
        Ok(ExprKind::Case { operand, branches, otherwise })
    }

    /// `ARRAY[…]` and `ARRAY(SELECT …)`, past the first word.
    pub(crate) fn array(&mut self) -> Parsed<ExprKind> {
        if self.query_follows() {
            let (query, tree) = self.parenthesised_query()?;
            return Ok(ExprKind::Query { form: QueryForm::Array, outer: None, query, tree });
        }
        self.expect(TokenKind::LeftBracket)?;
        self.array_items().map(ExprKind::Array)
    }

    /// The items up to `]`; an item may be a list in brackets of its own.
    fn array_items(&mut self) -> Parsed<Vec<Expr>> {
        let mut items = Vec::new();
        if self.take(TokenKind::RightBracket) {
            return Ok(items);
        }
        loop {
            let start = self.range();
            if self.kind(0) == TokenKind::LeftBracket {
                // By way of `expression` depth would not be counted: a list in brackets is no expression.
                items.push(self.inner_array(start)?);
            } else {
                items.push(self.expression(0)?);
            }
            if !self.take(TokenKind::Comma) {
                break;
            }
        }
        self.expect(TokenKind::RightBracket)?;
        Ok(items)
    }

    fn inner_array(&mut self, start: TextRange) -> Parsed {
        self.nested(|parser| {
            parser.expect(TokenKind::LeftBracket)?;
            let items = parser.array_items()?;
            let range = start.to(parser.last_range());
            Self::node(ExprKind::Array(items), range)
        })
    }

    /// `COALESCE(…)` and its like, past the first word.
    pub(crate) fn choice(&mut self, choice: Choice) -> Parsed<ExprKind> {
        self.expect(TokenKind::LeftParen)?;
        let items = self.expressions()?;
        self.expect(TokenKind::RightParen)?;
        if choice == Choice::NullIf && items.len() != 2 {
            return Err(ParseError::new("NULLIF takes two arguments", self.last_range()));
        }
        Ok(ExprKind::Choice(choice, items))
    }

    /// `CAST(x AS t)`, past the first word.
    pub(crate) fn cast(&mut self) -> Parsed<ExprKind> {
        self.expect(TokenKind::LeftParen)?;
        let operand = Box::new(self.expression(0)?);
        self.expect_word("as")?;
        let ty = self.type_name()?;
        self.expect(TokenKind::RightParen)?;
        Ok(ExprKind::Cast { operand, ty })
    }

    /// `ROW(…)`, past the first word.
    pub(crate) fn row(&mut self) -> Parsed<ExprKind> {
        self.expect(TokenKind::LeftParen)?;
        let items = if self.kind(0) == TokenKind::RightParen { Vec::new() } else { self.expressions()? };
        self.expect(TokenKind::RightParen)?;
        Ok(ExprKind::Row(items))
    }

    /// A `b_expr` that ends before a word of the form around it (`IN` of `POSITION`).
    pub(crate) fn form_operand(&mut self) -> Parsed {
        self.restricted(power::IS)
    }
}

fn plain_call(function: Path) -> Call {
    Call {
        function,
        special: false,
        arguments: Vec::new(),
        star: false,
        distinct: false,
        variadic: false,
        order_by: Vec::new(),
        within_group: Vec::new(),
        filter: None,
        over: None,
    }
}

pub(crate) fn is_string(kind: TokenKind) -> bool {
    matches!(
        kind,
        TokenKind::String | TokenKind::EscapeString | TokenKind::UnicodeString | TokenKind::DollarString
    )
}
