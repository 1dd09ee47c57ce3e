//! Whether two expressions mean the same, judged on trees whose types are known.
//!
//! Each side is analysed as PostgreSQL does it: operators and functions are chosen by the types of their operands,
//! constants take the type of their place, casts that change nothing fall away, and forms that the server stores
//! alike (`IN` and `= ANY`, `BETWEEN`, `LIKE` and `~~`) become alike. What both sides agree in is equal.
//!
//! Not decided here, unless both sides are alike to the letter: sub-queries; functions, operators and types that
//! neither PostgreSQL nor the scope knows, where one side has casts that the other has not; constants of types
//! whose input rules are not followed (`money`, `jsonpath`, ranges, full text search, geometry, times without a zone as
//! `timestamptz`); terms of `AND` and `OR` in another order when one of them can fail; numeric constants that
//! differ in their scale only. A tree that PostgreSQL would store otherwise counts as different even where logic
//! says that it means the same (`NOT a = b` and `a <> b`).

mod analyse;
mod constant;
mod resolve;
mod special;
mod term;
mod ty;
mod verdict;

use super::parse;
use analyse::Analyser;

/// What [`compare`] says.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Verdict {
    /// They mean the same for every row.
    Equal,
    /// They are certainly not the same expression.
    Different,
    /// It takes a server to know.
    Undecidable,
}

/// What surrounds an expression. Names are as the expression has them, so the implementation applies
/// `search_path`; all answers are schema-qualified where PostgreSQL prints them so with an empty `search_path`.
pub trait Scope {
    /// The type of a column as `format_type` prints it. `path` has 1 to 3 parts; `OLD` and `NEW` may come first.
    /// A name that is ambiguous, or must be qualified (as in a trigger's `WHEN`), has none.
    /// In a domain's constraint the column `value` has the domain's base type.
    fn column_type(&self, path: &[&str]) -> Option<String>;

    /// A type that PostgreSQL does not ship. `path` has 1 or 2 parts.
    fn user_type(&self, path: &[&str]) -> Option<UserType>;

    /// The functions of a name that PostgreSQL does not ship. `path` has 1 or 2 parts.
    fn functions(&self, path: &[&str]) -> Vec<UserFunction> {
        let _ = path;
        Vec::new()
    }

    /// The schema-qualified name of a relation that a string constant names (`nextval('seq')`).
    fn relation(&self, path: &[&str]) -> Option<String> {
        let _ = path;
        None
    }
}

/// A type of the schema or of an extension.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct UserType {
    /// Schema-qualified, quoted where it must be.
    pub name: String,
    pub kind: UserTypeKind,
}

#[derive(Clone, PartialEq, Eq, Debug)]
pub enum UserTypeKind {
    Enum,
    /// The type that the domain stands on, as `format_type` prints it.
    Domain(String),
    /// Fields and their types, as `format_type` prints them.
    Composite(Vec<(String, String)>),
    /// The type of the bounds.
    Range(String),
    /// Nothing is known but the name.
    Other,
}

/// One function of the schema or of an extension.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct UserFunction {
    /// Schema-qualified, quoted where it must be.
    pub name: String,
    /// The types of its input arguments, as `format_type` prints them.
    pub arguments: Vec<String>,
    pub result: String,
    /// How many of the last arguments have a default.
    pub defaults: usize,
    pub variadic: bool,
    pub volatile: bool,
}

/// Compares two expressions of a place that says nothing about their type: an index key, an argument.
pub fn compare(left: &str, right: &str, scope: &dyn Scope) -> Verdict {
    compare_as(left, right, scope, None)
}

/// Compares two expressions that are stored as `expected`: a column's type as `format_type` prints it, with
/// modifiers, for its default; `boolean` for a condition.
pub fn compare_as(left: &str, right: &str, scope: &dyn Scope, expected: Option<&str>) -> Verdict {
    let (Ok(left_tree), Ok(right_tree)) = (parse(left), parse(right)) else {
        return if left == right { Verdict::Equal } else { Verdict::Undecidable };
    };
    let analyse = |tree, text| Analyser::new(scope, text).whole(tree, expected);
    match (analyse(&left_tree, left), analyse(&right_tree, right)) {
        (Ok(left), Ok(right)) => verdict::verdict(&left, &right),
        _ if left == right => Verdict::Equal,
        _ => Verdict::Undecidable,
    }
}
