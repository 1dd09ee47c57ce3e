//! Functions, procedures and aggregates.

use super::{DataType, Origins, SchemaId, SqlBody, SqlExpr};

#[derive(Clone, PartialEq, Debug)]
pub struct Function {
    pub schema: SchemaId,
    pub name: Box<str>,
    pub kind: FunctionKind,
    pub arguments: Vec<Argument>,
    /// Absent for procedures, and for functions whose result is their `OUT` or `TABLE` arguments.
    pub returns: Option<DataType>,
    /// `RETURNS SETOF`, and true for `RETURNS TABLE`.
    pub returns_set: bool,
    pub language: Box<str>,
    pub body: FunctionBody,
    pub volatility: Volatility,
    pub strict: bool,
    pub security_definer: bool,
    pub leakproof: bool,
    pub parallel: Parallel,
    /// Absent: the default of its language (1 for `internal` and `c`, else 100).
    pub cost: Option<Box<str>>,
    /// Absent: the default (1000 for a set, else 0).
    pub rows: Option<Box<str>>,
    /// `SET name = value` clauses as `pg_proc.proconfig` keeps them: the value of a list like `search_path`
    /// is one text whose elements are quoted as identifiers (`"$user", public`).
    pub settings: Vec<(Box<str>, Box<str>)>,
    pub owner: Option<Box<str>>,
    pub origins: Origins,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum FunctionKind {
    Function,
    Procedure,
    Aggregate,
    Window,
}

impl FunctionKind {
    pub fn word(self) -> &'static str {
        match self {
            Self::Function | Self::Window => "function",
            Self::Procedure => "procedure",
            Self::Aggregate => "aggregate",
        }
    }
}

#[derive(Clone, PartialEq, Debug)]
pub struct Argument {
    pub mode: ArgumentMode,
    pub name: Option<Box<str>>,
    pub ty: DataType,
    pub default: Option<SqlExpr>,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum ArgumentMode {
    In,
    Out,
    InOut,
    Variadic,
    /// A column of `RETURNS TABLE (…)`.
    Table,
}

impl ArgumentMode {
    /// Part of the function's identity: what a caller passes.
    pub fn is_input(self) -> bool {
        matches!(self, Self::In | Self::InOut | Self::Variadic)
    }
}

#[derive(Clone, PartialEq, Debug)]
pub enum FunctionBody {
    /// The text between the quotes, unescaped.
    Source(Box<str>),
    /// `AS 'object file', 'symbol'`.
    Library { object: Box<str>, symbol: Box<str> },
    /// `BEGIN ATOMIC … END` or `RETURN …`, as written.
    Sql(Box<SqlBody>),
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Volatility {
    Volatile,
    Stable,
    Immutable,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Parallel {
    Unsafe,
    Restricted,
    Safe,
}
