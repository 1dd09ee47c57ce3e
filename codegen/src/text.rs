//! The text of generated files: the header that marks them, and the layout of their items.

use std::fmt::Write as _;

/// The first line of every generated file: a file that begins so may be overwritten and removed.
pub const HEADER: &str = "// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.";

/// The columns that prettyplease fills: no item of shorter lines is broken.
pub(crate) const MARGIN: usize = 89;

/// Puts blocks of items under the header, an empty line between blocks.
///
/// Blocks come as prettyplease would print them, as long as no line is too long; where one is, prettyplease is asked.
/// Asking it every time takes ten times as long as all the rest of generation.
///
/// # Errors
/// When a block that must be broken is not Rust.
pub(crate) fn print(blocks: Vec<String>) -> syn::Result<String> {
    print_root("", blocks)
}

/// The same with a line below the header.
///
/// # Errors
/// As [`print`].
pub(crate) fn print_root(line: &str, blocks: Vec<String>) -> syn::Result<String> {
    print_where(line, blocks, fits)
}

/// The same for blocks in which a string constant that is too long has been given a line of its own, and all else is laid
/// out around it: nobody can break it.
///
/// # Errors
/// As [`print`].
pub(crate) fn print_around_strings(blocks: Vec<String>) -> syn::Result<String> {
    print_where("", blocks, |line| fits(line) || is_string(line.trim_start()))
}

fn print_where(line: &str, blocks: Vec<String>, fits: fn(&str) -> bool) -> syn::Result<String> {
    let mut out = format!("{HEADER}\n{line}");
    for block in blocks.into_iter().filter(|block| !block.is_empty()) {
        out.push('\n');
        if block.lines().all(fits) {
            out.push_str(&block);
        } else {
            out.push_str(&broken(&block)?);
        }
    }
    Ok(out)
}

/// Documentation is never broken.
fn fits(line: &str) -> bool {
    let text = line.trim_start();
    line.len() <= MARGIN || text.starts_with("///") || text.starts_with("//!")
}

/// Whether a line is one string constant, perhaps with a comma.
fn is_string(text: &str) -> bool {
    let text = text.strip_suffix(',').unwrap_or(text);
    if let Some(raw) = text.strip_prefix("r#\"") {
        return raw.strip_suffix("\"#").is_some_and(|inner| !inner.contains("\"#"));
    }
    let Some(inner) = text.strip_prefix('"').and_then(|rest| rest.strip_suffix('"')) else {
        return false;
    };
    let mut escaped = false;
    for byte in inner.bytes() {
        match byte {
            b'"' if !escaped => return false,
            b'\\' => escaped = !escaped,
            _ => escaped = false,
        }
    }
    !escaped
}

