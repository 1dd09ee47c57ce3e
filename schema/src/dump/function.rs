//! Functions and procedures as SQL.

use crate::catalog::names::{quote_identifier, quote_literal};
use crate::catalog::{
    Argument, ArgumentMode, Catalog, Function, FunctionBody, FunctionId, FunctionKind, Parallel,
    PropertyValue, Volatility, property,
};

use super::text;

/// Settings whose value is a list of quoted names (`GUC_LIST_QUOTE`): each is printed as a literal of its own.
const LIST_SETTINGS: &[&str] = &[
    "local_preload_libraries",
    "search_path",
    "session_preload_libraries",
    "shared_preload_libraries",
    "temp_tablespaces",
    "unix_socket_directories",
];

/// `CREATE [OR REPLACE] FUNCTION …`; `None` for an aggregate, whose parts the catalog does not keep.
pub(crate) fn create(catalog: &Catalog, id: FunctionId, or_replace: bool) -> Option<String> {
    let function = &catalog.functions[id];
    if function.kind == FunctionKind::Aggregate {
        return None;
    }
    let word = if function.kind == FunctionKind::Procedure { "PROCEDURE" } else { "FUNCTION" };
    let mut out = format!(
        "CREATE {}{word} {}({})",
        if or_replace { "OR REPLACE " } else { "" },
        catalog.printed_name(id.into()),
        arguments(catalog, function)
    );
    if let Some(result) = result(catalog, function) {
        out.push_str("\n    RETURNS ");
        out.push_str(&result);
    }
    out.push_str("\n    LANGUAGE ");
    out.push_str(&quote_identifier(&function.language));
    for word in attributes(function) {
        out.push(' ');
        out.push_str(&word);
    }
    if let Some(types) = catalog.property(id.into(), property::TRANSFORM_TYPES)
        && let PropertyValue::List(types) = types
    {
        let types: Vec<_> = types.iter().map(|ty| format!("FOR TYPE {}", ty.print(catalog))).collect();
        append!(out, "\n    TRANSFORM {}", types.join(", "));
    }
    if let Some(support) = catalog.property(id.into(), property::SUPPORT) {
        append!(out, "\n    SUPPORT {}", support.print(catalog));
    }
    for (name, value) in &function.settings {
        out.push_str("\n    SET ");
        out.push_str(&setting(name, value));
    }
    match &function.body {
        FunctionBody::Source(body) => {
            out.push_str("\n    AS ");
            out.push_str(&text::dollar_quoted(body));
        }
        FunctionBody::Library { object, symbol } => {
            append!(out, "\n    AS {}, {}", quote_literal(object), quote_literal(symbol));
        }
        FunctionBody::Sql(body) => {
            let body = body.print(catalog);
            out.push_str(if body.starts_with("RETURN") { "\n    " } else { "\n" });
            out.push_str(&body);
        }
    }
    out.push(';');
    Some(out)
}

/// `name type DEFAULT …, OUT name type`: all arguments but the columns of `RETURNS TABLE`.
fn arguments(catalog: &Catalog, function: &Function) -> String {
    let shown = function.arguments.iter().filter(|argument| argument.mode != ArgumentMode::Table);
    shown.map(|argument| print_argument(catalog, argument)).collect::<Vec<_>>().join(", ")
}

fn print_argument(catalog: &Catalog, argument: &Argument) -> String {
    let mut out = argument_head(catalog, argument);
    if let Some(default) = &argument.default {
        out.push_str(" DEFAULT ");
        out.push_str(&text::expression(catalog, default));
    }
    out
}

/// An argument without its default: `OUT name type`.
pub(crate) fn argument_head(catalog: &Catalog, argument: &Argument) -> String {
    let mode = match argument.mode {
        ArgumentMode::In | ArgumentMode::Table => "",
        ArgumentMode::Out => "OUT ",
        ArgumentMode::InOut => "INOUT ",
        ArgumentMode::Variadic => "VARIADIC ",
    };
    let name = argument.name.as_ref().filter(|name| !name.is_empty());
    let name = name.map(|name| format!("{} ", quote_identifier(name))).unwrap_or_default();
    format!("{mode}{name}{}", argument.ty.print(catalog))
}

