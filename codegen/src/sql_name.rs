//! What a name in the settings stands for: `users`, `public.users`, `public.users.email`, `public.mood.happy`,
//! `public.total`, `public.total(integer)`.

use schemactl_schema::catalog::names::quote_identifier;
use schemactl_schema::catalog::{Catalog, ColumnId, FunctionId, RelationId, TypeId, TypeKind};

use crate::functions::is_called;
use crate::names::has_struct;
use crate::nearest::nearest;

/// An entity that a setting can name.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(crate) enum Named {
    Relation(RelationId),
    Type(TypeId),
    Column(ColumnId),
    /// A label of an enum or an attribute of a composite type, by its position.
    Member(TypeId, usize),
    /// One that has a caller; a name without arguments is all functions of the name.
    Function(FunctionId),
}

/// The parts of a dotted name, quotes taken off as SQL does; `None` when a quote has no end.
pub(crate) fn parts(name: &str) -> Option<Vec<String>> {
    let mut parts = Vec::new();
    let mut rest = name;
    loop {
        let part;
        if let Some(quoted) = rest.strip_prefix('"') {
            let mut text = String::new();
            let mut after = quoted;
            loop {
                let end = after.find('"')?;
                text += &after[..end];
                after = &after[end + 1..];
                match after.strip_prefix('"') {
                    Some(more) => {
                        text.push('"');
                        after = more;
                    }
                    None => break,
                }
            }
            (part, rest) = (text, after);
        } else {
            let end = rest.find('.').unwrap_or(rest.len());
            part = rest[..end].to_owned();
            rest = &rest[end..];
        }
        parts.push(part);
        match rest.strip_prefix('.') {
            Some(more) => rest = more,
            None if rest.is_empty() => return Some(parts),
            None => return None,
        }
    }
}

/// Everything that a name can mean: without a schema it is looked for in each.
pub(crate) fn find(catalog: &Catalog, name: &str) -> Vec<Named> {
    if name.ends_with(')') {
        let name = name.replace(", ", ",");
        return functions(catalog)
            .filter(|id| {
                let signature = catalog.printed_signature(*id);
                let schema = &catalog.schemas[catalog.functions[*id].schema].name;
                let short = signature.strip_prefix(&*quote_identifier(schema));
                signature == name || short.and_then(|short| short.strip_prefix('.')) == Some(&name)
            })
            .map(Named::Function)
            .collect();
    }
    let Some(parts) = parts(name) else {
        return Vec::new();
    };
    let parts: Vec<&str> = parts.iter().map(String::as_str).collect();
    let mut found = Vec::new();
    let item = |schema: &str, name: &str, found: &mut Vec<Named>| {
        found.extend(catalog.relation(schema, name).map(|relation| Named::Relation(relation.id)));
        found.extend(catalog.user_type(schema, name).map(|ty| Named::Type(ty.id)));
        let is_named = |id: &FunctionId| {
            let function = &catalog.functions[*id];
            &*function.name == name && &*catalog.schemas[function.schema].name == schema
        };
        found.extend(functions(catalog).filter(is_named).map(Named::Function));
    };
    let member = |schema: &str, name: &str, member: &str, found: &mut Vec<Named>| {
        let column = catalog.relation(schema, name).and_then(|relation| relation.column(member));
        found.extend(column.map(|column| Named::Column(column.id)));
        if let Some(ty) = catalog.user_type(schema, name) {
            let at = match &ty.get().kind {
                TypeKind::Enum(labels) => labels.iter().position(|label| &*label.name == member),
                TypeKind::Composite(attributes) => {
                    attributes.iter().position(|attribute| &*attribute.name == member)
                }
                _ => None,
            };
            found.extend(at.map(|at| Named::Member(ty.id, at)));
        }
    };
    let schemas = || catalog.schemas.iter().map(|(_, schema)| &*schema.name);
    match parts.as_slice() {
        [name] => schemas().for_each(|schema| item(schema, name, &mut found)),
        [schema, name] => {
            item(schema, name, &mut found);
            if found.is_empty() {
                schemas().for_each(|within| member(within, schema, name, &mut found));
            }
        }
        [schema, name, of] => member(schema, name, of, &mut found),
        _ => {}
    }
    found
}

fn functions(catalog: &Catalog) -> impl Iterator<Item = FunctionId> {
    catalog.functions.iter().filter(|(_, function)| is_called(function)).map(|(id, _)| id)
}

/// What a setting may have meant by a name that is not there.
pub(crate) fn meant<'a>(
    catalog: &Catalog,
    written: &str,
    others: impl IntoIterator<Item = &'a str>,
) -> Option<String> {
    let mut names = all(catalog);
    names.extend(others.into_iter().map(str::to_owned));
    // The schema may be left out.
    let short = names.iter().filter_map(|name| name.split_once('.').map(|(_, rest)| rest));
    nearest(written, names.iter().map(String::as_str).chain(short)).map(str::to_owned)
}

/// The whole names of all that a setting can name.
fn all(catalog: &Catalog) -> Vec<String> {
    let mut names = Vec::new();
    for (id, _) in catalog.relations.iter() {
        let relation = catalog.walk(id);
        if !has_struct(relation) {
            continue;
        }
        names.push(relation.printed_name());
        names.extend(relation.columns().map(schemactl_schema::catalog::ColumnWalker::printed_name));
    }
    for (id, ty) in catalog.types.iter() {
        let name = catalog.printed_name(id.into());
        match &ty.kind {
            TypeKind::Enum(labels) => {
                names.extend(labels.iter().map(|label| format!("{name}.{}", quote_identifier(&label.name))));
            }
            TypeKind::Composite(attributes) => names.extend(
                attributes.iter().map(|attribute| format!("{name}.{}", quote_identifier(&attribute.name))),
            ),
            _ => {}
        }
        names.push(name);
    }
    for id in functions(catalog) {
        names.push(catalog.printed_name(id.into()));
        names.push(catalog.printed_signature(id));
    }
    names
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_taken_apart_as_sql_does() {
        for (name, expected) in [
            ("users", Some(vec!["users"])),
            ("public.users.email", Some(vec!["public", "users", "email"])),
            ("\"a.b\".\"c\"\"d\"", Some(vec!["a.b", "c\"d"])),
            ("public.mood.on hold", Some(vec!["public", "mood", "on hold"])),
            ("\"a", None),
            ("\"a\"b", None),
        ] {
            let expected = expected.map(|parts| parts.into_iter().map(str::to_owned).collect::<Vec<_>>());
            assert_eq!(parts(name), expected, "{name}");
        }
    }
}
