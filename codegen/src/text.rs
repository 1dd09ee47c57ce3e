//! The text of generated files: the header that marks them, and the layout of their items.

use std::fmt::Write as _;

use crate::wrap::wrap;

/// The first line of every generated file: a file that begins so may be overwritten and removed.
pub const HEADER: &str = "// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.";

/// The columns that a line of code may fill, as prettyplease has it.
pub(crate) const MARGIN: usize = 89;

/// Puts blocks of items under the header, an empty line between blocks. Lines that are too long are broken.
pub(crate) fn print(blocks: Vec<String>) -> String {
    print_root("", blocks)
}

/// The same with a line below the header.
pub(crate) fn print_root(line: &str, blocks: Vec<String>) -> String {
    let mut out = format!("{HEADER}\n{line}");
    for block in blocks.into_iter().filter(|block| !block.is_empty()) {
        out.push('\n');
        if block.lines().all(fits) {
            out.push_str(&block);
        } else {
            out.push_str(&wrap(&block));
        }
    }
    out
}

/// Whether a line is short enough, as prettyplease sees it: without the comma or semicolon at its end. Comments are never
/// broken.
pub(crate) fn fits(line: &str) -> bool {
    line.trim_end_matches([',', ';']).len() <= MARGIN || line.trim_start().starts_with("//")
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
    if value.bytes().all(|byte| matches!(byte, b' '..=b'~') && !matches!(byte, b'"' | b'\\')) {
        return format!("\"{value}\"");
    }
    proc_macro2::Literal::string(value).to_string()
}

/// SQL as a string constant that reads as SQL: raw where it holds quotes.
pub(crate) fn sql(value: &str) -> String {
    if value.contains(['"', '\\']) && !value.contains("\"#") && !value.contains(['\r', '\n']) {
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
pub(crate) mod tests {
    use super::*;

    /// A block as it is printed is the same Rust, and has no long line where prettyplease makes none.
    pub(crate) fn assert_laid_out(block: &str) {
        let normal = |text: &str| prettyplease::unparse(&syn::parse_file(text).expect(text));
        let printed = normal(block);
        let ours = print(vec![block.to_owned()]);
        assert_eq!(normal(&ours), printed, "{ours}");
        let widest = |text: &str| text.lines().skip(2).map(str::len).max().unwrap_or_default();
        let allowed = widest(&format!("\n\n{printed}")).max(MARGIN + 1);
        assert!(widest(&ours) <= allowed, "{ours}\n{printed}");
    }

    #[test]
    fn blocks_are_laid_out() {
        for width in 1..100 {
            let name = "x".repeat(width);
            let head = format!("    pub const A: [{name}; 2] = ");
            let constant = array(&head, &["Self::One".to_owned(), "Self::Two".to_owned()]);
            for block in [
                braced("impl X", &constant),
                braced(
                    "pub struct X",
                    &format!("    #[serde(rename = \"a\")]\n    pub {name}: Option<{name}>,\n"),
                ),
                braced("pub struct X", ""),
                format!("use a::{{{name}, B}};\n"),
            ] {
                assert_laid_out(&block);
            }
        }
    }

    #[test]
    fn sql_of_several_lines_is_not_raw_since_lines_are_indented() {
        assert_eq!(sql(r#""a b" = 1"#), r###"r#""a b" = 1"#"###);
        assert_eq!(sql("\"a\nb\""), r#""\"a\nb\"" "#.trim_end());
    }

    #[test]
    fn strings_hold_what_they_are_given() {
        assert_eq!(string("a\"\\'é\n"), r#""a\"\\'é\n""#);
    }
}
