//! Stands in for `schemactl_schema::syntax` until that module is exported.

#[allow(dead_code, unreachable_pub, missing_debug_implementations)]
#[path = "../../schema/src/syntax/lexer.rs"]
pub(crate) mod lexer;
#[allow(dead_code, unreachable_pub)]
#[path = "../../schema/src/syntax/split.rs"]
pub(crate) mod split;

pub(crate) fn refuses_transaction(statement: &str) -> Option<&'static str> {
    let words: Vec<String> = statement.split_whitespace().map(str::to_ascii_uppercase).collect();
    let first = words.first().map_or("", String::as_str);
    match first {
        "CREATE" | "DROP" | "REINDEX" | "ALTER" if words.iter().any(|word| word == "CONCURRENTLY") => {
            Some("CREATE INDEX CONCURRENTLY")
        }
        "VACUUM" => Some("VACUUM"),
        _ => None,
    }
}
