//! Constants that no type accepts as they are written: PostgreSQL reads them when it analyses the query.

/// The SQLSTATE with which a type's input refuses a text; `None` where it accepts it or that is not followed here.
///
/// Only what is certain is refused: digits are counted, dates and JSON are not read.
pub(super) fn refused(ty: &str, array: bool, text: &str) -> Option<&'static str> {
    const INVALID_TEXT: Option<&str> = Some("22P02");
    let trimmed = text.trim_matches([' ', '\t', '\n', '\r', '\x0b', '\x0c']);
    if array {
        return if trimmed.starts_with(['{', '[']) { None } else { INVALID_TEXT };
    }
    let lower = trimmed.to_ascii_lowercase();
    let digits = trimmed.bytes().any(|byte| byte.is_ascii_digit());
    match ty {
        "int2" | "int4" | "int8" => {
            let body = lower.strip_prefix(['-', '+']).unwrap_or(&lower);
            // Radixes and underscores came with PostgreSQL 16.
            let plausible =
                body.bytes().all(|byte| byte.is_ascii_hexdigit() || matches!(byte, b'x' | b'o' | b'_'));
            if digits && plausible { None } else { INVALID_TEXT }
        }
        "numeric" | "float4" | "float8" => {
            let body = lower.strip_prefix(['-', '+']).unwrap_or(&lower);
            if digits || matches!(body, "nan" | "inf" | "infinity") { None } else { INVALID_TEXT }
        }
        "bool" => {
            let words = ["true", "false", "yes", "no"];
            let known = words.iter().any(|word| !lower.is_empty() && word.starts_with(&*lower))
                || matches!(&*lower, "on" | "of" | "off" | "1" | "0");
            if known { None } else { INVALID_TEXT }
        }
        "uuid" => {
            let hex = lower.bytes().filter(u8::is_ascii_hexdigit).count();
            let other =
                lower.bytes().any(|byte| !byte.is_ascii_hexdigit() && !matches!(byte, b'-' | b'{' | b'}'));
            if hex == 32 && !other { None } else { INVALID_TEXT }
        }
        "date" | "timestamp" | "timestamptz" => {
            let words = ["now", "today", "tomorrow", "yesterday", "epoch", "infinity"];
            if digits || words.iter().any(|word| lower.contains(word)) { None } else { Some("22007") }
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_is_certainly_wrong_is_refused() {
        for (ty, text) in [
            ("int4", " 12 "),
            ("int4", "0x1F"),
            ("numeric", "NaN"),
            ("float8", "-Infinity"),
            ("bool", "t"),
            ("bool", "of"),
            ("uuid", "{00000000-0000-0000-0000-000000000000}"),
            ("date", "today"),
            ("timestamptz", "-infinity"),
            ("point", "?"),
        ] {
            assert_eq!(refused(ty, false, text), None, "{ty} {text}");
        }
        for (ty, text) in [("int4", "a b"), ("int8", ""), ("numeric", "x"), ("bool", ""), ("uuid", "1")] {
            assert_eq!(refused(ty, false, text), Some("22P02"), "{ty} {text}");
        }
        assert_eq!(refused("date", false, "soon"), Some("22007"));
        assert_eq!(refused("int4", true, "1"), Some("22P02"));
    }
}
