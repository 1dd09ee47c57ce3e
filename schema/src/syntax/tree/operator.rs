//! Operators, operator classes and families, casts and transforms.

use super::{
    Name, Number, OperatorName, OperatorSignature, OptionItem, QualifiedName, RoutineSignature, TypeName,
};
use crate::source::Span;

/// `CREATE OPERATOR`.
#[derive(Clone, PartialEq, Debug)]
pub struct CreateOperator {
    pub name: OperatorName,
    pub definition: Vec<OptionItem>,
}

/// `ALTER OPERATOR … SET (…)`.
#[derive(Clone, PartialEq, Debug)]
pub struct AlterOperator {
    pub operator: OperatorSignature,
    pub options: Vec<OptionItem>,
}

/// `CREATE OPERATOR CLASS`.
#[derive(Clone, PartialEq, Debug)]
pub struct CreateOperatorClass {
    pub name: QualifiedName,
    pub default: bool,
    pub type_name: TypeName,
    pub method: Name,
    pub family: Option<QualifiedName>,
    pub items: Vec<OperatorClassItem>,
}

/// `CREATE OPERATOR FAMILY`.
#[derive(Clone, PartialEq, Debug)]
pub struct CreateOperatorFamily {
    pub name: QualifiedName,
    pub method: Name,
}

/// `ALTER OPERATOR FAMILY … ADD` or `DROP`.
#[derive(Clone, PartialEq, Debug)]
pub struct AlterOperatorFamily {
    pub name: QualifiedName,
    pub method: Name,
    /// `DROP` instead of `ADD`.
    pub drop: bool,
    pub items: Vec<OperatorClassItem>,
}

#[derive(Clone, PartialEq, Debug)]
pub struct OperatorClassItem {
    pub kind: OperatorClassItemKind,
    pub span: Span,
}

#[derive(Clone, PartialEq, Debug)]
pub enum OperatorClassItemKind {
    Operator {
        number: Number,
        name: OperatorName,
        /// Empty when not written.
        types: Vec<TypeName>,
        /// `FOR ORDER BY family`; `None` is `FOR SEARCH`.
        order_by: Option<QualifiedName>,
        recheck: bool,
    },
    Function {
        number: Number,
        types: Vec<TypeName>,
        function: RoutineSignature,
    },
    Storage(TypeName),
    DropOperator {
        number: Number,
        types: Vec<TypeName>,
    },
    DropFunction {
        number: Number,
        types: Vec<TypeName>,
    },
}

/// `CREATE CAST`.
#[derive(Clone, PartialEq, Debug)]
pub struct CreateCast {
    pub source: TypeName,
    pub target: TypeName,
    pub method: CastMethod,
    pub context: CastContext,
}

#[derive(Clone, PartialEq, Debug)]
pub enum CastMethod {
    Function(RoutineSignature),
    WithoutFunction,
    InOut,
}

#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub enum CastContext {
    #[default]
    Explicit,
    Assignment,
    Implicit,
}

/// `CREATE TRANSFORM`.
#[derive(Clone, PartialEq, Debug)]
pub struct CreateTransform {
    pub or_replace: bool,
    pub type_name: TypeName,
    pub language: Name,
    pub from_sql: Option<RoutineSignature>,
    pub to_sql: Option<RoutineSignature>,
}
