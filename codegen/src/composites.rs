//! One file a composite type: the struct that reads and writes its values.

use proc_macro2::TokenStream;
use quote::quote;
use schemactl_schema::catalog::{TypeKind, TypeWalker};

use crate::names::{CompositeNames, Names, unraw};
use crate::rust_type::{RustType, rust_type, sqlx_type_name};
use crate::scope::Scope;
use crate::{docs, text};

/// The text of a composite type's file. Every attribute can be NULL: PostgreSQL has no NOT NULL for them.
pub(crate) fn file(
    ty: TypeWalker<'_>,
    composite_names: &CompositeNames,
    names: &Names,
) -> syn::Result<String> {
    let TypeKind::Composite(attributes) = &ty.get().kind else {
        return text::print(Vec::new());
    };
    let serde = RustType::Composite(ty.id).has_serde(ty.catalog);
    let mut scope = Scope::new(names, &composite_names.item);
    let mut fields = TokenStream::new();
    for (attribute, name) in attributes.iter().zip(&composite_names.fields) {
        // A type gets a name only when all its attributes have types.
        let Ok(rust) = rust_type(ty.catalog, &attribute.ty) else {
            continue;
        };
        let docs = docs::attributes(&[vec![docs::code(&attribute.ty.print(ty.catalog))]]);
        // sqlx reads and writes attributes by position: only serde sees the name.
        let written = &*attribute.name;
        let rename = (serde && unraw(name) != written).then(|| quote!(#[serde(rename = #written)]));
        let (name, option, rust) = (text::ident(name), scope.prelude("Option"), scope.ty(&rust));
        fields.extend(quote! { #docs #rename pub #name: #option<#rust>, });
    }
    let docs = docs::attributes(&[
        docs::comment(ty.catalog, ty.id.into()),
        vec![format!("A value of the composite type {}.", docs::code(&ty.printed_name()))],
    ]);
    let derives = if serde { quote!(, serde::Serialize, serde::Deserialize) } else { quote!() };
    let (name, type_name) = (text::ident(&composite_names.item.type_name), sqlx_type_name(ty));
    let mut blocks = scope.uses();
    blocks.push(quote! {
        #docs
        #[derive(Debug, Clone, PartialEq #derives, sqlx::Type)]
        #[sqlx(type_name = #type_name)]
        pub struct #name { #fields }
    });
    text::print(blocks)
}
