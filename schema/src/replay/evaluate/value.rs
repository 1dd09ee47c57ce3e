//! Values as far as the text of a statement can depend on them.

use std::cmp::Ordering;

use crate::catalog::ObjectId;

/// A value that is known; what is not is no value at all.
#[derive(Clone, PartialEq, Debug)]
pub(in crate::replay) enum Value {
    Null,
    Bool(bool),
    Int(i64),
    Text(Box<str>),
    /// Of type `regclass`, `regtype` and their like: printed as the object's name.
    Name(ObjectId),
    Oid(Oid),
    Array(Vec<Value>),
    Row(Vec<(Box<str>, Option<Value>)>),
}

/// An object identifier: its number is known on a server only.
#[derive(Clone, PartialEq, Debug)]
pub(in crate::replay) enum Oid {
    Object(ObjectId),
    /// Of something that PostgreSQL itself has, by what it is.
    System(Box<str>),
}

impl Value {
    pub(in crate::replay) fn text(text: impl Into<Box<str>>) -> Self {
        Self::Text(text.into())
    }

    pub(in crate::replay) fn is_null(&self) -> bool {
        matches!(self, Self::Null)
    }

    /// `left = right`; `None` where it is not known, or the types have no common ground.
    pub(super) fn equals(&self, other: &Self) -> Option<bool> {
        let oid = |value: &Self| match value {
            Self::Name(object) => Some(Oid::Object(*object)),
            Self::Oid(oid) => Some(oid.clone()),
            _ => None,
        };
        match (self, other) {
            (Self::Bool(left), Self::Bool(right)) => Some(left == right),
            (Self::Int(left), Self::Int(right)) => Some(left == right),
            (Self::Text(left), Self::Text(right)) => Some(left == right),
            // A string constant beside a truth value or a number is read as one.
            (Self::Bool(known), Self::Text(text)) | (Self::Text(text), Self::Bool(known)) => {
                boolean(text).map(|read| read == *known)
            }
            (Self::Int(known), Self::Text(text)) | (Self::Text(text), Self::Int(known)) => {
                text.trim().parse::<i64>().ok().map(|read| read == *known)
            }
            // Numbers of oids begin at 1.
            (Self::Name(_) | Self::Oid(_), Self::Int(0)) | (Self::Int(0), Self::Name(_) | Self::Oid(_)) => {
                Some(false)
            }
            (Self::Array(left), Self::Array(right)) if left.len() == right.len() => {
                let mut all = Some(true);
                for (left, right) in left.iter().zip(right) {
                    match left.equals(right) {
                        Some(true) => {}
                        Some(false) => return Some(false),
                        None => all = None,
                    }
                }
                all
            }
            (Self::Array(_), Self::Array(_)) => Some(false),
            _ => Some(oid(self)? == oid(other)?),
        }
    }

    /// The order of two values of one type, where it does not hang on a collation.
    pub(super) fn order(&self, other: &Self) -> Option<Ordering> {
        match (self, other) {
            (Self::Bool(left), Self::Bool(right)) => Some(left.cmp(right)),
            (Self::Int(left), Self::Int(right)) => Some(left.cmp(right)),
            (Self::Text(left), Self::Text(right)) => Some(left.cmp(right)),
            _ => None,
        }
    }
}

/// The words that PostgreSQL takes for truth values.
pub(super) fn boolean(text: &str) -> Option<bool> {
    match text.trim().to_ascii_lowercase().as_str() {
        "t" | "true" | "y" | "yes" | "on" | "1" => Some(true),
        "f" | "false" | "n" | "no" | "off" | "0" => Some(false),
        _ => None,
    }
}

/// `'{a,"b c",NULL}'` as an array of text; `None` for more dimensions or broken text.
pub(super) fn array_literal(text: &str) -> Option<Vec<Value>> {
    let inner = text.trim().strip_prefix('{')?.strip_suffix('}')?;
    let mut elements = Vec::new();
    if inner.trim().is_empty() {
        return Some(elements);
    }
    let mut characters = inner.chars().peekable();
    loop {
        while characters.next_if(|c| c.is_whitespace()).is_some() {}
        let quoted = characters.next_if_eq(&'"').is_some();
        let mut element = String::new();
        loop {
            match characters.peek() {
                None if quoted => return None,
                Some('"') if quoted => {
                    characters.next();
                    break;
                }
                None | Some(',') if !quoted => break,
                Some('{' | '}') if !quoted => return None,
                _ => {
                    let character = characters.next()?;
                    element.push(if character == '\\' { characters.next()? } else { character });
                }
            }
        }
        let element = if quoted { element } else { element.trim_end().to_owned() };
        let null = !quoted && element.eq_ignore_ascii_case("null");
        elements.push(if null { Value::Null } else { Value::text(element) });
        while characters.next_if(|c| c.is_whitespace()).is_some() {}
        match characters.next() {
            None => return Some(elements),
            Some(',') => {}
            Some(_) => return None,
        }
    }
}

/// `text LIKE pattern` with the escape character `\`.
pub(super) fn like(text: &str, pattern: &str) -> bool {
    let text: Vec<char> = text.chars().collect();
    let pattern: Vec<char> = pattern.chars().collect();
    // The places in the text that the pattern so far can have come to.
    let mut reached = vec![false; text.len() + 1];
    if let Some(start) = reached.first_mut() {
        *start = true;
    }
    let mut at = 0;
    while let Some(character) = pattern.get(at) {
        let mut next = vec![false; text.len() + 1];
        match character {
            '%' => {
                let mut any = false;
                for (place, here) in reached.iter().enumerate() {
                    any |= *here;
                    if let Some(slot) = next.get_mut(place) {
                        *slot = any;
                    }
                }
            }
            _ => {
                let wild = *character == '_';
                let wanted = if *character == '\\' {
                    at += 1;
                    pattern.get(at)
                } else {
                    Some(character)
                };
                for (place, here) in reached.iter().enumerate() {
                    let fits = text.get(place).is_some_and(|found| wild || Some(found) == wanted);
                    if let (true, true, Some(slot)) = (*here, fits, next.get_mut(place + 1)) {
                        *slot = true;
                    }
                }
            }
        }
        reached = next;
        at += 1;
    }
    reached.last().copied().unwrap_or(false)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn patterns_and_arrays() {
        assert!(like("pg_toast_12", "pg\\_toast%") && like("abc", "a_c") && like("", "%"));
        assert!(!like("abc", "a") && !like("pgXtoast", "pg\\_toast%") && like("a%b", "a\\%b"));
        let texts = |text| array_literal(text).map(|all| all.len());
        assert_eq!(texts("{}"), Some(0));
        assert_eq!(array_literal("{a, \"b,\\\"c\" ,NULL}").unwrap()[1], Value::text("b,\"c"));
        assert_eq!(array_literal("{a,NULL}").unwrap()[1], Value::Null);
        assert_eq!(texts("{{a},{b}}"), None);
        assert_eq!(texts("{a"), None);
    }
}
