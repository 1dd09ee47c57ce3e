//! One file an enum: the type, its labels as text, and the way back.

use heck::ToSnakeCase;
use proc_macro2::TokenStream;
use quote::quote;
use schemactl_schema::catalog::TypeWalker;

use crate::names::{EnumNames, Names};
use crate::rust_type::sqlx_type_name;
use crate::scope::Scope;
use crate::{docs, text};

/// The text of an enum's file.
pub(crate) fn file(ty: TypeWalker<'_>, enum_names: &EnumNames, names: &Names) -> syn::Result<String> {
    let mut scope = Scope::new(names, &enum_names.item);
    let unknown_label = scope.at_root("UnknownLabel");
    let result = scope.prelude("Result");
    let name = text::ident(&enum_names.item.type_name);
    let labels: Vec<&str> = ty.labels().collect();
    let variants: Vec<_> = enum_names.variants.iter().map(|variant| text::ident(variant)).collect();
    let type_name = sqlx_type_name(ty);
    let docs = docs::attributes(&[
        docs::comment(ty.catalog, ty.id.into()),
        vec![format!("The enum {}; its variants are in the server's order.", docs::code(&ty.printed_name()))],
    ]);

    let all_snake = labels
        .iter()
        .zip(&enum_names.variants)
        .all(|(label, variant)| *label == serde_snake_case(variant) && *label == variant.to_snake_case());
    let (serde_all, sqlx_all) = if all_snake {
        (quote!(#[serde(rename_all = "snake_case")]), quote!(, rename_all = "snake_case"))
    } else {
        (quote!(), quote!())
    };
    let members: TokenStream = labels
        .iter()
        .zip(&enum_names.variants)
        .zip(&variants)
        .map(|((label, written), variant)| {
            let rename = (!all_snake && *label != written).then(|| {
                quote! {
                    #[serde(rename = #label)]
                    #[sqlx(rename = #label)]
                }
            });
            quote!(#rename #variant,)
        })
        .collect();
    let definition = quote! {
        #docs
        #[derive(
            Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash,
            serde::Serialize, serde::Deserialize, sqlx::Type
        )]
        #serde_all
        #[sqlx(type_name = #type_name #sqlx_all)]
        pub enum #name { #members }
    };

    let count = proc_macro2::Literal::usize_unsuffixed(labels.len());
    let inherent = quote! {
        impl #name {
            /// Every value, in the server's order.
            pub const ALL: [Self; #count] = [#(Self::#variants),*];

            /// The label, as PostgreSQL writes it.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self { #(Self::#variants => #labels,)* }
            }
        }
    };
    let display = quote! {
        impl std::fmt::Display for #name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.pad(self.as_str())
            }
        }
    };
    // `Self::Err` could be a variant, so the error is named.
    let from_str = quote! {
        impl std::str::FromStr for #name {
            type Err = #unknown_label;

            fn from_str(label: &str) -> #result<Self, #unknown_label> {
                match label {
                    #(#labels => Ok(Self::#variants),)*
                    _ => Err(#unknown_label::new(#type_name, label)),
                }
            }
        }
    };
    let mut blocks = scope.uses();
    blocks.extend([definition, inherent, display, from_str]);
    text::print(blocks)
}

/// What serde's `rename_all = "snake_case"` makes of a variant.
fn serde_snake_case(variant: &str) -> String {
    let mut snake = String::new();
    for (at, c) in variant.char_indices() {
        if at > 0 && c.is_uppercase() {
            snake.push('_');
        }
        snake.push(c.to_ascii_lowercase());
    }
    snake
}

/// The error of every enum's `FromStr`.
pub(crate) fn unknown_label_file() -> syn::Result<String> {
    let definition = quote! {
        /// A text that is no label of an enum.
        #[derive(Debug, Clone, PartialEq, Eq)]
        pub struct UnknownLabel {
            /// The enum, as SQL names it.
            pub type_name: &'static str,
            /// The text that was given.
            pub label: String,
        }
    };
    let inherent = quote! {
        impl UnknownLabel {
            pub(crate) fn new(type_name: &'static str, label: &str) -> Self {
                Self { type_name, label: label.to_owned() }
            }
        }
    };
    let display = quote! {
        impl std::fmt::Display for UnknownLabel {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                write!(f, "{:?} is no label of {}", self.label, self.type_name)
            }
        }
    };
    let error = quote! {
        impl std::error::Error for UnknownLabel {}
    };
    text::print(vec![definition, inherent, display, error])
}
