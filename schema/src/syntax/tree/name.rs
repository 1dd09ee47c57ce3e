//! The small parts that every statement is made of: names, types, literals, options and pieces of SQL text.

use crate::source::Span;

/// Something with the place it was written at.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Spanned<T> {
    pub value: T,
    pub span: Span,
}

/// One identifier as PostgreSQL sees it: folded to lower case unless quoted, unquoted, cut to 63 bytes.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Name {
    pub text: Box<str>,
    pub span: Span,
}

impl Name {
    pub fn as_str(&self) -> &str {
        &self.text
    }
}

/// A name with an optional schema. A leading catalog part is read and dropped.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct QualifiedName {
    pub schema: Option<Name>,
    pub name: Name,
}

impl QualifiedName {
    /// From the schema's first byte to the name's last.
    pub fn span(&self) -> Span {
        self.schema.as_ref().map_or(self.name.span, |schema| schema.span.to(self.name.span))
    }

    pub fn schema_str(&self) -> Option<&str> {
        self.schema.as_ref().map(Name::as_str)
    }
}

/// An expression or a query: a slice of the source, found by PostgreSQL's grammar, not read any further.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct SqlText {
    pub span: Span,
}

/// A string constant of any form.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct StringLiteral {
    /// The value: escapes and doubled quotes resolved, continued parts joined.
    pub value: Box<str>,
    /// With its quotes.
    pub span: Span,
    /// What stands between the quotes.
    pub content: Span,
    /// The value is byte for byte the text at `content`, so places in it are places in the file.
    pub verbatim: bool,
}

/// A number with its sign, as written but without blanks: `-1`, `1.5`, `0x1F`.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Number {
    pub text: Box<str>,
    pub span: Span,
}

impl Number {
    /// The value, when it is an integer that fits. Knows `0x`, `0o`, `0b` and `_`.
    pub fn as_i64(&self) -> Option<i64> {
        let (negative, digits) = match self.text.strip_prefix('-') {
            Some(rest) => (true, rest),
            None => (false, self.text.strip_prefix('+').unwrap_or(&self.text)),
        };
        let digits = digits.replace('_', "").to_ascii_lowercase();
        let magnitude = if let Some(hex) = digits.strip_prefix("0x") {
            i128::from_str_radix(hex, 16)
        } else if let Some(octal) = digits.strip_prefix("0o") {
            i128::from_str_radix(octal, 8)
        } else if let Some(binary) = digits.strip_prefix("0b") {
            i128::from_str_radix(binary, 2)
        } else {
            digits.parse()
        }
        .ok()?;
        i64::try_from(if negative { -magnitude } else { magnitude }).ok()
    }
}

/// A role where the grammar takes one (`RoleSpec`).
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Role {
    pub kind: RoleKind,
    pub span: Span,
}

#[derive(Clone, PartialEq, Eq, Debug)]
pub enum RoleKind {
    Named(Box<str>),
    Public,
    CurrentRole,
    CurrentUser,
    SessionUser,
}

/// A type as written, its SQL spelling turned into the name `pg_type` knows.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct TypeName {
    /// For `%TYPE`, the relation; else the type.
    pub name: QualifiedName,
    /// The grammar itself made the name (`integer` → `int4`): it means `pg_catalog`, whatever a user's type is called.
    /// `int4`, `text`, `serial` are ordinary names and have `false`, as in PostgreSQL.
    pub system: bool,
    /// The raw text of each type modifier: `numeric(10, 2)` → `10`, `2`. `bpchar` from `char` has the implied `1`.
    pub modifiers: Vec<Box<str>>,
    /// How many `[]` (or `ARRAY`); 0 is not an array. PostgreSQL ignores sizes, so they are not kept.
    pub dimensions: u32,
    /// `YEAR TO MONTH` and the like of `interval`, in upper case, words separated by one blank.
    pub interval_fields: Option<Box<str>>,
    pub setof: bool,
    /// The column of `table.column%TYPE`.
    pub percent_type: Option<Name>,
    pub span: Span,
}

/// One `name = value` of a list of options, of storage parameters or of a definition.
#[derive(Clone, PartialEq, Debug)]
pub struct OptionItem {
    /// `toast` of `toast.autovacuum_enabled`.
    pub namespace: Option<Name>,
    pub name: Name,
    /// `None` when only the name was written.
    pub value: Option<OptionValue>,
    pub span: Span,
}

/// The value of an option.
#[derive(Clone, PartialEq, Debug)]
pub struct OptionValue {
    pub kind: OptionValueKind,
    /// Strings are unquoted, words folded, everything else is the source text.
    pub text: Box<str>,
    pub span: Span,
}

#[derive(Clone, PartialEq, Debug)]
pub enum OptionValueKind {
    /// A name or a type: `btree`, `public.f`, `double precision`.
    Type(Box<TypeName>),
    /// A reserved word such as `true` or `on`, or `NONE`.
    Word,
    Number,
    String,
    /// An operator, `OPERATOR(…)` included; the text is the operator, with its schema if it has one.
    Operator,
    /// Several values, as of `EXPLAIN`- and `VACUUM`-like lists.
    List,
}

/// One option of a foreign-data object: `OPTIONS (ADD a 'x', SET b 'y', DROP c)`.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ForeignOption {
    pub action: ForeignOptionAction,
    pub name: Name,
    /// `None` only for `Drop`.
    pub value: Option<StringLiteral>,
    pub span: Span,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum ForeignOptionAction {
    Add,
    Set,
    Drop,
}

/// `CASCADE` or `RESTRICT`; `Restrict` when nothing is written.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub enum DropBehaviour {
    #[default]
    Restrict,
    Cascade,
}

/// An operator name, possibly `OPERATOR(schema.+)`.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct OperatorName {
    pub schema: Option<Name>,
    /// The operator itself; `!=` is `<>`, as in PostgreSQL.
    pub name: Box<str>,
    pub span: Span,
}

/// How long the relation lives and whether it is logged.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub enum Persistence {
    #[default]
    Permanent,
    Temporary,
    Unlogged,
}
