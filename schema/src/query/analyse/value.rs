//! What analysis knows about the value of an expression: type, modifiers, collation, whether it may be null.

use std::rc::Rc;

use crate::expression::tree::TextRange;
use crate::expression::typing::Nullability;
use crate::expression::typing::types::{Modifiers, Ty};

/// A value of one expression or column.
#[derive(Clone, Debug)]
pub(super) struct Value {
    /// `None`: it depends on something that is not known here. [`Ty::UNKNOWN`] is a constant of no type yet.
    pub(super) ty: Option<Ty>,
    pub(super) modifiers: Modifiers,
    pub(super) collation: Collation,
    pub(super) nullability: Nullability,
    /// The fields of a record that has no named type.
    pub(super) fields: Option<Rc<[Field]>>,
    /// The text of a string constant that has no type yet, and its place.
    pub(super) literal: Option<(Rc<str>, TextRange)>,
}

/// A field of a record, or an output column of a query.
#[derive(Clone, Debug)]
pub(super) struct Field {
    pub(super) name: Box<str>,
    pub(super) value: Value,
}

impl Value {
    pub(super) fn new(ty: Option<Ty>, nullability: Nullability) -> Self {
        let (modifiers, collation) = (Modifiers::default(), Collation::None);
        Self { ty, modifiers, collation, nullability, fields: None, literal: None }
    }

    pub(super) fn of(ty: Ty, nullability: Nullability) -> Self {
        Self::new(Some(ty), nullability)
    }

    /// Nothing is known.
    pub(super) fn undetermined() -> Self {
        Self::new(None, Nullability::Unknown)
    }

    pub(super) fn is_unknown(&self) -> bool {
        self.ty == Some(Ty::UNKNOWN)
    }

    #[must_use]
    pub(super) fn with_nullability(mut self, nullability: Nullability) -> Self {
        self.nullability = nullability;
        self
    }
}

/// What collation a value has and how strongly (`parse_collate.c`; documentation: Collation Support).
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) enum Collation {
    None,
    /// Empty: the database's default.
    Implicit(Rc<str>),
    /// Implicit ones that differ: an error where a collation is needed.
    Conflict,
    Explicit(Rc<str>),
}

impl Collation {
    /// That of two operands; `Err` for two explicit ones that differ.
    pub(super) fn merge(self, other: &Self) -> Result<Self, (Rc<str>, Rc<str>)> {
        Ok(match (self, other) {
            (Self::Explicit(left), Self::Explicit(right)) => {
                if left != *right {
                    return Err((left, Rc::clone(right)));
                }
                Self::Explicit(left)
            }
            (left @ Self::Explicit(_), _) => left,
            (_, right @ Self::Explicit(_)) => right.clone(),
            (Self::Conflict, _) | (_, Self::Conflict) => Self::Conflict,
            (Self::Implicit(left), Self::Implicit(right)) => {
                if left == *right || right.is_empty() {
                    Self::Implicit(left)
                } else if left.is_empty() {
                    Self::Implicit(Rc::clone(right))
                } else {
                    Self::Conflict
                }
            }
            (left @ Self::Implicit(_), Self::None) => left,
            (Self::None, right) => right.clone(),
        })
    }
}

/// Null if any of these is: what a function gives that knows no other reason for it.
pub(super) fn all_not_null<'v>(values: impl IntoIterator<Item = &'v Value>) -> Nullability {
    if values.into_iter().all(|value| value.nullability == Nullability::NotNull) {
        Nullability::NotNull
    } else {
        Nullability::Unknown
    }
}
