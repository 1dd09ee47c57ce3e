//! The files that hold the module tree together: the root, and a `mod.rs` for each folder.

use std::collections::BTreeMap;

use proc_macro2::TokenStream;
use quote::quote;

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
        let doc = format!(" The schema {}.", docs::code(names.schema_of(module).unwrap_or(module)));
        let module = text::ident(module);
        blocks.push(quote!(#[doc = #doc] pub mod #module;));
    }
    if names.enums().next().is_some() {
        blocks.push(quote!(
            mod unknown_label;
        ));
        blocks.push(quote!(
            pub use self::unknown_label::UnknownLabel;
        ));
        files.push(("unknown_label".to_owned(), crate::enums::unknown_label_file()?));
    }
    files.push((root.to_owned(), text::print(blocks)?));
    Ok(files)
}

fn kinds(items: &SchemaItems<'_>) -> Vec<TokenStream> {
    let mut blocks = Vec::new();
    // Names are the schema's: what clippy says of their likeness is not for this code to cure.
    if !items.composites.is_empty() {
        blocks.push(quote! {
            /// One struct for each composite type.
            #[allow(clippy::struct_field_names, clippy::pub_underscore_fields)]
            pub mod composites;
        });
    }
    if !items.enums.is_empty() {
        blocks.push(quote! {
            /// One enum for each enum type.
            #[allow(clippy::enum_variant_names)]
            pub mod enums;
        });
    }
    if !items.models.is_empty() {
        blocks.push(quote! {
            /// One struct for each table: a row as it is read.
            #[allow(clippy::struct_field_names, clippy::pub_underscore_fields)]
            pub mod models;
        });
    }
    blocks
}

fn mods(items: &[&ItemName]) -> TokenStream {
    items
        .iter()
        .map(|item| {
            let module = text::ident(&item.module);
            quote!(mod #module;)
        })
        .collect()
}

fn uses(items: &[&ItemName]) -> TokenStream {
    items
        .iter()
        .map(|item| {
            let (module, name) = (text::ident(&item.module), text::ident(&item.type_name));
            quote!(pub use self::#module::#name;)
        })
        .collect()
}
