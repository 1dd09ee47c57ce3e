//! What the names in one generated file mean: its `use` lines, and full paths where a short name is taken.

use std::collections::BTreeMap;

use proc_macro2::TokenStream;
use quote::{ToTokens, quote};

use crate::names::{ItemName, Names};
use crate::rust_type::RustType;
use crate::text::ident;

/// Paths that are clearer in full: their last word alone says too little.
const KEPT_WHOLE: &[&str] = &["serde_json::Value"];

/// Names of the prelude that generated code uses, with their paths for files whose own type hides them.
const PRELUDE: &[(&str, &str)] = &[
    ("Option", "std::option::Option"),
    ("Result", "std::result::Result"),
    ("String", "std::string::String"),
    ("Vec", "std::vec::Vec"),
];

pub(crate) struct Scope<'a> {
    names: &'a Names,
    /// The type that the file defines.
    own: &'a str,
    /// How many modules lie between the file and the root of the generated modules.
    depth: usize,
    /// Last word → whole path.
    imports: BTreeMap<String, Vec<String>>,
}

impl<'a> Scope<'a> {
    /// The scope of the file that defines `item`, in `models` or `enums`.
    pub(crate) fn new(names: &'a Names, item: &'a ItemName) -> Self {
        let depth = if item.schema.is_some() { 3 } else { 2 };
        Self { names, own: &item.type_name, depth, imports: BTreeMap::new() }
    }

    /// The type of a column.
    pub(crate) fn ty(&mut self, ty: &RustType) -> TokenStream {
        match ty {
            // The table is tested to parse; a mistake in it shows up when the text is parsed.
            RustType::Known(fact) => syn::parse_str::<syn::Type>(fact.rust).map_or_else(
                |_| quote!(?),
                |mut parsed| {
                    self.shorten(&mut parsed);
                    parsed.into_token_stream()
                },
            ),
            RustType::Enum(_) | RustType::Composite(_) => {
                let path = ty.path(self.names);
                self.at_root(&path)
            }
            RustType::List(element) => {
                let element = self.ty(element);
                let list = self.prelude("Vec");
                quote!(#list<#element>)
            }
        }
    }

    /// Imports what the paths of a type name, and leaves their last words.
    fn shorten(&mut self, ty: &mut syn::Type) {
        let syn::Type::Path(ty) = ty else {
            return;
        };
        let segments: Vec<String> =
            ty.path.segments.iter().map(|segment| segment.ident.to_string()).collect();
        let Some(mut last) = ty.path.segments.pop() else {
            return;
        };
        if let syn::PathArguments::AngleBracketed(arguments) = &mut last.arguments {
            for argument in &mut arguments.args {
                if let syn::GenericArgument::Type(inner) = argument {
                    self.shorten(inner);
                }
            }
        }
        let wanted = match segments.as_slice() {
            [word] => self.prelude_path(word),
            _ => self.import(segments),
        };
        ty.path.segments.clear();
        for parent in wanted.iter().take(wanted.len().saturating_sub(1)) {
            ty.path.segments.push(ident(parent).into());
        }
        ty.path.segments.push(last);
    }

    /// A word of the prelude.
    pub(crate) fn prelude(&self, word: &str) -> TokenStream {
        path_tokens(&self.prelude_path(word))
    }

    fn prelude_path(&self, word: &str) -> Vec<String> {
        let hidden = self.own == word;
        let path = PRELUDE.iter().find(|(name, _)| hidden && *name == word).map_or(word, |(_, path)| path);
        path.split("::").map(str::to_owned).collect()
    }

    /// Something by its path from the root of the generated modules.
    pub(crate) fn at_root(&mut self, path: &str) -> TokenStream {
        let mut segments = vec!["super".to_owned(); self.depth];
        segments.extend(path.split("::").map(str::to_owned));
        path_tokens(&self.import(segments))
    }

    /// The shortest path that means `path` in this file; imports what it must.
    fn import(&mut self, path: Vec<String>) -> Vec<String> {
        let Some(last) = path.last().cloned() else {
            return path;
        };
        let in_prelude = PRELUDE.iter().any(|(name, _)| *name == last);
        if path.len() == 1 || last == self.own || in_prelude || KEPT_WHOLE.contains(&path.join("::").as_str())
        {
            return path;
        }
        let imported = self.imports.entry(last.clone()).or_insert_with(|| path.clone());
        if *imported == path { vec![last] } else { path }
    }

    /// The `use` lines: other crates first, then the generated modules.
    pub(crate) fn uses(&self) -> Vec<TokenStream> {
        let mut groups: BTreeMap<(bool, &[String]), Vec<&String>> = BTreeMap::new();
        for path in self.imports.values() {
            if let Some((last, parent)) = path.split_last() {
                let local = parent.first().is_some_and(|first| first == "super");
                groups.entry((local, parent)).or_default().push(last);
            }
        }
        let lines = |local: bool| -> TokenStream {
            groups
                .iter()
                .filter(|((of, _), _)| *of == local)
                .map(|((_, parent), names)| {
                    let parent = path_tokens(parent);
                    let names: Vec<_> = names.iter().map(|name| ident(name)).collect();
                    match names.as_slice() {
                        [name] => quote!(use #parent::#name;),
                        names => quote!(use #parent::{#(#names),*};),
                    }
                })
                .collect()
        };
        vec![lines(false), lines(true)]
    }
}

fn path_tokens(segments: &[String]) -> TokenStream {
    let segments = segments.iter().map(|segment| ident_or_keyword(segment));
    quote!(#(#segments)::*)
}

/// `super` is no identifier to syn, but it is one to quote.
fn ident_or_keyword(segment: &str) -> proc_macro2::Ident {
    if segment == "super" {
        proc_macro2::Ident::new(segment, proc_macro2::Span::call_site())
    } else {
        ident(segment)
    }
}
