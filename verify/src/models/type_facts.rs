//! The generator's table of types, asked about types that people wrote.
//!
//! One table says what is generated and what is accepted, so the two cannot drift apart.

use schemactl_codegen::type_map::{self, TypeFact};

use super::rust_type::RustType;

/// The Rust types that a built-in type decodes into, by their last segments, the generator's choice first;
/// `None` when sqlx has none.
pub(super) fn builtin(name: &str) -> Option<Vec<String>> {
    type_map::builtin(name).map(patterns)
}

/// The same for a type that an extension brings.
pub(super) fn extension(name: &str) -> Option<Vec<String>> {
    type_map::extension(name).map(patterns)
}

fn patterns(fact: &TypeFact) -> Vec<String> {
    let mut all = vec![last_segments(fact.rust)];
    for accepted in fact.accepted {
        let pattern = last_segments(accepted);
        if !all.contains(&pattern) {
            all.push(pattern);
        }
    }
    all
}

/// `&chrono::DateTime<chrono::Utc>` → `DateTime<Utc>`: the form that [`RustType`] prints.
pub(super) fn last_segments(path: &str) -> String {
    let mut out = String::with_capacity(path.len());
    let mut rest = path;
    while let Some(c) = rest.chars().next() {
        let end = rest.find(|c: char| !(c.is_alphanumeric() || matches!(c, '_' | ':'))).unwrap_or(rest.len());
        if end == 0 {
            if c != '&' {
                out.push(c);
            }
            rest = &rest[c.len_utf8()..];
        } else {
            out.push_str(rest[..end].rsplit("::").next().unwrap_or(""));
            rest = &rest[end..];
        }
    }
    out
}

/// Whether `ty` is the type of this path, as far as their last segments tell.
pub(super) fn is_path(path: &str, ty: &RustType) -> bool {
    last_segments(path) == ty.to_string()
}

/// Whether `ty` is one of `accepted`; `_` in a pattern stands for any type, a length `0` for any length.
pub(super) fn fits(accepted: &[String], ty: &RustType) -> bool {
    let printed = ty.to_string();
    accepted.iter().any(|pattern| {
        if let Some(name) = pattern.strip_suffix("<_>") {
            return ty.name() == Some(name);
        }
        match (pattern.strip_suffix("; 0]"), ty) {
            (Some(element), RustType::Slice(inner, Some(_))) => element[1..] == inner.to_string(),
            _ => *pattern == printed,
        }
    })
}

/// Whether the type's meaning is known, so that not to fit is a mismatch and not a gap in knowledge.
pub(super) fn is_known(ty: &RustType) -> bool {
    if let Some(element) = ty.element() {
        return is_known(element);
    }
    let Some(name) = ty.name() else { return matches!(ty, RustType::Tuple(_)) };
    let named = |path: &&str| {
        path.trim_start_matches('&').split('<').next().and_then(|path| path.rsplit("::").next()) == Some(name)
    };
    type_map::NEVER_DECODED.iter().any(&named)
        || type_map::BUILTIN
            .iter()
            .chain(type_map::EXTENSION)
            .any(|fact| named(&fact.rust) || fact.accepted.iter().any(&named))
}

/// Whether the type is a binary floating point number.
pub(super) fn is_float(ty: &RustType) -> bool {
    matches!(ty.name(), Some("f32" | "f64"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn patterns_are_in_the_form_that_types_print() {
        assert_eq!(last_segments("std::borrow::Cow<str>"), "Cow<str>");
        assert_eq!(
            last_segments("sqlx::postgres::types::PgTimeTz<time::Time, time::UtcOffset>"),
            "PgTimeTz<Time, UtcOffset>"
        );
        let ty = |text: &str| RustType::parse(text, &super::super::rust_type::Names::default()).unwrap();
        assert!(fits(&builtin("bytea").unwrap(), &ty("[u8; 32]")));
        assert!(fits(&builtin("jsonb").unwrap(), &ty("sqlx::types::Json<Vec<Mine>>")));
        assert!(is_known(&ty("u64")) && is_known(&ty("Vec<IpAddr>")) && !is_known(&ty("Email")));
    }
}
