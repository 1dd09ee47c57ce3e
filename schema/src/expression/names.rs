//! The names that an expression uses, each with its place and what it is a name of.

use super::ParseError;
use super::tree::{Expr, ExprKind, Operator, Path, SortKey, TextRange, TypeName};
use crate::syntax::lexer::{Lexer, TokenKind};
use crate::syntax::literal;

/// One name in an expression.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct NameUse {
    /// The bytes that name it: for [`NameKind::is_literal`] the whole string constant, for
    /// [`NameKind::Query`] the query.
    pub range: TextRange,
    pub kind: NameKind,
    /// Folded and unquoted, the schema (or `OLD`, `NEW`, a table) first; empty for [`NameKind::Query`].
    pub path: Vec<Box<str>>,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum NameKind {
    /// A column, or with more parts one of a table or of `OLD` and `NEW`; one part may also be a whole row.
    Column,
    /// `path.*`; the range is that of the path.
    AllColumns,
    /// A field of a composite value: `(x).name`.
    Field,
    /// A function or aggregate and its number of arguments; the range does not include the parentheses.
    Function {
        arguments: u32,
    },
    /// A type; the range does not include modifiers and brackets. Types that the grammar itself names
    /// (`integer`) have the path of what they mean (`pg_catalog.int4`).
    Type,
    Collation,
    /// `OPERATOR(schema.name)`; the range is all of it. The path is schema and operator.
    Operator,
    /// A string constant that is cast to `regclass`, or given to `nextval` and its like.
    RelationLiteral,
    /// A string constant that is cast to `regproc` or `regprocedure`; argument types are not in the path.
    FunctionLiteral,
    /// A string constant that is cast to `regtype`.
    TypeLiteral,
    /// A sub-query: the names in it are not looked for.
    Query,
}

impl NameKind {
    /// The name stands inside a string constant.
    pub fn is_literal(self) -> bool {
        matches!(self, Self::RelationLiteral | Self::FunctionLiteral | Self::TypeLiteral)
    }
}

/// The names in `expression`, in the order of their places.
pub(super) fn of(expression: &Expr) -> Vec<NameUse> {
    let mut found = Vec::new();
    visit(expression, &mut found);
    found.sort_by_key(|name| name.range);
    found
}

/// The parts of a name as SQL writes it (`public."Users"`), folded and unquoted.
pub(super) fn path_of_text(text: &str) -> Result<Vec<Box<str>>, ParseError> {
    let mut parts = Vec::new();
    let mut part_expected = true;
    for token in Lexer::new(text) {
        let wrong = || ParseError::new("not a name", TextRange::new(token.start, token.end));
        match token.kind {
            TokenKind::Whitespace => {}
            TokenKind::Word | TokenKind::QuotedName if part_expected => {
                parts.push(literal::name(token.kind, token.text(text), '\\'));
                part_expected = false;
            }
            TokenKind::Dot if !part_expected => part_expected = true,
            _ => return Err(wrong()),
        }
    }
    if part_expected {
        Err(ParseError::new("not a name", TextRange::new(0, text.len() as u32)))
    } else {
        Ok(parts)
    }
}

fn push(found: &mut Vec<NameUse>, kind: NameKind, path: &Path) {
    let parts = path.parts.iter().map(|part| part.text.clone()).collect();
    found.push(NameUse { range: path.range(), kind, path: parts });
}

fn visit(expression: &Expr, found: &mut Vec<NameUse>) {
    match &expression.kind {
        ExprKind::Column { path, all } => {
            push(found, if *all { NameKind::AllColumns } else { NameKind::Column }, path);
        }
        ExprKind::Field { field, .. } => {
            found.push(NameUse { range: field.range, kind: NameKind::Field, path: vec![field.text.clone()] });
        }
        ExprKind::Call(call) => {
            if !call.special {
                push(found, NameKind::Function { arguments: call.arguments.len() as u32 }, &call.function);
            }
            let keys = call.order_by.iter().chain(&call.within_group);
            keys.for_each(|key| sort_key(key, found));
            if let Some(window) = &call.over {
                window.order_by.iter().for_each(|key| sort_key(key, found));
            }
            let sequence = matches!(call.function.name(), "nextval" | "currval" | "setval")
                && call.function.schema().is_none_or(|schema| schema == "pg_catalog");
            if let (true, Some(first)) = (sequence, call.arguments.first()) {
                literal(&first.value, NameKind::RelationLiteral, found);
            }
        }
        ExprKind::Cast { operand, ty } => {
            type_name(ty, found);
            if let (Some(kind), 0) = (literal_kind(&ty.path), ty.dimensions) {
                literal(operand, kind, found);
            }
        }
        ExprKind::Collate { collation, .. } => push(found, NameKind::Collation, collation),
        ExprKind::Unary { operator: used, .. }
        | ExprKind::Binary { operator: used, .. }
        | ExprKind::Quantified { operator: used, .. } => operator(used, found),
        ExprKind::Query { outer, query, .. } => {
            if let Some((_, Some(used))) = outer {
                operator(used, found);
            }
            found.push(NameUse { range: *query, kind: NameKind::Query, path: Vec::new() });
        }
        _ => {}
    }
    expression.each_child(&mut |child| visit(child, found));
}

fn sort_key(key: &SortKey, found: &mut Vec<NameUse>) {
    if let Some(used) = &key.using {
        operator(used, found);
    }
}

fn operator(used: &Operator, found: &mut Vec<NameUse>) {
    if let Some(schema) = &used.schema {
        let path = vec![schema.text.clone(), used.name.clone()];
        found.push(NameUse { range: used.range, kind: NameKind::Operator, path });
    }
}

fn type_name(ty: &TypeName, found: &mut Vec<NameUse>) {
    let path = ty.path.parts.iter().map(|part| part.text.clone()).collect();
    found.push(NameUse { range: ty.name_range, kind: NameKind::Type, path });
}

fn literal_kind(path: &Path) -> Option<NameKind> {
    if path.schema().is_some_and(|schema| schema != "pg_catalog") {
        return None;
    }
    match path.name() {
        "regclass" => Some(NameKind::RelationLiteral),
        "regproc" | "regprocedure" => Some(NameKind::FunctionLiteral),
        "regtype" => Some(NameKind::TypeLiteral),
        _ => None,
    }
}

/// Notes the name in a string constant; a value that is no name (an oid, a type with modifiers) is not one.
fn literal(value: &Expr, kind: NameKind, found: &mut Vec<NameUse>) {
    let ExprKind::String(text) = &value.kind else { return };
    let name = match kind {
        NameKind::FunctionLiteral => text.split_once('(').map_or(&**text, |(name, _)| name),
        NameKind::TypeLiteral => text.trim_end_matches("[]"),
        _ => text,
    };
    if let Ok(path) = path_of_text(name) {
        found.push(NameUse { range: value.range, kind, path });
    }
}
