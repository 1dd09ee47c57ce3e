//! Operators, operator classes and families, casts and transforms.

use super::cursor::{Cursor, Parse};
use crate::syntax::lexer::TokenKind;
use crate::syntax::tree::{
    AlterOperator, AlterOperatorFamily, CastContext, CastMethod, CreateCast, CreateOperator,
    CreateOperatorClass, CreateOperatorFamily, CreateTransform, Name, Number, OperatorClassItem,
    OperatorClassItemKind, OperatorSignature, QualifiedName, RoutineKind, Statement, TypeName,
};

impl Cursor<'_> {
    /// After `CREATE OPERATOR`.
    pub(crate) fn create_operator(&mut self) -> Parse<Statement> {
        let name = self.dotted_operator()?;
        let definition = self.definition()?;
        Ok(Statement::CreateOperator(CreateOperator { name, definition }))
    }

    /// `ALTER OPERATOR … SET (…)`, from `SET` on.
    pub(crate) fn alter_operator(&mut self, operator: OperatorSignature) -> Parse<Statement> {
        self.expect("SET")?;
        let options = self.definition()?;
        Ok(Statement::AlterOperator(AlterOperator { operator, options }))
    }

    /// After `CREATE OPERATOR CLASS`.
    pub(crate) fn create_operator_class(&mut self) -> Parse<Statement> {
        let name = self.qualified_name()?;
        let default = self.eat("DEFAULT");
        self.expect_all(&["FOR", "TYPE"])?;
        let type_name = self.type_name()?;
        self.expect("USING")?;
        let method = self.column_name()?;
        let family = if self.eat("FAMILY") { Some(self.qualified_name()?) } else { None };
        self.expect("AS")?;
        let items = self.list(Self::operator_class_item)?;
        Ok(Statement::CreateOperatorClass(CreateOperatorClass {
            name,
            default,
            type_name,
            method,
            family,
            items,
        }))
    }

    /// After `CREATE OPERATOR FAMILY`.
    pub(crate) fn create_operator_family(&mut self) -> Parse<Statement> {
        let name = self.qualified_name()?;
        self.expect("USING")?;
        let method = self.column_name()?;
        Ok(Statement::CreateOperatorFamily(CreateOperatorFamily { name, method }))
    }

    /// `ALTER OPERATOR FAMILY … USING … ADD` or `DROP`, from there on.
    pub(crate) fn alter_operator_family(&mut self, name: QualifiedName, method: Name) -> Parse<Statement> {
        let drop = !self.eat("ADD");
        if drop {
            self.expect("DROP")?;
        }
        let items =
            if drop { self.list(Self::operator_family_drop)? } else { self.list(Self::operator_class_item)? };
        Ok(Statement::AlterOperatorFamily(AlterOperatorFamily { name, method, drop, items }))
    }

    fn strategy(&mut self) -> Parse<Number> {
        let span = self.here();
        let number = self.integer()?;
        Ok(Number { text: number.to_string().into(), span })
    }

    fn operand_types(&mut self) -> Parse<Vec<TypeName>> {
        if self.kind() == TokenKind::LeftParen { self.in_parens(Self::type_name) } else { Ok(Vec::new()) }
    }

    fn operator_class_item(&mut self) -> Parse<OperatorClassItem> {
        let start = self.here();
        let kind = if self.eat("OPERATOR") {
            let number = self.strategy()?;
            let name = self.dotted_operator()?;
            let types = if self.kind() == TokenKind::LeftParen {
                self.in_parens(
                    |cursor| {
                        if cursor.eat("NONE") { Ok(None) } else { cursor.type_name().map(Some) }
                    },
                )?
                .into_iter()
                .flatten()
                .collect()
            } else {
                Vec::new()
            };
            let mut order_by = None;
            if self.eat("FOR") && !self.eat("SEARCH") {
                self.expect_all(&["ORDER", "BY"])?;
                order_by = Some(self.qualified_name()?);
            }
            let recheck = self.eat("RECHECK");
            OperatorClassItemKind::Operator { number, name, types, order_by, recheck }
        } else if self.eat("FUNCTION") {
            let number = self.strategy()?;
            let types = self.operand_types()?;
            let function = self.routine_signature(RoutineKind::Function)?;
            OperatorClassItemKind::Function { number, types, function }
        } else {
            self.expect("STORAGE")?;
            OperatorClassItemKind::Storage(self.type_name()?)
        };
        Ok(OperatorClassItem { kind, span: self.since(start) })
    }

    fn operator_family_drop(&mut self) -> Parse<OperatorClassItem> {
        let start = self.here();
        let operator = self.eat("OPERATOR");
        if !operator {
            self.expect("FUNCTION")?;
        }
        let number = self.strategy()?;
        let types = self.in_parens(Self::type_name)?;
        let kind = if operator {
            OperatorClassItemKind::DropOperator { number, types }
        } else {
            OperatorClassItemKind::DropFunction { number, types }
        };
        Ok(OperatorClassItem { kind, span: self.since(start) })
    }

    /// After `CREATE CAST`.
    pub(crate) fn create_cast(&mut self) -> Parse<Statement> {
        self.expect_sign(TokenKind::LeftParen)?;
        let source = self.type_name()?;
        self.expect("AS")?;
        let target = self.type_name()?;
        self.expect_sign(TokenKind::RightParen)?;
        let method = if self.eat_then("WITHOUT", &["FUNCTION"])? {
            CastMethod::WithoutFunction
        } else {
            self.expect("WITH")?;
            if self.eat("INOUT") {
                CastMethod::InOut
            } else {
                self.expect("FUNCTION")?;
                CastMethod::Function(self.routine_signature(RoutineKind::Function)?)
            }
        };
        let mut context = CastContext::Explicit;
        if self.eat("AS") {
            let contexts = &[("IMPLICIT", CastContext::Implicit), ("ASSIGNMENT", CastContext::Assignment)];
            context = match self.eat_one(contexts) {
                Some(context) => context,
                None => return self.refuse(),
            };
        }
        Ok(Statement::CreateCast(CreateCast { source, target, method, context }))
    }

    /// After `CREATE [OR REPLACE] TRANSFORM`.
    pub(crate) fn create_transform(&mut self) -> Parse<Statement> {
        self.expect("FOR")?;
        let type_name = self.type_name()?;
        self.expect("LANGUAGE")?;
        let language = self.column_name()?;
        let mut transform = CreateTransform {
            or_replace: self.led_by("REPLACE"),
            type_name,
            language,
            from_sql: None,
            to_sql: None,
        };
        self.expect_sign(TokenKind::LeftParen)?;
        loop {
            let from = self.eat("FROM");
            if !from {
                self.expect("TO")?;
            }
            self.expect_all(&["SQL", "WITH", "FUNCTION"])?;
            let slot = if from { &mut transform.from_sql } else { &mut transform.to_sql };
            if slot.is_some() {
                return self.refuse();
            }
            *slot = Some(self.routine_signature(RoutineKind::Function)?);
            if !self.eat_sign(TokenKind::Comma) {
                break;
            }
        }
        self.expect_sign(TokenKind::RightParen)?;
        Ok(Statement::CreateTransform(transform))
    }
}
