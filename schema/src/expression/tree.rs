//! The tree that an expression is read into: plain data, every node with the bytes it was read from.

/// A stretch of bytes of the text that was read: `start` included, `end` not.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct TextRange {
    pub start: u32,
    pub end: u32,
}

impl TextRange {
    pub fn new(start: u32, end: u32) -> Self {
        Self { start, end }
    }

    /// The smallest range that holds both.
    #[must_use]
    pub fn to(self, other: Self) -> Self {
        Self { start: self.start.min(other.start), end: self.end.max(other.end) }
    }

    pub fn range(self) -> std::ops::Range<usize> {
        self.start as usize..self.end as usize
    }
}

/// A name folded to lower case unless quoted, unquoted, cut to 63 bytes.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Ident {
    pub text: Box<str>,
    pub range: TextRange,
}

/// The parts of a dotted name; never empty.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Path {
    pub parts: Vec<Ident>,
}

impl Path {
    pub fn range(&self) -> TextRange {
        match (self.parts.first(), self.parts.last()) {
            (Some(first), Some(last)) => first.range.to(last.range),
            _ => TextRange::new(0, 0),
        }
    }

    pub fn texts(&self) -> Vec<&str> {
        self.parts.iter().map(|part| &*part.text).collect()
    }

    /// The last part.
    pub fn name(&self) -> &str {
        self.parts.last().map_or("", |part| &part.text)
    }

    /// What stands before the last part, if anything does.
    pub fn schema(&self) -> Option<&str> {
        self.parts.len().checked_sub(2).and_then(|at| self.parts.get(at)).map(|part| &*part.text)
    }
}

/// A type as written.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct TypeName {
    /// The grammar's own spellings are turned into what they mean: `character varying` is `pg_catalog.varchar`.
    pub path: Path,
    /// Of the name alone, without modifiers, interval fields and brackets.
    pub name_range: TextRange,
    /// Each modifier as written, blanks around it cut. `char` and `bit` alone have the implied `1`.
    pub modifiers: Vec<Box<str>>,
    /// `day to second` of `interval`, in lower case, words parted by one blank.
    pub interval_fields: Option<Box<str>>,
    /// How many `[]` were written; 0 is no array.
    pub dimensions: u32,
    pub range: TextRange,
}

/// An operator as written; `!=` is `<>`, as in PostgreSQL.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Operator {
    /// Of `OPERATOR(schema.+)`.
    pub schema: Option<Ident>,
    pub name: Box<str>,
    pub range: TextRange,
}

/// An expression with its place, parentheses around it included.
#[derive(Clone, PartialEq, Debug)]
pub struct Expr {
    pub kind: ExprKind,
    pub range: TextRange,
    /// Of the tree below and with this node; bounded, so that walking the tree by recursion is safe.
    height: u16,
}

impl Expr {
    pub(crate) fn new(kind: ExprKind, range: TextRange) -> Self {
        let mut node = Self { kind, range, height: 0 };
        let mut below = 0;
        node.each_child(&mut |child| below = below.max(child.height));
        if let ExprKind::Query { tree: Some(query), .. } = &node.kind {
            below = below.max(query.height());
        }
        node.height = below.saturating_add(1);
        node
    }

    pub(crate) fn height(&self) -> u16 {
        self.height
    }

