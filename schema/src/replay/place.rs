//! What may not stand in an expression because of the place it stands in: aggregates in a default, queries in a check.
//! PostgreSQL's `ParseExprKind`, and its rule that indexes and generated columns stand on immutable functions alone.

use super::Replayer;
use super::stop::{Result, Stop};
use crate::catalog::{FunctionKind, RelationId, TypeBase, Volatility};
use crate::expression::tree::{Call, Expr, ExprKind, SqlKeyword};
use crate::expression::typing::facts::{self, TypeFact};
use crate::source::Span;

/// Where an expression stands.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Place {
    Default,
    Check,
    Generated,
    IndexExpression,
    IndexPredicate,
    PartitionKey,
    /// `MINVALUE` and `MAXVALUE` are words in the bound of a range.
    PartitionBound {
        range: bool,
    },
    TriggerWhen,
    Policy,
}

/// What a place is called in PostgreSQL's messages.
struct Words {
    /// After "functions are not allowed in".
    plural: &'static str,
    /// After "cannot use subquery in".
    singular: &'static str,
    /// When what stands there must give the same result for ever: the refusal of what does not.
    mutable: Option<&'static str>,
}

impl Place {
    fn words(self) -> Words {
        let (plural, singular, mutable) = match self {
            Self::Default => ("DEFAULT expressions", "DEFAULT expression", None),
            Self::Check => ("check constraints", "check constraint", None),
            Self::Generated => (
                "column generation expressions",
                "column generation expression",
                Some("generation expression is not immutable"),
            ),
            Self::IndexExpression => (
                "index expressions",
                "index expression",
                Some("functions in index expression must be marked IMMUTABLE"),
            ),
            Self::IndexPredicate => (
                "index predicates",
                "index predicate",
                Some("functions in index predicate must be marked IMMUTABLE"),
            ),
            Self::PartitionKey => (
                "partition key expressions",
                "partition key expression",
                Some("functions in partition key expression must be marked IMMUTABLE"),
            ),
            Self::PartitionBound { .. } => ("partition bound", "partition bound", None),
            Self::TriggerWhen => ("trigger WHEN conditions", "trigger WHEN condition", None),
            Self::Policy => ("policy expressions", "policy expression", None),
        };
        Words { plural, singular, mutable }
    }
}

/// What is known of all functions that a call may mean.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
struct Kinds {
    aggregate: bool,
    window: bool,
    set: bool,
    mutable: bool,
}

