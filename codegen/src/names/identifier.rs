//! SQL names as Rust identifiers: case, keywords, digits, characters that Rust does not take.

use heck::{ToSnakeCase, ToUpperCamelCase};

use super::inflection::singular;

/// Strict and reserved keywords of every edition so far.
/// See <https://doc.rust-lang.org/reference/keywords.html>.
const KEYWORDS: &[&str] = &[
    "abstract", "as", "async", "await", "become", "box", "break", "const", "continue", "do", "dyn", "else",
    "enum", "extern", "false", "final", "fn", "for", "gen", "if", "impl", "in", "let", "loop", "macro",
    "match", "mod", "move", "mut", "override", "priv", "pub", "ref", "return", "static", "struct", "trait",
    "true", "try", "type", "typeof", "unsafe", "unsized", "use", "virtual", "where", "while", "yield",
];

/// Keywords that cannot be raw identifiers.
const NEVER_RAW: &[&str] = &["self", "Self", "super", "crate"];

/// Names that the code which sqlx derives uses itself: for `FromRow`, for `Type`, for both, for the `Type` of a newtype.
const DERIVE_FIELDS: &[&str] = &["__row", "__default"];
const DERIVE_ATTRIBUTES: &[&str] = &["decoder"];
const DERIVE_TYPES: &[&str] = &["R"];
const DERIVE_DOMAINS: &[&str] = &["R", "Option"];

/// File names that mean something to rustc, and device names of Windows.
const FILES: &[&str] = &["mod", "lib", "main", "aux", "con", "nul", "prn"];

/// Symbols that can be all of an enum label, or all that tells two labels apart (`A+`, `A-`).
const SYMBOLS: &[(char, &str)] = &[
    ('+', "plus"),
    ('-', "minus"),
    ('*', "star"),
    ('/', "slash"),
    ('%', "percent"),
    ('<', "less"),
    ('>', "greater"),
    ('=', "equal"),
    ('!', "not"),
    ('~', "tilde"),
    ('&', "and"),
    ('|', "or"),
    ('#', "hash"),
    ('@', "at"),
    ('.', "dot"),
    (',', "comma"),
    ('$', "dollar"),
    ('€', "euro"),
    ('£', "pound"),
    ('?', "question"),
];

/// The identifier without `r#`: what a file is named after and what derives see.
pub(crate) fn unraw(identifier: &str) -> &str {
    identifier.strip_prefix("r#").unwrap_or(identifier)
}

/// A field for a column. Empty when the name holds nothing that an identifier may hold.
pub(crate) fn field(name: &str) -> String {
    finish(snake(name), DERIVE_FIELDS)
}

/// A field for an attribute of a composite type.
pub(crate) fn attribute(name: &str) -> String {
    finish(snake(name), DERIVE_ATTRIBUTES)
}

/// The private module of a table or type: its name in snake case and in ASCII, as rustc wants file names.
pub(crate) fn module(name: &str) -> String {
    let snake = snake(name);
    let ascii = if snake.is_ascii() {
        snake
    } else {
        let spelled: String = snake
            .chars()
            .map(|c| if c.is_ascii() { c.to_string() } else { format!("_{:x}_", u32::from(c)) })
            .collect();
        spelled.split('_').filter(|part| !part.is_empty()).collect::<Vec<_>>().join("_")
    };
    finish(ascii, FILES)
}

/// A row struct: `lead_generation_campaigns` → `LeadGenerationCampaign`.
pub(crate) fn row_type(name: &str) -> String {
    let snake = allowed(name).to_snake_case();
    let (head, last) = match snake.rsplit_once('_') {
        Some((head, last)) => (head, last),
        None => ("", snake.as_str()),
    };
    finish(format!("{head}_{}", singular(last)).to_upper_camel_case(), DERIVE_TYPES)
}

/// A type by its name as it stands: `user_role_enum` → `UserRoleEnum`.
pub(crate) fn plain_type(name: &str) -> String {
    finish(allowed(name).to_upper_camel_case(), DERIVE_TYPES)
}

/// The newtype of a domain.
pub(crate) fn domain_type(name: &str) -> String {
    finish(allowed(name).to_upper_camel_case(), DERIVE_DOMAINS)
}

/// An enum variant for a label.
pub(crate) fn variant(label: &str) -> String {
    finish(allowed(label).to_upper_camel_case(), &[])
}

