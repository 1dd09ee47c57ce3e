//! Finding the objects that printed expressions name, so that their dependencies are known.
//!
//! The server wrote every name of the schema with its schema, so a name is found without a `search_path`. A name is
//! only taken when printing it again gives the same text: whatever this misses, printing stays exact. Not found are
//! columns inside of subqueries.

use std::collections::HashMap;

use schemactl_schema::catalog::names::{qualified as qualified_name, quote_identifier, quote_literal};
use schemactl_schema::catalog::{
    Catalog, ClassEntry, ConstraintKind, FunctionId, KeyTarget, ObjectId, Reference, RelationId, SqlExpr,
    TypeEntry, TypeKind,
};

use sqlx::postgres::types::Oid;

use super::objects::Objects;
use super::printed::{Kind, Token, tokens};
use super::reader::row;

row!(
    /// An object whose expressions call an overloaded function, as `pg_depend` has it.
    CallRow { class: String, object: Oid, sub: i16, function: Oid }
);

/// A default's row in `pg_attrdef` stands for its column.
pub(super) const CALLS: &str = "\
SELECT DISTINCT CASE WHEN a.oid IS NOT NULL THEN 'pg_class' ELSE d.classid::regclass::text END AS class,
       coalesce(a.adrelid, d.objid) AS object, coalesce(a.adnum, 0)::int2 AS sub, p.oid AS function,
       p.proname, pg_get_function_identity_arguments(p.oid) COLLATE \"C\" AS arguments
FROM pg_proc p
JOIN pg_depend d ON d.refclassid = 'pg_proc'::regclass AND d.refobjid = p.oid AND d.deptype IN ('n', 'a')
LEFT JOIN pg_attrdef a ON d.classid = 'pg_attrdef'::regclass AND a.oid = d.objid
WHERE p.oid >= 16384
  AND EXISTS (SELECT FROM pg_proc q
              WHERE q.proname = p.proname AND q.pronamespace = p.pronamespace AND q.oid <> p.oid)
ORDER BY class, object, sub, p.proname, arguments";

/// The overloaded functions that an object calls, in order of their arguments.
#[derive(Debug)]
pub(super) struct Calls(HashMap<ObjectId, Vec<FunctionId>>);

impl Calls {
    pub(super) fn new(rows: &[CallRow], objects: &Objects) -> Self {
        let mut calls: HashMap<ObjectId, Vec<FunctionId>> = HashMap::new();
        for row in rows {
            let caller = match objects.object(&row.class, row.object, row.sub) {
                // The constraints of a domain are looked at together with it.
                Some(ObjectId::DomainConstraint(domain, _)) => Some(domain.into()),
                other => other,
            };
            if let (Some(caller), Some(function)) = (caller, objects.functions.get(&row.function)) {
                calls.entry(caller).or_default().push(*function);
            }
        }
        Self(calls)
    }

    fn of(&self, caller: ObjectId) -> &[FunctionId] {
        self.0.get(&caller).map_or(&[], Vec::as_slice)
    }
}

/// What the column names of an expression mean.
#[derive(Clone, Copy)]
enum Scope {
    None,
    Relation(RelationId),
    /// `old.x` and `new.x`.
    Transition(RelationId),
}

/// Gives every expression of the catalog its references, and notes the dependencies that come of them.
pub(super) fn resolve(catalog: &mut Catalog, calls: &Calls) {
    let mut owners: Vec<ObjectId> = Vec::new();
    owners.extend(catalog.types.ids().map(ObjectId::Type));
    owners.extend(catalog.relations.ids().map(ObjectId::Relation));
    owners.extend(catalog.columns.ids().map(ObjectId::Column));
    owners.extend(catalog.functions.ids().map(ObjectId::Function));
    owners.extend(catalog.indexes.ids().map(ObjectId::Index));
    owners.extend(catalog.constraints.ids().map(ObjectId::Constraint));
    owners.extend(catalog.triggers.ids().map(ObjectId::Trigger));
    owners.extend(catalog.policies.ids().map(ObjectId::Policy));
    for owner in owners {
        let scope = scope(catalog, owner);
        let mut texts = Vec::new();
        expressions(catalog, owner, &mut |text| texts.push(text.written().to_owned()));
        if texts.is_empty() {
            continue;
        }
        // Overloads of one name are taken in turn: all print the same, and each is depended on.
        let mut called = calls.of(owner).to_vec();
        let mut resolved = texts
            .into_iter()
            .map(|text| expression(catalog, text, scope, &mut called))
            .collect::<Vec<_>>()
            .into_iter();
        expressions(catalog, owner, &mut |text| {
            if let Some(expression) = resolved.next() {
                *text = expression;
            }
        });
        link(catalog, owner);
    }
}

