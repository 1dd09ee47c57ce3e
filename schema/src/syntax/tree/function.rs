//! Functions, procedures and aggregates: how they are made, altered and named.

use super::{Name, Number, OptionItem, QualifiedName, Set, Spanned, SqlText, StringLiteral, TypeName};
use crate::source::Span;

/// `CREATE FUNCTION` and `CREATE PROCEDURE`.
#[derive(Clone, PartialEq, Debug)]
pub struct CreateFunction {
    pub kind: RoutineKind,
    pub or_replace: bool,
    pub name: QualifiedName,
    pub arguments: Vec<Argument>,
    /// `None` for procedures and where only `OUT` arguments say it.
    pub returns: Option<Returns>,
    pub language: Option<Name>,
    /// Everything but the language and the body, in the order written.
    pub options: Vec<FunctionOption>,
    /// `None` is refused by PostgreSQL, but not by its grammar.
    pub body: Option<FunctionBody>,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum RoutineKind {
    Function,
    Procedure,
    Aggregate,
    /// `ROUTINE`: any of them.
    Routine,
}

/// One argument, in a definition or in a signature.
#[derive(Clone, PartialEq, Debug)]
pub struct Argument {
    pub mode: Option<Spanned<ArgumentMode>>,
    pub name: Option<Name>,
    pub type_name: TypeName,
    pub default: Option<SqlText>,
    pub span: Span,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum ArgumentMode {
    In,
    Out,
    InOut,
    Variadic,
}

/// `RETURNS …`.
#[derive(Clone, PartialEq, Debug)]
pub enum Returns {
    /// `type_name.setof` tells `SETOF`.
    Type(TypeName),
    Table(Vec<TableColumn>, Span),
}

/// One column of `RETURNS TABLE`.
#[derive(Clone, PartialEq, Debug)]
pub struct TableColumn {
    pub name: Name,
    pub type_name: TypeName,
}

#[derive(Clone, PartialEq, Debug)]
pub struct FunctionOption {
    pub kind: FunctionOptionKind,
    pub span: Span,
}

#[derive(Clone, PartialEq, Debug)]
pub enum FunctionOptionKind {
    Transform(Vec<TypeName>),
    Window,
    Volatility(Volatility),
    Leakproof(bool),
    /// `STRICT` or `RETURNS NULL ON NULL INPUT` is true, `CALLED ON NULL INPUT` false.
    Strict(bool),
    /// `SECURITY DEFINER` is true, `INVOKER` false.
    SecurityDefiner(bool),
    /// `safe`, `unsafe` or `restricted`.
    Parallel(Name),
    Cost(Number),
    Rows(Number),
    Support(QualifiedName),
    /// `SET …`, `RESET …`.
    Set(Set),
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Volatility {
    Immutable,
    Stable,
    Volatile,
}

/// What a function does.
#[derive(Clone, PartialEq, Debug)]
pub enum FunctionBody {
    /// `AS 'text'`: source in the function's language, or for C the library.
    Source(StringLiteral),
    /// `AS 'library', 'symbol'`.
    Library { object: StringLiteral, symbol: StringLiteral },
    /// `RETURN expression`.
    Return(SqlText),
    /// `BEGIN ATOMIC … END`: the statements between, each without its semicolon, and the span of them all.
    Atomic { statements: Vec<SqlText>, span: Span },
}

/// `ALTER {FUNCTION | PROCEDURE | ROUTINE} name(…) option …`.
#[derive(Clone, PartialEq, Debug)]
pub struct AlterFunction {
    pub signature: RoutineSignature,
    pub options: Vec<FunctionOption>,
}

/// A routine as `ALTER`, `DROP`, `COMMENT ON` and `GRANT` name it.
#[derive(Clone, PartialEq, Debug)]
pub struct RoutineSignature {
    pub kind: RoutineKind,
    pub name: QualifiedName,
    /// `None`: no parentheses, so the name alone must be unique.
    pub arguments: Option<Vec<Argument>>,
    /// The arguments after `ORDER BY` of an ordered-set aggregate.
    pub order_by: Vec<Argument>,
    pub span: Span,
}

/// `CREATE AGGREGATE`.
#[derive(Clone, PartialEq, Debug)]
pub struct CreateAggregate {
    pub or_replace: bool,
    pub name: QualifiedName,
    /// Empty for `(*)`; `None` for the old form, where `basetype` is among the options.
    pub arguments: Option<Vec<Argument>>,
    pub order_by: Vec<Argument>,
    pub definition: Vec<OptionItem>,
}