    /// Calls `each` with every expression directly below, in the order of the tree's fields.
    pub fn each_child<'a>(&'a self, each: &mut dyn FnMut(&'a Expr)) {
        match &self.kind {
            ExprKind::Null
            | ExprKind::Boolean(_)
            | ExprKind::Number(_)
            | ExprKind::String(_)
            | ExprKind::BitString(_)
            | ExprKind::Parameter(_)
            | ExprKind::Column { .. }
            | ExprKind::Keyword(..) => {}
            ExprKind::Call(call) => {
                call.arguments.iter().for_each(|argument| each(&argument.value));
                call.order_by.iter().chain(&call.within_group).for_each(|key| each(&key.value));
                call.filter.iter().for_each(&mut *each);
                if let Some(window) = &call.over {
                    window.partition_by.iter().for_each(&mut *each);
                    window.order_by.iter().for_each(|key| each(&key.value));
                }
            }
            ExprKind::Unary { operand, .. }
            | ExprKind::Not(operand)
            | ExprKind::Cast { operand, .. }
            | ExprKind::Is { operand, .. }
            | ExprKind::Collate { operand, .. }
            | ExprKind::Field { operand, .. }
            | ExprKind::AllFields(operand) => each(operand),
            ExprKind::Binary { left, right, .. }
            | ExprKind::IsDistinct { left, right, .. }
            | ExprKind::Quantified { left, array: right, .. } => {
                each(left);
                each(right);
            }
            ExprKind::And(terms)
            | ExprKind::Or(terms)
            | ExprKind::Choice(_, terms)
            | ExprKind::Array(terms)
            | ExprKind::Row(terms) => terms.iter().for_each(each),
            ExprKind::Case { operand, branches, otherwise } => {
                operand.as_deref().into_iter().for_each(&mut *each);
                for (condition, result) in branches {
                    each(condition);
                    each(result);
                }
                otherwise.as_deref().into_iter().for_each(each);
            }
            ExprKind::In { operand, list, .. } => {
                each(operand);
                list.iter().for_each(each);
            }
            ExprKind::Between { operand, low, high, .. } => {
                each(operand);
                each(low);
                each(high);
            }
            ExprKind::Like { operand, pattern, escape, .. } => {
                each(operand);
                each(pattern);
                escape.as_deref().into_iter().for_each(each);
            }
            ExprKind::Subscript { operand, index } => {
                each(operand);
                match index {
                    Subscript::Index(index) => each(index),
                    Subscript::Slice(lower, upper) => {
                        lower.iter().chain(upper).for_each(|bound| each(bound));
                    }
                }
            }
            ExprKind::Query { outer, .. } => outer.iter().for_each(|(operand, _)| each(operand)),
        }
    }
}

#[derive(Clone, PartialEq, Debug)]
pub enum ExprKind {
    Null,
    Boolean(bool),
    /// As written, without `_`.
    Number(Box<str>),
    /// A string constant of any form, its escapes resolved.
    String(Box<str>),
    /// The digits of `B'…'` and `X'…'` after `b` or `x`.
    BitString(Box<str>),
    /// `$1`.
    Parameter(u32),
    /// A column, or `OLD.x`, or a whole row; `path.*` when `all` is set.
    Column {
        path: Path,
        all: bool,
    },
    /// `current_timestamp` and its like. The precision, if written.
    Keyword(SqlKeyword, Option<Box<str>>),
    Call(Box<Call>),
    Unary {
        operator: Operator,
        operand: Box<Expr>,
    },
    Binary {
        operator: Operator,
        left: Box<Expr>,
        right: Box<Expr>,
    },
    /// Two or more terms.
    And(Vec<Expr>),
    /// Two or more terms.
    Or(Vec<Expr>),
    Not(Box<Expr>),
    /// `CAST(x AS t)`, `x::t`; also `t 'x'`, whose operand is a string constant.
    Cast {
        operand: Box<Expr>,
        ty: TypeName,
    },
    Case {
        operand: Option<Box<Expr>>,
        branches: Vec<(Expr, Expr)>,
        otherwise: Option<Box<Expr>>,
    },
    /// `COALESCE`, `GREATEST`, `LEAST`, `NULLIF`.
    Choice(Choice, Vec<Expr>),
    Array(Vec<Expr>),
    /// `ROW(…)` or `(a, b)`.
    Row(Vec<Expr>),
    In {
        operand: Box<Expr>,
        list: Vec<Expr>,
        negated: bool,
    },
    Between {
        operand: Box<Expr>,
        low: Box<Expr>,
        high: Box<Expr>,
        negated: bool,
        symmetric: bool,
    },
    Is {
        operand: Box<Expr>,
        test: IsTest,
        negated: bool,
    },
    IsDistinct {
        left: Box<Expr>,
        right: Box<Expr>,
        negated: bool,
    },
    /// `x op ANY (array)`, `x op ALL (array)`.
    Quantified {
        left: Box<Expr>,
        operator: Operator,
        all: bool,
        array: Box<Expr>,
    },
    /// `LIKE`, `ILIKE`, `SIMILAR TO` as written, so that names and places stay; each is an operator by another name.
    Like {
        kind: LikeKind,
        operand: Box<Expr>,
        pattern: Box<Expr>,
        escape: Option<Box<Expr>>,
        negated: bool,
    },
    Collate {
        operand: Box<Expr>,
        collation: Path,
    },
    Subscript {
        operand: Box<Expr>,
        index: Subscript,
    },
    /// `(x).name`.
    Field {
        operand: Box<Expr>,
        field: Ident,
    },
    /// `(x).*`.
    AllFields(Box<Expr>),
    /// A sub-query. `outer` are the expressions beside it (`x IN (SELECT …)`).
    Query {
        form: QueryForm,
        outer: Option<(Box<Expr>, Option<Operator>)>,
        /// The query, without the parentheses.
        query: TextRange,
        /// Absent where the expression alone was read and the query could not be.
        tree: Option<Box<crate::query::tree::Query>>,
    },
}

