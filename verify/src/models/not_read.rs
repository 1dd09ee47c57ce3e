//! What a file may define out of the reader's sight: models inside of functions, and what macros expand to.

use std::collections::BTreeMap;

use proc_macro2::{TokenStream, TokenTree};
use schemactl_schema::source::{FileId, Span};
use syn::visit::{self, Visit};

use super::attributes::{Mapping, plain, span};

/// What may define a model and was not read.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct NotRead {
    pub span: Span,
    /// What it is, in words: "the struct `Row` inside of a function".
    pub what: String,
}

/// Finds structs and enums that say they are models where only the function around them can see them.
pub(super) struct Bodies<'a> {
    pub(super) file: FileId,
    pub(super) not_read: &'a mut Vec<NotRead>,
}

impl Bodies<'_> {
    fn found(&mut self, kind: &str, ident: &syn::Ident, attrs: &[syn::Attribute]) {
        let says = Mapping::read(attrs);
        if says.is_model() && !says.test_only {
            let what = format!("the {kind} `{}` inside of a function", plain(ident));
            self.not_read.push(NotRead { span: span(self.file, ident.span()), what });
        }
    }
}

impl<'ast> Visit<'ast> for Bodies<'_> {
    fn visit_item_struct(&mut self, item: &'ast syn::ItemStruct) {
        self.found("struct", &item.ident, &item.attrs);
    }

    fn visit_item_enum(&mut self, item: &'ast syn::ItemEnum) {
        self.found("enum", &item.ident, &item.attrs);
    }

    fn visit_item_mod(&mut self, item: &'ast syn::ItemMod) {
        if !Mapping::read(&item.attrs).test_only {
            visit::visit_item_mod(self, item);
        }
    }
}

/// Macros of the standard library and of crates that everybody has, which define no type that is a model.
const DEFINES_NO_MODEL: &[&str] = &[
    "assert",
    "assert_eq_size",
    "assert_impl_all",
    "assert_not_impl_any",
    "compile_error",
    "const_assert",
    "const_assert_eq",
    "criterion_group",
    "criterion_main",
    "global_asm",
    "lazy_static",
    "thread_local",
];

/// The macros that a file itself defines: their text tells whether they can make a type.
pub(super) struct MacroRules {
    /// By name: whether the text has a struct or an enum in it, or calls another macro.
    defines: BTreeMap<String, bool>,
}

impl MacroRules {
    pub(super) fn of(file: &syn::File) -> Self {
        let mut rules = Self { defines: BTreeMap::new() };
        rules.visit_file(file);
        rules
    }

    /// Whether an invocation among the items may define a struct or an enum.
    pub(super) fn may_define(&self, name: &str, invocation: &syn::Macro) -> bool {
        match self.defines.get(name) {
            Some(defines) => *defines || holds(&invocation.tokens, false),
            None => !DEFINES_NO_MODEL.contains(&name),
        }
    }
}

impl<'ast> Visit<'ast> for MacroRules {
    fn visit_item_macro(&mut self, item: &'ast syn::ItemMacro) {
        if let Some(name) = &item.ident {
            let defines = holds(&item.mac.tokens, true);
            *self.defines.entry(plain(name)).or_default() |= defines;
        }
    }
}

/// Whether the word `struct` or `enum` is among the tokens; with `calls`, or an exclamation mark.
fn holds(tokens: &TokenStream, calls: bool) -> bool {
    tokens.clone().into_iter().any(|token| match token {
        TokenTree::Group(group) => holds(&group.stream(), calls),
        TokenTree::Ident(word) => word == "struct" || word == "enum",
        TokenTree::Punct(mark) => calls && mark.as_char() == '!',
        TokenTree::Literal(_) => false,
    })
}