impl Replayer<'_> {
    /// Refuses what PostgreSQL refuses in an expression because of its place. `columns` are those it may name.
    pub(super) fn fits_place(&self, span: Span, place: Place, columns: Option<RelationId>) -> Result<()> {
        let Ok(tree) = crate::expression::parse(self.text(span)) else { return Ok(()) };
        self.forbidden(&tree, span, place)?;
        if let Some(message) = place.words().mutable
            && let Some(at) = self.mutable_part(&tree, columns)
        {
            return Err(Stop::refused("42P17", within(span, at), message));
        }
        Ok(())
    }

    /// What stands inside comes before what it stands in, as PostgreSQL's analysis goes.
    fn forbidden(&self, node: &Expr, span: Span, place: Place) -> Result<()> {
        let mut result = Ok(());
        node.each_child(&mut |child| {
            if result.is_ok() {
                result = self.forbidden(child, span, place);
            }
        });
        result?;
        let words = place.words();
        let at = within(span, node);
        let functions = |kind: &str| format!("{kind} functions are not allowed in {}", words.plural);
        match &node.kind {
            ExprKind::Query { .. } if place != Place::Policy => {
                Err(Stop::refused("0A000", at, format!("cannot use subquery in {}", words.singular)))
            }
            ExprKind::Column { path, .. } if matches!(place, Place::PartitionBound { .. }) => {
                let word = match path.parts.as_slice() {
                    [only] => &*only.text,
                    _ => "",
                };
                if place == (Place::PartitionBound { range: true }) && matches!(word, "minvalue" | "maxvalue")
                {
                    return Ok(());
                }
                Err(Stop::refused("0A000", at, "cannot use column reference in partition bound expression"))
            }
            ExprKind::Call(call) => {
                let Some(kinds) = self.kinds(call) else { return Ok(()) };
                if call.over.is_some() && (kinds.aggregate || kinds.window) {
                    return Err(Stop::refused("42P20", at, functions("window")));
                }
                if kinds.aggregate {
                    return Err(Stop::refused("42803", at, functions("aggregate")));
                }
                if kinds.set {
                    return Err(Stop::refused("0A000", at, functions("set-returning")));
                }
                Ok(())
            }
            _ => Ok(()),
        }
    }

    /// What all functions have in common that a call may mean; `None` when they are not all known.
    fn kinds(&self, call: &Call) -> Option<Kinds> {
        let path: Vec<&str> = call.function.parts.iter().map(|part| &*part.text).collect();
        let (schema, name) = match path.as_slice() {
            [name] => (None, *name),
            [schema, name] => (Some(*schema), *name),
            _ => return None,
        };
        if !self.knows_all_extensions() {
            return None;
        }
        let mut found: Vec<Kinds> = Vec::new();
        let schemas: Vec<_> = match schema {
            Some(schema) => self.catalog.schema(schema).into_iter().collect(),
            None => self.search_path().collect(),
        };
        for id in schemas.into_iter().flat_map(|schema| self.catalog.functions_named(schema, name)) {
            let function = &self.catalog.functions[*id];
            found.push(Kinds {
                aggregate: function.kind == FunctionKind::Aggregate,
                window: function.kind == FunctionKind::Window,
                set: function.returns_set,
                // A function in SQL may be put in place of its call, whatever it says of itself.
                mutable: function.volatility != Volatility::Immutable && &*function.language != "sql",
            });
        }
        for row in facts::functions(name) {
            let installed = match (row.source, schema) {
                ("", None | Some("pg_catalog")) => true,
                ("", Some(_)) => false,
                (source, None) => self.catalog.extension_named(source).is_some(),
                (source, Some(schema)) => self.extension_home(source).as_deref() == Some(schema),
            };
            if installed {
                found.push(Kinds {
                    aggregate: row.kind.starts_with('a'),
                    window: row.kind.starts_with('w'),
                    set: row.set,
                    mutable: row.volatility != 'i',
                });
            }
        }
        let first = *found.first()?;
        Some(Kinds {
            aggregate: first.aggregate && found.iter().all(|kinds| kinds.aggregate),
            window: first.window && found.iter().all(|kinds| kinds.window),
            set: first.set && found.iter().all(|kinds| kinds.set),
            mutable: first.mutable && found.iter().all(|kinds| kinds.mutable),
        })
    }

    /// A part that is certain to give other results another day.
    fn mutable_part<'e>(&self, node: &'e Expr, columns: Option<RelationId>) -> Option<&'e Expr> {
        let own = match &node.kind {
            ExprKind::Keyword(keyword, _) => !matches!(keyword, SqlKeyword::CurrentCatalog),
            ExprKind::Call(call) => {
                self.kinds(call).is_some_and(|kinds| kinds.mutable) || self.is_mutable_call(call, columns)
            }
            ExprKind::Cast { operand, ty } => {
                let to = ty.path.parts.last().map_or("", |part| &*part.text);
                let from = self.column_type(operand, columns);
                from.is_some_and(|from| {
                    ty.dimensions == 0 && MUTABLE_CASTS.iter().any(|(f, t)| *f == from && t.contains(&to))
                })
            }
            _ => false,
        };
        if own {
            return Some(node);
        }
        let mut found = None;
        node.each_child(&mut |child| {
            if found.is_none() {
                found = self.mutable_part(child, columns);
            }
        });
        found
    }

    /// A call whose arguments are columns and constants means the function with just these types, if there is one.
    fn is_mutable_call(&self, call: &Call, columns: Option<RelationId>) -> bool {
        let name = match call.function.parts.as_slice() {
            [name] => &*name.text,
            [schema, name] if &*schema.text == "pg_catalog" => &*name.text,
            _ => return false,
        };
        let mut own = self.search_path().flat_map(|schema| self.catalog.functions_named(schema, name));
        if own.next().is_some() || call.variadic {
            return false;
        }
        let mut types = Vec::new();
        for argument in &call.arguments {
            match &argument.value.kind {
                ExprKind::String(_) => types.push(None),
                ExprKind::Column { .. } => match self.column_type(&argument.value, columns) {
                    Some(ty) => types.push(Some(ty)),
                    None => return false,
                },
                _ => return false,
            }
        }
        if !types.iter().any(Option::is_some) {
            return false;
        }
        let mut rows = facts::functions(name).filter(|row| {
            let mut arguments = row.arguments();
            let fits = types.iter().all(|ty| match (arguments.next(), ty) {
                (Some(fact), Some(ty)) => fact == TypeFact { source: "", name: ty, array: false },
                (Some(_), None) => true,
                (None, _) => false,
            });
            row.source.is_empty() && fits && arguments.next().is_none()
        });
        let first = rows.next();
        first.is_some_and(|row| row.volatility != 'i') && rows.all(|row| row.volatility != 'i')
    }

    /// The type of PostgreSQL's own that a column has.
    fn column_type(&self, node: &Expr, columns: Option<RelationId>) -> Option<&'static str> {
        let ExprKind::Column { path, all: false } = &node.kind else { return None };
        let [name] = path.parts.as_slice() else { return None };
        let column = self.catalog.column_named(columns?, &name.text)?;
        let ty = &self.catalog.columns[column].ty;
        match &ty.base {
            TypeBase::Builtin(builtin) if !ty.is_array() => Some(builtin.name),
            _ => None,
        }
    }
}

/// Casts whose result depends on `TimeZone` or `DateStyle` (`pg_cast`, `pg_proc.provolatile`).
const MUTABLE_CASTS: &[(&str, &[&str])] = &[
    ("timestamptz", &["date", "time", "timestamp", "text", "varchar"]),
    ("timestamp", &["timestamptz", "text", "varchar"]),
    ("date", &["timestamptz", "text", "varchar"]),
];

fn within(span: Span, node: &Expr) -> Span {
    let start = span.start as usize;
    Span::new(span.file, start + node.range.start as usize, start + node.range.end as usize)
}