#[derive(Clone, PartialEq, Debug)]
pub enum Subscript {
    Index(Box<Expr>),
    Slice(Option<Box<Expr>>, Option<Box<Expr>>),
}

/// A call of a function or aggregate, or a form of SQL's grammar that is one (`EXTRACT(… FROM …)`).
#[derive(Clone, PartialEq, Debug)]
pub struct Call {
    pub function: Path,
    /// The grammar made the name and the order of arguments: `TRIM(x FROM y)` is `pg_catalog.btrim(y, x)`.
    pub special: bool,
    pub arguments: Vec<Argument>,
    /// `f(*)`.
    pub star: bool,
    pub distinct: bool,
    /// The last argument is `VARIADIC`.
    pub variadic: bool,
    pub order_by: Vec<SortKey>,
    pub within_group: Vec<SortKey>,
    pub filter: Option<Expr>,
    pub over: Option<Window>,
}

#[derive(Clone, PartialEq, Debug)]
pub struct Argument {
    /// Of `name => value`.
    pub name: Option<Ident>,
    pub value: Expr,
}

#[derive(Clone, PartialEq, Debug)]
pub struct SortKey {
    pub value: Expr,
    pub descending: bool,
    /// `NULLS FIRST` is true, `NULLS LAST` false.
    pub nulls_first: Option<bool>,
    /// Of `USING <`.
    pub using: Option<Operator>,
}

/// `OVER name` or `OVER (…)`.
#[derive(Clone, PartialEq, Debug)]
pub struct Window {
    pub name: Option<Ident>,
    pub partition_by: Vec<Expr>,
    pub order_by: Vec<SortKey>,
    /// The words of the frame, in lower case, parted by one blank.
    pub frame: Option<Box<str>>,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Choice {
    Coalesce,
    Greatest,
    Least,
    NullIf,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum LikeKind {
    Like,
    ILike,
    Similar,
}

#[derive(Clone, PartialEq, Eq, Debug)]
pub enum IsTest {
    Null,
    True,
    False,
    Unknown,
    Document,
    /// The form (`NFC`), if written, in lower case.
    Normalized(Option<Box<str>>),
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum QueryForm {
    Scalar,
    Exists,
    Array,
    In,
    NotIn,
    Any,
    All,
}

/// Words that are values by themselves.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum SqlKeyword {
    CurrentDate,
    CurrentTime,
    CurrentTimestamp,
    LocalTime,
    LocalTimestamp,
    CurrentRole,
    CurrentUser,
    SessionUser,
    User,
    CurrentCatalog,
    CurrentSchema,
}
