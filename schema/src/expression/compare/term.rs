//! The analysed tree: heads and children, so that comparing and sorting need no knowledge of the forms.

use super::ty::Ty;

/// A node. Equal terms mean the same in one scope.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(super) struct Term {
    pub(super) head: Head,
    /// `None`: the type depends on something that is not known here.
    pub(super) ty: Option<Ty>,
    /// Modifiers that the value is known to obey (`["20"]` for a column of `varchar(20)`).
    pub(super) modifiers: Vec<Box<str>>,
    pub(super) children: Vec<Term>,
}

#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(super) enum Head {
    Constant(Value),
    Column(Vec<Box<str>>),
    AllColumns(Vec<Box<str>>),
    Parameter(u32),
    Keyword(Box<str>),
    Call {
        /// Schema-qualified, for those of `pg_catalog` without schema; as written if not known.
        name: Box<str>,
        /// Everything beside the arguments that is no expression: `distinct`, names of arguments, the order.
        details: Box<str>,
        known: bool,
        volatile: bool,
    },
    Operator {
        name: Box<str>,
        known: bool,
    },
    And,
    Or,
    Not,
    /// A conversion to the type of the term.
    Coerce,
    /// A conversion to the modifiers of the term: `varchar(20)`; explicit ones cut, implicit ones refuse.
    Length {
        modifiers: Vec<Box<str>>,
        explicit: bool,
    },
    /// Condition and result in turns, then the result of `ELSE`.
    Case,
    Choice(Box<str>),
    Array,
    Row,
    RowCompare(Box<str>),
    Is {
        test: Box<str>,
        negated: bool,
    },
    Distinct,
    Quantified {
        operator: Box<str>,
        all: bool,
    },
    Collate(Box<str>),
    Index,
    Slice {
        lower: bool,
        upper: bool,
    },
    Field(Box<str>),
    AllFields,
    Query {
        form: Box<str>,
        tokens: Vec<Box<str>>,
    },
}

#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(super) enum Value {
    Null,
    /// In the form of its type: equal values have equal texts.
    Exact(Box<str>),
    /// As written: unequal texts may be equal values.
    Written(Box<str>),
}

impl Term {
    pub(super) fn new(head: Head, ty: Option<Ty>, children: Vec<Term>) -> Self {
        Self { head, ty, modifiers: Vec::new(), children }
    }

    pub(super) fn constant(value: Value, ty: Ty) -> Self {
        Self::new(Head::Constant(value), Some(ty), Vec::new())
    }

    /// How many terms it is made of.
    pub(super) fn size(&self) -> usize {
        1 + self.children.iter().map(Self::size).sum::<usize>()
    }

    /// True if no term in it satisfies `test`.
    pub(super) fn none(&self, test: &dyn Fn(&Term) -> bool) -> bool {
        !test(self) && self.children.iter().all(|child| child.none(test))
    }

    /// Every type is known and every name resolved: a difference is then a difference.
    pub(super) fn is_certain(&self) -> bool {
        self.none(&|term| {
            term.ty.as_ref().is_none_or(|ty| !ty.known || ty.is_unknown())
                || matches!(term.head, Head::Call { known: false, .. } | Head::Operator { known: false, .. })
        })
    }

    /// Gives the same value however often it is computed.
    pub(super) fn is_stable(&self) -> bool {
        self.none(&|term| match &term.head {
            Head::Call { known, volatile, .. } => !known || *volatile,
            Head::Query { .. } => true,
            _ => false,
        })
    }

    /// Can raise no error, so its place among the terms of `AND` and `OR` does not matter.
    pub(super) fn cannot_fail(&self) -> bool {
        let harmless = match &self.head {
            Head::Constant(_)
            | Head::Column(_)
            | Head::And
            | Head::Or
            | Head::Not
            | Head::Is { .. }
            | Head::Distinct => true,
            Head::Operator { name, known } => {
                *known
                    && matches!(&**name, "=" | "<>" | "<" | ">" | "<=" | ">=" | "~~" | "!~~" | "~~*" | "!~~*")
            }
            Head::Coerce => {
                let from = self.children.first().and_then(|child| child.ty.as_ref());
                match (from, &self.ty) {
                    (Some(from), Some(to)) => from.widens_to(to),
                    _ => false,
                }
            }
            _ => false,
        };
        harmless && self.children.iter().all(Self::cannot_fail)
    }
}