fn broken(block: &str) -> syn::Result<String> {
    let file = syn::parse_file(block)?;
    let text = prettyplease::unparse(&file);
    Ok(if matches!(file.items.first(), Some(syn::Item::Impl(_))) { space_members(&text) } else { text })
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

/// `#[derive(…)]`, a derive a line where one line is too short.
pub(crate) fn derive(derives: &[&str]) -> String {
    let line = format!("#[derive({})]\n", derives.join(", "));
    if line.len() <= MARGIN + 1 {
        return line;
    }
    format!("#[derive(\n    {}\n)]\n", derives.join(",\n    "))
}

/// A string constant as Rust writes it.
pub(crate) fn string(value: &str) -> String {
    proc_macro2::Literal::string(value).to_string()
}

/// SQL as a string constant that reads as SQL: raw where it holds quotes.
pub(crate) fn sql(value: &str) -> String {
    if value.contains(['"', '\\']) && !value.contains("\"#") && !value.contains('\r') {
        format!("r#\"{value}\"#")
    } else {
        string(value)
    }
}

/// SQL as an expression: one string constant, or `concat!` of several where one would be too long. `indent` is that of the
/// line on which it stands.
pub(crate) fn long_sql(value: &str, indent: &str) -> String {
    // What stands before it on the line is a call at the most.
    if value.len() + indent.len() + 28 <= MARGIN {
        return sql(value);
    }
    let pieces = sql_pieces(value, &format!("{indent}    "));
    if pieces.lines().count() == 1 {
        return format!("\n{pieces}{indent}");
    }
    format!("concat!(\n{pieces}{indent})")
}

/// A call and those that follow on what it gives, on one line or a line each; ends the line.
pub(crate) fn call_chain(head: &str, argument: &str, calls: &[String]) -> String {
    let first = format!("    {head}({argument})");
    let long = argument.contains('\n');
    let length: usize = calls.iter().map(String::len).sum();
    if !long && first.len() + length <= MARGIN {
        return format!("{first}{}\n", calls.concat());
    }
    // What follows a call of several lines stands under its first.
    let indent = if long { "    " } else { "        " };
    let calls: String = calls.iter().map(|call| format!("{indent}{call}\n")).collect();
    format!("{first}\n{calls}")
}

/// SQL as string constants for `concat!`, a line each, none too long.
pub(crate) fn sql_pieces(value: &str, indent: &str) -> String {
    let widest = MARGIN - indent.len() - 4;
    let mut pieces = String::new();
    let mut rest = value;
    while !rest.is_empty() {
        let end = match rest.get(..widest).and_then(|piece| piece.rfind(' ')) {
            _ if rest.len() <= widest => rest.len(),
            Some(space) => space + 1,
            None => rest.find(' ').map_or(rest.len(), |space| space + 1),
        };
        let (piece, after) = rest.split_at(end);
        pieces += &format!("{indent}{},\n", sql(piece));
        rest = after;
    }
    pieces
}

/// A braced item: what stands before the braces, and its members, lines that are indented already.
pub(crate) fn braced(head: &str, members: &str) -> String {
    if members.is_empty() { format!("{head} {{}}\n") } else { format!("{head} {{\n{members}}}\n") }
}

/// `[a, b]` after `head` and before `;`, an element a line where one line is too short.
pub(crate) fn array(head: &str, elements: &[String]) -> String {
    let line = format!("{head}[{}];\n", elements.join(", "));
    // At the margin itself prettyplease decides, which looks at the bracket and not at the semicolon.
    if line.len() <= MARGIN + 2 {
        return line;
    }
    let indent = " ".repeat(head.len() - head.trim_start().len());
    let mut out = format!("{head}[\n");
    for element in elements {
        // Writing to a String cannot fail.
        let _ = writeln!(out, "{indent}    {element},");
    }
    out + &indent + "];\n"
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blocks_are_laid_out_as_prettyplease_does() {
        for width in 1..100 {
            let name = "x".repeat(width);
            let head = format!("    pub const A: [{name}; 2] = ");
            let constant = array(&head, &["Self::One".to_owned(), "Self::Two".to_owned()]);
            let blocks = [
                braced("impl X", &constant),
                braced(
                    "pub struct X",
                    &format!("    #[serde(rename = \"a\")]\n    pub {name}: Option<{name}>,\n"),
                ),
                braced("pub struct X", ""),
                format!("use a::{{{name}, B}};\n"),
            ];
            for block in blocks {
                let printed = prettyplease::unparse(&syn::parse_file(&block).unwrap());
                let ours = print(vec![block]).unwrap();
                assert_eq!(ours, format!("{HEADER}\n\n{printed}"), "{width}");
            }
        }
    }

    #[test]
    fn a_string_is_known_by_its_end() {
        for (line, expected) in [
            (r#""a","#, true),
            (r#""a\"b""#, true),
            (r#""a\\""#, true),
            (r#""a\""#, false),
            (r#""a", "b""#, false),
            (r#""a" => 1,"#, false),
            ("r#\"a \"b\" c\"#,", true),
            ("r#\"a\"#, r#\"b\"#", false),
            ("r#\"", false),
            ("a", false),
        ] {
            assert_eq!(is_string(line), expected, "{line}");
        }
    }

    #[test]
    fn strings_hold_what_they_are_given() {
        assert_eq!(string("a\"\\'é\n"), r#""a\"\\'é\n""#);
    }
}