/// An enum variant for a label with its symbols as words.
pub(crate) fn spelled_variant(label: &str) -> String {
    let mut words = String::new();
    for c in label.chars() {
        match SYMBOLS.iter().find(|(symbol, _)| *symbol == c) {
            Some((_, word)) => {
                words.push('_');
                words.push_str(word);
                words.push('_');
            }
            None => words.push(c),
        }
    }
    variant(&words)
}

/// The name itself when rustc takes it, else its snake case.
fn snake(name: &str) -> String {
    if is_snake(name) { name.to_owned() } else { allowed(name).to_snake_case() }
}

/// Whether rustc takes the name for snake case as it stands.
fn is_snake(name: &str) -> bool {
    name.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'_')
        && !name.trim_matches('_').is_empty()
        && !name.trim_matches('_').contains("__")
}

/// The name with every character that no identifier may hold as `_`.
fn allowed(name: &str) -> String {
    name.chars()
        .map(|c| {
            let allowed = if c.is_ascii() { c.is_ascii_alphanumeric() } else { continues_identifier(c) };
            if allowed { c } else { '_' }
        })
        .collect()
}

fn continues_identifier(c: char) -> bool {
    syn::parse_str::<syn::Ident>(&format!("a{c}")).is_ok()
}

/// Makes an identifier of a word in its final case; empty when it cannot be.
fn finish(word: String, reserved: &[&str]) -> String {
    if word.trim_matches('_').is_empty() {
        return String::new();
    }
    let word = if word.starts_with(|c: char| c.is_ascii_digit()) { format!("_{word}") } else { word };
    if NEVER_RAW.contains(&word.as_str()) || reserved.contains(&word.as_str()) {
        return format!("{word}_");
    }
    if KEYWORDS.contains(&word.as_str()) {
        return format!("r#{word}");
    }
    // The lists hold every keyword, so a word of ASCII that is not in them is an identifier.
    let ascii = word.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_');
    if ascii || syn::parse_str::<syn::Ident>(&word).is_ok() {
        return word;
    }
    let prefixed = format!("_{word}");
    if syn::parse_str::<syn::Ident>(&prefixed).is_ok() { prefixed } else { String::new() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fields_keep_what_rust_takes_and_change_the_rest() {
        for (name, expected) in [
            ("email", "email"),
            ("sha256_digest", "sha256_digest"),
            ("_id", "_id"),
            ("type", "r#type"),
            ("gen", "r#gen"),
            ("self", "self_"),
            ("createdAt", "created_at"),
            ("Größe", "größe"),
            ("2fa_secret", "_2fa_secret"),
            ("a__b", "a_b"),
            ("full name", "full_name"),
            ("x²", "x"),
            ("__row", "__row_"),
            ("_", ""),
            ("$", ""),
        ] {
            assert_eq!(field(name), expected, "{name}");
        }
    }

    #[test]
    fn row_types_are_singular_and_upper_camel_case() {
        for (name, expected) in [
            ("users", "User"),
            ("lead_generation_campaigns", "LeadGenerationCampaign"),
            ("auth_audit_logs", "AuthAuditLog"),
            ("http_keyword_campaign_params", "HttpKeywordCampaignParams"),
            ("event_store", "EventStore"),
            ("OrderItems", "OrderItem"),
            ("users_2024", "Users2024"),
            ("2fa_codes", "_2faCode"),
            ("rs", "Rs"),
            ("r", "R_"),
            ("größen", "Größen"),
            ("用户", "用户"),
        ] {
            assert_eq!(row_type(name), expected, "{name}");
        }
        assert_eq!(plain_type("self"), "Self_");
        assert_eq!(plain_type("option"), "Option");
        assert_eq!(domain_type("option"), "Option_");
    }

    #[test]
    fn modules_are_files_that_every_system_takes() {
        for (name, expected) in [
            ("users", "users"),
            ("Users", "users"),
            ("type", "r#type"),
            ("mod", "mod_"),
            ("con", "con_"),
            ("größe", "gr_f6_df_e"),
            ("用户", "_7528_6237"),
        ] {
            assert_eq!(module(name), expected, "{name}");
        }
    }

    #[test]
    fn labels_that_are_symbols_have_words() {
        assert_eq!(variant("A+"), "A");
        assert_eq!(spelled_variant("A+"), "APlus");
        assert_eq!(variant("<="), "");
        assert_eq!(spelled_variant("<="), "LessEqual");
        assert_eq!(variant("in-progress"), "InProgress");
        assert_eq!(variant("1080p"), "_1080p");
    }
}
