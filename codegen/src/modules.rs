//! The files that hold the module tree together: the root, and a `mod.rs` for each folder.

use std::collections::BTreeMap;

use crate::names::{ItemName, Names, unraw};
use crate::{docs, text};

/// What stands in one schema's modules, sorted.
#[derive(Default)]
struct SchemaItems<'a> {
    models: Vec<&'a ItemName>,
    enums: Vec<&'a ItemName>,
    composites: Vec<&'a ItemName>,
}

/// The module files, by path without extension from the root; the root itself is `root`.
pub(crate) fn files(names: &Names, root: &str) -> syn::Result<Vec<(String, String)>> {
    let mut schemas: BTreeMap<Option<&str>, SchemaItems<'_>> = BTreeMap::new();
    schemas.entry(None).or_default();
    for (_, item) in names.tables() {
        schemas.entry(item.schema.as_deref()).or_default().models.push(item);
    }
    for (_, name) in names.enums() {
        schemas.entry(name.item.schema.as_deref()).or_default().enums.push(&name.item);
    }
    for (_, name) in names.composites() {
        schemas.entry(name.item.schema.as_deref()).or_default().composites.push(&name.item);
    }
    let mut files = Vec::new();
    for (schema, items) in &mut schemas {
        items.models.sort();
        items.enums.sort();
        items.composites.sort();
        let folder = schema.map(|schema| format!("{}/", unraw(schema))).unwrap_or_default();
        for (kind, items) in
            [("models", &items.models), ("enums", &items.enums), ("composites", &items.composites)]
        {
            if !items.is_empty() {
                files.push((format!("{folder}{kind}/mod"), text::print(vec![mods(items), uses(items)])?));
            }
        }
        if schema.is_some() {
            files.push((format!("{folder}mod"), text::print(kinds(items))?));
        }
    }
    let mut blocks = schemas.get(&None).map(kinds).unwrap_or_default();
    for module in schemas.keys().flatten() {
        let name = docs::code(names.schema_of(module).unwrap_or(module));
        let doc = docs::lines("", &[vec![format!("The schema {name}.")]]);
        blocks.push(format!("{doc}pub mod {module};\n"));
    }
    if names.enums().next().is_some() {
        blocks.push("mod unknown_label;\n".to_owned());
        blocks.push("pub use self::unknown_label::UnknownLabel;\n".to_owned());
        let text = text::print(vec![crate::enums::UNKNOWN_LABEL.to_owned()])?;
        files.push(("unknown_label".to_owned(), text));
    }
    files.push((root.to_owned(), text::print(blocks)?));
    Ok(files)
}

fn kinds(items: &SchemaItems<'_>) -> Vec<String> {
    let mut blocks = Vec::new();
    // Names are the schema's: what clippy says of their likeness is not for this code to cure.
    if !items.composites.is_empty() {
        blocks.push(
            "\
/// One struct for each composite type.
#[allow(clippy::struct_field_names, clippy::pub_underscore_fields)]
pub mod composites;
"
            .to_owned(),
        );
    }
    if !items.enums.is_empty() {
        blocks.push(
            "\
/// One enum for each enum type.
#[allow(clippy::enum_variant_names)]
pub mod enums;
"
            .to_owned(),
        );
    }
    if !items.models.is_empty() {
        blocks.push(
            "\
/// One struct for each table: a row as it is read.
#[allow(clippy::struct_field_names, clippy::pub_underscore_fields)]
pub mod models;
"
            .to_owned(),
        );
    }
    blocks
}

fn mods(items: &[&ItemName]) -> String {
    items.iter().flat_map(|item| ["mod ", &item.module, ";\n"]).collect()
}

fn uses(items: &[&ItemName]) -> String {
    items.iter().flat_map(|item| ["pub use self::", &item.module, "::", &item.type_name, ";\n"]).collect()
}
