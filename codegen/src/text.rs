//! The text of generated files: the header that marks them, and the layout of their items.

use proc_macro2::{Ident, Span, TokenStream};

/// The first line of every generated file: a file that begins so may be overwritten and removed.
pub const HEADER: &str = "// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.";

/// An identifier, raw where its text says so.
pub(crate) fn ident(name: &str) -> Ident {
    // Names are valid by construction; what is not shows up when the text is parsed.
    syn::parse_str(name).unwrap_or_else(|_| Ident::new("_", Span::call_site()))
}

/// Prints blocks of items under the header, an empty line between blocks and between the members of an impl.
pub(crate) fn print(blocks: Vec<TokenStream>) -> syn::Result<String> {
    let mut out = format!("{HEADER}\n");
    for block in blocks.into_iter().filter(|block| !block.is_empty()) {
        let file: syn::File = syn::parse2(block)?;
        let spaced = matches!(file.items.first(), Some(syn::Item::Impl(_)));
        let text = prettyplease::unparse(&file);
        out.push('\n');
        if spaced {
            out.push_str(&space_members(&text));
        } else {
            out.push_str(&text);
        }
    }
    Ok(out)
}

/// Puts an empty line before each member but the first.
fn space_members(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 16);
    let mut member_ended = false;
    for line in text.lines() {
        let indented = line.starts_with("    ") && !line.starts_with("     ");
        let closes = line.starts_with("    }") || line.starts_with("    ]");
        if member_ended && indented && !closes {
            out.push('\n');
        }
        member_ended = indented && (line.ends_with('}') || line.ends_with(';'));
        out.push_str(line);
        out.push('\n');
    }
    out
}
