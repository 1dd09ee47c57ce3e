//! The files that every generated store shares, as they are written. They are compiled where they are generated.

use crate::settings::Settings;

/// Their names and texts, in the folder `support`.
const FILES: &[(&str, &str)] = &[
    ("change", include_str!("../templates/support/change.rs")),
    ("copy", include_str!("../templates/support/copy.rs")),
    ("cursor", include_str!("../templates/support/cursor.rs")),
    ("declared", include_str!("../templates/support/declared.rs")),
    ("exact", include_str!("../templates/support/exact.rs")),
    ("page", include_str!("../templates/support/page.rs")),
    ("query", include_str!("../templates/support/query.rs")),
    ("row", include_str!("../templates/support/row.rs")),
    ("violated", include_str!("../templates/support/violated.rs")),
    ("write", include_str!("../templates/support/write.rs")),
];

/// The module that holds them together.
const MODULE: &str = include_str!("../templates/support/mod.rs");

/// The files that are needed: what writes with the stores, what pages with the pages; `has_callers` says whether functions
/// of the schema are called, `has_declared` whether a composite type says itself how it is written.
pub(crate) fn parts(
    settings: &Settings,
    has_callers: bool,
    has_declared: bool,
) -> Vec<(&'static str, String)> {
    let needed = |name: &str| match name {
        "copy" | "write" => settings.stores,
        "cursor" | "exact" | "page" => settings.pages,
        "declared" => settings.stores || has_callers || has_declared,
        "query" => settings.stores || settings.pages || has_callers,
        _ => true,
    };
    let absent: Vec<&str> = FILES.iter().map(|(name, _)| *name).filter(|name| !needed(name)).collect();
    let names = |line: &str| {
        absent
            .iter()
            .any(|name| line.ends_with(&format!("mod {name};")) || line.contains(&format!("use {name}::")))
    };
    let mut module = String::new();
    for line in MODULE.lines().filter(|line| !names(line)) {
        // A group of lines that has gone leaves no second empty line.
        if !(line.is_empty() && module.ends_with("\n\n")) {
            module += line;
            module.push('\n');
        }
    }
    let module = format!("{}\n", module.trim_end());
    let mut parts: Vec<(&str, String)> = FILES
        .iter()
        .filter(|(name, _)| needed(name))
        .map(|(name, text)| (*name, (*text).to_owned()))
        .collect();
    parts.push(("mod", module));
    parts
}