fn scope(catalog: &Catalog, owner: ObjectId) -> Scope {
    match owner {
        ObjectId::Relation(id) => Scope::Relation(id),
        ObjectId::Column(id) => Scope::Relation(catalog.columns[id].relation),
        ObjectId::Index(id) => Scope::Relation(catalog.indexes[id].relation),
        ObjectId::Constraint(id) => Scope::Relation(catalog.constraints[id].relation),
        ObjectId::Policy(id) => Scope::Relation(catalog.policies[id].relation),
        ObjectId::Trigger(id) => Scope::Transition(catalog.triggers[id].relation),
        _ => Scope::None,
    }
}

/// Calls `each` with the expressions that are part of an object, always in the same order.
fn expressions(catalog: &mut Catalog, owner: ObjectId, each: &mut dyn FnMut(&mut SqlExpr)) {
    match owner {
        ObjectId::Type(id) => {
            if let TypeKind::Domain(domain) = &mut catalog.types[id].kind {
                domain.default.iter_mut().for_each(&mut *each);
                domain.constraints.iter_mut().for_each(|constraint| each(&mut constraint.check));
            }
        }
        ObjectId::Relation(id) => {
            let relation = &mut catalog.relations[id];
            relation.partition_bound.iter_mut().for_each(&mut *each);
            for part in relation.partition_key.iter_mut().flat_map(|key| &mut key.keys) {
                target(&mut part.target, each);
            }
        }
        ObjectId::Column(id) => {
            let column = &mut catalog.columns[id];
            column.default.iter_mut().for_each(&mut *each);
            column.generated.iter_mut().for_each(|generated| each(&mut generated.expression));
        }
        ObjectId::Function(id) => {
            let function = &mut catalog.functions[id];
            for argument in &mut function.arguments {
                argument.default.iter_mut().for_each(&mut *each);
            }
        }
        ObjectId::Index(id) => {
            let index = &mut catalog.indexes[id];
            for key in &mut index.keys {
                target(&mut key.target, each);
            }
            index.predicate.iter_mut().for_each(each);
        }
        ObjectId::Constraint(id) => {
            if let ConstraintKind::Check { expression } = &mut catalog.constraints[id].kind {
                each(expression);
            }
        }
        ObjectId::Trigger(id) => catalog.triggers[id].when.iter_mut().for_each(each),
        ObjectId::Policy(id) => {
            let policy = &mut catalog.policies[id];
            policy.using.iter_mut().chain(&mut policy.check).for_each(each);
        }
        _ => {}
    }
}

fn target(target: &mut KeyTarget, each: &mut dyn FnMut(&mut SqlExpr)) {
    if let KeyTarget::Expression(expression) = target {
        each(expression);
    }
}

fn link(catalog: &mut Catalog, owner: ObjectId) {
    catalog.link(owner);
    match owner {
        ObjectId::Column(id) => catalog.link(ObjectId::Default(id)),
        ObjectId::Type(id) => {
            let count = match &catalog.types[id].kind {
                TypeKind::Domain(domain) => domain.constraints.len() as u32,
                _ => 0,
            };
            (0..count).for_each(|at| catalog.link(ObjectId::DomainConstraint(id, at)));
        }
        _ => {}
    }
}

fn expression(catalog: &Catalog, text: String, scope: Scope, called: &mut Vec<FunctionId>) -> SqlExpr {
    let tokens = tokens(&text);
    let is = |at: usize, symbol: &str| tokens.get(at).is_some_and(|token| token.text(&text) == symbol);
    let subquery = tokens.iter().any(|token| token.kind == Kind::Word && token.text(&text) == "SELECT");
    let mut references = Vec::new();
    let mut at = 0;
    while let Some(token) = tokens.get(at).copied() {
        let after_cast = at >= 2 && is(at - 1, ":") && is(at - 2, ":");
        if after_cast && !is(at + 1, ".") {
            at = end_of_type(&tokens, &text, at);
            continue;
        }
        if token.kind == Kind::Literal && is(at + 1, ":") && is(at + 2, ":") {
            let cast = tokens.get(at + 3).map_or("", |token| token.text(&text));
            references.extend(in_literal(catalog, &text, token, cast));
        } else if let Some(first) = token.name(&text)
            && !(at > 0 && is(at - 1, "."))
        {
            if is(at + 1, ".")
                && let Some(second) = tokens.get(at + 2)
                && let Some(name) = second.name(&text)
            {
                let call = is(at + 3, "(");
                let found =
                    if matches!(first.as_str(), "old" | "new") && matches!(scope, Scope::Transition(_)) {
                        column(catalog, scope, &name).map(|found| (second.start, found))
                    } else if at > 0 && is(at - 1, "COLLATE") {
                        let collation = catalog.collation_printed(&qualified_name(&first, &name));
                        collation.map(|found| (token.start, found.into()))
                    } else {
                        qualified(catalog, &first, &name, call, after_cast, called)
                            .map(|found| (token.start, found))
                    };
                if let Some((start, object)) = found {
                    references.extend(reference(catalog, &text, start, second.end, object));
                }
                at += 3;
                continue;
            }
            let is_keyword =
                token.kind == Kind::Word && token.text(&text).bytes().any(|byte| byte.is_ascii_uppercase());
            let is_field = at >= 2 && is(at - 1, "(") && is(at - 2, "EXTRACT");
            let is_argument_name = is(at + 1, "=") && is(at + 2, ">");
            if matches!(scope, Scope::Relation(_))
                && !(subquery || is_keyword || is_field || is_argument_name || is(at + 1, "("))
                && let Some(object) = column(catalog, scope, &first)
            {
                references.extend(reference(catalog, &text, token.start, token.end, object));
            }
        }
        at += 1;
    }
    SqlExpr::new(text, references)
}

