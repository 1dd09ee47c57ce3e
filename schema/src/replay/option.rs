//! The values of `name = value` lists, as PostgreSQL's `defGet…` functions read them.

use super::stop::{Result, Stop};
use crate::catalog::PropertyValue;
use crate::syntax::tree::{Name, OptionItem, OptionValue, OptionValueKind, QualifiedName, TypeName};

/// The option of a name; the last one written counts.
pub(super) fn option<'o>(items: &'o [OptionItem], name: &str) -> Option<&'o OptionItem> {
    items.iter().rev().find(|item| &*item.name.text == name)
}

/// Refuses an option that is written twice (`errorConflictingDefElem`).
pub(super) fn no_duplicates(items: &[OptionItem]) -> Result<()> {
    for (at, item) in items.iter().enumerate() {
        if items[..at].iter().any(|earlier| earlier.name.text == item.name.text) {
            return Err(Stop::refused("42601", item.span, "conflicting or redundant options"));
        }
    }
    Ok(())
}

fn required(item: &OptionItem) -> Result<&OptionValue> {
    item.value
        .as_ref()
        .ok_or_else(|| Stop::refused("42601", item.span, format!("{} requires a parameter", item.name.text)))
}

/// A yes or no; without a value it is true.
pub(super) fn boolean(item: &OptionItem) -> Result<bool> {
    let Some(value) = &item.value else { return Ok(true) };
    match (&value.kind, value.text.to_ascii_lowercase().as_str()) {
        (OptionValueKind::Number, "1") => Ok(true),
        (OptionValueKind::Number, "0") => Ok(false),
        (OptionValueKind::Number, _) => Err(not_boolean(item)),
        (_, "true" | "on") => Ok(true),
        (_, "false" | "off") => Ok(false),
        _ => Err(not_boolean(item)),
    }
}

fn not_boolean(item: &OptionItem) -> Stop {
    Stop::refused("42601", item.span, format!("{} requires a Boolean value", item.name.text))
}

/// The value as text, whatever it is written as.
pub(super) fn string(item: &OptionItem) -> Result<&str> {
    Ok(&required(item)?.text)
}

pub(super) fn integer(item: &OptionItem) -> Result<i64> {
    let value = required(item)?;
    let number = match value.kind {
        OptionValueKind::Number => value.text.replace('_', "").parse().ok(),
        _ => None,
    };
    number.ok_or_else(|| {
        Stop::refused("42601", item.span, format!("{} requires an integer value", item.name.text))
    })
}

/// The name of a function, operator or the like. A string is one name as it stands: dots in it divide nothing.
pub(super) fn qualified_name(item: &OptionItem) -> Result<QualifiedName> {
    let value = required(item)?;
    let single = |text: &str| Name { text: text.into(), span: value.span };
    match &value.kind {
        OptionValueKind::Type(ty) if ty.system && ty.name.schema.is_none() => {
            Ok(QualifiedName { schema: Some(single("pg_catalog")), name: ty.name.name.clone() })
        }
        OptionValueKind::Type(ty) => Ok(ty.name.clone()),
        OptionValueKind::String | OptionValueKind::Word => {
            Ok(QualifiedName { schema: None, name: single(&value.text) })
        }
        OptionValueKind::Operator => Ok(match value.text.split_once('.') {
            Some((schema, name)) => QualifiedName { schema: Some(single(schema)), name: single(name) },
            None => QualifiedName { schema: None, name: single(&value.text) },
        }),
        OptionValueKind::Number | OptionValueKind::List => {
            let message = format!("argument of {} must be a name", item.name.text);
            Err(Stop::refused("42601", item.span, message))
        }
    }
}

/// The name of a type. A string is one name as it stands.
pub(super) fn type_name(item: &OptionItem) -> Result<TypeName> {
    let value = required(item)?;
    match &value.kind {
        OptionValueKind::Type(ty) => Ok((**ty).clone()),
        OptionValueKind::String | OptionValueKind::Word => Ok(TypeName {
            name: QualifiedName { schema: None, name: Name { text: value.text.clone(), span: value.span } },
            system: false,
            modifiers: Vec::new(),
            dimensions: 0,
            interval_fields: None,
            setof: false,
            percent_type: None,
            span: value.span,
        }),
        _ => {
            let message = format!("argument of {} must be a type name", item.name.text);
            Err(Stop::refused("42601", item.span, message))
        }
    }
}

/// A word, a number or a printed name.
pub(super) fn word(text: impl Into<Box<str>>) -> PropertyValue {
    PropertyValue::Word(text.into())
}

/// A yes or no as the catalog keeps it.
pub(super) fn flag(set: bool) -> PropertyValue {
    word(if set { "true" } else { "false" })
}
