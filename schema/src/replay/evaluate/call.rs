//! PostgreSQL's own functions that build the text of statements, or ask the catalog.

use super::{Environment, Known, Value, own_function};
use crate::catalog::{ObjectId, builtin_type, names};
use crate::expression::path_of_text;
use crate::expression::tree::Call;
use crate::replay::Replayer;
use crate::replay::stop::{Result, Stop};

impl Replayer<'_> {
    pub(super) fn call(&self, call: &Call, text: &str, environment: Environment<'_>) -> Result<Known> {
        let Some(name) = own_function(call) else { return Ok(None) };
        let mut values = Vec::with_capacity(call.arguments.len());
        for argument in &call.arguments {
            // One that is not known makes the result unknown, whatever the others are.
            let Some(value) = self.value(&argument.value, text, environment)? else { return Ok(None) };
            values.push(value);
        }
        if call.variadic {
            let Some(Value::Array(elements)) = values.pop() else { return Ok(None) };
            values.extend(elements);
        }
        self.own_call(name, values, environment)
    }

    fn own_call(&self, name: &str, values: Vec<Value>, environment: Environment<'_>) -> Result<Known> {
        let text = |at: usize| match values.get(at) {
            Some(Value::Text(text)) => Some(&**text),
            _ => None,
        };
        let int = |at: usize| match values.get(at) {
            Some(Value::Int(number)) => Some(*number),
            _ => None,
        };
        let some = |text: String| Some(Value::text(text));
        // These take nulls; all others give one back.
        match name {
            "format" => return self.format(&values, environment),
            "concat" => {
                let mut out = String::new();
                for value in values.iter().filter(|value| !value.is_null()) {
                    let Some(text) = self.output(value) else { return Ok(None) };
                    out.push_str(&text);
                }
                return Ok(some(out));
            }
            "concat_ws" => {
                let Some(separator) = text(0) else { return Ok(None) };
                let parts: Option<Vec<String>> = values
                    .iter()
                    .skip(1)
                    .filter(|value| !value.is_null())
                    .map(|value| self.output(value))
                    .collect();
                return Ok(parts.and_then(|parts| some(parts.join(separator))));
            }
            "quote_nullable" if values.first().is_some_and(Value::is_null) => {
                return Ok(some("NULL".to_owned()));
            }
            "array_to_string" => return Ok(self.array_to_string(&values)),
            "array_append" | "array_prepend" | "array_cat" | "array_remove" => {
                return Ok(array(name, values));
            }
            _ => {}
        }
        if values.iter().any(Value::is_null) {
            return Ok(Some(Value::Null));
        }
        let output = |at: usize| values.get(at).and_then(|value| self.output(value));
        Ok(match name {
            "quote_ident" => text(0).and_then(|text| some(names::quote_identifier(text).into_owned())),
            "quote_literal" | "quote_nullable" => {
                output(0).and_then(|text| some(names::quote_literal(&text)))
            }
            // Letters beyond ASCII hang on the locale.
            "lower" => {
                text(0).filter(|text| text.is_ascii()).and_then(|text| some(text.to_ascii_lowercase()))
            }
            "upper" => {
                text(0).filter(|text| text.is_ascii()).and_then(|text| some(text.to_ascii_uppercase()))
            }
            "length" | "char_length" | "character_length" => {
                text(0).and_then(|text| i64::try_from(text.chars().count()).ok()).map(Value::Int)
            }
            "replace" => match (text(0), text(1), text(2)) {
                (Some(text), Some(""), Some(_)) => some(text.to_owned()),
                (Some(text), Some(from), Some(to)) => some(text.replace(from, to)),
                _ => None,
            },
            "btrim" | "ltrim" | "rtrim" | "trim" => {
                let Some(subject) = text(0) else { return Ok(None) };
                let set: Vec<char> = match values.len() {
                    1 => vec![' '],
                    _ => match text(1) {
                        Some(set) => set.chars().collect(),
                        None => return Ok(None),
                    },
                };
                let mut cut = subject;
                if name != "rtrim" {
                    cut = cut.trim_start_matches(&*set);
                }
                if name != "ltrim" {
                    cut = cut.trim_end_matches(&*set);
                }
                some(cut.to_owned())
            }
            "left" | "right" => match (text(0), int(1)) {
                (Some(text), Some(count)) => {
                    let length = i64::try_from(text.chars().count()).unwrap_or(i64::MAX);
                    let keep = if count < 0 { (length + count).max(0) } else { count.min(length) };
                    let skip = if name == "left" { 0 } else { length - keep };
                    let (skip, keep) = (usize::try_from(skip), usize::try_from(keep));
                    match (skip, keep) {
                        (Ok(skip), Ok(keep)) => some(text.chars().skip(skip).take(keep).collect()),
                        _ => None,
                    }
                }
                _ => None,
            },
            "substr" | "substring" => match (text(0), int(1)) {
                (Some(text), Some(from)) => {
                    let length = match (values.get(2), int(2)) {
                        (None, _) => i64::MAX / 2,
                        (Some(_), Some(length)) if length >= 0 => length,
                        _ => return Ok(None),
                    };
                    let end = from.saturating_add(length).max(1) - 1;
                    let start = from.max(1) - 1;
                    match (usize::try_from(start), usize::try_from((end - start).max(0))) {
                        (Ok(start), Ok(count)) => some(text.chars().skip(start).take(count).collect()),
                        _ => None,
                    }
                }
                _ => None,
            },
            "lpad" => match (text(0), int(1), text(2).or((values.len() == 2).then_some(" "))) {
                (Some(text), Some(width), Some(fill)) if (0..1000).contains(&width) && !fill.is_empty() => {
                    let width = usize::try_from(width).unwrap_or(0);
                    let missing = width.saturating_sub(text.chars().count());
                    let padded: String =
                        fill.chars().cycle().take(missing).chain(text.chars()).take(width).collect();
                    some(padded)
                }
                _ => None,
            },
            "repeat" => match (text(0), int(1)) {
                (Some(text), Some(count)) if count < 1000 => {
                    some(text.repeat(usize::try_from(count).unwrap_or(0)))
                }
                _ => None,
            },
            "split_part" => match (text(0), text(1), int(2)) {
                (Some(text), Some(separator), Some(at)) if at > 0 && !separator.is_empty() => {
                    let at = usize::try_from(at).unwrap_or(0);
                    some(text.split(separator).nth(at - 1).unwrap_or("").to_owned())
                }
                _ => None,
            },
            "string_to_array" => match (text(0), text(1)) {
                (Some(""), Some(_)) => Some(Value::Array(Vec::new())),
                (Some(text), Some(separator)) if values.len() == 2 && !separator.is_empty() => {
                    Some(Value::Array(text.split(separator).map(Value::text).collect()))
                }
                _ => None,
            },
            "array_length" | "array_upper" | "cardinality" => match values.first() {
                Some(Value::Array(elements)) if name == "cardinality" || int(1) == Some(1) => {
                    if elements.is_empty() && name != "cardinality" {
                        Some(Value::Null)
                    } else {
                        i64::try_from(elements.len()).ok().map(Value::Int)
                    }
                }
                _ => None,
            },
            "array_lower" => match values.first() {
                Some(Value::Array(elements)) if !elements.is_empty() && int(1) == Some(1) => {
                    Some(Value::Int(1))
                }
                _ => None,
            },
            "current_schema" if values.is_empty() => self.current_schema(),
            "pg_get_userbyid" | "current_user" => None,
            "to_regclass" | "to_regtype" | "to_regnamespace" => {
                text(0).and_then(|text| self.to_name(name, text))
            }
            _ => None,
        })
    }

    /// `to_regclass('name')` and its kin are null for what is not there.
    fn to_name(&self, function: &str, text: &str) -> Known {
        let path = path_of_text(text).ok()?;
        let path: Vec<&str> = path.iter().map(|part| &**part).collect();
        let found = match function {
            "to_regclass" => match self.lookup_class(&path) {
                None if self.is_system_class(&path) => return None,
                found => found,
            },
            "to_regtype" => match self.lookup_type(&path) {
                None if path.last().is_some_and(|name| builtin_type(name).is_some()) => return None,
                found => found,
            },
            _ => path.last().and_then(|name| self.catalog.schema(name)).map(ObjectId::from),
        };
        Some(found.map_or(Value::Null, Value::Name))
    }

    fn array_to_string(&self, values: &[Value]) -> Known {
        let (Some(Value::Array(elements)), Some(Value::Text(separator))) = (values.first(), values.get(1))
        else {
            return None;
        };
        let null = match values.get(2) {
            Some(Value::Text(text)) => Some(text.to_string()),
            Some(Value::Null) | None => None,
            Some(_) => return None,
        };
        let mut parts = Vec::new();
        for element in elements {
            match element {
                Value::Null => parts.extend(null.clone()),
                other => parts.push(self.output(other)?),
            }
        }
        Some(Value::text(parts.join(separator)))
    }

    /// `format(text, …)` (documentation, "String Functions and Operators").
    fn format(&self, values: &[Value], environment: Environment<'_>) -> Result<Known> {
        let (pattern, arguments) = match values.split_first() {
            Some((Value::Text(pattern), arguments)) => (pattern, arguments),
            Some((Value::Null, _)) => return Ok(Some(Value::Null)),
            _ => return Ok(None),
        };
        let refused = |message: &str| Stop::refused("22023", environment.place, message);
        let mut out = String::new();
        let mut characters = pattern.chars().peekable();
        let mut next = 0_usize;
        while let Some(character) = characters.next() {
            if character != '%' {
                out.push(character);
                continue;
            }
            if characters.next_if_eq(&'%').is_some() {
                out.push('%');
                continue;
            }
            let mut number = String::new();
            while let Some(digit) = characters.next_if(char::is_ascii_digit) {
                number.push(digit);
            }
            let mut width = 0_usize;
            if characters.next_if_eq(&'$').is_some() {
                let at = number.parse::<usize>().ok().and_then(|at| at.checked_sub(1));
                match at {
                    Some(at) => next = at,
                    None => {
                        return Err(refused(
                            "format specifies argument 0, but arguments are numbered from 1",
                        ));
                    }
                }
                number.clear();
                while let Some(digit) = characters.next_if(char::is_ascii_digit) {
                    number.push(digit);
                }
            }
            if !number.is_empty() {
                width = number.parse().unwrap_or(0);
            }
            let kind = match characters.next() {
                Some(kind @ ('s' | 'I' | 'L')) => kind,
                // Flags and widths from arguments.
                Some('-' | '*') => return Ok(None),
                Some(other) => {
                    return Err(refused(&format!("unrecognized format() type specifier \"{other}\"")));
                }
                None => return Err(refused("unterminated format() type specifier")),
            };
            let Some(argument) = arguments.get(next) else {
                return Err(refused("too few arguments for format()"));
            };
            next += 1;
            let piece = match (kind, argument) {
                ('s', Value::Null) => String::new(),
                ('L', Value::Null) => "NULL".to_owned(),
                (_, Value::Null) => {
                    let message = "null values cannot be formatted as an SQL identifier";
                    return Err(Stop::refused("22004", environment.place, message));
                }
                (kind, value) => {
                    let Some(text) = self.output(value) else { return Ok(None) };
                    match kind {
                        's' => text,
                        'I' => names::quote_identifier(&text).into_owned(),
                        _ => names::quote_literal(&text),
                    }
                }
            };
            for _ in piece.chars().count()..width.min(1000) {
                out.push(' ');
            }
            out.push_str(&piece);
        }
        Ok(Some(Value::text(out)))
    }
}

fn array(name: &str, values: Vec<Value>) -> Known {
    let [left, right]: [Value; 2] = values.try_into().ok()?;
    match (name, left, right) {
        ("array_append", Value::Array(mut elements), element) => {
            elements.push(element);
            Some(Value::Array(elements))
        }
        ("array_prepend", element, Value::Array(mut elements)) => {
            elements.insert(0, element);
            Some(Value::Array(elements))
        }
        ("array_cat", Value::Array(mut left), Value::Array(right)) => {
            left.extend(right);
            Some(Value::Array(left))
        }
        ("array_remove", Value::Array(mut elements), element) => {
            let mut known = true;
            elements.retain(|other| match other.equals(&element) {
                Some(equal) => !equal,
                None => {
                    known = false;
                    true
                }
            });
            known.then_some(Value::Array(elements))
        }
        _ => None,
    }
}