/// What stands behind `RETURNS`; `None` where nothing does.
pub(crate) fn result(catalog: &Catalog, function: &Function) -> Option<String> {
    let table: Vec<_> = function
        .arguments
        .iter()
        .filter(|argument| argument.mode == ArgumentMode::Table)
        .map(|argument| argument_head(catalog, argument))
        .collect();
    if !table.is_empty() {
        return Some(format!("TABLE({})", table.join(", ")));
    }
    let set = if function.returns_set { "SETOF " } else { "" };
    match &function.returns {
        Some(returns) => Some(format!("{set}{}", returns.print(catalog))),
        None if function.kind == FunctionKind::Procedure => None,
        // The result is the OUT arguments; the words are needed only to say that it is a set.
        None if function.returns_set => {
            let mut out = function
                .arguments
                .iter()
                .filter(|argument| matches!(argument.mode, ArgumentMode::Out | ArgumentMode::InOut));
            match (out.next(), out.next()) {
                (Some(only), None) => Some(format!("{set}{}", only.ty.print(catalog))),
                _ => Some(format!("{set}record")),
            }
        }
        None => None,
    }
}

fn attributes(function: &Function) -> Vec<String> {
    let mut out = Vec::new();
    if function.kind == FunctionKind::Window {
        out.push("WINDOW".to_owned());
    }
    match function.volatility {
        Volatility::Volatile => {}
        Volatility::Stable => out.push("STABLE".to_owned()),
        Volatility::Immutable => out.push("IMMUTABLE".to_owned()),
    }
    for (present, word) in [
        (function.leakproof, "LEAKPROOF"),
        (function.strict, "STRICT"),
        (function.security_definer, "SECURITY DEFINER"),
    ] {
        if present {
            out.push(word.to_owned());
        }
    }
    match function.parallel {
        Parallel::Unsafe => {}
        Parallel::Restricted => out.push("PARALLEL RESTRICTED".to_owned()),
        Parallel::Safe => out.push("PARALLEL SAFE".to_owned()),
    }
    if let Some(cost) = &function.cost {
        out.push(format!("COST {cost}"));
    }
    // PostgreSQL takes ROWS for sets only; elsewhere it is always 0.
    if let Some(rows) = function.rows.as_ref().filter(|_| function.returns_set) {
        out.push(format!("ROWS {rows}"));
    }
    out
}

fn setting(name: &str, value: &str) -> String {
    let printed_name = name.split('.').map(quote_identifier).collect::<Vec<_>>().join(".");
    let value = if LIST_SETTINGS.contains(&name.to_ascii_lowercase().as_str()) {
        let elements: Vec<_> = split_names(value).iter().map(|element| quote_literal(element)).collect();
        if elements.is_empty() { "''".to_owned() } else { elements.join(", ") }
    } else {
        quote_literal(value)
    };
    format!("{printed_name} TO {value}")
}

/// The elements of `a, "B c"` without their quotes (`SplitGUCList`).
fn split_names(list: &str) -> Vec<String> {
    let mut out = Vec::new();
    let mut current = String::new();
    let mut quoted = false;
    let mut any = false;
    let mut characters = list.chars().peekable();
    while let Some(character) = characters.next() {
        match character {
            '"' if quoted && characters.peek() == Some(&'"') => {
                current.push('"');
                characters.next();
            }
            '"' => {
                quoted = !quoted;
                any = true;
            }
            ',' if !quoted => out.push(std::mem::take(&mut current)),
            _ if character.is_whitespace() && !quoted => {}
            _ => {
                current.push(character);
                any = true;
            }
        }
    }
    if any {
        out.push(current);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_search_path_is_a_list_of_literals() {
        assert_eq!(setting("search_path", r#""$user", public"#), "search_path TO '$user', 'public'");
        assert_eq!(setting("search_path", r#""""#), "search_path TO ''");
        assert_eq!(setting("search_path", ""), "search_path TO ''");
        assert_eq!(setting("my.Var", "a, b"), "my.\"Var\" TO 'a, b'");
    }
}