/// The words that can follow the first word of a type's name, as `format_type` prints it.
const TYPE_WORDS: &[&str] = &[
    "precision",
    "varying",
    "with",
    "without",
    "time",
    "zone",
    "year",
    "month",
    "day",
    "hour",
    "minute",
    "second",
    "to",
];

/// Where the type ends whose first token is at `at`: these words could also be names of columns.
fn end_of_type(tokens: &[Token], text: &str, at: usize) -> usize {
    let word = |at: usize| tokens.get(at).map_or("", |token| token.text(text));
    let mut at = at + 1;
    loop {
        if TYPE_WORDS.contains(&word(at)) {
            at += 1;
        } else if word(at) == "(" {
            // Modifiers hold numbers only.
            at +=
                tokens[at..].iter().position(|token| token.text(text) == ")").map_or(1, |length| length + 1);
        } else {
            return at;
        }
    }
}

fn column(catalog: &Catalog, scope: Scope, name: &str) -> Option<ObjectId> {
    match scope {
        Scope::None => None,
        Scope::Relation(relation) | Scope::Transition(relation) => {
            catalog.column_named(relation, name).map(ObjectId::Column)
        }
    }
}

/// What `schema.name` means where it stands: a function before parentheses, a type behind `::`, else a relation or
/// sequence, or a type (`CAST`, `RETURNING`).
fn qualified(
    catalog: &Catalog,
    schema: &str,
    name: &str,
    call: bool,
    after_cast: bool,
    called: &mut Vec<FunctionId>,
) -> Option<ObjectId> {
    let schema = catalog.schema(schema)?;
    if call && !after_cast {
        return match catalog.functions_named(schema, name) {
            [only] => Some((*only).into()),
            // INSERT INTO schema.name (…).
            [] => class(catalog, schema, name),
            overloads => {
                let at = called.iter().position(|function| overloads.contains(function))?;
                let function = called.remove(at);
                called.push(function);
                Some(function.into())
            }
        };
    }
    let of_type = || match catalog.type_named(schema, name)? {
        TypeEntry::User(id) => Some(id.into()),
        TypeEntry::Row(id) => Some(id.into()),
    };
    if after_cast { of_type() } else { class(catalog, schema, name).or_else(of_type) }
}

fn class(catalog: &Catalog, schema: schemactl_schema::catalog::SchemaId, name: &str) -> Option<ObjectId> {
    match catalog.class(schema, name)? {
        ClassEntry::Relation(id) => Some(id.into()),
        ClassEntry::Sequence(id) => Some(id.into()),
        ClassEntry::Index(id) => Some(id.into()),
        ClassEntry::Composite(id) => Some(id.into()),
    }
}

/// `'public.users_id_seq'::regclass` and its like.
fn in_literal(catalog: &Catalog, text: &str, token: Token, cast: &str) -> Option<Reference> {
    let inner = token.text(text).strip_prefix('\'')?.strip_suffix('\'')?.replace("''", "'");
    let names = tokens(&inner);
    let [schema, dot, name] = names.as_slice() else { return None };
    if dot.text(&inner) != "." {
        return None;
    }
    let (schema, name) = (catalog.schema(&schema.name(&inner)?)?, name.name(&inner)?);
    let object = match cast {
        "regclass" => class(catalog, schema, &name)?,
        "regtype" => match catalog.type_named(schema, &name)? {
            TypeEntry::User(id) => id.into(),
            TypeEntry::Row(id) => id.into(),
        },
        "regproc" => match catalog.functions_named(schema, &name) {
            [only] => (*only).into(),
            _ => return None,
        },
        _ => return None,
    };
    let same = quote_literal(&catalog.printed_name(object)) == token.text(text);
    same.then_some(Reference {
        start: token.start as u32,
        end: token.end as u32,
        target: object,
        literal: true,
    })
}

fn reference(catalog: &Catalog, text: &str, start: usize, end: usize, target: ObjectId) -> Option<Reference> {
    let printed = match target {
        ObjectId::Column(id) => quote_identifier(&catalog.columns[id].name).into_owned(),
        other => catalog.printed_name(other),
    };
    let same = text.get(start..end) == Some(printed.as_str());
    same.then_some(Reference { start: start as u32, end: end as u32, target, literal: false })
}
