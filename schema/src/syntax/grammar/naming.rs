//! Names with schemas, roles, operators, and the little clauses that many statements share.

use super::cursor::{Cursor, Parse};
use crate::syntax::keywords::KeywordClass;
use crate::syntax::lexer::TokenKind;
use crate::syntax::tree::{
    DropBehaviour, Name, OperatorName, OrderBy, QualifiedName, Role, RoleKind, Spanned,
};

impl Cursor<'_> {
    /// `a`, `a.b` or `a.b.c` (`qualified_name`, `any_name`).
    pub(crate) fn qualified_name(&mut self) -> Parse<QualifiedName> {
        let first = self.column_name()?;
        self.after_first_name(first)
    }

    /// A function's name: a type or function name alone, any column name when dots follow (`func_name`).
    pub(crate) fn function_name(&mut self) -> Parse<QualifiedName> {
        let first = if self.nth_kind(1) == TokenKind::Dot {
            self.column_name()?
        } else {
            self.type_or_function_name()?
        };
        self.after_first_name(first)
    }

    pub(crate) fn after_first_name(&mut self, first: Name) -> Parse<QualifiedName> {
        let mut parts = vec![first];
        while self.kind() == TokenKind::Dot {
            self.bump();
            parts.push(self.label()?);
        }
        self.qualify(parts)
    }

    pub(crate) fn qualify(&self, mut parts: Vec<Name>) -> Parse<QualifiedName> {
        if parts.len() > 3 {
            let span =
                parts.first().zip(parts.last()).map_or(self.here(), |(first, last)| first.span.to(last.span));
            let dotted: Vec<&str> = parts.iter().map(Name::as_str).collect();
            return self.refuse_with(
                span,
                format!("improper qualified name (too many dotted names): {}", dotted.join(".")),
            );
        }
        let Some(name) = parts.pop() else { return self.refuse() };
        Ok(QualifiedName { schema: parts.pop(), name })
    }

    /// The parts of a dotted name, for places where the last part is a column.
    pub(crate) fn dotted(&mut self) -> Parse<Vec<Name>> {
        let mut parts = vec![self.column_name()?];
        while self.kind() == TokenKind::Dot {
            self.bump();
            parts.push(self.label()?);
        }
        Ok(parts)
    }

    /// `relation.column` (`any_name` whose last part is a column).
    pub(crate) fn relation_and_column(&mut self) -> Parse<(QualifiedName, Name)> {
        let mut parts = self.dotted()?;
        if parts.len() < 2 {
            let span = parts.first().map_or(self.here(), |name| name.span);
            return self.refuse_with(span, "column name must be qualified");
        }
        let Some(column) = parts.pop() else { return self.refuse() };
        Ok((self.qualify(parts)?, column))
    }

    /// A relation, possibly `ONLY relation`, `ONLY (relation)` or `relation *` (`relation_expr`).
    pub(crate) fn relation(&mut self) -> Parse<(bool, QualifiedName)> {
        if self.eat("ONLY") {
            if self.eat_sign(TokenKind::LeftParen) {
                let name = self.qualified_name()?;
                self.expect_sign(TokenKind::RightParen)?;
                return Ok((true, name));
            }
            return Ok((true, self.qualified_name()?));
        }
        let name = self.qualified_name()?;
        self.eat_operator("*");
        Ok((false, name))
    }

    /// `RoleSpec`: a name, `CURRENT_USER` and the like, or `PUBLIC`.
    pub(crate) fn role(&mut self) -> Parse<Role> {
        const SPECIAL: &[(&str, RoleKind)] = &[
            ("CURRENT_ROLE", RoleKind::CurrentRole),
            ("CURRENT_USER", RoleKind::CurrentUser),
            ("SESSION_USER", RoleKind::SessionUser),
        ];
        let span = self.here();
        if let Some((_, kind)) = SPECIAL.iter().find(|(word, _)| self.nth_is(0, word)) {
            self.bump();
            return Ok(Role { kind: kind.clone(), span });
        }
        let name = self.name_of(&[KeywordClass::ColumnName, KeywordClass::TypeOrFunctionName], "a role")?;
        let kind = match name.as_str() {
            // PostgreSQL takes the quoted form for the same: the word is no keyword.
            "public" => RoleKind::Public,
            "none" => {
                return self.refuse_with(name.span, "role name \"none\" is reserved");
            }
            _ => RoleKind::Named(name.text),
        };
        Ok(Role { kind, span: name.span })
    }

    pub(crate) fn roles(&mut self) -> Parse<Vec<Role>> {
        self.list(Self::role)
    }

    /// An operator sign, or `OPERATOR(schema.sign)` where that is allowed (`qual_all_Op`).
    pub(crate) fn operator_name(&mut self) -> Parse<OperatorName> {
        let start = self.here();
        if self.nth_is(0, "OPERATOR") && self.nth_kind(1) == TokenKind::LeftParen {
            self.bump();
            self.bump();
            let mut operator = self.dotted_operator()?;
            self.expect_sign(TokenKind::RightParen)?;
            operator.span = self.since(start);
            return Ok(operator);
        }
        self.bare_operator(None)
    }

    /// An operator sign after an optional schema: `schema.+` (`any_operator`).
    pub(crate) fn dotted_operator(&mut self) -> Parse<OperatorName> {
        let start = self.here();
        let mut schema = None;
        while self.kind() != TokenKind::Operator {
            schema = Some(self.column_name()?);
            self.expect_sign(TokenKind::Dot)?;
        }
        let mut operator = self.bare_operator(schema)?;
        operator.span = self.since(start);
        Ok(operator)
    }

    fn bare_operator(&mut self, schema: Option<Name>) -> Parse<OperatorName> {
        if self.kind() != TokenKind::Operator {
            return self.refuse_wanting("an operator");
        }
        let token = self.bump();
        let sign = self.slice(token);
        let name = if sign == "!=" { "<>" } else { sign };
        Ok(OperatorName { schema, name: name.into(), span: self.token_span(token) })
    }

    pub(crate) fn behaviour(&mut self) -> DropBehaviour {
        if self.eat("CASCADE") {
            DropBehaviour::Cascade
        } else {
            self.eat("RESTRICT");
            DropBehaviour::Restrict
        }
    }

    pub(crate) fn if_exists(&mut self) -> bool {
        // `if` alone may be a name.
        self.eat_all(&["IF", "EXISTS"])
    }

    pub(crate) fn if_not_exists(&mut self) -> bool {
        self.eat_all(&["IF", "NOT", "EXISTS"])
    }

    /// `COLLATE name`, if it is there.
    pub(crate) fn collation(&mut self) -> Parse<Option<Spanned<QualifiedName>>> {
        let start = self.here();
        if !self.eat("COLLATE") {
            return Ok(None);
        }
        let value = self.qualified_name()?;
        Ok(Some(Spanned { value, span: self.since(start) }))
    }

    /// `ASC`/`DESC`, `NULLS FIRST`/`LAST`.
    pub(crate) fn order(&mut self) -> OrderBy {
        let start = self.here();
        let descending = self
            .eat_one(&[("ASC", false), ("DESC", true)])
            .map(|value| Spanned { value, span: self.since(start) });
        let start = self.here();
        let mut nulls_first = None;
        if self.nth_is(0, "NULLS") && self.nth_in(1, &["FIRST", "LAST"]) {
            self.bump();
            nulls_first = self
                .eat_one(&[("FIRST", true), ("LAST", false)])
                .map(|value| Spanned { value, span: self.since(start) });
        }
        OrderBy { descending, nulls_first }
    }

    /// A name or a string where the grammar takes both (`NonReservedWord_or_Sconst`).
    pub(crate) fn word_or_string(&mut self) -> Parse<Name> {
        if self.nth_string(0) {
            let string = self.string()?;
            return Ok(Name { text: string.value, span: string.span });
        }
        self.word()
    }
}
